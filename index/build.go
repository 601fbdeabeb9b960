package index

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	fastflate "github.com/klauspost/compress/flate"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// BuildOptions steer [Build].
type BuildOptions struct {
	Day      corpus.Date           // which wording of each article of the core is searched
	Memory   int                   // bytes, about, that the imported works may take before they are written, and the core as well; 0 means 32 MiB
	Progress func(done, total int) // imported works that are done; may be nil
}

const defaultMemory = 32 << 20

// Built tells what [Build] did.
type Built struct {
	Manifest
	Indexed   int  // imported works that were read, because they are new or changed
	Removed   int  // imported works that are no longer there
	Unchanged bool // nothing had changed, and nothing was done
}

// Build brings the index in a folder up to date with the files of a corpus: those of the core, and over them those of
// more, of which a work with the key "imported" goes to the shelf and any other file takes the place of the core's at the same path.
// More may be nil. Only works of which the file changed are read and analysed again. A work that the core has is left out
// of the shelf.
//
// It fails on problems of a text, with [corpus.Problems], on a folder that holds something else, and when ctx ends. The
// index that was there stays until the new one is whole.
func Build(ctx context.Context, dir string, core, more fs.FS, o BuildOptions) (Built, error) {
	s, err := survey(ctx, core, more)
	if err != nil {
		return Built{}, err
	}
	if err := mayBuildIn(dir); err != nil {
		return Built{}, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return Built{}, err
	}
	defer unlock()
	old, err := oldIndex(dir)
	if err != nil {
		return Built{}, err
	}
	if old != nil {
		defer old.Close()
		if old.Corpus == s.sum && old.Day == o.Day {
			return Built{Manifest: old.Manifest, Unchanged: true}, removeOthers(dir, filepath.Base(old.dir))
		}
	}
	b := &build{BuildOptions: o, survey: s, old: old}
	b.Memory = cmp.Or(b.Memory, defaultMemory)
	if b.dir, err = newGeneration(dir, s.sum); err != nil {
		return Built{}, err
	}
	if err := b.run(ctx); err != nil {
		os.RemoveAll(b.dir)
		return Built{}, err
	}
	if old != nil {
		old.Close() // so that it can be removed, on Windows too
	}
	if err := makeCurrent(dir, filepath.Base(b.dir)); err != nil {
		return Built{}, err
	}
	return b.Built, nil
}

// mayBuildIn makes an index folder where there is none, and refuses one that holds something else.
func mayBuildIn(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case name == currentFile, name == currentFile+".baru", name == lockFile, strings.HasPrefix(name, generationPrefix):
		default:
			return fmt.Errorf("folder %q berisi %s, yang bukan bagian dari indeks; pilih folder kosong atau baru", dir, name)
		}
	}
	return nil
}

// oldIndex opens the index that is there; nil if there is none that can be built upon: none at all, one that is damaged, of
// another version, or made by a program that reads texts in another way.
func oldIndex(dir string) (*Store, error) {
	old, err := Open(dir)
	switch {
	case err == nil && old.Reading == readingSum():
		return old, nil
	case err == nil:
		return nil, old.Close()
	case errors.Is(err, fs.ErrPermission):
		return nil, err
	}
	return nil, nil
}

// readingVersion is raised whenever works are read, or cut into documents, in another way than before. The analysis of
// words is not in it: its tables speak for themselves.
const readingVersion = 1

// readingSum tells one way of reading texts from another.
var readingSum = sync.OnceValue(func() string {
	tables, err := json.Marshal(indonesian.NewTables())
	if err != nil {
		panic(err) // strings and numbers
	}
	return fmt.Sprintf("%d-%x", readingVersion, sha256.Sum256(tables))[:18]
})

// newGeneration makes the folder of a generation. None that was there is touched: one of them counts until the new one does.
func newGeneration(dir, sum string) (string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(dir, fmt.Sprintf("%s%s-%d", generationPrefix, sum[:12], n))
		if err := os.Mkdir(path, 0o777); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
}

// makeCurrent lets a generation count from now on, and removes the others.
func makeCurrent(dir, generation string) error {
	if err := writeFile(filepath.Join(dir, currentFile+".baru"), func(w io.Writer) error {
		_, err := io.WriteString(w, generation+"\n")
		return err
	}); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(dir, currentFile+".baru"), filepath.Join(dir, currentFile)); err != nil {
		return err
	}
	syncFolder(dir)
	return removeOthers(dir, generation)
}

// removeOthers removes all generations but one: old ones, and those of builds that were broken off.
func removeOthers(dir, generation string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), generationPrefix) && e.Name() != generation {
			os.RemoveAll(filepath.Join(dir, e.Name())) // what cannot go yet, because a server on Windows has it open, goes next time
		}
	}
	return nil
}

// writeFile writes a file and sees that it is on the disk.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Sync(), f.Close())
}

// syncFolder sees that names in a folder are on the disk, where the system knows how.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// surveyed is what a build finds before it begins.
type surveyed struct {
	core    map[string][]byte // by path
	shelf   []sourceFile      // sorted by id
	fsys    fs.FS             // of the files of the shelf
	sum     string            // of everything
	byID    map[string]sourceFile
	shelved int64 // bytes of the files of the shelf
}

// sourceFile is the file of an imported work.
type sourceFile struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Sum  string `json:"sum"` // SHA-256
	Size int64  `json:"size"`
}

// survey reads every text once: those of the core to keep, those of the shelf for their sums.
func survey(ctx context.Context, core, more fs.FS) (*surveyed, error) {
	s := &surveyed{core: map[string][]byte{}, fsys: more, byID: map[string]sourceFile{}}
	take := func(fsys fs.FS, each func(path string, data []byte) error) error {
		return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			if err = errors.Join(err, ctx.Err()); err != nil || d.IsDir() {
				return err
			}
			if ext := filepath.Ext(path); ext != ".md" && ext != ".yaml" { // reports of the importer, pictures
				return nil
			}
			data, err := fs.ReadFile(fsys, path)
			if err != nil {
				return err
			}
			return each(path, data)
		})
	}
	if err := take(core, func(path string, data []byte) error { s.core[path] = data; return nil }); err != nil {
		return nil, err
	}
	if more != nil {
		if err := take(more, s.sort); err != nil {
			return nil, err
		}
	}
	s.shelf = slices.SortedFunc(maps.Values(s.byID), func(a, b sourceFile) int { return cmp.Compare(a.ID, b.ID) })
	all := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(s.core)) {
		fmt.Fprintf(all, "%s %x\n", path, sha256.Sum256(s.core[path]))
	}
	for _, f := range s.shelf {
		fmt.Fprintf(all, "%s %s\n", f.Path, f.Sum)
		s.shelved += f.Size
	}
	s.sum = hex.EncodeToString(all.Sum(nil))
	return s, nil
}

// sort puts a file of the added folder with the core or with the shelf.
func (s *surveyed) sort(path string, data []byte) error {
	id, imported := importedID(data)
	switch ext := filepath.Ext(path); {
	case imported && id == "":
		return corpus.Problems{{File: path, Line: 1, Message: "naskah impor tanpa kunci id"}}
	case imported:
		if other, ok := s.byID[id]; ok {
			return corpus.Problems{{File: path, Line: 1, Message: fmt.Sprintf("id %q sudah dipakai oleh %s", id, other.Path)}}
		}
		sum := sha256.Sum256(data)
		s.byID[id] = sourceFile{id, path, hex.EncodeToString(sum[:]), int64(len(data))}
	case ext == ".md" && !bytes.HasPrefix(data, []byte("---")):
		return corpus.Problems{{File: path, Line: 1, Message: "berkas tidak dimulai dengan front matter; baris pertama harus \"---\""}}
	default:
		s.core[path] = data
	}
	return nil
}

// importedID reads the id of a work from its front matter, and whether the key "imported" is there.
func importedID(source []byte) (id string, imported bool) {
	head, _, _ := bytes.Cut(source, []byte("\n---"))
	if !bytes.HasPrefix(head, []byte("---")) {
		return "", false
	}
	for line := range strings.Lines(string(head)) {
		if value, ok := strings.CutPrefix(line, "id:"); ok {
			id = strings.Trim(value, " \t\r\n\"'")
		}
		imported = imported || strings.HasPrefix(line, "imported:")
	}
	return id, imported
}

// build is a generation under way.
type build struct {
	BuildOptions
	Built
	survey  *surveyed
	old     *Store // nil if there is none to build upon
	dir     string
	changed []sourceFile
	kept    map[string]bool // works of the shelf that stay as they are in old
	entries []corpus.Entry
}

// run makes all files of the generation.
func (b *build) run(ctx context.Context) error {
	library, err := b.writeCore()
	if err != nil {
		return err
	}
	for id := range b.survey.byID {
		if library.Work(id) != nil {
			delete(b.survey.byID, id)
		}
	}
	b.survey.shelf = slices.DeleteFunc(b.survey.shelf, func(f sourceFile) bool { return library.Work(f.ID) != nil })
	if err := b.compare(); err != nil {
		return err
	}
	texts := make(chan error, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() { texts <- b.writeShelf(ctx) }()
	ofCore, ofShelf, err := b.index(ctx, library)
	if err != nil {
		cancel()
	}
	if textsErr := <-texts; err == nil {
		err = textsErr
	}
	if err == nil {
		err = b.join(ctx, ofCore, ofShelf)
	}
	if err != nil {
		return err
	}
	return b.describe(library)
}

// writeCore packs the files of the core, and loads them from there.
func (b *build) writeCore() (*corpus.Library, error) {
	path := filepath.Join(b.dir, coreFile)
	err := writeFile(path, func(w io.Writer) error {
		z := zip.NewWriter(w)
		for _, name := range slices.Sorted(maps.Keys(b.survey.core)) {
			f, err := z.Create(name)
			if err != nil {
				return err
			}
			if _, err := f.Write(b.survey.core[name]); err != nil {
				return err
			}
		}
		return z.Close()
	})
	if err != nil {
		return nil, err
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	l, problems := corpus.Load(z)
	if len(problems) > 0 {
		return nil, problems
	}
	return l, nil
}

// compare finds which works of the shelf are as they were.
func (b *build) compare() error {
	b.kept = map[string]bool{}
	var before []sourceFile
	if b.old != nil {
		if err := b.old.readJSON(sourcesFile, &before); err != nil {
			before = nil // damaged: everything is read
		}
	}
	for _, f := range before {
		now, there := b.survey.byID[f.ID]
		switch {
		case !there:
			b.Removed++
		case now.Sum == f.Sum && b.old.files[f.ID] != nil:
			b.kept[f.ID] = true
		}
	}
	for _, f := range b.survey.shelf {
		if !b.kept[f.ID] {
			b.changed = append(b.changed, f)
		}
	}
	if b.old != nil {
		for _, e := range b.old.entries {
			if b.kept[e.ID] {
				b.entries = append(b.entries, e)
			}
		}
	}
	b.Indexed = len(b.changed)
	return nil
}

// read returns the Markdown of a work, which must still be what the survey saw.
func (s *surveyed) read(f sourceFile) ([]byte, error) {
	data, err := fs.ReadFile(s.fsys, f.Path)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.Sum {
		return nil, fmt.Errorf("%s berubah selagi diindeks; jalankan lagi", f.Path)
	}
	return data, nil
}

// writeShelf packs the Markdown of the works of the shelf. What is packed in the old index goes over as it is.
func (b *build) writeShelf(ctx context.Context) error {
	return writeFile(filepath.Join(b.dir, shelfFile), func(w io.Writer) error {
		z := zip.NewWriter(w)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return fastflate.NewWriter(w, flate.BestSpeed) })
		for _, f := range b.survey.shelf {
			if err := ctx.Err(); err != nil {
				return err
			}
			if b.kept[f.ID] {
				if err := z.Copy(b.old.files[f.ID]); err != nil {
					return err
				}
				continue
			}
			data, err := b.survey.read(f)
			if err != nil {
				return err
			}
			packed, err := z.Create(f.ID + ".md")
			if err != nil {
				return err
			}
			if _, err := packed.Write(data); err != nil {
				return err
			}
		}
		return z.Close()
	})
}

// index analyses the core and the changed works, and returns the files of the segments of each, in the order of the works.
func (b *build) index(ctx context.Context, library *corpus.Library) (ofCore, ofShelf []string, err error) {
	workers := runtime.GOMAXPROCS(0)
	shares := split(b.changed, workers)
	runs := make([][]string, len(shares)+1)
	errs := make([]error, len(shares)+1)
	entries := make([][]corpus.Entry, len(shares))
	done, mu := 0, sync.Mutex{}
	var group sync.WaitGroup
	group.Go(func() { runs[0], errs[0] = b.indexCore(ctx, library) })
	for i, share := range shares {
		group.Go(func() {
			r := &runWriter{dir: b.dir, prefix: fmt.Sprintf("bagian-%d", i+1), limit: b.Memory / len(shares)}
			errs[i+1] = b.indexShare(ctx, share, r, func(e corpus.Entry) {
				entries[i] = append(entries[i], e)
				mu.Lock()
				defer mu.Unlock()
				if done++; b.Progress != nil {
					b.Progress(done, len(b.changed))
				}
			})
			runs[i+1] = r.files
		})
	}
	group.Wait()
	b.entries = slices.Concat(append([][]corpus.Entry{b.entries}, entries...)...)
	slices.SortFunc(b.entries, func(a, b corpus.Entry) int { return cmp.Compare(a.ID, b.ID) })
	return runs[0], slices.Concat(runs[1:]...), joinProblems(errs)
}

// joinProblems joins errors; problems of texts become one list.
func joinProblems(errs []error) error {
	var problems corpus.Problems
	for i, err := range errs {
		if ps, ok := errors.AsType[corpus.Problems](err); ok {
			problems, errs[i] = append(problems, ps...), nil
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// split cuts works into shares of about the same size, one after another.
func split(works []sourceFile, n int) [][]sourceFile {
	total := int64(0)
	for _, f := range works {
		total += f.Size
	}
	var out [][]sourceFile
	size, start := int64(0), 0
	for i, f := range works {
		size += f.Size
		if i == len(works)-1 || size >= total/int64(n)+1 {
			out = append(out, works[start:i+1])
			size, start = 0, i+1
		}
	}
	return out
}

func (b *build) indexCore(ctx context.Context, library *corpus.Library) ([]string, error) {
	r := &runWriter{dir: b.dir, prefix: "bagian-0", limit: b.Memory}
	for _, d := range documents(library, b.Day) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.facets = with(d.facets, FacetCollection, CoreCollection)
		if err := r.add(d); err != nil {
			return nil, err
		}
	}
	return r.files, r.flush()
}

// with returns facets with one more value.
func with(f Filter, facet Facet, value string) Filter {
	f = maps.Clone(f)
	f[facet] = []string{value}
	return f
}

// indexShare analyses works one after another. It goes on after a work with problems, and returns them all.
func (b *build) indexShare(ctx context.Context, share []sourceFile, r *runWriter, done func(corpus.Entry)) error {
	var problems corpus.Problems
	for _, f := range share {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := b.survey.read(f)
		if err != nil {
			return err
		}
		w, ps := corpus.ParseWork(f.Path, data)
		if len(ps) == 0 && w.ID != f.ID {
			ps = corpus.Problems{{File: f.Path, Line: 1, Message: fmt.Sprintf("tulis id sebaris sendiri tanpa keterangan: id: %s", w.ID)}}
		}
		if problems = append(problems, ps...); len(ps) > 0 {
			continue
		}
		for _, d := range importedDocuments(w) {
			if err := r.add(d); err != nil {
				return err
			}
		}
		done(w.Entry())
	}
	if len(problems) > 0 {
		return problems
	}
	return r.flush()
}

// runWriter writes documents into segments, a new one whenever the one under way takes too much memory.
type runWriter struct {
	dir, prefix string
	limit       int // bytes
	under       *builder
	files       []string
}

func (r *runWriter) add(d document) error {
	if r.under == nil {
		var err error
		if r.under, err = newBuilder(); err != nil {
			return err
		}
	}
	if err := r.under.add(d); err != nil {
		return err
	}
	if r.under.size() < r.limit {
		return nil
	}
	return r.flush()
}

func (r *runWriter) flush() error {
	if r.under == nil {
		return nil
	}
	path := filepath.Join(r.dir, fmt.Sprintf("%s-%d", r.prefix, len(r.files)))
	r.files = append(r.files, path)
	err := writeSegment(path, r.under.write)
	r.under = nil
	return err
}

// writeSegment writes a file through a buffer.
func writeSegment(path string, write func(io.Writer) error) error {
	return writeFile(path, func(w io.Writer) error {
		buffer := bufio.NewWriterSize(w, 1<<20)
		return errors.Join(write(buffer), buffer.Flush())
	})
}

// join merges segments, and what stays of the old index, into one. The core comes first: the engine knows it by that.
func (b *build) join(ctx context.Context, ofCore, ofShelf []string) error {
	var sources []*source
	for _, path := range slices.Concat(ofCore, ofShelf) {
		data, unmap, err := mapFile(path)
		if err != nil {
			return err
		}
		defer os.Remove(path)
		defer unmap()
		s, err := openSegment(data)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		sources = append(sources, &source{segment: s})
	}
	if b.old != nil && len(b.kept) > 0 {
		sources = slices.Insert(sources, len(ofCore), &source{segment: b.old.segment, dropped: func(work string) bool { return !b.kept[work] }})
	}
	return writeSegment(filepath.Join(b.dir, segmentFile), func(w io.Writer) error { return merge(endingWriter{ctx, w}, sources) })
}

// endingWriter fails when its context ends.
type endingWriter struct {
	ctx context.Context
	io.Writer
}

// Write implements [io.Writer].
func (w endingWriter) Write(data []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(data)
}

// describe writes what is known of the imported works and of the whole.
func (b *build) describe(library *corpus.Library) error {
	b.Manifest = Manifest{Format: FormatVersion, Reading: readingSum(), Day: b.Day, Corpus: b.survey.sum, Core: len(library.Works()), Imported: len(b.entries), Sizes: map[string]int64{}}
	data, unmap, err := mapFile(filepath.Join(b.dir, segmentFile))
	if err != nil {
		return err
	}
	defer unmap()
	s, err := openSegment(data)
	if err != nil {
		return err
	}
	b.Docs = s.Docs
	if err := b.writeJSON(catalogFile, b.entries); err != nil {
		return err
	}
	if err := b.writeJSON(sourcesFile, b.survey.shelf); err != nil {
		return err
	}
	for _, name := range []string{segmentFile, coreFile, shelfFile, catalogFile, sourcesFile} {
		info, err := os.Stat(filepath.Join(b.dir, name))
		if err != nil {
			return err
		}
		b.Sizes[name] = info.Size()
	}
	if err := b.writeJSON(manifestFile, b.Manifest); err != nil {
		return err
	}
	syncFolder(b.dir)
	return nil
}

func (b *build) writeJSON(name string, v any) error {
	return writeFile(filepath.Join(b.dir, name), func(w io.Writer) error { return json.NewEncoder(w).Encode(v) })
}
