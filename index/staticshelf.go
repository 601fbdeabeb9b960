package index

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"

	"suluh/corpus"
	"suluh/index/indonesian"
)

// The static shelf is the index of the imported works for a search without a server. There are so many of them that a
// question must do with a small part of it, and every part is a file of which a stick or a host should not hold too many:
//
//   - For each stem it tells in which documents the stem stands and how much it earns there, in steps, so that a browser
//     ranks without knowing lengths or positions. A common stem is cut in two: its head holds the documents in which it
//     earns most, its tail the rest. The tail is loaded only when heads do not fill a page.
//   - Stems are in families, so that one that is likely to be asked is in a small file: those that are common, which the
//     root names; roots of the dictionary; others; and of these, apart, the rare ones, nearly all of them slips of whatever
//     read the pages.
//   - Documents are numbered by the ids of their works, so that those of a work stand together. What a hit shows is in
//     files of neighbouring works, with the first words of each article.

// Names of the shards. Those that end in a slash are numbered.
const (
	shelfRoot   = "rak/indeks"
	shelfCommon = "rak/sering/"
	shelfRoots  = "rak/akar/"
	shelfOthers = "rak/lain/"
	shelfRare   = "rak/langka/"
	shelfTails  = "rak/ekor/"
	shelfWorks  = "rak/karya/"
	shelfFirsts = "rak/karya" // first work of each of those; for citations
)

// How many files there may be of each kind, and how small a file may be. The national statutes fill them all; a small
// shelf needs few.
const (
	shelfCommonFiles = 150
	shelfRootFiles   = 105
	shelfOtherFiles  = 88
	shelfRareFiles   = 16
	shelfTailFiles   = 15
	shelfWorkFiles   = 272
	shelfFileSize    = 6000 // bytes, at least
)

const (
	shelfHead   = 1000 // documents in the head of a stem; a stem in more is common
	shelfLevels = 16   // steps between nothing and all that a stem can earn
	shelfLead   = 50   // bytes of the first words of an article, at most

	// shelfBudget is how many bytes, compressed, a search may load to find documents: beside a search of the core, and alone.
	// What is too much for it, of a long question the commonest words, is left out.
	shelfBudget      = 21_000
	shelfBudgetAlone = 25_000
)

// shelfRootShard is what every search of the shelf needs.
type shelfRootShard struct {
	Docs        int       `json:"docs"`
	Head        int       `json:"head"`
	Levels      int       `json:"levels"`
	Saturation  float64   `json:"saturation"`
	Coverage    float64   `json:"coverage"`
	Corrected   float64   `json:"corrected"`
	MinConcepts int       `json:"minConcepts"`
	MaxTerms    int       `json:"maxTerms"`
	Budget      [2]int    `json:"budget"`      // beside a search of the core, and alone
	Common      string    `json:"common"`      // the common stems, the most frequent first, joined by spaces
	CommonFiles []int     `json:"commonFiles"` // number of the first of them in each file
	Tails       []int     `json:"tails"`       // the same
	Roots       []string  `json:"roots"`       // first stem of each file
	Others      []string  `json:"others"`
	Rare        []string  `json:"rare"`
	Sizes       [4]int    `json:"sizes"` // of a file of common stems, roots, others and rare ones, compressed, on average
	Works       []int     `json:"works"` // first document of each file of works
	Kinds       []runKind `json:"kinds"`
}

// runKind says from which document on the works are of a kind.
type runKind struct {
	Kind string `json:"kind"`
	From int    `json:"from"`
}

// shelfWorkShard is what hits show of a work.
type shelfWorkShard struct {
	ID       string             `json:"id"`
	Page     any                `json:"page"`     // what the caller wants to know of a hit
	Articles corpus.ArticleList `json:"articles"` // those that are documents, in order; empty if the work is one itself
	Leads    string             `json:"leads"`    // how they begin, a line each
}

// shelfStem is where a stem stands.
type shelfStem struct {
	stem string
	docs []levelled // in order
}

// levelled is a document with how much a stem earns in it.
type levelled struct {
	doc   int
	level int
}

// shelfBuilder makes a static shelf.
type shelfBuilder struct {
	*segment
	entries []corpus.Entry
	number  []int // of each document of the segment; -1 for those that are not on the shelf
	order   []int // documents of the segment by number
	works   []shelfWorkShard
	first   []int // first document of each work
	worth   [][fieldCount]float32
	shards  []Shard
}

// StaticShelf makes the index of the imported works as data for a search without a server. Page tells what a hit shows of
// a work; what it returns nil for is left out.
func (s *Store) StaticShelf(page func(corpus.Entry) any) []Shard {
	b := shelfBuilder{segment: s.segment, entries: s.entries}
	b.takeWorks(page)
	root := shelfRootShard{Docs: len(b.order), Head: shelfHead, Levels: shelfLevels, Saturation: saturation, Coverage: coverage, Corrected: correctedWeight,
		MinConcepts: minConcepts, MaxTerms: MaxTerms, Budget: [2]int{shelfBudget, shelfBudgetAlone}, Works: []int{}, Kinds: []runKind{}}
	b.addWorks(&root)
	b.addStems(&root)
	return append(b.shards, Shard{shelfRoot, root})
}

// takeWorks numbers the documents of the works that are wanted, by the ids of the works.
func (b *shelfBuilder) takeWorks(page func(corpus.Entry) any) {
	runs := map[string][2]int{} // documents of each work
	for doc := range b.Docs {
		work := b.Works[b.workOf(doc)]
		run, ok := runs[work]
		if !ok {
			run[0] = doc
		}
		runs[work] = [2]int{run[0], doc + 1}
	}
	b.number = slices.Repeat([]int{-1}, b.Docs)
	for _, e := range b.entries {
		run := runs[e.ID]
		if run[0] == run[1] || !slices.Contains(b.about.Facets[b.facetsOf(run[0])][FacetCollection], ImportedCollection) {
			continue
		}
		p := page(e)
		if p == nil {
			continue
		}
		b.works = append(b.works, shelfWorkShard{ID: e.ID, Page: p})
		b.first = append(b.first, len(b.order))
		for doc := run[0]; doc < run[1]; doc++ {
			b.number[doc] = len(b.order)
			b.order = append(b.order, doc)
		}
	}
}

// addWorks makes the shards of what hits show.
func (b *shelfBuilder) addWorks(root *shelfRootShard) {
	reader := textReader{segment: b.segment, block: -1}
	sizes := make([]int, len(b.works))
	for i := range b.works {
		w := &b.works[i]
		var fragments, leads []string
		for _, doc := range b.order[b.first[i]:b.end(i)] {
			fragments = append(fragments, b.ref(doc).Fragment)
			leads = append(leads, lead(reader.texts(doc)[fieldText]))
		}
		if fragments[0] != "" {
			w.Articles = corpus.ListArticles(fragments)
		}
		w.Leads = strings.Join(leads, "\n")
		sizes[i] = len(w.Leads) + len(w.Articles) + len(fmt.Sprint(w.Page))
	}
	firsts := []string{}
	for start, end := range evenly(sizes, shelfWorkFiles) {
		b.shards = append(b.shards, Shard{fmt.Sprint(shelfWorks, len(firsts)), b.works[start:end]})
		firsts = append(firsts, b.works[start].ID)
		root.Works = append(root.Works, b.first[start])
	}
	b.shards = append(b.shards, Shard{shelfFirsts, firsts})
	for i, w := range b.works {
		kind, _, _ := strings.Cut(w.ID, "/")
		if n := len(root.Kinds); n == 0 || root.Kinds[n-1].Kind != kind {
			root.Kinds = append(root.Kinds, runKind{kind, b.first[i]})
		}
	}
}

// end returns the number after the last document of a work.
func (b *shelfBuilder) end(work int) int {
	if work+1 < len(b.first) {
		return b.first[work+1]
	}
	return len(b.order)
}

// lead returns the first words of a text, on one line, without the number of a first ayat.
func lead(text string) string {
	text = strings.TrimPrefix(onOneLine(text[:min(len(text), 4*shelfLead)]), "(1) ")
	if end := cutAfter(text, 0, shelfLead); end < len(text) {
		return strings.TrimRightFunc(text[:end], unicode.IsSpace) + "…"
	}
	return text
}

// addStems makes the shards of stems.
func (b *shelfBuilder) addStems(root *shelfRootShard) {
	b.worth = make([][fieldCount]float32, b.Docs)
	mean := b.average()
	for _, doc := range b.order {
		for f := range fieldCount {
			b.worth[doc][f] = float32(fieldWeight[f] / lengthNorm(f, b.length(doc, f), mean[f]))
		}
	}
	var common, roots, others, rare []shelfStem
	for i := range b.stems.n {
		s := shelfStem{stem: string(b.stems.term(i)), docs: b.documentsOf(b.stems.list(i))}
		switch {
		case len(s.docs) == 0:
		case len(s.docs) > shelfHead:
			common = append(common, s)
		case indonesian.IsRoot(s.stem):
			roots = append(roots, s)
		case len(s.docs) < rareWord:
			rare = append(rare, s)
		default:
			others = append(others, s)
		}
	}
	slices.SortStableFunc(common, func(a, b shelfStem) int { return cmp.Compare(len(b.docs), len(a.docs)) })
	var names, heads, tails []string
	for _, s := range common {
		head, tail := s.cut()
		names = append(names, s.stem)
		heads = append(heads, fmt.Sprint(s.stem, " ", len(s.docs), " ", packLevels(head)))
		tails = append(tails, s.stem+" "+packLevels(tail))
	}
	root.Common = strings.Join(names, " ")
	root.CommonFiles, root.Sizes[0] = b.addFiles(shelfCommon, heads, shelfCommonFiles)
	root.Tails, _ = b.addFiles(shelfTails, tails, shelfTailFiles)
	root.Roots, root.Sizes[1] = b.addFamily(shelfRoots, roots, shelfRootFiles)
	root.Others, root.Sizes[2] = b.addFamily(shelfOthers, others, shelfOtherFiles)
	root.Rare, root.Sizes[3] = b.addFamily(shelfRare, rare, shelfRareFiles)
}

// documentsOf returns the documents of the shelf that a list names, in order, with what its stem earns in each.
func (b *shelfBuilder) documentsOf(l list) []levelled {
	var out []levelled
	for l.next() && l.doc < b.Docs {
		if n := b.number[l.doc]; n >= 0 {
			sum := float32(0)
			for f, times := range l.times {
				sum += b.worth[l.doc][f] * float32(times)
			}
			// What a stem can earn is less than 1+saturation; that is the top of the highest step.
			out = append(out, levelled{n, min(shelfLevels-1, int(sum/(sum+saturation)*shelfLevels))})
		}
	}
	slices.SortFunc(out, func(a, b levelled) int { return cmp.Compare(a.doc, b.doc) })
	return out
}

// cut returns the documents in which a stem earns most, and the others, each in order.
func (s shelfStem) cut() (head, tail []levelled) {
	best := slices.Clone(s.docs)
	slices.SortFunc(best, func(a, b levelled) int { return cmp.Or(cmp.Compare(b.level, a.level), cmp.Compare(a.doc, b.doc)) })
	head, tail = best[:shelfHead], best[shelfHead:]
	for _, part := range [][]levelled{head, tail} {
		slices.SortFunc(part, func(a, b levelled) int { return cmp.Compare(a.doc, b.doc) })
	}
	return head, tail
}

// addFamily makes the shards of stems that are found by the first stem of each, and returns those and the average size.
func (b *shelfBuilder) addFamily(name string, stems []shelfStem, files int) (firsts []string, size int) {
	lines := make([]string, len(stems))
	for i, s := range stems {
		lines[i] = fmt.Sprint(s.stem, " ", len(s.docs), " ", packLevels(s.docs))
	}
	starts, size := b.addFiles(name, lines, files)
	firsts = []string{}
	for _, i := range starts {
		firsts = append(firsts, stems[i].stem)
	}
	return firsts, size
}

// addFiles joins lines to shards, files at most, and returns the number of the first line of each and the average size of a
// shard, compressed.
func (b *shelfBuilder) addFiles(name string, lines []string, files int) (starts []int, size int) {
	sizes := make([]int, len(lines))
	for i, line := range lines {
		sizes[i] = len(line) + 1
	}
	starts = []int{}
	for start, end := range evenly(sizes, files) {
		text := strings.Join(lines[start:end], " ")
		b.shards = append(b.shards, Shard{fmt.Sprint(name, len(starts)), text})
		starts = append(starts, start)
		size += packedSize(text)
	}
	return starts, size / max(1, len(starts))
}

// packedSize returns the size of a text as a web host sends it.
func packedSize(text string) int {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, text) // a buffer takes everything
	w.Close()
	return out.Len()
}

// evenly cuts things with sizes, in order, into parts of about the same size, n at most, and none much smaller than
// shelfFileSize.
func evenly(sizes []int, n int) iter.Seq2[int, int] {
	total := 0
	for _, size := range sizes {
		total += size
	}
	n = max(1, min(n, total/shelfFileSize))
	return func(yield func(start, end int) bool) {
		done := 0
		for i, part := 0, 0; i < len(sizes); part++ {
			start := i
			// The end of a part is counted from the beginning, so that parts that grow too long do not add up.
			for ; i < len(sizes) && (i == start || done+sizes[i]/2 < (part+1)*total/n); i++ {
				done += sizes[i]
			}
			if part == n-1 {
				i = len(sizes)
			}
			if !yield(start, i) {
				return
			}
		}
	}
}
