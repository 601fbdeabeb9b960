package site

import (
	"fmt"
	"html/template"
	"net/http"

	"suluh/corpus"
)

// DocumentPage is one document of a bundle: handout, slides, plan or quiz.
type DocumentPage struct {
	BasePage
	Heading   string
	For       string // "untuk warga desa, 45 menit"
	Stale     []Notice
	Problems  []string
	Back      Link
	Documents []Link
	Downloads []Link
	Topics    []TopicPart
	Points    int       // size of type of the printed handout
	LeftOut   []LeftOut // what the printed handout has no room for
	Extras    []extra
	Slides    []SlideView
	Plan      PlanView
	Questions []QuestionView
}

// TopicPart is a topic in a handout.
type TopicPart struct {
	Title, Href string
	Off         bool // nothing of it is printed
	Drawing     *Drawing
	DrawingOff  bool
	Parts       []PartView
}

// PartView is a part of a topic in a handout.
type PartView struct {
	Body template.HTML
	Off  bool // not printed, for want of room
}

// PlanStepView is one part of a meeting on screen.
type PlanStepView struct {
	Title   string
	Minutes int
	Clock   string // minutes from the beginning: "3–13"
	Text    template.HTML
	Plain   string // the same as Markdown
}

// document makes one document of the bundle and sends it.
func (b bundle) document(title, page string, w http.ResponseWriter, fill func(*DocumentPage) error) error {
	out := DocumentPage{BasePage: b.base(title + " " + b.title()), Heading: title, For: b.title(), Problems: b.problems, Stale: b.staleNotices(b.materials()),
		Back: Link{Href: b.at(outreachAddress, b.basket), Text: "Pilih bahan lain"}, Documents: b.documentLinks(), Downloads: b.downloadLinks()}
	out.HideDay = true
	if err := fill(&out); err != nil {
		return err
	}
	return b.writePage(w, page, out)
}

func (s *Site) serveHandout(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	return b.document("Lembar bacaan", "handout", w, func(page *DocumentPage) error {
		page.Extras = b.extras
		return b.fillHandout(page)
	})
}

// fillHandout puts the topics into a handout and tells what of them is not printed.
func (b bundle) fillHandout(page *DocumentPage) error {
	topics := b.handed()
	sheet := newSheet(topics, page.Stale)
	page.Points = sheet.Points
	for i, t := range topics {
		part, err := b.topicPart(t)
		if err != nil {
			return err
		}
		for j := range t.Parts {
			part.Parts[j].Off = sheet.off[[2]int{i, j}]
		}
		part.Off = !sheet.begun(i, t)
		part.DrawingOff = sheet.off[[2]int{i, theDrawing}]
		page.Topics = append(page.Topics, part)
	}
	page.LeftOut = sheet.leftOut(topics)
	for i := range page.LeftOut {
		page.LeftOut[i].Href = b.keepDay(page.LeftOut[i].Where)
	}
	return nil
}

// topicPart renders a topic with all its parts.
func (b bundle) topicPart(t sheetTopic) (TopicPart, error) {
	out := TopicPart{Title: t.Title, Href: b.keepDay("/" + t.ID), Drawing: drawingOf(t.Material)}
	for _, p := range t.Parts {
		body, err := b.material(t.Material, p.Text)
		if err != nil {
			return out, err
		}
		out.Parts = append(out.Parts, PartView{Body: body})
	}
	return out, nil
}

func (s *Site) servePlan(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	return b.document("Rencana pemandu", "plan", w, func(page *DocumentPage) error {
		page.Extras = b.extras
		page.Plan, err = b.planView()
		return err
	})
}

func (s *Site) serveQuiz(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	return b.document("Kuis", "quiz", w, func(page *DocumentPage) error {
		page.Questions, err = b.questionViews()
		return err
	})
}

func (s *Site) serveSlides(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	return b.document("Salindia", "slides", w, func(page *DocumentPage) error {
		page.Slides, err = b.slideViews()
		return err
	})
}

// material renders a piece of a topic. It is Markdown rendered with raw HTML off, so the result is safe.
func (v view) material(m *corpus.Material, piece string) (template.HTML, error) {
	out, err := v.library.RenderMaterial(piece, m.Day, v.links())
	return template.HTML(out), err
}

// own renders a sentence of this file, as [view.material] does.
func (v view) own(markdown string) (template.HTML, error) {
	out, err := v.library.RenderMaterial(markdown, v.day, corpus.MaterialLinks{Address: v.href})
	return template.HTML(out), err
}

// Words of the steps that no topic has, as Markdown.
const (
	openingWords = "Sambut peserta, sebutkan tujuan dan lamanya pertemuan. Katakan: “Jangan menyebut nama orang. Bila ada yang mengalami sendiri, kita bicara sesudah acara.” Bagikan lembar bacaan."
	closingWords = "Minta dua peserta mengulang satu hal yang mereka ingat. Sebutkan ke mana melapor. Tinggalkan lembar bacaan. Tetap di tempat sejenak bagi yang ingin bicara berdua."
	askWords     = "Ulangi pertanyaan peserta dengan suara keras, lalu jawab dari lembar bacaan. Yang tidak diketahui jangan dikira-kira; catat, dan jawab kemudian."
	storyWords   = "Bacakan fakta satu putusan. Tanyakan: mana perbuatannya, mana caranya, mana tujuannya? Baru sesudah itu bacakan hasil perkaranya. Nama korban tidak disebut (Pasal 24 UU 21/2007, Pasal 44 UU 21/2007)."
	caseWords    = "Bagikan fakta satu putusan. Peserta memilih pasal dengan panduan, unsur demi unsur, lalu membandingkannya dengan dakwaan dan putusan. Bahas bedanya."
	quizWords    = "%d pertanyaan dari lembar kuis. Peserta mengangkat tangan untuk setiap jawaban; bacakan penjelasan dan pasalnya."
)

// stepView puts a part of a meeting into words.
func (b bundle) stepView(s corpus.PlanStep) (PlanStepView, error) {
	out := PlanStepView{Minutes: s.Minutes, Clock: fmt.Sprintf("%d–%d", s.From, s.From+s.Minutes)}
	switch s.Kind {
	case corpus.StepOpening:
		out.Title, out.Plain = "Pembukaan", openingWords
	case corpus.StepTopic:
		out.Title, out.Plain = s.Material.Title, s.Material.Guidance
	case corpus.StepExercise:
		out.Title, out.Plain = "Latihan kasus", storyWords
		if b.forOfficers() {
			out.Plain = caseWords
		}
	case corpus.StepQuiz:
		out.Title, out.Plain = "Kuis", fmt.Sprintf(quizWords, len(b.questions()))
	case corpus.StepQuestions:
		out.Title, out.Plain = "Tanya jawab", askWords
	case corpus.StepClosing:
		out.Title, out.Plain = "Penutup", closingWords
	}
	var err error
	if s.Material != nil {
		out.Text, err = b.material(s.Material, out.Plain)
	} else {
		out.Text, err = b.own(out.Plain)
	}
	return out, err
}

// forOfficers reports whether the audience works with the charging guide.
func (b bundle) forOfficers() bool {
	return b.audience.Key == "polisi" || b.audience.Key == "jaksa"
}

// quizQuestion is a question with the topic that it belongs to.
type quizQuestion struct {
	corpus.QuizQuestion
	topic *corpus.Material
}

// questions are those of the quiz, a minute each, from the topics in turn.
func (b bundle) questions() []quizQuestion {
	var out []quizQuestion
	topics := b.plan.Topics()
	for round := 0; ; round++ {
		more := false
		for _, m := range topics {
			if len(out) == b.plan.Meeting.Quiz {
				return out
			}
			if round < len(m.Quiz) {
				out, more = append(out, quizQuestion{m.Quiz[round], m}), true
			}
		}
		if !more {
			return out
		}
	}
}

// QuestionView is a question of the quiz on screen.
type QuestionView struct {
	Question, Topic string
	Answers         []AnswerView
	Right           string // "b" or "a dan c"
	Why             template.HTML
}

// AnswerView is one of the answers.
type AnswerView struct {
	Letter, Text string
	Right        bool
}

func (b bundle) questionViews() ([]QuestionView, error) {
	var out []QuestionView
	for _, q := range b.questions() {
		why, err := b.material(q.topic, q.Why)
		if err != nil {
			return nil, err
		}
		out = append(out, QuestionView{Question: q.Question, Topic: q.topic.Title, Answers: answers(q.QuizQuestion), Right: rightLetters(q.QuizQuestion), Why: why})
	}
	return out, nil
}

func answers(q corpus.QuizQuestion) []AnswerView {
	var out []AnswerView
	for i, a := range q.Answers {
		out = append(out, AnswerView{letter(i), a.Text, a.Right})
	}
	return out
}

func letter(i int) string { return string(rune('a' + i)) }

func rightLetters(q corpus.QuizQuestion) string {
	out := ""
	for i, a := range q.Answers {
		if !a.Right {
			continue
		}
		if out != "" {
			out += " dan "
		}
		out += letter(i)
	}
	return out
}
