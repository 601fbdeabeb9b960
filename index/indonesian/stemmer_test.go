package indonesian_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"suluh/index/indonesian"
)

func TestStemPairs(t *testing.T) {
	t.Parallel()
	merged, separate := 0, 0
	for _, p := range wordPairs() {
		a, b := indonesian.Stem(p.a), indonesian.Stem(p.b)
		if p.same {
			merged++
		} else {
			separate++
		}
		if (a == b) != p.same {
			t.Errorf("Stem(%q) = %q, Stem(%q) = %q, want one stem: %t", p.a, a, p.b, b, p.same)
		}
	}
	if merged < 250 || separate < 80 {
		t.Errorf("the lists hold %d pairs to merge and %d to keep apart, want 250 and 80", merged, separate)
	}
}

func TestStem(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, word, want string }{
		{"empty", "", ""},
		{"short", "UU", "uu"},
		{"root", "orang", "orang"},
		{"capitals", "PENYIDIKAN", "sidik"},
		{"apostrophe", "Jum'at", "jumat"},
		{"number", "120.000.000,00", "120000000"},
		{"letters and digits", "P3MI", "p3mi"},
		{"inserted article", "28I", "28i"},
		{"quick reduplication", "anak2", "anak"},
		{"no quick reduplication", "covid2", "covid2"},
		{"reduplication", "hak-hak", "hak"},
		{"reduplication with affixes", "kekanak-kanakan", "kanak"},
		{"half reduplication", "perundang-undangan", "undang"},
		{"reduplication with possessive", "seluas-luasnya", "luas"},
		{"no reduplication", "sayur-mayur", "sayur-mayur"},
		{"possessive", "dokumennya", "dokumen"},
		{"possessive before particle", "haknyalah", "hak"},
		{"exception before possessive", "penanganannya", "tangani"},
		{"particle", "bukankah", "bukan"},
		{"nasal for t", "menempatkan", "tempat"},
		{"nasal for s", "menyekap", "sekap"},
		{"nasal for p", "memalsukan", "palsu"},
		{"nasal for k", "pengiriman", "kirim"},
		{"nasal before vowel", "mengangkut", "angkut"},
		{"nasal kept by a loan", "mengkoordinasikan", "koordinasi"},
		{"monosyllable", "pengesahan", "sah"},
		{"stacked prefixes", "memberangkatkan", "berangkat"},
		{"three prefixes", "dipersekutukan", "sekutu"},
		{"double k misspelled", "ditunjukan", "tunjuk"},
		{"r assimilated", "perekrutan", "rekrut"},
		{"bel- before ajar", "pembelajaran", "ajar"},
		{"affixed variant spelling", "perijinan", "izin"},
		{"unknown root in a pair", "mengglobalisasikan", "globalisasi"},
		{"unknown root, one prefix", "berkolusi", "kolusi"},
		{"place that looks affixed", "Kediri", "kediri"},
		{"place that looks suffixed", "Kalimantan", "kalimantan"},
		{"loan that looks affixed", "direksi", "direksi"},
		{"too long", strings.Repeat("pe", 40), strings.Repeat("pe", 40)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := indonesian.Stem(test.word); got != test.want {
				t.Errorf("Stem(%q) = %q, want %q", test.word, got, test.want)
			}
		})
	}
}

func FuzzStem(f *testing.F) {
	for _, p := range wordPairs() {
		f.Add(p.a)
		f.Add(p.b)
	}
	for _, word := range []string{"", "-", "a-", "memperdagangkannyalah", "Ⱥİ", "anak2", "1.000", "'", "pengenyahan", "ber-ber-", "0.0A0"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		stem := indonesian.Stem(word)
		if strings.ContainsFunc(word, func(r rune) bool { return r != '\'' && r != '\u2018' && r != '\u2019' && r != '\u00ad' }) && stem == "" {
			t.Errorf("Stem(%q) is empty", word)
		}
		if utf8.ValidString(word) && !utf8.ValidString(stem) {
			t.Errorf("Stem(%q) = %q is not UTF-8", word, stem)
		}
		if again := indonesian.Stem(stem); again != stem {
			t.Errorf("Stem(%q) = %q, but Stem(%q) = %q", word, stem, stem, again)
		}
		if utf8.RuneCountInString(stem) > utf8.RuneCountInString(word) && !indonesian.Listed(stem) {
			t.Errorf("Stem(%q) = %q is longer than the word and in no table", word, stem)
		}
	})
}
