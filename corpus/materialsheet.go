package corpus

import (
	"slices"
	"strings"
)

// HandoutPart is a part of a handout that a printed sheet has whole or not at all: what stands before the first heading,
// or a heading with its text.
type HandoutPart struct {
	Heading string // "" before the first heading
	Text    string // Markdown, with the heading
	Rank    int    // 0 is the weightiest of the topic
}

// HandoutParts returns the parts of the handout in the order of the text. What stands before the first heading weighs
// most, then what the key "sheet" names, then the rest as it stands.
func (m *Material) HandoutParts() []HandoutPart {
	before, sections := m.handoutSections()
	var out []HandoutPart
	if before != "" {
		out = append(out, HandoutPart{Text: before})
	}
	for _, s := range sections {
		out = append(out, HandoutPart{Heading: s.name, Text: strings.TrimSpace("### " + s.name + "\n" + strings.Join(s.lines, "\n"))})
	}
	byWeight := make([]int, len(out))
	for i := range byWeight {
		byWeight[i] = i
	}
	weight := func(p HandoutPart) int {
		if i := slices.Index(m.Sheet, p.Heading); p.Heading != "" && i >= 0 {
			return 1 + i
		} else if p.Heading != "" {
			return 1 + len(m.Sheet)
		}
		return 0
	}
	slices.SortStableFunc(byWeight, func(a, b int) int { return weight(out[a]) - weight(out[b]) })
	for rank, i := range byWeight {
		out[i].Rank = rank
	}
	return out
}

func (m *Material) handoutSections() (before string, sections []materialSection) {
	first, sections := materialSection{lines: strings.Split(m.Handout, "\n")}.cut("### ")
	return first.text(), sections
}

// sheet checks that the key "sheet" names headings of the handout, each once.
func (c *materialChecker) sheet() {
	m := c.material
	_, sections := m.handoutSections()
	var headings []string
	for _, s := range sections {
		headings = append(headings, s.name)
	}
	for i, name := range m.Sheet {
		switch {
		case !slices.Contains(headings, name):
			c.problem(m.lineOf("sheet"), "sheet: bagian %q tidak ada dalam Lembar; pilih dari judulnya: %s", name, strings.Join(headings, "; "))
		case slices.Contains(m.Sheet[:i], name):
			c.problem(m.lineOf("sheet"), "sheet: bagian %q ditulis dua kali", name)
		}
	}
}
