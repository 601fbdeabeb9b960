package corpus_test

import (
	"slices"
	"testing"

	"suluh/corpus"
)

func TestLookup(t *testing.T) {
	library, _ := corpus.Load(corpus.Texts())
	day := corpus.MustParseDate("2026-11-24")
	tests := []struct {
		query string
		want  []string // nil: not a citation
	}{
		{"pasal 2 uu 21 2007", []string{"uu/2007/21#pasal-2"}},
		{"ps 102 uu tki", []string{"uu/2004/39#pasal-102"}},
		{"uu tppo 48 ayat 1", []string{"uu/2007/21#pasal-48.ayat-1"}},
		{"UU No. 39/2004 Ps. 103 ayat (1) huruf c", []string{"uu/2004/39#pasal-103.ayat-1.huruf-c"}},
		{"Pasal 1 angka 7 UU TPPO", []string{"uu/2007/21#pasal-1.angka-7"}},
		{"uu 21/2007", []string{"uu/2007/21"}},
		{"uu tppo", []string{"uu/2007/21"}},
		{"pasal 2 jo pasal 17 uu 21/2007", []string{"uu/2007/21#pasal-2", "uu/2007/21#pasal-17"}},
		{"26 uu tppo", []string{"uu/2007/21#pasal-26"}},
		{"pasal 99 uu 21/2007", []string{"uu/2007/21#pasal-99"}},
		{"penjelasan pasal 2 uu tppo", []string{"uu/2007/21#pasal-2.penjelasan"}},
		{"restitusi uu tppo", nil},
		{"umur 17 tahun", nil},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range library.Lookup(tt.query, day) {
			got = append(got, c.Target.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Lookup(%q) = %v, want %v", tt.query, got, tt.want)
		}
	}
}
