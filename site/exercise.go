package site

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
	"suluh/corpus/charge"
)

const exercisesAddress = outreachAddress + "/latihan"

// ExercisesPage lists the decisions whose facts can be weighed.
type ExercisesPage struct {
	BasePage
	Crumbs []Link
	Note   string
	Rows   []ExerciseRow
}

// ExerciseRow is an exercise in a list. It does not give the outcome away.
type ExerciseRow struct{ Href, Text, Note string }

// ExercisePage is the facts of a decision; what became of them is folded away.
type ExercisePage struct {
	BasePage
	Crumbs     []Link
	Heading    string
	Acted      string
	Facts      template.HTML
	Guide      string // the charging guide with nothing filled in but the day
	Structure  string
	Counts     []CountLine
	Defendants []DefendantBlock
	Reasons    template.HTML
	Proposed   []Link // what the guide proposes on the facts that the court found
	Differ     []DifferLine
	Decision   Link
	Next       *Link
}

// DifferLine is an article on which the guide, the indictment and the judgment do not agree.
type DifferLine struct {
	Article Link
	Text    string
}

// exercises are the decisions with facts on a day, in the order of the collection.
func (s *Site) exercises() []*corpus.Decision {
	if s.rules == nil {
		return nil
	}
	var out []*corpus.Decision
	for _, d := range s.library.Decisions() {
		if f := s.rules.FactsOf(d); !f.Day.IsZero() && len(f.Answers) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// exerciseAddress returns where the exercise of a decision is.
func exerciseAddress(d *corpus.Decision) string {
	return exercisesAddress + strings.TrimPrefix(d.Ref().Path(), decisionsAddress)
}

// exerciseName tells one exercise from another without the outcome.
func exerciseName(n int, d *corpus.Decision) string {
	return fmt.Sprintf("Latihan %d: %s", n+1, joinNames(names(d.Sectors, corpus.Sectors)))
}

func (s *Site) serveExercises(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := ExercisesPage{BasePage: v.base("Latihan kasus"), Note: v.sampleNote(), Crumbs: v.outreachCrumbs()}
	page.HideDay = true // the facts are of their own day
	page.Description = "Fakta putusan yang disamarkan: pilih pasalnya, lalu lihat dakwaan dan putusannya."
	for i, d := range s.exercises() {
		page.Rows = append(page.Rows, ExerciseRow{Href: v.keepDay(exerciseAddress(d)), Text: exerciseName(i, d), Note: exerciseNote(d)})
	}
	return s.writePage(w, "exercises", page)
}

// exerciseNote tells what kind of case it is.
func exerciseNote(d *corpus.Decision) string {
	var out []string
	if form := corpus.ValueName(corpus.Forms, d.Form); form != "" {
		out = append(out, form)
	}
	if victims := victimsWords(d.Victims); victims != "" {
		out = append(out, "korban "+victims)
	}
	return strings.Join(out, "; ")
}

func (v view) outreachCrumbs() []Link {
	return []Link{{Href: v.keepDay("/"), Text: "Depan"}, {Href: v.keepDay(outreachAddress), Text: "Bahan sosialisasi"}}
}

func (s *Site) serveExercise(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	vars := mux.Vars(r)
	id := strings.Join([]string{"putusan", vars["court"], vars["year"], vars["number"]}, "/")
	all := s.exercises()
	n := slices.IndexFunc(all, func(d *corpus.Decision) bool { return d.ID == id })
	if n < 0 {
		return notFound("Tidak ada latihan dari putusan ini.")
	}
	page, err := v.exercisePage(all, n)
	if err != nil {
		return err
	}
	return s.writePage(w, "exercise", page)
}

func (v view) exercisePage(all []*corpus.Decision, n int) (ExercisePage, error) {
	d := all[n]
	facts := v.rules.FactsOf(d)
	page := ExercisePage{BasePage: v.base(exerciseName(n, d)), Heading: exerciseName(n, d), Acted: spanWords(d.Acted), Structure: corpus.ValueName(corpus.Structures, d.Indictment.Structure),
		Crumbs: append(v.outreachCrumbs(), Link{Href: v.keepDay(exercisesAddress), Text: "Latihan kasus"}),
		Guide:  chargeAddress + "?tanggal=" + facts.Day.String(), Decision: Link{Href: v.path(d.Ref()), Text: "Putusan " + d.Number}}
	page.HideDay = true
	for _, c := range d.Indictment.Counts {
		page.Counts = append(page.Counts, CountLine{c.Name, v.readWith(c.Articles, c.With, c.NotHeld)})
	}
	for i := range d.Defendants {
		page.Defendants = append(page.Defendants, v.defendantBlock(d, i))
	}
	if n+1 < len(all) {
		page.Next = &Link{Href: v.keepDay(exerciseAddress(all[n+1])), Text: exerciseName(n+1, all[n+1])}
	}
	v.compareWithGuide(&page, d, facts)
	var err error
	if page.Facts, err = v.digestPart(d, d.FactsText()); err != nil {
		return page, err
	}
	page.Reasons, err = v.digestPart(d, d.ReasonsText())
	return page, err
}

// digestPart renders a section of a digest. It is Markdown rendered with raw HTML off, so the result is safe.
func (v view) digestPart(d *corpus.Decision, markdown string) (template.HTML, error) {
	out, err := v.library.RenderMaterial(markdown, d.Decided, corpus.MaterialLinks{Address: v.href})
	return template.HTML(out), err
}

// compareWithGuide weighs the facts that the court found, as the law stood at the judgment, and tells where guide,
// indictment and judgment differ.
func (v view) compareWithGuide(page *ExercisePage, d *corpus.Decision, facts charge.Facts) {
	facts.Today = facts.Day
	if !d.Decided.IsZero() {
		facts.Today = d.Decided
	}
	article := func(r corpus.Ref) corpus.Ref { return v.library.Canonical(r).Article() }
	var order []corpus.Ref
	proposed, charged, proved := map[corpus.Ref]bool{}, map[corpus.Ref]bool{}, map[corpus.Ref]bool{}
	note := func(set map[corpus.Ref]bool, r corpus.Ref) {
		if r = article(r); !slices.Contains(order, r) {
			order = append(order, r)
		}
		set[article(r)] = true
	}
	answer := v.rules.Weigh(facts)
	for _, c := range answer.Charges {
		if c.Status == charge.Fits {
			note(proposed, c.Offence.Ref())
			page.Proposed = append(page.Proposed, Link{Href: v.href(c.Offence.Ref()), Text: v.label(c.Offence.Ref()), Caption: c.Offence.Title})
		}
	}
	for _, r := range d.Charged() {
		note(charged, r)
	}
	for _, r := range d.Proved() {
		note(proved, r)
	}
	for _, r := range order {
		if text := differenceWords(proposed[r], charged[r], proved[r]); text != "" {
			page.Differ = append(page.Differ, DifferLine{Link{Href: v.href(r), Text: v.label(r)}, text})
		}
	}
}

// differenceWords says how guide, indictment and judgment differ on an article; "" where they agree.
func differenceWords(proposed, charged, proved bool) string {
	switch {
	case proposed && !charged:
		return "cocok menurut panduan, tetapi tidak didakwakan."
	case proposed && charged && !proved:
		return "cocok menurut panduan dan didakwakan, tetapi tidak dinyatakan terbukti."
	case !proposed && proved:
		return "dinyatakan terbukti, tetapi menurut panduan unsurnya belum semua terjawab ya dari fakta yang dicatat."
	case !proposed && charged:
		return "didakwakan, tetapi tidak terbukti; menurut panduan pun tidak cocok dengan fakta yang dicatat."
	}
	return ""
}
