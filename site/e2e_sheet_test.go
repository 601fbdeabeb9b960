package site_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/chromedp"

	"suluh/corpus"
)

// TestBrowserSheet prints handouts: at most two pages each, with every word of theirs that is not marked as left out,
// and with the name of every part that is. The longest meeting of every audience is always printed; with SULUH_ALL_SHEETS=1
// every length, and a hundred choices of topics at random.
func TestBrowserSheet(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, address := range sheetAddresses(t) {
		checkSheet(t, p, address)
	}
}

// sheetAddresses lists the handouts to be printed.
func sheetAddresses(t *testing.T) []string {
	t.Helper()
	all := os.Getenv("SULUH_ALL_SHEETS") == "1"
	var out []string
	for _, a := range corpus.Audiences {
		for _, m := range corpus.Meetings {
			if all || m.Length == 90 {
				out = append(out, fmt.Sprintf("/sosialisasi/%s/%d/lembar", a.Key, m.Length))
			}
		}
	}
	topics := newTestSite(t).library.Materials()
	everything := url.Values{"untuk": {"aparat-desa"}, "waktu": {"90"}}
	for _, m := range topics {
		everything.Add("topik", m.Slug())
	}
	out = append(out, "/sosialisasi/lembar?"+everything.Encode(), "/sosialisasi/lembar?topik=persetujuan&topik=surat-palsu&tanggal=2006-01-01")
	if !all {
		return out
	}
	random := rand.New(rand.NewPCG(1, 1)) // the same choices every time
	for range 100 {
		q := url.Values{"untuk": {corpus.Audiences[random.IntN(len(corpus.Audiences))].Key}, "waktu": {"90"}}
		for _, i := range random.Perm(len(topics))[:1+random.IntN(7)] {
			q.Add("topik", topics[i].Slug())
		}
		out = append(out, "/sosialisasi/lembar?"+q.Encode())
	}
	return out
}

func checkSheet(t *testing.T, p *tab, address string) {
	t.Helper()
	p.open(address)
	pages := pdfPages(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	if len(pages) > 2 {
		t.Errorf("%s prints on %d pages, want at most 2", address, len(pages))
	}
	printed := wordCounts(strings.Join(pages, " "))
	doc := fetchPage(t, newTestSite(t).site, address, http.StatusOK)
	left := textOf(doc.Find(".left-out"))
	doc.Find(".handout div.off").Each(func(_ int, off *goquery.Selection) {
		if heading := textOf(off.Find("h3").First()); heading != "" && off.ParentsFiltered(".off").Length() == 0 && !strings.Contains(left, heading) {
			t.Errorf("%s leaves out %q without saying so: %q", address, heading, left)
		}
	})
	for _, topic := range doc.Find(".topic.off h2").EachIter() {
		if !strings.Contains(left, textOf(topic)) {
			t.Errorf("%s leaves out %q without saying so: %q", address, textOf(topic), left)
		}
	}
	doc.Find(".handout .off, .handout .drawing").Remove()
	var missing []string
	for word, n := range wordCounts(textOf(doc.Find(".handout header, .handout-body, .left-out"))) {
		if printed[word] < n {
			missing = append(missing, word)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		t.Errorf("%s prints without %q", address, missing)
	}
}

// wordCounts counts the words of a text, without punctuation and hyphens, since those at the end of a printed line are lost.
func wordCounts(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(s, "-", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[w]++
	}
	return out
}
