package index_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"suluh/corpus"
	"suluh/index"
)

// rounds is how often rivals are measured in turn, unless that takes too long; the figures are the medians.
const rounds = 5

// builders are the ways to make an index in a folder from what there is at a path: all but the last read a file of
// articles. Reading alone is taken off the memory of the others.
var builders = map[string]func(ctx context.Context, from, dir string) error{
	"suluh":   ofArticles(index.BuildArticles),
	"bleve":   ofArticles(buildBleve),
	"FTS5":    ofArticles(buildFTS5),
	"reading": ofArticles(readOnly),
	"suluh index": func(ctx context.Context, from, dir string) error {
		_, err := index.Build(ctx, dir, corpus.Texts(), os.DirFS(from), index.BuildOptions{Day: day})
		return err
	},
}

func ofArticles(build func(context.Context, iter.Seq2[index.Article, error], string) error) func(ctx context.Context, from, dir string) error {
	return func(ctx context.Context, from, dir string) error { return build(ctx, readArticles(from), dir) }
}

func readOnly(_ context.Context, articles iter.Seq2[index.Article, error], _ string) error {
	for _, err := range articles {
		if err != nil {
			return err
		}
	}
	return nil
}

// engines are the rivals, and the command, in the order in which the table of builds shows them.
var engines = []string{"suluh", "bleve", "FTS5", "suluh index"}

// BenchmarkNationalBuild indexes the imported articles with every engine in turn, each in a process of its own, from
// words that are parsed already: analysis, positions and stored text are within the clock, Markdown is not. "sample" is
// one article in eight; "all" is every article, once. "suluh index" is the command: it reads and parses the Markdown, and
// packs it as well.
func BenchmarkNationalBuild(b *testing.B) {
	folder, real := nationalDir(b, 400)
	sets := []struct {
		name        string
		nth, rounds int
	}{{"sample", 8, rounds}, {"all", 1, 1}}
	if !real {
		sets = sets[1:]
	}
	for _, set := range sets {
		b.Run(set.name, func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "articles")
			n, size, err := writeArticles(corpus.NewLibrary(nil), os.DirFS(folder), file, set.nth)
			if err != nil {
				b.Fatal(err)
			}
			from := map[string]string{"reading": file, "suluh": file, "bleve": file, "FTS5": file}
			if set.nth == 1 {
				from["suluh index"] = folder
			}
			for b.Loop() {
				reportBuilds(b, from, set.rounds, n, float64(size))
			}
			b.ReportMetric(0, "ns/op") // all engines together: says nothing
			b.ReportMetric(float64(n), "articles")
		})
	}
}

// reportBuilds makes every build in turn and prints what each costs.
func reportBuilds(b *testing.B, from map[string]string, rounds, articles int, text float64) {
	costs := map[string][]cost{}
	dir := filepath.Join(b.TempDir(), "index")
	for range rounds {
		for _, name := range slices.Sorted(maps.Keys(from)) {
			costs[name] = append(costs[name], build{name, from[name], dir}.run(b))
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
	of := func(name string, value func(cost) float64) float64 {
		var all []float64
		for _, t := range costs[name] {
			all = append(all, value(t))
		}
		return median(all)
	}
	peak := func(t cost) float64 { return t.Peak }
	b.Logf("%d articles, %.1f MB of words; medians of %d paired rounds", articles, text/1e6, rounds)
	b.Logf("%-11s %10s %9s %9s %9s %9s %9s   %s", "engine", "articles/s", "seconds", "CPU s", "size MB", "size/text", "memory MB", "speed against bleve [range], FTS5 [range]")
	for _, name := range engines {
		if costs[name] == nil {
			continue
		}
		seconds := of(name, func(t cost) float64 { return t.Seconds })
		size := of(name, func(t cost) float64 { return t.Size })
		memory := of(name, peak) - of("reading", peak)
		b.Logf("%-11s %10.0f %9.2f %9.2f %9.1f %9.2f %9.0f   %s, %s", name, float64(articles)/seconds, seconds, of(name, func(t cost) float64 { return t.CPU }),
			size/1e6, size/text, memory/1e6, faster(costs[name], costs["bleve"]), faster(costs[name], costs["FTS5"]))
		unit := strings.ReplaceAll(name, " ", "-")
		b.ReportMetric(float64(articles)/seconds, unit+"-articles/s")
		b.ReportMetric(size/text, unit+"-size/text")
		b.ReportMetric(memory/1e6, unit+"-MB")
	}
}

// faster tells how many times faster builds were than others, round by round.
func faster(ours, theirs []cost) string {
	var ratios []float64
	for i := range ours {
		ratios = append(ratios, theirs[i].Seconds/ours[i].Seconds)
	}
	return fmt.Sprintf("%.2f [%.2f-%.2f]", median(ratios), slices.Min(ratios), slices.Max(ratios))
}

// readSpeedQuestions reads the questions. What the citations among them name is read from the library.
func readSpeedQuestions(tb testing.TB, l *corpus.Library) []speedQuestion {
	tb.Helper()
	var out []speedQuestion
	for _, line := range readLines(tb, "testdata/questions-speed.tsv") {
		kind, text, found := strings.Cut(line, "\t")
		if !found {
			tb.Fatalf("no tab in %q", line)
		}
		q := speedQuestion{kind: kind, text: text}
		if kind == citedKind {
			cited := l.Lookup(text, day)
			if len(cited) == 0 {
				tb.Fatalf("%q is read as no citation", text)
			}
			q.cited = l.Canonical(cited[0].Target).Article()
		}
		out = append(out, q)
	}
	return out
}

// ours is our engine as the site asks it: a citation is looked up, everything else is searched.
type ours struct{ opened }

func (o ours) search(ctx context.Context, q speedQuestion) (answer, error) {
	text := q.text
	switch q.kind {
	case phraseKind:
		text = `"` + text + `"`
	case citedKind:
		if cited := o.library.Lookup(text, day); len(cited) > 0 {
			return answer{total: 1, hits: []string{cited[0].Target.String()}}, nil
		}
	}
	r, err := o.engine.Search(ctx, index.Query{Text: text, Day: day, PerPage: perPage})
	if err != nil {
		return answer{}, err
	}
	out := answer{total: r.Total, works: len(r.Counts[index.FacetWork])}
	for _, h := range r.Hits {
		out.hits = append(out.hits, h.Ref.String())
		for _, p := range h.Snippet {
			out.excerpts += len(p.Text)
		}
	}
	return out, nil
}

func (o ours) close() error { return nil } // [openIndex] sees to it

// BenchmarkNationalSearch has every engine answer the questions that prosecutors type, in turn: the first ten articles,
// excerpts, and all hits counted by work. A citation is a look-up for each.
func BenchmarkNationalSearch(b *testing.B) {
	folder, _ := nationalDir(b, 400)
	rivals, library := openAll(b, folder)
	questions := readSpeedQuestions(b, library)
	for b.Loop() {
		var times []map[string][]time.Duration // by round, by engine: of each question
		for range rounds {
			times = append(times, askInTurn(b, rivals, questions))
		}
		reportTimes(b, questions, times)
		reportThroughput(b, rivals, questions)
	}
	b.ReportMetric(0, "ns/op") // all engines together: says nothing
	b.ReportMetric(float64(len(questions)), "questions")
}

// askInTurn puts every question to each engine.
func askInTurn(b *testing.B, rivals map[string]searcher, questions []speedQuestion) map[string][]time.Duration {
	b.Helper()
	took := map[string][]time.Duration{}
	for _, q := range questions {
		for _, name := range searchers {
			start := time.Now()
			a, err := rivals[name].search(b.Context(), q)
			took[name] = append(took[name], time.Since(start))
			if err != nil {
				b.Fatalf("%s: %q: %v", name, q.text, err)
			}
			if len(a.hits) > 0 && a.excerpts == 0 && q.kind != citedKind {
				b.Fatalf("%s: %q: %d hits without an excerpt", name, q.text, len(a.hits))
			}
		}
	}
	return took
}

// kindRows are the lines of the table of times: their name, and the kinds of question they sum up.
var kindRows = []struct {
	name  string
	kinds []string
}{
	{"one word", []string{"satu"}}, {"common words", []string{"umum"}}, {"several words", []string{"beberapa"}},
	{"any-word", []string{"satu", "umum", "beberapa"}}, {"phrase", []string{phraseKind}}, {"citation", []string{citedKind}},
}

// reportTimes prints the times by kind of question, and reports those for which there are goals.
func reportTimes(b *testing.B, questions []speedQuestion, times []map[string][]time.Duration) {
	b.Logf("%-18s %24s %19s %19s   suluh/FTS5", fmt.Sprintf("ms, %d rounds", rounds), "suluh p50       p99", "FTS5 p50       p99", "bleve p50       p99")
	for _, row := range kindRows {
		quantiles := func(name string, share float64) []float64 { // one a round
			var out []float64
			for _, round := range times {
				var some []time.Duration
				for i, q := range questions {
					if slices.Contains(row.kinds, q.kind) {
						some = append(some, round[name][i])
					}
				}
				slices.Sort(some)
				out = append(out, quantile(some, share).Seconds()*1000)
			}
			return out
		}
		line := fmt.Sprintf("%-24s", row.name)
		for _, name := range searchers {
			line += fmt.Sprintf(" %9.3f %9.3f", median(quantiles(name, 0.5)), median(quantiles(name, 0.99)))
		}
		for _, share := range []float64{0.5, 0.99} {
			r := ratio(quantiles("suluh", share), quantiles("FTS5", share))
			line += fmt.Sprintf(" %6.2f", r)
			if len(row.kinds) > 1 || row.name == "phrase" || row.name == "citation" {
				b.ReportMetric(median(quantiles("suluh", share)), fmt.Sprintf("%s-p%.0f-ms", row.name, 100*share))
				b.ReportMetric(r, fmt.Sprintf("%s-p%.0f/FTS5", row.name, 100*share))
			}
		}
		b.Log(line)
	}
}

// threads is how many ask at once when questions per second are counted.
const threads = 2

// reportThroughput counts the questions that engines answer in a second when two ask at once.
func reportThroughput(b *testing.B, rivals map[string]searcher, questions []speedQuestion) {
	line := fmt.Sprintf("questions/s, %d at once:", threads)
	for _, name := range searchers {
		perSecond := float64(threads*len(questions)) / askAtOnce(b, rivals[name], questions).Seconds()
		line += fmt.Sprintf("  %s %.0f", name, perSecond)
		b.ReportMetric(perSecond, name+"-questions/s")
	}
	b.Log(line)
}

// askAtOnce has every thread ask all questions, each from another place on.
func askAtOnce(b *testing.B, s searcher, questions []speedQuestion) time.Duration {
	start := time.Now()
	var group sync.WaitGroup
	errs := make([]error, threads)
	for n := range threads {
		group.Go(func() {
			from := n * len(questions) / threads
			for _, q := range slices.Concat(questions[from:], questions[:from]) {
				if _, err := s.search(b.Context(), q); err != nil {
					errs[n] = fmt.Errorf("%q: %w", q.text, err)
					return
				}
			}
		})
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// ratio returns the median over rounds of what a is of b.
func ratio(a, b []float64) float64 {
	var out []float64
	for i := range a {
		out = append(out, a[i]/b[i])
	}
	return median(out)
}

// searchers are the engines in the order in which they are asked.
var searchers = []string{"suluh", "FTS5", "bleve"}

// openAll indexes the core and the works with every engine and opens the indexes.
func openAll(b *testing.B, folder string) (map[string]searcher, *corpus.Library) {
	b.Helper()
	us := openOurs(b, folder)
	file := filepath.Join(b.TempDir(), "articles")
	if _, _, err := writeArticles(us.library, os.DirFS(folder), file, 1); err != nil {
		b.Fatal(err)
	}
	rivals := map[string]searcher{"suluh": us}
	for name, open := range map[string]func(string) (searcher, error){"bleve": openBleve, "FTS5": openFTS5} {
		dir := filepath.Join(b.TempDir(), name)
		build{name, file, dir}.run(b)
		r, err := open(dir)
		if err != nil {
			b.Fatal(err)
		}
		rivals[name] = r
	}
	b.Cleanup(func() {
		for name, r := range rivals {
			if err := r.close(); err != nil {
				b.Errorf("close %s: %v", name, err)
			}
		}
	})
	return rivals, us.library
}

// openOurs builds the index of the core and the works, and opens it as the server does.
func openOurs(tb testing.TB, folder string) ours {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "index")
	build{"suluh index", folder, dir}.run(tb)
	return ours{openIndex(tb, dir)}
}
