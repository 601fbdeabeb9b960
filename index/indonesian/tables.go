package indonesian

import (
	"fmt"
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
	Synonyms   string            `json:"synonyms"`   // see [synonymLine]
	MaxWord    int               `json:"maxWord"`    // letters; a longer word is left alone
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
	var lines []string
	for _, s := range Field() {
		lines = append(lines, synonymLine(s))
	}
	t.Synonyms = strings.Join(lines, "\n")
	return t
}

// synonymLine writes a [Synonym] with its terms stemmed: "calo|sponsor>perekrut>0.8", without anything between the two ">"
// if its terms stand for each other.
func synonymLine(s Synonym) string {
	return fmt.Sprint(strings.Join(joinedTerms(s.Terms), "|"), ">", strings.Join(joinedTerms(s.To), "|"), ">", s.Weight)
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
