package site

import (
	"context"
	"fmt"
	"html/template"
	"reflect"
	"slices"

	"suluh/corpus"
	"suluh/templates"
)

// outreachShard is what the browser needs to put together a bundle of its own choice.
type outreachShard struct {
	Page      OutreachPage // without a basket
	Documents []Link       // Href is the last part of the address
	Meetings  []corpus.Meeting
	Audiences []corpus.Value
	Topics    []outreachTopic
	Drawings  map[string]Drawing // by key
	Steps     map[corpus.StepKind]outreachStep
	Cases     outreachStep // the exercise of those who work with the charging guide
	Officers  []string     // their audiences
	QuizWords string
	Words     map[string]string // sentences, with %s or %d for what they speak of
	Default   struct {
		Audience string
		Length   int
	}
	MaxExtras int
	Sizes     []sheetSize
	Report    outreachReport
	Opening   SlideView
	Closing   SlideView

	DrawingHeight int               // in lines
	Sources       map[string]string // where the wording of a work was read, by its id
	Version       string            // of the collection
}

// outreachStep is a step that no topic has.
type outreachStep struct {
	Title string
	Text  template.HTML
	Plain string // the same as Markdown
}

// outreachTopic is all that a topic gives to a bundle.
type outreachTopic struct {
	Slug, Title, Href string
	Audiences         []string
	Minutes           map[int]int
	Sheet             outreachSheet
	Step              template.HTML
	Slides            []SlideView
	Questions         []QuestionView
	Works             []string // that it rests on
	Stale             []staleDay
	Plain             outreachPlain
}

// staleDay is what is to be checked again from a day on.
type staleDay struct {
	From    corpus.Date
	Notices []Notice
}

// outreachPlain is what a topic gives to a bundle, as Markdown.
type outreachPlain struct {
	Parts  []string // of the handout
	Step   string
	Slides []outreachSlide
	Why    []string // of the questions
}

// outreachSlide is a slide as Markdown.
type outreachSlide struct {
	Title, Note string
	Lines       []string
}

// outreachSheet is what a topic gives to a handout.
type outreachSheet struct {
	Part  TopicPart
	Where string
	Parts []outreachPart // as those of Part
}

// outreachPart is a part of a handout with what it takes on the sheet.
type outreachPart struct {
	Heading string
	Rank    int
	Lines   []int // by size of type
}

// outreachReport is where to report, which stands in the handouts of those for whom it is written.
type outreachReport struct {
	Slug      string
	Audiences []string
	Sheet     outreachSheet
	Plain     []string // its parts as Markdown
}

// bundlePages are the documents that the browser fills with a choice.
var bundlePages = []string{"outreach", "handout", "slides", "plan", "quiz"}

// outreachShards makes the data and the templates for bundles that are put together in the browser.
func (e *export) outreachShards(context.Context) ([]Shard, error) {
	v := view{Site: e.site, day: e.site.today()}
	s := outreachShard{Meetings: corpus.Meetings, Audiences: corpus.Audiences, Drawings: map[string]Drawing{}, Steps: map[corpus.StepKind]outreachStep{},
		Officers: []string{"polisi", "jaksa"}, QuizWords: quizWords, MaxExtras: maxExtras, Sizes: sheetSizes, DrawingHeight: drawingHeight, Sources: map[string]string{}, Version: e.site.library.Version(),
		Words: map[string]string{"need": saysNeed, "noRoom": saysNoRoom, "notMade": saysNotMade, "fit": saysFit, "longer": saysLonger, "handout": saysHandout, "recheck": saysRecheck, "opening": openingWords, "closing": closingWords, "fromServer": saysFromServer}}
	for _, w := range e.site.library.Works() {
		if e.wants(w.ID) {
			s.Sources[w.ID] = provenance(w)
		}
	}
	s.Default.Audience, s.Default.Length = defaultAudience, defaultLength
	s.Page = OutreachPage{Ready: v.ready(), Pictures: v.drawings()}
	for _, d := range documents {
		s.Documents = append(s.Documents, Link{Href: d.address, Text: d.name, Caption: d.note})
	}
	for _, d := range s.Page.Pictures {
		s.Drawings[d.Add[len(outreachAddress+"?tambah=gambar%2F"):]] = d
	}
	if err := v.outreachSteps(&s); err != nil {
		return nil, err
	}
	for _, m := range e.site.library.Materials() {
		t, err := v.outreachTopic(m)
		if err != nil {
			return nil, err
		}
		t.Stale = e.staleDays(m)
		s.Topics = append(s.Topics, t)
	}
	if report, ok := reportFrom(e.site.library); ok {
		sheet, err := v.bundle(basket{}, nil).outreachSheet(report)
		if err != nil {
			return nil, err
		}
		s.Report = outreachReport{Slug: report.Slug(), Audiences: report.Audiences, Sheet: sheet, Plain: []string{report.Parts[0].Text}}
	}
	shards := []Shard{{"sosialisasi", s}}
	for _, page := range bundlePages {
		tree, err := templates.TreeOf(page, e.site.functions())
		if err != nil {
			return nil, err
		}
		shards = append(shards, Shard{"templat-" + page, tree})
	}
	return shards, nil
}

// outreachSteps fills in what every meeting has: its fixed steps, and the first and the last slide.
func (v view) outreachSteps(s *outreachShard) error {
	empty := v.bundle(basket{}, nil)
	for _, kind := range []corpus.StepKind{corpus.StepOpening, corpus.StepExercise, corpus.StepQuiz, corpus.StepQuestions, corpus.StepClosing} {
		step, err := empty.stepView(corpus.PlanStep{Kind: kind})
		if err != nil {
			return err
		}
		s.Steps[kind] = outreachStep{step.Title, step.Text, step.Plain}
	}
	cases, err := v.own(caseWords)
	if err != nil {
		return err
	}
	s.Cases = outreachStep{s.Steps[corpus.StepExercise].Title, cases, caseWords}
	slides, err := empty.slideViews()
	if err != nil {
		return err
	}
	s.Opening, s.Closing = slides[0], slides[len(slides)-1]
	return nil
}

func (v view) outreachTopic(m *corpus.Material) (outreachTopic, error) {
	t := outreachTopic{Slug: m.Slug(), Title: m.Title, Href: "/" + m.ID, Audiences: m.Audiences, Minutes: m.Minutes}
	one := bundle{view: v, basket: basket{audience: defaultAudience, length: defaultLength}, topics: []*corpus.Material{m},
		plan: corpus.Plan{Meeting: corpus.Meeting{Quiz: len(m.Quiz)}, Steps: []corpus.PlanStep{{Kind: corpus.StepTopic, Material: m}}}}
	t.Works = one.worksCited()
	var err error
	if t.Sheet, err = one.outreachSheet(newSheetTopic(m)); err != nil {
		return t, err
	}
	if t.Step, err = v.material(m, m.Guidance); err != nil {
		return t, err
	}
	if t.Questions, err = one.questionViews(); err != nil {
		return t, err
	}
	slides, err := one.slideViews()
	if err != nil {
		return t, err
	}
	slides = slices.DeleteFunc(slides, func(s SlideView) bool { return s.Class == recheckClass }) // the browser says it for all topics
	// Without the first and the last, which are not the topic's; those of its quiz come after those of all topics.
	t.Slides = slides[1 : len(slides)-1]
	if len(t.Slides) < len(m.Quiz) {
		return t, fmt.Errorf("%s has fewer slides than questions", m.ID)
	}
	t.Plain = one.outreachPlain(m)
	return t, nil
}

// outreachPlain gathers a topic, the only one of the bundle, as Markdown.
func (b bundle) outreachPlain(m *corpus.Material) outreachPlain {
	out := outreachPlain{Step: m.Guidance}
	for _, p := range m.HandoutParts() {
		out.Parts = append(out.Parts, p.Text)
	}
	for _, s := range b.slides() {
		if s.topic != nil {
			out.Slides = append(out.Slides, outreachSlide{s.title, s.note, s.lines})
		}
	}
	for _, q := range b.questions() {
		out.Why = append(out.Why, q.Why)
	}
	return out
}

// staleDays returns what is to be checked again in a topic, one entry a change.
func (e *export) staleDays(m *corpus.Material) []staleDay {
	links := map[string]bool{}
	for _, r := range m.Refs() {
		links["/"+r.Work] = true
	}
	var out []staleDay
	for _, day := range e.days.of(links, e.site.today()) {
		notices := view{Site: e.site, day: day}.staleNotices([]*corpus.Material{m})
		if len(out) == 0 || !reflect.DeepEqual(out[len(out)-1].Notices, notices) {
			out = append(out, staleDay{day, notices})
		}
	}
	return out
}

func (b bundle) outreachSheet(t sheetTopic) (outreachSheet, error) {
	part, err := b.topicPart(t)
	out := outreachSheet{Part: part, Where: "/" + t.ID}
	for _, p := range t.Parts {
		out.Parts = append(out.Parts, outreachPart{p.Heading, p.Rank, p.Lines})
	}
	return out, err
}
