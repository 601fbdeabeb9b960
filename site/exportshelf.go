package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

// The imported works in an export. They are thousands, so each has one page, on which its articles are places; and their
// search has files of its own, which only a search loads.

// ShelfIndex makes the files with which a browser searches the imported works. [index.Store] is one.
type ShelfIndex interface {
	StaticShelf(page func(corpus.Entry) any) []index.Shard
}

// shelfPageShard is what the page of a search must know before it searches the imported works.
type shelfPageShard struct {
	HitsBeside int               `json:"hitsBeside"` // how many are shown beside those of the core
	Kinds      []string          `json:"kinds"`
	Facet      string            `json:"facet"`  // the facet of the collections
	Values     [2]string         `json:"values"` // of the core and of the imported works
	Names      [2]string         `json:"names"`  // of those
	Title      string            `json:"title"`  // of the facet
	Badge      hitBadge          `json:"badge"`
	Words      map[string]string `json:"words"`
}

// ShelfHits is what a search shows of the imported works below the hits of the core. Only a browser fills it: see
// site/offline/carirak.js.
type ShelfHits struct {
	Heading, Note, Found string
	Hits                 []HitLine
	More                 *Link
}

// shelfLineShard is what hits show of an imported work.
type shelfLineShard struct {
	Name   string     `json:"name"`
	Title  string     `json:"title"`
	Past   bool       `json:"past,omitempty"`
	Badges []hitBadge `json:"badges,omitempty"` // besides that of the import
}

// hitsBeside is how many imported articles a search shows below those of the core; the others have a page of their own.
const hitsBeside = 5

// maxShelfTitle is how much of the title of an imported work a hit shows, in runes: what a program took for a title may be
// half a page.
const maxShelfTitle = 140

// Sentences of the search among imported works.
const (
	shelfHeading  = "Di luar koleksi inti"
	shelfNote     = "Hasil impor otomatis dari naskah yang ditemukan, belum diperiksa siapa pun. Setiap peraturan ada dalam satu halaman; yang tampak di sini adalah awal bunyi pasalnya."
	shelfFound    = "%s di luar koleksi inti untuk “%s”"
	shelfArticles = "%d pasal"
	shelfAtLeast  = "sedikitnya %d pasal"
	shelfNoCount  = "Jumlah pasal tidak diketahui"
	shelfLeft     = "Tidak ikut dicari di sini: %s."
	shelfMeant    = "Dicari juga sebagai: %s."
	shelfPhrase   = "Tanda kutip tidak berlaku di sini: kata-katanya dicari satu per satu."
	shelfMore     = "Lihat lebih banyak di luar koleksi inti"
	shelfNoPart   = "%s hasil impor tidak memuat %s."
)

// shelved reports whether the page of a work on the shelf is part of the export.
func (e *export) shelved(id string) bool {
	_, ok := e.site.library.Entry(id)
	return ok && e.wants(id)
}

// addShelfPages enters the pages of the imported works. They are not read for links: those lead to pages that the export
// has anyway, or to none.
func (e *export) addShelfPages() {
	for _, entry := range e.site.library.Shelf() {
		if e.wants(entry.ID) {
			address := corpus.Ref{Work: entry.ID}.Path()
			e.pages[address] = &exportPage{address: address, shelf: true}
			e.summary.Shelf++
		}
	}
}

// placeOf returns the page that shows what an address means, and the place on it. The articles of a work on the shelf are on the
// page of the work; what the program made of their parts is uncertain, so a link leads to the article that has the part.
func (e *export) placeOf(u *url.URL) (address, fragment string) {
	work, number, isArticle := strings.Cut(u.Path, "/pasal/")
	if !isArticle || !e.shelved(strings.TrimPrefix(work, "/")) {
		return u.Path, u.Fragment
	}
	return work, "pasal-" + number
}

// shelfShards makes the search of the imported works.
func (e *export) shelfShards() []Shard {
	if e.summary.Shelf == 0 {
		return nil
	}
	v := view{Site: e.site, day: e.site.today()}
	var out []Shard
	for _, s := range e.options.Shelf.StaticShelf(func(entry corpus.Entry) any {
		if !e.shelved(entry.ID) {
			return nil
		}
		return v.shelfLine(entry)
	}) {
		out = append(out, Shard(s))
	}
	return out
}

// shelfLine returns what hits show of an imported work.
func (v view) shelfLine(entry corpus.Entry) shelfLineShard {
	line := v.hitLine(index.Hit{Ref: corpus.Ref{Work: entry.ID}})
	out := shelfLineShard{Name: entry.Name(), Title: entry.Title, Past: line.Past}
	if r := []rune(out.Title); len(r) > maxShelfTitle {
		out.Title = strings.TrimSpace(string(r[:maxShelfTitle])) + "…"
	}
	for _, b := range line.Badges {
		if b.Label != importBadge.Label {
			out.Badges = append(out.Badges, hitBadge{b.Class, b.Label})
		}
	}
	return out
}

// shelfPage returns what the page of a search must know of the shelf, nil if the export has none.
func (e *export) shelfPage() *shelfPageShard {
	if e.summary.Shelf == 0 {
		return nil
	}
	p := &shelfPageShard{HitsBeside: hitsBeside, Facet: string(index.FacetCollection), Title: facetTitles[index.FacetCollection],
		Values: [2]string{index.CoreCollection, index.ImportedCollection}, Badge: hitBadge{importBadge.Class, importBadge.Label}, Kinds: []string{},
		Words: map[string]string{"heading": shelfHeading, "note": shelfNote, "found": shelfFound, "articles": shelfArticles, "atLeast": shelfAtLeast, "notCounted": shelfNoCount,
			"left": shelfLeft, "meant": shelfMeant, "phrase": shelfPhrase, "more": shelfMore, "noArticle": shelfNoPart}}
	v := view{Site: e.site, day: e.site.today()}
	for i, value := range p.Values {
		p.Names[i] = v.facetName(index.FacetCollection, value)
	}
	for _, entry := range e.site.library.Shelf() {
		if e.wants(entry.ID) && !slices.Contains(p.Kinds, entry.Kind()) {
			p.Kinds = append(p.Kinds, entry.Kind())
		}
	}
	return p
}

// ofShelf reports whether a file of the export is of the imported works.
func (e *export) ofShelf(name string) bool {
	page := e.pages["/"+strings.TrimSuffix(name, ".html")]
	return strings.HasPrefix(name, "data/rak/") || page != nil && page.shelf
}

// numberRanges writes names of pages short, "1-43 45", for there are thousands: the short ones come first, numbers in order.
func numberRanges(names []string) string {
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	for i, name := range names {
		names[i] = "pasal-" + name // the list is one of articles
	}
	return string(corpus.ListArticles(names))
}
