package site_test

// Tests without a browser: they call the site in process and look at what it answers. This file holds what they share.

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/index"
	"suluh/site"
)

// testNow is the moment of every page in these tests.
var testNow = time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC)

// testParts are what a site is made of: the embedded corpus and the real engine, loaded once.
type testParts struct {
	library *corpus.Library
	rules   *charge.Rules
	engine  index.Engine
	site    *site.Site
}

var loadTestParts = sync.OnceValues(func() (testParts, error) {
	l, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		return testParts{}, problems
	}
	rules, problems := charge.Load(corpus.Texts(), l)
	if len(problems) > 0 {
		return testParts{}, problems
	}
	e, err := index.NewBleve(context.Background(), l, index.Options{Day: corpus.DateOf(testNow)})
	if err != nil {
		return testParts{}, err
	}
	s, err := site.New(site.Config{Library: l, Search: e, Rules: rules, Now: func() time.Time { return testNow }})
	return testParts{l, rules, e, s}, err
})

// newTestSite returns the site over the embedded corpus, the same for all tests.
func newTestSite(t testing.TB) testParts {
	t.Helper()
	p, err := loadTestParts()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// newUnkeptSite returns the site over the embedded corpus with no page kept, for tests that ask for every page once.
func newUnkeptSite(t testing.TB) *site.Site {
	t.Helper()
	p := newTestSite(t)
	s, err := site.New(site.Config{Library: p.library, Search: p.engine, Rules: p.rules, Now: func() time.Time { return testNow }, Kept: -1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// newSiteWith returns a site over the embedded corpus with another search.
func newSiteWith(t testing.TB, s site.Searcher) *site.Site {
	t.Helper()
	p := newTestSite(t)
	out, err := site.New(site.Config{Library: p.library, Search: s, Rules: p.rules, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// fetch asks for an address in process.
func fetch(h http.Handler, method, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, address, nil))
	return w
}

// fetchPage returns the page at an address; the test ends if the status is another.
func fetchPage(t testing.TB, h http.Handler, address string, status int) *goquery.Document {
	t.Helper()
	w := fetch(h, http.MethodGet, address)
	if w.Code != status {
		t.Fatalf("GET %s: status %d, want %d", address, w.Code, status)
	}
	return parsePage(t, w.Body.String())
}

func parsePage(t testing.TB, body string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// textOf returns what a selection says, on one line.
func textOf(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

// hrefs returns the addresses of the links of a selection.
func hrefs(s *goquery.Selection) []string {
	return s.Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
}
