package corpus

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// materialSections are the parts of a topic, in this order.
var materialSections = []string{"Lembar", "Salindia", "Pemandu", "Kuis"}

// materialSection is the text under a "## " or "### " heading.
type materialSection struct {
	name  string
	lines []string
	line  int // of the heading
}

// text returns the lines as one piece of Markdown.
func (s materialSection) text() string { return strings.TrimSpace(strings.Join(s.lines, "\n")) }

// parseMaterial reads a topic; nil if its front matter cannot be read. Its citations are found, and its values checked, by [Library.checkMaterial].
func parseMaterial(file string, source []byte) (*Material, Problems) {
	m := &Material{File: file, source: source}
	ctx := parser.NewContext()
	guideMarkdown.Parser().Parse(text.NewReader(source), parser.WithContext(ctx))
	problems, headed := decodeFrontMatter(file, source, ctx, &m.MaterialMeta)
	if !headed {
		return nil, problems
	}
	return m, append(problems, m.readSections()...)
}

// readSections reads the text after the front matter.
func (m *Material) readSections() Problems {
	lines := strings.Split(string(m.source), "\n")
	first := 1
	for first < len(lines) && lines[first] != "---" {
		first++
	}
	body := materialSection{lines: lines[min(first+1, len(lines)):], line: first + 1}
	before, sections := body.cut("## ")
	var names []string
	for _, s := range sections {
		names = append(names, s.name)
	}
	if got := strings.Join(names, ", "); got != strings.Join(materialSections, ", ") || before.text() != "" {
		return Problems{{m.File, first + 1, fmt.Sprintf("bagian materi: %s; yang harus ada, menurut urutan, tanpa teks di depannya: %s", got, strings.Join(materialSections, ", "))}}
	}
	var ps Problems
	for _, s := range sections {
		if s.text() == "" {
			ps = append(ps, Problem{m.File, s.line, "bagian " + s.name + " kosong"})
		}
	}
	m.Handout, m.Guidance = sections[0].text(), sections[2].text()
	ps = append(ps, m.readSlides(sections[1])...)
	return append(ps, m.readQuiz(sections[3])...)
}

// cut parts a text at its headings: what comes before the first of them, and the text under each.
func (s materialSection) cut(heading string) (before materialSection, parts []materialSection) {
	before = materialSection{line: s.line}
	for i, line := range s.lines {
		if name, ok := strings.CutPrefix(line, heading); ok {
			parts = append(parts, materialSection{name: strings.TrimSpace(name), line: s.line + 1 + i})
		} else if len(parts) == 0 {
			before.lines = append(before.lines, line)
		} else {
			last := &parts[len(parts)-1]
			last.lines = append(last.lines, line)
		}
	}
	return before, parts
}

// quote parts the block quote of a text from the rest of it.
func (s materialSection) quote() (rest []string, quoted string) {
	var q []string
	for _, line := range s.lines {
		if inner, ok := strings.CutPrefix(line, ">"); ok {
			q = append(q, strings.TrimPrefix(inner, " "))
		} else {
			rest = append(rest, line)
		}
	}
	return rest, strings.TrimSpace(strings.Join(q, "\n"))
}

func (m *Material) readSlides(s materialSection) Problems {
	before, parts := s.cut("### ")
	for _, p := range parts {
		rest, note := p.quote()
		m.Slides = append(m.Slides, Slide{Title: p.name, Body: strings.TrimSpace(strings.Join(rest, "\n")), Note: note, line: p.line})
	}
	if before.text() != "" || len(parts) == 0 {
		return Problems{{m.File, s.line, "bagian Salindia dimulai dengan \"### Judul\" salindia pertama"}}
	}
	return nil
}

func (m *Material) readQuiz(s materialSection) Problems {
	before, parts := s.cut("### ")
	var ps Problems
	if before.text() != "" || len(parts) == 0 {
		ps = append(ps, Problem{m.File, s.line, "bagian Kuis dimulai dengan \"### Pertanyaan\" pertama"})
	}
	for _, p := range parts {
		rest, why := p.quote()
		q := QuizQuestion{Question: p.name, Why: why, line: p.line}
		for _, line := range rest {
			if strings.TrimSpace(line) == "" {
				continue
			}
			answer, ok := strings.CutPrefix(line, "- ")
			if !ok {
				ps = append(ps, Problem{m.File, p.line, fmt.Sprintf("kuis: baris %q bukan jawaban; tulis \"- jawaban\", yang benar \"- **jawaban**\"", line)})
				continue
			}
			q.Answers = append(q.Answers, readAnswer(answer))
		}
		m.Quiz = append(m.Quiz, q)
	}
	return ps
}

// readAnswer reads an answer; the right one stands between "**".
func readAnswer(s string) QuizAnswer {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "**"); ok && strings.HasSuffix(inner, "**") {
		return QuizAnswer{strings.TrimSuffix(inner, "**"), true}
	}
	return QuizAnswer{s, false}
}

// Lines returns the lines of a slide as plain words, without the marks of a list.
func (s Slide) Lines() []string {
	var out []string
	for line := range strings.Lines(s.Body) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, strings.TrimSpace(plainMarkdown([]byte(line))))
		}
	}
	return out
}
