package corpus_test

import (
	"bufio"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
)

// marked is one line of testdata/citations.tsv, marked by hand.
type marked struct {
	line int
	home corpus.Ref
	text string
	want []string
	set  string // "dev", "uji" or "uji2"
}

func readMarked(t *testing.T) []marked {
	t.Helper()
	f, err := os.Open("testdata/citations.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []marked
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		cols := strings.Split(sc.Text(), "\t")
		if len(cols) != 4 {
			t.Fatalf("testdata/citations.tsv:%d: %d columns, want 4", n, len(cols))
		}
		m := marked{line: n, text: cols[1], want: strings.Fields(cols[2]), set: cols[3]}
		if cols[0] != "-" && cols[0] != "putusan" {
			m.home = corpus.ParseRef(cols[0])
		}
		out = append(out, m)
	}
	return out
}

// TestCitationsMeasured holds the finder to the hand-marked set: precision 0.98 and recall 0.95. The grammar was written
// with the lines "dev" in sight. "uji" were only counted, but for one look at the first failures. "uji2" were marked
// afterwards, by someone who had not seen the grammar: at first sight they gave 0.954 and 0.943, and have been looked at
// since.
func TestCitationsMeasured(t *testing.T) {
	library, _ := corpus.Load(corpus.Texts())
	day := corpus.MustParseDate("2015-01-01") // decisions of 2007 to 2019
	scores := map[string]*score{"all": {}, "dev": {}, "uji": {}, "uji2": {}}
	for _, m := range readMarked(t) {
		var got []string
		on := day
		if w := library.Work(m.home.Work); w != nil {
			on = w.Enacted // as the library itself reads a text
		}
		for _, c := range library.FindCitations(m.text, m.home, on) {
			name := c.Target.String()
			if c.Target.Work == "" {
				name = "?" + name
			}
			got = append(got, name)
		}
		s := compare(got, m.want)
		scores["all"].add(s)
		scores[m.set].add(s)
		if m.set != "uji" && (s.missed > 0 || s.wrong > 0) {
			t.Logf("line %d: %s\n\tgot  %v\n\twant %v", m.line, m.text, got, m.want)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(scores)) {
		s := scores[name]
		t.Logf("%-4s %d marks, precision %.3f, recall %.3f", name, s.hit+s.missed, s.precision(), s.recall())
		if s.precision() < 0.98 || s.recall() < 0.95 {
			t.Errorf("%s: precision %.3f recall %.3f, want at least 0.98 and 0.95", name, s.precision(), s.recall())
		}
	}
}

type score struct{ hit, wrong, missed int }

func (s *score) add(o score) { s.hit += o.hit; s.wrong += o.wrong; s.missed += o.missed }

func (s score) precision() float64 { return float64(s.hit) / float64(max(1, s.hit+s.wrong)) }

func (s score) recall() float64 { return float64(s.hit) / float64(max(1, s.hit+s.missed)) }

// compare counts citations as a bag: each mark can be hit once.
func compare(got, want []string) score {
	var s score
	left := slices.Clone(want)
	for _, g := range got {
		if i := slices.Index(left, g); i >= 0 {
			left = slices.Delete(left, i, i+1)
			s.hit++
		} else {
			s.wrong++
		}
	}
	s.missed = len(left)
	return s
}
