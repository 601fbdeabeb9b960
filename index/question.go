package index

import (
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// question is a query as the engine understands it: concepts to look for, phrases that must stand, and what it cites.
type question struct {
	concepts  []concept // one a word, in the order of the query
	synonyms  []synonym
	phrases   []string // must stand word for word
	cited     []corpus.Ref
	corrected string
	unknown   []string
}

// concept is one word of the query with the spellings it may have meant.
type concept struct {
	surface string
	stem    string
	meant   []string // stems of the nearest known words, if nothing in the collection has the stem
}

// synonym says that another term can stand for the concepts from start to end.
type synonym struct {
	start, end int
	terms      []string // stems; several stand together
	weight     float64
}

// Weights of what is not the word itself.
const (
	correctedWeight = 0.8 // a word one letter away
)

// understand reads the text of a query.
func (r *ranker) understand(text string) question {
	var q question
	if r := []rune(text); len(r) > MaxQueryLength {
		text = string(r[:MaxQueryLength])
	}
	text = strings.ToValidUTF8(text, " ")
	plain := text
	q.phrases, text = cutPhrases(text)
	q.phrases = slices.DeleteFunc(q.phrases, func(p string) bool { return len(words(exact, p)) == 0 })
	for _, c := range r.library.FindCitations(text, corpus.Ref{}, r.day) {
		if c.State == corpus.Resolved && c.End > c.Start {
			q.cited = append(q.cited, r.library.Canonical(c.Target))
		}
	}
	for _, w := range stems(text) {
		if len(q.concepts) == MaxTerms {
			break
		}
		surface := strings.ToLower(text[w.start:w.end])
		q.concepts = append(q.concepts, concept{surface: surface, stem: w.stem})
	}
	r.correct(&q, plain)
	var stemsOf []string
	for _, c := range q.concepts {
		s := c.stem
		if len(c.meant) > 0 {
			s = c.meant[0]
		}
		stemsOf = append(stemsOf, s)
	}
	for _, x := range r.thesaurus.Expand(stemsOf) {
		if !slices.ContainsFunc(x.Terms, func(t string) bool { return !r.lexis.stands(t) }) { // else no document has it whole
			q.synonyms = append(q.synonyms, synonym{x.Start, x.End, x.Terms, x.Weight})
		}
	}
	return q
}

// cutPhrases takes what stands in double quotes out of a text. A quote that is not closed is no quote.
func cutPhrases(text string) (phrases []string, rest string) {
	text = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(text)
	parts := strings.Split(text, `"`)
	if len(parts)%2 == 0 { // an odd number of quotes: the last one stands alone
		n := len(parts)
		parts = append(parts[:n-2], parts[n-2]+" "+parts[n-1])
	}
	var plain []string
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if i%2 == 1 && p != "" {
			phrases = append(phrases, p)
		}
		plain = append(plain, p) // its words count for the ranking as well
	}
	return phrases, strings.Join(plain, " ")
}

// correct finds for every word that the collection and the thesaurus do not know the nearest words they know.
func (r *ranker) correct(q *question, text string) {
	fixed := strings.ToLower(text)
	for i := range q.concepts {
		c := &q.concepts[i]
		if r.lexis.knows(c.stem) {
			continue
		}
		near := r.lexis.nearest(c.surface)
		if len(near) == 0 {
			q.unknown = append(q.unknown, c.surface)
			continue
		}
		for _, w := range near {
			if s := indonesian.Stem(w); !slices.Contains(c.meant, s) {
				c.meant = append(c.meant, s)
			}
		}
		fixed = replaceWord(fixed, c.surface, near[0])
		q.corrected = fixed
	}
}

// replaceWord replaces a word where it stands as a word.
func replaceWord(text, old, new string) string {
	for _, w := range words(exact, text) {
		if text[w.start:w.end] == old {
			return text[:w.start] + new + text[w.end:]
		}
	}
	return text
}
