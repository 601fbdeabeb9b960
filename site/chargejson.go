package site

import "suluh/corpus/charge"

// ChargeResult is the answer of the charging guide for machines.
type ChargeResult struct {
	Date    string          `json:"date"`
	Charges []WeighedCharge `json:"charges"`
}

// WeighedCharge is one charge, in the order recommended.
type WeighedCharge struct {
	Offence  string          `json:"offence"` // "uu/2007/21#pasal-4"
	Status   charge.Status   `json:"status"`
	Place    charge.Place    `json:"place"` // empty unless it fits
	Elements []ElementResult `json:"elements"`
	Penalty  *PenaltyResult  `json:"penalty"` // null if it is not law on that day
	Reasons  []string        `json:"reasons"`
}

// ElementResult is one element.
type ElementResult struct {
	ID      string       `json:"id"`
	Text    string       `json:"text"`
	State   charge.State `json:"state"`
	Because []string     `json:"because,omitempty"` // facts that decided it, or that are missing
	Cite    []string     `json:"cite"`
}

// PenaltyResult is the penalty on the day of the act. Months and rupiah.
type PenaltyResult struct {
	Words     string `json:"words"`
	PrisonMin int    `json:"prison_min"`
	PrisonMax int    `json:"prison_max"`
	Life      bool   `json:"life,omitempty"`
	FineMin   int64  `json:"fine_min"`
	FineMax   int64  `json:"fine_max"`
	Mode      string `json:"mode"`
}

// ChargeJSON turns an answer into its form for machines.
func ChargeJSON(a charge.Answer) ChargeResult {
	out := ChargeResult{Date: a.Facts.Day.String(), Charges: []WeighedCharge{}}
	for _, c := range a.Charges {
		r := WeighedCharge{Offence: c.Offence.Portion, Status: c.Status, Place: c.Place, Elements: []ElementResult{}, Reasons: []string{}}
		for _, e := range c.Elements {
			r.Elements = append(r.Elements, ElementResult{e.ID, e.Text, e.State, e.Because, e.Cite})
		}
		if c.Status != charge.NotLaw {
			f := c.Sentence.Final
			r.Penalty = &PenaltyResult{f.Words(), f.PrisonMin, f.PrisonMax, f.Life, f.FineMin, f.FineMax, f.Mode}
		}
		for _, reason := range c.Reasons {
			r.Reasons = append(r.Reasons, reason.Text)
		}
		out.Charges = append(out.Charges, r)
	}
	return out
}
