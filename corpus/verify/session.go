package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/corpus/paper"
)

// session is one comparison while it runs.
type session struct {
	work     *corpus.Work
	copy     *paper.Copy
	opts     Options
	words    vocabulary
	main     []token // the enactment, as the corpus has it
	notes    []string
	units    []*Unit
	byUnit   map[string]*Unit
	counts   map[string]*Tolerance
	amending bool
	titles   vocabulary        // the words of the title, which a copy may print twice
	extra    map[string]bool   // foreign headings that are reported already
	spoken   map[string][2]int // of each unit: words found and words lost
	elucid   []token           // the elucidation, as the corpus has it
}

func newSession(v vocabulary, w *corpus.Work, c *paper.Copy, opts Options) *session {
	s := &session{words: v, work: w, copy: c, opts: opts, byUnit: map[string]*Unit{}, counts: map[string]*Tolerance{},
		extra: map[string]bool{}, spoken: map[string][2]int{}}
	s.main, s.elucid = streams(w)
	for _, p := range w.Portions() {
		if p.Kind == corpus.Quoted {
			s.amending = true
		}
	}
	return s
}

// run compares the enactment, then the elucidation.
func (s *session) run() error {
	s.titles = vocabulary{"salinan": true, "presiden": true, "republik": true, "indonesia": true}
	for _, t := range tokenize(nil, s.work.FullName, -1) {
		s.titles[t.key] = true
	}
	separate(s.copy)
	main, elucidation := s.divide(tokensOf(s.copy, s.count))
	main = s.withoutLegalisation(main)
	if s.section(s.main, main, false) == 0 && len(s.work.Articles()) > 0 {
		return ErrNothingFound
	}
	switch {
	case len(elucidation) == 0 && len(s.elucid) > 0:
		s.notes = append(s.notes, "Salinan tidak memuat Penjelasan; Penjelasan tidak dicocokkan.")
	case len(elucidation) > 0 && len(s.elucid) == 0:
		s.notes = append(s.notes, "Korpus tidak memuat Penjelasan karya ini; Penjelasan dalam salinan tidak dapat dicocokkan.")
	case len(elucidation) > 0:
		s.section(s.elucid, s.withoutSupplement(elucidation), true)
	}
	return nil
}

func (s *session) count(what, example string) {
	t := s.counts[what]
	if t == nil {
		t = &Tolerance{What: what}
		s.counts[what] = t
	}
	t.Count++
	if example != "" && len(t.Examples) < maxExamples && !slices.Contains(t.Examples, example) {
		t.Examples = append(t.Examples, example)
	}
}

// separate moves elucidations that stand directly below their articles to the end, where a gazette prints them.
func separate(c *paper.Copy) {
	var main, moved []paper.Line
	article := ""
	inside := false
	headed := "" // the last line, if it is "PENJELASAN"
	for _, l := range c.Lines {
		text := strings.Trim(paper.Cleaner.Replace(l.Text), "#> ")
		if text == "" {
			continue
		}
		if elucidationLine.MatchString(headed + text) {
			return // the elucidation is a part of its own
		}
		if headed = ""; text == "PENJELASAN" {
			headed = text + " "
		}
		switch {
		case articleLine.MatchString(text):
			article, inside = text, false
		case groupLine.MatchString(text):
			inside = false
		case strings.EqualFold(text, "penjelasan") && article != "":
			inside = true
			moved = append(moved, paper.Line{Text: article, Page: l.Page, No: l.No})
			continue
		}
		if inside {
			moved = append(moved, l)
		} else {
			main = append(main, l)
		}
	}
	if len(moved) > 0 {
		c.Lines = append(append(main, paper.Line{Text: "PENJELASAN ATAS"}), moved...)
	}
}

// divide parts the enactment from the elucidation.
func (s *session) divide(tokens []token) (main, elucidation []token) {
	for i := range tokens {
		if i+1 < len(tokens) && tokens[i].word == "PENJELASAN" && isUpper(tokens[i+1].word) && titleWords[tokens[i+1].key] {
			return tokens[:i], tokens[i:]
		}
	}
	return tokens, nil
}

// titleWords follow the word that heads the elucidation.
var titleWords = map[string]bool{"atas": true, "undangundang": true, "peraturan": true, "rancangan": true}

// withoutLegalisation takes off what the office that made the copy wrote below the closing.
func (s *session) withoutLegalisation(tokens []token) []token {
	for i := range tokens {
		if i+2 < len(tokens) && tokens[i].key == "salinan" && tokens[i+1].key == "sesuai" && tokens[i+2].key == "dengan" {
			s.count(tolLegal, written(tokens[i:min(i+8, len(tokens))])+" …")
			return tokens[:i]
		}
	}
	return tokens
}

// withoutSupplement takes off the line with the number of the Tambahan Lembaran Negara at the end, unless the front
// matter tells another number.
func (s *session) withoutSupplement(tokens []token) []token {
	for i := max(0, len(tokens)-30); i+6 < len(tokens); i++ {
		if tokens[i].key != "tambahan" || tokens[i+1].key != "lembaran" || tokens[i+5].key != "nomor" {
			continue
		}
		number := tokens[i+6].word
		switch {
		case s.work.Supplement == "":
			s.note("Nomor Tambahan Lembaran Negara dalam salinan (" + number + ") tidak dicocokkan; front matter tidak memuatnya.")
		case !strings.HasSuffix(s.work.Supplement, " "+number):
			return tokens
		}
		s.count(tolSupplement, written(tokens[i:i+7]))
		return tokens[:i]
	}
	return tokens
}

// section compares the enactment or the elucidation. It returns the number of headings that were found.
func (s *session) section(a, b []token, elucidation bool) int {
	cs := candidates(b, s.amending)
	if elucidation {
		cs = slices.DeleteFunc(cs, func(c candidate) bool { return c.names[0] == "penutup" })
	}
	found := anchors(a, b, cs)
	known := map[string]bool{}
	for _, t := range a {
		if t.head != "" {
			known[t.head] = true
		}
	}
	for i := -1; i < len(found); i++ {
		from, to := anchor{}, anchor{len(a), len(b)}
		if i >= 0 {
			from = found[i]
		}
		if i+1 < len(found) {
			to = found[i+1]
		}
		low, high := s.neighbours(a, found, i)
		words := b[from.b:to.b]
		strangers := foreigners(cs, from.b, to.b, known, low, high)
		if i >= 0 && len(strangers) > 0 {
			words = b[from.b:strangers[0].at]
			s.strangers(strangers, b, to.b, elucidation)
		}
		next := ""
		if to.a < len(a) {
			next = a[to.a].head
		}
		s.segment(a[from.a:to.a], words, next, i < 0, elucidation)
	}
	return len(found)
}

// neighbours returns the headings of the sequence in which a foreign heading after anchor i would stand.
func (s *session) neighbours(a []token, found []anchor, i int) (low, high string) {
	if i < 0 {
		return "", ""
	}
	low = a[found[i].a].head
	for _, f := range found[i+1:] {
		if h := a[f.a].head; sameClass(h, low) {
			return low, h
		} else if s.amending && strings.HasPrefix(h, "pasal:") && !startsInDigit(h[len("pasal:"):]) {
			break // the sequence begins anew in the next article of the amending law
		}
	}
	return low, ""
}

// strangers reports articles of the copy that the corpus does not have.
func (s *session) strangers(list []foreign, b []token, end int, elucidation bool) {
	for i, f := range list {
		to := end
		if i+1 < len(list) {
			to = list[i+1].at
		}
		kind, number, _ := strings.Cut(f.name, ":")
		fragment := kind + "-" + number
		if elucidation {
			fragment += ".penjelasan"
		}
		switch {
		case kind == "penutup":
			s.note("Bagian penutup salinan tidak dicocokkan; korpus tidak memuatnya.")
		case kind == "angka" || s.work.Extent == corpus.Part || s.amending:
			s.note("Pasal lain yang dimuat salinan tidak dicocokkan; korpus hanya memuat sebagian karya ini.")
		case s.extra[fragment]:
			s.count(tolHeading, written(b[f.at:f.at+2]))
		default:
			s.extra[fragment] = true
			u := &Unit{Fragment: fragment, Label: corpus.FragmentLabel(fragment), Article: !elucidation, State: NotInCorpus}
			if s.markedMissing(fragment) {
				u.State = NotComparable
				u.Skipped = []Skip{{u.Label, "bunyinya belum tersedia dalam korpus"}}
			}
			u.Pieces = []Piece{{Kind: Added, Copy: clip(written(b[f.at:to]), longestClip), Place: s.copy.Place(b[f.at].line)}}
			u.shown = len(s.opts.Portions) == 0
			s.units = append(s.units, u)
		}
	}
}

func (s *session) note(text string) {
	if !slices.Contains(s.notes, text) {
		s.notes = append(s.notes, text)
	}
}

// markedMissing reports whether the front matter says of a fragment that its wording is not in the corpus.
func (s *session) markedMissing(fragment string) bool {
	for _, m := range slices.Concat(s.work.Missing, s.work.Summary) {
		for _, f := range m.Portions {
			if covers(f, fragment) || f == "penjelasan" && strings.HasSuffix(fragment, ".penjelasan") {
				return true
			}
		}
	}
	return false
}

// slack is how many words more than the corpus a copy may have between two headings. What is beyond is reported
// without being compared word by word.
const slack = 3000

// segment compares the words between two headings. Next is the second of them.
func (s *session) segment(a, b []token, next string, opening, elucidation bool) {
	if opening && len(a) == 0 {
		if len(b) > 0 && elucidation {
			s.note("Penjelasan Umum dalam salinan tidak dicocokkan; korpus tidak memuatnya.")
		} else if len(b) > 0 {
			s.note("Bagian salinan di depan pasal pertama tidak dicocokkan; korpus tidak memuatnya.")
		}
		return
	}
	var rest []token
	if limit := 2*len(a) + slack; len(b) > limit {
		b, rest = b[:limit], b[limit:]
	}
	ops := s.words.align(a, b)
	if len(rest) > 0 {
		ops = append(ops, op{kind: opAdded, b: rest})
	}
	if s.work.Extent != corpus.Full {
		s.leaveGroupHeading(ops)
	}
	s.furnish(ops, a, next, opening && !elucidation)
	s.attribute(ops)
	s.punctuation(ops)
	s.frames(ops)
}

// attribute gives each step to the unit in which it stands.
func (s *session) attribute(ops []op) {
	var here *corpus.Portion
	for _, o := range ops {
		if len(o.a) > 0 {
			here = o.a[0].portion
			break
		}
	}
	for _, o := range ops {
		if len(o.a) == 0 {
			s.record(here, o)
			continue
		}
		here = o.a[len(o.a)-1].portion
		s.record(o.a[0].portion, o)
	}
}

func (s *session) unit(p *corpus.Portion) *Unit {
	top := unitOf(p)
	u := s.byUnit[top.Fragment]
	if u == nil {
		u = &Unit{Fragment: top.Fragment, Label: unitLabel(top), State: Agrees, Article: top.Kind == corpus.Article || top.Kind == corpus.Quoted && top.Article() != nil && !inElucidation(top)}
		s.byUnit[top.Fragment] = u
		s.units = append(s.units, u)
	}
	return u
}

func inElucidation(p *corpus.Portion) bool {
	for ; p != nil; p = p.Parent {
		if p.Kind == corpus.Elucidation {
			return true
		}
	}
	return false
}

// unitLabel names a unit for the reader.
func unitLabel(p *corpus.Portion) string {
	switch p.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection:
		return "Judul " + p.Label()
	case corpus.Elucidation:
		if p.Parent == nil {
			return "Penjelasan Umum"
		}
	}
	return p.Label()
}

// wanted reports whether the user asked for a portion, or for one that holds it.
func (s *session) wanted(p *corpus.Portion) bool {
	for q := p; q != nil; q = q.Parent {
		if slices.Contains(s.opts.Portions, q.Fragment) {
			return true
		}
	}
	return len(s.opts.Portions) == 0
}

// record adds a step to the unit of its portion.
func (s *session) record(p *corpus.Portion, o op) {
	u := s.unit(p)
	wanted := s.wanted(p)
	if !wanted && o.kind != opSame {
		return
	}
	u.shown = u.shown || wanted
	tally := s.spoken[u.Fragment]
	piece := Piece{Corpus: written(o.a), Copy: written(o.b), Portion: p}
	if len(o.b) > 0 {
		piece.Place = s.copy.Place(o.b[0].line)
	}
	isHead := len(o.a) > 0 && o.a[0].role == head
	switch o.kind {
	case opFurniture:
		return
	case opFrame:
		return // counted by [session.frames]
	case opMarker:
		s.count(tolMarker, piece.Corpus)
		piece.Kind = Same
	case opSame, opSpacing:
		if o.kind == opSpacing {
			s.count(tolSpacing, piece.Copy)
		}
		piece.Kind = Same
		if !isHead {
			tally[0]++
		}
	case opMisread:
		piece.Kind = Misread
		u.Misreads++
		tally[0]++
	case opGap:
		piece.Kind, piece.Corpus = Skipped, ""
	case opLost:
		piece.Kind = Lost
		u.State = Differs
		if !isHead {
			tally[1]++
		}
	case opAdded:
		piece.Kind = Added
		u.State = Differs
	}
	s.spoken[u.Fragment] = tally
	u.add(piece)
}

// add puts a piece at the end of a unit, joined to the last one if that is alike.
func (u *Unit) add(p Piece) {
	if n := len(u.Pieces) - 1; n >= 0 && u.Pieces[n].Kind == p.Kind && p.Kind != Misread && (p.Kind == Same || u.Pieces[n].Portion == p.Portion) {
		u.Pieces[n].Corpus = strings.TrimSpace(u.Pieces[n].Corpus + " " + p.Corpus)
		u.Pieces[n].Copy = strings.TrimSpace(u.Pieces[n].Copy + " " + p.Copy)
		return
	}
	u.Pieces = append(u.Pieces, p)
}

// report finishes the units: their states, what was skipped in them, their order.
func (s *session) report() *Report {
	gaps := s.gaps()
	for fragment, u := range s.byUnit {
		tally := s.spoken[fragment]
		u.Skipped = gaps[fragment]
		switch {
		case u.State == Differs && tally == [2]int{} && len(u.Skipped) > 0 && !slices.ContainsFunc(u.Pieces, func(p Piece) bool { return p.Kind == Added }):
			u.State = NotComparable // only its heading is missing from the copy
		case u.State == Differs && tally[0] == 0 && tally[1] > 0:
			u.State = NotInCopy
		case u.State == Agrees && len(u.Skipped) > 0 && tally[0] == 0:
			u.State = NotComparable
		case u.State == Agrees && len(u.Skipped) > 0:
			u.State = Partly
		}
	}
	r := &Report{Work: s.work, Copy: s.copy, Options: s.opts, Notes: s.notes}
	for _, u := range s.units {
		if u.shown {
			r.Units = append(r.Units, u)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(s.counts)) {
		r.Tolerated = append(r.Tolerated, *s.counts[what])
	}
	return r
}

// gaps returns what of each unit the corpus does not hold.
func (s *session) gaps() map[string][]Skip {
	out := map[string][]Skip{}
	for _, tokens := range [][]token{s.main, s.elucid} {
		for _, t := range tokens {
			if t.role != gap || !s.wanted(t.portion) {
				continue
			}
			if unit := unitOf(t.portion).Fragment; !slices.Contains(out[unit], t.skip.Skip) {
				out[unit] = append(out[unit], t.skip.Skip)
			}
		}
	}
	return out
}

// written joins words as they stand in the text.
func written(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t.role == gap {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.written())
	}
	return b.String()
}

// longestClip is how many characters of a text are shown that only one side has.
const longestClip = 2000

// clip cuts a long text, and says so.
func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return fmt.Sprintf("%s … (%d huruf lagi)", string(r[:n]), len(r)-n)
	}
	return s
}
