package verify_test

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/paper"
	"suluh/corpus/paper/papertest"
	"suluh/corpus/verify"
)

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
			"a.pdf":  string(papertest.PDF(strings.Split(paged(printed, 80, 50), "\f")...)),
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
			c, err := paper.Parse(t.Context(), name, []byte(copied))
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
