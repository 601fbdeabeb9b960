package index

import (
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
)

// decisionKind is the value of [FacetKind] for decisions.
const decisionKind = "putusan"

// notMentioned is the value of [FacetRestitution] for a decision that does not speak of restitution.
const notMentioned = "tidak-disebut"

// decisionDocument makes the document of a decision: its digest as the wording, its coded values by name as search words.
func decisionDocument(l *corpus.Library, d *corpus.Decision) document {
	doc := document{ref: d.Ref(), facets: DecisionFacets(l, d)}
	doc.fields[fieldText] = d.Plain()
	doc.fields[fieldCaption] = d.Title
	doc.fields[fieldHeading] = strings.Join([]string{"putusan", d.Number, d.Court}, ". ")
	var named []string
	for _, list := range []struct {
		keys   []string
		values []corpus.Value
	}{{d.Acts, corpus.Acts}, {d.Means, corpus.Means}, {d.Purposes, corpus.Purposes}, {d.Sectors, corpus.Sectors}, {d.Results(), corpus.Results}} {
		for _, k := range list.keys {
			named = append(named, corpus.ValueName(list.values, k))
		}
	}
	doc.fields[fieldKeywords] = strings.Join(append(named, d.Route...), "; ")
	return doc
}

// DecisionFacets returns the values by which a decision is counted and filtered.
func DecisionFacets(l *corpus.Library, d *corpus.Decision) Filter {
	f := Filter{FacetKind: {decisionKind}, FacetCourt: {d.Court}, FacetYear: {strconv.Itoa(d.Year())}, FacetSector: d.Sectors,
		FacetResult: d.Results(), FacetRestitution: {notMentioned}}
	for _, r := range append(d.Charged(), d.Proved()...) {
		if article := l.Canonical(r).Article().String(); !slices.Contains(f[FacetArticle], article) {
			f[FacetArticle] = append(f[FacetArticle], article)
		}
	}
	switch v := d.Victims; {
	case v.Children > 0:
		f[FacetChild] = []string{"ya"}
	case v.Total > 0 && v.Adults == v.Total:
		f[FacetChild] = []string{"tidak"}
	}
	if d.Restitution.Outcome != "" {
		f[FacetRestitution] = []string{d.Restitution.Outcome}
	}
	return f
}

// Has reports whether the values of a document pass a filter.
func (f Filter) Has(wanted Filter) bool {
	for facet, values := range wanted {
		if len(values) > 0 && !slices.ContainsFunc(values, func(v string) bool { return slices.Contains(f[facet], v) }) {
			return false
		}
	}
	return true
}
