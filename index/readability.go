package index

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// commonWords are the roots of words that need no explanation: those that tell the facts in several digests of decisions,
// which are written plainly, and those that several topics share; then read through by hand.
//
//go:embed common.txt
var commonWords string

// Readability says how hard the handout of a topic is to read.
type Readability struct {
	Material  *corpus.Material
	Sentences int
	Words     int     // citations in brackets aside
	Longest   int     // words of the longest sentence
	Mean      float64 // words in a sentence
	Uncommon  float64 // share of the words that are not among the common ones
	Rare      []string
}

// Limits of what is read by villagers, pupils and those who want to work abroad: the reading of 12 to 14 years.
const (
	maxMeanWords = 10.0 // in a sentence
	maxUncommon  = 0.10
)

// plainAudiences are those for whom the limits hold.
var plainAudiences = []string{"warga-desa", "calon-pekerja-migran", "pelajar"}

var (
	bracketed   = regexp.MustCompile(`\([^()]*(?:\([^()]*\)[^()]*)*\)`) // "(Pasal 2 ayat (1) UU 21/2007)"
	sentenceEnd = regexp.MustCompile(`[.!?:;]+(?:["”)]*)(?:\s+|$)|\n`)
	letters     = regexp.MustCompile(`^\pL[\pL-]+$`)
)

// ReadabilityOf measures the topics of a library.
func ReadabilityOf(l *corpus.Library) []Readability {
	var out []Readability
	for _, m := range l.Materials() {
		out = append(out, MeasureMaterial(m))
	}
	return out
}

// isCommon returns what tells the common words from the others.
func isCommon() func(string) bool {
	roots := map[string]bool{}
	for w := range strings.FieldsSeq(commonWords) {
		roots[w] = true
	}
	stop := indonesian.StopWords()
	return func(word string) bool { return stop[word] || roots[indonesian.Stem(word)] || roots[word] }
}

// MeasureMaterial measures one topic.
func MeasureMaterial(m *corpus.Material) Readability {
	common := isCommon()
	r := Readability{Material: m}
	rare := 0
	text := bracketed.ReplaceAllString(corpus.PlainMarkdown(m.Handout), "")
	for _, sentence := range sentenceEnd.Split(text, -1) {
		n := 0
		for word := range strings.FieldsSeq(sentence) {
			word = strings.Trim(word, `.,;:!?"'“”‘’()*`)
			if !letters.MatchString(word) {
				continue
			}
			n++
			if isName(word, n) {
				continue
			}
			if word = strings.ToLower(word); !common(word) {
				rare++
				if !slices.Contains(r.Rare, word) {
					r.Rare = append(r.Rare, word)
				}
			}
		}
		if n > 0 {
			r.Sentences++
			r.Words += n
			r.Longest = max(r.Longest, n)
		}
	}
	if r.Sentences > 0 {
		r.Mean, r.Uncommon = float64(r.Words)/float64(r.Sentences), float64(rare)/float64(r.Words)
	}
	slices.Sort(r.Rare)
	return r
}

// isName reports whether the nth word of a sentence is the name of a place or an office, which is not hard to read for
// being rare: one with a capital, the first word of the sentence aside, or in capitals.
func isName(word string, n int) bool {
	return word == strings.ToUpper(word) || n > 1 && !strings.HasPrefix(word, strings.ToLower(word[:1]))
}

// Plain reports whether the topic is for those for whom the limits hold.
func (r Readability) Plain() bool { return slices.ContainsFunc(plainAudiences, r.Material.For) }

// Problems are what is too hard for whom the topic is written.
func (r Readability) Problems() corpus.Problems {
	if !r.Plain() {
		return nil
	}
	var ps corpus.Problems
	if r.Mean > maxMeanWords {
		ps = append(ps, corpus.Problem{File: r.Material.File, Line: 1, Message: fmt.Sprintf("lembar terlalu sulit: rata-rata %.1f kata dalam satu kalimat, paling banyak %.0f; pendekkan kalimat", r.Mean, maxMeanWords)})
	}
	if r.Uncommon > maxUncommon {
		ps = append(ps, corpus.Problem{File: r.Material.File, Line: 1, Message: fmt.Sprintf("lembar terlalu sulit: %.0f%% katanya tidak umum, paling banyak %.0f%%: %s", 100*r.Uncommon, 100*maxUncommon, strings.Join(r.Rare, ", "))})
	}
	return ps
}
