package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"strings"
	"sync"

	"suluh/corpus"
)

// Article is a document of the engine as the benchmarks give it to its rivals.
type Article struct {
	Ref                        corpus.Ref
	Heading, Text, Elucidation string // heading: whatever is no wording of the law
}

// CoreArticles returns the documents of a library, and ImportedArticles those of an imported work.
func CoreArticles(l *corpus.Library, day corpus.Date) []Article { return articlesOf(documents(l, day)) }

func ImportedArticles(w *corpus.Work) []Article { return articlesOf(importedDocuments(w)) }

func articlesOf(ds []document) []Article {
	var out []Article
	for _, d := range ds {
		heading := strings.TrimSpace(d.fields[fieldCaption] + "\n" + d.fields[fieldKeywords] + "\n" + d.fields[fieldHeading])
		out = append(out, Article{d.ref, heading, d.fields[fieldText], d.fields[fieldElucidation]})
	}
	return out
}

func (a Article) document() document {
	d := document{ref: a.Ref, facets: with(workFacets(a.Ref), FacetCollection, ImportedCollection)}
	d.fields[fieldText], d.fields[fieldElucidation], d.fields[fieldHeading] = a.Text, a.Elucidation, a.Heading
	return d
}

// BuildArticles does what [Build] does once the works are parsed: it analyses articles in as many goroutines as there are
// processors, and joins what they write into one segment, the only file of the folder.
func BuildArticles(ctx context.Context, articles iter.Seq2[Article, error], dir string) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	workers := runtime.GOMAXPROCS(0)
	works := make(chan []Article, workers)
	writers := make([]*runWriter, workers)
	errs := make([]error, workers)
	var group sync.WaitGroup
	for i := range workers {
		writers[i] = &runWriter{dir: dir, prefix: fmt.Sprintf("bagian-%d", i), limit: defaultMemory / workers}
		group.Go(func() { errs[i] = writers[i].addAll(works) })
	}
	err := sendWorks(articles, works)
	close(works)
	group.Wait()
	if err := errors.Join(append(errs, err)...); err != nil {
		return err
	}
	var runs []string
	for _, w := range writers {
		runs = append(runs, w.files...)
	}
	return (&build{dir: dir, survey: &surveyed{}}).join(ctx, nil, runs)
}

// addAll adds the articles of works. After an error it takes the rest without looking, so that whoever sends can end.
func (r *runWriter) addAll(works <-chan []Article) error {
	var err error
	for articles := range works {
		for _, a := range articles {
			if err == nil {
				err = r.add(a.document())
			}
		}
	}
	if err != nil {
		return err
	}
	return r.flush()
}

// sendWorks sends articles, those of a work together.
func sendWorks(articles iter.Seq2[Article, error], to chan<- []Article) error {
	var work []Article
	for a, err := range articles {
		if err != nil {
			return err
		}
		if len(work) > 0 && work[0].Ref.Work != a.Ref.Work {
			to <- work
			work = nil
		}
		work = append(work, a)
	}
	if len(work) > 0 {
		to <- work
	}
	return nil
}
