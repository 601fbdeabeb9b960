package site_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// ask types a question on the home page and presses Enter.
func (p *tab) ask(question string) {
	p.t.Helper()
	p.open("/")
	run(p, chromedp.SendKeys(chromedp.CSS("main input[name=q]"), question))
	p.loads(chromedp.KeyEvent(kb.Enter))
}

func searchAddress(question string) string { return "/cari?q=" + url.QueryEscape(question) }

func TestBrowserSearchByWords(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	const question = "korban setuju berangkat apakah tetap pidana"
	p.ask(question)
	p.at(searchAddress(question))
	p.says(".hit:first-of-type h2", "Pasal 26 UU TPPO (UU 21/2007)")
	if got := eval[string](p, "document.querySelector('input[name=q]').value"); got != question {
		t.Errorf("the search box of the results holds %q, want the question", got)
	}
	p.follow(".hit:first-of-type h2 a")
	p.at("/uu/2007/21/pasal/26")
	p.says("h1", "Pasal 26")
	p.says(".law", "Persetujuan korban perdagangan orang tidak menghilangkan penuntutan tindak pidana perdagangan orang.")
}

func TestBrowserSearchByCitation(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.ask("pasal 2 uu 21 2007")
	p.at("/uu/2007/21/pasal/2")
	p.says(".status", "Dicabut sejak 2 Januari 2026.")
	p.says(".status", "Dasarnya Pasal 622 ayat (1) huruf q UU 1/2023.")
	p.says(".status", "Penggantinya Pasal 455 UU 1/2023.")
	p.follow(`.status a[href$="/pasal/455"]`)
	p.at("/uu/2023/1/pasal/455")
	p.says("h1", "Pasal 455")
	p.says(".status", "Berlaku sejak 2 Januari 2026.")
	p.says(".law", "Setiap Orang yang melakukan perekrutan")
}

func TestBrowserSearchWithTypos(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.ask("perdaganan orng")
	p.says(".corrected", "perdagangan orang")
	if n := p.count(".hit"); n < 5 {
		t.Errorf("%d hits on the page, want at least 5", n)
	}
	p.says(".hits", "perdagangan orang")
	p.follow(".corrected a")
	p.at(searchAddress("perdagangan orang"))
	if p.count(".corrected") > 0 {
		t.Error("the corrected question is corrected again")
	}
}

func TestBrowserSearchFindsNothing(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.ask("zzzxqv")
	p.says("main", "Tidak ada yang cocok")
	p.says(".nothing", "zzzxqv")
	p.follow(".nothing a")
	if p.count(".hit") == 0 {
		t.Errorf("the way on from an empty result, %s, finds nothing either", p.where())
	}
}

func TestBrowserSearchFilters(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	total := func() int { p.t.Helper(); return eval[int](p, "parseInt(document.querySelector('h1').innerText)") }
	choice := func(words string) string {
		p.t.Helper()
		const mark = "e2e-choice"
		if !eval[bool](p, `(() => {
			document.querySelectorAll(".`+mark+`").forEach(a => a.classList.remove("`+mark+`"));
			const a = [...document.querySelectorAll(".filter a")].find(a => a.innerText.includes("`+words+`"));
			a?.classList.add("`+mark+`");
			return !!a;
		})()`) {
			t.Fatalf("%s has no filter %q", p.where(), words)
		}
		return "." + mark
	}
	works := func() string {
		p.t.Helper()
		return eval[string](p, `[...new Set([...document.querySelectorAll(".hit-work")].map(e => e.innerText))].join("; ")`)
	}

	p.open(searchAddress("restitusi korban"))
	all := total()
	if !strings.Contains(works(), "; ") {
		t.Fatalf("all hits are of %s; the test needs several works", works())
	}

	// By work: as many hits as the choice promised, all of that work.
	const work = "UU TPPO (UU 21/2007)"
	promised := eval[int](p, "parseInt(document.querySelector('"+choice(work)+" .n').innerText)")
	p.follow(choice(work))
	if got := total(); got != promised || got >= all {
		t.Errorf("the filter leaves %d of %d hits, promised %d", got, all, promised)
	}
	if got := works(); got != work {
		t.Errorf("the filter leaves hits of %s, want %s alone", got, work)
	}
	if !p.is(choice(work), `e.getAttribute("aria-current") === "true"`) {
		t.Error("the filter that is on is not marked as current")
	}
	p.follow(choice(work))
	if got := total(); got != all || p.count(".filter a[aria-current]") > 0 {
		t.Errorf("with the filter taken off there are %d hits, want %d", got, all)
	}

	// By kind, then by work on top, then one after the other off again.
	p.follow(choice("Peraturan Pemerintah"))
	if got := total(); got >= all {
		t.Errorf("the kind leaves %d of %d hits", got, all)
	}
	for w := range strings.SplitSeq(works(), "; ") {
		if !strings.Contains(w, "PP ") {
			t.Errorf("a filter for Peraturan Pemerintah leaves a hit of %s", w)
		}
	}
	p.follow(choice("Peraturan Pemerintah"))
	p.follow(choice("Undang-Undang"))
	byKind := total()
	p.follow(choice(work))
	if got := total(); got >= byKind || got != promised || p.count(".filter a[aria-current]") != 2 {
		t.Errorf("kind and work leave %d hits, the kind alone %d, the work alone %d; %d filters are on", got, byKind, promised, p.count(".filter a[aria-current]"))
	}
	p.follow(choice("Undang-Undang"))
	p.follow(choice(work))
	if got := total(); got != all {
		t.Errorf("with both filters taken off there are %d hits, want %d", got, all)
	}
}
