package verify_test

import (
	"fmt"
	"strings"

	"suluh/corpus"
)

// unheld stands in a printed copy for wording that the corpus does not hold.
const unheld = "Kata-kata ini hanya ada dalam naskah resmi."

// gazette prints a work as a gazette would: one paragraph a line, the elucidation last.
func gazette(w *corpus.Work) []string {
	p := printer{}
	titled := false
	for _, q := range w.Body {
		if q.Kind == corpus.Preamble && !titled {
			p.line(strings.ToUpper(w.FullName))
			titled = true
		}
		p.portion(q)
	}
	p.elucidation(w)
	return p.lines
}

type printer struct{ lines []string }

func (p *printer) line(text string) { p.lines = append(p.lines, text) }

func (p *printer) portion(q *corpus.Portion) {
	switch q.Kind {
	case corpus.Book, corpus.Chapter, corpus.Section, corpus.Subsection:
		p.line(strings.TrimSuffix(q.Heading(), " "+q.Title))
		p.line(q.Title)
		for _, b := range q.Body {
			p.portion(b.Portion)
		}
	case corpus.Preamble:
		if q.Title == "Menimbang" || q.Title == "Mengingat" {
			p.line(q.Title + " :")
		}
		p.body(q, "")
	case corpus.Closing:
		p.body(q, "")
	case corpus.Article:
		p.line(q.Label())
		p.body(q, "")
	}
}

func (p *printer) elucidation(w *corpus.Work) {
	if e := w.Portion("penjelasan"); e != nil {
		p.line("PENJELASAN")
		p.line("ATAS " + strings.TrimPrefix(e.Title, "PENJELASAN ATAS "))
		p.body(e, "")
	} else {
		p.line("PENJELASAN")
		p.line("ATAS")
	}
	p.line("II. PASAL DEMI PASAL")
	for _, a := range w.Articles() {
		if e := a.Elucidation(); e != nil {
			p.line(a.Label())
			p.body(e, "")
		}
	}
}

func (p *printer) body(q *corpus.Portion, marker string) {
	held := q.MarkedAs().Kind != "missing" && q.MarkedAs().Kind != "summary"
	if !held {
		p.line(strings.TrimSpace(marker + " " + unheld))
		marker = ""
	}
	for _, b := range q.Body {
		switch {
		case b.Text != nil && held:
			text := strings.ReplaceAll(b.Text.Plain, "[belum tersedia]", unheld)
			p.line(strings.TrimSpace(marker + " " + text))
			marker = ""
		case b.Text != nil, b.Portion.Kind == corpus.Elucidation, !held && b.Portion.Kind != corpus.Quoted:
		case b.Portion.Kind == corpus.Quoted:
			p.line("Pasal " + b.Portion.Number)
			p.body(b.Portion, "")
		case b.Portion.Explains:
			p.line(map[corpus.PortionKind]string{corpus.Paragraph: "Ayat (%s)", corpus.Point: "Huruf %s", corpus.Item: "Angka %s"}[b.Portion.Kind])
			p.lines[len(p.lines)-1] = fmt.Sprintf(p.lines[len(p.lines)-1], b.Portion.Number)
			p.body(b.Portion, "")
		default:
			p.body(b.Portion, b.Portion.Marker())
		}
	}
}

// paged breaks lines at a width and pages at a number of lines, with the furniture of a gazette: letterhead, page mark,
// catchword, serial number of the paper.
func paged(lines []string, width, height int) string {
	var rows []string
	for _, l := range lines {
		rows = append(rows, wrap(l, width)...)
	}
	var b strings.Builder
	for i, page := 0, 1; i < len(rows); i, page = i+height, page+1 {
		if page > 1 {
			fmt.Fprintf(&b, "\fPRESIDEN\nREPUBLIK INDONESIA\n- %d -\n", page)
		}
		b.WriteString(strings.Join(rows[i:min(i+height, len(rows))], "\n"))
		if i+height < len(rows) {
			words := strings.Fields(rows[i+height])
			fmt.Fprintf(&b, "\n%s . . .\nSK No 0%d5117 A\n", strings.Join(words[:min(2, len(words))], " "), page%10)
		}
	}
	return b.String()
}

// wrap breaks a line at spaces and, where a word has a hyphen, behind the hyphen.
func wrap(line string, width int) []string {
	var out []string
	row := ""
	for _, word := range strings.Fields(line) {
		first, second, cut := strings.Cut(word, "-")
		switch {
		case row == "":
			row = word
		case len(row)+1+len(word) <= width:
			row += " " + word
		case cut && len(row)+2+len(first) <= width && len(first) > 3 && !strings.ContainsAny(word, "0123456789"):
			out = append(out, row+" "+first+"-")
			row = second
		default:
			out = append(out, row)
			row = word
		}
	}
	return append(out, row)
}
