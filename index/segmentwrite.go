package index

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/klauspost/compress/zstd"

	"suluh/corpus"
)

// textBlock is how much text is packed together, in bytes: large enough to pack well, small enough to unpack for one hit.
const textBlock = 16 << 10

// segmentWriter writes the parts of a segment one after another. After an error it does nothing more.
type segmentWriter struct {
	to    io.Writer
	at    uint64
	table [partCount][2]uint64 // place and length
	err   error
}

func newSegmentWriter(to io.Writer) *segmentWriter {
	w := &segmentWriter{to: to}
	w.Write([]byte(segmentMagic))
	return w
}

// Write implements [io.Writer].
func (w *segmentWriter) Write(data []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.to.Write(data)
	w.at += uint64(n)
	w.err = err
	return n, err
}

func (w *segmentWriter) begin(p part) { w.table[p][0] = w.at }
func (w *segmentWriter) end(p part)   { w.table[p][1] = w.at - w.table[p][0] }

func (w *segmentWriter) whole(p part, data []byte) {
	w.begin(p)
	w.Write(data)
	w.end(p)
}

// close writes the table.
func (w *segmentWriter) close() error {
	var table []byte
	for _, entry := range w.table {
		table = binary.LittleEndian.AppendUint64(table, entry[0])
		table = binary.LittleEndian.AppendUint64(table, entry[1])
	}
	w.Write(append(append(table, segmentVersion), segmentMagic...))
	return w.err
}

// lexiconWriter writes terms, which come sorted, with their postings.
type lexiconWriter struct {
	to            *segmentWriter
	first         part // of the four parts of a lexicon
	terms         []byte
	starts        []byte
	postingStarts []byte
	header        []byte
}

func newLexiconWriter(to *segmentWriter, first part) *lexiconWriter {
	to.begin(first + 2)
	return &lexiconWriter{to: to, first: first}
}

func (w *lexiconWriter) mark() {
	w.starts = binary.LittleEndian.AppendUint32(w.starts, uint32(len(w.terms)))
	w.postingStarts = binary.LittleEndian.AppendUint64(w.postingStarts, w.to.at-w.to.table[w.first+2][0])
}

func (w *lexiconWriter) add(term string, docs, laws, total int, postings []byte) {
	w.mark()
	w.terms = append(w.terms, term...)
	w.header = w.header[:0]
	for _, n := range []int{docs, laws, total} {
		w.header = binary.AppendUvarint(w.header, uint64(n))
	}
	w.to.Write(w.header)
	w.to.Write(postings)
}

func (w *lexiconWriter) close() {
	w.mark()
	w.to.end(w.first + 2)
	w.to.whole(w.first, w.terms)
	w.to.whole(w.first+1, w.starts)
	w.to.whole(w.first+3, w.postingStarts)
}

// documentTable collects what a segment knows of documents besides their words.
type documentTable struct {
	about
	works, facets, fragments, fragmentStarts, lengths []byte
	workNumber, facetNumber                           map[string]uint32
}

func newDocumentTable() *documentTable {
	return &documentTable{fragmentStarts: make([]byte, 4), workNumber: map[string]uint32{}, facetNumber: map[string]uint32{}}
}

// number returns the number of a key, the next one if it is new.
func number(numbers map[string]uint32, key string) (n uint32, isNew bool) {
	n, known := numbers[key]
	if !known {
		n = uint32(len(numbers))
		numbers[key] = n
	}
	return n, !known
}

func (t *documentTable) add(ref corpus.Ref, facets Filter, isLaw bool, lengths [fieldCount]uint32) {
	t.Docs++
	work, isNew := number(t.workNumber, ref.Work)
	if isNew {
		t.Works = append(t.Works, ref.Work)
	}
	values, isNew := number(t.facetNumber, fmt.Sprint(facets)) // fmt sorts the keys
	if isNew {
		t.Facets = append(t.Facets, facets)
	}
	t.works = binary.LittleEndian.AppendUint32(t.works, work)
	t.facets = binary.LittleEndian.AppendUint32(t.facets, values)
	t.fragments = append(t.fragments, ref.Fragment...)
	t.fragmentStarts = binary.LittleEndian.AppendUint32(t.fragmentStarts, uint32(len(t.fragments)))
	for f, n := range lengths {
		t.lengths = binary.LittleEndian.AppendUint32(t.lengths, n)
		if isLaw {
			t.Sums[f] += uint64(n)
		}
	}
	if isLaw {
		t.Laws++
	}
}

func (t *documentTable) write(w *segmentWriter) {
	w.whole(partWorks, t.works)
	w.whole(partFacets, t.facets)
	w.whole(partFragments, t.fragments)
	w.whole(partFragmentStarts, t.fragmentStarts)
	w.whole(partLengths, t.lengths)
	description, err := json.Marshal(t.about)
	w.err = cmp.Or(w.err, err)
	w.whole(partAbout, description)
}

// textPacker packs the texts of documents.
type textPacker struct {
	to      io.Writer
	pack    *zstd.Encoder
	plain   []byte // of the block under way
	written uint64
	starts  []byte
	blocks  uint32
	places  []byte
}

func newTextPacker(to io.Writer) (*textPacker, error) {
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	return &textPacker{to: to, pack: pack, starts: make([]byte, 8)}, err
}

func (p *textPacker) add(texts [fieldCount]string) error {
	p.place(uint32(len(p.plain)))
	for _, text := range texts {
		p.plain = binary.AppendUvarint(p.plain, uint64(len(text)))
		p.plain = append(p.plain, text...)
	}
	if len(p.plain) < textBlock {
		return nil
	}
	return p.flush()
}

func (p *textPacker) place(at uint32) {
	p.places = binary.LittleEndian.AppendUint32(p.places, p.blocks)
	p.places = binary.LittleEndian.AppendUint32(p.places, at)
}

// flush ends the block under way.
func (p *textPacker) flush() error {
	if len(p.plain) == 0 {
		return nil
	}
	packed := p.pack.EncodeAll(p.plain, nil)
	p.plain = p.plain[:0]
	return p.block(packed)
}

func (p *textPacker) block(packed []byte) error {
	_, err := p.to.Write(packed)
	p.written += uint64(len(packed))
	p.starts = binary.LittleEndian.AppendUint64(p.starts, p.written)
	p.blocks++
	return err
}

// builder collects documents for a segment.
type builder struct {
	table  *documentTable
	stems  family
	words  family
	blocks bytes.Buffer
	texts  *textPacker
}

func newBuilder() (*builder, error) {
	b := &builder{table: newDocumentTable(), stems: newFamily(), words: newFamily()}
	var err error
	b.texts, err = newTextPacker(&b.blocks)
	return b, err
}

// size returns about how much memory the builder holds, in bytes.
func (b *builder) size() int {
	return b.stems.size + b.words.size + b.blocks.Len() + len(b.table.lengths)*2
}

func (b *builder) add(d document) error {
	doc, isLaw := b.table.Docs, d.isLaw()
	var lengths [fieldCount]uint32
	for f, text := range d.fields {
		analyse(text,
			func(term []byte, position int) { b.words.token(doc, term, f, position) },
			func(term []byte, position int) { b.stems.token(doc, term, f, position); lengths[f]++ })
	}
	b.words.endDocument(doc, isLaw)
	b.stems.endDocument(doc, isLaw)
	b.table.add(d.ref, d.facets, isLaw, lengths)
	return b.texts.add(d.fields)
}

// write writes the segment. The builder is used up.
func (b *builder) write(to io.Writer) error {
	w := newSegmentWriter(to)
	b.stems.write(w, partStemTerms)
	b.words.write(w, partWordTerms)
	if err := b.texts.flush(); err != nil {
		return err
	}
	w.whole(partTexts, b.blocks.Bytes())
	w.whole(partTextStarts, b.texts.starts)
	w.whole(partTextPlaces, b.texts.places)
	b.table.write(w)
	return w.close()
}

// family collects the postings of the stems, or of the words as written.
type family struct {
	numbers map[string]int32
	terms   []posted
	tokens  []token // of the document under way
	touched []int32 // its terms
	packed  []byte  // room for positions
	size    int     // bytes, about
}

// posted is a term with its postings so far.
type posted struct {
	postings           []byte
	docs, laws, total  int
	last               int // document
	firstTok, latestTo int32
}

// token is a word of the document under way. Those of one term are a chain.
type token struct {
	position int32
	field    uint8
	next     int32 // -1 at the end
}

func newFamily() family { return family{numbers: map[string]int32{}} }

// token adds a word of a document. Fields come in order, positions in a field as well.
func (f *family) token(doc int, term []byte, in int, position int) {
	n, known := f.numbers[string(term)]
	if !known {
		n = int32(len(f.terms))
		f.numbers[string(term)] = n
		f.terms = append(f.terms, posted{firstTok: -1})
		f.size += len(term) + 150 // the term and its place in map and list
	}
	t := &f.terms[n]
	at := int32(len(f.tokens))
	f.tokens = append(f.tokens, token{int32(position), uint8(in), -1})
	if t.firstTok < 0 {
		t.firstTok = at
		f.touched = append(f.touched, n)
	} else {
		f.tokens[t.latestTo].next = at
	}
	t.latestTo = at
}

// endDocument turns the words of a document into postings.
func (f *family) endDocument(doc int, isLaw bool) {
	for _, n := range f.touched {
		t := &f.terms[n]
		before := cap(t.postings)
		f.post(t, doc)
		f.size += cap(t.postings) - before
		t.docs++
		if isLaw {
			t.laws++
		}
		t.last, t.firstTok = doc, -1
	}
	f.tokens, f.touched = f.tokens[:0], f.touched[:0]
}

func (f *family) post(t *posted, doc int) {
	var times [fieldCount]int
	mask, most := byte(0), 0
	f.packed = f.packed[:0]
	last, in := int32(0), -1
	for i := t.firstTok; i >= 0; i = f.tokens[i].next {
		tok := f.tokens[i]
		if int(tok.field) != in {
			in, last = int(tok.field), 0
			mask |= 1 << in
		}
		f.packed = binary.AppendUvarint(f.packed, uint64(tok.position-last))
		last = tok.position
		times[in]++
		most = max(most, times[in])
		t.total++
	}
	if most == 1 {
		mask |= oncePerField
	}
	t.postings = append(binary.AppendUvarint(t.postings, uint64(doc-t.last)), mask)
	if most > 1 {
		for _, n := range times {
			if n > 0 {
				t.postings = binary.AppendUvarint(t.postings, uint64(n))
			}
		}
	}
	t.postings = binary.AppendUvarint(t.postings, uint64(len(f.packed)))
	t.postings = append(t.postings, f.packed...)
}

func (f *family) write(w *segmentWriter, first part) {
	out := newLexiconWriter(w, first)
	for _, term := range slices.Sorted(maps.Keys(f.numbers)) {
		t := &f.terms[f.numbers[term]]
		out.add(term, t.docs, t.laws, t.total, t.postings)
	}
	out.close()
}
