package corpus_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
)

// materialLaw is the law on which goodMaterial rests, with a second law that repeals a part of it in 2030.
const materialLaw = `---
id: uu/2007/21
title: Perdagangan Orang
short: UU TPPO
enacted: 2007-04-19
in_force: 2007-04-19
source: Uji.
---

# Undang-Undang Republik Indonesia Nomor 21 Tahun 2007 tentang Perdagangan Orang

### Pasal 1

Korban adalah orang.

### Pasal 2

Setiap orang dilarang.

#### Penjelasan

Cukup jelas.
`

const laterLaw = `---
id: uu/2029/1
title: Perubahan
short: UU 1/2029
enacted: 2029-05-01
in_force: 2030-01-01
source: Uji.
relations:
  - type: repeals
    by: pasal-1
    target: uu/2007/21#pasal-2
    from: 2030-01-01
---

# Undang-Undang Republik Indonesia Nomor 1 Tahun 2029 tentang Perubahan

### Pasal 1

Pasal 2 UU 21/2007 dicabut.
`

// goodMaterial is a topic without mistakes, but for the fingerprint, which materialFolder fills in.
const goodMaterial = `---
id: materi/uji
title: Uji
summary: Satu kalimat.
audiences: [warga-desa, polisi]
order: 10
minutes: {15: 5, 45: 10}
picture: tiga-unsur
day: 2026-11-24
rests:
  uu/2007/21#pasal-2: FINGERPRINT
---

## Lembar

Setiap orang dilarang (Pasal 2 UU 21/2007).

## Salindia

### Judul

- Satu baris
- Pasal 2 UU 21/2007

> Catatan pembicara.

## Pemandu

Tanyakan dahulu.

## Kuis

### Apakah dilarang?

- Tidak
- **Ya**

> Lihat Pasal 2 UU 21/2007.
`

// materialFolder is a corpus with a law and a topic that rests on it, changed by replacing pairs of words.
func materialFolder(t *testing.T, files map[string]string, replace ...string) fstest.MapFS {
	t.Helper()
	law := fstest.MapFS{"uu/2007/21.md": {Data: []byte(materialLaw)}}
	l, problems := corpus.Load(law)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	print := l.Fingerprint(corpus.ParseRef("uu/2007/21#pasal-2"), corpus.MustParseDate("2026-11-24"))
	law["materi/uji.md"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(append(replace, "FINGERPRINT", string(print))...).Replace(goodMaterial))}
	for name, text := range files {
		law[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return law
}

// TestMaterialProblems holds the checker to what a topic can get wrong.
func TestMaterialProblems(t *testing.T) {
	for _, tt := range []struct {
		name    string
		replace []string
		want    string // in the only problem; "" for none
	}{
		{"good", nil, ""},
		{"unknown key", []string{"order: 10", "order: 10\nwarna: biru"}, `"warna" tidak dikenal`},
		{"other place", []string{"id: materi/uji", "id: materi/lain"}, `tulis "materi/uji"`},
		{"no summary", []string{"summary: Satu kalimat.\n", ""}, "tanpa summary"},
		{"unknown audience", []string{"polisi]", "hakim]"}, `"hakim" tidak dikenal; pilih warga-desa`},
		{"audience twice", []string{"polisi]", "warga-desa]"}, "ditulis dua kali"},
		{"unknown meeting", []string{"45: 10", "60: 10"}, "tidak ada pertemuan 60 menit"},
		{"too long for the meeting", []string{"15: 5", "15: 10"}, "tidak muat; untuk semua topik tersedia 9 menit"},
		{"less in a longer meeting", []string{"45: 10", "45: 4"}, "lebih singkat"},
		{"unknown part of the sheet", []string{"picture: tiga-unsur", "sheet: [Satu]"}, `sheet: bagian "Satu" tidak ada dalam Lembar`},
		{"unknown picture", []string{"picture: tiga-unsur", "picture: empat-unsur"}, `"empat-unsur" tidak dikenal`},
		{"wrong fingerprint", []string{"FINGERPRINT", "deadbeef"}, "baca ulang materi ini, lalu tulis: uu/2007/21#pasal-2: "},
		{"rests on nothing", []string{"rests:\n", "rests:\n  uu/2007/21#pasal-9: deadbeef\n"}, "uu/2007/21#pasal-9 tidak ada dalam koleksi"},
		{"not under rests", []string{"Tanyakan dahulu.", "Tanyakan Pasal 1 UU 21/2007."}, "tidak ada dalam rests; baca bunyinya, lalu tulis: uu/2007/21#pasal-1: "},
		{"citation leads nowhere", []string{"Tanyakan dahulu.", "Tanyakan Pasal 9 UU 21/2007."}, "tidak menuju bagian mana pun"},
		{"law not named", []string{"Tanyakan dahulu.", "Tanyakan Pasal 2."}, "sebutkan undang-undangnya"},
		{"section missing", []string{"## Pemandu", "## Panduan"}, "menurut urutan, tanpa teks di depannya: Lembar, Salindia, Pemandu, Kuis"},
		{"section empty", []string{"Tanyakan dahulu.\n", ""}, "bagian Pemandu kosong"},
		{"six lines on a slide", []string{"- Satu baris", "- a\n- b\n- c\n- d\n- e"}, "memuat 6 baris"},
		{"long title", []string{"### Judul", "### " + strings.Repeat("judul ", 12)}, "judul salindia memuat"},
		{"long line", []string{"- Satu baris", "- " + strings.Repeat("panjang ", 20)}, "tulis paling banyak 120"},
		{"no note", []string{"> Catatan pembicara.\n", ""}, "tanpa catatan pembicara"},
		{"no right answer", []string{"- **Ya**", "- Ya"}, "0 dari 2 jawaban ditandai benar"},
		{"all answers right", []string{"- Tidak", "- **Tidak**"}, "2 dari 2 jawaban ditandai benar"},
		{"no answer", []string{"- Tidak", "- Tidak\nMungkin"}, "bukan jawaban"},
		{"explanation without article", []string{"> Lihat Pasal 2 UU 21/2007.", "> Tentu saja."}, "penjelasan tidak menyebut pasal"},
		{"telephone", []string{"Tanyakan dahulu.", "Hubungi 0812-3456-7890."}, "tampak seperti nomor telepon"},
		{"hotline", []string{"Tanyakan dahulu.", "Telepon 110."}, "tampak seperti nomor telepon"},
		{"a year is no telephone", []string{"Tanyakan dahulu.", "Sejak tahun 2007 sampai 2026 ada 1.000 perkara."}, ""},
	} {
		_, problems := corpus.Load(materialFolder(t, nil, tt.replace...))
		switch {
		case tt.want == "" && len(problems) > 0:
			t.Errorf("%s: %v, want no problem", tt.name, problems)
		case tt.want != "" && (len(problems) != 1 || !strings.Contains(problems.Error(), tt.want) || problems[0].File != "materi/uji.md" || problems[0].Line == 0):
			t.Errorf("%s: %v, want one problem with %q", tt.name, problems, tt.want)
		}
	}
}

// TestFingerprint holds the fingerprint to change with the wording, the elucidation and the standing of a portion, and
// with nothing else.
func TestFingerprint(t *testing.T) {
	at := func(day string, files map[string]string, replace ...string) corpus.Fingerprint {
		t.Helper()
		folder := fstest.MapFS{"uu/2007/21.md": {Data: []byte(strings.NewReplacer(replace...).Replace(materialLaw))}}
		for name, text := range files {
			folder[name] = &fstest.MapFile{Data: []byte(text)}
		}
		l, problems := corpus.Load(folder)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return l.Fingerprint(corpus.ParseRef("uu/2007/21#pasal-2"), corpus.MustParseDate(day))
	}
	later := map[string]string{"uu/2029/1.md": laterLaw}
	first := at("2026-11-24", nil)
	for _, tt := range []struct {
		name string
		got  corpus.Fingerprint
		same bool
	}{
		{"another day", at("2028-01-01", nil), true},
		{"another article", at("2026-11-24", nil, "Korban adalah orang.", "Korban ialah siapa saja."), true},
		{"another source", at("2026-11-24", nil, "source: Uji.", "source: Salinan lain."), true},
		{"a later law, before its day", at("2029-12-31", later), true},
		{"a later law, from its day on", at("2030-01-01", later), false},
		{"the wording", at("2026-11-24", nil, "dilarang", "tidak boleh"), false},
		{"the elucidation", at("2026-11-24", nil, "Cukup jelas.", "Yang dimaksud adalah siapa pun."), false},
		{"before the law", at("2000-01-01", nil), false},
	} {
		if (tt.got == first) != tt.same {
			t.Errorf("%s: fingerprint %s, first %s, want the same: %v", tt.name, tt.got, first, tt.same)
		}
	}
	if len(first) != 8 {
		t.Errorf("fingerprint %q, want eight digits", first)
	}
}

// TestStaleMaterials holds a change of the law to be loud: silent the day before, a problem with the way out on its day.
func TestStaleMaterials(t *testing.T) {
	l, problems := corpus.Load(materialFolder(t, map[string]string{"uu/2029/1.md": laterLaw}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if ps := l.StaleMaterials(corpus.MustParseDate("2029-12-31")); len(ps) > 0 {
		t.Errorf("the day before: %v", ps)
	}
	ps := l.StaleMaterials(corpus.MustParseDate("2030-01-01"))
	if len(ps) != 1 || !strings.Contains(ps[0].Message, "dicabut sejak 2030-01-01 oleh uu/2029/1#pasal-1") || !strings.Contains(ps[0].Message, "tulis day: 2030-01-01") || ps[0].Line != 11 {
		t.Errorf("on the day: %v", ps)
	}
}

// TestPlans lays out every meeting for every audience: the minutes add up, every step follows the one before, and what is
// left out did not fit.
func TestPlans(t *testing.T) {
	l := embedded(t)
	for _, a := range corpus.Audiences {
		for _, meeting := range corpus.Meetings {
			var all []*corpus.Material
			for _, m := range l.Materials() {
				if m.For(a.Key) {
					all = append(all, m)
				}
			}
			for name, topics := range map[string][]*corpus.Material{"chosen by us": l.TopicsFor(a.Key, meeting), "all": all, "none": nil} {
				checkPlan(t, fmt.Sprintf("%s, %d minutes, %s", a.Key, meeting.Length, name), corpus.NewPlan(meeting, topics), topics)
			}
			if len(l.TopicsFor(a.Key, meeting)) == 0 {
				t.Errorf("no topic for %s in %d minutes", a.Key, meeting.Length)
			}
		}
	}
}

func checkPlan(t *testing.T, name string, p corpus.Plan, topics []*corpus.Material) {
	t.Helper()
	at := 0
	for _, s := range p.Steps {
		if s.From != at || s.Minutes <= 0 {
			t.Errorf("%s: %s begins at %d and takes %d, want a beginning at %d", name, s.Kind, s.From, s.Minutes, at)
		}
		at += s.Minutes
	}
	if at != p.Meeting.Length {
		t.Errorf("%s: the minutes add up to %d", name, at)
	}
	if first, last := p.Steps[0].Kind, p.Steps[len(p.Steps)-1].Kind; first != corpus.StepOpening || last != corpus.StepClosing {
		t.Errorf("%s: from %s to %s", name, first, last)
	}
	if len(p.Topics())+len(p.Left) != len(topics) {
		t.Errorf("%s: %d topics of %d are neither in the plan nor left", name, len(topics)-len(p.Topics())-len(p.Left), len(topics))
	}
	used := 0
	for _, m := range p.Topics() {
		used += m.Minutes[p.Meeting.Length]
	}
	if used > p.Meeting.Room() {
		t.Errorf("%s: topics take %d minutes of %d", name, used, p.Meeting.Room())
	}
	if (p.Over > 0) && len(p.Left) == 0 {
		t.Errorf("%s: %d minutes over, and nothing left", name, p.Over)
	}
}

// TestMaterialCitations wants every topic to rest on what it cites, all of it as it stands in the collection.
func TestMaterialCitations(t *testing.T) {
	l := embedded(t)
	if len(l.Materials()) == 0 {
		t.Fatal("no topics")
	}
	for _, m := range l.Materials() {
		if len(m.Refs()) == 0 {
			t.Errorf("%s rests on nothing", m.ID)
		}
		for _, r := range m.Refs() {
			if l.Portion(r) == nil && l.Work(r.Work) == nil {
				t.Errorf("%s: %s is not in the collection", m.ID, r)
			}
		}
		if stale := l.Stale(m, m.Day); len(stale) > 0 {
			t.Errorf("%s is stale on its own day: %v", m.ID, stale)
		}
	}
}

// TestHandoutParts holds a printed sheet to take the parts of a handout by their weight.
func TestHandoutParts(t *testing.T) {
	m := &corpus.Material{MaterialMeta: corpus.MaterialMeta{Sheet: []string{"Tiga", "Satu"}}, Handout: "Depan.\n\n### Satu\n\nA.\n\n### Dua\n\nB.\n\n### Tiga\n\nC.\n\nD."}
	got := m.HandoutParts()
	want := []corpus.HandoutPart{{Text: "Depan.", Rank: 0}, {Heading: "Satu", Text: "### Satu\n\nA.", Rank: 2}, {Heading: "Dua", Text: "### Dua\n\nB.", Rank: 3}, {Heading: "Tiga", Text: "### Tiga\n\nC.\n\nD.", Rank: 1}}
	if !slices.Equal(got, want) {
		t.Errorf("HandoutParts = %+v, want %+v", got, want)
	}
}

// TestRenderMaterialTable holds the cells of a table to say what column they are of, for narrow screens.
func TestRenderMaterialTable(t *testing.T) {
	l, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	got, err := l.RenderMaterial("| | Isi \"A\" |\n|---|---|\n| satu | dua |", corpus.Date{}, corpus.MaterialLinks{Address: func(corpus.Ref) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	if want := `<td>satu</td>` + "\n" + `<td data-kolom="Isi &quot;A&quot;">dua</td>`; !strings.Contains(got, want) {
		t.Errorf("the table is %s, want it to have %s", got, want)
	}
}
