package site_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestBrowserArticle(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/uu/2007/21/pasal/48")
	p.says("h1", "Pasal 48")
	p.says(".eluc", "Penjelasan Pasal 48")
	p.says(".eluc", "restitusi")

	// A citation of the article itself.
	p.follow(`#ayat-5 a.rujukan[href$="#ayat-4"]`)
	p.at("/uu/2007/21/pasal/48#ayat-4")
	p.shows("ayat-4")

	// A defined word leads to its definition, on another page.
	p.follow(`.law a.istilah[href$="/pasal/1#angka-3"]`)
	p.at("/uu/2007/21/pasal/1#angka-3")
	p.shows("angka-3")
	p.says("#angka-3", "Korban adalah seseorang")

	// A citation of another law, far down a long article.
	p.open("/uu/2007/21/pasal/2")
	p.follow(`.status a[href*="622#"]`)
	p.at("/uu/2023/1/pasal/622#ayat-1.huruf-q")
	p.shows("ayat-1.huruf-q")
	p.says(`[id="ayat-1.huruf-q"]`, "Nomor 21 Tahun 2007")
	if eval[float64](p, "scrollY") == 0 {
		t.Error("the page has not been scrolled to huruf q")
	}
}

// shows checks that the portion the address points at is in sight and set off from the others.
func (p *tab) shows(id string) {
	p.t.Helper()
	element := "document.getElementById(" + strconv.Quote(id) + ")"
	p.eventually("(r => r.top >= 0 && r.top < innerHeight * .9)(" + element + ".getBoundingClientRect())")
	if got := eval[string](p, "getComputedStyle("+element+").backgroundColor"); got == "rgba(0, 0, 0, 0)" {
		p.t.Errorf("%s: the portion pointed at is not highlighted", p.where())
	}
	if n := eval[int](p, `[...document.querySelectorAll(".unit")].filter(e => getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)").length`); n != 1 {
		p.t.Errorf("%s: %d portions are highlighted, want 1", p.where(), n)
	}
}

func TestBrowserOtherDay(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	const on = "?tanggal=2019-05-01"
	p.open("/uu/2007/21/pasal/2" + on)
	p.says(".asked-day", "Keadaan per 1 Mei 2019.")
	p.says(".status.ok", "Berlaku sejak 19 April 2007.")
	p.says(".status.ok", "Dicabut kemudian, sejak 2 Januari 2026.")
	p.says(".foot", "1 Mei 2019")
	// A comparison names the days of its two sides.
	forgetful := eval[[]string](p, `[...document.querySelectorAll("main a:not(.asked-day a)")].map(a => a.getAttribute("href"))
		.filter(href => !href.startsWith("#") && !href.startsWith("/banding?") && !href.includes("tanggal=2019-05-01"))`)
	if len(forgetful) > 0 {
		t.Errorf("links that forget the day: %q", forgetful)
	}
	p.follow(`.pages a[rel=next]`)
	p.at("/uu/2007/21/pasal/3" + on)
	p.says(".asked-day", "1 Mei 2019")
	p.follow(`.crumbs a`)
	p.at("/uu/2007/21" + on)
	p.says(".asked-day", "1 Mei 2019")
	p.open("/uu/2007/21/pasal/2" + on)
	p.says(".asked-day a", "Lihat keadaan per 24 November 2026")
	p.follow(".asked-day a")
	if got := p.where(); strings.TrimSuffix(got, "?") != "/uu/2007/21/pasal/2" {
		t.Errorf("today's wording of the page is at %s", got)
	}
	p.says(".status", "Dicabut sejak 2 Januari 2026.")
	if p.count(".asked-day") > 0 {
		t.Error("the page of today speaks of a day that was asked")
	}

	// A question asked on a page of another day is answered for that day, and can be asked again for today.
	p.open("/uu/2007/21/pasal/2" + on)
	run(p, chromedp.SendKeys(chromedp.CSS("input[name=q]"), "restitusi korban"))
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.at(searchAddress("restitusi korban") + "&tanggal=2019-05-01")
	p.says(".asked-day", "1 Mei 2019")
	p.follow(".asked-day a")
	if got := eval[string](p, "decodeURIComponent(location.search)"); got != "?q=restitusi korban" && got != "?q=restitusi+korban" {
		t.Errorf("today's answer to the question is asked as %s", got)
	}
}

func TestBrowserCopyCitation(t *testing.T) {
	t.Parallel()
	const citation = "Pasal 26 Undang-Undang Nomor 21 Tahun 2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang (LN 2007 No. 58, TLN 4720)"
	allow := func(p *tab, name string, setting browser.PermissionSetting) {
		t.Helper()
		_, err := chromedp.CallBrowser(p.ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: setting, Origin: p.server,
			BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	// press presses the button and waits for what it then says, if only for a while.
	press := func(p *tab, said string) {
		t.Helper()
		p.open("/uu/2007/21/pasal/26")
		eval[chromedp.Void](p, `(b => { window.said = []; new MutationObserver(() => said.push(b.innerText)).observe(b, {childList: true}) })(document.querySelector(".copy"))`)
		p.click(".copy")
		p.eventually("said.includes(" + strconv.Quote(said) + ")")
	}
	t.Run("clipboard", func(t *testing.T) {
		p := openTab(t)
		allow(p, "clipboard-read", browser.PermissionSettingGranted)
		press(p, "Tersalin")
		if got := eval[string](p, "navigator.clipboard.readText()"); got != citation {
			t.Errorf("the clipboard holds %q, want %q", got, citation)
		}
		p.eventually(`said.includes("Salin kutipan")`)
	})
	t.Run("no clipboard", func(t *testing.T) {
		p := openTab(t)
		allow(p, "clipboard-write", browser.PermissionSettingDenied)
		press(p, "Tekan Ctrl+C")
		if got := strings.TrimSpace(eval[string](p, "getSelection().toString()")); got != citation {
			t.Errorf("the selection is %q, want %q", got, citation)
		}
	})
}

func TestBrowserPrint(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/uu/2007/21/pasal/48")
	p.media("print", "light")
	for _, selector := range []string{".top .find", ".skip", ".crumbs", ".col-side", ".pages", ".copy"} {
		if p.is(selector, "e.checkVisibility()") {
			t.Errorf("%s is printed", selector)
		}
	}
	for _, selector := range []string{"h1", ".status", ".law", ".eluc", "#kutipan", ".origin", ".foot time"} {
		if !p.is(selector, "e.checkVisibility()") {
			t.Errorf("%s is not printed", selector)
		}
	}
	p.says(".foot", "24 November 2026")
	p.says(".origin", "Sumber:")
	p.media("", "light")

	article := pdfText(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	for _, want := range []string{"Pasal 48", "Berlaku sejak 19 April 2007", "berhak memperoleh restitusi", "Penjelasan Pasal 48", "Sumber:", "24 November 2026"} {
		if !strings.Contains(article, want) {
			t.Errorf("the printed article lacks %q", want)
		}
	}
	for _, unwanted := range []string{"Cari pasal", "Salin kutipan", "Langsung ke isi"} {
		if strings.Contains(article, unwanted) {
			t.Errorf("the printed article has %q", unwanted)
		}
	}

	// On paper nothing can be unfolded: the elucidations of a whole work are printed open.
	p.open("/uu/2007/21")
	work := pdfText(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	for _, want := range []string{"Pasal 67", "delik formil", "24 November 2026"} {
		if !strings.Contains(work, want) {
			t.Errorf("the printed work lacks %q", want)
		}
	}
}

// pdfText returns the words of a PDF, one space between them.
func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
		t.Fatalf("a PDF of %d bytes, which cannot hold the page", len(pdf))
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		lacking(t, `no pdftotext to read the printed page: install poppler ("apt-get install poppler-utils")`)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}
