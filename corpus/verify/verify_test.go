package verify_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"suluh/corpus"
	"suluh/corpus/paper"
	"suluh/corpus/verify"
)

const smallWork = `---
id: uu/2007/21
title: Contoh
short: UU Contoh
enacted: 2007-04-19
in_force: 2007-04-19
supplement: TLN 4720
source: s
summary:
  - portions: [pasal-4.ayat-1]
    why: Ringkasan.
missing:
  - portions: [pasal-5]
    why: Hilang.
---

# Undang-Undang Republik Indonesia Nomor 21 Tahun 2007 tentang Contoh

## Pembukaan

DENGAN RAHMAT TUHAN YANG MAHA ESA

PRESIDEN REPUBLIK INDONESIA,

## Menimbang

a. bahwa perdagangan orang harus diberantas;

b. bahwa untuk itu perlu undang-undang;

## BAB I KETENTUAN UMUM

### Pasal 1

Dalam Undang-Undang ini yang dimaksud dengan:

1. Korban adalah seseorang yang mengalami penderitaan psikis, mental, fisik, dan/atau sosial.

2. Anak adalah seseorang yang belum berusia 18 (delapan belas) tahun.

#### Penjelasan

Cukup jelas.

### Pasal 2

(1) Setiap orang yang membawa orang dari wilayah negara dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan pidana denda paling sedikit Rp120.000.000,00 (seratus dua puluh juta rupiah).

(2) Korban tidak dipidana kecuali dalam hal sebagaimana dimaksud dalam Pasal 3 ayat (1):

a. pencabutan izin usaha; dan

b. perampasan kekayaan hasil tindak pidana.

(3) Pidananya ditambah 1/3 (sepertiga).

#### Penjelasan

Ayat (1)

Yang dimaksud dengan “wilayah” adalah perundang-undangan.

Ayat (2)

Cukup jelas.

## BAB II KETENTUAN PENUTUP

### Pasal 3

(1) Penyidik berwenang menyadap telepon atau alat komunikasi lain.

(2) Penyadapan dilakukan atas izin ketua pengadilan.

#### Penjelasan

Cukup jelas.

### Pasal 4

(1) Rehabilitasi wajib diberikan segera.

(2) Ketentuan lebih lanjut diatur dengan Peraturan Pemerintah.

### Pasal 5

[belum tersedia]

## Penutup

Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini.

Disahkan di Jakarta

PRESIDEN REPUBLIK INDONESIA,

ttd.

## PENJELASAN ATAS UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 21 TAHUN 2007 TENTANG CONTOH

I. UMUM

Perdagangan orang adalah bentuk modern dari perbudakan manusia.
`

func library(t testing.TB, texts ...string) *corpus.Library {
	t.Helper()
	var works []*corpus.Work
	for i, text := range texts {
		w, problems := corpus.ParseWork(fmt.Sprintf("%d.md", i), []byte(text))
		if len(problems) > 0 {
			t.Fatalf("ParseWork: %v", problems)
		}
		works = append(works, w)
	}
	return corpus.NewLibrary(works)
}

// embedded is the corpus of the program.
var embedded = sync.OnceValue(func() *corpus.Library {
	l, _ := corpus.Load(corpus.Texts())
	return l
})

var comparers sync.Map // of *verify.Comparer, by library

func comparer(l *corpus.Library) *verify.Comparer {
	c, ok := comparers.Load(l)
	if !ok {
		c, _ = comparers.LoadOrStore(l, verify.New(l))
	}
	return c.(*verify.Comparer)
}

func compare(t testing.TB, l *corpus.Library, id, name, text string, opts verify.Options) *verify.Report {
	t.Helper()
	c, err := paper.Parse(t.Context(), name, []byte(text))
	if err != nil {
		t.Fatalf("Parse(%q): %v", name, err)
	}
	r, err := comparer(l).Compare(l.Work(id), c, opts)
	if err != nil {
		t.Fatalf("Compare(%q): %v", id, err)
	}
	return r
}

// differences lists what differs, a line each: "Pasal 2 ayat (1): [-3-] {+8+}".
func differences(r *verify.Report) []string {
	var out []string
	for _, u := range r.Units {
		switch u.State {
		case verify.NotInCopy:
			out = append(out, u.Label+": tidak ada")
		case verify.NotInCorpus:
			out = append(out, u.Label+": hanya dalam salinan")
		}
		if u.State != verify.Differs {
			continue
		}
		for _, p := range u.Passages(false) {
			text := p.Portion + ":"
			for _, q := range p.Pieces {
				if q.Kind == verify.Lost {
					text += " [-" + q.Corpus + "-]"
				} else {
					text += " {+" + q.Copy + "+}"
				}
			}
			out = append(out, text)
		}
	}
	return out
}

// tolerated lists what was tolerated more often than in another report: "tanda baca 1".
func tolerated(r, than *verify.Report) []string {
	before := map[string]int{}
	for _, x := range than.Tolerated {
		before[x.What] = x.Count
	}
	var out []string
	for _, x := range r.Tolerated {
		if n := x.Count - before[x.What]; n > 0 {
			out = append(out, fmt.Sprintf("%s %d", x.What, n))
		}
	}
	return out
}

func printed(t testing.TB) (*corpus.Library, string) {
	t.Helper()
	l := library(t, smallWork)
	return l, strings.Join(gazette(l.Work("uu/2007/21")), "\n")
}

func TestTolerance(t *testing.T) {
	t.Parallel()
	l, text := printed(t)
	plain := compare(t, l, "uu/2007/21", "salinan.txt", text, verify.Options{})
	tests := []struct {
		name     string
		old, new string // in the copy
		want     string // what is counted; "" for nothing to count
		misreads int
	}{
		{"the same", "", "", "", 0},
		{"page mark", "tahun dan pidana denda", "tahun - 51 - dan pidana denda", "tanda halaman 1", 0},
		{"page mark on its own line", "tahun dan pidana denda", "tahun\n– 51 –\ndan pidana denda", "tanda halaman 1", 0},
		{"page of pages", "tahun dan pidana denda", "tahun\n5 / 23\ndan pidana denda", "tanda halaman 1", 0},
		{"page numbers", "Pasal 2\n(1)", "2\nPasal 2\n3\n(1) \n4\n", "tanda halaman 3", 0},
		{"letterhead", "tahun dan pidana denda", "tahun\nPRESIDEN\nREPUBLIK INDONESIA\ndan pidana denda", "kop surat PRESIDEN REPUBLIK INDONESIA 2", 0},
		{"misread letterhead", "tahun dan pidana denda", "tahun\nPRES IDEN REPUBUK INDONESIA\ndan pidana denda", "kop surat PRESIDEN REPUBLIK INDONESIA 1", 0},
		{"serial number", "tahun dan pidana denda", "tahun\nSK No 012345 A\ndan pidana denda", "nomor seri kertas (SK No) 1", 0},
		{"address", "tahun dan pidana denda", "tahun\nwww.djpp.depkumham.go.id\ndan pidana denda", "alamat situs web 1", 0},
		{"gazette head", "tahun dan pidana denda", "tahun\n2007, No.58 4\ndan pidana denda", "kepala atau kaki halaman yang berulang 1", 0},
		{"catchword of an article", "\nPasal 3\n(1)", "\nPasal 3 ... - 33 -\nPasal 3\n(1)", "kata penyambung halaman (“Pasal 67 …”) 1", 0},
		{"catchword of a point", "a. pencabutan", "a. pencabutan . . .\n- 4 -\na. pencabutan", "kata penyambung halaman (“Pasal 67 …”) 1", 0},
		{"catchword and letterhead in one line", "(2) Korban tidak", "(2) Korban … PRESIDEN REPUBLIK INDONESIA (2) Korban tidak", "kata penyambung halaman (“Pasal 67 …”) 1", 0},
		{"catchword of a chapter", "\nBAB II\n", "\nBAB II ...\n- 9 -\nBAB II\n", "kata penyambung halaman (“Pasal 67 …”) 1", 0},
		{"hyphen at the end of a line", "wilayah negara", "wila-\nyah negara", "kata terpenggal di ujung baris 1", 0},
		{"hyphen over a page", "wilayah negara", "wila-\n- 7 -\nyah negara", "kata terpenggal di ujung baris 1", 0},
		{"soft hyphen", "wilayah negara", "wila\u00ad\nyah negara", "kata terpenggal di ujung baris 1", 0},
		{"hyphen and a space", "perundang-undangan", "perundang- undangan", "kata terpenggal di ujung baris 1", 0},
		{"hyphen lost", "perundang-undangan", "perundangundangan", "spasi dan tanda hubung 1", 0},
		{"space for a hyphen", "perundang-undangan", "perundang undangan", "spasi dan tanda hubung 1", 0},
		{"space within a word", "kekayaan hasil", "keka yaan hasil", "spasi dan tanda hubung 1", 0},
		{"space within an amount", "Rp120.000.000,00", "Rp120.000. 000,00", "spasi dan tanda hubung 1", 0},
		{"currency sign apart", "Rp120.000.000,00", "Rp 120.000.000,00", "", 0},
		{"currency sign with a dot", "Rp120.000.000,00", "Rp. 120.000.000,00", "tanda baca 1", 0},
		{"spaces around a slash", "dan/atau", "dan / atau", "", 0},
		{"white space", "wilayah negara", "wilayah \u00a0\t\n   negara", "", 0},
		{"letter case", "\nBAB II\nKETENTUAN PENUTUP", "\nBab II Ketentuan Penutup", "huruf besar dan kecil 3", 0},
		{"quotation marks", "“wilayah”", "\"wilayah\"", "bentuk tanda kutip 2", 0},
		{"a comma", "mental, fisik,", "mental fisik,", "tanda baca 1", 0},
		{"Markdown", "orang dari wilayah", "_orang_ **dari** wilayah", "", 0},
		{"marks of a scan", "orang dari wilayah", "^orang dari ^wilayah", "", 0},
		{"bullets for letters", "a. pencabutan izin usaha; dan\nb. perampasan", "• pencabutan izin usaha; dan\n• perampasan", "penanda daftar yang hilang atau berganti butir 2", 0},
		{"marker detached", "a. pencabutan", "a.\npencabutan", "", 0},
		{"marker glued", "a. pencabutan izin usaha; dan\nb. perampasan", "a.pencabutan izin usaha; dan b.perampasan", "", 0},
		{"ayat glued", "(2) Korban", "(2)Korban", "", 0},
		{"paragraphs in one line", ").\n(2) Korban", "). (2) Korban", "", 0},
		{"article glued", "sepertiga).\nBAB II\nKETENTUAN PENUTUP\nPasal 3\n(1) Penyidik", "sepertiga). BAB II KETENTUAN PENUTUP Pasal 3 (1) Penyidik", "", 0},
		{"heading printed twice", "\nPasal 3\n(1)", "\nPasal 3\nPasal 3\n(1)", "judul yang tercetak berulang 1", 0},
		{"chapter printed twice", "\nBAB II\n", "\nBAB II BAB II\n", "judul yang tercetak berulang 1", 0},
		{"title printed twice", "DENGAN RAHMAT", "UNDANG-UNDANG REPUBLIK INDONESIA\nDENGAN RAHMAT", "judul yang tercetak berulang 3", 0},
		{"legalisation", "ttd.\n", "ttd.\nSalinan sesuai dengan aslinya\nKepala Biro,\nFulan\n", "pengesahan salinan di belakang naskah 1", 0},
		{"supplement", "Pasal 3\nCukup jelas.", "Pasal 3\nCukup jelas.\nTAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 4720", "baris nomor Tambahan Lembaran Negara 1", 0},
		{"digits as letters", "TAHUN 2007", "TAHUN 2OO7", "", 2},
		{"an amount in letters", "Rp120.000.000,00", "Rpl2O.OOO.OOO,OO", "", 1},
		{"a fraction", "1/3", "l/3", "", 1},
		{"a fraction with a space", "1/3", "I/ 3", "", 1},
		{"ayat in letters", "Pasal 3 ayat (1)", "Pasal 3 ayat (l)", "", 1},
		{"parentheses as letters", "Pasal 3 ayat (1)", "Pasal 3 ayat l1l", "", 1},
		{"parenthesis as a digit", "Pasal 3 ayat (1):", "Pasal 3 ayat (11:", "", 1},
		{"misread word", "Korban tidak dipidana", "Korban tldak dipidana", "", 1},
		{"two letters for one", "kekayaan hasil", "kekayaan hasll", "", 1},
		{"m as rn", "mengalami penderitaan", "mengalarni penderitaan", "", 1},
		{"noise in a word", "yang membawa", "yang mernbawa", "", 1},
		{"heading in letters", "\nPasal 1\nDalam", "\nPasal l\nDalam", "", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			copied := text
			if tt.old != "" {
				if copied = strings.ReplaceAll(text, tt.old, tt.new); copied == text {
					t.Fatalf("the copy has no %q", tt.old)
				}
			}
			r := compare(t, l, "uu/2007/21", "salinan.txt", copied, verify.Options{})
			if got := differences(r); r.Failed() || len(got) > 0 {
				t.Errorf("differences = %q, want none", got)
			}
			if got := r.Misreads(); got != tt.misreads {
				t.Errorf("Misreads() = %d, want %d", got, tt.misreads)
			}
			if got := tolerated(r, plain); tt.want != "" && !slices.Contains(got, tt.want) {
				t.Errorf("Tolerated = %q, want %q among them", got, tt.want)
			}
			if strict := compare(t, l, "uu/2007/21", "salinan.txt", copied, verify.Options{Strict: true}); strict.Failed() != (tt.misreads > 0) {
				t.Errorf("Failed() = %t when strict, want %t", strict.Failed(), tt.misreads > 0)
			}
		})
	}
}

func TestDifference(t *testing.T) {
	t.Parallel()
	l, text := printed(t)
	tests := []struct {
		name     string
		old, new string
		want     []string
	}{
		{"changed number", "singkat 3 (tiga)", "singkat 8 (tiga)", []string{"Pasal 2 ayat (1): [-3-] {+8+}"}},
		{"changed number word", "3 (tiga)", "3 (lima)", []string{"Pasal 2 ayat (1): [-(tiga)-] {+(lima)+}"}},
		{"changed amount", "Rp120.000.000,00", "Rp120.000.000.000,00", []string{"Pasal 2 ayat (1): [-120.000.000,00-] {+120.000.000.000,00+}"}},
		{"a digit of an amount", "Rp120.000.000,00", "Rp150.000.000,00", []string{"Pasal 2 ayat (1): [-120.000.000,00-] {+150.000.000,00+}"}},
		{"amount without its dots", "Rp120.000.000,00", "Rp12000000000", []string{"Pasal 2 ayat (1): [-120.000.000,00-] {+12000000000+}"}},
		{"a digit read as a letter of another digit", "18 (delapan", "1O (delapan", []string{"Pasal 1 angka 2: [-18-] {+1O+}"}},
		{"two numbers for one", "berusia 18", "berusia 1 8", []string{"Pasal 1 angka 2: [-18-] {+1 8+}"}},
		{"changed fraction", "1/3", "1/2", []string{"Pasal 2 ayat (3): [-1/3-] {+1/2+}"}},
		{"changed reference", "dalam Pasal 3 ayat (1)", "dalam Pasal 8 ayat (1)", []string{"Pasal 2 ayat (2): [-3-] {+8+}"}},
		{"changed ayat", "Pasal 3 ayat (1)", "Pasal 3 ayat (2)", []string{"Pasal 2 ayat (2): [-(1):-] {+(2):+}"}},
		{"lost negation", "Korban tidak dipidana", "Korban dipidana", []string{"Pasal 2 ayat (2): [-tidak-]"}},
		{"changed negation", "dipidana kecuali dalam", "dipidana termasuk dalam", []string{"Pasal 2 ayat (2): [-kecuali-] {+termasuk+}"}},
		{"added word", "izin ketua pengadilan", "izin tertulis ketua pengadilan", []string{"Pasal 3 ayat (2): {+tertulis+}"}},
		{"added word at the end", "ketua pengadilan.", "ketua pengadilan negeri.", []string{"Pasal 3 ayat (2): {+negeri.+}"}},
		{"swapped words", "telepon atau alat", "alat atau telepon", []string{"Pasal 3 ayat (1): [-telepon atau-]", "Pasal 3 ayat (1): {+atau telepon+}"}},
		{"a word of the corpus is no misreading", "membawa orang dari wilayah", "membawa orang dan wilayah", []string{"Pasal 2 ayat (1): [-dari-] {+dan+}"}},
		{"and for or", "usaha; dan", "usaha; atau", []string{"Pasal 2 ayat (2) huruf a: [-dan-] {+atau+}"}},
		{"slash lost", "dan/atau", "dan atau", []string{"Pasal 1 angka 1: [-dan/atau-] {+dan atau+}"}},
		{"lost ayat", "(2) Penyadapan dilakukan atas izin ketua pengadilan.\n", "", []string{"Pasal 3 ayat (2): [-(2) Penyadapan dilakukan atas izin ketua pengadilan.-]"}},
		{"lost ayat number", "(2) Penyadapan", "Penyadapan", []string{"Pasal 3 ayat (2): [-(2)-]"}},
		{"renumbered ayat", "(2) Penyadapan", "(3) Penyadapan", []string{"Pasal 3 ayat (2): [-(2)-] {+(3)+}"}},
		{"lost point", "b. perampasan kekayaan hasil tindak pidana.\n", "", []string{"Pasal 2 ayat (2) huruf b: [-b. perampasan kekayaan hasil tindak pidana.-]"}},
		{"renamed point", "b. perampasan", "c. perampasan", []string{"Pasal 2 ayat (2) huruf b: [-b.-] {+c.+}"}},
		{"lost article", "Pasal 3\n(1) Penyidik berwenang menyadap telepon atau alat komunikasi lain.\n(2) Penyadapan dilakukan atas izin ketua pengadilan.\n", "", []string{"Pasal 3: tidak ada"}},
		{"article in the copy only", "\nPasal 4\n", "\nPasal 3A\nBunyi baru.\nPasal 4\n", []string{"Pasal 3A: hanya dalam salinan"}},
		{"lost heading", "\nPasal 3\n(1)", "\n(1)", []string{"Pasal 3: [-Pasal 3-]"}},
		{"changed chapter", "KETENTUAN PENUTUP", "KETENTUAN PERALIHAN", []string{"Judul BAB II: [-PENUTUP-] {+PERALIHAN+}"}},
		{"changed consideration", "orang harus diberantas", "orang dapat diberantas", []string{"Menimbang huruf a: [-harus-] {+dapat+}"}},
		{"changed title", "NOMOR 21 TAHUN 2007 TENTANG CONTOH\nDENGAN", "NOMOR 22 TAHUN 2007 TENTANG CONTOH\nDENGAN", []string{"Pembukaan: [-21-] {+22+}"}},
		{"changed closing", "Disahkan di Jakarta", "Disahkan di Bogor", []string{"Penutup: [-Jakarta-] {+Bogor+}"}},
		{"changed elucidation", "adalah perundang-undangan", "bukan perundang-undangan", []string{"Penjelasan Pasal 2 ayat (1): [-adalah-] {+bukan+}"}},
		{"changed general elucidation", "bentuk modern", "bentuk kuno", []string{"Penjelasan Umum: [-modern-] {+kuno+}"}},
		{"lost elucidation", "Pasal 1\nCukup jelas.\n", "", []string{"Penjelasan Pasal 1: tidak ada"}},
		{"another supplement", "Pasal 3\nCukup jelas.", "Pasal 3\nCukup jelas.\nTAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 4721",
			[]string{"Penjelasan Pasal 3: {+TAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 4721+}"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			copied := strings.Replace(text, tt.old, tt.new, 1)
			if copied == text {
				t.Fatalf("the copy has no %q", tt.old)
			}
			r := compare(t, l, "uu/2007/21", "salinan.txt", copied, verify.Options{})
			if got := differences(r); !slices.Equal(got, tt.want) {
				t.Errorf("differences = %q, want %q", got, tt.want)
			}
			if !r.Failed() {
				t.Error("Failed() = false, want true")
			}
		})
	}
}

// TestEveryWordCounts takes each word out of a copy in turn, doubles it, and changes its digits: each must be found.
func TestEveryWordCounts(t *testing.T) {
	t.Parallel()
	held := strings.NewReplacer("summary:\n  - portions: [pasal-4.ayat-1]\n    why: Ringkasan.\nmissing:\n  - portions: [pasal-5]\n    why: Hilang.\n", "",
		"[belum tersedia]", "Undang-Undang ini mulai berlaku pada tanggal diundangkan.").Replace(smallWork)
	l := library(t, held)
	text := strings.Join(gazette(l.Work("uu/2007/21")), "\n")
	plain := compare(t, l, "uu/2007/21", "salinan.txt", text, verify.Options{})
	// Formulas that a copy may lack, and words before which one stands.
	free := map[string]bool{"PRESIDEN": true, "REPUBLIK": true, "INDONESIA,": true, ":": true, "UMUM": true, "I.": true, "II.": true,
		"PASAL": true, "DEMI": true, "PENJELASAN": true, "ATAS": true}
	words := strings.SplitAfter(strings.ReplaceAll(text, "\n", " \n"), " ")
	heading := strings.Index(text, "DENGAN RAHMAT")
	at := 0
	for i, w := range words {
		bare := strings.TrimSpace(w)
		at += len(w)
		if free[bare] || at < heading+20 || isMarker(bare) || i > 1 && strings.TrimSpace(words[i-1]) == "PASAL" {
			continue
		}
		changes := map[string]string{"out": strings.Replace(w, bare, "", 1), "twice": strings.Replace(w, bare, bare+" "+bare, 1)}
		if n := strings.IndexAny(bare, "0123456789"); n >= 0 {
			digit := string('0' + (bare[n]-'0'+5)%10)
			changes["digit"] = strings.Replace(w, bare, bare[:n]+digit+bare[n+1:], 1)
		}
		for how, changed := range changes {
			copied := strings.Join(words[:i], "") + changed + strings.Join(words[i+1:], "")
			r := compare(t, l, "uu/2007/21", "salinan.txt", copied, verify.Options{})
			if !r.Failed() {
				t.Errorf("word %d, %q, %s: no difference found; tolerated %q", i, bare, how, tolerated(r, plain))
			}
		}
	}
}

// isMarker reports whether a word is the number of a list item, which a copy may print as a bullet.
func isMarker(w string) bool {
	return len(w) == 2 && w[1] == '.' && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= '0' && w[0] <= '9')
}

func TestNotComparable(t *testing.T) {
	l, text := printed(t)
	r := compare(t, l, "uu/2007/21", "salinan.txt", text, verify.Options{})
	if r.Failed() {
		t.Fatalf("differences = %q, want none", differences(r))
	}
	want := []string{"Pasal 4 ayat (1): korpus hanya memuat ringkasannya", "Pasal 5: bunyinya belum tersedia dalam korpus"}
	if got := r.Uncompared(); !slices.Equal(got, want) {
		t.Errorf("Uncompared() = %q, want %q", got, want)
	}
	if got := []int{r.Count(verify.Agrees), r.Count(verify.Partly), r.Count(verify.NotComparable)}; !slices.Equal(got, []int{3, 1, 1}) {
		t.Errorf("agreeing, partly agreeing and not comparable articles = %v, want 3, 1, 1", got)
	}
	checked := r.Checked(corpus.MustParseDate("2026-11-24"))
	if want := "3 pasal) pada 24 November 2026, tanpa perbedaan kata; tidak dapat dicocokkan: Pasal 4 ayat (1), Pasal 5"; !strings.HasSuffix(checked, want) {
		t.Errorf("Checked() = %q, want it to end with %q", checked, want)
	}
	changed := strings.Replace(text, "Ketentuan lebih lanjut", "Ketentuan", 1)
	if r := compare(t, l, "uu/2007/21", "salinan.txt", changed, verify.Options{}); !slices.Equal(differences(r), []string{"Pasal 4 ayat (2): [-lebih lanjut-]"}) {
		t.Errorf("differences = %q, want the words lost beside a summary", differences(r))
	}
}

func TestPortions(t *testing.T) {
	l, text := printed(t)
	text = strings.NewReplacer("singkat 3", "singkat 8", "atas izin", "tanpa izin", "bentuk modern", "bentuk kuno").Replace(text)
	tests := []struct {
		portions []string
		want     []string
	}{
		{nil, []string{"Pasal 2 ayat (1): [-3-] {+8+}", "Pasal 3 ayat (2): [-atas-] {+tanpa+}", "Penjelasan Umum: [-modern-] {+kuno+}"}},
		{[]string{"pasal-1"}, nil},
		{[]string{"pasal-2"}, []string{"Pasal 2 ayat (1): [-3-] {+8+}"}},
		{[]string{"pasal-2.ayat-2"}, nil},
		{[]string{"pasal-1", "pasal-3"}, []string{"Pasal 3 ayat (2): [-atas-] {+tanpa+}"}},
		{[]string{"penjelasan"}, []string{"Penjelasan Umum: [-modern-] {+kuno+}"}},
		{[]string{"bab-ii"}, []string{"Pasal 3 ayat (2): [-atas-] {+tanpa+}"}},
	}
	for _, tt := range tests {
		r := compare(t, l, "uu/2007/21", "salinan.txt", text, verify.Options{Portions: tt.portions})
		if got := differences(r); !slices.Equal(got, tt.want) {
			t.Errorf("portions %q: differences = %q, want %q", tt.portions, got, tt.want)
		}
	}
	c, err := paper.Parse(t.Context(), "salinan.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	_, err = verify.New(l).Compare(l.Work("uu/2007/21"), c, verify.Options{Portions: []string{"pasal-22"}})
	if want := (verify.UnknownPortionError{Fragment: "pasal-22", Nearest: "pasal-2"}); !errors.Is(err, want) {
		t.Errorf("Compare(pasal-22) = %v, want %v", err, want)
	}
}

func TestNothingFound(t *testing.T) {
	l, _ := printed(t)
	c, err := paper.Parse(t.Context(), "resep.txt", []byte("Tumis bawang hingga harum."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := verify.New(l).Compare(l.Work("uu/2007/21"), c, verify.Options{}); !errors.Is(err, verify.ErrNothingFound) {
		t.Errorf("Compare(a recipe) = %v, want %v", err, verify.ErrNothingFound)
	}
}

// TestEveryWorkAgreesWithItself prints each work of the corpus as a gazette, with all its furniture, and compares it.
func TestEveryWorkAgreesWithItself(t *testing.T) {
	t.Parallel()
	l := embedded()
	for _, w := range l.Works() {
		if len(w.Articles()) == 0 {
			continue
		}
		t.Run(w.ID, func(t *testing.T) {
			t.Parallel()
			for name, text := range map[string]string{"lines": strings.Join(gazette(w), "\n"), "one line": strings.Join(gazette(w), " "), "pages": paged(gazette(w), 66, 34)} {
				r := compare(t, l, w.ID, "salinan.txt", text, verify.Options{})
				if got := differences(r); len(got) > 0 {
					t.Errorf("%s: %d differences, the first %q, want none", name, len(got), got[:min(3, len(got))])
				}
				if n := r.Misreads(); n > 0 {
					t.Errorf("%s: %d misreadings, want none", name, n)
				}
			}
		})
	}
}

// reference returns a file of the shared folder of reference texts.
func reference(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "reference", name))
	if err != nil {
		if os.Getenv("SULUH_REQUIRE_ALL") == "1" {
			t.Fatal(err)
		}
		t.Skipf("no reference text: %v", err)
	}
	return string(text)
}

// TestReferences compares the statutes with public copies whose defects are known.
func TestReferences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		id, file string
		agree    int
		misreads int
		want     []string // what differs: the defects of the copy
	}{
		{"uu/2007/21", "uu-2007-21.md", 63, 1, []string{
			"Memutuskan: [-Dengan Persetujuan Bersama DEWAN PERWAKILAN RAKYAT REPUBLIK INDONESIA dan-]",
			"Pasal 2: tidak ada",
			"Pasal 36 ayat (1): [-(1) Selama proses penyidikan, penuntutan, dan pemeriksaan di sidang pengadilan, korban berhak mendapatkan informasi tentang perkembangan kasus yang melibatkan dirinya.-]",
			"Pasal 52 ayat (1): [-(1)-]",
			"Pasal 59 ayat (1): [-(1) Untuk mengefektifkan penyelenggaraan pencegahan dan pemberantasan tindak pidana perdagangan orang, Pemerintah Republik Indonesia wajib melaksanakan kerja sama internasional, baik yang bersifat bilateral, regional, maupun multilateral.-]",
			"Penutup: [-LEMBARAN NEGARA REPUBLIK INDONESIA TAHUN 2007 NOMOR 58-]",
			"Penjelasan Pasal 2 ayat (1): [-“mengeksploitasi-] {+“mengeskploitasi+}",
			"Penjelasan Pasal 48 ayat (2) huruf d: [-d. kehilangan penghasilan yang dijanjikan pelaku.-] [-Ayat (3)-] [-Ayat (4)-]",
		}},
		{"uu/2004/39", "uu-2004-39.md", 109, 0, nil},
		{"uu/2022/12", "uu-2022-12.md", 45, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.id, func(t *testing.T) {
			r := compare(t, embedded(), tt.id, tt.file, reference(t, tt.file), verify.Options{})
			if got := differences(r); !slices.Equal(got, tt.want) {
				t.Errorf("differences =\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if got := r.Count(verify.Agrees); got != tt.agree {
				t.Errorf("%d articles agree, want %d", got, tt.agree)
			}
			if got := r.Misreads(); got != tt.misreads {
				t.Errorf("%d misreadings, want %d", got, tt.misreads)
			}
		})
	}
}
