package indonesian_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"suluh/index/indonesian"
)

func TestStopFilter(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, want string // want is the words left, each with its position
	}{
		{"function words", "orang yang di dalam rumah", "orang/1 rumah/5"},
		{"all", "apa dan siapa", ""},
		{"negation stays", "tidak dengan izin tanpa hak", "tidak/1 izin/3 tanpa/4 hak/5"},
		{"dalam before negeri stays", "di dalam negeri dan luar negeri", "dalam/2 negeri/3 luar/5 negeri/6"},
		{"dalam at the end goes", "negeri dalam", "negeri/1"},
		{"reference", "sebagaimana dimaksud dalam pasal 2 ayat 1", "pasal/4 2/5 ayat/6 1/7"},
		{"intent stays", "dengan maksud mengeksploitasi", "maksud/2 mengeksploitasi/3"},
		{"measure and duty stay", "paling lama wajib semua setiap serta", "paling/1 lama/2 wajib/3 semua/4 setiap/5 serta/6"},
		{"question", "berapa hukuman kalau paspor ditahan", "hukuman/2 paspor/4 ditahan/5"},
	}
	filter, err := registry.NewCache().TokenFilterNamed(indonesian.StopName)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			input := analysis.TokenStream{}
			all := map[string]*analysis.Token{}
			for i, word := range strings.Fields(test.text) {
				token := &analysis.Token{Term: []byte(word), Position: i + 1}
				input = append(input, token)
				all[word+"/"+string(rune('1'+i))] = token
			}
			want := analysis.TokenStream{}
			for _, key := range strings.Fields(test.want) {
				want = append(want, all[key])
			}
			if got := filter.Filter(input); !reflect.DeepEqual(got, want) {
				t.Errorf("Filter(%q) = %v, want %v", test.text, got, want)
			}
		})
	}
}

func TestStopWords(t *testing.T) {
	t.Parallel()
	words := indonesian.StopWords()
	for _, word := range strings.Fields("yang dan di ke dari dengan untuk pada dalam atau oleh ini itu adalah apa apakah bagaimana siapa berapa kapan kalau bisa boleh mau") {
		if !words[word] {
			t.Errorf("%q is no stop word", word)
		}
	}
	for _, word := range strings.Fields("tidak tanpa bukan belum kecuali luar negeri anak paling setiap semua wajib harus dilarang orang bawah bersama serta turut pasal ayat huruf maksud") {
		if words[word] {
			t.Errorf("%q is a stop word, but carries law", word)
		}
	}
	for word := range words {
		if word != strings.ToLower(word) || strings.HasPrefix(word, "#") {
			t.Errorf("%q is no normal word", word)
		}
	}
}
