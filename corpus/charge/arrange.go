package charge

import "slices"

// arrange proposes the place of each charge that fits. The first is primair; how each of the others stands to it is told
// by their relations, and where there is none by whether they are of one family.
func (r *Rules) arrange(charges []Charge) {
	n := 0
	for n < len(charges) && charges[n].Status == Fits {
		n++
	}
	fits := charges[:n]
	if i := primary(fits); i > 0 {
		chosen := fits[i]
		copy(fits[1:i+1], fits[:i])
		fits[0] = chosen
	}
	var first *Charge
	for i := range fits {
		c := &fits[i]
		if first == nil {
			first = c
			c.Place = Primary
			c.Reasons = append(c.Reasons, Reason{Text: saysPrimary})
			continue
		}
		var why Reason
		c.Place, why = place(first.Offence, c.Offence)
		c.Reasons = append(c.Reasons, why)
	}
}

// primary returns the first charge against which no other fitting one is the special law, and which does not stand after
// another by its own relations.
func primary(fits []Charge) int {
	for i := range fits {
		yields := slices.ContainsFunc(fits, func(other Charge) bool {
			special, after := other.Offence.relationTo(fits[i].Offence.ID), fits[i].Offence.relationTo(other.Offence.ID)
			return special != nil && special.Type == Special || after != nil && after.Type == Subsidiary
		})
		if !yields {
			return i
		}
	}
	return 0
}

// place tells how an offence stands beside the first charge, and why.
func place(first, o *Offence) (Place, Reason) {
	if rel := first.relationTo(o.ID); rel != nil {
		why := Reason{rel.Why, rel.Cite}
		switch rel.Type {
		case Cumulative:
			return CumulativePlace, why
		case Alternative:
			return AlternativePlace, why
		}
		return SubsidiaryPlace, why // the first is the special law against it
	}
	if rel := o.relationTo(first.ID); rel != nil {
		why := Reason{rel.Why, rel.Cite}
		switch rel.Type {
		case Cumulative:
			return CumulativePlace, why
		case Subsidiary:
			return SubsidiaryPlace, why
		}
		return AlternativePlace, why
	}
	if first.Family == o.Family {
		return SubsidiaryPlace, Reason{Text: saysSameFamily}
	}
	return CumulativePlace, Reason{Text: saysOther}
}

func (o *Offence) relationTo(id string) *Relation {
	for i := range o.Relations {
		if o.Relations[i].To == id && o.Relations[i].Type != Replaced {
			return &o.Relations[i]
		}
	}
	return nil
}
