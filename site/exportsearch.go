package site

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

// searchPageShard is what the page of a search says and links to, besides the hits.
type searchPageShard struct {
	HitsPerPage int                               `json:"hitsPerPage"`
	MaxChoices  int                               `json:"maxChoices"`
	Kind        string                            `json:"kind"`  // the facet that tells decisions from the law
	Laws        []index.Facet                     `json:"laws"`  // the facets that are offered when there are not only decisions
	Words       map[string]string                 `json:"words"` // sentences, with %s or %d for what they speak of
	Works       []Link                            `json:"works"`
	Titles      map[index.Facet]string            `json:"titles"` // of the facets
	Names       map[index.Facet]map[string]string `json:"names"`  // of their values
	Openings    map[string][]string               `json:"openings"`
	FoundKinds  []struct{ Kind, Words string }    `json:"foundKinds"`
	Shelf       *shelfPageShard                   `json:"shelf"` // null if there are no imported works
}

// hitShard is a line of the list of hits: what never changes, and what does from a day on.
type hitShard struct {
	Line   hitLineShard  `json:"line"`
	States []hitDayShard `json:"states"`
}

type hitLineShard struct {
	Href, Label, Work, Caption, Path string
}

type hitDayShard struct {
	From   corpus.Date `json:"from"`
	Badges []hitBadge  `json:"badges"`
	Past   bool        `json:"past"`
}

type hitBadge struct{ Class, Label string }

// openingShard is how a portion begins, for a query that cites several.
type openingShard struct {
	Text   string        `json:"text"`
	States []hitDayShard `json:"states"`
	Line   hitLineShard  `json:"line"`
}

// citationShard is the data of the finder of citations with the words for what it does not find.
type citationShard struct {
	corpus.CitationData
	Words map[string]string `json:"words"`
}

// citedShard is what a citation of one work can mean, its name, and which of its articles the collection has, in words.
type citedShard struct {
	corpus.CitationTargets
	Name string `json:"name"`
	Held string `json:"held"`
}

// openingsPerShard is how many bytes of openings are in a shard.
const openingsPerShard = 8000

// searchShards makes the index for the browser and all that the page of a search shows.
func (e *export) searchShards() []Shard {
	v := view{Site: e.site, day: e.site.today()}
	var out []Shard
	for _, s := range index.Static(e.site.library, index.Options{Day: v.day}, e.hit) {
		out = append(out, Shard(s))
	}
	out = append(out, v.citationShards()...)
	openings, firsts := e.openingShards()
	return append(append(out, openings...), v.searchPage(firsts, e.shelfPage())...)
}

// hit returns what a hit shows besides its snippet, nil for what is not in the copy.
func (e *export) hit(r corpus.Ref) any {
	if !e.wants(r.Work) {
		return nil
	}
	line, states := e.hitLine(r)
	return hitShard{line, states}
}

// hitLine returns the line of a hit in all its states.
func (e *export) hitLine(r corpus.Ref) (line hitLineShard, states []hitDayShard) {
	for _, day := range e.site.library.TurningDays(r) {
		l := view{Site: e.site, day: day}.hitLine(index.Hit{Ref: r})
		line = hitLineShard{l.Href, l.Label, l.Work, l.Caption, l.Path}
		state := hitDayShard{From: day, Past: l.Past, Badges: []hitBadge{}}
		for _, b := range l.Badges {
			state.Badges = append(state.Badges, hitBadge{b.Class, b.Label})
		}
		if n := len(states); n == 0 || states[n-1].Past != state.Past || !slices.Equal(states[n-1].Badges, state.Badges) {
			states = append(states, state)
		}
	}
	return line, states
}

// citationShards makes the data of the finder of citations: one shard of names, and one a work.
func (v view) citationShards() []Shard {
	names := citationShard{CitationData: v.library.CitationData(),
		Words: map[string]string{"lawNotNamed": lawNotNamed, "notHeld": workNotHeld, "noPortion": noPortion}}
	shards := []Shard{}
	for _, w := range v.library.Works() {
		shards = append(shards, Shard{"rujukan/" + shardName(w.ID), citedShard{v.library.CitationTargets(w), w.Name(), articlesHeld(w)}})
	}
	return append(shards, Shard{"rujukan", names}, Shard{"rujukan/pasal", v.library.ArticleWorks()})
}

// shardName writes the id of a work as the name of a file.
func shardName(id string) string { return strings.ReplaceAll(id, "/", "-") }

// openingShards makes the shards of openings of the works in the copy, and returns the first step of each by work.
func (e *export) openingShards() (shards []Shard, firsts map[string][]string) {
	firsts = map[string][]string{}
	for _, w := range e.site.library.Works() {
		if !e.wants(w.ID) {
			continue
		}
		var current map[string]openingShard
		size := 0
		cited := e.site.library.CitationTargets(w)
		targets := cited.Portions
		targets[""] = ""                             // the work itself
		for article, work := range cited.Elsewhere { // what it words anew in another work
			targets[article] = e.site.library.CitationTargets(e.site.library.Work(work)).Portions[article]
		}
		for _, first := range slices.Sorted(maps.Keys(targets)) {
			if current == nil || size > openingsPerShard {
				current, size = map[string]openingShard{}, 0
				shards = append(shards, Shard{fmt.Sprintf("cari/awal/%s-%d", shardName(w.ID), len(firsts[w.ID])), current})
				firsts[w.ID] = append(firsts[w.ID], first)
			}
			article, _ := e.opening(corpus.Ref{Work: w.ID, Fragment: first})
			current[first] = article
			size += len(article.Text)
			for rest := range strings.FieldsSeq(targets[first]) {
				o, ok := e.opening(corpus.Ref{Work: w.ID, Fragment: first + "." + rest})
				if !ok {
					continue
				}
				if reflect.DeepEqual(o.States, article.States) {
					o.States = nil
				}
				o.Line = hitLineShard{}
				current[first+"."+rest] = o
				size += len(o.Text)
			}
		}
	}
	return shards, firsts
}

// opening returns how a portion begins; ok is false for one that the library does not have.
func (e *export) opening(r corpus.Ref) (o openingShard, ok bool) {
	for _, part := range opening(e.site.library, r) {
		o.Text += part.Text
	}
	o.Line, o.States = e.hitLine(r)
	return o, r.Fragment == "" || e.site.library.Portion(r) != nil
}

// searchPage makes the shards of the page: what every search needs, and the names of what only decisions have.
func (v view) searchPage(openings map[string][]string, shelf *shelfPageShard) []Shard {
	p := searchPageShard{HitsPerPage: hitsPerPage, MaxChoices: maxChoices, Kind: string(index.FacetKind), Laws: lawFacets, Works: v.workLinks(),
		Titles: facetTitles, Names: map[index.Facet]map[string]string{}, Openings: openings,
		Words: map[string]string{"askHeading": askHeading, "askMessage": askMessage, "citedHeading": citedHeading, "foundHeading": foundHeading,
			"foundNothing": foundNothing, "foundLaw": foundLaw, "foundAnd": foundAnd}, FoundKinds: foundKinds, Shelf: shelf}
	for facet, values := range index.Values(v.library) {
		p.Names[facet] = map[string]string{}
		for _, value := range values {
			p.Names[facet][value] = v.facetName(facet, value)
		}
	}
	cases := map[index.Facet]map[string]string{}
	for facet, names := range p.Names {
		if !slices.Contains(lawFacets, facet) {
			cases[facet] = names
			delete(p.Names, facet)
		}
	}
	return []Shard{{"cari/halaman", p}, {"cari/nama", cases}}
}
