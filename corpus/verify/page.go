package verify

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"suluh/corpus"
)

//go:embed page.tmpl
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// page is what the template shows.
type page struct {
	Report     *Report
	Today      string
	Checked    string // the line for the front matter; "" when words differ
	Differing  []pageUnit
	Misread    []pageMisread
	Uncompared []string
	Agreeing   []string
}

type pageUnit struct {
	ID, Label, State string
	Runs             []pageRun
}

// pageRun is a run of words in one dress.
type pageRun struct {
	Lost, Added, Misread, Skipped bool
	Text, Place                   string
}

type pageMisread struct{ Portion, Corpus, Copy, Place string }

// around is how many agreeing words are shown on each side of what differs.
const around = 25

// WriteHTML writes the report as a page that needs no other file.
func (r *Report) WriteHTML(w io.Writer, today corpus.Date) error {
	p := page{Report: r, Today: today.Long(), Uncompared: r.Uncompared()}
	if !r.Failed() && r.Compared() {
		p.Checked = r.Checked(today)
	}
	for _, u := range r.Units {
		switch u.State {
		case Agrees, Partly:
			p.Agreeing = append(p.Agreeing, u.Label)
		case Differs, NotInCopy, NotInCorpus:
			p.Differing = append(p.Differing, pageUnit{strings.ReplaceAll(u.Fragment, ".", "-"), u.Label, stateNames[u.State], u.runs()})
		}
		for _, d := range u.Passages(true) {
			for _, q := range d.Pieces {
				p.Misread = append(p.Misread, pageMisread{d.Portion, q.Corpus, q.Copy, q.Place})
			}
		}
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, p); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// runs returns the wording of a unit with what differs, long agreements cut short.
func (u *Unit) runs() []pageRun {
	var out []pageRun
	for i, q := range u.Pieces {
		run := pageRun{Lost: q.Kind == Lost, Added: q.Kind == Added, Misread: q.Kind == Misread, Skipped: q.Kind == Skipped, Text: clip(q.own(), longestClip)}
		if run.Lost || run.Added {
			run.Place = q.Place
		}
		if q.Kind == Same {
			run.Text = shorten(q.own(), i > 0, i+1 < len(u.Pieces))
		}
		out = append(out, run)
	}
	return out
}

// shorten leaves of a text the words next to what differs before and after it.
func shorten(text string, before, after bool) string {
	words := strings.Fields(text)
	if len(words) <= 2*around+10 {
		return text
	}
	var parts []string
	if before {
		parts = append(parts, strings.Join(words[:around], " "))
	}
	parts = append(parts, "…")
	if after {
		parts = append(parts, strings.Join(words[len(words)-around:], " "))
	}
	return strings.Join(parts, " ")
}
