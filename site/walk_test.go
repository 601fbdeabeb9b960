package site_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"suluh/corpus"
)

// maxPageBytes keeps every page but a whole work quick on a telephone with a poor line. Pages travel compressed, at a
// seventh of their size.
const maxPageBytes = 110 << 10

// walkedPage is what the walk keeps of a page.
type walkedPage struct {
	address string
	status  int
	bytes   int
	ids     map[string]int
	links   []string // as written
	doc     *goquery.Document
	body    string
}

// walk fetches pages, each once.
type walk struct {
	site  http.Handler
	pages map[string]*walkedPage // by address without fragment
}

// TestWholeSite fetches the pages of the whole collection and all they lead to.
func TestWholeSite(t *testing.T) {
	p := newTestSite(t)
	w := &walk{p.site, map[string]*walkedPage{}}
	start := []string{"/", "/putusan", "/putusan/angka", "/linimasa", "/banding", "/koleksi", "/panduan/pasal", guideAddress(scenario2016), guideAddress(scenario2026), guideAddress(adults2019)}
	for _, g := range p.library.Guides() {
		start = append(start, "/"+g.ID)
	}
	for _, d := range p.library.Decisions() {
		start = append(start, d.Ref().Path())
	}
	articles := map[string]corpus.Ref{}
	works := map[string]*corpus.Work{}
	for _, work := range p.library.Works() {
		works[work.Ref().Path()] = work
		start = append(start, work.Ref().Path())
		for _, ref := range p.library.ArticlesOf(work) {
			articles[ref.Path()] = ref
			start = append(start, ref.Path())
		}
	}
	w.fetchAll(start)
	// What the pages lead to besides: other days, searches, comparisons. They are checked, but not gone on from.
	var further []string
	for _, address := range start {
		for _, link := range w.pages[address].links {
			if to, _, ok := w.resolve(address, link); ok && w.pages[to] == nil && !slices.Contains(further, to) {
				further = append(further, to)
			}
		}
	}
	w.fetchAll(further)
	t.Logf("%d pages, %d of works, %d of articles, %d that they lead to besides", len(w.pages), len(works), len(articles), len(further))
	if len(works) < 10 || len(articles) < 400 {
		t.Fatalf("%d works and %d articles; the walk has lost its way", len(works), len(articles))
	}

	for _, address := range append(start, further...) {
		page := w.pages[address]
		if page.status != http.StatusOK && page.status != http.StatusSeeOther {
			t.Errorf("%s: status %d", address, page.status)
			continue
		}
		if page.doc == nil {
			continue // a file, or a search that leads straight to its article
		}
		checkPage(t, page, works[address] != nil || address == "/glosarium") // the glossary is whole too
	}
	for _, address := range start {
		w.checkLinks(t, w.pages[address])
	}
	for address, ref := range articles {
		checkArticle(t, p.library, w.pages[address], ref)
	}
	for address, work := range works {
		checkMarksOfWork(t, p.library, w.pages[address], work)
	}
}

// fetchAll fetches addresses, several at a time.
func (w *walk) fetchAll(addresses []string) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	room := make(chan struct{}, 4)
	for _, address := range addresses {
		wg.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			page := readPage(w.site, address)
			mu.Lock()
			defer mu.Unlock()
			w.pages[address] = page
		})
	}
	wg.Wait()
}

func readPage(h http.Handler, address string) *walkedPage {
	r := fetch(h, http.MethodGet, address)
	page := &walkedPage{address: address, status: r.Code, bytes: r.Body.Len(), ids: map[string]int{}}
	if !strings.HasPrefix(r.Header().Get("Content-Type"), "text/html") || r.Code != http.StatusOK {
		return page
	}
	page.body = r.Body.String()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(page.body))
	if err != nil {
		return page // cannot be: the reader never fails
	}
	page.doc = doc
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) { page.ids[s.AttrOr("id", "")]++ })
	doc.Find("[href]:not(a[rel=external]), [src], [srcset], [action]").Each(func(_ int, s *goquery.Selection) {
		for _, name := range []string{"href", "src", "srcset", "action"} {
			if v, ok := s.Attr(name); ok {
				page.links = append(page.links, v)
			}
		}
	})
	return page
}

// resolve returns the address of the page that a link on a page leads to, and the fragment on it.
func (w *walk) resolve(from, link string) (address, fragment string, ok bool) {
	base, err := url.Parse(from)
	if err != nil {
		return "", "", false
	}
	u, err := base.Parse(link)
	if err != nil || u.Host != "" {
		return "", "", false
	}
	fragment = u.Fragment
	u.Fragment, u.RawFragment, u.ForceQuery = "", "", false
	return u.String(), fragment, true
}

// checkLinks checks that every link of a page leads to a page, and to a place on it if it names one.
func (w *walk) checkLinks(t *testing.T, page *walkedPage) {
	t.Helper()
	seen := map[string]bool{}
	for _, link := range page.links {
		if seen[link] {
			continue
		}
		seen[link] = true
		to, fragment, ok := w.resolve(page.address, link)
		target := w.pages[to]
		switch {
		case !ok || link == "":
			t.Errorf("%s: link to %q", page.address, link)
		case target == nil:
			t.Errorf("%s: %q was not fetched", page.address, link)
		case fragment != "" && target.ids[fragment] == 0:
			t.Errorf("%s: %q: no #%s there", page.address, link, fragment)
		}
	}
}

var (
	overEscaped = regexp.MustCompile(`&amp;(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);`)
	statusWords = regexp.MustCompile(`^(Berlaku|Dicabut|Belum berlaku|Masa berlaku belum)`)
	sourceWords = regexp.MustCompile(`Sumber: \S+`)
)

// checkPage checks what holds for every page.
func checkPage(t *testing.T, page *walkedPage, wholeWork bool) {
	t.Helper()
	fail := func(format string, args ...any) { t.Helper(); t.Errorf(page.address+": "+format, args...) }
	for id, n := range page.ids {
		if n > 1 || id == "" {
			fail("id %q %d times", id, n)
		}
	}
	if lang := page.doc.Find("html").AttrOr("lang", ""); lang != "id" {
		fail("lang %q, want id", lang)
	}
	for selector, n := range map[string]int{"h1": 1, "main": 1, "head > title": 1, "main h1": 1} {
		if got := page.doc.Find(selector).Length(); got != n {
			fail("%d of %s, want %d", got, selector, n)
		}
	}
	if textOf(page.doc.Find("h1")) == "" || textOf(page.doc.Find("title")) == "" {
		fail("empty heading or title")
	}
	if page.bytes > maxPageBytes && !wholeWork {
		fail("%d bytes, want at most %d", page.bytes, maxPageBytes)
	}
	if s := overEscaped.FindString(page.body); s != "" {
		fail("escaped twice: %s", s)
	}
	for _, link := range page.links {
		if strings.Contains(link, "//") {
			fail("refers to another host: %s", link)
		}
	}
	page.doc.Find("a[rel=external]").Each(func(_ int, a *goquery.Selection) {
		if href := a.AttrOr("href", ""); !strings.HasPrefix(href, "https://putusan3.mahkamahagung.go.id/direktori/putusan/") {
			fail("leads out to %s; only the source of a decision is elsewhere", href)
		}
	})
	for _, slip := range []string{"ZgotmplZ", "no value", "%!", "map[", "{{", "<nil>", "&lt;nil&gt;"} {
		if strings.Contains(page.body, slip) {
			fail("shows %q", slip)
		}
	}
	if page.doc.Find("style, [style], script:not([src]), [onclick], iframe, object, embed").Length() > 0 {
		fail("holds what the content security policy forbids")
	}
	if page.doc.Find("footer time").AttrOr("datetime", "") == "" {
		fail("does not say the day it speaks of")
	}
}

// checkArticle checks what the page of an article must say.
func checkArticle(t *testing.T, l *corpus.Library, page *walkedPage, ref corpus.Ref) {
	t.Helper()
	if page.doc == nil {
		return // reported already
	}
	fail := func(format string, args ...any) { t.Helper(); t.Errorf(page.address+": "+format, args...) }
	d := page.doc
	if got := d.Find("footer time").AttrOr("datetime", ""); got != "2026-11-24" {
		fail("speaks of the day %q, want 2026-11-24", got)
	}
	if got := textOf(d.Find("h1")); !strings.HasPrefix(got, corpus.FragmentLabel(ref.Fragment)) {
		fail("heading %q", got)
	}
	if got := textOf(d.Find(".art-head > .status")); !statusWords.MatchString(got) {
		fail("status %q", got)
	}
	if got := textOf(d.Find("section.origin")); !sourceWords.MatchString(got) {
		fail("origin %q", got)
	}
	if textOf(d.Find(".law-article")) == "" {
		fail("no wording")
	}
	version, ok := l.VersionOn(ref, corpus.DateOf(testNow))
	if !ok {
		fail("no wording in the library")
		return
	}
	for _, m := range marksOn(version.Text) {
		if got := textOf(d.Find(".marks")); !strings.Contains(got, m.label) {
			fail("mark on %s is not at the head of the page, only %q", m.label, got)
		}
		if got := textOf(d.Find("section.origin")); !strings.Contains(got, oneLine(m.why)) {
			fail("reason of the mark on %s is not in its origin", m.label)
		}
	}
}

type markOn struct{ label, why string }

// marksOn returns the marks that a reader of a text must know of: on it, on what holds it and on what lies below it.
func marksOn(p *corpus.Portion) []markOn {
	var out []markOn
	if m := p.MarkedAs(); m.Kind != "" {
		out = append(out, markOn{p.Label(), m.Why})
	}
	for _, q := range p.MarksBelow() {
		out = append(out, markOn{q.Label(), q.MarkedAs().Why})
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// checkMarksOfWork checks that the page of a whole work shows every mark twice: with its reason in the list at the head,
// and beside the text that it is about.
func checkMarksOfWork(t *testing.T, l *corpus.Library, page *walkedPage, work *corpus.Work) {
	t.Helper()
	if page.doc == nil {
		return
	}
	list := textOf(page.doc.Find("details#asal"))
	for _, marks := range [][]corpus.Mark{work.Unchecked, work.Summary, work.Missing} {
		for _, m := range marks {
			for _, fragment := range m.Portions {
				if label := corpus.FragmentLabel(fragment); !strings.Contains(list, label) {
					t.Errorf("%s: mark on %s is not in the list at the head", page.address, label)
				}
			}
			if !strings.Contains(list, oneLine(m.Why)) {
				t.Errorf("%s: reason %q is not in the list at the head", page.address, m.Why)
			}
		}
	}
	for _, p := range work.Portions() {
		if p.MarkedAs().Kind == "" || !slices.Contains(p.MarksBelow(), p) {
			continue // no mark of its own
		}
		if a := p.Article(); a != nil && len(l.Versions(a.Ref())) > 1 {
			continue // the page may show another wording, with the marks of that
		}
		id := p.Fragment
		flag := page.doc.Find(fmt.Sprintf(`[id="%s"] .flag, h2[id="%s"] + .flag`, id, id))
		found := false
		flag.Each(func(_ int, s *goquery.Selection) { found = found || s.AttrOr("title", "") == p.MarkedAs().Why })
		if !found {
			t.Errorf("%s: no flag beside %s (%s)", page.address, p.Label(), id)
		}
	}
}
