package indonesian

import (
	"slices"
	"strings"
	"testing"
)

func TestExceptionTable(t *testing.T) {
	t.Parallel()
	if !slices.IsSortedFunc(exceptionTable, func(a, b exception) int { return strings.Compare(a.stem, b.stem) }) {
		t.Error("the table is not sorted by stem")
	}
	seen := make(map[string]string)
	for _, e := range exceptionTable {
		if e.why == "" {
			t.Errorf("%s: no reason given", e.stem)
		}
		for _, word := range append(strings.Fields(e.words), e.stem) {
			if other, ok := seen[word]; ok {
				t.Errorf("%q is under %s and under %s", word, other, e.stem)
			}
			seen[word] = e.stem
			if got := stem(word); got != e.stem {
				t.Errorf("stem(%q) = %q, want %q", word, got, e.stem)
			}
			if got := stem(word + "nya"); got != e.stem {
				t.Errorf("stem(%q) = %q, want %q", word+"nya", got, e.stem)
			}
		}
	}
}

// A word the rules would stem alike needs no exception, and would hide from the reviewer those that do.
func TestExceptionsAreNeeded(t *testing.T) {
	t.Parallel()
	listed := strings.Fields(rootsText)
	for _, e := range exceptionTable {
		if _, ok := slices.BinarySearch(listed, e.stem); ok && e.words == "" {
			t.Errorf("%s: stands in roots.txt and has no words", e.stem)
		}
		for _, word := range strings.Fields(e.words) {
			if got, ok := bestReading(word); ok && got == e.stem && roots[word] == "" {
				t.Errorf("%s: the rules stem %q alike", e.stem, word)
			}
		}
	}
}
