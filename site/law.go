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
		l.flag(p)
		l.body(p)
	case corpus.Preamble, corpus.Closing, corpus.Annex, corpus.Abstract:
		l.tag(`<section class="part `, string(p.Kind), `" id="`, l.id(p), `"><h2 class="group">`, escape(p.Heading()), "</h2>\n")
		l.flag(p)
		l.body(p)
		l.tag("</section>\n")
	case corpus.Article:
		l.article(p)
	case corpus.Quoted:
		l.quoted(p)
	case corpus.Elucidation:
		l.elucidation(p)
	default:
		l.unit(p)
	}
}

// article writes an article of a whole work, in its wording of the day, and what later laws put after it.
func (l *lawWriter) article(p *corpus.Portion) {
	for _, ref := range append([]corpus.Ref{p.Ref()}, l.view.library.InsertedAfter(p)...) {
		if version, ok := l.view.library.VersionOn(ref, l.view.day); ok {
			l.version(ref, version)
		}
	}
}

// version writes one article of a whole work.
func (l *lawWriter) version(ref corpus.Ref, version corpus.Version) {
	l.tag(`<section class="pasal" id="`, escape(ref.Fragment), `"><h3><a href="`, escape(l.view.path(ref)), `">`, escape(corpus.FragmentLabel(ref.Fragment)))
	if c := l.view.library.Caption(ref); c != "" {
		l.tag(` <span class="cap">`, escape(c), "</span>")
	}
	l.tag("</a></h3>\n")
	l.standing(ref)
	if by := version.By; by != nil {
		l.tag(`<p class="changed">Bunyi menurut <a href="`, escape(l.view.href(by.ByRef())), `">`, escape(l.view.label(by.ByRef())), "</a>, sejak ", escape(by.From.Long()), ".</p>\n")
	}
	l.prefix, l.idPrefix = version.Text.Fragment, ref.Fragment
	l.flag(version.Text)
	l.body(version.Text)
	if e := version.Text.Elucidation(); e != nil {
		l.prefix, l.idPrefix = e.Fragment, ref.Fragment+".penjelasan"
		l.tag(`<details id="`, l.id(e), `"><summary>Penjelasan `, escape(corpus.FragmentLabel(ref.Fragment)), "</summary><div>\n")
		l.flag(e)
		l.body(e)
		l.tag("</div></details>\n")
	}
	l.prefix, l.idPrefix = "", ""
	l.tag("</section>\n")
}

// standing says what became of a single article. That the whole work is repealed stands at its head.
func (l *lawWriter) standing(ref corpus.Ref) {
	st := l.view.library.Standing(ref, l.view.day)
	if len(st.By) == 0 || st.By[0].TargetRef().Fragment == "" {
		return
	}
	line := l.view.statusLine(ref)
	l.tag(`<p class="status `, line.Class, `"><strong>`, escape(line.Label), "</strong> ", escape(line.Text))
	for _, b := range line.By {
		l.tag(" ", escape(b.Caption), ` <a href="`, escape(b.Href), `">`, escape(b.Text), "</a>.")
	}
	l.tag("</p>\n")
}

// quoted writes an article that an amending law quotes.
func (l *lawWriter) quoted(p *corpus.Portion) {
	l.tag(`<blockquote class="quoted" id="`, l.id(p), `"><h4>Pasal `, escape(p.Number), "</h4>\n")
	l.flag(p)
	l.body(p)
	l.tag("</blockquote>\n")
}

// elucidation writes the general elucidation. That of an article is written with the article's version.
func (l *lawWriter) elucidation(p *corpus.Portion) {
	if p.Parent == nil {
		l.tag(`<section class="part" id="`, l.id(p), `"><h2 class="group">`, escape(p.Title), "</h2>\n")
		l.flag(p)
		l.body(p)
		l.tag("</section>\n")
	}
}

// unit writes an ayat, huruf or angka: its number, which is also its address, beside its text. In an elucidation the
// number stands above the text, for there it names what is explained.
func (l *lawWriter) unit(p *corpus.Portion) {
	if p.Explains {
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
	if !p.IsMarked() {
		return
	}
	marked := p.MarkedAs()
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
		for _, u := range p.Work.Terms().Find(t.Plain, l.seen) {
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
