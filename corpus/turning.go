package corpus

import "slices"

// TurningDays returns the days on which the standing of a work or portion may change, in order. The first is the zero
// day, which stands for the time before all others.
func (l *Library) TurningDays(ref Ref) []Date {
	days := []Date{{}}
	if w := l.Work(ref.Work); w != nil {
		days = append(days, w.InForce)
	}
	for _, v := range l.Versions(ref.Article()) {
		days = append(days, v.From)
	}
	for _, r := range l.relationsTo[ref.Work] {
		days = append(days, r.From)
	}
	if m := l.Material(ref.Work); m != nil {
		for _, r := range m.Refs() {
			days = append(days, l.TurningDays(r)...)
		}
	}
	slices.SortFunc(days, Date.Compare)
	return slices.Compact(days)
}
