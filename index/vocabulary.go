package index

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"suluh/index/indonesian"
)

// vocabulary is every word of the collection and of the thesaurus, for telling slips of the keyboard from words.
type vocabulary struct {
	stems map[string]bool
	words map[int][]wordCount // by length in letters
}

type wordCount struct {
	word  string
	count int // times in the collection
}

// minCorrected is the shortest word that is corrected, in letters. Shorter words are near to too many others.
const minCorrected = 4

func newVocabulary(docs []document) *vocabulary {
	counts := map[string]int{}
	v := &vocabulary{stems: map[string]bool{}, words: map[int][]wordCount{}}
	for _, d := range docs {
		for _, text := range d.fields {
			for _, w := range words(exact, text) {
				counts[w.stem]++
			}
		}
	}
	for _, s := range indonesian.Field() {
		for _, term := range slices.Concat(s.Terms, s.To) {
			for _, w := range words(exact, term) {
				counts[w.stem]++
			}
		}
	}
	for w, n := range counts {
		v.stems[indonesian.Stem(w)] = true
		length := utf8.RuneCountInString(w)
		v.words[length] = append(v.words[length], wordCount{w, n})
	}
	for _, ws := range v.words {
		slices.SortFunc(ws, func(a, b wordCount) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word)) })
	}
	return v
}

// knows reports whether a word with this stem stands anywhere.
func (v *vocabulary) knows(stem string) bool { return v.stems[stem] }

// nearest returns the words one slip away from a misspelt word, the most frequent first, at most three: one letter
// wrong, missing, too many, or two changed round. A first letter is seldom wrong, so words with the same one go first.
func (v *vocabulary) nearest(word string) []string {
	letters := []rune(word)
	if len(letters) < minCorrected {
		return nil
	}
	var found []wordCount
	for length := len(letters) - 1; length <= len(letters)+1; length++ {
		for _, w := range v.words[length] {
			if oneSlip(letters, []rune(w.word)) {
				found = append(found, w)
			}
		}
	}
	return likeliest(found, letters)
}

// likeliest returns the first three of the words that a misspelt one may mean: those with its first letter first, then the
// most frequent ones.
func likeliest(found []wordCount, letters []rune) []string {
	first := func(w wordCount) int {
		if []rune(w.word)[0] == letters[0] {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(found, func(a, b wordCount) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(b.count, a.count))
	})
	var out []string
	for _, w := range found[:min(len(found), 3)] {
		out = append(out, w.word)
	}
	return out
}

// oneSlip reports whether a and b differ by one letter wrong, missing or too many, or by two neighbours changed round.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	restA, restB := a[i:], b[i:]
	if len(a) < len(b) {
		return slices.Equal(restA, restB[1:])
	}
	if len(restA) == 0 {
		return false // the same word
	}
	if slices.Equal(restA[1:], restB[1:]) {
		return true
	}
	return len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && slices.Equal(restA[2:], restB[2:])
}
