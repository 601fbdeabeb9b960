package site_test

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// TestDayStays follows a visitor who asks for another day: every page says the day, and every link and form of it keeps
// the day, but for those that say they lead to today or to another wording.
func TestDayStays(t *testing.T) {
	h := newTestSite(t).site
	const day = "2019-05-01"
	for _, address := range []string{
		"/",
		"/cari?q=restitusi+korban",
		"/cari?q=pidana&hal=3&jenis=uu",
		"/cari?q=pidana&karya=uu%2F2007%2F21",
		"/cari?q=restitsi",
		"/cari?q=pasal+2",
		"/cari?q=qwertyuiop",
		"/uu/2007/21",
		"/uu/2007/21/pasal/2",
		"/uu/2002/23/pasal/83",
		"/linimasa",
		"/koleksi",
		"/panduan/perbandingan",
	} {
		t.Run(address, func(t *testing.T) {
			sep := "?"
			if strings.Contains(address, "?") {
				sep = "&"
			}
			d := fetchPage(t, h, address+sep+"tanggal="+day, http.StatusOK)
			if got := d.Find("footer time").AttrOr("datetime", ""); got != day {
				t.Errorf("the page speaks of %q, want %s", got, day)
			}
			if d.Find(".asked-day").Length() != 1 {
				t.Error("the page does not say at its head that it speaks of another day")
			}
			d.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
				href := a.AttrOr("href", "")
				if strings.HasPrefix(href, "#") || a.Closest(".asked-day, .wordings, .compare-links").Length() > 0 || strings.HasPrefix(href, "/banding?") {
					return
				}
				u, err := url.Parse(href)
				if err != nil || u.Query().Get("tanggal") != day {
					t.Errorf("%q leads to %s, which loses the day", textOf(a), href)
				}
			})
			d.Find(`form[action="/cari"]`).Each(func(_ int, f *goquery.Selection) {
				if got := f.Find(`input[type=hidden][name=tanggal]`).AttrOr("value", ""); got != day {
					t.Errorf("the search box asks for the day %q", got)
				}
			})
		})
	}
}

// TestBackToToday checks the way back: the same page without the day, with all else that was asked.
func TestBackToToday(t *testing.T) {
	h := newTestSite(t).site
	for address, want := range map[string]url.Values{
		"/uu/2007/21/pasal/2?tanggal=2019-05-01":                                        {},
		"/cari?q=restitusi+%26+korban&tanggal=2019-05-01&jenis=uu&karya=uu%2F2007%2F21": {"q": {"restitusi & korban"}, "jenis": {"uu"}, "karya": {"uu/2007/21"}},
	} {
		d := fetchPage(t, h, address, http.StatusOK)
		base, _ := url.Parse(address)
		u, err := base.Parse(d.Find(".asked-day a").AttrOr("href", "none"))
		if err != nil || u.Path != base.Path || u.Query().Encode() != want.Encode() {
			t.Errorf("%s: back to %v, want the path %s with %v", address, u, base.Path, want)
		}
		// The form for another day keeps the rest as well.
		kept := url.Values{}
		d.Find("form.day input[type=hidden]").Each(func(_ int, s *goquery.Selection) { kept.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
		if kept.Encode() != want.Encode() {
			t.Errorf("%s: the form for another day keeps %v, want %v", address, kept, want)
		}
	}
	if d := fetchPage(t, h, "/uu/2007/21/pasal/2", http.StatusOK); d.Find(".asked-day").Length() > 0 {
		t.Error("a page for today says that it speaks of another day")
	}
}

// TestSearchPages goes through the pages of a search by their own links, and checks that the hits are those of one list.
func TestSearchPages(t *testing.T) {
	h := newTestSite(t).site
	address, seen, pages := "/cari?q=restitusi", map[string]bool{}, 0
	total := -1
	for address != "" && pages < 50 {
		d := fetchPage(t, h, address, http.StatusOK)
		pages++
		n := hitsTold(t, textOf(d.Find("h1")))
		if total < 0 {
			total = n
		}
		if n != total {
			t.Errorf("%s says %d hits, the first page %d", address, n, total)
		}
		if start := d.Find("ol.hits").AttrOr("start", "1"); start != strconv.Itoa(len(seen)+1) {
			t.Errorf("%s begins to count at %s, want %d", address, start, len(seen)+1)
		}
		for _, href := range hrefs(d.Find(".hit h2 a")) {
			if seen[href] {
				t.Errorf("%s shows %s again", address, href)
			}
			seen[href] = true
		}
		if (d.Find("nav.pages a[rel=prev]").Length() > 0) != (pages > 1) {
			t.Errorf("%s: a link to the page before, or none where there should be one", address)
		}
		address = d.Find("nav.pages a[rel=next]").AttrOr("href", "")
	}
	if len(seen) != total || pages < 3 {
		t.Errorf("%d hits on %d pages, want %d", len(seen), pages, total)
	}
	// A page past the last leads to the last.
	w := fetch(h, http.MethodGet, "/cari?q=restitusi&hal=199&tanggal=2026-11-24")
	if want := "/cari?hal=" + strconv.Itoa(pages) + "&q=restitusi&tanggal=2026-11-24"; w.Header().Get("Location") != want {
		t.Errorf("page 199 leads to %q, want %q", w.Header().Get("Location"), want)
	}
}

// hitsTold adds up what the heading of a search counts: "12 pasal dan 3 putusan untuk …" is 15.
func hitsTold(t *testing.T, heading string) int {
	t.Helper()
	sum := 0
	for _, word := range strings.Fields(heading) {
		if word == "untuk" {
			return sum
		}
		if n, err := strconv.Atoi(word); err == nil {
			sum += n
		}
	}
	t.Fatalf("the heading %q counts nothing", heading)
	return 0
}

// TestSearchFiltersOnPage narrows a search by the links of its side, and takes the filter back.
func TestSearchFiltersOnPage(t *testing.T) {
	h := newTestSite(t).site
	d := fetchPage(t, h, "/cari?q=restitusi", http.StatusOK)
	before := textOf(d.Find("h1"))
	choices := 0
	d.Find(".filter li a").Each(func(_ int, a *goquery.Selection) {
		choices++
		n := textOf(a.Find(".n"))
		narrowed := fetchPage(t, h, a.AttrOr("href", ""), http.StatusOK)
		if got := textOf(narrowed.Find("h1")); strconv.Itoa(hitsTold(t, got)) != n {
			t.Errorf("%q leads to %q", textOf(a), got)
		}
		on := narrowed.Find(`.filter a[aria-current="true"]`)
		if on.Length() != 1 {
			t.Fatalf("%q: %d choices are on, want 1", textOf(a), on.Length())
		}
		if got := textOf(fetchPage(t, h, on.AttrOr("href", ""), http.StatusOK).Find("h1")); got != before {
			t.Errorf("without the filter %q, before %q", got, before)
		}
	})
	if choices < 4 || !slices.Contains(hrefs(d.Find(".filter li a")), "/cari?karya=uu%2F2007%2F21&q=restitusi") {
		t.Errorf("%d choices: %v", choices, hrefs(d.Find(".filter li a")))
	}
}
