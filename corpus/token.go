package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number with the letter that belongs to it (76F), or one punctuation mark.
type token struct {
	word       string // in lower case
	start, end int    // bytes
	upper      bool   // the text has it in capitals
}

// tokenize cuts a text for the grammars of citations and queries. Spaces are dropped.
func tokenize(text string) []token {
	return appendTokens(make([]token, 0, len(text)/6+1), text) // a word and its space are some seven bytes
}

// appendTokens appends the tokens of a text.
func appendTokens(out []token, text string) []token {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case r >= '0' && r <= '9':
			end := i
			for end < len(text) && text[end] >= '0' && text[end] <= '9' {
				end++
			}
			if n := letterRun(text[end:]); n == 1 {
				end++
			}
			out = append(out, newToken(text, i, end))
			i = end
		case unicode.IsLetter(r):
			end := i + letterRun(text[i:])
			out = append(out, newToken(text, i, end))
			i = end
		default:
			out = append(out, newToken(text, i, i+size))
			i += size
		}
	}
	return out
}

func newToken(text string, start, end int) token {
	s := text[start:end]
	if isLowerASCII(s) { // most words
		return token{s, start, end, false}
	}
	lower := strings.ToLower(s)
	return token{lower, start, end, s != lower && s == strings.ToUpper(s)}
}

// isLowerASCII reports whether s is the same in lower case, as far as its bytes tell.
func isLowerASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// letterRun returns the length in bytes of the letters at the start of s.
func letterRun(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

// tokenWords returns the words of the tokens, hyphens left out.
func tokenWords(tokens []token) []string {
	var out []string
	for _, t := range tokens {
		if t.word != "-" {
			out = append(out, t.word)
		}
	}
	return out
}

func isNumber(w string) bool {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return false
	}
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	if len(w)-len(digits) > 1 {
		return false
	}
	_, err := strconv.Atoi(digits)
	return err == nil
}

func isLetter(w string) bool { return len(w) == 1 && w[0] >= 'a' && w[0] <= 'z' }

// isPoint reports whether a word can follow "huruf": a to z, and aa, bb, cc after them.
func isPoint(w string) bool { return isLetter(w) || len(w) == 2 && w[0] == w[1] && isLetter(w[:1]) }

func isRoman(w string) bool { return strings.Trim(w, "ivxlc") == "" }
