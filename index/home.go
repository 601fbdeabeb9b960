package index

import (
	"math"
	"slices"
	"strings"

	"suluh/corpus"
)

// home is where a document comes from. Documents are weighed against those of their home: how rare a word is and how long a
// text is are other things among a thousand articles on trafficking than among all statutes of a country. Thousands of
// imported works so change nothing in the order of the core's own articles.
type home int

const (
	core     home = iota // works, decisions and topics that people have read
	imported             // works that the importer made
	homes
)

func (d document) home() home { return d.facets.home() }

func (f Filter) home() home {
	if slices.Contains(f[FacetCollection], ImportedCollection) {
		return imported
	}
	return core
}

// weights are what the stems of a question are worth in the documents of each home: how rare they are there (BM25's inverse
// document frequency). Those of imported documents are brought to the measure of the core: a document that has all of
// the question can earn as much in the one home as in the other.
type weights [homes]map[string]float64

func (r *ranker) weights(q question) weights {
	var w weights
	var possible [homes]float64
	for h := range homes {
		w[h] = map[string]float64{}
	}
	for _, stem := range q.stems() {
		for h, n := range r.lexis.articlesWith(stem) {
			w[h][stem] = math.Log(1 + (float64(r.laws[h]-n)+0.5)/(float64(n)+0.5))
		}
	}
	for _, c := range q.concepts {
		for h := range homes {
			possible[h] += w[h][c.stem]
		}
	}
	if possible[imported] > 0 {
		for stem := range w[imported] {
			w[imported][stem] *= possible[core] / possible[imported]
		}
	}
	return w
}

// What the score of an imported article is worth beside [importedShare]. Nobody has entered which imported works are still
// law; what follows is only for the order of hits. Set on the questions "dev3" of testdata.
const (
	regulationShare = 0.8   // in a regulation: it carries out what a statute says
	repealedShare   = 0.5   // in a work that the text of a later one says to be revoked
	replacedShare   = 0.6   // in any other work that has a newer one of the same kind and title
	ageLoss         = 0.005 // for each year of age: older works have more often been replaced
	oldest          = 80    // years from which age makes no difference any more
)

// importedShares returns what the scores of each work on the shelf are worth.
func importedShares(l *corpus.Library, day corpus.Date) map[string]float64 {
	shelf := l.Shelf()
	subjects := make([]string, len(shelf))
	newest, repealed := make(map[string]int, len(shelf)), map[string]bool{}
	for i, e := range shelf {
		subjects[i] = e.Kind() + " " + strings.ToLower(e.Title)
		newest[subjects[i]] = max(newest[subjects[i]], e.Year())
		for _, id := range e.Repeals {
			repealed[id] = repealed[id] || e.Year() <= day.Year
		}
	}
	out := make(map[string]float64, len(shelf))
	for i, e := range shelf {
		share := importedShare * (1 - ageLoss*float64(min(max(day.Year-e.Year(), 0), oldest)))
		if !corpus.IsStatute(e.Kind()) {
			share *= regulationShare
		}
		switch {
		case repealed[e.ID]:
			share *= repealedShare
		case e.Year() < newest[subjects[i]]:
			share *= replacedShare
		}
		out[e.ID] = share
	}
	return out
}
