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
