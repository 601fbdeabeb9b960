package site_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"suluh/index"
	"suluh/site"
)

// searcherFunc is a search that does as a test wants.
type searcherFunc func(context.Context, index.Query) (index.Result, error)

func (f searcherFunc) Search(ctx context.Context, q index.Query) (index.Result, error) {
	return f(ctx, q)
}

const secret = "secret words of the inside"

// TestSearchFails lets the search fail in every way and looks at the page: plain, with a way on, without the inside.
func TestSearchFails(t *testing.T) {
	blocked := func(ctx context.Context, _ index.Query) (index.Result, error) {
		<-ctx.Done()
		return index.Result{}, fmt.Errorf("search: %w", ctx.Err())
	}
	tests := []struct {
		name   string
		search searcherFunc
		status int
		says   string
	}{
		{"panic", func(context.Context, index.Query) (index.Result, error) { panic(secret) }, http.StatusInternalServerError, "Ada kesalahan pada Suluh"},
		{"nil dereference", func(context.Context, index.Query) (index.Result, error) {
			var q *index.Query
			return index.Result{Total: q.Page}, nil
		},
			http.StatusInternalServerError, "Ada kesalahan pada Suluh"},
		{"error", func(context.Context, index.Query) (index.Result, error) { return index.Result{}, errors.New(secret) },
			http.StatusInternalServerError, "Ada kesalahan pada Suluh"},
		{"too long", blocked, http.StatusServiceUnavailable, "Pencarian terlalu lama"},
	}
	for _, tt := range tests {
		for _, address := range []string{"/cari?q=restitusi", "/api/cari?q=restitusi", "/healthz"} {
			t.Run(tt.name+address, func(t *testing.T) {
				s := newSiteWith(t, tt.search)
				ctx := t.Context()
				if tt.status == http.StatusServiceUnavailable {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, 20*time.Millisecond)
					defer cancel()
				}
				w := httptest.NewRecorder()
				done := make(chan struct{})
				go func() {
					defer close(done)
					s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil).WithContext(ctx))
				}()
				select {
				case <-done:
				case <-time.After(20 * time.Second):
					t.Fatal("no answer after the deadline")
				}
				if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.says) {
					t.Fatalf("status %d, want %d with %q:\n%s", w.Code, tt.status, tt.says, w.Body)
				}
				for _, inside := range []string{secret, "goroutine", ".go:", "search:"} {
					if strings.Contains(w.Body.String(), inside) {
						t.Errorf("the page shows %q", inside)
					}
				}
				if w.Header().Get("Content-Security-Policy") == "" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
					t.Error("the page lacks the security headers")
				}
				if strings.HasPrefix(address, "/api/") {
					if w.Header().Get("Content-Type") != "application/json; charset=utf-8" || !json.Valid(w.Body.Bytes()) {
						t.Errorf("a program gets %q: %s", w.Header().Get("Content-Type"), w.Body)
					}
					return
				}
				d := parsePage(t, w.Body.String())
				if d.Find(`form[action="/cari"]`).Length() == 0 || d.Find(`main a[href="/uu/2007/21"]`).Length() == 0 {
					t.Error("the page leads nowhere")
				}
			})
		}
	}
}

// TestVisitorLeaves checks what happens when the visitor closes the page while the search runs: it ends, and it is not
// reported as a failure of ours.
func TestVisitorLeaves(t *testing.T) {
	var log bytes.Buffer
	began := make(chan struct{})
	s, err := site.New(site.Config{Library: newTestSite(t).library, Now: func() time.Time { return testNow },
		Log: slog.New(slog.NewTextHandler(&log, nil)), Search: searcherFunc(func(ctx context.Context, _ index.Query) (index.Result, error) {
			close(began)
			<-ctx.Done()
			return index.Result{}, ctx.Err()
		})})
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	go func() {
		<-began
		leave()
	}()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/cari?q=restitusi", nil).WithContext(ctx))
	if strings.Contains(log.String(), "level=ERROR") {
		t.Errorf("a visitor who left is logged as a failure:\n%s", &log)
	}
}

// TestLogIsDiscreet checks that the log tells of failures and requests, and never what was asked.
func TestLogIsDiscreet(t *testing.T) {
	var log bytes.Buffer
	fail := false
	s, err := site.New(site.Config{Library: newTestSite(t).library, Now: func() time.Time { return testNow },
		Log: slog.New(slog.NewTextHandler(&log, nil)), Search: searcherFunc(func(context.Context, index.Query) (index.Result, error) {
			if fail {
				return index.Result{}, errors.New("disk on fire")
			}
			return index.Result{}, nil
		})})
	if err != nil {
		t.Fatal(err)
	}
	fetch(s, http.MethodGet, "/cari?q=rahasia")
	fail = true
	fetch(s, http.MethodGet, "/cari?q=rahasia+juga")
	got := log.String()
	for _, want := range []string{"path=/cari", "status=200", "status=500", "disk on fire", "level=ERROR"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "rahasia") {
		t.Errorf("the log tells what was asked:\n%s", got)
	}
}

// TestSearchIsAskedWithinBounds checks what reaches the search, whatever the address says.
func TestSearchIsAskedWithinBounds(t *testing.T) {
	var got index.Query
	s := newSiteWith(t, searcherFunc(func(ctx context.Context, q index.Query) (index.Result, error) {
		if _, ok := ctx.Deadline(); !ok {
			t.Error("a search without a deadline")
		}
		got = q
		return index.Result{}, nil
	}))
	for _, address := range []string{"/cari?q=" + strings.Repeat("x", 2000) + "&hal=99999999", "/cari?q=%ffx&hal=-7", "/api/cari?q=x&per=100000", "/api/cari?q=x&per=-1", "/healthz"} {
		got = index.Query{}
		fetch(s, http.MethodGet, address)
		if n := len([]rune(got.Text)); n == 0 || n > index.MaxQueryLength || got.Page < 0 || got.Page > index.MaxPage || got.PerPage < 1 || got.PerPage > index.MaxPerPage {
			t.Errorf("%.60s asks for %+v", address, got)
		}
	}
}
