package verify

import (
	"strings"
	"unicode"
)

// likeDigit are the letters that a scan takes for a digit, and the other way round. No two digits are alike.
var likeDigit = map[rune]rune{'O': '0', 'o': '0', 'Q': '0', 'l': '1', 'I': '1', 'L': '1', 'i': '1', '|': '1', 'Z': '2', 'z': '2',
	'S': '5', 's': '5', 'b': '6', 'G': '6', 'B': '8', 'g': '9', 'q': '9'}

// likeLetters are letters that look alike in print, with the misreadings seen in the public copies of the statutes:
// "tqiuh" for "tujuh", "hunrf" for "huruf", "Tal:run" for "Tahun", "te{adinya" for "terjadinya", "kmbaran" for "Lembaran".
var likeLetters = [][2]string{{"i", "l"}, {"i", "j"}, {"l", "j"}, {"i", "|"}, {"l", "|"}, {"i", "1"}, {"l", "1"}, {"o", "0"}, {"s", "5"}, {"b", "8"}, {"b", "6"},
	{"g", "9"}, {"q", "9"}, {"g", "q"}, {"u", "q"}, {"c", "e"}, {"n", "u"}, {"h", "b"}, {"m", "rn"}, {"d", "cl"}, {"w", "vv"}, {"h", "li"}, {"h", "lr"},
	{"k", "l"}, {"t", "l"}, {"f", "l"}, {"le", "k"}, {"ru", "m"}, {"y", "5r"}, {"n", "rt"}, {"ru", "nr"}, {"rj", "{"}, {"r", "{"}, {"j", "}"}}

// mostLikeLetters is how many letters of a word may be misread.
const mostLikeLetters = 2

// longestMisread bounds the work on one word, in bytes. No word of a statute is longer.
const longestMisread = 60

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
	return lookAlike(a.word, b.word)
}

// lookAlike reports whether two unlike words can be taken for each other in print.
func lookAlike(a, b string) bool {
	if hasDigit(a) || hasDigit(b) {
		if numbersLookAlike(a, b) {
			return true
		}
		if !hasLetter(a) || !hasLetter(b) {
			return false
		}
	}
	if len(a) > longestMisread || len(b) > longestMisread {
		return false
	}
	x, y := []rune(key(a)), []rune(key(b))
	if len(x) < 2 || len(y) < 2 {
		return false // huruf i is not huruf l
	}
	return lettersLookAlike(x, y, mostLikeLetters)
}

// numbersLookAlike compares numbers place by place: a digit is like itself and like the letters of its shape.
func numbersLookAlike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		p, q := x[i], y[i]
		switch {
		case p == q, unicode.ToLower(p) == unicode.ToLower(q):
		case strings.ContainsRune(".,", p) && strings.ContainsRune(".,", q):
		case unicode.IsDigit(p) && likeDigit[q] == p, unicode.IsDigit(q) && likeDigit[p] == q:
		default:
			return false
		}
	}
	return true
}

// lettersLookAlike reports whether at most left misread letters turn x into y.
func lettersLookAlike(x, y []rune, left int) bool {
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		if left > 0 && substituted(x, y, left) {
			return true
		}
		x, y = x[1:], y[1:]
	}
	if len(x) == 0 && len(y) == 0 {
		return true
	}
	return left > 0 && substituted(x, y, left)
}

// substituted reports whether x becomes y when its beginning is misread.
func substituted(x, y []rune, left int) bool {
	for _, pair := range likeLetters {
		for _, p := range [2][2]string{pair, {pair[1], pair[0]}} {
			from, to := []rune(p[0]), []rune(p[1])
			if starts(x, from) && starts(y, to) && lettersLookAlike(x[len(from):], y[len(to):], left-1) {
				return true
			}
		}
	}
	return false
}

func starts(s, prefix []rune) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == string(prefix)
}

// parenthesis reports whether b is a number in parentheses of which some was read as a letter: "l2l" or "(2t" for "(2)".
func parenthesis(a, b token) bool {
	if !strings.HasSuffix(a.pre, "(") || !strings.HasPrefix(a.post, ")") || !hasDigit(a.word) {
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
	return bare != b.word && (bare == a.word || numbersLookAlike(a.word, bare))
}

func hasDigit(s string) bool  { return strings.ContainsFunc(s, unicode.IsDigit) }
func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
