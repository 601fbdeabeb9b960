package index_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
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
	defer us.close()
	plain := newPlain(t, library(t), false, os.DirFS(folder))
	for _, file := range []string{statuteQuestions, collectionQuestions, nationalQuestions} {
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
		if five := ours["all"].at(5); five < nationalRecall {
			t.Errorf("%s: recall@5 %.3f, want at least %.2f", file, five, nationalRecall)
		}
	}
}

// nationalRecall is the recall@5 that every file of questions must keep over the national set.
const nationalRecall = 0.90

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
