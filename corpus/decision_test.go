package corpus_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
)

// goodDecision is a digest without mistakes over the law of lawForDecisions.
const goodDecision = `---
id: putusan/pn-kota/2016/54-pid.sus
title: Perekrutan untuk kerja paksa
number: 54/Pid.Sus/2016/PN Kta
court: Pengadilan Negeri Kota
province: Jawa
level: first_instance
decided: 2016-11-30
acted: {from: 2016-01-01, until: 2016-01-31}
source: 0123456789abcdef0123456789abcdef
indictment:
  structure: alternative
  counts:
    - {name: Kesatu, articles: ["uu/2007/21#pasal-2"], with: ["uu/2007/21#pasal-3"]}
    - {name: Kedua, not_held: [Pasal 9 UU 9/1999]}
defendants:
  - roles: [recruiter]
    kind: person
    sex: female
    asked: {count: Kesatu, prison: 6 tahun, fine: 120000000, substitute: 3 bulan}
    outcome: convicted
    proved: [{count: Kesatu, articles: ["uu/2007/21#pasal-2"], form: completed}]
    acquitted: [Kedua]
    sentence: {prison: 3 tahun 6 bulan, fine: 120000000, substitute: 15 hari}
restitution: {outcome: partly, asked: 2000, given: 1000, reason: Terdakwa tidak mampu.}
victims: {total: 3, children: 2, adults: 1, female: 3}
acts: [recruitment]
means: [deception]
purposes: [forced_labour]
form: internal
sectors: [fishing]
route: [Kota, Jawa]
---

## Fakta

Korban dijanjikan upah. Mereka bekerja tanpa dibayar. Terdakwa menerima Rp500.000 sebagai imbalan.

## Pertimbangan

- **Unsur cara.** Terbukti menurut Pasal 2 UU 21/2007.

## Mengapa dibaca

Korban setuju, tetapi itu tidak menghapus pidana.
`

// decisionFolder is a corpus with one law and one digest, changed by replacing pairs of words.
func decisionFolder(replace ...string) map[string]string {
	return map[string]string{
		"uu/2007/21.md": strings.NewReplacer("id: uu/2007/1", "id: uu/2007/21", "2007-01-01", "2007-04-19").Replace(`---
id: uu/2007/1
title: T
short: S
enacted: 2007-01-01
in_force: 2007-01-01
source: s
---

# Undang-Undang Republik Indonesia Nomor 21 Tahun 2007 tentang T

### Pasal 1

Bunyi.

### Pasal 2

Bunyi.

### Pasal 3

Bunyi.
`),
		"putusan/pn-kota/2016/54-pid.sus.md": strings.NewReplacer(replace...).Replace(goodDecision),
		"putusan/nama.yaml":                  "places: [Kota, Jawa]\ninstitutions: [Pengadilan Negeri, Kesatu, Kedua, Pasal, UU]\nopeners: [Perekrutan, Korban, Mereka, Terdakwa, Fakta, Pertimbangan, Mengapa, Unsur, Terbukti]\n",
	}
}

func TestDecisionCheck(t *testing.T) {
	const file = "putusan/pn-kota/2016/54-pid.sus.md:"
	tests := []struct {
		name    string
		replace []string
		want    string // part of a problem; "" if there is none
	}{
		{"good", nil, ""},
		{"id and place differ", []string{"id: putusan/pn-kota/2016/54-pid.sus", "id: putusan/pn-kota/2016/55-pid.sus"}, "2: id "},
		{"number and id differ", []string{"54/Pid.Sus/2016/PN Kta", "54/Pid.Sus/2015/PN Kta"}, "4: number"},
		{"number malformed", []string{"54/Pid.Sus/2016/PN Kta", "54 Pid Sus 2016"}, "4: number"},
		{"unknown key", []string{"level:", "tingkat: x\nlevel:"}, `7: kunci front matter "tingkat" tidak dikenal`},
		{"unknown level", []string{"first_instance", "pertama"}, `level "pertama" tidak dikenal; pilih first_instance, appeal, cassation, review`},
		{"no such day", []string{"2016-11-30", "2016-11-31"}, `8: front matter: "2016-11-31" bukan tanggal`},
		{"judgment long after the case", []string{"2016-11-30", "2019-11-30"}, "8: decided 2019-11-30 tidak cocok dengan tahun 2016"},
		{"act after the judgment", []string{"{from: 2016-01-01, until: 2016-01-31}", "{from: 2017-01-01, until: 2017-01-31}"}, "9: perbuatan 2017-01-01 sesudah putusan 2016-11-30"},
		{"act before the law", []string{"{from: 2016-01-01, until: 2016-01-31}", "{from: 2007-01-01, until: 2007-04-18}"}, "9: perbuatan selesai 2007-04-18, sedangkan Pasal 2 UU 21/2007 baru berlaku 2007-04-19"},
		{"span turned round", []string{"{from: 2016-01-01, until: 2016-01-31}", "{from: 2016-02-01, until: 2016-01-31}"}, "9: acted: until 2016-01-31 lebih awal"},
		{"public id", []string{"0123456789abcdef0123456789abcdef", "xyz"}, "10: source"},
		{"single with two counts", []string{"structure: alternative", "structure: single"}, "11: dakwaan tunggal dengan 2 counts"},
		{"article that is not held", []string{"#pasal-3", "#pasal-99"}, `11: "uu/2007/21#pasal-99" tidak ada dalam koleksi`},
		{"article said not to be held", []string{"Pasal 9 UU 9/1999", "Pasal 3 UU 21/2007"}, `11: not_held "Pasal 3 UU 21/2007" ada dalam koleksi; tulis "uu/2007/21#pasal-3"`},
		{"proved what was not charged", []string{`proved: [{count: Kesatu, articles: ["uu/2007/21#pasal-2"]`, `proved: [{count: Kesatu, articles: ["uu/2007/21#pasal-1"]`}, "tidak didakwakan dalam dakwaan Kesatu"},
		{"count that does not exist", []string{"acquitted: [Kedua]", "acquitted: [Ketiga]"}, `acquitted: dakwaan "Ketiga" tidak ada`},
		{"acquitted with a sentence", []string{"outcome: convicted", "outcome: acquitted"}, "outcome acquitted tidak cocok"},
		{"term malformed", []string{"prison: 3 tahun 6 bulan", "prison: tiga tahun"}, `"tiga tahun" bukan lama pidana`},
		{"restitution above what was asked", []string{"given: 1000", "given: 3000"}, "restitusi yang diberi 3000 melebihi yang diminta 2000"},
		{"refused but given", []string{"outcome: partly", "outcome: refused"}, "outcome refused tidak cocok dengan given 1000"},
		{"more children than victims", []string{"children: 2", "children: 4"}, "melebihi total 3"},
		{"unknown sector", []string{"[fishing]", "[nelayan]"}, `sectors "nelayan" tidak dikenal`},
		{"no facts", []string{"Korban dijanjikan upah. Mereka bekerja tanpa dibayar. Terdakwa menerima Rp500.000 sebagai imbalan.", "Korban dijanjikan upah."}, "bagian Fakta memuat 1 kalimat; tulis 3 sampai 6"},
		{"section missing", []string{"## Mengapa dibaca", "## Catatan"}, "bagian intisari: Fakta, Pertimbangan, Catatan"},
		{"citation that leads nowhere", []string{"Pasal 2 UU 21/2007.", "Pasal 77 UU 21/2007."}, `41: rujukan "Pasal 77" tidak menuju`},
		{"a name in the facts", []string{"Mereka bekerja", "Mereka dan Melati bekerja"}, `"Melati" dapat berupa nama orang`},
		{"a name that opens a sentence", []string{"Mereka bekerja", "Melati bekerja"}, `"Melati" dapat berupa nama orang`},
		{"a place as a person's name is still refused elsewhere", []string{"Mereka bekerja", "Mereka dan Kotaraja bekerja"}, `"Kotaraja" dapat`},
		{"an ordinary word amid a sentence", []string{"Mereka bekerja", "Mereka, Terdakwa bekerja"}, `"Terdakwa" dapat`},
		{"a name in the title", []string{"title: Perekrutan", "title: Perekrutan Melati"}, `3: "Melati" dapat`},
		{"a name in the route", []string{"route: [Kota, Jawa]", "route: [Kota, Melati]"}, `"Melati" dapat`},
		{"names in small letters", []string{"Mereka bekerja", "Mereka, melati binti mawar, bekerja"}, `"binti" dapat`},
		{"a telephone number", []string{"Mereka bekerja", "Mereka di 081234567890 bekerja"}, `"081234567890" dapat`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := loadProblems(t, folder(decisionFolder(tt.replace...)))
			switch {
			case tt.want == "" && len(got) > 0:
				t.Errorf("problems %q, want none", got)
			case tt.want != "" && (len(got) > 2 || !slices.ContainsFunc(got, func(p string) bool { return strings.HasPrefix(p, file) && strings.Contains(p, tt.want) })):
				t.Errorf("problems %q, want one with %q, and at most one that follows from it", got, tt.want)
			}
		})
	}
}

func TestDecision(t *testing.T) {
	l, problems := corpus.Load(folder(decisionFolder()))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := l.Decision("putusan/pn-kota/2016/54-pid.sus")
	if d == nil || len(l.Decisions()) != 1 {
		t.Fatalf("Decision = %v, Decisions = %v, want the one decision", d, l.Decisions())
	}
	for _, article := range []string{"uu/2007/21#pasal-2", "uu/2007/21#pasal-3"} {
		if got := l.DecisionsOn(corpus.ParseRef(article)); !slices.Equal(got, []*corpus.Decision{d}) {
			t.Errorf("DecisionsOn(%s) = %v, want the decision", article, got)
		}
	}
	if got := l.DecisionsOn(corpus.ParseRef("uu/2007/21#pasal-1")); len(got) != 0 {
		t.Errorf("DecisionsOn(pasal-1) = %v, want none", got)
	}
	if got := d.Results(); !slices.Equal(got, []string{"trafficking"}) {
		t.Errorf("Results() = %v, want trafficking", got)
	}
	html, err := d.HTML(func(r corpus.Ref) string { return r.Path() })
	if err != nil || !strings.Contains(html, `<a href="/uu/2007/21/pasal/2">Pasal 2</a> UU 21/2007`) {
		t.Errorf("HTML = %q, %v; want the citation as a link", html, err)
	}
	if got := d.Plain(); strings.Contains(got, "**") || !strings.Contains(got, "Unsur cara. Terbukti") {
		t.Errorf("Plain() = %q, want words without mark-up", got)
	}
}

func TestParseTerm(t *testing.T) {
	tests := []struct {
		in     string
		want   corpus.Term
		months float64
	}{
		{"3 tahun 6 bulan", corpus.Term{Years: 3, Months: 6}, 42},
		{"5 bulan", corpus.Term{Months: 5}, 5},
		{"1 tahun 15 hari", corpus.Term{Years: 1, Days: 15}, 12.5},
		{"seumur hidup", corpus.Term{Life: true}, 0},
	}
	for _, tt := range tests {
		got, err := corpus.ParseTerm(tt.in)
		if err != nil || got != tt.want || got.InMonths() != tt.months || got.String() != tt.in {
			t.Errorf("ParseTerm(%q) = %+v (%g months, %q), %v; want %+v, %g months", tt.in, got, got.InMonths(), got.String(), err, tt.want, tt.months)
		}
	}
	for _, bad := range []string{"", " ", "tiga tahun", "3 th", "3 tahun ", "6 bulan 3 tahun", "9999999999999 tahun"} {
		if got, err := corpus.ParseTerm(bad); err == nil {
			t.Errorf("ParseTerm(%q) = %+v, want an error", bad, got)
		}
	}
}

func FuzzParseTerm(f *testing.F) {
	f.Add("3 tahun 6 bulan")
	f.Add("seumur hidup")
	f.Fuzz(func(t *testing.T, s string) {
		term, err := corpus.ParseTerm(s)
		if err != nil || term.IsZero() {
			return
		}
		if again, err := corpus.ParseTerm(term.String()); err != nil || again != term {
			t.Errorf("ParseTerm(%q) = %+v, which reads back as %+v, %v", s, term, again, err)
		}
	})
}

func FuzzDecision(f *testing.F) {
	f.Add(goodDecision)
	f.Add(strings.Replace(goodDecision, "## Fakta", "## Lain", 1))
	f.Fuzz(func(t *testing.T, source string) {
		files := decisionFolder()
		files["putusan/pn-kota/2016/54-pid.sus.md"] = source
		l, problems := corpus.Load(folder(files))
		for _, d := range l.Decisions() {
			if _, err := d.HTML(func(r corpus.Ref) string { return r.Path() }); err != nil && len(problems) == 0 {
				t.Errorf("a digest without problems does not render: %v", err)
			}
			d.Plain()
		}
	})
}
