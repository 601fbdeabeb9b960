package site_test

// The charging guide of the static export: its engine, in the browser, is held to the answers of the engine in Go.

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/corpus/charge/chargetest"
	"suluh/site"
)

const vectorsFile = "../corpus/charge/testdata/vectors.yaml"

// guideEngine opens a tab in which "rules" is the engine over the embedded corpus.
func guideEngine(t *testing.T) (*tab, *charge.Rules) {
	t.Helper()
	p := openTab(t)
	r := newTestSite(t).rules
	p.script("offline/timbang.js")
	eval[any](p, "window.rules = new suluh.Rules("+toJSON(t, r.Data())+"); undefined")
	return p, r
}

// wholeAnswer is everything that an answer says, in the form of both engines.
type wholeAnswer struct {
	site.ChargeResult
	Charges []wholeCharge `json:"charges_whole"`
	Notes   []string      `json:"notes"`
	Missing []string      `json:"missing"`
	Asked   []string      `json:"asked"` // the questions that bear on the answer
}

type wholeCharge struct {
	Offence  string      `json:"offence"`
	Steps    []wholeStep `json:"steps"`
	IfProved []wholeStep `json:"if_proved"`
	Cites    [][]string  `json:"cites"` // of the reasons
	Later    *wholeLater `json:"later"`
	Like     []wholeLike `json:"like"`
}

type wholeStep struct {
	Text      string        `json:"text"`
	Words     string        `json:"words"`
	Amount    charge.Amount `json:"amount"`
	Cite      []string      `json:"cite"`
	Doubt     string        `json:"doubt"`
	Corporate bool          `json:"corporate"`
}

type wholeLater struct {
	Day     string   `json:"day"`
	Offence string   `json:"offence"`
	Before  string   `json:"before"`
	After   string   `json:"after"`
	Lenient string   `json:"lenient"`
	Cite    []string `json:"cite"`
	Doubt   string   `json:"doubt"`
}

type wholeLike struct {
	Decision string   `json:"decision"`
	Shared   []string `json:"shared"`
	Differ   []string `json:"differ"`
}

// weighWhole answers facts with the engine in Go.
func weighWhole(r *charge.Rules, f charge.Facts) wholeAnswer {
	a := r.Weigh(f)
	out := wholeAnswer{ChargeResult: site.ChargeJSON(a), Charges: []wholeCharge{}, Notes: []string{}, Missing: append([]string{}, a.Missing...), Asked: []string{}}
	for _, c := range a.Charges {
		whole := wholeCharge{Offence: c.Offence.ID, Steps: wholeSteps(c.Sentence.Steps), IfProved: wholeSteps(c.Sentence.IfProved), Cites: [][]string{}, Like: []wholeLike{}}
		for _, reason := range c.Reasons {
			whole.Cites = append(whole.Cites, append([]string{}, reason.Cite...))
		}
		if l := c.Later; l != nil {
			whole.Later = &wholeLater{Day: l.Day.String(), Before: l.Before.Words(), After: l.After.Words(), Lenient: l.Lenient, Cite: append([]string{}, l.Cite...), Doubt: l.Doubt}
			if l.Offence != nil {
				whole.Later.Offence = l.Offence.ID
			}
		}
		for _, l := range r.Like(f, c.Offence.Ref()) {
			whole.Like = append(whole.Like, wholeLike{l.Decision.ID, append([]string{}, l.Shared...), append([]string{}, l.Differ...)})
		}
		out.Charges = append(out.Charges, whole)
	}
	for _, n := range a.Notes {
		out.Notes = append(out.Notes, n.Text)
	}
	asked := r.AskedBy(f)
	for _, fact := range r.Facts {
		if asked[fact.ID] && fact.Asked(f) {
			out.Asked = append(out.Asked, fact.ID)
		}
	}
	return out
}

func wholeSteps(steps []charge.Step) []wholeStep {
	out := []wholeStep{}
	for _, s := range steps {
		out = append(out, wholeStep{s.Text, s.Amount.Words(), s.Amount, append([]string{}, s.Cite...), s.Doubt, s.Corporate})
	}
	return out
}

// wholeScript defines whole(facts), which answers with the engine in the browser. A step has all citations or none.
const wholeScript = `
window.factsOf = (given, today) => {
	const f = {day: "", until: "", today, answers: {}, numbers: {}};
	for (const [id, value] of Object.entries(given)) {
		const message = rules.set(f, id, value);
		if (message) throw new Error(message);
	}
	return f;
};
window.whole = (f) => {
	const a = rules.weigh(f);
	const steps = (list) => (list ?? []).map((s) => ({text: s.text, words: rules.words(s.amount), amount: s.amount, cite: s.cite ?? [], doubt: s.doubt, corporate: s.corporate}));
	const penalty = (c) => {
		if (c.status === "not_law") return null;
		const p = c.sentence.final;
		return {words: rules.words(p), prison_min: p.PrisonMin, prison_max: p.PrisonMax, ...(p.Life ? {life: true} : {}), fine_min: p.FineMin, fine_max: p.FineMax, mode: p.Mode};
	};
	const asked = rules.askedBy(f);
	return {
		date: f.day,
		charges: a.charges.map((c) => ({
			offence: c.offence.portion, status: c.status, place: c.place,
			elements: c.elements.map((e) => ({id: e.element.id, text: e.element.text, state: e.state, ...(e.because.length ? {because: e.because} : {}), cite: e.element.cite})),
			penalty: penalty(c), reasons: c.reasons.map((r) => r.text),
		})),
		charges_whole: a.charges.map((c) => ({
			offence: c.offence.id, steps: steps(c.sentence?.steps), if_proved: steps(c.sentence?.ifProved), cites: c.reasons.map((r) => r.cite),
			later: c.later && {day: c.later.day, offence: c.later.offence?.id ?? "", before: rules.words(c.later.before), after: c.later.after ? rules.words(c.later.after) : "",
				lenient: c.later.lenient, cite: c.later.cite, doubt: c.later.doubt},
			like: rules.like(f, c.offence).map((l) => ({decision: rules.data.decisions[l.decision].id, shared: l.shared, differ: l.differ})),
		})),
		notes: a.notes.map((n) => n.text), missing: a.missing,
		asked: rules.data.facts.filter((fact) => asked.has(fact.id) && rules.isAsked(fact, f)).map((fact) => fact.id),
	};
};
undefined`

// factsGiven writes facts as an address does.
func factsGiven(f charge.Facts) map[string]string {
	out := map[string]string{"tanggal": f.Day.String(), "tanggal-akhir": f.Until.String()}
	for id, yes := range f.Answers {
		out[id] = map[bool]string{true: "ya", false: "tidak"}[yes]
	}
	for id, n := range f.Numbers {
		out[id] = fmt.Sprint(n)
	}
	return out
}

// sameAnswers weighs facts in both engines and compares all that they say.
func sameAnswers(t *testing.T, p *tab, r *charge.Rules, name string, f charge.Facts) {
	t.Helper()
	want := canonicalJSON(t, toJSON(t, weighWhole(r, f)))
	got := canonicalJSON(t, eval[string](p, "JSON.stringify(whole(factsOf("+toJSON(t, factsGiven(f))+", "+toJSON(t, f.Today)+")))"))
	if got != want {
		t.Errorf("%s: %s", name, textDifference(got, want))
	}
}

// canonicalJSON writes JSON with its keys sorted.
func canonicalJSON(t *testing.T, source string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(source), &v); err != nil {
		t.Fatal(err)
	}
	return toJSON(t, v)
}

// TestBrowserEngineVectors runs every test vector of the guide in the browser: the whole answer is that of Go, text
// included.
func TestBrowserEngineVectors(t *testing.T) {
	t.Parallel()
	p, r := guideEngine(t)
	eval[any](p, wholeScript)
	vectors, err := chargetest.Read(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors {
		f, err := v.FactsOf(r, corpus.DateOf(testNow))
		if err != nil {
			t.Fatal(err)
		}
		sameAnswers(t, p, r, v.Name, f)
	}
	t.Logf("%d vectors", len(vectors))
}

// TestBrowserEngineProperty compares the engines over facts at random: any day, across changes of the law, weighed on any
// day, with any answers.
func TestBrowserEngineProperty(t *testing.T) {
	t.Parallel()
	p, r := guideEngine(t)
	eval[any](p, wholeScript)
	random := rand.New(rand.NewPCG(7, 7))
	days := []string{"1945-08-18", "1999-03-01", "2003-05-01", "2007-04-18", "2007-04-19", "2013-12-31", "2014-10-17", "2017-11-21", "2017-11-22", "2019-05-01", "2022-05-09", "2025-12-31",
		"2026-01-01", "2026-01-02", "2026-03-10", "2026-11-24", "2099-12-31"}
	day := func() corpus.Date { return corpus.MustParseDate(days[random.IntN(len(days))]) }
	for i := range 400 {
		f := charge.Facts{Day: day(), Today: day(), Answers: map[string]bool{}, Numbers: map[string]int{}}
		if until := day(); random.IntN(3) == 0 && f.Day.Before(until) {
			f.Until = until
		}
		answered := random.Float64() // some cases are almost unknown, some known to the last question
		yes := random.Float64()
		for _, fact := range r.Facts {
			switch {
			case random.Float64() > answered:
			case fact.Type == charge.YesNo:
				f.Answers[fact.ID] = random.Float64() < yes
			case fact.Type == charge.Number:
				f.Numbers[fact.ID] = random.IntN(6)
			}
		}
		sameAnswers(t, p, r, fmt.Sprintf("random facts %d", i), f)
	}
}

// guidePages opens a tab in which "guide" makes the pages of the guide, as the export does, without its shell.
func guidePages(t *testing.T) *tab {
	t.Helper()
	p := openTab(t)
	for _, name := range []string{"templat", "timbang", "panduan", "dokumen"} {
		p.script("offline/" + name + ".js")
	}
	shards, err := newTestSite(t).site.GuideShards()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shards {
		eval[any](p, "(window.shards ??= {})["+toJSON(t, s.Name)+"] = "+toJSON(t, s.Data)+"; undefined")
	}
	eval[any](p, `window.guide = new suluh.GuidePages(shards.panduan); undefined`)
	return p
}

// mainBlock returns what a page of the server has between its frame.
func mainBlock(t *testing.T, page string) string {
	t.Helper()
	const start, end = `<main id="isi" tabindex="-1">` + "\n", "\n</main>"
	_, rest, ok := strings.Cut(page, start)
	body, _, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatal("the page has no main block")
	}
	return body
}

// TestBrowserGuidePages makes the page and the file note of every vector in the browser, and of what cannot be read: byte
// for byte what the server sends.
func TestBrowserGuidePages(t *testing.T) {
	t.Parallel()
	p := guidePages(t)
	s := newTestSite(t)
	queries := []string{"", "tanggal=kemarin", "tanggal=2019-02-30", "tanggal=0001-01-01", "tanggal=9999-12-31&korban-anak=ya", "tanggal=2019-05-01&tanggal-akhir=2018-05-01",
		"tanggal=2019-05-01&tanggal-akhir=1900-05-01", "tanggal=2019-05-01&korban-anak=mungkin&korban-wni=+ya+", "tanggal=2019-05-01&korban-anak=%3Cscript%3E%22%09%C2%85x%E2%80%8B%F0%9F%98%80",
		"tanggal=2019-05-01&jumlah-pelaku=-3", "tanggal=2019-05-01&jumlah-pelaku=99999999999999999999", "tanggal=2019-05-01&jumlah-pelaku=9223372036854775807", "tanggal=2019-05-01&jumlah-pelaku=%2B007",
		"tanggal=2019-05-01&korban-anak=tidak-tahu&x=y", "tanggal=2025-12-20&tanggal-akhir=2026-01-10&merekrut=ya&penipuan=ya&tujuan-pelacuran=ya&eksploitasi-di-indonesia=ya",
		scenario2016, scenario2019, scenario2026, adults2019}
	vectors, err := chargetest.Read(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors {
		queries = append(queries, vectorQuery(t, s.rules, v))
	}
	for _, query := range queries {
		call := "new URLSearchParams(" + toJSON(t, query) + `), "2026-11-24")`
		got := eval[string](p, `suluh.render(shards["templat-charge"], guide.page(`+call+")")
		if want := mainBlock(t, fetch(s.site, http.MethodGet, guideAddress(query)).Body.String()); got != want {
			t.Fatalf("page of %s: %s", query, textDifference(got, want))
		}
		got = eval[string](p, `guide.note(shards["templat-note"], `+call)
		want := ""
		if w := fetch(s.site, http.MethodGet, "/panduan/pasal.md?"+query); w.Code == http.StatusOK {
			want = w.Body.String()
		} else if got != "" { // the page offers a note of what could be read
			continue
		}
		if got != want {
			t.Fatalf("note of %s: %s", query, textDifference(got, want))
		}
	}
	t.Logf("%d pages", len(queries))
}

// TestBrowserGuideDay weighs on the day of the copy, and on that of the clock once the law has changed since.
func TestBrowserGuideDay(t *testing.T) {
	t.Parallel()
	p := guidePages(t)
	for _, tt := range []struct{ name, copyDay, clock, want string }{
		{"the same day", "2026-11-24", "2026-11-24", "2026-11-24"},
		{"later, nothing changed", "2026-11-24", "2026-12-24", "2026-11-24"},
		{"a clock that is wrong", "2026-11-24", "1970-01-01", "2026-11-24"},
		{"the day before KUHP 2023", "2025-12-24", "2026-01-01", "2025-12-24"},
		{"KUHP 2023 is law", "2025-12-24", "2026-01-02", "2026-01-02"}, // Pasal 2 UU 21/2007 ends, Pasal 455 begins
		{"a law of the copy ended", "2017-11-21", "2017-11-22", "2017-11-22"},
	} {
		if got := eval[string](p, "guide.weighingDay("+toJSON(t, tt.copyDay)+", "+toJSON(t, tt.clock)+")"); got != tt.want {
			t.Errorf("%s: a copy of %s weighs on %s as of %s, want %s", tt.name, tt.copyDay, tt.clock, got, tt.want)
		}
	}
}

// TestBrowserDocx makes the Word documents of vectors in the browser: whole archives, whose text is that of the server's.
func TestBrowserDocx(t *testing.T) {
	t.Parallel()
	p := guidePages(t)
	s := newTestSite(t).site
	for _, query := range []string{scenario2016, scenario2019, scenario2026, adults2019, "tanggal=2019-05-01", "tanggal=1945-08-18&korban-anak=ya", scenario2019 + "&pelaku-korban-dipaksa=ya&jumlah-pelaku=3"} {
		packed := eval[string](p, `(async () => {
			const note = guide.note(shards["templat-note"], new URLSearchParams(`+toJSON(t, query)+`), "2026-11-24");
			const bytes = new Uint8Array(await suluh.docx(shards.dokumen, note).arrayBuffer());
			let binary = "";
			for (const byte of bytes) binary += String.fromCharCode(byte);
			return btoa(binary);
		})()`)
		got, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			t.Fatal(err)
		}
		want := fetch(s, http.MethodGet, "/panduan/pasal.docx?"+query).Body.Bytes()
		parts, wantParts := unzipped(t, got), unzipped(t, want)
		if !slices.Equal(slices.Sorted(maps.Keys(parts)), slices.Sorted(maps.Keys(wantParts))) {
			t.Errorf("%s: the document has the parts %q", query, slices.Sorted(maps.Keys(parts)))
		}
		for name, b := range wantParts {
			if parts[name] != b {
				t.Errorf("%s: %s: %s", query, name, textDifference(parts[name], b))
			}
		}
	}
}

// unzipped returns the files of an archive. Reading them checks their sums.
func unzipped(t *testing.T, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// vectorQuery writes the facts of a vector as the guide's address does.
func vectorQuery(t *testing.T, r *charge.Rules, v chargetest.Vector) string {
	t.Helper()
	f, err := v.FactsOf(r, corpus.DateOf(testNow))
	if err != nil {
		t.Fatal(err)
	}
	facts := url.Values{}
	for id, value := range factsGiven(f) {
		if value != "" {
			facts.Set(id, value)
		}
	}
	return facts.Encode()
}
