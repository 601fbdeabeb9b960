package site_test

// The imported works in the static export: their pages, and their search, driven in a browser from file://.

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
	"suluh/site"
)

// stickCore is a collection of one statute, which cites an imported work.
var stickCore = fstest.MapFS{"uu/2007/21.md": {Data: []byte(`---
id: uu/2007/21
title: Uji
short: UU Uji
enacted: 2007-04-19
in_force: 2007-04-19
source: s
---

# Undang-Undang Republik Indonesia Nomor 21 Tahun 2007 tentang Uji

### Pasal 1

Menteri menerima pelaporan, lihat Pasal 1 PP 2/1917.

### Pasal 2

Gubernur menerima biaya.
`)}}

// shelfWorks are so many works made up by a generator that some stems are common.
const shelfWorks = 150

// shelfStick is an export with imported works, made once for all tests.
type shelfStick struct {
	dir     string
	store   *index.Store
	summary site.Summary
}

var shelfStickOnce = sync.OnceValues(func() (s shelfStick, err error) {
	dir, err := os.MkdirTemp("", "suluh-rak-")
	if err != nil {
		return s, err
	}
	theStage.closers = append(theStage.closers, func() { os.RemoveAll(dir) })
	l, store, err := openStore(filepath.Join(dir, "indeks"), stickCore, corpustest.Synthetic(shelfWorks))
	if err != nil {
		return s, err
	}
	s = shelfStick{dir: filepath.Join(dir, "salinan"), store: store}
	s.summary, err = exportShelf(l, store, s.dir, site.ExportOptions{Shelf: store})
	return s, err
})

// openStore indexes imported works beside a core and opens the index with its library.
func openStore(dir string, core, more fstest.MapFS) (*corpus.Library, *index.Store, error) {
	if _, err := index.Build(context.Background(), dir, core, more, index.BuildOptions{Day: corpus.DateOf(testNow)}); err != nil {
		return nil, nil, err
	}
	store, err := index.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	l, problems := corpus.Load(store.Core())
	if len(problems) > 0 {
		return nil, nil, problems
	}
	l.SetShelf(store)
	return l, store, nil
}

func exportShelf(l *corpus.Library, store *index.Store, dir string, o site.ExportOptions) (site.Summary, error) {
	s, err := site.New(site.Config{Library: l, Search: store.Engine(l, index.Options{Day: corpus.DateOf(testNow)}), Now: func() time.Time { return testNow }})
	if err != nil {
		return site.Summary{}, err
	}
	return s.ExportFolder(context.Background(), dir, o)
}

func newShelfStick(t *testing.T) shelfStick {
	t.Helper()
	s, err := shelfStickOnce()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestExportShelf looks at the files of an export with imported works.
func TestExportShelf(t *testing.T) {
	t.Parallel()
	s := newShelfStick(t)
	if s.summary.Shelf != shelfWorks || s.summary.Left > 0 {
		t.Errorf("the export has %d pages of imported works and leaves %d links out, want %d and none", s.summary.Shelf, s.summary.Left, shelfWorks)
	}
	for _, link := range brokenToShelf(s.summary) {
		t.Errorf("broken link %s", link)
	}
	files, err := filesIn(os.DirFS(s.dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range s.store.Entries() {
		if !slices.Contains(files, e.ID+".html") {
			t.Errorf("%s has no page", e.ID)
		}
		if slices.ContainsFunc(files, func(name string) bool { return strings.HasPrefix(name, e.ID+"/") || strings.HasPrefix(name, e.ID+"@") }) {
			t.Errorf("%s has more than one page", e.ID)
		}
	}
	page, err := os.ReadFile(filepath.Join(s.dir, "uu/2007/21/pasal/1.html"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `href="../../../../pp/1917/2.html#pasal-1"`; !strings.Contains(string(page), want) {
		t.Errorf("the citation of an imported article does not lead to its place: no %s", want)
	}
	if page, err = os.ReadFile(filepath.Join(s.dir, "pp/1917/2.html")); err != nil {
		t.Fatal(err)
	}
	if text := string(page); !strings.Contains(text, "Peraturan hasil impor hanya ada menurut keadaan hari salinan ini") || strings.Contains(text, "sama untuk semua tanggal") {
		t.Error("without scripts the page of an imported work does not say that it is there in its present state alone")
	}
}

// brokenToShelf returns the broken links that mean imported works. The core is too small for some links of the pages' frame.
func brokenToShelf(s site.Summary) []string {
	imported := regexp.MustCompile(`: /?(?:uu|pp)/19`)
	return slices.DeleteFunc(slices.Clone(s.Broken), func(link string) bool { return !imported.MatchString(link) })
}

// TestExportShelfOnly exports a part of the imported works, and none.
func TestExportShelfOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, store, err := openStore(filepath.Join(dir, "indeks"), stickCore, corpustest.Synthetic(20))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, c := range []struct {
		name   string
		o      site.ExportOptions
		shelf  int
		search bool
	}{
		{"one", site.ExportOptions{Shelf: store, Only: []string{"pp/1917/2"}}, 1, true},
		{"core", site.ExportOptions{Shelf: store, Only: []string{"uu/2007/21"}}, 0, false},
		{"none", site.ExportOptions{}, 0, false},
	} {
		summary, err := exportShelf(l, store, filepath.Join(dir, c.name), c.o)
		if err != nil {
			t.Fatal(err)
		}
		if broken := brokenToShelf(summary); summary.Shelf != c.shelf || len(broken) > 0 {
			t.Errorf("%s: %d pages of imported works, broken links %v, want %d and none", c.name, summary.Shelf, broken, c.shelf)
		}
		if _, err := os.Stat(filepath.Join(dir, c.name, "data/rak")); (err == nil) != c.search {
			t.Errorf("%s: the files of the search of imported works: %v, want them: %v", c.name, err, c.search)
		}
	}
}

// openShelfStick opens a tab on the export with imported works.
func openShelfStick(t *testing.T) *tab {
	t.Helper()
	p := openTab(t)
	p.server = "file://" + filepath.ToSlash(newShelfStick(t).dir)
	return p
}

// searchFor opens the page of a search and waits until it is made.
func (p *tab) searchFor(query string) {
	p.t.Helper()
	p.open(stickSearch + "?" + query)
	p.searched()
}

// TestBrowserShelf searches imported works as a visitor does, from file://.
func TestBrowserShelf(t *testing.T) {
	t.Parallel()
	p := openShelfStick(t)
	heard := complaints(p)
	useShelf(t, p)
	silent(t, heard)
}

// TestBrowserShelfWeb does the same on a web server that knows nothing of Suluh.
func TestBrowserShelfWeb(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	server := httptest.NewServer(http.FileServer(http.Dir(newShelfStick(t).dir)))
	t.Cleanup(server.Close)
	p.server = server.URL
	useShelf(t, p)
}

func useShelf(t *testing.T, p *tab) {
	t.Helper()

	// Below the hits of the core; marked; the hit leads to its article.
	p.searchFor("q=menteri+pelaporan")
	p.says("h1", "pasal untuk “menteri pelaporan”")
	p.says(".col-main > .hits .hit:first-of-type h2", "Pasal 1 UU Uji")
	p.says(".shelf h2", "Di luar koleksi inti")
	p.says(".col-main > [role=status]", "Di luar koleksi inti: "+p.text(".shelf-found")) // heard when it comes
	if n := p.count(".shelf .hit"); n != 5 {
		t.Errorf("%d imported articles below those of the core, want 5", n)
	}
	p.says(".shelf .hit:first-of-type .hit-badges", "Impor otomatis, belum diperiksa")
	article := strings.Fields(p.text(".shelf .hit:first-of-type h3"))[1]
	p.follow(".shelf .hit:first-of-type h3 a")
	p.settled()
	if top := eval[float64](p, `document.getElementById(location.hash.slice(1)).getBoundingClientRect().top`); top < -1 || top > 800 {
		t.Errorf("the article that a hit leads to is %.0f pixels from the top of the window", top)
	}
	p.says("#pasal-"+article+" h3", "Pasal "+article)

	// Alone, with pages.
	p.searchFor("q=menteri+pelaporan")
	p.follow(".shelf > p:last-child a")
	p.searched()
	p.says("h1", "di luar koleksi inti untuk “menteri pelaporan”")
	p.says(".notice", "belum diperiksa siapa pun")
	first := p.text(".hit:first-of-type h2")
	p.follow("a[rel=next]")
	p.searched()
	if n, start := p.count(".hit"), eval[int](p, `document.querySelector("ol.hits").start`); n != 10 || start != 11 || p.text(".hit:first-of-type h2") == first {
		t.Errorf("the second page has %d hits from %d, the first of them %q, want 10 from 11 and another than on the first page", n, start, first)
	}
	p.follow(".filter a[aria-current]") // off again
	p.searched()
	p.says("h1", "pasal untuk “menteri pelaporan”")

	// The core alone; statutes alone.
	p.searchFor("q=menteri&koleksi=inti")
	if n := p.count(".shelf"); n != 0 {
		t.Error("the choice of the core shows imported works")
	}
	p.searchFor("q=menteri&koleksi=impor&jenis=uu")
	if n := p.count(".hit-work"); n != 10 || eval[bool](p, `[...document.querySelectorAll(".hit-work")].some(w => !w.innerText.startsWith("UU "))`) {
		t.Errorf("the filter by kind leaves %d hits, want 10 of statutes", n)
	}

	// A citation leads to its article, or says that there is none.
	p.open(stickSearch + "?q=pasal+1+pp+2%2F1917")
	p.eventually(`location.pathname.endsWith("/pp/1917/2.html") && location.hash === "#pasal-1"`)
	p.searchFor("q=pasal+999+pp+2%2F1917")
	p.says(".notice", "PP 2/1917 hasil impor tidak memuat Pasal 999")
	p.searchFor("q=pasal+1+pp+2%2F1917+dan+pasal+1+uu+21%2F2007")
	if n := p.count(".hit"); n != 2 {
		t.Errorf("two citations give %d lines", n)
	}
	p.searchFor("q=pasal+1+pp+3%2F1999")
	p.says(".notice", "tidak ada dalam koleksi ini")

	// A slip of the keyboard, a word that nobody wrote, quotes.
	p.searchFor("q=pelaporn&koleksi=impor")
	p.says(".notice", "Dicari juga sebagai: lapor")
	p.searchFor("q=qqzzxxq&koleksi=impor")
	p.says(".nothing", "qqzzxxq")
	p.searchFor("q=%22menteri+pelaporan%22&koleksi=impor")
	p.says(".notice", "Tanda kutip tidak berlaku di sini")

	// Another day.
	p.visit("/pp/1917/2.html?tanggal=1950-01-01")
	p.says(".told", "hanya ada menurut keadaan 24 November 2026")
}

// TestBrowserShelfRareWord asks for a word that stands in one imported article and looks like a slip of another word: both
// are looked for, as by the server.
func TestBrowserShelfRareWord(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	works := corpustest.Synthetic(20)
	works["pp/1940/99.md"] = &fstest.MapFile{Data: []byte(`---
id: pp/1940/99
title: Contoh ke-99
short: PP 99/1940
extent: full
enacted: 1940-01-01
source: Naskah contoh buatan program untuk pengujian, bukan hukum.
imported: skor 100 dari 100
---

# Peraturan Pemerintah Nomor 99 Tahun 1940 tentang Contoh ke-99

### Pasal 1

Gubernur memelihara kolam.

### Pasal 2

Gubernur memelihara kolax.
`)}
	l, store, err := openStore(filepath.Join(dir, "indeks"), stickCore, works)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := exportShelf(l, store, filepath.Join(dir, "salinan"), site.ExportOptions{Shelf: store}); err != nil {
		t.Fatal(err)
	}
	p := openTab(t)
	p.server = "file://" + filepath.ToSlash(filepath.Join(dir, "salinan"))
	p.searchFor("q=kolax&koleksi=impor")
	p.says(".notice", "Dicari juga sebagai: kolam")
	p.says(".hit:first-of-type h2", "Pasal 2 PP 99/1940")
}

// TestBrowserShelfTails looks for common words in works of which no article is among the best that have them: only the
// tails of the lists tell that they stand there.
func TestBrowserShelfTails(t *testing.T) {
	t.Parallel()
	p := openShelfStick(t)
	p.searchFor("q=menteri&koleksi=impor")
	found := eval[[][]string](p, `(async () => {
		const shelf = await suluh.openShelf(), out = [];
		for (const stem of shelf.common.keys()) {
			const [word] = shelf.language.stems(stem);
			if (!/^[a-z]{4,}$/.test(stem) || stem === "pasal" || word?.term !== stem) continue; // no word that can be asked alone
			await shelf.learn(stem);
			const head = new Set(shelf.stems.get(stem).earned.keys());
			await shelf.learnTail(stem);
			for (const doc of shelf.stems.get(stem).earned.keys()) {
				const hit = await shelf.hit(doc, new Set());
				const work = await shelf.work(hit.work);
				if ([...head].some(d => work.from <= d && d < work.to)) continue;
				out.push([stem, hit.work, hit.article]);
				break;
			}
		}
		return out;
	})()`)
	if len(found) == 0 {
		t.Fatal("no common stem has a work whose articles are all in its tail")
	}
	for _, f := range found {
		p.searchFor(fmt.Sprintf("q=%s&koleksi=impor&karya=%s", f[0], f[1]))
		hits := eval[[]string](p, `[...document.querySelectorAll(".hit h2 a")].map(a => a.getAttribute("href"))`)
		if want := f[1] + ".html#pasal-" + f[2]; !slices.ContainsFunc(hits, func(h string) bool {
			return strings.HasPrefix(h, strings.TrimSuffix(want, "#pasal-"+f[2])) && strings.HasSuffix(h, "#pasal-"+f[2])
		}) {
			t.Errorf("%q in %s: hits %v, want %s among them", f[0], f[1], hits, want)
		}
	}
}

// TestBrowserShelfRanking holds the ranking of the browser, with all lists read to the end, to that of weights and steps in
// Go: see [index.Store.StaticShelf].
func TestBrowserShelfRanking(t *testing.T) {
	t.Parallel()
	s := newShelfStick(t)
	l, problems := corpus.Load(s.store.Core())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	l.SetShelf(s.store)
	engine := s.store.Engine(l, index.Options{Day: corpus.DateOf(testNow)})
	p := openShelfStick(t)
	p.searchFor("q=menteri&koleksi=impor")
	budget := toJSON(t, eval[[]int](p, `suluh.openShelf().then(shelf => shelf.root.budget)`))
	same, all := 0, 0
	for _, question := range []string{"menteri pelaporan", "gubernur biaya", "pidana penjara perkebunan", "rehabilitasi", "kolam", "keimigrasian teknologi negara", "penyitaan adat"} {
		r, err := engine.Search(t.Context(), index.Query{Text: question, PerPage: 50, Filter: index.Filter{index.FacetCollection: {index.ImportedCollection}}})
		if err != nil {
			t.Fatal(err)
		}
		got := eval[struct {
			Hits  []string
			Total int
			Exact bool
		}](p, `(async () => {
			const shelf = await suluh.openShelf();
			shelf.root.budget = `+budget+`;
			const r = await shelf.search({text: `+toJSON(t, question)+`, perPage: 50, alone: true});
			return {Hits: r.hits.map(h => h.work + "#pasal-" + h.article), Total: r.total, Exact: r.exact};
		})()`)
		if got.Exact && got.Total != r.Total || got.Total > r.Total {
			t.Errorf("%q: %d documents (exact: %v), the engine finds %d", question, got.Total, got.Exact, r.Total)
		}
		// Short of bytes, the number is still one that there are.
		for _, budget := range []int{9000, 0} {
			got := eval[struct {
				Total int
				Exact bool
			}](p, fmt.Sprintf(`(async () => {
				const shelf = await suluh.openShelf();
				shelf.root.budget = [%d, %[1]d];
				const r = await shelf.search({text: %s, alone: true});
				return {Total: r.total, Exact: r.exact};
			})()`, budget, toJSON(t, question)))
			if got.Exact && got.Total != r.Total || got.Total > r.Total {
				t.Errorf("%q with %d bytes: %d documents (exact: %v), the engine finds %d", question, budget, got.Total, got.Exact, r.Total)
			}
		}
		for _, h := range r.Hits[:min(10, len(r.Hits))] {
			all++
			if slices.Contains(got.Hits, h.Ref.String()) {
				same++
			}
		}
	}
	t.Logf("%d of %d first hits of the engine are among the first fifty of the browser", same, all)
	if same*10 < all*7 {
		t.Errorf("%d of %d first hits of the engine are among the first fifty of the browser, want 70 %%", same, all)
	}
}

// TestBrowserShelfOffline searches on an installed copy without a network: the worker does not keep the imported works.
func TestBrowserShelfOffline(t *testing.T) {
	t.Parallel()
	p, goOffline := openHost(t, newShelfStick(t).dir)
	p.visit("/index.html")
	p.kept()
	goOffline()
	p.searchFor("q=menteri+pelaporan")
	p.says(".told.bad", "Peraturan hasil impor tidak dapat dicari tanpa jaringan")
	p.says(".col-main > .hits .hit:first-of-type h2", "Pasal 1 UU Uji")
}
