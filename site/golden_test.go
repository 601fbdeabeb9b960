package site_test

import (
	"flag"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

var update = flag.Bool("update", false, "write the golden pages of site/testdata/golden anew")

// goldenPages are the pages that are kept whole, with the structure that makes each of them what it is.
var goldenPages = []struct {
	name, address string
	status        int
	check         func(*testing.T, *goquery.Document)
}{
	{"home", "/", http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantCount(t, d, `form[role=search] input[name=q]`, 1)
		wantText(t, d, "#pokok ~ ul li:first-child .work-no", "UU TPPO (UU 21/2007)")
		wantText(t, d, "footer time", "24 November 2026")
	}},
	{"search", "/cari?q=" + url.QueryEscape("korban setuju berangkat apakah tetap pidana"), http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantText(t, d, ".hit:first-child h2", "Pasal 26 UU TPPO (UU 21/2007)")
		wantCount(t, d, ".hits > .hit", 10)
		if got := d.Find("#q").AttrOr("value", ""); got != "korban setuju berangkat apakah tetap pidana" {
			t.Errorf("the search box says %q", got)
		}
		if d.Find(".hit:first-child mark").Length() == 0 {
			t.Error("no word of the first hit is marked")
		}
		wantText(t, d, ".filter h2", "Jenis")
	}},
	{"search-nothing", "/cari?q=qwertyuiop", http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantCount(t, d, ".hit", 0)
		wantText(t, d, ".nothing q", "qwertyuiop")
		if d.Find(".nothing a").Length() < 5 {
			t.Error("the page leads nowhere")
		}
	}},
	{"article", "/uu/2007/21/pasal/26", http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantText(t, d, "h1", "Pasal 26")
		wantText(t, d, ".status.ok strong", "Berlaku")
		wantText(t, d, ".law", "Persetujuan korban perdagangan orang tidak menghilangkan penuntutan")
		wantText(t, d, ".cite-text", "Pasal 26 Undang-Undang Nomor 21 Tahun 2007 tentang")
		wantText(t, d, `a[rel=prev]`, "Pasal 25")
		wantText(t, d, `a[rel=next]`, "Pasal 27")
	}},
	{"article-revoked", "/uu/2007/21/pasal/2", http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantText(t, d, ".status.bad strong", "Dicabut")
		wantText(t, d, ".status.bad", "2 Januari 2026")
		if got := hrefs(d.Find(".status.bad a")); !slices.Contains(got, "/uu/2023/1/pasal/455") {
			t.Errorf("the status leads to %v, want the successor among them", got)
		}
		wantText(t, d, "#ayat-1", "Setiap orang yang melakukan perekrutan")
	}},
	{"article-amended", "/uu/2023/1/pasal/455", http.StatusOK, func(t *testing.T, d *goquery.Document) {
		wantText(t, d, `.wordings [aria-current="true"]`, "UU 1/2026")
		wantText(t, d, ".cite-text", "sebagaimana diubah dengan Undang-Undang Nomor 1 Tahun 2026")
		if len(hrefs(d.Find(".wordings a"))) == 0 {
			t.Error("no link to the earlier wording")
		}
	}},
	{"not-found", "/uu/2007/21/pasal/999", http.StatusNotFound, func(t *testing.T, d *goquery.Document) {
		wantText(t, d, "main", "tidak memuat Pasal 999")
		wantCount(t, d, `header form[role=search]`, 1)
	}},
}

// TestPages compares pages with their golden files, so that every change of what a visitor sees shows up in a review:
//
//	go test ./site -run TestPages -update
func TestPages(t *testing.T) {
	h := newTestSite(t).site
	for _, page := range goldenPages {
		t.Run(page.name, func(t *testing.T) {
			w := fetch(h, http.MethodGet, page.address)
			if w.Code != page.status {
				t.Fatalf("GET %s: status %d, want %d", page.address, w.Code, page.status)
			}
			page.check(t, parsePage(t, w.Body.String()))
			got, file := normalized(w.Body.String()), filepath.Join("testdata", "golden", page.name+".html")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if line, g, w := firstDifference(got, string(want)); line > 0 {
				t.Errorf("%s differs from %s at line %d (-update writes it anew):\n got %s\nwant %s", page.address, file, line, g, w)
			}
		})
	}
}

var (
	assetHash   = regexp.MustCompile(`\?v=[0-9a-f]+"`)
	corpusState = regexp.MustCompile(`Versi koleksi [0-9a-f]{8}`)
)

// normalized makes a page independent of white space and of the bytes of style, script and the rest of the corpus.
func normalized(page string) string {
	var out strings.Builder
	page = corpusState.ReplaceAllString(assetHash.ReplaceAllString(page, `?v=HASH"`), "Versi koleksi VERSI")
	for line := range strings.Lines(page) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}

// firstDifference returns the first line in which two texts differ, from 1, and 0 if none does.
func firstDifference(got, want string) (line int, g, w string) {
	gs, ws := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(gs), len(ws)) {
		if g, w = at(gs, i), at(ws, i); g != w {
			return i + 1, g, w
		}
	}
	return 0, "", ""
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no more lines)"
}

func wantText(t *testing.T, d *goquery.Document, selector, text string) {
	t.Helper()
	if got := textOf(d.Find(selector).First()); !strings.Contains(got, text) {
		t.Errorf("%s says %q, want %q in it", selector, got, text)
	}
}

func wantCount(t *testing.T, d *goquery.Document, selector string, n int) {
	t.Helper()
	if got := d.Find(selector).Length(); got != n {
		t.Errorf("%d of %s, want %d", got, selector, n)
	}
}
