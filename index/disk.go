package index

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// rareWord is in how many articles a word of imported works must stand to be taken for a word, not for a slip of whatever
// read their pages.
const rareWord = 3

// disk is the engine over a segment. It finds and weighs in one walk through the postings; what is best by that is put in
// order by [ranker.rank], with the positions of the words.
type disk struct {
	ranker
	*segment
	mean     [homes][fieldCount]float64
	foreign  int                   // the first imported document; those of the core stand before them
	worth    [][fieldCount]float32 // what one occurrence is worth in each field of a document, of that length
	first    map[string]int        // first document of each work; those of a work stand together
	values   []facetValue          // every value of every facet
	valuesOf [][]int32             // for each of about.Facets, which of values it has
	shares   []float32             // for each of about.Facets, what a score is worth apart from standing
	besides  *vocabulary           // [wordsBesides]
	minKnown int
	tallies  pool
}

// NewSegment indexes a library in memory, in the form that [Build] writes to disk. It fails when ctx ends.
func NewSegment(ctx context.Context, l *corpus.Library, o Options) (Engine, error) {
	b, err := newBuilder()
	if err != nil {
		return nil, err
	}
	for _, d := range documents(l, o.Day) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := b.add(d); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		return nil, err
	}
	s, err := openSegment(out.Bytes())
	if err != nil {
		return nil, err
	}
	return newDisk(s, l, o), nil
}

// wordsBesides are the words that are known though no document need have them: those of the thesaurus and the stop words.
var wordsBesides = sync.OnceValue(func() *vocabulary {
	v := newVocabulary(nil)
	for w := range indonesian.StopWords() {
		v.stems[indonesian.Stem(w)] = true
	}
	return v
})

// newDisk makes the engine of a segment.
func newDisk(s *segment, l *corpus.Library, o Options) *disk {
	e := &disk{segment: s, first: map[string]int{}, besides: wordsBesides(), minKnown: 1}
	e.ranker = newRanker(l, o.Day, e.settle(), e)
	if e.foreign < s.Docs {
		e.minKnown = rareWord
	}
	e.collectValues()
	e.worth = make([][fieldCount]float32, s.Docs)
	for doc := range e.worth {
		if work := s.Works[s.workOf(doc)]; doc == 0 || s.workOf(doc) != s.workOf(doc-1) {
			e.first[work] = doc
		}
		mean := &e.mean[e.homeOf(doc)]
		for f := range fieldCount {
			e.worth[doc][f] = float32(fieldWeight[f] / lengthNorm(f, s.length(doc, f), mean[f]))
		}
	}
	for _, f := range s.about.Facets {
		d := document{facets: f}
		if len(f[FacetWork]) > 0 {
			d.ref.Work = f[FacetWork][0]
		}
		e.shares = append(e.shares, float32(e.shareOf(d, corpus.InForce)))
	}
	e.tallies = newPool(s.Docs)
	return e
}

// settle finds where the imported documents begin, and how long the fields of articles and cards are on average. It returns
// how many of these there are.
func (e *disk) settle() (laws [homes]int) {
	for e.foreign < e.Docs && e.about.Facets[e.facetsOf(e.foreign)].home() == core {
		e.foreign++
	}
	var sums [homes][fieldCount]float64
	for doc := range e.foreign {
		if !e.isLaw(doc) {
			continue
		}
		laws[core]++
		for f := range fieldCount {
			sums[core][f] += e.length(doc, f)
		}
	}
	laws[imported] = e.Laws - laws[core]
	for f, sum := range e.Sums {
		sums[imported][f] = float64(sum) - sums[core][f]
		for h := range homes {
			e.mean[h][f] = sums[h][f] / max(1, float64(laws[h]))
		}
	}
	return laws
}

func (e *disk) homeOf(doc int) home {
	if doc < e.foreign {
		return core
	}
	return imported
}

// Close implements [Engine]. The segment belongs to whoever opened it.
func (e *disk) Close() error { return nil }

// facetValue is a value of a facet.
type facetValue struct {
	facet Facet
	value string
}

// collectValues numbers the values of the facets.
func (e *disk) collectValues() {
	number := map[facetValue]int32{}
	for _, f := range e.about.Facets {
		var has []int32
		for facet, values := range f {
			for _, value := range values {
				v := facetValue{facet, value}
				if _, known := number[v]; !known {
					number[v] = int32(len(e.values))
					e.values = append(e.values, v)
				}
				has = append(has, number[v])
			}
		}
		e.valuesOf = append(e.valuesOf, has)
	}
}

// docOf returns the document of an article, a card or a decision.
func (e *disk) docOf(r corpus.Ref) (doc int, ok bool) {
	doc, ok = e.first[r.Work]
	for ; ok && doc < e.Docs && e.Works[e.workOf(doc)] == r.Work; doc++ {
		if e.ref(doc) == r {
			return doc, true
		}
	}
	return 0, false
}

// stands implements [lexis].
func (e *disk) stands(stem string) bool { return e.stems.find(stem).docs > 0 }

// articlesWith implements [lexis]. The postings tell the sum of both homes; those of the core come first and are few.
func (e *disk) articlesWith(stem string) (n [homes]int) {
	l := e.stems.find(stem)
	if e.foreign == e.Docs {
		return [homes]int{core: l.laws}
	}
	for l.next() && l.doc < e.foreign {
		if e.isLaw(l.doc) {
			n[core]++
		}
	}
	n[imported] = l.laws - n[core]
	return n
}

// knows implements [lexis].
func (e *disk) knows(stem string) bool {
	return e.besides.knows(stem) || e.isWord(e.stems.find(stem))
}

// isWord reports whether a term is a word, and no slip of whatever read the pages: it stands in the core, or often.
func (e *disk) isWord(l list) bool {
	return l.docs >= e.minKnown || l.next() && l.doc < e.foreign
}

// nearest implements [lexis]. It reads through all words: a misspelt one is rare enough.
func (e *disk) nearest(word string) []string {
	letters := []rune(word)
	if len(letters) < minCorrected {
		return nil
	}
	var found []wordCount
	for i := range e.words.n {
		term := e.words.term(i)
		if n := utf8.RuneCount(term); n < len(letters)-1 || n > len(letters)+1 || !oneSlip(letters, []rune(string(term))) {
			continue
		}
		if l := e.words.list(i); e.isWord(l) {
			found = append(found, wordCount{string(term), l.total})
		}
	}
	for length := len(letters) - 1; length <= len(letters)+1; length++ {
		for _, w := range e.besides.words[length] {
			if !oneSlip(letters, []rune(w.word)) {
				continue
			}
			if i := slices.IndexFunc(found, func(f wordCount) bool { return f.word == w.word }); i >= 0 {
				found[i].count += w.count
			} else {
				found = append(found, w)
			}
		}
	}
	slices.SortFunc(found, func(a, b wordCount) int { // as [vocabulary.nearest] finds them
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(a.word), utf8.RuneCountInString(b.word)), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	return likeliest(found, letters)
}

// Search implements [Engine].
func (e *disk) Search(ctx context.Context, q Query) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, fmt.Errorf("search: %w", err)
	}
	asked := e.understand(q.Text)
	w := e.weights(asked)
	t := e.tallies.get()
	defer e.tallies.put(t)
	if !e.pinned(q.Text, t) {
		if len(asked.concepts) == 0 && len(asked.phrases) == 0 {
			return Result{Unknown: asked.unknown}, nil
		}
		if err := e.find(ctx, asked, w, t); err != nil {
			return Result{}, fmt.Errorf("search: %w", err)
		}
	}
	out := Result{Corrected: asked.corrected, Unknown: asked.unknown}
	out.Total, out.Counts = e.count(t, q.Filter)
	page, per := min(max(q.Page, 1), MaxPage), min(max(q.PerPage, 0), MaxPerPage)
	if per == 0 {
		per = 10
	}
	first := (page - 1) * per
	docs := e.best(asked, w, t, q.Filter, max(rankDepth, first+per))
	views, docOf := e.views(asked, docs)
	hits := e.rank(asked, w, views, q.Day)
	for _, h := range hits[min(first, len(hits)):min(first+per, len(hits))] {
		h.fields = e.texts(docOf[h.ref])
		out.Hits = append(out.Hits, h.hit(asked, w[h.home()]))
	}
	return out, nil
}

// pinned tallies the articles that a question means which is nothing but citations; false for any other question.
func (e *disk) pinned(text string, t *tally) bool {
	for _, c := range e.library.Lookup(text, e.day) {
		if c.State != corpus.Resolved {
			continue
		}
		if doc, ok := e.docOf(e.library.Canonical(c.Target).Article()); ok {
			t.add(doc, 1, 0)
		}
	}
	return len(t.touched) > 0
}

// find tallies every document with something of the question.
func (e *disk) find(ctx context.Context, q question, w weights, t *tally) error {
	var allowed []bool
	if len(q.phrases) > 0 {
		allowed = e.withPhrases(q.phrases, t)
	}
	for i, c := range q.concepts {
		if err := ctx.Err(); err != nil {
			return err
		}
		lists := []weighed{e.weigh(c.stem, 1, w)}
		for _, m := range c.meant {
			lists = append(lists, e.weigh(m, correctedWeight, w))
		}
		var together [][]weighed
		for _, s := range q.synonyms {
			if i < s.start || s.end <= i {
				continue
			}
			var all []weighed
			for _, term := range s.terms {
				all = append(all, e.weigh(term, s.weight/float64(s.end-s.start), w))
			}
			together = append(together, all)
		}
		e.tallyConcept(t, lists, together, allowed)
	}
	least := uint8(1)
	if len(q.concepts) >= minConcepts && allowed == nil {
		least = 2
	}
	if allowed == nil {
		t.keep(func(doc int32) bool { return t.earned[doc].concepts >= least })
	}
	return nil
}

// weighed is a list of postings with what its term is worth in the documents of each home.
type weighed struct {
	list
	weight [homes]float32
}

// weigh returns the postings of a stem that is worth a share of its weight.
func (e *disk) weigh(stem string, share float64, w weights) weighed {
	return weighed{e.stems.find(stem), [homes]float32{float32(share * w[core][stem]), float32(share * w[imported][stem])}}
}

// earned is what the term of a list earns in the document where the list is.
func (e *disk) earned(l *weighed) float32 { return e.share(&l.list) * l.weight[e.homeOf(l.doc)] }

// tallyConcept adds what one word of the question earns: the best of its lists, of which the first is that of the word itself,
// and of the synonyms whose words a document has all.
func (e *disk) tallyConcept(t *tally, lists []weighed, together [][]weighed, allowed []bool) {
	weight := lists[0].weight
	if len(lists) == 1 && len(together) == 0 { // nearly every word
		for l := &lists[0]; l.next() && l.doc < e.Docs; {
			if allowed == nil || allowed[l.doc] {
				t.add(l.doc, e.earned(l), weight[e.homeOf(l.doc)])
			}
		}
		return
	}
	for i := range lists {
		for l := &lists[i]; l.next() && l.doc < e.Docs; {
			t.consider(l.doc, e.earned(l))
		}
	}
	for _, all := range together {
		for nextCommon(all) && all[0].doc < e.Docs {
			worth := float32(0)
			for i := range all {
				worth = max(worth, e.earned(&all[i]))
			}
			t.consider(all[0].doc, worth)
		}
	}
	t.settle(func(doc int) float32 { return weight[e.homeOf(doc)] }, allowed)
}

// nextCommon moves lists on to the next document that all have; false when there is none.
func nextCommon(lists []weighed) bool {
	if !lists[0].next() {
		return false
	}
	for i := 0; i < len(lists); i++ {
		l := &lists[i]
		for l.doc < lists[0].doc || !l.begun {
			if !l.next() {
				return false
			}
		}
		if l.doc > lists[0].doc {
			for lists[0].doc < l.doc {
				if !lists[0].next() {
					return false
				}
			}
			i = 0 // the others once more
		}
	}
	return true
}

// share is the part of its weight that the term of a list earns in the document where the list is: [view.bm25f].
func (e *disk) share(l *list) float32 {
	worth := &e.worth[l.doc]
	sum := float32(0)
	for fields := l.fields; fields != 0; fields &= fields - 1 {
		f := bits.TrailingZeros8(fields)
		sum += worth[f] * float32(l.times[f])
	}
	return sum * (saturation + 1) / (sum + saturation)
}

// withPhrases tallies the documents in which all phrases stand, and returns which they are.
func (e *disk) withPhrases(phrases []string, t *tally) []bool {
	allowed := make([]bool, e.Docs)
	for i, p := range phrases {
		has := make([]bool, e.Docs)
		e.words.phrase(words(exact, p), e.Docs, func(doc int) { has[doc] = i == 0 || allowed[doc] })
		allowed = has
	}
	for doc, ok := range allowed {
		if ok {
			t.touch(doc)
		}
	}
	return allowed
}

// phrase calls found for every document in whose wording or elucidation words stand one after another.
func (l *lexicon) phrase(ws []word, docs int, found func(doc int)) {
	lists := make([]weighed, len(ws))
	for i, w := range ws {
		lists[i].list = l.find(w.stem)
	}
	var at [][]int32
	for nextCommon(lists) && lists[0].doc < docs {
		for _, f := range []field{fieldText, fieldElucidation} {
			if at = positionsIn(lists, f, at); inARow(at) {
				found(lists[0].doc)
				break
			}
		}
	}
}

// positionsIn returns where the terms of lists stand in a field of the document where the lists are, in the room of at.
func positionsIn(lists []weighed, f field, at [][]int32) [][]int32 {
	for len(at) < len(lists) {
		at = append(at, nil)
	}
	for i := range lists {
		at[i] = lists[i].in(f, at[i][:0])
	}
	return at[:len(lists)]
}

// inARow reports whether some position of the first list is followed by one of each other list, in order.
func inARow(at [][]int32) bool {
	for _, start := range at[0] {
		all := true
		for i := 1; i < len(at) && all; i++ {
			rest := at[i]
			for len(rest) > 0 && rest[0] < start+int32(i) {
				rest = rest[1:]
			}
			at[i] = rest // the next start is further on
			all = len(rest) > 0 && rest[0] == start+int32(i)
		}
		if all {
			return true
		}
	}
	return false
}

// count counts what was tallied, in all and by the values of each facet. A facet is counted without the filter by its own
// values: it shows what each of its choices would leave.
func (e *disk) count(t *tally, filter Filter) (total int, counts map[Facet][]Count) {
	bySet := make([]int, len(e.about.Facets))
	for _, doc := range t.touched {
		bySet[e.facetsOf(int(doc))]++
	}
	ns := make([]int, len(e.values))
	for set, n := range bySet {
		if n == 0 {
			continue
		}
		has := e.about.Facets[set]
		if has.Has(filter) {
			total += n
		}
		for _, i := range e.valuesOf[set] {
			if f := e.values[i].facet; len(filter) == 0 || has.Has(without(filter, f)) {
				ns[i] += n
			}
		}
	}
	counts = map[Facet][]Count{}
	for _, facet := range Facets {
		counts[facet] = nil
	}
	for i, n := range ns {
		if v := e.values[i]; n > 0 {
			counts[v.facet] = append(counts[v.facet], Count{v.value, n})
		}
	}
	for facet, cs := range counts {
		slices.SortFunc(cs, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
		counts[facet] = cs[:min(facetSize, len(cs))]
	}
	return total, counts
}

// without returns a filter without a facet.
func without(f Filter, facet Facet) Filter {
	if len(f[facet]) == 0 {
		return f
	}
	out := Filter{}
	for other, values := range f {
		if other != facet {
			out[other] = values
		}
	}
	return out
}

// best returns the documents with the highest tallies that pass a filter, best first, n at most, and whatever the question
// names.
func (e *disk) best(q question, w weights, t *tally, filter Filter, n int) []int {
	passes := make([]bool, len(e.about.Facets))
	for set, values := range e.about.Facets {
		passes[set] = values.Has(filter)
	}
	possible := float32(0) // in either home
	for _, c := range q.concepts {
		possible += float32(w[core][c.stem])
	}
	top := newTop(n)
	for _, doc := range t.touched {
		set := e.facetsOf(int(doc))
		if !passes[set] {
			continue
		}
		score := t.earned[doc].score
		if possible > 0 {
			score *= 1 - coverage + coverage*min(1, t.earned[doc].covered/possible)
		}
		top.offer(doc, score*e.shares[set])
	}
	docs := top.docs()
	for _, r := range q.cited {
		doc, ok := e.docOf(r.Article())
		if ok && t.earned[doc].seen && passes[e.facetsOf(doc)] && !slices.Contains(docs, doc) {
			docs = append(docs, doc)
		}
	}
	return docs
}

// views makes what the ranking sees of documents: the positions of the stems of the question.
func (e *disk) views(q question, docs []int) ([]*view, map[corpus.Ref]int) {
	views := make([]*view, len(docs))
	docOf := make(map[corpus.Ref]int, len(docs))
	place := make(map[int]*view, len(docs))
	for i, doc := range docs {
		v := &view{document: document{ref: e.ref(doc), facets: e.about.Facets[e.facetsOf(doc)]}, at: map[string]occurrences{}, average: &e.mean[e.homeOf(doc)]}
		for f := range v.length {
			v.length[f] = e.length(doc, field(f))
		}
		views[i], place[doc], docOf[v.ref] = v, v, doc
	}
	ascending := slices.Sorted(slices.Values(docs))
	stems := q.stems()
	slices.Sort(stems)
	var room []int
	for _, stem := range slices.Compact(stems) {
		l := e.stems.find(stem)
		for i := 0; i < len(ascending) && l.next(); {
			for i < len(ascending) && ascending[i] < l.doc {
				i++
			}
			if i < len(ascending) && ascending[i] == l.doc {
				place[l.doc].at[stem] = l.at(&room)
			}
		}
	}
	return views, docOf
}
