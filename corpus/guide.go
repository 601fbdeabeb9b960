package corpus

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"go.abhg.dev/goldmark/frontmatter"
)

// GuideMeta is the front matter of a guide. Any other key is an error.
type GuideMeta struct {
	ID      string `yaml:"id"` // "panduan/perbandingan"
	Title   string `yaml:"title"`
	Summary string `yaml:"summary"` // one sentence
	Day     Date   `yaml:"day"`     // the day whose law it speaks of
}

// Guide is an explanatory text of ours, in common Markdown with tables. Every citation in it must lead to a portion of
// the collection.
type Guide struct {
	GuideMeta
	File   string
	source []byte
	blocks []guideBlock // its texts with their citations
}

// guideBlock is one run of text in a guide, as goldmark sees it.
type guideBlock struct {
	start     int // in source
	citations []*Citation
}

// guidePrefix begins the ids, and the paths, of guides.
const guidePrefix = "panduan/"

// parseGuide reads a guide. Its citations are found by [Library.checkGuide].
func parseGuide(file string, source []byte) (*Guide, Problems) {
	g := &Guide{File: file, source: source}
	ctx := parser.NewContext()
	guideMarkdown.Parser().Parse(text.NewReader(source), parser.WithContext(ctx))
	problems, _ := decodeFrontMatter(file, source, ctx, &g.GuideMeta)
	for _, missing := range []struct {
		key   string
		empty bool
	}{{"title", g.Title == ""}, {"summary", g.Summary == ""}, {"day", g.Day.IsZero()}} {
		if missing.empty {
			problems = append(problems, Problem{file, 1, "front matter tanpa " + missing.key})
		}
	}
	if want := strings.TrimSuffix(file, ".md"); g.ID != want {
		problems = append(problems, Problem{file, 1, fmt.Sprintf("id %q tidak cocok dengan letak berkas; tulis %q", g.ID, want)})
	}
	return g, problems
}

// guideMarkdown is the Markdown of guides: common Markdown with tables. Raw HTML stays off. It takes longer to make than
// to parse a paragraph with, and can be used by many at a time.
var guideMarkdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, &frontmatter.Extender{Formats: []frontmatter.Format{rawYAML}}),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
)

// checkGuide finds and resolves the citations of a guide. One that leads nowhere is a problem.
func (l *Library) checkGuide(g *Guide) Problems {
	g.blocks = l.citeMarkdown(g.source, Ref{}, g.Day)
	var problems Problems
	starts := lineStarts(g.source)
	for _, b := range g.blocks {
		for _, c := range b.citations {
			if c.State != Resolved {
				line, _ := position(b.start, g.source, starts)
				problems = append(problems, Problem{g.File, line, fmt.Sprintf("rujukan %q tidak menuju bagian mana pun dalam koleksi; sebutkan undang-undangnya", g.source[b.start+c.Start:b.start+c.End])})
			}
		}
	}
	return problems
}

// citeMarkdown finds the citations in the texts of a Markdown document.
func (l *Library) citeMarkdown(source []byte, home Ref, day Date) []guideBlock {
	var out []guideBlock
	doc := guideMarkdown.Parser().Parse(text.NewReader(source))
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); entering && ok {
			if found := l.FindCitations(string(t.Segment.Value(source)), home, day); len(found) > 0 {
				out = append(out, guideBlock{t.Segment.Start, found})
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

// RenderMarkdown renders explanatory Markdown of ours, its citations as links; one that leads nowhere stays text. Home is
// the law that an article without a law means. The result is safe, as that of [Guide.HTML] is.
func (l *Library) RenderMarkdown(source string, home Ref, day Date, address func(Ref) string) (string, error) {
	return renderMarkdown([]byte(source), l.citeMarkdown([]byte(source), home, day), address)
}

// Guides returns the guides, sorted by id.
func (l *Library) Guides() []*Guide { return l.guides }

// Guide returns the guide with the id, or nil.
func (l *Library) Guide(id string) *Guide {
	if i := slices.IndexFunc(l.guides, func(g *Guide) bool { return g.ID == id }); i >= 0 {
		return l.guides[i]
	}
	return nil
}

// HTML renders a guide. Address tells where a reference leads; citations become links. The result is safe: raw HTML in
// the Markdown is left out.
func (g *Guide) HTML(address func(Ref) string) (string, error) {
	out, err := renderMarkdown(g.source, g.blocks, address)
	if err != nil {
		return "", fmt.Errorf("render %s: %w", g.File, err)
	}
	return out, nil
}

func renderMarkdown(source []byte, blocks []guideBlock, address func(Ref) string) (string, error) {
	return renderWith(guideMarkdown, source, blocks, address)
}

func renderWith(md goldmark.Markdown, source []byte, blocks []guideBlock, address func(Ref) string) (string, error) {
	doc := md.Parser().Parse(text.NewReader(source))
	for _, b := range blocks {
		linkTextAt(doc, b.start, citationLinks(b.citations, address))
	}
	return renderDocument(md, source, doc)
}

func renderDocument(md goldmark.Markdown, source []byte, doc ast.Node) (string, error) {
	var out bytes.Buffer
	err := md.Renderer().Render(&out, source, doc)
	return out.String(), err
}

// textLink is a piece of a text that leads somewhere.
type textLink struct {
	Span
	href string
}

// citationLinks returns the links of the citations that lead somewhere.
func citationLinks(citations []*Citation, address func(Ref) string) []textLink {
	var out []textLink
	for _, c := range citations {
		if c.State == Resolved && c.End > c.Start {
			out = append(out, textLink{c.Span, address(c.Target)})
		}
	}
	return out
}

// linkTextAt is [linkText] for the text that begins at start.
func linkTextAt(doc ast.Node, start int, links []textLink) {
	var t *ast.Text
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if x, ok := n.(*ast.Text); ok && x.Segment.Start == start {
			t = x
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	if t != nil && t.Parent() != nil {
		linkText(t, links)
	}
}

// linkText cuts a text into pieces, those of the links into links. The first of two that overlap counts.
func linkText(t *ast.Text, links []textLink) {
	start, end := t.Segment.Start, t.Segment.Stop
	parent, at := t.Parent(), start
	put := func(n ast.Node) { parent.InsertBefore(parent, t, n) }
	for _, l := range links {
		from, to := start+l.Start, start+l.End
		if from < at || l.href == "" {
			continue
		}
		if from > at {
			put(ast.NewTextSegment(text.NewSegment(at, from)))
		}
		link := ast.NewLink()
		link.Destination = []byte(l.href)
		link.AppendChild(link, ast.NewTextSegment(text.NewSegment(from, to)))
		put(link)
		at = to
	}
	if at < end {
		rest := ast.NewTextSegment(text.NewSegment(at, end))
		rest.SetSoftLineBreak(t.SoftLineBreak())
		rest.SetHardLineBreak(t.HardLineBreak())
		put(rest)
	}
	parent.RemoveChild(parent, t)
}
