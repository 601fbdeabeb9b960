// Package templates holds the pages of Suluh as html/template files, and its file note. Each page is parsed into a set of its own,
// together with the frame (base.tmpl) and the shared parts (parts.tmpl), so that the blocks of two pages never meet.
package templates

import (
	"embed"
	"fmt"
	"html/template"
	"strings"
	texttemplate "text/template"
)

//go:embed *.tmpl
var files embed.FS

//go:embed note.md
var note string

// Pages are the names of the pages, each a file NAME.tmpl.
var Pages = []string{"home", "search", "work", "article", "compare", "timeline", "collection", "shelf", "shelf-year", "shelf-hits", "guide", "charge", "decisions", "decision", "figures",
	"outreach", "handout", "slides", "plan", "quiz", "material", "exercises", "exercise", "glossary", "error"}

// Parse returns the template of every page by its name. Functions in funcs can be used in all of them.
func Parse(funcs template.FuncMap) (map[string]*template.Template, error) {
	frame, err := parseFrame(funcs)
	if err != nil {
		return nil, err
	}
	pages := make(map[string]*template.Template, len(Pages))
	for _, name := range Pages {
		if pages[name], err = parsePage(frame, name); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// parseFrame parses what all pages have.
func parseFrame(funcs template.FuncMap) (*template.Template, error) {
	t, err := template.New("base.tmpl").Funcs(funcs).ParseFS(files, "base.tmpl", "parts.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse frame: %w", err)
	}
	return t, nil
}

// parsePage parses a page into a copy of the frame.
func parsePage(frame *template.Template, name string) (*template.Template, error) {
	t, err := frame.Clone()
	if err == nil {
		t, err = t.ParseFS(files, name+".tmpl")
	}
	if err != nil {
		return nil, fmt.Errorf("parse page %q: %w", name, err)
	}
	return t, nil
}

// Note returns the template of the file note of the charging guide, in Markdown.
func Note() (*texttemplate.Template, error) {
	t, err := texttemplate.New("main").Funcs(texttemplate.FuncMap{"upper": strings.ToUpper, "cell": cell}).Parse(note)
	if err != nil {
		return nil, fmt.Errorf("parse note: %w", err)
	}
	return t, nil
}

// Noscript returns the templates of what pages of the export say without scripts: each by the address of its page, and "days".
func Noscript() (*template.Template, error) {
	t, err := template.ParseFS(files, "noscript.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse noscript: %w", err)
	}
	return t, nil
}

// cell makes a text fit for a cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
