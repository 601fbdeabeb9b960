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

// TestBrowserStickCompare compares articles in the export: it shows what the server shows, and marks the same words.
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
	for _, q := range questions {
		p.visit("/banding.html?" + q)
		html := eval[string](p, "document.documentElement.outerHTML")
		want, got := fetchPage(t, parts.site, "/banding?"+q, http.StatusOK), parsePage(t, html)
		if line, g, w := firstDifference(markedWords(t, got), markedWords(t, want)); line > 0 {
			t.Errorf("%s marks other words, line %d:\n got %s\nwant %s", q, line, g, w)
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
	t.Logf("%d comparisons", len(questions))
}

// markedWords returns the texts of both sides with their marks, a paragraph a line.
func markedWords(t *testing.T, d *goquery.Document) string {
	t.Helper()
	var out strings.Builder
	d.Find(".side .law p").Each(func(_ int, s *goquery.Selection) {
		html, err := s.Html()
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(html + "\n")
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
