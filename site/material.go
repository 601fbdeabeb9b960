package site

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
	"suluh/index"
)

// MaterialPage is one topic for outreach, whole.
type MaterialPage struct {
	BasePage
	Crumbs           []Link
	Heading, Summary string
	Audiences        string
	Read             string // the day on which it was last read against the law
	Stale            []Notice
	Reading          string // how hard the handout is to read
	Rare             string // words in it that may have to be explained
	Handout          template.HTML
	Drawing          *Drawing
	Slides           []SlideView
	Guidance         template.HTML
	Questions        []QuestionView
	Rests            []RestLine
	Add              string
}

// RestLine is a portion on which a topic rests, with its standing.
type RestLine struct {
	Link
	Status StatusLine
}

func (s *Site) serveMaterial(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	m := s.library.Material("materi/" + mux.Vars(r)["name"])
	if m == nil {
		return notFound("Topik ini tidak ada.")
	}
	page, err := v.materialPage(m)
	if err != nil {
		return err
	}
	return s.writePage(w, "material", page)
}

func (v view) materialPage(m *corpus.Material) (MaterialPage, error) {
	page := MaterialPage{BasePage: v.base(m.Title), Heading: m.Title, Summary: m.Summary, Read: m.Day.Long(), Stale: v.staleNotices([]*corpus.Material{m}),
		Drawing: drawingOf(m), Crumbs: []Link{{Href: v.keepDay("/"), Text: "Depan"}, {Href: v.keepDay(outreachAddress), Text: "Bahan sosialisasi"}},
		Add: v.at(outreachAddress, v.basket.withTopic(m.Slug()))}
	page.Description = m.Summary
	page.Reading, page.Rare = reading(m)
	page.Audiences = joinNames(names(m.Audiences, corpus.Audiences))
	for _, r := range m.Refs() {
		page.Rests = append(page.Rests, RestLine{Link{Href: v.href(r), Text: v.label(r), Caption: v.library.Caption(r)}, v.statusLine(r)})
	}
	b := bundle{view: v, topics: []*corpus.Material{m}, plan: corpus.Plan{Meeting: corpus.Meeting{Quiz: len(m.Quiz)}, Steps: []corpus.PlanStep{{Kind: corpus.StepTopic, Material: m}}}}
	var err error
	if page.Handout, err = v.material(m, m.Handout); err != nil {
		return page, err
	}
	if page.Guidance, err = v.material(m, m.Guidance); err != nil {
		return page, err
	}
	for _, s := range m.Slides {
		body, err := v.material(m, s.Body)
		if err != nil {
			return page, err
		}
		note, err := v.material(m, s.Note)
		if err != nil {
			return page, err
		}
		page.Slides = append(page.Slides, SlideView{Title: s.Title, Body: body, Note: note})
	}
	page.Questions, err = b.questionViews()
	return page, err
}

// reading tells how hard the handout of a topic is to read, and which words in it are not common.
func reading(m *corpus.Material) (measure, rare string) {
	r := index.MeasureMaterial(m)
	mean := strings.Replace(fmt.Sprintf("%.1f", r.Mean), ".", ",", 1)
	return fmt.Sprintf("%d kata, rata-rata %s kata dalam satu kalimat, yang terpanjang %d; %.0f%% kata tidak umum.", r.Words, mean, r.Longest, 100*r.Uncommon), strings.Join(r.Rare, ", ")
}

// joinNames writes a list as a sentence has it: "a, b, dan c".
func joinNames(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + " dan " + names[1]
	default:
		out := ""
		for _, name := range names[:n-1] {
			out += name + ", "
		}
		return out + "dan " + names[n-1]
	}
}

// materialHit shows a topic among the hits of a search.
func (v view) materialHit(h index.Hit, m *corpus.Material) HitLine {
	line := HitLine{Href: v.path(m.Ref()), Label: m.Title, Work: "Bahan sosialisasi", Caption: m.Summary, Path: "Untuk " + joinNames(names(m.Audiences, corpus.Audiences)),
		Snippet: h.Snippet, Badges: []StatusLine{{Class: "case", Label: "Bahan sosialisasi"}}}
	if len(v.library.Stale(m, v.day)) > 0 {
		line.Badges = append(line.Badges, StatusLine{Class: "bad", Label: "Periksa ulang"})
	}
	return line
}
