package charge

import (
	"maps"
	"slices"

	"suluh/corpus"
)

// FactsOf returns the facts of a decision as answers to the questions of the guide. A wrong answer is reported by [Load]
// and left out here.
func (r *Rules) FactsOf(d *corpus.Decision) Facts {
	f, _ := r.factsOf(d)
	return f
}

func (r *Rules) factsOf(d *corpus.Decision) (f Facts, messages []string) {
	f = Facts{Answers: map[string]bool{}, Numbers: map[string]int{}}
	for _, id := range slices.Sorted(maps.Keys(d.Facts)) {
		if message := r.Set(&f, id, d.Facts[id]); message != "" {
			messages = append(messages, message)
		}
	}
	if message := f.Contradiction(); message != "" {
		messages = append(messages, message)
	}
	return f, messages
}

// decision checks what a digest says against the rules: its facts are answers to questions that exist, and no sentence is
// above what the law allowed on the day of the act.
func (c *checker) decision(d *corpus.Decision) {
	f, messages := c.rules.factsOf(d)
	for _, m := range messages {
		c.problem(d.File, "facts: %s", m)
	}
	if a := d.Acted; !f.Day.IsZero() && !a.From.IsZero() && (f.Day.Before(a.From) || a.Until.Before(f.Day)) {
		c.problem(d.File, "facts: tanggal %s di luar acted %s sampai %s", f.Day, a.From, a.Until)
	}
	for i := range d.Defendants {
		c.sentence(d, i, &d.Defendants[i])
	}
}

// sentence checks that a prison term is not above the maximum of what was proved, raised by a third where an aggravation
// was read with it or several offences were proved (KUHP lama Pasal 65).
func (c *checker) sentence(d *corpus.Decision, i int, a *corpus.Defendant) {
	most, known := 0, len(a.Proved) > 0
	raised := len(a.Proved) > 1
	for _, p := range a.Proved {
		raised = raised || len(p.With) > 0
		for _, article := range p.Articles {
			limit, ok := c.rules.maximum(corpus.ParseRef(article), d.Acted.From)
			most, known = max(most, limit), known && ok
		}
		known = known && len(p.NotHeld) == 0
	}
	if !known || a.Sentence.Prison.Life {
		return
	}
	if raised {
		most += most / 3
	}
	if most = min(most, longestTerm); a.Sentence.Prison.InMonths() > float64(most) {
		c.problem(d.File, "terdakwa %d: penjara %s melebihi maksimum %s; periksa amar", i+1, a.Sentence.Prison, months(most))
	}
}

// maximum returns the longest prison term, in months, that an article threatens on a day; false if no rule knows it or
// if it is life.
func (r *Rules) maximum(ref corpus.Ref, day corpus.Date) (int, bool) {
	most, known := 0, false
	for _, o := range r.OffencesOf(r.canonical(ref).Article()) {
		if day.IsZero() || !o.isLaw(day) {
			continue
		}
		p := o.penaltyOn(day)
		if p.Prison.Life {
			return 0, false
		}
		most, known = max(most, p.Prison.Max), true
	}
	return most, known
}

// RangeOf returns the prison term in months that an article threatened on a day, from the least to the most, over all the
// offences that it makes; ok is false if no rule knows it. Life is given as the longest term.
func (r *Rules) RangeOf(ref corpus.Ref, day corpus.Date) (least, most int, ok bool) {
	for _, o := range r.OffencesOf(r.canonical(ref).Article()) {
		if at := r.canonical(ref); day.IsZero() || !o.isLaw(day) || !o.Ref().Covers(at) && !at.Covers(o.Ref()) {
			continue
		}
		p := o.penaltyOn(day)
		upper := p.Prison.Max
		if p.Prison.Life {
			upper = longestTerm
		}
		if !ok || p.Prison.Min < least {
			least = p.Prison.Min
		}
		most, ok = max(most, upper), true
	}
	return least, most, ok
}

// Likeness is a decision with what its facts share with others.
type Likeness struct {
	Decision *corpus.Decision
	Shared   []string // ids of the facts that are so in both, in the order of the questions
	Differ   []string // ids of the facts that are so in one and not in the other
}

// minShared is how many facts a decision must share with a case to be called like it; the date does not count.
const minShared = 3

// Like returns the decisions in which an article was charged or proved and whose facts are like those given: the more
// facts are shared and the fewer differ, the earlier. Only facts that both know count.
func (r *Rules) Like(f Facts, article corpus.Ref) []Likeness {
	var out []Likeness
	for _, d := range r.library.DecisionsOn(article) {
		l := Likeness{Decision: d}
		other := r.FactsOf(d)
		for _, fact := range r.Facts {
			mine, known := f.Answers[fact.ID]
			theirs, knownToo := other.Answers[fact.ID]
			switch {
			case !known || !knownToo:
			case mine && theirs:
				l.Shared = append(l.Shared, fact.ID)
			case mine != theirs:
				l.Differ = append(l.Differ, fact.ID)
			}
		}
		if len(l.Shared) >= minShared {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Likeness) int {
		return (len(b.Shared) - len(b.Differ)) - (len(a.Shared) - len(a.Differ))
	})
	return out
}

func (r *Rules) canonical(ref corpus.Ref) corpus.Ref { return r.library.Canonical(ref) }
