package charge

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"suluh/corpus"
)

// FactType is the kind of answer a question takes.
type FactType string

// The types of fact.
const (
	YesNo  FactType = "ya-tidak"
	Day    FactType = "tanggal"
	Number FactType = "angka"
)

// Fact is a question of the guide. Its front-matter keys are those of fakta.yaml.
type Fact struct {
	ID       string     `yaml:"id"`
	Group    string     `yaml:"group"` // one of [Groups]
	Question string     `yaml:"question"`
	Help     string     `yaml:"help"`
	Type     FactType   `yaml:"type"`
	When     *Condition `yaml:"when"` // asked only once this is "yes"; always if absent
}

// Asked reports whether the question is asked beside the other answers: one that follows from others is asked only when
// they are answered so.
func (f *Fact) Asked(given Facts) bool {
	s, _ := f.When.weighOrYes(given)
	return s == Yes
}

// Group is a part of the questionnaire.
type Group struct{ ID, Title string }

// Groups are the parts of the questionnaire, in the order in which they are asked.
var Groups = []Group{
	{"waktu", "Kapan"}, {"korban", "Korban"}, {"pelaku", "Pelaku"}, {"perbuatan", "Perbuatan"}, {"cara", "Cara"},
	{"tujuan", "Tujuan"}, {"akibat", "Akibat"}, {"dokumen", "Dokumen"}, {"penempatan", "Penempatan dan penyeberangan"},
	{"proses", "Sekitar perkara"},
}

// AskedBy returns the facts that bear on the notes and on the offences which are law on the days of the act and are not
// excluded by what is answered; nothing else need be asked.
func (r *Rules) AskedBy(f Facts) map[string]bool {
	if f.Until.Before(f.Day) {
		f.Until = f.Day
	}
	asked := map[string]bool{factDay: true, factUntil: true}
	add := func(c *Condition) {
		if c != nil {
			c.facts(func(id string, _ bool) { asked[id] = true })
		}
	}
	for _, n := range r.Notes {
		add(n.When)
	}
	for _, o := range r.Offences {
		if !o.isLawBetween(f.Day, f.Until) || o.excludedBy(f) {
			continue
		}
		for i := range o.Elements {
			add(o.Elements[i].When)
		}
		for i := range o.Aggravations {
			add(o.Aggravations[i].When)
		}
	}
	return asked
}

func (o *Offence) excludedBy(f Facts) bool {
	return slices.ContainsFunc(o.Elements, func(e Element) bool {
		s, _ := e.When.weighOrYes(f)
		return s == No
	})
}

// The facts that are days.
const (
	factDay   = "tanggal"
	factUntil = "tanggal-akhir"
)

// Facts are the answers. A question without an answer is unknown.
type Facts struct {
	Day     corpus.Date // of the act
	Until   corpus.Date // its last day; zero means Day
	Today   corpus.Date // the day of the weighing, for changes of the law after the act
	Answers map[string]bool
	Numbers map[string]int
}

// ReadFacts reads a facts file: a line a fact, "korban-anak: ya". Every mistake has its line.
func (r *Rules) ReadFacts(file string, source []byte) (Facts, corpus.Problems) {
	f := Facts{Answers: map[string]bool{}, Numbers: map[string]int{}}
	var problems corpus.Problems
	problem := func(line int, message string) {
		problems = append(problems, corpus.Problem{File: file, Line: line, Message: message})
	}
	entries, line, err := readMap(source)
	if err != nil {
		problem(line, err.Error())
		return f, problems
	}
	written := map[string]int{} // its line, by fact
	for _, e := range entries {
		key := e.Key.GetToken()
		if written[key.Value] > 0 {
			problem(key.Position.Line, key.Value+" ditulis dua kali")
		}
		written[key.Value] = key.Position.Line
		if message := r.Set(&f, key.Value, valueOf(e.Value)); message != "" {
			problem(key.Position.Line, message)
		}
	}
	if f.Day.IsZero() && len(problems) == 0 {
		problem(1, `tanggal perbuatan belum ditulis; tambahkan misalnya "tanggal: 2019-05-01"`)
	}
	if message := f.Contradiction(); message != "" {
		problem(written[factUntil], message)
	}
	return f, problems
}

// readMap returns the lines of a YAML map. An error has its line. The library panics on some YAML.
func readMap(source []byte) (entries []*ast.MappingValueNode, line int, err error) {
	defer func() {
		if recover() != nil {
			entries, line, err = nil, 1, errors.New("YAML tidak terbaca")
		}
	}()
	parsed, err := parser.ParseBytes(source, 0)
	var ye yaml.Error
	switch {
	case errors.As(err, &ye) && ye.GetToken() != nil:
		return nil, ye.GetToken().Position.Line, fmt.Errorf("YAML tidak terbaca: %s", ye.GetMessage())
	case err != nil:
		return nil, 1, fmt.Errorf("YAML tidak terbaca: %w", err)
	}
	for _, doc := range parsed.Docs {
		switch n := doc.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			entries = append(entries, n.Values...)
		case *ast.MappingValueNode:
			entries = append(entries, n)
		default:
			return nil, n.GetToken().Position.Line, errors.New(`tulis satu fakta sebaris, misalnya "korban-anak: ya"`)
		}
	}
	return entries, 0, nil
}

// valueOf returns a value as written. One that holds others is returned as a whole, so that the message can show it.
func valueOf(n ast.Node) string {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return ""
	case ast.ScalarNode:
		return strings.TrimSpace(n.GetToken().Value)
	}
	return n.String()
}

// Contradiction says what is wrong with the days; empty if nothing is.
func (f *Facts) Contradiction() string {
	if f.Day.IsZero() || f.Until.IsZero() || !f.Until.Before(f.Day) {
		return ""
	}
	return fmt.Sprintf(saysUntilBefore, factUntil, f.Until, factDay, f.Day)
}

// Set puts one answer, written as a facts file or an address writes it, into f. The message is empty if it could.
func (r *Rules) Set(f *Facts, id, value string) (message string) {
	fact := r.Fact(id)
	if fact == nil {
		return fmt.Sprintf("fakta %q tidak dikenal; daftar fakta: suluh charge --facts", id)
	}
	if value == "" {
		return "" // not answered
	}
	switch fact.Type {
	case Day:
		d, err := corpus.ParseDate(value)
		if err != nil {
			return fmt.Sprintf(saysBadDay, id, err)
		}
		if id == factDay {
			f.Day = d
		} else {
			f.Until = d
		}
	case Number:
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return fmt.Sprintf(saysBadNumber, id, value)
		}
		f.Numbers[id] = n
	default:
		switch value {
		case "ya":
			f.Answers[id] = true
		case "tidak":
			f.Answers[id] = false
		case "tidak-tahu":
		default:
			return fmt.Sprintf(saysBadAnswer, id, value)
		}
	}
	return ""
}
