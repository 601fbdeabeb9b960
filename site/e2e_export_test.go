package site_test

// The export driven in a browser: from file://, as from a stick, and over HTTP, as on a web host. This file reads,
// travels through days, grows old and goes offline; searching, comparing and the charging guide have files of their own.

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// openStick opens a tab on an export, from file://. Addresses are those of its files: "/panduan/pasal.html".
func openStick(t *testing.T) *tab {
	t.Helper()
	p := openTab(t)
	p.server = "file://" + filepath.ToSlash(newExport(t).dir)
	return p
}

// openHost opens a tab on an export on a web host, below a folder. It returns what takes the host off the network.
func openHost(t *testing.T, dir string) (p *tab, goOffline func()) {
	t.Helper()
	p = openTab(t)
	mux := http.NewServeMux()
	mux.Handle("/salinan/", http.StripPrefix("/salinan/", http.FileServer(http.Dir(dir))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p.server = server.URL + "/salinan"
	return p, func() { server.CloseClientConnections(); server.Close() }
}

// visit opens a page of an export and waits until its script is done.
func (p *tab) visit(address string) {
	p.t.Helper()
	p.open(address)
	p.settled()
}

// settled waits until the page has led on to where it wants to be, and its script is done.
func (p *tab) settled() {
	p.t.Helper()
	p.eventually(`window.suluh?.started`)
	eval[bool](p, `suluh.started.then(() => true)`)
}

// silent ends a test whose pages complained.
func silent(t *testing.T, heard func() []string) {
	t.Helper()
	for _, c := range heard() {
		t.Error(c)
	}
}

// readAround reads pages, goes to another day and back, prints; the same from a stick and from a web host.
func readAround(t *testing.T, p *tab) {
	t.Helper()
	heard := complaints(p)
	p.visit("/index.html")
	p.says(".top-day", "Keadaan per 24 November 2026")
	p.follow(`a[href="uu/2007/21.html"]`)
	p.settled()
	p.at("/uu/2007/21.html")
	p.follow(`#pasal-2 h3 a`)
	p.settled()
	p.at("/uu/2007/21/pasal/2.html")
	p.says(".status.bad", "Dicabut sejak 2 Januari 2026")
	p.follow(`.status a[href*="455"]`)
	p.settled()
	p.at("/uu/2023/1/pasal/455.html")
	p.says("h1", "Pasal 455")

	// The form for another day leads to the state of that day, which says for which days it holds.
	p.visit("/uu/2007/21/pasal/2.html")
	eval[bool](p, `(document.getElementById("tanggal").value = "2015-03-01") !== ""`)
	p.follow("#hari button")
	p.eventually(`location.pathname.includes("@")`)
	p.settled()
	p.at("/uu/2007/21/pasal/2@2007-04-19.html?tanggal=2015-03-01")
	p.says(".asked-day", "Keadaan per 1 Maret 2015. Isi halaman ini sama sejak 19 April 2007 sampai 1 Januari 2026.")
	p.says(".top-day", "Keadaan per 1 Maret 2015")
	p.says(".foot", "1 Maret 2015")
	p.says(".status.ok", "Berlaku sejak 19 April 2007.")
	p.follow(`.pages a[rel=next]`)
	p.settled()
	p.at("/uu/2007/21/pasal/3@2007-04-19.html?tanggal=2015-03-01")
	p.follow(".asked-day a")
	p.settled()
	if got := strings.TrimSuffix(p.where(), "?"); got != "/uu/2007/21/pasal/3.html" {
		t.Errorf("the present state is at %s", got)
	}
	silent(t, heard)
}

func TestBrowserStickReading(t *testing.T) {
	t.Parallel()
	readAround(t, openStick(t))
}

func TestBrowserHostReading(t *testing.T) {
	t.Parallel()
	p, _ := openHost(t, newExport(t).dir)
	readAround(t, p)
}

// TestBrowserStickPages opens pages of every kind from file://, on no day and on some: none complains, and each has the
// links and the words that the server's page has on that day.
func TestBrowserStickPages(t *testing.T) {
	t.Parallel()
	p, server := openStick(t), newTestSite(t).site
	heard := complaints(p)
	for _, address := range []string{"/", "/linimasa", "/koleksi", "/putusan", "/panduan/perbandingan", "/uu/2002/23", "/uu/2007/21/pasal/2",
		"/uu/2023/1/pasal/455", "/uu/2002/23/pasal/76f", "/kuhp-lama/pasal/297", "/uu/2003/13",
		"/sosialisasi/polisi/45", "/sosialisasi/polisi/45/lembar", "/glosarium"} {
		for _, day := range []string{"", "1950-01-01", "2007-04-19", "2019-05-01", "2026-01-01", "2026-11-24", "2031-12-31"} {
			at := "/" + strings.TrimPrefix(address, "/") + ".html"
			if address == "/" {
				at = "/index.html"
			}
			ask := address
			if day != "" {
				at, ask = at+"?tanggal="+day, ask+"?tanggal="+day
			}
			p.visit(at)
			got := eval[string](p, "document.documentElement.outerHTML")
			want := fetch(server, http.MethodGet, ask).Body.String()
			if line, g, w := firstDifference(p.asServed(got), asServed(t, want, address)); line > 0 {
				t.Errorf("%s is not as %s, line %d:\n got %s\nwant %s", at, ask, line, g, w)
			}
			for _, c := range heard() {
				t.Errorf("%s: %s", at, c)
			}
		}
	}
}

// asServed writes a page of the server line by line, to be compared: its text, and the links and fields in order.
func asServed(t *testing.T, html, address string) string {
	t.Helper()
	return inLines(parsePage(t, html), func(href string) string {
		if rest, ok := strings.CutPrefix(href, "?"); ok {
			address, _, _ := strings.Cut(address, "?")
			return strings.TrimSuffix(address+"?"+rest, "?")
		}
		return href
	})
}

// asServed writes a page of the export the same way, with the addresses of the server in the place of the files.
func (p *tab) asServed(html string) string {
	p.t.Helper()
	doc := parsePage(p.t, html)
	doc.Find(".asked-day").Contents().Each(func(_ int, s *goquery.Selection) {
		if goquery.NodeName(s) == "#text" && strings.HasPrefix(s.Text(), ".") {
			s.ReplaceWithHtml(". ") // for which days it holds, the server does not say
		}
	})
	here, err := url.Parse(strings.TrimPrefix(run(p, chromedp.Location()), p.server))
	if err != nil {
		p.t.Fatal(err)
	}
	return inLines(doc, func(href string) string {
		u, err := here.Parse(href)
		if err != nil || u.Scheme != "" || strings.HasPrefix(href, "#") {
			return href
		}
		u.Path, _ = addressOf(strings.TrimPrefix(path.Clean(u.Path), "/"))
		return u.String()
	})
}

func inLines(doc *goquery.Document, link func(string) string) string {
	doc.Find("script, link, noscript").Remove()
	doc.Find("a").Each(func(_ int, s *goquery.Selection) {
		s.AppendHtml("\n→ ")
		s.AppendHtml(link(s.AttrOr("href", "")) + "\n")
	})
	doc.Find("input").Each(func(_ int, s *goquery.Selection) {
		s.AfterHtml("\n= " + s.AttrOr("name", "") + " " + s.AttrOr("value", "") + "\n")
	})
	doc.Find(".tl-now").Each(func(_ int, s *goquery.Selection) { s.AfterHtml("\n| " + s.AttrOr("x1", "") + "\n") })
	var out strings.Builder
	for line := range strings.Lines(doc.Find("body").Text()) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}

// clock sets the clock of the pages that a tab opens from now on.
func (p *tab) clock(moment string) {
	p.t.Helper()
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf(`
		Date = class extends Date { constructor(...a) { if (a.length) super(...a); else super(%q); } static now() { return new Date().getTime(); } };`, moment)})
}

func TestBrowserStickAge(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		clock, says string
	}{
		{"2026-11-24T10:00:00", ""},
		{"2026-12-23T10:00:00", ""},
		{"2026-12-24T10:00:00", "Salinan ini menurut keadaan 24 November 2026, 30 hari yang lalu."},
		{"2028-02-29T10:00:00", "Salinan ini menurut keadaan 24 November 2026, 462 hari yang lalu."},
		{"2009-01-01T10:00:00", "Jam perangkat ini menunjukkan 1 Januari 2009"},
	} {
		p := openStick(t)
		p.clock(c.clock)
		p.visit("/uu/2007/21/pasal/2.html")
		told := ""
		if p.count(".told") > 0 {
			told = p.text(".told")
		}
		if !strings.HasPrefix(told, c.says) || c.says == "" && told != "" {
			t.Errorf("on %s the page tells %q, want %q", c.clock, told, c.says)
		}
		p.says(".top-day", "Keadaan per 24 November 2026")
	}
}

// TestBrowserStickBadDay asks for days that do not exist or lie out of reach.
func TestBrowserStickBadDay(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	for day, says := range map[string]string{"kemarin": "Tanggal tidak terbaca.", "2026-02-30": "Tanggal tidak terbaca.", "<b>": "Tanggal tidak terbaca.",
		"1900-01-01": "Suluh menjawab untuk tanggal 18 Agustus 1945 sampai 31 Desember 2099.", "2100-01-01": "18 Agustus 1945"} {
		p.visit("/uu/2007/21/pasal/2.html?tanggal=" + url.QueryEscape(day))
		p.says(".told.bad", says)
		p.says(".top-day", "Keadaan per 24 November 2026")
	}
}

// TestBrowserDamagedStick takes files away: the page says which one is missing and can still be read.
func TestBrowserDamagedStick(t *testing.T) {
	t.Parallel()
	e, dir := newExport(t), t.TempDir()
	for _, f := range []string{"uu/2007/21/pasal/2.html", "static/luring.js", "static/suluh.js", "static/suluh.css", "static/suluh.svg"} {
		to := filepath.Join(dir, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(e.read(t, f)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := openTab(t)
	p.server = "file://" + filepath.ToSlash(dir)
	p.visit("/uu/2007/21/pasal/2.html?tanggal=2015-01-01")
	p.says(".told.bad", "Berkas data/hari.js tidak ada atau rusak dalam salinan ini.")
	p.says(".law", "Setiap orang yang melakukan perekrutan")
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "data", "hari.js"), []byte(`suluh.receive("hari",{"first`), 0o644); err != nil {
		t.Fatal(err)
	}
	p.visit("/uu/2007/21/pasal/2.html?tanggal=2015-01-01")
	p.says(".told.bad", "Berkas data/hari.js rusak dalam salinan ini.")
}

// TestBrowserStickPrints prints a page of another day: the day stands on the paper, and so does the wording.
func TestBrowserStickPrints(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	p.visit("/uu/2007/21/pasal/2.html?tanggal=2015-03-01")
	p.eventually(`location.pathname.includes("@")`)
	p.settled()
	paper := strings.Join(strings.Fields(pdfText(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))), " ")
	for _, want := range []string{"Pasal 2", "Setiap orang yang melakukan perekrutan", "1 Maret 2015", "Berlaku sejak 19 April 2007", "Sumber:"} {
		if !strings.Contains(paper, want) {
			t.Errorf("the paper does not say %q:\n%s", want, paper)
		}
	}
}
