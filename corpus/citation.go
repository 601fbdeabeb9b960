package corpus

import (
	"slices"
	"strings"
	"sync"
)

// Resolution says what became of a citation.
type Resolution int

// The ways a citation can end. Only the first is a link; the others are listed, never guessed.
const (
	Resolved    Resolution = iota // the portion is in the collection; of a work on the shelf, the article that holds it
	NotHeld                       // the law is known, its text or that portion is not in the collection
	LawNotNamed                   // the sentence does not tell which law it means
	Dangling                      // the work is in the collection in full and has no such portion
)

// Citation is a mention of a work or a portion in running text.
type Citation struct {
	Span              // where it stands in the text; empty for the inside of a range
	Target Ref        // what it means
	State  Resolution // set by [NewLibrary]
	From   *Portion   // the portion in whose text it stands; nil outside a library
}

// finder finds citations by a small grammar over tokens:
//
//	run  = ref { connector ref }          "Pasal 2 ayat (2), Pasal 3, dan Pasal 4", "Pasal 79 sampai dengan Pasal 87"
//	ref  = "Pasal" number { level }       a new article
//	     | level                          another ayat, huruf or angka of the article before, or of the text's own
//	law  = kind "Nomor" n "Tahun" y | kind n "/" y | alias | "Undang-Undang ini"
//
// A run belongs to the law directly after it, else to the law directly before it, else, after "jo.", to the law of the
// run before, else to the law in which the text stands. Nothing is looked for across the end of a sentence, since a
// full stop is no connector.
type finder struct {
	aliases map[string][]alias // by first word
	buffers sync.Pool          // of *[]token, for the next text
}

// alias is another name of a work, as words in lower case.
type alias struct {
	words []string
	work  *Work
}

func newFinder(works []*Work) *finder {
	f := &finder{aliases: map[string][]alias{}}
	for _, w := range works {
		for _, name := range namesOf(w) {
			words := strings.Fields(name)
			f.aliases[words[0]] = append(f.aliases[words[0]], alias{words, w})
		}
	}
	for _, as := range f.aliases {
		slices.SortStableFunc(as, func(a, b alias) int { return len(b.words) - len(a.words) })
	}
	return f
}

// namesOf returns the names under which a work is cited besides its number, as words in lower case joined by spaces.
func namesOf(w *Work) []string {
	names := append([]string{w.Short}, w.Aliases...)
	if w.Title != "" && strings.HasPrefix(w.ID, "uu/") {
		names = append(names, "undang-undang tentang "+w.Title)
	}
	var out []string
	for _, name := range names {
		words := tokenWords(tokenize(name))
		if len(words) == 0 {
			continue
		}
		out = append(out, strings.Join(words, " "))
		if words[0] == "uu" {
			out = append(out, strings.Join(append([]string{"undang", "undang"}, words[1:]...), " "))
		}
	}
	return out
}

// find returns the citations in text, in reading order. Home is where the text stands (its Work is empty for text
// that belongs to no law); day decides between two laws of one name, such as the KUHP before and after 2026.
func (f *finder) find(text string, home Ref, day Date) []*Citation {
	buffer, ok := f.buffers.Get().(*[]token)
	if !ok {
		buffer = new([]token)
	}
	*buffer = appendTokens((*buffer)[:0], text)
	s := scan{finder: f, tokens: *buffer, home: home, day: day, base: homeSteps(home.Fragment)}
	s.events()
	found := s.citations()
	f.buffers.Put(buffer)
	return found
}

// event is a run of references or the mention of a law.
type event struct {
	from, to int // tokens
	run      []mention
	law      *Ref // nil for a run
	self     bool // "Undang-Undang ini"
	attached bool // a run took this law; it is not cited as a whole
	titleEnd int  // after the law's title, if one follows
}

// mention is one member of a run: where it stands, and its steps below the law.
type mention struct {
	span  Span
	steps []string
	known bool // false for a level without an article to hang on
}

type scan struct {
	*finder
	tokens []token
	home   Ref
	day    Date
	base   []string // steps on which a level without an article hangs
	found  []event
}

// events cuts the text into runs and laws.
func (s *scan) events() {
	for i := 0; i < len(s.tokens); {
		if e, ok := s.law(i); ok {
			s.levelsAfterLaw(&e)
			s.found = append(s.found, e)
			i = max(e.to, e.titleEnd)
		} else if e, ok := s.run(i); ok {
			s.found = append(s.found, e)
			i = e.to
		} else {
			i++
		}
	}
}

// levelsAfterLaw reads levels written after the law, "Pasal 55 KUHP ayat (1)", into the reference before it.
func (s *scan) levelsAfterLaw(law *event) {
	if len(s.found) == 0 {
		return
	}
	prev := s.found[len(s.found)-1]
	if prev.law != nil || prev.to != law.from || s.word(law.to) == "pasal" {
		return
	}
	m := &prev.run[len(prev.run)-1]
	if steps, kind, next := s.ref(law.to, m.steps); next > 0 && kind != "pasal" {
		m.steps = steps
		law.to, law.titleEnd = next, next
	}
}

// citations gives each run its law and returns everything in reading order.
func (s *scan) citations() []*Citation {
	laws := make([]*Ref, len(s.found)) // the law of each event
	for i := range s.found {
		e := &s.found[i]
		if e.law != nil {
			laws[i] = e.law
			continue
		}
		laws[i] = s.lawOf(i, laws)
	}
	var out []*Citation
	for i, e := range s.found {
		if e.law != nil {
			if !e.self && !e.attached {
				out = append(out, &Citation{Span: s.span(e.from, e.to), Target: *e.law})
			}
			continue
		}
		for _, m := range e.run {
			target := Ref{}
			if laws[i] != nil {
				target.Work = laws[i].Work
			}
			target.Fragment = strings.Join(m.steps, ".")
			if !m.known {
				if s.home.Work == "" {
					continue // "huruf a" in a text that belongs to no law counts things, not portions
				}
				target.Work = ""
			}
			out = append(out, &Citation{Span: m.span, Target: target})
		}
	}
	return out
}

// lawOf finds the law of the run i. It marks a law that is taken as attached.
func (s *scan) lawOf(i int, laws []*Ref) *Ref {
	e := &s.found[i]
	if i+1 < len(s.found) {
		if next := &s.found[i+1]; next.law != nil && s.onlyGlue(e.to, next.from) {
			next.attached = true
			return next.law
		}
	}
	if i > 0 {
		prev := &s.found[i-1]
		if prev.law != nil && !prev.attached && s.lawLeads(prev, e.from) {
			prev.attached = true
			return prev.law
		}
		end := prev.to
		if prev.law != nil {
			end = prev.titleEnd
		}
		if laws[i-1] != nil && s.onlyJo(end, e.from) {
			return laws[i-1]
		}
	}
	if s.home.Work != "" && !s.meansOtherLaw(e.to) && !s.speaksOfAmended(e.run[0]) {
		return &Ref{Work: s.home.Work}
	}
	return nil
}

// speaksOfAmended reports whether a text in an amending law, whose own articles have Roman numbers, names an article of
// the law it amends: "Di antara Pasal 7 dan Pasal 8 disisipkan …".
func (s *scan) speaksOfAmended(m mention) bool {
	own, _, _ := strings.Cut(s.home.Fragment, ".")
	article, isArticle := strings.CutPrefix(m.steps[0], "pasal-")
	return isArticle && strings.HasPrefix(own, "pasal-") && isRoman(strings.TrimPrefix(own, "pasal-")) && !isRoman(article)
}

// meansOtherLaw reports whether the words after a run tell that it belongs to a law that is named elsewhere: "Pasal 5
// Undang-Undang tersebut", "Pasal 136 Undang-Undang yang bersangkutan", and the left side of "Pasal 15 pengacuannya
// diganti dengan Pasal 244" (UU 1/2023 Pasal 622).
func (s *scan) meansOtherLaw(i int) bool {
	if s.word(i) == "pengacuannya" {
		return true
	}
	to := s.skipWords(i, []string{"undang", "undang"})
	return to > 0 && (s.word(to) == "tersebut" || s.is(to, "yang", "bersangkutan"))
}

// onlyGlue reports whether nothing but a preposition parts a run from the law after it.
func (s *scan) onlyGlue(from, to int) bool {
	for _, t := range s.tokens[from:to] {
		switch t.word {
		case "dari", "dalam", "pada":
		default:
			return false
		}
	}
	return true
}

// lawLeads reports whether a run that starts at token to is led by the law before it: "UU 21/2007 Pasal 2",
// "… tentang Perlindungan Anak, Pasal 83".
func (s *scan) lawLeads(law *event, to int) bool {
	if law.titleEnd > to {
		return false
	}
	for _, t := range s.tokens[law.titleEnd:to] {
		switch t.word {
		case ",", "pada", "dalam", "khususnya", "yaitu", ":":
		default:
			return false
		}
	}
	return true
}

// onlyJo reports whether two runs are joined by "jo.", which carries the law over.
func (s *scan) onlyJo(from, to int) bool {
	jo := false
	for _, t := range s.tokens[min(from, to):to] {
		switch t.word {
		case "jo", "juncto", "junto":
			jo = true
		case ".", ",":
		default:
			return false
		}
	}
	return jo
}

func (s *scan) span(from, to int) Span {
	return Span{s.tokens[from].start, s.tokens[to-1].end}
}

// word returns the token at i, or "".
func (s *scan) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].word
}

// is reports whether the tokens from i on are the words given.
func (s *scan) is(i int, words ...string) bool {
	for j, w := range words {
		if s.word(i+j) != w {
			return false
		}
	}
	return true
}
