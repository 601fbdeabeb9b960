package site

import (
	"context"
	"fmt"
	"html/template"

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
	Day       string
	Opening   SlideView
	Closing   SlideView

	DrawingHeight int // in lines
}

// outreachStep is a step that no topic has.
type outreachStep struct {
	Title string
	Text  template.HTML
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
}

// bundlePages are the documents that the browser fills with a choice.
var bundlePages = []string{"outreach", "handout", "slides", "plan", "quiz"}

// outreachShards makes the data and the templates for bundles that are put together in the browser.
func (e *export) outreachShards(context.Context) ([]Shard, error) {
	v := view{Site: e.site, day: e.site.today()}
	s := outreachShard{Meetings: corpus.Meetings, Audiences: corpus.Audiences, Drawings: map[string]Drawing{}, Steps: map[corpus.StepKind]outreachStep{},
		Officers: []string{"polisi", "jaksa"}, QuizWords: quizWords, MaxExtras: maxExtras, Sizes: sheetSizes, DrawingHeight: drawingHeight, Day: v.day.Long(),
		Words: map[string]string{"need": saysNeed, "noRoom": saysNoRoom, "notMade": saysNotMade, "fit": saysFit, "longer": saysLonger, "handout": saysHandout}}
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
		s.Topics = append(s.Topics, t)
	}
	if report, ok := reportFrom(e.site.library); ok {
		sheet, err := v.bundle(basket{}, nil).outreachSheet(report)
		if err != nil {
			return nil, err
		}
		s.Report = outreachReport{Slug: report.Slug(), Audiences: report.Audiences, Sheet: sheet}
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
		s.Steps[kind] = outreachStep{step.Title, step.Text}
	}
	cases, err := v.own(caseWords)
	if err != nil {
		return err
	}
	s.Cases = outreachStep{s.Steps[corpus.StepExercise].Title, cases}
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
	// Without the first and the last, which are not the topic's; those of its quiz come after those of all topics.
	t.Slides = slides[1 : len(slides)-1]
	if len(t.Slides) < len(m.Quiz) {
		return t, fmt.Errorf("%s has fewer slides than questions", m.ID)
	}
	return t, nil
}

func (b bundle) outreachSheet(t sheetTopic) (outreachSheet, error) {
	part, err := b.topicPart(t)
	out := outreachSheet{Part: part, Where: "/" + t.ID}
	for _, p := range t.Parts {
		out.Parts = append(out.Parts, outreachPart{p.Heading, p.Rank, p.Lines})
	}
	return out, err
}
