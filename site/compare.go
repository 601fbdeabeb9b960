package site

import (
	"net/http"
	"net/url"
	"strings"

	"suluh/corpus"
)

// ComparePage sets two articles, or two wordings of one, side by side.
type ComparePage struct {
	BasePage
	Sides   [2]CompareSide
	Ready   bool // both sides have a text
	Same    bool // word for word
	Suggest []Link
	Add     string // address that puts the comparison into the basket for outreach; "" unless Ready
}

// CompareSide is one of the two.
type CompareSide struct {
	Name       string // of the fields in the form: "a"
	Query, Day string // as asked
	Label      string
	Href       string
	Status     StatusLine
	Marks      []Notice
	Problem    string        // why there is no text
	Paragraphs [][]DiffPiece // with the differing words marked
	text       string
}

// DiffPiece is a run of words; Differs means that the other side does not have them.
type DiffPiece struct {
	Text    string
	Differs bool
}

// What a side says that has no text.
const (
	compareBadDay     = "Tanggal tidak terbaca; tulis TTTT-BB-HH."
	compareNoCitation = "Tulis pasal dan undang-undangnya, misalnya “pasal 2 uu 21/2007”."
)

// comparisons are the pairs that practice asks for most.
var comparisons = []struct{ text, a, b string }{
	{"Pasal 2 UU 21/2007 dan Pasal 455 KUHP", "pasal 2 uu 21/2007", "pasal 455 uu 1/2023"},
	{"Pasal 102 UU 39/2004 dan Pasal 81 UU 18/2017", "pasal 102 uu 39/2004", "pasal 81 uu 18/2017"},
	{"Pasal 4 UU 21/2007 dan Pasal 81 UU 18/2017", "pasal 4 uu 21/2007", "pasal 81 uu 18/2017"},
	{"Pasal 120 UU 6/2011 dan Pasal 457 KUHP", "pasal 120 uu 6/2011", "pasal 457 uu 1/2023"},
}

func (s *Site) serveCompare(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	page := ComparePage{BasePage: v.base("Bandingkan dua pasal")}
	for i, name := range []string{"a", "b"} {
		page.Sides[i] = v.compareSide(name, q.Get(name), q.Get("tanggal-"+name))
	}
	page.Ready = page.Sides[0].text != "" && page.Sides[1].text != ""
	if page.Ready {
		changes := corpus.Compare(page.Sides[0].text, page.Sides[1].text)
		page.Sides[0].Paragraphs = paragraphs(changes, corpus.OnlyA)
		page.Sides[1].Paragraphs = paragraphs(changes, corpus.OnlyB)
		page.Same = len(changes) == 1 && changes[0].Kind == corpus.Same
		page.Add = v.addLink(compareAddress(page.Sides[0].Query, page.Sides[0].Day, page.Sides[1].Query, page.Sides[1].Day)[1:])
	}
	for _, c := range comparisons {
		page.Suggest = append(page.Suggest, Link{Text: c.text, Href: compareAddress(c.a, "", c.b, "")})
	}
	return s.writePage(w, "compare", page)
}

// compareAddress is where two articles stand side by side, each on a day, or today where the day is "".
func compareAddress(a, dayA, b, dayB string) string {
	v := url.Values{"a": {a}, "b": {b}}
	if dayA != "" {
		v.Set("tanggal-a", dayA)
	}
	if dayB != "" {
		v.Set("tanggal-b", dayB)
	}
	return "/banding?" + v.Encode()
}

// compareSide finds what one side asks for.
func (v view) compareSide(name, query, day string) CompareSide {
	side := CompareSide{Name: name, Query: strings.TrimSpace(strings.ToValidUTF8(query, "")), Day: strings.ToValidUTF8(day, "")}
	if side.Query == "" {
		return side
	}
	on := v
	if day != "" {
		d, err := corpus.ParseDate(day)
		if err != nil {
			side.Problem = compareBadDay
			return side
		}
		on = view{Site: v.Site, day: d, asked: true, basket: v.basket}
	}
	cited := v.library.Lookup(side.Query, on.day)
	if len(cited) == 0 || cited[0].State == corpus.Resolved && !strings.HasPrefix(cited[0].Target.Fragment, "pasal-") {
		side.Problem = compareNoCitation
		return side
	}
	ref := v.library.Canonical(cited[0].Target)
	text, ok := on.wording(ref)
	if !ok {
		side.Problem = v.whyNotHeld(cited[0].Target)
		return side
	}
	side.text, side.Label, side.Href, side.Status = text.Plain(), v.label(ref), on.path(ref), on.statusLine(ref)
	side.Marks = byLabel(notices(text))
	return side
}

// wording returns the text of an article, or of a portion of it, on the day of the view.
func (v view) wording(r corpus.Ref) (*corpus.Portion, bool) {
	version, ok := v.library.VersionOn(r.Article(), v.day)
	if !ok {
		return nil, false
	}
	rest := strings.TrimPrefix(r.Fragment, r.Article().Fragment)
	p := version.Text.Work.Portion(version.Text.Fragment + rest)
	return p, p != nil
}

// paragraphs returns one side of a comparison.
func paragraphs(changes []corpus.Change, own corpus.ChangeKind) [][]DiffPiece {
	var out [][]DiffPiece
	var current []DiffPiece
	for _, c := range changes {
		if c.Kind != corpus.Same && c.Kind != own {
			continue
		}
		for i, line := range strings.Split(c.Text, "\n") {
			if i > 0 {
				out = append(out, current)
				current = nil
			}
			if line != "" {
				current = append(current, DiffPiece{line, c.Kind == own})
			}
		}
	}
	if len(current) > 0 {
		out = append(out, current)
	}
	return out
}
