package verify

import (
	"strings"

	"suluh/corpus/paper"
)

// vocabulary is the set of words of the corpus.
type vocabulary map[string]bool

// misread reports whether b may be a misreading of a. What is a word of the corpus is none, lest a changed word pass.
func (v vocabulary) misread(a, b token) bool {
	switch {
	case a.role == gap:
		return false
	case parenthesis(a, b), a.word == "l" && b.word == "I", a.word == "VI" && b.word == "M":
		return true // no reference has a capital for a letter, and no category of fines is M
	case len(b.word) > 1 && v[b.key]:
		return false
	}
	return paper.LookAlike(a.word, b.word)
}

// parenthesis reports whether b is a number in parentheses of which some was read as a letter: "l2l" or "(2t" for "(2)".
func parenthesis(a, b token) bool {
	if !strings.HasSuffix(a.pre, "(") || !strings.HasPrefix(a.post, ")") || !paper.HasDigit(a.word) {
		return false
	}
	bare, opened, closed := b.word, strings.HasSuffix(b.pre, "("), strings.HasPrefix(b.post, ")")
	if !opened && bare != "" && strings.ContainsRune("lI|", rune(bare[0])) {
		bare = bare[1:]
	}
	last := "lI|tj"
	if opened {
		last += "1" // the parenthesis that was opened must be somewhere: "(21" for "(2)"
	}
	if n := len(bare) - 1; !closed && n >= 0 && strings.ContainsRune(last, rune(bare[n])) {
		bare = bare[:n]
	}
	return bare != b.word && (bare == a.word || paper.NumbersLookAlike(a.word, bare))
}
