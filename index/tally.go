package index

import (
	"slices"
	"sync"
)

// tally adds up what documents earn in one search. It has room for every document, and remembers which it touched, so that
// the next search finds it empty without looking at all of them.
type tally struct {
	earned  []earned // by document
	touched []int32

	worth      []float32 // what the word under way earns, the best of several ways
	considered []int32
}

// earned is what a document earned so far.
type earned struct {
	score    float32
	covered  float32 // weight of the words of the question that it has
	concepts uint8   // how many those are
	seen     bool
}

func (t *tally) touch(doc int) {
	if e := &t.earned[doc]; !e.seen {
		e.seen = true
		t.touched = append(t.touched, int32(doc))
	}
}

// add enters what a word of the question with a weight earns in a document.
func (t *tally) add(doc int, worth, weight float32) {
	t.touch(doc)
	e := &t.earned[doc]
	e.score += worth
	e.covered += weight
	e.concepts++
}

// consider notes one way in which a document has the word under way; the best counts.
func (t *tally) consider(doc int, worth float32) {
	if t.worth[doc] == 0 {
		t.considered = append(t.considered, int32(doc))
	}
	t.worth[doc] = max(t.worth[doc], worth)
}

// settle adds what was considered, for the documents that are allowed; nil allows all. Weight is that of the word.
func (t *tally) settle(weight func(doc int) float32, allowed []bool) {
	for _, doc := range t.considered {
		if t.worth[doc] > 0 && (allowed == nil || allowed[doc]) {
			t.add(int(doc), t.worth[doc], weight(int(doc)))
		}
		t.worth[doc] = 0
	}
	t.considered = t.considered[:0]
}

// keep forgets the documents for which wanted is false.
func (t *tally) keep(wanted func(doc int32) bool) {
	kept := t.touched[:0]
	for _, doc := range t.touched {
		if wanted(doc) {
			kept = append(kept, doc)
		} else {
			t.forget(doc)
		}
	}
	t.touched = kept
}

func (t *tally) forget(doc int32) { t.earned[doc] = earned{} }

// pool lends tallies to searches.
type pool struct{ *sync.Pool }

func newPool(docs int) pool {
	return pool{&sync.Pool{New: func() any {
		return &tally{earned: make([]earned, docs), worth: make([]float32, docs)}
	}}}
}

func (p pool) get() *tally { return p.Pool.Get().(*tally) }

// put takes a tally back, emptied.
func (p pool) put(t *tally) {
	for _, doc := range t.touched {
		t.forget(doc)
	}
	for _, doc := range t.considered {
		t.worth[doc] = 0
	}
	t.touched, t.considered = t.touched[:0], t.considered[:0]
	p.Pool.Put(t)
}

// top keeps the best of many documents: a heap with the worst on top. Of equals the earlier document is the better one.
type top struct {
	n    int
	heap []topped
}

type topped struct {
	doc   int32
	score float32
}

func newTop(n int) *top { return &top{n: n} }

func (a topped) worse(b topped) bool {
	return a.score < b.score || a.score == b.score && a.doc > b.doc
}

func (t *top) offer(doc int32, score float32) {
	x := topped{doc, score}
	if len(t.heap) < t.n {
		t.heap = append(t.heap, x)
		for i := len(t.heap) - 1; i > 0 && t.heap[i].worse(t.heap[(i-1)/2]); i = (i - 1) / 2 {
			t.heap[i], t.heap[(i-1)/2] = t.heap[(i-1)/2], t.heap[i]
		}
		return
	}
	if !t.heap[0].worse(x) {
		return
	}
	t.heap[0] = x
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.heap); child++ {
			if t.heap[child].worse(t.heap[worst]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.heap[i], t.heap[worst] = t.heap[worst], t.heap[i]
		i = worst
	}
}

// docs returns the documents, best first.
func (t *top) docs() []int {
	slices.SortFunc(t.heap, func(a, b topped) int {
		switch {
		case b.worse(a):
			return -1
		case a.worse(b):
			return 1
		}
		return 0
	})
	out := make([]int, len(t.heap))
	for i, x := range t.heap {
		out[i] = int(x.doc)
	}
	return out
}
