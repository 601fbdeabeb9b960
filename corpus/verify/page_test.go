package verify_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"suluh/corpus"
	"suluh/corpus/verify"
)

func TestPage(t *testing.T) {
	l, text := printed(t)
	text = strings.NewReplacer("singkat 3", "singkat 8", "TAHUN 2007", "TAHUN 2OO7", "atas izin", "atas <b>izin</b> & kuasa").Replace(text)
	r := compare(t, l, "uu/2007/21", "salinan <1>.txt", text, verify.Options{})
	var b strings.Builder
	if err := r.WriteHTML(&b, corpus.MustParseDate("2026-11-24")); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if outside := regexp.MustCompile(`(?i)<(?:link|script|img|iframe|object)|\ssrc=|url\(|@import|https?:`).FindString(got); outside != "" {
		t.Errorf("the page asks for something outside: %q", outside)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ selector, want string }{
		{"title", "Pencocokan UU 21/2007 dengan salinan <1>.txt"},
		{"h1", "UU Contoh (UU 21/2007)"},
		{".verdict.bad", "5 pasal: 1 sama, 1 sama sejauh dapat dicocokkan, 2 berbeda, 1 tidak dapat dicocokkan; 2 kata kemungkinan salah baca"},
		{"#pasal-2 + p del", "hanya dalam korpus: 3"},
		{"#pasal-2 + p ins", "hanya dalam salinan: 8"},
		{"#pasal-3 + p ins", "hanya dalam salinan: <b>"},
		{"table.stacked tbody tr:first-child td:last-child", "2OO7"},
		{"#tidak-dicocokkan + ul li:first-child", "Pasal 4 ayat (1): korpus hanya memuat ringkasannya"},
		{"#sama + ul li", "Menimbang"},
	}
	for _, tt := range tests {
		if got := strings.Join(strings.Fields(doc.Find(tt.selector).Text()), " "); !strings.Contains(got, tt.want) {
			t.Errorf("%q is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	seen := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id, _ := s.Attr("id")
		if seen[id] {
			t.Errorf("id %q is there twice", id)
		}
		seen[id] = true
	})
	if doc.Find("b").Length() > 0 {
		t.Error("markup of the copy came through")
	}
}

func TestText(t *testing.T) {
	l, text := printed(t)
	text = strings.NewReplacer("singkat 3", "singkat 8", "TAHUN 2007", "TAHUN 2OO7").Replace(text)
	r := compare(t, l, "uu/2007/21", "salinan.txt", text, verify.Options{})
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"UU Contoh (UU 21/2007) dicocokkan dengan salinan.txt (teks, SHA-256 ",
		"Pasal 2 ayat (1), baris 14\n    … dipidana dengan pidana penjara paling singkat [-3-] {+8+} (tiga) tahun dan pidana denda paling …\n",
		"KEMUNGKINAN SALAH BACA (tidak dihitung sebagai perbedaan; --strict menghitungnya)\nPembukaan, baris 1: korpus “2007”, salinan “2OO7”\n",
		"TIDAK DAPAT DICOCOKKAN\nPasal 4 ayat (1): korpus hanya memuat ringkasannya\n",
		"DITOLERANSI (tidak dihitung sebagai perbedaan kata)\nhuruf besar dan kecil: 7 kali, misalnya “UNDANG-UNDANG”",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("WriteText = %q, want %q in it", b.String(), want)
		}
	}
}
