package site

import (
	"bytes"
	"context"
	"fmt"
	"html/template"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/templates"
)

// A copy does with scripts what the server does on request. Where there are no scripts, the page says that it cannot, and
// what can be done instead, in <noscript> elements.

// noscript holds what pages say without scripts.
type noscript struct {
	templates *template.Template
	guide     guideByHand
}

// guideByHand is the charging guide on paper: its offences, and every question it can ask.
type guideByHand struct {
	Offences []Link
	Groups   []QuestionGroup
}

// daysByHand are the states of a page, as links.
type daysByHand struct {
	States []Link
	Shelf  bool // the page of an imported work, which is there in its present state alone
}

const (
	headingEnd = "</h1>"
	dayStart   = ` id="hari">`
	formEnd    = "</form>"
)

func (e *export) prepareNoscript(context.Context) error {
	var err error
	if e.noscript.templates, err = templates.Noscript(); err != nil || !e.site.hasChargeGuide() {
		return err
	}
	for _, o := range e.site.rules.Offences {
		from, until := o.Period()
		v := view{Site: e.site, day: e.site.today()}
		if !until.IsZero() {
			v.day, v.asked = until, true // its last wording
		}
		l := v.portionLink(o.Ref())
		l.Caption = o.Title + "; perbuatan " + daysInWords(from, until)
		e.noscript.guide.Offences = append(e.noscript.guide.Offences, l)
	}
	for _, g := range charge.Groups {
		group := QuestionGroup{ID: g.ID, Title: g.Title}
		for _, fact := range e.site.rules.Facts {
			if fact.Group == g.ID {
				group.Questions = append(group.Questions, Question{Fact: fact})
			}
		}
		e.noscript.guide.Groups = append(e.noscript.guide.Groups, group)
	}
	return nil
}

// stateLinks leads to every state of a page.
func stateLinks(p *exportPage) []Link {
	var out []Link
	for i, from := range p.states {
		var until corpus.Date
		if i+1 < len(p.states) {
			until = p.states[i+1].PreviousDay()
		}
		words := daysInWords(from, until)
		if i == 0 && !until.IsZero() {
			words = "sampai " + until.Long()
		}
		out = append(out, Link{Href: p.address + "?tanggal=" + from.String(), Text: words})
	}
	return out
}

// daysInWords writes a time with its first and last day; until is zero where it has no end.
func daysInWords(from, until corpus.Date) string {
	if until.IsZero() {
		return "sejak " + from.Long()
	}
	return from.Long() + " sampai " + until.Long()
}

// addNoscript tells a visitor without scripts what a page cannot do: under its heading what it is for, at its foot the form for
// another day, in the place of which it lists the states of the page.
func (e *export) addNoscript(b []byte, f exportFile, link func(attribute, href string) (string, error)) ([]byte, error) {
	if e.noscript.templates.Lookup(f.page.address) != nil {
		var err error
		if b, err = e.insertNoscript(b, headingEnd, f.page.address, e.noscript.guide, link); err != nil {
			return nil, err
		}
	}
	if !bytes.Contains(b, []byte(dayStart)) {
		return b, nil
	}
	return e.insertNoscript(b, dayStart, "days", daysByHand{stateLinks(f.page), f.page.shelf}, link)
}

// insertNoscript inserts a <noscript> behind a mark, or behind the form that the mark opens.
func (e *export) insertNoscript(page []byte, mark, name string, data any, link func(attribute, href string) (string, error)) ([]byte, error) {
	var said bytes.Buffer
	if err := e.noscript.templates.ExecuteTemplate(&said, name, data); err != nil {
		return nil, fmt.Errorf("noscript of %s: %w", name, err)
	}
	linked, err := rewriteLinks(said.Bytes(), link)
	if err != nil {
		return nil, err
	}
	before, after, ok := bytes.Cut(page, []byte(mark))
	if !ok {
		return nil, fmt.Errorf("noscript of %s: the page has no %q", name, mark)
	}
	if mark == dayStart {
		form, rest, ok := bytes.Cut(after, []byte(formEnd))
		if !ok {
			return nil, fmt.Errorf("noscript of %s: the form does not end", name)
		}
		before, mark, after = append(append(before, mark...), form...), formEnd, rest
	}
	return fmt.Appendf(nil, "%s%s<noscript class=\"noscript\">%s</noscript>%s", before, mark, linked, after), nil
}
