package indonesian

import (
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// TokenizerName is the name of the tokenizer in bleve's registry.
const TokenizerName = "indonesian"

// A Tokenizer cuts text into words: runs of letters, marks and digits. It copies nothing; a token's Term is the piece of the text
// between its offsets.
//
//   - A hyphen, a slash, a full stop or any other sign ends a word: "hak-hak" is hak, hak; "dan/atau" is dan, atau; "21/2007" is 21,
//     2007; "ke-1" is ke, 1; "443/Pid.Sus/2019" is 443, pid, sus, 2019. Legal text writes the two halves of a reduplication and the parts
//     of a number of a case in too many ways for the join to mean anything.
//   - Letters and digits join: "P3MI", "28I" and "76F" are one word each, for so the names of bodies and of inserted articles are
//     written. Only the currency sign lets go of its number: "Rp120" is Rp, 120.
//   - A full stop before exactly three digits groups thousands and stays inside the number, and a comma after such groups begins its
//     decimals: "120.000.000,00" is one token, so that a fine can be found as a sum. [NormalizeFilter] makes it 120000000. Without
//     groups a comma separates: "Pasal 2,3,4" cites three articles far more often than "2,3" is a fraction.
//   - An apostrophe or a soft hyphen between letters belongs to the word: Jum'at, Qur’an. [NormalizeFilter] takes it out.
//
// Bytes that are not UTF-8 separate words.
type Tokenizer struct{}

// NewTokenizer returns a Tokenizer. It is stateless and safe for concurrent use.
func NewTokenizer() *Tokenizer { return &Tokenizer{} }

// Kinds of byte below utf8.RuneSelf.
const (
	other byte = iota
	letter
	digit
	mark // goes on with a word but begins none
)

// kinds sorts the ASCII bytes, since nearly all of the text is ASCII.
var kinds = func() (k [utf8.RuneSelf]byte) {
	for c := range k {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			k[c] = letter
		case '0' <= c && c <= '9':
			k[c] = digit
		}
	}
	return k
}()

// bytesPerToken is a low guess at text bytes to a token, for the size of the first allocation. Statutes have about 7.2.
const bytesPerToken = 6

// Tokenize implements [analysis.Tokenizer].
func (t *Tokenizer) Tokenize(text []byte) analysis.TokenStream {
	tokens := make([]analysis.Token, 0, len(text)/bytesPerToken+1)
	for i := 0; i < len(text); {
		kind, size := classify(text[i:])
		if kind == other || kind == mark {
			i += size
			continue
		}
		end, numeric := scanWord(text, i, kind)
		tokens = append(tokens, analysis.Token{
			Term:     text[i:end:end],
			Start:    i,
			End:      end,
			Position: len(tokens) + 1,
			Type:     analysis.AlphaNumeric,
		})
		if numeric {
			tokens[len(tokens)-1].Type = analysis.Numeric
		}
		i = end
	}

	// The stream points into one slab rather than at a small allocation a token.
	stream := make(analysis.TokenStream, len(tokens))
	for i := range tokens {
		stream[i] = &tokens[i]
	}
	return stream
}

// scanWord returns the end of the word that begins at start with a character of the given kind, and whether it is a number.
func scanWord(text []byte, start int, kind byte) (end int, numeric bool) {
	i := start
	if kind == digit {
		var grouped bool
		i, grouped = scanNumber(text, start)
		if grouped || i == len(text) {
			return i, true
		}
		if next, _ := classify(text[i:]); next == other {
			return i, true
		}
		// Letters follow, as in 28I: the digits only begin a word.
	}
	for i < len(text) {
		kind, size := classify(text[i:])
		switch kind {
		case other:
			join := joiner(text[i:])
			if join == 0 || i == start || i+join >= len(text) {
				return i, false
			}
			if next, _ := classify(text[i+join:]); next != letter {
				return i, false
			}
			size = join
		case digit:
			if i-start == 2 && text[start]|0x20 == 'r' && text[start+1]|0x20 == 'p' {
				return i, false
			}
		}
		i += size
	}
	return i, false
}

// scanNumber returns the end of the number at start: its digits, its groups of thousands and, after groups, its decimals.
func scanNumber(text []byte, start int) (end int, grouped bool) {
	end = scanDigits(text, start)
	if end-start > 3 {
		return end, false
	}
	for end < len(text) && text[end] == '.' && scanDigits(text, end+1) == end+4 {
		end += 4
		grouped = true
	}
	if grouped && end < len(text) && text[end] == ',' {
		if decimals := scanDigits(text, end+1); decimals > end+1 {
			end = decimals
		}
	}
	return end, grouped
}

// scanDigits returns the end of the ASCII digits at start.
func scanDigits(text []byte, start int) int {
	for start < len(text) && text[start] < utf8.RuneSelf && kinds[text[start]] == digit {
		start++
	}
	return start
}

// classify tells what the first character of text is, and its length in bytes.
func classify(text []byte) (kind byte, size int) {
	if text[0] < utf8.RuneSelf {
		return kinds[text[0]], 1
	}
	r, size := utf8.DecodeRune(text)
	switch {
	case r == utf8.RuneError:
		return other, size
	case unicode.IsLetter(r), unicode.IsNumber(r):
		// A digit outside ASCII takes no part in the rules of numbers.
		return letter, size
	case unicode.IsMark(r):
		return mark, size
	}
	return other, size
}

// joiner returns the length of a sign at the head of text that joins the letters around it, or 0.
func joiner(text []byte) int {
	switch {
	case text[0] == '\'':
		return 1
	case len(text) >= 3 && text[0] == 0xE2 && text[1] == 0x80 && (text[2] == 0x98 || text[2] == 0x99): // ‘ ’
		return 3
	case len(text) >= 2 && text[0] == 0xC2 && text[1] == 0xAD: // soft hyphen
		return 2
	}
	return 0
}

func tokenizerConstructor(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
	return NewTokenizer(), nil
}

func init() {
	if err := registry.RegisterTokenizer(TokenizerName, tokenizerConstructor); err != nil {
		panic(err)
	}
}
