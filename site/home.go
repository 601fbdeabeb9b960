package site

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"suluh/corpus"
	"suluh/index"
)

// HomePage is the front door.
type HomePage struct {
	BasePage
	Examples []Link
	Groups   []WorkGroup
	Cards    []WorkLine
	Guides   []Link
}

// WorkGroup is a list of works under a heading.
type WorkGroup struct {
	ID, Title string
	Works     []WorkLine
}

// WorkLine is a work in a list.
type WorkLine struct {
	Href, Number, Title, Extent, Class string
	Status                             StatusLine

	rank    int
	enacted string
}

var statusOrder = map[string]int{"ok": 0, "warn": 0, "bad": 1}

// examples are questions to try: by words, in daily words, by citation.
var examples = []string{
	"korban setuju berangkat apakah tetap pidana",
	"pemalsuan KTP anak",
	"restitusi korban",
	"pasal 2 uu 21/2007",
}

func (s *Site) serveHome(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := HomePage{BasePage: v.base("Hukum tentang perdagangan orang")}
	page.HideSearch = true
	page.Description = "Peraturan tentang tindak pidana perdagangan orang (TPPO) di Indonesia, pasal demi pasal: cari, baca, telusuri rujukannya."
	principal, others := WorkGroup{ID: "pokok", Title: "Peraturan pokok"}, WorkGroup{ID: "terkait", Title: "Peraturan terkait"}
	for _, e := range examples {
		page.Examples = append(page.Examples, Link{Href: v.keepDay("/cari?q=" + url.QueryEscape(e)), Text: e})
	}
	for _, work := range s.library.Works() {
		line := WorkLine{Href: v.path(work.Ref()), Number: work.Name(), Title: work.Title,
			Extent: extentWords(work.Extent, len(work.Articles())), rank: work.Principal, enacted: work.Enacted.String(), Status: v.statusLine(work.Ref())}
		line.Status.Label = cmp.Or(line.Status.Badge, line.Status.Label)
		switch {
		case work.Extent == corpus.Card:
			page.Cards = append(page.Cards, line)
		case work.Principal > 0:
			principal.Works = append(principal.Works, line)
		default:
			others.Works = append(others.Works, line)
		}
	}
	if s.hasChargeGuide() {
		page.Guides = append(page.Guides, Link{Href: v.keepDay(chargeAddress), Text: "Panduan memilih pasal", Caption: "Jawab pertanyaan tentang perbuatan; lihat pasal yang cocok, unsur demi unsur, dengan ancaman pada hari itu."})
	}
	for _, g := range s.library.Guides() {
		page.Guides = append(page.Guides, Link{Href: v.keepDay("/" + g.ID), Text: g.Title, Caption: g.Summary})
	}
	for _, g := range []WorkGroup{principal, others} {
		// What is law now comes first, the newest first in each; the principal statutes in their own order.
		slices.SortStableFunc(g.Works, func(a, b WorkLine) int {
			return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(statusOrder[a.Status.Class], statusOrder[b.Status.Class]), cmp.Compare(b.enacted, a.enacted))
		})
		if len(g.Works) > 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	return s.writePage(w, "home", page)
}

// serveHealth runs a real search.
func (s *Site) serveHealth(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.search.Search(r.Context(), index.Query{Text: "orang", PerPage: 1}); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := w.Write([]byte("ok\n"))
	return err
}
