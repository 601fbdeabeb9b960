package charge

import (
	"cmp"
	"fmt"
	"slices"

	"suluh/corpus"
)

// Status is how an offence stands to the facts.
type Status string

// The statuses.
const (
	Fits     Status = "fits"     // every element is there
	FitsIf   Status = "fits_if"  // no element is excluded, some are not known
	Excluded Status = "excluded" // an element is not there
	NotLaw   Status = "not_law"  // it could not be committed on that day
)

// Place is the proposed place of a charge in an indictment.
type Place string

// The places. A charge that does not fit has none.
const (
	Primary          Place = "primair"
	SubsidiaryPlace  Place = "subsidair"
	AlternativePlace Place = "alternatif"
	CumulativePlace  Place = "kumulatif"
)

// Answer is what the rules make of the facts.
type Answer struct {
	Facts   Facts
	Charges []Charge // in the order recommended: fitting ones first
	Notes   []*Note
	Missing []string // facts that would decide the most, the most useful first
}

// Charge is an offence weighed against the facts.
type Charge struct {
	Offence  *Offence
	Status   Status
	Place    Place
	Elements []ElementState
	Sentence Sentence // on the day of the act; empty for [NotLaw]
	Later    *Change  // what the law made of it after the act
	Reasons  []Reason
}

// ElementState is an element with what is known of it.
type ElementState struct {
	*Element
	State   State
	Because []string // ids of the facts that decided it, or that are missing
}

// Reason is a sentence of the answer with its citations.
type Reason struct {
	Text string
	Cite []string
}

// Change is a change of the law between the act and the weighing (UU 1/2023 Pasal 3 ayat (1) and Pasal 618).
type Change struct {
	Day     corpus.Date // first day of the later law
	Offence *Offence    // the offence of the later law; nil if the conduct is no offence of the rules any more
	Before  Amount
	After   Amount
	Lenient string // "lama", "baru" or "sama"
	Cite    []string
	Doubt   string
}

// Weigh answers the facts. Day must be set.
func (r *Rules) Weigh(f Facts) Answer {
	if f.Until.Before(f.Day) {
		f.Until = f.Day
	}
	a := Answer{Facts: f}
	for _, o := range r.Offences {
		a.Charges = append(a.Charges, r.weigh(o, f))
	}
	slices.SortStableFunc(a.Charges, func(x, y Charge) int {
		return cmp.Or(cmp.Compare(statusRank[x.Status], statusRank[y.Status]), cmp.Compare(y.share(), x.share()))
	})
	r.arrange(a.Charges)
	for _, n := range r.Notes {
		if s, _ := n.When.weighOrYes(f); s == Yes {
			a.Notes = append(a.Notes, n)
		}
	}
	a.Missing = missing(a.Charges)
	return a
}

var statusRank = map[Status]int{Fits: 0, FitsIf: 1, Excluded: 2, NotLaw: 3}

// share is how much of a charge that may fit is proved: offences of which more is known come first. Charges that fit
// keep the order of the rules.
func (c *Charge) share() float64 {
	if c.Status != FitsIf {
		return 0
	}
	proved, asked := 0, 0
	for _, e := range c.Elements {
		if e.When == nil {
			continue
		}
		asked++
		if e.State == Yes {
			proved++
		}
	}
	return float64(proved) / float64(max(asked, 1))
}

// weigh weighs one offence.
func (r *Rules) weigh(o *Offence, f Facts) Charge {
	c := Charge{Offence: o, Status: Fits}
	for i := range o.Elements {
		state, because := o.Elements[i].When.weighOrYes(f)
		c.Elements = append(c.Elements, ElementState{&o.Elements[i], state, because})
		switch {
		case state == No:
			c.Status = Excluded
		case state == Unknown && c.Status == Fits:
			c.Status = FitsIf
		}
	}
	if !o.isLawBetween(f.Day, f.Until) {
		c.Status = NotLaw
		c.Reasons = append(c.Reasons, o.notLaw(f.Day))
		return c
	}
	day := f.Day
	if day.Before(o.period.From) {
		day = o.period.From
	}
	c.Sentence = o.sentence(f, day)
	if f.Day != f.Until && (!o.isLaw(f.Day) || !o.isLaw(f.Until)) {
		c.Reasons = append(c.Reasons, Reason{fmt.Sprintf(saysSpans, f.Day.Long(), f.Until.Long()), []string{o.Portion}})
	}
	if c.Status != Excluded {
		c.Later = r.changeAfter(o, f, day)
	}
	return c
}

func (o *Offence) notLaw(day corpus.Date) Reason {
	if day.Before(o.period.From) {
		return Reason{fmt.Sprintf(saysNotYet, o.period.From.Long()), []string{o.Portion}}
	}
	why := Reason{fmt.Sprintf(saysNoMore, o.period.Until.Long()), []string{o.Portion}}
	if o.period.Ended != nil && o.period.Ended.By != "" {
		why.Cite = append(why.Cite, o.period.Ended.ByRef().String())
	}
	return why
}

// changeAfter finds how the law changed for an offence between the act and the day of the weighing: a new penalty for
// the same article, or its successor.
func (r *Rules) changeAfter(o *Offence, f Facts, day corpus.Date) *Change {
	if !day.Before(f.Today) {
		return nil
	}
	before := o.sentence(f, day).Final
	if o.isLaw(f.Today) {
		later := o.penaltyOn(f.Today)
		if later == o.penaltyOn(day) {
			return nil
		}
		return newChange(later.From, o, before, o.sentence(f, f.Today).Final, later.Cite, later.Doubt)
	}
	var cite []string
	if ended := o.period.Ended; ended != nil && ended.By != "" {
		cite = append(cite, ended.ByRef().String())
	}
	from := o.period.Until.NextDay()
	if next := r.successor(o); next != nil {
		p := next.penaltyOn(f.Today)
		return newChange(from, next, before, next.sentence(f, f.Today).Final, append(cite, p.Cite...), p.Doubt)
	}
	return &Change{Day: from, Before: before, Cite: cite}
}

// successor finds the offence of the later law: the one that the rules name, else that of the article which the repeal
// names.
func (r *Rules) successor(o *Offence) *Offence {
	for _, rel := range o.Relations {
		if rel.Type == Replaced {
			return r.offences[rel.To]
		}
	}
	if o.period.Ended == nil {
		return nil
	}
	to := o.period.Ended.SuccessorRef()
	for _, next := range r.Offences {
		if to.Fragment != "" && next.Ref().Article() == to.Article() {
			return next
		}
	}
	return nil
}

func newChange(day corpus.Date, o *Offence, before, after Amount, cite []string, doubt string) *Change {
	c := &Change{Day: day, Offence: o, Before: before, After: after, Cite: cite, Doubt: doubt, Lenient: "sama"}
	switch lenience(before, after) {
	case -1:
		c.Lenient = "lama"
	case 1:
		c.Lenient = "baru"
	}
	return c
}

// missing ranks the facts that charges which may fit still wait for, by how many wait.
func missing(charges []Charge) []string {
	count := map[string]int{}
	var order []string
	for _, c := range charges {
		if c.Status != FitsIf || c.share() == 0 {
			continue
		}
		for _, e := range c.Elements {
			if e.State != Unknown {
				continue
			}
			for _, id := range e.Because {
				if count[id] == 0 {
					order = append(order, id)
				}
				count[id]++
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return order
}
