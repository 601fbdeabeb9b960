package site

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
)

// OutreachPage chooses the audience, the time and the topics of a meeting, and leads to what follows from the choice.
type OutreachPage struct {
	BasePage
	Heading   string // "untuk warga desa, 45 menit"
	Problems  []string
	Stale     []Notice
	Audiences []Option
	Lengths   []Option
	Topics    []Option // for the audience
	Others    []Option // for other audiences
	Chosen    bool     // the visitor named topics
	Extras    []Option
	Plan      PlanView
	Documents []Link
	Downloads []Link
	Ready     []ReadyRow
	Pictures  []Drawing
}

// Option is a choice of the form.
type Option struct {
	Value, Text, Note, Href string
	On                      bool
}

// ReadyRow are the bundles for one audience, by length.
type ReadyRow struct {
	Audience string
	Links    []Link
}

// documents are what a bundle consists of, by their addresses.
var documents = []struct{ address, name, note string }{
	{"lembar", "Lembar bacaan", "Dibagikan kepada peserta; A4, hitam putih."},
	{"salindia", "Salindia", "Ditayangkan; dengan catatan pembicara."},
	{"rencana", "Rencana pemandu", "Langkah demi langkah, dengan menitnya."},
	{"kuis", "Kuis", "Pertanyaan, dan jawaban dengan pasalnya di lembar terpisah."},
}

// downloads are a bundle as files.
var downloads = []struct{ address, name string }{
	{"bahan.md", "Semua dalam Markdown"},
	{"bahan.docx", "Semua dalam DOCX"},
	{"salindia.pptx", "Salindia dalam PPTX"},
}

func (b bundle) documentLinks() []Link {
	var out []Link
	for _, d := range documents {
		out = append(out, Link{Href: b.address(d.address), Text: d.name, Caption: d.note})
	}
	return out
}

func (b bundle) downloadLinks() []Link {
	var out []Link
	for _, d := range downloads {
		out = append(out, Link{Href: b.address(d.address), Text: d.name})
	}
	return out
}

func (s *Site) serveOutreach(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	plan, err := b.planView()
	if err != nil {
		return err
	}
	page := OutreachPage{BasePage: b.base("Bahan sosialisasi"), Heading: b.title(), Problems: b.problems, Stale: b.staleNotices(b.materials()), Chosen: b.chosen,
		Plan: plan, Documents: b.documentLinks(), Downloads: b.downloadLinks(), Ready: b.ready(), Pictures: b.drawings()}
	_, page.HideDay = mux.Vars(r)[basketAudience] // one of the ready ones: the page that chooses can be asked for another day
	page.Description = "Bahan penyuluhan tentang perdagangan orang: lembar bacaan, salindia, rencana pemandu, dan kuis, dengan pasalnya."
	for _, a := range corpus.Audiences {
		page.Audiences = append(page.Audiences, Option{Value: a.Key, Text: capital(a.Name), On: a.Key == b.basket.audience})
	}
	for _, m := range corpus.Meetings {
		page.Lengths = append(page.Lengths, Option{Value: strconv.Itoa(m.Length), Text: fmt.Sprintf("%d menit", m.Length), On: m.Length == b.basket.length})
	}
	for _, m := range s.library.Materials() {
		o := b.topicOption(m)
		if m.For(b.audience.Key) {
			page.Topics = append(page.Topics, o)
		} else {
			page.Others = append(page.Others, o)
		}
	}
	for _, e := range b.extras {
		page.Extras = append(page.Extras, Option{Value: e.Key, Text: e.Title, Note: e.Kind, Href: e.Href, On: true})
	}
	return s.writePage(w, "outreach", page)
}

func (b bundle) topicOption(m *corpus.Material) Option {
	note := fmt.Sprintf("%d menit", m.Minutes[b.basket.length])
	if m.Minutes[b.basket.length] == 0 {
		note = fmt.Sprintf("tidak disusun untuk %d menit", b.basket.length)
	}
	if !b.chosen && slices.Contains(b.topics, m) {
		note += ", dipilihkan"
	}
	return Option{Value: m.Slug(), Text: m.Title, Note: note, Href: b.keepDay("/" + m.ID), On: slices.Contains(b.basket.topics, m.Slug())}
}

// ready lists the bundles that need no choice of topics.
func (v view) ready() []ReadyRow {
	var out []ReadyRow
	for _, a := range corpus.Audiences {
		row := ReadyRow{Audience: capital(a.Name)}
		for _, m := range corpus.Meetings {
			row.Links = append(row.Links, Link{Href: v.at(fmt.Sprintf("%s/%s/%d", outreachAddress, a.Key, m.Length), basket{}), Text: fmt.Sprintf("%d menit", m.Length)})
		}
		out = append(out, row)
	}
	return out
}

// PlanView is the course of a meeting on screen.
type PlanView struct {
	Length  int
	Steps   []PlanStepView
	Message string // that not all topics fit, and what would
	Sources string // what the meeting rests on
}

// planView puts a plan into words.
func (b bundle) planView() (PlanView, error) {
	p := PlanView{Length: b.plan.Meeting.Length, Message: b.overMessage()}
	for _, s := range b.plan.Steps {
		step, err := b.stepView(s)
		if err != nil {
			return p, err
		}
		p.Steps = append(p.Steps, step)
	}
	return p, nil
}

// What is said of topics that do not fit. The export says it too.
const (
	saysNeed    = "Topik yang dipilih perlu %d menit; dari %d menit, untuk topik tersedia %d menit."
	saysNoRoom  = "Tidak muat: %s."
	saysNotMade = "Tidak disusun untuk pertemuan %d menit: %s."
	saysFit     = "Yang muat: %s."
	saysLonger  = "Semua muat dalam %d menit."
	saysHandout = "Lembar bacaan memuat semua topik yang dipilih."
)

// saysFromServer is said in the export of a bundle that a visitor put together.
const saysFromServer = "DOCX dan PPTX dari pilihan sendiri disusun oleh program Suluh; salinan ini memuatnya untuk bahan siap pakai di /sosialisasi."

// overMessage says plainly which topics do not fit, and what would.
func (b bundle) overMessage() string {
	if len(b.plan.Left) == 0 {
		return ""
	}
	length := b.plan.Meeting.Length
	var fits, left, unfit []string
	asked := 0
	for _, m := range b.plan.Topics() {
		fits = append(fits, fmt.Sprintf("%s (%d menit)", m.Title, m.Minutes[length]))
	}
	for _, m := range b.topics {
		asked += m.Minutes[length]
	}
	for _, m := range b.plan.Left {
		if m.Minutes[length] == 0 {
			unfit = append(unfit, m.Title)
		} else {
			left = append(left, fmt.Sprintf("%s (%d menit)", m.Title, m.Minutes[length]))
		}
	}
	var out []string
	if len(left) > 0 {
		out = append(out, fmt.Sprintf(saysNeed, asked, length, b.plan.Meeting.Room()), fmt.Sprintf(saysNoRoom, strings.Join(left, ", ")))
	}
	if len(unfit) > 0 {
		out = append(out, fmt.Sprintf(saysNotMade, length, strings.Join(unfit, ", ")))
	}
	if len(fits) > 0 {
		out = append(out, fmt.Sprintf(saysFit, strings.Join(fits, ", ")))
	}
	if longer := b.longerMeeting(); longer != 0 {
		out = append(out, fmt.Sprintf(saysLonger, longer))
	}
	return strings.Join(append(out, saysHandout), " ")
}

// longerMeeting returns the length of the shortest meeting into which all topics fit, 0 if there is none.
func (b bundle) longerMeeting() int {
	for _, m := range corpus.Meetings {
		if m.Length > b.plan.Meeting.Length && len(corpus.NewPlan(m, b.topics).Left) == 0 {
			return m.Length
		}
	}
	return 0
}
