package site_test

// The search of the static export, driven in a browser from file://, against the engine and the pages of the server.

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	bleveanalysis "github.com/blevesearch/bleve/v2/analysis"
	"github.com/chromedp/cdproto/emulation"

	"suluh/corpus"
	"suluh/index"
	"suluh/index/indonesian"
)

// stickSearch is the page of a search in the export.
const stickSearch = "/cari.html"

// openSearch opens the empty search of the export, with its scripts and its tables of words loaded.
func openSearch(t *testing.T) *tab {
	t.Helper()
	p := openStick(t)
	p.open(stickSearch)
	p.searched()
	eval[any](p, `(async () => {
		await suluh.search({text: "korban"});
		await suluh.loadScript("rujukan");
		window.language = new suluh.Language(await suluh.load("cari/bahasa"));
	})().then(() => null)`)
	return p
}

// searched waits until the page of a search in the export is made.
func (p *tab) searched() {
	p.t.Helper()
	p.eventually(`document.readyState === "complete" && window.suluh?.shown`)
	eval[bool](p, `suluh.shown.then(() => true)`)
}

// wordsOfCollection returns every word of the collection, of its questions and of the tests of the analysis.
func wordsOfCollection(t *testing.T, l *corpus.Library) []string {
	t.Helper()
	seen := map[string]bool{}
	read := func(text string) {
		for _, token := range indonesian.NewExact().Analyze([]byte(text)) {
			seen[string(token.Term)] = true
		}
	}
	for _, w := range l.Works() {
		read(w.FullName)
		for _, p := range w.Portions() {
			read(p.Plain())
		}
		for _, s := range w.Keywords {
			read(s)
		}
	}
	for _, d := range l.Decisions() {
		read(d.Plain())
	}
	sources, err := filepath.Glob("../index/indonesian/*")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../index/*/*.t[sx][vt]")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(sources, more...) {
		if b, err := os.ReadFile(name); err == nil {
			read(string(b))
		}
	}
	var out []string
	for w := range seen {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// TestBrowserStems compares the stem of every word of the collection, of the roots with affixes put on at random, and of
// the pairs by which the analysis is tested.
func TestBrowserStems(t *testing.T) {
	t.Parallel()
	p := openSearch(t)
	words := wordsOfCollection(t, newTestSite(t).library)
	if len(words) < 8000 {
		t.Fatalf("only %d words to compare", len(words))
	}
	r := rand.New(rand.NewPCG(1, 2))
	prefixes := strings.Fields("me mem men meng menge meny di ke se ter te ber be bel per pe pem pen peng peny pel memper diper")
	suffixes := []string{"", "", "an", "kan", "i", "nya", "lah", "annya", "kannyalah", "2", "pun"}
	for _, root := range slices.Clone(words) {
		for range 2 {
			words = append(words, prefixes[r.IntN(len(prefixes))]+root+suffixes[r.IntN(len(suffixes))])
		}
	}
	words = slices.DeleteFunc(words, func(w string) bool { return strings.Contains(w, "-") })
	got := eval[[]string](p, toJSON(t, words)+".map(w => language.stem(w))")
	wrong := 0
	for i, w := range words {
		if want := indonesian.Stem(w); got[i] != want {
			if wrong++; wrong <= 20 {
				t.Errorf("the stem of %q is %q in the browser, %q in Go", w, got[i], want)
			}
		}
	}
	t.Logf("%d words, %d stems differ", len(words), wrong)
}

// analysed is a word as both analyses see it.
type analysed struct {
	Term     string
	Start    int // in UTF-16
	Position int
}

// hostileTexts are what texts may hold besides words.
var hostileTexts = []string{"", " ", "hak-hak dan/atau 21/2007 ke-1 443/Pid.Sus/2019", "Rp120.000.000,00 Rp5 rp12a RP9", "1.234.567,50 1.23 12.345 1234.567 1.000.",
	"Jum'at Qur’an ‘kutip’ a'1 1'a l'", "lem\u00adbut \u00ad a\u00ad", "28I 76F P3MI 0x1F hak2 orang2 2", "ıİSTANBUL ſ K Σίσυφος ΟΔΟΣ ß ẞ", "é e\u0301 \u0301x ٣٤ Ⅳ ½ 😀 a😀b 𝔘𝔫",
	"dalam negeri dalam luar negeri Dalam NEGERI dalam", "baris\nbaru\ttab\u00a0nbsp\u2003em\ufeffbom", "\ufffd ganti \ufffd", "kata_garis bawah.titik,koma;", "..12.345..678,,9"}

// TestBrowserWords compares the words and stems of every text of the collection, with their places.
func TestBrowserWords(t *testing.T) {
	t.Parallel()
	p := openSearch(t)
	texts := slices.Clone(hostileTexts)
	l := newTestSite(t).library
	for _, w := range l.Works() {
		for _, a := range w.Articles() {
			texts = append(texts, a.Plain())
		}
	}
	for _, d := range l.Decisions() {
		texts = append(texts, d.Plain())
	}
	for _, text := range readQuestions(t) {
		texts = append(texts, text.question)
	}
	for _, kind := range []struct {
		name, script string
		analyze      func(string) []analysed
	}{
		{"words", "suluh.words(t)", func(s string) []analysed { return analysis(indonesian.NewExact(), s) }},
		{"stems", "language.stems(t)", func(s string) []analysed { return analysis(indonesian.New(), s) }},
	} {
		for chunk := range slices.Chunk(texts, 200) {
			got := eval[[][]analysed](p, toJSON(t, chunk)+`.map(t => `+kind.script+`.map(w => ({Term: w.term, Start: w.start, Position: w.position})))`)
			for i, text := range chunk {
				if want := kind.analyze(text); !slices.Equal(got[i], want) {
					t.Errorf("%s of %.80q: got %+v, want %+v", kind.name, text, firstWords(got[i], want), firstWords(want, got[i]))
				}
			}
		}
	}
}

func firstWords(a, b []analysed) []analysed {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return a[i:min(i+3, len(a))]
		}
	}
	return nil
}

// analysis returns the terms of a text, with their places as a browser counts.
func analysis(a bleveanalysis.Analyzer, text string) []analysed {
	out := []analysed{}
	for _, token := range a.Analyze([]byte(text)) {
		out = append(out, analysed{string(token.Term), len(utf16.Encode([]rune(text[:token.Start]))), token.Position})
	}
	return out
}

// asked is a question of the tests of relevance.
type asked struct {
	question, kind string
	day            corpus.Date
}

// readQuestions returns the questions by which the relevance of the engine is measured.
func readQuestions(t *testing.T) []asked {
	t.Helper()
	var out []asked
	for _, name := range []string{"../index/testdata/relevance.tsv", "../index/testdata/relevance-collection.tsv"} {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for sc := bufio.NewScanner(f); sc.Scan(); {
			c := strings.Split(sc.Text(), "\t")
			if strings.HasPrefix(sc.Text(), "#") || len(c) < 5 {
				continue
			}
			q := asked{c[0], c[3], corpus.DateOf(testNow)}
			if len(c) == 6 && c[5] != "" {
				q.day = corpus.MustParseDate(c[5])
			}
			out = append(out, q)
		}
	}
	if len(out) < 300 {
		t.Fatalf("only %d questions", len(out))
	}
	return out
}

// found is an answer as both searches give it.
type found struct {
	Total     int
	Hits      []foundHit
	Counts    map[string][]index.Count
	Corrected string
	Unknown   []string
}

type foundHit struct {
	Ref     string
	Snippet []index.Part
	Source  string
	Score   float64
}

// askEngine asks the engine of the server.
func askEngine(t *testing.T, q index.Query) found {
	t.Helper()
	r, err := newTestSite(t).engine.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	f := found{Total: r.Total, Corrected: r.Corrected, Unknown: r.Unknown, Counts: map[string][]index.Count{}}
	for _, h := range r.Hits {
		f.Hits = append(f.Hits, foundHit{h.Ref.String(), h.Snippet, h.Source, h.Score})
	}
	for facet, counts := range r.Counts {
		if len(counts) > 0 {
			f.Counts[string(facet)] = counts
		}
	}
	return f
}

// askBrowser asks the search of the export.
func (p *tab) askBrowser(q index.Query) found {
	p.t.Helper()
	query := map[string]any{"text": q.Text, "day": q.Day, "page": max(1, q.Page), "perPage": 10}
	if q.Filter != nil {
		query["filter"] = q.Filter
	}
	return eval[found](p, `suluh.search(`+toJSON(p.t, query)+`).then(r => ({
		Total: r.total, Corrected: r.corrected, Unknown: r.unknown,
		Counts: Object.fromEntries(Object.entries(r.counts).filter(([, list]) => list.length).map(([f, list]) => [f, list.map(([Value, N]) => ({Value, N}))])),
		Hits: r.hits.map(h => ({Ref: h.work + (h.fragment && "#" + h.fragment), Source: h.source, Score: h.score,
			Snippet: h.snippet.map(p => ({Text: p.text, Match: p.match}))})),
	}))`)
}

// TestBrowserSearchAgrees asks every question by which relevance is measured, of the engine and of the browser. Totals,
// counts and corrections are equal for all; so are the snippets of what both show. The first five hits must be
// the same for 95 % at least; both rank every document of this collection, so they are for all.
func TestBrowserSearchAgrees(t *testing.T) {
	t.Parallel()
	p := openSearch(t)
	questions := readQuestions(t)
	for _, text := range hostileTexts {
		questions = append(questions, asked{text, "sembarang", corpus.DateOf(testNow)})
	}
	same, sameTen, snippets := 0, 0, 0
	for _, q := range questions {
		query := index.Query{Text: q.question, Day: q.day, PerPage: 10}
		want, got := askEngine(t, query), p.askBrowser(query)
		if got.Total != want.Total || got.Corrected != want.Corrected || !slices.Equal(got.Unknown, want.Unknown) {
			t.Errorf("%q: browser finds %d, corrected %q, unknown %q; engine %d, %q, %q", q.question, got.Total, got.Corrected, got.Unknown, want.Total, want.Corrected, want.Unknown)
		}
		if g, w := toJSON(t, got.Counts), toJSON(t, want.Counts); g != w {
			t.Errorf("%q: counts %s", q.question, textDifference(g, w))
		}
		if slices.Equal(refsOf(got, 5), refsOf(want, 5)) {
			same++
		} else {
			t.Logf("%q: first five %v in the browser, %v in the engine", q.question, refsOf(got, 5), refsOf(want, 5))
		}
		if slices.Equal(refsOf(got, 10), refsOf(want, 10)) {
			sameTen++
		}
		for _, h := range got.Hits {
			i := slices.IndexFunc(want.Hits, func(w foundHit) bool { return w.Ref == h.Ref })
			if i < 0 {
				continue
			}
			snippets++
			if w := want.Hits[i]; h.Source != w.Source || !slices.Equal(h.Snippet, w.Snippet) {
				t.Errorf("%q: snippet of %s: %s", q.question, h.Ref, textDifference(toJSON(t, h.Snippet), toJSON(t, w.Snippet)))
			} else if d := h.Score - w.Score; d > 1e-9 || d < -1e-9 {
				t.Errorf("%q: %s scores %v in the browser, %v in the engine", q.question, h.Ref, h.Score, w.Score)
			}
		}
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(len(questions)) }
	t.Logf("%d questions: same first five %.1f %%, same ten %.1f %%; %d snippets compared", len(questions), share(same), share(sameTen), snippets)
	if share(same) < 95 {
		t.Errorf("the first five hits are the same for %.1f %% of the questions, want 95", share(same))
	}
}

func refsOf(f found, n int) []string {
	var out []string
	for _, h := range f.Hits[:min(n, len(f.Hits))] {
		out = append(out, h.Ref)
	}
	return out
}

// citedRef is a citation as both finders give it.
type citedRef struct {
	Work, Fragment, Label, Why string
	Held                       bool
}

// TestBrowserCitations reads queries that may be citations: those of the tests, those a library can be asked for, and words
// of the grammar in any order.
func TestBrowserCitations(t *testing.T) {
	t.Parallel()
	p := openSearch(t)
	l := newTestSite(t).library
	texts := citationTexts(t, l)
	today := corpus.DateOf(testNow)
	days := []corpus.Date{today, corpus.MustParseDate("2019-05-01"), corpus.MustParseDate("1998-01-01")}
	lookups := 0
	for i, chunk := range slices.Collect(slices.Chunk(texts, 100)) {
		day := days[i%len(days)]
		got := eval[[][]citedRef](p, `Promise.all(`+toJSON(t, chunk)+`.map(async t => (await suluh.lookup(t, `+toJSON(t, day)+`)).map(c =>
			({Work: c.work, Fragment: c.fragment, Held: c.held, Label: c.label, Why: c.why}))))`)
		inText := eval[[][]string](p, `(async () => { const f = await suluh.citations(); return Promise.all(`+toJSON(t, chunk)+`.map(async t => (await f.find(t, `+toJSON(t, day)+`)).map(c =>
			[f.has(c.target), t.slice(c.start, c.end), c.target.work, c.target.fragment].join(" ")))); })()`)
		for j, text := range chunk {
			want := []citedRef{}
			for _, c := range l.Lookup(text, day) {
				r := l.Canonical(c.Target)
				want = append(want, citedRef{Work: r.Work, Fragment: r.Fragment, Held: c.State == corpus.Resolved})
			}
			if len(want) > 0 {
				lookups++
			}
			for k := range got[j] { // the words are compared with the pages
				got[j][k].Label, got[j][k].Why = "", ""
			}
			if !slices.Equal(got[j], want) {
				t.Errorf("lookup of %q on %s: got %+v, want %+v", text, day, got[j], want)
			}
			wantIn := []string{}
			for _, c := range l.FindCitations(text, corpus.Ref{}, day) {
				wantIn = append(wantIn, fmt.Sprintf("%v %s %s %s", c.State == corpus.Resolved, text[c.Start:c.End], c.Target.Work, c.Target.Fragment))
			}
			if !slices.Equal(inText[j], wantIn) {
				t.Errorf("citations in %q: got %q, want %q", text, inText[j], wantIn)
			}
		}
	}
	t.Logf("%d texts, %d of them citations alone", len(texts), lookups)
}

// citationTexts returns texts with citations, and such as may look like them.
func citationTexts(t *testing.T, l *corpus.Library) []string {
	t.Helper()
	texts := slices.Clone(hostileTexts)
	for _, q := range readQuestions(t) {
		texts = append(texts, q.question)
	}
	b, err := os.ReadFile("../corpus/testdata/citations.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if c := strings.Split(line, "\t"); len(c) == 4 {
			texts = append(texts, c[1])
		}
	}
	if b, err = os.ReadFile("../README.md"); err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?i)(?:pasal|q=|search )[^\n|]*`).FindAllString(string(b), -1) {
		texts = append(texts, m)
	}
	for _, w := range l.Works() {
		for _, name := range append([]string{w.Short, w.Number(), w.FullName, w.Title}, w.Aliases...) {
			texts = append(texts, name, "pasal 2 "+name, name+" 2 ayat 1", "penjelasan umum "+name)
		}
		for i, portion := range w.Portions() {
			if i%5 == 0 {
				texts = append(texts, portion.Label()+" "+w.Number())
			}
		}
	}
	for n := range 60 {
		texts = append(texts, fmt.Sprintf("pasal %d", n), fmt.Sprintf("Pasal %d ayat (1)", n), fmt.Sprintf("%d uu tppo", n))
	}
	words := strings.Fields(`Pasal pasal ps . , ; ( ) - – / dan atau jo jo. juncto s/d sampai dengan ayat ayat(1) (2) huruf a b aa angka 1 2 3 12 21 102 2007 2004 39 76 F 76F D II iv ke ke-1
		butir no nomor nomor: No. tahun th. uu UU u.u. undang-undang Undang-Undang RI Republik Indonesia tentang Perlindungan Anak tppo TPPO kuhp KUHP kuhap uud 1945 tki ppmi perppu PP perpres
		Peraturan Daerah Provinsi Nusa Tenggara Timur Kabupaten Mahkamah Agung penjelasan umum tersebut ini dalam dari pada khususnya yaitu : sub maupun serta & hingga pidana korban s . d . lainnya`)
	r := rand.New(rand.NewPCG(7, 7))
	for range 4000 {
		var text []string
		for range 1 + r.IntN(9) {
			text = append(text, words[r.IntN(len(words))])
		}
		texts = append(texts, strings.Join(text, " "))
	}
	return texts
}

// searchQueries are searches that end on a page of hits, or of none.
var searchQueries = []string{
	"", "q=", "q=restitusi+korban", "q=perdaganan+orng", "q=zzzxqv", "q=zzzxqv+korban", "q=%22setiap+orang%22+denda", "q=%22setiap+orang+yang%22", "q=%22yang+dan%22",
	"q=anak&jenis=uu", "q=anak&karya=uu%2F2007%2F21", "q=anak&karya=uu%2F2007%2F21&karya=uu%2F2004%2F39&hal=2", "q=anak&karya=tidak-ada", "q=anak&hal=3", "q=restitusi&hal=2", "q=restitusi&hal=99",
	"q=anak&hal=x", "q=anak&hal=-4", "q=korban&jenis=putusan", "q=korban&jenis=putusan&hasil=trafficking&anak=ya", "q=korban&jenis=putusan&tahun=2016&hal=2",
	"q=pelacuran&tanggal=2019-05-01", "q=penempatan+tki&tanggal=2010-01-01&jenis=uu", "q=ijazah+palsu&tanggal=1990-01-01", "q=perdagangan+orang&tanggal=2026-01-02&hal=2",
	"q=pasal+2", "q=pasal+2+uu+21%2F2007+dan+pasal+3", "q=pasal+2+ayat+1", "q=pasal+9999+uu+tppo", "q=pasal+9999", "q=uu+5+tahun+1999",
	"q=pasal+2+uu+tppo+jo+pasal+5+kuhp&tanggal=2019-05-01", "q=uu+tppo+uu+ppmi", "q=perda+ntt+nomor+3+tahun+1999", "q=penjelasan+pasal+2+uu+tppo+dan+pasal+3",
	"q=pasal+83+uu+35%2F2014+dan+pasal+88&tanggal=2010-01-01", "q=%3Cb%3E%27tebal%27+%26+%22miring%22+100%25+~*", "q=denda+120.000.000%2C00", "q=dalam+negeri", "q=yang+dan+di",
}

// mainOf is the main block of a page, without what the export says of its age and its day.
const mainOf = `(() => {
	const block = document.getElementById("isi").cloneNode(true);
	for (const e of block.querySelectorAll(".told, .asked-day, noscript")) e.remove();
	return block.innerHTML.trim();
})()`

// TestBrowserStickSearchPages compares the page of searches in the export with the server's, byte for byte; the links of
// the server's are turned into those of the export first.
func TestBrowserStickSearchPages(t *testing.T) {
	t.Parallel()
	p, server := openStick(t), openTab(t)
	heard := complaints(p)
	for _, query := range searchQueries {
		server.open("/cari?" + query)
		want := eval[string](server, mainOf)
		p.open(stickSearch + "?" + query)
		p.searched()
		got := eval[string](p, mainOf)
		want = eval[string](p, `(async () => {
			const block = document.createElement("main");
			await suluh.place(block, `+toJSON(t, want)+`);
			return block.innerHTML.trim();
		})()`)
		if got != want {
			t.Errorf("%s: %s", query, textDifference(got, want))
		}
		if g, w := eval[string](p, "document.title"), eval[string](server, "document.title"); g != w {
			t.Errorf("%s: title %q, want %q", query, g, w)
		}
		const box = `document.querySelector("input[name=q]").value`
		if g, w := eval[string](p, box), eval[string](server, box); g != w {
			t.Errorf("%s: the box holds %q, want %q", query, g, w)
		}
	}
	for _, c := range heard() {
		t.Error(c)
	}
}

// TestBrowserStickSearchCitations asks for citations: each goes straight to the file of the page to which the server leads,
// on that day.
func TestBrowserStickSearchCitations(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	p.open(stickSearch)
	p.searched()
	s := newTestSite(t)
	queries := []string{"q=pasal+2+uu+tppo&tanggal=2019-05-01", "q=pasal+83+ayat+1+uu+35%2F2014&tanggal=2010-01-01", "q=pasal+83+ayat+1+uu+35%2F2014", "q=uu+tppo"}
	for _, q := range readQuestions(t) {
		if q.kind == "rujukan" {
			queries = append(queries, "q="+url.QueryEscape(q.question))
		}
	}
	led := 0
	for _, query := range queries {
		w := fetch(s.site, http.MethodGet, "/cari?"+query)
		if w.Code != http.StatusSeeOther {
			continue // a page of several, compared above and by TestBrowserCitations
		}
		led++
		want := eval[string](p, `suluh.address(`+toJSON(t, w.Header().Get("Location"))+`)`)
		p.open(stickSearch + "?" + query)
		p.eventually(`location.pathname.indexOf("/cari.html") < 0 && document.readyState === "complete"`)
		got := "file://" + eval[string](p, `decodeURI(location.pathname + location.search + location.hash)`)
		if want = p.server + "/" + want; got != want {
			t.Errorf("%s leads to %s, want %s", query, got, want)
		}
		p.open(stickSearch)
		p.searched()
	}
	if led < 25 {
		t.Errorf("only %d citations to follow", led)
	}
}

// What a first search may cost: bytes of scripts and data as a web host sends them and as they are on a stick, and the time
// of the answer once the data are there, on a processor four times slower than this one.
const (
	maxSearchGzip  = 100_000
	maxSearchPlain = 300_000
	maxAnswer      = 100 * time.Millisecond
	slowdown       = 4
)

// TestBrowserStickSearchSize weighs what the page of a first search loads, for questions of every kind.
func TestBrowserStickSearchSize(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	var gzipped, plain, files []int
	for i, q := range readQuestions(t) {
		if i%8 != 0 || q.kind == "rujukan" {
			continue
		}
		p.open(stickSearch + "?q=" + url.QueryEscape(q.question))
		p.searched()
		names := eval[[]string](p, `[...document.scripts].map(s => decodeURIComponent(new URL(s.src).pathname))`)
		packed, size := 0, 0
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			size += len(b)
			packed += gzipSize(t, b)
		}
		if packed > maxSearchGzip || size > maxSearchPlain {
			t.Errorf("%q loads %d bytes, %d compressed, in %d files; want at most %d and %d", q.question, size, packed, len(names), maxSearchPlain, maxSearchGzip)
		}
		gzipped, plain, files = append(gzipped, packed), append(plain, size), append(files, len(names))
	}
	t.Logf("%d first searches load (median, most) %s bytes compressed, %s plain, %s files", len(plain), spread(gzipped), spread(plain), spread(files))
}

func gzipSize(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// spread writes the median and the greatest of some numbers.
func spread(ns []int) string {
	slices.Sort(ns)
	return fmt.Sprintf("(%d, %d)", ns[len(ns)/2], ns[len(ns)-1])
}

// TestBrowserStickSearchTime times answers on a slowed processor: everything from the question to the page, but for the
// loading of data, which is done before.
func TestBrowserStickSearchTime(t *testing.T) {
	p := openSearch(t)
	call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slowdown})
	var times []int
	slow := 0
	for i, q := range readQuestions(t) {
		if i%4 != 0 || q.kind == "rujukan" {
			continue
		}
		took := eval[float64](p, `(async () => {
			const query = {text: `+toJSON(t, q.question)+`, perPage: 10};
			await suluh.search(query); // loads the data
			const [root, tables, tree] = await Promise.all(["cari/indeks", "cari/bahasa", "templat-search"].map(suluh.load));
			let least = Infinity;
			for (let i = 0; i < 3; i++) { // the machine may be busy for a moment
				const start = performance.now();
				const result = await new suluh.Searcher(root, new suluh.Language(tables)).search(query);
				const Hits = result.hits.map(h => ({...h.page.line, Where: "", Past: false, Badges: [], Snippet: h.snippet.map(p => ({Text: p.text, Match: p.match}))}));
				document.createElement("div").innerHTML = suluh.render(tree, {Heading: "", Message: "", Corrected: null, Hits, First: 1, Previous: "", Next: "", Filters: []});
				least = Math.min(least, performance.now() - start);
			}
			return least;
		})()`)
		times = append(times, int(took))
		if took > float64(maxAnswer.Milliseconds()) {
			slow++
			t.Logf("%q took %.0f ms", q.question, took)
		}
	}
	t.Logf("%d answers took (median, most) %s ms on a processor slowed %d times", len(times), spread(times), slowdown)
	if slow > len(times)/20 {
		t.Errorf("%d of %d answers took more than %s", slow, len(times), maxAnswer)
	}
}

// TestBrowserStickSearch uses the search as a visitor does, from file://.
func TestBrowserStickSearch(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	useSearch(t, p)
}

// TestBrowserWebSearch uses the search of an export on a web server that knows nothing of Suluh.
func TestBrowserWebSearch(t *testing.T) {
	t.Parallel()
	p := openStick(t)
	server := httptest.NewServer(http.FileServer(http.Dir(strings.TrimPrefix(p.server, "file://"))))
	t.Cleanup(server.Close)
	p.server = server.URL
	useSearch(t, p)
}

func useSearch(t *testing.T, p *tab) {
	t.Helper()
	enter := func(question string) {
		p.open("/index.html")
		p.enter("main input[name=q]", question)
	}

	// By words; the hit leads to its article.
	enter("korban setuju berangkat apakah tetap pidana")
	p.searched()
	p.says(".hit:first-of-type h2", "Pasal 26 UU TPPO (UU 21/2007)")
	p.says(".hit:first-of-type mark", "Persetujuan")
	p.follow(".hit:first-of-type h2 a")
	p.at("/uu/2007/21/pasal/26.html")
	p.says("h1", "Pasal 26")

	// By citation.
	enter("pasal 2 uu 21 2007")
	p.eventually(`location.pathname.endsWith("/uu/2007/21/pasal/2.html")`)
	p.says(".status", "Dicabut sejak 2 Januari 2026.")

	// With slips of the keyboard.
	enter("perdaganan orng")
	p.searched()
	p.says(".corrected", "perdagangan orang")
	p.follow(".corrected a")
	p.searched()
	if p.count(".corrected") > 0 {
		t.Error("the corrected question is corrected again")
	}

	// Filters leave as many hits as they promise, and go off again.
	total := func() int { p.t.Helper(); return eval[int](p, "parseInt(document.querySelector('h1').innerText)") }
	all := total()
	promised := eval[int](p, `parseInt(document.querySelectorAll(".filter a[href*='karya=']")[0].querySelector(".n").innerText)`)
	p.follow(".filter a[href*='karya=']")
	p.searched()
	if got := total(); got != promised || got >= all {
		t.Errorf("a filter that promises %d of %d leaves %d", promised, all, got)
	}
	p.follow(".filter a[aria-current]")
	p.searched()
	if got := total(); got != all {
		t.Errorf("without the filter %d hits, want %d", got, all)
	}

	// Pages.
	p.follow("a[rel=next]")
	p.searched()
	if got := eval[int](p, `document.querySelector("ol.hits").start`); got != 11 {
		t.Errorf("the second page begins with hit %d, want 11", got)
	}

	// Nothing found, with a way on.
	enter("zzzxqv")
	p.searched()
	p.says(".nothing", "zzzxqv")
	p.follow(".nothing a")
	p.searched()
	if p.count(".hit") == 0 {
		t.Error("the way on from an empty result finds nothing either")
	}
}
