package indonesian

import (
	"maps"
	"slices"
	"strings"
)

// Tables are the words this package knows, as data, so that the rules can be run elsewhere: in the browser, for the static
// export.
type Tables struct {
	Roots      string            `json:"roots"`      // see [frontCoded]
	Variants   map[string]string `json:"variants"`   // roots that stem to another word
	Exceptions map[string]string `json:"exceptions"` // whole words with their stems
	StopWords  string            `json:"stopWords"`  // joined by spaces
	Synonyms   []SynonymTable    `json:"synonyms"`
	MaxWord    int               `json:"maxWord"` // letters; a longer word is left alone
}

// SynonymTable is a [Synonym] as data. Terms are stemmed, their words joined by spaces.
type SynonymTable struct {
	Terms  []string `json:"terms"`
	To     []string `json:"to,omitempty"`
	Weight float64  `json:"weight"`
}

// NewTables returns the tables.
func NewTables() Tables {
	t := Tables{Variants: map[string]string{}, Exceptions: exceptions, MaxWord: maxWord}
	var own []string
	for _, root := range slices.Sorted(maps.Keys(roots)) {
		if stem := roots[root]; stem != root {
			t.Variants[root] = stem
		} else {
			own = append(own, root)
		}
	}
	t.Roots = frontCoded(own)
	t.StopWords = strings.Join(slices.Sorted(maps.Keys(StopWords())), " ")
	for _, s := range Field() {
		t.Synonyms = append(t.Synonyms, SynonymTable{joinedTerms(s.Terms), joinedTerms(s.To), s.Weight})
	}
	return t
}

// frontCoded writes sorted words, each as how many letters it shares with the one before, as one capital letter from A
// for none, and the letters that follow: "AabaCdi" is aba, abdi. Words are in lower case and share fewer than 26.
func frontCoded(sorted []string) string {
	var b strings.Builder
	before := ""
	for _, word := range sorted {
		shared := 0
		for shared < min(len(word), len(before), 25) && word[shared] == before[shared] {
			shared++
		}
		b.WriteByte(byte('A' + shared))
		b.WriteString(word[shared:])
		before = word
	}
	return b.String()
}

func joinedTerms(terms []string) []string {
	var out []string
	for _, stems := range stemAll(terms) {
		if len(stems) > 0 {
			out = append(out, strings.Join(stems, " "))
		}
	}
	return out
}
