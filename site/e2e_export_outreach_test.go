package site_test

import (
	"net/url"
	"strings"
	"testing"
)

// TestBrowserStickOutreach puts a bundle together in the export, from file://, and holds it to say what the server says.
func TestBrowserStickOutreach(t *testing.T) {
	t.Parallel()
	gatherMaterial(t, openStick(t))
}

func gatherMaterial(t *testing.T, p *tab) {
	t.Helper()
	h := newTestSite(t).site
	query := "?" + url.Values{"untuk": {"warga-desa"}, "waktu": {"45"}, "topik": {"persetujuan", "jalan-aman"}}.Encode()
	for _, document := range []struct{ name, selector string }{
		{"", "main .schedule"}, {"/rencana", "article.plan"}, {"/lembar", ".handout-body"}, {"/kuis", "article.quiz"}, {"/salindia", ".slide"},
	} {
		p.open("/sosialisasi" + document.name + ".html" + query)
		p.eventually(`document.querySelector("main .topic-option input:checked, main .document-nav a[href*='persetujuan']")`)
		got := eval[string](p, `[...document.querySelectorAll(`+"`"+document.selector+"`"+`)].map((e) => e.textContent).join(" ")`)
		want := fetchPage(t, h, "/sosialisasi"+document.name+query, 200).Find(document.selector)
		// A copy has no files of a bundle of one's own.
		want.Find(".document-nav .exports").Remove()
		if g, w := strings.Join(strings.Fields(got), ""), strings.Join(strings.Fields(want.Text()), ""); g != w {
			t.Errorf("%s says %s", document.name, textDifference(g, w))
		}
	}
	// The basket goes along, and an article is added on the way.
	p.open("/uu/2007/21/pasal/26.html" + query)
	p.eventually(`document.querySelector(".basket")`)
	p.says(".basket", "untuk warga desa, 45 menit, 2 topik")
	p.follow(".compare-links a:last-child")
	p.eventually(`document.querySelector(".bundle-form input[name=tambah]:checked")`)
	p.says(".bundle-form", "Pasal 26 UU 21/2007")
	if got := p.count(".bundle-form input[name=topik]:checked"); got != 2 {
		t.Errorf("%d topics of 2 are still chosen", got)
	}
	p.open("/sosialisasi.html?untuk=hakim&topik=tiada")
	p.eventually(`document.querySelectorAll("main > .notice.bad").length === 2`)
}
