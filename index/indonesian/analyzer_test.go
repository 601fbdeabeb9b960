package indonesian_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"suluh/index/indonesian"
)

const sentence = "Setiap orang yang melakukan perekrutan, dipidana dengan denda paling sedikit Rp120.000.000,00 (Pasal 2 ayat (1))."

func TestAnalyzer(t *testing.T) {
	t.Parallel()
	want := analysis.TokenStream{
		{Term: []byte("tiap"), Start: 0, End: 6, Position: 1},
		{Term: []byte("orang"), Start: 7, End: 12, Position: 2},
		{Term: []byte("laku"), Start: 18, End: 27, Position: 4},
		{Term: []byte("rekrut"), Start: 28, End: 38, Position: 5},
		{Term: []byte("pidana"), Start: 40, End: 48, Position: 6},
		{Term: []byte("denda"), Start: 56, End: 61, Position: 8},
		{Term: []byte("paling"), Start: 62, End: 68, Position: 9},
		{Term: []byte("sedikit"), Start: 69, End: 76, Position: 10},
		{Term: []byte("120000000"), Start: 79, End: 93, Position: 12, Type: analysis.Numeric},
		{Term: []byte("pasal"), Start: 95, End: 100, Position: 13},
		{Term: []byte("2"), Start: 101, End: 102, Position: 14, Type: analysis.Numeric},
		{Term: []byte("ayat"), Start: 103, End: 107, Position: 15},
		{Term: []byte("1"), Start: 109, End: 110, Position: 16, Type: analysis.Numeric},
	}
	registered, err := registry.NewCache().AnalyzerNamed(indonesian.AnalyzerName)
	if err != nil {
		t.Fatal(err)
	}
	for name, analyzer := range map[string]analysis.Analyzer{"New": indonesian.New(), "registered": registered} {
		if got := analyzer.Analyze([]byte(sentence)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: Analyze(%q) =\n%v, want\n%v", name, sentence, got, want)
		}
	}
}

func TestExactAnalyzer(t *testing.T) {
	t.Parallel()
	want := stream(
		want{"barang", 0, 6, false}, want{"siapa", 7, 12, false}, want{"dengan", 13, 19, false}, want{"hak", 20, 23, false},
		want{"haknya", 24, 30, false}, want{"rp", 31, 33, false}, want{"5000", 33, 38, true})
	registered, err := registry.NewCache().AnalyzerNamed(indonesian.ExactAnalyzerName)
	if err != nil {
		t.Fatal(err)
	}
	for name, analyzer := range map[string]analysis.Analyzer{"NewExact": indonesian.NewExact(), "registered": registered} {
		const text = "Barang siapa dengan hak-haknya Rp5.000"
		if got := analyzer.Analyze([]byte(text)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: Analyze(%q) =\n%v, want\n%v", name, text, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"question", "Apakah boleh majikan menahan paspor?", "majikan tahan paspor"},
		{"typed in haste", "hukuman calo yg kirim TKW gak pake ijin", "hukuman calo kirim tkw tidak pake izin"},
		{"citation", "Pasal 2 ayat (1) UU 21/2007", "pasal 2 ayat 1 uu 21 2007"},
		{"dalam negeri", "penempatan dan perlindungan di dalam negeri", "tempat lindung dalam negeri"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := indonesian.Terms(test.text); !slices.Equal(got, strings.Fields(test.want)) {
				t.Errorf("Terms(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}

// Terms and the analyzer must say the same, or a query looks for what the index does not hold.
func TestTermsAgreeWithAnalyzer(t *testing.T) {
	t.Parallel()
	texts := []string{sentence, merges, apart, "Jum'at 28I P3MI anak2 Kediri " + strings.Repeat("x", 50)}
	analyzer := indonesian.New()
	for _, text := range texts {
		var want []string
		for _, token := range analyzer.Analyze([]byte(text)) {
			want = append(want, string(token.Term))
		}
		if got := indonesian.Terms(text); !slices.Equal(got, want) {
			t.Errorf("Terms(%.40q…) = %q, want %q", text, got, want)
		}
	}
}

func BenchmarkAnalyzer(b *testing.B) {
	text := sample(b)
	analyzer := indonesian.New()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		analyzer.Analyze(text)
	}
}
