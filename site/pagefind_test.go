//go:build linux

package site_test

// The search of the export with all imported works beside Pagefind's, on request: see TestPagefind.

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
)

// pagefindVersion is the version that is compared; it is fetched from npm.
const pagefindVersion = "1.6.0"

// Bounds of a first search with the national statutes: bytes as a web host sends them, and files beside Pagefind's.
const (
	maxShelfGzip  = 160_000
	maxShelfShare = 0.1
)

// pagefindQuestions are the questions of the table.
var pagefindQuestions = []string{"restitusi", "dagang", "perdagangan orang", "pemalsuan dokumen paspor", "perdagangan orang anak luar negeri", "pidana",
	"upah minimum", "keimigrasian", "tenaga kerja asing", "cuti melahirkan"}

// measured is what a program used.
type measured struct {
	took, cpu time.Duration
	memory    int64 // bytes, at its peak
}

// measure runs a program to its end.
func measure(t *testing.T, dir, name string, args ...string) measured {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out[:min(len(out), 2000)])
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return measured{time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss << 10} // as Linux counts
}

// host serves a folder as a web host does, compressed, and counts what it sends.
type host struct {
	dir string

	mu    sync.Mutex
	bytes int // of all but pages and their style
	files int
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(h.dir, filepath.FromSlash(strings.TrimPrefix(r.URL.Path, "/")))
	data, err := os.ReadFile(name)
	if err != nil || filepath.Base(name) == "pekerja.js" { // a service worker keeps files for later: no part of a search
		http.NotFound(w, r)
		return
	}
	ext := filepath.Ext(name)
	types := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
	if kind, ok := types[ext]; ok { // Pagefind's own files are compressed already
		var out bytes.Buffer
		gz := gzip.NewWriter(&out)
		gz.Write(data) // a buffer takes everything
		gz.Close()
		data = out.Bytes()
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Encoding", "gzip")
	}
	if ext != ".html" && ext != ".css" && ext != ".svg" {
		h.mu.Lock()
		h.bytes += len(data)
		h.files++
		h.mu.Unlock()
	}
	w.Write(data)
}

// taken returns what was sent since it was last asked.
func (h *host) taken() (bytes, files int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	bytes, files = h.bytes, h.files
	h.bytes, h.files = 0, 0
	return bytes, files
}

// weigh returns the number and the size of the files below folders.
func weigh(t *testing.T, folders ...string) (files int, size int64) {
	t.Helper()
	for _, dir := range folders {
		err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			files++
			size += info.Size()
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files, size
}

// pagefindPage asks Pagefind for the question in its address, with the data of the first ten results, as its own page does.
const pagefindPage = `<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Pagefind</title><body><script type="module">
const pagefind = await import("/pagefind/pagefind.js");
const found = await pagefind.search(new URLSearchParams(location.search).get("q"));
await Promise.all(found.results.slice(0, 10).map(r => r.data()));
window.found = found.results.length;
</script></body></html>`

// TestPagefind makes the search of the same imported works with Suluh and with Pagefind, asks both the same questions in a
// browser with an empty cache, and prints what each loads, writes and uses. It needs npm and a network, and runs only with
// SULUH_PAGEFIND=1. SULUH_IMPORTED names the folder of the imported works; without it they are made up, and only the table
// is printed.
func TestPagefind(t *testing.T) {
	if os.Getenv("SULUH_PAGEFIND") != "1" {
		t.Skip("SULUH_PAGEFIND is not 1: Pagefind is not fetched and measured")
	}
	for _, name := range []string{"npm", "go"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Fatalf("%s is not installed", name)
		}
	}
	works, dir := os.Getenv("SULUH_IMPORTED"), t.TempDir()
	isNational := works != ""
	if !isNational {
		works = filepath.Join(dir, "karya")
		if err := os.CopyFS(works, corpustest.Synthetic(200)); err != nil {
			t.Fatal(err)
		}
	}
	program, stick, shelf := filepath.Join(dir, "suluh"), filepath.Join(dir, "salinan"), filepath.Join(dir, "indeks")
	measure(t, "..", "go", "build", "-o", program, "./cmd/suluh")
	built := measure(t, dir, program, "index", "--corpus", works, "--index", shelf)
	whole := measure(t, dir, program, "export", "--index", shelf, "--tanggal", testNow.Format(time.DateOnly), stick)
	ours := measureShelf(t, shelf)

	// Pagefind reads the pages that the export made of the imported works.
	measure(t, dir, "npm", "install", "--prefix", dir, "pagefind@"+pagefindVersion)
	pages := filepath.Join(dir, "halaman")
	copyShelfPages(t, shelf, stick, pages)
	theirs := measure(t, dir, filepath.Join(dir, "node_modules", ".bin", "pagefind"), "--site", pages, "--root-selector", "#isi")
	if err := os.WriteFile(filepath.Join(pages, "cari.html"), []byte(pagefindPage), 0o644); err != nil {
		t.Fatal(err)
	}

	ourFiles, ourSize := weigh(t, filepath.Join(stick, "data", "rak"))
	coreFiles, coreSize := weigh(t, filepath.Join(stick, "data", "cari"), filepath.Join(stick, "data", "rujukan"))
	theirFiles, theirSize := weigh(t, filepath.Join(pages, "pagefind"))
	t.Logf("files of the search: Suluh %d, %.1f MB, and %d, %.1f MB for the core; Pagefind %d, %.1f MB", ourFiles, float64(ourSize)/1e6, coreFiles, float64(coreSize)/1e6, theirFiles, float64(theirSize)/1e6)
	report := func(what string, m measured) {
		t.Logf("%-28s %6.1f s, %6.1f s of a processor, %5d MB at the peak", what, m.took.Seconds(), m.cpu.Seconds(), m.memory/1e6)
	}
	report("suluh index", built)
	report("files of the search from it", ours)
	report("suluh export, all of it", whole)
	report("pagefind", theirs)
	if isNational && float64(ourFiles+2) > maxShelfShare*float64(theirFiles) { // its scripts
		t.Errorf("the search of the imported works is in %d files, want at most a tenth of %d", ourFiles+2, theirFiles)
	}
	compareSearches(t, stick, pages, isNational)
}

// compareSearches asks both the questions of the table and prints what they load; then it asks Suluh those of the tests of
// relevance.
func compareSearches(t *testing.T, stick, pages string, isNational bool) {
	suluh, pagefind := &host{dir: stick}, &host{dir: pages}
	ask := func(h *host, question, more string, done string) (bytes, files int) {
		t.Helper()
		p := openTab(t) // an empty cache
		server := httptest.NewServer(h)
		defer server.Close()
		p.server = server.URL
		h.taken()
		p.open("/cari.html?q=" + url.QueryEscape(question) + more)
		p.eventually(done)
		eval[bool](p, `(window.suluh?.shown ?? Promise.resolve()).then(() => true)`)
		return h.taken()
	}
	const shown, foundThere = `document.readyState === "complete" && window.suluh?.shown`, `window.found !== undefined`
	check := func(question string, bytes int) {
		t.Helper()
		if isNational && bytes > maxShelfGzip {
			t.Errorf("%q loads %d bytes, want at most %d", question, bytes, maxShelfGzip)
		}
	}
	t.Logf("%-36s %18s %18s %18s", "bytes (files) of a first search", "Suluh, core+5", "Suluh, imported", "Pagefind")
	var both, alone, theirs []int
	for _, q := range pagefindQuestions {
		a, aFiles := ask(suluh, q, "", shown)
		b, bFiles := ask(suluh, q, "&koleksi=impor", shown)
		c, cFiles := ask(pagefind, q, "", foundThere)
		t.Logf("%-36s %12d (%3d) %12d (%3d) %12d (%3d)", q, a, aFiles, b, bFiles, c, cFiles)
		check(q, a)
		check(q, b)
		both, alone, theirs = append(both, a), append(alone, b), append(theirs, c)
	}
	t.Logf("median and most: Suluh %s, imported alone %s, Pagefind %s", spread(both), spread(alone), spread(theirs))
	both, alone = nil, nil
	for i, q := range readQuestions(t) {
		if i%8 != 0 || q.kind == "rujukan" {
			continue
		}
		a, _ := ask(suluh, q.question, "", shown)
		b, _ := ask(suluh, q.question, "&koleksi=impor", shown)
		check(q.question, a)
		check(q.question, b)
		both, alone = append(both, a), append(alone, b)
	}
	t.Logf("%d questions of the tests of relevance, median and most: %s, imported alone %s", len(both), spread(both), spread(alone))
}

// copyShelfPages copies the pages of the imported works out of an export.
func copyShelfPages(t *testing.T, shelf, stick, to string) {
	t.Helper()
	for _, e := range entriesOf(t, shelf) {
		name := filepath.FromSlash(e + ".html")
		data, err := os.ReadFile(filepath.Join(stick, name))
		if err != nil {
			continue // the core has the work
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func entriesOf(t *testing.T, shelf string) []string {
	t.Helper()
	store, err := index.Open(shelf)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var out []string
	for _, e := range store.Entries() {
		out = append(out, e.ID)
	}
	return out
}

// measureShelf makes the files of the search alone, in a process of its own.
func measureShelf(t *testing.T, shelf string) measured {
	t.Helper()
	t.Setenv(writeShelf, shelf)
	return measure(t, ".", os.Args[0], "-test.run", "^TestWriteShelf$")
}

// writeShelf names an index folder of which the files of the search are to be made.
const writeShelf = "SULUH_WRITE_SHELF"

// TestWriteShelf is the process of [measureShelf].
func TestWriteShelf(t *testing.T) {
	dir := os.Getenv(writeShelf)
	if dir == "" {
		return // this is no test of its own
	}
	store, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	to := t.TempDir()
	for _, s := range store.StaticShelf(func(e corpus.Entry) any { return [2]string{e.Name(), e.Title} }) {
		data, err := json.Marshal(s.Data)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(to, filepath.FromSlash(s.Name)+".js")
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
