package index_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
)

// smallCore is a collection of one statute.
var smallCore = fstest.MapFS{"uu/2007/21.md": {Data: []byte(`---
id: uu/2007/21
title: Uji
short: UU Uji
enacted: 2007-04-19
in_force: 2007-04-19
source: s
---

# Undang-Undang Uji

### Pasal 1

Zorba di atas kolam merah, lihat Pasal 1 UU 1/1916.

### Pasal 2

Kolam biru.
`)}}

// opened is an index folder with its library and engine.
type opened struct {
	*index.Store
	library *corpus.Library
	engine  index.Engine
}

func openIndex(t testing.TB, dir string) opened {
	t.Helper()
	s, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	l, problems := corpus.Load(s.Core())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	l.SetShelf(s)
	return opened{s, l, s.Engine(l, index.Options{Day: day})}
}

func buildIndex(t testing.TB, dir string, core, more fs.FS) index.Built {
	t.Helper()
	b, err := index.Build(context.Background(), dir, core, more, index.BuildOptions{Day: day})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// imported returns n works made up by a generator.
func imported(n int) fstest.MapFS { return corpustest.Synthetic(n) }

func TestBuildIndex(t *testing.T) {
	dir, works := t.TempDir(), imported(30)
	b := buildIndex(t, dir, smallCore, works)
	if b.Core != 1 || b.Imported != 30 || b.Indexed != 30 || b.Unchanged {
		t.Errorf("Build = %+v, want 1 work of the core and 30 imported ones, all indexed", b)
	}
	o := openIndex(t, dir)
	for path := range works {
		id := strings.TrimSuffix(path, ".md")
		source, err := o.Source(id)
		if err != nil || string(source) != string(works[path].Data) {
			t.Errorf("Source(%s): %d bytes, %v, want the file as it was", id, len(source), err)
		}
		if o.library.Work(id) == nil {
			t.Errorf("Work(%s) = nil", id)
		}
	}
	if _, err := o.Source("uu/1800/1"); err == nil {
		t.Error("Source of a work that is not there gives no error")
	}
	if got := refs(search(t, o.engine, index.Query{Text: "zorba kolam"})); len(got) == 0 || got[0] != "uu/2007/21#pasal-1" {
		t.Errorf("search finds %v, want Pasal 1 first", got)
	}
}

// TestBuildIndexAgain changes works one by one, and demands what a build from nothing gives.
func TestBuildIndexAgain(t *testing.T) {
	dir := t.TempDir()
	works := imported(30)
	buildIndex(t, dir, smallCore, works)
	if b := buildIndex(t, dir, smallCore, works); !b.Unchanged {
		t.Errorf("a second build of the same files = %+v, want Unchanged", b)
	}
	paths := slices.Sorted(maps.Keys(works))
	change := map[string]func(fstest.MapFS){
		"a changed work": func(m fstest.MapFS) {
			m[paths[3]] = &fstest.MapFile{Data: append(slices.Clone(works[paths[3]].Data), "\n### Pasal 900\n\nZorba sendirian.\n"...)}
		},
		"a new work":     func(m fstest.MapFS) { m = fstest.MapFS(m); maps.Copy(m, imported(31)) },
		"a work gone":    func(m fstest.MapFS) { delete(m, paths[5]) },
		"all works gone": func(m fstest.MapFS) { clear(m) },
	}
	for name, edit := range change {
		t.Run(name, func(t *testing.T) {
			now := maps.Clone(works)
			edit(now)
			stepwise, fresh := t.TempDir(), t.TempDir()
			buildIndex(t, stepwise, smallCore, works)
			b, err := index.Build(t.Context(), stepwise, smallCore, now, index.BuildOptions{Day: day, Memory: 1}) // a segment a document
			if err != nil {
				t.Fatal(err)
			}
			if b.Indexed > 1 {
				t.Errorf("%d works were read again, want at most the changed one", b.Indexed)
			}
			buildIndex(t, fresh, smallCore, now)
			sameAnswers(t, openIndex(t, stepwise), openIndex(t, fresh))
			entries, err := os.ReadDir(stepwise)
			if err != nil || len(entries) != 2 {
				t.Errorf("the folder holds %v, want the index and the file that names it", entries)
			}
		})
	}
}

// sameAnswers demands the same of two indexes, for words of every kind.
func sameAnswers(t *testing.T, a, b opened) {
	t.Helper()
	if a.Docs != b.Docs || len(a.Entries()) != len(b.Entries()) {
		t.Errorf("%d documents and %d works, want %d and %d", a.Docs, len(a.Entries()), b.Docs, len(b.Entries()))
	}
	for _, q := range []string{"zorba", "kolam", "zorba kolam sendirian", "setiap orang wajib", `"setiap orang"`, "pasal 2", "contoh", "pemerintah daerah", "zorbaa"} {
		one, other := search(t, a.engine, index.Query{Text: q, PerPage: 50}), search(t, b.engine, index.Query{Text: q, PerPage: 50})
		if one.Total != other.Total || !slices.Equal(refs(one), refs(other)) {
			t.Errorf("%q: %d %v\nwant %d %v", q, one.Total, refs(one), other.Total, refs(other))
		}
	}
}

// TestSegmentsMerge demands that an index does not depend on how often the memory was full.
func TestSegmentsMerge(t *testing.T) {
	works := imported(40)
	whole, pieces := t.TempDir(), t.TempDir()
	buildIndex(t, whole, smallCore, works)
	if _, err := index.Build(t.Context(), pieces, smallCore, works, index.BuildOptions{Day: day, Memory: 1}); err != nil {
		t.Fatal(err)
	}
	sameAnswers(t, openIndex(t, pieces), openIndex(t, whole))
}

func TestBuildIndexOverCore(t *testing.T) {
	dir := t.TempDir()
	changed := strings.Replace(string(smallCore["uu/2007/21.md"].Data), "Kolam biru.", "Kolam hijau.", 1)
	doubled := "---\nid: uu/2007/21\ntitle: X\nextent: full\nenacted: 2007-04-19\nin_force: 2007-04-19\nsource: s\nimported: \"skor 90 dari 100\"\n---\n\n# Undang-Undang X\n\n### Pasal 1\n\nZorba impor.\n"
	b := buildIndex(t, dir, smallCore, fstest.MapFS{
		"uu/2007/21.md":     {Data: []byte(changed)},
		"lain/uu-21.md":     {Data: []byte(doubled)},
		"impor/laporan.txt": {Data: []byte("laporan")},
	})
	if b.Core != 1 || b.Imported != 0 {
		t.Errorf("Build = %+v, want the core's work alone: the imported one has its id", b)
	}
	o := openIndex(t, dir)
	if got := refs(search(t, o.engine, index.Query{Text: "hijau"})); !slices.Equal(got, []string{"uu/2007/21#pasal-2"}) {
		t.Errorf("the changed wording is found in %v", got)
	}
	if r := search(t, o.engine, index.Query{Text: "zorba impor"}); r.Total != 1 {
		t.Errorf("%d articles found, want the core's only", r.Total)
	}
}

func TestBuildIndexRefuses(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "foto.jpg"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(imported(1)["uu/1916/1.md"].Data), "### Pasal 1\n", "### Pasal\n", 1)
	noID := "---\ntitle: X\nimported: ya\n---\n\n# X\n"
	for _, tt := range []struct {
		name, dir string
		more      fstest.MapFS
		want      string
	}{
		{"a folder of something else", full, imported(1), "foto.jpg, yang bukan bagian dari indeks"},
		{"a work with a mistake", "", fstest.MapFS{"a.md": {Data: []byte(broken)}}, "a.md:"},
		{"a text without front matter", "", fstest.MapFS{"a.md": {Data: []byte("\ufeff---\nid: uu/1916/1\n---\n")}}, "a.md:1: berkas tidak dimulai dengan front matter"},
		{"an id with a remark", "", fstest.MapFS{"a.md": {Data: []byte(strings.Replace(string(imported(1)["uu/1916/1.md"].Data), "id: uu/1916/1", "id: uu/1916/1 # contoh", 1))}}, "a.md:1: tulis id sebaris sendiri"},
		{"a work without an id", "", fstest.MapFS{"a.md": {Data: []byte(noID)}}, "a.md:1: naskah impor tanpa kunci id"},
		{"two works with one id", "", fstest.MapFS{"a.md": imported(1)["uu/1916/1.md"], "b.md": imported(1)["uu/1916/1.md"]}, `b.md:1: id "uu/1916/1" sudah dipakai oleh a.md`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := tt.dir
			if dir == "" {
				dir = t.TempDir()
				buildIndex(t, dir, smallCore, imported(2))
			}
			_, err := index.Build(t.Context(), dir, smallCore, tt.more, index.BuildOptions{Day: day})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Build: %v, want %q", err, tt.want)
			}
			if tt.dir == "" && openIndex(t, dir).Imported != 2 {
				t.Error("the old index is gone")
			}
		})
	}
}

func TestOpenIndexRefuses(t *testing.T) {
	if _, err := index.Open(t.TempDir()); !errors.Is(err, index.ErrNoIndex) {
		t.Errorf("Open(empty folder) = %v, want ErrNoIndex", err)
	}
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir, generation string)
		want   string
	}{
		{"cut segment", func(t *testing.T, dir, g string) { cut(t, filepath.Join(dir, g, "pasal.idx")) }, "pasal.idx"},
		{"no catalogue", func(t *testing.T, dir, g string) { remove(t, filepath.Join(dir, g, "katalog.json")) }, "katalog.json"},
		{"other version", func(t *testing.T, dir, g string) {
			path := filepath.Join(dir, g, "indeks.json")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, strings.Replace(string(data), `"format":2`, `"format":99`, 1))
		}, "format 99"},
		{"leads elsewhere", func(t *testing.T, dir, _ string) { write(t, filepath.Join(dir, "TERKINI"), "indeks-../../lain\n") }, "TERKINI rusak"},
		{"generation gone", func(t *testing.T, dir, g string) { remove(t, filepath.Join(dir, g)) }, "indeks.json"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			buildIndex(t, dir, smallCore, imported(3))
			name, err := os.ReadFile(filepath.Join(dir, "TERKINI"))
			if err != nil {
				t.Fatal(err)
			}
			tt.damage(t, dir, strings.TrimSpace(string(name)))
			if _, err := index.Open(dir); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "suluh index") {
				t.Errorf("Open: %v, want %q and what to do", err, tt.want)
			}
			buildIndex(t, dir, smallCore, imported(3)) // mends it
			openIndex(t, dir)
		})
	}
}

func cut(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()/2); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestBuildIndexLock: one build at a time, and what a killed one left behind is no hindrance.
func TestBuildIndexLock(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct{ holder, want string }{{strconv.Itoa(os.Getpid()), "sedang dibuat oleh proses"}, {"", ""}, {"9999999", ""}} {
		write(t, filepath.Join(dir, "kunci"), tt.holder)
		write(t, filepath.Join(dir, "TERKINI.baru"), "")
		_, err := index.Build(t.Context(), dir, smallCore, nil, index.BuildOptions{Day: day})
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("Build beside process %q: %v, want %q", tt.holder, err, tt.want)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "kunci")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the lock is left: %v", err)
	}
}

// TestBuildIndexStops: a context that ends ends the build, and leaves nothing.
func TestBuildIndexStops(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := index.Build(ctx, dir, smallCore, imported(10), index.BuildOptions{Day: day, Progress: func(done, _ int) {
		if done == 5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Build: %v, want that it was broken off", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("the folder holds %v", left)
	}
}

// TestSegmentCitations: a question that is nothing but citations is answered with what it cites, and with nothing else.
func TestSegmentCitations(t *testing.T) {
	dir := t.TempDir()
	buildIndex(t, dir, smallCore, imported(20))
	o := openIndex(t, dir)
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"pasal 2 uu 21/2007", []string{"uu/2007/21#pasal-2"}},
		{"Pasal 1 jo Pasal 2 UU No. 21 Tahun 2007", []string{"uu/2007/21#pasal-1", "uu/2007/21#pasal-2"}},
		{"ps 1 uu 1 1916", []string{"uu/1916/1#pasal-1"}},
	} {
		r := search(t, o.engine, index.Query{Text: tt.query})
		got := refs(r)
		slices.Sort(got)
		if r.Total != len(tt.want) || !slices.Equal(got, tt.want) {
			t.Errorf("Search(%q): %d %v, want %v", tt.query, r.Total, got, tt.want)
		}
	}
}

// TestCollectionFacet keeps the core apart from what was imported.
func TestCollectionFacet(t *testing.T) {
	dir := t.TempDir()
	works := imported(20)
	works["uu/1915/99.md"] = &fstest.MapFile{Data: []byte("---\nid: uu/1915/99\ntitle: Contoh\nextent: full\nenacted: 1915-01-01\nin_force: 1915-01-01\nsource: s\nimported: \"skor 90 dari 100\"\n---\n\n# Undang-Undang Contoh\n\n### Pasal 7\n\nKolam zorba.\n")}
	buildIndex(t, dir, smallCore, works)
	o := openIndex(t, dir)
	all := search(t, o.engine, index.Query{Text: "zorba"})
	want := []index.Count{{Value: index.ImportedCollection, N: 1}, {Value: index.CoreCollection, N: 1}}
	if !slices.Equal(all.Counts[index.FacetCollection], want) {
		t.Errorf("counts %v, want %v", all.Counts[index.FacetCollection], want)
	}
	for value, ref := range map[string]string{index.CoreCollection: "uu/2007/21#pasal-1", index.ImportedCollection: "uu/1915/99#pasal-7"} {
		r := search(t, o.engine, index.Query{Text: "zorba", Filter: index.Filter{index.FacetCollection: {value}}})
		if got := refs(r); r.Total != 1 || !slices.Equal(got, []string{ref}) {
			t.Errorf("koleksi=%s finds %v, want %s", value, got, ref)
		}
		if !slices.Equal(r.Counts[index.FacetCollection], want) {
			t.Errorf("koleksi=%s counts %v, want what each choice would leave", value, r.Counts[index.FacetCollection])
		}
	}
}
