package site

import (
	"cmp"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
)

// shelfAddress is the list of the works on the shelf; below it are those of one kind and year: "/koleksi/impor/uu/1999".
const shelfAddress = "/koleksi/impor"

// ShelfPage lists the works on the shelf, which a program imported and nobody has read.
type ShelfPage struct {
	BasePage
	Total int
	Kinds []ShelfKind
}

// ShelfKind is a kind of work with the years of which there are some, by decade.
type ShelfKind struct {
	Name    string
	Total   int
	Decades []ShelfDecade
}

// ShelfDecade is ten years. Its name is "1990–1999".
type ShelfDecade struct {
	Name  string
	Years []ShelfYear
}

// ShelfYear leads to the works of one kind and year.
type ShelfYear struct {
	Link
	Total int
}

func (s *Site) serveShelf(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	entries := s.library.Shelf()
	if len(entries) == 0 {
		return errNotFound
	}
	return s.writePage(w, "shelf", ShelfPage{BasePage: v.base("Hasil impor otomatis"), Total: len(entries), Kinds: v.shelfKinds(entries)})
}

// shelfKinds counts the works of the shelf by kind, decade and year.
func (v view) shelfKinds(entries []corpus.Entry) []ShelfKind {
	type place struct {
		kind string
		year int
	}
	count := map[place]int{}
	for _, e := range entries {
		count[place{e.Kind(), e.Year()}]++
	}
	var places []place
	for p := range count {
		places = append(places, p)
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.year, b.year)) })
	var out []ShelfKind
	for i, p := range places {
		if i == 0 || places[i-1].kind != p.kind {
			out = append(out, ShelfKind{Name: corpus.KindName(p.kind)})
		}
		kind := &out[len(out)-1]
		kind.Total += count[p]
		if name := fmt.Sprintf("%d–%d", p.year/10*10, p.year/10*10+9); len(kind.Decades) == 0 || kind.Decades[len(kind.Decades)-1].Name != name {
			kind.Decades = append(kind.Decades, ShelfDecade{Name: name})
		}
		decade := &kind.Decades[len(kind.Decades)-1]
		decade.Years = append(decade.Years, ShelfYear{Link{Href: v.keepDay(shelfYearAddress(p.kind, p.year)), Text: strconv.Itoa(p.year)}, count[p]})
	}
	return out
}

func shelfYearAddress(kind string, year int) string {
	return fmt.Sprintf("%s/%s/%04d", shelfAddress, kind, year)
}

// ShelfYearPage lists the works of one kind and year on the shelf.
type ShelfYearPage struct {
	BasePage
	Crumbs         []Link
	Heading        string // "Undang-Undang tahun 1999"
	Works          []ShelfRow
	Previous, Next *Link // years
}

// ShelfRow is one work.
type ShelfRow struct {
	Href, Name, Title, Extent, Score string
	Status                           StatusLine
}

func (s *Site) serveShelfYear(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	kind := mux.Vars(r)["kind"]
	year, err := strconv.Atoi(mux.Vars(r)["year"])
	if err != nil {
		return errNotFound
	}
	var works []corpus.Entry
	before, after := 0, 0 // the nearest other years
	for _, e := range s.library.Shelf() {
		switch y := e.Year(); {
		case e.Kind() != kind:
		case y == year:
			works = append(works, e)
		case y < year:
			before = max(before, y)
		case after == 0 || y < after:
			after = y
		}
	}
	if len(works) == 0 {
		return notFound("Hasil impor tidak memuat %s tahun %d.", corpus.KindName(kind), year)
	}
	page := ShelfYearPage{Heading: fmt.Sprintf("%s tahun %d", corpus.KindName(kind), year), Crumbs: []Link{{Href: v.keepDay(shelfAddress), Text: "Hasil impor otomatis"}}}
	page.BasePage = v.base(page.Heading + ", hasil impor otomatis")
	slices.SortFunc(works, compareNumbers)
	for _, e := range works {
		page.Works = append(page.Works, v.shelfRow(e))
	}
	page.Previous, page.Next = v.shelfYearLink(kind, before), v.shelfYearLink(kind, after)
	return s.writePage(w, "shelf-year", page)
}

func (v view) shelfYearLink(kind string, year int) *Link {
	if year == 0 {
		return nil
	}
	return &Link{Href: v.keepDay(shelfYearAddress(kind, year)), Text: strconv.Itoa(year)}
}

func (v view) shelfRow(e corpus.Entry) ShelfRow {
	row := ShelfRow{Href: v.keepDay("/" + e.ID), Name: e.Name(), Title: e.Title, Extent: extentWords(e.Extent, e.Articles.Len()), Score: e.Imported, Status: v.statusLine(corpus.Ref{Work: e.ID})}
	row.Status.Label = cmp.Or(row.Status.Badge, row.Status.Label)
	return row
}

// compareNumbers orders works of one kind and year by their numbers: 9, 10, 10a.
func compareNumbers(a, b corpus.Entry) int {
	number := func(e corpus.Entry) int {
		n, _ := strconv.Atoi(strings.TrimRight(path.Base(e.ID), "abcdefghijklmnopqrstuvwxyz")) // 0 for a work without a number
		return n
	}
	return cmp.Or(cmp.Compare(number(a), number(b)), cmp.Compare(a.ID, b.ID))
}
