package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/corpus"
	"suluh/corpus/paper"
)

// token is a word of one side.
type token struct {
	key   string // what is compared
	word  string // as written, without the punctuation around it
	pre   string // the punctuation that touches it in front
	post  string // the punctuation up to the next word, without white space
	cut   bool   // a hyphen touches its end: the word may go on in the next token
	first bool   // the first word of its line or paragraph
	line  int    // of the copy; -1 in the corpus

	role    role
	head    string // the heading that begins here, "pasal:2"; of the corpus only
	portion *corpus.Portion
	skip    *skipped // of a gap: what it stands for
}

// skipped is what the corpus leaves out at a gap.
type skipped struct {
	Skip
	after, before int // of list items that a work held in part leaves out: the numbers of those around them; else 0
}

// role says what a token of the corpus is.
type role int

const (
	word   role = iota
	head        // of a heading that begins a unit
	marker      // the number of a list item
	frame       // a formula that not every copy has
	gap         // stands for wording that the corpus does not hold
)

// written returns the token as it stands in the text.
func (t token) written() string { return t.pre + t.word + t.post }

// The characters that a scan mistakes for digits, and the shapes of numbers made of both.
var (
	plainNumber = regexp.MustCompile(`^[0-9]+(?:[.,/][0-9]+)*`)
	number      = regexp.MustCompile(`^[0-9][0-9OoIlSBZ|]*(?:[.,/][0-9OoIlSBZ|]+)*`)
	amount      = regexp.MustCompile(`^[0-9OoIlSBZ|]+(?:[.,][0-9OoIlSBZ|]{2,3})+`)
	spacedSlash = regexp.MustCompile(`([\pL\d])\s*/\s*([\pL\d])`)
)

// tokenize appends the words of a line.
func tokenize(out []token, text string, line int) []token {
	text = strings.TrimLeft(paper.Cleaner.Replace(text), "#> ") // headings and block quotes of Markdown
	if strings.Contains(text, "/") {
		text = spacedSlash.ReplaceAllString(text, "$1/$2")
	}
	start := len(out)
	between := 0 // where the stretch before the next word begins
	add := func(from, to int) {
		w := text[from:to]
		t := token{key: paper.Key(w), word: w, line: line, first: len(out) == start}
		stretch := text[between:from]
		if t.first {
			t.pre = strings.TrimSpace(stretch[strings.LastIndexAny(stretch, " ")+1:])
		} else {
			out[len(out)-1].post, t.pre = divide(stretch)
			out[len(out)-1].cut = strings.HasPrefix(stretch, "-") && strings.TrimSpace(stretch[1:]) == ""
		}
		out = append(out, t)
		between = to
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		if rp := rupiah(text[i:]); rp > 0 {
			add(i, i+rp)
			i += rp
			i += len(text[i:]) - len(strings.TrimLeft(text[i:], ". "))
			continue
		}
		n := scan(text[i:])
		add(i, i+n)
		i += n
	}
	if len(out) > start {
		rest := text[between:]
		out[len(out)-1].post = strings.Join(strings.Fields(rest), "")
		out[len(out)-1].cut = strings.HasPrefix(rest, "-") && strings.TrimSpace(rest[1:]) == ""
	}
	return out
}

// divide splits the stretch between two words into what belongs to the first and what to the second.
func divide(stretch string) (post, pre string) {
	if i := strings.LastIndexByte(stretch, ' '); i >= 0 {
		return strings.Join(strings.Fields(stretch[:i]), ""), stretch[i+1:]
	}
	bare := strings.TrimRight(stretch, `([{"'“‘`)
	return bare, stretch[len(bare):]
}

// rupiah returns the length of a currency sign that is glued to its amount: "Rp120.000".
func rupiah(s string) int {
	if len(s) < 3 || !strings.EqualFold(s[:2], "rp") {
		return 0
	}
	s = s[:min(len(s), longestWord)]
	rest := strings.TrimLeft(s[2:], ". ")
	if len(rest) != len(s)-2 && !strings.HasPrefix(s[2:], ".") {
		return 0 // parted by a space: an ordinary word
	}
	if plainNumber.MatchString(rest) || amount.MatchString(rest) {
		return 2
	}
	return 0
}

// longestWord bounds a word, in bytes; what is longer is cut. No statute has a longer one.
const longestWord = 200

// scan returns the length of the word at the start of s.
func scan(s string) int {
	s = s[:min(len(s), longestWord)]
	if !likeNumber(s) {
		return scanWord(s)
	}
	if m := amount.FindString(s); m != "" && strings.ContainsAny(m, "0123456789") && !letterAt(s, len(m)) {
		return len(m)
	}
	if m := number.FindString(s); m != "" {
		n := len(m)
		if letters := leadingLetters(s[n:]); letters <= 2 && !strings.ContainsAny(m, ".,") {
			return n + letters // "76F", "2a"
		} else if letters == 0 {
			return n
		}
		return len(plainNumber.FindString(s)) // a word is glued to its number
	}
	return scanWord(s)
}

// likeNumber reports whether s begins with a digit, or with letters like digits up to a dot or comma.
func likeNumber(s string) bool {
	if startsInDigit(s) {
		return true
	}
	n := 0
	for n < len(s) && strings.IndexByte("0123456789OoIlSBZ|", s[n]) >= 0 {
		n++
	}
	return n > 0 && n < len(s) && (s[n] == '.' || s[n] == ',')
}

// scanWord returns the length of the word at the start of s that is no number.
func scanWord(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
		case strings.ContainsRune("-/", r) && n > 0 && letterAt(s, n+size):
		case r == '/' && n > 0 && startsInDigit(s[n+size:]): // I/3
		case strings.ContainsRune("'’", r) && letterAt(s, n+size):
		case r == '-' && n > 0 && n+size < len(s) && s[n+size] >= '0' && s[n+size] <= '9': // ke-2
		case strings.ContainsRune("{}|", r) && letterAt(s, n+size): // never in a word, but where a scan was misread
		default:
			return n
		}
		n += size
	}
	return n
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func leadingLetters(s string) int {
	n := 0
	for n < len(s) && n < 3 && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// joinCut joins words that a hyphen parts at the end of a line: "perun-" "dangan". It returns how many it joined.
func joinCut(tokens []token) ([]token, int) {
	out := tokens[:0]
	joined := 0
	for _, t := range tokens {
		if n := len(out) - 1; n >= 0 && out[n].cut && t.pre == "" && endsInLetter(out[n].word) && letterAt(t.word, 0) {
			out[n].key += t.key
			out[n].word += "-" + t.word
			out[n].post, out[n].cut = t.post, t.cut
			joined++
			continue
		}
		out = append(out, t)
	}
	return out, joined
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// isUpper reports whether a word has letters, all of them capitals.
func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// startsUpper reports whether a word begins with a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
