package site

import (
	"log/slog"
	"net/http"
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
		start := time.Now()
		sw := &statusWriter{w, http.StatusOK}
		next.ServeHTTP(sw, r)
		s.log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method),
			slog.String("path", r.URL.Path), slog.Int("status", sw.status), slog.Duration("took", time.Since(start)))
	})
}

// compress sends a page gzipped to whoever takes that: a charging answer of 100 KB travels as some 15 KB.
func compress(next http.Handler) http.Handler { return gzhttp.GzipHandler(next) }

// secureHeaders allows a page nothing but our own style, script and pictures, forms that lead here, and no frame.
// No referrer is sent, since the address of a search holds the question.
func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "+
			"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
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
		if len(r.URL.RequestURI()) > maxURLLength {
			http.Error(w, "Alamat terlalu panjang.", http.StatusRequestURITooLong)
			return
		}
		next.ServeHTTP(w, r)
	})
}
