package corpus_test

import (
	"regexp"
	"testing"
	"time"

	"suluh/corpus"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if l, _ := corpus.Load(corpus.Texts()); len(l.Works()) == 0 {
			b.Fatal("no work was loaded")
		}
	}
}

// BenchmarkFindCitations finds the citations in every text of the corpus, and beside it the plain scan that a program
// without a grammar would make. The metric "×naive" is how many times longer ours takes.
func BenchmarkFindCitations(b *testing.B) {
	l := embedded(b)
	day := corpus.MustParseDate("2026-01-02")
	naive := regexp.MustCompile(`Pasal \d+`)
	type passage struct {
		home corpus.Ref
		text string
	}
	var passages []passage
	bytes := 0
	for _, w := range l.Works() {
		for _, p := range w.Portions() {
			for _, block := range p.Body {
				if block.Text != nil {
					passages = append(passages, passage{p.Ref(), block.Text.Plain})
					bytes += len(block.Text.Plain)
				}
			}
		}
	}
	var ours, theirs time.Duration
	found, scanned := 0, 0
	for b.Loop() {
		start := time.Now()
		for _, p := range passages {
			found += len(l.FindCitations(p.text, p.home, day))
		}
		ours += time.Since(start)
		start = time.Now()
		for _, p := range passages {
			scanned += len(naive.FindAllStringIndex(p.text, -1))
		}
		theirs += time.Since(start)
	}
	if found == 0 || scanned == 0 {
		b.Fatalf("%d citations and %d plain matches, want some of both", found, scanned)
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "×naive")
	b.ReportMetric(float64(bytes)*float64(b.N)/ours.Seconds()/1e6, "MB/s")
	b.ReportMetric(float64(found)/float64(b.N), "citations")
	b.ReportMetric(float64(scanned)/float64(b.N), "naive-matches")
}
