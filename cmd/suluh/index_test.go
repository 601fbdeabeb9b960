package main

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suluh/corpus/corpustest"
	"suluh/index"
)

// importedFolder writes works made up by a generator.
func importedFolder(t *testing.T, works fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, works); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestIndex(t *testing.T) {
	works := importedFolder(t, corpustest.Synthetic(12))
	dir := filepath.Join(t.TempDir(), "indeks")
	got := runSuluh(t, "index", "--corpus", works, "--index", dir)
	if got.status != exitOK || got.stderr != "" || !strings.Contains(got.stdout, "12 peraturan impor dibaca") || !strings.Contains(got.stdout, "12 hasil impor") {
		t.Fatalf("run(index) = %d, %q, %q", got.status, got.stdout, got.stderr)
	}
	if got := runSuluh(t, "index", "--corpus", works, "--index", dir); !strings.Contains(got.stdout, "tidak ada yang berubah") {
		t.Errorf("run(index) again prints %q", got.stdout)
	}
	got = runSuluh(t, "search", "--index", dir, "pasal 1 uu 1/1916")
	if got.status != exitOK || !strings.Contains(got.stdout, "uu/1916/1#pasal-1") || !strings.Contains(got.stdout, "Impor otomatis, belum diperiksa") {
		t.Errorf("run(search --index) = %d: %s%s", got.status, got.stdout, got.stderr)
	}
	if got := runSuluh(t, "search", "--index", dir, "restitusi korban"); !strings.Contains(got.stdout, "uu/2023/1#pasal-94") {
		t.Errorf("the core is not in the index: %s%s", got.stdout, got.stderr)
	}
}

func TestIndexRefuses(t *testing.T) {
	empty := t.TempDir()
	broken := importedFolder(t, fstest.MapFS{"a.md": {Data: []byte("---\nid: uu/1916/1\nimported: ya\n---\n\n### Pasal\n")}})
	for _, tt := range []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"no folder", []string{"index"}, exitUsage, "tulis --index FOLDER"},
		{"no corpus", []string{"index", "--index", empty, "--corpus", filepath.Join(empty, "tiada")}, exitFound, "tidak ada"},
		{"a mistake in a text", []string{"index", "--index", filepath.Join(empty, "x"), "--corpus", broken}, exitFound, "a.md:"},
		{"no index", []string{"search", "--index", empty, "korban"}, exitFound, "suluh index"},
		{"both", []string{"search", "--index", empty, "--corpus", empty, "korban"}, exitUsage, "tidak dapat dipakai bersama"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, tt.args...)
			if got.status != tt.status || !strings.Contains(got.stdout+got.stderr, tt.want) {
				t.Errorf("run(%q) = %d, %q, want %d and %q", tt.args, got.status, got.stdout+got.stderr, tt.status, tt.want)
			}
		})
	}
}

// TestIndexKilled kills the program at points spread over a build. The folder must hold the old index or the new one.
func TestIndexKilled(t *testing.T) {
	first := corpustest.Synthetic(40)
	second := maps.Clone(first)
	for i, path := range slices.Sorted(maps.Keys(first)) {
		if i%3 == 0 {
			second[path] = &fstest.MapFile{Data: append(slices.Clone(first[path].Data), "\n### Pasal 900\n\nZorba.\n"...)}
		}
	}
	folders := []string{importedFolder(t, first), importedFolder(t, second)}
	dir := filepath.Join(t.TempDir(), "indeks")
	start := time.Now()
	sums := []string{indexAs(t, dir, folders[0]), indexAs(t, filepath.Join(t.TempDir(), "lain"), folders[1])}
	whole := time.Since(start) / 2

	const kills = 20
	broken := 0
	for i := range kills {
		now := sumOf(t, dir)
		c := indexProgram(t, dir, folders[1-slices.Index(sums, now)])
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i+1) / kills)
		c.Process.Kill()
		if c.Wait() != nil {
			broken++
		}
		after := sumOf(t, dir)
		if !slices.Contains(sums, after) {
			t.Fatalf("after kill %d the index is of %s, which is neither the old nor the new corpus", i, after)
		}
		got := runSuluh(t, "search", "--index", dir, "zorba")
		if found := strings.Contains(got.stdout, "#pasal-900"); got.status != exitOK || found != (after == sums[1]) {
			t.Errorf("after kill %d: search finds the new articles: %v, the index is the new one: %v\n%s", i, found, after == sums[1], got.stderr)
		}
	}
	if broken == 0 {
		t.Error("no build was broken off")
	}
	indexAs(t, dir, folders[0])
	if left, err := fs.Glob(os.DirFS(dir), "*"); err != nil || len(left) != 2 {
		t.Errorf("a build that ends leaves %v, want the index and the file that names it", left)
	}
}

func indexProgram(t *testing.T, dir, works string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0], "index", "--corpus", works, "--index", dir)
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

// indexAs builds an index in a process of its own and returns the sum of its corpus.
func indexAs(t *testing.T, dir, works string) string {
	t.Helper()
	if out, err := indexProgram(t, dir, works).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return sumOf(t, dir)
}

func sumOf(t *testing.T, dir string) string {
	t.Helper()
	s, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return s.Corpus
}
