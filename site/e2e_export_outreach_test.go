package site_test

import (
	"net/http"
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
	added := query + "&" + url.Values{"tambah": {"uu/2007/21#pasal-26", "banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023", "gambar/tiga-unsur"}}.Encode()
	long := "?" + url.Values{"untuk": {"aparat-desa"}, "waktu": {"90"}, "topik": {"tugas-desa", "tiga-unsur", "ganti-rugi", "hak-korban", "surat-palsu"}}.Encode()
	for _, asked := range []string{query, added, long, query + "&tanggal=2006-01-01"} {
		for _, document := range []struct{ name, selector string }{
			{"", "main .schedule, main .bundle .doors, main > .notice.bad"}, {"/rencana", "article.plan"}, {"/lembar", "article.handout"}, {"/kuis", "article.quiz"}, {"/salindia", ".slide"},
		} {
			p.open("/sosialisasi" + document.name + ".html" + asked)
			p.eventually(`document.querySelector("main .topic-option input:checked, main .exports a[download]")`)
			got := eval[string](p, `[...document.querySelectorAll(`+"`"+document.selector+"`"+`)].map((e) => { const c = e.cloneNode(true); c.querySelectorAll(".exports").forEach((x) => x.remove()); return c.textContent; }).join(" ")`)
			want := fetchPage(t, h, "/sosialisasi"+document.name+asked, 200).Find(document.selector)
			want.Find(".exports").Remove() // a copy makes its own
			if g, w := strings.Join(strings.Fields(got), ""), strings.Join(strings.Fields(want.Text()), ""); g != w {
				t.Errorf("%s%s says %s", document.name, asked, textDifference(g, w))
			}
		}
		p.open("/sosialisasi.html" + asked)
		p.eventually(`document.querySelector(".exports a[download$='.md']")`)
		got := eval[string](p, `fetch(document.querySelector(".exports a[download$='.md']").href).then((r) => r.text())`)
		if want := fetch(h, http.MethodGet, "/sosialisasi/bahan.md"+asked).Body.String(); got != want {
			t.Errorf("the file for %s says %s", asked, textDifference(got, want))
		}
		p.says(".exports", "program Suluh")
	}
	// A page alone, as a file: no link, no script, but all the words.
	p.open("/sosialisasi/lembar.html" + query)
	p.eventually(`document.querySelector(".exports a[download$='.html']")`)
	page := eval[string](p, `fetch(document.querySelector(".exports a[download$='.html']").href).then((r) => r.text())`)
	if file := parsePage(t, page); file.Find("a, script, link, nav").Length() > 0 || !strings.Contains(textOf(file.Find(".topic")), "Persetujuan korban tidak menghilangkan penuntutan") || file.Find("title, svg").Length() < 2 {
		t.Errorf("the file of the handout: %.400s", page)
	} else if end := textOf(file.Find("body > p").Last()); !strings.Contains(end, "versi koleksi") || !strings.Contains(end, "Suluh bukan Lembaran Negara.") {
		t.Errorf("the file of the handout ends with %q", end)
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
