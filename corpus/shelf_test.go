package corpus_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"suluh/corpus"
)

// testShelf is a shelf of works that are written in the test. It counts how often each is read.
type testShelf struct {
	sources map[string]string
	broken  []string // works whose text is gone
	mu      sync.Mutex
	reads   map[string]int
}

func newTestShelf(sources map[string]string, broken ...string) *testShelf {
	return &testShelf{sources: sources, broken: broken, reads: map[string]int{}}
}

func (s *testShelf) Entries() []corpus.Entry {
	var out []corpus.Entry
	for _, id := range slices.Sorted(maps.Keys(s.sources)) {
		w, _ := corpus.ParseWork(id, []byte(s.sources[id]))
		out = append(out, w.Entry())
	}
	return out
}

func (s *testShelf) Source(id string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reads[id]++
	if slices.Contains(s.broken, id) {
		return nil, errors.New("the text is gone")
	}
	return []byte(s.sources[id]), nil
}

func (s *testShelf) readsOf(id string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.reads[id]
}

// shelfWork writes a work of the shelf.
func shelfWork(id, body string) string {
	return fmt.Sprintf("---\nid: %s\ntitle: Jalan Desa\nshort: %s\nenacted: 1999-05-03\nin_force: 1999-06-01\nsource: Impor otomatis.\nimported: skor 97 dari 100\n---\n\n# %[2]s tentang Jalan Desa\n\n%s",
		id, corpus.NumberedName(id), body)
}

var shelfWorks = map[string]string{
	"uu/1999/7": shelfWork("uu/1999/7", "### Pasal 1\n\nLihat Pasal 2 ayat (1), Pasal 2 ayat (9), dan Pasal 8. Lihat pula Pasal 3 Undang-Undang Nomor 5 Tahun 2010.\n\n### Pasal 2\n\n(1) Jalan desa.\n\n### Pasal 3\n\nJembatan.\n"),
	"uu/1999/8": shelfWork("uu/1999/8", "### Pasal 1\n\nSumur.\n"),
	"uu/2010/5": shelfWork("uu/2010/5", "### Pasal 1\n\nTertimbun oleh karya inti.\n"),
}

// coreWork cites, rewrites, extends and partly repeals a work of the shelf.
const coreWork = `---
id: uu/2010/5
title: Jalan Kota
short: UU Jalan
enacted: 2010-03-01
in_force: 2010-03-01
source: Ditulis untuk pengujian.
captions:
  pasal-i.angka-2: Titian
relations:
  - {type: amends, by: pasal-i.angka-1, target: uu/1999/7#pasal-3, from: 2010-03-01}
  - {type: amends, by: pasal-i.angka-2, target: uu/1999/7, from: 2010-03-01}
  - {type: repeals, by: pasal-ii, target: uu/1999/7#pasal-2, from: 2010-03-01}
---

# Undang-Undang Republik Indonesia Nomor 5 Tahun 2010 tentang Jalan Kota

### Pasal I

1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:

> Pasal 3
> Jembatan besi.

2. Di antara Pasal 3 dan Pasal 4 disisipkan satu pasal, yakni Pasal 3A yang berbunyi sebagai berikut:

> Pasal 3A
> Titian bambu.

### Pasal II

Pasal 2 ayat (1) Undang-Undang Nomor 7 Tahun 1999 dicabut; lihat Pasal 9 Undang-Undang Nomor 7 Tahun 1999 dan Undang-Undang Nomor 8 Tahun 1999.
`

func shelvedLibrary(t *testing.T, s corpus.Shelf) *corpus.Library {
	t.Helper()
	l, problems := corpus.Load(fstest.MapFS{"uu/2010/5.md": {Data: []byte(coreWork)}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	l.SetShelf(s)
	return l
}

func TestShelf(t *testing.T) {
	l := shelvedLibrary(t, newTestShelf(shelfWorks))
	if got := len(l.Works()); got != 1 {
		t.Errorf("the library's own works are %d, want 1", got)
	}
	var ids []string
	for _, e := range l.Shelf() {
		ids = append(ids, e.ID)
	}
	if want := []string{"uu/1999/7", "uu/1999/8"}; !slices.Equal(ids, want) {
		t.Errorf("Shelf() = %v, want %v", ids, want)
	}
	if w := l.Work("uu/2010/5"); w == nil || w.Imported != "" {
		t.Error("a work of the shelf has taken the place of the library's own")
	}
	if e, ok := l.Entry("uu/1999/7"); !ok || e.Name() != "UU 7/1999" || e.Kind() != "uu" || e.Year() != 1999 {
		t.Errorf("Entry = %+v, %v", e, ok)
	}
	if w := l.Work("uu/1999/9"); w != nil {
		t.Errorf("Work of an unknown id = %s, want none", w.ID)
	}
	w := l.Work("uu/1999/7")
	if w == nil || w.ImportMark().Kind != "imported" {
		t.Fatalf("Work = %v, want one that is marked as imported", w)
	}
	p := l.Portion(corpus.ParseRef("uu/1999/7#pasal-2.ayat-1"))
	if p == nil || p.Plain() != "Jalan desa." || p.Work != w {
		t.Errorf("Portion = %v, want ayat (1) of the work that was read", p)
	}
	var cited []string
	for _, c := range l.Portion(corpus.ParseRef("uu/1999/7#pasal-1")).Body[0].Text.Citations {
		cited = append(cited, fmt.Sprint(c.Target, " ", c.State == corpus.Resolved))
	}
	// Of itself a work knows what it has. Pasal 3 of the other law is shown with the law that it belongs to.
	want := []string{"uu/1999/7#pasal-2.ayat-1 true", "uu/1999/7#pasal-2.ayat-9 false", "uu/1999/7#pasal-8 false", "uu/2010/5#pasal-3 true"}
	if !slices.Equal(cited, want) {
		t.Errorf("citations in the work are %q, want %q", cited, want)
	}
}

// TestShelfChanged reads articles of the shelf that a work of the library rewrites, inserts or repeals.
func TestShelfChanged(t *testing.T) {
	l := shelvedLibrary(t, newTestShelf(shelfWorks))
	ref := func(fragment string) corpus.Ref { return corpus.Ref{Work: "uu/1999/7", Fragment: fragment} }
	for _, tt := range []struct{ article, day, want string }{
		{"pasal-3", "2010-02-28", "Jembatan."}, {"pasal-3", "2010-03-01", "Jembatan besi."}, {"pasal-3a", "2010-03-01", "Titian bambu."},
	} {
		v, ok := l.VersionOn(ref(tt.article), corpus.MustParseDate(tt.day))
		if !ok || v.Text.Plain() != tt.want {
			t.Errorf("VersionOn(%s, %s) = %v, %v, want %q", tt.article, tt.day, v.Text, ok, tt.want)
		}
	}
	if got := fmt.Sprint(l.ArticlesOf(l.Work("uu/1999/7"))); got != "[uu/1999/7#pasal-1 uu/1999/7#pasal-2 uu/1999/7#pasal-3 uu/1999/7#pasal-3a]" {
		t.Errorf("ArticlesOf = %s", got)
	}
	cited := l.CitedBy(ref("pasal-2"))
	if len(cited) != 1 || cited[0].From.Ref().String() != "uu/2010/5#pasal-ii" {
		t.Errorf("CitedBy = %v, want the article of the library's own work", cited)
	}
}

// TestShelfCitedByDecision follows a citation in a digest to the shelf.
func TestShelfCitedByDecision(t *testing.T) {
	folder := fstest.MapFS{}
	for file, text := range decisionFolder("menurut Pasal 2 UU 21/2007.", "menurut Pasal 2 UU 21/2007. Terbukti pula menurut Pasal 1 UU 8/1999.") {
		folder[file] = &fstest.MapFile{Data: []byte(text)}
	}
	l, problems := corpus.Load(folder)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	leads := func() bool {
		html, err := l.Decisions()[0].HTML(func(r corpus.Ref) string { return "to:" + r.String() })
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(html, "to:uu/1999/8#pasal-1")
	}
	if leads() {
		t.Error("without a shelf the digest leads to a work of it")
	}
	s := newTestShelf(shelfWorks)
	l.SetShelf(s)
	if !leads() || len(s.reads) > 0 {
		t.Errorf("the digest leads to the shelf: %v, want true; works read: %v, want none", leads(), s.reads)
	}
}

// TestShelfUnread asks what a library must be able to tell without reading any work of the shelf.
func TestShelfUnread(t *testing.T) {
	s := newTestShelf(shelfWorks)
	l := shelvedLibrary(t, s)
	day := corpus.MustParseDate("2020-01-01")
	ref := corpus.ParseRef
	standing := func(r string, day corpus.Date) string {
		st := l.Standing(ref(r), day)
		return fmt.Sprint(st.Status, " ", st.Since)
	}
	states := func(text string) string {
		var out []string
		for _, c := range l.FindCitations(text, corpus.Ref{}, day) {
			out = append(out, fmt.Sprint(c.Target, " ", c.State))
		}
		return strings.Join(out, ", ")
	}
	looked := func(query string) string {
		var out []string
		for _, c := range l.Lookup(query, day) {
			out = append(out, fmt.Sprint(c.Target, " ", c.State))
		}
		return strings.Join(out, ", ")
	}
	period, _ := l.Period(ref("uu/1999/7#pasal-2"))
	for _, tt := range []struct{ name, got, want string }{
		{"standing of a work", standing("uu/1999/8", day), fmt.Sprint(corpus.InForce, " 1999-06-01")},
		{"standing before it was law", standing("uu/1999/8", corpus.MustParseDate("1999-05-31")), fmt.Sprint(corpus.NotYetInForce, " 1999-06-01")},
		{"standing of a repealed article", standing("uu/1999/7#pasal-2", day), fmt.Sprint(corpus.Revoked, " 2010-03-01")},
		{"standing of an inserted article", standing("uu/1999/7#pasal-3a", day), fmt.Sprint(corpus.InForce, " 2010-03-01")},
		{"standing of a work that lost a part", fmt.Sprint(l.Standing(ref("uu/1999/7"), day).Status), fmt.Sprint(corpus.PartlyRevoked)},
		{"last day", period.Until.String(), "2010-02-28"},
		{"canonical", l.Canonical(ref("uu/2010/5#pasal-3")).String(), "uu/1999/7#pasal-3"},
		{"caption", l.Caption(ref("uu/1999/7#pasal-1")), ""},
		{"caption of an inserted article", l.Caption(ref("uu/1999/7#pasal-3a")), "Titian"},
		{"citations", states("Pasal 2 ayat (9) UU 7/1999 jo. Pasal 8 UU 7/1999, Pasal 3A UU 7/1999"),
			fmt.Sprint("uu/1999/7#pasal-2.ayat-9 ", corpus.Resolved, ", uu/1999/7#pasal-8 ", corpus.NotHeld, ", uu/1999/7#pasal-3a ", corpus.Resolved)},
		{"lookup", looked("pasal 1 uu 8/1999"), fmt.Sprint("uu/1999/8#pasal-1 ", corpus.Resolved)},
		{"lookup of an alias", looked("uu jalan"), fmt.Sprint("uu/2010/5 ", corpus.Resolved)},
		{"lookup without a law", looked("pasal 1"), fmt.Sprint("#pasal-1 ", corpus.LawNotNamed)},
		{"holds", fmt.Sprint(l.Holds(ref("uu/1999/8")), l.Holds(ref("uu/1999/8#pasal-2")), l.Holds(ref("uu/1999/9"))), "true false false"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	var open []string
	for _, c := range l.Unresolved() {
		if c.Target.Work == "uu/1999/7" || c.Target.Work == "uu/1999/8" {
			open = append(open, c.Target.String())
		}
	}
	if want := []string{"uu/1999/7#pasal-4", "uu/1999/7#pasal-9"}; !slices.Equal(open, want) {
		t.Errorf("citations that lead to no work of the shelf are %q, want %q", open, want)
	}
	if len(s.reads) > 0 {
		t.Errorf("works were read: %v", s.reads)
	}
}

// TestShelfBroken asks again and again for works that cannot be read.
func TestShelfBroken(t *testing.T) {
	s := newTestShelf(map[string]string{
		"uu/1999/7": shelfWorks["uu/1999/7"],
		"uu/1999/8": shelfWorks["uu/1999/8"],
	}, "uu/1999/8")
	l := shelvedLibrary(t, s)
	s.sources["uu/1999/7"] = shelfWorks["uu/2010/5"]
	for range 3 {
		for _, id := range []string{"uu/1999/7", "uu/1999/8"} {
			if w := l.Work(id); w != nil {
				t.Errorf("Work(%s) = %s, want none", id, w.ID)
			}
			if _, ok := l.VersionOn(corpus.Ref{Work: id, Fragment: "pasal-1"}, corpus.Date{}); ok {
				t.Errorf("%s has an article, want none", id)
			}
		}
	}
	if s.reads["uu/1999/7"] != 1 {
		t.Errorf("a broken source was read %d times, want once", s.reads["uu/1999/7"])
	}
	if s.reads["uu/1999/8"] < 2 {
		t.Error("a source that could not be had was not asked for again")
	}
	s.broken = nil
	if l.Work("uu/1999/8") == nil {
		t.Error("a source that can be had again is not read")
	}
}

// TestShelfForgets reads more than a library keeps, and some of it at the same time.
func TestShelfForgets(t *testing.T) {
	const large = 6 << 20
	sources := map[string]string{}
	for i := 1; i <= 4; i++ {
		id := fmt.Sprint("pp/1999/", i)
		sources[id] = shelfWork(id, "### Pasal 1\n\nBunyi.\n") + strings.Repeat(" ", large)
	}
	s := newTestShelf(sources)
	l := shelvedLibrary(t, s)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() { l.Work("pp/1999/1") })
	}
	all.Wait()
	for _, id := range []string{"pp/1999/2", "pp/1999/1", "pp/1999/3", "pp/1999/1", "pp/1999/4", "pp/1999/1", "pp/1999/2"} {
		if l.Work(id) == nil {
			t.Fatalf("Work(%s) = none", id)
		}
	}
	if want := map[string]int{"pp/1999/1": 1, "pp/1999/2": 2, "pp/1999/3": 1, "pp/1999/4": 1}; !maps.Equal(s.reads, want) {
		t.Errorf("reads are %v, want %v", s.reads, want)
	}
}
