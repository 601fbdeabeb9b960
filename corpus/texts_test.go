package corpus_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"suluh/corpus"
)

// TestEveryPortionIsFound wants each portion to be the only one under its reference.
func TestEveryPortionIsFound(t *testing.T) {
	l := embedded(t)
	for _, w := range l.Works() {
		seen := map[string]*corpus.Portion{}
		for _, p := range w.Portions() {
			if first := seen[p.Fragment]; first != nil {
				t.Errorf("%s:%d: fragment %s stands already on line %d", w.File, p.Line, p.Fragment, first.Line)
			}
			seen[p.Fragment] = p
			if got := l.Portion(p.Ref()); got != p {
				t.Errorf("Portion(%s) = %v, want the portion on %s:%d", p.Ref(), got, w.File, p.Line)
			}
			if got := l.Portion(corpus.ParseRef(p.Ref().String())); got != p {
				t.Errorf("Portion(ParseRef(%q)) = %v, want the portion on %s:%d", p.Ref(), got, w.File, p.Line)
			}
		}
	}
}

// citationWords returns the words with which a citation may begin, in lower case: those of the levels and of the kinds
// of work, and the first word of each name that a work has.
func citationWords(l *corpus.Library) map[string]bool {
	out := map[string]bool{}
	names := strings.Fields("pasal ayat huruf angka butir undang uu peraturan perppu pp perpres permen perma perda keputusan kitab konvensi")
	for _, w := range l.Works() {
		names = append(append(names, w.Short, w.Number()), w.Aliases...)
	}
	for _, name := range names {
		out[firstWord(name)] = true
	}
	return out
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.ToLower(s), " ")
	word, _, _ = strings.Cut(word, "-")
	return word
}

// bareStart is a citation of which the keyword stands further to the left, in a list: the "(2)" of "ayat (1), (2)".
var bareStart = regexp.MustCompile(`^\([0-9]+[a-z]?\)$|^[0-9]+[A-Z]?$|^[a-z]$`)

// TestEveryCitation wants each citation to stand inside its text, on the words of a citation, and each that is said to
// be resolved to lead somewhere.
func TestEveryCitation(t *testing.T) {
	l := embedded(t)
	starts := citationWords(l)
	resolved := 0
	for _, w := range l.Works() {
		for _, p := range w.Portions() {
			for _, b := range p.Body {
				if b.Text == nil {
					continue
				}
				for _, c := range b.Text.Citations {
					where := p.Ref().String() + ": citation of " + c.Target.String()
					checkSpan(t, where, b.Text.Plain, c.Span)
					if words := b.Text.Plain[c.Start:c.End]; words != "" && !starts[firstWord(words)] && !bareStart.MatchString(words) {
						t.Errorf("%s stands on %q, want the words of a citation", where, words)
					}
					if c.From != p {
						t.Errorf("%s comes from %v, want %s", where, c.From, p.Ref())
					}
					if c.State != corpus.Resolved {
						continue
					}
					resolved++
					if l.Work(c.Target.Work) == nil || c.Target.Fragment != "" && l.Portion(c.Target) == nil {
						t.Errorf("%s is resolved, but leads nowhere", where)
					}
				}
			}
		}
	}
	if resolved == 0 {
		t.Error("no citation is resolved")
	}
}

// checkSpan wants a span to be a piece of the text, cut between its characters.
func checkSpan(t *testing.T, where, text string, s corpus.Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		t.Fatalf("%s has the span %v in a text of %d bytes", where, s, len(text))
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
		t.Errorf("%s has the span %v, which cuts a character of %q", where, s, text)
	}
}

// TestNothingIsLost compares the words of each file, mark-up taken off, with the words of the tree that was read from
// it, in order.
func TestNothingIsLost(t *testing.T) {
	texts := corpus.Texts()
	for _, w := range embedded(t).Works() {
		source, err := fs.ReadFile(texts, w.File)
		if err != nil {
			t.Fatal(err)
		}
		want := sourceWords(t, source)
		got := strings.Fields(w.FullName)
		for _, p := range w.Body {
			got = append(got, portionWords(p)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the tree has %s", w.File, firstDifference(got, want))
		}
	}
}

// closedMarker is a list marker of either form at the start of a line. The tree keeps its number only.
var closedMarker = regexp.MustCompile(`^([0-9]+[a-z]?|[a-z]{1,2}|ke-[0-9]+)[.)]? `)

// sourceWords returns the words of a file below its front matter.
func sourceWords(t *testing.T, source []byte) []string {
	t.Helper()
	_, body, ok := bytes.Cut(source, []byte("\n---\n"))
	if !ok {
		t.Fatal("no front matter")
	}
	var out []string
	for line := range strings.Lines(string(body)) {
		line = strings.TrimLeft(strings.ReplaceAll(line, "*", ""), "#> ")
		line = closedMarker.ReplaceAllString(line, "$1 ")
		out = append(out, strings.Fields(line)...)
	}
	return out
}

// portionWords returns the words of a portion as its file writes them: heading, marker or label, then what is in it.
func portionWords(p *corpus.Portion) []string {
	var out []string
	switch p.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection, corpus.Preamble, corpus.Closing, corpus.Abstract:
		out = strings.Fields(p.Heading())
	case corpus.Article, corpus.Quoted:
		out = []string{"Pasal", p.Number}
	case corpus.Elucidation:
		out = strings.Fields(p.Title)
		if p.Parent != nil {
			out = []string{"Penjelasan"}
		}
	default:
		out = listWords(p)
	}
	for _, b := range p.Body {
		if b.Text != nil {
			out = append(out, strings.Fields(b.Text.Plain)...)
		} else {
			out = append(out, portionWords(b.Portion)...)
		}
	}
	return out
}

// listWords returns the marker before the text of an ayat, huruf or angka, or the label on a line of its own that an
// elucidation has instead.
func listWords(p *corpus.Portion) []string {
	label := len(p.Body) == 0 || p.Body[0].Text == nil || p.Body[0].Text.Line != p.Line
	switch {
	case p.Kind == corpus.Paragraph && label:
		return []string{"Ayat", "(" + p.Number + ")"}
	case p.Kind == corpus.Paragraph:
		return []string{"(" + p.Number + ")"}
	case p.Kind == corpus.Point && label:
		return []string{"Huruf", p.Number}
	case label:
		return []string{"Angka", p.Number}
	}
	return []string{p.Number}
}

// firstDifference tells where two lists of words part.
func firstDifference(got, want []string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(words []string) string { return strings.Join(words[max(0, i-4):min(len(words), i+4)], " ") }
	return "… " + around(got) + " …, want … " + around(want) + " …"
}
