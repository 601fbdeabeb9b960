package importer_test

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/importer"
	"suluh/corpus/paper"
	"suluh/corpus/paper/papertest"
)

// opening begins the statutes of the tests.
const opening = `UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 7 TAHUN 1999
TENTANG
JALAN DESA
DENGAN RAHMAT TUHAN YANG MAHA ESA
PRESIDEN REPUBLIK INDONESIA,
Menimbang : a. bahwa jalan perlu;
b. bahwa desa perlu jalan;
Mengingat : Pasal 5 ayat (1) Undang-Undang Dasar 1945;
MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG JALAN DESA.
`

// closing ends them.
const closing = `
Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini. Disahkan di Jakarta pada tanggal 3 Mei 1999 PRESIDEN REPUBLIK INDONESIA, ttd. Diundangkan di Jakarta pada tanggal 4 Mei 1999 LEMBARAN NEGARA REPUBLIK INDONESIA TAHUN 1999 NOMOR 61
`

// imported imports a text and checks what holds for every import: no word is lost, and the corpus accepts the file.
func imported(t *testing.T, name, text string) (*corpus.Work, importer.Report) {
	t.Helper()
	r, err := importer.Import(t.Context(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	source, err := paper.Parse(t.Context(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, complaint := range unbalanced(source, r) {
		t.Error(complaint)
	}
	w, problems := corpus.ParseWork(r.Path, r.Markdown)
	if len(problems) > 0 {
		t.Errorf("the corpus refuses the file: %v\n%s", problems, r.Markdown)
	}
	if w.Imported == "" || !strings.HasPrefix(w.Imported, fmt.Sprintf("skor %d dari 100", r.Report.Score)) {
		t.Errorf("imported = %q, want the score %d", w.Imported, r.Report.Score)
	}
	return w, r.Report
}

// unbalanced compares the words of a source with those of the outcome, furniture and our own words aside. It reads the
// outcome as it stands in the file.
func unbalanced(source *paper.Copy, r *importer.Result) []string {
	count := map[string]int{}
	add := func(text string, n int) {
		for _, w := range importer.Words(text) {
			count[w] += n
		}
	}
	for _, l := range source.Lines {
		add(l.Text, 1)
	}
	for _, e := range slices.Concat(r.Report.Dropped, r.Report.Moved, r.Report.Changed, r.Report.Added) {
		add(e.Text, -1)
		add(e.Now, 1)
	}
	_, body, _ := strings.Cut(string(r.Markdown), "\n---\n")
	for line := range strings.Lines(body) {
		switch line = strings.TrimSpace(line); line {
		case "## Pembukaan", "## Penutup", "## Lampiran", "#### Penjelasan":
		default:
			add(strings.ReplaceAll(line, "[belum tersedia]", ""), -1)
		}
	}
	var out []string
	for w, n := range count {
		switch {
		case n > 0:
			out = append(out, fmt.Sprintf("%q is lost %d times", w, n))
		case n < 0:
			out = append(out, fmt.Sprintf("%q is there %d times too often", w, -n))
		}
	}
	slices.Sort(out)
	return out
}

// plainText returns the words of a portion, or a note that it is not there.
func plainText(w *corpus.Work, fragment string) string {
	p := w.Portion(fragment)
	if p == nil {
		return "(not there)"
	}
	return p.Plain()
}

func TestIdentity(t *testing.T) {
	w, r := imported(t, "x/uu/1999/7.md", opening+"Pasal 1\nBunyi.\nPasal 2\nUndang-Undang ini mulai berlaku pada tanggal diundangkan."+closing)
	got := []string{w.ID, w.Title, w.Short, w.FullName, w.Enacted.String(), w.InForce.String(), w.Gazette, string(w.Extent), fmt.Sprint(r.Score)}
	want := []string{"uu/1999/7", "Jalan Desa", "UU 7/1999", "Undang-Undang Republik Indonesia Nomor 7 Tahun 1999 tentang Jalan Desa", "1999-05-03", "1999-05-04", "LN 1999 No. 61", "full", "100"}
	if !slices.Equal(got, want) {
		t.Errorf("identity = %q, want %q", got, want)
	}
	for fragment, want := range map[string]string{"menimbang.huruf-b": "bahwa desa perlu jalan;", "mengingat": "Pasal 5 ayat (1) Undang-Undang Dasar 1945;",
		"memutuskan": "Menetapkan : UNDANG-UNDANG TENTANG JALAN DESA.", "pasal-1": "Bunyi."} {
		if got := plainText(w, fragment); got != want {
			t.Errorf("%s = %q, want %q", fragment, got, want)
		}
	}
}

func TestIdentityWithoutPath(t *testing.T) {
	w, _ := imported(t, "unduhan.txt", strings.Replace(opening, "1999", "L999", 1)+"Pasal 1\nBunyi."+closing)
	if w.ID != "uu/1999/7" {
		t.Errorf("id = %q, want uu/1999/7", w.ID)
	}
	if _, err := importer.Import(t.Context(), "unduhan.txt", []byte("Pasal 1\nBunyi.")); err == nil || !strings.Contains(err.Error(), "uu/2007/21.md") {
		t.Errorf("Import of a text without a heading: %v, want an error that says what would be right", err)
	}
	_, r := imported(t, "uu/1998/3.md", opening+"Pasal 1\nBunyi."+closing)
	if r.ID != "uu/1998/3" || !slices.ContainsFunc(r.Suspicions, func(s importer.Suspicion) bool { return strings.Contains(s.What, "letak berkas") }) {
		t.Errorf("heading and place disagree: id %q, suspicions %v", r.ID, r.Suspicions)
	}
}

func TestArticles(t *testing.T) {
	tests := []struct {
		name, body string
		want       string
	}{
		{"on lines", "Pasal 1\nBunyi.\nPasal 2\nLagi.", "1 2"},
		{"in one line", "BAB I UMUM Pasal 1 Bunyi. Pasal 2 (1) Lagi. (2) Dan lagi.", "1 2"},
		{"with full stops", "Pasal 1. Bunyi. Pasal 2. Lagi.", "1 2"},
		{"glued", "Pasal 1 Bunyi.Pasal 2 Lagi. Pasal3 Akhir.", "1 2 3"},
		{"mentions", "Pasal 1\nBunyi sebagaimana dimaksud dalam Pasal 2 ayat (1).\nPasal 2\n(1) Menurut Pasal 3 dan\nPasal 4.\nPasal 3\nAkhir. Lihat Pasal 4 huruf a.", "1 2 3"},
		{"letters for digits", "Pasal l\nSatu.\nPasal 2\nDua.\nPasal 3\nTiga." + articlesFrom(4, 9) + "\nPasal lO\nSepuluh.\nPasal 1 1\nSebelas.\nPasal l2\nAkhir.", "1 2 3 4 5 6 7 8 9 10 11 12"},
		{"catchword", "Pasal 1\nBunyi. Pasal 2...\nPasal 2\nLagi.", "1 2"},
		{"heading twice", "Pasal 1\nPasal 1\nBunyi.\nPasal 2\nLagi.", "1 2"},
		{"page break", "Pasal 1\nBunyi yang PRES I DEN REPUBLIK INDONESIA - 3 - yang panjang. Pasal 2 Lagi.", "1 2"},
		{"gap", "Pasal 1\nBunyi.\nPasal 4\nLagi.", "1 4"},
		{"columns mixed up", "Pasal 1\nSatu.\nPasal 2\nDua.\nPasal 4\nEmpat.\nPasal 3\nTiga.\nPasal 5\nLima.\nPasal 6\nEnam.", "1 2 3 4 5 6"},
		{"letter", "Pasal 1\nBunyi.\nPasal 1A\nSisipan.\nPasal 2\nLagi.", "1 1A 2"},
		{"none", "Rapat memutuskan hal itu.", ""},
		{"amending", "Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\n(1) Baru.\n2. Pasal 4 dihapus.\nPasal II\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.", "I II"},
		{"amending, misread", "Pasal I\nKetentuan Pasal 3 diubah sehingga berbunyi sebagai berikut: Pasal 3 Baru.\nPasal 11\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.", "I II"},
		{"amending with Arabic numbers", "Pasal 1\nPasal 3 Undang-Undang Nomor 2 Tahun 1990 diubah sehingga berbunyi sebagai berikut:\nPasal 3\nBaru.\nPasal 2\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.", "1 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, r := imported(t, "uu/1999/7.md", opening+tt.body+closing)
			if got := strings.Join(r.Articles, " "); got != tt.want {
				t.Errorf("articles = %q, want %q", got, tt.want)
			}
		})
	}
}

func articlesFrom(low, high int) string {
	var b strings.Builder
	for n := low; n <= high; n++ {
		fmt.Fprintf(&b, "\nPasal %d\nBunyi.", n)
	}
	return b.String()
}

// TestForeign keeps articles out that are not the work's own: a table of contents, an annexed treaty, an elucidation.
func TestForeign(t *testing.T) {
	text := "DAFTAR ISI Pasal 1 .... 3 Pasal 2 .... 4 Pasal 3 .... 5\n" + opening + "Pasal 1\nMengesahkan Konvensi.\nPasal 2\nUndang-Undang ini mulai berlaku pada tanggal diundangkan." + closing +
		"PENJELASAN ATAS UNDANG-UNDANG NOMOR 7 TAHUN 1999 TENTANG JALAN DESA UMUM Konvensi itu perlu. PASAL DEMI PASAL Pasal 1 Cukup jelas. Pasal 2 Cukup jelas. TAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 3835 KONVENSI Pasal 1 Negara wajib. Pasal 2 Negara boleh. Pasal 3 Negara tahu."
	w, r := imported(t, "uu/1999/7.md", text)
	if got := strings.Join(r.Articles, " "); got != "1 2" {
		t.Errorf("articles = %q, want 1 2", got)
	}
	if got := plainText(w, "lampiran"); !strings.HasPrefix(got, "KONVENSI Pasal 1 Negara wajib.") {
		t.Errorf("annex = %q", got)
	}
	if got := plainText(w, "pasal-2.penjelasan"); got != "Cukup jelas." || w.Supplement != "TLN 3835" {
		t.Errorf("elucidation of article 2 = %q, supplement %q", got, w.Supplement)
	}
}

func TestStructure(t *testing.T) {
	w, r := imported(t, "uu/1999/7.md", opening+`BAB I... BAB I KETENTUAN UMUM
Pasal 1
Yang dimaksud dengan:
1. Jalan adalah:
a. jalan tanah; dan
b. jalan batu.
2. Desa adalah desa. 3. Orang adalah orang.
BAB II JALAN Bagian Kesatu Umum Paragraf 1 Ukuran Pasal 2 (1) Jalan dibuat. (21 Jalan dijaga sebagaimana dimaksud pada ayat (1).
(4) Jalan ditutup.
Bagian Kedua
Penutup
Pasal 3
`+closing)
	for fragment, want := range map[string]string{
		"pasal-1.angka-1.huruf-b": "jalan batu.",
		"pasal-1.angka-3":         "Orang adalah orang.",
		"pasal-2.ayat-2":          "Jalan dijaga sebagaimana dimaksud pada ayat (1).",
		"pasal-2.ayat-3":          "[belum tersedia]",
		"pasal-3":                 "[belum tersedia]",
		"bab-ii.bagian-kesatu.paragraf-1.tidak-benar": "(not there)",
	} {
		if got := plainText(w, fragment); got != want {
			t.Errorf("%s = %q, want %q", fragment, got, want)
		}
	}
	var groups []string
	for _, p := range w.Portions() {
		if p.Kind == corpus.Chapter || p.Kind == corpus.Section || p.Kind == corpus.Subsection {
			groups = append(groups, p.Heading())
		}
	}
	if want := []string{"BAB I KETENTUAN UMUM", "BAB II JALAN", "Bagian Kesatu Umum", "Paragraf 1 Ukuran", "Bagian Kedua Penutup"}; !slices.Equal(groups, want) {
		t.Errorf("groups = %q, want %q", groups, want)
	}
	if want := []string{"pasal-2.ayat-3", "pasal-3"}; !slices.Equal(r.Lost, want) || r.Score > 66 {
		t.Errorf("lost = %q with score %d, want %q and an article less", r.Lost, r.Score, want)
	}
	if m := w.Portion("pasal-3").MarkedAs(); m.Kind != "missing" {
		t.Errorf("mark on article 3 = %+v, want missing", m)
	}
	if m := w.Portion("pasal-1").MarkedAs(); m.Kind != "imported" || !strings.Contains(m.Why, "belum dibaca") {
		t.Errorf("mark on article 1 = %+v, want imported", m)
	}
}

func TestElucidation(t *testing.T) {
	w, r := imported(t, "uu/1999/7.md", opening+"Pasal 1\n(1) Satu. (2) Dua.\nPasal 2\nDua.\nPasal 3\nTiga."+closing+
		`PENJELASAN ATAS UNDANG-UNDANG NOMOR 7 TAHUN 1999 TENTANG JALAN DESA I. UMUM Jalan itu perlu. II. PASAL DEMI PASAL
Pasal 1 Ayat (1) Huruf a Yang dimaksud dengan "jalan" adalah jalan. Huruf b Cukup jelas. Ayat (21 Cukup jelas. Pasal 2 dan Pasal 3 Cukup jelas.`)
	for fragment, want := range map[string]string{
		"pasal-1.penjelasan.ayat-1.huruf-a": `Yang dimaksud dengan "jalan" adalah jalan.`,
		"pasal-1.penjelasan.ayat-2":         "Cukup jelas.",
		"pasal-2.penjelasan":                "Pasal 2 dan Pasal 3 Cukup jelas.",
	} {
		if got := plainText(w, fragment); got != want {
			t.Errorf("%s = %q, want %q", fragment, got, want)
		}
	}
	if got := plainText(w, "penjelasan"); !strings.HasPrefix(got, "I. UMUM Jalan itu perlu.") || r.Explained != 2 {
		t.Errorf("general elucidation = %q, %d articles explained", got, r.Explained)
	}
}

func TestAmendingLaw(t *testing.T) {
	w, _ := imported(t, "uu/1999/7.md", strings.ReplaceAll(opening, "JALAN DESA", "PERUBAHAN ATAS UNDANG-UNDANG NOMOR 2 TAHUN 1990")+
		`Pasal I
Beberapa ketentuan dalam Undang-Undang Nomor 2 Tahun 1990 diubah sebagai berikut:
1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
Pasal 1
Dalam Undang-Undang ini yang dimaksud dengan:
1. Jalan adalah jalan.
2. Desa adalah desa.
2. Di antara Pasal 5 dan Pasal 6 disisipkan 2 (dua) pasal, yakni Pasal 5A dan Pasal 5B sehingga berbunyi sebagai berikut: Pasal 5A (1) Satu. (2) Dua. Pasal 5B Tiga.
3. Pasal 9 dihapus.
Pasal II
Undang-Undang ini mulai berlaku pada tanggal diundangkan.`+closing+
		`PENJELASAN ATAS UNDANG-UNDANG NOMOR 7 TAHUN 1999 UMUM Perlu. PASAL DEMI PASAL Pasal I Angka 1 Pasal 1 Cukup jelas. Angka 2 Pasal 5A Ayat (1) Cukup jelas. Pasal 5B Jelas sekali. Pasal II Cukup jelas.`)
	for fragment, want := range map[string]string{
		"pasal-i.angka-1.pasal-1.angka-2":             "Desa adalah desa.",
		"pasal-i.angka-2.pasal-5a.ayat-2":             "Dua.",
		"pasal-i.angka-2.pasal-5b":                    "Tiga.",
		"pasal-i.angka-3":                             "Pasal 9 dihapus.",
		"pasal-i.penjelasan.angka-2.pasal-5a.ayat-1":  "Cukup jelas.",
		"pasal-i.penjelasan.angka-2.pasal-5b":         "Jelas sekali.",
		"pasal-ii.penjelasan":                         "Cukup jelas.",
		"pasal-i.angka-1.pasal-1.angka-2.pasal-tiada": "(not there)",
	} {
		if got := plainText(w, fragment); got != want {
			t.Errorf("%s = %q, want %q", fragment, got, want)
		}
	}
}

// TestFormats imports one statute from every format.
func TestFormats(t *testing.T) {
	lines := strings.Split(opening+"BAB I UMUM\nPasal 1\n(1) Satu.\n(2) Dua.\nPasal 2\nAkhir."+closing, "\n")
	var page strings.Builder
	page.WriteString("<!doctype html><title>Salinan</title><body>")
	for _, l := range lines {
		page.WriteString("<p>" + html.EscapeString(l) + "</p>\n")
	}
	for name, text := range map[string]string{"a.txt": strings.Join(lines, "\n"), "a.html": page.String(), "a.pdf": string(papertest.PDF(strings.Join(lines[:12], "\n"), strings.Join(lines[12:], "\n"))),
		"a.md": "**" + strings.Join(lines, "**\n\n## ") + "**", "b.txt": strings.Join(lines, " ")} {
		t.Run(name, func(t *testing.T) {
			w, r := imported(t, name, text)
			if got := strings.Join(r.Articles, " "); got != "1 2" || w.ID != "uu/1999/7" || plainText(w, "pasal-1.ayat-2") != "Dua." {
				t.Errorf("articles of %s = %q, ayat 2 %q", w.ID, got, plainText(w, "pasal-1.ayat-2"))
			}
		})
	}
}

// TestFurniture takes the furniture off and names it, and leaves numbers of the law alone.
func TestFurniture(t *testing.T) {
	w, r := imported(t, "uu/1999/7.md", opening+"Pasal 1\nPaling lama PRESIDEN REPUBLIK INDONESIA\n- 2 -\n3 tahun dan\nPRES I DEN REPUBLIK INDONESIA _3_ dan denda SK No 012345 A paling banyak 5 rupiah. b. tidak - 4 - b. tidak boleh. Agar...\n"+closing)
	if got, want := plainText(w, "pasal-1"), "Paling lama 3 tahun dan denda paling banyak 5 rupiah. b. tidak boleh."; got != want {
		t.Errorf("article 1 = %q, want %q", got, want)
	}
	kinds := map[string]int{}
	for _, e := range r.Dropped {
		kinds[e.What]++
	}
	if kinds[paper.Serial] != 1 || kinds[paper.Letterhead]+kinds[paper.PageMark] < 3 || kinds[paper.Catchword] < 2 {
		t.Errorf("dropped = %v", r.Dropped)
	}
}

// TestHazards keeps text that the format would take for something else.
func TestHazards(t *testing.T) {
	for name, body := range map[string]string{
		"list from the middle": "Pasal 1\n3. Tiga.\n4. Empat.",
		"list begun anew":      "Pasal 1\nBunyi:\na. satu;\nb. dua.\nLagi:\na. satu;\nb. dua.",
		"paragraphs doubled":   "Pasal 1\n(1) Satu. (1) Satu lagi. (2) Dua. (2) Dua lagi.",
		"chapter doubled":      "BAB I SATU\nPasal 1\nBunyi.\nBAB I LAIN\nPasal 2\nBunyi.\nBAB I LAIN LAGI BAB II DUA\nPasal 3\nBunyi.",
		"marks of Markdown":    "Pasal 1\n# judul > kutipan *bintang* _garis_ `kode` [tautan](x) <b>\n---\n> kutip\n- butir",
		"markers alone":        "Pasal 1\na.\nb.\nc. SALINAN d bahwa\n(1)\n(2)",
		"quotation marks":      "Pasal 1\nBunyi \"pasal\": \\ 'satu' \x01 :\nkunci: nilai",
	} {
		t.Run(name, func(t *testing.T) { imported(t, "uu/1999/7.md", opening+body+closing) })
	}
}

func FuzzImport(f *testing.F) {
	for _, seed := range []string{"", "\x966\x96", "Pasal 1", opening + "Pasal 1\nBunyi." + closing, "Pasal I Pasal 11 berbunyi sebagai berikut: Pasal 1 1. Ketentuan PENJELASAN ATAS Pasal I Angka 1 Pasal 2",
		"MEMUTUSKAN PENJELASAN UMUM PASAL DEMI PASAL Pasal 1 Ayat (1) Huruf a a. b. LAMPIRAN TAMBAHAN LEMBARAN NEGARA NOMOR 1", "- 1 - - 2 - ... … Pasal 1 1 Pasal Pasal l\n(1) (2)\n(l)",
		"BAB I BAB I BAB II Pasal 1 Bagian Kesatu Pasal 2 Paragraf 1", "# Pasal 1\n> Pasal 2\n---\n#### Penjelasan\n### Pasal 1\n## Lampiran"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"uu/1999/7.md", "uu/1999/7.txt"} {
			source, err := paper.Parse(t.Context(), name, []byte(text))
			if err != nil {
				continue
			}
			r, err := importer.Import(t.Context(), name, []byte(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if complaints := unbalanced(source, r); len(complaints) > 0 {
				t.Errorf("%s: %v\n%s", name, complaints, r.Markdown)
			}
			if _, problems := corpus.ParseWork(r.Path, r.Markdown); len(problems) > 0 {
				t.Errorf("%s: %v\n%s", name, problems, r.Markdown)
			}
		}
	})
}
