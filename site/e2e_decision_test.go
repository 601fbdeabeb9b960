package site_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestBrowserDecisions goes the way of a prosecutor who looks for a case like hers: from the front page to the list, by
// filters to a decision, from there to the article, and back to its other decisions.
func TestBrowserDecisions(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/")
	p.follow(`.doors a[href="/putusan"]`)
	p.says(".lead", "sampel, bukan statistik")
	all := p.count(".decisions > li")

	p.follow(`.filter a[href*="anak=ya"]`)
	children := p.count(".decisions > li")
	if children == 0 || children >= all {
		t.Errorf("%d decisions with a child victim of %d", children, all)
	}
	p.follow(`.filter a[href*="hasil=trafficking"]`)
	p.at("/putusan?anak=ya&hasil=trafficking")
	if n := p.count(".decisions > li"); n == 0 || n > children {
		t.Errorf("%d decisions with both filters, %d with one", n, children)
	}
	p.says(".chosen", "Korban anak")
	p.follow(`.chosen a[href="/putusan?hasil=trafficking"]`)
	p.at("/putusan?hasil=trafficking")

	title := p.text(".decisions > li:first-child > a")
	p.follow(".decisions > li:first-child > a")
	p.says("h1", title)
	for _, heading := range []string{"Fakta", "Pertimbangan", "Mengapa dibaca"} {
		if !strings.Contains(p.text("main"), heading) {
			t.Errorf("%s has no part %q", p.where(), heading)
		}
	}
	p.follow(".counts a")
	if !strings.Contains(p.where(), "/pasal/") {
		t.Errorf("the charge leads to %s, not to an article", p.where())
	}
}

// TestBrowserArticleCases reads on an article what courts did with it, by keyboard only.
func TestBrowserArticleCases(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.size(360, 740)
	p.open("/uu/2007/21/pasal/2#putusan")
	p.must("svg.chart")
	if eval[float64](p, `document.documentElement.scrollWidth`) > 360 {
		t.Error("the page is wider than the telephone")
	}
	eval[bool](p, `(document.querySelector(".figure-table summary").focus(), true)`)
	p.press(kb.Enter)
	p.eventually(`document.querySelector(".figure-table").open`)
	for _, scheme := range []string{"light", "dark"} {
		p.media("screen", scheme)
		ink := eval[string](p, `getComputedStyle(document.querySelector("svg.chart text")).fill`)
		paper := eval[string](p, `getComputedStyle(document.body).backgroundColor`)
		if ink == paper || ink == "" {
			t.Errorf("%s: words of the picture are %s on %s", scheme, ink, paper)
		}
	}
	p.media("print", "light")
	if !p.is(".figure-table table", "e.offsetHeight > 0") {
		t.Error("the table of a picture does not print")
	}
}

// TestBrowserLikeCases opens the decisions with like facts under a charge.
func TestBrowserLikeCases(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/panduan/pasal?tanggal=2016-05-01&korban-anak=ya&merekrut=ya&tujuan-pelacuran=ya&eksploitasi-di-indonesia=ya&korban-perempuan=ya&penipuan=ya&tereksploitasi=ya")
	p.click(".like > summary")
	p.says(".like", "fakta sama")
	p.follow(".like li > a")
	if !strings.HasPrefix(p.where(), "/putusan/") {
		t.Errorf("a like case leads to %s", p.where())
	}
}
