package importer

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"suluh/corpus/paper"
)

// version changes when the same source would come out otherwise; then everything is imported anew.
const version = 1

// ReportFolder holds the reports in the folder of the outcome. The corpus has no work of that name.
const ReportFolder = "impor"

const journalName = "jurnal.jsonl"

// Options are the wishes for an import of many files. The zero value is usable.
type Options struct {
	Workers int                   // files at a time; the number of processors if 0
	Force   bool                  // import unchanged files again too
	Step    func(done, total int) // called after each file, never twice at a time
}

// Done is one file of an import, as the journal keeps it.
type Done struct {
	Source     string `json:"source"`
	SHA256     string `json:"sha256"`
	Version    int    `json:"version"`
	ID         string `json:"id,omitempty"`
	Extent     string `json:"extent,omitempty"`
	Articles   int    `json:"articles"`
	Gaps       int    `json:"gaps"`
	Suspicions int    `json:"suspicions"`
	Score      int    `json:"score"`
	Failed     string `json:"failed,omitempty"` // why there is no outcome
	kept       bool   // unchanged since the last time
}

// Summary is the outcome of an import of many files, in the order of the sources.
type Summary struct {
	Files []Done
	Kept  int // unchanged since the last time
}

// endings are the names of files that are read in a folder.
var endings = map[string]bool{".md": true, ".markdown": true, ".txt": true, ".html": true, ".htm": true, ".xhtml": true, ".pdf": true}

// Sources lists the files that an import of the paths reads, sorted.
func Sources(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("sumber %q tidak terbaca: %w", p, err)
		}
		if !info.IsDir() {
			out = append(out, filepath.Clean(p))
			continue
		}
		err = filepath.WalkDir(p, func(file string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && endings[strings.ToLower(filepath.Ext(file))] {
				out = append(out, file)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("folder %q tidak terbaca: %w", p, err)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// run is an import under way.
type run struct {
	dir     string
	sources []string
	opts    Options
	before  map[string]Done // by source, of the last time

	mu      sync.Mutex
	owner   map[string]int // the source of each work, by its place in the list
	done    []Done
	count   int
	journal *os.File
	pdf     sync.Mutex // one PDF at a time: each takes much memory
}

// Folder imports files into a folder. What was imported before and has not changed is left alone, so an import that was
// broken off goes on where it was. Of two files of one work the first stays.
func Folder(ctx context.Context, sources []string, dir string, opts Options) (*Summary, error) {
	r := &run{dir: dir, sources: sources, opts: opts, owner: map[string]int{}, done: make([]Done, len(sources))}
	if err := r.open(); err != nil {
		return nil, err
	}
	defer r.journal.Close()
	workers := opts.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan int)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for n := range workers {
		wg.Go(func() {
			for i := range jobs {
				if err := r.file(ctx, i); err != nil {
					errs[n] = err
					cancel()
					return
				}
			}
		})
	}
	for i := range sources {
		select {
		case jobs <- i:
		case <-ctx.Done():
		}
	}
	close(jobs)
	wg.Wait()
	if err := errors.Join(append(errs, ctx.Err())...); err != nil {
		return nil, err
	}
	return r.finish()
}

// open makes the folder and reads the journal of the last time.
func (r *run) open() error {
	folder := filepath.Join(r.dir, ReportFolder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("folder tujuan tidak dapat dibuat: %w", err)
	}
	file := filepath.Join(folder, journalName)
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("jurnal impor tidak terbaca: %w", err)
	}
	r.before = map[string]Done{}
	for line := range bytes.Lines(old) {
		var d Done
		if json.Unmarshal(line, &d) == nil && d.Source != "" { // the last line may be torn
			r.before[d.Source] = d
		}
	}
	r.journal, err = os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("jurnal impor tidak dapat ditulis: %w", err)
	}
	if len(old) > 0 && old[len(old)-1] != '\n' {
		_, err = r.journal.WriteString("\n")
	}
	return err
}

// file imports one file. An error is one of the folder; what is wrong with the file goes into the journal.
func (r *run) file(ctx context.Context, i int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	source := r.sources[i]
	d := Done{Source: source, Version: version}
	data, err := read(source)
	if err != nil {
		d.Failed = err.Error()
		return r.record(i, d, nil)
	}
	sum := sha256.Sum256(data)
	d.SHA256 = hex.EncodeToString(sum[:])
	if old, ok := r.before[source]; ok && !r.opts.Force && old.SHA256 == d.SHA256 && old.Version == version && r.stands(old) {
		old.kept = true
		return r.record(i, old, nil)
	}
	if bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		r.pdf.Lock()
		defer r.pdf.Unlock()
	}
	result, err := guarded(ctx, source, data)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		d.Failed = err.Error()
		return r.record(i, d, nil)
	}
	p := result.Report
	d.ID, d.Extent, d.Articles, d.Gaps, d.Suspicions, d.Score = p.ID, p.Extent, len(p.Articles), len(p.Gaps), len(p.Suspicions), p.Score
	return r.record(i, d, result)
}

// guarded imports a file, and makes an error of a panic: one bad file of thousands must not end the run.
func guarded(ctx context.Context, source string, data []byte) (result *Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: pengimpor berhenti: %v", source, p)
		}
	}()
	return Import(ctx, filepath.ToSlash(source), data)
}

// read reads a file of bounded size.
func read(source string) ([]byte, error) {
	f, err := os.Open(source)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, paper.MaxSize+1))
}

// stands reports whether the outcome of an earlier import is still there.
func (r *run) stands(d Done) bool {
	if d.Failed != "" {
		return false
	}
	_, err := os.Stat(r.workFile(d.ID))
	return err == nil
}

func (r *run) workFile(id string) string {
	return filepath.Join(r.dir, filepath.FromSlash(id)+".md")
}

// record writes the outcome and the journal. Of two sources of one work the one that stands first in the list wins,
// whichever was ready first.
func (r *run) record(i int, d Done, result *Result) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if d.ID != "" {
		switch other, taken := r.owner[d.ID]; {
		case taken && other < i:
			d = twice(d, r.sources[other])
			result = nil
		case taken:
			r.done[other] = twice(r.done[other], d.Source)
			if err := r.write(r.done[other]); err != nil {
				return err
			}
			fallthrough
		default:
			r.owner[d.ID] = i
		}
	}
	if result != nil {
		if err := writeFile(r.workFile(d.ID), result.Markdown); err != nil {
			return err
		}
		text := filepath.Join(r.dir, ReportFolder, filepath.FromSlash(d.ID)+".txt")
		if err := writeFile(text, []byte(result.Report.Text())); err != nil {
			return err
		}
	}
	r.done[i] = d
	r.count++
	if r.opts.Step != nil {
		r.opts.Step(r.count, len(r.sources))
	}
	if d.kept {
		return nil
	}
	return r.write(d)
}

func twice(d Done, first string) Done {
	return Done{Source: d.Source, SHA256: d.SHA256, Version: d.Version, Failed: fmt.Sprintf("%s sudah diimpor dari %s", d.ID, first)}
}

func (r *run) write(d Done) error {
	line, err := json.Marshal(d)
	if err != nil {
		return err
	}
	if _, err := r.journal.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("jurnal impor tidak dapat ditulis: %w", err)
	}
	return nil
}

// finish writes the journal anew, without what is out of date, and the table of all works.
func (r *run) finish() (*Summary, error) {
	s := &Summary{Files: r.done}
	all := r.before
	for _, d := range r.done {
		all[d.Source] = d
		if d.kept {
			s.Kept++
		}
	}
	var journal, table bytes.Buffer
	w := bufio.NewWriter(&table)
	fmt.Fprintln(w, "karya\tisi\tpasal\tpasal hilang\tkecurigaan\tskor\tsumber\tgagal")
	keys := make([]string, 0, len(all))
	for k := range all {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		d := all[k]
		line, err := json.Marshal(d)
		if err != nil {
			return nil, err
		}
		journal.Write(append(line, '\n'))
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\t%s\t%s\n", d.ID, d.Extent, d.Articles, d.Gaps, d.Suspicions, d.Score, d.Source, d.Failed)
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	folder := filepath.Join(r.dir, ReportFolder)
	return s, errors.Join(writeFile(filepath.Join(folder, journalName), journal.Bytes()), writeFile(filepath.Join(folder, "ringkasan.tsv"), table.Bytes()))
}

// writeFile writes a file beside its place and moves it there, so that it is whole or not there.
func writeFile(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".impor-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("%s tidak dapat ditulis: %w", file, err)
	}
	return nil
}

// LowScore is the score below which a work wants a reader before anybody relies on it.
const LowScore = 90

// Totals sums up an import.
type Totals struct {
	Works, Failed  int
	Full           int // without a gap between the articles
	Empty          int // without an article
	Low            int // below LowScore
	Articles, Gaps int
	Score          float64 // the mean
}

// Totals sums the files up.
func (s *Summary) Totals() Totals {
	var t Totals
	for _, d := range s.Files {
		if d.Failed != "" {
			t.Failed++
			continue
		}
		t.Works++
		t.Articles += d.Articles
		t.Gaps += d.Gaps
		t.Score += float64(d.Score)
		if d.Extent == "full" {
			t.Full++
		}
		if d.Articles == 0 {
			t.Empty++
		}
		if d.Score < LowScore {
			t.Low++
		}
	}
	if t.Works > 0 {
		t.Score /= float64(t.Works)
	}
	return t
}
