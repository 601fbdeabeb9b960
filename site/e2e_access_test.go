package site_test

import (
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestBrowserKeyboardOnly(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	shiftTab := func() { t.Helper(); run(p, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift))) }
	focused := func(selector string) bool {
		t.Helper()
		return eval[bool](p, "document.activeElement.matches("+fmt.Sprintf("%q", selector)+")")
	}
	// seen checks that the focus is where it should be and can be seen there.
	seen := func(selector string) {
		t.Helper()
		if !focused(selector) {
			t.Fatalf("on %s the focus is on %s, want %s", p.where(), eval[string](p, "document.activeElement.outerHTML.slice(0, 200)"), selector)
		}
		if !eval[bool](p, `(e => {
			const r = e.getBoundingClientRect(), s = getComputedStyle(e);
			return r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
		})(document.activeElement)`) {
			t.Errorf("on %s the focus on %s cannot be seen", p.where(), selector)
		}
	}

	// Past the head of the page at once.
	p.open("/uu/2007/21/pasal/26")
	p.press(kb.Tab)
	seen(".skip")
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.at("/uu/2007/21/pasal/26#isi")
	if !focused("main") {
		t.Error("the skip link does not lead into main")
	}
	p.press(kb.Tab)
	if !eval[bool](p, `!!document.activeElement.closest("main")`) {
		t.Error("the first Tab after the skip link leaves main")
	}

	// Back to the search box, a question, the first hit.
	p.open("/uu/2007/21/pasal/26")
	for range 3 { // skip link, name of the site, search box
		p.press(kb.Tab)
	}
	seen("input[name=q]")
	p.press("restitusi korban")
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.at(searchAddress("restitusi korban"))
	p.press(kb.Tab)
	seen(".skip")
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.press(kb.Tab)
	seen(".hit:first-of-type h2 a")
	shiftTab()
	seen(".top *")
	p.press(kb.Tab)
	seen(".hit:first-of-type h2 a")
	want := eval[string](p, "document.activeElement.getAttribute('href')")
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.at(want)
	p.says("h1", "Pasal")

	// The home page starts in its search box.
	p.open("/")
	p.eventually("document.activeElement.matches('main input[name=q]')")
	seen("main input[name=q]")

	// What is folded unfolds by keyboard.
	p.open("/uu/2007/21")
	eval[chromedp.Void](p, `document.querySelector(".law details summary").focus()`)
	p.press(kb.Enter)
	if !p.is(".law details", "e.open") {
		t.Error("Enter does not unfold an elucidation")
	}
}

func TestBrowserWithoutScript(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.ask("korban setuju berangkat apakah tetap pidana")
	p.says(".hit:first-of-type h2", "Pasal 26")
	p.follow(".filter a")
	if p.count(".filter a[aria-current]") != 1 {
		t.Error("a filter does not work")
	}
	p.follow(".hit:first-of-type h2 a")
	p.says(".law", "Persetujuan korban perdagangan orang")
	if p.is(".copy", "e.checkVisibility()") {
		t.Error("the copy button shows, and cannot work")
	}
	p.says("#kutipan", "Pasal 26 Undang-Undang Nomor 21 Tahun 2007")
	p.follow(".art-work a")
	p.at("/uu/2007/21")
	const first = ".law details"
	if p.is(first, "e.open") {
		t.Fatal("the elucidations of a work are unfolded from the start")
	}
	p.click(first + " summary")
	if !p.is(first, "e.open && e.lastElementChild.checkVisibility()") {
		t.Error("a click does not unfold an elucidation")
	}
	p.follow(".toc a[href='#bab-v']")
	p.at("/uu/2007/21#bab-v")
}

func TestBrowserWidths(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	pages := []string{
		"/", "/cari?q=korban+setuju+berangkat", "/cari?q=zzzxqv", "/cari?q=perdaganan+orng", "/uu/2007/21", "/uu/2023/1", "/uu/2007/21/pasal/1", "/uu/2007/21/pasal/48",
		"/uu/2007/21/pasal/2?tanggal=2019-05-01", "/uu/2023/1/pasal/622", "/uu/2002/23/pasal/76f", "/perda/diy/2025/6/pasal/1",
		"/banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023", "/linimasa", "/panduan/perbandingan", "/koleksi", "/tidak/ada",
		"/panduan/pasal", guideAddress(scenario2019),
		"/sosialisasi", "/sosialisasi/lembar" + fullBasket, "/sosialisasi/polisi/90/rencana", "/sosialisasi/warga-desa/15/salindia", "/sosialisasi/pelajar/45/kuis",
		"/sosialisasi/latihan", "/glosarium", "/materi/tiga-unsur",
	}
	for _, width := range []int64{320, 360, 1280} {
		p.size(width, 780)
		for _, address := range pages {
			p.open(address)
			// A page too wide makes the window of a telephone wider, so innerWidth is no measure.
			wide := func(state string) {
				t.Helper()
				if got := eval[int64](p, "document.documentElement.scrollWidth"); got > width {
					t.Errorf("%s, %d wide%s, scrolls sideways: it is %d wide, because of %q", address, width, state, got, eval[[]string](p, fmt.Sprintf(tooWide, width)))
				}
			}
			wide("")
			if eval[bool](p, `(all => (all.forEach(d => d.open = true), all.length > 0))([...document.querySelectorAll("details:not([open])")])`) {
				wide(", unfolded")
			}
		}
	}
}

// tooWide lists the first elements that reach beyond a width, but for those that can be scrolled into sight.
const tooWide = `(() => {
	const scrolls = e => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
	return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > %d + .5 && !scrolls(e.parentElement))
		.slice(0, 5).map(e => e.outerHTML.slice(0, 80));
})()`

func TestBrowserDarkMode(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, address := range []string{"/", "/cari?q=korban", "/uu/2007/21/pasal/48", "/banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023"} {
		p.open(address)
		for _, scheme := range []string{"light", "dark"} {
			p.media("", scheme)
			// Relative luminance of WCAG, 0 for black and 1 for white.
			got := eval[map[string]float64](p, `(() => {
				const luminance = c => c.match(/[\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
					.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
				const body = getComputedStyle(document.body), text = getComputedStyle(document.querySelector("main p"));
				return {paper: luminance(body.backgroundColor), ink: luminance(body.color), text: luminance(text.color)};
			})()`)
			dark := got["paper"] < .05 && got["ink"] > .5 && got["text"] > .3
			light := got["paper"] > .8 && got["ink"] < .05 && got["text"] < .2
			if scheme == "dark" && !dark || scheme == "light" && !light {
				t.Errorf("%s in %s: luminances %v", address, scheme, got)
			}
		}
	}
}

// axeFinding is a rule of axe and the elements that break it, or may break it.
type axeFinding struct {
	Rule, Help, URL string
	Elements        []struct{ Target, Why string }
}

func (f axeFinding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\t%s", f.Rule, f.Help, f.URL)
	for _, e := range f.Elements {
		fmt.Fprintf(&b, "\n\t%s: %s", e.Target, strings.Join(strings.Fields(e.Why), " "))
	}
	return b.String()
}

// axeResult is what axe says of a page. Judged are the rules that found something to judge.
type axeResult struct {
	Broken, Unsure []axeFinding
	Judged         []string
}

// axeRun runs the rules of WCAG 2.2, levels A and AA.
const axeRun = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], rules: {"target-size": {enabled: true}}})
	.then(r => {
		const finding = v => ({Rule: v.id, Help: v.help, URL: v.helpUrl, Elements: v.nodes.map(n => ({Target: n.target.join(" "), Why: n.failureSummary}))});
		return {Broken: r.violations.map(finding), Unsure: r.incomplete.map(finding), Judged: [...r.passes, ...r.violations].map(v => v.id)};
	})`

func TestBrowserAxe(t *testing.T) {
	t.Parallel()
	file := os.Getenv("SULUH_AXE")
	if file == "" {
		lacking(t, `SULUH_AXE is unset: "npm install --prefix DIR axe-core", then SULUH_AXE=DIR/node_modules/axe-core/axe.min.js`)
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p := openTab(t)
	inject := func() { t.Helper(); run(p, chromedp.Evaluate[chromedp.Void](string(axe))) }
	judged := map[string]bool{}
	check := func(name string) {
		t.Helper()
		for _, scheme := range []string{"light", "dark"} {
			p.media("", scheme)
			r := eval[axeResult](p, axeRun)
			for _, rule := range r.Judged {
				judged[rule] = true
			}
			for _, f := range r.Broken {
				t.Errorf("%s, %s: %s", name, scheme, f)
			}
			for _, f := range r.Unsure {
				t.Logf("%s, %s: axe cannot tell on %d elements, look yourself: %s (%s)", name, scheme, len(f.Elements), f.Help, f.Elements[0].Target)
			}
		}
	}
	for _, page := range []struct{ name, address string }{
		{"home", "/"},
		{"outreach", "/sosialisasi"},
		{"handout with extras", "/sosialisasi/lembar" + fullBasket},
		{"slides", "/sosialisasi/warga-desa/15/salindia"},
		{"quiz", "/sosialisasi/pelajar/45/kuis"},
		{"plan", "/sosialisasi/polisi/90/rencana"},
		{"topic", "/materi/tiga-unsur"},
		{"topic that is stale", "/materi/persetujuan?tanggal=2006-01-01"},
		{"exercises", "/sosialisasi/latihan"},
		{"glossary", "/glosarium"},
		{"search results", "/cari?q=korban+setuju+berangkat&jenis=uu"},
		{"corrected search", "/cari?q=perdaganan+orng"},
		{"nothing found", "/cari?q=zzzxqv"},
		{"work", "/uu/2007/21"},
		{"article", "/uu/2007/21/pasal/48"},
		{"amended article", "/uu/2023/1/pasal/622#ayat-1.huruf-q"},
		{"inserted article", "/uu/2002/23/pasal/76f"},
		{"revoked article", "/uu/2007/21/pasal/2"},
		{"article on another day", "/uu/2007/21/pasal/2?tanggal=2019-05-01"},
		{"comparison", "/banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023"},
		{"timeline", "/linimasa"},
		{"guide", "/panduan/perbandingan"},
		{"charging guide", "/panduan/pasal"},
		{"charging guide, answer", guideAddress(scenario2019)},
		{"state of the collection", "/koleksi"},
		{"error", "/tidak/ada"},
	} {
		p.size(1280, 800)
		p.open(page.address)
		inject()
		check(page.name)
		if page.name == "search results" || page.name == "article" || page.name == "charging guide, answer" {
			p.size(360, 780)
			check(page.name + " on a telephone")
		}
	}
	imported, _ := newShelfSite(t)
	server := httptest.NewServer(imported)
	defer server.Close()
	p.server = server.URL
	for _, page := range []struct{ name, address string }{
		{"imported works", "/koleksi/impor"},
		{"imported works of a year", "/koleksi/impor/uu/1999"},
		{"imported work", "/uu/1999/7"},
		{"imported article", "/uu/1999/7/pasal/3"},
		{"search in two collections", "/cari?q=jalan"},
	} {
		p.open(page.address)
		inject()
		check(page.name)
	}
	for _, rule := range []string{"color-contrast", "target-size", "label", "link-name", "html-has-lang", "link-in-text-block"} {
		if !judged[rule] {
			t.Errorf("axe never judged %s: the options do not ask for it, or no page has anything of the kind", rule)
		}
	}

	// axe must find what is wrong.
	p.loads(chromedp.Navigate("data:text/html,<!DOCTYPE html><title>x</title><img src='data:,'><p style='color:%23ccc;background:%23fff'>pudar</p>"))
	inject()
	var broken []string
	for _, f := range eval[axeResult](p, axeRun).Broken {
		broken = append(broken, f.Rule)
	}
	if got := strings.Join(broken, " "); got != "color-contrast html-has-lang image-alt" {
		t.Errorf("on a page with three faults axe finds %q", got)
	}
}
