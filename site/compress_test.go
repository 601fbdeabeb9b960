package site_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestCompress checks that a page travels small to whoever takes gzip, and is the same page.
func TestCompress(t *testing.T) {
	h := newTestSite(t).site
	for _, address := range []string{"/uu/2007/21", "/uu/2007/21/pasal/2", "/api/cari?q=restitusi"} {
		plain := httptest.NewRecorder()
		h.ServeHTTP(plain, httptest.NewRequest(http.MethodGet, address, nil))
		if got := plain.Header().Get("Content-Encoding"); got != "" {
			t.Errorf("%s has the encoding %q for somebody who did not ask for it", address, got)
		}
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		small := httptest.NewRecorder()
		h.ServeHTTP(small, r)
		if small.Header().Get("Content-Encoding") != "gzip" || small.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s is not compressed: %v", address, small.Header())
			continue
		}
		if 2*small.Body.Len() > plain.Body.Len() {
			t.Errorf("%s is %d bytes compressed, %d plain", address, small.Body.Len(), plain.Body.Len())
		}
		zr, err := gzip.NewReader(small.Body)
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(zr); err != nil || string(body) != plain.Body.String() {
			t.Errorf("%s is another page when compressed (%v)", address, err)
		}
	}
}
