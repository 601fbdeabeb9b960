package indonesian

import (
	"slices"
	"strings"
	"testing"
)

func TestRootsFile(t *testing.T) {
	t.Parallel()
	list := strings.Fields(rootsText)
	if !slices.IsSorted(list) {
		t.Error("roots.txt is not sorted")
	}
	if got, want := len(slices.Compact(slices.Clone(list))), len(list); got != want {
		t.Errorf("roots.txt has %d roots twice", want-got)
	}
	for _, root := range list {
		if len(root) < minRoot || len(root) > maxWord || strings.ContainsFunc(root, func(r rune) bool { return r < 'a' || r > 'z' }) {
			t.Errorf("roots.txt: %q is no root of %d to %d letters", root, minRoot, maxWord)
		}
	}
}

// A stem is a root, so that it is its own stem.
func TestRootsAreStable(t *testing.T) {
	t.Parallel()
	for root, want := range roots {
		if roots[want] != want {
			t.Errorf("roots[%q] = %q, which is not its own stem", root, want)
		}
		if got := stem(root); got != want {
			t.Errorf("stem(%q) = %q, want %q", root, got, want)
		}
	}
}
