package corpus

import "slices"

// Meeting is a length of meeting and what its minutes go to besides the topics.
type Meeting struct {
	Length                                      int // minutes
	Opening, Exercise, Quiz, Questions, Closing int // Questions is the least; it takes what the topics leave
}

// Meetings are the lengths that a meeting can have.
var Meetings = []Meeting{
	{Length: 15, Opening: 1, Quiz: 2, Questions: 2, Closing: 1},
	{Length: 45, Opening: 3, Exercise: 6, Quiz: 4, Questions: 5, Closing: 2},
	{Length: 90, Opening: 5, Exercise: 15, Quiz: 8, Questions: 10, Closing: 4},
}

// MeetingOf returns the meeting of a length; ok is false if there is none.
func MeetingOf(length int) (m Meeting, ok bool) {
	if i := slices.IndexFunc(Meetings, func(m Meeting) bool { return m.Length == length }); i >= 0 {
		return Meetings[i], true
	}
	return Meeting{}, false
}

// Room returns the minutes that are left for topics.
func (m Meeting) Room() int {
	return m.Length - m.Opening - m.Exercise - m.Quiz - m.Questions - m.Closing
}

// Plan is the course of a meeting. Its steps always add up to the length of the meeting.
type Plan struct {
	Meeting Meeting
	Steps   []PlanStep
	Over    int         // minutes by which the topics asked for exceed the room
	Left    []*Material // topics asked for that do not fit, or are not meant for a meeting of this length
}

// StepKind is a part of a meeting.
type StepKind string

// The parts of a meeting, in their order.
const (
	StepOpening   StepKind = "opening"
	StepTopic     StepKind = "topic"
	StepExercise  StepKind = "exercise"
	StepQuiz      StepKind = "quiz"
	StepQuestions StepKind = "questions"
	StepClosing   StepKind = "closing"
)

// PlanStep is one part of a meeting.
type PlanStep struct {
	Kind     StepKind
	Material *Material // of a topic
	From     int       // minutes after the beginning
	Minutes  int
}

// NewPlan lays out a meeting with topics in the order given, as many as fit.
func NewPlan(meeting Meeting, topics []*Material) Plan {
	p := Plan{Meeting: meeting}
	room, at := meeting.Room(), 0
	add := func(kind StepKind, m *Material, minutes int) {
		if minutes > 0 {
			p.Steps = append(p.Steps, PlanStep{kind, m, at, minutes})
			at += minutes
		}
	}
	add(StepOpening, nil, meeting.Opening)
	asked := 0
	for _, m := range topics {
		n := m.Minutes[meeting.Length]
		asked += n
		if n == 0 || n > room {
			p.Left = append(p.Left, m)
			continue
		}
		room -= n
		add(StepTopic, m, n)
	}
	p.Over = max(0, asked-meeting.Room())
	add(StepExercise, nil, meeting.Exercise)
	add(StepQuiz, nil, meeting.Quiz)
	add(StepQuestions, nil, meeting.Questions+room)
	add(StepClosing, nil, meeting.Closing)
	return p
}

// Topics returns the topics that fit.
func (p Plan) Topics() []*Material {
	var out []*Material
	for _, s := range p.Steps {
		if s.Material != nil {
			out = append(out, s.Material)
		}
	}
	return out
}

// TopicsFor returns the topics for an audience that fit together into a meeting, the first in order first.
func (l *Library) TopicsFor(audience string, meeting Meeting) []*Material {
	var asked []*Material
	for _, m := range l.materials {
		if m.For(audience) {
			asked = append(asked, m)
		}
	}
	return NewPlan(meeting, asked).Topics()
}
