package paper_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/corpus/paper"
	"suluh/corpus/paper/papertest"
)

func lines(c *paper.Copy) []string {
	var out []string
	for _, l := range c.Lines {
		if text := strings.TrimSpace(l.Text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, file, text string
		format           string
		want             []string
	}{
		{"text", "a.txt", "Pasal 1\r\nBunyi.\rLagi.", "teks", []string{"Pasal 1", "Bunyi.", "Lagi."}},
		{"text with a mark", "a.txt", "\ufeffPasal 1", "teks", []string{"Pasal 1"}},
		{"UTF-16", "a.txt", "\xff\xfeP\x00a\x00s\x00a\x00l\x00", "teks", []string{"Pasal"}},
		{"UTF-16, big end first", "a.txt", "\xfe\xff\x00P\x00a\x00s\x00a\x00l", "teks", []string{"Pasal"}},
		{"Windows", "a.txt", "\x93wilayah\x94 \x96 \xe9", "teks", []string{"“wilayah” – é"}},
		{"Markdown", "a.md", "---\nid: x\n---\n\n### Pasal 1\n", "Markdown", []string{"### Pasal 1"}},
		{"front matter left open", "a.md", "---\nPasal 1\n", "Markdown", []string{"---", "Pasal 1"}},
		{"HTML", "a.htm", "<title>x</title><h3>Pasal&nbsp;1</h3><p>Bu<b>nyi</b><br>lagi &amp; lagi</p><script>var p = '<p>no</p>'</script>", "HTML",
			[]string{"Pasal 1", "Bunyi", "lagi & lagi"}},
		{"HTML by its content", "a", "<!DOCTYPE html><p>Pasal 1", "HTML", []string{"Pasal 1"}},
		{"HTML list", "a.html", "<ol><li>satu<ol type=a><li>huruf<li value=3>cé</ol><li>dua</ol><ol start=5 style='list-style-type: lower-alpha'><li>e</ol><ul><li>butir</ul>", "HTML",
			[]string{"1. satu", "a. huruf", "c. cé", "2. dua", "e. e", "butir"}},
		{"HTML table", "a.html", "<table><tr><td>a.</td><td>satu</td></tr></table>", "HTML", []string{"a.", "satu"}},
		{"HTML left open", "a.html", "<p>satu <script>", "HTML", []string{"satu"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := paper.Parse(t.Context(), "folder/"+tt.file, []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if c.Format != tt.format || c.Name != tt.file || len(c.SHA256) != 64 {
				t.Errorf("Parse = %q, %q, SHA-256 %q, want %q, %q", c.Format, c.Name, c.SHA256, tt.format, tt.file)
			}
			if got := lines(c); !slices.Equal(got, tt.want) {
				t.Errorf("lines = %q, want %q", got, tt.want)
			}
		})
	}
}

// TestParseRefuses runs alone: PDFium is translated in it once for all tests, which takes the most time of them.
func TestParseRefuses(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             string
	}{
		{"nothing", "a.txt", "", "a.txt kosong: tidak ada satu kata pun di dalamnya"},
		{"no word", "a.txt", " \n--\n", "a.txt kosong: tidak ada satu kata pun di dalamnya"},
		{"front matter alone", "a.md", "---\nid: x\n---\n", "a.md kosong: tidak ada satu kata pun di dalamnya"},
		{"Word", "a.docx", "PK\x03\x04xx", "a.docx tidak dapat dibaca: berkas Word atau ZIP; simpan sebagai PDF atau teks; yang dapat dibaca: teks, Markdown, HTML, PDF"},
		{"picture", "a.jpg", "\xff\xd8\xff\xe0", "a.jpg tidak dapat dibaca: gambar JPEG; jalankan OCR dahulu; yang dapat dibaca: teks, Markdown, HTML, PDF"},
		{"bytes", "a.bin", "abc\x00\x01\x02", "a.bin bukan teks; yang dapat dibaca: teks, Markdown, HTML, PDF"},
		{"no PDF", "a.pdf", "halo", "a.pdf bukan PDF: tanda %PDF- tidak ada pada awal berkas"},
		{"broken PDF", "a.pdf", "%PDF-1.4\nhalo", "a.pdf tidak terbaca sebagai PDF; berkasnya mungkin rusak atau terpotong: 3: incorrect format"},
		{"scanned PDF", "a.pdf", string(papertest.PDF("", "")), "a.pdf tidak mempunyai lapisan teks: ke-2 halamannya hanya gambar (hasil pindai); jalankan OCR dahulu, misalnya ocrmypdf, lalu ulangi"},
		{"too much text", "a.txt", strings.Repeat("a\n", 3<<20), "a.txt memuat terlalu banyak teks: 6 MB; batasnya 5 MB, sedangkan kitab hukum terpanjang kurang dari sepersepuluhnya"},
		{"too large", "a.txt", strings.Repeat("a", paper.MaxSize+1), "a.txt terlalu besar: 50 MB; batasnya 50 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := paper.Parse(t.Context(), "folder/"+tt.file, []byte(tt.text)); err == nil || err.Error() != tt.want {
				t.Errorf("Parse = %v, want %q", err, tt.want)
			}
		})
	}
}
