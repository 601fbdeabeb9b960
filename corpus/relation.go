package corpus

import "slices"

// RelationType is what one work does to another.
type RelationType string

// The types of relation.
const (
	Repeals    RelationType = "repeals"    // mencabut
	Amends     RelationType = "amends"     // mengubah
	ReadsAs    RelationType = "reads_as"   // pengacuan dibaca sebagai
	Implements RelationType = "implements" // melaksanakan
	Adjusts    RelationType = "adjusts"    // menyesuaikan ancaman pidana, tanpa mengubah bunyi
)

// Relation is what a work does to another work or portion. It is written once, in the front matter of the work that
// does it; [NewLibrary] turns it round.
type Relation struct {
	Type      RelationType `yaml:"type"`
	By        string       `yaml:"by"`        // fragment of the portion that does it
	Target    string       `yaml:"target"`    // reference to a work or a portion
	From      Date         `yaml:"from"`      // first day of the effect
	Successor string       `yaml:"successor"` // reference to what took the place of the target, if anything did
	Note      string       `yaml:"note"`      // a sentence for the reader, in Indonesian
	Doubt     string       `yaml:"doubt"`     // what is uncertain about it, in Indonesian

	Actor *Work `yaml:"-"` // the work that does it
}

// ByRef returns the reference to the portion that does it.
func (r *Relation) ByRef() Ref { return Ref{r.Actor.ID, r.By} }

// TargetRef returns the reference to what it is done to.
func (r *Relation) TargetRef() Ref { return ParseRef(r.Target) }

// SuccessorRef returns the reference to what took the place of the target; zero if nothing did.
func (r *Relation) SuccessorRef() Ref { return ParseRef(r.Successor) }

// Status is the standing of a work or portion in law on a day.
type Status int

// The standings.
const (
	InForce       Status = iota // berlaku
	PartlyRevoked               // berlaku, sebagian dicabut
	Revoked                     // dicabut
	NotYetInForce               // belum berlaku
	Undated                     // no source at hand tells the first day in force
)

// Standing is a status with the relations that made it.
type Standing struct {
	Status Status
	Since  Date        // first day of the status, where known
	By     []*Relation // what repealed it, or parts of it
}

// Standing computes the standing of a work or portion on a day. Nothing in the corpus states it: it follows from the
// days of the work and the relations that other works declare.
func (l *Library) Standing(ref Ref, day Date) Standing {
	_, inForce, _ := l.days(ref.Work)
	if inForce.IsZero() {
		return Standing{Status: Undated}
	}
	start := l.inForceFrom(ref, inForce)
	if day.Before(start) {
		return Standing{Status: NotYetInForce, Since: start}
	}
	var parts []*Relation
	for _, r := range l.relationsTo[ref.Work] {
		if r.Type != Repeals || day.Before(r.From) {
			continue
		}
		target := r.TargetRef()
		switch {
		case target.Covers(ref):
			return Standing{Status: Revoked, Since: r.From, By: []*Relation{r}}
		case ref.Covers(target):
			parts = append(parts, r)
		}
	}
	if len(parts) > 0 {
		return Standing{Status: PartlyRevoked, Since: parts[0].From, By: parts}
	}
	return Standing{Status: InForce, Since: start}
}

// Covers reports whether a is b or holds b.
func (a Ref) Covers(b Ref) bool {
	if a.Work != b.Work {
		return false
	}
	n := len(a.Fragment)
	return n == 0 || a.Fragment == b.Fragment ||
		len(b.Fragment) > n && b.Fragment[:n] == a.Fragment && b.Fragment[n] == '.'
}

// RelationsTo returns what other works do to the portion, to all that holds it and to all below it, by day.
func (l *Library) RelationsTo(ref Ref) []*Relation {
	var out []*Relation
	for _, r := range l.relationsTo[ref.Work] {
		if t := r.TargetRef(); t.Covers(ref) || ref.Covers(t) {
			out = append(out, r)
		}
	}
	return out
}

// RelationsBy returns what the portion, or anything in it, does to other works.
func (l *Library) RelationsBy(ref Ref) []*Relation {
	w := l.Work(ref.Work)
	if w == nil {
		return nil
	}
	var out []*Relation
	for i := range w.Relations {
		if r := &w.Relations[i]; ref.Covers(r.ByRef()) {
			out = append(out, r)
		}
	}
	return out
}

func sortRelations(rs []*Relation) {
	slices.SortStableFunc(rs, func(a, b *Relation) int { return a.From.Compare(b.From) })
}
