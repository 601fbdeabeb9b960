package charge

// arrange proposes the place of each charge that fits. The first is primair; how each of the others stands to it is told
// by their relations, and where there is none by whether they are of one family.
func (r *Rules) arrange(charges []Charge) {
	var first *Charge
	for i := range charges {
		c := &charges[i]
		if c.Status != Fits {
			continue
		}
		if first == nil {
			first = c
			c.Place = Primary
			c.Reasons = append(c.Reasons, Reason{"Semua unsurnya ada, dan di antara pasal yang cocok inilah yang paling khusus atau paling berat.", []string{c.Offence.Portion}})
			continue
		}
		var why Reason
		c.Place, why = place(first.Offence, c.Offence)
		c.Reasons = append(c.Reasons, why)
	}
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
	cite := []string{first.Portion, o.Portion}
	if first.Family == o.Family {
		return SubsidiaryPlace, Reason{"Perbuatannya sama dan pasalnya serumpun; didakwakan bila yang pertama tidak terbukti.", cite}
	}
	return CumulativePlace, Reason{"Melindungi kepentingan lain dari pasal pertama; didakwakan bersama bila perbuatannya berdiri sendiri.", cite}
}

func (o *Offence) relationTo(id string) *Relation {
	for i := range o.Relations {
		if o.Relations[i].To == id && o.Relations[i].Type != Replaced {
			return &o.Relations[i]
		}
	}
	return nil
}
