package indonesian

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Names of the analyzers in bleve's registry, for the analyzer of a field in a mapping.
const (
	AnalyzerName      = "indonesian"       // see [New]
	ExactAnalyzerName = "indonesian_exact" // see [NewExact]
)

// New returns the analyzer for finding: words, normalized, without stop words, stemmed. It is safe for concurrent use, and carries
// the cache of its stemmer, so one analyzer should serve a whole build.
func New() analysis.Analyzer {
	return &analysis.DefaultAnalyzer{
		Tokenizer: NewTokenizer(),
		TokenFilters: []analysis.TokenFilter{
			NewNormalizeFilter(),
			NewStopFilter(StopWords()),
			NewStemmerFilter(),
		},
	}
}

// NewExact returns the analyzer for words in quotation marks: every word as written, but for case, apostrophes and the grouping
// of numbers. It is safe for concurrent use.
func NewExact() analysis.Analyzer {
	return &analysis.DefaultAnalyzer{
		Tokenizer:    NewTokenizer(),
		TokenFilters: []analysis.TokenFilter{NewNormalizeFilter()},
	}
}

// stopWordMap serves [Terms]; it is never written to.
var stopWordMap = StopWords()

// Terms returns the terms that [New] finds in a text, in order. It keeps no cache: it is meant for queries, not for indexing.
func Terms(text string) []string {
	tokens := NewTokenizer().Tokenize([]byte(text))
	tokens = NewNormalizeFilter().Filter(tokens)
	tokens = NewStopFilter(stopWordMap).Filter(tokens)
	terms := make([]string, 0, len(tokens))
	for _, token := range tokens {
		terms = append(terms, stem(string(token.Term)))
	}
	return terms
}

func analyzerConstructor(_ map[string]any, cache *registry.Cache) (analysis.Analyzer, error) {
	return build(cache, NormalizeName, StopName, StemmerName)
}

func exactAnalyzerConstructor(_ map[string]any, cache *registry.Cache) (analysis.Analyzer, error) {
	return build(cache, NormalizeName)
}

// build puts an analyzer together from the stages of bleve's cache, so that analyzers of one index share a stemmer.
func build(cache *registry.Cache, filters ...string) (analysis.Analyzer, error) {
	tokenizer, err := cache.TokenizerNamed(TokenizerName)
	if err != nil {
		return nil, err
	}
	analyzer := &analysis.DefaultAnalyzer{Tokenizer: tokenizer}
	for _, name := range filters {
		filter, err := cache.TokenFilterNamed(name)
		if err != nil {
			return nil, err
		}
		analyzer.TokenFilters = append(analyzer.TokenFilters, filter)
	}
	return analyzer, nil
}

func init() {
	if err := registry.RegisterAnalyzer(AnalyzerName, analyzerConstructor); err != nil {
		panic(err)
	}
	if err := registry.RegisterAnalyzer(ExactAnalyzerName, exactAnalyzerConstructor); err != nil {
		panic(err)
	}
}
