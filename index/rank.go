package index

import (
	"cmp"
	"slices"
	"sync"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// rankDepth is how many of the first hits that an engine finds are put in order by rank. The others follow as the engine has
// them, so that a later page never shows an article again.
const rankDepth = 1000

// Numbers of the ranking (BM25F: a word is counted over all fields at once, each with a weight, so that a word in two
// fields does not count twice as a surprise). They were set on the questions "dev" and "dev2" of testdata.
var (
	fieldWeight = [fieldCount]float64{fieldText: 1, fieldElucidation: 0.5, fieldCaption: 2.2, fieldKeywords: 1.2, fieldHeading: 0.8}
	lengthShare = [fieldCount]float64{fieldText: 0.6, fieldElucidation: 0.5, fieldCaption: 0.3, fieldKeywords: 0.3, fieldHeading: 0.3}
)

const (
	saturation    = 1.1  // how soon repeating a word stops to count
	nearBonus     = 0.35 // two words of the question side by side, as a share of the rarer one's weight
	nearDistance  = 3    // words apart, at most, to be side by side
	citedBonus    = 0.5  // an article of a law that the question names
	pinnedBonus   = 100  // the very article that the question names: it comes first
	coverage      = 0.5  // how much of the score hangs on the share of the question that is there
	pastShare     = 0.4  // what the score of an article is worth that is not law on the day
	partShare     = 0.8  // the same where only a part of the article is no longer law
	caseShare     = 0.6  // what the score of a decision is worth: the law comes first, then what courts made of it
	importedShare = 0.8  // what the score of an imported article is worth: the core is of the field, and was read
	// what the score of a topic for outreach is worth: it explains the law in its own words, many of them
	materialShare = 0.4
)

// ranker understands questions and puts documents in order, for every engine that finds them.
type ranker struct {
	library   *corpus.Library
	day       corpus.Date // decides between laws of one name in a query
	laws      [homes]int  // articles and cards
	lexis     lexis
	thesaurus *indonesian.Thesaurus
	imported  map[string]float64 // what the scores of each imported work are worth
}

// lexis is what an engine knows of words.
type lexis interface {
	// knows reports whether a word with this stem stands anywhere, in the collection or in the thesaurus.
	knows(stem string) bool
	// nearest returns the words one slip away from a misspelt word, the likeliest first, at most three.
	nearest(word string) []string
	// stands reports whether a stem stands in any document.
	stands(stem string) bool
	// articlesWith returns in how many articles and cards a stem stands.
	articlesWith(stem string) [homes]int
}

func newRanker(l *corpus.Library, day corpus.Date, laws [homes]int, x lexis) ranker {
	return ranker{l, day, laws, x, thesaurus(), importedShares(l, day)}
}

var thesaurus = sync.OnceValue(func() *indonesian.Thesaurus { return indonesian.NewThesaurus(indonesian.Field()) })

// ranked is a document with its score.
type ranked struct {
	*view
	score float64
}

// rank orders documents by how well they answer a question on a day, the day of the engine if zero; best first.
func (r *ranker) rank(q question, w weights, views []*view, day corpus.Date) []ranked {
	if day.IsZero() {
		day = r.day
	}
	out := make([]ranked, 0, len(views))
	for _, v := range views {
		worth := score(q, w[v.home()], v) * r.shareOf(v.document, r.library.Standing(v.ref, day).Status)
		out = append(out, ranked{v, worth + q.bonus(v.ref)})
	}
	slices.SortStableFunc(out[:min(rankDepth, len(out))], func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), compareDocuments(a.document, b.document))
	})
	return out
}

// shareOf returns what the score of a document is worth under its standing in law, and where it comes from.
func (r *ranker) shareOf(d document, s corpus.Status) float64 {
	share := shareOf(d, s)
	if d.home() == imported {
		share *= cmp.Or(r.imported[d.ref.Work], importedShare)
	}
	return share
}

// shareOf returns what the score of a document of the core is worth under its standing in law.
func shareOf(d document, s corpus.Status) float64 {
	switch {
	case s == corpus.Revoked, s == corpus.NotYetInForce:
		return pastShare
	case s == corpus.PartlyRevoked:
		return partShare
	case slices.Contains(d.facets[FacetKind], decisionKind):
		return caseShare
	case slices.Contains(d.facets[FacetKind], materialKind):
		return materialShare
	}
	return 1
}

// bonus is what a document earns for being named in the question, law or not.
func (q question) bonus(r corpus.Ref) float64 {
	sum := 0.0
	for _, ref := range q.cited {
		if ref.Article() == r {
			sum += pinnedBonus
		} else if ref.Work == r.Work {
			sum += citedBonus
		}
	}
	return sum
}

// compareDocuments orders equals: the law first, then by reference.
func compareDocuments(a, b document) int {
	if a.isLaw() != b.isLaw() {
		if a.isLaw() {
			return -1
		}
		return 1
	}
	return compareRefs(a.ref, b.ref)
}

// compareRefs orders equals by work and by the place of the article in it, so that answers are the same every time.
func compareRefs(a, b corpus.Ref) int {
	return cmp.Or(cmp.Compare(a.Work, b.Work), cmp.Compare(len(a.Fragment), len(b.Fragment)), cmp.Compare(a.Fragment, b.Fragment))
}

// stems returns every stem that can answer the question.
func (q question) stems() []string {
	var out []string
	for _, c := range q.concepts {
		out = append(out, c.stem)
		out = append(out, c.meant...)
	}
	for _, s := range q.synonyms {
		out = append(out, s.terms...)
	}
	return out
}

// score computes the score of a document.
//
// Every word of the question is worth what its stem, or the spelling it may have meant, scores; a synonym that covers
// several words is worth its own score where that is more. The best way to cover the question counts.
func score(q question, weights map[string]float64, v *view) float64 {
	n := len(q.concepts)
	alone := make([]float64, n)
	possible := 0.0
	for i, c := range q.concepts {
		alone[i] = v.bm25f(c.stem) * weights[c.stem]
		most := weights[c.stem]
		for _, m := range c.meant {
			alone[i] = max(alone[i], correctedWeight*v.bm25f(m)*weights[m])
			most = weights[m]
		}
		possible += most
	}
	best := make([]float64, n+1)
	covered := make([]float64, n+1) // weight of the concepts that matched, on the best way
	for i := n - 1; i >= 0; i-- {
		best[i] = alone[i] + best[i+1]
		covered[i] = covered[i+1]
		if alone[i] > 0 {
			covered[i] += weights[q.concepts[i].stem]
		}
		for _, s := range q.synonyms {
			if s.start != i {
				continue
			}
			if worth := s.weight*v.phrase(s.terms, weights) + best[s.end]; worth > best[i] {
				best[i] = worth
				covered[i] = covered[s.end]
				for j := s.start; j < s.end; j++ {
					covered[i] += s.weight * weights[q.concepts[j].stem]
				}
			}
		}
	}
	sum := best[0] + nearness(q, weights, v)
	if possible > 0 {
		sum *= 1 - coverage + coverage*min(1, covered[0]/possible)
	}
	return sum
}

// nearness rewards neighbours of the question that stand side by side in the document.
func nearness(q question, weights map[string]float64, v *view) float64 {
	sum := 0.0
	for i := 0; i+1 < len(q.concepts); i++ {
		a, b := q.concepts[i].stem, q.concepts[i+1].stem
		if a != b && v.near(a, b) {
			sum += nearBonus * min(weights[a], weights[b])
		}
	}
	return sum
}

// view is a document as the ranking sees it.
type view struct {
	document
	at      map[string]occurrences // of each stem, or of each stem of the question
	length  [fieldCount]float64
	average *[fieldCount]float64 // of the law
}

func newView(d document, average *[fieldCount]float64) *view {
	v := &view{document: d, average: average}
	v.at, v.length = occurrencesOf(stemmed, d.fields[:])
	return v
}

// averageOfLaw returns how many words each field of an article or card has on average. It adds whole numbers and divides
// once, so that the order of the documents makes no difference.
func averageOfLaw(views []*view) [fieldCount]float64 {
	var sum [fieldCount]float64
	n := 0.0
	for _, v := range views {
		if !v.isLaw() {
			continue
		}
		n++
		for f, length := range v.length {
			sum[f] += length
		}
	}
	for f := range sum {
		sum[f] /= max(1, n)
	}
	return sum
}

// bm25f is the share of a stem's weight that the document earns, between 0 and 1+saturation.
func (v *view) bm25f(stem string) float64 {
	o, ok := v.at[stem]
	if !ok {
		return 0
	}
	return v.saturate(func(f int) int { return len(o.in(f)) })
}

func (v *view) saturate(times func(f int) int) float64 {
	sum := 0.0
	for f := range v.length {
		if n := times(f); n > 0 {
			sum += fieldWeight[f] * float64(n) / lengthNorm(field(f), v.length[f], v.average[f])
		}
	}
	return sum * (saturation + 1) / (sum + saturation)
}

// lengthNorm is by how much the length of a field makes each of its words count less.
func lengthNorm(f field, length, average float64) float64 {
	return 1 - lengthShare[f] + lengthShare[f]*length/max(1, average)
}

// phrase is what a term of one or more stems earns: its words must stand together in one field.
func (v *view) phrase(terms []string, weights map[string]float64) float64 {
	if len(terms) == 1 {
		return v.bm25f(terms[0]) * weights[terms[0]]
	}
	weight := 0.0
	for _, t := range terms {
		weight = max(weight, weights[t])
	}
	return weight * v.saturate(func(f int) int { return v.together(f, terms) })
}

// together counts how often stems stand one after another in a field, stop words between them aside.
func (v *view) together(f int, terms []string) int {
	places := make([][]int, len(terms))
	for i, t := range terms {
		o, ok := v.at[t]
		if !ok {
			return 0
		}
		places[i] = o.in(f)
	}
	n := 0
	for _, at := range places[0] {
		all := true
		for _, next := range places[1:] {
			i := slices.IndexFunc(next, func(p int) bool { return p > at && p <= at+nearDistance })
			if all = i >= 0; !all {
				break
			}
			at = next[i]
		}
		if all {
			n++
		}
	}
	return n
}

// near reports whether two stems stand side by side anywhere.
func (v *view) near(a, b string) bool {
	one, ok := v.at[a]
	other, both := v.at[b]
	if !ok || !both {
		return false
	}
	for f := range v.length {
		for _, p := range one.in(f) {
			for _, r := range other.in(f) {
				if d := r - p; d >= -nearDistance && d <= nearDistance {
					return true
				}
			}
		}
	}
	return false
}
