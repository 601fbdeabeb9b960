package index

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"sort"

	"github.com/klauspost/compress/zstd"

	"suluh/corpus"
)

// A segment is a whole index as one run of bytes, read where it lies (in a file mapped into memory), written once and never
// changed. Its parts, one after another, whose places the table at the end tells:
//
//   - for stems and for words as written: the terms, sorted, and for each its postings;
//   - for each document: the number of its work, of its values by facet, its fragment, and the lengths of its fields;
//   - the texts of the documents, packed together some at a time;
//   - a description (JSON): works, values by facet, sums.
//
// Numbers of fixed size are little-endian; those in postings are varints. Postings of a term are how many documents have it,
// how many of these are law, how often it occurs; then for every document in order
//
//	distance from the document before
//	which fields have it, a bit each; the bit oncePerField says that each has it once
//	for each of those fields, unless oncePerField: how often
//	length of the positions in bytes; the positions, in each field the distance from the one before

const (
	segmentMagic   = "suluh pasal\n"
	segmentVersion = 1
	oncePerField   = 1 << 7
	lengthsSize    = 4 * int(fieldCount) // bytes of the lengths of a document
)

// part is a run of bytes of a segment.
type part int

// The parts of a segment, in order.
const (
	partStemTerms part = iota
	partStemStarts
	partStemPostings
	partStemPostingStarts
	partWordTerms
	partWordStarts
	partWordPostings
	partWordPostingStarts
	partWorks
	partFacets
	partFragments
	partFragmentStarts
	partLengths
	partTexts
	partTextStarts
	partTextPlaces
	partAbout
	partCount
)

// about is the description of a segment.
type about struct {
	Docs   int
	Laws   int                // documents that are law
	Sums   [fieldCount]uint64 // words in the fields of those
	Works  []string           // ids
	Facets []Filter
}

// segment reads the bytes of a segment. It is safe for concurrent use.
type segment struct {
	about
	parts  [partCount][]byte
	law    []bool // for each of Facets, whether it is of law
	stems  lexicon
	words  lexicon
	names  string // partFragments, for strings that need no room of their own
	unpack *zstd.Decoder
}

// lexicon is the sorted terms of a segment with their postings.
type lexicon struct {
	terms         []byte
	starts        []byte // uint32 a term and one more
	postings      []byte
	postingStarts []byte // uint64 a term and one more
	n             int
}

var errNotSegment = errors.New("bukan berkas indeks Suluh, atau rusak")

// openSegment reads the table of a segment. It fails when the bytes are not a segment, are one of another version, or end
// too early; it does not read the rest.
func openSegment(data []byte) (*segment, error) {
	const entry = 16 // place and length of a part
	table := len(data) - entry*int(partCount) - len(segmentMagic) - 1
	if table < len(segmentMagic) || string(data[:len(segmentMagic)]) != segmentMagic || string(data[len(data)-len(segmentMagic):]) != segmentMagic {
		return nil, errNotSegment
	}
	if v := data[len(data)-len(segmentMagic)-1]; v != segmentVersion {
		return nil, fmt.Errorf("berkas indeks versi %d, program ini membaca versi %d", v, segmentVersion)
	}
	s := &segment{}
	for i := range s.parts {
		start, length := binary.LittleEndian.Uint64(data[table+entry*i:]), binary.LittleEndian.Uint64(data[table+entry*i+8:])
		if start > uint64(table) || length > uint64(table)-start {
			return nil, errNotSegment
		}
		s.parts[i] = data[start : start+length]
	}
	if err := json.Unmarshal(s.parts[partAbout], &s.about); err != nil {
		return nil, errNotSegment
	}
	if !s.complete() {
		return nil, errNotSegment
	}
	s.names = string(s.parts[partFragments])
	for _, f := range s.about.Facets {
		s.law = append(s.law, f.isLaw())
	}
	s.stems = newLexicon(s.parts[partStemTerms], s.parts[partStemStarts], s.parts[partStemPostings], s.parts[partStemPostingStarts])
	s.words = newLexicon(s.parts[partWordTerms], s.parts[partWordStarts], s.parts[partWordPostings], s.parts[partWordPostingStarts])
	var err error
	s.unpack, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	return s, err
}

// complete reports whether the tables of documents are as long as they must be, and lead nowhere else.
func (s *segment) complete() bool {
	n := s.Docs
	if n < 0 || n > len(s.parts[partWorks]) || len(s.parts[partWorks]) != 4*n || len(s.parts[partFacets]) != 4*n || len(s.parts[partFragmentStarts]) != 4*(n+1) ||
		len(s.parts[partLengths]) != lengthsSize*n || len(s.parts[partTextPlaces]) != 8*n || len(s.parts[partTextStarts]) < 8 {
		return false
	}
	for doc := range n {
		if int(s.workOf(doc)) >= len(s.Works) || int(s.facetsOf(doc)) >= len(s.about.Facets) {
			return false
		}
	}
	return true
}

func newLexicon(terms, starts, postings, postingStarts []byte) lexicon {
	return lexicon{terms, starts, postings, postingStarts, min(len(starts)/4, len(postingStarts)/8) - 1}
}

// slice cuts bytes of a part out, as far as they are there.
func slice(data []byte, start, end uint64) []byte {
	n := uint64(len(data))
	if start > n || end < start {
		return nil
	}
	return data[start:min(end, n)]
}

// term returns the term with a number.
func (l *lexicon) term(i int) []byte {
	return slice(l.terms, uint64(binary.LittleEndian.Uint32(l.starts[4*i:])), uint64(binary.LittleEndian.Uint32(l.starts[4*i+4:])))
}

// list returns the postings of the term with a number.
func (l *lexicon) list(i int) list {
	return newList(slice(l.postings, binary.LittleEndian.Uint64(l.postingStarts[8*i:]), binary.LittleEndian.Uint64(l.postingStarts[8*i+8:])))
}

// find returns the postings of a term; they are empty if no document has it.
func (l *lexicon) find(term string) list {
	i := sort.Search(l.n, func(i int) bool { return string(l.term(i)) >= term })
	if i >= l.n || string(l.term(i)) != term {
		return list{}
	}
	return l.list(i)
}

func (s *segment) workOf(doc int) uint32 {
	return binary.LittleEndian.Uint32(s.parts[partWorks][4*doc:])
}
func (s *segment) facetsOf(doc int) uint32 {
	return binary.LittleEndian.Uint32(s.parts[partFacets][4*doc:])
}

// isLaw reports whether a document is an article or a card.
func (s *segment) isLaw(doc int) bool { return s.law[s.facetsOf(doc)] }

// ref returns the reference of a document.
func (s *segment) ref(doc int) corpus.Ref {
	starts := s.parts[partFragmentStarts][4*doc:]
	start, end := int(binary.LittleEndian.Uint32(starts)), int(binary.LittleEndian.Uint32(starts[4:]))
	if start > end || end > len(s.names) {
		start, end = 0, 0
	}
	return corpus.Ref{Work: s.Works[s.workOf(doc)], Fragment: s.names[start:end]}
}

// length returns the number of words in a field of a document.
func (s *segment) length(doc int, f field) float64 {
	return float64(binary.LittleEndian.Uint32(s.parts[partLengths][lengthsSize*doc+4*int(f):]))
}

// average returns the words in each field of an article or card, on average.
func (s *segment) average() [fieldCount]float64 {
	var out [fieldCount]float64
	for f, sum := range s.Sums {
		out[f] = float64(sum) / max(1, float64(s.Laws))
	}
	return out
}

// texts returns the texts of a document. Damaged bytes give empty texts.
func (s *segment) texts(doc int) [fieldCount]string {
	r := textReader{segment: s, block: -1}
	return r.texts(doc)
}

// textReader reads the texts of documents one after another. It unpacks what is packed together only once.
type textReader struct {
	*segment
	block int // that is unpacked; -1 for none
	plain []byte
}

// texts returns the texts of a document.
func (r *textReader) texts(doc int) [fieldCount]string {
	var out [fieldCount]string
	place := r.parts[partTextPlaces][8*doc:]
	block, at := int(binary.LittleEndian.Uint32(place)), uint64(binary.LittleEndian.Uint32(place[4:]))
	if block != r.block {
		r.block, r.plain = block, r.unpackBlock(block)
	}
	c := cursor{data: slice(r.plain, at, uint64(len(r.plain)))}
	for f := range out {
		out[f] = string(c.bytes(c.number()))
	}
	return out
}

// unpackBlock returns the texts that are packed together; nothing if their bytes are damaged.
func (s *segment) unpackBlock(block int) []byte {
	starts := s.parts[partTextStarts]
	if 8*block+16 > len(starts) {
		return nil
	}
	packed := slice(s.parts[partTexts], binary.LittleEndian.Uint64(starts[8*block:]), binary.LittleEndian.Uint64(starts[8*block+8:]))
	plain, err := s.unpack.DecodeAll(packed, nil)
	if err != nil {
		return nil
	}
	return plain
}

// cursor reads varints. Past the end it reads zeros and is over.
type cursor struct {
	data []byte
	over bool
}

func (c *cursor) number() uint64 {
	if len(c.data) > 0 && c.data[0] < 0x80 {
		n := uint64(c.data[0])
		c.data = c.data[1:]
		return n
	}
	n, size := binary.Uvarint(c.data)
	if size <= 0 {
		c.data, c.over = nil, true
		return 0
	}
	c.data = c.data[size:]
	return n
}

func (c *cursor) bytes(n uint64) []byte {
	if n > uint64(len(c.data)) {
		c.data, c.over = nil, true
		return nil
	}
	out := c.data[:n]
	c.data = c.data[n:]
	return out
}

// list walks the postings of a term.
type list struct {
	docs  int // documents that have the term
	laws  int // of these, those that are law
	total int // times in all of them
	cursor

	doc       int // where the walk is
	fields    byte
	times     [fieldCount]uint32
	positions []byte
	raw       []byte // the document's postings without the distance
	begun     bool
}

func newList(data []byte) list {
	l := list{cursor: cursor{data: data}}
	l.docs, l.laws, l.total = int(l.number()), int(l.number()), int(l.number())
	return l
}

// once has, for every set of fields, one time in each.
var once = func() (out [1 << fieldCount][fieldCount]uint32) {
	for mask := range out {
		for f := range fieldCount {
			out[mask][f] = uint32(mask >> f & 1)
		}
	}
	return out
}()

// next goes to the next document; false when there is none. It is where a search spends its time.
func (l *list) next() bool {
	if len(l.data) == 0 {
		return false
	}
	gap := int(l.number())
	if l.begun && gap <= 0 || len(l.data) == 0 {
		l.data = nil // damaged: documents ascend
		return false
	}
	l.doc, l.begun, l.raw = l.doc+gap, true, l.data
	mask := l.data[0]
	l.data = l.data[1:]
	l.fields = mask & (1<<fieldCount - 1)
	if mask&oncePerField != 0 {
		l.times = once[l.fields]
	} else {
		for f := range l.times {
			l.times[f] = 0
			if l.fields&(1<<f) != 0 {
				l.times[f] = uint32(l.number())
			}
		}
	}
	l.positions = l.bytes(l.number())
	l.raw = l.raw[:len(l.raw)-len(l.data)]
	return !l.over && l.doc >= 0
}

// in appends the positions in a field of the document where the walk is.
func (l *list) in(f field, out []int32) []int32 {
	if l.fields&(1<<f) == 0 {
		return out
	}
	c := cursor{data: l.positions}
	for other := range f {
		for range min(int(l.times[other]), len(l.positions)) {
			c.number()
		}
	}
	at := int32(0)
	for range min(int(l.times[f]), len(l.positions)) { // a position takes a byte at least
		at += int32(c.number())
		out = append(out, at)
	}
	return out
}

// at returns the places of the term in the document where the walk is. They take their room from room, which grows.
func (l *list) at(room *[]int) occurrences {
	var out occurrences
	first := len(*room)
	c := cursor{data: l.positions}
	for f, n := range l.times {
		at := 0
		for range min(int(n), len(l.positions)) {
			at += int(c.number())
			*room = append(*room, at)
		}
		out.ends[f] = int32(len(*room) - first)
	}
	out.positions = (*room)[first:len(*room):len(*room)]
	return out
}
