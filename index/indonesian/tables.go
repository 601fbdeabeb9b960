package indonesian

import (
	"maps"
	"slices"
	"strings"
)

// Tables are the words this package knows, as data, so that the rules can be run elsewhere: in the browser, for the static
// export.
type Tables struct {
	Roots      string            `json:"roots"`      // sorted, joined by spaces
	Variants   map[string]string `json:"variants"`   // roots that stem to another word
	Exceptions map[string]string `json:"exceptions"` // whole words with their stems
	StopWords  string            `json:"stopWords"`  // joined by spaces
	Synonyms   []SynonymTable    `json:"synonyms"`
	MaxWord    int               `json:"maxWord"` // letters; a longer word is left alone
}

// SynonymTable is a [Synonym] as data.
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
	t.Roots = strings.Join(own, " ")
	t.StopWords = strings.Join(slices.Sorted(maps.Keys(StopWords())), " ")
	for _, s := range Field() {
		t.Synonyms = append(t.Synonyms, SynonymTable(s))
	}
	return t
}
