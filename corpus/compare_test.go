package corpus_test

import (
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
