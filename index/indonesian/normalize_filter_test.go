package indonesian_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"suluh/index/indonesian"
)

var (
	inner   = strings.NewReplacer("'", "", "‘", "", "’", "", "\u00ad", "")
	grouped = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)
	zeros   = regexp.MustCompile(`,0+$`)
)

// plain is the normal form of a word, said a second time and slowly.
func plain(word string) string {
	if grouped.MatchString(word) {
		return zeros.ReplaceAllString(strings.ReplaceAll(word, ".", ""), "")
	}
	return strings.Map(unicode.ToLower, inner.Replace(word))
}

func TestNormalizeFilter(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, term, want string }{
		{"normal", "orang", "orang"},
		{"capitals", "PASAL", "pasal"},
		{"letters and digits", "28I", "28i"},
		{"outside ASCII", "ÜNLÜ", "ünlü"},
		{"apostrophe", "Jum'at", "jumat"},
		{"typographic apostrophe", "Qur’an", "quran"},
		{"soft hyphen", "per\u00adkara", "perkara"},
		{"groups", "15.000.000.000", "15000000000"},
		{"empty decimals", "120.000.000,00", "120000000"},
		{"decimals", "1.000,50", "1000,50"},
	}
	filter, err := registry.NewCache().TokenFilterNamed(indonesian.NormalizeName)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text := []byte(test.term)
			got := filter.Filter(analysis.TokenStream{{Term: text, Start: 3, End: 3 + len(text), Position: 2}})
			want := analysis.TokenStream{{Term: []byte(test.want), Start: 3, End: 3 + len(text), Position: 2}}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("Filter(%q) = %v, want %v", test.term, got, want)
			}
			if string(text) != test.term {
				t.Errorf("Filter(%q) wrote %q over its text", test.term, text)
			}
		})
	}
}
