package indonesian

import (
	"slices"
	"strings"
	"testing"
)

func TestVariantTable(t *testing.T) {
	t.Parallel()
	if !slices.IsSortedFunc(variantTable, func(a, b variant) int { return strings.Compare(a.from, b.from) }) {
		t.Error("the table is not sorted")
	}
	for i, v := range variantTable {
		if i > 0 && variantTable[i-1].from == v.from {
			t.Errorf("%q is listed twice", v.from)
		}
		if v.from == v.to {
			t.Errorf("%q is a variant of itself", v.from)
		}
		if got, want := stem(v.from), stem(v.to); got != want {
			t.Errorf("stem(%q) = %q, stem(%q) = %q, want one stem", v.from, got, v.to, want)
		}
	}
}
