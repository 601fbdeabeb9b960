package site

import (
	"net/http"

	"github.com/gorilla/mux"
)

// routes lists every address of the site. The middleware wraps the router from outside, so that it covers the pages
// that no route matches.
func (s *Site) routes() http.Handler {
	r := mux.NewRouter().StrictSlash(true)
	get := func(path string, h func(http.ResponseWriter, *http.Request) error) {
		r.Handle(path, s.handle(h)).Methods(http.MethodGet, http.MethodHead)
	}
	get("/", s.serveHome)
	get("/cari", s.serveSearch)
	get("/api/cari", s.serveSearchAPI)
	get("/banding", s.serveCompare)
	get("/linimasa", s.serveTimeline)
	get("/koleksi", s.serveCollection)
	get(decisionsAddress, s.serveDecisions)
	get(figuresAddress, s.serveFigures)
	get(decisionsAddress+"/{court:[a-z]+(?:-[a-z]+)*}/{year:[0-9]{4}}/{number:[0-9]+-pid(?:\\.[a-z]+)*}", s.serveDecision)
	if s.hasChargeGuide() {
		get(chargeAddress, s.serveCharge)
		get(chargeAddress+".md", s.serveChargeMarkdown)
		get(chargeAddress+".docx", s.serveChargeDocx)
	}
	get("/panduan/{name:[a-z-]+}", s.serveGuide)
	get("/static/{name}", s.assets.serve)
	get("/healthz", s.serveHealth)
	// A code without a number, "kuhp-lama"; then numbered works, then those of a region.
	for _, id := range []string{
		"/{id:[a-z]+(?:-[a-z]+)*}",
		"/{id:[a-z]+/[0-9]{4}/[0-9]+[a-z]*}",
		"/{id:[a-z]+/[a-z]+(?:-[a-z]+)*/[0-9]{4}/[0-9]+[a-z]*}",
	} {
		get(id, s.serveWork)
		get(id+"/pasal/{number:[0-9A-Za-z]+}", s.serveArticle)
	}
	r.NotFoundHandler = s.handle(func(http.ResponseWriter, *http.Request) error { return errNotFound })
	r.MethodNotAllowedHandler = s.handle(func(http.ResponseWriter, *http.Request) error { return errMethod })
	return chain(r, s.logRequests, compress, secureHeaders, s.recoverPanics, limitRequest)
}

// chain wraps a handler; the first of the layers is the outermost.
func chain(h http.Handler, layers ...func(http.Handler) http.Handler) http.Handler {
	for i := len(layers) - 1; i >= 0; i-- {
		h = layers[i](h)
	}
	return h
}
