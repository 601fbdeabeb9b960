package index_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
)

// nationalQuestions are about statutes that are only imported. Half of them ("dev3") were in sight while the weight of the
// core against the imported works was set, the other half ("uji3") were only counted.
const nationalQuestions = "testdata/relevance-national.tsv"

// formerDay is a day on which UU 39/2004 was law. Questions that ask for it alone are asked for this day: today others
// stand in its place.
var formerDay = corpus.MustParseDate("2015-06-01")

// TestRelevanceNational asks every judged question over the core and thousands of imported works, which must not drown the
// core nor be drowned by it. It takes minutes, and the folder of imported works.
func TestRelevanceNational(t *testing.T) {
	if os.Getenv(nationalFolder) == "" {
		t.Skipf("%s is unset: the folder of imported works is not here", nationalFolder)
	}
	folder, _ := nationalDir(t, 0)
	us := openOurs(t, folder)
	plain := newPlain(t, library(t), false, os.DirFS(folder))
	for _, file := range slices.Sorted(maps.Keys(nationalRecall)) {
		ours, theirs, core := tally{}, tally{}, tally{}
		for _, j := range readNational(t, file) {
			got := ask(t, us.engine, us.library, j)
			rank := firstOf(got, j.want)
			ours.add(j, rank)
			theirs.add(j, firstOf(plain(j.question), j.want))
			core.add(j, firstOf(onlyCore(t, us.engine, j), j.want))
			if rank != 1 && strings.HasPrefix(j.set, "dev") {
				t.Logf("line %d, rank %d: %s\n\twant %v\n\tgot  %v", j.line, rank, j.question, j.want, got[:min(5, len(got))])
			}
		}
		t.Logf("%-14s %4s   %-22s %-22s %s", file[len("testdata/"):], "n", "ours", "bleve", "ours, filtered by the core   (recall@1, recall@5, MRR)")
		for _, key := range slices.Sorted(maps.Keys(ours)) {
			t.Logf("%-14s %4d   %v    %v    %v", key, ours[key].n, ours[key], theirs[key], core[key])
		}
		if five := ours["all"].at(5); five < nationalRecall[file] {
			t.Errorf("%s: recall@5 %.3f, want at least %.2f", file, five, nationalRecall[file])
		}
	}
}

// nationalRecall is the recall@5 that each file of questions must keep over the national set.
var nationalRecall = map[string]float64{statuteQuestions: 0.90, collectionQuestions: 0.90, nationalQuestions: 0.80}

// readNational reads questions for the national set: those that ask for a law of former days alone are asked for such a day.
func readNational(t testing.TB, file string) []judged {
	t.Helper()
	out := readJudged(t, file)
	for i, j := range out {
		former := func(id string) bool { return strings.HasPrefix(id, "uu/2004/39#") }
		if j.day == day && !slices.ContainsFunc(j.want, func(id string) bool { return !former(id) }) {
			out[i].day = formerDay
		}
	}
	return out
}

// onlyCore answers a question from the core alone.
func onlyCore(t testing.TB, e index.Engine, j judged) []string {
	t.Helper()
	var out []string
	filter := index.Filter{index.FacetCollection: {index.CoreCollection}}
	for _, h := range search(t, e, index.Query{Text: j.question, Day: j.day, Filter: filter, PerPage: 10}).Hits {
		out = append(out, h.Ref.String())
	}
	return out
}

// TestRelevanceAmongImported asks the questions about the whole collection over the core and made-up works, which are
// noise: it may cost next to nothing.
func TestRelevanceAmongImported(t *testing.T) {
	o := amongImported(t)
	ours := tally{}
	for _, j := range readNational(t, collectionQuestions) {
		ours.add(j, firstOf(ask(t, o.engine, o.library, j), j.want))
	}
	if c := ours["all"]; c.at(1) < 0.73 || c.at(5) < 0.90 {
		t.Errorf("recall@1 %.3f recall@5 %.3f, want at least 0.73 and 0.90", c.at(1), c.at(5))
	}
}

// TestCoreKeepsItsOrder demands that a search of the core alone finds the same in the same order, however many works are
// imported. Questions with a word that the core does not know are left out, for imported works may know it, and citations.
func TestCoreKeepsItsOrder(t *testing.T) {
	o := amongImported(t)
	alone, err := index.NewSegment(t.Context(), o.library, index.Options{Day: day})
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for _, file := range []string{statuteQuestions, collectionQuestions} {
		for _, j := range readJudged(t, file) {
			want := search(t, alone, index.Query{Text: j.question, Day: j.day, PerPage: 10})
			if want.Corrected != "" || len(want.Unknown) > 0 || len(o.library.Lookup(j.question, j.day)) > 0 {
				continue
			}
			same++
			filter := index.Filter{index.FacetCollection: {index.CoreCollection}}
			got := search(t, o.engine, index.Query{Text: j.question, Day: j.day, Filter: filter, PerPage: 10})
			if got.Total != want.Total || !slices.Equal(refs(got), refs(want)) {
				t.Errorf("%q among imported works finds %d, %v\nwithout them %d, %v", j.question, got.Total, refs(got), want.Total, refs(want))
			}
		}
	}
	if same < 200 {
		t.Errorf("only %d questions have words that the core knows, want 200", same)
	}
}

// amongImported opens an index of the core with made-up works.
func amongImported(t *testing.T) opened {
	t.Helper()
	dir := t.TempDir()
	buildIndex(t, dir, corpus.Texts(), corpustest.Synthetic(200))
	return openIndex(t, dir)
}

// TestImportedOrder asks for a word that stands in the same words in several works: the core comes first, then statutes
// before regulations and newer works before older ones, then a work that has a newer one of the same title, and last one
// that another says to be revoked.
func TestImportedOrder(t *testing.T) {
	works := fstest.MapFS{}
	add := func(id, title, more string) {
		works[id+".md"] = &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: " + title + "\nshort: Contoh\nextent: full\nsource: s\nimported: skor 100 dari 100\n---\n\n" +
			"# Naskah contoh\n\n### Pasal 1\n\nKolam hijau.\n" + more)}
	}
	add("uu/1990/1", "Contoh satu", "")
	add("uu/2010/2", "Contoh dua", "")
	add("pp/2010/3", "Contoh tiga", "")
	add("uu/2011/4", "Contoh empat", "")
	add("uu/1995/5", "Contoh empat", "")
	add("uu/2012/6", "Contoh enam", "\n### Pasal 2\n\nUndang-Undang Nomor 2 Tahun 2010 tentang Contoh dua dicabut dan dinyatakan tidak berlaku.\n")
	dir := t.TempDir()
	buildIndex(t, dir, smallCore, works)
	o := openIndex(t, dir)
	if got := refs(search(t, o.engine, index.Query{Text: "kolam"})); len(got) != 8 || got[0] != "uu/2007/21#pasal-2" {
		t.Errorf("search finds %v, want 8 articles, first that of the core", got)
	}
	want := []string{"uu/2012/6#pasal-1", "uu/2011/4#pasal-1", "uu/1990/1#pasal-1", "pp/2010/3#pasal-1", "uu/1995/5#pasal-1", "uu/2010/2#pasal-1"}
	only := index.Filter{index.FacetCollection: {index.ImportedCollection}}
	if got := refs(search(t, o.engine, index.Query{Text: "kolam", Filter: only})); !slices.Equal(got, want) {
		t.Errorf("search of imported works finds %v,\nwant %v", got, want)
	}
}
