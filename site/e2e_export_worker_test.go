package site_test

// The export on a web host, with its service worker: what it keeps, what it says from the cache, and what it tells the host.

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// becomes waits for the promise of a JavaScript expression to be of something true.
func (p *tab) becomes(expression string) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); !eval[bool](p, expression); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			p.t.Fatalf("on %s: %s did not come true", p.where(), expression)
		}
	}
}

// kept waits until the worker of a host keeps the whole copy; it keeps the manifest last.
func (p *tab) kept() {
	p.t.Helper()
	p.becomes(`caches.match(suluh.root + "suluh-export.json").then(Boolean)`)
}

// TestBrowserHostOffline visits a copy on a web host once. Then the network goes: what was read, and what was not, can be
// read, and every page from the cache says so.
func TestBrowserHostOffline(t *testing.T) {
	t.Parallel()
	p, goOffline := openHost(t, newSmallExport(t).dir)
	p.visit("/index.html")
	if p.count(".told") > 0 {
		t.Errorf("a page from the network tells %q", p.text(".told"))
	}
	p.kept()
	manifest := eval[string](p, `document.querySelector("link[rel=manifest]").href`)
	if got := strings.TrimPrefix(manifest, p.server); got != "/suluh.webmanifest" {
		t.Errorf("the web manifest is at %s", got)
	}
	goOffline()
	for _, address := range []string{"/index.html", "/uu/2007/21/pasal/2.html", "/", "/cari.html?q=korban"} {
		p.visit(address)
		p.eventually(`document.querySelector(".told")`)
		p.says(".told", "Tanpa jaringan: halaman ini dari simpanan peramban, menurut keadaan 24 November 2026.")
		p.says(".top-day", "24 November 2026")
	}
	p.loads(chromedp.Navigate(p.server + "/uu/2007/21/pasal/2@1945-08-18.html"))
	p.says("h1", "Tanpa jaringan")
}

// TestBrowserHostChanges changes a page on the host, which no visitor reads: the worker keeps the new one, though the host
// refuses it at first.
func TestBrowserHostChanges(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(newSmallExport(t).dir)); err != nil {
		t.Fatal(err)
	}
	const page = "uu/2007/21/pasal/26.html"
	var busy, refused atomic.Bool
	files := http.FileServer(http.Dir(dir))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/"+page && busy.Load() {
			refused.Store(true)
			http.Error(w, "busy", http.StatusServiceUnavailable)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	p := openTab(t)
	p.server = host.URL
	p.visit("/index.html")
	p.kept()
	change := func(name, old, new string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), old); n == 0 {
			t.Fatalf("%s has no %q", name, old)
		}
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(b), old, new)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sum := eval[string](p, `(async () => (await (await caches.match(suluh.root + "suluh-export.json")).json()).files.find((f) => f.name === "`+page+`").sha256)()`)
	change(page, "</h1>", " (diperbarui)</h1>")
	change("suluh-export.json", sum, strings.Repeat("0", len(sum)))
	busy.Store(true)
	p.visit("/index.html")
	for deadline := time.Now().Add(patience); !refused.Load(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the worker did not ask for the page that changed")
		}
	}
	busy.Store(false)
	p.visit("/index.html")
	p.becomes(`caches.match(suluh.root + "` + page + `").then((r) => r.text()).then((text) => text.includes("diperbarui"))`)
}

// TestBrowserHostLearnsNoFacts uses the guide and the search on a web host: what is asked is in no request once the worker is
// there, in no cache, and the address of a page is told to nobody.
func TestBrowserHostLearnsNoFacts(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var told []string // requests: address and referrer
	files := http.FileServer(http.Dir(newSmallExport(t).dir))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		told = append(told, r.URL.String()+" "+r.Referer())
		mu.Unlock()
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	p := openTab(t)
	p.server = host.URL
	check := func(when string) {
		t.Helper()
		mu.Lock()
		defer mu.Unlock()
		for _, request := range told {
			for _, fact := range []string{"korban-anak", "tanggal=", "rahasia"} {
				if strings.Contains(request, fact) {
					t.Errorf("%s the host learns of %q", when, request)
				}
			}
		}
		told = nil
	}

	// Without a worker yet: answers change the address, and lead on.
	p.open(stickGuide)
	p.ready()
	p.day("2019-05-01")
	p.answer("korban-anak", "ya")
	p.follow(".foot-nav a")
	p.settled()
	check("from the guide")

	// With the worker, even an address that holds the facts is asked for without them.
	p.kept()
	p.eventually(`navigator.serviceWorker.controller`)
	for _, address := range []string{stickGuide + "?" + scenario2019, stickSearch + "?q=rahasia", "/uu/2007/21/pasal/2.html?tanggal=2019-05-01"} {
		p.open(address)
		p.settled()
	}
	p.eventually(`location.pathname.includes("@")`)
	p.settled()
	p.says(".top-day", "1 Mei 2019")
	check("with the worker")
	keys := eval[[]string](p, `(async () => {
		const urls = [];
		for (const name of await caches.keys()) for (const key of await (await caches.open(name)).keys()) urls.push(key.url);
		return urls;
	})()`)
	if i := slices.IndexFunc(keys, func(key string) bool { u, err := url.Parse(key); return err != nil || u.RawQuery != "" }); i >= 0 || len(keys) == 0 {
		t.Errorf("of %d keys of the cache, %q holds what was asked", len(keys), keys[max(i, 0)])
	}
}

// A stick is silent about installing: nothing is registered, nothing is asked.
func TestBrowserStickNoWorker(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	heard := complaints(p)
	p.visit("/index.html")
	if p.count("link[rel=manifest]") > 0 {
		t.Error("a page from file:// asks for the web manifest")
	}
	silent(t, heard)
	if files := newExport(t).files; !slices.Contains(files, "pekerja.js") {
		t.Error("no service worker in the export")
	}
}
