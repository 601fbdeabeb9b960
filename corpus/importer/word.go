package importer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/corpus/paper"
)

// word is a piece of the source between white space. All that the importer does, it does with words: lines mean little in
// copies that a machine has made, where a heading may stand in the middle of one.
type word struct {
	text  string // as written, punctuation included
	key   string // letters and digits, in small letters
	line  int    // of the source, from 1; of the page in a PDF
	first bool   // begins a line
}

// glued finds the places where a heading or a marker has no space before or behind it: "Indonesia.Pasal", "(2)Setiap",
// "3.Ketentuan", "Pasal7". A cut there takes no letter away.
var glued = regexp.MustCompile(`([.;:,)”"])(Pasal\b|PASAL\b|BAB\b)|^([("“]?(?:Pasal|PASAL))([0-9]+[.,;]?)|^(\([0-9]{1,2}[a-z]?\))(["“(]?\pL.*)|^([0-9]{1,2}\.)(\p{Lu}\pL.*)|^([a-z]\.)(\p{L}{4}.*)`)

// underlined is a page mark whose dashes are read as underscores.
var underlined = regexp.MustCompile(`(^|\s)_+\s?([0-9]{1,4})\s?_+(\s|$)`)

// noise are words without a letter or digit that a scan makes of dirt.
func noise(s string) bool { return !paper.HasLetter(s) && !paper.HasDigit(s) }

// split turns a copy into words and takes the furniture off that is a line, or a mark within one.
func split(c *paper.Copy, l *ledger) []word {
	furniture := c.Furniture()
	var out []word
	for i, line := range c.Lines {
		text := line.Text
		if strings.Contains(text, "_") {
			text = underlined.ReplaceAllString(text, "$1-$2-$3") // dashes that a scan has seen low
		}
		text = strings.TrimLeft(paper.Cleaner.Replace(text), "#> ")
		if what := furniture[i]; what != "" {
			l.drop(what, line.No, text)
			continue
		}
		if strings.Contains(text, "SK") {
			text = paper.Serials.ReplaceAllStringFunc(text, func(m string) string {
				l.drop(paper.Serial, line.No, m)
				return " "
			})
		}
		first := true
		for _, f := range strings.Fields(text) {
			for _, piece := range unglue(f) {
				out = append(out, word{text: piece, key: key(piece), line: line.No, first: first})
				first = false
			}
		}
	}
	return out
}

// unglue cuts a word where a heading or marker touches it.
func unglue(s string) []string {
	if c := s[0]; c != '(' && !(c >= '0' && c <= '9') && !(len(s) > 5 && s[1] == '.') && !strings.Contains(s, "asal") && !strings.Contains(s, "ASAL") && !strings.Contains(s, "BAB") {
		return []string{s} // most words, and the pattern costs time
	}
	m := glued.FindStringSubmatchIndex(s)
	if m == nil {
		return []string{s}
	}
	for g := 2; g+3 < len(m); g += 4 {
		if m[g] >= 0 {
			at := m[g+1]
			return append([]string{s[:at]}, unglue(s[at:])...)
		}
	}
	return []string{s}
}

// key returns the letters and digits of a word, in small letters.
func key(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Words returns the words of a text as they are counted to prove that none is lost: the runs of letters and the runs of
// digits, in small letters. The marks of Markdown and dirt count for nothing.
func Words(text string) []string {
	text = paper.Cleaner.Replace(text)
	var out []string
	start, class := -1, 0
	flush := func(end int) {
		if start >= 0 {
			out = append(out, strings.ToLower(text[start:end]))
			start = -1
		}
	}
	for i, r := range text {
		c := 0
		switch {
		case unicode.IsDigit(r):
			c = 1
		case unicode.IsLetter(r):
			c = 2
		}
		if c != class {
			flush(i)
			class = c
		}
		if c != 0 && start < 0 {
			start = i
		}
	}
	flush(len(text))
	return out
}

// startsUpper reports whether a word begins with a capital, quotation marks and parentheses aside.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"“‘'([`))
	return unicode.IsUpper(r)
}

// isUpper reports whether a word has letters, all of them capitals.
func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// endsSentence reports whether a word closes a sentence or a part of one.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"”’')]`)
	return s == "" || strings.ContainsRune(".;:?!…", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// join writes words in one line.
func join(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
