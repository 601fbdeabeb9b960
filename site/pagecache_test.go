package site_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"suluh/index"
	"suluh/site"
)

// newKeepingSite returns a site that keeps so many bytes of pages, with a clock and a search that a test can set.
func newKeepingSite(t testing.TB, kept int64, now func() time.Time, search site.Searcher) *site.Site {
	t.Helper()
	p := newTestSite(t)
	s, err := site.New(site.Config{Library: p.library, Search: search, Rules: p.rules, Now: now, Kept: kept})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func atTestNow() time.Time { return testNow }

// fetchWith asks for an address with headers, "Name: value" each.
func fetchWith(h http.Handler, method, address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, address, nil)
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func gunzipped(t testing.TB, r io.Reader) string {
	t.Helper()
	z, err := gzip.NewReader(r)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestKeptPageIsThePage checks that a page that is kept is, plain and compressed, byte for byte the page that a site
// makes that keeps none, with the same headers and those that a kept page has besides.
func TestKeptPageIsThePage(t *testing.T) {
	p := newTestSite(t)
	keeping, fresh := newKeepingSite(t, 0, atTestNow, p.engine), newKeepingSite(t, -1, atTestNow, p.engine)
	for _, address := range []string{"/", "/uu/2007/21", "/uu/2007/21/pasal/2", "/uu/2007/21/pasal/2?tanggal=2019-05-01", "/cari?q=restitusi+korban",
		"/putusan", "/panduan/pasal", "/api/cari?q=restitusi", "/sosialisasi/polisi/45/bahan.docx", "/static/suluh.svg"} {
		want := fetch(fresh, http.MethodGet, address)
		if want.Code != http.StatusOK {
			t.Fatalf("GET %s: status %d", address, want.Code)
		}
		for _, time := range []string{"first", "second"} {
			got := fetch(keeping, http.MethodGet, address)
			if got.Code != want.Code || got.Body.String() != want.Body.String() {
				t.Errorf("%s, %s time: status %d and %d bytes, want %d and %d", address, time, got.Code, got.Body.Len(), want.Code, want.Body.Len())
			}
			for name := range want.Header() {
				if got.Header().Get(name) != want.Header().Get(name) {
					t.Errorf("%s, %s time: %s is %q, want %q", address, time, name, got.Header().Get(name), want.Header().Get(name))
				}
			}
			if encoding := got.Header().Get("Content-Encoding"); encoding != "" {
				t.Errorf("%s has the encoding %q for somebody who did not ask for it", address, encoding)
			}
			small := fetchWith(keeping, http.MethodGet, address, "Accept-Encoding: br, gzip")
			if small.Header().Get("Content-Encoding") != "gzip" {
				if small.Body.String() != want.Body.String() {
					t.Errorf("%s, %s time: not compressed, and another page", address, time)
				}
			} else if small.Body.Len() >= want.Body.Len() || gunzipped(t, small.Body) != want.Body.String() {
				t.Errorf("%s, %s time: another page when compressed, or not smaller", address, time)
			}
		}
	}
}

func TestAcceptEncoding(t *testing.T) {
	s := newTestSite(t).site
	for accepts, want := range map[string]string{"": "", "gzip": "gzip", "deflate, GZIP;q=0.5": "gzip", "gzip;q=0": "", "gzip; q=0.0, br": "", "br": "", "xgzip": "", "gzip;q=1": "gzip"} {
		w := fetchWith(s, http.MethodGet, "/uu/2007/21/pasal/2", "Accept-Encoding: "+accepts)
		if got := w.Header().Get("Content-Encoding"); got != want {
			t.Errorf("Accept-Encoding %q: the page is sent as %q, want %q", accepts, got, want)
		}
		if w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary is %q", accepts, w.Header().Get("Vary"))
		}
	}
}

// TestNotModified checks that a browser that has a page is told so, and only then.
func TestNotModified(t *testing.T) {
	s := newTestSite(t).site
	const address = "/uu/2007/21/pasal/2"
	plain, small := fetch(s, http.MethodGet, address), fetchWith(s, http.MethodGet, address, "Accept-Encoding: gzip")
	tag, smallTag := plain.Header().Get("ETag"), small.Header().Get("ETag")
	if tag == smallTag || !strings.HasPrefix(tag, `"`) || !strings.HasPrefix(smallTag, `"`) {
		t.Fatalf("the tags %s and %s are not strong, or one for two encodings", tag, smallTag)
	}
	if other := fetch(s, http.MethodGet, "/uu/2007/21/pasal/3").Header().Get("ETag"); other == tag {
		t.Errorf("two pages have the tag %s", tag)
	}
	if got := plain.Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("Cache-Control is %q: a browser must ask whether a page is still that of today", got)
	}
	tests := []struct {
		headers []string
		status  int
	}{
		{[]string{"If-None-Match: " + tag}, http.StatusNotModified},
		{[]string{"If-None-Match: \"other\", " + tag}, http.StatusNotModified},
		{[]string{"If-None-Match: W/" + tag}, http.StatusNotModified},
		{[]string{"If-None-Match: *"}, http.StatusNotModified},
		{[]string{"If-None-Match: " + smallTag, "Accept-Encoding: gzip"}, http.StatusNotModified},
		{[]string{"If-None-Match: " + tag, "Accept-Encoding: gzip"}, http.StatusOK},
		{[]string{"If-None-Match: \"other\""}, http.StatusOK},
		{[]string{"If-None-Match: " + strings.Trim(tag, `"`)}, http.StatusOK},
	}
	for _, tt := range tests {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			w := fetchWith(s, method, address, tt.headers...)
			if w.Code != tt.status || (w.Body.Len() > 0) != (tt.status == http.StatusOK && method == http.MethodGet) {
				t.Errorf("%s with %q: status %d with %d bytes, want %d", method, tt.headers, w.Code, w.Body.Len(), tt.status)
			}
			if w.Header().Get("ETag") == "" || w.Header().Get("Content-Security-Policy") == "" {
				t.Errorf("%s with %q: no tag, or no security headers", method, tt.headers)
			}
		}
	}
}

// TestHeadOfKeptPage checks that HEAD tells what GET would, whichever of the two comes first.
func TestHeadOfKeptPage(t *testing.T) {
	p := newTestSite(t)
	s := newKeepingSite(t, 0, atTestNow, p.engine)
	const address = "/uu/2007/21/pasal/10"
	before, get, after := fetch(s, http.MethodHead, address), fetch(s, http.MethodGet, address), fetch(s, http.MethodHead, address)
	for _, head := range []*httptest.ResponseRecorder{before, after} {
		if head.Body.Len() > 0 || head.Header().Get("ETag") != get.Header().Get("ETag") || head.Header().Get("Content-Length") != fmt.Sprint(get.Body.Len()) {
			t.Errorf("HEAD answers %v and %d bytes, GET %v and %d", head.Header(), head.Body.Len(), get.Header(), get.Body.Len())
		}
	}
}

// TestKeptPageTurnsWithTheDay checks that a page of yesterday is not served today.
func TestKeptPageTurnsWithTheDay(t *testing.T) {
	var now atomic.Int64
	clock := func() time.Time { return time.Unix(now.Load(), 0).UTC() }
	now.Store(time.Date(2026, time.January, 1, 23, 59, 59, 0, time.UTC).Unix())
	s := newKeepingSite(t, 0, clock, newTestSite(t).engine)
	const address = "/uu/2007/21/pasal/2" // repealed on 2 January 2026
	before := fetch(s, http.MethodGet, address)
	if d := parsePage(t, before.Body.String()); !strings.Contains(textOf(d.Find(".status")), "Berlaku") {
		t.Fatalf("the page says %q on 1 January", textOf(d.Find(".status")))
	}
	now.Add(1)
	after := fetchWith(s, http.MethodGet, address, "If-None-Match: "+before.Header().Get("ETag"))
	if after.Code != http.StatusOK {
		t.Fatalf("status %d: the browser is told that yesterday's page is still right", after.Code)
	}
	if d := parsePage(t, after.Body.String()); !strings.Contains(textOf(d.Find(".status")), "Dicabut") {
		t.Errorf("the page says %q on 2 January", textOf(d.Find(".status")))
	}
}

// TestPageMadeOverMidnight lets the day end while a page is made: it is sent, but not kept.
func TestPageMadeOverMidnight(t *testing.T) {
	var now atomic.Int64
	now.Store(time.Date(2026, time.January, 1, 23, 59, 59, 0, time.UTC).Unix())
	clock := func() time.Time { return time.Unix(now.Load(), 0).UTC() }
	var searches atomic.Int64
	s := newKeepingSite(t, 0, clock, searcherFunc(func(context.Context, index.Query) (index.Result, error) {
		if searches.Add(1) == 1 {
			now.Add(1)
		}
		return index.Result{}, nil
	}))
	for i, want := range []int64{1, 2, 2} {
		if w := fetch(s, http.MethodGet, "/cari?q=restitusi"); w.Code != http.StatusOK || searches.Load() != want {
			t.Errorf("after request %d: status %d, %d searches, want %d", i+1, w.Code, searches.Load(), want)
		}
	}
}

// countingSite is a site that counts how often it searches, which it does once a page that it makes.
func countingSite(t testing.TB, kept int64) (*site.Site, *atomic.Int64) {
	var searches atomic.Int64
	engine := newTestSite(t).engine
	return newKeepingSite(t, kept, atTestNow, searcherFunc(func(ctx context.Context, q index.Query) (index.Result, error) {
		searches.Add(1)
		return engine.Search(ctx, q)
	})), &searches
}

// TestWhatIsNotKept asks twice for what must be made anew each time.
func TestWhatIsNotKept(t *testing.T) {
	failing := newKeepingSite(t, 0, atTestNow, searcherFunc(func(context.Context, index.Query) (index.Result, error) { return index.Result{}, fmt.Errorf("down") }))
	counting, searches := countingSite(t, 0)
	tests := []struct {
		name, address string
		site          *site.Site
		status        int
	}{
		{"answer of the guide", guideAddress(scenario2016), counting, http.StatusOK},
		{"file note", strings.Replace(guideAddress(scenario2016), "/panduan/pasal", "/panduan/pasal.md", 1), counting, http.StatusOK},
		{"health", "/healthz", counting, http.StatusOK},
		{"not found", "/uu/1900/1", counting, http.StatusNotFound},
		{"redirect", "/cari?q=pasal+2+uu+tppo", counting, http.StatusSeeOther},
		{"bad day", "/uu/2007/21?tanggal=gestern", counting, http.StatusBadRequest},
		{"failure", "/cari?q=restitusi", failing, http.StatusInternalServerError},
		{"static file of another version", "/static/suluh.css?v=0", counting, http.StatusOK},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 {
				w := fetch(tt.site, http.MethodGet, tt.address)
				if w.Code != tt.status {
					t.Fatalf("GET %s: status %d, want %d", tt.address, w.Code, tt.status)
				}
				if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "" {
					t.Errorf("GET %s: %v is kept", tt.address, w.Header())
				}
			}
		})
	}
	before := searches.Load()
	for range 3 {
		fetch(counting, http.MethodGet, "/healthz")
	}
	if got := searches.Load() - before; got != 3 {
		t.Errorf("three checks of health made %d searches", got)
	}
}

// TestSearchesDoNotDriveOutPages asks for many searches and days: they drive out one another, and no page that the
// collection has.
func TestSearchesDoNotDriveOutPages(t *testing.T) {
	const kept = 4 << 20
	s, searches := countingSite(t, kept)
	const page, question = "/uu/2007/21/pasal/2", "/cari?q=restitusi+korban"
	fetch(s, http.MethodGet, page)
	fetch(s, http.MethodGet, question)
	before := searches.Load()
	fetch(s, http.MethodGet, page)
	fetch(s, http.MethodGet, question)
	if got := searches.Load() - before; got != 0 {
		t.Fatalf("two pages that are kept made %d searches", got)
	}
	for i := range 60 {
		fetch(s, http.MethodGet, fmt.Sprintf("/cari?q=anak+%d", i))
		fetch(s, http.MethodGet, page+fmt.Sprintf("?tanggal=2010-01-%02d", 1+i%31))
	}
	before = searches.Load()
	fetch(s, http.MethodGet, page)
	if got := searches.Load() - before; got != 0 {
		t.Error("searches have driven out an article")
	}
	fetch(s, http.MethodGet, question)
	if got := searches.Load() - before; got != 1 {
		t.Error("the first search is still kept: the share of what visitors ask has no bound")
	}
}

// TestOldestPageGoes fills a small share with more than it holds: the page that was asked for longest ago goes, not the
// one that was made first.
func TestOldestPageGoes(t *testing.T) {
	s, searches := countingSite(t, 4<<20)
	made := func(address string) bool {
		before := searches.Load()
		if w := fetch(s, http.MethodGet, address); w.Code != http.StatusOK {
			t.Fatalf("GET %s: status %d", address, w.Code)
		}
		return searches.Load() > before
	}
	const often, once = "/cari?q=restitusi", "/cari?q=korban"
	if !made(often) || !made(once) || made(once) {
		t.Fatal("a search is not made, or made again at once")
	}
	for i := range 30 {
		made(fmt.Sprintf("/cari?q=anak+%d", i))
		if made(often) {
			t.Fatalf("the page that is asked for all the time was made again, after %d others", i+1)
		}
	}
	if !made(once) {
		t.Error("32 searches fit into half a megabyte: the share has no bound")
	}
}

// TestPageIsMadeOnce lets many visitors ask for one page at the same time.
func TestPageIsMadeOnce(t *testing.T) {
	var searches atomic.Int64
	began, end := make(chan struct{}, 100), make(chan struct{})
	s := newKeepingSite(t, 0, atTestNow, searcherFunc(func(context.Context, index.Query) (index.Result, error) {
		searches.Add(1)
		began <- struct{}{}
		<-end
		return index.Result{}, nil
	}))
	var wg sync.WaitGroup
	bodies := make([]string, 20)
	for i := range bodies {
		wg.Go(func() { bodies[i] = fetch(s, http.MethodGet, "/cari?q=restitusi").Body.String() })
	}
	<-began
	close(end)
	wg.Wait()
	if searches.Load() != 1 {
		t.Errorf("%d visitors made the page %d times", len(bodies), searches.Load())
	}
	for i, b := range bodies {
		if b != bodies[0] || b == "" {
			t.Errorf("visitor %d got another page", i)
		}
	}
}

// TestOneVisitorLeaves lets the first of two visitors leave while their page is made: the other one gets it. When both
// leave, the search is given up.
func TestOneVisitorLeaves(t *testing.T) {
	began, end, gaveUp := make(chan struct{}, 2), make(chan struct{}), make(chan struct{}, 2)
	s := newKeepingSite(t, 0, atTestNow, searcherFunc(func(ctx context.Context, _ index.Query) (index.Result, error) {
		began <- struct{}{}
		select {
		case <-end:
			return index.Result{}, nil
		case <-ctx.Done():
			gaveUp <- struct{}{}
			return index.Result{}, ctx.Err()
		}
	}))
	ask := func(ctx context.Context, address string) (code chan int) {
		code = make(chan int, 1)
		go func() {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil).WithContext(ctx))
			code <- w.Code
		}()
		return code
	}
	first, leave := context.WithCancel(t.Context())
	left := ask(first, "/cari?q=restitusi")
	<-began
	stays := ask(t.Context(), "/cari?q=restitusi")
	time.Sleep(20 * time.Millisecond) // for the second to join the first; if it comes later it makes a page of its own
	leave()
	if got := <-left; got != http.StatusServiceUnavailable {
		t.Errorf("whoever left is answered %d", got)
	}
	close(end)
	if got := <-stays; got != http.StatusOK {
		t.Errorf("whoever stayed is answered %d", got)
	}
	end = make(chan struct{})
	second, leave := context.WithCancel(t.Context())
	left = ask(second, "/cari?q=korban")
	<-began
	leave()
	<-left
	<-gaveUp
}

// TestKeptPagesTogether asks for pages from many sides at once while the day changes; the race detector watches.
func TestKeptPagesTogether(t *testing.T) {
	var day atomic.Int64
	s := newKeepingSite(t, 1<<20, func() time.Time { return testNow.AddDate(0, 0, int(day.Load())) }, newTestSite(t).engine)
	addresses := []string{"/", "/uu/2007/21/pasal/2", "/uu/2007/21/pasal/3", "/uu/2007/21/pasal/4", "/cari?q=restitusi", "/cari?q=anak", "/tidak/ada"}
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 20 {
				address := addresses[(worker+i)%len(addresses)]
				w := fetchWith(s, http.MethodGet, address, "Accept-Encoding: gzip")
				if want := map[bool]int{true: http.StatusNotFound, false: http.StatusOK}[address == "/tidak/ada"]; w.Code != want {
					t.Errorf("%s: status %d", address, w.Code)
				}
				if worker == 0 && i%7 == 0 {
					day.Add(1)
				}
			}
		})
	}
	wg.Wait()
}
