package site

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"suluh/corpus"
)

const glossaryAddress = "/glosarium"

// GlossaryPage shows the defined words of all works, the definitions of one word side by side.
type GlossaryPage struct {
	BasePage
	Letters []GlossaryLetter
	Several int // words that more than one work defines
	Total   int
}

// GlossaryLetter are the words that begin with a letter.
type GlossaryLetter struct {
	Letter string
	Words  []GlossaryWord
}

// GlossaryWord is a word with its definitions, those that are law on the day first.
type GlossaryWord struct {
	ID, Word string
	Meanings []GlossaryMeaning
	Alike    string // whether the definitions differ, if there are several
}

// GlossaryMeaning is what one work says.
type GlossaryMeaning struct {
	Href, Label, Text string
	Status            StatusLine
	work              *corpus.Work
}

func (s *Site) serveGlossary(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := GlossaryPage{BasePage: v.base("Glosarium")}
	page.Description = "Arti kata menurut setiap undang-undang, berdampingan."
	for _, word := range v.glossary() {
		letter := strings.ToUpper(word.ID[:1])
		if n := len(page.Letters); n == 0 || page.Letters[n-1].Letter != letter {
			page.Letters = append(page.Letters, GlossaryLetter{Letter: letter})
		}
		last := &page.Letters[len(page.Letters)-1]
		last.Words = append(last.Words, word)
		page.Total++
		if len(word.Meanings) > 1 {
			page.Several++
		}
	}
	return s.writePage(w, "glossary", page)
}

// glossary gathers the words by their spelling, letter case aside.
func (v view) glossary() []GlossaryWord {
	words := map[string]*GlossaryWord{}
	for _, w := range v.library.Works() {
		first := corpus.Ref{Work: w.ID, Fragment: "pasal-1"}
		version, ok := v.library.VersionOn(first, v.day)
		if !ok {
			continue
		}
		for _, d := range corpus.DefinitionsIn(version.Text) {
			id := termID(d.Term)
			if words[id] == nil {
				words[id] = &GlossaryWord{ID: id, Word: d.Term}
			}
			ref := corpus.Ref{Work: w.ID, Fragment: first.Fragment + strings.TrimPrefix(d.Portion.Fragment, version.Text.Fragment)}
			words[id].Meanings = append(words[id].Meanings, GlossaryMeaning{Href: v.href(ref), Label: v.label(ref), Text: d.Meaning(), Status: v.statusLine(ref), work: w})
		}
	}
	var out []GlossaryWord
	for _, w := range words {
		slices.SortStableFunc(w.Meanings, func(a, b GlossaryMeaning) int {
			return cmp.Or(cmp.Compare(statusOrder[a.Status.Class], statusOrder[b.Status.Class]), cmp.Compare(principalRank(a.work), principalRank(b.work)), cmp.Compare(a.work.ID, b.work.ID))
		})
		w.Alike = alike(w.Meanings)
		out = append(out, *w)
	}
	slices.SortFunc(out, func(a, b GlossaryWord) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// principalRank puts the statutes on which trafficking is charged before the others.
func principalRank(w *corpus.Work) int {
	if w.Principal == 0 {
		return len(w.ID) + 100
	}
	return w.Principal
}

// alike says whether the definitions of a word differ, punctuation and letter case aside.
func alike(ms []GlossaryMeaning) string {
	if len(ms) < 2 {
		return ""
	}
	for _, m := range ms[1:] {
		if bareWords(m.Text) != bareWords(ms[0].Text) {
			return "Artinya tidak sama di semua peraturan."
		}
	}
	return "Artinya sama, kata demi kata."
}

// bareWords returns a text in lower case without punctuation.
func bareWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" .,;:()", r) }), " ")
}

// termID is where the glossary explains a word.
func termID(term string) string {
	id := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(term)), "-")
	if slices.Contains(frameIDs, id) {
		return "kata-" + id
	}
	return id
}

// frameIDs are the ids that the frame of every page has: a word must not have one of them.
var frameIDs = []string{"q", "isi", "hari", "tanggal"}

// linkedWorks are those whose defined words are linked in topics for outreach.
var linkedWorks = []string{"uu/2007/21", "uu/2017/18"}

// plainWords are defined, but in our topics they mean what they always mean: a link at each of them would say nothing.
var plainWords = []string{"badan", "orang"}

// linkedTerms returns the defined words of linkedWorks, of one spelling the first.
func linkedTerms(l *corpus.Library) *corpus.Terms {
	var linked []*corpus.Definition
	seen := map[string]bool{}
	for _, id := range linkedWorks {
		w := l.Work(id)
		if w == nil {
			continue
		}
		for _, d := range w.Terms().Definitions {
			if t := termID(d.Term); !seen[t] && !slices.Contains(plainWords, t) {
				seen[t] = true
				linked = append(linked, d)
			}
		}
	}
	return corpus.NewTerms(linked)
}

// links tell where the words of a topic lead: citations to the law, defined words to the glossary.
func (v view) links() corpus.MaterialLinks {
	return corpus.MaterialLinks{Address: v.href, Terms: v.linked, Term: func(d *corpus.Definition) string { return v.keepDay(glossaryAddress + "#" + termID(d.Term)) }}
}
