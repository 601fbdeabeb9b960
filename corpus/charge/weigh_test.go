package charge_test

import (
	"slices"
	"testing"

	"suluh/corpus/charge"
)

// TestConditions weighs conditions by Kleene's logic, and names the facts that made the state.
func TestConditions(t *testing.T) {
	const yes, no, unknown = charge.Yes, charge.No, charge.Unknown
	tests := []struct {
		when    string
		facts   string
		want    charge.State
		because []string
	}{
		{"a", "a: ya", yes, []string{"a"}},
		{"a", "a: tidak", no, []string{"a"}},
		{"a", "a: tidak-tahu", unknown, []string{"a"}},
		{"a", "", unknown, []string{"a"}},

		{"{not: a}", "a: ya", no, []string{"a"}},
		{"{not: a}", "a: tidak", yes, []string{"a"}},
		{"{not: a}", "", unknown, []string{"a"}},

		{"{all: [a, b]}", "a: ya\nb: ya", yes, []string{"a", "b"}},
		{"{all: [a, b]}", "a: ya", unknown, []string{"b"}},
		{"{all: [a, b]}", "", unknown, []string{"a", "b"}},
		{"{all: [a, b]}", "a: tidak", no, []string{"a"}}, // whatever b is
		{"{all: [a, b]}", "a: ya\nb: tidak", no, []string{"b"}},
		{"{all: [a, b]}", "a: tidak\nb: tidak", no, []string{"a", "b"}},

		{"{any: [a, b]}", "a: tidak\nb: tidak", no, []string{"a", "b"}},
		{"{any: [a, b]}", "a: tidak", unknown, []string{"b"}},
		{"{any: [a, b]}", "", unknown, []string{"a", "b"}},
		{"{any: [a, b]}", "b: ya", yes, []string{"b"}}, // whatever a is
		{"{any: [a, b]}", "a: ya\nb: tidak", yes, []string{"a"}},

		{"{at_least: {fact: n, n: 3}}", "n: 3", yes, []string{"n"}},
		{"{at_least: {fact: n, n: 3}}", "n: 2", no, []string{"n"}},
		{"{at_least: {fact: n, n: 3}}", "n: 0", no, []string{"n"}},
		{"{at_least: {fact: n, n: 3}}", "", unknown, []string{"n"}},

		{"{all: [a, {not: {any: [b, a]}}]}", "a: ya", no, []string{"a"}},
		{"{all: [a, {any: [b, {at_least: {fact: n, n: 2}}]}]}", "a: ya\nb: tidak", unknown, []string{"n"}},
		{"{any: [{all: [a, b]}, {not: a}]}", "", unknown, []string{"a", "b"}}, // each once
	}
	for _, tt := range tests {
		t.Run(tt.when+" "+tt.facts, func(t *testing.T) {
			r, problems := loadSmall(t, offenceFile, "when: a,", "when: "+tt.when+",")
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			c := r.Weigh(readFacts(t, r, "tanggal: 2019-05-01\n"+tt.facts)).Charges[0]
			if e := c.Elements[0]; e.State != tt.want || !slices.Equal(e.Because, tt.because) {
				t.Errorf("%s with %q is %s because of %v, want %s because of %v", tt.when, tt.facts, e.State, e.Because, tt.want, tt.because)
			}
			want := map[charge.State]charge.Status{yes: charge.Fits, unknown: charge.FitsIf, no: charge.Excluded}[tt.want]
			if c.Status != want {
				t.Errorf("the charge is %s, want %s", c.Status, want)
			}
		})
	}
}

// charges weighs facts that are right and returns the charges by id.
func charges(t testing.TB, facts string) map[string]charge.Charge {
	t.Helper()
	r := rules(t)
	return byID(r.Weigh(readFacts(t, r, facts)))
}

const (
	pasal2  = "delik/uu-2007-21/pasal-2-ayat-1"
	pasal22 = "delik/uu-2007-21/pasal-2-ayat-2"
	pasal4  = "delik/uu-2007-21/pasal-4"
	pasal5  = "delik/uu-2007-21/pasal-5"
	pasal6  = "delik/uu-2007-21/pasal-6"
	pasal81 = "delik/uu-2017-18/pasal-81"
	pasal83 = "delik/uu-2017-18/pasal-83"
	kuhp455 = "delik/uu-2023-1/pasal-455"
)

const million = 1_000_000

// TestPenalties computes the penalty of an offence, with the law behind each number in the comment.
func TestPenalties(t *testing.T) {
	const abroad = "korban-wni: ya\ndibawa-ke-luar-negeri: ya\ntujuan-tenaga: ya\neksploitasi-di-luar-negeri: ya\n"
	prison := func(least, most int, fineLeast, fineMost int64, mode string) charge.Amount {
		return charge.Amount{PrisonMin: least, PrisonMax: most, FineMin: fineLeast, FineMax: fineMost, Mode: mode}
	}
	tests := []struct {
		name, offence, facts string
		want                 charge.Amount
	}{
		// UU 21/2007 Pasal 4: 3 to 15 years and Rp120 to 600 million.
		{"Pasal 4", pasal4, "tanggal: 2019-05-01\n" + abroad, prison(36, 180, 120*million, 600*million, "dan")},
		// Pasal 17: the penalties of Pasal 2, 3 and 4 plus a third where the victim is a child.
		{"Pasal 4, child", pasal4, "tanggal: 2019-05-01\nkorban-anak: ya\n" + abroad, prison(48, 240, 160*million, 800*million, "dan")},
		// Pasal 8 adds another third of the same base: 5 to 25 years. A fixed term never exceeds 20 (KUHP lama Pasal 12 ayat (4)).
		{"Pasal 4, child, official", pasal4, "tanggal: 2019-05-01\nkorban-anak: ya\npenyelenggara-negara: ya\n" + abroad, prison(60, 240, 200*million, 1000*million, "dan")},
		// Pasal 7 ayat (1): injury and the like add a third.
		{"Pasal 4, injury", pasal4, "tanggal: 2019-05-01\nakibat-berat: ya\nmati: tidak\n" + abroad, prison(48, 240, 160*million, 800*million, "dan")},
		{"Pasal 4, injury, death not answered", pasal4, "tanggal: 2019-05-01\nakibat-berat: ya\n" + abroad, prison(48, 240, 160*million, 800*million, "dan")},
		// Pasal 7 ayat (2): death has a penalty of its own, 5 years to life and Rp200 million to 5 billion; no third comes on top.
		{"Pasal 4, death", pasal4, "tanggal: 2019-05-01\nmati: ya\nakibat-berat: ya\nkorban-anak: ya\n" + abroad,
			charge.Amount{PrisonMin: 60, Life: true, FineMin: 200 * million, FineMax: 5000 * million, Mode: "dan"}},
		// From 2 January 2026 the special minima are gone (UU 1/2026 Pasal I) and the fine is category VIII.
		{"Pasal 4, death, 2026", pasal4, "tanggal: 2026-03-10\nmati: ya\n" + abroad, charge.Amount{Life: true, FineMax: 50_000 * million, Mode: "dan/atau"}},
		// UU 1/2026 Pasal I and II ayat (5): no minimum, category VII, which is Rp5 billion (UU 1/2023 Pasal 79).
		{"Pasal 4, 2026", pasal4, "tanggal: 2026-03-10\n" + abroad, prison(0, 180, 0, 5000*million, "dan/atau")},
		{"Pasal 4, the last day of the old penalties", pasal4, "tanggal: 2026-01-01\n" + abroad, prison(36, 180, 120*million, 600*million, "dan")},
		{"Pasal 4, the first day of the new penalties", pasal4, "tanggal: 2026-01-02\n" + abroad, prison(0, 180, 0, 5000*million, "dan/atau")},

		// Pasal 16: an organised group, which is three or more, commits Pasal 2 with a third more. It speaks of no other article.
		{"Pasal 2, group", pasal2, "tanggal: 2019-05-01\nkelompok-terorganisasi: ya\njumlah-pelaku: 3", prison(48, 240, 160*million, 800*million, "dan")},
		{"Pasal 2, group of two", pasal2, "tanggal: 2019-05-01\nkelompok-terorganisasi: ya\njumlah-pelaku: 2", prison(36, 180, 120*million, 600*million, "dan")},
		{"Pasal 2 ayat (2), group", pasal22, "tanggal: 2019-05-01\nkelompok-terorganisasi: ya\njumlah-pelaku: 3", prison(48, 240, 160*million, 800*million, "dan")},
		{"Pasal 4, group", pasal4, "tanggal: 2019-05-01\nkelompok-terorganisasi: ya\njumlah-pelaku: 3\n" + abroad, prison(36, 180, 120*million, 600*million, "dan")},
		{"Pasal 6, group", pasal6, "tanggal: 2019-05-01\nkelompok-terorganisasi: ya\njumlah-pelaku: 3", prison(36, 180, 120*million, 600*million, "dan")},
		// UU 1/2023 Pasal 622 ayat (9): what refers to Pasal 2 UU 21/2007 is read as Pasal 455, so Pasal 16 reaches it.
		{"Pasal 455, group", kuhp455, "tanggal: 2026-03-10\nkelompok-terorganisasi: ya\njumlah-pelaku: 3", prison(0, 240, 0, 5000*million+5000*million/3, "atau")},

		// Pasal 17 names Pasal 2, 3 and 4. In Pasal 5 and 6 the child is an element already.
		{"Pasal 5, child", pasal5, "tanggal: 2019-05-01\nkorban-anak: ya", prison(36, 180, 120*million, 600*million, "dan")},
		{"Pasal 6, child", pasal6, "tanggal: 2019-05-01\nkorban-anak: ya", prison(36, 180, 120*million, 600*million, "dan")},

		// UU 18/2017 Pasal 81: at most 10 years and Rp15 billion. From 2026 category VI, Rp2 billion (UU 1/2026 Pasal II ayat (5) huruf f).
		{"UU 18/2017 Pasal 81", pasal81, "tanggal: 2019-05-01", prison(0, 120, 0, 15_000*million, "dan")},
		{"UU 18/2017 Pasal 81, 2026", pasal81, "tanggal: 2026-03-10", prison(0, 120, 0, 2000*million, "dan/atau")},
		// Pasal 87 ayat (2): the third is for the corporation, so the penalty of persons stays.
		{"UU 18/2017 Pasal 83, corporation", pasal83, "tanggal: 2019-05-01\nkorporasi: ya", prison(0, 120, 0, 15_000*million, "atau")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := charges(t, tt.facts)[tt.offence].Sentence.Final; got != tt.want {
				t.Errorf("the penalty is %+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestCorporations checks the fine of a corporation, which is a step of its own beside the penalty of persons.
func TestCorporations(t *testing.T) {
	tests := []struct {
		name, offence, facts string
		least, most          int64
	}{
		// UU 21/2007 Pasal 15 ayat (1): three times the fine of Pasal 2 to 6.
		{"Pasal 4", pasal4, "tanggal: 2019-05-01\nkorporasi: ya", 360 * million, 1800 * million},
		// The fine of Pasal 2 to 6 is that of those articles, not the one that Pasal 17 makes of it.
		{"Pasal 4, child", pasal4, "tanggal: 2019-05-01\nkorporasi: ya\nkorban-anak: ya", 360 * million, 1800 * million},
		{"Pasal 4, 2026", pasal4, "tanggal: 2026-03-10\nkorporasi: ya", 0, 15_000 * million},
		// UU 18/2017 Pasal 87 ayat (2): the maximum of the fine and a third.
		{"UU 18/2017 Pasal 83", pasal83, "tanggal: 2019-05-01\nkorporasi: ya", 0, 20_000 * million},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := charges(t, tt.facts)[tt.offence]
			i := slices.IndexFunc(c.Sentence.Steps, func(s charge.Step) bool { return s.Corporate })
			if i < 0 {
				t.Fatalf("no step for the corporation in %+v", c.Sentence.Steps)
			}
			if got, want := c.Sentence.Steps[i].Amount, (charge.Amount{FineMin: tt.least, FineMax: tt.most}); got.FineMin != want.FineMin || got.FineMax != want.FineMax || got.PrisonMax != 0 {
				t.Errorf("the corporation faces %+v, want %+v", got, want)
			}
		})
	}
	// UU 18/2017 Pasal 87 ayat (1) does not name Pasal 69, which Pasal 81 punishes: only persons commit it.
	if c := charges(t, "tanggal: 2019-05-01\nkorporasi: ya")[pasal81]; len(c.Sentence.Steps) != 1 {
		t.Errorf("Pasal 81 UU 18/2017 has the steps %+v, want the base alone", c.Sentence.Steps)
	}
}

// TestIfProved says what an aggravation would make of the penalty as it stands: with the third that is certain already,
// and never beyond twenty years.
func TestIfProved(t *testing.T) {
	c := charges(t, "tanggal: 2019-05-01\nkorban-anak: ya")[pasal4]
	i := slices.IndexFunc(c.Sentence.IfProved, func(s charge.Step) bool { return slices.Contains(s.Cite, "uu/2007/21#pasal-8") })
	if i < 0 {
		t.Fatalf("no Pasal 8 in %+v", c.Sentence.IfProved)
	}
	want := charge.Amount{PrisonMin: 60, PrisonMax: 240, FineMin: 200 * million, FineMax: 1000 * million, Mode: "dan"}
	if got := c.Sentence.IfProved[i].Amount; got != want {
		t.Errorf("an official would face %+v, want %+v", got, want)
	}
	if c := charges(t, "tanggal: 2019-05-01\npenyelenggara-negara: tidak")[pasal4]; slices.ContainsFunc(c.Sentence.IfProved, func(s charge.Step) bool { return slices.Contains(s.Cite, "uu/2007/21#pasal-8") }) {
		t.Error("an aggravation that was denied is still proposed")
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		amount charge.Amount
		want   string
	}{
		{charge.Amount{}, ""},
		{charge.Amount{PrisonMin: 36, PrisonMax: 180, FineMin: 120 * million, FineMax: 600 * million, Mode: "dan"}, "penjara 3 tahun sampai 15 tahun dan denda Rp120.000.000 sampai Rp600.000.000"},
		{charge.Amount{PrisonMax: 180, FineMax: 5000 * million, Mode: "dan/atau"}, "penjara paling lama 15 tahun dan/atau denda paling banyak Rp5.000.000.000"},
		{charge.Amount{PrisonMin: 60, Life: true, FineMax: 5000 * million}, "penjara 5 tahun sampai seumur hidup dan denda paling banyak Rp5.000.000.000"},
		{charge.Amount{Life: true}, "penjara paling lama seumur hidup"},
		{charge.Amount{PrisonMax: 16}, "penjara paling lama 1 tahun 4 bulan"},
		{charge.Amount{PrisonMin: 1, PrisonMax: 9}, "penjara 1 bulan sampai 9 bulan"},
		{charge.Amount{DetentionMax: 6, FineMax: 500, Mode: "atau"}, "kurungan paling lama 6 bulan atau denda paling banyak Rp500"},
		{charge.Amount{FineMax: 1000}, "denda paling banyak Rp1.000"},
	}
	for _, tt := range tests {
		if got := tt.amount.Words(); got != tt.want {
			t.Errorf("%+v.Words() = %q, want %q", tt.amount, got, tt.want)
		}
	}
}

// TestLenience weighs in November 2026 what was done before. UU 1/2023 Pasal 3 ayat (1): the later law, unless the
// earlier one is better for the accused.
func TestLenience(t *testing.T) {
	const inland = "merekrut: ya\npenipuan: ya\ntujuan-pelacuran: ya\neksploitasi-di-indonesia: ya"
	const abroad = "korban-wni: ya\ndibawa-ke-luar-negeri: ya\ntujuan-tenaga: ya\neksploitasi-di-luar-negeri: ya"
	tests := []struct {
		name, offence, facts string
		from                 string // the first day of the later law
		later                string // the offence of the later law
		lenient              string
		cite                 string
	}{
		// Pasal 622 ayat (1) huruf q UU 1/2023 repeals Pasal 2; Pasal 455 has the same maximum and no minimum.
		{"Pasal 2, December 2025", pasal2, "tanggal: 2025-12-20\n" + inland, "2026-01-02", kuhp455, "baru", "uu/2023/1#pasal-622.ayat-1.huruf-q"},
		// UU 1/2026 Pasal I takes the minimum from Pasal 4, which stays law.
		{"Pasal 4, 2019", pasal4, "tanggal: 2019-05-01\n" + abroad, "2026-01-02", pasal4, "baru", "uu/2026/1#pasal-i.ayat-1"},
		{"Pasal 4, the day before", pasal4, "tanggal: 2026-01-01\n" + abroad, "2026-01-02", pasal4, "baru", "uu/2026/1#pasal-i.ayat-1"},
		{"Pasal 4, after the change", pasal4, "tanggal: 2026-01-02\n" + abroad, "", "", "", ""},
		{"Pasal 455, after the change", kuhp455, "tanggal: 2026-03-10\n" + inland, "", "", "", ""},
		// An excluded charge needs no comparison.
		{"Pasal 2, excluded", pasal2, "tanggal: 2025-12-20\neksploitasi-di-indonesia: tidak", "", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := charges(t, tt.facts)[tt.offence].Later
			if got == nil || tt.from == "" {
				if got != nil || tt.from != "" {
					t.Fatalf("Later = %+v, want a change on %q", got, tt.from)
				}
				return
			}
			if got.Day != day(tt.from) || got.Offence == nil || got.Offence.ID != tt.later || got.Lenient != tt.lenient || !slices.Contains(got.Cite, tt.cite) {
				t.Errorf("Later = %s, %+v, %q, %q, want %s, %s, %q, %s", got.Day, got.Offence, got.Lenient, got.Cite, tt.from, tt.later, tt.lenient, tt.cite)
			}
		})
	}
}

// TestOldLawCanBeMoreLenient compares two wordings of one article of which the later is harsher.
func TestOldLawCanBeMoreLenient(t *testing.T) {
	tests := []struct{ name, penalties, want string }{
		{"longer prison", "{prison: {max: 60}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {max: 72}, cite: [uu/2007/21#pasal-1]}", "lama"},
		{"a minimum", "{prison: {max: 60}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {min: 12, max: 60}, cite: [uu/2007/21#pasal-1]}", "lama"},
		{"life", "{prison: {max: 240}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {life: true}, cite: [uu/2007/21#pasal-1]}", "lama"},
		{"a fine alone is enough", "{prison: {max: 60}, fine: {max: 5}, mode: dan, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {max: 60}, fine: {max: 9}, mode: atau, cite: [uu/2007/21#pasal-1]}", "baru"},
		{"higher fine", "{prison: {max: 60}, fine: {max: 5}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {max: 60}, fine: {max: 9}, cite: [uu/2007/21#pasal-1]}", "lama"},
		{"shorter prison before a higher fine", "{prison: {max: 60}, fine: {max: 5}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {max: 48}, fine: {max: 9}, cite: [uu/2007/21#pasal-1]}", "baru"},
		{"alike", "{prison: {max: 60}, cite: [uu/2007/21#pasal-1]}\n  - {from: 2026-01-02, prison: {max: 60}, cite: [uu/2007/21#pasal-2]}", "sama"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, problems := loadSmall(t, offenceFile, "{prison: {min: 12, max: 60}, cite: [uu/2007/21#pasal-1]}", tt.penalties)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			c := r.Weigh(readFacts(t, r, "tanggal: 2019-05-01\na: ya\nb: tidak")).Charges[0]
			if c.Later == nil || c.Later.Lenient != tt.want || c.Later.Day != day("2026-01-02") {
				t.Errorf("Later = %+v, want %q more lenient", c.Later, tt.want)
			}
		})
	}
}

// TestActAcrossAChange weighs an act that began under Pasal 2 UU 21/2007 and ended under Pasal 455 KUHP.
func TestActAcrossAChange(t *testing.T) {
	got := charges(t, "tanggal: 2025-12-20\ntanggal-akhir: 2026-01-10\nmerekrut: ya\npenipuan: ya\ntujuan-pelacuran: ya\neksploitasi-di-indonesia: ya\n")
	for _, id := range []string{pasal2, kuhp455} {
		c := got[id]
		spans := slices.ContainsFunc(c.Reasons, func(r charge.Reason) bool {
			return r.Text == "Perbuatan berlangsung dari 20 Desember 2025 sampai 10 Januari 2026, melewati perubahan undang-undang; pasal ini hanya untuk bagian yang jatuh dalam masa berlakunya."
		})
		if c.Status != charge.Fits || !spans {
			t.Errorf("%s is %s with %+v, want that it fits for its part", id, c.Status, c.Reasons)
		}
	}
	if p := got[pasal2].Sentence.Final; p.PrisonMin != 36 || p.FineMax != 600*million {
		t.Errorf("Pasal 2 threatens %s, want its own penalty of 2025", p.Words())
	}
	if p := got[kuhp455].Sentence.Final; p.PrisonMin != 0 || p.FineMax != 5000*million || got[kuhp455].Later != nil {
		t.Errorf("Pasal 455 threatens %s, want that of 2026", p.Words())
	}

	// A law that began and ended in the meantime is law for its part: UU 39/2004, 18 October 2004 to 21 November 2017.
	c := charges(t, "tanggal: 2004-01-01\ntanggal-akhir: 2019-05-01")["delik/uu-2004-39/pasal-102-a"]
	if c.Status != charge.FitsIf || c.Sentence.Final.PrisonMax == 0 {
		t.Errorf("Pasal 102 UU 39/2004 is %s with %+v, want that it may fit", c.Status, c.Sentence.Final)
	}
	// A last day before the first is no reason to miss the law of the first.
	f := charge.Facts{Day: day("2019-05-01"), Until: day("2001-05-01"), Today: today}
	if c := byID(rules(t).Weigh(f))[pasal4]; c.Status != charge.FitsIf {
		t.Errorf("with a last day before the first Pasal 4 is %s", c.Status)
	}
}

// TestNotLaw says why an article is no law on the day.
func TestNotLaw(t *testing.T) {
	tests := []struct{ offence, day, want, cite string }{
		{kuhp455, "2019-05-01", "Baru berlaku 2 Januari 2026.", "uu/2023/1#pasal-455"},
		{pasal2, "2026-01-02", "Tidak berlaku lagi sesudah 1 Januari 2026.", "uu/2023/1#pasal-622.ayat-1.huruf-q"},
		{pasal4, "2007-04-18", "Baru berlaku 19 April 2007.", "uu/2007/21#pasal-4"},
	}
	for _, tt := range tests {
		c := charges(t, "tanggal: "+tt.day)[tt.offence]
		if c.Status != charge.NotLaw || c.Place != "" || len(c.Reasons) != 1 || c.Reasons[0].Text != tt.want || !slices.Contains(c.Reasons[0].Cite, tt.cite) {
			t.Errorf("%s on %s is %s %+v, want not law: %q, %s", tt.offence, tt.day, c.Status, c.Reasons, tt.want, tt.cite)
		}
	}
}

// TestArrange proposes the place of each charge, each with the reason of the relation that gives it.
func TestArrange(t *testing.T) {
	r := rules(t)
	const scenario = "tanggal: 2019-05-01\nkorban-anak: ya\nkorban-wni: ya\nmengirim: ya\ndibawa-ke-luar-negeri: ya\ntujuan-tenaga: ya\neksploitasi-di-luar-negeri: ya\n" +
		"tereksploitasi: ya\ndokumen-palsu: ya\nmenempatkan: ya\norang-perseorangan: ya\nkerja-luar-negeri: ya"
	answer := r.Weigh(readFacts(t, r, scenario))
	want := []struct {
		offence string
		place   charge.Place
		cite    string // of the relation
	}{
		{pasal4, charge.Primary, ""},
		{pasal6, charge.AlternativePlace, "uu/2007/21#pasal-6"}, // the child was exploited as well
		{pasal81, charge.SubsidiaryPlace, "uu/2017/18#pasal-69"},
		{"delik/uu-2007-21/pasal-19", charge.CumulativePlace, "uu/2007/21#pasal-19"},
	}
	got := byID(answer)
	for _, w := range want {
		c := got[w.offence]
		if c.Status != charge.Fits || c.Place != w.place {
			t.Errorf("%s is %s, %s, want %s", w.offence, c.Status, c.Place, w.place)
			continue
		}
		i := slices.IndexFunc(c.Reasons, func(r charge.Reason) bool { return w.cite == "" || slices.Contains(r.Cite, w.cite) })
		if i < 0 || c.Reasons[i].Text == "" {
			t.Errorf("%s has the reasons %+v, want one with %s", w.offence, c.Reasons, w.cite)
		}
	}
	if first := answer.Charges[0]; first.Offence.ID != pasal4 {
		t.Errorf("the first charge is %s, want the special law %s", first.Offence.ID, pasal4)
	}
	// The order: what fits, what may fit, what is excluded, what is no law; only what fits has a place.
	rank := map[charge.Status]int{charge.Fits: 0, charge.FitsIf: 1, charge.Excluded: 2, charge.NotLaw: 3}
	for i, c := range answer.Charges {
		if i > 0 && rank[c.Status] < rank[answer.Charges[i-1].Status] {
			t.Errorf("%s (%s) comes after %s", c.Offence.ID, c.Status, answer.Charges[i-1].Status)
		}
		if (c.Place != "") != (c.Status == charge.Fits) || (c.Place == charge.Primary) != (i == 0) {
			t.Errorf("%s (%s), number %d, has the place %q", c.Offence.ID, c.Status, i, c.Place)
		}
	}

	// Alone, the placement law is the first charge.
	answer = r.Weigh(readFacts(t, r, "tanggal: 2019-05-01\nkorban-wni: ya\nmenempatkan: ya\norang-perseorangan: ya\nkerja-luar-negeri: ya\n"+
		"tujuan-tenaga: tidak\ntujuan-pelacuran: tidak\ntujuan-kerja-paksa: tidak\ntujuan-penindasan: tidak\ntujuan-organ: tidak\ntujuan-pemanfaatan-fisik: tidak"))
	if first := answer.Charges[0]; first.Offence.ID != pasal81 || first.Place != charge.Primary {
		t.Errorf("without a purpose to exploit the first charge is %s, %s, want %s", first.Offence.ID, first.Place, pasal81)
	}
}

// TestMissing names the facts for which the charges wait that something speaks for, the most useful first.
func TestMissing(t *testing.T) {
	r := rules(t)
	if got := r.Weigh(readFacts(t, r, "tanggal: 2019-05-01")).Missing; len(got) > 0 {
		t.Errorf("with nothing but the day the answer waits for %q, want nothing", got)
	}
	got := r.Weigh(readFacts(t, r, "tanggal: 2019-05-01\nkorban-wni: ya\ndibawa-ke-luar-negeri: ya\ntujuan-tenaga: ya")).Missing
	if !slices.Contains(got, "eksploitasi-di-luar-negeri") || slices.Contains(got, "tujuan-tenaga") {
		t.Errorf("the answer waits for %q, want eksploitasi-di-luar-negeri in it and nothing that is known", got)
	}
}

// TestNotes says what must be said when its condition holds.
func TestNotes(t *testing.T) {
	r := rules(t)
	notes := func(facts string) (ids []string) {
		for _, n := range r.Weigh(readFacts(t, r, "tanggal: 2019-05-01\n"+facts)).Notes {
			ids = append(ids, n.ID)
		}
		return ids
	}
	if got := notes(""); !slices.Contains(got, "restitusi") || slices.Contains(got, "korban-dipaksa") {
		t.Errorf("the notes of an act of which nothing is known are %q", got)
	}
	// UU 21/2007 Pasal 18 and Pasal 26.
	if got := notes("pelaku-korban-dipaksa: ya\nkorban-setuju: ya"); !slices.Contains(got, "korban-dipaksa") || !slices.Contains(got, "persetujuan") {
		t.Errorf("the notes on a victim who was forced and consented are %q", got)
	}
}
