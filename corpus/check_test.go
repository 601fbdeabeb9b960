package corpus_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
)

// TestEmbeddedCorpus holds the corpus that is built into the program to its own rules.
func TestEmbeddedCorpus(t *testing.T) {
	_, problems := corpus.Load(corpus.Texts())
	for _, p := range problems {
		t.Error(p)
	}
}

// folder makes a corpus folder of files by path.
func folder(files map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for path, source := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(source)}
	}
	return fsys
}

// body puts paragraphs under a correct front matter. The first stands on line 12, the others two lines further each.
func body(paragraphs ...string) string {
	return frontMatter + strings.Join(paragraphs, "\n\n") + "\n"
}

// meta puts keys, from line 8 on, into a correct front matter, and a short body under it.
func meta(keys ...string) string {
	head := strings.Replace(frontMatter, "source: s\n", "source: s\n"+strings.Join(keys, "\n")+"\n", 1)
	return head + "### Pasal 1\n\n(1) Bunyi.\n"
}

// loadProblems loads a folder and returns its problems as printed.
func loadProblems(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	_, problems := corpus.Load(fsys)
	var out []string
	for _, p := range problems {
		out = append(out, p.String())
	}
	return out
}

func checkProblems(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("Load(folder) = problems\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestCheckBody(t *testing.T) {
	tests := []struct {
		name string
		body []string
		want []string
	}{
		{"good", []string{"### Pasal 1", "(1) Bunyi:", "a. satu;", "b. dua.", "(2) Bunyi.", "### Pasal 2", "Lihat Pasal 1 ayat (1) huruf b."}, nil},
		{"inserted numbers", []string{"### Pasal 1", "(1) Bunyi.", "(1a) Bunyi.", "(2) Bunyi.", "### Pasal 1A", "Bunyi.", "### Pasal 2", "Bunyi."}, nil},
		{"gap of articles", []string{"### Pasal 1", "Bunyi.", "### Pasal 4", "Bunyi."},
			[]string{`a.md:16: Pasal 4 melompat dari 1; 2 nomor hilang`}},
		{"first article lost", []string{"### Pasal 2", "Bunyi."},
			[]string{`a.md:12: Pasal 2 berdiri pertama; Pasal ke-1 hilang`}},
		{"doubled article", []string{"### Pasal 1", "Bunyi.", "### Pasal 1", "Bunyi."},
			[]string{`a.md:16: Pasal 1 berulang`, `a.md:16: Pasal 1 sudah ada pada baris 12`}},
		{"articles out of order", []string{"### Pasal 1", "Bunyi.", "### Pasal 3", "Bunyi.", "### Pasal 2", "Bunyi."},
			[]string{`a.md:16: Pasal 3 melompat dari 1; 1 nomor hilang`, `a.md:20: Pasal 2 berdiri sesudah Pasal yang lebih besar`}},
		{"articles of an amending law", []string{"### Pasal I", "Bunyi.", "### Pasal II", "Bunyi.", "### Pasal IV", "Bunyi."},
			[]string{`a.md:20: Pasal IV melompat dari II; 1 nomor hilang`}},
		{"empty article", []string{"### Pasal 1", "### Pasal 2", "Bunyi."},
			[]string{`a.md:12: Pasal 1 kosong; isi bunyinya, atau tulis [belum tersedia] dan sebutkan alasannya pada missing`}},
		{"article with only an elucidation", []string{"### Pasal 1", "#### Penjelasan", "Cukup jelas."},
			[]string{`a.md:12: Pasal 1 hanya berisi Penjelasan; bunyinya hilang`}},
		{"empty elucidation", []string{"### Pasal 1", "Bunyi.", "#### Penjelasan"},
			[]string{`a.md:16: Penjelasan Pasal 1 kosong; isi bunyinya, atau tulis [belum tersedia] dan sebutkan alasannya pada missing`}},
		{"ayat start at 2", []string{"### Pasal 1", "(2) Bunyi."},
			[]string{`a.md:14: ayat (2) Pasal 1 berdiri pertama; ayat ke-1 hilang`}},
		{"ayat out of order", []string{"### Pasal 1", "(1) Bunyi.", "(3) Bunyi.", "(2) Bunyi."},
			[]string{`a.md:16: ayat (3) Pasal 1 melompat dari 1; 1 nomor hilang`, `a.md:18: ayat (2) Pasal 1 berdiri sesudah ayat yang lebih besar`}},
		{"doubled ayat", []string{"### Pasal 1", "(1) Bunyi.", "(1) Bunyi."},
			[]string{`a.md:16: Pasal 1 ayat (1) sudah ada pada baris 14`, `a.md:16: ayat (1) Pasal 1 berulang`}},
		{"huruf gap", []string{"### Pasal 1", "(1) Bunyi:", "a. satu;", "d. empat."},
			[]string{`a.md:18: huruf d Pasal 1 ayat (1) melompat dari a; 2 nomor hilang`}},
		{"angka start at 2", []string{"### Pasal 1", "Bunyi:", "a. satu:", "   2. dua."},
			[]string{`a.md:18: angka 2 Pasal 1 huruf a berdiri pertama; angka ke-1 hilang`}},
		{"no article at all", []string{"## BAB I UMUM"},
			[]string{`a.md:1: tidak ada satu pun Pasal; karya tanpa bunyi diberi "extent: card"`}},
		{"dangling citation of an article", []string{"### Pasal 1", "Lihat Pasal 9."},
			[]string{`a.md:14: rujukan ke Pasal 9 di Pasal 1, tetapi UU 21/2007 tidak memuatnya`}},
		{"dangling citation of an ayat", []string{"### Pasal 1", "(1) Bunyi.", "(2) Sebagaimana dimaksud pada ayat (1) dan ayat (5)."},
			[]string{`a.md:16: rujukan ke Pasal 1 ayat (5) di Pasal 1 ayat (2), tetapi UU 21/2007 tidak memuatnya`}},
		{"dangling citation inside a range", []string{"### Pasal 1", "Bunyi.", "### Pasal 2", "Lihat Pasal 1 sampai dengan Pasal 4."},
			[]string{`a.md:18: rujukan ke Pasal 3 di Pasal 2, tetapi UU 21/2007 tidak memuatnya`, `a.md:18: rujukan ke Pasal 4 di Pasal 2, tetapi UU 21/2007 tidak memuatnya`}},
		{"unknown part", []string{"## Daftar", "### Pasal 1", "Bunyi."},
			[]string{`a.md:12: judul "Daftar" tidak dikenal; yang ada: BUKU, BAB, Bagian, Paragraf, Pembukaan, Menimbang, Mengingat, Memutuskan, Penutup, Lampiran, Ringkasan, PENJELASAN ATAS`}},
		{"article heading with other words", []string{"### Pasal 1", "Bunyi.", "### Pasal 2 Umum", "Bunyi."},
			[]string{`a.md:16: judul "Pasal 2 Umum" bukan Pasal; tulis "### Pasal 2" tanpa kata lain`}},
		{"elucidation out of place", []string{"## BAB I UMUM", "#### Penjelasan", "### Pasal 1", "Bunyi."},
			[]string{`a.md:14: judul "Penjelasan" salah tempat; "#### Penjelasan" berdiri di bawah Pasalnya`}},
		{"heading too deep", []string{"### Pasal 1", "Bunyi.", "##### Catatan"},
			[]string{`a.md:16: judul tingkat 5 tidak dikenal; tingkat yang ada: # judul, ## BAB, ### Pasal, #### Penjelasan`}},
		{"second title", []string{"# Judul Lain", "### Pasal 1", "Bunyi."},
			[]string{`a.md:12: judul kedua "Judul Lain"; satu berkas hanya memuat satu judul "# …"`}},
		{"text outside any article", []string{"Bunyi tanpa pasal.", "### Pasal 1", "Bunyi."},
			[]string{`a.md:12: teks "Bunyi tanpa pasal." berdiri di luar Pasal dan bagian mana pun`}},
		{"long text outside any article", []string{"## BAB I UMUM", strings.Repeat("bunyi ", 10), "### Pasal 1", "Bunyi."},
			[]string{`a.md:14: teks "bunyi bunyi bunyi bunyi bunyi bunyi buny…" berdiri di luar Pasal dan bagian mana pun`}},
		{"odd indentation", []string{"### Pasal 1", "Bunyi:", "a. satu:", "  1. dua."},
			[]string{`a.md:18: indentasi 2 spasi tidak cocok; butir bertingkat menjorok 3 spasi dari butir di atasnya`}},
		{"level left out", []string{"### Pasal 1", "Bunyi:", "a. satu:", "      1. dua."},
			[]string{`a.md:18: indentasi 6 spasi tidak cocok; butir bertingkat menjorok 3 spasi dari butir di atasnya`}},
		{"not available without a mark", []string{"### Pasal 1", "(1) Bunyi.", "(2) [belum tersedia]"},
			[]string{`a.md:16: Pasal 1 ayat (2) bertanda [belum tersedia] tanpa alasan; sebutkan pada missing`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			checkProblems(t, loadProblems(t, folder(map[string]string{"a.md": body(tt.body...)})), tt.want)
		})
	}
}

func TestCheckFrontMatter(t *testing.T) {
	change := func(old, new string) string { return strings.Replace(meta("checked: ya"), old, new, 1) }
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"good", map[string]string{"a.md": meta("captions:", "  pasal-1: Umum", "keywords:", "  pasal-1.ayat-1: umum")}, nil},
		{"unknown key", map[string]string{"a.md": meta("judul: X")},
			[]string{`a.md:8: kunci front matter "judul" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta`}},
		{"unknown key deep inside", map[string]string{"a.md": meta("unchecked:", "  - portions: [pasal-1]", "    why: w", "    sebab: w")},
			[]string{`a.md:11: kunci front matter "sebab" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta`}},
		{"two unknown keys and a bad date", map[string]string{"a.md": strings.Replace(meta("judul: X", "checked: ya", "nomor: 21"), "in_force: 2007-04-19", "in_force: 19-04-2007", 1)},
			[]string{
				`a.md:6: front matter: "19-04-2007" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`,
				`a.md:8: kunci front matter "judul" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta`,
				`a.md:10: kunci front matter "nomor" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta`,
			}},
		{"key written twice", map[string]string{"a.md": meta("title: Y")},
			[]string{`a.md:8: kunci front matter "title" ditulis dua kali`}},
		{"value of the wrong kind", map[string]string{"a.md": meta("principal: barangkali")},
			[]string{`a.md:8: nilai front matter "barangkali" salah bentuk (perlu int)`}},
		{"no YAML", map[string]string{"a.md": meta("aliases: [UU X")},
			[]string{`a.md:8: front matter: sequence end token ']' not found`}},
		{"YAML on which the library panics", map[string]string{"a.md": meta("unchecked:", "  - portions: !x")},
			[]string{`a.md:1: front matter: YAML tidak terbaca`}},
		{"lines that end as on Windows", map[string]string{"a.md": strings.ReplaceAll(meta("judul: X"), "\n", "\r\n")},
			[]string{`a.md:8: kunci front matter "judul" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta`}},
		{"not on the first line", map[string]string{"a.md": "\n" + meta("judul: X")},
			[]string{`a.md:1: berkas tidak dimulai dengan front matter; baris pertama harus "---"`}},
		{"unclosed", map[string]string{"a.md": "---\nid: uu/2007/21\ntitle: X\n"},
			[]string{`a.md:1: front matter tidak ditutup; tambahkan baris "---" sesudah kunci terakhir`}},
		{"none", map[string]string{"a.md": "# Undang-Undang X\n\n### Pasal 1\n\nBunyi.\n"},
			[]string{`a.md:1: berkas tidak dimulai dengan front matter; baris pertama harus "---"`}},
		{"empty file", map[string]string{"a.md": ""},
			[]string{`a.md:1: berkas tidak dimulai dengan front matter; baris pertama harus "---"`}},
		{"empty front matter", map[string]string{"a.md": "---\n---\n"},
			[]string{
				`a.md:1: front matter tanpa enacted (tanggal pengesahan)`,
				`a.md:1: front matter tanpa id; tulis misalnya "id: uu/2007/21"`,
				`a.md:1: front matter tanpa short`,
				`a.md:1: front matter tanpa source`,
				`a.md:1: front matter tanpa title`,
				`a.md:1: tidak ada judul; tulis "# Undang-Undang Republik Indonesia Nomor … Tahun … tentang …"`,
				`a.md:1: tidak ada satu pun Pasal; karya tanpa bunyi diberi "extent: card"`,
			}},
		{"one id in two files", map[string]string{"a.md": meta("checked: ya"), "b/c.md": meta("checked: ya")},
			[]string{`b/c.md:1: id "uu/2007/21" sudah dipakai oleh a.md`}},
		{"id of the wrong form", map[string]string{"a.md": change("uu/2007/21", "UU 21/2007")},
			[]string{`a.md:1: id "UU 21/2007" salah bentuk; tulis jenis/tahun/nomor, misalnya uu/2007/21 atau perda/ntt/2008/14`}},
		{"unknown extent", map[string]string{"a.md": meta("extent: half")},
			[]string{`a.md:1: extent "half" tidak dikenal; pilih full, part atau card`}},
		{"day that no calendar has", map[string]string{"a.md": change("in_force: 2007-04-19", "in_force: 2026-02-30")},
			[]string{`a.md:6: front matter: "2026-02-30" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`}},
		{"bad day of enactment and of a relation", map[string]string{"a.md": strings.Replace(meta(
			"relations:", "  - type: repeals", "    by: pasal-1", "    target: uu/2004/39", "    from: besok"), "enacted: 2007-04-19", "enacted: 2007-13-19", 1)},
			[]string{
				`a.md:1: front matter tanpa enacted (tanggal pengesahan)`,
				`a.md:1: relations: repeals uu/2004/39 tanpa from (hari pertama berlaku)`,
				`a.md:5: front matter: "2007-13-19" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`,
				`a.md:12: front matter: "besok" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`,
			}},
		{"in force before enacted", map[string]string{"a.md": change("in_force: 2007-04-19", "in_force: 2007-04-18")},
			[]string{`a.md:1: in_force 2007-04-18 mendahului enacted 2007-04-19`}},
		{"enacted in a year that is not the id's", map[string]string{"a.md": change("enacted: 2007-04-19", "enacted: 2006-04-19")},
			[]string{`a.md:1: enacted 2006-04-19 tidak cocok dengan tahun 2007 dalam id`}},
		{"year before all law", map[string]string{"a.md": change("uu/2007/21", "uu/1907/21")},
			[]string{`a.md:1: enacted 2007-04-19 tidak cocok dengan tahun 1907 dalam id`, `a.md:1: tahun 1907 dalam id tidak mungkin`}},
		{"marks that name nothing", map[string]string{"a.md": meta(
			"unchecked:", "  - portions: [pasal-1.ayat-2]", "    why: w",
			"summary:", "  - portions: [pasal-2]", "    why: w",
			"missing:", "  - portions: [pasal-3]", "    why: w",
			"captions:", "  pasal-4: c",
			"keywords:", "  pasal-5: k")},
			[]string{
				`a.md:1: captions menyebut "pasal-4", tetapi bagian itu tidak ada dalam naskah`,
				`a.md:1: keywords menyebut "pasal-5", tetapi bagian itu tidak ada dalam naskah`,
				`a.md:1: summary menyebut "pasal-2", tetapi bagian itu tidak ada dalam naskah`,
				`a.md:1: unchecked menyebut "pasal-1.ayat-2", tetapi bagian itu tidak ada dalam naskah`,
			}},
		{"marks without a reason", map[string]string{"a.md": meta("unchecked:", "  - portions: [pasal-1]", "missing:", "  - portions: [pasal-3]", "    why: \" \"")},
			[]string{
				`a.md:1: missing [pasal-3] tanpa why; tulis alasannya dalam satu kalimat`,
				`a.md:1: unchecked [pasal-1] tanpa why; tulis alasannya dalam satu kalimat`,
			}},
		{"relation of an unknown type", map[string]string{"a.md": meta(
			"relations:", "  - type: replaces", "    by: pasal-1", "    target: uu/2004/39", "    from: 2007-04-19")},
			[]string{`a.md:1: relations: type "replaces" tidak dikenal; pilih repeals, amends, reads_as, implements atau adjusts`}},
		{"relation without a date", map[string]string{"a.md": meta(
			"relations:", "  - type: repeals", "    by: pasal-1", "    target: uu/2004/39")},
			[]string{`a.md:1: relations: repeals uu/2004/39 tanpa from (hari pertama berlaku)`}},
		{"relation before the work", map[string]string{"a.md": meta(
			"relations:", "  - type: repeals", "    by: pasal-1", "    target: uu/2004/39", "    from: 2007-04-18")},
			[]string{`a.md:1: relations: repeals uu/2004/39 berlaku 2007-04-18, sebelum karya ini disahkan`}},
		{"relation by what does not exist", map[string]string{"a.md": meta(
			"relations:", "  - type: repeals", "    by: pasal-9", "    target: uu/2004/39", "    from: 2007-04-19")},
			[]string{`a.md:1: relations: by "pasal-9" tidak ada dalam naskah`}},
		{"relation to what does not exist", map[string]string{"a.md": meta(
			"relations:", "  - type: amends", "    by: pasal-1", "    target: uu/2007/21#pasal-9", "    from: 2007-04-19", "    successor: uu/2007/21#pasal-8")},
			[]string{`a.md:1: relations: uu/2007/21#pasal-8 tidak ada dalam UU 21/2007`, `a.md:1: relations: uu/2007/21#pasal-9 tidak ada dalam UU 21/2007`}},
		{"relation to nothing", map[string]string{"a.md": meta(
			"relations:", "  - type: repeals", "    by: pasal-1", "    from: 2007-04-19")},
			[]string{`a.md:1: relations: target "" salah bentuk; tulis misalnya uu/2004/39 atau uu/2007/21#pasal-2`}},
		{"relation to an id of the wrong form", map[string]string{"a.md": meta(
			"relations:", "  - type: repeals", "    by: pasal-1", "    target: UU 39/2004", "    from: 2007-04-19", "    successor: pasal-455")},
			[]string{
				`a.md:1: relations: successor "pasal-455" salah bentuk; tulis misalnya uu/2017/18 atau uu/2023/1#pasal-455`,
				`a.md:1: relations: target "UU 39/2004" salah bentuk; tulis misalnya uu/2004/39 atau uu/2007/21#pasal-2`,
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			checkProblems(t, loadProblems(t, folder(tt.files)), tt.want)
		})
	}
}

func TestLoadEmptyFolder(t *testing.T) {
	checkProblems(t, loadProblems(t, fstest.MapFS{}), []string{`.: folder korpus tidak memuat satu pun berkas .md`})
}

// TestReferenceDamage plants in our copy of UU 21/2007 what the reference copy lost, Pasal 2 and ayat (1) of Pasal 36,
// 52 and 59, and wants every loss told, with what follows from it, and nothing else.
func TestReferenceDamage(t *testing.T) {
	const file = "uu/2007/21.md"
	files := map[string]string{}
	for _, path := range []string{file, "kode/kuhp-lama.md", "kode/uud.md"} { // with the codes that it cites by name
		source, err := fs.ReadFile(corpus.Texts(), path)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = string(source)
	}
	damaged := strings.Split(files[file], "\n")
	w, _ := corpus.ParseWork(file, []byte(files[file]))
	for _, lost := range []string{"pasal-2.ayat-1", "pasal-2.ayat-2", "pasal-36.ayat-1", "pasal-52.ayat-1", "pasal-59.ayat-1"} {
		damaged[w.Portion(lost).Line-1] = "" // each of them is one line
	}
	at := func(fragment, message string) string { // lines are the same after the loss
		return corpus.Problem{File: file, Line: w.Portion(fragment).Line, Message: message}.String()
	}
	want := []string{
		// The front matter tells where the lost wording came from.
		file + `:1: summary menyebut "pasal-52.ayat-1", tetapi bagian itu tidak ada dalam naskah`,
		file + `:1: unchecked menyebut "pasal-2.ayat-1", tetapi bagian itu tidak ada dalam naskah`,
		file + `:1: unchecked menyebut "pasal-2.ayat-2", tetapi bagian itu tidak ada dalam naskah`,
		file + `:1: unchecked menyebut "pasal-36.ayat-1", tetapi bagian itu tidak ada dalam naskah`,
		file + `:1: unchecked menyebut "pasal-59.ayat-1", tetapi bagian itu tidak ada dalam naskah`,
		at("pasal-2", `Pasal 2 hanya berisi Penjelasan; bunyinya hilang`),
		at("pasal-7.ayat-1", `rujukan ke Pasal 2 ayat (2) di Pasal 7 ayat (1), tetapi UU 21/2007 tidak memuatnya`),
		at("pasal-7.ayat-2", `rujukan ke Pasal 2 ayat (2) di Pasal 7 ayat (2), tetapi UU 21/2007 tidak memuatnya`),
		at("pasal-36.ayat-2", `ayat (2) Pasal 36 berdiri pertama; ayat ke-1 hilang`),
		at("pasal-36.ayat-2", `rujukan ke Pasal 36 ayat (1) di Pasal 36 ayat (2), tetapi UU 21/2007 tidak memuatnya`),
		at("pasal-52.ayat-2", `ayat (2) Pasal 52 berdiri pertama; ayat ke-1 hilang`),
		at("pasal-52.ayat-2", `rujukan ke Pasal 52 ayat (1) di Pasal 52 ayat (2), tetapi UU 21/2007 tidak memuatnya`),
		at("pasal-59.ayat-2", `ayat (2) Pasal 59 berdiri pertama; ayat ke-1 hilang`),
		at("pasal-59.ayat-2", `rujukan ke Pasal 59 ayat (1) di Pasal 59 ayat (2), tetapi UU 21/2007 tidak memuatnya`),
	}
	files[file] = strings.Join(damaged, "\n")
	checkProblems(t, loadProblems(t, folder(files)), want)
}
