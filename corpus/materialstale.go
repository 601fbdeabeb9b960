package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Fingerprint tells one state of a portion from another: eight hexadecimal digits over its wording on a day and over its
// standing in law. It changes with nothing else.
type Fingerprint string

// UnmarshalYAML reads a fingerprint as it is written; one of digits only is no number.
func (f *Fingerprint) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.NullType {
		*f = Fingerprint(n.GetToken().Value)
	}
	return nil
}

// Fingerprint returns the fingerprint of a portion, or of a whole work, on a day; "" for what is not in the collection.
func (l *Library) Fingerprint(r Ref, day Date) Fingerprint {
	r = l.Canonical(r)
	if l.state(r) != Resolved {
		return ""
	}
	sum := sha256.New()
	if p, ok := l.PortionOn(r, day); ok {
		fmt.Fprintln(sum, p.Plain())
		if p.Kind == Article || p.Kind == Quoted {
			if e := p.Elucidation(); e != nil {
				fmt.Fprintln(sum, e.Plain())
			}
		}
	}
	l.writeStanding(sum, r, day)
	return Fingerprint(hex.EncodeToString(sum.Sum(nil)[:4]))
}

// writeStanding writes what later law has made of a portion by a day: its status, what repealed it, and what adjusts it or
// tells how a reference to it is read. Amendments show in the wording.
func (l *Library) writeStanding(w io.Writer, r Ref, day Date) {
	s := l.Standing(r, day)
	fmt.Fprintln(w, s.Status, s.Since)
	for _, by := range s.By {
		fmt.Fprintln(w, by.ByRef(), by.From, by.Target, by.Successor)
	}
	for _, rel := range l.RelationsTo(r) {
		if (rel.Type == Adjusts || rel.Type == ReadsAs) && !day.Before(rel.From) {
			fmt.Fprintln(w, rel.Type, rel.ByRef(), rel.From, rel.Target, rel.Successor)
		}
	}
}

// PortionOn returns a portion in the wording of a day; ok is false for a whole work and for what the wording of that day
// does not have.
func (l *Library) PortionOn(r Ref, day Date) (p *Portion, ok bool) {
	r = l.Canonical(r)
	v, ok := l.VersionOn(r.Article(), day)
	if !ok {
		p = l.Portion(r)
		return p, p != nil
	}
	rest := strings.TrimPrefix(r.Fragment, r.Article().Fragment)
	p = v.Text.Work.portions[v.Text.Fragment+rest]
	return p, p != nil
}

// Stale returns the portions on which a topic rests that are not on the day what they were when it was last read.
func (l *Library) Stale(m *Material, day Date) []Ref {
	var out []Ref
	for _, r := range m.Refs() {
		if l.Fingerprint(r, day) != m.Rests[r.String()] {
			out = append(out, r)
		}
	}
	return out
}

// StaleMaterials reports, as problems of their files, the topics that rest on law which is no longer the same on the day.
func (l *Library) StaleMaterials(day Date) Problems {
	var ps Problems
	for _, m := range l.materials {
		for _, r := range l.Stale(m, day) {
			ps = append(ps, Problem{m.File, m.lineOf(r.String()), fmt.Sprintf("%s %s pada %s tidak sama dengan saat materi dibaca (%s): %s; baca ulang materi ini, lalu tulis day: %s dan %s: %s",
				FragmentLabel(r.Fragment), NumberedName(r.Work), day, m.Day, l.standingWords(r, day), day, r, l.Fingerprint(r, day))})
		}
	}
	return ps.sorted()
}

// standingWords tells the standing of a portion on a day for the one who reads the message of the checker.
func (l *Library) standingWords(r Ref, day Date) string {
	s := l.Standing(r, day)
	words := map[Status]string{InForce: "berlaku", PartlyRevoked: "sebagian dicabut", Revoked: "dicabut", NotYetInForce: "belum berlaku", Undated: "tanggal berlaku tidak diketahui"}[s.Status]
	if !s.Since.IsZero() {
		words += " sejak " + s.Since.String()
	}
	for _, by := range s.By {
		words += " oleh " + by.ByRef().String()
	}
	if v, ok := l.VersionOn(l.Canonical(r).Article(), day); ok && v.By != nil {
		words += ", bunyi menurut " + v.By.ByRef().String()
	}
	return words
}
