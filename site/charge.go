package site

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
	"suluh/corpus/charge"
)

// ChargePage asks the questions of the charging guide and answers beside them.
type ChargePage struct {
	BasePage
	Groups   []QuestionGroup
	Answered int
	Problems []string
	Answer   *ChargeAnswer // nil until the day of the act is known
	Examples []Link
	Markdown string // address of the file note as Markdown
	Docx     string // and as DOCX
}

// QuestionGroup is a part of the questionnaire.
type QuestionGroup struct {
	ID, Title string
	Questions []Question
	Answered  int
	Open      bool
}

// Question is a fact with its answer.
type Question struct {
	*charge.Fact
	Value string // as in the address: "ya", "tidak", a day, a number; "" for not known
}

// ChargeAnswer is the answer in words.
type ChargeAnswer struct {
	Day, Until, Today string
	Facts             []NamedValue // as given
	Fits, Possible    []ChargeView
	MorePossible      []ChargeLine
	Excluded          []ChargeLine
	NotLaw            []LawGap
	First, Notes      []ReasonView // to mind before the charges, and beside them
	Missing           []Question   // the most useful first
	Doubts            []Doubt      // each once; the views refer to them by number
}

// Doubt is something that is not sure. The page says it once and refers to it by its number, from 1.
type Doubt struct {
	Text   string
	Number int
}

// ChargeView is a charge with its elements and its penalty.
type ChargeView struct {
	ID              string // for the anchor
	Title           string
	Article         Link
	Place           string
	Elements        []ElementView
	Steps, IfProved []StepView
	Final           string
	Reasons         []ReasonView
	Later           *ReasonView
	Proved, Asked   int
	Like            []LikeView // decisions with like facts, the closest first
}

// LikeView is a decision with like facts, and what became of it.
type LikeView struct {
	Case    DecisionRow
	Same    int      // how many questions are answered yes in both
	Shared  []string // these questions, for the closest decision
	Differs int      // how many are answered otherwise
}

// Counted reports whether the penalty is more than what the article itself threatens, so that its steps must be shown.
func (c ChargeView) Counted() bool { return len(c.Steps)+len(c.IfProved) > 1 }

// ElementView is a row of the element and evidence table.
type ElementView struct {
	Text, State, Class string
	Because            []string // the questions that exclude it, or that are open
	Cites              []Link
	Evidence           []string
	Doubt              Doubt
	Meaning            string // address of its explanation
}

// ToProve returns the elements that the facts must bear out, in words.
func (c ChargeView) ToProve() []string {
	var out []string
	for _, e := range c.Elements {
		if e.State != saysAlways {
			out = append(out, e.Text)
		}
	}
	return out
}

// StepView is a line of the penalty's arithmetic.
type StepView struct {
	Number      int // from 1
	Text, Words string
	Doubt       Doubt
	Cites       []Link
}

// ReasonView is a sentence with its citations.
type ReasonView struct {
	Text  string
	Doubt Doubt
	Cites []Link
}

// ChargeLine is a charge in one line.
type ChargeLine struct {
	Article Link
	Title   string
	Why     string
}

// LawGap are the articles that are not law on the day for one reason.
type LawGap struct {
	Why      string
	Articles []Link
}

// Charges that may fit are shown with their elements up to so many, and while they and those that fit are not more
// than a reader can take in. The others are lines.
const (
	shownPossible = 3
	shownCharges  = 8
	shownMissing  = 5 // questions that would decide the most
)

// chargeExamples are cases to try, as the addresses of their facts.
var chargeExamples = []struct{ text, query string }{
	{"Anak 16 tahun, uang sirih pinang, KTP palsu, Kupang ke Malaysia, 2016", "tanggal=2016-05-01&korban-anak=ya&korban-wni=ya&merekrut=ya&mengirim=ya&dibawa-ke-luar-negeri=ya&bayaran-kepada-pengendali=ya&pemalsuan=ya&dokumen-palsu=ya&tujuan-tenaga=ya&eksploitasi-di-luar-negeri=ya&tereksploitasi=ya&orang-tua-setuju=ya"},
	{"Yang sama, Maret 2026", "tanggal=2026-03-10&korban-anak=ya&korban-wni=ya&merekrut=ya&mengirim=ya&dibawa-ke-luar-negeri=ya&bayaran-kepada-pengendali=ya&pemalsuan=ya&dokumen-palsu=ya&tujuan-tenaga=ya&eksploitasi-di-luar-negeri=ya&tereksploitasi=ya&orang-tua-setuju=ya"},
	{"Orang dewasa diberangkatkan perseorangan tanpa surat, dibayar seperti dijanjikan, 2019", "tanggal=2019-05-01&korban-anak=tidak&korban-wni=ya&merekrut=ya&mengirim=ya&dibawa-ke-luar-negeri=ya&menempatkan=ya&orang-perseorangan=ya&tujuan-pelacuran=tidak&tujuan-kerja-paksa=tidak&tujuan-penindasan=tidak&tujuan-organ=tidak&tujuan-tenaga=tidak&tereksploitasi=tidak"},
	{"Dihentikan di bandara El Tari sebelum berangkat, 2019", "tanggal=2019-05-01&korban-anak=tidak&korban-wni=ya&merekrut=ya&penipuan=ya&tujuan-tenaga=ya&eksploitasi-di-luar-negeri=ya&percobaan=ya&dibawa-ke-luar-negeri=tidak&tereksploitasi=tidak"},
}

func (s *Site) serveCharge(w http.ResponseWriter, r *http.Request) error {
	given := r.URL.Query()
	if compact := withoutEmpty(given); len(compact) < len(given) {
		http.Redirect(w, r, (&url.URL{Path: chargeAddress, RawQuery: compact.Encode()}).String(), http.StatusSeeOther)
		return nil
	}
	// "tanggal" is the day of the act here, so the page itself always speaks of today.
	basket, _ := s.readBasket(given)
	return s.writePage(w, "charge", view{Site: s, day: s.today(), basket: basket}.chargePage(given))
}

const chargeAddress = "/panduan/pasal"

// hasChargeGuide reports whether there are rules to weigh facts by.
func (s *Site) hasChargeGuide() bool { return s.rules != nil && len(s.rules.Offences) > 0 }

// withoutEmpty drops the questions that a form sent without an answer, so that the address says only what is known.
func withoutEmpty(v url.Values) url.Values {
	out := url.Values{}
	for name, values := range v {
		if len(values) > 0 && values[0] != "" {
			out[name] = values
		}
	}
	return out
}

func (v view) chargePage(given url.Values) ChargePage {
	page := ChargePage{BasePage: v.base("Panduan memilih pasal")}
	page.HideDay = true
	page.Description = "Jawab pertanyaan tentang perbuatan; Suluh menunjukkan pasal yang cocok, unsur demi unsur."
	facts, problems := v.readFacts(given)
	page.Problems = problems
	asked := map[string]bool{"tanggal": true, "tanggal-akhir": true}
	if !facts.Day.IsZero() {
		asked = v.rules.AskedBy(facts)
	}
	for _, g := range charge.Groups {
		if q := v.questionGroup(g, facts, asked); len(q.Questions) > 0 {
			page.Groups = append(page.Groups, q)
		}
	}
	for _, g := range page.Groups {
		page.Answered += g.Answered
	}
	if !facts.Day.IsZero() {
		answer := v.chargeAnswer(v.rules.Weigh(facts))
		page.Answer = &answer
		query := v.queryOf(facts)
		page.Markdown = chargeAddress + ".md?" + query
		page.Docx = chargeAddress + ".docx?" + query
	}
	page.Examples = exampleLinks()
	return page
}

func exampleLinks() []Link {
	var out []Link
	for _, e := range chargeExamples {
		out = append(out, Link{Href: chargeAddress + "?" + e.query, Text: e.text})
	}
	return out
}

// readFacts reads the answers from an address. What it cannot read is told and left out.
func (v view) readFacts(given url.Values) (charge.Facts, []string) {
	f := charge.Facts{Today: v.today(), Answers: map[string]bool{}, Numbers: map[string]int{}}
	var problems []string
	for _, fact := range v.rules.Facts {
		if message := v.rules.Set(&f, fact.ID, strings.TrimSpace(given.Get(fact.ID))); message != "" {
			problems = append(problems, message)
		}
	}
	for _, day := range []*corpus.Date{&f.Day, &f.Until} {
		if !day.IsZero() && (day.Before(firstDay) || lastDay.Before(*day)) {
			problems = append(problems, fmt.Sprintf(saysOutside, firstDay.Long(), lastDay.Long(), day.Long()))
			*day = corpus.Date{}
		}
	}
	if message := f.Contradiction(); message != "" {
		problems = append(problems, message)
		f.Until = corpus.Date{}
	}
	return f, problems
}

// questionGroup asks what still bears on the answer: before the day is known, only for the day. What has been answered
// stays in sight, and a question whose condition is not met is left out.
func (v view) questionGroup(g charge.Group, f charge.Facts, asked map[string]bool) QuestionGroup {
	out := QuestionGroup{ID: g.ID, Title: g.Title}
	for _, fact := range v.rules.Facts {
		q := Question{Fact: fact, Value: answerIn(f, fact)}
		if fact.Group != g.ID || q.Value == "" && (!asked[fact.ID] || !fact.Asked(f)) {
			continue
		}
		if q.Value != "" {
			out.Answered++
		}
		out.Questions = append(out.Questions, q)
	}
	out.Open = out.Answered > 0 || g.ID == "waktu"
	return out
}

// chargeAnswer puts an answer into words.
func (v view) chargeAnswer(a charge.Answer) ChargeAnswer {
	out := ChargeAnswer{Day: a.Facts.Day.Long(), Today: a.Facts.Today.Long(), Facts: v.factsGiven(a.Facts)}
	now := v
	v = view{Site: v.Site, day: a.Facts.Day, asked: true, basket: v.basket} // the articles of a charge open in their wording of that day
	if a.Facts.Until != a.Facts.Day {
		out.Until = a.Facts.Until.Long()
	}
	for i := range a.Charges {
		c := &a.Charges[i]
		switch c.Status {
		case charge.Fits:
			out.Fits = append(out.Fits, v.chargeView(c, a.Facts))
		case charge.FitsIf:
			switch view := v.chargeView(c, a.Facts); {
			case view.Proved == 0: // nothing speaks for it yet
			case len(out.Possible) < shownPossible && len(out.Fits)+len(out.Possible) < shownCharges:
				out.Possible = append(out.Possible, view)
			default:
				out.MorePossible = append(out.MorePossible, ChargeLine{view.Article, view.Title, fmt.Sprintf(saysProved, view.Proved, view.Asked)})
			}
		case charge.Excluded:
			out.Excluded = append(out.Excluded, ChargeLine{v.whileLaw(c.Offence).portionLink(c.Offence.Ref()), c.Offence.Title, fmt.Sprintf(saysAbsent, absentElements(c))})
		case charge.NotLaw:
			out.addGap(c.Reasons[0].Text, v.portionLink(c.Offence.Ref()))
		}
	}
	for _, n := range a.Notes {
		note := ReasonView{n.Text, Doubt{Text: n.Doubt}, now.citeLinks(n.Cite)}
		if n.First {
			out.First = append(out.First, note)
		} else {
			out.Notes = append(out.Notes, note)
		}
	}
	for _, id := range a.Missing {
		if f := v.rules.Fact(id); f.Asked(a.Facts) && len(out.Missing) < shownMissing {
			out.Missing = append(out.Missing, Question{Fact: f})
		}
	}
	out.numberDoubts()
	return out
}

// addGap puts an article with those that are not law for the same reason.
func (a *ChargeAnswer) addGap(why string, article Link) {
	i := slices.IndexFunc(a.NotLaw, func(g LawGap) bool { return g.Why == why })
	if i < 0 {
		i = len(a.NotLaw)
		a.NotLaw = append(a.NotLaw, LawGap{Why: why})
	}
	if !slices.Contains(a.NotLaw[i].Articles, article) {
		a.NotLaw[i].Articles = append(a.NotLaw[i].Articles, article)
	}
}

// numberDoubts lists every doubt of the answer once, and gives each place where it is raised its number.
func (a *ChargeAnswer) numberDoubts() {
	number := func(d *Doubt) {
		if d.Text == "" {
			return
		}
		i := slices.IndexFunc(a.Doubts, func(other Doubt) bool { return other.Text == d.Text })
		if i < 0 {
			i = len(a.Doubts)
			a.Doubts = append(a.Doubts, Doubt{d.Text, i + 1})
		}
		d.Number = i + 1
	}
	for _, charges := range [][]ChargeView{a.Fits, a.Possible} {
		for _, c := range charges {
			if c.Later != nil {
				number(&c.Later.Doubt)
			}
			for i := range c.Elements {
				number(&c.Elements[i].Doubt)
			}
			for i := range c.Steps {
				number(&c.Steps[i].Doubt)
			}
			for i := range c.IfProved {
				number(&c.IfProved[i].Doubt)
			}
		}
	}
	for i := range a.Notes {
		number(&a.Notes[i].Doubt)
	}
}

// absentElements returns the elements by which a charge is excluded, in words.
func absentElements(c *charge.Charge) string {
	var out []string
	for _, e := range c.Elements {
		if e.State == charge.No {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, "; ")
}

// factsGiven returns the answers as the page says them. The days stand at the head of the answer.
func (v view) factsGiven(f charge.Facts) []NamedValue {
	var out []NamedValue
	for _, fact := range v.rules.Facts {
		if value := answerIn(f, fact); value != "" && fact.Type != charge.Day {
			out = append(out, NamedValue{fact.Question, value})
		}
	}
	return out
}

// queryOf writes the answers as an address does.
func (v view) queryOf(f charge.Facts) string {
	query := url.Values{}
	for _, fact := range v.rules.Facts {
		if value := answerIn(f, fact); value != "" {
			query.Set(fact.ID, value)
		}
	}
	return query.Encode()
}

// answerIn returns the answer to a question as an address writes it; "" if there is none.
func answerIn(f charge.Facts, fact *charge.Fact) string {
	switch fact.Type {
	case charge.Day:
		if fact.ID == "tanggal" {
			return f.Day.String()
		}
		return f.Until.String()
	case charge.Number:
		if n, ok := f.Numbers[fact.ID]; ok {
			return strconv.Itoa(n)
		}
	default:
		if yes, ok := f.Answers[fact.ID]; ok {
			return map[bool]string{true: "ya", false: "tidak"}[yes]
		}
	}
	return ""
}

// whileLaw returns the view on the first day, from that of the view on, on which an offence is law. An act may span days.
func (v view) whileLaw(o *charge.Offence) view {
	if from, _ := o.Period(); v.day.Before(from) {
		v.day = from
	}
	return v
}

func (v view) chargeView(c *charge.Charge, f charge.Facts) ChargeView {
	v = v.whileLaw(c.Offence)
	out := ChargeView{ID: chargeAnchor(c.Offence),
		Title: c.Offence.Title, Article: v.portionLink(c.Offence.Ref()), Place: string(c.Place), Final: c.Sentence.Final.Words()}
	for _, e := range c.Elements {
		element := v.elementView(e)
		if c.Offence.Meaning[e.ID] != "" {
			element.Meaning = v.meaningAddress(c.Offence, e.ID)
		}
		out.Elements = append(out.Elements, element)
		if e.When != nil {
			out.Asked++
			if e.State == charge.Yes {
				out.Proved++
			}
		}
	}
	for _, s := range c.Sentence.Steps {
		out.Steps = append(out.Steps, v.stepView(len(out.Steps)+1, s))
	}
	for _, s := range c.Sentence.IfProved {
		if c.Status == charge.Fits { // what else would raise it matters once the charge itself stands
			out.IfProved = append(out.IfProved, v.stepView(len(out.Steps)+len(out.IfProved)+1, s))
		}
	}
	for _, r := range c.Reasons {
		out.Reasons = append(out.Reasons, ReasonView{Text: r.Text, Cites: v.citeLinks(r.Cite)})
	}
	if c.Later != nil {
		later := view{Site: v.Site, day: v.today(), basket: v.basket}.laterView(c.Later)
		out.Later = &later
	}
	out.Like = v.likeCases(f, c.Offence)
	return out
}

// maxLike is how many decisions with like facts a charge shows.
const maxLike = 3

// likeCases finds the decisions on the article of an offence whose facts are the closest.
func (v view) likeCases(f charge.Facts, o *charge.Offence) []LikeView {
	var out []LikeView
	v = view{Site: v.Site, day: v.today(), basket: v.basket}
	for _, l := range v.rules.Like(f, o.Ref()) {
		if len(out) == maxLike {
			break
		}
		like := LikeView{Case: v.decisionRow(l.Decision), Same: len(l.Shared), Differs: len(l.Differ)}
		for _, id := range l.Shared {
			if len(out) == 0 { // the page would grow by a third with those of all
				like.Shared = append(like.Shared, v.rules.Fact(id).Question)
			}
		}
		out = append(out, like)
	}
	return out
}

// meaningAddress leads to the explanation of an element.
func (v view) meaningAddress(o *charge.Offence, element string) string {
	return v.path(v.library.Canonical(o.Ref()).Article()) + "#" + elementAnchor(o, element)
}

var stateClasses = map[charge.State]string{charge.Yes: "ok", charge.No: "bad", charge.Unknown: "warn"}

func (v view) elementView(e charge.ElementState) ElementView {
	out := ElementView{Text: e.Text, State: string(e.State), Class: stateClasses[e.State], Cites: v.citeLinks(e.Cite), Evidence: e.Evidence, Doubt: Doubt{Text: e.Doubt}}
	if e.When == nil {
		out.State = saysAlways
	}
	if e.State == charge.Yes {
		return out // the facts that made it are among the answers
	}
	for _, id := range e.Because {
		out.Because = append(out.Because, v.rules.Fact(id).Question)
	}
	return out
}

func (v view) stepView(number int, s charge.Step) StepView {
	return StepView{number, s.Text, s.Amount.Words(), Doubt{Text: s.Doubt}, v.citeLinks(s.Cite)}
}

// lenientRule lets the more lenient law decide.
const lenientRule = "uu/2023/1#pasal-3.ayat-1"

// laterView says how the law changed after the act and which version is more lenient.
func (v view) laterView(c *charge.Change) ReasonView {
	out := ReasonView{Doubt: Doubt{Text: c.Doubt}, Cites: v.citeLinks(append(slices.Clone(c.Cite), lenientRule))}
	if c.Offence == nil {
		out.Text = fmt.Sprintf(saysEnded, c.Day.Long())
		return out
	}
	milder := map[string]string{"lama": saysOldMilder, "baru": saysNewMilder}[c.Lenient]
	out.Text = fmt.Sprintf(saysChanged, c.Day.Long(), v.label(c.Offence.Ref()), c.After.Words(), cmp.Or(milder, saysAlike))
	return out
}

func (v view) portionLink(r corpus.Ref) Link { return Link{Href: v.href(r), Text: v.label(r)} }

func (v view) citeLinks(refs []string) []Link {
	var out []Link
	for _, r := range refs {
		out = append(out, v.portionLink(corpus.ParseRef(r)))
	}
	return out
}
