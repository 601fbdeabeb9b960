package indonesian

import (
	"hash/maphash"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// StemmerName is the name of the stemming filter in bleve's registry.
const StemmerName = "stemmer_indonesian"

// cacheSlots bounds the cache of a [StemmerFilter]: 2.7 MB when full. On the bench corpus (17.6 million words, 120,000 of them
// distinct) half and four times the slots were as fast within the noise of the measurement.
const cacheSlots = 1 << 15

// A StemmerFilter replaces terms by their stems. Numbers, and tokens marked as keywords, pass unchanged.
//
// It remembers the stems of the words it has met, in a fixed table where a new word displaces the one it shares a slot with: no
// lock, no list of use, and no way to grow. It is safe for concurrent use. The terms of the tokens it returns are shared with
// the table and must not be written to.
type StemmerFilter struct {
	seed  maphash.Seed
	slots []atomic.Pointer[stemmed]
}

// stemmed is a word with its stem. It never changes once it is in the table.
type stemmed struct {
	word string
	stem []byte
}

// NewStemmerFilter returns a StemmerFilter with an empty cache.
func NewStemmerFilter() *StemmerFilter {
	return &StemmerFilter{seed: maphash.MakeSeed(), slots: make([]atomic.Pointer[stemmed], cacheSlots)}
}

// Filter implements [analysis.TokenFilter].
func (f *StemmerFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, token := range input {
		if !token.KeyWord && token.Type != analysis.Numeric && len(token.Term) <= maxWord {
			token.Term = f.stem(token.Term)
		}
	}
	return input
}

// stem returns the stem of a term, from the cache if it is there.
func (f *StemmerFilter) stem(term []byte) []byte {
	slot := &f.slots[maphash.Bytes(f.seed, term)%cacheSlots]
	if hit := slot.Load(); hit != nil && hit.word == string(term) {
		return hit.stem
	}
	word := string(term)
	s := []byte(stem(word))
	entry := &stemmed{word: word, stem: s[:len(s):len(s)]}
	slot.Store(entry)
	return entry.stem
}

func stemmerConstructor(map[string]any, *registry.Cache) (analysis.TokenFilter, error) {
	return NewStemmerFilter(), nil
}

func init() {
	if err := registry.RegisterTokenFilter(StemmerName, stemmerConstructor); err != nil {
		panic(err)
	}
}
