package digest_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"suluh/corpus"
	"suluh/corpus/digest"
)

var loadLibrary = sync.OnceValues(func() (*corpus.Library, corpus.Problems) { return corpus.Load(corpus.Texts()) })

func library(t testing.TB) *corpus.Library {
	t.Helper()
	l, problems := loadLibrary()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return l
}

// judgment is a decision as it comes out of a PDF: punctuation, capitals, page marks. Nobody in it exists.
const judgment = `PUTUSAN
Nomor 12/Pid.Sus/2014/PN Kta

DEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA

Pengadilan Negeri Kota yang mengadili perkara pidana dengan acara pemeriksaan biasa dalam tingkat pertama menjatuhkan putusan sebagai berikut dalam perkara Terdakwa:

Menimbang, bahwa Terdakwa diajukan ke persidangan dan didakwa:

KESATU
Bahwa Terdakwa Melati binti Mawar pada bulan Januari 2014 merekrut saksi Kenanga.
Perbuatan Terdakwa sebagaimana diatur dan diancam pidana dalam Pasal 2 ayat (1) UU RI No. 21 Tahun 2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang jo. Pasal 55 ayat (1) ke-1 KUHP.

ATAU
KEDUA
Bahwa Terdakwa menempatkan saksi tersebut.
Perbuatan Terdakwa sebagaimana diatur dan diancam pidana dalam Pasal 102 ayat (1) huruf a Undang-Undang Nomor 39 Tahun 2004.

Menimbang, bahwa Penuntut Umum mengajukan saksi-saksi:
Saksi Kenanga, telepon 081234567890.

Telah mendengar tuntutan pidana Penuntut Umum agar Majelis Hakim memutuskan:
1. Menyatakan Terdakwa bersalah;
2. Menjatuhkan pidana penjara selama 5 (lima) tahun dan 6 (enam) bulan dan denda sebesar Rp120.000.000,00 (seratus dua puluh juta rupiah) subsidair 3 (tiga) bulan kurungan.

Memperhatikan Pasal 2 ayat (1) UU No. 21 Tahun 2007 serta peraturan lain;

MENGADILI:
1. Menyatakan Terdakwa Melati binti Mawar telah terbukti secara sah dan meyakinkan bersalah melakukan tindak pidana perdagangan orang;
2. Menjatuhkan pidana kepada Terdakwa oleh karena itu dengan pidana penjara selama 4 (empat) tahun dan denda sejumlah Rp150.000.000,00 (seratus lima puluh juta rupiah) dengan ketentuan apabila denda tersebut tidak dibayar diganti dengan pidana kurungan selama 15 (lima belas) hari;

Demikianlah diputuskan pada hari Senin, tanggal 5 Mei 2014, dan diucapkan pada hari Rabu, tanggal 7 Mei 2014.
`

func TestReadPlainText(t *testing.T) {
	s, err := digest.Read([]byte(judgment), library(t))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.ID(), "putusan/pn-kota/2014/12-pid.sus"; got != want {
		t.Errorf("ID() = %q, want %q", got, want)
	}
	if got := s.Decided.String(); got != "2014-05-07" {
		t.Errorf("Decided = %s, want 2014-05-07, when it was pronounced", got)
	}
	want := corpus.Indictment{Structure: "alternative", Counts: []corpus.Count{
		{Name: "Kesatu", Articles: []string{"uu/2007/21#pasal-2.ayat-1"}, With: []string{"kuhp-lama#pasal-55.ayat-1.ke-1"}},
		{Name: "Kedua", Articles: []string{"uu/2004/39#pasal-102.ayat-1.huruf-a"}},
	}}
	if got := s.Indictment; got.Structure != want.Structure || !slices.EqualFunc(got.Counts, want.Counts, sameCount) {
		t.Errorf("Indictment = %+v, want %+v", got, want)
	}
	if want := (corpus.Sentence{Prison: corpus.Term{Years: 5, Months: 6}, Fine: 120_000_000, Substitute: corpus.Term{Months: 3}}); s.Asked != want {
		t.Errorf("Asked = %+v, want %+v", s.Asked, want)
	}
	if want := (corpus.Sentence{Prison: corpus.Term{Years: 4}, Fine: 150_000_000, Substitute: corpus.Term{Days: 15}}); s.Sentence != want {
		t.Errorf("Sentence = %+v, want %+v", s.Sentence, want)
	}
	if s.Outcome != "convicted" || len(s.Proved) != 1 || s.Proved[0].String() != "uu/2007/21#pasal-2.ayat-1" {
		t.Errorf("Outcome = %s, Proved = %v; want convicted, Pasal 2 ayat (1)", s.Outcome, s.Proved)
	}
	if len(s.Missing) > 0 {
		t.Errorf("Missing = %v, want nothing", s.Missing)
	}
	out := strings.ToLower(s.Markdown())
	for _, name := range []string{"melati", "mawar", "kenanga", "081234567890"} {
		if strings.Contains(out, name) {
			t.Errorf("the skeleton tells %q", name)
		}
	}
}

func sameCount(a, b corpus.Count) bool {
	return a.Name == b.Name && slices.Equal(a.Articles, b.Articles) && slices.Equal(a.With, b.With)
}

func TestReadRefuses(t *testing.T) {
	for name, source := range map[string]string{
		"nothing": "", "no judgment": "Surat biasa tanpa amar.", "XML without an operative part": "<putusan><kepala_putusan>x</kepala_putusan></putusan>",
	} {
		if _, err := digest.Read([]byte(source), library(t)); err == nil || !strings.Contains(err.Error(), "bukan naskah putusan") {
			t.Errorf("%s: error %v, want one that says what a judgment is", name, err)
		}
	}
	if _, err := digest.Read([]byte("<putusan>\n<amar_putusan>mengadili"), library(t)); err == nil || !strings.Contains(err.Error(), "baris 2") {
		t.Errorf("broken XML: error %v, want the line", err)
	}
}

// TestAccuracy measures, field by field, how often the machine reads what a person read in the same decision.
func TestAccuracy(t *testing.T) {
	const folder = "../../../shared/cases"
	files, _ := filepath.Glob(folder + "/*.xml")
	if len(files) == 0 {
		if os.Getenv("SULUH_REQUIRE_ALL") != "" {
			t.Fatalf("no decisions in %s", folder)
		}
		t.Skipf("no decisions in %s", folder)
	}
	l := library(t)
	byHand := map[string]*corpus.Decision{}
	for _, d := range l.Decisions() {
		byHand[d.Source] = d
	}
	type tally struct{ right, asked int }
	fields := map[string]*tally{}
	check := func(file, field string, right bool) {
		if fields[field] == nil {
			fields[field] = &tally{}
		}
		fields[field].asked++
		if right {
			fields[field].right++
		} else {
			t.Logf("%s: %s", filepath.Base(file)[:6], field)
		}
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := digest.Read(source, l)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		d := byHand[s.Source]
		if d == nil {
			t.Errorf("%s: no digest of %s", file, s.Source)
			continue
		}
		first := d.Defendants[0]
		check(file, "court", s.Court == d.Court)
		check(file, "number", s.ID()[strings.LastIndex(s.ID(), "/")+1:] == d.ID[strings.LastIndex(d.ID, "/")+1:])
		check(file, "decided", s.Decided == d.Decided)
		check(file, "structure", s.Indictment.Structure == d.Indictment.Structure)
		check(file, "charged", sameArticles(l, charged(s.Indictment), d.Charged())) // of what the collection holds
		if first.Asked != nil {
			check(file, "asked prison", s.Asked.Prison == first.Asked.Prison)
			check(file, "asked fine", s.Asked.Fine == first.Asked.Fine)
		}
		check(file, "outcome", s.Outcome == first.Outcome)
		check(file, "proved", sameArticles(l, s.Proved, d.Proved()))
		check(file, "prison", s.Sentence.Prison == first.Sentence.Prison)
		check(file, "fine", s.Sentence.Fine == first.Sentence.Fine)
		check(file, "substitute", s.Sentence.Substitute == first.Sentence.Substitute)
	}
	for _, field := range []string{"court", "number", "decided", "structure", "charged", "asked prison", "asked fine", "outcome", "proved", "prison", "fine", "substitute"} {
		n := fields[field]
		if n == nil {
			continue
		}
		t.Logf("%-12s %d of %d", field, n.right, n.asked)
		if float64(n.right) < leastAccuracy*float64(n.asked) {
			t.Errorf("%s: %d of %d, want %g of them", field, n.right, n.asked, leastAccuracy)
		}
	}
}

// leastAccuracy keeps what the machine reads worth correcting instead of typing anew.
const leastAccuracy = 0.7

func charged(in corpus.Indictment) []corpus.Ref {
	var out []corpus.Ref
	for _, c := range in.Counts {
		for _, a := range c.Articles {
			out = append(out, corpus.ParseRef(a))
		}
	}
	return out
}

// sameArticles compares sets of articles, ayat aside.
func sameArticles(l *corpus.Library, a, b []corpus.Ref) bool {
	set := func(rs []corpus.Ref) []string {
		var out []string
		for _, r := range rs {
			out = append(out, l.Canonical(r).Article().String())
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(set(a), set(b))
}

func FuzzRead(f *testing.F) {
	f.Add(judgment)
	f.Add("<putusan id=\"x\"><amar_putusan>mengadili 1 menyatakan denda rp 1 penjara 9 tahun</amar_putusan></putusan>")
	l := library(f)
	f.Fuzz(func(t *testing.T, source string) {
		if s, err := digest.Read([]byte(source), l); err == nil {
			s.Markdown()
			s.ID()
		}
	})
}
