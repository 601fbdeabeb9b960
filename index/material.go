package index

import (
	"strings"

	"suluh/corpus"
)

// materialKind is the value of [FacetKind] for topics for outreach.
const materialKind = "materi"

// materialDocument makes the document of a topic: handout and guidance as the wording, its audiences as search words.
func materialDocument(m *corpus.Material) document {
	doc := document{ref: m.Ref(), facets: Filter{FacetKind: {materialKind}}}
	doc.fields[fieldText] = m.Plain()
	doc.fields[fieldCaption] = m.Title
	doc.fields[fieldHeading] = "bahan sosialisasi penyuluhan. " + m.Summary
	var named []string
	for _, a := range m.Audiences {
		named = append(named, corpus.ValueName(corpus.Audiences, a))
	}
	doc.fields[fieldKeywords] = strings.Join(named, "; ")
	return doc
}
