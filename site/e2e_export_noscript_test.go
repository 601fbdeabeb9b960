package site_test

// The export where scripts are switched off: what it cannot do it says, with what can be done instead.

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"suluh/corpus/charge"
)

// openWithoutScripts opens a tab on an export, from file://, in which pages run no scripts.
func openWithoutScripts(t *testing.T) *tab {
	t.Helper()
	p := openStick(t)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return p
}

func TestBrowserStickWithoutScripts(t *testing.T) {
	t.Parallel()
	p := openWithoutScripts(t)
	for _, c := range []struct {
		address string
		says    []string
		link    string // what can be done instead
		arrives string // heading of the page to which that leads
	}{
		{"/cari.html?q=perdagangan", []string{"Pencarian dalam salinan ini memerlukan JavaScript", "tidak dicari", "suluh serve"}, `[href="panduan/perbandingan.html"]`, "berdampingan"},
		{"/panduan/pasal.html?" + scenario2019, []string{"Panduan dalam salinan ini memerlukan JavaScript", "tidak ditimbang", "Cetak halaman ini", "Semua pertanyaan panduan", "suluh serve"}, `details li:nth-of-type(4) a`, "Pasal 4"},
		{"/banding.html?a=pasal+2+uu+21%2F2007&b=pasal+455+kuhp", []string{"Perbandingan dalam salinan ini memerlukan JavaScript", "tidak dibandingkan"}, `[href="panduan/perbandingan.html"]`, "berdampingan"},
		{"/putusan.html?anak=ya", []string{"Saringan putusan dalam salinan ini memerlukan JavaScript", "memuat semua putusan"}, "", ""},
		{"/sosialisasi.html?untuk=polisi&topik=persetujuan", []string{"Menyusun bahan sendiri dalam salinan ini memerlukan JavaScript", "yang dipilihkan Suluh"}, `[href="sosialisasi.html#siap"]`, "Bahan sosialisasi"},
		{"/sosialisasi/kuis.html?untuk=polisi", []string{"Menyusun bahan sendiri dalam salinan ini memerlukan JavaScript"}, `[href="../sosialisasi.html#siap"]`, "Bahan sosialisasi"},
	} {
		p.open(c.address)
		for _, words := range c.says {
			p.says("main noscript", words)
		}
		if c.link != "" {
			eval[any](p, `document.querySelectorAll("main noscript details").forEach((e) => { e.open = true }); undefined`)
			p.follow("main noscript " + c.link)
			p.says("h1", c.arrives)
		}
	}

	// The form for another day does nothing; the states of the page are there to be opened.
	p.open("/uu/2007/21/pasal/2.html?tanggal=2019-05-01")
	if p.count("main noscript") > 0 {
		t.Error("an article says that it needs scripts")
	}
	p.says(".foot noscript", "Formulir tanggal ini memerlukan JavaScript")
	p.follow(`.foot noscript [href*="2@2007-04-19.html"]`)
	p.says(".status", "Berlaku sejak 19 April 2007.")
	p.says(".top-day", "19 April 2007")
	p.open("/putusan.html")
	p.says(".foot noscript", "Isi halaman ini sama untuk semua tanggal.")
}

// TestBrowserStickGuideByHand prints the guide where no script answers it: every question, with its answers to be marked.
func TestBrowserStickGuideByHand(t *testing.T) {
	t.Parallel()
	p := openWithoutScripts(t)
	p.open(stickGuide)
	if p.is(".cols-charge", "e.checkVisibility()") {
		t.Error("the form that does not answer is in sight")
	}
	asks := p.text(".by-hand")
	choices := 0
	for _, f := range newTestSite(t).rules.Facts {
		if question := strings.Join(strings.Fields(f.Question), " "); !strings.Contains(asks, question) {
			t.Errorf("the page does not ask %q", question)
		}
		if f.Type == charge.YesNo {
			choices++
		}
	}
	if n := strings.Count(strings.Join(strings.Fields(p.paper()), " "), "☐ ya ☐ tidak ☐ tidak tahu"); n != choices {
		t.Errorf("the paper has %d questions with answers to mark, want %d", n, choices)
	}
}
