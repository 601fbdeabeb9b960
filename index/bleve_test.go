package index_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"suluh/corpus"
	"suluh/index"
)

// embedded is an engine over the whole collection, built once for all tests that only read it.
var embedded = sync.OnceValues(func() (built, error) {
	l, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		return built{}, problems
	}
	e, err := newTwin(context.Background(), l)
	return built{l, e}, err
})

// twin asks both engines everything, and answers what both do.
type twin struct {
	library        *corpus.Library
	bleve, segment index.Engine
}

func newTwin(ctx context.Context, l *corpus.Library) (index.Engine, error) {
	t := &twin{library: l}
	var err error
	if t.bleve, err = index.NewBleve(ctx, l, index.Options{Day: day}); err != nil {
		return nil, err
	}
	t.segment, err = index.NewSegment(ctx, l, index.Options{Day: day})
	return t, err
}

func (t *twin) Close() error { return errors.Join(t.bleve.Close(), t.segment.Close()) }

func (t *twin) Search(ctx context.Context, q index.Query) (index.Result, error) {
	one, err := t.bleve.Search(ctx, q)
	if err != nil {
		return one, err
	}
	other, err := t.segment.Search(ctx, q)
	if err != nil {
		return one, err
	}
	if t.onlyCites(q.Text) {
		return one, nil // the segment answers with what is cited and leaves out the rest; see TestSegmentCitations
	}
	if a, b := fmt.Sprint(one), fmt.Sprint(other); a != b {
		return one, fmt.Errorf("the engines differ on %+v:\nbleve   %.600s\nsegment %.600s", q, a, b)
	}
	return one, nil
}

// onlyCites reports whether a question is nothing but citations.
func (t *twin) onlyCites(text string) bool {
	return slices.ContainsFunc(t.library.Lookup(text, day), func(c *corpus.Citation) bool { return c.State == corpus.Resolved })
}

type built struct {
	library *corpus.Library
	engine  index.Engine
}

func collection(t testing.TB) built {
	t.Helper()
	b, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// newEngine indexes works given as bodies by id. Words made up for a test stand in no synonym and have no stem but themselves.
func newEngine(t testing.TB, bodies map[string]string) index.Engine {
	t.Helper()
	var works []*corpus.Work
	for id, body := range bodies {
		meta := fmt.Sprintf("---\nid: %s\ntitle: Uji\nshort: Uji\nenacted: 2007-04-19\nin_force: 2007-04-19\nsource: s\n---\n\n# Peraturan Uji\n\n", id)
		w, problems := corpus.ParseWork(id+".md", []byte(meta+body))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		works = append(works, w)
	}
	e, err := newTwin(t.Context(), corpus.NewLibrary(works))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

func search(t testing.TB, e index.Engine, q index.Query) index.Result {
	t.Helper()
	r, err := e.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return r
}

func refs(r index.Result) []string {
	out := []string{}
	for _, h := range r.Hits {
		out = append(out, h.Ref.String())
	}
	return out
}

func articles(texts ...string) string {
	var b strings.Builder
	for i, text := range texts {
		fmt.Fprintf(&b, "### Pasal %d\n\n%s\n\n", i+1, text)
	}
	return b.String()
}

func TestSearchPhrases(t *testing.T) {
	e := newEngine(t, map[string]string{"uu/2001/1": articles(
		"Zorba di atas kolam merah.",                     // 1
		"Kolam merah di atas zorba.",                     // 2
		"Zorba tidur.\n\n#### Penjelasan\n\nKolam biru.", // 3: a wording and its elucidation are two texts
		"Zorba, di bawah kolam.",                         // 4
		"Denda 15.000.000 zorba.",                        // 5
	)})
	tests := []struct {
		name, query string
		want        []string // numbers of the articles, in any order
	}{
		{"in order", `"zorba di atas"`, []string{"1"}},
		{"other order", `"di atas zorba"`, []string{"2"}},
		{"stop words count", `"zorba di bawah"`, []string{"4"}},
		{"a word left out", `"zorba atas"`, nil},
		{"a word changed in form", `"zorba tiduran"`, nil},
		{"capitals and signs aside", `"ZORBA di bawah KOLAM"`, []string{"4"}},
		{"curly quotes", "“zorba di atas”", []string{"1"}},
		{"low quotes", "„zorba di atas“", []string{"1"}},
		{"two phrases both stand", `"di atas" "kolam merah"`, []string{"1", "2"}},
		{"two phrases, one stands nowhere", `"di atas" "kolam hijau"`, nil},
		{"words beside a phrase only rank", `merah "di bawah"`, []string{"4"}},
		{"in the elucidation", `"kolam biru"`, []string{"3"}},
		{"not from the wording into the elucidation", `"tidur kolam"`, nil},
		{"number with groups", `"denda 15000000"`, []string{"5"}},
		{"unclosed quote is none", `"zorba atas`, []string{"1", "2", "3", "4", "5"}},
		{"second quote unclosed", `"zorba di atas" "kolam`, []string{"1"}},
		{"empty quote is none", `"" biru`, []string{"3"}},
		{"quote around signs is none", `"..." biru`, []string{"3"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, ref := range refs(search(t, e, index.Query{Text: tt.query})) {
				got = append(got, strings.TrimPrefix(ref, "uu/2001/1#pasal-"))
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("Search(%q) = articles %v, want %v", tt.query, got, tt.want)
			}
		})
	}
}

// TestSearchFilters asks on a library of which the counts are known: gandum stands in 3 articles of one statute, 2 of
// another and 1 of a regulation; jagung stands in one of each.
func TestSearchFilters(t *testing.T) {
	e := newEngine(t, map[string]string{
		"uu/2001/1": articles("Gandum jagung.", "Gandum.", "Gandum.", "Zorba."),
		"uu/2001/2": articles("Gandum jagung.", "Gandum.", "Zorba."),
		"pp/2002/3": articles("Gandum jagung.", "Zorba."),
	})
	works, kinds := map[string]int{"uu/2001/1": 3, "uu/2001/2": 2, "pp/2002/3": 1}, map[string]int{"uu": 5, "pp": 1}
	tests := []struct {
		name         string
		works, kinds []string
		total        int
		wantWorks    map[string]int // what each choice would leave, this filter aside
		wantKinds    map[string]int
	}{
		{"none", nil, nil, 6, works, kinds},
		{"one work", []string{"uu/2001/1"}, nil, 3, works, map[string]int{"uu": 3}},
		{"two works", []string{"uu/2001/1", "pp/2002/3"}, nil, 4, works, map[string]int{"uu": 3, "pp": 1}},
		{"one kind", nil, []string{"uu"}, 5, map[string]int{"uu/2001/1": 3, "uu/2001/2": 2}, kinds},
		{"work and kind", []string{"uu/2001/2"}, []string{"uu"}, 2, map[string]int{"uu/2001/1": 3, "uu/2001/2": 2}, map[string]int{"uu": 2}},
		{"work of another kind", []string{"pp/2002/3"}, []string{"uu"}, 0, map[string]int{"uu/2001/1": 3, "uu/2001/2": 2}, map[string]int{"pp": 1}},
		{"unknown work", []string{"uu/1900/1"}, nil, 0, works, map[string]int{}},
		{"not a work at all", []string{"uu/2001/*", "<script>", ""}, nil, 0, works, map[string]int{}},
		{"part of an id", []string{"uu/2001"}, nil, 0, works, map[string]int{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := search(t, e, index.Query{Text: "gandum", Filter: index.Filter{index.FacetWork: tt.works, index.FacetKind: tt.kinds}})
			if r.Total != tt.total || len(r.Hits) != tt.total {
				t.Errorf("total %d with %d hits, want %d", r.Total, len(r.Hits), tt.total)
			}
			if got := countMap(r.Counts[index.FacetWork]); !maps.Equal(got, tt.wantWorks) {
				t.Errorf("works %v, want %v", got, tt.wantWorks)
			}
			if got := countMap(r.Counts[index.FacetKind]); !maps.Equal(got, tt.wantKinds) {
				t.Errorf("kinds %v, want %v", got, tt.wantKinds)
			}
			for _, h := range r.Hits {
				kind, _, _ := strings.Cut(h.Ref.Work, "/")
				if len(tt.works) > 0 && !slices.Contains(tt.works, h.Ref.Work) || len(tt.kinds) > 0 && !slices.Contains(tt.kinds, kind) {
					t.Errorf("hit %s passed the filter", h.Ref)
				}
			}
		})
	}
	t.Run("each choice leaves what it promises", func(t *testing.T) {
		for _, c := range search(t, e, index.Query{Text: "gandum jagung"}).Counts[index.FacetWork] {
			if r := search(t, e, index.Query{Text: "gandum jagung", Filter: index.Filter{index.FacetWork: {c.Value}}}); r.Total != c.N {
				t.Errorf("%s promised %d, left %d", c.Value, c.N, r.Total)
			}
		}
	})
}

func countMap(cs []index.Count) map[string]int {
	out := map[string]int{}
	for _, c := range cs {
		out[c.Value] = c.N
	}
	return out
}

// TestSearchPaging reads every page of questions with more hits than the engine ranks at once.
func TestSearchPaging(t *testing.T) {
	e := collection(t).engine
	for _, question := range []string{"pidana", "setiap orang", "anak korban", "undang-undang"} {
		total := search(t, e, index.Query{Text: question}).Total
		if total <= 200 {
			t.Fatalf("%q has %d hits; this test needs a question with more", question, total)
		}
		for _, per := range []int{10, 7, index.MaxPerPage} {
			seen := map[string]int{}
			for page := 1; page <= (total+per-1)/per; page++ {
				r := search(t, e, index.Query{Text: question, Page: page, PerPage: per})
				if want := min(per, total-(page-1)*per); r.Total != total || len(r.Hits) != want {
					t.Errorf("%q page %d of %d: %d hits of %d, want %d of %d", question, page, per, len(r.Hits), r.Total, want, total)
				}
				for _, ref := range refs(r) {
					if first, twice := seen[ref]; twice {
						t.Errorf("%q by %d: %s on pages %d and %d", question, per, ref, first, page)
					}
					seen[ref] = page
				}
			}
			if len(seen) != total {
				t.Errorf("%q by %d: %d different articles, want %d", question, per, len(seen), total)
			}
		}
	}
}

func TestSearchPageBounds(t *testing.T) {
	e := collection(t).engine
	ask := func(page, per int) index.Result {
		return search(t, e, index.Query{Text: "pidana", Page: page, PerPage: per})
	}
	first := ask(1, 10)
	tests := []struct {
		name      string
		page, per int
		hits      int
		first     string
	}{
		{"zero values", 0, 0, 10, refs(first)[0]},
		{"negative page", -3, 10, 10, refs(first)[0]},
		{"negative size", 1, -5, 10, refs(first)[0]},
		{"one a page", 2, 1, 1, refs(first)[1]},
		{"too many a page", 1, 1 << 40, index.MaxPerPage, refs(first)[0]},
		{"beyond the last page", 100, 10, 0, ""},
		{"beyond any page", 1 << 40, 1 << 40, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := ask(tt.page, tt.per)
			if r.Total != first.Total || len(r.Hits) != tt.hits {
				t.Fatalf("page %d of %d: %d hits of %d, want %d of %d", tt.page, tt.per, len(r.Hits), r.Total, tt.hits, first.Total)
			}
			if tt.first != "" && refs(r)[0] != tt.first {
				t.Errorf("page %d of %d begins with %s, want %s", tt.page, tt.per, refs(r)[0], tt.first)
			}
		})
	}
}

// TestSearchLimits checks that what lies past a limit is left out, and what lies before it is not.
func TestSearchLimits(t *testing.T) {
	e := newEngine(t, map[string]string{"uu/2001/1": articles("Zorba kolam.", "Kolam tikar.")})
	one, two := "uu/2001/1#pasal-1", "uu/2001/1#pasal-2"
	pad := strings.Repeat(".", index.MaxQueryLength-len("zorba"))
	tests := []struct {
		name, query string
		want        []string
	}{
		{"word at the last place", pad + "zorba", []string{one}},
		{"word past the end", pad + "......zorba", []string{}},
		{"a sign of three bytes counts once", strings.Repeat("–", index.MaxQueryLength-5) + "zorba", []string{one}},
		// Of three words and more, two must be in an article.
		{"last term", strings.Repeat("7 ", index.MaxTerms-3) + "zorba kolam tikar", []string{one, two}},
		{"one term too many", strings.Repeat("7 ", index.MaxTerms-2) + "zorba kolam tikar", []string{one}},
		{"a megabyte", strings.Repeat("zorba ", 200_000), []string{one}},
		{"many quotes", strings.Repeat(`"zorba"`, 50), []string{one}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			got := refs(search(t, e, index.Query{Text: tt.query}))
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestSearchNothingAsked(t *testing.T) {
	e := collection(t).engine
	for _, query := range []string{"", " ", "\n\t", "...", `""`, `"`, `"..."`, "\x00", "\xff\xfe", "yang dan di", "apa itu", `yang "di`} {
		r := search(t, e, index.Query{Text: query})
		if r.Total != 0 || len(r.Hits) != 0 || len(r.Unknown) != 0 || r.Corrected != "" {
			t.Errorf("Search(%q) = %d hits, corrected %q, unknown %q, want nothing", query, r.Total, r.Corrected, r.Unknown)
		}
	}
}

// TestSearchOperators puts the signs of bleve's query language around words: they mean nothing.
func TestSearchOperators(t *testing.T) {
	e := collection(t).engine
	plain := search(t, e, index.Query{Text: "restitusi korban"})
	if plain.Total == 0 {
		t.Fatal("no hit for the plain words")
	}
	for _, query := range []string{
		"+restitusi +korban", "-restitusi -korban", "restitusi AND korban"[:10] + "korban", "restitusi: korban", ":restitusi korban:",
		"restitusi~ korban~", "restitusi^ korban^", "restitusi* korban*", "*restitusi *korban", "restitusi? korban?",
		"/restitusi/ korban", "restitusi /korban/", "(restitusi korban)", "[restitusi korban]", "{restitusi korban}",
		"restitusi && korban", "restitusi || korban", "!restitusi !korban", `\restitusi \korban`, ">restitusi <korban", "=restitusi =korban",
	} {
		got := search(t, e, index.Query{Text: query})
		if got.Total != plain.Total || !slices.Equal(refs(got), refs(plain)) {
			t.Errorf("Search(%q) = %d hits %v, want those of the plain words: %d %v", query, got.Total, refs(got), plain.Total, refs(plain))
		}
	}
	// The names of fields and the classes of a regular expression are words like any other.
	small := newEngine(t, map[string]string{"uu/2001/1": articles("Zorba.", "Kolam.")})
	for _, query := range []string{"karya:uu", "jenis:uu", "persis:tikarbaru", "akar:zo*", "/zo.*/", "z*", "zo?ba?x", "_id:uu/2001/1", "zorbakolam~9"} {
		if r := search(t, small, index.Query{Text: query}); r.Total != 0 {
			t.Errorf("Search(%q) = %v, want nothing", query, refs(r))
		}
	}
}

func TestSearchCorrects(t *testing.T) {
	e := newEngine(t, map[string]string{"uu/2001/1": articles("Restitusi zorbanik.", "Zorbanik kolamera.", "Kolamera.")})
	tests := []struct {
		name, query, corrected string
		unknown                []string
		first                  string // article that comes first; "" for no hit
	}{
		{"nothing to correct", "zorbanik", "", nil, "1"},
		{"letter wrong", "zorbamik", "zorbanik", nil, "1"},
		{"letter missing", "zorbnik", "zorbanik", nil, "1"},
		{"letter too many", "zorbannik", "zorbanik", nil, "1"},
		{"letters changed round", "zobranik", "zorbanik", nil, "1"},
		{"first letter wrong", "morbanik", "zorbanik", nil, "1"},
		{"only the wrong word is changed", "Restitusi zorbnik", "restitusi zorbanik", nil, "1"},
		{"two wrong words", "zorbnik kolamerra", "zorbanik kolamera", nil, "2"},
		{"two slips are too many", "zrbanikk", "", []string{"zrbanikk"}, ""},
		{"too short to tell", "zor", "", []string{"zor"}, ""},
		{"unknown beside known", "kolamera qwertyuiop", "", []string{"qwertyuiop"}, "3"},
		{"several unknown", "qqqqq wwwww", "", []string{"qqqqq", "wwwww"}, ""},
		{"inside quotes nothing is found for it", `"zorbnik"`, "\"zorbanik\"", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := search(t, e, index.Query{Text: tt.query})
			if r.Corrected != tt.corrected || !slices.Equal(r.Unknown, tt.unknown) {
				t.Errorf("Search(%q): corrected %q unknown %q, want %q %q", tt.query, r.Corrected, r.Unknown, tt.corrected, tt.unknown)
			}
			first := ""
			if len(r.Hits) > 0 {
				first = strings.TrimPrefix(r.Hits[0].Ref.String(), "uu/2001/1#pasal-")
			}
			if first != tt.first {
				t.Errorf("Search(%q) begins with article %q, want %q", tt.query, first, tt.first)
			}
		})
	}
}

// TestSearchCitedArticleFirst asks about an article by its number beside other words. The law that last rewrote an article
// is often named for it; the collection has it in the law it belongs to.
func TestSearchCitedArticleFirst(t *testing.T) {
	e := collection(t).engine
	for query, want := range map[string]string{
		"ancaman pidana pasal 10 uu 21/2007":   "uu/2007/21#pasal-10",
		"unsur pasal 102 uu 39/2004":           "uu/2004/39#pasal-102",
		"denda menurut pasal 83 uu 35/2014":    "uu/2002/23#pasal-83",
		"denda menurut pasal 83 uu 23/2002":    "uu/2002/23#pasal-83",
		"siapa korban menurut pasal 1 uu tppo": "uu/2007/21#pasal-1",
	} {
		if got := refs(search(t, e, index.Query{Text: query})); len(got) == 0 || got[0] != want {
			t.Errorf("Search(%q) = %v, want %s first", query, got[:min(3, len(got))], want)
		}
	}
}

// TestSearchSnippets checks the marks of made-up words, then the cuts of every snippet that the judged questions bring.
func TestSearchSnippets(t *testing.T) {
	long := strings.Repeat("Kalimat pengisi yang panjang. ", 30)
	e := newEngine(t, map[string]string{"uu/2001/1": articles(
		"Zorba, lalu ZORBA; bukan zorbax atau xzorba.",
		long+"Kolam <b>merah</b> di sini. "+long,
		"Tikar biru.\n\n#### Penjelasan\n\nYang dimaksud dengan \"tikar\" adalah alas trembesi.",
	)})
	tests := []struct {
		name, query string
		marked      []string
		source      string
	}{
		{"every place of the word, no longer words", "zorba", []string{"Zorba", "ZORBA"}, ""},
		{"far into the text, markup is text", "kolam b merah", []string{"Kolam", "b", "merah", "b"}, ""},
		{"in the elucidation", "trembesi", []string{"trembesi"}, "penjelasan"},
		{"stop words are not marked", "yang zorba atau", []string{"Zorba", "ZORBA"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := search(t, e, index.Query{Text: tt.query})
			if len(r.Hits) == 0 {
				t.Fatalf("Search(%q) found nothing", tt.query)
			}
			var marked []string
			for _, p := range r.Hits[0].Snippet {
				if p.Match {
					marked = append(marked, p.Text)
				}
			}
			if !slices.Equal(marked, tt.marked) || r.Hits[0].Source != tt.source {
				t.Errorf("Search(%q) marks %q in %q, want %q in %q", tt.query, marked, r.Hits[0].Source, tt.marked, tt.source)
			}
		})
	}

	c := collection(t)
	for _, j := range readJudged(t, statuteQuestions) {
		for _, h := range search(t, c.engine, index.Query{Text: j.question}).Hits {
			checkCuts(t, c.library, j.question, h)
		}
	}
}

// checkCuts checks that a snippet stands in its article, and that no word or number is cut at its ends.
func checkCuts(t *testing.T, l *corpus.Library, question string, h index.Hit) {
	t.Helper()
	var b strings.Builder
	for _, p := range h.Snippet {
		b.WriteString(p.Text)
	}
	snippet := b.String()
	inner, cutStart := strings.CutPrefix(snippet, "… ")
	inner, cutEnd := strings.CutSuffix(inner, " …")
	text := hitText(l, h)
	i := strings.Index(text, inner)
	switch {
	case inner == "":
		t.Errorf("%q: empty snippet of %s", question, h.Ref)
	case i < 0:
		t.Errorf("%q: snippet of %s is not in its text: %q", question, h.Ref, snippet)
	case len(inner) > 300:
		t.Errorf("%q: snippet of %s has %d bytes", question, h.Ref, len(inner))
	case cutStart != (i > 0) && strings.Count(text, inner) == 1:
		t.Errorf("%q: snippet of %s begins at %d, cut shown %v: %q", question, h.Ref, i, cutStart, snippet)
	case i > 0 && text[i-1] != ' ':
		t.Errorf("%q: snippet of %s begins inside a word: %q after %q", question, h.Ref, snippet, text[max(0, i-10):i])
	case cutEnd && text[i+len(inner)] != ' ':
		t.Errorf("%q: snippet of %s ends inside a word: %q", question, h.Ref, snippet)
	}
}

// hitText returns the text that a snippet was cut from, as one line.
func hitText(l *corpus.Library, h index.Hit) string {
	if d := l.Decision(h.Ref.Work); d != nil {
		return strings.ReplaceAll(d.Plain(), "\n", " ")
	}
	if m := l.Material(h.Ref.Work); m != nil {
		return strings.ReplaceAll(m.Plain(), "\n", " ")
	}
	if h.Ref.Fragment == "" {
		text := ""
		for _, p := range l.Work(h.Ref.Work).Body {
			text += p.Plain() + " "
		}
		return strings.ReplaceAll(text, "\n", " ")
	}
	version, _ := l.VersionOn(h.Ref, day)
	p := version.Text
	if h.Source == "penjelasan" {
		var kept []string
		for line := range strings.Lines(p.Elucidation().Plain()) {
			if line = strings.TrimSpace(line); !strings.HasSuffix(line, "Cukup jelas.") {
				kept = append(kept, line)
			}
		}
		return strings.Join(kept, " ")
	}
	return strings.ReplaceAll(p.Plain(), "\n", " ")
}

// TestSearchIsDeterministic asks the same of one engine twice and of engines built anew.
func TestSearchIsDeterministic(t *testing.T) {
	c := collection(t)
	queries := []index.Query{{Text: "pidana", Page: 20}, {Text: "pidana", Page: 21}, {Text: "undang-undang", Page: 40},
		{Text: "setiap orang", Filter: index.Filter{index.FacetKind: {"uu"}, index.FacetWork: {"uu/2007/21", "uu/2017/18"}}}}
	for i, j := range readJudged(t, statuteQuestions) {
		if i%4 == 0 {
			queries = append(queries, index.Query{Text: j.question})
		}
	}
	want := make([]index.Result, len(queries))
	for i, q := range queries {
		want[i] = search(t, c.engine, q)
	}
	for range 3 {
		again, err := index.NewBleve(t.Context(), c.library, index.Options{Day: day})
		if err != nil {
			t.Fatal(err)
		}
		for i, q := range queries {
			for _, e := range []index.Engine{c.engine, again} {
				if got := search(t, e, q); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%+v: got %v, then %v", q, refs(want[i]), refs(got))
				}
			}
		}
		again.Close()
	}
}

func TestSearchConcurrently(t *testing.T) {
	c := collection(t)
	judged := readJudged(t, statuteQuestions)
	want := make([]index.Result, len(judged))
	for i, j := range judged {
		want[i] = search(t, c.engine, index.Query{Text: j.question})
	}
	var wg sync.WaitGroup
	for g := range 32 {
		wg.Go(func() {
			for k := range 12 {
				i := (g*5 + k*17) % len(judged)
				got, err := c.engine.Search(t.Context(), index.Query{Text: judged[i].question})
				if err != nil || !reflect.DeepEqual(got, want[i]) {
					t.Errorf("goroutine %d, %q: %v, %v; alone %v", g, judged[i].question, refs(got), err, refs(want[i]))
				}
			}
		})
	}
	wg.Wait()
}

func TestSearchEndsWithItsContext(t *testing.T) {
	e := collection(t).engine
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	for _, q := range []index.Query{{Text: "orang"}, {Text: `"setiap orang"`}, {Text: "orang", Filter: index.Filter{index.FacetWork: {"uu/2007/21"}, index.FacetKind: {"uu"}}}, {}} {
		if _, err := e.Search(cancelled, q); !errors.Is(err, context.Canceled) {
			t.Errorf("Search(%+v) with a cancelled context: %v, want %v", q, err, context.Canceled)
		}
		if _, err := e.Search(late, q); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Search(%+v) past its deadline: %v, want %v", q, err, context.DeadlineExceeded)
		}
	}
	if _, err := index.NewBleve(cancelled, collection(t).library, index.Options{Day: day}); !errors.Is(err, context.Canceled) {
		t.Errorf("NewBleve with a cancelled context: %v, want %v", err, context.Canceled)
	}
}

// TestSearchWordingOfTheDay asks for words that only one wording of an article has.
func TestSearchWordingOfTheDay(t *testing.T) {
	l := collection(t).library
	before, err := index.NewBleve(t.Context(), l, index.Options{Day: corpus.MustParseDate("2010-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	after := collection(t).engine
	ref := corpus.ParseRef("uu/2002/23#pasal-83")
	has := func(e index.Engine, phrase string) bool {
		r := search(t, e, index.Query{Text: `"` + phrase + `"`, PerPage: index.MaxPerPage, Filter: index.Filter{index.FacetWork: {ref.Work}}})
		return slices.Contains(refs(r), ref.String())
	}
	old, _ := l.VersionOn(ref, corpus.MustParseDate("2010-01-01"))
	now, _ := l.VersionOn(ref, day)
	if old.Text == now.Text {
		t.Fatal("the article has one wording; choose another for this test")
	}
	oldOnly, newOnly := "memperdagangkan, menjual, atau menculik anak", "sebagaimana dimaksud dalam Pasal 76F"
	for phrase, want := range map[string][2]bool{oldOnly: {true, false}, newOnly: {false, true}} {
		if got := [2]bool{has(before, phrase), has(after, phrase)}; got != want {
			t.Errorf("%q found before and after the change: %v, want %v", phrase, got, want)
		}
	}
}
