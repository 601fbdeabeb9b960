// Package index finds articles by words.
//
// An [Engine] answers a [Query] with a [Result]; both are plain values, and no type of a search library leaves this
// package. [NewBleve] builds the engine on bleve, one document an article, with the Indonesian analysis of
// suluh/index/indonesian.
//
// # Fields and ranking
//
// An article is indexed by its wording, its elucidation, its editorial title, and the headings above it, each with
// stems, and by its wording without stems for phrases. A word of the question counts in the field where it says
// most; synonyms of the field of law (TPPO, trafficking, perdagangan orang) count for less than the word itself, and
// a word that is nowhere in the collection is taken for the nearest one that is. What a question shares with an
// article in rare words, and how many of its words it shares at all, decides the order.
//
// # On disk
//
// For thousands of works [Build] makes an index folder, [Open] opens it as a [Store], and [Store.Engine] searches it: the
// texts, what is known of each imported work, and a segment, which is read where it lies (segment.go). Imported works are
// kept apart by [FacetCollection] and weighed by statistics of their own, so that they never change the order of the core's
// articles. A word that stands in very few imported articles and nowhere in the core counts as misspelt: most are slips of
// whatever read the pages.
package index

import (
	"context"
	"slices"

	"suluh/corpus"
)

// Limits of a query. A longer query is cut, a higher page is refused by the callers.
const (
	MaxQueryLength = 300 // characters; a question of fifty words
	MaxTerms       = 40  // words of a question that are looked for
	MaxPerPage     = 50  // hits a page
	MaxPage        = 200 // pages
)

// Facet is a property of documents by which hits are counted and filtered. Its value is its name in addresses.
type Facet string

// The facets.
const (
	FacetKind        Facet = "jenis"      // first part of the id: "uu", "putusan"
	FacetWork        Facet = "karya"      // id of the work
	FacetArticle     Facet = "pasal"      // articles charged or proved, "uu/2007/21#pasal-2"
	FacetCourt       Facet = "pengadilan" // name of the court
	FacetYear        Facet = "tahun"      // of the judgment
	FacetSector      Facet = "sektor"     // of corpus.Sectors
	FacetResult      Facet = "hasil"      // of corpus.Results
	FacetChild       Facet = "anak"       // "ya" or "tidak": whether a victim was a child
	FacetRestitution Facet = "restitusi"  // of corpus.RestitutionOutcomes, or "tidak-disebut"
	FacetCollection  Facet = "koleksi"    // [CoreCollection] or [ImportedCollection]; only where there are both
)

// Values of [FacetCollection].
const (
	CoreCollection     = "inti"  // read by people, with relations and standing
	ImportedCollection = "impor" // made by the importer and read by nobody
)

// Facets are all facets, in the order in which a page offers them.
var Facets = slices.Concat([]Facet{FacetKind, FacetWork}, CaseFacets, []Facet{FacetCollection})

// CaseFacets are those that only decisions have.
var CaseFacets = []Facet{FacetArticle, FacetCourt, FacetYear, FacetSector, FacetResult, FacetChild, FacetRestitution}

// Filter narrows hits to those that have, for every facet named, one of its values.
type Filter map[Facet][]string

// Query is a question to an engine.
type Query struct {
	Text    string
	Filter  Filter
	Day     corpus.Date // what is not law on this day comes later; the day of the engine if zero
	Page    int         // from 1; 0 means 1
	PerPage int         // 0 means 10
}

// Result is what an engine found.
type Result struct {
	Total     int
	Hits      []Hit
	Counts    map[Facet][]Count // how many hits each value has, without the filter by its own facet; most first
	Corrected string            // the query as it was understood, if words in it were misspelt
	Unknown   []string          // words of the query that nothing in the collection resembles
}

// Hit is one article, or one decision or card.
type Hit struct {
	Ref     corpus.Ref
	Score   float64
	Snippet []Part // the words of the article around what was asked
	Source  string // where the snippet stands: "" the wording, "penjelasan", "judul" the editorial title
}

// Part is a piece of a snippet.
type Part struct {
	Text  string
	Match bool // answers a word of the query
}

// Count is one line of a filter.
type Count struct {
	Value string
	N     int
}

// Engine searches the articles of a library. It is safe for concurrent use.
type Engine interface {
	// Search answers a query. It fails when ctx ends, and never because of what the query says.
	Search(ctx context.Context, q Query) (Result, error)
	// Close frees what the engine holds.
	Close() error
}
