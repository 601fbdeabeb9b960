package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Version is the wording of an article from one day on: as its law was enacted, or as another law rewrote it.
type Version struct {
	Text *Portion  // the article itself, or the quoted article in the amending law
	From Date      // first day of this wording; zero where no source tells the first day of the work
	By   *Relation // what made it; nil for the wording as enacted
}

// collectVersions collects the wordings of every article that some work of the library rewrites or inserts.
func (l *Library) collectVersions() {
	l.versions = map[Ref][]Version{}
	l.inserted = map[string][]Ref{}
	l.shownIn = map[Ref]string{}
	for _, w := range l.works {
		for i := range w.Relations {
			r := &w.Relations[i]
			if r.Type != Amends {
				continue
			}
			target := r.TargetRef().Work
			for _, q := range w.quotedUnder(r.By) {
				article := lastStep(q.Fragment)
				l.addVersion(Ref{target, article}, Version{q, r.From, r})
				if _, ok := l.shownIn[Ref{w.ID, article}]; !ok {
					l.shownIn[Ref{w.ID, article}] = target
				}
			}
		}
	}
	for ref, vs := range l.versions {
		slices.SortStableFunc(vs, func(a, b Version) int { return a.From.Compare(b.From) })
		if w := l.byID[ref.Work]; w != nil {
			if p := w.portions[ref.Fragment]; p != nil {
				l.versions[ref] = append([]Version{{Text: p, From: w.InForce}}, vs...)
			} else {
				l.inserted[ref.Work] = append(l.inserted[ref.Work], ref)
			}
		}
	}
}

// addVersion enters a wording. Two relations of one item may quote the same article; it counts once.
func (l *Library) addVersion(ref Ref, v Version) {
	if !slices.ContainsFunc(l.versions[ref], func(o Version) bool { return o.Text == v.Text }) {
		l.versions[ref] = append(l.versions[ref], v)
	}
}

// quotedUnder returns the articles quoted in a portion, in its body but not in its elucidation.
func (w *Work) quotedUnder(fragment string) []*Portion {
	var out []*Portion
	for _, p := range w.order {
		if p.Kind == Quoted && strings.HasPrefix(p.Fragment, fragment+".") && !strings.Contains(p.Fragment, ".penjelasan") {
			out = append(out, p)
		}
	}
	return out
}

// Versions returns the wordings of an article, oldest first. An article that nothing rewrites has one.
func (l *Library) Versions(article Ref) []Version {
	vs := l.versions[article]
	if len(vs) > 0 && l.byID[article.Work] != nil {
		return vs
	}
	w := l.Work(article.Work)
	if w == nil || w.portions[article.Fragment] == nil || w.portions[article.Fragment].Kind != Article {
		return vs
	}
	return append([]Version{{Text: w.portions[article.Fragment], From: w.InForce}}, vs...)
}

// VersionOn returns the wording of an article on a day, the first wording for an earlier day; ok is false for what is
// no article of the collection.
func (l *Library) VersionOn(article Ref, day Date) (v Version, ok bool) {
	vs := l.Versions(article)
	if len(vs) == 0 {
		return Version{}, false
	}
	v = vs[0]
	for _, later := range vs[1:] {
		if !day.Before(later.From) {
			v = later
		}
	}
	return v, true
}

// ArticlesOf returns the articles of a work in the order of their numbers, those that later laws inserted included.
func (l *Library) ArticlesOf(w *Work) []Ref {
	var out []Ref
	for _, a := range w.articles {
		out = append(out, a.Ref())
	}
	if len(l.inserted[w.ID]) == 0 {
		return out
	}
	out = append(out, l.inserted[w.ID]...)
	slices.SortStableFunc(out, func(a, b Ref) int { return compareArticles(a.Fragment, b.Fragment) })
	return out
}

// InsertedAfter returns the articles that later laws put between an article and the next one of the work as enacted.
func (l *Library) InsertedAfter(article *Portion) []Ref {
	if len(l.inserted[article.Work.ID]) == 0 {
		return nil
	}
	refs := l.ArticlesOf(article.Work)
	i := slices.Index(refs, article.Ref())
	if i < 0 {
		return nil
	}
	var out []Ref
	for _, r := range refs[i+1:] {
		if article.Work.portions[r.Fragment] != nil {
			break
		}
		out = append(out, r)
	}
	return out
}

// compareArticles orders "pasal-9" before "pasal-76e" before "pasal-76f".
func compareArticles(a, b string) int {
	n, letter := ordinal(strings.TrimPrefix(a, "pasal-"))
	m, other := ordinal(strings.TrimPrefix(b, "pasal-"))
	return cmp.Or(cmp.Compare(n, m), cmp.Compare(letter, other))
}

// Canonical returns the reference under which the collection shows a portion. Practice cites an article by the law that
// last rewrote it, "Pasal 83 UU 35/2014"; the collection shows it with the law it belongs to.
func (l *Library) Canonical(r Ref) Ref {
	w := l.byID[r.Work]
	if w == nil || r.Fragment == "" || w.portions[r.Fragment] != nil {
		return r
	}
	if shown, ok := l.shownIn[r.Article()]; ok {
		return Ref{shown, r.Fragment}
	}
	return r
}

// inVersions finds a portion in the wordings of its article, the latest first.
func (l *Library) inVersions(r Ref) *Portion {
	vs := l.versions[r.Article()]
	for _, v := range slices.Backward(vs) {
		rest := strings.TrimPrefix(r.Fragment, r.Article().Fragment)
		if p := v.Text.Work.portions[v.Text.Fragment+rest]; p != nil {
			return p
		}
	}
	return nil
}

// Caption returns the editorial title of the article that holds a portion, or "". An article that a later law inserted
// has the title of the item that did it. Works on the shelf have no titles.
func (l *Library) Caption(r Ref) string {
	r = l.Canonical(r).Article()
	w, e := l.byID[r.Work], l.entry(r.Work)
	switch {
	case w == nil && e == nil, e != nil && e.Articles.Has(r.Fragment):
		return ""
	case w != nil && w.Captions[r.Fragment] != "":
		return w.Captions[r.Fragment]
	case w != nil && w.portions[r.Fragment] != nil:
		return ""
	}
	if p := l.inVersions(r); p != nil && p.Kind == Quoted {
		return p.Parent.Caption()
	}
	return ""
}

// Reworded returns the articles that have another wording on a day than on an earlier one, in order.
func (l *Library) Reworded(earlier, day Date) []Ref {
	var out []Ref
	for ref := range l.versions {
		before, _ := l.VersionOn(ref, earlier)
		if now, ok := l.VersionOn(ref, day); ok && now.Text != before.Text {
			out = append(out, ref)
		}
	}
	slices.SortFunc(out, func(a, b Ref) int { return cmp.Compare(a.String(), b.String()) })
	return out
}
