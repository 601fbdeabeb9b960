package corpus_test

import (
	"slices"
	"testing"

	"suluh/corpus"
)

// TestRepealedByRegulation reads a regulation that seems to revoke a statute, which it cannot.
func TestRepealedByRegulation(t *testing.T) {
	w, problems := corpus.ParseWork("pp/1930/17.md", []byte("---\nid: pp/1930/17\ntitle: Contoh\nshort: PP Contoh\nenacted: 1930-01-01\nsource: s\n---\n\n# Peraturan Pemerintah Contoh\n\n"+
		"### Pasal 1\n\nPeraturan Pemerintah Nomor 2 Tahun 1920 tentang pelaksanaan Undang-Undang Nomor 1 Tahun 1920 dicabut dan dinyatakan tidak berlaku.\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := w.RepealedByText(), []string{"pp/1920/2"}; !slices.Equal(got, want) {
		t.Errorf("RepealedByText() = %v, want %v", got, want)
	}
}

func TestRepealedByText(t *testing.T) {
	const law = "Undang-Undang Nomor 3 Tahun 1920 tentang Contoh ke-3 (Lembaran Negara Tahun 1920 Nomor 5)"
	tests := []struct {
		name, article string
		want          []string
	}{
		{"one law", "Pada saat Undang-Undang ini mulai berlaku, " + law + " dicabut dan dinyatakan tidak berlaku.", []string{"uu/1920/3"}},
		{"a list", "Pada saat Undang-Undang ini mulai berlaku:\n\na. " + law + "; dan\n\nb. Peraturan Pemerintah Nomor 4 Tahun 1921 tentang Contoh ke-4,\n\ndicabut dan dinyatakan tidak berlaku.",
			[]string{"uu/1920/3", "pp/1921/4"}},
		{"with its amendments", law + " sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 1922 dinyatakan tidak berlaku lagi.", []string{"uu/1920/3", "uu/1922/9"}},
		{"twice", "(1) " + law + " dicabut dan dinyatakan tidak berlaku.\n\n(2) " + law + " dicabut dan dinyatakan tidak berlaku.", []string{"uu/1920/3"}},
		{"a part", "Ketentuan Pasal 5 " + law + " dicabut dan dinyatakan tidak berlaku.", nil},
		{"provisions in it", "Ketentuan mengenai contoh dalam " + law + " dicabut dan dinyatakan tidak berlaku.", nil},
		{"in place of a statute", "Peraturan Pemerintah Pengganti Undang-Undang Nomor 4 Tahun 1929 tentang Perubahan atas Undang-Undang Nomor 3 Tahun 1920 dicabut dan dinyatakan tidak berlaku.", nil},
		{"for some", law + " dinyatakan tidak berlaku bagi daerah contoh.", nil},
		{"what carries it out stays", "Semua peraturan pelaksanaan dari " + law + " dinyatakan masih tetap berlaku sepanjang tidak bertentangan.", nil},
		{"itself", "Undang-Undang Nomor 17 Tahun 1930 dicabut dan dinyatakan tidak berlaku.", nil},
		{"a later one", "Undang-Undang Nomor 1 Tahun 1931 dicabut dan dinyatakan tidak berlaku.", nil},
		{"no repeal", "Setiap orang melaksanakan " + law + ".", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, problems := corpus.ParseWork("uu/1930/17.md", []byte("---\nid: uu/1930/17\ntitle: Contoh\nshort: UU Contoh\nenacted: 1930-01-01\nsource: s\n---\n\n# Undang-Undang Contoh\n\n### Pasal 1\n\n"+tt.article+"\n"))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if got := w.RepealedByText(); !slices.Equal(got, tt.want) {
				t.Errorf("RepealedByText() = %v, want %v", got, tt.want)
			}
		})
	}
}
