package indonesian

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// A StopFilter removes stop words. The other tokens keep their positions, so a phrase query still counts the gap.
//
// It looks one word ahead for the sake of "dalam negeri", the opposite of "luar negeri", where dalam is no preposition.
type StopFilter struct {
	words analysis.TokenMap
}

// NewStopFilter returns a filter for the given words, which must not change afterwards. It is safe for concurrent use.
func NewStopFilter(words analysis.TokenMap) *StopFilter {
	return &StopFilter{words: words}
}

// Filter implements [analysis.TokenFilter]. It reuses the space of its input.
func (f *StopFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	kept := input[:0]
	for i, token := range input {
		if f.words[string(token.Term)] && !f.domestic(input[i:]) {
			continue
		}
		kept = append(kept, token)
	}
	return kept
}

// domestic reports whether the tokens begin with "dalam negeri".
func (f *StopFilter) domestic(tokens analysis.TokenStream) bool {
	return len(tokens) > 1 && string(tokens[0].Term) == "dalam" && string(tokens[1].Term) == "negeri"
}

func stopFilterConstructor(_ map[string]any, cache *registry.Cache) (analysis.TokenFilter, error) {
	words, err := cache.TokenMapNamed(StopName)
	if err != nil {
		return nil, err
	}
	return NewStopFilter(words), nil
}

func init() {
	if err := registry.RegisterTokenFilter(StopName, stopFilterConstructor); err != nil {
		panic(err)
	}
}
