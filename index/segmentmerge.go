package index

import (
	"bytes"
	"encoding/binary"
	"io"
)

// source is a segment that goes into a merge.
type source struct {
	*segment
	dropped func(work string) bool // works whose documents are left out; nil for none

	renumbered []int32 // new number of each document, -1 for those left out
}

// merge writes one segment with the documents of several, in the order of the sources.
func merge(to io.Writer, sources []*source) error {
	w := newSegmentWriter(to)
	table := newDocumentTable()
	for _, s := range sources {
		s.renumber(table)
	}
	mergeLexicons(w, partStemTerms, sources, func(s *source) *lexicon { return &s.stems })
	mergeLexicons(w, partWordTerms, sources, func(s *source) *lexicon { return &s.words })
	if err := mergeTexts(w, sources); err != nil {
		return err
	}
	table.write(w)
	return w.close()
}

// renumber enters the documents of a source in the table of the whole.
func (s *source) renumber(table *documentTable) {
	s.renumbered = make([]int32, s.Docs)
	for doc := range s.renumbered {
		if s.dropped != nil && s.dropped(s.Works[s.workOf(doc)]) {
			s.renumbered[doc] = -1
			continue
		}
		s.renumbered[doc] = int32(table.Docs)
		var lengths [fieldCount]uint32
		for f := range lengths {
			lengths[f] = uint32(s.length(doc, field(f)))
		}
		facets := s.about.Facets[s.facetsOf(doc)]
		table.add(s.ref(doc), facets, s.isLaw(doc), lengths)
	}
}

// mergeLexicons writes every term that is left with its postings, source after source.
func mergeLexicons(w *segmentWriter, first part, sources []*source, of func(*source) *lexicon) {
	out := newLexiconWriter(w, first)
	next := make([]int, len(sources)) // the term where each source is
	var postings []byte
	for {
		var term []byte
		found := false
		for i, s := range sources {
			if l := of(s); next[i] < l.n && (!found || bytes.Compare(l.term(next[i]), term) < 0) {
				term, found = l.term(next[i]), true
			}
		}
		if !found {
			break
		}
		postings = postings[:0]
		var sum counted
		last := 0
		for i, s := range sources {
			l := of(s)
			if next[i] >= l.n || !bytes.Equal(l.term(next[i]), term) {
				continue
			}
			postings, last = s.take(l.list(next[i]), postings, last, &sum)
			next[i]++
		}
		if sum.docs > 0 {
			out.add(string(term), sum.docs, sum.laws, sum.total, postings)
		}
	}
	out.close()
}

// counted is what stands before the postings of a term.
type counted struct{ docs, laws, total int }

// take appends the postings of a source with the new numbers of its documents.
func (s *source) take(l list, postings []byte, last int, sum *counted) ([]byte, int) {
	for l.next() && l.doc < s.Docs {
		doc := int(s.renumbered[l.doc])
		if doc < 0 {
			continue
		}
		postings = binary.AppendUvarint(postings, uint64(doc-last))
		postings = append(postings, l.raw...)
		last = doc
		sum.docs++
		if s.isLaw(l.doc) {
			sum.laws++
		}
		for _, n := range l.times {
			sum.total += int(n)
		}
	}
	return postings, last
}

// mergeTexts writes the texts: a block of which all documents stay goes over as it is, the others are packed anew.
func mergeTexts(w *segmentWriter, sources []*source) error {
	w.begin(partTexts)
	p, err := newTextPacker(w)
	if err != nil {
		return err
	}
	for _, s := range sources {
		for doc := 0; doc < s.Docs; {
			end := s.blockEnd(doc)
			if err := s.moveBlock(p, doc, end); err != nil {
				return err
			}
			doc = end
		}
	}
	if err := p.flush(); err != nil {
		return err
	}
	w.end(partTexts)
	w.whole(partTextStarts, p.starts)
	w.whole(partTextPlaces, p.places)
	return nil
}

func (s *source) blockOf(doc int) uint32 {
	return binary.LittleEndian.Uint32(s.parts[partTextPlaces][8*doc:])
}

// blockEnd returns the first document after the block of a document.
func (s *source) blockEnd(doc int) int {
	end := doc + 1
	for end < s.Docs && s.blockOf(end) == s.blockOf(doc) {
		end++
	}
	return end
}

func (s *source) moveBlock(p *textPacker, first, end int) error {
	kept := 0
	for doc := first; doc < end; doc++ {
		if s.renumbered[doc] >= 0 {
			kept++
		}
	}
	if kept < end-first {
		for doc := first; doc < end; doc++ {
			if s.renumbered[doc] < 0 {
				continue
			}
			if err := p.add(s.texts(doc)); err != nil {
				return err
			}
		}
		return nil
	}
	if err := p.flush(); err != nil {
		return err
	}
	for doc := first; doc < end; doc++ {
		p.place(binary.LittleEndian.Uint32(s.parts[partTextPlaces][8*doc+4:]))
	}
	starts, block := s.parts[partTextStarts], int(s.blockOf(first))
	if 8*block+16 > len(starts) {
		return errNotSegment
	}
	return p.block(slice(s.parts[partTexts], binary.LittleEndian.Uint64(starts[8*block:]), binary.LittleEndian.Uint64(starts[8*block+8:])))
}
