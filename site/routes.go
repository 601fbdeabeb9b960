package site

import (
	"net/http"

	"github.com/gorilla/mux"
)

const (
	staticPrefix  = "/static/"
	healthAddress = "/healthz"
)

// routes lists every address of the site.
func (s *Site) routes() http.Handler {
	r := mux.NewRouter().StrictSlash(true)
	get := func(path string, h func(http.ResponseWriter, *http.Request) error) {
		r.Handle(path, s.handle(h)).Methods(http.MethodGet, http.MethodHead)
	}
	get("/", s.serveHome)
	get("/cari", s.serveSearch)
	get("/api/cari", s.serveSearchAPI)
	get("/banding", s.serveCompare)
	get(timelineAddress, s.serveTimeline)
	get("/koleksi", s.serveCollection)
	get(shelfAddress, s.serveShelf)
	get(shelfAddress+"/{kind:[a-z]+}/{year:[0-9]{4}}", s.serveShelfYear)
	get(decisionsAddress, s.serveDecisions)
	get(figuresAddress, s.serveFigures)
	get(decisionsAddress+"/{court:[a-z]+(?:-[a-z]+)*}/{year:[0-9]{4}}/{number:[0-9]+-pid(?:\\.[a-z]+)*}", s.serveDecision)
	if s.hasChargeGuide() {
		get(chargeAddress, s.serveCharge)
		get(chargeAddress+".md", s.serveChargeMarkdown)
		get(chargeAddress+".docx", s.serveChargeDocx)
	}
	get("/panduan/{name:[a-z-]+}", s.serveGuide)
	get("/materi/{name:[a-z0-9-]+}", s.serveMaterial)
	get("/glosarium", s.serveGlossary)
	get(exercisesAddress, s.serveExercises)
	get(exercisesAddress+"/{court:[a-z]+(?:-[a-z]+)*}/{year:[0-9]{4}}/{number:[0-9]+-pid(?:\\.[a-z]+)*}", s.serveExercise)
	get(outreachAddress, s.serveOutreach)
	// A bundle that was put together, by query; then one for an audience and a length, by path.
	for _, bundle := range []string{outreachAddress, outreachAddress + "/{untuk:[a-z-]+}/{waktu:[0-9]+}"} {
		get(bundle+"/lembar", s.serveHandout)
		get(bundle+"/salindia", s.serveSlides)
		get(bundle+"/rencana", s.servePlan)
		get(bundle+"/kuis", s.serveQuiz)
		get(bundle+"/bahan.md", s.serveBundleMarkdown)
		get(bundle+"/bahan.docx", s.serveBundleDocx)
		get(bundle+"/salindia.pptx", s.serveBundlePptx)
	}
	get(outreachAddress+"/{untuk:[a-z-]+}/{waktu:[0-9]+}", s.serveOutreach)
	get(staticPrefix+"{name}", s.assets.serve)
	get(healthAddress, s.serveHealth)
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
	return r
}

// chain wraps a handler; the first of the layers is the outermost.
func chain(h http.Handler, layers ...func(http.Handler) http.Handler) http.Handler {
	for i := len(layers) - 1; i >= 0; i-- {
		h = layers[i](h)
	}
	return h
}
