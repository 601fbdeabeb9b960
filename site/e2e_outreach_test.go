package site_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestBrowserOutreach goes the way of a trainer who prepares a course for the police: chooses, adds an article on the way,
// and takes the material.
func TestBrowserOutreach(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/")
	p.follow(`.doors a[href="/sosialisasi"]`)
	p.click(`input[name=untuk][value=polisi]`)
	p.click(`input[name=waktu][value="90"]`)
	p.follow(".bundle-form button")
	p.at("/sosialisasi?untuk=polisi&waktu=90")
	p.says("#bahan", "Bahan untuk polisi, 90 menit")
	p.says(".schedule tbody tr:last-child", "90 menit")

	// The basket goes along: by the search to an article, into the basket, and back.
	eval[bool](p, `(document.querySelector("#q").focus(), true)`)
	p.press("pasal 48 uu 21/2007")
	p.follow(`form[role=search] button`)
	p.says("h1", "Pasal 48")
	p.says(".basket", "untuk polisi, 90 menit")
	p.follow(`.compare-links a:last-child`)
	p.says(".bundle-form", "Pasal 48 UU 21/2007")
	p.follow(`.bundle .doors a[href*="/lembar"]`)
	p.says(".extra", "berhak memperoleh restitusi")
	p.follow(".document-nav a")
	p.click(`.bundle-form input[name=tambah]`)
	p.follow(".bundle-form button")
	if strings.Contains(p.where(), "tambah=") {
		t.Errorf("%s still has the article", p.where())
	}
}

// TestBrowserSlides shows slides by keyboard: one at a time, notes on demand, and back to the page.
func TestBrowserSlides(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.open("/sosialisasi/warga-desa/15/salindia")
	all := p.count(".slide")
	visible := `[...document.querySelectorAll(".slide")].filter((s) => s.getClientRects().length > 0)`
	if got := eval[int](p, visible+".length"); got != all {
		t.Fatalf("%d slides are in sight before the show, want all %d", got, all)
	}
	p.click("#tayang")
	shown := func(id string) {
		t.Helper()
		if got := eval[string](p, visible+`.map((s) => s.id).join()`); got != id {
			t.Errorf("slides in sight: %q, want %q", got, id)
		}
	}
	shown("s1")
	for _, step := range []struct{ key, id string }{{kb.ArrowRight, "s2"}, {" ", "s3"}, {kb.ArrowLeft, "s2"}, {kb.Home, "s1"}, {kb.ArrowLeft, "s1"}, {kb.PageDown, "s2"}} {
		p.press(step.key)
		shown(step.id)
	}
	if p.is(".slide.current .note", "e.getClientRects().length > 0") {
		t.Error("the note is in sight of the public")
	}
	p.press("n")
	if !p.is(".slide.current .note", "e.getClientRects().length > 0") {
		t.Error("N does not show the note")
	}
	p.press(kb.Escape)
	p.eventually(fmt.Sprintf("%s.length === %d", visible, all))
}

// TestBrowserSlidesFit shows every slide of every topic on a projector: nothing is cut off, nothing overlaps, and the
// letters can be read from the last row. On half the screen, as for one who enlarges it, a slide may be scrolled down only.
func TestBrowserSlidesFit(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, m := range newTestSite(t).library.Materials() {
		p.size(1280, 720)
		p.open("/sosialisasi/salindia?waktu=90&topik=" + m.Slug())
		p.click("#tayang")
		measure := func() string {
			return eval[string](p, `[...document.querySelectorAll(".slide")].flatMap((slide) => {
				document.querySelector(".slide.current").classList.remove("current");
				slide.classList.add("current");
				const face = slide.querySelector(".face"), texts = [...face.querySelectorAll("h2, li")];
				const faults = [], small = texts.filter((e) => parseFloat(getComputedStyle(e).fontSize) < Math.min(28, innerWidth / 32));
				if (slide.scrollWidth > slide.clientWidth) faults.push("wider than the screen");
				if (innerWidth >= 1280 && slide.scrollHeight > slide.clientHeight) faults.push("higher than the screen");
				if (small.length) faults.push("small letters: " + small[0].textContent);
				const boxes = [...face.children].map((e) => e.getBoundingClientRect());
				if (boxes.some((a, i) => boxes.slice(i + 1).some((b) => a.bottom > b.top + 1 && b.bottom > a.top + 1 && a.right > b.left + 1 && b.right > a.left + 1))) faults.push("parts overlap");
				return faults.map((f) => slide.id + " (" + slide.querySelector("h2").textContent + "): " + f);
			}).join("; ")`)
		}
		if faults := measure(); faults != "" {
			t.Errorf("%s at 1280: %s", m.ID, faults)
		}
		p.size(640, 360)
		if faults := measure(); faults != "" {
			t.Errorf("%s at 640: %s", m.ID, faults)
		}
	}
}

// TestBrowserOutreachPrint prints the documents: slides one a page, answers on a page of their own, and loud what is stale.
func TestBrowserOutreachPrint(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	print := func(address string) []string {
		t.Helper()
		p.open(address)
		return pdfPages(t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	}
	p.open("/sosialisasi/warga-desa/15/salindia")
	slides := p.count(".slide")
	if pages := print("/sosialisasi/warga-desa/15/salindia"); len(pages) != slides {
		t.Errorf("%d slides print on %d pages", slides, len(pages))
	} else if !strings.Contains(pages[1], "Catatan pembicara") {
		t.Error("a printed slide has no note")
	}
	quiz := print("/sosialisasi/warga-desa/45/kuis")
	if strings.Contains(quiz[0], "Jawaban") || !strings.Contains(quiz[len(quiz)-1], "Jawaban") || !strings.Contains(quiz[len(quiz)-1], "UU") {
		t.Errorf("the printed quiz: %q", quiz)
	}
	if pages := print("/sosialisasi/warga-desa/45/lembar"); len(pages) > 2 {
		t.Errorf("the handout for 45 minutes prints on %d pages, want at most 2", len(pages))
	}
	stale := strings.Join(print("/sosialisasi/lembar?topik=persetujuan&tanggal=2006-01-01"), " ")
	if !strings.Contains(strings.ToUpper(stale), "PERIKSA ULANG: HUKUM") {
		t.Errorf("the print of a stale handout does not say so: %.300s", stale)
	}
}

// pdfPages returns the words of every page of a PDF.
func pdfPages(t *testing.T, pdf []byte) []string {
	t.Helper()
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
	var out []string
	for page := range bytes.SplitSeq(bytes.TrimSuffix(text, []byte("\f")), []byte("\f")) {
		out = append(out, strings.Join(strings.Fields(string(page)), " "))
	}
	return out
}
