package importer_test

import (
	"archive/tar"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/klauspost/compress/zstd"

	"suluh/corpus"
	"suluh/corpus/importer"
	"suluh/corpus/paper"
)

// archive holds all statutes and government regulations as Markdown of mixed quality, 134 MB. It is no part of the project.
const archive = "../../../shared/bench/regulations.tar.zst"

// regulations calls yield for each file of the archive, "uu/2007/21.md". Without the archive the test is skipped.
func regulations(t *testing.T, yield func(name string, text []byte)) {
	t.Helper()
	f, err := os.Open(archive)
	if err != nil {
		if os.Getenv("SULUH_REQUIRE_ALL") == "1" {
			t.Fatalf("the archive of regulations: %v", err)
		}
		t.Skipf("the archive of regulations is not here: %v", err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	r := tar.NewReader(z)
	for {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Fatal(err)
		case h.Typeflag != tar.TypeReg || !strings.HasSuffix(h.Name, ".md"):
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		_, name, _ := strings.Cut(h.Name, "regulations/")
		yield(name, text)
	}
}

// expected reads a list of works with the articles that they have: "uu/2007/21: 1-67".
func expected(t *testing.T, file string) map[string][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]string{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		id, list, ok := strings.Cut(s.Text(), ":")
		if !ok || strings.HasPrefix(id, "#") {
			continue
		}
		out[id] = nil
		for _, part := range strings.Fields(list) {
			if part != "-" {
				out[id] = append(out[id], numbers(t, part)...)
			}
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

var romans = []string{"I", "II", "III", "IV", "V"}

// numbers writes out "3-5", "I-II" or "7".
func numbers(t *testing.T, part string) []string {
	t.Helper()
	low, high, ok := strings.Cut(part, "-")
	if !ok {
		return []string{part}
	}
	if i, j := slices.Index(romans, low), slices.Index(romans, high); i >= 0 && j > i {
		return romans[i : j+1]
	}
	var from, to int
	if _, err := fmt.Sscan(low, &from); err != nil {
		t.Fatalf("%q: %v", part, err)
	}
	if _, err := fmt.Sscan(high, &to); err != nil {
		t.Fatalf("%q: %v", part, err)
	}
	var out []string
	for n := from; n <= to; n++ {
		out = append(out, fmt.Sprint(n))
	}
	return out
}

// tally counts how the articles of some works were found.
type tally struct{ expected, found, foreign int }

func (c *tally) count(want, got []string) (missing, foreign []string) {
	left := slices.Clone(want)
	for _, a := range got {
		if i := slices.Index(left, a); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			foreign = append(foreign, a)
		}
	}
	c.expected += len(want)
	c.found += len(want) - len(left)
	c.foreign += len(foreign)
	return left, foreign
}

func (c tally) String() string {
	return fmt.Sprintf("%d of %d articles found (%.1f %%), %d foreign", c.found, c.expected, 100*float64(c.found)/float64(c.expected), c.foreign)
}

// articleLine is what a naive splitter takes for an article.
var articleLine = regexp.MustCompile(`(?m)^Pasal ([0-9]+[A-Z]*|[IVXLC]+)[ \r]*$`)

// naive finds the articles as a split on lines "Pasal N" does.
func naive(text []byte) []string {
	var out []string
	for _, m := range articleLine.FindAllSubmatch(text, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

// TestSample imports works of all decades whose articles were listed by hand, and says how a naive split on the same
// texts fares. sample.txt was at hand while the importer was made; unseen.txt was drawn and set aside, and read only when
// it was finished.
func TestSample(t *testing.T) {
	for _, file := range []string{"testdata/sample.txt", "testdata/unseen.txt"} {
		t.Run(file, func(t *testing.T) {
			want := expected(t, file)
			var ours, lines, unique tally
			seen := 0
			regulations(t, func(name string, text []byte) {
				id := strings.TrimSuffix(name, ".md")
				list, ok := want[id]
				if !ok {
					return
				}
				seen++
				w, r := imported(t, name, string(text))
				if missing, foreign := ours.count(list, r.Articles); len(missing)+len(foreign) > 0 {
					t.Logf("%s: missing %v, foreign %v", id, missing, foreign)
				}
				split := naive(text)
				lines.count(list, split)
				slices.Sort(split)
				unique.count(list, slices.Compact(split))
				if len(w.Articles()) != len(r.Articles) {
					t.Errorf("%s: %d articles in the file, %d in the report", id, len(w.Articles()), len(r.Articles))
				}
			})
			if seen != len(want) {
				t.Errorf("%d of %d works are in the archive", seen, len(want))
			}
			t.Logf("importer: %s", ours)
			t.Logf("split on lines “Pasal N”: %s; each number once: %s", lines, unique)
			if ours.found*100 < ours.expected*97 || ours.foreign*100 > ours.expected {
				t.Errorf("%s: %s, want 97 %% found and no more than 1 %% foreign", file, ours)
			}
			if ours.found <= unique.found {
				t.Errorf("the importer finds no more than a naive split: %s", unique)
			}
		})
	}
}

// stride is which of the works of the archive are imported: the whole archive takes minutes, so that
// SULUH_EVERY_REGULATION must ask for it.
const stride = 10

// TestRegulations imports one work in ten of the archive, or all of them: nothing fails, no word is lost, and the corpus
// accepts every file.
func TestRegulations(t *testing.T) {
	every := stride
	if os.Getenv("SULUH_EVERY_REGULATION") != "" {
		every = 1
	}
	type file struct {
		name string
		text []byte
	}
	files := make(chan file)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var count, full, articles int
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for f := range files {
				complaints, articlesOf, extent := regulation(t, f.name, f.text)
				mu.Lock()
				for _, c := range complaints {
					t.Errorf("%s: %s", f.name, c)
				}
				count++
				articles += articlesOf
				if extent == string(corpus.Full) {
					full++
				}
				mu.Unlock()
			}
		})
	}
	seen := 0
	regulations(t, func(name string, text []byte) {
		if seen++; seen%every == 0 {
			files <- file{name, text}
		}
	})
	close(files)
	wg.Wait()
	t.Logf("%d works, %d with all their articles in a row, %d articles", count, full, articles)
	if count < 5000/every {
		t.Errorf("only %d works of %d in the archive", count, seen)
	}
}

// regulation imports one file and says what is wrong with the outcome.
func regulation(t *testing.T, name string, text []byte) (complaints []string, articles int, extent string) {
	r, err := importer.Import(t.Context(), name, text)
	if err != nil {
		return []string{err.Error()}, 0, ""
	}
	source, err := paper.Parse(t.Context(), name, text)
	if err != nil {
		return []string{err.Error()}, 0, ""
	}
	complaints = unbalanced(source, r)
	_, problems := corpus.ParseWork(r.Path, r.Markdown)
	for _, p := range problems {
		complaints = append(complaints, p.String())
	}
	return complaints, len(r.Report.Articles), r.Report.Extent
}
