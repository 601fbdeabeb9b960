package site

import (
	"suluh/index"
)

// decisionShard is what the browser needs to list decisions under a filter: the page without one, and the values and names
// of the facets.
type decisionShard struct {
	Page       DecisionsPage
	Facets     []index.Facet
	Titles     map[index.Facet]string
	Names      map[index.Facet]map[string]string // by value
	Rows       []index.Filter                    // the values of every decision, in the order of the page's rows
	MaxChoices int
	Newest     index.Facet // the facet whose values go from the last to the first
}

// decisionShard makes the shard of the list of decisions.
func (v view) decisionShard() Shard {
	s := decisionShard{Page: v.decisionsPage(index.Filter{}), Facets: index.CaseFacets, Titles: facetTitles, Names: map[index.Facet]map[string]string{},
		MaxChoices: maxChoices, Newest: index.FacetYear}
	s.Page.Filters = nil // made in the browser
	name := func(facet index.Facet, value string) {
		if s.Names[facet] == nil {
			s.Names[facet] = map[string]string{}
		}
		s.Names[facet][value] = v.facetName(facet, value)
	}
	for facet, values := range facetValues { // those that no decision has can be asked for too
		for _, value := range values {
			name(facet, value.Key)
		}
	}
	for _, d := range v.library.Decisions() {
		values := index.DecisionFacets(v.library, d)
		s.Rows = append(s.Rows, values)
		for _, facet := range s.Facets {
			for _, value := range values[facet] {
				name(facet, value)
			}
		}
	}
	return Shard{Name: "putusan", Data: s}
}
