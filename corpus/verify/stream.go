package verify

import (
	"fmt"
	"strings"

	"suluh/corpus"
)

// notAvailable stands in the corpus for words that could not be read.
const notAvailable = "[belum tersedia]"

// stream turns a work into the words that a copy of it should have, in the order of print: the enactment first, the
// elucidation after it.
type stream struct {
	work      *corpus.Work
	out       []token
	elucidate bool // the elucidation is wanted, not the enactment
}

// streams returns the words of the enactment and of the elucidation.
func streams(w *corpus.Work) (main, elucidation []token) {
	m := stream{work: w}
	e := stream{work: w, elucidate: true}
	for _, p := range w.Body {
		if p.Kind == corpus.Elucidation {
			e.general(p)
		}
	}
	titled := false
	for _, p := range w.Body {
		if p.Kind == corpus.Preamble && !titled {
			m.add(p, w.FullName, word)
			titled = true
		}
		m.portion(p)
		e.portion(p)
	}
	return m.out, e.out
}

func (s *stream) add(p *corpus.Portion, text string, r role) {
	at := len(s.out)
	s.out = tokenize(s.out, text, -1)
	for i := at; i < len(s.out); i++ {
		s.out[i].role, s.out[i].portion = r, p
	}
}

func (s *stream) addHead(p *corpus.Portion, text, name string) {
	at := len(s.out)
	s.add(p, text, head)
	s.markHead(at, name)
}

func (s *stream) markHead(at int, name string) {
	if at < len(s.out) {
		s.out[at].head = name
	}
}

func (s *stream) gap(p *corpus.Portion) {
	if n := len(s.out); n > 0 && s.out[n-1].role == gap && s.out[n-1].portion == p {
		return
	}
	why := "bunyinya belum tersedia dalam korpus"
	if p.MarkedAs().Kind == "summary" {
		why = "korpus hanya memuat ringkasannya"
	}
	s.addGap(p, skipped{Skip: Skip{unitLabel(p), why}})
}

func (s *stream) addGap(p *corpus.Portion, what skipped) {
	s.out = append(s.out, token{key: "\x00", line: -1, role: gap, portion: p, skip: &what})
}

// missingItems puts a gap where a work that is held in part leaves out items of a list.
func (s *stream) missingItems(p, q *corpus.Portion, last int) {
	n := listOrdinal(q.Number)
	if s.work.Extent != corpus.Part || q.Explains || n <= last+1 {
		return
	}
	what := map[corpus.PortionKind]string{corpus.Point: "huruf", corpus.Item: "angka", corpus.Paragraph: "ayat"}[q.Kind]
	label := fmt.Sprintf("%s %s ke-%d", unitLabel(p), what, last+1)
	if n > last+2 {
		label += fmt.Sprintf(" sampai ke-%d", n-1)
	}
	s.addGap(p, skipped{Skip{label, "tidak dimuat korpus"}, last, n})
}

// general adds the general elucidation, with the formulas around it.
func (s *stream) general(p *corpus.Portion) {
	at := len(s.out)
	s.add(p, p.Title, head)
	for i := at; i < min(at+2, len(s.out)); i++ {
		s.out[i].role = frame // PENJELASAN ATAS, of which some copies have the first word only
	}
	if !strings.HasPrefix(p.Plain(), "I. UMUM") && !strings.HasPrefix(p.Plain(), "UMUM") {
		s.add(p, "I. UMUM", frame)
	}
	s.body(p)
	if !strings.Contains(p.Plain(), "PASAL DEMI PASAL") {
		s.add(p, "II. PASAL DEMI PASAL", frame)
	}
}

// portion adds a portion at the top of the work, or in a group.
func (s *stream) portion(p *corpus.Portion) {
	switch p.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection:
		if !s.elucidate && s.work.Extent == corpus.Full {
			s.add(p, p.Heading(), head)
		}
		for _, b := range p.Body {
			if b.Portion != nil {
				s.portion(b.Portion)
			}
		}
	case corpus.Preamble:
		if s.elucidate {
			return
		}
		if p.Title == "Menimbang" || p.Title == "Mengingat" {
			s.add(p, p.Title, head)
		}
		s.body(p)
	case corpus.Closing:
		if s.elucidate {
			return
		}
		at := len(s.out)
		s.body(p)
		s.markHead(at, "penutup")
	case corpus.Article:
		if e := p.Elucidation(); !s.elucidate {
			s.addHead(p, p.Label(), headName(p))
			s.body(p)
		} else if e != nil {
			s.addHead(e, p.Label(), headName(p))
			s.body(e)
		}
	}
}

// headName names the heading of an article or of an item that words an article.
func headName(p *corpus.Portion) string {
	if p.Kind == corpus.Item {
		return "angka:" + strings.ToLower(p.Number)
	}
	return "pasal:" + strings.ToLower(p.Number)
}

// body adds the words of a portion and of all below it, elucidations aside.
func (s *stream) body(p *corpus.Portion) {
	if !held(p) {
		s.gap(p)
		for _, b := range p.Body {
			if q := b.Portion; q != nil && q.Kind == corpus.Quoted { // the mark on an item speaks of its own words
				s.quoted(q)
			}
		}
		return
	}
	last := 0 // the number of the last item of the list
	for _, b := range p.Body {
		if b.Text != nil {
			s.text(p, b.Text.Plain)
			continue
		}
		q := b.Portion
		switch {
		case q.Kind == corpus.Elucidation:
			continue
		case q.Kind == corpus.Quoted:
			s.quoted(q)
			continue
		case q.Explains:
			at := len(s.out)
			s.add(q, label(q), word)
			if amends(q) {
				s.markHead(at, headName(q))
			}
		default:
			s.missingItems(p, q, last)
			last = listOrdinal(q.Number)
			at := len(s.out)
			r := marker
			if q.Kind == corpus.Paragraph {
				r = word
			}
			s.add(q, q.Marker(), r)
			if amends(q) {
				s.markHead(at, headName(q))
			}
		}
		s.body(q)
	}
}

// quoted adds an article that an amending law words.
func (s *stream) quoted(p *corpus.Portion) {
	s.addHead(p, "Pasal "+p.Number, headName(p))
	s.body(p)
}

func (s *stream) text(p *corpus.Portion, text string) {
	at := len(s.out)
	before, after, cut := strings.Cut(text, notAvailable)
	s.add(p, before, word)
	for cut {
		s.gap(p)
		before, after, cut = strings.Cut(after, notAvailable)
		s.add(p, before, word)
	}
	if p.Kind == corpus.Preamble || p.Kind == corpus.Closing {
		letterheadIsFrame(s.out[at:])
	}
}

// letterheadIsFrame marks the words that look like the letterhead that is taken off every page of a copy.
func letterheadIsFrame(tokens []token) {
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].word == "PRESIDEN" && tokens[i+1].word == "REPUBLIK" && tokens[i+2].word == "INDONESIA" {
			tokens[i].role, tokens[i+1].role, tokens[i+2].role = frame, frame, frame
		}
	}
}

// listOrdinal returns the place of a list number in its sequence: 2 for "b" and "2" and "ke-2", 27 for "aa".
func listOrdinal(number string) int {
	number = strings.TrimPrefix(number, "ke-")
	if n := ordinal(strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyz")).n; n > 0 {
		return n
	}
	if number == "" || number[0] < 'a' || number[0] > 'z' {
		return 0
	}
	return int(number[0]-'a') + 1 + 26*(len(number)-1)
}

// held reports whether the corpus holds the wording of a portion, as far as its own mark tells.
func held(p *corpus.Portion) bool {
	kind := p.MarkedAs().Kind
	return kind != "missing" && kind != "summary"
}

// label returns the line that names what an elucidation explains: "Ayat (1)", "Huruf a".
func label(p *corpus.Portion) string {
	switch p.Kind {
	case corpus.Paragraph:
		return "Ayat (" + p.Number + ")"
	case corpus.Point:
		return "Huruf " + p.Number
	}
	return "Angka " + p.Number
}

// amends reports whether an item changes another law: it stands at the top of an article with a Roman number.
func amends(p *corpus.Portion) bool {
	a := p.Parent
	if a != nil && a.Kind == corpus.Elucidation {
		a = a.Parent
	}
	return p.Kind == corpus.Item && a != nil && a.Kind == corpus.Article && readRoman.MatchString(a.Number)
}

// unitOf returns the portion under which a token of the corpus is reported.
func unitOf(p *corpus.Portion) *corpus.Portion {
	for q := p; q != nil; q = q.Parent {
		switch q.Kind {
		case corpus.Paragraph, corpus.Point, corpus.Item:
		default:
			return q
		}
	}
	return p
}
