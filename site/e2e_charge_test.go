package site_test

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// mark tells a page that was loaded anew from one that only changed.
func (p *tab) mark() {
	p.t.Helper()
	eval[chromedp.Void](p, "window.marked = true")
}

func (p *tab) marked() bool { p.t.Helper(); return eval[bool](p, "!!window.marked") }

// day types the day of the act, as a visitor who leaves the field afterwards.
func (p *tab) day(day string) {
	p.t.Helper()
	eval[chromedp.Void](p, `(f => { f.value = `+strconv.Quote(day)+`; f.dispatchEvent(new Event("change", {bubbles: true})) })(document.querySelector("[name=tanggal]"))`)
	p.eventually(`location.search.includes("tanggal=` + day + `")`)
}

// answer clicks an answer, in a group that is unfolded for it, and waits until the address has it.
func (p *tab) answer(question, value string) {
	p.t.Helper()
	radio := `[name="` + question + `"][value="` + value + `"]`
	p.must(radio)
	eval[chromedp.Void](p, "document.querySelector('"+radio+"').closest('details').open = true")
	p.click(radio)
	p.eventually(`new URLSearchParams(location.search).get("` + question + `") === "` + value + `"`)
}

// order returns the charges that fit, in the order recommended.
func (p *tab) order() string {
	p.t.Helper()
	return eval[string](p, `[...document.querySelectorAll(".charge")].map(c => [c.querySelector("h3 a").innerText, c.querySelector("h3 .badge")?.innerText])
		.filter(([, place]) => place).map(c => c.join(" ")).join("; ")`)
}

func TestBrowserGuideAnswersAtOnce(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	heard := complaints(p)
	p.open("/panduan/pasal")
	p.mark()
	p.says("#jawaban", "Isi dahulu tanggal perbuatan")
	p.day("2019-05-01")
	p.says(".answer-day", "Perbuatan 1 Mei 2019, ditimbang 24 November 2026")
	p.says(".progress", "1 pertanyaan terjawab, 0 pasal cocok")
	p.answer("korban-wni", "ya")
	p.answer("dibawa-ke-luar-negeri", "ya")
	p.answer("tujuan-tenaga", "ya")
	p.answer("eksploitasi-di-luar-negeri", "ya")
	p.says(".charge h3", "primair Pasal 4 UU 21/2007")
	p.says("#uu-2007-21-pasal-4", "penjara 3 tahun sampai 15 tahun")
	p.says(".progress", "5 pertanyaan terjawab, 1 pasal cocok")
	p.at("/panduan/pasal?tanggal=2019-05-01&korban-wni=ya&dibawa-ke-luar-negeri=ya&tujuan-tenaga=ya&eksploitasi-di-luar-negeri=ya")

	// A question that follows from the answer appears, and goes with it.
	if p.count("[name=anak-di-bawah-12]") > 0 {
		t.Error("it is asked whether the child is under 12 before it is known that there is a child")
	}
	p.answer("korban-anak", "ya")
	p.says("#uu-2007-21-pasal-4", "penjara 4 tahun sampai 20 tahun")
	p.eventually(`document.querySelector("[name=anak-di-bawah-12]")`)
	p.says("#kelompok-korban .n", "2/")
	if !p.is("[name=korban-anak][value=ya]", "e.checked && e.checkVisibility()") {
		t.Error("the answer that was given is not to be seen any more")
	}
	p.answer("korban-anak", "tidak")
	p.eventually(`!document.querySelector("[name=anak-di-bawah-12]")`)

	// Back, answer by answer; the page then speaks of the facts in its address.
	if !p.marked() {
		t.Error("the page was loaded anew for an answer")
	}
	eval[chromedp.Void](p, "history.back()")
	p.eventually(`document.readyState === "complete" && document.querySelector("[name=korban-anak][value=ya]")?.checked`)
	p.says("#uu-2007-21-pasal-4", "penjara 4 tahun sampai 20 tahun")
	eval[chromedp.Void](p, "history.back()")
	p.eventually(`document.readyState === "complete" && document.querySelector("[name=korban-anak][value=\"\"]")?.checked`)
	p.says("#uu-2007-21-pasal-4", "penjara 3 tahun sampai 15 tahun")
	p.at("/panduan/pasal?tanggal=2019-05-01&korban-wni=ya&dibawa-ke-luar-negeri=ya&tujuan-tenaga=ya&eksploitasi-di-luar-negeri=ya")
	eval[chromedp.Void](p, "history.forward()")
	p.eventually(`document.readyState === "complete" && document.querySelector("[name=korban-anak][value=ya]")?.checked`)

	// To a place of the page and back is no new answer.
	p.mark()
	p.loads(chromedp.Click(chromedp.CSS("#uu-2007-21-pasal-4 .notice a[href^='#ragu-']")))
	eval[chromedp.Void](p, "history.back()")
	p.eventually(`location.hash === ""`)
	if !p.marked() {
		t.Error("a jump within the page loads it anew")
	}
	// What cannot be read is said, and said no longer once it is put right.
	p.open("/panduan/pasal?tanggal=2019-05-01&tanggal-akhir=2018-01-01")
	p.says(".problems", "lebih awal")
	p.day("2017-01-01")
	p.eventually(`document.querySelector(".problems").innerText === ""`)
	for _, c := range heard() {
		t.Error(c)
	}
}

func TestBrowserGuideScenarios(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, tt := range []struct{ name, facts, first, has, lacks string }{
		{"girl of 16, 2016", scenario2016, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "UU 39/2004 subsidair", "UU 18/2017"},
		{"the same, 2019", scenario2019, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "Pasal 81 UU 18/2017 subsidair", "UU 39/2004"},
		{"the same, 2026", scenario2026, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "Pasal 81 UU 18/2017 subsidair", "455"},
	} {
		p.open("/panduan/pasal")
		facts, err := url.ParseQuery(tt.facts)
		if err != nil {
			t.Fatal(err)
		}
		p.day(facts.Get("tanggal"))
		for pair := range strings.SplitSeq(tt.facts, "&") {
			if id, value, _ := strings.Cut(pair, "="); id != "tanggal" {
				p.answer(id, value)
			}
		}
		got := p.order()
		if !strings.HasPrefix(got, tt.first) || !strings.Contains(got, tt.has) || strings.Contains(got, tt.lacks) {
			t.Errorf("%s: the charges are %q, want %q first, %q among them, no %q", tt.name, got, tt.first, tt.has, tt.lacks)
		}
		// The link can be sent: the page of its address says the same.
		p.open(p.where())
		if again := p.order(); again != got {
			t.Errorf("%s: opened anew the charges are %q, before %q", tt.name, again, got)
		}
	}
}

func TestBrowserGuideWithoutScript(t *testing.T) {
	t.Parallel()
	with := openTab(t)
	with.open(guideAddress(scenario2019))
	want := with.order()

	p := openTab(t)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.open("/panduan/pasal")
	run(p, chromedp.SetValue(chromedp.CSS("[name=tanggal]"), "2019-05-01"))
	const send = ".q-actions button"
	p.follow(send)
	p.at("/panduan/pasal?tanggal=2019-05-01")
	// All the answers of the first round at once, then those to the questions that follow.
	left := strings.Split(scenario2019, "&")[1:]
	for round := 0; len(left) > 0; round++ {
		if round == 3 {
			t.Fatalf("%q are never asked", left)
		}
		left = slices.DeleteFunc(left, func(pair string) bool {
			id, value, _ := strings.Cut(pair, "=")
			radio := `[name="` + id + `"][value="` + value + `"]`
			if p.count(radio) == 0 {
				return false
			}
			if group := "details:has(" + radio + ")"; !p.is(group, "e.open") {
				p.click(group + " > summary")
			}
			p.click(radio)
			return true
		})
		p.follow(send)
	}
	if got := p.order(); got != want {
		t.Errorf("without script the charges are %q, with it %q", got, want)
	}
	if facts, err := url.ParseQuery(strings.TrimPrefix(p.where(), "/panduan/pasal?")); err != nil || facts.Encode() != mustQuery(t, scenario2019).Encode() {
		t.Errorf("the address is %s, want the facts %s", p.where(), scenario2019)
	}
	p.follow(`.q-actions a[href="/panduan/pasal"]`)
	p.at("/panduan/pasal")
	p.says(".progress", "0 pertanyaan terjawab")
}

func mustQuery(t *testing.T, s string) url.Values {
	t.Helper()
	v, err := url.ParseQuery(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestBrowserGuideByKeyboard goes through a group with Tab, the arrows, Space and Enter.
func TestBrowserGuideByKeyboard(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/panduan/pasal?tanggal=2019-05-01")
	focused := func(selector string) {
		t.Helper()
		if !eval[bool](p, "document.activeElement.matches("+strconv.Quote(selector)+")") {
			t.Fatalf("the focus is on %s, want %s", eval[string](p, "document.activeElement.outerHTML.slice(0, 200)"), selector)
		}
		if !eval[bool](p, `(e => {
			const r = e.getBoundingClientRect(), s = getComputedStyle(e), bar = document.querySelector(".q-actions").getBoundingClientRect();
			return r.top >= 0 && (r.bottom <= bar.top || !!e.closest(".q-actions")) && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
		})(document.activeElement)`) {
			t.Errorf("the focus on %s cannot be seen", selector)
		}
	}
	eval[chromedp.Void](p, `document.querySelector("#kelompok-korban summary").focus()`)
	p.press(kb.Enter)
	p.eventually(`document.querySelector("#kelompok-korban").open`)
	focused("#kelompok-korban summary")
	p.press(kb.Tab)
	focused(`[name=korban-anak][value=""]`) // the answer that is chosen
	// The arrows choose: round to "ya", which brings a question into the group; the focus stays.
	p.press(kb.ArrowDown)
	p.eventually(`new URLSearchParams(location.search).get("korban-anak") === "ya" && document.querySelector("[name=anak-di-bawah-12]")`)
	focused("[name=korban-anak][value=ya]")
	p.press(kb.ArrowDown)
	p.eventually(`new URLSearchParams(location.search).get("korban-anak") === "tidak"`)
	focused("[name=korban-anak][value=tidak]")
	p.press(kb.ArrowUp)
	p.eventually(`document.querySelector("[name=anak-di-bawah-12]")`)
	// On through every question of the group, a Tab each, in the order in which they stand.
	names := eval[[]string](p, `[...new Set([...document.querySelectorAll("#kelompok-korban [name]")].map(i => i.name))]`)
	for _, name := range names[1:] {
		p.press(kb.Tab)
		focused(`[name="` + name + `"][value=""]`)
	}
	p.press(kb.ArrowUp) // "tidak"
	last := names[len(names)-1]
	p.eventually(`new URLSearchParams(location.search).get("` + last + `") === "tidak"`)
	focused(`[name="` + last + `"][value=tidak]`)
	p.press(kb.Tab)
	focused("#kelompok-pelaku summary")
	// To the button, which asks the server for the whole page.
	eval[chromedp.Void](p, `document.querySelector(".q-actions button").focus()`)
	focused(".q-actions button")
	p.loads(chromedp.KeyEvent(kb.Enter))
	p.says(".progress", "3 pertanyaan terjawab")
}

func TestBrowserGuideOnATelephone(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.size(360, 780)
	p.open(guideAddress(scenario2019))
	// How far one is, and the way to the answer, are in sight among the questions.
	for _, y := range []int{0, 3000} {
		eval[chromedp.Void](p, "scrollTo(0, "+strconv.Itoa(y)+")")
		if !p.is(".progress", "(r => r.top >= 0 && r.bottom <= innerHeight)(e.getBoundingClientRect())") {
			t.Errorf("%d down the progress is out of sight", y)
		}
	}
	p.loads(chromedp.Click(chromedp.CSS(`.q-actions a[href="#jawaban"]`)))
	p.eventually(`(r => r.top >= 0 && r.top < innerHeight / 2)(document.querySelector(".answer-day").getBoundingClientRect())`)
	if got := eval[int64](p, "document.documentElement.scrollWidth"); got > 360 {
		t.Errorf("the page is %d wide", got)
	}

	// At a desk the answer stays beside the questions.
	p.size(1280, 800)
	eval[chromedp.Void](p, `document.querySelector("#kelompok-tujuan").scrollIntoView()`)
	if !p.is(".answer-day", "(r => r.top >= 0 && r.bottom <= innerHeight)(e.getBoundingClientRect())") {
		t.Error("far down the questions the answer is out of sight")
	}
}

// TestBrowserGuidePrint prints a file note: the facts as given, the day, the charges with their elements and the
// arithmetic of the penalty, all unfolded; no question that is open.
func TestBrowserGuidePrint(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open(guideAddress(scenario2019 + "&jumlah-pelaku=3&korban-setuju=tidak"))
	p.media("print", "light")
	for _, selector := range []string{".q-actions", ".exports", "#contoh", ".questions summary", "[name=tanggal]", "[name=korban-perempuan]"} {
		if p.is(selector, "e.checkVisibility()") {
			t.Errorf("%s is printed", selector)
		}
	}
	p.media("", "light")
	got := pdfText(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	for _, want := range []string{
		"Fakta menurut pengisi", "Apakah korban warga negara Indonesia? Ya", "Apakah korban menyetujui keberangkatan atau pekerjaannya? Tidak",
		"Perbuatan 1 Mei 2019, ditimbang 24 November 2026", "primair Pasal 4 UU 21/2007", "penjara 4 tahun sampai 20 tahun", "Korban anak: ditambah sepertiga",
		"Biasanya dibuktikan dengan", "Cap perlintasan imigrasi", "Yang harus diperhatikan", "Yang belum pasti",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the printed note lacks %q", want)
		}
	}
	for _, unwanted := range []string{"Tidak tahu", "Apakah korban perempuan?", "Timbang", "Kosongkan", "Contoh perkara", "Unduh"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("the printed note has %q", unwanted)
		}
	}
}
