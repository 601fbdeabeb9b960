package indonesian_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"suluh/index/indonesian"
)

func TestExpand(t *testing.T) {
	t.Parallel()
	thesaurus := indonesian.NewThesaurus([]indonesian.Synonym{
		{Terms: []string{"TKI", "pekerja migran"}, Weight: 1},
		{Terms: []string{"gaji", "upah"}, Weight: 0.7},
		{Terms: []string{"bayi"}, To: []string{"anak"}, Weight: 0.5},
		{Terms: []string{"anak", "di bawah umur"}, Weight: 0.7},
		{Terms: []string{"anak buah kapal", "ABK"}, Weight: 1},
		{Terms: []string{"gaji"}, To: []string{"imbalan"}, Weight: 0.5},
		{Terms: []string{"upah", "gaji"}, Weight: 0.3},
	})
	tests := []struct{ name, query, want string }{
		{"none", "orang", ""},
		{"empty", "", ""},
		{"word to words", "hak TKI", "1-2 kerja migran 1"},
		{"words to word", "hak pekerja migran", "1-3 tki 1"},
		{"heaviest first, greater weight kept", "gaji", "0-1 upah 0.7; 0-1 imbal 0.5"},
		{"one way", "bayi", "0-1 anak 0.5"},
		{"not back", "anak", "0-1 bawah umur 0.7"},
		{"longest wins", "anak buah kapal", "0-3 abk 1"},
		{"stop words do not count", "di bawah umur", "0-2 anak 0.7"},
		{"two places", "upah TKI", "0-1 gaji 0.7; 1-2 kerja migran 1"},
		{"repeated", "TKI TKI", "0-1 kerja migran 1; 1-2 kerja migran 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, e := range thesaurus.Expand(indonesian.Terms(test.query)) {
				got = append(got, fmt.Sprintf("%d-%d %s %g", e.Start, e.End, strings.Join(e.Terms, " "), e.Weight))
			}
			if s := strings.Join(got, "; "); s != test.want {
				t.Errorf("Expand(%q) = %q, want %q", test.query, s, test.want)
			}
		})
	}
}

// What comes out of a thesaurus is the caller's.
func TestExpandGivesAway(t *testing.T) {
	t.Parallel()
	thesaurus := indonesian.NewThesaurus(indonesian.Field())
	first := thesaurus.Expand([]string{"tki"})
	want := strings.Join(first[0].Terms, " ")
	first[0].Terms[0] = "x"
	if got := strings.Join(thesaurus.Expand([]string{"tki"})[0].Terms, " "); got != want {
		t.Errorf("a second Expand gives %q, want %q", got, want)
	}
}

func TestFieldIsSound(t *testing.T) {
	t.Parallel()
	// Terms of several words that stop words reduce to one, which is meant.
	single := map[string]bool{"ke luar negeri": true}
	for _, s := range indonesian.Field() {
		if s.Weight < 0.3 || s.Weight > 1 {
			t.Errorf("%q: weight %g is not in 0.3 to 1", s.Terms, s.Weight)
		}
		if len(s.Terms)+len(s.To) < 2 {
			t.Errorf("%q relates to nothing", s.Terms)
		}
		for _, term := range slices.Concat(s.Terms, s.To) {
			stems := indonesian.Terms(term)
			if len(stems) == 0 {
				t.Errorf("%q is all stop words", term)
			}
			if len(stems) == 1 && len(strings.Fields(term)) > 1 && !single[term] {
				t.Errorf("%q is no more than %q", term, stems)
			}
		}
	}
}

// The field's own words find each other.
func TestField(t *testing.T) {
	t.Parallel()
	thesaurus := indonesian.NewThesaurus(indonesian.Field())
	tests := []struct {
		query, term string
		weight      float64 // 0: must not be proposed
	}{
		{"TPPO", "perdagangan orang", 1},
		{"perdagangan manusia", "perdagangan orang", 1},
		{"human trafficking", "tindak pidana perdagangan orang", 1},
		{"TKW", "pekerja migran", 1},
		{"PJTKI", "p3mi", 1},
		{"agen", "pptkis", 0.7},
		{"p3mi", "agen", 0},
		{"calo", "perekrut", 0.7},
		{"KTP", "kartu tanda penduduk", 1},
		{"KTP", "identitas", 0.5},
		{"identitas", "ktp", 0},
		{"paspor", "dokumen perjalanan", 1},
		{"ganti rugi", "restitusi", 1},
		{"restitusi", "kompensasi", 0.7},
		{"prostitusi", "pelacuran", 1},
		{"di bawah umur", "anak", 0.7},
		{"belum berusia 18", "anak", 0.7},
		{"polisi", "penyidik", 0.7},
		{"jaksa", "penuntut umum", 0.7},
		{"pengacara", "advokat", 1},
		{"majikan", "pengguna", 0.7},
		{"gaji", "upah", 1},
		{"SIPPTKI", "izin", 0.5},
		{"perusahaan", "korporasi", 0.7},
		{"pejabat", "penyelenggara negara", 0.7},
		{"kabur", "melarikan diri", 0.7},
		{"telepon disadap", "penyadapan", 0.7},
		{"rekening", "harta kekayaan", 0.7},
		{"hamil", "kehamilan", 0},
		{"tewas", "meninggal", 0.7},
		{"jeratan hutang", "debt bondage", 1},
		{"hukuman", "pidana", 0.7},
		{"tindak pidana", "hukuman", 0},
		{"menggunakan", "majikan", 0},
	}
	for _, test := range tests {
		got := 0.0
		for _, e := range thesaurus.Expand(indonesian.Terms(test.query)) {
			if slices.Equal(e.Terms, indonesian.Terms(test.term)) {
				got = e.Weight
			}
		}
		if got != test.weight {
			t.Errorf("%q proposes %q with weight %g, want %g", test.query, test.term, got, test.weight)
		}
	}
}
