package verify

import (
	"fmt"
	"io"
	"strings"
)

// contextWords is how many agreeing words are shown around a difference.
const contextWords = 6

// stateNames name the states in a count.
var stateNames = map[State]string{Agrees: "sama", Partly: "sama sejauh dapat dicocokkan", Differs: "berbeda", NotInCopy: "tidak ada dalam salinan",
	NotInCorpus: "hanya ada dalam salinan", NotComparable: "tidak dapat dicocokkan"}

// stateOrder is the order in which counts are told.
var stateOrder = []State{Agrees, Partly, Differs, NotInCopy, NotInCorpus, NotComparable}

// Summary tells the outcome in one line: "67 pasal: 63 sama, 4 berbeda".
func (r *Report) Summary() string {
	total := 0
	var parts []string
	for _, state := range stateOrder {
		n := r.Count(state)
		total += n
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, stateNames[state]))
		}
	}
	var others []string
	for _, u := range r.Units {
		if !u.Article && u.State <= NotInCorpus {
			others = append(others, u.Label)
		}
	}
	text := fmt.Sprintf("%d pasal", total)
	if total > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if n := len(others); n > 0 {
		text += fmt.Sprintf("; di luar pasal %d bagian berbeda", n)
	}
	if n := r.Misreads(); n > 0 {
		text += fmt.Sprintf("; %d kata kemungkinan salah baca", n)
	}
	return text
}

// Passage is a difference with the words around it.
type Passage struct {
	Before, After string
	Pieces        []Piece // what differs, with at most a few agreeing words between
	Places        string
	Portion       string // "Pasal 15 ayat (2)"
}

// Passages returns the differences of a unit, or its possible misreadings.
func (u *Unit) Passages(misreads bool) []Passage {
	wanted := func(p Piece) bool {
		if misreads {
			return p.Kind == Misread
		}
		return p.Kind == Lost || p.Kind == Added
	}
	var out []Passage
	for i := 0; i < len(u.Pieces); i++ {
		if !wanted(u.Pieces[i]) {
			continue
		}
		p := Passage{Portion: u.Label}
		if q := u.Pieces[i].Portion; q != nil {
			p.Portion = unitLabel(q)
		}
		if i > 0 {
			p.Before = lastWords(u.Pieces[i-1], contextWords)
		}
		j := i
		for ; j < len(u.Pieces); j++ {
			q := u.Pieces[j]
			if !wanted(q) {
				break
			}
			if p.Places == "" {
				p.Places = q.Place
			}
			p.Pieces = append(p.Pieces, q)
		}
		if j < len(u.Pieces) {
			p.After = firstWords(u.Pieces[j], contextWords)
			if p.Places == "" {
				p.Places = u.Pieces[j].Place
			}
		}
		out = append(out, p)
		i = j - 1
	}
	return out
}

// own returns the words of a piece on the side that has them.
func (p Piece) own() string {
	if p.Kind == Lost || p.Kind == Same {
		return p.Corpus
	}
	return p.Copy
}

func lastWords(p Piece, n int) string {
	words := strings.Fields(p.own())
	if len(words) > n {
		return "… " + strings.Join(words[len(words)-n:], " ")
	}
	return strings.Join(words, " ")
}

func firstWords(p Piece, n int) string {
	words := strings.Fields(p.own())
	if len(words) > n {
		return strings.Join(words[:n], " ") + " …"
	}
	return strings.Join(words, " ")
}

// longestShown is how many characters of a difference the terminal shows.
const longestShown = 400

// WriteText writes the report for the terminal.
func (r *Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s dicocokkan dengan %s (%s, SHA-256 %s)", r.Work.Name(), r.Copy.Name, r.Copy.Format, r.Copy.SHA256)
	p.line("%s", r.Summary())
	r.writeDifferences(p)
	r.writeMisreads(p)
	r.writeSkipped(p)
	r.writeTolerated(p)
	return p.err
}

// printer keeps the first error of many lines.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (r *Report) writeDifferences(p *printer) {
	titled := false
	title := func() {
		if !titled {
			p.line("\nBERBEDA ([-hanya dalam korpus-] {+hanya dalam salinan+})")
			titled = true
		}
	}
	for _, u := range r.Units {
		switch u.State {
		case NotInCopy:
			title()
			p.line("%s: tidak satu pun katanya ada dalam salinan", u.Label)
		case NotInCorpus:
			title()
			p.line("%s: hanya ada dalam salinan%s", u.Label, at(u.Pieces[0].Place))
			p.line("    {+%s+}", clip(u.Pieces[0].Copy, longestShown))
		case Differs:
			title()
			for _, d := range u.Passages(false) {
				p.line("%s%s", d.Portion, at(d.Places))
				p.line("    %s", d.inline())
			}
		}
	}
}

// inline writes a passage in one line, as wdiff does.
func (d Passage) inline() string {
	parts := []string{d.Before}
	for _, q := range d.Pieces {
		if q.Kind == Lost {
			parts = append(parts, "[-"+clip(q.Corpus, longestShown)+"-]")
		} else {
			parts = append(parts, "{+"+clip(q.Copy, longestShown)+"+}")
		}
	}
	return strings.TrimSpace(strings.Join(append(parts, d.After), " "))
}

func at(place string) string {
	if place == "" {
		return ""
	}
	return ", " + place
}

func (r *Report) writeMisreads(p *printer) {
	if r.Misreads() == 0 {
		return
	}
	how := "tidak dihitung sebagai perbedaan; --strict menghitungnya"
	if r.Options.Strict {
		how = "dihitung sebagai perbedaan karena --strict"
	}
	p.line("\nKEMUNGKINAN SALAH BACA (%s)", how)
	for _, u := range r.Units {
		for _, d := range u.Passages(true) {
			for _, q := range d.Pieces {
				p.line("%s%s: korpus “%s”, salinan “%s”", d.Portion, at(q.Place), q.Corpus, q.Copy)
			}
		}
	}
}

func (r *Report) writeSkipped(p *printer) {
	lines := r.Uncompared()
	if len(lines) == 0 {
		return
	}
	p.line("\nTIDAK DAPAT DICOCOKKAN")
	for _, l := range lines {
		p.line("%s", l)
	}
}

// Uncompared tells what was not compared, and why.
func (r *Report) Uncompared() []string {
	var out []string
	for _, u := range r.Units {
		for _, skip := range u.Skipped {
			out = append(out, skip.Label+": "+skip.Why)
		}
	}
	return append(out, r.Notes...)
}

func (r *Report) writeTolerated(p *printer) {
	if len(r.Tolerated) == 0 {
		return
	}
	p.line("\nDITOLERANSI (tidak dihitung sebagai perbedaan kata)")
	for _, t := range r.Tolerated {
		example := ""
		if len(t.Examples) > 0 {
			example = ", misalnya “" + strings.Join(t.Examples, "”, “") + "”"
		}
		p.line("%s: %d kali%s", t.What, t.Count, example)
	}
}
