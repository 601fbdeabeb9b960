package corpus

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"go.abhg.dev/goldmark/frontmatter"
)

// markdownLine is one paragraph or heading of a corpus file, its mark-up taken off.
type markdownLine struct {
	level    int  // 1 to 6 for a heading, 0 for a paragraph
	quoted   bool // in a block quote: wording that an amending law puts into another
	indent   int  // spaces before the first character
	plain    string
	emphasis []Span
	line     int // 1-based
}

// parseMarkdown reads a corpus file. Only front matter, headings, paragraphs, block quotes and emphasis exist; lists are ours to
// read, since "(1)" and "a." are no lists in Markdown. The front matter is left in the context.
func parseMarkdown(source []byte) ([]markdownLine, parser.Context) {
	ctx := parser.NewContext()
	doc := markdownParser.Parse(text.NewReader(source), parser.WithContext(ctx))
	lines := lineStarts(source)
	return markdownLines(doc, source, lines), ctx
}

// deepParagraphs takes lines that are indented by four spaces and more for paragraphs too. They are the third level of
// a list, and no code, as they would be in common Markdown.
type deepParagraphs struct{ parser.BlockParser }

func (deepParagraphs) CanAcceptIndentedLine() bool { return true }

func markdownLines(parent ast.Node, source []byte, starts []int) []markdownLine {
	var out []markdownLine
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			out = append(out, flatten(n, n.Level, source, starts)...)
		case *ast.Blockquote:
			for _, l := range markdownLines(n, source, starts) {
				l.quoted = true
				out = append(out, l)
			}
		default:
			out = append(out, flatten(n, 0, source, starts)...)
		}
	}
	return out
}

// markdownParser reads the Markdown of works. It can be used by many at a time.
var markdownParser = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(&frontmatter.Parser{Formats: []frontmatter.Format{rawYAML}}, 0),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(deepParagraphs{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(util.Prioritized(parser.NewEmphasisParser(), 500)),
)

// flatten turns a block into lines: a line of the file is a paragraph, also where no blank line parts it from the next.
func flatten(block ast.Node, level int, source []byte, lines []int) []markdownLine {
	var out []markdownLine
	var b strings.Builder
	cur := markdownLine{level: level}
	flush := func() {
		if cur.plain = strings.TrimRight(b.String(), " \t\r"); cur.plain != "" {
			out = append(out, cur)
		}
		b.Reset()
		cur = markdownLine{level: level}
	}
	ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Emphasis:
			if entering {
				cur.emphasis = append(cur.emphasis, Span{Start: b.Len()})
			} else if i := len(cur.emphasis) - 1; i >= 0 {
				cur.emphasis[i].End = b.Len()
			}
		case *ast.Text:
			if !entering {
				break
			}
			if cur.line == 0 {
				cur.line, cur.indent = position(n.Segment.Start, source, lines)
			}
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				flush()
			}
		}
		return ast.WalkContinue, nil
	})
	flush()
	return out
}

// position returns the line number of an offset and how many spaces stand before the text of that line, the mark of a
// block quote aside.
func position(offset int, source []byte, starts []int) (line, indent int) {
	lo, hi := 0, len(starts)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; starts[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	rest := source[starts[lo]:]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte(">")), []byte(" "))
	if source[starts[lo]] != '>' {
		rest = source[starts[lo]:]
	}
	return lo + 1, len(rest) - len(bytes.TrimLeft(rest, " "))
}

func lineStarts(source []byte) []int {
	starts := []int{0}
	for i, c := range source {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
