// Package verify compares the wording of a work of the corpus with an official copy of it: a text, Markdown, HTML or
// PDF file that the user has. It says article by article which words differ.
//
// # How it compares
//
// [paper.Parse] reads the copy line by line. [Comparer.Compare] takes the page furniture off, finds where each article begins in the
// copy, and compares the words between one article heading and the next. A heading is found by its form ("Pasal 13"
// alone on a line, or after the end of a sentence) and by the words that follow it. A heading that is not found costs
// nothing: its article is compared together with the one before it. So a mistake in the splitting can make agreeing
// words look different, but cannot hide a difference: every word of the copy is compared, or named as not compared.
//
// # What is tolerated
//
// White space, hyphens, letter case, punctuation, quotation marks, bullets and lost list markers; page marks, running
// heads, catchwords, letterheads and repeated headings. Words that differ only by letters and digits which look alike
// in print (2OO7, l/3) are a possible misreading ([Misread]): shown apart, and no difference unless the user is strict.
// A misreading must give something that is no word of the corpus, so "dari" is never a misreading of "dan"; and two
// unlike digits are never one. Whatever was tolerated is counted in [Report.Tolerated].
//
// Wording that the corpus marks as missing or as a summary is not compared ([Unit.Skipped]).
package verify

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/corpus/paper"
)

// Options are the wishes of the user. The zero value compares everything.
type Options struct {
	Portions []string // fragments; only they and what lies below them are reported
	Strict   bool     // a possible misreading is a difference
}

// State says how a unit fared.
type State int

// The states of a unit, the ones that ask for attention first.
const (
	Differs       State = iota // words differ
	NotInCopy                  // none of its words are in the copy
	NotInCorpus                // the copy has it, the corpus does not
	NotComparable              // the corpus does not hold its wording
	Partly                     // agrees as far as the corpus holds its wording
	Agrees                     // the same words
)

// Unit is a part of the work that is compared and reported on its own: an article, an elucidation, a heading, a part
// of the preamble, the closing.
type Unit struct {
	Fragment string
	Label    string
	Article  bool // an article of the work, or one that an amending law words
	State    State
	Pieces   []Piece // the whole wording with what differs, in order
	Skipped  []Skip  // what of it the corpus does not hold
	Misreads int
	shown    bool
}

// Skip is wording that cannot be compared.
type Skip struct {
	Label string // "Pasal 52 ayat (1)"
	Why   string // for the reader
}

// PieceKind tells what a piece of a comparison is.
type PieceKind int

// The kinds of piece.
const (
	Same    PieceKind = iota // on both sides
	Lost                     // only in the corpus
	Added                    // only in the copy
	Misread                  // on both sides, the copy possibly misread
	Skipped                  // in the copy, where the corpus does not hold the wording
)

// Piece is a run of words of one kind.
type Piece struct {
	Kind    PieceKind
	Corpus  string // the words as the corpus writes them
	Copy    string // the words as the copy writes them
	Place   string // where they stand in the copy: "baris 12", "halaman 3"; "" where that says nothing
	Portion *corpus.Portion
}

// Tolerance counts what was passed over.
type Tolerance struct {
	What     string
	Count    int
	Examples []string
}

// maxExamples is how many examples of a tolerance are kept.
const maxExamples = 3

// Report is the outcome of a comparison.
type Report struct {
	Work      *corpus.Work
	Copy      *paper.Copy
	Options   Options
	Units     []*Unit
	Notes     []string // what was not compared at all, and why
	Tolerated []Tolerance
}

// ErrNothingFound says that the copy has none of the articles of the work.
var ErrNothingFound = errors.New("tidak satu pun Pasal karya ini ditemukan dalam salinan")

// UnknownPortionError is a fragment that the work does not have.
type UnknownPortionError struct{ Fragment, Nearest string }

func (e UnknownPortionError) Error() string {
	hint := ""
	if e.Nearest != "" {
		hint = fmt.Sprintf("; maksudnya %q?", e.Nearest)
	}
	return fmt.Sprintf("bagian %q tidak ada dalam karya ini%s", e.Fragment, hint)
}

// Comparer compares works of a library with copies of them.
type Comparer struct{ words vocabulary }

// New returns a comparer. It knows the words of the whole library, by which it tells a misread word from another word.
func New(l *corpus.Library) *Comparer {
	v := vocabulary{}
	var tokens []token
	for _, w := range l.Works() {
		for _, p := range w.Portions() {
			for _, b := range p.Body {
				if b.Text == nil {
					continue
				}
				tokens = tokenize(tokens[:0], b.Text.Plain, -1)
				for _, t := range tokens {
					v[t.key] = true
				}
			}
		}
	}
	return &Comparer{v}
}

// Compare compares a work with a copy of it.
func (x *Comparer) Compare(w *corpus.Work, c *paper.Copy, opts Options) (*Report, error) {
	for _, f := range opts.Portions {
		if w.Portion(f) == nil {
			return nil, UnknownPortionError{f, nearestFragment(w, f)}
		}
	}
	s := newSession(x.words, w, c, opts)
	if len(s.main) == 0 {
		return nil, errors.New("karya ini hanya kartu; korpus tidak memuat bunyi yang dapat dicocokkan")
	}
	if err := s.run(); err != nil {
		return nil, err
	}
	return s.report(), nil
}

// Failed reports whether words differ.
func (r *Report) Failed() bool {
	for _, u := range r.Units {
		if u.State <= NotInCorpus || r.Options.Strict && u.Misreads > 0 {
			return true
		}
	}
	return false
}

// Count returns how many articles are in a state.
func (r *Report) Count(state State) int {
	n := 0
	for _, u := range r.Units {
		if u.Article && u.State == state {
			n++
		}
	}
	return n
}

// Misreads returns how many possible misreadings there are.
func (r *Report) Misreads() int {
	n := 0
	for _, u := range r.Units {
		n += u.Misreads
	}
	return n
}

// Checked returns the sentence for the front matter key "checked". It speaks only of what agreed.
func (r *Report) Checked(today corpus.Date) string {
	var b strings.Builder
	fmt.Fprintf(&b, "dicocokkan dengan %s (SHA-256 %s, %d pasal) pada %s, tanpa perbedaan kata", r.Copy.Name, r.Copy.SHA256, r.Count(Agrees), today.Long())
	if n := r.Misreads(); n > 0 {
		fmt.Fprintf(&b, "; %d kata salinan kemungkinan salah baca", n)
	}
	if len(r.Options.Portions) > 0 {
		b.WriteString("; hanya " + labels(r.Options.Portions))
	}
	var skipped []string
	for _, u := range r.Units {
		for _, skip := range u.Skipped {
			skipped = append(skipped, skip.Label)
		}
	}
	if len(skipped) > 0 {
		b.WriteString("; tidak dapat dicocokkan: " + strings.Join(skipped, ", "))
	}
	return b.String()
}

func labels(fragments []string) string {
	var out []string
	for _, f := range fragments {
		out = append(out, corpus.FragmentLabel(f))
	}
	return strings.Join(out, ", ")
}

// nearestFragment returns the fragment of the work that is spelt most like f, or "" if none is close.
func nearestFragment(w *corpus.Work, f string) string {
	best, least := "", 4 // more than three letters apart is no slip of the pen
	for _, p := range w.Portions() {
		if d := paper.Distance(f, p.Fragment); d < least {
			best, least = p.Fragment, d
		}
	}
	return best
}

// NearestIDs returns up to three ids of the library that are spelt most like id.
func NearestIDs(l *corpus.Library, id string) []string {
	type near struct {
		id           string
		d, different int // the letters that differ, and those from the first that differs on
	}
	var all []near
	for _, w := range l.Works() {
		same := 0
		for same < min(len(id), len(w.ID)) && id[same] == w.ID[same] {
			same++
		}
		all = append(all, near{w.ID, paper.Distance(strings.ToLower(id), w.ID), len(w.ID) - same})
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(a.d, b.d), cmp.Compare(a.different, b.different)) })
	var out []string
	for _, n := range all[:min(3, len(all))] {
		out = append(out, n.id)
	}
	return out
}

// covers reports whether the portion with the first fragment is or holds the one with the second.
func covers(outer, inner string) bool {
	return outer == inner || strings.HasPrefix(inner, outer+".")
}

// Compared reports whether at least one unit agreed word for word.
func (r *Report) Compared() bool {
	return slices.ContainsFunc(r.Units, func(u *Unit) bool { return u.State == Agrees || u.State == Partly })
}
