package index_test

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
)

// nationalFolder names the folder that `suluh import` filled with the statutes and government regulations of the
// country. It is no part of the project: without it tests and benchmarks use works made up for the purpose.
const nationalFolder = "SULUH_NATIONAL"

// nationalDir returns the folder of the imported works, or one of n made-up ones.
func nationalDir(tb testing.TB, n int) (dir string, real bool) {
	tb.Helper()
	if dir = os.Getenv(nationalFolder); dir != "" {
		if _, err := os.Stat(dir); err != nil {
			tb.Fatalf("%s: %v", nationalFolder, err)
		}
		return dir, true
	}
	tb.Logf("%s is unset: %d made-up works stand for the imported ones", nationalFolder, n)
	dir = tb.TempDir()
	if err := os.CopyFS(dir, corpustest.Synthetic(n)); err != nil {
		tb.Fatal(err)
	}
	return dir, false
}

// eachWork calls yield for every work in a folder.
func eachWork(fsys fs.FS, yield func(*corpus.Work)) error {
	return fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".md") {
			return err
		}
		source, err := fs.ReadFile(fsys, file)
		if err != nil {
			return err
		}
		w, _ := corpus.ParseWork(file, source) // a scan misread is no mistake here
		yield(w)
		return nil
	})
}

// isCore reports whether a library has a work itself, not on its shelf.
func isCore(l *corpus.Library, w *corpus.Work) bool {
	return slices.ContainsFunc(l.Works(), func(own *corpus.Work) bool { return own.ID == w.ID })
}

// writeArticles writes articles into a file, so that a build reads words and not Markdown: every nth of a library, and of
// the works in a folder that the library does not have. It returns their number and the bytes of their words.
func writeArticles(l *corpus.Library, fsys fs.FS, file string, nth int) (n, size int, err error) {
	f, err := os.Create(file)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	seen := 0
	add := func(articles []index.Article) {
		for _, a := range articles {
			if seen++; seen%nth != 0 {
				continue
			}
			n++
			size += len(a.Heading) + len(a.Text) + len(a.Elucidation)
			for _, s := range []string{a.Ref.Work, a.Ref.Fragment, a.Heading, a.Text, a.Elucidation} {
				w.Write(binary.AppendUvarint(nil, uint64(len(s))))
				w.WriteString(s)
			}
		}
	}
	add(index.CoreArticles(l, day))
	err = eachWork(fsys, func(work *corpus.Work) {
		if !isCore(l, work) {
			add(index.ImportedArticles(work))
		}
	})
	return n, size, errors.Join(err, w.Flush())
}

// readArticles reads such a file one article after another, so that whoever indexes them holds no more than it wants.
func readArticles(file string) iter.Seq2[index.Article, error] {
	return func(yield func(index.Article, error) bool) {
		f, err := os.Open(file)
		if err != nil {
			yield(index.Article{}, err)
			return
		}
		defer f.Close()
		r := bufio.NewReaderSize(f, 1<<20)
		for {
			var s [5]string
			for i := range s {
				if s[i], err = readString(r); err != nil {
					break
				}
			}
			if err == io.EOF && s[0] == "" {
				return
			}
			if !yield(index.Article{Ref: corpus.Ref{Work: s[0], Fragment: s[1]}, Heading: s[2], Text: s[3], Elucidation: s[4]}, err) || err != nil {
				return
			}
		}
	}
}

func readString(r *bufio.Reader) (string, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil {
		return "", err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(r, b)
	return string(b), err
}

// median returns the middle value.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// readLines reads a file without its comments.
func readLines(tb testing.TB, file string) []string {
	tb.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}
