package index

import (
	"github.com/blevesearch/bleve/v2/analysis"

	"suluh/index/indonesian"
)

// stemmed and exact are the two analyses of suluh/index/indonesian. Both are safe for concurrent use.
var (
	stemmed = indonesian.New()
	exact   = indonesian.NewExact()
)

// The last two stages of stemmed, for those who need the words of exact as well and analyse a text once for both.
var (
	stopFilter    = indonesian.NewStopFilter(indonesian.StopWords())
	stemmerFilter = indonesian.NewStemmerFilter()
)

// word is a token of a text: its stem, and where it stands.
type word struct {
	stem       string
	start, end int // bytes
	position   int // counts stop words too, so that neighbours are neighbours in the text
}

// stems returns the words of a text that say something.
func stems(text string) []word { return words(stemmed, text) }

func words(a analysis.Analyzer, text string) []word {
	tokens := a.Analyze([]byte(text))
	out := make([]word, len(tokens))
	for i, t := range tokens {
		out[i] = word{string(t.Term), t.Start, t.End, t.Position}
	}
	return out
}

// analyse calls asWritten for every word of a text as [exact] finds it, and asStem for every word as [stemmed] finds it.
// The bytes are valid until analyse returns.
func analyse(text string, asWritten, asStem func(term []byte, position int)) {
	tokens := exact.Analyze([]byte(text))
	for _, t := range tokens {
		asWritten(t.Term, t.Position)
	}
	for _, t := range stemmerFilter.Filter(stopFilter.Filter(tokens)) {
		asStem(t.Term, t.Position)
	}
}
