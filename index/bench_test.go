package index_test

import (
	"slices"
	"testing"
	"time"

	"suluh/corpus"
	"suluh/index"
)

// BenchmarkBuild indexes the collection as the server does when it starts.
func BenchmarkBuild(b *testing.B) {
	l := collection(b).library
	for b.Loop() {
		e, err := index.NewBleve(b.Context(), l, index.Options{Day: day})
		if err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
	b.ReportMetric(float64(countArticles(l)), "articles")
}

// BenchmarkSearch answers the judged questions over the whole collection, and has plain bleve (default mapping, match
// query, the ids alone) answer the same ones in turn, so that both have the same machine.
func BenchmarkSearch(b *testing.B) {
	c := collection(b)
	judged := readJudged(b, statuteQuestions)
	plain := newPlain(b, c.library, false, nil)
	var ours, theirs []time.Duration
	for b.Loop() {
		for _, j := range judged {
			start := time.Now()
			search(b, c.engine, index.Query{Text: j.question, PerPage: 10})
			middle := time.Now()
			plain(j.question)
			ours, theirs = append(ours, middle.Sub(start)), append(theirs, time.Since(middle))
		}
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	report := func(share float64, name string) {
		a, z := quantile(ours, share), quantile(theirs, share)
		b.ReportMetric(float64(a.Microseconds()), name+"-us")
		b.ReportMetric(float64(z.Microseconds()), name+"-bleve-us")
		b.ReportMetric(float64(a)/float64(z), name+"-ratio")
	}
	report(0.50, "p50")
	report(0.99, "p99")
	b.ReportMetric(float64(countArticles(c.library)), "articles")
	b.ReportMetric(float64(len(judged)), "questions")
	b.ReportMetric(0, "ns/op") // both engines together: says nothing
}

func quantile(sorted []time.Duration, share float64) time.Duration {
	return sorted[int(share*float64(len(sorted)-1))]
}

func countArticles(l *corpus.Library) int {
	n := 0
	for _, w := range l.Works() {
		n += len(l.ArticlesOf(w))
	}
	return n
}
