package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"suluh/corpus"
)

// ExportOptions tell what an export is like; the zero value exports everything for a stick.
type ExportOptions struct {
	BaseURL  string                          // where the copy will be on the web, for canonical links and the sitemap
	Shelf    ShelfIndex                      // the search of the imported works; without it they are left out
	Only     []string                        // works, decisions or kinds ("uu/2007/21", "putusan"); everything if empty
	Progress func(step string, done, of int) // called after every page, from one goroutine at a time
}

// Summary tells what an export holds.
type Summary struct {
	Day    corpus.Date // the day the copy speaks of
	Pages  int         // files that are pages
	Shelf  int         // pages of imported works
	States int         // those of them that show another day than the present
	Files  int
	Bytes  int64
	Links  int      // of all pages
	Left   int      // those to pages that Only leaves out
	Broken []string // those to pages or places that the server does not have either, each as "file: link"
	Digest string   // SHA-256 of the manifest
}

// Shard is data for the browser: data/NAME.js in the export.
type Shard struct {
	Name string
	Data any // becomes JSON
}

// exportPage is a page of the server that an export holds.
type exportPage struct {
	address string
	states  []corpus.Date // the first day of each state, oldest first
	absent  bool          // the server has no such page
	shelf   bool          // of an imported work; it is only in its present state
}

// export is one export under way.
type export struct {
	site       *Site
	options    ExportOptions
	dir        string
	base       string // of the copy on the web, with a slash at the end; "" if not known
	shellQuery string
	contents   map[string]bool
	pages      map[string]*exportPage
	absent     map[string]bool // addresses to which links lead, but which the server does not have
	days       changeDays
	noscript   noscript
	standingOf map[string][]corpus.Date // see standingDays
	drafts     *drafts

	mu      sync.Mutex
	written []fileEntry
	anchors map[string]map[string]bool // of every page file
	wanted  map[[2]string]string       // file and fragment, with a file that links there
	summary Summary
	step    string // under way
	done    int    // pages of the step
}

// exportPages are where an export begins; all else is found by following links.
var exportStart = []string{"/", "/cari", "/banding", "/linimasa", "/koleksi",
	outreachAddress + "/lembar", outreachAddress + "/salindia", outreachAddress + "/rencana", outreachAddress + "/kuis"}

// Export writes the site into an empty folder as plain files, which work without a server. Every page is the server's
// page, links apart: see the package comment for the names of the files.
func (s *Site) Export(ctx context.Context, dir string, o ExportOptions) (Summary, error) {
	e := &export{site: s, options: o, dir: dir, pages: map[string]*exportPage{}, absent: map[string]bool{}, anchors: map[string]map[string]bool{}, wanted: map[[2]string]string{}, standingOf: map[string][]corpus.Date{}, drafts: newDrafts()}
	e.summary.Day = s.today()
	e.days = s.changeDays()
	steps := []func(context.Context) error{e.prepare, e.prepareNoscript, e.findPages, e.datesOfDownloads, e.writePages, e.checkAnchors, e.writeMissing, e.writeStatic, e.writeShards, e.writeWeb, e.writeManifest}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return Summary{}, err
		}
	}
	return e.summary, nil
}

// prepare checks the options and names the copy.
func (e *export) prepare(context.Context) error {
	e.contents = e.site.contents()
	if err := e.checkOnly(); err != nil {
		return err
	}
	var err error
	if e.base, err = baseURL(e.options.BaseURL); err != nil {
		return err
	}
	scripts, err := offlineScripts()
	if err != nil {
		return err
	}
	h := sha256.New()
	fmt.Fprintln(h, e.site.library.Version(), e.site.today())
	for _, f := range scripts {
		fmt.Fprintln(h, f.name, len(f.data))
		h.Write(f.data)
	}
	q := url.Values{"v": {hex.EncodeToString(h.Sum(nil)[:4])}, "hari": {e.site.today().String()}}
	if i := slices.IndexFunc(e.days.all, e.site.today().Before); i >= 0 {
		q.Set("berubah", e.days.all[i].String())
	}
	e.shellQuery = q.Encode()
	return nil
}

// page asks the site for a page, as a browser would, but always for a new one.
func (e *export) page(ctx context.Context, address string, day corpus.Date) ([]byte, error) {
	if !day.IsZero() {
		address += "?tanggal=" + day.String()
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", address, err)
	}
	a := answerOf(e.site.routed, r)
	switch a.code {
	case http.StatusOK:
	case http.StatusNotFound:
		return nil, errNotFound
	default:
		return nil, fmt.Errorf("page %s answers %d", address, a.code)
	}
	return a.body.Bytes(), nil
}

// findPages follows links from the start until no new page comes up, and finds the states of each.
func (e *export) findPages(ctx context.Context) error {
	frontier := slices.Clone(exportStart)
	if e.site.hasChargeGuide() {
		frontier = append(frontier, chargeAddress)
	}
	e.addShelfPages()
	for id := range e.contents {
		if e.wants(id) && !e.shelved(id) {
			frontier = append(frontier, "/"+id)
		}
	}
	slices.Sort(frontier)
	for len(frontier) > 0 {
		for _, address := range frontier {
			e.pages[address] = &exportPage{address: address}
		}
		found := make([][]string, len(frontier))
		err := e.each(ctx, len(frontier), func(i int) error {
			var err error
			found[i], err = e.readPage(ctx, e.pages[frontier[i]])
			e.tell("Membaca halaman", len(e.pages))
			return err
		})
		if err != nil {
			return err
		}
		for _, address := range frontier {
			if e.pages[address].absent {
				delete(e.pages, address)
				e.absent[address] = true
			}
		}
		frontier = e.unknown(slices.Concat(found...))
	}
	return nil
}

// unknown returns the pages among links that the export does not hold yet.
func (e *export) unknown(links []string) []string {
	var out []string
	for _, l := range links {
		u, err := url.Parse(l)
		if err != nil || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "/static/") {
			continue
		}
		address, _ := e.placeOf(u)
		if e.pages[address] == nil && !e.absent[address] && !e.left(address) {
			out = append(out, address)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// each calls f for 0 to n-1, several at a time, and returns the first failure.
func (e *export) each(ctx context.Context, n int, f func(int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				if err := f(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	wg.Wait()
	return context.Cause(ctx)
}

// writePages writes every page in each of its states.
func (e *export) writePages(ctx context.Context) error {
	var files []exportFile
	for _, p := range e.pages {
		files = append(files, exportFile{p, corpus.Date{}, fileOf(p.address, corpus.Date{})})
		for _, day := range p.states {
			files = append(files, exportFile{p, day, fileOf(p.address, day)})
		}
	}
	slices.SortFunc(files, func(a, b exportFile) int { return strings.Compare(a.name, b.name) })
	err := e.each(ctx, len(files), func(i int) error {
		if err := e.writePage(ctx, files[i]); err != nil {
			return err
		}
		e.tell("Menulis halaman", len(files))
		return nil
	})
	for _, f := range files {
		if isDownload(f.page.address) {
			continue
		}
		if e.summary.Pages++; !f.state.IsZero() {
			e.summary.States++
		}
	}
	return err
}

// writePage writes a page with its links turned into those of the export.
func (e *export) writePage(ctx context.Context, f exportFile) error {
	b, ok := e.drafts.take(f.page.address, f.state)
	if !ok {
		var err error
		if b, err = e.page(ctx, f.page.address, f.state); err != nil {
			return err
		}
	}
	if isDownload(f.page.address) {
		return e.write(f.name, b)
	}
	var wanted [][2]string
	links, left := 0, 0
	link := func(attribute, href string) (string, error) {
		to, file, fragment, err := e.link(f, attribute, href)
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.name, err)
		}
		links++
		switch {
		case file == missingFile && fragment != "":
			e.broken(f.name + ": " + fragment)
		case file == missingFile:
			left++
		case fragment != "":
			wanted = append(wanted, [2]string{file, fragment})
		}
		return to, nil
	}
	b, err := rewriteLinks(b, link)
	if err != nil {
		return err
	}
	if b, err = e.addNoscript(b, f, link); err != nil {
		return err
	}
	e.mu.Lock()
	e.anchors[f.name] = readPageFacts(b).ids
	for _, w := range wanted {
		if from, ok := e.wanted[w]; !ok || f.name < from {
			e.wanted[w] = f.name
		}
	}
	e.summary.Links += links
	e.summary.Left += left
	e.mu.Unlock()
	return e.write(f.name, e.addCanonical(b, f.page.address))
}

// checkAnchors finds the links to places that their pages do not have.
func (e *export) checkAnchors(context.Context) error {
	for w, from := range e.wanted {
		if !e.anchors[w[0]][w[1]] {
			e.broken(from + ": " + w[0] + "#" + w[1])
		}
	}
	slices.Sort(e.summary.Broken)
	return nil
}

func (e *export) broken(link string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.summary.Broken = append(e.summary.Broken, link)
}

// tell reports that one more page of a step is done.
func (e *export) tell(step string, of int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if step != e.step {
		e.step, e.done = step, 0
	}
	if e.done++; e.options.Progress != nil {
		e.options.Progress(step, e.done, of)
	}
}

// write writes a file of the export and enters it in the manifest.
func (e *export) write(name string, b []byte) error {
	full := filepath.Join(e.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(full, b, 0o644); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.written = append(e.written, fileEntry{Name: name, Size: int64(len(b)), SHA256: digest(b), Shelf: e.ofShelf(name)})
	return nil
}
