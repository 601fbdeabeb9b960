package site

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"suluh/corpus"
	"suluh/index"
)

// BasePage is what the frame of every page needs.
type BasePage struct {
	Title       string
	Description string
	Query       string       // in the search box
	Day         corpus.Date  // the day the page speaks of
	DayAsked    bool         // the visitor named it; else it is today
	HideSearch  bool         // the page has a search box of its own
	HideDay     bool         // the page cannot be asked for another day
	Version     string       // of the collection
	Keep        []NamedValue // what the address asks besides the day; the form for another day keeps it
	Present     corpus.Date  // the day the pages speak of when no day is asked
	Today       string       // the address of this page for that day
	Kept        []NamedValue // the basket, which links and forms carry on
	Basket      *BasketLine  // what is in it; nil while it is empty
	kept        string       // the day and the basket as a query; see On
}

// MaxQuery is the length of a question, for the search box.
func (BasePage) MaxQuery() int { return index.MaxQueryLength }

// On returns an address of ours that keeps the day of the page, if the visitor named it, and the basket.
func (b BasePage) On(href string) string {
	return withQuery(href, b.kept)
}

// Link is an address with its words; Caption is the editorial title of the article it leads to.
type Link struct{ Href, Text, Caption string }

// Errors that a handler can return; any other is logged and shown as errInternal.
var (
	errNotFound = &pageError{http.StatusNotFound, "Halaman tidak ditemukan", "Alamat ini tidak ada di Suluh."}
	errMethod   = &pageError{http.StatusMethodNotAllowed, "Cara akses tidak dikenal", "Halaman Suluh hanya dapat dibaca."}
	errInternal = &pageError{http.StatusInternalServerError, "Ada kesalahan pada Suluh", "Halaman ini gagal disusun. Coba muat ulang; bila tetap gagal, beri tahu pengelola."}
	errBusy     = &pageError{http.StatusServiceUnavailable, "Pencarian terlalu lama", "Coba pertanyaan yang lebih pendek."}
)

// pageError is an error with the page a visitor sees.
type pageError struct {
	code             int
	heading, message string
}

func (e *pageError) Error() string { return fmt.Sprintf("%d %s", e.code, e.heading) }

// notFound is a 404 with words of its own.
func notFound(format string, args ...any) error {
	return &pageError{http.StatusNotFound, "Tidak ditemukan", fmt.Sprintf(format, args...)}
}

// handle makes a handler of a function that can fail. It is the one place where errors become pages.
func (s *Site) handle(h func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
		defer cancel()
		if err := h(w, r.WithContext(ctx)); err != nil {
			s.serveError(w, r, err)
		}
	})
}

// ErrorPage tells a visitor what went wrong and where to go on.
type ErrorPage struct {
	BasePage
	Code             int
	Heading, Message string
	Links            []Link
}

func (s *Site) serveError(w http.ResponseWriter, r *http.Request, err error) {
	var pe *pageError
	switch {
	case errors.As(err, &pe):
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		pe = errBusy
	default:
		pe = errInternal
	}
	if pe.code == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	if pe.code >= http.StatusInternalServerError && !errors.Is(err, context.Canceled) { // a visitor who left is no failure
		s.log.Error("page failed", slog.String("path", r.URL.Path), slog.Any("error", err))
	}
	if strings.HasPrefix(r.URL.Path, "/api/") {
		writeAPIError(w, pe)
		return
	}
	b, renderErr := s.render("error", s.newErrorPage(pe))
	if renderErr != nil {
		s.log.Error("error page failed", slog.Any("error", renderErr))
		http.Error(w, pe.heading, pe.code)
		return
	}
	write(w, pe.code, b)
}

func (s *Site) newErrorPage(pe *pageError) ErrorPage {
	page := ErrorPage{BasePage: view{Site: s, day: s.today()}.base(pe.heading), Code: pe.code, Heading: pe.heading, Message: pe.message,
		Links: []Link{{Href: "/", Text: "Halaman depan"}}}
	for _, work := range s.library.Works() {
		if work.Extent == corpus.Full {
			page.Links = append(page.Links, Link{Href: work.Ref().Path(), Text: "Daftar isi " + work.Name()})
		}
	}
	return page
}

// writeAPIError answers a program with an error in JSON.
func writeAPIError(w http.ResponseWriter, pe *pageError) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(pe.code)
	json.NewEncoder(w).Encode(map[string]string{"error": pe.heading, "message": pe.message}) // nobody is left to tell of a failure
}

func (v view) base(title string) BasePage {
	b := BasePage{Title: title + " | Suluh", Version: v.library.Version(), Day: v.shown(), DayAsked: v.asked, Present: v.today(), Today: "?", Basket: v.basketLine(), kept: v.kept()}
	kept := v.basket.query()
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		for _, value := range kept[name] {
			b.Kept = append(b.Kept, NamedValue{name, value})
		}
	}
	rest := url.Values{}
	for _, name := range slices.Sorted(maps.Keys(v.query)) {
		for _, value := range v.query[name] {
			if name != "tanggal" {
				b.Keep = append(b.Keep, NamedValue{strings.ToValidUTF8(name, ""), strings.ToValidUTF8(value, "")})
				rest.Add(name, value)
			}
		}
	}
	if len(rest) > 0 {
		b.Today += rest.Encode()
	}
	return b
}

// pageBuffers are used again and again, for pages are long.
var pageBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render makes a page in memory, so that one that fails sends nothing.
func (s *Site) render(name string, page any) ([]byte, error) {
	b := pageBuffers.Get().(*bytes.Buffer)
	defer pageBuffers.Put(b)
	b.Reset()
	if err := s.pages[name].Execute(b, page); err != nil {
		return nil, fmt.Errorf("render %s: %w", name, err)
	}
	return bytes.Clone(b.Bytes()), nil
}

// writePage renders a page and sends it with status 200.
func (s *Site) writePage(w http.ResponseWriter, name string, page any) error {
	b, err := s.render(name, page)
	if err != nil {
		return err
	}
	write(w, http.StatusOK, b)
	return nil
}

func write(w http.ResponseWriter, code int, b []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	w.Write(b) // the visitor may have gone; nothing is left to do then
}
