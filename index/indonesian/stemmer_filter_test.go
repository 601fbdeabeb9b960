package indonesian_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"suluh/index/indonesian"
)

func TestStemmerFilter(t *testing.T) {
	t.Parallel()
	filter, err := registry.NewCache().TokenFilterNamed(indonesian.StemmerName)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time from the cache
		got := filter.Filter(analysis.TokenStream{
			{Term: []byte("penempatan"), Start: 0, End: 10, Position: 1},
			{Term: []byte("perlindungan"), Start: 11, End: 23, Position: 2},
			{Term: []byte("penempatan"), Start: 24, End: 34, Position: 3, KeyWord: true},
			{Term: []byte("2004"), Start: 35, End: 39, Position: 4, Type: analysis.Numeric},
		})
		want := analysis.TokenStream{
			{Term: []byte("tempat"), Start: 0, End: 10, Position: 1},
			{Term: []byte("lindung"), Start: 11, End: 23, Position: 2},
			{Term: []byte("penempatan"), Start: 24, End: 34, Position: 3, KeyWord: true},
			{Term: []byte("2004"), Start: 35, End: 39, Position: 4, Type: analysis.Numeric},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("Filter = %v, want %v", got, want)
		}
	}
}

// One filter serves the analysis goroutines of a build; the race detector watches.
func TestStemmerFilterConcurrently(t *testing.T) {
	t.Parallel()
	filter := indonesian.NewStemmerFilter()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, p := range wordPairs() {
				tokens := filter.Filter(analysis.TokenStream{{Term: []byte(p.a)}, {Term: []byte(p.b)}})
				for i, word := range []string{p.a, p.b} {
					if got, want := string(tokens[i].Term), indonesian.Stem(word); got != want && !strings.Contains(word, "-") {
						t.Errorf("stem of %q = %q, want %q", word, got, want)
					}
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkStemmerFilter(b *testing.B) {
	text := sample(b)
	tokens := indonesian.NewExact().Analyze(text)
	words := make([][]byte, len(tokens))
	for i, token := range tokens {
		words[i] = token.Term
	}
	b.Run("cached", func(b *testing.B) {
		filter := indonesian.NewStemmerFilter()
		for b.Loop() {
			for i, token := range tokens {
				token.Term = words[i]
			}
			filter.Filter(tokens)
		}
		b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtoken/s")
	})
	b.Run("uncached", func(b *testing.B) {
		for b.Loop() {
			for _, word := range words {
				indonesian.Stem(string(word))
			}
		}
		b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtoken/s")
	})
}
