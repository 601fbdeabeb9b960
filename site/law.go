package site

import (
	"html/template"
	"slices"
	"strings"

	"suluh/corpus"
)

// lawWriter writes portions as HTML. It escapes every word of the corpus itself; its output is the only law that a
// template receives as template.HTML.
type lawWriter struct {
	view     view
	b        strings.Builder
	prefix   string                      // taken off fragments to make the ids on this page
	idPrefix string                      // put before them instead
	seen     map[*corpus.Definition]bool // defined words that are linked already
	link     bool                        // link citations and defined words
	whole    bool                        // a whole work: articles with headings, elucidations folded in
}

// html returns what was written. It is safe as HTML since every text and attribute in it went through escape.
func (l *lawWriter) html() template.HTML { return template.HTML(l.b.String()) }

func escape(s string) string { return template.HTMLEscapeString(s) }

func (l *lawWriter) tag(parts ...string) {
	for _, p := range parts {
		l.b.WriteString(p)
	}
}

func (l *lawWriter) id(p *corpus.Portion) string {
	return escape(l.idPrefix + strings.TrimPrefix(p.Fragment, l.prefix))
}

// portion writes a portion with its heading or number, and all below it.
func (l *lawWriter) portion(p *corpus.Portion) {
	switch p.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection:
		class := "group"
		if p.Kind == corpus.Section || p.Kind == corpus.Subsection {
			class = "group sub"
		}
		l.tag(`<h2 class="`, class, `" id="`, l.id(p), `">`, escape(p.Heading()), "</h2>\n")
		l.body(p)
	case corpus.Preamble, corpus.Closing, corpus.Abstract:
		l.tag(`<section class="part `, string(p.Kind), `" id="`, l.id(p), `"><h2 class="group">`, escape(p.Heading()), "</h2>\n")
		l.flag(p)
		l.body(p)
		l.tag("</section>\n")
	case corpus.Article:
		l.article(p)
	case corpus.Elucidation:
		l.elucidation(p)
	default:
		l.unit(p)
	}
}

// article writes an article of a whole work.
func (l *lawWriter) article(p *corpus.Portion) {
	l.tag(`<section class="pasal" id="`, l.id(p), `"><h3><a href="`, escape(l.view.path(p.Ref())), `">`, escape(p.Label()))
	if c := p.Caption(); c != "" {
		l.tag(` <span class="cap">`, escape(c), "</span>")
	}
	l.tag("</a></h3>\n")
	l.flag(p)
	l.body(p)
	l.tag("</section>\n")
}

// elucidation writes the general elucidation, or folds in that of an article.
func (l *lawWriter) elucidation(p *corpus.Portion) {
	if p.Parent == nil {
		l.tag(`<section class="part" id="`, l.id(p), `"><h2 class="group">`, escape(p.Title), "</h2>\n")
		l.flag(p)
		l.body(p)
		l.tag("</section>\n")
		return
	}
	if !l.whole {
		return // the article page shows it in a section of its own
	}
	l.tag(`<details id="`, l.id(p), `"><summary>Penjelasan `, escape(p.Parent.Label()), "</summary><div>\n")
	l.body(p)
	l.tag("</div></details>\n")
}

// unit writes an ayat, huruf or angka: its number, which is also its address, beside its text. In an elucidation the
// number stands above the text, for there it names what is explained.
func (l *lawWriter) unit(p *corpus.Portion) {
	if explains(p) && isLabel(p) {
		l.tag(`<div class="label-unit" id="`, l.id(p), `"><h4>`, escape(capital(lastWord(p))), "</h4>\n")
		l.flag(p)
		l.body(p)
		l.tag("</div>\n")
		return
	}
	id := l.id(p)
	l.tag(`<div class="unit" id="`, id, `"><a class="no" href="#`, id, `">`, escape(p.Marker()), "</a><div>")
	l.flag(p)
	l.body(p)
	l.tag("</div></div>\n")
}

// flag marks a portion that carries a mark of its own, in sight beside its text.
func (l *lawWriter) flag(p *corpus.Portion) {
	marked := p.MarkedAs()
	if marked.Kind == "" || !slices.Contains(p.MarksBelow(), p) {
		return
	}
	l.tag(`<span class="flag" title="`, escape(marked.Why), `">`, escape(strings.TrimSuffix(markLabels[marked.Kind].label, ".")), "</span>\n")
}

func (l *lawWriter) body(p *corpus.Portion) {
	for _, b := range p.Body {
		if b.Portion != nil {
			l.portion(b.Portion)
			continue
		}
		l.tag("<p>")
		l.text(p, b.Text)
		l.tag("</p>\n")
	}
}

// anchor is a piece of a text that is a link.
type anchor struct {
	corpus.Span
	href, class string
}

// text writes a paragraph with its emphasis, citations and defined words.
func (l *lawWriter) text(p *corpus.Portion, t *corpus.Text) {
	if strings.TrimSpace(t.Plain) == "[belum tersedia]" {
		l.tag(`<em class="unread">[belum tersedia]</em>`)
		return
	}
	var anchors []anchor
	if l.link {
		anchors = l.anchors(p, t)
	}
	at := 0
	for _, a := range anchors {
		l.plain(t, at, a.Start)
		l.tag(`<a class="`, a.class, `" href="`, escape(a.href), `">`)
		l.plain(t, a.Start, a.End)
		l.tag("</a>")
		at = a.End
	}
	l.plain(t, at, len(t.Plain))
}

// anchors returns the links of a text in order, none over another. Citations go before defined words.
func (l *lawWriter) anchors(p *corpus.Portion, t *corpus.Text) []anchor {
	var out []anchor
	for _, c := range t.Citations {
		if c.End > c.Start && c.State == corpus.Resolved {
			out = append(out, anchor{c.Span, l.view.href(c.Target), "rujukan"})
		}
	}
	if usesTerms(p) {
		for _, u := range corpus.FindTerms(t.Plain, l.view.terms[p.Work.ID], l.seen) {
			out = append(out, anchor{u.Span, l.view.href(u.Definition.Portion.Ref()), "istilah"})
		}
	}
	slices.SortStableFunc(out, func(a, b anchor) int { return a.Start - b.Start })
	kept := out[:0]
	for _, a := range out {
		if n := len(kept); n > 0 && a.Start < kept[n-1].End {
			if a.class == "rujukan" && kept[n-1].class == "istilah" {
				kept[n-1] = a
			}
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// usesTerms reports whether the words of a portion have the meaning that the work defines: in the articles after the
// definitions, and in their elucidation.
func usesTerms(p *corpus.Portion) bool {
	a := p.Article()
	return a != nil && a.Fragment != "pasal-1" && a.Kind == corpus.Article
}

// plain writes a piece of a text with its emphasis.
func (l *lawWriter) plain(t *corpus.Text, from, to int) {
	for _, e := range t.Emphasis {
		start, end := max(e.Start, from), min(e.End, to)
		if start >= end {
			continue
		}
		l.tag(escape(t.Plain[from:start]), "<em>", escape(t.Plain[start:end]), "</em>")
		from = end
	}
	l.tag(escape(t.Plain[from:to]))
}

// explains reports whether a portion stands in an elucidation.
func explains(p *corpus.Portion) bool {
	for q := p.Parent; q != nil; q = q.Parent {
		if q.Kind == corpus.Elucidation {
			return true
		}
	}
	return false
}

// isLabel reports whether a portion of an elucidation names a portion of its article.
func isLabel(p *corpus.Portion) bool {
	explained := strings.Replace(p.Fragment, ".penjelasan", "", 1)
	return p.Work.Portion(explained) != nil
}

// lastWord returns the last step of the portion's place: "ayat (1)".
func lastWord(p *corpus.Portion) string {
	return corpus.FragmentLabel(p.Fragment[strings.LastIndexByte(p.Fragment, '.')+1:])
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
