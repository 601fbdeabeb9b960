package site

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

const (
	decisionsAddress = "/putusan"
	decisionKind     = "putusan" // of index.FacetKind
)

// sampleNote says what the collection of decisions is. It stands wherever decisions are counted.
const sampleNote = "Koleksi ini sampel, bukan statistik: %d putusan pengadilan tingkat pertama di Jawa dari tahun %d sampai %d, dipilih karena perkara perdagangan orang atau penempatan pekerja migran didakwakan di dalamnya."

// DecisionsPage lists the decisions.
type DecisionsPage struct {
	BasePage
	Note    string
	Rows    []DecisionRow
	Filters []Filter
	Chosen  []Link // the filters in force; each leads to the page without it
	Total   int    // of the collection
	Figures string // address of the page of figures
}

// DecisionRow is a decision in a list.
type DecisionRow struct {
	Href, Title, Number, Court, Decided string
	Results                             []StatusLine
	Outcome                             string // what was proved and the sentences, in one line
}

// DecisionPage is the digest of one decision.
type DecisionPage struct {
	BasePage
	Crumbs         []Link
	Heading        string
	Formal         string // number, court and day, to be quoted
	Results        []StatusLine
	Facts          []NamedText
	Counts         []CountLine
	Structure      string
	Defendants     []DefendantBlock
	Body           template.HTML
	Doubt          string
	BeforeLaw      string
	Outside        string
	SourceURL, URL string
	Others         []DecisionRow // other decisions on the article charged first
	OthersLabel    string
	OthersHref     string
	Add            string // address that puts it into the basket for outreach
}

// NamedText is a line of a list of facts.
type NamedText struct{ Name, Text string }

// CountLine is one charge of an indictment.
type CountLine struct {
	Name     string
	Articles []Link
}

// DefendantBlock is what was asked against one defendant, and what became of it.
type DefendantBlock struct {
	Name      string
	Roles     string
	Outcome   StatusLine
	Proved    []CountLine
	Acquitted string
	Asked     string
	Sentence  string
}

func (s *Site) serveDecisions(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := v.decisionsPage(readFilter(r.URL.Query()))
	return s.writePage(w, "decisions", page)
}

func (v view) decisionsPage(chosen index.Filter) DecisionsPage {
	delete(chosen, index.FacetKind)
	delete(chosen, index.FacetWork)
	page := DecisionsPage{BasePage: v.base("Putusan"), Note: v.sampleNote(), Total: len(v.library.Decisions()), Figures: v.keepDay(figuresAddress)}
	page.Description = "Intisari putusan pengadilan tentang perdagangan orang: apa yang didakwakan, apa yang terbukti, dan berapa pidananya."
	for _, d := range v.library.Decisions() {
		if index.DecisionFacets(v.library, d).Has(chosen) {
			page.Rows = append(page.Rows, v.decisionRow(d))
		}
	}
	page.Filters = v.choices(v.countDecisions(chosen), chosen, decisionsFiltered)
	for _, facet := range index.Facets {
		for _, value := range chosen[facet] {
			page.Chosen = append(page.Chosen, Link{Href: v.keepDay(decisionsFiltered(with(chosen, facet, nil))), Text: facetTitles[facet] + ": " + v.facetName(facet, value)})
		}
	}
	return page
}

// decisionsFiltered returns the address of the list under a filter.
func decisionsFiltered(f index.Filter) string {
	q := url.Values{}
	addFilter(q, f)
	if len(q) == 0 {
		return decisionsAddress
	}
	return decisionsAddress + "?" + q.Encode()
}

// countDecisions counts the decisions by the values of the facets. A filter shows what each of its own choices would
// leave, so it counts without itself.
func (v view) countDecisions(chosen index.Filter) map[index.Facet][]index.Count {
	out := map[index.Facet][]index.Count{}
	for _, facet := range index.CaseFacets {
		others := with(chosen, facet, nil)
		n := map[string]int{}
		for _, d := range v.library.Decisions() {
			facets := index.DecisionFacets(v.library, d)
			if !facets.Has(others) {
				continue
			}
			for _, value := range facets[facet] {
				n[value]++
			}
		}
		for value, count := range n {
			out[facet] = append(out[facet], index.Count{Value: value, N: count})
		}
		slices.SortFunc(out[facet], func(a, b index.Count) int {
			if facet == index.FacetYear {
				return cmp.Compare(b.Value, a.Value)
			}
			return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// sampleNote says what the collection of decisions is, with its numbers.
func (v view) sampleNote() string {
	ds := v.library.Decisions()
	if len(ds) == 0 {
		return "Belum ada putusan dalam koleksi ini."
	}
	first, last, outside := ds[0].Year(), ds[0].Year(), 0
	for _, d := range ds {
		first, last = min(first, d.Year()), max(last, d.Year())
		if d.Outside != "" {
			outside++
		}
	}
	note := fmt.Sprintf(sampleNote, len(ds), first, last)
	if outside > 0 {
		note += fmt.Sprintf(" %d di antaranya di luar pokok itu dan tidak dihitung dalam gambar.", outside)
	}
	return note
}

func (v view) decisionRow(d *corpus.Decision) DecisionRow {
	return DecisionRow{Href: v.path(d.Ref()), Title: d.Title, Number: d.Number, Court: d.Court, Decided: decidedWords(d),
		Results: results(d), Outcome: v.outcome(d)}
}

func decidedWords(d *corpus.Decision) string {
	if d.Decided.IsZero() {
		return fmt.Sprintf("%d, hari putusan tidak terbaca", d.Year())
	}
	return d.Decided.Long()
}

var resultClass = map[string]string{"trafficking": "bad", "other": "warn", "acquitted": "ok"}

// results are the badges of a decision: what came of it. The colours are those of the standing of a law, used for weight.
func results(d *corpus.Decision) []StatusLine {
	var out []StatusLine
	for _, r := range d.Results() {
		out = append(out, StatusLine{Class: resultClass[r], Label: capital(corpus.ValueName(corpus.Results, r))})
	}
	return out
}

// outcome tells in one line what was proved and what it cost: "Pasal 2 ayat (1) UU 21/2007: penjara 5 tahun, denda …".
func (v view) outcome(d *corpus.Decision) string {
	var out []string
	for i, a := range d.Defendants {
		var proved []string
		for _, p := range a.Proved {
			for _, article := range p.Articles {
				proved = append(proved, v.label(corpus.ParseRef(article)))
			}
			proved = append(proved, p.NotHeld...)
		}
		line := corpus.ValueName(corpus.Outcomes, a.Outcome)
		if len(proved) > 0 {
			line = strings.Join(proved, " dan ") + ": " + sentenceWords(a.Sentence)
		}
		if len(d.Defendants) > 1 {
			line = fmt.Sprintf("Terdakwa %d: %s", i+1, line)
		}
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "; ")
}

// sentenceWords writes a punishment: "penjara 5 tahun, denda Rp120.000.000 (pengganti 3 bulan)".
func sentenceWords(s corpus.Sentence) string {
	var out []string
	if !s.Prison.IsZero() {
		prison := "penjara " + s.Prison.String()
		if !s.Suspended.IsZero() {
			prison += " dengan masa percobaan " + s.Suspended.String()
		}
		out = append(out, prison)
	}
	if s.Fine > 0 || !s.Substitute.IsZero() {
		fine := "denda " + cmp.Or(corpus.Rupiah(s.Fine), "yang jumlahnya tidak terbaca")
		if !s.Substitute.IsZero() {
			fine += " (pengganti " + s.Substitute.String() + ")"
		}
		out = append(out, fine)
	}
	return strings.Join(out, ", ")
}

func (s *Site) serveDecision(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	d := s.library.Decision(strings.Trim(r.URL.Path, "/"))
	if d == nil {
		return notFound("Putusan ini tidak ada dalam koleksi.")
	}
	page, err := v.decisionPage(d)
	if err != nil {
		return err
	}
	return s.writePage(w, "decision", page)
}

func (v view) decisionPage(d *corpus.Decision) (DecisionPage, error) {
	page := DecisionPage{BasePage: v.base(d.Number), Heading: d.Title, Results: results(d), Doubt: d.Doubt, BeforeLaw: d.BeforeLaw, Outside: d.Outside, SourceURL: d.SourceURL(),
		Structure: corpus.ValueName(corpus.Structures, d.Indictment.Structure),
		Crumbs:    []Link{{Href: v.keepDay("/"), Text: "Depan"}, {Href: v.keepDay(decisionsAddress), Text: "Putusan"}}}
	page.Description = d.Title
	page.Add = v.addLink(d.ID)
	page.Formal = fmt.Sprintf("Putusan %s Nomor %s, %s", d.Court, d.Number, decidedWords(d))
	page.Facts = v.decisionFacts(d)
	for _, c := range d.Indictment.Counts {
		page.Counts = append(page.Counts, CountLine{c.Name, v.readWith(c.Articles, c.With, c.NotHeld)})
	}
	for i := range d.Defendants {
		page.Defendants = append(page.Defendants, v.defendantBlock(d, i))
	}
	body, err := d.HTML(v.href)
	if err != nil {
		return page, err
	}
	page.Body = template.HTML(body) // safe: see [corpus.Decision.HTML]
	v.otherDecisions(&page, d)
	return page, nil
}

// maxOthers is how many other decisions a page lists; the list of decisions has the rest.
const maxOthers = 5

// otherDecisions lists the newest other decisions on the article that was charged first.
func (v view) otherDecisions(page *DecisionPage, d *corpus.Decision) {
	charged := d.Charged()
	if len(charged) == 0 {
		return
	}
	article := v.library.Canonical(charged[0]).Article()
	for _, other := range v.library.DecisionsOn(article) {
		if other != d && len(page.Others) < maxOthers {
			page.Others = append(page.Others, v.decisionRow(other))
		}
	}
	page.OthersLabel = v.label(article)
	page.OthersHref = v.keepDay(decisionsFiltered(index.Filter{index.FacetArticle: {article.String()}}))
}

// readWith links articles, those read with them, and those that are not in the collection.
func (v view) readWith(articles, with, notHeld []string) []Link {
	var out []Link
	for i, s := range slices.Concat(articles, with) {
		r := corpus.ParseRef(s)
		l := Link{Href: v.href(r), Text: v.label(r), Caption: v.library.Caption(r)}
		if i >= len(articles) {
			l.Text = "jo. " + l.Text
		}
		out = append(out, l)
	}
	for _, s := range notHeld {
		out = append(out, Link{Text: s, Caption: "tidak ada dalam koleksi"})
	}
	return out
}

func (v view) defendantBlock(d *corpus.Decision, i int) DefendantBlock {
	a := d.Defendants[i]
	b := DefendantBlock{Name: "Terdakwa", Sentence: sentenceWords(a.Sentence), Outcome: StatusLine{Class: "ok", Label: capital(corpus.ValueName(corpus.Outcomes, a.Outcome))}}
	if len(d.Defendants) > 1 {
		b.Name = fmt.Sprintf("Terdakwa %d", i+1)
	}
	if a.Outcome == "convicted" {
		b.Outcome.Class = "bad"
	}
	who := names(a.Roles, corpus.Roles)
	if a.Kind != "person" {
		who = append([]string{corpus.ValueName(corpus.DefendantKinds, a.Kind)}, who...)
	}
	if sex := map[string]string{"female": "perempuan", "male": "laki-laki"}[a.Sex]; sex != "" {
		who = append(who, sex)
	}
	b.Roles = strings.Join(who, ", ")
	for _, p := range a.Proved {
		name := p.Count
		if p.Form != "completed" {
			name += " (" + corpus.ValueName(corpus.Participations, p.Form) + ")"
		}
		b.Proved = append(b.Proved, CountLine{name, v.readWith(p.Articles, p.With, p.NotHeld)})
	}
	b.Acquitted = strings.Join(a.Acquitted, ", ")
	if a.Asked != nil {
		b.Asked = sentenceWords(a.Asked.Sentence)
		if a.Asked.Count != "" {
			b.Asked = strings.TrimSuffix("dakwaan "+a.Asked.Count+": "+b.Asked, ": ")
		}
	}
	return b
}

// names returns the names on screen of keys.
func names(keys []string, values []corpus.Value) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = corpus.ValueName(values, k)
	}
	return out
}

// decisionFacts are the coded facts of a decision. What it does not say is left out, but for restitution, of which the
// silence says something.
func (v view) decisionFacts(d *corpus.Decision) []NamedText {
	var out []NamedText
	add := func(name, text string) {
		if text != "" {
			out = append(out, NamedText{name, text})
		}
	}
	add("Tingkat", capital(corpus.ValueName(corpus.Levels, d.Level)))
	add("Waktu perbuatan", spanWords(d.Acted))
	add("Korban", victimsWords(d.Victims))
	add("Perbuatan", capital(strings.Join(names(d.Acts, corpus.Acts), ", ")))
	add("Cara", capital(strings.Join(names(d.Means, corpus.Means), ", ")))
	add("Tujuan", capital(strings.Join(names(d.Purposes, corpus.Purposes), ", ")))
	add("Bentuk", capital(corpus.ValueName(corpus.Forms, d.Form)))
	add("Sektor", capital(strings.Join(names(d.Sectors, corpus.Sectors), ", ")))
	add("Perjalanan", strings.Join(d.Route, " → "))
	add("Restitusi", restitutionWords(d.Restitution))
	return out
}

func spanWords(s corpus.DecisionSpan) string {
	switch {
	case s.From.IsZero():
		return ""
	case s.From == s.Until:
		return s.From.Long()
	}
	return "antara " + s.From.Long() + " dan " + s.Until.Long()
}

func victimsWords(n corpus.Victims) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{n.Children, "anak"}, {n.Adults, "dewasa"}, {n.Female, "perempuan"}, {n.Male, "laki-laki"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	switch {
	case n.Total == 0 && len(parts) == 0:
		return ""
	case n.Total == 0:
		return strings.Join(parts, ", ")
	case len(parts) == 0:
		return fmt.Sprintf("%d orang", n.Total)
	}
	return fmt.Sprintf("%d orang: %s", n.Total, strings.Join(parts, ", "))
}

func restitutionWords(r corpus.DecisionRestitution) string {
	if r.Outcome == "" {
		return "Tidak disebut dalam putusan"
	}
	out := capital(corpus.ValueName(corpus.RestitutionOutcomes, r.Outcome))
	if r.Asked > 0 {
		out += ", diminta " + corpus.Rupiah(r.Asked)
	}
	if r.Given > 0 {
		out += ", diberi " + corpus.Rupiah(r.Given)
	}
	if r.Reason != "" {
		out += ". " + r.Reason
	}
	return out
}

// ArticleCases are the decisions in which an article was charged.
type ArticleCases struct {
	Note   string
	Count  string // how many, and what became of it
	Figure *ArticleFigure
	Rows   []DecisionRow // the newest
	More   Link          // all of them
}

// maxCases is how many decisions an article page lists.
const maxCases = 6

// articleCases tells what courts did with an article; nil if the collection has no decision on it.
func (v view) articleCases(article corpus.Ref) (*ArticleCases, error) {
	ds := v.library.DecisionsOn(article)
	if len(ds) == 0 {
		return nil, nil
	}
	cases := ArticleCases{Note: v.sampleNote(), More: Link{Href: v.keepDay(decisionsFiltered(index.Filter{index.FacetArticle: {article.String()}})), Text: fmt.Sprintf("Semua %d putusan", len(ds))}}
	proved := 0
	for i, d := range ds {
		row := v.decisionRow(d)
		switch is := func(r corpus.Ref) bool { return v.library.Canonical(r).Article() == article }; {
		case slices.ContainsFunc(d.Proved(), is):
			proved++
			row.Results = []StatusLine{{Class: "bad", Label: "Terbukti"}}
		case slices.ContainsFunc(d.Charged(), is):
			row.Results = []StatusLine{{Class: "warn", Label: "Didakwakan, tidak dipilih atau tidak terbukti"}}
		default:
			row.Results = []StatusLine{{Class: "case", Label: "Dijunctokan"}}
		}
		if i < maxCases {
			cases.Rows = append(cases.Rows, row)
		}
	}
	cases.Count = fmt.Sprintf("Dalam %d putusan koleksi ini; terbukti dalam %d.", len(ds), proved)
	if proved == 0 {
		return &cases, nil
	}
	var err error
	cases.Figure, err = v.articleFigure(article)
	return &cases, err
}

// decisionHit shows a decision among the hits of a search.
func (v view) decisionHit(h index.Hit, d *corpus.Decision) HitLine {
	return HitLine{Href: v.path(d.Ref()), Label: d.Title, Work: "Putusan " + d.Number, Caption: v.outcome(d), Path: d.Court + ", " + decidedWords(d),
		Snippet: h.Snippet, Badges: append([]StatusLine{{Class: "case", Label: "Putusan"}}, results(d)...)}
}
