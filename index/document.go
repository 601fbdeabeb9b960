package index

import (
	"strings"

	"suluh/corpus"
)

// document is what the engine keeps of one article, or of a work that is only a card.
type document struct {
	ref    corpus.Ref
	fields [fieldCount]string
}

// field is a part of a document that is searched.
type field int

// The fields, in the order in which a snippet prefers them.
const (
	fieldText        field = iota // the wording
	fieldElucidation              // its elucidation
	fieldCaption                  // the editorial title
	fieldHeading                  // BAB and Bagian above it, title and names of the work
	fieldCount
)

// documents makes the documents of a library: one an article, one a card.
func documents(l *corpus.Library) []document {
	var out []document
	for _, w := range l.Works() {
		names := strings.Join(append([]string{w.Short, w.Title}, w.Aliases...), ". ")
		for _, a := range w.Articles() {
			d := document{ref: a.Ref()}
			d.fields[fieldText] = a.Plain()
			if e := a.Elucidation(); e != nil {
				d.fields[fieldElucidation] = elucidation(e)
			}
			d.fields[fieldCaption] = a.Caption()
			heading := []string{names}
			for _, g := range a.Groups() {
				heading = append(heading, g.Title)
			}
			d.fields[fieldHeading] = strings.Join(heading, ". ")
			out = append(out, d)
		}
		if w.Extent == corpus.Card {
			d := document{ref: w.Ref()}
			for _, p := range w.Body {
				d.fields[fieldText] += p.Plain() + "\n"
			}
			d.fields[fieldCaption] = w.Title
			d.fields[fieldHeading] = names
			out = append(out, d)
		}
	}
	return out
}

// elucidation returns the words of an elucidation that says something: "Cukup jelas." is on half of all articles.
func elucidation(p *corpus.Portion) string {
	var kept []string
	for line := range strings.Lines(p.Plain()) {
		if line = strings.TrimSpace(line); !strings.HasSuffix(line, "Cukup jelas.") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
