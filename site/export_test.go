package site_test

// Tests of the export without a browser: the files against the pages of the server, the links between the files, the
// states on the days, and how a folder or a zip file comes about.

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"suluh/corpus"
	"suluh/site"
)

// exported is an export made once for all tests.
type exported struct {
	dir     string
	files   []string // sorted
	summary site.Summary
}

// small is an export that is quick to make.
var small = site.ExportOptions{Only: []string{"uu/2007/21"}, BaseURL: "https://contoh.go.id/suluh"}

// The export of the whole collection, and the small one.
var (
	exportOnce      = exporting(site.ExportOptions{})
	smallExportOnce = exporting(small)
)

// exportDirs are where they are; TestMain removes them.
var (
	exportsMade sync.Mutex
	exportDirs  []string
)

func exporting(o site.ExportOptions) func() (exported, error) {
	return sync.OnceValues(func() (exported, error) {
		p, err := loadTestParts()
		if err != nil {
			return exported{}, err
		}
		dir, err := os.MkdirTemp("", "suluh-export-")
		if err != nil {
			return exported{}, err
		}
		exportsMade.Lock()
		exportDirs = append(exportDirs, dir)
		exportsMade.Unlock()
		summary, err := p.site.Export(context.Background(), dir, o)
		if err != nil {
			return exported{}, err
		}
		files, err := filesIn(os.DirFS(dir))
		slices.Sort(files) // WalkDir sorts by folder
		return exported{dir, files, summary}, err
	})
}

func filesIn(fsys fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, name)
		}
		return err
	})
	return files, err
}

func newExport(t *testing.T) exported {
	t.Helper()
	e, err := exportOnce()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func newSmallExport(t *testing.T) exported {
	t.Helper()
	e, err := smallExportOnce()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func (e exported) read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(e.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// pages returns the files that are pages of the server.
func (e exported) pages() []string {
	return slices.DeleteFunc(slices.Clone(e.files), func(name string) bool { return path.Ext(name) != ".html" || name == "tidak-ada.html" })
}

// downloads returns the files that pages offer to be taken away.
func (e exported) downloads() []string {
	return slices.DeleteFunc(slices.Clone(e.files), func(name string) bool { return !slices.Contains([]string{".md", ".docx", ".pptx"}, path.Ext(name)) })
}

// addressOf returns the address on the server of a file of the export, and the day in its name.
func addressOf(file string) (address, day string) {
	ext := path.Ext(file)
	address, day, _ = strings.Cut(strings.TrimSuffix(file, ext), "@")
	if ext != ".html" {
		address += ext
	}
	if address == "index" {
		address = ""
	}
	return "/" + address, day
}

// whatNoScript is what pages of the export say without scripts, which no page of the server does.
var whatNoScript = regexp.MustCompile(`(?s)<noscript class="noscript">.*?</noscript>`)

var linkValue = regexp.MustCompile(`(\s(?:href|src|action)=")[^"]*(")`)

// thorough reports whether the tests may take their time; else they take a sample of what there are thousands of.
func thorough() bool { return os.Getenv("SULUH_REQUIRE_ALL") == "1" }

// TestExportSamePages holds every page of the export to the bytes of the server, links and <noscript> apart.
func TestExportSamePages(t *testing.T) {
	t.Parallel()
	e, server := newExport(t), newUnkeptSite(t)
	pages := e.pages()
	for i, name := range pages {
		if i%5 > 0 && !thorough() {
			continue
		}
		address, day := addressOf(name)
		if day != "" {
			address += "?tanggal=" + day
		}
		w := fetch(server, http.MethodGet, address)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %s answers %d", name, address, w.Code)
			continue
		}
		got := whatNoScript.ReplaceAllString(e.read(t, name), "")
		got = linkValue.ReplaceAllString(got, "$1$2")
		want := linkValue.ReplaceAllString(w.Body.String(), "$1$2")
		if line, g, w := firstDifference(got, want); line > 0 {
			t.Errorf("%s differs from %s at line %d:\n got %s\nwant %s", name, address, line, g, w)
		}
	}
	downloads := e.downloads()
	for i, name := range downloads {
		if i%7 > 0 && path.Ext(name) != ".md" {
			continue // making these takes long
		}
		address, day := addressOf(name)
		if day != "" {
			address += "?tanggal=" + day
		}
		if got := fetch(server, http.MethodGet, address).Body.String(); got != e.read(t, name) {
			t.Errorf("%s is not what %s gives", name, address)
		}
	}
	if len(pages) < 2000 || len(downloads) == 0 || len(pages) != e.summary.Pages {
		t.Errorf("%d pages and %d downloads, the summary says %d; at least 2000 pages were expected", len(pages), len(downloads), e.summary.Pages)
	}
}

// TestExportHoldsEverything checks that no work, article, decision or guide is left out.
func TestExportHoldsEverything(t *testing.T) {
	t.Parallel()
	e, l := newExport(t), newTestSite(t).library
	has := map[string]bool{}
	for _, f := range e.files {
		has[f] = true
	}
	want := []string{"index.html", "cari.html", "banding.html", "linimasa.html", "koleksi.html", "putusan.html", "panduan/pasal.html", "tidak-ada.html",
		"static/luring.js", "static/suluh.js", "static/suluh.css", "static/suluh.svg", "pekerja.js", "suluh.webmanifest", "data/hari.js", "suluh-export.json"}
	for _, w := range l.Works() {
		want = append(want, w.ID+".html", w.ID+"@1945-08-18.html")
		for _, ref := range l.ArticlesOf(w) {
			want = append(want, strings.TrimPrefix(ref.Path(), "/")+".html")
		}
	}
	for _, d := range l.Decisions() {
		want = append(want, d.ID+".html")
	}
	for _, g := range l.Guides() {
		want = append(want, g.ID+".html")
	}
	for _, f := range want {
		if !has[f] {
			t.Errorf("%s is not in the export", f)
		}
	}
}

// parseWithoutScripts reads a page as a browser without scripts does: what is in <noscript> is part of it.
func parseWithoutScripts(t *testing.T, page string) *goquery.Document {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return goquery.NewDocumentFromNode(root)
}

// TestExportLinks follows every link of every page on the disk.
func TestExportLinks(t *testing.T) {
	t.Parallel()
	e := newExport(t)
	docs := map[string]*goquery.Document{}
	for _, name := range append(e.pages(), "tidak-ada.html") {
		docs[name] = parseWithoutScripts(t, e.read(t, name))
	}
	n := 0
	for name, doc := range docs {
		doc.Find("[href], [src], [action], [srcset], [poster], [data]").Each(func(_ int, s *goquery.Selection) {
			for _, attribute := range []string{"href", "src", "action", "srcset", "poster", "data"} {
				if link, ok := s.Attr(attribute); ok {
					n++
					checkFileLink(t, e, docs, name, link, s)
				}
			}
		})
		for _, inline := range []string{"script:not([src])", "style", "[style]", "[onclick]"} {
			if doc.Find(inline).Length() > 0 {
				t.Errorf("%s has %s", name, inline)
			}
		}
	}
	if len(e.summary.Broken) > 0 {
		t.Errorf("broken links: %q", e.summary.Broken)
	}
	if n < 100_000 {
		t.Errorf("%d links; at least 100000 were expected", n)
	}
}

// checkFileLink checks that a link leads to a file of the export, to the place it names, and to the state of the day it names.
func checkFileLink(t *testing.T, e exported, docs map[string]*goquery.Document, from, link string, s *goquery.Selection) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: %v", from, err)
		return
	}
	if u.Scheme == "https" && s.AttrOr("rel", "") == "external" {
		return // a visitor may follow it; the page asks for nothing there
	}
	if u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") || link == "" {
		t.Errorf("%s: link %q is not relative", from, link)
		return
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if _, found := slices.BinarySearch(e.files, target); !found {
		t.Errorf("%s: %q leads to %s, which is not there", from, link, target)
		return
	}
	if doc := docs[target]; u.Fragment != "" && (doc == nil || doc.Find(`[id="`+u.Fragment+`"]`).Length() == 0) {
		t.Errorf("%s: %q: no #%s there", from, link, u.Fragment)
	}
	presentOnly := target == "panduan/pasal.html" || strings.HasPrefix(target, "sosialisasi/") && path.Ext(target) != ".html" // see datesOfDownloads
	if asked := u.Query().Get("tanggal"); asked != "" && !presentOnly {
		if want := e.stateOn(target, asked); want != target {
			t.Errorf("%s: %q leads to %s, want %s", from, link, target, want)
		}
	}
}

// statesOf returns the files of the states of a page, the oldest first.
func (e exported) statesOf(address string) []string {
	stem, ext := strings.TrimPrefix(address, "/"), ".html"
	if x := path.Ext(stem); slices.Contains([]string{".md", ".docx", ".pptx"}, x) {
		stem, ext = strings.TrimSuffix(stem, x), x
	}
	if stem == "" {
		stem = "index"
	}
	i, _ := slices.BinarySearch(e.files, stem+"@")
	var out []string
	for ; i < len(e.files) && strings.HasPrefix(e.files[i], stem+"@"); i++ {
		if path.Ext(e.files[i]) == ext {
			out = append(out, e.files[i])
		}
	}
	return out
}

// stateOn returns the file that shows the page of another file on a day.
func (e exported) stateOn(file, day string) string {
	address, _ := addressOf(file)
	best := ""
	for _, f := range e.statesOf(address) {
		if _, from := addressOf(f); best == "" || from <= day {
			best = f
		}
	}
	return best
}

// TestExportStates compares what the server shows on a day with the state that the export holds for it, the name of the
// day apart: for every page on some of the days on which anything changes, on the day before each, and on days between.
// With SULUH_REQUIRE_ALL=1 it takes more of these days. It compares with the real server, so a day on which a page changes
// but which changeDays does not connect with the page is found.
func TestExportStates(t *testing.T) {
	t.Parallel()
	e, server := newExport(t), newUnkeptSite(t)
	days := someDays(newTestSite(t).library)
	step := 37
	if thorough() {
		step = 5
	}
	var checked atomic.Int64
	var wg sync.WaitGroup
	room := make(chan struct{}, 2)
	for i, name := range e.pages() {
		address, day := addressOf(name)
		if day != "" || len(e.statesOf(address)) == 0 {
			continue
		}
		wg.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			on := func(day string) string {
				return withoutDay(t, fetch(server, http.MethodGet, address+"?tanggal="+day).Body.String(), day)
			}
			file, got := "", ""
			for j := i % step; j < len(days); j += step {
				checked.Add(1)
				if next := e.stateOn(name, days[j]); next != file {
					_, state := addressOf(next)
					file, got = next, on(state)
				}
				if line, g, w := firstDifference(got, on(days[j])); line > 0 {
					t.Errorf("%s on %s is not as in %s, at line %d:\n got %s\nwant %s", address, days[j], file, line, g, w)
				}
			}
		})
	}
	wg.Wait()
	if n := checked.Load(); n < 1000 {
		t.Errorf("%d states checked; at least 1000 were expected", n)
	}
}

// someDays returns the days on which a work or a relation begins, the day before each, and days between.
func someDays(l *corpus.Library) []string {
	days := []string{"1945-08-18", "1970-05-05", "2003-07-07", "2019-05-01", "2024-02-29", "2027-01-01", "2099-12-31"}
	add := func(d corpus.Date) {
		if d.String() > "1945-08-18" {
			days = append(days, d.String(), d.PreviousDay().String())
		}
	}
	for _, w := range l.Works() {
		add(w.Enacted)
		add(w.InForce)
		for _, r := range w.Relations {
			add(r.From)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// withoutDay takes the name of its day off a page.
func withoutDay(t *testing.T, page, day string) string {
	t.Helper()
	page = strings.ReplaceAll(page, "Menurut hukum per "+corpus.MustParseDate(day).Long(), "Menurut hukum per")
	doc := parsePage(t, page)
	doc.Find(".top-day, .asked-day, .foot time, .tl-now").Remove()
	doc.Find("input[name=tanggal]").RemoveAttr("value")
	doc.Find("[href*='tanggal=" + day + "']").Each(func(_ int, s *goquery.Selection) {
		s.SetAttr("href", strings.Replace(s.AttrOr("href", ""), "tanggal="+day, "tanggal=", 1))
	})
	out, err := doc.Html()
	if err != nil {
		t.Error(err)
	}
	return out
}

var reservedName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// TestExportNames checks that every file has a name that FAT32, Windows and every web host take as it is.
func TestExportNames(t *testing.T) {
	t.Parallel()
	e := newExport(t)
	lower := map[string]string{}
	for _, f := range e.files {
		if other, ok := lower[strings.ToLower(f)]; ok {
			t.Errorf("%s and %s are one file on Windows", f, other)
		}
		lower[strings.ToLower(f)] = f
		if len(f) > 120 {
			t.Errorf("%s is too long", f)
		}
		for part := range strings.SplitSeq(f, "/") {
			if reservedName.MatchString(part) || strings.TrimRight(part, ". ") != part || !regexp.MustCompile(`^[A-Za-z0-9@._-]+$`).MatchString(part) {
				t.Errorf("%s: %q is no name for every system", f, part)
			}
		}
	}
}

// maxShell is what every page loads besides its own text, compressed as a web host would.
const maxShell = 30 << 10

func TestExportShell(t *testing.T) {
	t.Parallel()
	e := newExport(t)
	sum := 0
	for _, f := range []string{"cari.html", "static/luring.js", "static/suluh.js", "static/suluh.css", "static/suluh.svg"} {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		fmt.Fprint(z, e.read(t, f))
		z.Close()
		t.Logf("%6d bytes: %s", b.Len(), f)
		sum += b.Len()
	}
	if sum > maxShell {
		t.Errorf("the shell weighs %d bytes compressed, want at most %d", sum, maxShell)
	}
}

func TestExportOnlyAndBaseURL(t *testing.T) {
	t.Parallel()
	e := newSmallExport(t)
	for _, f := range e.files {
		if f != "uu/2007/21.html" && strings.HasPrefix(f, "uu/") && !strings.HasPrefix(f, "uu/2007/21/") && !strings.HasPrefix(f, "uu/2007/21@") {
			t.Errorf("%s was not asked for", f)
		}
	}
	if e.summary.Left == 0 {
		t.Error("no link to what is left out")
	}
	read := func(name string) string { return e.read(t, name) }
	if doc := parsePage(t, read("uu/2007/21/pasal/2.html")); !slices.Contains(hrefs(doc.Find(".status a")), "../../../../tidak-ada.html?alamat=%2Fuu%2F2023%2F1%2Fpasal%2F455") {
		t.Errorf("the successor, which is left out, is at %v", hrefs(doc.Find(".status a")))
	}
	canonical := "https://contoh.go.id/suluh/uu/2007/21/pasal/2.html"
	for _, f := range []string{"uu/2007/21/pasal/2.html", "uu/2007/21/pasal/2@2007-04-19.html"} {
		if got := hrefs(parsePage(t, read(f)).Find("head link[rel=canonical]")); !slices.Equal(got, []string{canonical}) {
			t.Errorf("%s has the canonical links %v", f, got)
		}
	}
	if m := read("sitemap.xml"); !strings.Contains(m, "<loc>"+canonical+"</loc>") || !strings.Contains(m, "<loc>https://contoh.go.id/suluh/</loc>") || strings.Contains(m, "@") {
		t.Errorf("sitemap:\n%s", m)
	}
	if r := read("robots.txt"); !strings.Contains(r, "Sitemap: https://contoh.go.id/suluh/sitemap.xml\n") {
		t.Errorf("robots.txt: %s", r)
	}
	parsePage(t, read("404.html")).Find("[href], [src], [action]").Each(func(_ int, s *goquery.Selection) {
		to := s.AttrOr("href", "") + s.AttrOr("src", "") + s.AttrOr("action", "")
		if !strings.HasPrefix(to, "https://contoh.go.id/suluh/") && !strings.HasPrefix(to, "#") {
			t.Errorf("404.html leads to %q", to)
		}
	})
}

func TestExportRefusesOptions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		options site.ExportOptions
		want    string
	}{
		{site.ExportOptions{Only: []string{"uu/2007/99"}}, `"uu/2007/99" bukan karya`},
		{site.ExportOptions{Only: []string{"uu/2007/2"}}, `"uu/2007/2" bukan karya`},
		{site.ExportOptions{Only: []string{""}}, `"" bukan karya`},
		{site.ExportOptions{BaseURL: "contoh.go.id"}, `"contoh.go.id" tidak dapat dipakai`},
		{site.ExportOptions{BaseURL: "ftp://contoh.go.id"}, "tulis seperti https://"},
		{site.ExportOptions{BaseURL: "https://contoh.go.id/?x=1"}, "tulis seperti https://"},
	} {
		_, err := newTestSite(t).site.Export(t.Context(), t.TempDir(), c.options)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Export(%+v) = %v, want %q in it", c.options, err, c.want)
		}
	}
}

func TestExportReproducible(t *testing.T) {
	t.Parallel()
	s, dir := tinySite(t), t.TempDir()
	file := filepath.Join(dir, "a.zip")
	var zips [2][]byte
	for i := range zips {
		if _, err := s.ExportZip(t.Context(), file, site.ExportOptions{}); err != nil { // the second takes the place of the first
			t.Fatal(err)
		}
		var err error
		if zips[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(zips[0], zips[1]) {
		t.Error("two exports of one site differ")
	}
	summary, err := newTestSite(t).site.ExportZip(t.Context(), file, small)
	if err != nil {
		t.Fatal(err)
	}
	if want := newSmallExport(t).summary.Digest; summary.Digest != want { // of all files
		t.Errorf("the small export has the digest %s the second time, %s the first", summary.Digest, want)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("beside the zip file: %v, %v", left, err)
	}
}

func TestExportFolder(t *testing.T) {
	t.Parallel()
	s, parent := tinySite(t), t.TempDir()
	dir := filepath.Join(parent, "baru", "salinan")
	export := func(ctx context.Context) error {
		_, err := s.ExportFolder(ctx, dir, site.ExportOptions{})
		return err
	}
	refused := func(what, want string) {
		t.Helper()
		if err := export(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q in it", what, err, want)
		}
	}
	if err := export(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
		t.Fatal(err)
	}
	if err := export(t.Context()); err != nil {
		t.Fatalf("an export must take the place of another: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Error(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("Thumbs.db", "")
	if err := export(t.Context()); err != nil {
		t.Errorf("what Windows leaves must not stop an export: %v", err)
	}
	write("catatan.txt", "milik orang")
	refused("a file of somebody else", `"catatan.txt"`)
	if b, err := os.ReadFile(filepath.Join(dir, "catatan.txt")); err != nil || string(b) != "milik orang" {
		t.Errorf("the file of somebody else: %q, %v", b, err)
	}
	os.Remove(filepath.Join(dir, "catatan.txt"))
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := export(stopped); err == nil {
		t.Error("an export that was stopped succeeds")
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Errorf("an export that was stopped took the old one away: %v", err)
	}
	write("suluh-export.json", "{}")
	refused("a folder without a manifest of ours", "tidak dibuat oleh suluh export")
	left, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the folder: %v, %v", left, err)
	}
}

func TestCheckExport(t *testing.T) {
	t.Parallel()
	s, dir := tinySite(t), filepath.Join(t.TempDir(), "salinan")
	summary, err := s.ExportFolder(t.Context(), dir, site.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	check := func() site.Check {
		t.Helper()
		fsys, err := site.OpenExport(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer fsys.Close()
		c, err := site.CheckExport(t.Context(), fsys)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if c := check(); !c.OK() || c.Digest != summary.Digest || c.Files != summary.Files || c.Bytes != summary.Bytes || c.Day != summary.Day {
		t.Errorf("a fresh export: %+v, want %+v", c, summary)
	}
	page := filepath.Join(dir, "uu", "2007", "21.html")
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1 // of the same length
	os.WriteFile(page, b, 0o644)
	os.Remove(filepath.Join(dir, "cari.html"))
	os.WriteFile(filepath.Join(dir, "static", "lain.js"), nil, 0o644)
	c := check()
	if c.OK() || !slices.Equal(c.Changed, []string{"uu/2007/21.html"}) || !slices.Equal(c.Missing, []string{"cari.html"}) || !slices.Equal(c.Foreign, []string{"static/lain.js"}) {
		t.Errorf("changed %v, missing %v, foreign %v", c.Changed, c.Missing, c.Foreign)
	}
	if _, err := site.CheckExport(t.Context(), os.DirFS(t.TempDir())); err == nil {
		t.Error("an empty folder passes for an export")
	}
}

// tinySite is a site of one article, quick to export. It lacks the guide to which every page leads.
func tinySite(t *testing.T) *site.Site {
	t.Helper()
	l, problems := corpus.Load(fstest.MapFS{"uu/2007/21.md": {Data: []byte("---\nid: uu/2007/21\ntitle: Contoh\nshort: UU Contoh\n" +
		"enacted: 2007-04-19\nin_force: 2007-04-19\nsource: contoh\n---\n\n# Undang-Undang Nomor 21 Tahun 2007 tentang Contoh\n\n### Pasal 1\n\nContoh.\n")}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s, err := site.New(site.Config{Library: l, Search: newTestSite(t).engine, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestExportFindsBrokenLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	summary, err := tinySite(t).Export(t.Context(), dir, site.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "uu/2007/21/pasal/1.html: /panduan/perbandingan"; !slices.Contains(summary.Broken, want) {
		t.Errorf("broken links %q, want %q among them", summary.Broken, want)
	}
	b, err := os.ReadFile(filepath.Join(dir, "uu", "2007", "21", "pasal", "1.html"))
	if err != nil || !strings.Contains(string(b), "../../../../tidak-ada.html?alamat=%2Fpanduan%2Fperbandingan") {
		t.Errorf("the broken link does not lead to the page that says so; %v", err)
	}
}
