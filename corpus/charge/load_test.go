package charge_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
	"suluh/corpus/charge"
)

// A corpus of one law, one offence and three questions, which the tests change.
const (
	smallWork = `---
id: uu/2007/21
title: X
short: UU X
enacted: 2007-04-19
in_force: 2007-04-19
source: s
---

# Undang-Undang X

### Pasal 1

Bunyi.

### Pasal 2

Bunyi.
`
	smallFacts = `- {id: tanggal, group: waktu, type: tanggal, question: Kapan?}
- {id: a, group: korban, type: ya-tidak, question: A?}
- {id: b, group: pelaku, type: ya-tidak, question: B?}
- {id: n, group: pelaku, type: angka, question: Berapa?}
`
	smallOffence = `---
id: delik/x/pasal-1
portion: uu/2007/21#pasal-1
title: Delik
family: perdagangan-orang
order: 1
elements:
  - {id: unsur, text: Unsur, when: a, cite: [uu/2007/21#pasal-1]}
penalties:
  - {prison: {min: 12, max: 60}, cite: [uu/2007/21#pasal-1]}
aggravations:
  - {id: berat, text: Berat, when: b, add: 1/3, cite: [uu/2007/21#pasal-2]}
relations:
  - {type: khusus, to: delik/x/pasal-1, why: W, cite: [uu/2007/21#pasal-1]}
---

Badan.
`
	smallNote = "- {id: catatan, when: a, text: T, cite: [uu/2007/21#pasal-1]}\n"
)

const offenceFile, factsFile, noteFile = "delik/x/pasal-1.md", "delik/fakta.yaml", "delik/catatan.yaml"

// loadSmall loads the small corpus with one of its files changed.
func loadSmall(t *testing.T, file, from, to string) (*charge.Rules, corpus.Problems) {
	t.Helper()
	texts := map[string]string{"uu/21.md": smallWork, factsFile: smallFacts, offenceFile: smallOffence, noteFile: smallNote}
	if from != "" && strings.Count(texts[file], from) != 1 {
		t.Fatalf("%s holds %q %d times, want once", file, from, strings.Count(texts[file], from))
	}
	texts[file] = strings.Replace(texts[file], from, to, 1)
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, problems := corpus.Load(fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return charge.Load(fsys, l)
}

func TestLoad(t *testing.T) {
	r, problems := loadSmall(t, offenceFile, "", "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(r.Offences) != 1 || len(r.Facts) != 4 || len(r.Notes) != 1 || r.Offence("delik/x/pasal-1") == nil || r.Fact("n") == nil || r.Fact("z") != nil {
		t.Fatalf("Load = %d offences, %d facts, %d notes", len(r.Offences), len(r.Facts), len(r.Notes))
	}
	if got := r.OffencesOf(corpus.ParseRef("uu/2007/21#pasal-1")); len(got) != 1 || len(r.OffencesOf(corpus.ParseRef("uu/2007/21#pasal-2"))) != 0 {
		t.Errorf("OffencesOf(Pasal 1) = %d offences, want 1, and none of Pasal 2", len(got))
	}
	if from, until := r.Offences[0].Period(); from != day("2007-04-19") || !until.IsZero() {
		t.Errorf("Period() = %s to %s, want from 2007-04-19 on", from, until)
	}
}

func TestLoadWithoutRules(t *testing.T) {
	fsys := fstest.MapFS{"uu/21.md": {Data: []byte(smallWork)}}
	l, _ := corpus.Load(fsys)
	if r, problems := charge.Load(fsys, l); len(problems) > 0 || len(r.Offences) > 0 {
		t.Errorf("Load of a corpus without rules = %d offences, %v", len(r.Offences), problems)
	}
}

func TestLoadProblems(t *testing.T) {
	const cond = "syarat harus satu fakta atau satu kunci all, any, not, at_least"
	tests := []struct {
		name, file, from, to string
		want                 string // in a problem of that file
	}{
		{"unknown key", offenceFile, "order: 1", "order: 1\nurutan: 2", `"urutan" tidak dikenal`},
		{"unknown key of an element", offenceFile, "text: Unsur,", "text: Unsur, teks: x,", `"teks" tidak dikenal`},
		{"unknown key of a condition", offenceFile, "when: a,", "when: {semua: [a]},", `"semua" tidak dikenal`},
		{"front matter is no YAML", offenceFile, "order: 1", "order: [1", "front matter"},
		{"wrong id", offenceFile, "id: delik/x/pasal-1\n", "id: delik/x/pasal-2\n", `id "delik/x/pasal-2" tidak cocok dengan letak berkas; tulis "delik/x/pasal-1"`},
		{"unknown portion", offenceFile, "portion: uu/2007/21#pasal-1", "portion: uu/2007/21#pasal-9", `portion "uu/2007/21#pasal-9" tidak ada dalam koleksi`},
		{"work not in the collection", offenceFile, "portion: uu/2007/21#pasal-1", "portion: uu/1999/9#pasal-1", "hari mulai berlakunya tidak diketahui; tulis from"},
		{"bad family", offenceFile, "family: perdagangan-orang", "family: lain", `family "lain" tidak dikenal`},
		{"no elements", offenceFile, "elements:\n  - {id: unsur, text: Unsur, when: a, cite: [uu/2007/21#pasal-1]}\n", "", "tanpa elements atau tanpa penalties"},
		{"no penalties", offenceFile, "penalties:\n  - {prison: {min: 12, max: 60}, cite: [uu/2007/21#pasal-1]}\n", "", "tanpa elements atau tanpa penalties"},
		{"element without citation", offenceFile, "when: a, cite: [uu/2007/21#pasal-1]", "when: a", "unsur unsur tanpa cite"},
		{"citation of nothing", offenceFile, "when: a, cite: [uu/2007/21#pasal-1]", "when: a, cite: [uu/2007/21#pasal-1.ayat-3]", `unsur unsur: "uu/2007/21#pasal-1.ayat-3" tidak ada dalam koleksi`},

		{"unknown fact", offenceFile, "when: a,", "when: z,", `unsur unsur: fakta "z" tidak ada dalam fakta.yaml`},
		{"unknown fact, deep down", offenceFile, "when: a,", "when: {all: [a, {not: {any: [b, z]}}]},", `fakta "z" tidak ada`},
		{"number as yes or no", offenceFile, "when: a,", "when: n,", `fakta "n" berjenis angka`},
		{"day as yes or no", offenceFile, "when: a,", "when: tanggal,", `fakta "tanggal" berjenis tanggal`},
		{"yes or no as number", offenceFile, "when: a,", "when: {at_least: {fact: a, n: 2}},", `fakta "a" berjenis ya-tidak`},
		{"two keys in a condition", offenceFile, "when: a,", "when: {all: [a], any: [b]},", cond},
		{"empty condition", offenceFile, "when: a,", "when: {},", cond},
		{"empty list", offenceFile, "when: a,", "when: {all: []},", cond},
		{"empty condition, deep down", offenceFile, "when: a,", "when: {any: [a, {not: {}}]},", cond},
		{"unknown fact of an aggravation", offenceFile, "when: b,", "when: z,", `aggravations berat: fakta "z"`},

		{"minimum over maximum", offenceFile, "min: 12, max: 60", "min: 61, max: 60", "pidana minimum 61 bulan melebihi maksimum 60 bulan"},
		{"minimum without maximum", offenceFile, "{min: 12, max: 60}", "{min: 12}", "pidana minimum 12 bulan melebihi maksimum 0 bulan"},
		{"fine: minimum over maximum", offenceFile, "prison: {min: 12, max: 60}", "fine: {min: 2000, max: 1000}", "denda minimum Rp2.000 melebihi maksimum Rp1.000"},
		{"fine: minimum over category", offenceFile, "prison: {min: 12, max: 60}", "fine: {min_category: III, category: II}", "denda minimum Rp50.000.000 melebihi maksimum Rp10.000.000"},
		{"no penalty at all", offenceFile, "prison: {min: 12, max: 60}", "mode: dan", "penalties tanpa penjara, kurungan, atau denda"},
		{"unknown category", offenceFile, "prison: {min: 12, max: 60}", "fine: {category: IX}", `kategori denda "IX" tidak dikenal; ada I sampai VIII`},
		{"unknown mode", offenceFile, "prison: {min: 12, max: 60},", "prison: {min: 12, max: 60}, mode: serta,", `mode "serta" tidak dikenal`},
		{"penalty without citation", offenceFile, "max: 60}, cite: [uu/2007/21#pasal-1]}", "max: 60}}", "penalties tanpa cite"},
		{"penalties out of order", offenceFile, "max: 60}, cite: [uu/2007/21#pasal-1]}", "max: 60}, from: 2026-01-02, cite: [uu/2007/21#pasal-1]}\n  - {prison: {max: 60}, from: 2020-01-02, cite: [uu/2007/21#pasal-1]}", "penalties tidak menurut urutan hari"},

		{"neither add nor times", offenceFile, "add: 1/3, ", "", "aggravations berat: tulis salah satu dari add, times, atau penalties"},
		{"add and times", offenceFile, "add: 1/3, ", "add: 1/3, times: 3, ", "aggravations berat: tulis salah satu dari add, times, atau penalties"},
		{"add and penalties", offenceFile, "add: 1/3, ", "add: 1/3, penalties: [{prison: {max: 90}, cite: [uu/2007/21#pasal-1]}], ", "aggravations berat: tulis salah satu dari add, times, atau penalties"},
		{"another share", offenceFile, "add: 1/3", "add: 1/2", `add "1/2" tidak dikenal; yang ada "1/3"`},
		{"aggravation without citation", offenceFile, "add: 1/3, cite: [uu/2007/21#pasal-2]", "add: 1/3", "aggravations berat tanpa cite"},

		{"relation to nothing", offenceFile, "to: delik/x/pasal-1,", "to: delik/x/pasal-7,", `relations: "delik/x/pasal-7" tidak ada`},
		{"unknown relation", offenceFile, "type: khusus", "type: umum", `relations: type "umum" tidak dikenal`},
		{"relation without citation", offenceFile, "why: W, cite: [uu/2007/21#pasal-1]", "why: W", "relations delik/x/pasal-1 tanpa cite"},

		{"doubled fact", factsFile, "{id: b,", "{id: a,", `fakta "a" ditulis dua kali`},
		{"unknown group", factsFile, "group: korban", "group: saksi", `fakta "a": kelompok "saksi" tidak dikenal`},
		{"unknown type", factsFile, "type: angka", "type: bilangan", `fakta "n": type "bilangan" tidak dikenal`},
		{"no question", factsFile, ", question: B?", "", `fakta "b" tanpa question`},
		{"unknown key of a fact", factsFile, "question: B?", "question: B?, tanya: B?", `"tanya" tidak dikenal`},
		{"question that follows from nothing", factsFile, "question: B?", "question: B?, when: z", `fakta b: fakta "z" tidak ada`},

		{"unknown fact of a note", noteFile, "when: a", "when: z", `catatan catatan: fakta "z" tidak ada`},
		{"note without citation", noteFile, ", cite: [uu/2007/21#pasal-1]", "", "catatan catatan tanpa cite"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := loadSmall(t, tt.file, tt.from, tt.to)
			for _, p := range problems {
				if p.File == tt.file && p.Line > 0 && strings.Contains(p.Message, tt.want) {
					return
				}
			}
			t.Errorf("Load has the problems\n%v\nwant %q in one of %s", problems.Error(), tt.want, tt.file)
		})
	}
}
