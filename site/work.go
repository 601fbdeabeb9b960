package site

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
)

// WorkPage is a work, whole.
type WorkPage struct {
	BasePage
	Number, Short string
	Formal, About string // the full title, "Undang-Undang … tentang" and what follows
	Status        StatusLine
	Facts         []NamedValue
	Import        *Notice // that nobody has read the text
	Notices       []Notice
	Events        []Event
	Contents      []TOCEntry
	Body          template.HTML
}

// NamedValue is a line of a list of facts.
type NamedValue struct{ Name, Value string }

// TOCEntry is a line of a table of contents.
type TOCEntry struct {
	Href, Text, Caption string
	Current             bool
	Children            []TOCEntry
}

func (s *Site) serveWork(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	work, err := s.workOf(mux.Vars(r)["id"])
	if err != nil {
		return err
	}
	page := WorkPage{BasePage: v.base(work.Name() + ": " + work.Title), Number: work.Number()}
	page.Description = work.FullName
	if work.Short != work.Number() {
		page.Short = work.Short
	}
	page.Formal, page.About = splitTitle(work.FullName)
	page.Status = v.statusLine(work.Ref())
	page.Facts = facts(work)
	page.Import = importNotice(work)
	page.Notices = workNotices(work)
	page.Events = v.events(work)
	for _, p := range work.Body {
		page.Contents = append(page.Contents, v.tocEntries(p)...)
	}
	l := lawWriter{view: v, link: true, seen: map[*corpus.Definition]bool{}}
	for _, p := range work.Body {
		l.portion(p)
	}
	page.Body = l.html()
	return s.writePage(w, "work", page)
}

// Event is a day in the life of a work.
type Event struct {
	Day   corpus.Date
	Text  string
	Links []Link
}

// events lists what happened to a work, by day: its own days, and what other works did to it.
func (v view) events(w *corpus.Work) []Event {
	var out []Event
	if !w.Enacted.IsZero() {
		out = append(out, Event{Day: w.Enacted, Text: "Disahkan."})
	}
	if !w.InForce.IsZero() {
		out = append(out, Event{Day: w.InForce, Text: "Mulai berlaku."})
	}
	verbs := map[corpus.RelationType]string{corpus.Repeals: "dicabut", corpus.Amends: "diubah",
		corpus.ReadsAs: "dibaca sebagai pasal lain", corpus.Implements: "dilaksanakan dengan peraturan lain", corpus.Adjusts: "disesuaikan ancaman pidananya"}
	for _, r := range v.library.RelationsTo(w.Ref()) {
		what := verbs[r.Type]
		if f := r.TargetRef().Fragment; f != "" {
			what = corpus.FragmentLabel(f) + " " + what
		}
		e := Event{Day: r.From, Text: joinSentence(capital(what)+".", r.Doubt), Links: []Link{v.basis(r)}}
		if to := r.SuccessorRef(); to.Work != "" {
			e.Links = append(e.Links, Link{Href: v.href(to), Text: v.label(to), Caption: "Penggantinya"})
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Event) int { return strings.Compare(a.Day.String(), b.Day.String()) })
	return out
}

// splitTitle parts the full title of a work after "tentang".
func splitTitle(full string) (formal, about string) {
	before, after, ok := strings.Cut(full, " tentang ")
	if !ok {
		return "", full
	}
	return before + " tentang", after
}

// extentWords says how much of a work the collection holds.
func extentWords(e corpus.Extent, articles int) string {
	switch e {
	case corpus.Full:
		return fmt.Sprintf("lengkap, %d pasal", articles)
	case corpus.Part:
		return fmt.Sprintf("sebagian, %d pasal", articles)
	}
	return "hanya keterangan"
}

func facts(w *corpus.Work) []NamedValue {
	var out []NamedValue
	add := func(name, value string) {
		if value != "" {
			out = append(out, NamedValue{name, value})
		}
	}
	add("Disahkan", w.Enacted.Long())
	add("Mulai berlaku", w.InForce.Long())
	add("Lembaran Negara", w.Gazette)
	add("Tambahan Lembaran Negara", w.Supplement)
	add("Dalam koleksi", extentWords(w.Extent, len(w.Articles())))
	add("Asal naskah", strings.TrimPrefix(provenance(w), "Sumber: "))
	return out
}

// importNotice says that a work was imported; nil if it was not.
func importNotice(w *corpus.Work) *Notice {
	m := w.ImportMark()
	if m.Kind == "" {
		return nil
	}
	return &Notice{Label: markLabels[m.Kind].label, Class: markLabels[m.Kind].class, Text: m.Why}
}

// workNotices gathers the marks of the work's front matter on portions.
func workNotices(w *corpus.Work) []Notice {
	var out []Notice
	for _, list := range []struct {
		kind  string
		marks []corpus.Mark
	}{{"missing", w.Missing}, {"summary", w.Summary}, {"unchecked", w.Unchecked}} {
		for _, m := range list.marks {
			n := Notice{Label: markLabels[list.kind].label, Class: markLabels[list.kind].class, Text: strings.TrimSpace(m.Why)}
			var places []string
			for _, f := range m.Portions {
				places = append(places, corpus.FragmentLabel(f))
			}
			n.Where = strings.Join(places, ", ")
			out = append(out, n)
		}
	}
	return out
}

// tocEntries makes the line of a part of a work, with those below it down to the articles; for an article also the
// lines of what later laws put after it.
func (v view) tocEntries(p *corpus.Portion) []TOCEntry {
	out := []TOCEntry{{Href: "#" + p.Fragment, Text: p.Heading(), Caption: p.Caption()}}
	switch {
	case p.Kind == corpus.Article:
		for _, r := range v.library.InsertedAfter(p) {
			out = append(out, TOCEntry{Href: "#" + r.Fragment, Text: corpus.FragmentLabel(r.Fragment), Caption: v.library.Caption(r)})
		}
	case isGroup(p):
		for _, b := range p.Body {
			if b.Portion != nil {
				out[0].Children = append(out[0].Children, v.tocEntries(b.Portion)...)
			}
		}
	}
	return out
}

func isGroup(p *corpus.Portion) bool {
	switch p.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection:
		return true
	}
	return false
}
