package corpus

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// MaterialLinks tell where the words of a topic lead. Either function may return "" for no link.
type MaterialLinks struct {
	Address func(Ref) string         // of a citation
	Terms   *Terms                   // the defined words that are linked, each once in a piece; nil for none
	Term    func(*Definition) string // where a defined word is explained
}

// materialMarkdown is the Markdown of topics. Raw HTML stays off.
var materialMarkdown = goldmark.New(goldmark.WithExtensions(extension.Table))

// RenderMaterial renders a piece of a topic's Markdown with its links. Headings have no anchors, since pieces of many
// topics stand on one page. The result is safe, as that of [Guide.HTML] is.
func (l *Library) RenderMaterial(piece string, day Date, links MaterialLinks) (string, error) {
	source := []byte(piece)
	doc := materialMarkdown.Parser().Parse(text.NewReader(source))
	nameCells(doc, source)
	var texts []*ast.Text
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindHeading {
			return ast.WalkSkipChildren, nil
		}
		if t, ok := n.(*ast.Text); entering && ok {
			texts = append(texts, t)
		}
		return ast.WalkContinue, nil
	})
	seen := map[*Definition]bool{}
	for _, t := range texts {
		if found := l.materialLinks(string(t.Segment.Value(source)), day, links, seen); len(found) > 0 {
			linkText(t, found)
		}
	}
	out, err := renderDocument(materialMarkdown, source, doc)
	if err != nil {
		return "", fmt.Errorf("render material: %w", err)
	}
	return out, nil
}

// nameCells gives every cell of a table the name of its column, for screens too narrow to set columns side by side.
func nameCells(doc ast.Node, source []byte) {
	for table := doc.FirstChild(); table != nil; table = table.NextSibling() {
		if table.Kind() != extast.KindTable {
			continue
		}
		var names []string
		for row := table.FirstChild(); row != nil; row = row.NextSibling() {
			column := 0
			for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
				if row.Kind() == extast.KindTableHeader {
					names = append(names, cellWords(cell, source))
				} else if column < len(names) && names[column] != "" {
					cell.SetAttributeString("data-kolom", []byte(names[column]))
				}
				column++
			}
		}
	}
}

// cellWords returns the words of a cell without mark-up.
func cellWords(n ast.Node, source []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// materialLinks returns the links of one text in order. A citation goes before a defined word in it.
func (l *Library) materialLinks(words string, day Date, links MaterialLinks, seen map[*Definition]bool) []textLink {
	out := citationLinks(l.FindCitations(words, Ref{}, day), links.Address)
	cited := len(out)
	for _, u := range links.Terms.Find(words, seen) {
		if !slices.ContainsFunc(out[:cited], func(c textLink) bool { return u.Start < c.End && c.Start < u.End }) {
			out = append(out, textLink{u.Span, links.Term(u.Definition)})
		}
	}
	slices.SortFunc(out, func(a, b textLink) int { return a.Start - b.Start })
	return out
}

// PlainMarkdown returns the words of a piece of Markdown, one paragraph or item a line.
func PlainMarkdown(piece string) string { return strings.TrimSpace(plainMarkdown([]byte(piece))) }
