package corpus

import (
	"slices"
	"strings"
)

// ChangeKind tells on which side of a comparison words stand.
type ChangeKind int

// The kinds of change.
const (
	Same  ChangeKind = iota // on both sides
	OnlyA                   // only in the first text
	OnlyB                   // only in the second text
)

// Change is a run of words in a comparison. Text has a line break where a paragraph ends.
type Change struct {
	Kind ChangeKind
	Text string
}

// Compare compares two texts word by word and marks as few words as can be. Letter case and punctuation count, white space
// does not. Of several ways to mark as few, it takes the one that follows from these steps: cut off what is equal at both
// ends; split the rest at its middle (see middle) and compare the halves; put the words of a before those of b; move a
// change over equal words where these then stand in one piece. site/offline/banding.js takes the same steps and must come to
// the same marks: what is changed here is changed there.
func Compare(a, b string) []Change {
	var out []Change
	for _, r := range shifted(joined(compareWords(wordsOf(a), wordsOf(b)))) {
		out = append(out, Change{r.kind, textOf(r.words)})
	}
	return out
}

// paragraphMark stands among words where a paragraph ends.
const paragraphMark = "¶"

func wordsOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(append(out, strings.Fields(line)...), paragraphMark)
	}
	return out
}

func textOf(words []string) string {
	s := strings.Join(words, " ")
	s = strings.ReplaceAll(s, " "+paragraphMark+" ", "\n")
	s = strings.ReplaceAll(s, paragraphMark+" ", "\n")
	return strings.ReplaceAll(strings.ReplaceAll(s, " "+paragraphMark, "\n"), paragraphMark, "\n")
}

// run is a row of words of one kind.
type run struct {
	kind  ChangeKind
	words []string
}

func compareWords(a, b []string) []run {
	start, end := 0, 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	out := []run{{Same, a[:start]}}
	restA, restB := a[start:len(a)-end], b[start:len(b)-end]
	if len(restA) == 0 || len(restB) == 0 {
		out = append(out, run{OnlyA, restA}, run{OnlyB, restB})
	} else {
		x, y := middle(restA, restB)
		out = slices.Concat(out, compareWords(restA[:x], restB[:y]), compareWords(restA[x:], restB[y:]))
	}
	return append(out, run{Same, a[len(a)-end:]})
}

// middle returns a place through which a shortest way leads from the starts of a and b to their ends, where a step takes a
// word of one of them, and equal words of both are free: E. Myers, "An O(ND) difference algorithm and its variations"
// (1986), section 4b. Ways from the starts and from the ends grow by a step in turns until they meet. Neither a nor b is
// empty, and both their first and their last words differ.
func middle(a, b []string) (x, y int) {
	forth, back := newReach(a, b), newReach(a, b)
	apart := len(a) - len(b)
	for steps := 1; ; steps++ {
		for k := -steps; k <= steps; k += 2 {
			x := forth.step(k)
			for x >= 0 && x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			forth.set(k, x)
			if met := back.at(apart - k); apart%2 != 0 && x >= 0 && met >= 0 && x+met >= len(a) {
				return x, x - k
			}
		}
		for k := -steps; k <= steps; k += 2 {
			x := back.step(k)
			for x >= 0 && x < len(a) && x-k < len(b) && a[len(a)-1-x] == b[len(b)-1-x+k] {
				x++
			}
			back.set(k, x)
			if met := forth.at(apart - k); apart%2 == 0 && x >= 0 && met >= 0 && x+met >= len(a) {
				return len(a) - x, len(b) - x + k
			}
		}
	}
}

// reach tells how many words of a the farthest way has taken that has taken k more of a than of b; -1 if there is none.
type reach struct {
	ofA, ofB int
	far      []int // from k = -ofB to ofA
}

func newReach(a, b []string) reach {
	r := reach{len(a), len(b), slices.Repeat([]int{-1}, len(a)+len(b)+1)}
	r.set(0, 0)
	return r
}

func (r reach) at(k int) int {
	if k < -r.ofB || k > r.ofA {
		return -1
	}
	return r.far[k+r.ofB]
}

func (r reach) set(k, x int) {
	if k >= -r.ofB && k <= r.ofA {
		r.far[k+r.ofB] = x
	}
}

// step goes to k from either side: by a word of a, or by one of b.
func (r reach) step(k int) int {
	byA, byB := r.at(k-1), r.at(k+1)
	if byA == r.ofA {
		byA = -1
	}
	if byB-k > r.ofB {
		byB = -1
	}
	if byA >= 0 {
		byA++
	}
	return max(byA, byB)
}

// joined puts runs of one kind together, and between equal words those of a before those of b. No run is empty.
func joined(runs []run) []run {
	var out []run
	words := map[ChangeKind][]string{}
	end := func(kinds ...ChangeKind) {
		for _, k := range kinds {
			if len(words[k]) > 0 {
				out = append(out, run{k, words[k]})
				words[k] = nil
			}
		}
	}
	for _, r := range runs {
		switch {
		case len(r.words) == 0:
			continue
		case r.kind == Same:
			end(OnlyA, OnlyB)
		default:
			end(Same)
		}
		words[r.kind] = slices.Concat(words[r.kind], r.words)
	}
	end(Same, OnlyA, OnlyB)
	return out
}

// shifted moves a change over the equal words before or after it where the same words stand at its other end, so that
// what is equal stands in one piece: "[x y] x y" and not "x [y x] y".
func shifted(runs []run) []run {
	for i := 1; i < len(runs)-1; i++ {
		before, change, after := runs[i-1].words, runs[i].words, runs[i+1].words
		if runs[i-1].kind != Same || runs[i+1].kind != Same {
			continue
		}
		if rest := len(change) - len(before); rest >= 0 && slices.Equal(change[rest:], before) {
			runs[i].words = slices.Concat(before, change[:rest])
			runs[i+1].words = slices.Concat(before, after)
			runs[i-1].words = nil
			return shifted(joined(runs))
		}
		if n := len(after); n <= len(change) && slices.Equal(change[:n], after) {
			runs[i-1].words = slices.Concat(before, after)
			runs[i].words = slices.Concat(change[n:], after)
			runs[i+1].words = nil
			return shifted(joined(runs))
		}
	}
	return runs
}
