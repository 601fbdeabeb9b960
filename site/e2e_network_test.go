package site_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// kindsOfPage is an address of each kind of page, with the status that it answers with.
var kindsOfPage = []struct {
	name, address string
	status        int64
}{
	{"home", "/", 200},
	{"search", "/cari?q=korban+setuju+berangkat", 200},
	{"search, second page", "/cari?q=korban&hal=2", 200},
	{"search, filtered", "/cari?q=restitusi&karya=uu%2F2007%2F21", 200},
	{"search, corrected", "/cari?q=perdaganan+orng", 200},
	{"search, nothing found", "/cari?q=zzzxqv", 200},
	{"search, nothing asked", "/cari", 200},
	{"search, several citations", "/cari?q=pasal+2+dan+pasal+3+uu+21%2F2007", 200},
	{"work", "/uu/2007/21", 200},
	{"work, a code", "/kuhp-lama", 200},
	{"work, only described", "/uu/2003/13", 200},
	{"article", "/uu/2007/21/pasal/48", 200},
	{"article, long", "/uu/2023/1/pasal/622", 200},
	{"article, revoked", "/uu/2007/21/pasal/2", 200},
	{"article, inserted", "/uu/2002/23/pasal/76f", 200},
	{"article, on another day", "/uu/2007/21/pasal/2?tanggal=2019-05-01", 200},
	{"comparison", "/banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023", 200},
	{"comparison, nothing asked", "/banding", 200},
	{"comparison, not found", "/banding?a=pasal+999+uu+21%2F2007&b=x", 200},
	{"timeline", "/linimasa", 200},
	{"guide", "/panduan/perbandingan", 200},
	{"charging guide", "/panduan/pasal", 200},
	{"charging guide, answer", guideAddress(adults2019), 200},
	{"charging guide, nonsense", guideAddress("tanggal=kemarin"), 200},
	{"state of the collection", "/koleksi", 200},
	{"error, no such page", "/tidak/ada", 404},
	{"error, no such article", "/uu/2007/21/pasal/999", 404},
	{"error, bad day", "/uu/2007/21?tanggal=kemarin", 400},
}

// complaints listens to a tab. The function it returns waits for the page to be quiet and tells what was wrong since
// it was last called: requests to other hosts, refused ones, words on the console.
func complaints(p *tab) func() []string {
	if p.fox != nil {
		return func() []string {
			p.t.Helper()
			heard, err := p.fox.complaints()
			p.succeeds(err)
			return heard
		}
	}
	var mu sync.Mutex
	var heard []string
	add := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(p.ctx, func(ev any) {
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			// A picture that the browser draws in a date field is data of its own; the policy bars ours.
			if !strings.HasPrefix(ev.Request.URL, p.server+"/") && !strings.HasPrefix(ev.Request.URL, "data:") {
				add("request to %s", ev.Request.URL)
			}
		case *network.EventLoadingFailed:
			add("request failed: %s %s", ev.ErrorText, ev.BlockedReason)
		case *runtime.EventConsoleAPICalled:
			add("console.%s", ev.Type)
		case *runtime.EventExceptionThrown:
			add("exception: %s", ev.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			// The browser logs the status of an error page; that page is what was asked for.
			if ev.Entry.Source == log.EntrySourceNetwork && strings.Contains(ev.Entry.Text, "the server responded with a status of 40") {
				return
			}
			add("%s: %s", ev.Entry.Level, ev.Entry.Text)
		}
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return func() []string {
		p.t.Helper()
		eval[chromedp.Void](p, "new Promise(done => setTimeout(done, 100))")
		mu.Lock()
		defer mu.Unlock()
		out := heard
		heard = nil
		return out
	}
}

func TestBrowserStaysAtHome(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	heard := complaints(p)
	for _, page := range kindsOfPage {
		if got := p.open(page.address); got != page.status {
			t.Errorf("%s: %s answers %d, want %d", page.name, page.address, got, page.status)
		}
		for _, c := range heard() {
			t.Errorf("%s: %s: %s", page.name, page.address, c)
		}
	}
}

// The ear of the test above must not be deaf.
func TestBrowserHearsComplaints(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	heard := complaints(p)
	bad := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; img-src *")
		fmt.Fprint(w, `<!DOCTYPE html><title>x</title><script>console.log("inline")</script><p style="color: red">x</p><img src="http://luar.invalid/x.png">`)
	}))
	t.Cleanup(bad.Close)
	p.server = bad.URL
	p.open("/")
	all := strings.Join(heard(), "\n")
	for _, want := range []string{"request to http://luar.invalid/", "request failed", "inline script", "inline style"} {
		if !strings.Contains(all, want) {
			t.Errorf("no complaint about %q in:\n%s", want, all)
		}
	}
}

// Every page but a whole work weighs less than this, uncompressed, with style, script and pictures.
const maxPageWeight = 100_000

func TestBrowserPageWeight(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, page := range kindsOfPage {
		if strings.HasPrefix(page.name, "work") {
			continue
		}
		p.open(page.address)
		files := eval[map[string]int](p, `Object.fromEntries([...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
			.map(e => [e.name, e.decodedBodySize]))`)
		sum := 0
		for _, n := range files {
			sum += n
		}
		if len(files) < 4 || sum < 5_000 {
			t.Errorf("%s: %d files of %d bytes were measured; page, style, script and picture were expected: %v", page.name, len(files), sum, files)
		}
		if sum >= maxPageWeight {
			t.Errorf("%s: %s weighs %d bytes, want less than %d: %v", page.name, page.address, sum, maxPageWeight, files)
		}
		t.Logf("%6d bytes: %s", sum, page.name)
	}
}
