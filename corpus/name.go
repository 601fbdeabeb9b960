package corpus

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// properNames are the words that may stand with a capital letter in a digest. Everything else with a capital is taken for
// the name of a person, who must not be known (UU 21/2007 Pasal 24 and 44).
type properNames struct {
	Places       []string `yaml:"places"`
	Institutions []string `yaml:"institutions"` // courts, offices, laws, abbreviations, counts of an indictment
	Openers      []string `yaml:"openers"`      // ordinary words, with a capital only where a sentence begins

	phrases map[string][][]string // places and institutions by their first word
	opens   map[string]bool
}

// namesFile holds the words that may stand with a capital letter.
const namesFile = decisionPrefix + "nama.yaml"

// readNames reads the words that may stand with a capital letter. Without the file none may.
func readNames(fsys fs.FS) (*properNames, Problems) {
	n := &properNames{phrases: map[string][][]string{}, opens: map[string]bool{}}
	source, err := fs.ReadFile(fsys, namesFile)
	if err != nil {
		return n, nil
	}
	problems := DecodeYAML(namesFile, source, n)
	for _, phrase := range slices.Concat(n.Places, n.Institutions) {
		if words := strings.Fields(phrase); len(words) > 0 {
			n.phrases[words[0]] = append(n.phrases[words[0]], words)
		}
	}
	for _, w := range n.Openers {
		if strings.Contains(w, " ") {
			problems = append(problems, Problem{namesFile, 0, fmt.Sprintf("openers: %q lebih dari satu kata", w)})
		}
		n.opens[w] = true
	}
	return n, problems
}

var (
	amountPattern = regexp.MustCompile(`^Rp[0-9]`)
	kinshipWords  = []string{"bin", "binti", "alias", "als", "sdr", "sdri"} // between or before names, even in small letters
	longNumber    = regexp.MustCompile(`[0-9]{9,}|\+62[0-9]`)
)

// foreign returns what in a line may tell who somebody is: capitalised words that are on no list, the words that stand
// between names, and numbers like those of a telephone or an identity card.
func (n *properNames) foreign(line string) []string {
	var out []string
	words := wordsIn(line)
	for i := 0; i < len(words); i++ {
		word := line[words[i].Start:words[i].End]
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case slices.Contains(kinshipWords, strings.ToLower(word)):
			out = append(out, word)
		case !unicode.IsUpper(first) || amountPattern.MatchString(word):
		case n.phraseAt(line, words[i:]) > 0:
			i += n.phraseAt(line, words[i:]) - 1
		case opensSentence(line[:words[i].Start]) && n.opens[word]:
		default:
			out = append(out, word)
		}
	}
	if strings.ContainsAny(line, "0123456789") {
		out = append(out, longNumber.FindAllString(line, -1)...)
	}
	return out
}

// wordsIn returns the words of a line. A word begins with a letter; a mark between letters or digits is within a word:
// "Pid.Sus/2016", "ke-2".
func wordsIn(line string) []Span {
	var out []Span
	for i := 0; i < len(line); {
		if first, size := utf8.DecodeRuneInString(line[i:]); !unicode.IsLetter(first) {
			i += size
			continue
		}
		end := i + letterOrDigitRun(line[i:])
		for {
			mark, size := utf8.DecodeRuneInString(line[end:])
			more := letterOrDigitRun(line[min(end+size, len(line)):])
			if more == 0 || !strings.ContainsRune("./’'-", mark) {
				break
			}
			end += size + more
		}
		out = append(out, Span{i, end})
		i = end
	}
	return out
}

// letterOrDigitRun returns the length in bytes of the letters and digits at the start of s.
func letterOrDigitRun(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return i
		}
	}
	return len(s)
}

// phraseAt returns how many of the words that begin here are a place or an institution, the longest that fits.
func (n *properNames) phraseAt(line string, words []Span) int {
	longest := 0
	for _, phrase := range n.phrases[line[words[0].Start:words[0].End]] {
		fits := len(phrase) <= len(words)
		for i := 0; fits && i < len(phrase); i++ {
			fits = line[words[i].Start:words[i].End] == phrase[i]
		}
		if fits {
			longest = max(longest, len(phrase))
		}
	}
	return longest
}

// opensSentence reports whether a sentence begins after the text.
func opensSentence(before string) bool {
	before = strings.TrimRight(before, " \t*_\"“(‘'-#>")
	return before == "" || strings.ContainsRune(".!?:", rune(before[len(before)-1]))
}

// names looks for what may tell who somebody is, in everything of a digest that people wrote.
func (c *decisionChecker) names(n *properNames) {
	report := func(line int, found []string) {
		for _, word := range found {
			c.problems = append(c.problems, Problem{c.decision.File, line, fmt.Sprintf("%q dapat berupa nama orang atau tanda pengenal; samarkan, atau masukkan ke %s bila nama tempat, lembaga, atau kata biasa di awal kalimat", word, namesFile)})
		}
	}
	d := c.decision
	for key, text := range map[string]string{"title": d.Title, "doubt": d.Doubt, "court": d.Court, "province": d.Province, "restitution": d.Restitution.Reason} {
		report(d.line(key+":"), n.foreign(text))
	}
	for _, place := range d.Route {
		report(d.line("route:"), n.foreign(place))
	}
	for _, count := range d.Indictment.Counts {
		for _, text := range append([]string{count.Name}, count.NotHeld...) {
			report(d.line("indictment:"), n.foreign(text))
		}
	}
	for _, a := range d.Defendants {
		for _, p := range a.Proved {
			for _, text := range p.NotHeld {
				report(d.line("defendants:"), n.foreign(text))
			}
		}
	}
	first := strings.Count(string(d.source[:d.body]), "\n") + 1
	for i, line := range strings.Split(string(d.source[d.body:]), "\n") {
		report(first+i, n.foreign(line))
	}
}
