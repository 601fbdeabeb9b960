//go:build unix

package site_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// importedWorks returns the Markdown of at most n works, spread over the folder that SULUH_IMPORTED names (one made by
// `suluh import`), or made up if it names none. SULUH_BENCH_WORKS sets another n.
func importedWorks(b *testing.B, n int) fstest.MapFS {
	b.Helper()
	if asked := os.Getenv("SULUH_BENCH_WORKS"); asked != "" {
		var err error
		if n, err = strconv.Atoi(asked); err != nil || n < 1 {
			b.Fatalf("SULUH_BENCH_WORKS=%q is no number of works", asked)
		}
	}
	dir := os.Getenv("SULUH_IMPORTED")
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
		b.Fatalf("SULUH_IMPORTED=%q: no works (%v)", dir, err)
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
// machine too. Hugo makes one page a file, with a theme of one line. Suluh reads the files,
// finds the citations, makes a page a work and a page an article in every state that each has in time, follows their
// links and writes the index of the browser's search and the manifest. Only the engine of the server's search, which
// an export asks for decisions, is made before.
func BenchmarkExport(b *testing.B) {
	needPrograms(b, "hugo")
	works := importedWorks(b, 300)
	source := hugoSite(b, works)
	for b.Loop() {
		var us, them, ratios, usBytes, themBytes, work []float64
		for range rounds {
			pages, size, took, cpu := exportWorks(b, works)
			hugoPages, hugoSize, hugoTook, hugoCPU := runHugo(b, source)
			if hugoPages < len(works) {
				b.Fatalf("Hugo made %d pages of %d files", hugoPages, len(works))
			}
			us, usBytes = append(us, float64(pages)/took.Seconds()), append(usBytes, float64(size)/1e6/took.Seconds())
			them, themBytes = append(them, float64(hugoPages)/hugoTook.Seconds()), append(themBytes, float64(hugoSize)/1e6/hugoTook.Seconds())
			ratios = append(ratios, us[len(us)-1]/them[len(them)-1])
			work = append(work, float64(pages)/cpu.Seconds()/(float64(hugoPages)/hugoCPU.Seconds()))
			b.Logf("%d files: Suluh %d pages, %.1f MB in %.1f s, %.1f s of processors; Hugo %d pages, %.1f MB in %.1f s, %.1f s of processors", len(works),
				pages, float64(size)/1e6, took.Seconds(), cpu.Seconds(), hugoPages, float64(hugoSize)/1e6, hugoTook.Seconds(), hugoCPU.Seconds())
		}
		b.ReportMetric(median(us), "pages/s")
		b.ReportMetric(median(them), "hugo-pages/s")
		b.ReportMetric(median(ratios), "of-hugo")
		b.ReportMetric(median(work), "of-hugo-by-cpu")
		b.ReportMetric(median(usBytes), "MB/s")
		b.ReportMetric(median(themBytes), "hugo-MB/s")
	}
	b.ReportMetric(0, "ns/op") // of five rounds: nothing to know
}

// exportWorks makes a site of works, and writes it.
func exportWorks(b *testing.B, works fs.FS) (pages int, size int64, took, cpu time.Duration) {
	b.Helper()
	first, problems := corpus.Load(works)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	engine, err := index.NewSegment(b.Context(), first, index.Options{Day: corpus.DateOf(testNow)})
	if err != nil {
		b.Fatal(err)
	}
	defer engine.Close()
	dir, err := os.MkdirTemp(b.TempDir(), "export")
	if err != nil {
		b.Fatal(err)
	}
	defer os.RemoveAll(dir)
	runtime.GC()
	start, before := time.Now(), cpuTime(b)
	l, _ := corpus.Load(works)
	s, err := site.New(site.Config{Library: l, Search: engine, Now: atTestNow})
	if err != nil {
		b.Fatal(err)
	}
	summary, err := s.Export(b.Context(), dir, site.ExportOptions{})
	if err != nil {
		b.Fatal(err)
	}
	return summary.Pages, summary.Bytes, time.Since(start), cpuTime(b) - before
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
func runHugo(b *testing.B, source string) (pages int, size int64, took, cpu time.Duration) {
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
	took, cpu = time.Since(start), c.ProcessState.UserTime()+c.ProcessState.SystemTime()
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(d.Name(), ".html") {
			return err
		}
		info, err := d.Info()
		pages, size = pages+1, size+info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return pages, size, took, cpu
}
