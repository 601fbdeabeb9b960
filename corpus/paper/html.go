package paper

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are the elements whose content is no text of the page.
var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Title: true, atom.Template: true, atom.Noscript: true,
	atom.Textarea: true, atom.Select: true, atom.Svg: true}

// inline are the elements that do not end a line.
var inline = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Label: true, atom.Mark: true, atom.Q: true,
	atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true}

// htmlLines returns the text of a page, a line for each block. The numbers of ordered lists, which a browser only
// draws, are written out.
func htmlLines(page string) []Line {
	var out []Line
	var b strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(b.String()), " "); text != "" {
			out = append(out, Line{Text: text, No: len(out) + 1})
		}
		b.Reset()
	}
	var skip atom.Atom // the element whose end is awaited
	depth := 0
	var lists []*htmlList
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			flush()
			return out
		case html.TextToken:
			if skip == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if skip != 0 {
				if t.DataAtom == skip && kind == html.StartTagToken {
					depth++
				}
				continue
			}
			if unread[t.DataAtom] && kind == html.StartTagToken {
				skip, depth = t.DataAtom, 1
				continue
			}
			if !inline[t.DataAtom] {
				flush()
			}
			switch t.DataAtom {
			case atom.Ol, atom.Ul:
				lists = append(lists, newHTMLList(t))
			case atom.Li:
				if len(lists) > 0 {
					b.WriteString(lists[len(lists)-1].next(t))
				}
			}
		case html.EndTagToken:
			t := z.Token()
			if skip != 0 {
				if t.DataAtom == skip {
					if depth--; depth == 0 {
						skip = 0
					}
				}
				continue
			}
			if !inline[t.DataAtom] {
				flush()
			}
			if (t.DataAtom == atom.Ol || t.DataAtom == atom.Ul) && len(lists) > 0 {
				lists = lists[:len(lists)-1]
			}
		}
	}
}

// htmlList is an open list.
type htmlList struct {
	style string // "1", "a", "A"; "" for a list whose items have no number
	n     int    // the number of the last item
}

func newHTMLList(t html.Token) *htmlList {
	if t.DataAtom == atom.Ul {
		return &htmlList{}
	}
	l := &htmlList{style: "1"}
	for _, a := range t.Attr {
		switch a.Key {
		case "start":
			if n, err := strconv.Atoi(a.Val); err == nil {
				l.n = n - 1
			}
		case "type":
			l.style = a.Val
		case "style":
			style := strings.ReplaceAll(a.Val, " ", "")
			switch {
			case strings.Contains(style, "lower-alpha"), strings.Contains(style, "lower-latin"):
				l.style = "a"
			case strings.Contains(style, "list-style-type:none"), strings.Contains(style, "list-style:none"):
				l.style = ""
			}
		}
	}
	return l
}

// next returns the marker of the next item.
func (l *htmlList) next(item html.Token) string {
	l.n++
	for _, a := range item.Attr {
		if a.Key == "value" {
			if n, err := strconv.Atoi(a.Val); err == nil {
				l.n = n
			}
		}
	}
	switch {
	case l.style == "1":
		return strconv.Itoa(l.n) + ". "
	case l.style == "a" && l.n > 0 && l.n <= 26:
		return string(rune('a'+l.n-1)) + ". "
	}
	return ""
}
