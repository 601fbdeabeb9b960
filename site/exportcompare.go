package site

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf16"

	"suluh/corpus"
)

// The comparison of two articles in the browser works on one shard a work, "teks/uu/2007/21", by the article's fragment.

// compareArticle is an article with its wordings and its standing.
type compareArticle struct {
	Caption  string                   `json:"caption,omitempty"`
	Versions []compareVersion         `json:"versions"`
	Standing map[string][]standingDay `json:"standing"` // by what follows the article in the fragment; "" is the article
}

// compareVersion is a wording.
type compareVersion struct {
	From  corpus.Date         `json:"from"`
	Text  string              `json:"text"`
	Parts map[string]any      `json:"parts"` // where a part stands in Text, [from, to] in UTF-16 units; or a text of its own
	Marks map[string][]Notice `json:"marks"` // of a part only if it has others than the article
}

// standingDay is a standing from a day on.
type standingDay struct {
	From   corpus.Date `json:"from"`
	Status StatusLine  `json:"status"`
}

// compareShards returns the texts of the works that the export holds.
func (e *export) compareShards() []Shard {
	var out []Shard
	for _, w := range e.site.library.Works() {
		if !e.wants(w.ID) {
			continue
		}
		articles := map[string]compareArticle{}
		for _, ref := range e.site.library.ArticlesOf(w) {
			articles[ref.Fragment] = e.compareArticle(ref)
		}
		if len(articles) > 0 {
			out = append(out, Shard{"teks/" + w.ID, articles})
		}
	}
	return out
}

func (e *export) compareArticle(ref corpus.Ref) compareArticle {
	a := compareArticle{Caption: e.site.library.Caption(ref), Standing: map[string][]standingDay{"": e.standings(ref)}}
	for _, version := range e.site.library.Versions(ref) {
		text := version.Text.Plain()
		v := compareVersion{From: version.From, Text: text, Parts: map[string]any{}, Marks: map[string][]Notice{"": byLabel(notices(version.Text))}}
		for _, p := range version.Text.Work.Portions() {
			rest, ok := strings.CutPrefix(p.Fragment, version.Text.Fragment+".")
			if !ok || p.Plain() == "" {
				continue
			}
			v.Parts[rest] = partOf(text, p.Plain())
			if marks := byLabel(notices(p)); !reflect.DeepEqual(marks, v.Marks[""]) {
				v.Marks[rest] = marks
			}
			part := corpus.Ref{Work: ref.Work, Fragment: ref.Fragment + "." + rest}
			if s := e.standings(part); !reflect.DeepEqual(s, a.Standing[""]) {
				a.Standing[rest] = s
			}
		}
		a.Versions = append(a.Versions, v)
	}
	return a
}

// partOf tells where a part of a text stands in it. An elucidation is no part of the article's text.
func partOf(text, part string) any {
	i := strings.Index(text, part)
	if i < 0 {
		return part
	}
	from := len(utf16.Encode([]rune(text[:i])))
	return [2]int{from, from + len(utf16.Encode([]rune(part)))}
}

// standings returns the standing of a portion from the first day on, one entry a change.
func (e *export) standings(ref corpus.Ref) []standingDay {
	var out []standingDay
	for _, day := range e.standingDays(ref.Work) {
		s := view{Site: e.site, day: day}.statusLine(ref)
		if len(out) == 0 || !reflect.DeepEqual(out[len(out)-1].Status, s) {
			out = append(out, standingDay{day, s})
		}
	}
	return out
}

// standingDays returns the days on which what is said of the standing of a work's portions may change: those of the work,
// and those of the works that have to do with its standing, to which it links.
func (e *export) standingDays(work string) []corpus.Date {
	if days := e.standingOf[work]; days != nil {
		return days
	}
	days := append([]corpus.Date{firstDay}, e.days.ofWork[work]...)
	for _, r := range e.site.library.RelationsTo(corpus.Ref{Work: work}) {
		days = slices.Concat(days, e.days.ofWork[r.Actor.ID], e.days.ofWork[r.SuccessorRef().Work])
	}
	e.standingOf[work] = sortedDays(days)
	return e.standingOf[work]
}

// compareWords are what the page of the comparison says beside the texts.
type compareWords struct {
	Suggest    []Link
	MaxQuery   int
	BadDay     string
	NoCitation string
}

func (e *export) compareWords() Shard {
	w := compareWords{MaxQuery: BasePage{}.MaxQuery(), BadDay: compareBadDay, NoCitation: compareNoCitation}
	for _, c := range comparisons {
		w.Suggest = append(w.Suggest, Link{Text: c.text, Href: compareAddress(c.a, "", c.b, "")})
	}
	return Shard{"banding", w}
}
