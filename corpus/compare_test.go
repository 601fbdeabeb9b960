package corpus_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
)

func TestCompare(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"same", "satu dua\ntiga", "satu dua\ntiga", "=satu dua\ntiga\n"},
		{"one word", "paling singkat 3 tahun", "paling lama 3 tahun", "=paling -singkat +lama =3 tahun\n"},
		{"only a", "satu", "", "-satu\n"},
		{"a paragraph more", "satu", "satu\ndua", "=satu\n +dua\n"},
		{"both empty", "", "", ""},
		{"white space", "satu   dua", "satu dua", "=satu dua\n"},
		{"two ways as short", "x y x y", "x y", "-x y =x y\n"},
		{"nothing equal", "satu dua", "tiga", "-satu dua +tiga =\n"},
		{"two changes", "a b c d e", "a x c y e", "=a -b +x =c -d +y =e\n"},
	}
	for _, tt := range tests {
		var parts []string
		for _, c := range corpus.Compare(tt.a, tt.b) {
			parts = append(parts, string("=-+"[c.Kind])+c.Text)
		}
		if got := strings.Join(parts, " "); got != tt.want {
			t.Errorf("%s: Compare(%q, %q) = %q, want %q", tt.name, tt.a, tt.b, got, tt.want)
		}
	}
}

// TestCompareMarksFewest compares texts at random: both sides come back, no two runs of one kind stand together, and no way
// to pair the words marks fewer.
func TestCompareMarksFewest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	random := func() []string {
		words := make([]string, r.IntN(30))
		for i := range words {
			words[i] = string(rune('a' + r.IntN(1+r.IntN(8))))
		}
		return words
	}
	for range 5000 {
		a, b := random(), random()
		var sides [2][]string
		marked, last := 0, corpus.ChangeKind(-1)
		changes := corpus.Compare(strings.Join(a, " "), strings.Join(b, " "))
		for _, c := range changes {
			words := strings.Fields(c.Text)
			if c.Kind == last {
				t.Fatalf("two runs of one kind in %+v", changes)
			}
			if last = c.Kind; c.Kind != corpus.Same {
				marked += len(words)
			}
			if c.Kind != corpus.OnlyB {
				sides[0] = append(sides[0], words...)
			}
			if c.Kind != corpus.OnlyA {
				sides[1] = append(sides[1], words...)
			}
		}
		if !slices.Equal(sides[0], a) || !slices.Equal(sides[1], b) {
			t.Fatalf("Compare(%q, %q) has the sides %q", a, b, sides)
		}
		if want := len(a) + len(b) - 2*longestCommon(a, b); marked != want {
			t.Fatalf("Compare(%q, %q) marks %d words, want %d: %+v", a, b, marked, want, changes)
		}
	}
}

// longestCommon returns how long the longest row of words is that both have, not always side by side.
func longestCommon(a, b []string) int {
	above := make([]int, len(b)+1)
	for i := range a {
		row := make([]int, len(b)+1)
		for j := range b {
			if a[i] == b[j] {
				row[j+1] = above[j] + 1
			} else {
				row[j+1] = max(row[j], above[j+1])
			}
		}
		above = row
	}
	return above[len(b)]
}
