package importer

import (
	"regexp"
	"slices"
	"strings"
)

// writer writes the body of a corpus file.
type writer struct {
	b     strings.Builder
	c     *composer
	quote bool // the lines stand in a block quote
}

func (w *writer) heading(marks, text string) {
	w.b.WriteString("\n" + marks + " " + text + "\n\n")
}

var quotedHeading = regexp.MustCompile(`^Pasal (?:[0-9]+[A-Z]*|[IVXLCDM]+)$`)

var labelLine = regexp.MustCompile(`^(?:Ayat|Huruf|Angka) \(?(?:[0-9]+[a-z]?|[a-z]{1,2})\)?$`)

// lines writes lines below a heading. Text that the format would take for a marker goes on the line before; where there
// is none, dots say that something is missing before it.
func (w *writer) lines(ls []line, explains bool) {
	for i := 0; i < len(ls); i++ {
		l := ls[i]
		text := safe(l.text)
		for i+1 < len(ls) && !ls[i+1].own && w.risky(safe(ls[i+1].text), explains) {
			i++
			text += " " + safe(ls[i].text)
		}
		if !l.own && w.risky(text, explains) {
			text = "… " + text
		}
		prefix := ""
		if w.quote {
			prefix = "> "
		}
		w.b.WriteString(prefix + strings.Repeat("   ", l.indent) + text + "\n")
		if w.quote {
			continue
		}
		w.b.WriteString("\n")
	}
	if w.quote {
		w.b.WriteString("\n")
	}
}

// risky reports whether the format would take running text for a marker, a label or a quoted heading.
func (w *writer) risky(text string, explains bool) bool {
	if explains {
		return labelLine.MatchString(text) || w.quote && quotedHeading.MatchString(text)
	}
	return hazard.MatchString(text) || w.quote && quotedHeading.MatchString(text)
}

// safe takes off what Markdown would read as a heading or a block quote.
func safe(text string) string {
	text = strings.TrimLeft(text, "#> \t")
	if strings.Trim(text, "-") == "" && text != "" {
		return "–" // a rule that would end the front matter
	}
	return text
}

// part writes one of the parts around the articles, if it has words.
func (w *writer) part(title string, ls []line) {
	if len(ls) == 0 {
		return
	}
	w.heading("##", title)
	w.lines(ls, false)
}

// group writes the heading of a group.
func (w *writer) group(g group) {
	text := groupKeyword[g.rank] + " " + g.number
	if g.title != "" {
		text += " " + g.title
	}
	if k := g.words[0].text; !slices.Equal(Words(k), Words(groupKeyword[g.rank])) {
		w.c.ledger.change("judul", g.words[0].line, k, groupKeyword[g.rank])
	}
	if g.was != "" {
		w.c.ledger.change("nomor "+groupKeyword[g.rank], g.words[0].line, g.was, g.number)
	}
	w.heading("##", text)
}

// article writes an article with its elucidation.
func (w *writer) article(a article) {
	c := w.c
	label := "Pasal " + a.label()
	w.heading("###", label)
	was := join(c.ws[a.at:min(a.end(a.reading), len(c.ws))])
	if !slices.Equal(Words(was), Words(label)) {
		c.ledger.change("nomor Pasal", c.ws[a.at].line, was, label)
	}
	if c.amends {
		w.amending(a.text)
	} else {
		ws := c.words(a.text)
		body, side := sideTitle(ws)
		w.lines(articleLines(body, c.ledger), false)
		w.lines(plain(side), false)
	}
	if s, ok := c.explained[a.label()]; ok {
		w.heading("####", "Penjelasan")
		w.elucidation(s, a)
	}
}

// sideTitle parts the title in capitals that old laws print between articles from the words before it. The format has
// no place of its own for it.
func sideTitle(ws []word) (body, side []word) {
	const longest = 15
	i := len(ws)
	for i > 0 && len(ws)-i < longest && (isUpper(ws[i-1].text) && len(ws[i-1].key) > 1 || noise(ws[i-1].text) && i < len(ws)) {
		i--
	}
	if i == len(ws) || i == 0 || !endsSentence(ws[i-1].text) {
		return ws, nil
	}
	return ws[:i], ws[i:]
}

// amendmentItem is an item of an article that amends: "3. Ketentuan Pasal 5 diubah …".
type amendmentItem struct {
	at, n int
}

// openers are the words with which such items begin.
var openers = map[string]bool{"ketentuan": true, "di": true, "diantara": true, "pasal": true, "judul": true, "penjelasan": true, "setelah": true, "sesudah": true, "bab": true, "bagian": true,
	"menambah": true, "mengubah": true, "merubah": true, "menghapus": true, "lampiran": true, "ayat": true, "huruf": true, "antara": true, "dalam": true, "istilah": true, "perkataan": true, "semua": true,
	"sebelum": true, "paragraf": true, "diantaranya": true, "kata": true, "frasa": true, "beberapa": true, "menyisipkan": true, "penyebutan": true, "pada": true, "mencabut": true, "daftar": true, "substansi": true}

// amendmentItems finds the items of an amending article.
func amendmentItems(ws []word, from, to int) []amendmentItem {
	var out []amendmentItem
	for i := from; i+1 < to; i++ {
		m, ok := markerOf(ws[i].text)
		if !ok || m.kind != '1' || m.n != len(out)+1 || !openers[ws[i+1].key] || !startsUpper(ws[i+1].text) {
			continue
		}
		if prev := ws[max(from, i-1)]; !ws[i].first && i > from && !endsSentence(prev.text) && !noise(prev.text) {
			continue
		}
		out = append(out, amendmentItem{i, m.n})
	}
	return out
}

// amending writes the text of an article that changes another law: its items, and below each the articles that it words.
func (w *writer) amending(s span) {
	c := w.c
	items := amendmentItems(c.ws, s.from, s.to)
	end := func(k int) int {
		if k < len(items) {
			return items[k].at
		}
		return s.to
	}
	w.introduced(span{s.from, end(0)}, false, len(items) > 0)
	for k, item := range items {
		w.introduced(span{item.at, end(k + 1)}, true, true)
	}
}

// introduced writes words that introduce articles of another law, and these. They may be an item of an amending article,
// or stand before its items.
func (w *writer) introduced(s span, item, items bool) {
	c := w.c
	heads := c.quotedHeads(s, item)
	end := func(k int) int {
		if k < len(heads) {
			return heads[k].at
		}
		return s.to
	}
	intro := c.words(span{s.from, end(0)})
	var ls []line
	if item {
		ls = itemLines(intro)
	} else {
		ls = articleLines(intro, c.ledger)
		for i := range ls {
			if first, _, _ := strings.Cut(ls[i].text, " "); items && itemMark.MatchString(first) {
				ls[i].own = false // only the items of the article have numbers
			}
		}
	}
	w.lines(ls, false)
	if len(heads) == 0 {
		return
	}
	w.quote = true
	seen := map[string]bool{}
	for k, h := range heads {
		text := c.words(span{h.end(h.reading), end(k + 1)})
		label := "Pasal " + h.label()
		was := join(c.ws[h.at:h.end(h.reading)])
		if seen[label] {
			w.lines(slices.Concat([]line{{text: "… " + was}}, plain(text)), false)
			continue
		}
		seen[label] = true
		if !slices.Equal(Words(was), Words(label)) {
			c.ledger.change("nomor Pasal", c.ws[h.at].line, was, label)
		}
		w.b.WriteString("> " + label + "\n")
		w.lines(articleLines(text, c.ledger), false)
	}
	w.quote = false
}

// itemLines writes an item of an amending article, and the lists in it one level deeper.
func itemLines(ws []word) []line {
	if len(ws) == 0 {
		return nil
	}
	body := lists(ws[1:])
	if len(body) == 0 || body[0].own {
		body = append([]line{{text: "…", line: ws[0].line}}, body...)
	}
	body[0].text = ws[0].text + " " + body[0].text
	body[0].own = true
	for i := range body[1:] {
		body[i+1].indent++
	}
	return body
}

// quotedHeads finds the headings of the articles of another law.
func (c *composer) quotedHeads(s span, item bool) []heading {
	var out []heading
	mentioned := map[int]bool{}
	announced := false
	for i := s.from; i < s.to; i++ {
		if c.ws[i].key == "pasal" && i+1 < s.to {
			if n := atoi(strings.Trim(c.ws[i+1].text, punctuation)); n > 0 && len(mentioned) < 8 {
				mentioned[n] = true
			}
		}
		announced = announced || announces(c.ws, i)
	}
	for _, d := range c.candidates {
		if d.at < s.from+2 && item || d.at < s.from || d.at >= s.to || !(d.foreign || d.weight >= 1.5) {
			continue
		}
		if !item && !d.foreign && !announced {
			continue
		}
		best, ok := reading{}, false
		for _, r := range d.ways {
			if r.roman {
				continue
			}
			if mentioned[r.n] {
				r.cost -= 0.75
			}
			if !ok || r.cost < best.cost {
				best, ok = r, true
			}
		}
		if ok {
			out = append(out, heading{d, best})
		}
	}
	return out
}

// elucidation writes the elucidation of an article. That of an amending article holds those of the articles it words.
func (w *writer) elucidation(s span, a article) {
	c := w.c
	if !c.amends {
		w.lines(explainLines(c.words(s), &labels{}, c.ledger), true)
		return
	}
	outer := &labels{}
	var inner *labels
	seen := map[string]bool{}
	start := s.from
	flush := func(to int) {
		b := outer
		if w.quote {
			b = inner
		}
		w.lines(explainLines(c.words(span{start, to}), b, c.ledger), true)
	}
	heads := map[int]heading{}
	for _, d := range candidates(c.ws, s.from, s.to) {
		for _, r := range d.ways {
			if !r.roman && r.cost == 0 && (d.weight >= 1 || isLabelled(c.ws, d.at)) {
				heads[d.at] = heading{d, r}
			}
		}
	}
	last := 0
	for i := s.from; i < s.to; i++ {
		if n := itemLabel(c.ws, i, s.to); n > last && n <= last+40 {
			flush(i)
			w.quote = false
			last = n
			outer.take("angka", itoa(n))
			w.lines([]line{{text: "Angka " + itoa(n), own: true}}, true)
			seen = map[string]bool{}
			i++
			start = i + 1
			continue
		}
		h, ok := heads[i]
		if !ok || seen[h.label()] {
			continue
		}
		flush(i)
		seen[h.label()] = true
		w.quote, inner = true, &labels{}
		w.b.WriteString("> Pasal " + h.label() + "\n")
		if was := join(c.ws[h.at:h.end(h.reading)]); !slices.Equal(Words(was), Words("Pasal "+h.label())) {
			c.ledger.change("nomor Pasal", c.ws[h.at].line, was, "Pasal "+h.label())
		}
		start = h.end(h.reading)
		i = start - 1
	}
	flush(s.to)
	w.quote = false
}

// itemLabel returns the number of a label "Angka 3" that names an item of an amending article, or 0.
func itemLabel(ws []word, i, to int) int {
	if ws[i].key != "angka" || !startsUpper(ws[i].text) || i+2 >= to || !isArticleWord(ws[i+2].key) && ws[i+2].key != "cukup" && ws[i+2].key != "ayat" {
		return 0
	}
	if t := strings.TrimRight(ws[i+1].text, punctuation); itoa(atoi(t)) == t {
		return atoi(t)
	}
	return 0
}

// isLabelled reports whether a label stands directly before i.
func isLabelled(ws []word, i int) bool {
	return i >= 2 && ws[i-2].key == "angka" && startsUpper(ws[i-2].text)
}
