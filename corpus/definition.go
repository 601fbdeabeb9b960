package corpus

import (
	"regexp"
	"slices"
	"strings"
)

// Definition is a word that a work defines in its first article.
type Definition struct {
	Term    string   // as the definition writes it: "Penjeratan Utang"
	Names   []string // the term and its abbreviations: "Perusahaan Penempatan Pekerja Migran Indonesia", "P3MI"
	Portion *Portion // "pasal-1.angka-15"
}

// Meaning returns the whole sentence of the definition.
func (d *Definition) Meaning() string { return strings.ReplaceAll(d.Portion.Plain(), "\n", " ") }

// TermUse is one use of a defined word in a text.
type TermUse struct {
	Span
	Definition *Definition
}

var (
	definitionForm = regexp.MustCompile(`^(.+?)\s+(?:adalah|ialah)\s`)
	otherNameForm  = regexp.MustCompile(`,?\s+yang (?:selanjutnya )?(?:disebut|disingkat)(?: dengan)?(?: juga)?\s+`)
)

// Definitions returns the words that the work defines, "X adalah …" in the list of its first article, in order.
func (w *Work) Definitions() []*Definition { return DefinitionsIn(w.portions["pasal-1"]) }

// DefinitionsIn returns the words that one wording of a first article defines, in order; none if it is nil.
func DefinitionsIn(first *Portion) []*Definition {
	if first == nil {
		return nil
	}
	var out []*Definition
	for _, b := range first.Body {
		if b.Portion == nil || b.Portion.Kind != Item || len(b.Portion.Body) == 0 || b.Portion.Body[0].Text == nil {
			continue
		}
		m := definitionForm.FindStringSubmatch(b.Portion.Body[0].Text.Plain)
		if m == nil {
			continue
		}
		var names []string
		for _, name := range otherNameForm.Split(m[1], -1) {
			if name = strings.Trim(name, " ,"); name != "" {
				names = append(names, name)
			}
		}
		if len(names) > 0 { // a scan may have lost the word
			out = append(out, &Definition{Term: names[0], Names: names, Portion: b.Portion})
		}
	}
	return out
}

// Terms are defined words made ready to be found in texts.
type Terms struct {
	Definitions []*Definition // in order
	byFirst     map[string][]termName
}

// termName is one name of a defined word, word by word.
type termName struct {
	words []string
	def   *Definition
}

// NewTerms makes definitions ready. That takes longer than to look through a text, so it is done once for many.
func NewTerms(definitions []*Definition) *Terms {
	t := &Terms{Definitions: definitions, byFirst: map[string][]termName{}}
	for _, d := range definitions {
		for _, n := range d.Names {
			if words := tokenWords(tokenize(n)); len(words) > 0 {
				t.byFirst[words[0]] = append(t.byFirst[words[0]], termName{words, d})
			}
		}
	}
	for _, ns := range t.byFirst {
		slices.SortStableFunc(ns, func(a, b termName) int { return len(b.words) - len(a.words) })
	}
	return t
}

// Terms returns the words that the work defines, made ready at the first call.
func (w *Work) Terms() *Terms {
	w.termsOnce.Do(func() { w.terms = NewTerms(w.Definitions()) })
	return w.terms
}

// Find returns where a text uses the defined words, the longest at each place, each definition once only.
// Letter case does not count: statutes define "Korban" and go on to write "korban". Nil terms are none.
func (t *Terms) Find(text string, seen map[*Definition]bool) []TermUse {
	if t == nil || len(t.byFirst) == 0 {
		return nil
	}
	s := scan{tokens: tokenize(text)}
	var out []TermUse
	for i := 0; i < len(s.tokens); {
		next := i + 1
		for _, n := range t.byFirst[s.tokens[i].word] {
			to := s.skipWords(i, n.words)
			if to == 0 {
				continue
			}
			if !seen[n.def] {
				seen[n.def] = true
				out = append(out, TermUse{s.span(i, to), n.def})
			}
			next = to
			break
		}
		i = next
	}
	return out
}
