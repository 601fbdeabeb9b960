package importer

import (
	"regexp"
	"strconv"
	"strings"

	"suluh/corpus/paper"
)

// reading is one way to read the number of an article.
type reading struct {
	n      int
	suffix string  // "A" of "12A"
	roman  bool    // an article of an amending law
	words  int     // how many words the number takes: "1 1" is 11
	cost   float64 // what speaks against it
}

// label returns the number as it is written.
func (r reading) label() string {
	if r.roman {
		return roman(r.n)
	}
	return itoa(r.n) + r.suffix
}

var (
	arabic      = regexp.MustCompile(`^([0-9]{1,4})([A-Z]{0,2})$`)
	romanNumber = regexp.MustCompile(`^[IVXLC]{1,7}$`)
	punctuation = ".,;:)]}'\"”’_-–…"
	asRoman     = strings.NewReplacer("l", "I", "1", "I", "|", "I", "]", "I", "i", "I", "!", "I", "T", "I")
)

// The costs of a reading that needs a change.
const (
	costMisread = 1.0
	costJoined  = 0.5
)

// readings returns the ways to read an article's number from the words at i on.
func readings(ws []word, i int) []reading {
	if i >= len(ws) {
		return nil
	}
	t := strings.TrimRight(ws[i].text, punctuation)
	var out []reading
	add := func(r reading, ok bool) {
		if ok {
			out = append(out, r)
		}
	}
	add(exactNumber(t, 1, 0))
	if n := romanValue(t); n > 0 {
		add(reading{n: n, roman: true, words: 1}, true)
	}
	if len(t) <= 5 && t != "" {
		digits := asDigits(t)
		if digits != t {
			add(exactNumber(digits, 1, costMisread))
			add(exactNumber(asDigits(t[:len(t)-1])+t[len(t)-1:], 1, costMisread))
		} else if n := len(t) - 1; n > 0 && t[n] == '8' { // "298" for "29B"
			add(exactNumber(t[:n]+"B", 1, 3*costMisread))
		}
		if r := asRoman.Replace(t); r != t && romanValue(r) > 0 {
			add(reading{n: romanValue(r), roman: true, words: 1, cost: costMisread}, true)
		}
	}
	// A number that is torn: "1 1", "10 5".
	if t == ws[i].text && i+1 < len(ws) && len(t) <= 2 && !ws[i+1].first {
		next := strings.TrimRight(ws[i+1].text, punctuation)
		if len(next) >= 1 && len(next) <= 2 && len(t)+len(next) <= 3 && paper.HasDigit(asDigits(next)) && !strings.HasPrefix(next, "(") {
			if joined := asDigits(t + next); arabic.MatchString(joined) {
				add(exactNumber(joined, 2, costJoined))
			}
		}
	}
	return out
}

func exactNumber(t string, words int, cost float64) (reading, bool) {
	m := arabic.FindStringSubmatch(t)
	if m == nil {
		return reading{}, false
	}
	n := atoi(m[1])
	return reading{n: n, suffix: m[2], words: words, cost: cost}, n > 0 && n < 1000
}

// asDigits reads the letters that a scan takes for digits.
func asDigits(t string) string {
	return strings.Map(func(r rune) rune {
		if d, ok := paper.LikeDigit[r]; ok {
			return d
		}
		switch r {
		case 'T':
			return '7'
		case ']', '!', '\\':
			return '1'
		}
		return r
	}, t)
}

func romanValue(s string) int {
	if !romanNumber.MatchString(s) {
		return 0
	}
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(s) {
		v := values[s[i]]
		if i+1 < len(s) && v < values[s[i+1]] {
			v = -v
		}
		sum += v
	}
	if roman(sum) != s {
		return 0
	}
	return sum
}

func roman(n int) string {
	if n <= 0 {
		return ""
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.value {
			b.WriteString(step.text)
			n -= step.value
		}
	}
	return b.String()
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		if n = n*10 + int(s[i]-'0'); n > 1<<30 {
			return 0
		}
	}
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }
