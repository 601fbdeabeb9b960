//go:build unix

package site_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"suluh/corpus"
	"suluh/corpus/corpustest"
	"suluh/index"
	"suluh/site"
)

// importedWorks returns the Markdown of at most n works, spread over the folder that SULUH_NATIONAL names (one made by
// `suluh import`), or made up if it names none. SULUH_BENCH_WORKS sets another n.
func importedWorks(b *testing.B, n int) fstest.MapFS {
	b.Helper()
	if asked := os.Getenv("SULUH_BENCH_WORKS"); asked != "" {
		var err error
		if n, err = strconv.Atoi(asked); err != nil || n < 1 {
			b.Fatalf("SULUH_BENCH_WORKS=%q is no number of works", asked)
		}
	}
	dir := os.Getenv("SULUH_NATIONAL")
	if dir == "" {
		return corpustest.Synthetic(n)
	}
	var names []string
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".md") {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		b.Fatalf("SULUH_NATIONAL=%q: no works (%v)", dir, err)
	}
	slices.Sort(names)
	files := fstest.MapFS{}
	n = min(n, len(names))
	for i := range n {
		name := names[i*len(names)/n]
		text, err := fs.ReadFile(root, name)
		if err != nil {
			b.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// BenchmarkExport writes the pages of the same Markdown files with Suluh and with Hugo, in turns. "of-hugo" is the median
// of the rounds' ratios of pages per second, "of-hugo-by-cpu" of pages per second of processors, which holds on a busy
// machine too. Hugo makes one page a file, with a theme of one line. Suluh makes them in both ways that it has: "articles",
// as works of the collection itself, a page a work and a page an article, in every state that each has in time; and
// "works", as imported works from an index folder, a page a work. Either way it reads the files, finds the citations and
// the defined words, turns and checks the links, and writes the index of the browser's search and the manifest. Only
// what the server searches with is made before: an engine, and the index folder.
func BenchmarkExport(b *testing.B) {
	needPrograms(b, "hugo")
	works := importedWorks(b, 300)
	source := hugoSite(b, works)
	for _, way := range []struct {
		name    string
		prepare func(*testing.B, fs.FS) func() (site.Config, site.ExportOptions)
	}{{"articles", articlesOf}, {"works", shelfOf}} {
		b.Run(way.name, func(b *testing.B) {
			open := way.prepare(b, works)
			for b.Loop() {
				var us, them, ratios, work []float64
				for range rounds {
					ours, theirs := exportWorks(b, open), runHugo(b, source)
					if theirs.pages < len(works) {
						b.Fatalf("Hugo made %d pages of %d files", theirs.pages, len(works))
					}
					us, them = append(us, ours.perSecond(ours.took)), append(them, theirs.perSecond(theirs.took))
					ratios = append(ratios, ours.perSecond(ours.took)/theirs.perSecond(theirs.took))
					work = append(work, ours.perSecond(ours.cpu)/theirs.perSecond(theirs.cpu))
					b.Logf("%d files: Suluh %v; Hugo %v", len(works), ours, theirs)
				}
				b.ReportMetric(median(us), "pages/s")
				b.ReportMetric(median(them), "hugo-pages/s")
				b.ReportMetric(median(ratios), "of-hugo")
				b.ReportMetric(median(work), "of-hugo-by-cpu")
			}
			b.ReportMetric(0, "ns/op") // of five rounds: nothing to know
		})
	}
}

// written tells what a program wrote, and how long that took: by the clock, and all processors together.
type written struct {
	pages     int
	bytes     int64
	took, cpu time.Duration
}

func (w written) perSecond(t time.Duration) float64 { return float64(w.pages) / t.Seconds() }

func (w written) String() string {
	return fmt.Sprintf("%d pages, %.1f MB in %.1f s, %.1f s of processors", w.pages, float64(w.bytes)/1e6, w.took.Seconds(), w.cpu.Seconds())
}

// articlesOf returns how a site opens whose collection are the works.
func articlesOf(b *testing.B, works fs.FS) func() (site.Config, site.ExportOptions) {
	b.Helper()
	l, problems := corpus.Load(works)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	engine, err := index.NewSegment(b.Context(), l, index.Options{Day: corpus.DateOf(testNow)})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { engine.Close() })
	return func() (site.Config, site.ExportOptions) {
		l, _ := corpus.Load(works)
		return site.Config{Library: l, Search: engine}, site.ExportOptions{}
	}
}

// shelfOf returns how a site opens that has the works on a shelf, beside a core of a single one.
func shelfOf(b *testing.B, works fs.FS) func() (site.Config, site.ExportOptions) {
	b.Helper()
	dir := b.TempDir()
	if _, err := index.Build(b.Context(), dir, corpustest.Synthetic(1), works, index.BuildOptions{Day: corpus.DateOf(testNow)}); err != nil {
		b.Fatal(err)
	}
	return func() (site.Config, site.ExportOptions) {
		store, err := index.Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { store.Close() })
		l, _ := corpus.Load(store.Core())
		l.SetShelf(store)
		return site.Config{Library: l, Search: store.Engine(l, index.Options{Day: store.Day})}, site.ExportOptions{Shelf: store}
	}
}

// exportWorks opens a site and writes it, with as much garbage as the program allows itself.
func exportWorks(b *testing.B, open func() (site.Config, site.ExportOptions)) written {
	b.Helper()
	dir, err := os.MkdirTemp(b.TempDir(), "export")
	if err != nil {
		b.Fatal(err)
	}
	defer os.RemoveAll(dir)
	defer debug.SetGCPercent(debug.SetGCPercent(300))
	runtime.GC()
	start, before := time.Now(), cpuTime(b)
	config, o := open()
	config.Now = atTestNow
	s, err := site.New(config)
	if err != nil {
		b.Fatal(err)
	}
	summary, err := s.Export(b.Context(), dir, o)
	if err != nil {
		b.Fatal(err)
	}
	return written{summary.Pages, summary.Bytes, time.Since(start), cpuTime(b) - before}
}

// cpuTime returns how long processors have worked for this process.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// hugoLayout is the whole theme.
const hugoLayout = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>`

// hugoSite writes the source of a site for Hugo that has a page for every work.
func hugoSite(b *testing.B, works fstest.MapFS) string {
	b.Helper()
	dir := b.TempDir()
	files := map[string]string{
		"config.toml":                  "baseURL = \"https://contoh.invalid/\"\ntitle = \"Contoh\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"404\", \"section\", \"home\"]\n",
		"layouts/_default/single.html": hugoLayout,
		"layouts/_default/list.html":   hugoLayout,
	}
	for name, file := range works {
		files["content/"+name] = string(file.Data)
	}
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// runHugo lets Hugo make the site anew.
func runHugo(b *testing.B, source string) written {
	b.Helper()
	dir, err := os.MkdirTemp(b.TempDir(), "hugo")
	if err != nil {
		b.Fatal(err)
	}
	defer os.RemoveAll(dir)
	start := time.Now()
	c := exec.CommandContext(b.Context(), "hugo", "--source", source, "--destination", dir, "--quiet")
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("hugo: %v\n%s", err, out)
	}
	w := written{took: time.Since(start), cpu: c.ProcessState.UserTime() + c.ProcessState.SystemTime()}
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(d.Name(), ".html") {
			return err
		}
		info, err := d.Info()
		if err == nil {
			w.pages, w.bytes = w.pages+1, w.bytes+info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return w
}
