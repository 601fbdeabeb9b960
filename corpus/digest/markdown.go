package digest

import (
	"fmt"
	"strings"

	"suluh/corpus"
)

// Markdown writes the skeleton as the file of a digest. It is not a digest yet: the checker of the corpus refuses it until
// a person has written its text. The parts of the decision stand below it as comments, names masked.
func (s *Skeleton) Markdown() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---")
	line("id: %s", s.ID())
	line("title: ")
	if s.Number > 0 {
		line("number: %d/%s/%d", s.Number, s.Register, s.Year)
	}
	line("court: %s", s.Court)
	line("province: ")
	line("level: first_instance")
	if !s.Decided.IsZero() {
		line("decided: %s", s.Decided)
	}
	line("source: %s", s.Source)
	if len(s.Missing) > 0 {
		line("doubt: %q", "Tidak terbaca oleh mesin: "+strings.Join(s.Missing, ", ")+".")
	}
	line("indictment:")
	line("  structure: %s", s.Indictment.Structure)
	line("  counts:")
	for i, c := range s.Indictment.Counts {
		line("    - {name: %s, articles: %s, with: %s}", countName(s.Indictment.Counts, i), list(c.Articles), list(c.With))
	}
	line("defendants:")
	line("  - kind: person")
	if s.Asked != (corpus.Sentence{}) {
		line("    asked: %s", flow(s.Asked))
	}
	line("    outcome: %s", s.Outcome)
	if s.Outcome == "convicted" {
		line("    proved: [{count: , articles: %s, form: completed}]", list(refs(s.Proved)))
		line("    sentence: %s", flow(s.Sentence))
	}
	line("---\n")
	line("## Fakta\n\n## Pertimbangan\n\n## Mengapa dibaca\n")
	for _, section := range s.Sections {
		line("<!-- %s\n%s\n-->\n", section.Name, strings.ReplaceAll(strings.TrimSpace(section.Text), "--", "- -"))
	}
	return b.String()
}

// countName returns the name of a count; one that has none is numbered.
func countName(counts []corpus.Count, i int) string {
	switch {
	case counts[i].Name != "":
		return counts[i].Name
	case len(counts) == 1:
		return "Tunggal"
	}
	return fmt.Sprintf("%q", fmt.Sprint(i+1))
}

func refs(rs []corpus.Ref) []string {
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = r.String()
	}
	return out
}

func list(items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// flow writes a punishment as a YAML map on one line.
func flow(s corpus.Sentence) string {
	var out []string
	add := func(key, value string) {
		if value != "" && value != "0" {
			out = append(out, key+": "+value)
		}
	}
	add("prison", s.Prison.String())
	add("fine", fmt.Sprint(s.Fine))
	add("substitute", s.Substitute.String())
	add("suspended", s.Suspended.String())
	return "{" + strings.Join(out, ", ") + "}"
}
