package site_test

// The charging guide of the static export, driven in a browser from file://, against the pages of the server.

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"suluh/corpus/charge/chargetest"
)

const stickGuide = "/panduan/pasal.html"

// ready waits until the guide of the export has answered its address.
func (p *tab) ready() {
	p.t.Helper()
	p.eventually(`window.suluh?.guide`)
	eval[bool](p, `suluh.guide.then(() => true)`)
}

// guideBlock is what the guide shows, without the links: those of an export are other than the server's.
const guideBlock = `(() => {
	const block = document.querySelector(".cols-charge").cloneNode(true);
	for (const e of block.querySelectorAll("[href], [action]")) { e.removeAttribute("href"); e.removeAttribute("action"); }
	block.querySelector("form").removeAttribute("action");
	return block.outerHTML;
})()`

// TestBrowserStickGuidePages opens the guide of the export with the facts of the scenarios and of decisions: it shows the
// server's page.
func TestBrowserStickGuidePages(t *testing.T) {
	t.Parallel()
	p, server := openStick(t), openTab(t)
	heard := complaints(p)
	queries := []string{"", scenario2016, scenario2019, scenario2026, adults2019, "tanggal=kemarin", "tanggal=2019-05-01&korban-anak=mungkin",
		"tanggal=2025-12-20&tanggal-akhir=2026-01-10&merekrut=ya&penipuan=ya&tujuan-pelacuran=ya&eksploitasi-di-indonesia=ya"}
	vectors, err := chargetest.Read(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(vectors); i += 30 {
		queries = append(queries, vectorQuery(t, newTestSite(t).rules, vectors[i]))
	}
	for _, query := range queries {
		p.open(stickGuide + "?" + query)
		p.ready()
		server.open(guideAddress(query))
		if got, want := eval[string](p, guideBlock), eval[string](server, guideBlock); got != want {
			t.Errorf("%s: %s", query, textDifference(got, want))
		}
	}
	for _, c := range heard() {
		t.Error(c)
	}
}

// TestBrowserStickGuideAnswersAtOnce asks as on the server; nothing leaves the folder.
func TestBrowserStickGuideAnswersAtOnce(t *testing.T) {
	t.Parallel()
	useGuide(t, openStick(t))
}

func useGuide(t *testing.T, p *tab) {
	t.Helper()
	heard := complaints(p)
	p.open(stickGuide)
	p.ready()
	p.mark()
	p.says("#jawaban", "Isi dahulu tanggal perbuatan")
	for _, tt := range []struct{ facts, first, has, lacks string }{
		{scenario2016, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "UU 39/2004 subsidair", "UU 18/2017"},
		{scenario2019, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "Pasal 81 UU 18/2017 subsidair", "UU 39/2004"},
		{scenario2026, "Pasal 4 UU 21/2007 primair; Pasal 6 UU 21/2007 alternatif", "Pasal 81 UU 18/2017 subsidair", "455"},
	} {
		facts := mustQuery(t, tt.facts)
		p.day(facts.Get("tanggal"))
		for pair := range strings.SplitSeq(tt.facts, "&") {
			if id, value, _ := strings.Cut(pair, "="); id != "tanggal" && !p.is(`[name="`+id+`"][value="`+value+`"]`, "e.checked") {
				p.answer(id, value)
			}
		}
		got := p.order()
		if !strings.HasPrefix(got, tt.first) || !strings.Contains(got, tt.has) || strings.Contains(got, tt.lacks) {
			t.Errorf("the charges are %q, want %q first, %q among them, no %q", got, tt.first, tt.has, tt.lacks)
		}
	}
	if !p.marked() {
		t.Error("the page was loaded anew for an answer")
	}
	p.answer("korban-anak", "tidak")
	p.says("#uu-2007-21-pasal-4", "penjara paling lama 15 tahun")
	eval[chromedp.Void](p, "history.back()")
	p.eventually(`document.readyState === "complete" && window.suluh?.guide && !document.querySelector("[name=korban-anak][value=tidak]").checked`)
	p.ready()
	if !p.is("[name=korban-anak][value=ya]", "e.checked") {
		t.Error("the back button does not bring the answer back")
	}

	// The button answers at once too: what a form sends would stand in the log of a web host.
	p.mark()
	p.answer("korban-anak", "tidak")
	eval[chromedp.Void](p, `document.querySelector("[name=korban-anak][value=ya]").checked = true`) // without telling the page
	p.click(".q-actions button")
	p.eventually(`new URLSearchParams(location.search).get("korban-anak") === "ya"`)
	p.says("#uu-2007-21-pasal-4", "penjara paling lama 20 tahun")
	if !p.marked() {
		t.Error("the button sends the facts")
	}
	// An address as a form writes it is cut down to what is known.
	p.open(stickGuide + "?tanggal-akhir=&korban-setuju=&" + scenario2026)
	p.ready()
	if got := mustQuery(t, strings.TrimPrefix(p.where(), stickGuide+"?")).Encode(); got != mustQuery(t, scenario2026).Encode() {
		t.Errorf("the address holds %s, want the facts %s", got, scenario2026)
	}
	// An article opens in its wording of the day of the act, from the folder.
	p.follow("#uu-2007-21-pasal-4 h3 a")
	p.says("h1", "Pasal 4")
	p.says(".asked-day", "Keadaan per 10 Maret 2026")
	for _, c := range heard() {
		t.Error(c)
	}
}

// TestBrowserStickGuideNotes downloads the file notes of the export: those of the server.
func TestBrowserStickGuideNotes(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	dir := t.TempDir()
	call(p, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID, DownloadPath: dir})
	takeNotes(t, p, dir)
}

// takeNotes downloads the notes of a case into a folder.
func takeNotes(t *testing.T, p *tab, dir string) {
	t.Helper()
	p.open(stickGuide + "?" + scenario2019)
	p.ready()
	for i, ext := range []string{"md", "docx"} {
		p.click(".exports a:nth-of-type(" + strconv.Itoa(i+1) + ")")
		var got []byte
		name := filepath.Join(dir, "catatan-pasal."+ext)
		want := fetch(newTestSite(t).site, http.MethodGet, "/panduan/pasal."+ext+"?"+scenario2019).Body.Bytes()
		for deadline := time.Now().Add(patience); len(got) == 0; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s is not downloaded", name)
			}
			got, _ = os.ReadFile(name) // not there yet
		}
		if ext == "md" && string(got) != string(want) {
			t.Errorf("the note: %s", textDifference(string(got), string(want)))
		}
		if ext == "docx" && unzipped(t, got)["word/document.xml"] != unzipped(t, want)["word/document.xml"] {
			t.Error("the document holds another text than that of the server")
		}
	}
}

// TestBrowserStickGuidePrint prints the file note from file://.
func TestBrowserStickGuidePrint(t *testing.T) {
	t.Parallel()
	printGuide(t, openStick(t))
}

func printGuide(t *testing.T, p *tab) {
	t.Helper()
	p.open(stickGuide + "?" + scenario2019)
	p.ready()
	got := p.paper()
	for _, want := range []string{"Fakta menurut pengisi", "Perbuatan 1 Mei 2019, ditimbang 24 November 2026", "primair Pasal 4 UU 21/2007", "Korban anak: ditambah sepertiga"} {
		if !strings.Contains(got, want) {
			t.Errorf("the printed note lacks %q", want)
		}
	}
	if strings.Contains(got, "Unduh") || strings.Contains(got, "Contoh perkara") {
		t.Error("the printed note has what is no part of it")
	}
}
