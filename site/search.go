package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

// SearchPage shows what was found.
type SearchPage struct {
	BasePage
	Heading, Message string
	Asked            bool // there was a question
	Corrected        *Link
	Unknown          []string
	Hits             []HitLine
	Filters          []Filter
	Works            []Link
	First            int // number of the first hit
	Page, Pages      int // Pages is 0 where it is not known: see site/offline/carirak.js
	Previous, Next   string
}

// HitLine is one article found.
type HitLine struct {
	Href, Label, Work, Caption, Path, Where string
	Snippet                                 []index.Part
	Badges                                  []StatusLine
	Past                                    bool // no longer law
}

// Filter is a list of choices that narrow a search.
type Filter struct {
	Title   string
	Choices []Choice
}

// Choice is one of them, with the number of hits it leaves.
type Choice struct {
	Href, Text string
	N          int
	On         bool
}

const hitsPerPage = 10

// What the page says. The export says it too, from the browser.
const (
	askHeading   = "Cari pasal atau kata"
	askMessage   = "Tulis pertanyaan, kata kunci, atau nomor pasal di kotak pencarian."
	citedHeading = "Pasal yang disebut"
	lawNotNamed  = "%s: sebutkan juga undang-undangnya."
	workNotHeld  = "%s tidak ada dalam koleksi ini."
	noPortion    = "%s tidak memuat %s.%s"
	foundHeading = "%s untuk “%s”"
	foundNothing = "Tidak ada pasal atau putusan"
	foundLaw     = "%d pasal"
	foundAnd     = " dan "
)

// foundKinds are the kinds of document that are counted apart from articles, in this order.
var foundKinds = []struct{ Kind, Words string }{{decisionKind, "%d putusan"}, {"materi", "%d bahan"}}

// question is a search as the address gives it.
type question struct {
	text   string
	filter index.Filter
	page   int
}

// readQuestion reads an address. Whatever is out of bounds is brought back into them.
func readQuestion(v url.Values) question {
	q := question{text: strings.TrimSpace(v.Get("q")), filter: readFilter(v), page: 1}
	if r := []rune(q.text); len(r) > index.MaxQueryLength {
		q.text = string(r[:index.MaxQueryLength])
	}
	q.text = strings.ToValidUTF8(q.text, "")
	if n, err := strconv.Atoi(v.Get("hal")); err == nil {
		q.page = min(max(n, 1), index.MaxPage)
	}
	return q
}

// readFilter reads the facets of an address.
func readFilter(v url.Values) index.Filter {
	f := index.Filter{}
	for _, facet := range index.Facets {
		if values := v[string(facet)]; len(values) > 0 {
			f[facet] = values
		}
	}
	return f
}

// with returns the filter with other values for a facet.
func with(f index.Filter, facet index.Facet, values []string) index.Filter {
	f = maps.Clone(f)
	f[facet] = values
	return f
}

// addFilter adds the facets to an address.
func addFilter(v url.Values, f index.Filter) {
	for facet, values := range f {
		for _, value := range values {
			v.Add(string(facet), value)
		}
	}
}

// address writes a question as an address.
func (q question) address() string {
	v := url.Values{"q": {q.text}}
	addFilter(v, q.filter)
	if q.page > 1 {
		v.Set("hal", strconv.Itoa(q.page))
	}
	return "/cari?" + v.Encode()
}

func (s *Site) serveSearch(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	q := readQuestion(r.URL.Query())
	page := SearchPage{BasePage: v.base("Cari")}
	page.Query = q.text
	if q.text == "" {
		page.Heading = askHeading
		page.Message = askMessage
		return s.writePage(w, "search", page)
	}
	page.Title = q.text + " | Suluh"
	page.Asked = true
	cited := s.library.Lookup(q.text, page.Day)
	if len(cited) == 1 && cited[0].State == corpus.Resolved {
		http.Redirect(w, r, v.href(cited[0].Target), http.StatusSeeOther)
		return nil
	}
	if len(cited) > 0 {
		v.listCited(&page, cited)
		return s.writePage(w, "search", page)
	}
	result, err := s.search.Search(r.Context(), index.Query{Text: q.text, Filter: q.filter, Day: v.day, Page: q.page, PerPage: hitsPerPage})
	if err != nil {
		return err
	}
	if last := max(1, (result.Total+hitsPerPage-1)/hitsPerPage); q.page > last {
		http.Redirect(w, r, v.keepDay(q.onPage(last)), http.StatusSeeOther)
		return nil
	}
	v.fillSearch(&page, q, result)
	return s.writePage(w, "search", page)
}

// listCited fills the page for a query of several citations, or of one that the collection does not have.
func (v view) listCited(page *SearchPage, cited []*corpus.Citation) {
	page.Heading = citedHeading
	for _, c := range cited {
		if c.State != corpus.Resolved {
			page.Message = joinSentence(page.Message, v.whyNotHeld(c.Target))
			continue
		}
		page.Hits = append(page.Hits, v.hitLine(index.Hit{Ref: c.Target, Snippet: opening(v.library, c.Target)}))
	}
	page.Works = v.workLinks()
}

// whyNotHeld says why a citation leads nowhere.
func (v view) whyNotHeld(r corpus.Ref) string {
	w := v.library.Work(r.Work)
	switch {
	case r.Work == "":
		return fmt.Sprintf(lawNotNamed, corpus.FragmentLabel(r.Fragment))
	case w == nil:
		return fmt.Sprintf(workNotHeld, corpus.NumberedName(r.Work))
	}
	return fmt.Sprintf(noPortion, w.Name(), corpus.FragmentLabel(r.Fragment), articlesHeld(w))
}

// opening returns the first words of a portion as a snippet.
func opening(l *corpus.Library, r corpus.Ref) []index.Part {
	p := l.Portion(r)
	if p == nil {
		return nil
	}
	const length = 220 // runes
	words := []rune(strings.Join(strings.Fields(p.Plain()), " "))
	if len(words) > length {
		words = append(words[:length], '…')
	}
	return []index.Part{{Text: string(words)}}
}

func (v view) fillSearch(page *SearchPage, q question, r index.Result) {
	page.Heading = fmt.Sprintf(foundHeading, found(r, q.filter), q.text)
	page.Unknown = r.Unknown
	page.Works = v.workLinks()
	if r.Corrected != "" {
		page.Corrected = &Link{Href: v.keepDay(question{text: r.Corrected}.address()), Text: r.Corrected}
	}
	for _, h := range r.Hits {
		page.Hits = append(page.Hits, v.hitLine(h))
	}
	page.Page, page.Pages = q.page, (r.Total+hitsPerPage-1)/hitsPerPage
	page.First = (q.page-1)*hitsPerPage + 1
	if q.page > 1 {
		page.Previous = v.keepDay(q.onPage(q.page - 1))
	}
	if q.page < page.Pages && q.page < index.MaxPage {
		page.Next = v.keepDay(q.onPage(q.page + 1))
	}
	page.Filters = v.filters(q, r)
}

// found counts what was found, statutes, decisions and materials apart: "12 pasal dan 3 putusan". The counts of the kinds
// are made without the filter by kind, so only those that it lets through are added.
func found(r index.Result, chosen index.Filter) string {
	kinds := chosen[index.FacetKind]
	var others []string
	articles := r.Total
	for _, k := range foundKinds {
		i := slices.IndexFunc(r.Counts[index.FacetKind], func(c index.Count) bool { return c.Value == k.Kind })
		if i < 0 || len(kinds) > 0 && !slices.Contains(kinds, k.Kind) {
			continue
		}
		n := r.Counts[index.FacetKind][i].N
		articles -= n
		others = append(others, fmt.Sprintf(k.Words, n))
	}
	switch {
	case r.Total == 0:
		return foundNothing
	case articles > 0:
		others = append([]string{fmt.Sprintf(foundLaw, articles)}, others...)
	}
	return strings.Join(others, foundAnd)
}

func (q question) onPage(n int) string {
	q.page = n
	return q.address()
}

// importBadge marks what a program imported and nobody has read.
var importBadge = StatusLine{Class: markLabels["imported"].class, Label: strings.TrimSuffix(markLabels["imported"].label, ".")}

func (v view) hitLine(h index.Hit) HitLine {
	line := HitLine{Href: v.href(h.Ref), Caption: v.library.Caption(h.Ref), Label: corpus.FragmentLabel(h.Ref.Fragment), Snippet: h.Snippet}
	if d := v.library.Decision(h.Ref.Work); d != nil {
		return v.decisionHit(h, d)
	}
	if m := v.library.Material(h.Ref.Work); m != nil {
		return v.materialHit(h, m)
	}
	e, shelved := v.library.Entry(h.Ref.Work)
	if !shelved {
		work := v.library.Work(h.Ref.Work)
		if work == nil {
			return line
		}
		e = work.Entry()
	}
	line.Work = e.Name()
	if h.Ref.Fragment == "" {
		line.Label, line.Work, line.Caption = e.Name(), "", e.Title
	}
	if h.Source != "" {
		line.Where = capital(h.Source)
	}
	status := v.statusLine(h.Ref)
	line.Past = status.Class == "bad"
	if status.Badge != "" {
		status.Label = status.Badge
		line.Badges = append(line.Badges, status)
	}
	if shelved { // the work is not read for a line in a list
		if h.Ref.Fragment != "" {
			line.Path = e.Title
		}
		line.Badges = append(line.Badges, importBadge)
		return line
	}
	p := v.library.Portion(h.Ref)
	if p == nil {
		return line
	}
	var path []string
	for _, g := range p.Groups() {
		path = append(path, g.Heading())
	}
	line.Path = strings.Join(path, " › ")
	seen := map[string]bool{}
	for _, n := range notices(p) {
		if label := strings.TrimSuffix(n.Label, "."); !seen[label] {
			seen[label] = true
			line.Badges = append(line.Badges, StatusLine{Class: n.Class, Label: label + ": " + n.Where})
		}
	}
	return line
}

func (v view) workLinks() []Link {
	var out []Link
	for _, w := range v.library.Works() {
		if w.Extent != corpus.Card {
			out = append(out, Link{Href: v.path(w.Ref()), Text: w.Name()})
		}
	}
	return out
}

// maxChoices is how many values a filter offers, those with the most hits; a longer list is no help.
const maxChoices = 12

// lawFacets are the facets that statutes have, apart from the collection to which they belong.
var lawFacets = []index.Facet{index.FacetKind, index.FacetWork}

// filters makes the choices of the side.
func (v view) filters(q question, r index.Result) []Filter {
	counts := r.Counts
	if !slices.Contains(q.filter[index.FacetKind], decisionKind) { // what only decisions have is no help among statutes
		counts = map[index.Facet][]index.Count{index.FacetCollection: r.Counts[index.FacetCollection]}
		for _, f := range lawFacets {
			counts[f] = r.Counts[f]
		}
	}
	return v.choices(counts, q.filter, func(f index.Filter) string { return question{text: q.text, filter: f}.address() })
}

// choices makes the choices of a page that counts and filters by facets. Address tells where a filter leads.
func (v view) choices(counts map[index.Facet][]index.Count, chosen index.Filter, address func(index.Filter) string) []Filter {
	var out []Filter
	for _, facet := range offeredFacets {
		f := Filter{Title: facetTitles[facet]}
		for _, c := range counts[facet] {
			on := slices.Contains(chosen[facet], c.Value)
			next := []string{c.Value}
			if on {
				next = nil
			}
			if len(f.Choices) == maxChoices && !on {
				continue
			}
			f.Choices = append(f.Choices, Choice{Href: v.keepDay(address(with(chosen, facet, next))), Text: v.facetName(facet, c.Value), N: c.N, On: on})
		}
		if len(f.Choices) > 1 || len(chosen[facet]) > 0 && len(f.Choices) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// offeredFacets are the facets in the order in which a page offers them: whether people have read a text comes first.
var offeredFacets = append([]index.Facet{index.FacetCollection},
	slices.DeleteFunc(slices.Clone(index.Facets), func(f index.Facet) bool { return f == index.FacetCollection })...)

var facetTitles = map[index.Facet]string{
	index.FacetKind: "Jenis", index.FacetWork: "Peraturan", index.FacetArticle: "Pasal dalam putusan", index.FacetCourt: "Pengadilan",
	index.FacetYear: "Tahun putusan", index.FacetSector: "Sektor", index.FacetResult: "Hasil perkara", index.FacetChild: "Korban anak",
	index.FacetRestitution: "Restitusi", index.FacetCollection: "Koleksi",
}

// facetName returns the name on screen of a value of a facet.
func (v view) facetName(f index.Facet, value string) string {
	switch f {
	case index.FacetKind:
		return corpus.KindName(value)
	case index.FacetWork:
		return v.library.NameOf(value)
	case index.FacetArticle:
		return v.label(corpus.ParseRef(value))
	default:
		if name := corpus.ValueName(facetValues[f], value); name != value {
			return capital(name)
		}
	}
	return value
}

// facetValues are the values of the facets that have a fixed set of them.
var facetValues = map[index.Facet][]corpus.Value{
	index.FacetCollection: {{Key: index.CoreCollection, Name: "koleksi inti"}, {Key: index.ImportedCollection, Name: "impor otomatis, belum diperiksa"}},
	index.FacetSector:     corpus.Sectors, index.FacetResult: corpus.Results,
	index.FacetChild:       {{Key: "ya", Name: "ada korban anak"}, {Key: "tidak", Name: "semua korban dewasa"}},
	index.FacetRestitution: append(slices.Clone(corpus.RestitutionOutcomes), corpus.Value{Key: "tidak-disebut", Name: "tidak disebut"}),
}

// serveSearchAPI answers with JSON: the article a citation means, or the articles found, best first.
func (s *Site) serveSearchAPI(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	per, err := strconv.Atoi(r.URL.Query().Get("per"))
	if err != nil {
		per = hitsPerPage
	}
	result, err := v.answer(r.Context(), readQuestion(r.URL.Query()).text, min(max(per, 1), index.MaxPerPage))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	return json.NewEncoder(w).Encode(result)
}
