package corpus

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// decisionSections are the parts of a digest, in this order.
var decisionSections = []string{"Fakta", "Pertimbangan", "Mengapa dibaca"}

// parseDecision reads the digest of a decision. Its citations are found, and its values checked, by [Library.checkDecision].
func parseDecision(file string, source []byte) (*Decision, Problems) {
	d := &Decision{File: file, source: source}
	ctx := parser.NewContext()
	guideMarkdown.Parser().Parse(text.NewReader(source), parser.WithContext(ctx))
	problems, headed := decodeFrontMatter(file, source, ctx, &d.DecisionMeta)
	if i := bytes.Index(source, []byte("\n---\n")); i >= 0 {
		d.body = i + len("\n---\n")
	}
	if headed {
		problems = append(problems, d.checkSections()...)
	}
	return d, problems
}

// checkSections checks that the text has its sections, each with something in it, and that the facts are short.
func (d *Decision) checkSections() Problems {
	var ps Problems
	found := map[string]string{}
	var order []string
	current := ""
	for line := range strings.Lines(string(d.source[d.body:])) {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			current = strings.TrimSpace(name)
			order = append(order, current)
			continue
		}
		found[current] += line
	}
	if strings.Join(order, ", ") != strings.Join(decisionSections, ", ") {
		return append(ps, Problem{d.File, d.line(""), fmt.Sprintf("bagian intisari: %s; yang harus ada, menurut urutan: %s", strings.Join(order, ", "), strings.Join(decisionSections, ", "))})
	}
	for _, name := range order {
		if strings.TrimSpace(found[name]) == "" {
			ps = append(ps, Problem{d.File, d.line("## " + name), "bagian " + name + " kosong"})
		}
	}
	if n := len(sentenceEnd.FindAllString(found[decisionSections[0]]+"\n", -1)); n < minFacts || n > maxFacts {
		ps = append(ps, Problem{d.File, d.line("## " + decisionSections[0]), fmt.Sprintf("bagian Fakta memuat %d kalimat; tulis %d sampai %d", n, minFacts, maxFacts)})
	}
	return ps
}

// Bounds of the number of sentences that tell the facts: who reads a list of decisions reads no more.
const minFacts, maxFacts = 3, 6

var sentenceEnd = regexp.MustCompile(`[.!?]["”)]*\s`)

// line returns the line that begins with the words, else the first line.
func (d *Decision) line(begin string) int {
	if begin != "" {
		n := 0
		for line := range bytes.Lines(d.source) {
			n++
			if bytes.HasPrefix(line, []byte(begin)) {
				return n
			}
		}
	}
	return 1
}

// plainMarkdown returns the words of a Markdown text, one paragraph a line.
func plainMarkdown(source []byte) string {
	var b strings.Builder
	doc := guideMarkdown.Parser().Parse(text.NewReader(source))
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch t, isText := n.(*ast.Text); {
		case isText && entering:
			b.Write(t.Segment.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		case !isText && !entering && n.Type() == ast.TypeBlock:
			b.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
	return strings.ReplaceAll(b.String(), "\n\n", "\n")
}
