package verify

import (
	"strings"
	"suluh/corpus/paper"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// opKind says how words of the two sides go together.
type opKind int

const (
	opSame      opKind = iota
	opSpacing          // the same letters, parted otherwise
	opMisread          // alike in print
	opMarker           // the number of a list item, not in the copy
	opFrame            // a formula, not in the copy
	opFurniture        // only in the copy, and no wording
	opGap              // in the copy, where the corpus does not hold the wording
	opLost             // only in the corpus
	opAdded            // only in the copy
)

// op is one step of an alignment.
type op struct {
	kind opKind
	a, b []token
	why  string // of furniture: what it is
}

// align puts the words of the corpus beside those of the copy.
func (v vocabulary) align(a, b []token) []op {
	runes := map[string]rune{}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // an exact answer, the same every time
	var out []op
	var x, y []token // what differs before the next agreement
	for _, d := range dmp.DiffMainRunes(asRunes(a, runes), asRunes(b, runes), false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			x, a = append(x, a[:n]...), a[n:]
		case diffmatchpatch.DiffInsert:
			y, b = append(y, b[:n]...), b[n:]
		default:
			out = v.refine(out, x, y)
			x, y = nil, nil
			for i := range n {
				out = append(out, op{kind: opSame, a: a[i : i+1], b: b[i : i+1]})
			}
			a, b = a[n:], b[n:]
		}
	}
	out = v.refine(out, x, y)
	return settle(out)
}

// asRunes writes each word as one character, the same for the same word.
func asRunes(tokens []token, runes map[string]rune) []rune {
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		r, ok := runes[t.key]
		if !ok {
			r = rune(len(runes) + 1)
			if r >= 0xd800 {
				r += 0x800 // past the surrogates, which are no characters
			}
			runes[t.key] = r
		}
		out[i] = r
	}
	return out
}

// The costs by which the best alignment is chosen: a tolerance is cheaper than a difference.
const (
	costTolerance = 1
	costMisread   = 2
	costDiffers   = 10
)

// mostRefined bounds the work on one stretch of differing words, in pairs of words.
const mostRefined = 400_000

// joins are the numbers of words that may be one another, parted otherwise.
var joins = [][2]int{{1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 2}, {2, 3}, {3, 2}}

type step struct {
	cost int
	kind opKind
	m, n int // words of the corpus and of the copy
}

// refine finds in a stretch of differing words what can be tolerated.
func (v vocabulary) refine(out []op, a, b []token) []op {
	if len(a) == 0 && len(b) == 0 {
		return out
	}
	if (len(a)+1)*(len(b)+1) > mostRefined {
		return coarse(out, a, b)
	}
	best := make([][]step, len(a)+1)
	for i := len(a); i >= 0; i-- {
		best[i] = make([]step, len(b)+1)
		for j := len(b); j >= 0; j-- {
			if i < len(a) || j < len(b) {
				best[i][j] = v.bestStep(best, a, b, i, j)
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		s := best[i][j]
		if s.m+s.n > 0 && !(s.kind == opGap && s.n == 0) {
			out = append(out, op{kind: s.kind, a: a[i : i+s.m], b: b[j : j+s.n]})
		}
		if s.kind == opGap && s.n > 0 {
			out[len(out)-1].a = a[i : i+1] // what it stands for; the gap may take more words
			j += s.n
			continue
		}
		i, j = i+s.m, j+s.n
	}
	return out
}

func (v vocabulary) bestStep(best [][]step, a, b []token, i, j int) step {
	s := step{cost: 1 << 30}
	try := func(kind opKind, cost, m, n int) {
		if total := cost + best[i+m][j+n].cost; total < s.cost {
			s = step{total, kind, m, n}
		}
	}
	if i < len(a) && j < len(b) {
		if a[i].key == b[j].key {
			try(opSame, 0, 1, 1)
		} else if v.misread(a[i], b[j]) {
			try(opMisread, costMisread, 1, 1)
		}
		for _, m := range joins {
			if i+m[0] <= len(a) && j+m[1] <= len(b) {
				if kind := v.joined(a[i:i+m[0]], b[j:j+m[1]]); kind == opSpacing {
					try(opSpacing, costTolerance, m[0], m[1])
				} else if kind == opMisread {
					try(opMisread, costMisread+costTolerance, m[0], m[1])
				}
			}
		}
	}
	if i < len(a) {
		switch a[i].role {
		case gap:
			try(opGap, 0, 1, 0)
		case frame:
			try(opFrame, costTolerance, 1, 0)
		case marker:
			try(opMarker, costTolerance, 1, 0)
		default:
			try(opLost, costDiffers, 1, 0)
		}
	}
	if j < len(b) {
		if i < len(a) && a[i].role == gap {
			if total := best[i][j+1].cost; total < s.cost || total == s.cost && s.kind == opGap {
				s = step{total, opGap, 0, 1}
			}
		}
		try(opAdded, costDiffers, 0, 1)
	}
	return s
}

// joined says whether words are the same when the spaces between them are left out. opAdded means that they are not.
func (v vocabulary) joined(a, b []token) opKind {
	if len(a) == 2 && len(b) == 2 && (a[0].key == b[0].key || a[1].key == b[1].key) {
		return opAdded
	}
	x, okA := glue(a)
	y, okB := glue(b)
	switch {
	case !okA || !okB:
		return opAdded
	case paper.Key(x) == paper.Key(y):
		return opSpacing
	case len(a) == 1 || len(b) == 1:
		if hasWord(v, b) && !paper.HasDigit(x) {
			return opAdded
		}
		if paper.LookAlike(x, y) {
			return opMisread
		}
	}
	return opAdded
}

// hasWord reports whether all tokens are words of the corpus.
func hasWord(v vocabulary, tokens []token) bool {
	for _, t := range tokens {
		if !v[t.key] {
			return false
		}
	}
	return true
}

// glue writes words as one. It refuses to make one number of two: "1 2" is not 12. The dot or comma inside an amount
// that a space broke is put back.
func glue(tokens []token) (string, bool) {
	var b strings.Builder
	for i, t := range tokens {
		if t.role == gap {
			return "", false
		}
		if i > 0 && endsInDigit(tokens[i-1].word) && startsInDigit(t.word) {
			switch tokens[i-1].post {
			case ".", ",":
				b.WriteString(tokens[i-1].post)
			default:
				return "", false
			}
		}
		b.WriteString(t.word)
	}
	return b.String(), true
}

func startsInDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
func endsInDigit(s string) bool   { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// coarse lays a stretch that is too long to refine side by side. Words go into a gap if there is one.
func coarse(out []op, a, b []token) []op {
	kind, hole := opAdded, []token(nil)
	for i := range a {
		if a[i].role == gap {
			kind, hole = opGap, a[i:i+1]
			continue
		}
		out = append(out, op{kind: opLost, a: a[i : i+1]})
	}
	for j := range b {
		out = append(out, op{kind: kind, a: hole, b: b[j : j+1]})
	}
	return out
}

// settle takes tolerance back where the words around it differ: the number of a list item that is lost with its words
// is lost, and so is one where the copy shows no new line.
//
// Words at a gap for list items are such items only from the first number on that the list leaves out.
func settle(ops []op) []op {
	var hole *skipped
	inside := false
	for i := range ops {
		if ops[i].kind == opGap {
			if skip := ops[i].a[0].skip; skip != hole {
				hole, inside = skip, skip.before == 0
			}
			if b := ops[i].b[0]; !inside {
				n := listOrdinal(b.key)
				inside = n > hole.after && n < hole.before && strings.ContainsAny(b.post, ".)")
			}
			if !inside {
				ops[i].kind, ops[i].a = opAdded, nil
			}
		}
		if ops[i].kind != opMarker {
			continue
		}
		before := i > 0 && ops[i-1].kind == opLost
		after := i+1 < len(ops) && (ops[i+1].kind == opLost || ops[i+1].kind == opAdded)
		newLine := i+1 < len(ops) && len(ops[i+1].b) > 0 && ops[i+1].b[0].first
		if before || after || !newLine {
			ops[i].kind = opLost
		}
	}
	return ops
}
