package index

import "github.com/blevesearch/bleve/v2/analysis"

// occurrences are the places of a term in a document: positions, field after field.
type occurrences struct {
	positions []int
	ends      [fieldCount]int32 // how many of positions stand in each field and in those before it
}

// in returns the positions in a field.
func (o *occurrences) in(f int) []int {
	start := int32(0)
	if f > 0 {
		start = o.ends[f-1]
	}
	return o.positions[start:o.ends[f]]
}

// add enters one more place. Fields come in order, positions in a field as well.
func (o *occurrences) add(f, position int) {
	o.positions = append(o.positions, position)
	for ; f < len(o.ends); f++ {
		o.ends[f]++
	}
}

// occurrencesOf returns the places of every term that an analysis finds in texts, which are fields in order, and how many
// words each field has.
func occurrencesOf(a analysis.Analyzer, texts []string) (at map[string]occurrences, lengths [fieldCount]float64) {
	at = map[string]occurrences{}
	for f, text := range texts {
		for _, w := range words(a, text) {
			o := at[w.stem]
			o.add(f, w.position)
			at[w.stem] = o
			lengths[f]++
		}
	}
	return at, lengths
}
