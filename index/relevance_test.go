package index_test

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"suluh/corpus"
	"suluh/index"
)

// The questions were written by people who had not seen the engine or its search words. The first file is about two
// statutes: two fifths of it ("dev") were in sight while the ranking was made, the rest ("uji") were only counted. The
// second file is about the whole collection; some of its questions are asked for a day in the past.
const (
	statuteQuestions    = "testdata/relevance.tsv"
	collectionQuestions = "testdata/relevance-collection.tsv"
)

type judged struct {
	line     int
	question string
	want     []string
	kind     string
	set      string
	day      corpus.Date
}

func readJudged(t testing.TB, file string) []judged {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []judged
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 5 && len(c) != 6 {
			t.Fatalf("%s:%d: %d columns, want 5 or 6", file, n, len(c))
		}
		j := judged{n, c[0], strings.Fields(c[1]), c[3], c[4], day}
		if len(c) == 6 && c[5] != "" {
			j.day = corpus.MustParseDate(c[5])
		}
		out = append(out, j)
	}
	return out
}

// library returns the works with the ids, or the whole collection.
func library(t testing.TB, ids ...string) *corpus.Library {
	t.Helper()
	all, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(ids) == 0 {
		return all
	}
	var works []*corpus.Work
	for _, id := range ids {
		works = append(works, all.Work(id))
	}
	return corpus.NewLibrary(works)
}

var day = corpus.MustParseDate("2026-11-24")

// TestRelevance counts how often the article a lawyer wants comes first, among the first five, and how early it comes
// on average (mean reciprocal rank), and falls when ours falls below the mark. Plain bleve stands beside it, once over
// the law alone and once with our editorial titles and search words, so that it shows what those do and what the rest does.
func TestRelevance(t *testing.T) {
	measure(t, library(t, "uu/2007/21", "uu/2004/39"), statuteQuestions, map[string][2]float64{
		"uji": {0.85, 0.97}, "dev": {0.85, 0.97}, "kind rujukan": {1, 1}})
}

// TestRelevanceCollection does the same over every work, with what is law on the day of the question before what is not.
func TestRelevanceCollection(t *testing.T) {
	measure(t, library(t), collectionQuestions, map[string][2]float64{"uji2": {0.74, 0.90}, "kind rujukan": {1, 1}, "kind frasa": {1, 1}})
}

// measure asks every question of a file and compares the counts with the floors, which are recall@1 and recall@5.
func measure(t *testing.T, l *corpus.Library, file string, floors map[string][2]float64) {
	t.Helper()
	engine, err := index.NewBleve(t.Context(), l, index.Options{Day: day})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	plain, helped := newPlain(t, l, false, nil), newPlain(t, l, true, nil)
	ours, theirs, helpedTally := tally{}, tally{}, tally{}
	for _, j := range readJudged(t, file) {
		got := ask(t, engine, l, j)
		rank := firstOf(got, j.want)
		ours.add(j, rank)
		theirs.add(j, firstOf(plain(j.question), j.want))
		helpedTally.add(j, firstOf(helped(j.question), j.want))
		if rank != 1 && strings.HasPrefix(j.set, "dev") {
			t.Logf("line %d, rank %d: %s\n\twant %v\n\tgot  %v", j.line, rank, j.question, j.want, got[:min(5, len(got))])
		}
	}
	t.Logf("%-14s %4s   %-22s %-22s %s", "questions", "n", "ours", "bleve", "bleve with our words   (recall@1, recall@5, MRR)")
	for _, key := range slices.Sorted(maps.Keys(ours)) {
		t.Logf("%-14s %4d   %v    %v    %v", key, ours[key].n, ours[key], theirs[key], helpedTally[key])
	}
	for key, floor := range floors {
		if c := ours[key]; c.at(1) < floor[0] || c.at(5) < floor[1] {
			t.Errorf("%s: recall@1 %.3f recall@5 %.3f, want at least %.2f and %.2f", key, c.at(1), c.at(5), floor[0], floor[1])
		}
	}
}

// ask answers a question as the site does: a citation goes straight to its article.
func ask(t testing.TB, e index.Engine, l *corpus.Library, j judged) []string {
	t.Helper()
	var out []string
	if cited := l.Lookup(j.question, j.day); len(cited) > 0 {
		for _, c := range cited {
			out = append(out, l.Canonical(c.Target).Article().String())
		}
		return out
	}
	r, err := e.Search(context.Background(), index.Query{Text: j.question, Day: j.day, PerPage: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range r.Hits {
		out = append(out, h.Ref.String())
	}
	return out
}

// newPlain returns bleve as it comes: default mapping, standard analyzer, a match query over all fields. It searches the
// works of a library and those of a folder that the library does not have; more may be nil.
func newPlain(t testing.TB, l *corpus.Library, ourWords bool, more fs.FS) func(string) []string {
	t.Helper()
	plain, err := bleve.New(filepath.Join(t.TempDir(), "plain"), bleve.NewIndexMapping())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { plain.Close() })
	batch := plain.NewBatch()
	write := func() {
		if err := plain.Batch(batch); err != nil {
			t.Fatal(err)
		}
		batch = plain.NewBatch()
	}
	add := func(w *corpus.Work) {
		for _, a := range w.Articles() {
			elucidation := ""
			if e := a.Elucidation(); e != nil {
				elucidation = e.Plain()
			}
			doc := map[string]string{"text": a.Plain(), "elucidation": elucidation, "title": w.Title + " " + a.Label()}
			if ourWords {
				doc["caption"], doc["keywords"] = a.Caption(), w.Keywords[a.Fragment]
			}
			if err := batch.Index(a.Ref().String(), doc); err != nil {
				t.Fatal(err)
			}
		}
		if batch.Size() >= bleveBatch {
			write()
		}
	}
	for _, w := range l.Works() {
		add(w)
	}
	if more != nil {
		if err := eachWork(more, func(w *corpus.Work) {
			if !isCore(l, w) {
				add(w)
			}
		}); err != nil {
			t.Fatal(err)
		}
	}
	write()
	return func(question string) []string {
		res, err := plain.Search(bleve.NewSearchRequestOptions(bleve.NewMatchQuery(question), 10, 0, false))
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, h := range res.Hits {
			out = append(out, h.ID)
		}
		return out
	}
}

// firstOf returns the place of the first wanted article, from 1; 0 if none is there.
func firstOf(got, want []string) int {
	for i, g := range got {
		if slices.Contains(want, g) {
			return i + 1
		}
	}
	return 0
}

// tally counts ranks by set and by kind of question.
type tally map[string]*counted

type counted struct {
	n, first, five int
	reciprocal     float64
}

func (t tally) add(j judged, rank int) {
	for _, key := range []string{"all", j.set, "kind " + j.kind} {
		c := t[key]
		if c == nil {
			c = &counted{}
			t[key] = c
		}
		c.n++
		if rank == 1 {
			c.first++
		}
		if rank >= 1 && rank <= 5 {
			c.five++
		}
		if rank > 0 {
			c.reciprocal += 1 / float64(rank)
		}
	}
}

func (c *counted) String() string {
	return fmt.Sprintf("%.3f %.3f %.3f", c.at(1), c.at(5), c.mrr())
}

func (c *counted) at(n int) float64 {
	if n == 1 {
		return float64(c.first) / float64(c.n)
	}
	return float64(c.five) / float64(c.n)
}

func (c *counted) mrr() float64 { return c.reciprocal / float64(c.n) }
