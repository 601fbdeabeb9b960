package site_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
	"suluh/site"
)

// shelfFake is a shelf of works written here. It counts the works that are read.
type shelfFake struct {
	sources map[string]string // the text of a work; that of a broken one is gone
	entries []corpus.Entry
	reads   int
}

func (s *shelfFake) Entries() []corpus.Entry { return s.entries }

func (s *shelfFake) Source(id string) ([]byte, error) {
	s.reads++
	if source, ok := s.sources[id]; ok {
		return []byte(source), nil
	}
	return nil, errors.New("the text is gone")
}

// newShelfFake makes a shelf of bodies of works by id.
func newShelfFake(bodies map[string]string) *shelfFake {
	s := &shelfFake{sources: map[string]string{}}
	for _, id := range slices.Sorted(maps.Keys(bodies)) {
		name := corpus.NumberedName(id)
		s.sources[id] = fmt.Sprintf("---\nid: %s\ntitle: Urusan %s\nshort: %[2]s\nenacted: 1999-05-03\nin_force: 1999-06-01\nsource: Impor otomatis.\nimported: skor 97 dari 100\n---\n\n# Undang-Undang %[2]s tentang Urusan %[2]s\n\n%s", id, name, bodies[id])
		w, _ := corpus.ParseWork(id, []byte(s.sources[id]))
		s.entries = append(s.entries, w.Entry())
	}
	return s
}

// shelfCore is a work that people have read. It cites one on the shelf, rewrites an article of it, and repeals one of another.
const shelfCore = `---
id: uu/2010/5
title: Jalan Kota
short: UU Jalan
enacted: 2010-03-01
in_force: 2010-03-01
source: Ditulis untuk pengujian.
relations:
  - {type: amends, by: pasal-i.angka-1, target: uu/1999/7#pasal-3, from: 2010-03-01}
  - {type: repeals, by: pasal-iii, target: uu/1999/10#pasal-2, from: 2010-03-01}
---

# Undang-Undang Republik Indonesia Nomor 5 Tahun 2010 tentang Jalan Kota

### Pasal I

1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:

> Pasal 3
> Jembatan besi.

### Pasal II

Jalan desa diatur dalam Pasal 2 ayat (1) Undang-Undang Nomor 7 Tahun 1999.

### Pasal III

Pasal 2 Undang-Undang Nomor 10 Tahun 1999 dicabut.
`

// shelfSearch finds an article of each collection, whatever the question.
type shelfSearch struct{}

func (shelfSearch) Search(_ context.Context, q index.Query) (index.Result, error) {
	hits := []index.Hit{{Ref: corpus.ParseRef("uu/2010/5#pasal-ii")}, {Ref: corpus.ParseRef("uu/1999/7#pasal-2"), Snippet: []index.Part{{Text: "Jalan desa"}}}}
	return index.Result{Total: 2, Hits: hits, Counts: map[index.Facet][]index.Count{
		index.FacetCollection: {{Value: index.CoreCollection, N: 1}, {Value: index.ImportedCollection, N: 1}},
		index.FacetWork:       {{Value: "uu/2010/5", N: 1}, {Value: "uu/1999/7", N: 1}},
	}}, nil
}

// newShelfSite returns a site over a core of one work and a shelf of some, one of which cannot be read.
func newShelfSite(t *testing.T) (*site.Site, *shelfFake) {
	t.Helper()
	l, problems := corpus.Load(fstest.MapFS{"uu/2010/5.md": {Data: []byte(shelfCore)}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	shelf := newShelfFake(map[string]string{
		"uu/1999/7": "### Pasal 1\n\nLihat Pasal 2 ayat (1). Lihat pula Pasal II Undang-Undang Nomor 5 Tahun 2010.\n\n### Pasal 2\n\n(1) Jalan desa.\n\n#### Penjelasan\n\nCukup jelas.\n\n### Pasal 3\n\nJembatan.\n",
		"uu/1999/8": "### Pasal 1\n\nSumur.\n", "uu/1999/10": "### Pasal 1\n\nSawah.\n\n### Pasal 2\n\nLumbung.\n", "uu/2001/3": "### Pasal 1\n\nKebun.\n", "pp/2000/1": "### Pasal 1\n\nPasar.\n",
	})
	delete(shelf.sources, "uu/1999/8")
	l.SetShelf(shelf)
	s, err := site.New(site.Config{Library: l, Search: shelfSearch{}, Rules: newTestSite(t).rules, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	return s, shelf
}

const importWarning = "Impor otomatis, belum diperiksa."

func TestShelfPages(t *testing.T) {
	s, _ := newShelfSite(t)
	for address, want := range map[string][]string{
		"/uu/1999/7":                                            {"Jalan desa.", "Jembatan besi.", "Keadaan hukum belum diperiksa.", "lengkap, 3 pasal"},
		"/uu/1999/7?tanggal=2005-01-01":                         {"Jembatan.", "Keadaan hukum belum diperiksa."},
		"/uu/1999/7?tanggal=1999-05-31":                         {"Belum berlaku."},
		"/uu/1999/7/pasal/1":                                    {"Lihat Pasal 2 ayat (1)", "Keadaan hukum belum diperiksa."},
		"/uu/1999/7/pasal/2":                                    {"Jalan desa.", "Dirujuk oleh", "Cukup jelas."},
		"/uu/1999/7/pasal/3":                                    {"Jembatan besi.", "Bunyi asli, sampai 28 Februari 2010"},
		"/uu/1999/7/pasal/3?tanggal=2005-01-01":                 {"Jembatan."},
		"/uu/1999/10":                                           {"Sebagian dicabut. Pasal 2 UU 10/1999 dicabut sejak 1 Maret 2010. Perubahan lain belum diperiksa."},
		"/uu/1999/10?tanggal=2005-01-01":                        {"Keadaan hukum belum diperiksa."},
		"/uu/1999/10/pasal/1":                                   {"Keadaan hukum belum diperiksa."},
		"/uu/1999/10/pasal/2":                                   {"Dicabut sejak 1 Maret 2010."},
		"/koleksi/impor/uu/1999":                                {"Sebagian dicabut"},
		"/banding?a=pasal+1+uu+10%2F1999&b=pasal+2+uu+7%2F1999": {"Sawah.", "Jalan desa."},
	} {
		text := textOf(fetchPage(t, s, address, http.StatusOK).Find("main"))
		for _, want := range append(want, importWarning) {
			if !strings.Contains(text, want) {
				t.Errorf("%s says %q, want %q in it", address, text, want)
			}
		}
		if strings.Contains(text, "Berlaku sejak") || strings.Contains(text, "Berlaku, ") {
			t.Errorf("%s says that it is law, which nobody has looked into", address)
		}
	}
}

// TestShelfWarningInSight looks for the warning where it need not be unfolded, and will be printed.
func TestShelfWarningInSight(t *testing.T) {
	s, _ := newShelfSite(t)
	for _, address := range []string{"/uu/1999/7", "/uu/1999/7/pasal/1", "/uu/1999/7/pasal/3", "/koleksi/impor", "/koleksi/impor/uu/1999"} {
		doc := fetchPage(t, s, address, http.StatusOK)
		doc.Find("details").Remove()
		if text := textOf(doc.Find("main .notice")); !strings.Contains(text, importWarning) {
			t.Errorf("%s shows outside of details the notices %q, want the warning among them", address, text)
		}
	}
	if text := textOf(fetchPage(t, s, "/uu/2010/5", http.StatusOK).Find("main")); strings.Contains(text, importWarning) {
		t.Errorf("a work that people have read is marked as imported: %q", text)
	}
}

func TestShelfLinks(t *testing.T) {
	s, _ := newShelfSite(t)
	for address, want := range map[string]string{
		"/uu/2010/5/pasal/ii":                       "/uu/1999/7/pasal/2#ayat-1",
		"/uu/1999/7/pasal/1":                        "/uu/1999/7/pasal/2#ayat-1",
		"/uu/1999/7/pasal/1?tanggal=2020-01-01":     "/uu/2010/5/pasal/ii?tanggal=2020-01-01",
		"/uu/1999/7/pasal/2":                        "/uu/2010/5/pasal/ii",
		"/koleksi":                                  "/koleksi/impor",
		"/koleksi/impor":                            "/koleksi/impor/uu/1999",
		"/koleksi/impor?tanggal=2020-01-01":         "/koleksi/impor/uu/1999?tanggal=2020-01-01",
		"/koleksi/impor/uu/1999":                    "/koleksi/impor/uu/2001",
		"/koleksi/impor/uu/2001":                    "/koleksi/impor/uu/1999",
		"/koleksi/impor/uu/1999?tanggal=2020-01-01": "/uu/1999/10?tanggal=2020-01-01",
	} {
		if links := hrefs(fetchPage(t, s, address, http.StatusOK).Find("main a")); !slices.Contains(links, want) {
			t.Errorf("%s leads to %q, want %s among them", address, links, want)
		}
	}
	for query, want := range map[string]string{"uu 10/1999": "/uu/1999/10", "pasal 3 uu nomor 7 tahun 1999": "/uu/1999/7/pasal/3"} {
		w := fetch(s, http.MethodGet, "/cari?q="+strings.ReplaceAll(query, " ", "+"))
		if got := w.Header().Get("Location"); got != want {
			t.Errorf("the question %q leads to %q, want %q", query, got, want)
		}
	}
}

func TestShelfErrors(t *testing.T) {
	s, _ := newShelfSite(t)
	for address, want := range map[string]struct {
		status int
		says   string
	}{
		"/uu/1999/7/pasal/9":     {404, "Peraturan ini berisi Pasal 1 sampai Pasal 3."},
		"/uu/1999/9":             {404, "UU 9/1999 tidak ada dalam koleksi ini."},
		"/uu/1999/8":             {500, "Halaman ini gagal disusun."},
		"/uu/1999/8/pasal/1":     {500, "Halaman ini gagal disusun."},
		"/koleksi/impor/uu/2002": {404, "Hasil impor tidak memuat Undang-Undang tahun 2002."},
		"/koleksi/impor/uu/99":   {404, "Alamat ini tidak ada"},
	} {
		if text := textOf(fetchPage(t, s, address, want.status).Find("main")); !strings.Contains(text, want.says) {
			t.Errorf("%s says %q, want %q in it", address, text, want.says)
		}
	}
	if text := textOf(fetchPage(t, newTestSite(t).site, "/koleksi", 200).Find("main")); strings.Contains(text, "impor") {
		t.Error("a collection without a shelf speaks of imported works")
	}
	fetchPage(t, newTestSite(t).site, "/koleksi/impor", 404)
}

func TestShelfList(t *testing.T) {
	s, _ := newShelfSite(t)
	var names []string
	for _, h := range fetchPage(t, s, "/koleksi/impor/uu/1999", http.StatusOK).Find("tbody th a").EachIter() {
		names = append(names, textOf(h))
	}
	if want := []string{"UU 7/1999", "UU 8/1999", "UU 10/1999"}; !slices.Equal(names, want) {
		t.Errorf("the works of the year are %q, want %q", names, want)
	}
	text := textOf(fetchPage(t, s, "/koleksi/impor", http.StatusOK).Find("main"))
	for _, want := range []string{"5 peraturan ini", "Peraturan Pemerintah 1 2000–20092000 (1)", "Undang-Undang 4 1990–19991999 (3) 2000–20092001 (1)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the list says %q, want %q in it", text, want)
		}
	}
}

func TestShelfSearch(t *testing.T) {
	s, shelf := newShelfSite(t)
	doc := fetchPage(t, s, "/cari?q=jalan", http.StatusOK)
	if got := textOf(doc.Find(".filter").First().Find("h2, li")); got != "KoleksiKoleksi inti 1Impor otomatis, belum diperiksa 1" {
		t.Errorf("the choice of collections is %q", got)
	}
	if links := hrefs(doc.Find(".filter a")); !slices.Contains(links, "/cari?koleksi=impor&q=jalan") {
		t.Errorf("the choices lead to %q", links)
	}
	hits := doc.Find(".hit")
	if got := textOf(hits.Eq(0)); strings.Contains(got, "Impor otomatis") {
		t.Errorf("a hit of the core is marked: %q", got)
	}
	if got := textOf(hits.Eq(1)); !strings.Contains(got, "Pasal 2 UU 7/1999") || !strings.Contains(got, "Urusan UU 7/1999") || !strings.Contains(got, "Impor otomatis, belum diperiksa") {
		t.Errorf("the hit of the shelf is %q, want its name, title and mark", got)
	}
	var answer site.Answer
	if err := json.Unmarshal(fetch(s, http.MethodGet, "/api/cari?q=jalan").Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	if h := answer.Hits[1]; h.ID != "uu/1999/7#pasal-2" || h.Title != "Pasal 2 UU 7/1999" || h.Marks != "Impor otomatis, belum diperiksa" || !strings.HasPrefix(h.Status, "Keadaan hukum belum diperiksa.") {
		t.Errorf("the hit of the shelf is %+v", h)
	}
	if shelf.reads > 0 {
		t.Errorf("%d works were read for a list of hits, want none", shelf.reads)
	}
}

// TestShelfEverything fetches the pages of every work in the folder of an import that SULUH_IMPORTED names, and of made-up
// works where it names none.
func TestShelfEverything(t *testing.T) {
	var works fs.FS = corpustest.Synthetic(20)
	if root := os.Getenv("SULUH_IMPORTED"); root != "" {
		works = os.DirFS(root)
	}
	shelf := &shelfFake{sources: map[string]string{}}
	err := fs.WalkDir(works, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".md" || path.Dir(file) == "." || strings.HasPrefix(file, "impor/") {
			return err
		}
		source, err := fs.ReadFile(works, file)
		w, _ := corpus.ParseWork(file, source)
		shelf.sources[w.ID] = string(source)
		shelf.entries = append(shelf.entries, w.Entry())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(shelf.entries, func(a, b corpus.Entry) int { return strings.Compare(a.ID, b.ID) })
	l, _ := corpus.Load(corpus.Texts())
	l.SetShelf(shelf)
	s, err := site.New(site.Config{Library: l, Search: shelfSearch{}, Rules: newTestSite(t).rules, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range l.Shelf() {
		pages := []string{"/" + e.ID}
		articles := slices.Collect(e.Articles.All())
		for _, i := range []int{0, len(articles) / 2, len(articles) - 1} {
			if i >= 0 && i < len(articles) {
				pages = append(pages, corpus.Ref{Work: e.ID, Fragment: articles[i]}.Path())
			}
		}
		for _, address := range pages {
			w := fetch(s, http.MethodGet, address)
			if body := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(body, importWarning) || strings.Contains(body, "<strong>Berlaku</strong>") {
				t.Errorf("GET %s: status %d, want 200 with the warning that nobody has read it, and not that it is law", address, w.Code)
			}
		}
	}
	if len(l.Shelf()) == 0 {
		t.Error("there were no works")
	}
	t.Logf("%d works", len(l.Shelf()))
}

// TestShelfUnreadPages fetches pages that speak of no single work of the shelf.
func TestShelfUnreadPages(t *testing.T) {
	s, shelf := newShelfSite(t)
	for _, address := range []string{"/", "/koleksi", "/koleksi/impor", "/koleksi/impor/uu/1999", "/glosarium", "/linimasa", "/putusan", "/sosialisasi", "/uu/2010/5", "/uu/2010/5/pasal/ii"} {
		fetchPage(t, s, address, http.StatusOK)
	}
	if shelf.reads > 0 {
		t.Errorf("%d works of the shelf were read, want none", shelf.reads)
	}
}
