package paper

import (
	"strings"
	"unicode"
)

// LikeDigit are the letters that a scan takes for a digit, and the other way round. No two digits are alike.
var LikeDigit = map[rune]rune{'O': '0', 'o': '0', 'Q': '0', 'l': '1', 'I': '1', 'L': '1', 'i': '1', '|': '1', 'Z': '2', 'z': '2',
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

// LookAlike reports whether two unlike words can be taken for each other in print.
func LookAlike(a, b string) bool {
	if HasDigit(a) || HasDigit(b) {
		if NumbersLookAlike(a, b) {
			return true
		}
		if !HasLetter(a) || !HasLetter(b) {
			return false
		}
	}
	if len(a) > longestMisread || len(b) > longestMisread {
		return false
	}
	x, y := []rune(Key(a)), []rune(Key(b))
	if len(x) < 2 || len(y) < 2 {
		return false // huruf i is not huruf l
	}
	return lettersLookAlike(x, y, mostLikeLetters)
}

// NumbersLookAlike compares numbers place by place: a digit is like itself and like the letters of its shape.
func NumbersLookAlike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		p, q := x[i], y[i]
		switch {
		case p == q, unicode.ToLower(p) == unicode.ToLower(q):
		case strings.ContainsRune(".,", p) && strings.ContainsRune(".,", q):
		case unicode.IsDigit(p) && LikeDigit[q] == p, unicode.IsDigit(q) && LikeDigit[p] == q:
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

var keyCleaner = strings.NewReplacer("-", "", "'", "", "’", "")

// Key returns what is compared of a word: hyphens and letter case do not count.
func Key(w string) string { return keyCleaner.Replace(strings.ToLower(w)) }

// HasDigit reports whether a word has a digit.
func HasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// HasLetter reports whether a word has a letter.
func HasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// Distance returns how many letters must be changed, put in or taken out to make a into b.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(y)]
}
