package charge_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/charge"
)

func TestReadFacts(t *testing.T) {
	r := rules(t)
	tests := []struct {
		name, source string
		want         []string // the problems
	}{
		{"good", "tanggal: 2019-05-01\ntanggal-akhir: 2019-06-01\nkorban-anak: ya\nkorban-wni: tidak\nmengangkut: tidak-tahu\nmenampung:\njumlah-pelaku: 3\n", nil},
		{"comments and blank lines", "# perkara X\n\ntanggal: 2019-05-01 # hari berangkat\n", nil},
		{"two documents", "tanggal: 2019-05-01\n---\nkorban-anak: ya\n", nil},
		{"unknown fact", "tanggal: 2019-05-01\nkorban: ya\n", []string{`f.yaml:2: fakta "korban" tidak dikenal; daftar fakta: suluh charge --facts`}},
		{"bad value", "tanggal: 2019-05-01\nkorban-anak: mungkin\n", []string{`f.yaml:2: korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "mungkin"`}},
		{"boolean of YAML", "korban-anak: true\ntanggal: 2019-05-01\n", []string{`f.yaml:1: korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "true"`}},
		{"list as value", "tanggal: 2019-05-01\nkorban-anak: [ya]\n", []string{`f.yaml:2: korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "[ya]"`}},
		{"bad day", "tanggal: 2019-02-30\n", []string{`f.yaml:1: tanggal: "2019-02-30" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`}},
		{"bad number", "tanggal: 2019-05-01\njumlah-pelaku: tiga\n", []string{`f.yaml:2: jumlah-pelaku: "tiga" bukan bilangan`}},
		{"negative number", "tanggal: 2019-05-01\njumlah-pelaku: -1\n", []string{`f.yaml:2: jumlah-pelaku: "-1" bukan bilangan`}},
		{"several mistakes", "tanggal: kemarin\nx: ya\nkorban-anak: y\n", []string{
			`f.yaml:1: tanggal: "kemarin" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19`,
			`f.yaml:2: fakta "x" tidak dikenal; daftar fakta: suluh charge --facts`,
			`f.yaml:3: korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "y"`,
		}},
		{"last day before the first", "tanggal: 2019-05-01\nkorban-anak: ya\ntanggal-akhir: 2019-04-30\n",
			[]string{`f.yaml:3: tanggal-akhir (2019-04-30) lebih awal daripada tanggal (2019-05-01)`}},
		{"no day", "korban-anak: ya\n", []string{`f.yaml:1: tanggal perbuatan belum ditulis; tambahkan misalnya "tanggal: 2019-05-01"`}},
		{"empty file", "", []string{`f.yaml:1: tanggal perbuatan belum ditulis; tambahkan misalnya "tanggal: 2019-05-01"`}},
		{"only a comment", "# nanti\n", []string{`f.yaml:1: tanggal perbuatan belum ditulis; tambahkan misalnya "tanggal: 2019-05-01"`}},
		{"list", "# fakta\n- korban-anak\n- korban-wni\n", []string{`f.yaml:2: tulis satu fakta sebaris, misalnya "korban-anak: ya"`}},
		{"word", "ya\n", []string{`f.yaml:1: tulis satu fakta sebaris, misalnya "korban-anak: ya"`}},
		{"doubled key", "tanggal: 2019-05-01\nkorban-anak: ya\nkorban-anak: tidak\n", []string{`f.yaml:3: YAML tidak terbaca: `}},
		{"doubled key in another document", "tanggal: 2019-05-01\n---\ntanggal: 2026-05-01\n", []string{`f.yaml:3: tanggal ditulis dua kali`}},
		{"unclosed list", "tanggal: 2019-05-01\nkorban-anak: [ya\n", []string{`f.yaml:2: YAML tidak terbaca: `}},
		{"tab", "tanggal: 2019-05-01\n\tkorban-anak: ya\n", []string{`f.yaml:2: YAML tidak terbaca: `}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := r.ReadFacts("f.yaml", []byte(tt.source))
			same := slices.EqualFunc(problems, tt.want, func(p corpus.Problem, want string) bool {
				return p.String() == want || strings.HasSuffix(want, ": ") && strings.HasPrefix(p.String(), want)
			})
			if !same {
				t.Errorf("ReadFacts(%q) has the problems\n%v\nwant\n%s", tt.source, problems.Error(), strings.Join(tt.want, "\n"))
			}
		})
	}

	f, _ := r.ReadFacts("f.yaml", []byte(tests[0].source))
	anak, wni := f.Answers["korban-anak"], f.Answers["korban-wni"]
	if f.Day != day("2019-05-01") || f.Until != day("2019-06-01") || !anak || wni || len(f.Answers) != 2 || f.Numbers["jumlah-pelaku"] != 3 {
		t.Errorf("ReadFacts(%q) = %+v", tests[0].source, f)
	}
}

// FuzzReadFacts reads anything: it never panics, every problem has a line of the file, and what has none can be weighed.
func FuzzReadFacts(f *testing.F) {
	r := rules(f)
	for _, s := range []string{"tanggal: 2019-05-01\nkorban-anak: ya\n", "", "- a", "a: *x\n", "a: !!set\n", "? [a]\n: b\n", "&a tanggal: 2019-05-01\n<<: *a\n",
		"tanggal: |\n  2019-05-01\n", "{tanggal: 2019-05-01, jumlah-pelaku: 3}", "tanggal: 2019-05-01\n---\n...\n", "\"tanggal\": '2019-05-01'", "a: b: c\n", "\ufefftanggal: 2019-05-01"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		facts, problems := r.ReadFacts("f.yaml", source)
		lines := 1 + strings.Count(string(source), "\n") + strings.Count(string(source), "\r")
		for _, p := range problems {
			if p.File != "f.yaml" || p.Line < 1 || p.Line > lines || p.Message == "" {
				t.Errorf("ReadFacts(%q) has the problem %+v, of %d lines", source, p, lines)
			}
		}
		if len(problems) > 0 {
			return
		}
		if facts.Day.IsZero() {
			t.Errorf("ReadFacts(%q) has no problem and no day", source)
		}
		if got := r.Weigh(facts); len(got.Charges) != len(r.Offences) {
			t.Errorf("%q: %d charges for %d offences", source, len(got.Charges), len(r.Offences))
		}
	})
}

// TestAskedBy asks only what can still matter.
func TestAskedBy(t *testing.T) {
	r := rules(t)
	tests := []struct {
		name  string
		facts string
		asked []string
		not   []string
	}{
		{"2016: the law of 2004", "tanggal: 2016-05-01", []string{"tanpa-ktkln", "korban-anak", "tanggal-akhir"}, []string{"tanpa-sip2mi"}},
		{"2019: the law of 2017", "tanggal: 2019-05-01", []string{"tanpa-sip2mi"}, []string{"tanpa-ktkln"}},
		{"an act of both times", "tanggal: 2016-05-01\ntanggal-akhir: 2019-05-01", []string{"tanpa-sip2mi", "tanpa-ktkln"}, nil},
		{"a law that began and ended meanwhile", "tanggal: 2003-05-01\ntanggal-akhir: 2019-05-01", []string{"tanpa-ktkln"}, nil},
		{"an adult: the offences against children drop out", "tanggal: 2019-05-01\nkorban-anak: tidak", []string{"merekrut"}, []string{"menjual-anak"}},
		{"for a note alone", "tanggal: 1990-05-01", []string{"korban-setuju"}, []string{"tujuan-organ"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.AskedBy(readFacts(t, r, tt.facts))
			for _, id := range tt.asked {
				if !got[id] {
					t.Errorf("%s is not asked", id)
				}
			}
			for _, id := range tt.not {
				if got[id] {
					t.Errorf("%s is asked", id)
				}
			}
		})
	}
}

func day(s string) corpus.Date { return corpus.MustParseDate(s) }

// readFacts reads facts that are right.
func readFacts(t testing.TB, r *charge.Rules, source string) charge.Facts {
	t.Helper()
	f, problems := r.ReadFacts("facts", []byte(source))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f.Today = today
	return f
}
