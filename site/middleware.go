package site

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
)

// Limits of a request, against mistakes and mischief.
const (
	MaxHeaderBytes = 16 << 10 // no page of ours needs more
	maxURLLength   = 4 << 10  // the longest query, percent-encoded, and filters
	requestTimeout = 10 * time.Second
)

// statusWriter remembers the status for the log.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(code int) {
	w.status = code
	w.ResponseWriter.WriteHeader(code)
}

// logRequests writes a line a request. It leaves out the query: what somebody asks about a case is nobody's business.
func (s *Site) logRequests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.log.Enabled(r.Context(), slog.LevelInfo) {
			next.ServeHTTP(w, r)
			return
		}
		start := time.Now()
		sw := &statusWriter{w, http.StatusOK}
		next.ServeHTTP(sw, r)
		s.log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method),
			slog.String("path", r.URL.Path), slog.Int("status", sw.status), slog.Duration("took", time.Since(start)))
	})
}

// keepPages sends the pages that are kept ready, and makes those that may be kept. All others are compressed as they come.
func (s *Site) keepPages(next http.Handler) http.Handler {
	compressed := compress(next)
	if s.cache == nil {
		return compressed
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := pageKey{r.URL.Path, r.URL.RawQuery}
		if !s.mayKeep(r.Method, key) {
			compressed.ServeHTTP(w, r)
			return
		}
		if a := s.cache.kept(key); a != nil {
			a.send(w, r)
			return
		}
		a, err := s.cache.page(r.Context(), key, func(ctx context.Context) *answer { return answerOf(next, r.WithContext(ctx)) })
		switch {
		case err != nil:
			s.serveError(w, r, err)
		case a.plain != nil:
			a.send(w, r)
		default:
			compress(a).ServeHTTP(w, r)
		}
	})
}

// mayKeep reports whether a page may be kept: not the facts of a case, which the charging guide has in its address, not
// what must be found out anew each time, and a static file only under the address that the pages have.
func (s *Site) mayKeep(method string, key pageKey) bool {
	switch {
	case method != http.MethodGet && method != http.MethodHead, key.path == healthAddress:
		return false
	case strings.HasPrefix(key.path, staticPrefix):
		return s.assets.isCurrent(key.path, key.query)
	}
	return key.query == "" || key.path != chargeAddress && !strings.HasPrefix(key.path, chargeAddress+".")
}

// compress sends a page gzipped to whoever takes that: a charging answer of 100 KB travels as some 15 KB.
func compress(next http.Handler) http.Handler { return gzhttp.GzipHandler(next) }

// securityHeaders allow a page nothing but our own style, script and pictures, forms that lead here, and no frame.
// No referrer is sent, since the address of a search holds the question.
var securityHeaders = []headerLine{
	{"Content-Security-Policy", []string{"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"}},
	{"X-Content-Type-Options", []string{"nosniff"}},
	{"Referrer-Policy", []string{"no-referrer"}},
}

func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for _, line := range securityHeaders {
			h[line.name] = line.values
		}
		next.ServeHTTP(w, r)
	})
}

// recoverPanics turns a panic into the error page.
func (s *Site) recoverPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				s.log.Error("panic", slog.Any("value", v), slog.String("path", r.URL.Path))
				s.serveError(w, r, errInternal)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// limitRequest refuses an address that is too long.
func limitRequest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.RequestURI) > maxURLLength {
			http.Error(w, "Alamat terlalu panjang.", http.StatusRequestURITooLong)
			return
		}
		next.ServeHTTP(w, r)
	})
}
