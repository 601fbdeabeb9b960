package corpus

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
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

// Compare compares two texts word by word. Letter case and punctuation count, white space does not.
func Compare(a, b string) []Change {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // an exact answer, the same every time
	// The library compares lines; a line is a word here.
	x, y, words := dmp.DiffLinesToRunes(oneWordALine(a), oneWordALine(b))
	var out []Change
	for _, d := range dmp.DiffCharsToLines(dmp.DiffMainRunes(x, y, false), words) {
		kind := map[diffmatchpatch.Operation]ChangeKind{diffmatchpatch.DiffEqual: Same, diffmatchpatch.DiffDelete: OnlyA, diffmatchpatch.DiffInsert: OnlyB}[d.Type]
		out = append(out, Change{kind, fromLines(d.Text)})
	}
	return out
}

const paragraphMark = "¶"

func oneWordALine(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		for _, w := range strings.Fields(line) {
			b.WriteString(w + "\n")
		}
		b.WriteString(paragraphMark + "\n")
	}
	return b.String()
}

func fromLines(s string) string {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", " ")
	s = strings.ReplaceAll(s, " "+paragraphMark+" ", "\n")
	s = strings.ReplaceAll(s, paragraphMark+" ", "\n")
	return strings.ReplaceAll(strings.ReplaceAll(s, " "+paragraphMark, "\n"), paragraphMark, "\n")
}
