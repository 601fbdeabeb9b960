package charge

import (
	"slices"
	"strings"
	"time"

	"suluh/corpus"
)

// Data is the rules as data, for the engine of the static export (site/offline/timbang.js). What the library tells is
// resolved: the time of each offence, what ended it and what came after, fines in rupiah. Days are YYYY-MM-DD, "" for none.
type Data struct {
	Offences    []OffenceData     `json:"offences"` // in the order of the rules
	Groups      []GroupData       `json:"groups"`
	Facts       []FactData        `json:"facts"`
	Notes       []NoteData        `json:"notes"`
	Decisions   []DecisionData    `json:"decisions"`
	LongestTerm int               `json:"longestTerm"`
	MinShared   int               `json:"minShared"`
	Phrases     map[string]string `json:"phrases"`
	Months      []string          `json:"months"`
}

// OffenceData is an [Offence].
type OffenceData struct {
	ID           string            `json:"id"`
	Portion      string            `json:"portion"`
	Title        string            `json:"title"`
	Family       string            `json:"family"`
	From         string            `json:"from"`
	Until        string            `json:"until"`
	EndedBy      string            `json:"endedBy"`   // the portion that ended it
	Successor    string            `json:"successor"` // id of the offence of the later law
	Elements     []ElementData     `json:"elements"`
	Penalties    []PenaltyData     `json:"penalties"`
	Aggravations []AggravationData `json:"aggravations"` // those with a penalty of their own first
	Relations    []RelationData    `json:"relations"`
	Decisions    []int             `json:"decisions"` // on its article, by their place in Data.Decisions
}

// ElementData is an [Element].
type ElementData struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	When     any      `json:"when"` // null: it is there whatever the facts
	Cite     []string `json:"cite"`
	Evidence []string `json:"evidence"`
	Doubt    string   `json:"doubt"`
}

// PenaltyData is a [Penalty] in numbers.
type PenaltyData struct {
	From   string   `json:"from"`
	Amount Amount   `json:"amount"`
	Cite   []string `json:"cite"`
	Doubt  string   `json:"doubt"`
}

// AggravationData is an [Aggravation].
type AggravationData struct {
	Text      string        `json:"text"`
	When      any           `json:"when"`
	Third     bool          `json:"third"`
	Times     int           `json:"times"`
	Prison    bool          `json:"prison"` // it reaches the prison term
	Fine      bool          `json:"fine"`   // and the fine
	Corporate bool          `json:"corporate"`
	Penalties []PenaltyData `json:"penalties"`
	Cite      []string      `json:"cite"`
	Doubt     string        `json:"doubt"`
}

// RelationData is a [Relation] that is not [Replaced].
type RelationData struct {
	Type RelationType `json:"type"`
	To   string       `json:"to"`
	Why  string       `json:"why"`
	Cite []string     `json:"cite"`
}

// GroupData is a [Group].
type GroupData struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// FactData is a [Fact].
type FactData struct {
	ID       string   `json:"id"`
	Group    string   `json:"group"`
	Question string   `json:"question"`
	Help     string   `json:"help"`
	Type     FactType `json:"type"`
	When     any      `json:"when"`
}

// NoteData is a [Note].
type NoteData struct {
	When  any      `json:"when"`
	Text  string   `json:"text"`
	Cite  []string `json:"cite"`
	Doubt string   `json:"doubt"`
	First bool     `json:"first"`
}

// DecisionData is what is known of the facts of a decision.
type DecisionData struct {
	ID  string   `json:"id"`
	Yes []string `json:"yes"`
	No  []string `json:"no"`
}

// Data returns the rules as data.
func (r *Rules) Data() Data {
	d := Data{LongestTerm: longestTerm, MinShared: minShared, Phrases: phrases()}
	places := map[*corpus.Decision]int{}
	for i, decision := range r.library.Decisions() {
		places[decision] = i
		d.Decisions = append(d.Decisions, r.decisionData(decision))
	}
	for _, o := range r.Offences {
		d.Offences = append(d.Offences, r.offenceData(o, places))
	}
	for _, g := range Groups {
		d.Groups = append(d.Groups, GroupData(g))
	}
	for _, f := range r.Facts {
		d.Facts = append(d.Facts, FactData{f.ID, f.Group, f.Question, f.Help, f.Type, f.When.data()})
	}
	for _, n := range r.Notes {
		d.Notes = append(d.Notes, NoteData{n.When.data(), n.Text, n.Cite, n.Doubt, n.First})
	}
	for m := time.January; m <= time.December; m++ {
		d.Months = append(d.Months, strings.Fields(corpus.Date{Year: 2000, Month: m, Day: 1}.Long())[1])
	}
	return d
}

// Cited returns every portion that an answer can name, once each, sorted.
func (d Data) Cited() []string {
	var out []string
	for _, o := range d.Offences {
		out = append(out, o.Portion)
		if o.EndedBy != "" {
			out = append(out, o.EndedBy)
		}
		for _, e := range o.Elements {
			out = append(out, e.Cite...)
		}
		for _, r := range o.Relations {
			out = append(out, r.Cite...)
		}
		penalties := slices.Clone(o.Penalties)
		for _, a := range o.Aggravations {
			out = append(out, a.Cite...)
			penalties = append(penalties, a.Penalties...)
		}
		for _, p := range penalties {
			out = append(out, p.Cite...)
		}
	}
	for _, n := range d.Notes {
		out = append(out, n.Cite...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (r *Rules) offenceData(o *Offence, places map[*corpus.Decision]int) OffenceData {
	d := OffenceData{ID: o.ID, Portion: o.Portion, Title: o.Title, Family: o.Family, From: o.period.From.String(), Until: o.period.Until.String(),
		Penalties: penaltyData(o.Penalties)}
	if ended := o.period.Ended; ended != nil && ended.By != "" {
		d.EndedBy = ended.ByRef().String()
	}
	if next := r.successor(o); next != nil {
		d.Successor = next.ID
	}
	for _, e := range o.Elements {
		d.Elements = append(d.Elements, ElementData{e.ID, e.Text, e.When.data(), e.Cite, e.Evidence, e.Doubt})
	}
	for _, a := range o.byWeight() {
		d.Aggravations = append(d.Aggravations, AggravationData{a.Text, a.When.data(), a.Add != "", a.Times, a.reaches("prison"), a.reaches("fine"),
			a.Corporate, penaltyData(a.Penalties), a.Cite, a.Doubt})
	}
	for _, rel := range o.Relations {
		if rel.Type != Replaced {
			d.Relations = append(d.Relations, RelationData(rel))
		}
	}
	for _, decision := range r.library.DecisionsOn(o.Ref()) {
		d.Decisions = append(d.Decisions, places[decision])
	}
	return d
}

func penaltyData(ps []Penalty) []PenaltyData {
	var out []PenaltyData
	for _, p := range ps {
		out = append(out, PenaltyData{p.From.String(), p.amount(), p.Cite, p.Doubt})
	}
	return out
}

func (r *Rules) decisionData(decision *corpus.Decision) DecisionData {
	d := DecisionData{ID: decision.ID}
	answers := r.FactsOf(decision).Answers
	for _, f := range r.Facts {
		switch yes, known := answers[f.ID]; {
		case yes:
			d.Yes = append(d.Yes, f.ID)
		case known:
			d.No = append(d.No, f.ID)
		}
	}
	return d
}

// data returns a condition as JSON holds it: the id of a fact, or a map with one of the keys all, any, not, atLeast;
// null for none.
func (c *Condition) data() any {
	list := func(key string, cs []Condition) any {
		var out []any
		for i := range cs {
			out = append(out, cs[i].data())
		}
		return map[string]any{key: out}
	}
	switch {
	case c == nil:
		return nil
	case c.Not != nil:
		return map[string]any{"not": c.Not.data()}
	case c.All != nil:
		return list("all", c.All)
	case c.Any != nil:
		return list("any", c.Any)
	case c.AtLeast != nil:
		return map[string]any{"atLeast": map[string]any{"fact": c.AtLeast.Fact, "n": c.AtLeast.N}}
	}
	return c.Fact
}
