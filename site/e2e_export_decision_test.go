package site_test

import (
	"strconv"
	"strings"
	"testing"
)

// listBlock is what the list of decisions shows, without the links: those of an export are other than the server's.
const listBlock = `(() => {
	const block = document.querySelector("main").cloneNode(true);
	for (const e of block.querySelectorAll(".asked-day, .notice, noscript")) e.remove();
	for (const e of block.querySelectorAll("[href]")) e.removeAttribute("href");
	return block.innerHTML.replace(/\s+/g, " ");
})()`

// TestBrowserStickDecisions filters the decisions of an export: it shows the server's list.
func TestBrowserStickDecisions(t *testing.T) {
	t.Parallel()
	p, server := openStick(t), openTab(t)
	heard := complaints(p)
	for _, query := range []string{"", "?anak=ya", "?anak=ya&hasil=trafficking", "?hasil=other&hasil=acquitted", "?tahun=2018&sektor=commercial_sex",
		"?pasal=uu%2F2007%2F21%23pasal-2", "?sektor=tidak-ada", "?pengadilan=Pengadilan+Negeri+Indramayu&restitusi=granted"} {
		p.open("/putusan.html" + query)
		server.open("/putusan" + query)
		want := eval[string](server, listBlock)
		p.eventually(listBlock + ".length === " + jsLength(want))
		if got := eval[string](p, listBlock); got != want {
			t.Errorf("%s: %s", query, textDifference(got, want))
		}
	}

	for _, c := range heard() {
		t.Error(c)
	}
}

func TestBrowserStickReadsDecisions(t *testing.T) {
	t.Parallel()
	readDecisions(t, openStick(t))
}

// readDecisions goes all the way: a filter, a decision, its article.
func readDecisions(t *testing.T, p *tab) {
	t.Helper()
	heard := complaints(p)
	p.open("/putusan.html")
	p.follow(`.filter a[href*="anak=ya"]`)
	p.eventually(`document.querySelector(".chosen")`)
	p.follow(".decisions > li:first-child > a")
	if !strings.HasPrefix(p.where(), "/putusan/") {
		t.Errorf("the first decision of the list leads to %s", p.where())
	}
	p.follow(".counts a")
	if !strings.Contains(p.where(), "/pasal/") {
		t.Errorf("the charge leads to %s, not to an article", p.where())
	}
	silent(t, heard)
}

// jsLength writes the length of a text as JavaScript counts it.
func jsLength(s string) string {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return strconv.Itoa(n)
}
