package index

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"

	"suluh/corpus"
)

// pages are a few documents of every kind of field.
func pages(n int) []document {
	var out []document
	for i := range n {
		d := document{ref: corpus.Ref{Work: fmt.Sprintf("uu/2001/%d", i/3+1), Fragment: fmt.Sprintf("pasal-%d", i%3+1)}}
		d.facets = workFacets(d.ref)
		d.fields[fieldText] = fmt.Sprintf("Zorba di atas kolam %d. Kolam merah, kolam biru.", i)
		if i%2 == 0 {
			d.fields[fieldElucidation] = "Cukup jelas tentang zorba."
		}
		d.fields[fieldHeading] = "Kolam"
		out = append(out, d)
	}
	return out
}

func packedSegment(t testing.TB, docs []document) []byte {
	t.Helper()
	b, err := newBuilder()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := b.add(d); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSegment reads back what was written.
func TestSegment(t *testing.T) {
	docs := pages(10)
	s, err := openSegment(packedSegment(t, docs))
	if err != nil {
		t.Fatal(err)
	}
	if s.Docs != len(docs) || s.Laws != len(docs) {
		t.Fatalf("%d documents, %d of law, want %d of each", s.Docs, s.Laws, len(docs))
	}
	for i, d := range docs {
		if s.ref(i) != d.ref || s.texts(i) != d.fields {
			t.Errorf("document %d is %v %q, want %v %q", i, s.ref(i), s.texts(i), d.ref, d.fields)
		}
		want, lengths := occurrencesOf(stemmed, d.fields[:])
		for f, n := range lengths {
			if got := s.length(i, field(f)); got != n {
				t.Errorf("document %d has %v words in field %d, want %v", i, got, f, n)
			}
		}
		for stem, o := range want {
			if got := placesIn(s, stem, i); fmt.Sprint(got) != fmt.Sprint(o) {
				t.Errorf("document %d has %q at %v, want %v", i, stem, got, o)
			}
		}
	}
	if l := s.stems.find("tiada"); l.docs != 0 || l.next() {
		t.Error("a term that no document has is found")
	}
}

func placesIn(s *segment, stem string, doc int) occurrences {
	var room []int
	for l := s.stems.find(stem); l.next(); {
		if l.doc == doc {
			return l.at(&room)
		}
	}
	return occurrences{}
}

// TestMerge: a segment of two halves is the segment of the whole, and documents of works that are dropped are gone.
func TestMerge(t *testing.T) {
	docs := pages(24)
	half := func(docs []document, dropped ...string) *source {
		s, err := openSegment(packedSegment(t, docs))
		if err != nil {
			t.Fatal(err)
		}
		return &source{segment: s, dropped: func(work string) bool { return slices.Contains(dropped, work) }}
	}
	var out bytes.Buffer
	if err := merge(&out, []*source{half(docs[:12], "uu/2001/2"), half(docs[12:], "uu/2001/8")}); err != nil {
		t.Fatal(err)
	}
	merged, err := openSegment(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	left := slices.DeleteFunc(slices.Clone(docs), func(d document) bool { return d.ref.Work == "uu/2001/2" || d.ref.Work == "uu/2001/8" })
	fresh, err := openSegment(packedSegment(t, left))
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(merged.about) != fmt.Sprint(fresh.about) {
		t.Errorf("merged: %v\nwant    %v", merged.about, fresh.about)
	}
	for p := range partTexts { // texts are cut into other blocks
		if !bytes.Equal(merged.parts[p], fresh.parts[p]) {
			t.Errorf("part %d of the merged segment is not that of one made at once", p)
		}
	}
	for i, d := range left {
		if merged.texts(i) != d.fields {
			t.Errorf("document %d has the texts %q, want %q", i, merged.texts(i), d.fields)
		}
	}
}

// FuzzSegment searches damaged bytes: whatever they say, nothing panics.
func FuzzSegment(f *testing.F) {
	whole := packedSegment(f, pages(10))
	f.Add(whole)
	for _, at := range []int{0, len(whole) / 4, len(whole) / 2, len(whole) - 40} {
		damaged := slices.Clone(whole)
		damaged[at] ^= 0xff
		f.Add(damaged)
	}
	f.Add([]byte(segmentMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := openSegment(data)
		if err != nil {
			return
		}
		e := newDisk(s, corpus.NewLibrary(nil), Options{})
		for _, q := range []string{"zorba kolam merah", `"zorba di atas"`, "zorbaa"} {
			if _, err := e.Search(context.Background(), Query{Text: q}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
