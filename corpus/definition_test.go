package corpus_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
)

func TestDefinitions(t *testing.T) {
	w := embedded(t).Work("uu/2007/21")
	want := []string{"Perdagangan Orang", "Tindak Pidana Perdagangan Orang", "Korban", "Setiap Orang", "Anak", "Korporasi", "Eksploitasi",
		"Eksploitasi Seksual", "Perekrutan", "Pengiriman", "Kekerasan", "Ancaman kekerasan", "Restitusi", "Rehabilitasi", "Penjeratan Utang"}
	var got []string
	for _, d := range w.Definitions() {
		got = append(got, d.Term)
	}
	if !slices.Equal(got, want) {
		t.Errorf("Definitions(uu/2007/21) = %q, want %q", got, want)
	}
	last := w.Definitions()[len(want)-1]
	if got, want := last.Portion.Fragment, "pasal-1.angka-15"; got != want {
		t.Errorf("definition of %s stands in %s, want %s", last.Term, got, want)
	}
	if got, want := last.Meaning(), "Penjeratan Utang adalah perbuatan menempatkan orang dalam status"; !strings.HasPrefix(got, want) {
		t.Errorf("Meaning(%s) = %q, want it to begin %q", last.Term, got, want)
	}
}

func TestDefinitionForms(t *testing.T) {
	tests := []struct {
		name, item string
		want       []string // names; nil where the item defines nothing
	}{
		{"adalah", "Korban adalah seseorang.", []string{"Korban"}},
		{"ialah", "Korban ialah seseorang.", []string{"Korban"}},
		{"abbreviation", "Pusat Pelayanan Terpadu yang selanjutnya disingkat PPT adalah suatu unit.", []string{"Pusat Pelayanan Terpadu", "PPT"}},
		{"second name and abbreviation", "Lembaga Perlindungan Saksi dan Korban, yang selanjutnya disebut dengan Lembaga, yang disingkat LPSK, adalah lembaga.",
			[]string{"Lembaga Perlindungan Saksi dan Korban", "Lembaga", "LPSK"}},
		{"only the first verb", "Orang tua adalah ayah yang adalah wali.", []string{"Orang tua"}},
		{"no definition", "Ketentuan umum.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := parse(t, "### Pasal 1\n\nYang dimaksud dengan:\n\n1. "+tt.item+"\n")
			var got []string
			for _, d := range w.Definitions() {
				got = append(got, d.Names...)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("Definitions(%q) = %q, want %q", tt.item, got, tt.want)
			}
		})
	}
}

func TestFindTerms(t *testing.T) {
	terms := embedded(t).Work("uu/2007/21").Terms()
	tests := []struct {
		name, text string
		want       []string // "words used = term"
	}{
		{"longest wins", "pelaku tindak pidana perdagangan orang", []string{"tindak pidana perdagangan orang = Tindak Pidana Perdagangan Orang"}},
		{"short one elsewhere", "Perdagangan Orang dan tindak pidana perdagangan orang",
			[]string{"Perdagangan Orang = Perdagangan Orang", "tindak pidana perdagangan orang = Tindak Pidana Perdagangan Orang"}},
		{"a name inside a longer one", "eksploitasi seksual, lalu eksploitasi",
			[]string{"eksploitasi seksual = Eksploitasi Seksual", "eksploitasi = Eksploitasi"}},
		{"once only", "Korban dan korban dan KORBAN", []string{"Korban = Korban"}},
		{"whole words only", "pengorbanan anaknya dan mengeksploitasi", nil},
		{"none", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, u := range terms.Find(tt.text, map[*corpus.Definition]bool{}) {
				got = append(got, tt.text[u.Start:u.End]+" = "+u.Definition.Term)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("Find(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestFindTermsOnceAcrossTexts wants a term marked in the first of two paragraphs only, if they share what was seen.
func TestFindTermsOnceAcrossTexts(t *testing.T) {
	terms := embedded(t).Work("uu/2007/21").Terms()
	seen := map[*corpus.Definition]bool{}
	for i, want := range []int{1, 0} {
		if got := len(terms.Find("restitusi", seen)); got != want {
			t.Errorf("Find(paragraph %d) = %d uses, want %d", i+1, got, want)
		}
	}
}
