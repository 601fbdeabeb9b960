package corpus

// WorkReport says how complete and how sure a work of the collection is.
type WorkReport struct {
	Work        *Work
	Articles    int // held
	Unchecked   int // marked portions, of each kind
	Summaries   int
	Missing     int
	Linked      int // citations that lead to a portion of the collection
	NotHeld     int // citations of laws or portions that the collection does not have
	LawNotNamed int // citations whose sentence does not tell the law
	Doubts      []*Relation
}

// Report says of every work how complete and how sure it is, in the order of the ids.
func (l *Library) Report() []WorkReport {
	var out []WorkReport
	for _, w := range l.works {
		r := WorkReport{Work: w, Articles: len(w.articles), Unchecked: portionsMarked(w.Unchecked),
			Summaries: portionsMarked(w.Summary), Missing: portionsMarked(w.Missing)}
		for _, p := range w.order {
			for _, b := range p.Body {
				if b.Text == nil {
					continue
				}
				for _, c := range b.Text.Citations {
					switch c.State {
					case Resolved:
						r.Linked++
					case LawNotNamed:
						r.LawNotNamed++
					default:
						r.NotHeld++
					}
				}
			}
		}
		for i := range w.Relations {
			if w.Relations[i].Doubt != "" {
				r.Doubts = append(r.Doubts, &w.Relations[i])
			}
		}
		out = append(out, r)
	}
	return out
}

func portionsMarked(marks []Mark) int {
	n := 0
	for _, m := range marks {
		n += len(m.Portions)
	}
	return n
}

// Period is the time in which a portion was law.
type Period struct {
	From  Date
	Until Date      // last day; zero while it is still law
	Ended *Relation // what ended it
}

// Period returns the time in which a portion was law; ok is false where no source tells the first day.
func (l *Library) Period(r Ref) (p Period, ok bool) {
	_, inForce, _ := l.days(r.Work)
	if inForce.IsZero() {
		return Period{}, false
	}
	p.From = l.inForceFrom(r, inForce)
	for _, rel := range l.relationsTo[r.Work] {
		if rel.Type == Repeals && rel.TargetRef().Covers(r) {
			p.Until, p.Ended = rel.From.PreviousDay(), rel
			break
		}
	}
	return p, true
}
