package site

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"suluh/corpus"
)

// slide is one page of a presentation, as words; HTML and PPTX are made of it.
type slide struct {
	title   string
	lines   []string
	note    string // Markdown
	class   string // "opening", "quiz-slide"
	topic   *corpus.Material
	picture *corpus.Picture
	body    string // Markdown of the lines, if they are of a topic
}

// SlideView is a slide on screen.
type SlideView struct {
	ID      string
	Title   string
	Class   string
	Body    template.HTML
	Drawing *Drawing
	Note    template.HTML
}

// maxOnSlide is how many characters of a law's wording a slide shows. A longer one is for the handout: it is never cut.
const maxOnSlide = 420

// longTitle is how many characters a title has that is set smaller.
const longTitle = 60

// slides are those of the bundle: title, topics, what was added, quiz, sources.
func (b bundle) slides() []slide {
	out := []slide{{title: "Perdagangan orang: kenali, cegah, laporkan", class: "opening",
		lines: []string{"Bahan " + b.title(), "Menurut hukum per " + b.shown().Long()}, note: openingWords}}
	out = append(out, b.staleSlide()...)
	for _, m := range b.plan.Topics() {
		if p, ok := corpus.PictureOf(m.Picture); ok {
			out = append(out, slide{title: p.Title, topic: m, picture: &p, note: p.Alt})
		}
		for _, s := range m.Slides {
			out = append(out, slide{title: s.Title, lines: s.Lines(), note: s.Note, topic: m, body: s.Body})
		}
	}
	for _, e := range b.extras {
		out = append(out, b.extraSlide(e))
	}
	for i, q := range b.questions() {
		s := slide{class: "quiz-slide", title: fmt.Sprintf("Kuis %d: %s", i+1, q.Question), topic: q.topic, note: "Jawaban: " + rightLetters(q.QuizQuestion) + ". " + q.Why}
		for _, a := range answers(q.QuizQuestion) {
			s.lines = append(s.lines, a.Letter+". "+a.Text)
		}
		out = append(out, s)
	}
	last := slide{title: "Dasar hukum", class: "sources", note: closingWords, lines: []string{}}
	last.lines = inLines(b.worksCited())
	last.lines = append(last.lines, "Disusun Suluh; bukan bunyi undang-undang kecuali disebut demikian")
	return append(out, last)
}

// The slide that says what is to be checked again. The export says it too.
const (
	saysRecheck  = "Periksa ulang: hukumnya tidak lagi sama"
	recheckClass = "recheck-slide"
)

// maxSources is how many lines of sources a slide has room for.
const maxSources = 5

// inLines shares out sources among the lines of a slide.
func inLines(works []string) []string {
	var out []string
	perLine := max(1, divideUp(len(works), maxSources))
	for part := range slices.Chunk(works, perLine) {
		out = append(out, strings.Join(part, "; "))
	}
	return out
}

// staleSlide says before all others that the law has changed since the topics were read; nil if it has not.
func (b bundle) staleSlide() []slide {
	notices := b.staleNotices(b.plan.Topics())
	if len(notices) == 0 {
		return nil
	}
	s := slide{title: saysRecheck, class: recheckClass}
	var where, all []string
	for _, n := range notices {
		if !slices.Contains(where, n.Where) {
			where = append(where, n.Where)
		}
		all = append(all, n.Where+": "+n.Text)
	}
	s.lines, s.note = where, strings.Join(all, "\n\n")
	if len(where) > maxSources {
		s.lines = append(where[:maxSources-1:maxSources-1], fmt.Sprintf("dan %d bagian lain, dalam catatan", len(where)-maxSources+1))
	}
	return []slide{s}
}

func (b bundle) extraSlide(e extra) slide {
	s := slide{title: e.Title, note: strings.TrimSpace(e.Source + "\n\n" + e.Status.Label + " " + e.Status.Text)}
	if p, ok := corpus.PictureOf(e.Picture); ok {
		s.picture, s.note = &p, p.Alt
		return s
	}
	if utf8.RuneCountInString(e.Plain) <= maxOnSlide {
		s.lines = strings.Split(e.Plain, "\n")
	} else {
		s.lines = []string{e.Kind + " ini panjang; bacalah lengkap di lembar bacaan."}
	}
	if e.Status.Text != "" {
		s.lines = append(s.lines, e.Status.Label+" "+e.Status.Text)
	}
	return s
}

// worksCited names the works on which the topics of the bundle rest, in the order in which they come up.
func (b bundle) worksCited() []string {
	var out []string
	seen := map[string]bool{}
	for _, m := range b.topics {
		for _, r := range m.Refs() {
			if w := b.library.Work(r.Work); w != nil && !seen[w.ID] {
				seen[w.ID] = true
				out = append(out, w.Name())
			}
		}
	}
	return out
}

func (b bundle) slideViews() ([]SlideView, error) {
	var out []SlideView
	for i, s := range b.slides() {
		v := SlideView{ID: fmt.Sprintf("s%d", i+1), Title: s.title, Class: s.class}
		if utf8.RuneCountInString(s.title) > longTitle {
			v.Class = strings.TrimSpace(v.Class + " long")
		}
		var err error
		if s.topic != nil && s.body != "" {
			v.Body, err = b.material(s.topic, s.body)
		} else {
			v.Body = linesHTML(s.lines)
		}
		if err == nil {
			v.Note, err = b.own(s.note)
		}
		if err != nil {
			return nil, err
		}
		if s.picture != nil {
			v.Drawing = &Drawing{Title: s.picture.Title, Alt: s.picture.Alt, Picture: drawing(*s.picture)}
		}
		out = append(out, v)
	}
	return out, nil
}

// linesHTML writes lines as a list. It is safe since every line goes through escape.
func linesHTML(lines []string) template.HTML {
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<ul>")
	for _, l := range lines {
		b.WriteString("<li>" + escape(l) + "</li>")
	}
	b.WriteString("</ul>")
	return template.HTML(b.String())
}
