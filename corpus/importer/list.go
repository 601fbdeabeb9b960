package importer

import (
	"regexp"
	"slices"
	"strings"
)

// line is a line of the outcome, below a heading.
type line struct {
	indent int // levels of a list
	text   string
	own    bool // the text begins with a marker or is a label, as the format means them
	line   int  // of the source
}

// lost stands for wording that the source does not show.
const lost = "[belum tersedia]"

// marker is the number of a list item.
type marker struct {
	kind byte // 'a', '1' or 'k' for "ke-1"
	n    int
}

var (
	pointMark   = regexp.MustCompile(`^([a-z]{1,2})[.)]$`)
	itemMark    = regexp.MustCompile(`^([0-9]{1,3})[.)]$`)
	ordinalMark = regexp.MustCompile(`^ke-([0-9]{1,2})[.)]?$`)
)

// markerOf reads "a.", "1.", "a)", "1)" or "ke-1".
func markerOf(t string) (marker, bool) {
	if len(t) < 2 || len(t) > 6 {
		return marker{}, false
	}
	if m := itemMark.FindStringSubmatch(t); m != nil {
		return marker{'1', atoi(m[1])}, m[1][0] != '0'
	}
	if m := pointMark.FindStringSubmatch(t); m != nil {
		n := int(m[1][0]-'a') + 1
		if len(m[1]) == 2 {
			if m[1][0] != m[1][1] {
				return marker{}, false
			}
			n += 26
		}
		return marker{'a', n}, true
	}
	if m := ordinalMark.FindStringSubmatch(t); m != nil {
		return marker{'k', atoi(m[1])}, true
	}
	return marker{}, false
}

// mentions are words before a number or letter that make it a reference and no marker.
var mentions = map[string]bool{"huruf": true, "angka": true, "ayat": true, "pasal": true, "butir": true, "nomor": true, "no": true, "nr": true, "sub": true, "bab": true,
	"bagian": true, "paragraf": true, "lampiran": true, "tahun": true, "tanggal": true, "poin": true, "point": true, "kelas": true, "tingkat": true}

// level is an open level of a list.
type level struct {
	marker
	used map[byte]int // the last number of each kind of list below; under latest the kind that was there last
}

// latest is where the lists below a level keep the kind that was there last.
const latest = 0

// lists puts each list item on a line of its own, indented by its level, and keeps the paragraphs of the source apart.
// A number that does not follow the one before stays in the text.
func lists(ws []word) []line {
	var out []line
	var stack []level
	top := map[byte]int{}
	var cur []word
	at, own := 0, false
	flush := func() {
		if len(cur) > 0 {
			text := join(cur)
			if own && len(cur) == 1 {
				text += " " + lost
			}
			out = append(out, line{indent: at, text: text, own: own, line: cur[0].line})
		}
		cur, own = nil, false
	}
	used := func(depth int) map[byte]int {
		if depth == 0 {
			return top
		}
		return stack[depth-1].used
	}
	for i, w := range ws {
		if m, ok := markerOf(w.text); ok && i+1 < len(ws) {
			if depth, ok := placeOf(m, stack, used, ws, i, len(cur) == 1 && own); ok {
				flush()
				used(depth)[m.kind], used(depth)[latest] = m.n, int(m.kind)
				stack = append(stack[:depth], level{m, map[byte]int{}})
				at, own = depth, true
				cur = append(cur, w)
				continue
			}
		}
		if w.first && len(cur) > 0 {
			prev := cur[len(cur)-1].text
			tail := len(stack) > 0 && (strings.HasSuffix(prev, ",") || strings.HasSuffix(prev, ";")) && !startsUpper(w.text)
			switch {
			case tail:
				flush()
				stack, at = nil, 0
			case endsSentence(prev):
				flush()
				at = len(stack)
			}
		}
		cur = append(cur, w)
	}
	flush()
	return out
}

// placeOf returns the level at which a marker continues a list or begins one.
func placeOf(m marker, stack []level, used func(int) map[byte]int, ws []word, i int, afterMarker bool) (depth int, ok bool) {
	prev := word{text: ":", key: ""}
	if i > 0 {
		prev = ws[i-1]
	}
	if mentions[prev.key] && !(ws[i].first && endsSentence(prev.text)) {
		return 0, false
	}
	joined := prev.key == "dan" || prev.key == "atau" || prev.key == "danatau"
	if ws[i].first || endsSentence(prev.text) || strings.HasSuffix(prev.text, ",") || joined || noise(prev.text) {
		for d := len(stack) - 1; d >= 0; d-- {
			if stack[d].kind == m.kind && m.n == stack[d].n+1 {
				return d, true
			}
		}
		if len(stack) == 0 && m.n > 1 && used(0)[m.kind] == m.n-1 && used(0)[latest] == int(m.kind) {
			return 0, true
		}
	}
	begins := ws[i].first || i == 0 || strings.HasSuffix(strings.TrimRight(prev.text, `"”`), ":") || afterMarker
	if m.n == 1 && begins && used(len(stack))[m.kind] == 0 && (len(stack) == 0 || stack[len(stack)-1].kind != m.kind) {
		return len(stack), true
	}
	return 0, false
}

// ayat is a numbered paragraph of an article, as a place in the words.
type ayat struct {
	at     int // of the number
	n      int
	suffix string
	missed []int // the numbers before it that are not in the source
}

var (
	ayatMark    = regexp.MustCompile(`^\(([0-9]{1,2})([a-z]?)\)$`)
	ayatMisread = regexp.MustCompile(`^[({l1I\[]?[0-9lIOoSZzaUt{}\[\]]{1,3}[)\]}1ltI!|]?$`)
)

// ayats finds the numbered paragraphs of an article: "(1)", "(2)" … at the beginning of a sentence.
func ayats(ws []word, l *ledger) []ayat {
	var out []ayat
	last := 0
	for i := 0; i+1 < len(ws); i++ {
		t := ws[i].text
		if len(t) < 2 || len(t) > 6 || !beginsAyat(ws, i) {
			continue
		}
		if m := ayatMark.FindStringSubmatch(t); m != nil {
			n := atoi(m[1])
			switch {
			case n == last+1 && m[2] == "", n == last && m[2] != "" && n > 0:
				out = append(out, ayat{at: i, n: n, suffix: m[2]})
				last = n
			case n > last+1 && n <= last+4 && m[2] == "" && !laterAyat(ws, i+1, last+1, n):
				a := ayat{at: i, n: n}
				for k := last + 1; k < n; k++ {
					a.missed = append(a.missed, k)
				}
				out = append(out, a)
				last = n
			}
			continue
		}
		if misreadAyat(t, last+1) && !laterAyat(ws, i+1, last+1, last+2) {
			now := "(" + itoa(last+1) + ")"
			l.change("nomor ayat", ws[i].line, t, now)
			ws[i].text, ws[i].key = now, itoa(last+1)
			out = append(out, ayat{at: i, n: last + 1})
			last++
		}
	}
	return out
}

// beginsAyat reports whether the words around i let a number in parentheses begin a paragraph.
func beginsAyat(ws []word, i int) bool {
	next := strings.TrimLeft(ws[i+1].text, `"“‘`)
	if next == "" || !(startsUpper(next) || next[0] >= '0' && next[0] <= '9' || next == "a." || next == "...." || next == "a)") || ayatMark.MatchString(next) {
		return false
	}
	if i == 0 || ws[i].first {
		return i == 0 || !mentions[ws[i-1].key]
	}
	prev := ws[i-1]
	return endsSentence(prev.text) || noise(prev.text) || isUpper(prev.text) && !mentions[prev.key]
}

// laterAyat reports whether the number wanted stands further on, before the number after next.
func laterAyat(ws []word, from, wanted, next int) bool {
	for i := from; i+1 < len(ws); i++ {
		m := ayatMark.FindStringSubmatch(ws[i].text)
		if m == nil || m[2] != "" || !beginsAyat(ws, i) {
			continue
		}
		switch atoi(m[1]) {
		case wanted:
			return true
		case next + 1:
			return false
		}
	}
	return false
}

// misreadAyat reports whether a scan may have made t of "(n)".
func misreadAyat(t string, n int) bool {
	if !ayatMisread.MatchString(t) || strings.HasSuffix(t, ".") {
		return false
	}
	open := strings.HasPrefix(t, "(") || strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[")
	body := t
	if open || t[0] == 'l' || t[0] == '1' || t[0] == 'I' {
		body = t[1:]
	}
	want := itoa(n)
	if body == "U" || body == "u" {
		return open && n == 1
	}
	closed := body
	if k := len(body) - 1; k > 0 && strings.IndexByte(")]}1ltI!|", body[k]) >= 0 {
		closed = body[:k]
	}
	if !open && closed == body {
		return false
	}
	return asDigits(closed) == want && (open || len(t) > 2) || open && closed == "a" && n == 4
}

// hazard finds lines that the format would read as something that they are not.
var hazard = regexp.MustCompile(`^(?:\([0-9]+[a-z]?\)|[a-z]{1,2}[.)]|[0-9]+[a-z]?[.)]|ke-[0-9]+[.)]?)(?:\s|$)`)

// articleLines divides the text of an article into ayat and lists.
func articleLines(ws []word, l *ledger) []line {
	var out []line
	as := ayats(ws, l)
	end := func(k int) int {
		if k < len(as) {
			return as[k].at
		}
		return len(ws)
	}
	out = append(out, lists(ws[:end(0)])...)
	for k, a := range as {
		for _, n := range a.missed {
			l.add("nomor ayat yang tidak ada dalam sumber", ws[a.at].line, "("+itoa(n)+")")
			out = append(out, line{text: "(" + itoa(n) + ") " + lost, own: true})
		}
		body := lists(ws[a.at+1 : end(k+1)])
		if len(body) > 0 && body[0].own { // "(1) a. …"
			out = append(out, line{text: ws[a.at].text + " …", own: true, line: ws[a.at].line})
		} else if len(body) > 0 {
			body[0].text = ws[a.at].text + " " + body[0].text
			body[0].own = true
		} else {
			body = []line{{text: ws[a.at].text + " " + lost, own: true, line: ws[a.at].line}}
		}
		out = append(out, body...)
	}
	return out
}

// plain keeps the paragraphs of the source and reads nothing into them.
func plain(ws []word) []line {
	var out []line
	var cur []word
	for i, w := range ws {
		if w.first && i > 0 && (endsSentence(ws[i-1].text) || isUpper(w.text)) {
			out = append(out, line{text: join(cur), line: cur[0].line})
			cur = nil
		}
		cur = append(cur, w)
	}
	if len(cur) > 0 {
		out = append(out, line{text: join(cur), line: cur[0].line})
	}
	return out
}

// labels are the lines "Ayat (1)", "Huruf a", "Angka 1" that part an elucidation.
type labels struct {
	open []string
	seen map[string]bool
	next int // the place behind the label that was taken last
}

// take reports whether a label can stand here: each once below the one that holds it.
func (b *labels) take(kind, number string) bool {
	open := b.open
	for i, o := range open {
		if strings.HasPrefix(o, kind+"-") {
			open = open[:i]
			break
		}
	}
	if kind == "ayat" {
		open = nil
	}
	path := strings.Join(append(open[:len(open):len(open)], kind+"-"+number), ".")
	if b.seen[path] {
		return false
	}
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	b.seen[path] = true
	b.open = append(open[:len(open):len(open)], kind+"-"+number)
	return true
}

var letterNumber = regexp.MustCompile(`^([a-z]|aa|bb|cc|dd|ee|ff|gg)[.,:;]?$`)

// labelAt reads a label at i. A misread number is taken if it is the one that follows.
func (b *labels) labelAt(ws []word, i int, l *ledger) (text string, ok bool) {
	if i+1 >= len(ws) || !startsUpper(ws[i].text) || ws[i].text[1:] != ws[i].key[1:] && !isUpper(ws[i].text) {
		return "", false
	}
	if i > 0 && !ws[i].first && !endsSentence(ws[i-1].text) && !noise(ws[i-1].text) && i != b.next {
		return "", false
	}
	next := ws[i+1].text
	var kind, number string
	misread := false
	switch ws[i].key {
	case "ayat":
		kind = "ayat"
		bare := strings.TrimRight(next, ".,:;")
		if m := ayatMark.FindStringSubmatch(bare); m != nil {
			number = m[1] + m[2]
		} else if n := b.last("ayat") + 1; misreadAyat(bare, n) {
			number = itoa(n)
			misread = true
		}
	case "huruf":
		kind = "huruf"
		if m := letterNumber.FindStringSubmatch(next); m != nil {
			number = m[1]
		}
	case "angka":
		kind = "angka"
		if m := arabic.FindStringSubmatch(strings.TrimRight(next, ".,:;")); m != nil && m[2] == "" {
			number = itoa(atoi(m[1]))
			if number != m[1] {
				number = ""
			}
		}
	}
	if number == "" || i+2 < len(ws) && !ws[i+2].first && !startsHeadingText(ws[i+2]) && !strings.ContainsAny(ws[i+2].text[:1], `"“'`) {
		return "", false
	}
	if !b.take(kind, number) {
		return "", false
	}
	if misread {
		l.change("nomor ayat", ws[i+1].line, next, "("+number+")")
	}
	if kind == "ayat" {
		return "Ayat (" + number + ")", true
	}
	return strings.ToUpper(kind[:1]) + kind[1:] + " " + number, true
}

// last returns the number of the open label of a kind.
func (b *labels) last(kind string) int {
	for _, o := range b.open {
		if n, ok := strings.CutPrefix(o, kind+"-"); ok {
			return atoi(n)
		}
	}
	return 0
}

// hold remembers the items of a list below the open labels, for a label must not bear the name of one.
func (b *labels) hold(ls []line) {
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	path := slices.Clone(b.open)
	for _, l := range ls {
		first, _, _ := strings.Cut(l.text, " ")
		m, ok := markerOf(first)
		if !ok {
			continue
		}
		kind, number := "angka", itoa(m.n)
		if m.kind == 'a' {
			kind, number = "huruf", strings.TrimRight(first, ".)")
		}
		path = append(path[:min(len(path), len(b.open)+l.indent)], kind+"-"+number)
		b.seen[strings.Join(path, ".")] = true
	}
}

// explainLines divides an elucidation at its labels.
func explainLines(ws []word, b *labels, l *ledger) []line {
	var out []line
	start := 0
	b.next = -1
	flush := func(end int) {
		ls := lists(ws[start:end])
		b.hold(ls)
		out = append(out, ls...)
	}
	for i := 0; i < len(ws); i++ {
		text, ok := b.labelAt(ws, i, l)
		if !ok {
			continue
		}
		flush(i)
		out = append(out, line{text: text, own: true, line: ws[i].line})
		i++
		start, b.next = i+1, i+1
	}
	flush(len(ws))
	return out
}
