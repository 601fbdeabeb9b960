package index

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// Shard is a piece of the static index, which a browser loads when a question needs it.
type Shard struct {
	Name string
	Data any // becomes JSON
}

// Names of the shards. Those that end in a slash are numbered.
const (
	shardLanguage = "cari/bahasa"   // tables of suluh/index/indonesian
	shardRoot     = "cari/indeks"   // what every search needs
	shardStems    = "cari/akar/"    // where stems stand
	shardWords    = "cari/kata/"    // where words stand, as written; for phrases
	shardPhrases  = "cari/kata"     // first key of each of those
	shardTable    = "cari/dokumen/" // what documents are
	shardCases    = "cari/perkara/" // what those facets say of documents that only decisions have
	shardSpelling = "cari/ejaan/"   // words by their length, for misspelt ones
	shardTexts    = "cari/teks/"    // texts of documents, for snippets
)

// Sizes of shards, in bytes of JSON or in documents. A question loads a shard for every stem that may answer it and one
// for every hit, so small shards make a small search; every shard is a file, so they must not be too small.
const (
	stemsPerShard = 1000 // bytes
	textsPerShard = 1500 // bytes
	docsPerShard  = 2000 // documents
)

// staticFacets are the facets of the static index: all but the collection, for it holds only one.
var staticFacets = Facets[:len(Facets)-1]

// lawFacets is how many of [Facets], the first, statutes have; the others are of decisions only.
const lawFacets = 2

// staticRoot is the shard that every search needs.
type staticRoot struct {
	Day       corpus.Date         `json:"day"` // decides between laws of one name, as the day of the engine does
	Docs      int                 `json:"docs"`
	Law       int                 `json:"law"`     // how many of them are law; they come first
	Average   [fieldCount]float64 `json:"average"` // words in each field
	Numbers   staticNumbers       `json:"numbers"`
	Facets    []Facet             `json:"facets"`
	Laws      int                 `json:"laws"`      // how many of them statutes have too
	Decisions string              `json:"decisions"` // the value of FacetKind for decisions
	Known     string              `json:"known"`     // stems that are known though no document has them, joined by spaces
	Names     []string            `json:"names"`     // the first words of the names of laws
	Numbered  []string            `json:"numbered"`  // words that begin a citation by number; a query without any of these and Names cites nothing
	Digits    string              `json:"digits"`    // see [packed]
	Stems     []string            `json:"stems"`     // first key of each shard of stems
	Texts     []int               `json:"texts"`     // first document of each shard of texts
	Table     int                 `json:"table"`     // documents in a shard of the table
	Lengths   []int               `json:"lengths"`   // of words, in letters, for which there is a shard of spellings
}

// staticNumbers are the constants of the engine.
type staticNumbers struct {
	FieldWeight   [fieldCount]float64 `json:"fieldWeight"`
	LengthShare   [fieldCount]float64 `json:"lengthShare"`
	Saturation    float64             `json:"saturation"`
	NearBonus     float64             `json:"nearBonus"`
	NearDistance  int                 `json:"nearDistance"`
	CitedBonus    float64             `json:"citedBonus"`
	PinnedBonus   float64             `json:"pinnedBonus"`
	Coverage      float64             `json:"coverage"`
	Corrected     float64             `json:"corrected"`
	MinConcepts   int                 `json:"minConcepts"`
	MinCorrected  int                 `json:"minCorrected"`
	MaxQuery      int                 `json:"maxQuery"`
	MaxTerms      int                 `json:"maxTerms"`
	MaxPage       int                 `json:"maxPage"`
	FacetSize     int                 `json:"facetSize"`
	SnippetLength int                 `json:"snippetLength"`
	Sources       [2]string           `json:"sources"` // of a snippet, for the wording and its elucidation
}

// staticTable is a part of the table of documents. Every list has a member a document.
type staticTable struct {
	Refs    []staticRefs          `json:"refs"`
	Lengths [fieldCount]string    `json:"lengths"` // packed
	Facets  map[Facet]staticFacet `json:"facets"`
	Spans   [][]staticSpan        `json:"spans"`
	Span    []int                 `json:"span"` // which of Spans
}

// staticRefs are documents of one work, one after another.
type staticRefs struct {
	Work     string             `json:"work"`
	Articles corpus.ArticleList `json:"articles"` // empty for the whole work
}

// staticFacet are the values of a facet, by their numbers in Values.
type staticFacet struct {
	Values []string    `json:"values"`
	Runs   []staticRun `json:"runs"`
}

// staticRun are neighbours with the same values.
type staticRun struct {
	Docs int   `json:"docs"`
	Of   []int `json:"of"`
}

// staticSpan tells what the score of a document is worth from a day on.
type staticSpan struct {
	From  corpus.Date `json:"from"`
	Share float64     `json:"share"`
}

// staticText is what a hit shows of a document.
type staticText struct {
	Text        string `json:"text"`
	Elucidation string `json:"elucidation,omitempty"`
	Page        any    `json:"page"` // what the caller wants to know of a hit
}

// Static returns the index of a library as data for a search without a server. A browser that follows the same rules
// gives the answers of [NewBleve] with the same options. Page tells what a hit shows besides its snippet; what it returns
// nil for is left out.
func Static(l *corpus.Library, o Options, page func(corpus.Ref) any) []Shard {
	docs := slices.DeleteFunc(documents(l, o.Day), func(d document) bool { return page(d.ref) == nil })
	slices.SortFunc(docs, compareDocuments) // as hits that score the same; the law comes first
	root := staticRoot{Day: o.Day, Docs: len(docs), Law: countLaws(docs), Numbers: numbers(), Facets: staticFacets, Laws: lawFacets, Decisions: decisionKind, Table: docsPerShard, Digits: digits}
	views := make([]*view, len(docs))
	for i, d := range docs {
		views[i] = newView(d, &root.Average)
	}
	root.Average = averageOfLaw(views)
	shards := []Shard{{shardLanguage, indonesian.NewTables()}}
	stemLists := stemPostings(views)
	vocabulary := newVocabulary(docs)
	root.Known = knownBesides(vocabulary, stemLists)
	root.Stems = addPostings(&shards, shardStems, stemLists)
	root.Names, root.Numbered = l.CitationStarts()
	shards = append(shards, Shard{shardPhrases, addPostings(&shards, shardWords, wordPostings(docs))})
	addTable(&shards, l, views)
	for _, length := range slices.Sorted(maps.Keys(vocabulary.words)) {
		root.Lengths = append(root.Lengths, length)
		shards = append(shards, Shard{fmt.Sprint(shardSpelling, length), spellings(vocabulary.words[length])})
	}
	root.Texts = addTexts(&shards, docs, page)
	return append(shards, Shard{shardRoot, root})
}

// Values returns every value that a document of a library has for a facet, each once, sorted.
func Values(l *corpus.Library) map[Facet][]string {
	out := map[Facet][]string{}
	for _, d := range documents(l, corpus.Date{}) {
		for facet, values := range d.facets {
			out[facet] = append(out[facet], values...)
		}
	}
	for facet, values := range out {
		slices.Sort(values)
		out[facet] = slices.Compact(values)
	}
	return out
}

func numbers() staticNumbers {
	return staticNumbers{FieldWeight: fieldWeight, LengthShare: lengthShare, Saturation: saturation, NearBonus: nearBonus, NearDistance: nearDistance,
		CitedBonus: citedBonus, PinnedBonus: pinnedBonus, Coverage: coverage, Corrected: correctedWeight, MinConcepts: minConcepts,
		MinCorrected: minCorrected, MaxQuery: MaxQueryLength, MaxTerms: MaxTerms, MaxPage: MaxPage, FacetSize: facetSize, SnippetLength: snippetLength,
		Sources: [2]string{sourceNames[fieldText], sourceNames[fieldElucidation]}}
}

// knownBesides returns the stems that the vocabulary knows and that no document is found by: those of stop words and of
// the thesaurus.
func knownBesides(v *vocabulary, found map[string][]int) string {
	var out []string
	for stem := range v.stems {
		if _, ok := found[stem]; !ok {
			out = append(out, stem)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// spellings writes words with how often they occur, the most frequent first: "korban 1535 orang 1482".
func spellings(ws []wordCount) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s %d", w.word, w.count)
	}
	return b.String()
}

// stemPostings tells for every stem where it stands: for each document its distance from the one before, the fields that
// have it as bits, and for each of those the number of places and the distance of each from the one before.
func stemPostings(views []*view) map[string][]int {
	out, last := map[string][]int{}, map[string]int{}
	for i, v := range views {
		addDocument(out, last, i, v.at)
	}
	return out
}

// wordPostings tells the same of words as they are written, in the wording and the elucidation.
func wordPostings(docs []document) map[string][]int {
	out, last := map[string][]int{}, map[string]int{}
	for i, d := range docs {
		at, _ := occurrencesOf(exact, d.fields[:fieldCaption])
		addDocument(out, last, i, at)
	}
	return out
}

func addDocument(lists map[string][]int, last map[string]int, doc int, at map[string]occurrences) {
	for key, o := range at {
		mask := 0
		for f := range fieldCount {
			if len(o.in(int(f))) > 0 {
				mask |= 1 << f
			}
		}
		list := append(lists[key], doc-last[key], mask)
		last[key] = doc
		for f := range fieldCount {
			if mask&(1<<f) == 0 {
				continue
			}
			list = append(list, len(o.in(int(f))))
			before := 0
			for _, p := range o.in(int(f)) {
				list = append(list, p-before)
				before = p
			}
		}
		lists[key] = list
	}
}

// addPostings cuts postings into shards in the order of their keys and returns the first key of each. A list that is
// longer than a shard has one alone.
func addPostings(shards *[]Shard, name string, lists map[string][]int) []string {
	var firsts []string
	var current map[string]string
	size := 0
	for _, key := range slices.Sorted(maps.Keys(lists)) {
		list := packed(lists[key])
		n := len(key) + len(list)
		if current == nil || size+n > stemsPerShard {
			current, size = map[string]string{}, 0
			*shards = append(*shards, Shard{fmt.Sprint(name, len(firsts)), current})
			firsts = append(firsts, key)
		}
		current[key] = list
		size += n
	}
	return firsts
}

// digits are what packed numbers are written with: the printable characters that JSON writes as they are.
const digits = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// packed writes numbers to the base of half as many as there are digits, the smallest place first. The last place of a number is
// in the lower half of the digits, the others in the upper half.
func packed(numbers []int) string {
	const base = len(digits) / 2
	var b strings.Builder
	for _, n := range numbers {
		for ; n >= base; n /= base {
			b.WriteByte(digits[base+n%base])
		}
		b.WriteByte(digits[n])
	}
	return b.String()
}

// addTable adds the table of documents.
func addTable(shards *[]Shard, l *corpus.Library, views []*view) {
	for start := 0; start < len(views); start += docsPerShard {
		t := staticTable{Facets: map[Facet]staticFacet{}}
		spans := map[string]int{}
		part := views[start:min(len(views), start+docsPerShard)]
		t.Refs = refsOf(part)
		for _, v := range part {
			for f, n := range v.length {
				t.Lengths[f] += packed([]int{int(n)})
			}
			worth := shares(l, v.document)
			key := fmt.Sprint(worth)
			if _, ok := spans[key]; !ok {
				spans[key] = len(t.Spans)
				t.Spans = append(t.Spans, worth)
			}
			t.Span = append(t.Span, spans[key])
		}
		cases := map[Facet]staticFacet{}
		for i, facet := range staticFacets {
			if i < lawFacets {
				t.Facets[facet] = facetOf(part, facet)
			} else {
				cases[facet] = facetOf(part, facet)
			}
		}
		n := start / docsPerShard
		*shards = append(*shards, Shard{fmt.Sprint(shardTable, n), t}, Shard{fmt.Sprint(shardCases, n), cases})
	}
}

// refsOf writes the references of documents.
func refsOf(views []*view) []staticRefs {
	var out []staticRefs
	for i := 0; i < len(views); {
		work := views[i].ref.Work
		var articles []string
		for ; i < len(views) && views[i].ref.Work == work && views[i].ref.Fragment != ""; i++ {
			articles = append(articles, views[i].ref.Fragment)
		}
		if len(articles) == 0 {
			i++ // the work itself
		}
		out = append(out, staticRefs{work, corpus.ListArticles(articles)})
	}
	return out
}

func facetOf(views []*view, facet Facet) staticFacet {
	out := staticFacet{Values: []string{}}
	number := map[string]int{}
	for _, v := range views {
		of := []int{}
		for _, value := range v.facets[facet] {
			if _, ok := number[value]; !ok {
				number[value] = len(out.Values)
				out.Values = append(out.Values, value)
			}
			of = append(of, number[value])
		}
		if n := len(out.Runs); n > 0 && slices.Equal(out.Runs[n-1].Of, of) {
			out.Runs[n-1].Docs++
		} else {
			out.Runs = append(out.Runs, staticRun{1, of})
		}
	}
	return out
}

// shares tells what the score of a document is worth over the years.
func shares(l *corpus.Library, d document) []staticSpan {
	var out []staticSpan
	for _, day := range l.TurningDays(d.ref) {
		share := shareOf(d, l.Standing(d.ref, day).Status)
		if len(out) == 0 || out[len(out)-1].Share != share {
			out = append(out, staticSpan{day, share})
		}
	}
	return out
}

// addTexts adds the texts of the documents and returns the first document of each shard.
func addTexts(shards *[]Shard, docs []document, page func(corpus.Ref) any) []int {
	var firsts []int
	var current *[]staticText
	size := 0
	for i, d := range docs {
		t := staticText{Text: onOneLine(d.fields[fieldText]), Elucidation: onOneLine(d.fields[fieldElucidation]), Page: page(d.ref)}
		n := len(t.Text) + len(t.Elucidation)
		if current == nil || size+n > textsPerShard {
			current, size = &[]staticText{}, 0
			*shards = append(*shards, Shard{fmt.Sprint(shardTexts, len(firsts)), current})
			firsts = append(firsts, i)
		}
		*current = append(*current, t)
		size += n
	}
	return firsts
}
