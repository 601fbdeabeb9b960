package indonesian_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"

	"suluh/index/indonesian"
)

// A want is a token as the tests write it.
type want struct {
	term       string
	start, end int
	numeric    bool
}

// stream returns the tokens of a test, at positions 1, 2, 3, ….
func stream(wants ...want) analysis.TokenStream {
	tokens := analysis.TokenStream{}
	for i, w := range wants {
		token := &analysis.Token{Term: []byte(w.term), Start: w.start, End: w.end, Position: i + 1}
		if w.numeric {
			token.Type = analysis.Numeric
		}
		tokens = append(tokens, token)
	}
	return tokens
}

func TestTokenizer(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       analysis.TokenStream
	}{
		{"empty", "", stream()},
		{"signs only", " – (…) \n", stream()},
		{"words", "Setiap orang", stream(want{"Setiap", 0, 6, false}, want{"orang", 7, 12, false})},
		{"reduplication", "undang-undang", stream(want{"undang", 0, 6, false}, want{"undang", 7, 13, false})},
		{"slash between words", "dan/atau", stream(want{"dan", 0, 3, false}, want{"atau", 4, 8, false})},
		{"slash between numbers", "21/2007", stream(want{"21", 0, 2, true}, want{"2007", 3, 7, true})},
		{"ordinal", "ke-1", stream(want{"ke", 0, 2, false}, want{"1", 3, 4, true})},
		{"ayat", "ayat (1),", stream(want{"ayat", 0, 4, false}, want{"1", 6, 7, true})},
		{"sum", "Rp120.000.000,00 (seratus", stream(want{"Rp", 0, 2, false}, want{"120.000.000,00", 2, 16, true}, want{"seratus", 18, 25, false})},
		{"sum with a stop", "Rp. 5.000,-.", stream(want{"Rp", 0, 2, false}, want{"5.000", 4, 9, true})},
		{"sum before a letter", "1.000m", stream(want{"1.000", 0, 5, true}, want{"m", 5, 6, false})},
		{"rp is no currency", "rpm", stream(want{"rpm", 0, 3, false})},
		{"list of articles", "2,3,4", stream(want{"2", 0, 1, true}, want{"3", 2, 3, true}, want{"4", 4, 5, true})},
		{"end of sentence", "2007. 300", stream(want{"2007", 0, 4, true}, want{"300", 6, 9, true})},
		{"date", "19.04.2007", stream(want{"19", 0, 2, true}, want{"04", 3, 5, true}, want{"2007", 6, 10, true})},
		{"year and groups", "2007.100", stream(want{"2007", 0, 4, true}, want{"100", 5, 8, true})},
		{"inserted article", "Pasal 28I", stream(want{"Pasal", 0, 5, false}, want{"28I", 6, 9, false})},
		{"body", "P3MI", stream(want{"P3MI", 0, 4, false})},
		{"case number", "443/Pid.Sus/2019", stream(want{"443", 0, 3, true}, want{"Pid", 4, 7, false}, want{"Sus", 8, 11, false}, want{"2019", 12, 16, true})},
		{"apostrophe", "Jum'at 'kata'", stream(want{"Jum'at", 0, 6, false}, want{"kata", 8, 12, false})},
		{"typographic apostrophe", "Qur’an", stream(want{"Qur’an", 0, 8, false})},
		{"soft hyphen", "per\u00adkara", stream(want{"per\u00adkara", 0, 9, false})},
		{"markdown", "_Pasal_ **2**", stream(want{"Pasal", 1, 6, false}, want{"2", 10, 11, true})},
		{"letters outside ASCII", "café Ünlü", stream(want{"café", 0, 5, false}, want{"Ünlü", 6, 12, false})},
		{"combining mark", "cafe\u0301!", stream(want{"cafe\u0301", 0, 6, false})},
		{"mark alone", "\ufe0f a", stream(want{"a", 4, 5, false})},
		{"not UTF-8", "a\xffb", stream(want{"a", 0, 1, false}, want{"b", 2, 3, false})},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := indonesian.NewTokenizer().Tokenize([]byte(test.text)); !reflect.DeepEqual(got, test.want) {
				t.Errorf("Tokenize(%q) =\n%v, want\n%v", test.text, got, test.want)
			}
		})
	}
}

func FuzzTokenizer(f *testing.F) {
	for _, text := range []string{"", "Rp120.000.000,00", "undang-undang No. 21/2007", "Jum'at", "Qur’an", "a\xff\xe2\x80", "1.000.0000,", "'a'", "28I", "per\u00ad\u00ad"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		before := string(text)
		end := 0
		for i, token := range indonesian.NewExact().Analyze(text) {
			if token.Start < end || token.End <= token.Start || token.End > len(text) || token.Position != i+1 {
				t.Fatalf("token %d of %q: %v", i, text, token)
			}
			end = token.End
			word := string(text[token.Start:token.End])
			if !utf8.ValidString(word) || len(token.Term) == 0 {
				t.Errorf("token %d of %q: %q from %q", i, text, token.Term, word)
			}
			if got := plain(word); string(token.Term) != got {
				t.Errorf("token %d of %q: term %q, want %q", i, text, token.Term, got)
			}
		}
		if string(text) != before {
			t.Errorf("analysis changed its text %q to %q", before, text)
		}
	})
}

func BenchmarkTokenizer(b *testing.B) {
	text := sample(b)
	tokenizer := indonesian.NewTokenizer()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tokenizer.Tokenize(text)
	}
}
