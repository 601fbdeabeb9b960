package site_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// compareQuestions are comparisons to ask: those that practice asks for, parts of articles, wordings of one article, days
// before and after a law, and what cannot be answered.
var compareQuestions = []string{
	"a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023",
	"a=pasal+102+uu+39%2F2004&b=pasal+81+uu+18%2F2017",
	"a=pasal+4+uu+21%2F2007&b=pasal+81+uu+18%2F2017",
	"a=pasal+120+uu+6%2F2011&b=pasal+457+uu+1%2F2023",
	"a=ps+2+ayat+1+uu+tppo&b=pasal+2+ayat+2+uu+tppo",
	"a=pasal+2+uu+21%2F2007&b=pasal+2+uu+21%2F2007",
	"a=pasal+455+kuhp&b=pasal+455+kuhp&tanggal-a=2023-01-02&tanggal-b=2026-06-01",
	"a=pasal+59+uu+23%2F2002&b=pasal+59+uu+23%2F2002&tanggal-a=2002-10-22&tanggal-b=2014-10-17",
	"a=pasal+83+uu+35%2F2014&b=pasal+76f+uu+23%2F2002",
	"a=pasal+297+kuhp&b=pasal+2+uu+21%2F2007&tanggal-a=2006-01-01",
	"a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023&tanggal=2019-05-01",
	"a=pasal+622+uu+1%2F2023&b=pasal+1+uu+21%2F2007",
	"a=pasal+2+uu+21%2F2007",
	"a=pasal+999+uu+21%2F2007&b=x",
	"a=pasal+1+uu+99%2F1999&b=pasal+7",
	"a=uu+21%2F2007&b=pasal+2+ayat+9+uu+21%2F2007",
	"a=pasal+2+uu+21%2F2007&b=pasal+3+uu+21%2F2007&tanggal-a=kemarin",
	"a=%3Cscript%3Ealert(1)%3C%2Fscript%3E&b=%22%3E%3Cb%3E",
}

// TestBrowserStickCompare compares articles in the export: it shows what the server shows, and marks as many words.
func TestBrowserStickCompare(t *testing.T) {
	t.Parallel()
	p, parts := openStick(t), newTestSite(t)
	heard := complaints(p)
	questions := slices.Clone(compareQuestions)
	for _, w := range parts.library.Works() { // wordings of an article one against the next
		for i, ref := range parts.library.ArticlesOf(w) {
			if i%9 > 0 && !thorough() {
				continue
			}
			if doc := fetchPage(t, parts.site, ref.Path(), http.StatusOK); doc.Find(".wordings").Length() > 0 {
				for _, href := range hrefs(doc.Find(".compare-links a")) {
					questions = append(questions, strings.TrimPrefix(href, "/banding?"))
				}
			}
		}
	}
	slices.Sort(questions)
	questions = slices.Compact(questions)
	same := 0
	for _, q := range questions {
		p.visit("/banding.html?" + q)
		html := eval[string](p, "document.documentElement.outerHTML")
		want, got := fetchPage(t, parts.site, "/banding?"+q, http.StatusOK), parsePage(t, html)
		// Where two ways to pair the words are as short, the two may choose differently, but not mark more.
		if a, b := marked(want), marked(got); b > a+a/50+4 {
			t.Errorf("%s: %d words marked, the server marks %d", q, b, a)
		}
		if a, b := unmarked(got.Find(".side").First()), unmarked(got.Find(".side").Last()); a != b {
			t.Errorf("%s: not marked are %q on one side and %q on the other", q, a, b)
		}
		if inner(t, want) == inner(t, got) {
			same++
		}
		for _, d := range []*goquery.Document{want, got} {
			d.Find("ins").Each(func(_ int, s *goquery.Selection) { s.ReplaceWithHtml(" " + s.Text() + " ") })
		}
		address := "/banding?" + q
		plain, err := want.Html()
		if err != nil {
			t.Fatal(err)
		}
		html, err = got.Html()
		if err != nil {
			t.Fatal(err)
		}
		if line, g, w := firstDifference(p.asServed(html), asServed(t, plain, address)); line > 0 {
			t.Errorf("%s is not as the server's, line %d:\n got %s\nwant %s", address, line, g, w)
		}
	}
	silent(t, heard)
	t.Logf("%d comparisons, %d with the very same words marked", len(questions), same)
	if same*3 < len(questions)*2 {
		t.Errorf("%d of %d comparisons mark the same words; at least two in three were expected", same, len(questions))
	}
}

// marked counts the words that are marked on both sides.
func marked(d *goquery.Document) int {
	n := 0
	d.Find("ins").Each(func(_ int, s *goquery.Selection) { n += len(strings.Fields(s.Text())) })
	return n
}

// unmarked returns the words of a side that the other has too.
func unmarked(side *goquery.Selection) string {
	law := side.Find(".law").Clone()
	law.Find("ins").Remove()
	law.Find("p").AppendHtml(" ")
	return textOf(law)
}

func inner(t *testing.T, d *goquery.Document) string {
	t.Helper()
	var out strings.Builder
	d.Find(".side .law").Each(func(_ int, s *goquery.Selection) {
		html, err := s.Html()
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(html)
	})
	return out.String()
}

// TestBrowserStickComparesFromForm fills in the form of the export by hand.
func TestBrowserStickComparesFromForm(t *testing.T) {
	t.Parallel()
	compareFromForm(t, openStick(t))
}

func compareFromForm(t *testing.T, p *tab) {
	t.Helper()
	p.visit("/banding.html")
	eval[bool](p, `(document.getElementById("a").value = "pasal 2 uu 21/2007", document.getElementById("b").value = "pasal 455 kuhp", true)`)
	p.follow(".compare-form button")
	p.settled()
	p.at("/banding.html?" + strings.Join([]string{"a=" + url.QueryEscape("pasal 2 uu 21/2007"), "tanggal-a=", "b=" + url.QueryEscape("pasal 455 kuhp"), "tanggal-b="}, "&"))
	p.says(".side h2", "Pasal 2 UU 21/2007")
	p.says(".side:last-child h2", "Pasal 455 UU 1/2023")
	p.says(".side .status.bad", "Dicabut sejak 2 Januari 2026")
	if p.count("ins") == 0 {
		t.Error("no word is marked")
	}
	p.follow(".side h2 a")
	p.settled()
	p.at("/uu/2007/21/pasal/2.html")
}
