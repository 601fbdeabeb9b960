package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// CitationData is what the grammar of citations knows, as data, so that it can be run elsewhere: in the browser, for the
// static export.
type CitationData struct {
	Kinds  []CitationKind       `json:"kinds"`  // words that begin the number of a law, in the order in which they are tried
	Places map[string]string    `json:"places"` // places of regional regulations by name, with their names in ids
	Labels map[string][2]string `json:"labels"` // kinds of work by their names in ids: long and short
	Works  []CitationWork       `json:"works"`  // in the order of the library
}

// CitationKind is a way to begin the number of a law.
type CitationKind struct {
	Words string `json:"words"`
	Kind  string `json:"kind"`
}

// CitationWork is a work as a citation can name it.
type CitationWork struct {
	ID      string   `json:"id"`
	InForce Date     `json:"inForce"`
	Names   []string `json:"names"`            // words in lower case, joined by spaces, in the order in which they are tried
	Number  string   `json:"number,omitempty"` // its name by number, where that is not made of the id
}

// CitationTargets is what a citation of one work can mean: portions by the article, or other first step, that holds them.
// Portions are written without that step and joined by spaces.
type CitationTargets struct {
	Portions  map[string]string             `json:"portions"`
	Elsewhere map[string]string             `json:"elsewhere,omitempty"` // articles that the collection shows with the work they belong to
	Wordings  map[string][]CitationWordings `json:"wordings,omitempty"`  // of articles that other works rewrite, oldest first
}

// CitationWordings is one wording of an article: its first day and the portions it has.
type CitationWordings struct {
	From     Date   `json:"from"`
	Portions string `json:"portions"`
}

// CitationData returns the data of the grammar for the works of the library.
func (l *Library) CitationData() CitationData {
	d := CitationData{Places: places, Labels: kindNames}
	for _, k := range lawKinds {
		d.Kinds = append(d.Kinds, CitationKind{strings.Join(k.words, " "), k.kind})
	}
	for _, w := range l.works {
		c := CitationWork{ID: w.ID, InForce: w.InForce, Names: namesOf(w)}
		if w.Number() != NumberedName(w.ID) {
			c.Number = w.Number()
		}
		d.Works = append(d.Works, c)
	}
	return d
}

// ArticleWorks tells for every article which works have one of that number, by their places in [Library.Works], the last
// enacted first.
func (l *Library) ArticleWorks() map[string][]int {
	out := map[string][]int{}
	for i, w := range l.works {
		for fragment := range w.portions {
			if strings.HasPrefix(fragment, "pasal-") && !strings.Contains(fragment, ".") {
				out[fragment] = append(out[fragment], i)
			}
		}
	}
	for _, works := range out {
		slices.SortFunc(works, func(a, b int) int {
			return cmp.Or(l.works[b].Enacted.Compare(l.works[a].Enacted), cmp.Compare(a, b))
		})
	}
	return out
}

// CitationTargets returns what a citation of a work can mean.
func (l *Library) CitationTargets(w *Work) CitationTargets {
	t := CitationTargets{Portions: map[string]string{}, Elsewhere: map[string]string{}, Wordings: map[string][]CitationWordings{}}
	held := map[string]map[string]bool{}
	add := func(first, rest string) {
		if held[first] == nil {
			held[first] = map[string]bool{}
		}
		if rest != "" {
			held[first][rest] = true
		}
	}
	for fragment := range w.portions {
		first, rest, _ := strings.Cut(fragment, ".")
		add(first, rest)
	}
	for article, versions := range l.versions {
		if article.Work != w.ID {
			continue
		}
		for _, v := range versions {
			below := portionsBelow(v.Text)
			add(article.Fragment, "")
			for _, rest := range below {
				add(article.Fragment, rest)
			}
			t.Wordings[article.Fragment] = append(t.Wordings[article.Fragment], CitationWordings{v.From, strings.Join(below, " ")})
		}
	}
	for first, rests := range held {
		t.Portions[first] = joinSorted(rests)
	}
	for _, q := range w.order {
		if q.Kind != Quoted {
			continue
		}
		article := lastStep(q.Fragment)
		if to := l.Canonical(Ref{w.ID, article + ".lain"}); to.Work != w.ID { // a portion that the work itself surely lacks
			t.Elsewhere[article] = to.Work
		}
	}
	return t
}

// CitationStarts returns the words with which a citation can begin, sorted: the first three of each name of a work, joined
// by spaces, and the words that a number has to follow.
func (l *Library) CitationStarts() (names, numbered []string) {
	const long = 3
	for _, list := range l.finder.aliases {
		for _, a := range list {
			names = append(names, strings.Join(a.words[:min(long, len(a.words))], " "))
		}
	}
	slices.Sort(names)
	numbered = []string{"pasal", "ps", "psl"}
	for _, k := range lawKinds {
		numbered = append(numbered, k.words[0])
	}
	slices.Sort(numbered)
	return slices.Compact(names), slices.Compact(numbered)
}

// portionsBelow returns the portions below a wording of an article, without its own steps, sorted.
func portionsBelow(p *Portion) []string {
	var out []string
	for fragment := range p.Work.portions {
		if rest, ok := strings.CutPrefix(fragment, p.Fragment+"."); ok {
			out = append(out, rest)
		}
	}
	slices.Sort(out)
	return out
}

func joinSorted(set map[string]bool) string {
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
