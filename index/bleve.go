package index

import (
	"context"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// Names of the fields in bleve. Everything an article is found by is in one stemmed field; the order of the hits is
// made afterwards, from the parts ([engine.rank]).
const (
	bleveStems  = "akar"   // every part of the document, stemmed
	bleveExact  = "persis" // wording and elucidation, word for word, for phrases
	facetSize   = 200      // values of a facet that are counted; the collection has far fewer
	batchSize   = 500      // documents written at once
	minConcepts = 3        // words of a question from which on one alone in common is not enough
)

// engine is the bleve engine.
type engine struct {
	ranker
	index   bleve.Index
	views   map[string]*view // by reference
	stems   map[string]int   // that stand in a document, with the number of articles and cards that have them
	average [fieldCount]float64
	*vocabulary
}

// Options of an engine.
type Options struct {
	Day corpus.Date // the day of the questions: it decides between laws of one name, and which wording is searched
}

// NewBleve indexes a library in memory. It fails when bleve does or ctx ends.
func NewBleve(ctx context.Context, l *corpus.Library, o Options) (Engine, error) {
	docs := documents(l, o.Day)
	e := &engine{views: make(map[string]*view, len(docs)), stems: map[string]int{}, vocabulary: newVocabulary(docs)}
	e.ranker = newRanker(l, o.Day, [homes]int{core: countLaws(docs)}, e)
	var err error
	if e.index, err = bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil); err != nil {
		return nil, fmt.Errorf("create index: %w", err)
	}
	if err := e.add(ctx, docs); err != nil {
		e.index.Close()
		return nil, err
	}
	return e, nil
}

func newMapping() mapping.IndexMapping {
	text := func(analyzer string, positions bool) *mapping.FieldMapping {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.DocValues = analyzer, false, false, false
		f.IncludeTermVectors = positions
		return f
	}
	filter := bleve.NewTextFieldMapping()
	filter.Analyzer, filter.Store, filter.IncludeInAll, filter.DocValues = keyword.Name, false, false, true
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt(bleveStems, text(indonesian.AnalyzerName, false))
	doc.AddFieldMappingsAt(bleveExact, text(indonesian.ExactAnalyzerName, true))
	for _, f := range Facets {
		doc.AddFieldMappingsAt(string(f), filter)
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.ScoringModel = "bm25"
	return m
}

func (e *engine) add(ctx context.Context, docs []document) error {
	batch := e.index.NewBatch()
	views := make([]*view, len(docs))
	for i, d := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		id := d.ref.String()
		v := newView(d, &e.average)
		e.views[id] = v
		views[i] = v
		fields := map[string]any{
			bleveStems: strings.Join(d.fields[:], "\n"),
			bleveExact: []string{d.fields[fieldText], d.fields[fieldElucidation]}, // no phrase goes from one into the other
		}
		for facet, values := range d.facets {
			fields[string(facet)] = values
		}
		if err := batch.Index(id, fields); err != nil {
			return fmt.Errorf("index %s: %w", id, err)
		}
		e.learn(v)
		if batch.Size() >= batchSize || i == len(docs)-1 {
			if err := e.index.Batch(batch); err != nil {
				return fmt.Errorf("write index: %w", err)
			}
			batch = e.index.NewBatch()
		}
	}
	e.average = averageOfLaw(views)
	return nil
}

// stands implements [lexis].
func (e *engine) stands(stem string) bool {
	_, found := e.stems[stem]
	return found
}

// articlesWith implements [lexis]. All documents are of the core.
func (e *engine) articlesWith(stem string) [homes]int { return [homes]int{core: e.stems[stem]} }

// learn adds a document to what the ranking knows of words. Frequencies, as lengths, are those of the law alone, so that
// decisions and topics, however many, never change the order of articles.
func (e *engine) learn(v *view) {
	for stem := range v.at {
		n := e.stems[stem]
		if v.isLaw() {
			n++
		}
		e.stems[stem] = n
	}
}

// Close implements [Engine].
func (e *engine) Close() error { return e.index.Close() }

// Search implements [Engine].
func (e *engine) Search(ctx context.Context, q Query) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, fmt.Errorf("search: %w", err)
	}
	asked := e.understand(q.Text)
	found := e.candidates(asked)
	if found == nil {
		return Result{Unknown: asked.unknown}, nil
	}
	page, per := min(max(q.Page, 1), MaxPage), min(max(q.PerPage, 0), MaxPerPage)
	if per == 0 {
		per = 10
	}
	first := (page - 1) * per
	req := bleve.NewSearchRequestOptions(filtered(found, q.Filter, ""), max(rankDepth, first+per), 0, false)
	req.SortBy([]string{"-_score", "_id"}) // equals in the same order in every index
	for _, f := range Facets {
		req.AddFacet(string(f), bleve.NewFacetRequest(string(f), facetSize))
	}
	res, err := e.index.SearchInContext(ctx, req)
	if err != nil {
		return Result{}, fmt.Errorf("search: %w", err)
	}
	out := Result{Total: int(res.Total), Corrected: asked.corrected, Unknown: asked.unknown, Counts: map[Facet][]Count{}}
	for _, f := range Facets {
		out.Counts[f] = counts(res, f)
		if len(q.Filter[f]) > 0 { // a filter shows what each of its own choices would leave, so it counts without itself
			if out.Counts[f], err = e.count(ctx, filtered(found, q.Filter, f), f); err != nil {
				return Result{}, err
			}
		}
	}
	views := make([]*view, len(res.Hits))
	for i, h := range res.Hits {
		views[i] = e.views[h.ID]
	}
	w := e.weights(asked)
	hits := e.rank(asked, w, views, q.Day)
	hits = hits[min(first, len(hits)):min(first+per, len(hits))]
	for _, h := range hits {
		out.Hits = append(out.Hits, h.hit(asked, w[core]))
	}
	return out, nil
}

// candidates makes the query that finds every article with something of the question; nil if it asks for nothing.
// The words go to bleve as terms, never as its query language.
func (e *engine) candidates(q question) query.Query {
	var perConcept []query.Query
	for i, c := range q.concepts {
		any := []query.Query{term(c.stem)}
		for _, m := range c.meant {
			any = append(any, term(m))
		}
		for _, s := range q.synonyms {
			if s.start <= i && i < s.end {
				any = append(any, all(s.terms))
			}
		}
		perConcept = append(perConcept, bleve.NewDisjunctionQuery(any...))
	}
	var must []query.Query
	for _, p := range q.phrases {
		phrase := bleve.NewMatchPhraseQuery(p)
		phrase.SetField(bleveExact)
		must = append(must, phrase)
	}
	if len(must) > 0 {
		return bleve.NewConjunctionQuery(must...)
	}
	if len(perConcept) == 0 {
		return nil
	}
	words := bleve.NewDisjunctionQuery(perConcept...)
	if len(perConcept) >= minConcepts {
		words.SetMin(2)
	}
	return words
}

func term(stem string) query.Query {
	t := bleve.NewTermQuery(stem)
	t.SetField(bleveStems)
	return t
}

func all(stems []string) query.Query {
	var must []query.Query
	for _, s := range stems {
		must = append(must, term(s))
	}
	return bleve.NewConjunctionQuery(must...)
}

// filtered narrows a query by a filter, but not by the facet except.
func filtered(q query.Query, filter Filter, except Facet) query.Query {
	must := []query.Query{q}
	for _, f := range Facets {
		if f == except {
			continue
		}
		var any []query.Query
		for _, v := range filter[f] {
			t := bleve.NewTermQuery(v)
			t.SetField(string(f))
			any = append(any, t)
		}
		if len(any) > 0 {
			must = append(must, bleve.NewDisjunctionQuery(any...))
		}
	}
	if len(must) == 1 {
		return q
	}
	return bleve.NewConjunctionQuery(must...)
}

// count counts the hits of a query by the values of a facet.
func (e *engine) count(ctx context.Context, q query.Query, f Facet) ([]Count, error) {
	req := bleve.NewSearchRequestOptions(q, 0, 0, false)
	req.AddFacet(string(f), bleve.NewFacetRequest(string(f), facetSize))
	res, err := e.index.SearchInContext(ctx, req)
	if err != nil {
		return nil, fmt.Errorf("count by %s: %w", f, err)
	}
	return counts(res, f), nil
}

func counts(res *bleve.SearchResult, f Facet) []Count {
	facet := res.Facets[string(f)]
	if facet == nil || facet.Terms == nil {
		return nil
	}
	var out []Count
	for _, t := range facet.Terms.Terms() {
		out = append(out, Count{t.Term, t.Count})
	}
	return out
}
