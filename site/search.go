package site

import (
	"encoding/json"
	"fmt"
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
	Page, Pages      int
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

// question is a search as the address gives it.
type question struct {
	text  string
	works []string
	kinds []string
	page  int
}

// readQuestion reads an address. Whatever is out of bounds is brought back into them.
func readQuestion(v url.Values) question {
	q := question{text: strings.TrimSpace(v.Get("q")), works: v["karya"], kinds: v["jenis"], page: 1}
	if r := []rune(q.text); len(r) > index.MaxQueryLength {
		q.text = string(r[:index.MaxQueryLength])
	}
	q.text = strings.ToValidUTF8(q.text, "")
	if n, err := strconv.Atoi(v.Get("hal")); err == nil {
		q.page = min(max(n, 1), index.MaxPage)
	}
	return q
}

// address writes a question as an address.
func (q question) address() string {
	v := url.Values{"q": {q.text}}
	for _, w := range q.works {
		v.Add("karya", w)
	}
	for _, k := range q.kinds {
		v.Add("jenis", k)
	}
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
		page.Heading = "Cari pasal atau kata"
		page.Message = "Tulis pertanyaan, kata kunci, atau nomor pasal di kotak pencarian."
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
	result, err := s.search.Search(r.Context(), index.Query{Text: q.text, Works: q.works, Kinds: q.kinds, Day: v.day, Page: q.page, PerPage: hitsPerPage})
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
	page.Heading = "Pasal yang disebut"
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
		return fmt.Sprintf("%s: sebutkan juga undang-undangnya.", corpus.FragmentLabel(r.Fragment))
	case w == nil:
		return fmt.Sprintf("%s tidak ada dalam koleksi ini.", corpus.NumberedName(r.Work))
	}
	return fmt.Sprintf("%s tidak memuat %s.%s", w.Name(), corpus.FragmentLabel(r.Fragment), articlesHeld(w))
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
	page.Heading = fmt.Sprintf("%d pasal untuk “%s”", r.Total, q.text)
	if r.Total == 0 {
		page.Heading = fmt.Sprintf("Tidak ada pasal untuk “%s”", q.text)
	}
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

func (q question) onPage(n int) string {
	q.page = n
	return q.address()
}

func (v view) hitLine(h index.Hit) HitLine {
	line := HitLine{Href: v.href(h.Ref), Caption: v.library.Caption(h.Ref), Label: corpus.FragmentLabel(h.Ref.Fragment), Snippet: h.Snippet}
	work := v.library.Work(h.Ref.Work)
	if work == nil {
		return line
	}
	line.Work = work.Name()
	if h.Ref.Fragment == "" {
		line.Label, line.Work, line.Caption = work.Name(), "", work.Title
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

// maxChoices is how many works a filter offers, those with the most hits; a longer list is no help.
const maxChoices = 12

// filters makes the choices of the side: by kind of work and by work.
func (v view) filters(q question, r index.Result) []Filter {
	var out []Filter
	add := func(title string, counts []index.Count, chosen []string, name func(string) string, with func([]string) question) {
		f := Filter{Title: title}
		for _, c := range counts {
			on := slices.Contains(chosen, c.Value)
			next := with([]string{c.Value})
			if on {
				next = with(nil)
			}
			if len(f.Choices) == maxChoices && !on {
				continue
			}
			f.Choices = append(f.Choices, Choice{Href: v.keepDay(next.address()), Text: name(c.Value), N: c.N, On: on})
		}
		if len(f.Choices) > 1 || len(chosen) > 0 && len(f.Choices) > 0 {
			out = append(out, f)
		}
	}
	add("Jenis peraturan", r.Kinds, q.kinds, corpus.KindName, func(kinds []string) question {
		return question{text: q.text, works: q.works, kinds: kinds}
	})
	add("Peraturan", r.Works, q.works, func(id string) string { return v.library.Work(id).Name() }, func(works []string) question {
		return question{text: q.text, works: works, kinds: q.kinds}
	})
	return out
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
