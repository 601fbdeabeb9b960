package verify_test

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/verify"
)

func lines(c *verify.Copy) []string {
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
			c, err := verify.Parse(t.Context(), "folder/"+tt.file, []byte(tt.text))
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
		{"scanned PDF", "a.pdf", string(pdf("", "")), "a.pdf tidak mempunyai lapisan teks: ke-2 halamannya hanya gambar (hasil pindai); jalankan OCR dahulu, misalnya ocrmypdf, lalu ulangi"},
		{"too much text", "a.txt", strings.Repeat("a\n", 3<<20), "a.txt memuat terlalu banyak teks: 6 MB; batasnya 5 MB, sedangkan kitab hukum terpanjang kurang dari sepersepuluhnya"},
		{"too large", "a.txt", strings.Repeat("a", verify.MaxSize+1), "a.txt terlalu besar: 50 MB; batasnya 50 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := verify.Parse(t.Context(), "folder/"+tt.file, []byte(tt.text)); err == nil || err.Error() != tt.want {
				t.Errorf("Parse = %v, want %q", err, tt.want)
			}
		})
	}
}

// page makes a web page of lines.
func page(lines []string) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><title>Salinan</title><style>p { margin: 0 }</style></head><body>\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(l))
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

// TestFormats prints a statute in every format and compares it, as it is and with one number changed.
func TestFormats(t *testing.T) {
	t.Parallel()
	l := embedded()
	w := l.Work("uu/2007/21")
	printed := gazette(w)
	for _, changed := range []bool{false, true} {
		if changed {
			printed = slices.Clone(printed)
			i := slices.IndexFunc(printed, func(l string) bool { return strings.Contains(l, "berusia 18 (delapan belas)") })
			printed[i] = strings.Replace(printed[i], "18", "13", 1)
		}
		copies := map[string]string{
			"a.txt":  strings.Join(printed, "\n"),
			"a.md":   "# " + strings.Join(printed, "\n\n"),
			"a.html": page(printed),
			"b.txt":  paged(printed, 70, 40),
			"a.pdf":  string(pdf(strings.Split(paged(printed, 80, 50), "\f")...)),
		}
		for file, text := range copies {
			r := compare(t, l, w.ID, file, text, verify.Options{})
			var want []string
			if changed {
				want = []string{"Pasal 1 angka 5: [-18-] {+13+}"}
			}
			if got := differences(r); !slices.Equal(got, want) {
				t.Errorf("%s, changed %t: differences = %q, want %q", file, changed, got, want)
			}
			if file == "a.pdf" && changed {
				place := ""
				for _, u := range r.Units {
					for _, p := range u.Passages(false) {
						place = p.Places
					}
				}
				if !strings.HasPrefix(place, "halaman ") {
					t.Errorf("the difference in the PDF is said to be at %q, want a page", place)
				}
			}
		}
	}
}

// TestSampledWordCounts takes words out of a whole statute, printed with all furniture: each must be missed.
func TestSampledWordCounts(t *testing.T) {
	t.Parallel()
	l := embedded()
	w := l.Work("uu/2022/12")
	printed := gazette(w)
	const samples = 40
	for n := range samples {
		i := len(printed) * n / samples
		words := strings.Fields(printed[i])
		if len(words) < 6 || printed[i] == strings.ToUpper(printed[i]) || strings.Contains(printed[i], unheld) {
			continue
		}
		k := 2 + n%(len(words)-2)
		changed := slices.Clone(printed)
		changed[i] = strings.Join(slices.Delete(slices.Clone(words), k, k+1), " ")
		r := compare(t, l, w.ID, "a.txt", paged(changed, 66, 34), verify.Options{})
		if !r.Failed() {
			t.Errorf("without word %d of %q: no difference found", k+1, printed[i])
		}
	}
}

// TestBelowArticles reads a copy whose elucidations stand below their articles.
func TestBelowArticles(t *testing.T) {
	l := library(t, smallWork)
	text := `Pasal 2
(1) Setiap orang yang membawa orang dari wilayah negara dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan pidana denda paling sedikit Rp120.000.000,00 (seratus dua puluh juta rupiah).
(2) Korban tidak dipidana kecuali dalam hal sebagaimana dimaksud dalam Pasal 3 ayat (1):
a. pencabutan izin usaha; dan
b. perampasan kekayaan hasil tindak pidana.
(3) Pidananya ditambah 1/3 (sepertiga).
Penjelasan
Ayat (1)
Yang dimaksud dengan “wilayah” adalah perundang-undangan.
Ayat (2)
Tidak jelas.
BAB II KETENTUAN PENUTUP
Pasal 3
(1) Penyidik berwenang menyadap telepon atau alat komunikasi lain.
(2) Penyadapan dilakukan atas izin ketua pengadilan.
Penjelasan
Cukup jelas.
`
	r := compare(t, l, "uu/2007/21", "a.txt", text, verify.Options{Portions: []string{"pasal-2", "pasal-3"}})
	if got, want := differences(r), []string{"Penjelasan Pasal 2 ayat (2): [-Cukup-] {+Tidak+}"}; !slices.Equal(got, want) {
		t.Errorf("differences = %q, want %q", got, want)
	}
}

func FuzzCompare(f *testing.F) {
	l := library(f, smallWork)
	text := strings.Join(gazette(l.Work("uu/2007/21")), "\n")
	for _, seed := range []string{"", "Pasal 1", text, paged(strings.Split(text, "\n"), 40, 12), page(strings.Split(text, "\n")), strings.ReplaceAll(text, "\n", " "),
		"Pasal", "Pasal 99999999999999999999", "Pasal IIII\nPENJELASAN ATAS\nPasal 1\n...\n- 1 -", "Penjelasan\nPasal 1\nPenjelasan", "Rp", "Rp.", "1/", "a-", "(l", "{|}"} {
		f.Add(seed, true)
	}
	x := comparer(l)
	f.Fuzz(func(t *testing.T, copied string, strict bool) {
		for _, name := range []string{"a.txt", "a.md", "a.html"} {
			c, err := verify.Parse(t.Context(), name, []byte(copied))
			if err != nil {
				continue
			}
			r, err := x.Compare(l.Work("uu/2007/21"), c, verify.Options{Strict: strict})
			if err != nil {
				continue
			}
			var b strings.Builder
			if err := r.WriteText(&b); err != nil {
				t.Fatal(err)
			}
			if err := r.WriteHTML(&b, corpus.MustParseDate("2026-11-24")); err != nil {
				t.Fatal(err)
			}
		}
	})
}
