package corpus

import (
	"slices"
	"strings"
)

// Lookup reads a query that is nothing but citations, as people type them: "pasal 2 uu 21 2007", "ps 102 uu tki",
// "uu tppo 48 ayat 1", "uu no. 39/2004". It returns what they mean, whether or not the collection has it, and nothing
// when the query holds any other word. An article without a law means that article of every work that has it.
func (l *Library) Lookup(query string, day Date) []*Citation {
	for _, q := range []string{query, l.withArticleWord(query, day)} {
		s := scan{finder: l.finder, tokens: tokenize(q), day: day}
		s.events()
		if !s.coversAll() {
			continue
		}
		var out []*Citation
		for _, c := range s.citations() {
			out = append(out, l.everywhere(c)...)
		}
		for _, c := range out {
			c.State = l.state(c.Target)
		}
		return out
	}
	return nil
}

// coversAll reports whether the events leave out nothing but punctuation and prepositions.
func (s *scan) coversAll() bool {
	at := 0
	skip := func(to int) bool {
		for ; at < to; at++ {
			switch s.word(at) {
			case ".", ",", ";", "(", ")", "dari", "dalam", "pada", "bunyi", "isi", "penjelasan", "umum", "jo", "dan":
			default:
				return false
			}
		}
		return true
	}
	for _, e := range s.found {
		if !skip(e.from) {
			return false
		}
		at = max(e.to, e.titleEnd)
	}
	return len(s.found) > 0 && skip(len(s.tokens))
}

// withArticleWord puts "pasal" before a bare number at the start of a query or directly after its law.
func (l *Library) withArticleWord(query string, day Date) string {
	s := scan{finder: l.finder, tokens: tokenize(query), day: day}
	s.events()
	at := 0
	if len(s.found) > 0 && s.found[0].law != nil && s.found[0].from == 0 {
		at = s.found[0].to
	}
	if !isNumber(s.word(at)) {
		return query
	}
	start := s.tokens[at].start
	return query[:start] + " pasal " + query[start:]
}

// everywhere turns an article without a law into that article of every work, those in force last enacted first.
func (l *Library) everywhere(c *Citation) []*Citation {
	if c.Target.Work != "" || !strings.HasPrefix(c.Target.Fragment, "pasal-") {
		return []*Citation{c}
	}
	var out []*Citation
	for _, w := range l.works {
		if w.portions[c.Target.Fragment] != nil {
			out = append(out, &Citation{Span: c.Span, Target: Ref{w.ID, c.Target.Fragment}})
		}
	}
	if len(out) == 0 {
		return []*Citation{c}
	}
	slices.SortStableFunc(out, func(a, b *Citation) int {
		return l.byID[b.Target.Work].Enacted.Compare(l.byID[a.Target.Work].Enacted)
	})
	return out
}
