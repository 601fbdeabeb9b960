package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// groupKeywords are the words that head a group of articles, in the order of rank.
var groupKeywords = map[PortionKind]string{Book: "BUKU", Chapter: "BAB", Section: "Bagian", Subsection: "Paragraf"}

var groupRanks = []PortionKind{Book, Chapter, Section, Subsection}

// surroundings are the level-2 headings that hold no articles.
var surroundings = map[string]PortionKind{
	"Pembukaan": Preamble, "Menimbang": Preamble, "Mengingat": Preamble, "Memutuskan": Preamble, "Penutup": Closing,
	"Lampiran": Annex, "Ringkasan": Abstract,
}

var (
	groupHeading   = regexp.MustCompile(`^(BUKU|BAB|Bagian|Paragraf) ([IVXLCDM]+[A-Z]?|[0-9]+[A-Z]?|(?:K[eE][a-zA-Z]+|Pertama)(?: [Bb]elas| [Pp]uluh)?)(?: (.+))?$`)
	articleHeading = regexp.MustCompile(`^Pasal ([0-9]+[A-Z]*|[IVXLCDM]+)$`)
	ayatMarker     = regexp.MustCompile(`^\(([0-9]+[a-z]?)\)\s+`)
	pointMarker    = regexp.MustCompile(`^([a-z]{1,2})[.)]\s+`)
	itemMarker     = regexp.MustCompile(`^([0-9]+[a-z]?)[.)]\s+`)
	ordinalMarker  = regexp.MustCompile(`^(ke-[0-9]+)[.)]?\s+`)
	explainLabel   = regexp.MustCompile(`^(Ayat|Huruf|Angka) \(?([0-9]+[a-z]?|[a-z]{1,2})\)?$`)
)

// notAvailable stands in a text for wording that could not be read in any source.
const notAvailable = "[belum tersedia]"

// listIndent is how many spaces a list level stands further in than the one above it.
const listIndent = 3

// ParseWork reads one corpus file: front matter and structure. Citations are found later, by [NewLibrary]. The work is
// returned as far as it could be read, whatever the problems.
func ParseWork(file string, source []byte) (*Work, Problems) {
	w := &Work{File: file, portions: map[string]*Portion{}, marks: map[string]MarkedAs{}}
	lines, ctx := parseMarkdown(source)
	b := builder{work: w}
	b.problems, w.headed = decodeFrontMatter(file, source, ctx, &w.Meta)
	if w.Extent == "" {
		w.Extent = Full
	}
	for _, l := range lines {
		if l.level > 0 {
			b.unquote()
		}
		b.add(l)
	}
	b.applyMarks()
	return w, b.problems
}

// builder makes the tree of portions from the lines of a file, from top to bottom.
type builder struct {
	work     *Work
	problems Problems
	groups   []*Portion // open groups, outermost first
	top      *Portion   // the open article, preamble part, closing or elucidation; nil before the first
	ayat     *Portion   // the open ayat, or the open label of an elucidation
	labels   []*Portion // open labels of an elucidation, outermost first
	list     []*Portion // open list items, one a level
	explains bool       // the open part is an elucidation
	host     *builder   // what was open before the block quote in which we are; nil outside
}

func (b *builder) problem(line int, format string, args ...any) {
	b.problems = append(b.problems, Problem{b.work.File, line, fmt.Sprintf(format, args...)})
}

func (b *builder) add(l markdownLine) {
	switch l.level {
	case 0:
		b.quote(l)
		b.paragraph(l)
	case 1:
		if b.work.FullName != "" {
			b.problem(l.line, "judul kedua %q; satu berkas hanya memuat satu judul \"# …\"", l.plain)
		}
		b.work.FullName = l.plain
	case 2:
		b.heading(l)
	case 3:
		b.article(l)
	case 4:
		b.elucidation(l)
	default:
		b.problem(l.line, "judul tingkat %d tidak dikenal; tingkat yang ada: # judul, ## BAB, ### Pasal, #### Penjelasan", l.level)
	}
}

// quote goes into a block quote and out of it again. Each line "Pasal 455" in it opens an article of the amended law,
// which hangs on the item that introduces it.
func (b *builder) quote(l markdownLine) {
	switch {
	case !l.quoted:
		b.unquote()
		return
	case b.host == nil:
		host := *b
		b.host = &host
		if b.top != nil {
			b.top = b.holderOfQuote()
		}
		b.closeText()
	}
}

// unquote goes back to what was open before the block quote.
func (b *builder) unquote() {
	if b.host == nil {
		return
	}
	problems := b.problems
	*b = *b.host
	b.problems, b.host = problems, nil
}

// holderOfQuote returns the list item, ayat, label or part under which a quote stands.
func (b *builder) holderOfQuote() *Portion {
	if p := last(b.list); p != nil {
		return p
	}
	return b.base()
}

// quotedArticle opens an article of the amended law.
func (b *builder) quotedArticle(number string, line int) {
	holder := b.host.holderOfQuote()
	b.closeText()
	b.top = b.put(holder, &Portion{Kind: Quoted, Number: number, Line: line, Fragment: holder.Fragment + ".pasal-" + strings.ToLower(number)})
}

// heading opens a group of articles or one of the parts around them.
func (b *builder) heading(l markdownLine) {
	b.closeText()
	b.explains = false
	if kind, ok := surroundings[l.plain]; ok {
		b.groups = nil
		b.top = b.put(nil, &Portion{Kind: kind, Title: l.plain, Line: l.line, Fragment: strings.ToLower(l.plain)})
		return
	}
	if strings.HasPrefix(l.plain, "PENJELASAN ATAS ") {
		b.groups = nil
		b.explains = true
		b.top = b.put(nil, &Portion{Kind: Elucidation, Title: l.plain, Line: l.line, Fragment: "penjelasan"})
		return
	}
	m := groupHeading.FindStringSubmatch(l.plain)
	if m == nil {
		b.problem(l.line, "judul %q tidak dikenal; yang ada: BUKU, BAB, Bagian, Paragraf, Pembukaan, Menimbang, Mengingat, Memutuskan, Penutup, Lampiran, Ringkasan, PENJELASAN ATAS", l.plain)
		return
	}
	b.top = nil
	rank := slices.IndexFunc(groupRanks, func(k PortionKind) bool { return groupKeywords[k] == m[1] })
	for len(b.groups) > 0 && slices.Index(groupRanks, b.groups[len(b.groups)-1].Kind) >= rank {
		b.groups = b.groups[:len(b.groups)-1]
	}
	parent := last(b.groups)
	fragment := strings.ToLower(m[1] + "-" + strings.ReplaceAll(m[2], " ", "-"))
	if parent != nil {
		fragment = parent.Fragment + "." + fragment
	}
	b.groups = append(b.groups, b.put(parent, &Portion{Kind: groupRanks[rank], Number: m[2], Title: m[3], Line: l.line, Fragment: fragment}))
}

func (b *builder) article(l markdownLine) {
	b.closeText()
	b.explains = false
	m := articleHeading.FindStringSubmatch(l.plain)
	if m == nil {
		b.problem(l.line, "judul %q bukan Pasal; tulis \"### Pasal 2\" tanpa kata lain", l.plain)
		return
	}
	b.top = b.put(last(b.groups), &Portion{Kind: Article, Number: m[1], Line: l.line, Fragment: "pasal-" + strings.ToLower(m[1])})
	b.work.articles = append(b.work.articles, b.top)
}

func (b *builder) elucidation(l markdownLine) {
	article := b.top
	b.closeText()
	if l.plain != "Penjelasan" || article == nil || article.Kind != Article {
		b.problem(l.line, "judul %q salah tempat; \"#### Penjelasan\" berdiri di bawah Pasalnya", l.plain)
		return
	}
	b.explains = true
	b.top = b.put(article, &Portion{Kind: Elucidation, Line: l.line, Fragment: article.Fragment + ".penjelasan"})
}

// closeText ends the open ayat, labels and list.
func (b *builder) closeText() { b.ayat, b.labels, b.list = nil, nil, nil }

// paragraph places a line without heading: an ayat, a label of an elucidation, a list item or running text.
func (b *builder) paragraph(l markdownLine) {
	if b.top == nil {
		b.problem(l.line, "teks %q berdiri di luar Pasal dan bagian mana pun", excerpt(l.plain))
		return
	}
	if b.top.Kind == Annex {
		b.text(b.top, l)
		return
	}
	if l.quoted {
		if m := articleHeading.FindStringSubmatch(l.plain); m != nil {
			b.quotedArticle(m[1], l.line)
			return
		}
	}
	if b.explains {
		if m := explainLabel.FindStringSubmatch(l.plain); m != nil {
			b.label(strings.ToLower(m[1]), m[2], l.line)
			return
		}
	} else if m := ayatMarker.FindStringSubmatch(l.plain); m != nil && l.indent == 0 && (b.top.Kind == Article || b.top.Kind == Quoted) {
		b.list = nil
		b.ayat = b.put(b.top, &Portion{Kind: Paragraph, Number: m[1], Line: l.line, Fragment: b.top.Fragment + ".ayat-" + m[1]})
		b.text(b.ayat, l.cut(len(m[0])))
		return
	}
	if kind, number, width := listMarker(l.plain); width > 0 {
		b.item(kind, number, l, width)
		return
	}
	b.text(b.holder(l), l)
}

// label opens the part of an elucidation that explains one ayat, huruf or angka. A label closes the open label of its
// own kind, with all below it, and else stands under the innermost one.
func (b *builder) label(kind, number string, line int) {
	b.list = nil
	if i := slices.IndexFunc(b.labels, func(p *Portion) bool { return strings.HasPrefix(lastStep(p.Fragment), kind+"-") }); i >= 0 {
		b.labels = b.labels[:i]
	}
	if kind == "ayat" {
		b.labels = nil
	}
	parent := last(b.labels)
	if parent == nil {
		parent = b.top
	}
	p := &Portion{Kind: labelKinds[kind], Number: number, Line: line, Explains: true, Fragment: parent.Fragment + "." + kind + "-" + number}
	b.ayat = b.put(parent, p)
	b.labels = append(b.labels, p)
}

var labelKinds = map[string]PortionKind{"ayat": Paragraph, "huruf": Point, "angka": Item}

// item places one item of a list. Its level is told by the indentation.
func (b *builder) item(kind PortionKind, number string, l markdownLine, width int) {
	level := l.indent / listIndent
	if l.indent%listIndent != 0 || level > len(b.list) {
		b.problem(l.line, "indentasi %d spasi tidak cocok; butir bertingkat menjorok %d spasi dari butir di atasnya", l.indent, listIndent)
		level = min(level, len(b.list))
	}
	b.list = b.list[:level]
	parent := last(b.list)
	if parent == nil {
		parent = b.base()
	}
	fragment := parent.Fragment + "." + itemStep(kind, number)
	// Explanatory text may hold several lists one after another. Each after the first gets a step of its own.
	for n := 2; b.work.portions[fragment] != nil && b.explains; n++ {
		fragment = fmt.Sprintf("%s.daftar-%d.%s", parent.Fragment, n, itemStep(kind, number))
	}
	p := b.put(parent, &Portion{Kind: kind, Number: number, Line: l.line, Fragment: fragment})
	b.list = append(b.list, p)
	b.text(p, l.cut(width))
}

// holder returns the portion to which running text belongs: the list item above a line that is indented, else the
// open ayat, label or part. Running text at the margin ends a list.
func (b *builder) holder(l markdownLine) *Portion {
	if level := l.indent / listIndent; level > 0 && level <= len(b.list) {
		b.list = b.list[:level]
		return b.list[level-1]
	}
	b.list = nil
	return b.base()
}

func (b *builder) base() *Portion {
	if b.ayat != nil {
		return b.ayat
	}
	return b.top
}

func (b *builder) text(p *Portion, l markdownLine) {
	p.Body = append(p.Body, Block{Text: &Text{Plain: l.plain, Emphasis: l.emphasis, Line: l.line}})
}

// put adds a portion to its parent, or to the top of the work, and to the work's tables.
func (b *builder) put(parent, p *Portion) *Portion {
	p.Work, p.Parent = b.work, parent
	if first := b.work.portions[p.Fragment]; first != nil {
		b.problem(p.Line, "%s sudah ada pada baris %d", p.Heading(), first.Line)
	} else {
		b.work.portions[p.Fragment] = p
	}
	b.work.order = append(b.work.order, p)
	if parent == nil {
		b.work.Body = append(b.work.Body, p)
	} else {
		parent.Body = append(parent.Body, Block{Portion: p})
	}
	return p
}

// applyMarks turns the front matter's unchecked, summary and missing lists into marks by fragment.
func (b *builder) applyMarks() {
	if b.work.portions["ringkasan"] != nil {
		b.work.marks["ringkasan"] = MarkedAs{"summary", "Ringkasan ini kami tulis sendiri; bunyi peraturannya tidak ada dalam koleksi."}
	}
	for _, list := range []struct {
		kind  string
		marks []Mark
	}{{"unchecked", b.work.Unchecked}, {"summary", b.work.Summary}, {"missing", b.work.Missing}} {
		for _, m := range list.marks {
			for _, f := range m.Portions {
				b.work.marks[f] = MarkedAs{list.kind, m.Why}
			}
		}
	}
}

// listMarker reads "a.", "1.", "a)", "1)" or "ke-1" at the start of a line; width is its length, 0 if there is none.
func listMarker(s string) (kind PortionKind, number string, width int) {
	if end := strings.IndexAny(s, " \t\n\f\r"); end < 1 || s[end-1] != '.' && s[end-1] != ')' && !strings.HasPrefix(s, "ke-") {
		return "", "", 0 // most lines; the patterns are slow
	}
	for _, m := range []struct {
		kind    PortionKind
		pattern *regexp.Regexp
	}{{Point, pointMarker}, {Item, itemMarker}, {Item, ordinalMarker}} {
		if f := m.pattern.FindStringSubmatch(s); f != nil && (len(f[1]) < 2 || m.kind != Point || f[1][0] == f[1][1]) {
			return m.kind, f[1], len(f[0])
		}
	}
	return "", "", 0
}

func itemStep(kind PortionKind, number string) string {
	switch {
	case strings.HasPrefix(number, "ke-"):
		return number
	case kind == Point:
		return "huruf-" + number
	}
	return "angka-" + number
}

// cut takes n bytes off the front of a line, which its emphasis follows.
func (l markdownLine) cut(n int) markdownLine {
	l.plain = l.plain[n:]
	emphasis := make([]Span, 0, len(l.emphasis))
	for _, s := range l.emphasis {
		if s.Start >= n {
			emphasis = append(emphasis, Span{s.Start - n, s.End - n})
		}
	}
	l.emphasis = emphasis
	return l
}

func last(ps []*Portion) *Portion {
	if len(ps) == 0 {
		return nil
	}
	return ps[len(ps)-1]
}

func lastStep(fragment string) string { return fragment[strings.LastIndexByte(fragment, '.')+1:] }

func excerpt(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// ordinal returns the place of a number in its sequence: "b" is 2, "3" is 3, "2a" is 2 with a letter, "aa" is 27.
func ordinal(number string) (n int, letter string) {
	digits := strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if digits != "" {
		n, _ = strconv.Atoi(strings.TrimPrefix(digits, "ke-"))
		return n, strings.ToLower(number[len(digits):])
	}
	return int(number[0]-'a') + 1 + 26*(len(number)-1), ""
}
