package charge

import (
	"fmt"
	"slices"
	"strings"

	"suluh/corpus"
)

// categories are the maxima of the fine categories, in rupiah (UU 1/2023 Pasal 79 ayat (1)).
var categories = map[string]int64{
	"I": 1_000_000, "II": 10_000_000, "III": 50_000_000, "IV": 200_000_000,
	"V": 500_000_000, "VI": 2_000_000_000, "VII": 5_000_000_000, "VIII": 50_000_000_000,
}

// oneThird is the only share by which the laws of the field raise a penalty.
const oneThird = "1/3"

// longestTerm is the longest prison term but life, in months: twenty years (KUHP lama Pasal 12 ayat (4), UU 1/2023
// Pasal 68). Neither article is in the collection, so the step that applies it says that it is not checked.
const longestTerm = 240

// Amount is a penalty in numbers. Months and rupiah; zero means that there is no such bound.
type Amount struct {
	PrisonMin, PrisonMax       int
	Life                       bool
	DetentionMin, DetentionMax int
	FineMin, FineMax           int64
	Mode                       string // "dan", "atau", "dan/atau"
}

// Step is one line of the arithmetic.
type Step struct {
	Text      string
	Amount    Amount
	Cite      []string
	Doubt     string
	Corporate bool // only for the corporation itself; not part of the penalty of persons
}

// Sentence is the penalty on a day, with the steps that lead to it.
type Sentence struct {
	Steps    []Step
	Final    Amount
	IfProved []Step // aggravations whose facts are not known yet; each is what it would make of Final
}

// amount turns a penalty into numbers.
func (p *Penalty) amount() Amount {
	a := Amount{PrisonMin: p.Prison.Min, PrisonMax: p.Prison.Max, Life: p.Prison.Life,
		DetentionMin: p.Detention.Min, DetentionMax: p.Detention.Max, FineMin: p.Fine.Min, FineMax: p.Fine.Max, Mode: p.Mode}
	if p.Fine.Category != "" {
		a.FineMax = categories[p.Fine.Category]
	}
	if p.Fine.MinCategory != "" {
		a.FineMin = categories[p.Fine.MinCategory]
	}
	return a
}

// penaltyOn returns the penalty of an offence on a day.
func (o *Offence) penaltyOn(day corpus.Date) *Penalty { return on(o.Penalties, day) }

// on returns the penalty of a day from a list in the order of the days; the list is not empty.
func on(ps []Penalty, day corpus.Date) *Penalty {
	p := &ps[0]
	for i := range ps[1:] {
		if next := &ps[i+1]; !day.Before(next.From) {
			p = next
		}
	}
	return p
}

// sentence computes the penalty of an offence on a day. Every third is a third of the base, so that two aggravations
// add two thirds. An aggravation with a penalty of its own takes the place of the base, and no third comes on top of it:
// no text says so.
func (o *Offence) sentence(f Facts, day corpus.Date) Sentence {
	p := o.penaltyOn(day)
	base := p.amount()
	s := Sentence{Steps: []Step{{Text: saysBase, Amount: base, Cite: p.Cite, Doubt: p.Doubt}}, Final: base}
	replaced := false
	var open []*Aggravation
	for _, a := range o.byWeight() {
		state, _ := a.When.weighOrYes(f)
		if state == No || replaced && a.Add != "" && !a.Corporate {
			continue
		}
		step := a.step(base, s.Final, day)
		switch {
		case state == Unknown:
			open = append(open, a)
		case step.Corporate:
			s.Steps = append(s.Steps, step)
		default:
			s.Steps = append(s.Steps, step)
			s.Final = step.Amount
			replaced = replaced || len(a.Penalties) > 0
		}
	}
	if capped := s.Final.capped(); capped != s.Final {
		s.Final = capped
		s.Steps = append(s.Steps, Step{Text: saysLongest, Amount: s.Final, Doubt: saysLongestWhy})
	}
	for _, a := range open {
		step := a.step(base, s.Final, day)
		step.Text, step.Amount = fmt.Sprintf(saysIfProved, step.Text), step.Amount.capped()
		s.IfProved = append(s.IfProved, step)
	}
	return s
}

// capped returns the amount within the longest term.
func (a Amount) capped() Amount {
	if !a.Life {
		a.PrisonMin, a.PrisonMax = min(a.PrisonMin, longestTerm), min(a.PrisonMax, longestTerm)
	}
	return a
}

// byWeight returns the aggravations, those with a penalty of their own first.
func (o *Offence) byWeight() []*Aggravation {
	var own, others []*Aggravation
	for i := range o.Aggravations {
		if a := &o.Aggravations[i]; len(a.Penalties) > 0 {
			own = append(own, a)
		} else {
			others = append(others, a)
		}
	}
	return append(own, others...)
}

// step applies an aggravation to what the penalty has become.
func (a *Aggravation) step(base, now Amount, day corpus.Date) Step {
	s := Step{Text: a.Text, Cite: a.Cite, Doubt: a.Doubt, Amount: now}
	switch {
	case len(a.Penalties) > 0:
		p := on(a.Penalties, day)
		s.Amount, s.Cite, s.Doubt = p.amount(), unique(slices.Concat(a.Cite, p.Cite)), joined(a.Doubt, p.Doubt)
	case a.Times > 0:
		s.Corporate = true
		s.Amount = Amount{FineMin: base.FineMin * int64(a.Times), FineMax: base.FineMax * int64(a.Times)}
		s.Text = fmt.Sprintf(saysTimes, a.Text, a.Times)
	default:
		if a.reaches("prison") {
			s.Amount.PrisonMin += base.PrisonMin / 3
			s.Amount.PrisonMax += base.PrisonMax / 3
		}
		if a.reaches("fine") {
			s.Amount.FineMin += base.FineMin / 3
			s.Amount.FineMax += base.FineMax / 3
		}
		s.Text = fmt.Sprintf(saysThird, a.Text)
	}
	if a.Corporate && !s.Corporate {
		s.Corporate = true
		s.Amount = Amount{FineMin: s.Amount.FineMin, FineMax: s.Amount.FineMax}
	}
	return s
}

// joined puts two sentences one after the other; either may be empty.
func joined(a, b string) string { return strings.TrimSpace(a + " " + b) }

func (a *Aggravation) reaches(what string) bool { return len(a.On) == 0 || slices.Contains(a.On, what) }

// weighOrYes weighs a condition; an absent one is always there.
func (c *Condition) weighOrYes(f Facts) (State, []string) {
	if c == nil {
		return Yes, nil
	}
	return c.weigh(f)
}

// Words writes a penalty as a lawyer reads it: "penjara 3 tahun sampai 15 tahun dan denda Rp120.000.000 sampai …".
func (a Amount) Words() string {
	var parts []string
	if a.PrisonMax > 0 || a.Life {
		parts = append(parts, fmt.Sprintf(saysPrison, bounds(months(a.PrisonMin), saysMostTerm, prisonMax(a))))
	}
	if a.DetentionMax > 0 {
		parts = append(parts, fmt.Sprintf(saysDetention, bounds(months(a.DetentionMin), saysMostTerm, months(a.DetentionMax))))
	}
	if a.FineMax > 0 {
		parts = append(parts, fmt.Sprintf(saysFine, bounds(corpus.Rupiah(a.FineMin), saysMostFine, corpus.Rupiah(a.FineMax))))
	}
	mode := a.Mode
	if mode == "" {
		mode = "dan"
	}
	return strings.Join(parts, " "+mode+" ")
}

func prisonMax(a Amount) string {
	if a.Life {
		return saysLife
	}
	return months(a.PrisonMax)
}

func bounds(least, upTo, most string) string {
	if least == "" {
		return fmt.Sprintf(upTo, most)
	}
	return fmt.Sprintf(saysRange, least, most)
}

// months writes a term: "3 tahun", "1 tahun 4 bulan"; "" for none.
func months(n int) string {
	var parts []string
	if n >= 12 {
		parts = append(parts, fmt.Sprintf(saysYears, n/12))
	}
	if n%12 > 0 {
		parts = append(parts, fmt.Sprintf(saysMonths, n%12))
	}
	return strings.Join(parts, " ")
}

// lenience compares two penalties for the accused (UU 1/2023 Pasal 3 ayat (1)): -1 if a is more lenient, 1 if b is, 0
// if they are alike. The maximum of prison goes first, then its minimum, then whether a fine alone is enough, then the fine.
func lenience(a, b Amount) int {
	for _, d := range [][2]int64{
		{maxMonths(a), maxMonths(b)}, {int64(a.PrisonMin), int64(b.PrisonMin)}, {fineAlone(a), fineAlone(b)},
		{a.FineMax, b.FineMax}, {a.FineMin, b.FineMin},
	} {
		switch {
		case d[0] < d[1]:
			return -1
		case d[0] > d[1]:
			return 1
		}
	}
	return 0
}

func maxMonths(a Amount) int64 {
	if a.Life {
		return 1 << 20
	}
	return int64(max(a.PrisonMax, a.DetentionMax))
}

func fineAlone(a Amount) int64 {
	if a.Mode == "dan" || a.Mode == "" {
		return 1
	}
	return 0
}
