// Package importer turns statutes as they are found, in Markdown, text, HTML or PDF of mixed quality, into files of the
// corpus.
//
// # How it reads
//
// Lines mean little in copies that a machine has made: headings stand in the middle of them. So the text is taken as
// words. What belongs to the pages is taken off, and named. Then every place that may be the heading of an article gets a
// weight from its form (alone on its line, after the end of a sentence, before "(1)"; not after "dalam"), and the numbers
// in all their possible readings ("l", "1 1", "2O"); the series of numbers with the greatest weight is that of the work.
// Articles that a work quotes from another law, and mentions, do not fit into it. The text between two headings is
// divided into ayat and lists; an elucidation goes to its article.
//
// # What it promises
//
// No word is lost. Each stands in the outcome, or is named in [Report.Dropped] as page furniture, in [Report.Moved] as a heading
// of the elucidation or in [Report.Changed] as misread, and no word is there that is not in the source or in [Report.Added]. What cannot be placed stays where it
// stands in the source, marked in the front matter and named in [Report.Suspicions].
//
// Everything imported is marked so (the key "imported"): nobody has read it.
package importer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/corpus/paper"
)

// Suspicion is something in a text that a reader should look at.
type Suspicion struct {
	Line int    `json:"line"` // of the source
	What string `json:"what"`
}

// Report tells how an import went.
type Report struct {
	ID         string      `json:"id"`
	Source     string      `json:"source"`
	Extent     string      `json:"extent"`
	Articles   []string    `json:"articles"`
	Gaps       []string    `json:"gaps,omitempty"` // articles whose numbers are left out
	Explained  int         `json:"explained"`      // articles with an elucidation
	Suspicions []Suspicion `json:"suspicions,omitempty"`
	Lost       []string    `json:"lost,omitempty"`    // fragments of portions without wording
	Dropped    []Entry     `json:"dropped,omitempty"` // page furniture
	Moved      []Entry     `json:"moved,omitempty"`   // headings in the elucidation, now "#### Penjelasan"
	Changed    []Entry     `json:"changed,omitempty"` // misread numbers
	Added      []Entry     `json:"added,omitempty"`   // our own words
	Score      int         `json:"score"`             // 0 to 100
}

// Result is a work as a file of the corpus.
type Result struct {
	Path     string // in the corpus folder: "uu/2007/21.md"
	Markdown []byte
	Report   Report
}

// ErrNoIdentity says that neither the heading nor the place of the file tells what work it is.
var ErrNoIdentity = errors.New("jenis, nomor, dan tahunnya tidak terbaca dari judul; letakkan berkas sebagai jenis/tahun/nomor, misalnya uu/2007/21.md")

// Import reads one file. The name tells the format, and where it lies ("uu/2007/21.md") the work.
func Import(ctx context.Context, name string, data []byte) (*Result, error) {
	text, err := paper.Parse(ctx, name, data)
	if err != nil {
		return nil, err
	}
	return compose(name, text)
}

// compose makes a work of the words of a copy.
func compose(name string, text *paper.Copy) (*Result, error) {
	l := &ledger{}
	ws := clean(split(text, l), l)
	c := &composer{ws: ws, ledger: l, sections: parts(ws)}
	if s := bareNumbers(ws); len(s) > 0 {
		c.suspect(s[0].line, fmt.Sprintf("angka 2 sampai %d berdiri di antara kata, mungkin nomor halaman; dibiarkan", len(s)+1))
	}
	_, year, number, _ := fromPath(name)
	from, to := titleSpan(ws[:c.sections.decide], number, year)
	title := ws[from:to]
	c.findArticles(title)
	c.findElucidations()
	id := c.identify(title, name)
	if id.kind == "" || id.number == "" || id.year == 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrNoIdentity)
	}
	w := &writer{c: c}
	w.work(id, from, to)
	r := c.report(name, id)
	body, back := repair(w.b.String())
	r.complete(body, back)
	source := fmt.Sprintf("Impor otomatis dari berkas %s (SHA-256 %s).", text.Name, text.SHA256[:16])
	markdown := c.frontMatter(id, r, source) + body
	return &Result{Path: r.ID + ".md", Markdown: []byte(markdown), Report: *r}, nil
}

// work writes the whole body.
func (w *writer) work(id identity, from, to int) {
	c, s := w.c, w.c.sections
	w.b.WriteString("# " + w.title(id, c.ws[from:to]) + "\n")
	w.preamble(from, to)
	if s.decided {
		t := c.ws[s.decide].text
		if !slices.Equal(Words(t), []string{"memutuskan"}) {
			c.ledger.change("judul", c.ws[s.decide].line, t, "Memutuskan")
		}
		leading := c.words(c.leading)
		for len(leading) > 0 && noise(leading[0].text) {
			leading = leading[1:]
		}
		w.heading("##", "Memutuskan")
		if ls := lists(leading); len(ls) > 0 {
			w.lines(ls, false)
		} else {
			w.b.WriteString(lost + "\n\n")
		}
	} else if ls := lists(c.words(c.leading)); len(ls) > 0 {
		w.part("Memutuskan", ls)
		c.ledger.add("judul yang tidak ada dalam sumber", 1, "Memutuskan")
	}
	for _, a := range c.articles {
		for _, g := range a.groups {
			w.group(g)
		}
		w.article(a)
	}
	w.rest()
}

// rest writes what follows the articles: closing, annexes, elucidation.
func (w *writer) rest() {
	c, s := w.c, w.c.sections
	w.part("Penutup", plain(c.words(span{s.closing, s.published})))
	var annexes []line
	annexes = append(annexes, plain(c.words(span{s.published, s.explain}))...)
	if s.explain < len(c.ws) {
		annexes = append(annexes, plain(c.words(span{s.annex, len(c.ws)}))...)
	}
	if len(annexes) > 0 {
		w.heading("##", "Lampiran")
		w.lines(annexes, true)
	}
	if len(c.general) == 0 {
		return
	}
	ws := c.words(c.general[0])
	n := 1
	for n < len(ws) && n < 40 && (isUpper(ws[n].text) || paper.HasDigit(ws[n].text) || ws[n].key == "no" || ws[n].key == "nomor") && ws[n].key != "umum" && ws[n].text != "I." && ws[n].text != "A." {
		n++
	}
	head := ws[:n]
	for len(head) > 0 && (head[0].key == "memori" || head[0].key == "penjelasan" || paper.LookAlike(head[0].key, "penjelasan")) && head[0].key != "penjelasan" {
		break
	}
	title := join(head)
	words := Words("PENJELASAN ATAS")
	if got := Words(title); len(got) >= 2 && slices.Equal(got[:2], words) {
		title = strings.TrimSpace(strings.TrimLeft(strings.Replace(title, head[0].text+" "+head[1].text, "", 1), " .:"))
	} else if len(got) >= 1 && got[0] == words[0] && head[0].key == "penjelasan" {
		c.ledger.add("judul penjelasan", head[0].line, "ATAS")
		title = strings.TrimSpace(strings.Replace(title, head[0].text, "", 1))
	} else {
		c.ledger.add("judul penjelasan", ws[0].line, "PENJELASAN ATAS")
	}
	if title == "" {
		c.ledger.add("judul penjelasan", ws[0].line, "NASKAH INI")
		title = "NASKAH INI"
	}
	w.heading("##", "PENJELASAN ATAS "+safe(title))
	w.lines(explainLines(ws[n:], &labels{}, c.ledger), true)
	for _, g := range c.general[1:] {
		w.lines(plain(c.words(g)), true)
	}
}

// title writes the line of the title. Where the source has none, the number stands for it.
func (w *writer) title(id identity, ws []word) string {
	c := w.c
	if len(ws) == 0 {
		text := fmt.Sprintf("%s Nomor %s Tahun %d", corpus.KindName(id.kind), id.number, id.year)
		c.ledger.add("judul yang tidak ada dalam sumber", 1, text)
		return text
	}
	text := titleCase(join(ws))
	if before, after, ok := cutFold(text, "tentang"); ok {
		text = before + "tentang" + after
	}
	return safe(text)
}

// preamble writes what stands before the decision: the opening, the reasons, the legal bases.
func (w *writer) preamble(from, to int) {
	c := w.c
	end := c.sections.decide
	var opening []word
	opening = append(opening, c.ws[:from]...)
	reasons, bases := end, end
	for i := to; i < end; i++ {
		if !opensPart(c.ws, i, to) {
			continue
		}
		if c.ws[i].key == "menimbang" && reasons == end && bases == end {
			reasons = i
		} else if c.ws[i].key == "mengingat" && bases == end {
			bases = i
		}
	}
	opening = append(opening, c.ws[to:min(reasons, bases)]...)
	w.part("Pembukaan", plain(opening))
	if reasons < end {
		w.listed("Menimbang", c.ws[reasons:bases])
	}
	if bases < end {
		w.listed("Mengingat", c.ws[bases:end])
	}
}

// opensPart reports whether a word heads the reasons or the legal bases.
func opensPart(ws []word, i, from int) bool {
	k := ws[i].key
	if k != "menimbang" && k != "mengingat" || !startsUpper(ws[i].text) {
		return false
	}
	return ws[i].first || i == from || strings.HasSuffix(ws[i].text, ":") || i+1 < len(ws) && strings.HasPrefix(ws[i+1].text, ":") || endsSentence(ws[i-1].text) || strings.HasSuffix(ws[i-1].text, ",") || isUpper(ws[i-1].text)
}

// listed writes reasons or legal bases. Their heading is often printed twice.
func (w *writer) listed(title string, ws []word) {
	if t := ws[0].text; !slices.Equal(Words(t), Words(title)) {
		w.c.ledger.change("judul", ws[0].line, t, title)
	}
	ws = ws[1:]
	for len(ws) > 0 && noise(ws[0].text) {
		ws = ws[1:]
	}
	if len(ws) > 0 && ws[0].key == strings.ToLower(title) {
		w.c.ledger.drop(doubledHeading, ws[0].line, ws[0].text)
		ws = ws[1:]
		for len(ws) > 0 && noise(ws[0].text) {
			ws = ws[1:]
		}
	}
	w.heading("##", title)
	ls := lists(ws)
	if len(ls) == 0 {
		ls = []line{{text: lost, own: true}}
	}
	w.lines(ls, false)
}
