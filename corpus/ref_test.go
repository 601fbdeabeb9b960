package corpus_test

import (
	"testing"

	"suluh/corpus"
)

func TestParseRef(t *testing.T) {
	tests := []struct {
		in   string
		want corpus.Ref
	}{
		{"uu/2007/21", corpus.Ref{Work: "uu/2007/21"}},
		{"uu/2007/21#pasal-2.ayat-1", corpus.Ref{Work: "uu/2007/21", Fragment: "pasal-2.ayat-1"}},
		{"perda/ntt/2008/14#pasal-3", corpus.Ref{Work: "perda/ntt/2008/14", Fragment: "pasal-3"}},
		{"#pasal-2", corpus.Ref{Fragment: "pasal-2"}},
		{"", corpus.Ref{}},
	}
	for _, tt := range tests {
		got := corpus.ParseRef(tt.in)
		if got != tt.want {
			t.Errorf("ParseRef(%q) = %+v, want %+v", tt.in, got, tt.want)
		}
		if got.String() != tt.in {
			t.Errorf("ParseRef(%q).String() = %q, want what went in", tt.in, got)
		}
	}
}

func TestRefArticle(t *testing.T) {
	for in, want := range map[string]string{
		"uu/2007/21#pasal-2.ayat-1.huruf-a": "uu/2007/21#pasal-2",
		"uu/2007/21#pasal-2":                "uu/2007/21#pasal-2",
		"uu/2007/21":                        "uu/2007/21",
	} {
		if got := corpus.ParseRef(in).Article().String(); got != want {
			t.Errorf("Article(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestRefPath(t *testing.T) {
	tests := []struct{ in, want string }{
		{"uu/2007/21", "/uu/2007/21"},
		{"uu/2007/21#pasal-2", "/uu/2007/21/pasal/2"},
		{"uu/2007/21#pasal-2.ayat-1", "/uu/2007/21/pasal/2#ayat-1"},
		{"uu/2007/21#pasal-48.penjelasan.ayat-2.huruf-d", "/uu/2007/21/pasal/48#penjelasan.ayat-2.huruf-d"},
		{"uu/2002/23#pasal-76f", "/uu/2002/23/pasal/76f"},
		{"uu/2014/35#pasal-i.angka-62", "/uu/2014/35/pasal/i#angka-62"},
		{"perda/diy/2025/6#pasal-1", "/perda/diy/2025/6/pasal/1"},
		{"kuhp-lama", "/kuhp-lama"},
		{"uu/2007/21#menimbang.huruf-a", "/uu/2007/21#menimbang.huruf-a"},
		{"uu/2007/21#penjelasan", "/uu/2007/21#penjelasan"},
		{"uu/2007/21#bab-ii", "/uu/2007/21#bab-ii"},
	}
	for _, tt := range tests {
		if got := corpus.ParseRef(tt.in).Path(); got != tt.want {
			t.Errorf("Path(%s) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFragmentLabel(t *testing.T) {
	tests := []struct{ in, want string }{
		{"pasal-2", "Pasal 2"},
		{"pasal-76f", "Pasal 76F"},
		{"pasal-vii.angka-40", "Pasal VII angka 40"},
		{"pasal-2.ayat-1.huruf-a.angka-3", "Pasal 2 ayat (1) huruf a angka 3"},
		{"pasal-55.ayat-1.ke-1", "Pasal 55 ayat (1) ke-1"},
		{"pasal-2.penjelasan", "Penjelasan Pasal 2"},
		{"pasal-2.penjelasan.ayat-1", "Penjelasan Pasal 2 ayat (1)"},
		{"pasal-2.penjelasan.ayat-1.daftar-2.huruf-a", "Penjelasan Pasal 2 ayat (1) daftar 2 huruf a"},
		{"penjelasan", "Penjelasan"},
		{"menimbang.huruf-a", "Menimbang huruf a"},
		{"pembukaan", "Pembukaan"},
		{"bab-ii", "BAB II"},
		{"bab-ii.bagian-kesatu.paragraf-1", "BAB II Bagian Kesatu Paragraf 1"},
		{"bab-ii.bagian-kedua-belas", "BAB II Bagian Kedua Belas"},
		{"buku-kedua.bab-i", "BUKU KEDUA BAB I"},
		{"buku-kesatu", "BUKU KESATU"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := corpus.FragmentLabel(tt.in); got != tt.want {
			t.Errorf("FragmentLabel(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestNumberedName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"uu/2007/21", "UU 21/2007"},
		{"pp/2008/9", "PP 9/2008"},
		{"perpres/2023/49", "Perpres 49/2023"},
		{"perda/ntt/2008/14", "Perda NTT 14/2008"},
		{"perda/jawa-barat/2008/3", "Perda Jawa Barat 3/2008"},
		{"inpres/2020/5", "INPRES 5/2020"}, // a kind that has no name of its own
		{"kuhp-lama", "kuhp-lama"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := corpus.NumberedName(tt.in); got != tt.want {
			t.Errorf("NumberedName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestKindName(t *testing.T) {
	for in, want := range map[string]string{"uu": "Undang-Undang", "perda": "Peraturan Daerah", "kuhp-lama": "Lainnya"} {
		if got := corpus.KindName(in); got != want {
			t.Errorf("KindName(%q) = %q, want %q", in, got, want)
		}
	}
}
