package site

import (
	"html/template"
	"net/http"

	"github.com/gorilla/mux"
)

// GuidePage is an explanatory text.
type GuidePage struct {
	BasePage
	Heading, Summary string
	Body             template.HTML
	Written          string // the day whose law it speaks of
}

func (s *Site) serveGuide(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	g := s.library.Guide("panduan/" + mux.Vars(r)["name"])
	if g == nil {
		return notFound("Panduan ini tidak ada.")
	}
	body, err := g.HTML(v.href)
	if err != nil {
		return err
	}
	// The Markdown is rendered by goldmark with raw HTML off, so the result is safe.
	page := GuidePage{BasePage: v.base(g.Title), Heading: g.Title, Summary: g.Summary, Body: template.HTML(body), Written: g.Day.Long()}
	page.Description = g.Summary
	return s.writePage(w, "guide", page)
}
