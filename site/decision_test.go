package site_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"suluh/corpus"
	"suluh/index"
)

// TestDecisionPages shows every decision, with its source, its outcome, and links to what was charged.
func TestDecisionPages(t *testing.T) {
	p := newTestSite(t)
	if len(p.library.Decisions()) < 47 {
		t.Errorf("%d decisions, want 47", len(p.library.Decisions()))
	}
	for _, d := range p.library.Decisions() {
		doc := fetchPage(t, p.site, d.Ref().Path(), http.StatusOK)
		text := doc.Find("main").Text()
		for _, want := range []string{d.Title, d.Number, d.Court, "Fakta", "Pertimbangan", "Mengapa dibaca"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", d.ID, want)
			}
		}
		if doc.Find(`a[href="`+d.SourceURL()+`"]`).Length() == 0 {
			t.Errorf("%s does not link to its source", d.ID)
		}
		for _, r := range d.Cited() {
			if doc.Find(`.decision a[href="`+p.library.Canonical(r).Path()+`"]`).Length() == 0 {
				t.Errorf("%s does not link to %s", d.ID, r)
			}
		}
		for _, a := range d.Defendants {
			if !a.Sentence.Prison.IsZero() && !strings.Contains(text, "penjara "+a.Sentence.Prison.String()) {
				t.Errorf("%s does not tell the prison term %s", d.ID, a.Sentence.Prison)
			}
		}
	}
	fetchPage(t, p.site, "/putusan/pn-kendal/2016/9999-pid.sus", http.StatusNotFound)
}

// TestDecisionFilters counts, for every choice that the list offers, the decisions that it leaves, against the library.
func TestDecisionFilters(t *testing.T) {
	p := newTestSite(t)
	all := fetchPage(t, p.site, "/putusan", http.StatusOK)
	if n := all.Find(".decisions > li").Length(); n != len(p.library.Decisions()) {
		t.Errorf("/putusan lists %d decisions of %d", n, len(p.library.Decisions()))
	}
	choices := 0
	all.Find(".filter a").Each(func(_ int, a *goquery.Selection) {
		choices++
		href, _ := a.Attr("href")
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		filter := index.Filter{}
		for _, f := range index.Facets {
			filter[f] = u.Query()[string(f)]
		}
		want := 0
		for _, d := range p.library.Decisions() {
			if index.DecisionFacets(p.library, d).Has(filter) {
				want++
			}
		}
		page := fetchPage(t, p.site, href, http.StatusOK)
		if got := page.Find(".decisions > li").Length(); got != want || want == 0 || want == len(p.library.Decisions()) && len(p.library.Decisions()) > 1 && u.Query().Get("hasil") != "" {
			t.Errorf("%s lists %d decisions, want %d", href, got, want)
		}
		if got := strings.TrimSpace(a.Find(".n").Text()); got != page.Find(".count").Text()[:len(got)] {
			t.Errorf("the choice %s promises %s, the page says %q", href, got, page.Find(".count").Text())
		}
		if page.Find(`.chosen a`).Length() != 1 {
			t.Errorf("%s does not show its filter", href)
		}
	})
	if choices < 20 {
		t.Errorf("%d choices on the list, want those of seven facets", choices)
	}
	for _, facet := range []string{"Pasal dalam putusan", "Pengadilan", "Tahun putusan", "Sektor", "Hasil perkara", "Korban anak", "Restitusi"} {
		if !strings.Contains(all.Find(".filter h2").Text(), facet) {
			t.Errorf("the list has no filter %q", facet)
		}
	}
	// Two filters at once; a value that does not exist leaves nothing and offers a way on.
	both := fetchPage(t, p.site, "/putusan?hasil=trafficking&anak=ya", http.StatusOK)
	for _, d := range p.library.Decisions() {
		want := index.DecisionFacets(p.library, d).Has(index.Filter{index.FacetResult: {"trafficking"}, index.FacetChild: {"ya"}})
		if got := both.Find(`.decisions a[href="`+d.Ref().Path()+`"]`).Length() > 0; got != want {
			t.Errorf("/putusan?hasil=trafficking&anak=ya lists %s: %v, want %v", d.ID, got, want)
		}
	}
	if none := fetchPage(t, p.site, "/putusan?sektor=%3Cb%3E", http.StatusOK); none.Find(".decisions").Length() > 0 || none.Find(`main a[href="/putusan"]`).Length() == 0 {
		t.Error("a filter of which nothing is left does not lead back to all decisions")
	}
}

// TestArticleCases shows on the page of an article what courts did with it.
func TestArticleCases(t *testing.T) {
	p := newTestSite(t)
	doc := fetchPage(t, p.site, "/uu/2007/21/pasal/2", http.StatusOK)
	cases := doc.Find(".cases")
	for _, want := range []string{"sampel, bukan statistik", "terbukti dalam", "Tabel"} {
		if !strings.Contains(cases.Text(), want) {
			t.Errorf("Pasal 2 UU 21/2007 does not say %q of its decisions: %s", want, cases.Text())
		}
	}
	if cases.Find("svg.chart").Length() != 1 || cases.Find(".figure-table tbody tr").Length() < 10 {
		t.Error("Pasal 2 UU 21/2007 has no picture of its prison terms, or no table of them")
	}
	if fetchPage(t, p.site, "/uu/2007/21/pasal/26", http.StatusOK).Find(".cases").Length() > 0 {
		t.Error("an article without decisions says that it has some")
	}
}

// TestPictures holds every picture to XML, to the page's policy and to its table.
func TestPictures(t *testing.T) {
	p := newTestSite(t)
	doc := fetchPage(t, p.site, "/putusan/angka", http.StatusOK)
	figures := doc.Find("svg.chart")
	if figures.Length() < 5 {
		t.Fatalf("%d pictures, want one for each article with a prison term, and two more", figures.Length())
	}
	body := fetch(p.site, http.MethodGet, "/putusan/angka").Body.String()
	for rest := body; ; {
		i := strings.Index(rest, "<svg class=\"chart\"")
		if i < 0 {
			break
		}
		svg, after, _ := strings.Cut(rest[i:], "</svg>")
		rest = after
		decoder := xml.NewDecoder(strings.NewReader(svg + "</svg>"))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("a picture is not well-formed: %v", err)
			}
			if e, ok := token.(xml.StartElement); ok {
				for _, a := range e.Attr {
					if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "fill" && a.Value != "none" {
						t.Errorf("a picture has %s=%q, which the page's policy refuses or which stays dark in the dark", a.Name.Local, a.Value)
					}
				}
			}
		}
	}
	// Each dot is a line of the table.
	doc.Find("section.figure").Each(func(_ int, f *goquery.Selection) {
		rows := f.Find(".figure-table tbody tr").Length()
		if dots := f.Find("svg .ch-fill-dot").Length(); dots != rows {
			t.Errorf("%s: %d dots, %d lines in the table", f.Find("h3").Text(), dots, rows)
		}
	})
	if !strings.Contains(doc.Find("main").Text(), "sampel, bukan statistik") {
		t.Error("the figures do not say that they are a sample")
	}
}

// TestSearchFindsDecisions finds statutes and decisions together, told apart, and filters decisions by what only they have.
func TestSearchFindsDecisions(t *testing.T) {
	p := newTestSite(t)
	doc := fetchPage(t, p.site, "/cari?q=karaoke", http.StatusOK)
	if doc.Find(".badge.case").Length() == 0 || !strings.Contains(doc.Find("h1").Text(), "putusan") {
		t.Errorf("a search for a word of decisions says %q and marks no decision", doc.Find("h1").Text())
	}
	only := fetchPage(t, p.site, "/cari?q=karaoke&jenis=putusan", http.StatusOK)
	if only.Find(".hit").Length() == 0 || only.Find(".hit").Length() != only.Find(".hit .badge.case").Length() {
		t.Error("the filter for decisions leaves something else")
	}
	if !strings.Contains(only.Find(".filter h2").Text(), "Sektor") {
		t.Errorf("no facets of decisions among %q", only.Find(".filter h2").Text())
	}
	mixed := fetchPage(t, p.site, "/cari?q=restitusi", http.StatusOK)
	if first := mixed.Find(".hit").First(); first.Find(".badge.case").Length() > 0 {
		t.Error("a decision stands before the law in a search for restitusi")
	}
}

// TestLikeCases shows decisions with like facts under the charges of the guide.
func TestLikeCases(t *testing.T) {
	p := newTestSite(t)
	d := p.library.DecisionsOn(corpus.ParseRef("uu/2007/21#pasal-2"))[0]
	query := url.Values{}
	for id, value := range d.Facts {
		query.Set(id, value)
	}
	doc := fetchPage(t, p.site, "/panduan/pasal?"+query.Encode(), http.StatusOK)
	like := doc.Find(`.like a[href="` + d.Ref().Path() + `"]`)
	if like.Length() == 0 {
		t.Errorf("the facts of %s do not lead to it", d.ID)
	}
	if !strings.Contains(doc.Find(".like").Text(), "fakta sama") {
		t.Error("the guide does not count the facts that are shared")
	}
}

// TestFiguresInMaterials holds the numbers that the outreach topics tell of the decisions to the decisions.
func TestFiguresInMaterials(t *testing.T) {
	p := newTestSite(t)
	all, charged, proved, both, bothProved, asked, given := len(p.library.Decisions()), 0, 0, 0, 0, 0, 0
	for _, d := range p.library.Decisions() {
		if d.Restitution.Outcome != "" {
			asked++
		}
		if d.Restitution.Given > 0 {
			given++
		}
		if !slices.ContainsFunc(d.Charged(), corpus.IsTrafficking) {
			continue
		}
		isProved := slices.Contains(d.Results(), "trafficking")
		overlap := slices.ContainsFunc(d.Charged(), func(r corpus.Ref) bool { return r.Work == "uu/2004/39" || r.Work == "uu/2017/18" })
		charged++
		if isProved {
			proved++
		}
		if overlap {
			both++
		}
		if overlap && isProved {
			bothProved++
		}
	}
	for address, want := range map[string]string{
		"/materi/pilih-undang-undang": fmt.Sprintf("%d putusan dalam koleksi Suluh|didakwakan dalam %d dan terbukti dalam %d|Dalam %d perkara|terbukti hanya dalam %d.|diperintahkan dalam %d.", all, charged, proved, both, bothProved, given),
		"/materi/restitusi":           fmt.Sprintf("Dari %d putusan|diperintahkan dalam %d dan dibicarakan dalam %d.", all, given, asked),
	} {
		text := textOf(fetchPage(t, p.site, address, http.StatusOK).Find("main"))
		for _, w := range strings.Split(want, "|") {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", address, w)
			}
		}
	}
}
