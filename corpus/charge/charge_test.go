package charge_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/corpus/charge/chargetest"
)

var loadRules = sync.OnceValues(func() (*charge.Rules, corpus.Problems) {
	l, problems := corpus.Load(corpus.Texts())
	rules, more := charge.Load(corpus.Texts(), l)
	return rules, append(problems, more...)
})

func rules(t testing.TB) *charge.Rules {
	t.Helper()
	r, problems := loadRules()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return r
}

var today = corpus.MustParseDate("2026-11-24")

func readVectors(t testing.TB) []chargetest.Vector {
	t.Helper()
	vectors, err := chargetest.Read("testdata/vectors.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return vectors
}

func factsOf(t testing.TB, r *charge.Rules, v chargetest.Vector) charge.Facts {
	t.Helper()
	f, err := v.FactsOf(r, today)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestVectors holds the rules to cases with a legal reason each: scenarios, decisions coded from their reasoning, and
// offences that fail by one element or by one day.
func TestVectors(t *testing.T) {
	r := rules(t)
	for _, v := range readVectors(t) {
		t.Run(v.Name, func(t *testing.T) {
			answer := r.Weigh(factsOf(t, r, v))
			got := map[string]charge.Charge{}
			for _, c := range answer.Charges {
				got[c.Offence.ID] = c
			}
			for status, ids := range map[charge.Status][]string{charge.Fits: append(v.Fits, v.Proved...), charge.FitsIf: v.FitsIf, charge.NotLaw: v.NotLaw} {
				for _, id := range ids {
					checkStatus(t, got, id, status)
				}
			}
			for _, e := range v.Excluded {
				checkStatus(t, got, e.Offence, charge.Excluded)
				if c := got[e.Offence]; e.Element != "" && !slices.ContainsFunc(c.Elements, func(el charge.ElementState) bool { return el.ID == e.Element && el.State == charge.No }) {
					t.Errorf("%s is not excluded by its element %q: %s", e.Offence, e.Element, states(c))
				}
			}
			if v.Primary != "" && (answer.Charges[0].Offence.ID != v.Primary || answer.Charges[0].Place != charge.Primary) {
				t.Errorf("first charge %s (%s), want %s as primair", answer.Charges[0].Offence.ID, answer.Charges[0].Place, v.Primary)
			}
		})
	}
}

func checkStatus(t *testing.T, got map[string]charge.Charge, id string, want charge.Status) {
	t.Helper()
	c, ok := got[id]
	if !ok {
		t.Errorf("no offence %s", id)
	} else if c.Status != want {
		t.Errorf("%s is %s, want %s: %s", id, c.Status, want, states(c))
	}
}

func states(c charge.Charge) string {
	s := ""
	for _, e := range c.Elements {
		s += fmt.Sprintf("%s=%s%v ", e.ID, e.State, e.Because)
	}
	return s
}

// TestEnoughVectors guards the size of the set.
func TestEnoughVectors(t *testing.T) {
	vectors := readVectors(t)
	decisions := 0
	for _, v := range vectors {
		if v.Why == "" {
			t.Errorf("vector %q has no legal reason", v.Name)
		}
		if v.Source != "" {
			decisions++
		}
	}
	if len(vectors) < 60 || decisions < 25 {
		t.Errorf("%d vectors, %d of decisions; want at least 60 and 25", len(vectors), decisions)
	}
}

// TestYesNeverHurts adds a yes to every fact in turn: no element that does not deny the fact may get worse.
func TestYesNeverHurts(t *testing.T) {
	r := rules(t)
	worth := map[charge.State]int{charge.No: 0, charge.Unknown: 1, charge.Yes: 2}
	for _, v := range readVectors(t) {
		if !strings.HasPrefix(v.Name, "scenario") && !strings.HasPrefix(v.Name, "decision") {
			continue // the small vectors are cuttings of these
		}
		facts := factsOf(t, r, v)
		before := r.Weigh(facts)
		for _, fact := range r.Facts {
			if fact.Type != charge.YesNo || facts.Answers[fact.ID] {
				continue
			}
			old, known := facts.Answers[fact.ID]
			facts.Answers[fact.ID] = true
			after := byID(r.Weigh(facts))
			for _, c := range before.Charges {
				for i, e := range c.Elements {
					if denies(e.When, fact.ID) {
						continue
					}
					if now := after[c.Offence.ID].Elements[i]; worth[now.State] < worth[e.State] {
						t.Errorf("%s: yes to %s makes %s of %s worse: %s to %s", v.Name, fact.ID, e.ID, c.Offence.ID, e.State, now.State)
					}
				}
			}
			if delete(facts.Answers, fact.ID); known {
				facts.Answers[fact.ID] = old
			}
		}
	}
}

// denies reports whether a condition asks for the absence of a fact.
func denies(c *charge.Condition, fact string) bool {
	if c == nil {
		return false
	}
	if c.Not != nil {
		return asks(c.Not, fact)
	}
	for _, list := range [][]charge.Condition{c.All, c.Any} {
		for i := range list {
			if denies(&list[i], fact) {
				return true
			}
		}
	}
	return false
}

func asks(c *charge.Condition, fact string) bool {
	if c.Fact == fact || c.Not != nil && asks(c.Not, fact) {
		return true
	}
	for _, list := range [][]charge.Condition{c.All, c.Any} {
		for i := range list {
			if asks(&list[i], fact) {
				return true
			}
		}
	}
	return false
}

func byID(a charge.Answer) map[string]charge.Charge {
	out := map[string]charge.Charge{}
	for _, c := range a.Charges {
		out[c.Offence.ID] = c
	}
	return out
}

// TestDaysMoveTheLawOnlyAtItsDates walks through the years: the set of offences that are law may change only on the day
// after one ends or on the day one begins.
func TestDaysMoveTheLawOnlyAtItsDates(t *testing.T) {
	r := rules(t)
	changes := map[corpus.Date]bool{}
	for _, o := range r.Offences {
		from, until := o.Period()
		changes[from] = true
		if !until.IsZero() {
			changes[until.NextDay()] = true
		}
	}
	law := func(day corpus.Date) string {
		s := ""
		for _, c := range r.Weigh(charge.Facts{Day: day, Today: today}).Charges {
			if c.Status != charge.NotLaw {
				s += c.Offence.ID + " "
			}
		}
		return s
	}
	day := corpus.MustParseDate("2003-12-31")
	before := law(day)
	for day.Before(corpus.MustParseDate("2027-02-01")) {
		day = day.NextDay()
		if day.Day != 1 && day.Day != 31 && !changes[day] && !changes[day.NextDay()] {
			continue // between two changes: the first and last days of months stand for the rest
		}
		now := law(day)
		if sortedWords(now) != sortedWords(before) && !changes[day] {
			t.Errorf("%s: the law changes, but no offence begins or ends on that day", day)
		}
		before = now
	}
}

func sortedWords(s string) string { return fmt.Sprint(slices.Sorted(slices.Values(strings.Fields(s)))) }

// TestPenaltiesStayInBounds checks every sentence of every vector: no minimum over its maximum, never more than twenty
// years but life, nothing below the base minimum, and at least one kind of penalty.
func TestPenaltiesStayInBounds(t *testing.T) {
	r := rules(t)
	for _, v := range readVectors(t) {
		for _, c := range r.Weigh(factsOf(t, r, v)).Charges {
			if c.Status == charge.NotLaw {
				continue
			}
			f, base := c.Sentence.Final, c.Sentence.Steps[0].Amount
			if f.PrisonMax > 240 || f.PrisonMin > f.PrisonMax && !f.Life || f.FineMin > f.FineMax || f.PrisonMin < min(base.PrisonMin, 240) || f.Words() == "" {
				t.Errorf("%s: %s has the impossible penalty %+v", v.Name, c.Offence.ID, f)
			}
		}
	}
}

// TestWeighIsDeterministic weighs the same facts twice.
func TestWeighIsDeterministic(t *testing.T) {
	r := rules(t)
	for _, v := range readVectors(t) {
		f := factsOf(t, r, v)
		if !reflect.DeepEqual(r.Weigh(f), r.Weigh(f)) {
			t.Fatalf("%s: two answers to the same facts", v.Name)
		}
	}
}

func BenchmarkWeigh(b *testing.B) {
	r := rules(b)
	vectors := readVectors(b)
	facts := make([]charge.Facts, len(vectors))
	for i, v := range vectors {
		facts[i] = factsOf(b, r, v)
	}
	b.ResetTimer()
	for i := range b.N {
		r.Weigh(facts[i%len(facts)])
	}
}
