package index

import (
	"encoding/base64"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
	"suluh/corpus/corpustest"
)

// bitReader reads what bitWriter wrote, as site/offline/rak.js does.
type bitReader struct {
	data []byte
	at   int
}

func (r *bitReader) bits(n int) (value int) {
	for range n {
		value = value<<1 | int(r.data[r.at/8]>>(7-r.at%8)&1)
		r.at++
	}
	return value
}

func (r *bitReader) number() int {
	length := 0
	for r.bits(1) == 0 {
		length++
	}
	return 1<<length + r.bits(length) - 1
}

// readLevels reads what packLevels wrote, in the order of documents.
func readLevels(t *testing.T, text string) []levelled {
	t.Helper()
	data, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	r := bitReader{data: data}
	var out []levelled
	for level := shelfLevels - 1; level >= 0; level-- {
		n, k, doc := r.number(), 0, 0
		if n > 0 {
			k = r.bits(splitBits)
		}
		for range n {
			doc += r.number()<<k + r.bits(k)
			out = append(out, levelled{doc, level})
			doc++
		}
	}
	if rest := len(data)*8 - r.at; rest >= 8 {
		t.Errorf("%d bits are left over", rest)
	}
	slices.SortFunc(out, func(a, b levelled) int { return a.doc - b.doc })
	return out
}

func TestPackLevels(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		var docs []levelled
		for doc := r.IntN(1 + n*n); len(docs) < n; doc += 1 + r.IntN(1+r.IntN(1+n*10)) {
			docs = append(docs, levelled{doc, r.IntN(shelfLevels)})
		}
		if got := readLevels(t, packLevels(docs)); !slices.Equal(got, docs) {
			t.Fatalf("%d documents: packLevels does not keep them: got %v, want %v", n, got, docs)
		}
	}
}

func TestEvenly(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		sizes := make([]int, r.IntN(400))
		for i := range sizes {
			sizes[i] = 1 + r.IntN(1+r.IntN(shelfFileSize))
		}
		most := 1 + r.IntN(30)
		at, parts := 0, 0
		for start, end := range evenly(sizes, most) {
			if start != at || end <= start {
				t.Fatalf("evenly cuts %d to %d after %d", start, end, at)
			}
			at = end
			parts++
		}
		if at != len(sizes) || parts > most {
			t.Fatalf("evenly leaves %d of %d, in %d parts of at most %d", len(sizes)-at, len(sizes), parts, most)
		}
	}
}

// openShelf indexes works made up by a generator beside a core of one statute.
func openShelf(t *testing.T, works int) *Store {
	t.Helper()
	core := fstest.MapFS{"uu/2007/21.md": {Data: []byte("---\nid: uu/2007/21\ntitle: Uji\nshort: UU Uji\nenacted: 2007-04-19\nsource: s\n---\n\n# Undang-Undang Uji\n\n### Pasal 1\n\nKolam merah.\n")}}
	dir := t.TempDir()
	if _, err := Build(t.Context(), dir, core, corpustest.Synthetic(works), BuildOptions{Day: corpus.MustParseDate("2026-11-24")}); err != nil {
		t.Fatal(err)
	}
	store, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// shelfShards returns the shards of a static shelf by name.
func shelfShards(t *testing.T, store *Store, page func(corpus.Entry) any) map[string]any {
	t.Helper()
	shards := map[string]any{}
	for _, s := range store.StaticShelf(page) {
		if _, ok := shards[s.Name]; ok {
			t.Errorf("two shards are called %q", s.Name)
		}
		shards[s.Name] = s.Data
	}
	return shards
}

func titleOf(e corpus.Entry) any { return e.Title }

// TestStaticShelf compares the static shelf with the segment it was made from: every stem stands in the documents in
// which it stands there, and earns what it earns there; the head of a common stem holds the best of them.
func TestStaticShelf(t *testing.T) {
	t.Parallel()
	store := openShelf(t, 150)
	shards := shelfShards(t, store, titleOf)
	root := shards[shelfRoot].(shelfRootShard)
	refs, leads := worksOfShelf(t, root, shards)
	if len(refs) != root.Docs || root.Docs <= shelfHead {
		t.Fatalf("%d documents in the works, %d in the root, want more than %d", len(refs), root.Docs, shelfHead)
	}
	common := strings.Fields(root.Common)
	if len(common) == 0 {
		t.Fatal("no stem is common")
	}
	mean := store.segment.average()
	earned := func(l *list) float64 { // in levels
		sum := 0.0
		for f, times := range l.times {
			sum += fieldWeight[f] * float64(times) / lengthNorm(field(f), store.segment.length(l.doc, field(f)), mean[f])
		}
		return sum / (sum + saturation) * shelfLevels
	}
	byRef := map[corpus.Ref]int{}
	for doc := range store.segment.Docs {
		byRef[store.segment.ref(doc)] = doc
	}
	for n, r := range refs {
		want := lead(store.segment.texts(byRef[r])[fieldText])
		if leads[n] != want || len(want) > shelfLead+len("…") {
			t.Errorf("%s begins %q, want %q", r, leads[n], want)
		}
	}
	stems := 0
	for i := range store.segment.stems.n {
		stem := string(store.segment.stems.term(i))
		want := map[corpus.Ref]float64{}
		for l := store.segment.stems.list(i); l.next(); {
			if r := store.segment.ref(l.doc); slices.Contains(store.segment.about.Facets[store.segment.facetsOf(l.doc)][FacetCollection], ImportedCollection) {
				want[r] = earned(&l)
			}
		}
		if len(want) == 0 {
			continue // of the core
		}
		stems++
		count, head, tail := stemOfShelf(t, root, shards, stem)
		if count != len(want) || len(head)+len(tail) != count || len(head) > shelfHead {
			t.Fatalf("%q stands in %d documents, %d and %d of them listed, want %d", stem, count, len(head), len(tail), len(want))
		}
		least, most := shelfLevels, 0
		for _, d := range head {
			least = min(least, d.level)
		}
		for _, d := range tail {
			most = max(most, d.level)
		}
		if len(tail) > 0 && least < most {
			t.Errorf("%q: the head holds documents of level %d, the tail of %d", stem, least, most)
		}
		for _, d := range slices.Concat(head, tail) {
			const rounding = 1e-4 // the segment weighs in float32
			if w, ok := want[refs[d.doc]]; !ok || w < float64(d.level)-rounding || w > float64(d.level)+1+rounding {
				t.Errorf("%q earns level %d in %s, want %f", stem, d.level, refs[d.doc], w)
			}
		}
	}
	if stems < 100 {
		t.Errorf("only %d stems", stems)
	}
}

// worksOfShelf returns the documents of a static shelf by their numbers, and how each begins.
func worksOfShelf(t *testing.T, root shelfRootShard, shards map[string]any) (refs []corpus.Ref, leads []string) {
	t.Helper()
	firsts := shards[shelfFirsts].([]string)
	for i, first := range firsts {
		works := shards[shelfWorks+strconv.Itoa(i)].([]shelfWorkShard)
		if works[0].ID != first || root.Works[i] != len(refs) {
			t.Errorf("file %d begins with %s, document %d; want %s, %d", i, works[0].ID, len(refs), first, root.Works[i])
		}
		for _, w := range works {
			if w.Articles == "" {
				refs = append(refs, corpus.Ref{Work: w.ID})
			}
			for article := range w.Articles.All() {
				refs = append(refs, corpus.Ref{Work: w.ID, Fragment: article})
			}
			leads = append(leads, strings.Split(w.Leads, "\n")...)
		}
	}
	if len(leads) != len(refs) {
		t.Fatalf("%d beginnings of %d documents", len(leads), len(refs))
	}
	return refs, leads
}

// stemOfShelf finds a stem as a browser does.
func stemOfShelf(t *testing.T, root shelfRootShard, shards map[string]any, stem string) (count int, head, tail []levelled) {
	t.Helper()
	common := slices.Index(strings.Fields(root.Common), stem)
	fileOf := func(firsts []int) string {
		return strconv.Itoa(len(slices.DeleteFunc(slices.Clone(firsts), func(n int) bool { return n > common })) - 1)
	}
	names := []string{shelfCommon + fileOf(root.CommonFiles)}
	if common < 0 {
		names = nil
		for _, family := range []struct {
			name   string
			firsts []string
		}{{shelfRoots, root.Roots}, {shelfOthers, root.Others}, {shelfRare, root.Rare}} {
			n, found := slices.BinarySearch(family.firsts, stem)
			if !found {
				n--
			}
			names = append(names, family.name+strconv.Itoa(n))
		}
	}
	for _, name := range names {
		text, _ := shards[name].(string)
		for line := range slices.Chunk(strings.Fields(text), 3) {
			if line[0] == stem {
				count, _ = strconv.Atoi(line[1])
				head = readLevels(t, line[2])
			}
		}
	}
	if common >= 0 {
		for line := range slices.Chunk(strings.Fields(shards[shelfTails+fileOf(root.Tails)].(string)), 2) {
			if line[0] == stem {
				tail = readLevels(t, line[1])
			}
		}
	}
	return count, head, tail
}

// TestStaticShelfFiles holds the number of files to what is promised: a tenth of those that Pagefind 1.6 writes for the
// national statutes.
func TestStaticShelfFiles(t *testing.T) {
	t.Parallel()
	const promised = 6513 / 10
	fixed := 4 // the root, the first works, and two scripts
	if n := shelfCommonFiles + shelfRootFiles + shelfOtherFiles + shelfRareFiles + shelfTailFiles + shelfWorkFiles + fixed; n > promised {
		t.Errorf("a shelf may have %d files, want at most %d", n, promised)
	}
}

func TestStaticShelfLeavesOut(t *testing.T) {
	t.Parallel()
	store := openShelf(t, 20)
	kept := store.Entries()[3].ID
	shards := shelfShards(t, store, func(e corpus.Entry) any {
		if e.ID != kept {
			return nil
		}
		return e.Title
	})
	refs, _ := worksOfShelf(t, shards[shelfRoot].(shelfRootShard), shards)
	for _, r := range refs {
		if r.Work != kept {
			t.Errorf("the shelf holds %s, want %s alone", r, kept)
		}
	}
	if want := store.Entries()[3].Articles.Len(); len(refs) != want {
		t.Errorf("the shelf holds %d documents, want %d", len(refs), want)
	}
	empty := shelfShards(t, store, func(corpus.Entry) any { return nil })
	if docs := empty[shelfRoot].(shelfRootShard).Docs; docs != 0 || len(empty) != 2 {
		t.Errorf("an empty shelf has %d documents and %d shards, want none and 2", docs, len(empty))
	}
}
