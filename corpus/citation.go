package corpus

import (
	"slices"
	"strconv"
	"strings"
)

// Resolution says what became of a citation.
type Resolution int

// The ways a citation can end. Only the first is a link; the others are listed, never guessed.
const (
	Resolved    Resolution = iota // the portion is in the collection
	NotHeld                       // the law is known, its text or that portion is not in the collection
	LawNotNamed                   // the sentence does not tell which law it means
	Dangling                      // the work is in the collection in full and has no such portion
)

// Citation is a mention of a work or a portion in running text.
type Citation struct {
	Span              // where it stands in the text; empty for the inside of a range
	Target Ref        // what it means
	State  Resolution // set by [NewLibrary]
	From   *Portion   // the portion in whose text it stands; nil outside a library
}

// finder finds citations by a small grammar over tokens:
//
//	run  = ref { connector ref }          "Pasal 2 ayat (2), Pasal 3, dan Pasal 4", "Pasal 79 sampai dengan Pasal 87"
//	ref  = "Pasal" number { level }       a new article
//	     | level                          another ayat, huruf or angka of the article before, or of the text's own
//	law  = kind "Nomor" n "Tahun" y | kind n "/" y | alias | "Undang-Undang ini"
//
// A run belongs to the law directly after it, else to the law directly before it, else, after "jo.", to the law of the
// run before, else to the law in which the text stands. Nothing is looked for across the end of a sentence, since a
// full stop is no connector.
type finder struct {
	aliases map[string][]alias // by first word
}

// alias is another name of a work, as words in lower case.
type alias struct {
	words []string
	work  *Work
}

func newFinder(works []*Work) *finder {
	f := &finder{aliases: map[string][]alias{}}
	for _, w := range works {
		names := append([]string{w.Short}, w.Aliases...)
		if w.Title != "" && strings.HasPrefix(w.ID, "uu/") {
			names = append(names, "undang-undang tentang "+w.Title)
		}
		for _, name := range names {
			words := tokenWords(tokenize(name))
			if len(words) == 0 {
				continue
			}
			f.aliases[words[0]] = append(f.aliases[words[0]], alias{words, w})
			if words[0] == "uu" {
				f.aliases["undang"] = append(f.aliases["undang"], alias{append([]string{"undang", "undang"}, words[1:]...), w})
			}
		}
	}
	for _, as := range f.aliases {
		slices.SortStableFunc(as, func(a, b alias) int { return len(b.words) - len(a.words) })
	}
	return f
}

// find returns the citations in text, in reading order. Home is where the text stands (its Work is empty for text
// that belongs to no law); day decides between two laws of one name, such as the KUHP before and after 2026.
func (f *finder) find(text string, home Ref, day Date) []*Citation {
	s := scan{finder: f, tokens: tokenize(text), home: home, day: day}
	s.events()
	return s.citations()
}

// event is a run of references or the mention of a law.
type event struct {
	from, to int // tokens
	run      []mention
	law      *Ref // nil for a run
	self     bool // "Undang-Undang ini"
	attached bool // a run took this law; it is not cited as a whole
	titleEnd int  // after the law's title, if one follows
}

// mention is one member of a run: where it stands, and its steps below the law.
type mention struct {
	span  Span
	steps []string
	known bool // false for a level without an article to hang on
}

type scan struct {
	*finder
	tokens []token
	home   Ref
	day    Date
	found  []event
}

// events cuts the text into runs and laws.
func (s *scan) events() {
	for i := 0; i < len(s.tokens); {
		if e, ok := s.law(i); ok {
			s.levelsAfterLaw(&e)
			s.found = append(s.found, e)
			i = max(e.to, e.titleEnd)
		} else if e, ok := s.run(i); ok {
			s.found = append(s.found, e)
			i = e.to
		} else {
			i++
		}
	}
}

// levelsAfterLaw reads levels written after the law, "Pasal 55 KUHP ayat (1)", into the reference before it.
func (s *scan) levelsAfterLaw(law *event) {
	if len(s.found) == 0 {
		return
	}
	prev := s.found[len(s.found)-1]
	if prev.law != nil || prev.to != law.from || s.word(law.to) == "pasal" {
		return
	}
	m := &prev.run[len(prev.run)-1]
	if steps, kind, next := s.ref(law.to, m.steps); next > 0 && kind != "pasal" {
		m.steps = steps
		law.to, law.titleEnd = next, next
	}
}

// citations gives each run its law and returns everything in reading order.
func (s *scan) citations() []*Citation {
	laws := make([]*Ref, len(s.found)) // the law of each event
	for i := range s.found {
		e := &s.found[i]
		if e.law != nil {
			laws[i] = e.law
			continue
		}
		laws[i] = s.lawOf(i, laws)
	}
	var out []*Citation
	for i, e := range s.found {
		if e.law != nil {
			if !e.self && !e.attached {
				out = append(out, &Citation{Span: s.span(e.from, e.to), Target: *e.law})
			}
			continue
		}
		for _, m := range e.run {
			target := Ref{}
			if laws[i] != nil {
				target.Work = laws[i].Work
			}
			target.Fragment = strings.Join(m.steps, ".")
			if !m.known {
				if s.home.Work == "" {
					continue // "huruf a" in a text that belongs to no law counts things, not portions
				}
				target.Work = ""
			}
			out = append(out, &Citation{Span: m.span, Target: target})
		}
	}
	return out
}

// lawOf finds the law of the run i. It marks a law that is taken as attached.
func (s *scan) lawOf(i int, laws []*Ref) *Ref {
	e := &s.found[i]
	if i+1 < len(s.found) {
		if next := &s.found[i+1]; next.law != nil && s.onlyGlue(e.to, next.from) {
			next.attached = true
			return next.law
		}
	}
	if i > 0 {
		prev := &s.found[i-1]
		if prev.law != nil && !prev.attached && s.lawLeads(prev, e.from) {
			prev.attached = true
			return prev.law
		}
		end := prev.to
		if prev.law != nil {
			end = prev.titleEnd
		}
		if laws[i-1] != nil && s.onlyJo(end, e.from) {
			return laws[i-1]
		}
	}
	if s.home.Work != "" && !s.meansOtherLaw(e.to) && !s.speaksOfAmended(e.run[0]) {
		return &Ref{Work: s.home.Work}
	}
	return nil
}

// speaksOfAmended reports whether a text in an amending law, whose own articles have Roman numbers, names an article of
// the law it amends: "Di antara Pasal 7 dan Pasal 8 disisipkan …".
func (s *scan) speaksOfAmended(m mention) bool {
	own, _, _ := strings.Cut(s.home.Fragment, ".")
	article, isArticle := strings.CutPrefix(m.steps[0], "pasal-")
	return isArticle && strings.HasPrefix(own, "pasal-") && isRoman(strings.TrimPrefix(own, "pasal-")) && !isRoman(article)
}

// meansOtherLaw reports whether the words after a run tell that it belongs to a law that is named elsewhere: "Pasal 5
// Undang-Undang tersebut", "Pasal 136 Undang-Undang yang bersangkutan", and the left side of "Pasal 15 pengacuannya
// diganti dengan Pasal 244" (UU 1/2023 Pasal 622).
func (s *scan) meansOtherLaw(i int) bool {
	if s.word(i) == "pengacuannya" {
		return true
	}
	to := s.skipWords(i, []string{"undang", "undang"})
	return to > 0 && (s.word(to) == "tersebut" || s.is(to, "yang", "bersangkutan"))
}

// onlyGlue reports whether nothing but a preposition parts a run from the law after it.
func (s *scan) onlyGlue(from, to int) bool {
	for _, t := range s.tokens[from:to] {
		switch t.word {
		case "dari", "dalam", "pada":
		default:
			return false
		}
	}
	return true
}

// lawLeads reports whether a run that starts at token to is led by the law before it: "UU 21/2007 Pasal 2",
// "… tentang Perlindungan Anak, Pasal 83".
func (s *scan) lawLeads(law *event, to int) bool {
	if law.titleEnd > to {
		return false
	}
	for _, t := range s.tokens[law.titleEnd:to] {
		switch t.word {
		case ",", "pada", "dalam", "khususnya", "yaitu", ":":
		default:
			return false
		}
	}
	return true
}

// onlyJo reports whether two runs are joined by "jo.", which carries the law over.
func (s *scan) onlyJo(from, to int) bool {
	jo := false
	for _, t := range s.tokens[min(from, to):to] {
		switch t.word {
		case "jo", "juncto", "junto":
			jo = true
		case ".", ",":
		default:
			return false
		}
	}
	return jo
}

func (s *scan) span(from, to int) Span {
	return Span{s.tokens[from].start, s.tokens[to-1].end}
}

// word returns the token at i, or "".
func (s *scan) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].word
}

// is reports whether the tokens from i on are the words given.
func (s *scan) is(i int, words ...string) bool {
	for j, w := range words {
		if s.word(i+j) != w {
			return false
		}
	}
	return true
}

// run reads references joined by connectors.
func (s *scan) run(i int) (event, bool) {
	steps := homeSteps(s.home.Fragment)
	first, kind, next := s.ref(i, steps)
	if next == 0 {
		return event{}, false
	}
	if kind != "pasal" && s.word(i) != "pasal" && s.word(next) == "pasal" { // "ayat (1) Pasal 48"
		if article, k, to := s.ref(next, nil); to > 0 && k == "pasal" {
			first, next = append(article, first[len(first)-1]), to
		}
	}
	known := strings.HasPrefix(first[0], "pasal-") || len(steps) > 0
	e := event{from: i, to: next, run: []mention{{s.span(i, next), first, known}}}
	if s.word(i-1) == "penjelasan" {
		defer e.explain()
	}
	current := first
	for {
		at, through := s.connector(e.to)
		if at == 0 && s.word(e.to) == "pasal" {
			at = e.to // a transcript that has lost its commas: "pasal 80 pasal 82 dan pasal 88"
		}
		if at == 0 {
			if at = s.listGoesOn(e.to, current); at == 0 {
				return e, true
			}
		}
		steps, k, next := s.ref(at, current)
		if next == 0 {
			steps, next = s.bare(at, current, kind)
			k = kind
		}
		if next == 0 {
			return e, true
		}
		if through {
			for _, between := range stepsBetween(current, steps) {
				e.run = append(e.run, mention{Span{s.tokens[at].start, s.tokens[at].start}, between, known})
			}
		}
		known = known || strings.HasPrefix(steps[0], "pasal-")
		e.run = append(e.run, mention{s.span(at, next), steps, known})
		e.to, current, kind = next, steps, k
	}
}

// ref reads one reference at token i: an article with its levels, or levels that hang on the steps before. It returns
// the new steps, the kind of the last one, and the token after it, 0 if there is no reference.
func (s *scan) ref(i int, base []string) (steps []string, kind string, next int) {
	steps = slices.Clone(base)
	for {
		k, number, to := s.level(i, len(steps) > 0 && strings.HasPrefix(steps[len(steps)-1], "pasal-") && next > 0)
		if to == 0 || (k == "pasal" && next > 0) {
			return steps, kind, next
		}
		if kind != "" && rank(k) <= rank(kind) {
			return steps, kind, next
		}
		steps = place(steps, k, number)
		kind, next, i = k, to, to
	}
}

// explain makes the references of a run mean the elucidation of their articles: "penjelasan Pasal 2 ayat (1)".
func (e *event) explain() {
	for i, m := range e.run {
		if strings.HasPrefix(m.steps[0], "pasal-") {
			e.run[i].steps = slices.Insert(slices.Clone(m.steps), 1, "penjelasan")
		}
	}
}

// listGoesOn reports, by returning i, that the number or letter at i continues a list from which the transcript has
// dropped the commas: "ayat 1 2 3 dan 4". It must be greater than the one before.
func (s *scan) listGoesOn(i int, current []string) int {
	kind, number, _ := strings.Cut(current[len(current)-1], "-")
	w := s.word(i)
	fits := kind == "huruf" && isLetter(w) || (kind == "ayat" || kind == "angka") && isNumber(w)
	if !fits || len(w) > 2 {
		return 0
	}
	before, _ := ordinal(number)
	if n, _ := ordinal(w); n <= before {
		return 0
	}
	if next := s.word(i + 1); s.endsItem(i+1) || isNumber(next) && len(next) <= 2 || isLetter(next) {
		return i
	}
	return 0
}

func rank(kind string) int {
	return slices.Index([]string{"pasal", "ayat", "huruf", "angka", "ke"}, kind)
}

// place puts a step among others: a new article clears them, an ayat follows the article, and a huruf or angka
// replaces the one of its kind or goes below.
func place(steps []string, kind, number string) []string {
	step := kind + "-" + number
	switch kind {
	case "pasal":
		return []string{step}
	case "ayat":
		if len(steps) > 0 {
			steps = steps[:1]
		}
		return append(slices.Clip(steps), step)
	}
	for i, old := range steps {
		if strings.HasPrefix(old, kind+"-") {
			return append(slices.Clip(steps[:i]), step)
		}
	}
	return append(slices.Clip(steps), step)
}

// level reads "Pasal 2", "ayat (1)", "huruf a", "angka 7" or "ke-1" at token i. Directly after an article number a
// bracketed number is an ayat too: "Pasal 2 (1)".
func (s *scan) level(i int, afterArticle bool) (kind, number string, next int) {
	switch w := s.word(i); w {
	case "pasal", "ps", "psl":
		return s.articleNumber(i + 1)
	case "ayat":
		if s.word(i+1) == "ke" {
			i++
			if s.word(i+1) == "-" {
				i++
			}
		}
		if n, to := s.bracketed(i + 1); to > 0 {
			return "ayat", n, to
		}
		if isNumber(s.word(i + 1)) {
			return "ayat", s.word(i + 1), i + 2
		}
	case "huruf", "hurup", "hrf":
		if s.is(i+1, "(") && isLetter(s.word(i+2)) && s.word(i+3) == ")" {
			return "huruf", s.word(i + 2), i + 4
		}
		if isPoint(s.word(i + 1)) {
			return "huruf", s.word(i + 1), i + 2
		}
	case "angka", "butir", "poin", "point":
		if isNumber(s.word(i + 1)) {
			return "angka", s.word(i + 1), i + 2
		}
	case "no":
		if afterArticle && isNumber(s.word(i+1)) {
			return "angka", s.word(i + 1), i + 2
		}
	case "sub":
		if isLetter(s.word(i+1)) && isNumber(s.word(i-1)) {
			return "huruf", s.word(i + 1), i + 2
		}
	case "ke":
		j := i + 1
		if s.word(j) == "-" {
			j++
		}
		if isNumber(s.word(j)) && afterArticleLevel(s.word(i-1)) {
			return "ke", s.word(j), j + 1
		}
	case "(":
		if afterArticle {
			if n, to := s.bracketed(i); to > 0 {
				return "ayat", n, to
			}
		}
	default:
		return s.keylessLevel(i, afterArticle)
	}
	return "", "", 0
}

// keylessLevel reads a level whose keyword the writer left out: the ayat of "pasal 102 1 huruf a", the huruf of
// "pasal 193 ayat 2 b KUHAP" and "103 (1) c UU 39/2004".
func (s *scan) keylessLevel(i int, afterArticle bool) (kind, number string, next int) {
	w := s.word(i)
	switch {
	case afterArticle && isNumber(w) && len(w) <= 2 && s.endsItem(i+1):
		return "ayat", w, i + 1
	case !afterArticle && isLetter(w) && s.endsItem(i+1) &&
		(s.word(i-2) == "ayat" || s.word(i-1) == ")" && isNumber(s.word(i-2))):
		return "huruf", w, i + 1
	}
	return "", "", 0
}

// afterArticleLevel reports whether "ke-1" after this token counts a part of an article, not a child or a day.
func afterArticleLevel(prev string) bool { return prev == ")" || isNumber(prev) }

// articleNumber reads the number of an article: 2, 76F, "28 D", II.
func (s *scan) articleNumber(i int) (kind, number string, next int) {
	if s.word(i) == "." {
		i++
	}
	w := s.word(i)
	if w == "" {
		return "", "", 0
	}
	t := s.tokens[i]
	switch {
	case isNumber(w):
		if n := s.word(i + 1); isLetter(n) && t.end+1 == s.tokens[i+1].start &&
			(s.tokens[i+1].upper && s.word(i+2) != "." || s.endsItem(i+2) && s.word(i+2) != "" && s.word(i+2) != ".") {
			return "pasal", w + n, i + 2
		}
		return "pasal", w, i + 1
	case t.upper && isRoman(w):
		return "pasal", w, i + 1
	}
	return "", "", 0
}

func (s *scan) bracketed(i int) (number string, next int) {
	if s.word(i) == "(" && isNumber(s.word(i+1)) && s.word(i+2) == ")" {
		return s.word(i + 1), i + 3
	}
	return "", 0
}

// bare reads a number or letter that continues a list without its keyword: "ayat (1), (2) dan (3)", "huruf a, b, dan c".
func (s *scan) bare(i int, base []string, kind string) (steps []string, next int) {
	if kind == "ayat" {
		if n, to := s.bracketed(i); to > 0 {
			return place(slices.Clone(base), kind, n), to
		}
	}
	w := s.word(i)
	fits := kind == "huruf" && isLetter(w) || kind != "huruf" && isNumber(w)
	if !fits || !s.endsItem(i+1) && s.listGoesOn(i+1, []string{kind + "-" + w}) == 0 {
		return nil, 0
	}
	steps = place(slices.Clone(base), kind, w)
	if below, k, to := s.ref(i+1, steps); to > 0 && rank(k) > rank(kind) {
		return below, to
	}
	return steps, i + 1
}

// endsItem reports whether token i can follow a bare list member.
func (s *scan) endsItem(i int) bool {
	switch s.word(i) {
	case "", ",", ".", ";", ":", ")", "dan", "atau", "jo", "juncto", "ayat", "huruf":
		return true
	}
	_, law := s.law(i)
	return law
}

// connector reads what joins two references; through tells a range. It returns 0 if there is none.
func (s *scan) connector(i int) (next int, through bool) {
	start := i
	if s.word(i) == "," {
		i++
	}
	switch s.word(i) {
	case "dan", "atau", "serta", "maupun", "&":
		i++
		if s.word(i) == "/" && (s.word(i+1) == "atau" || s.word(i+1) == "dan") {
			i += 2
		}
	case "jo", "juncto", "junto":
		i++
		if s.word(i) == "." {
			i++
		}
	case "sampai":
		if s.word(i+1) == "dengan" {
			return i + 2, true
		}
	case "s":
		if s.is(i, "s", "/", "d") {
			return i + 3, true
		}
		if s.is(i, "s", ".", "d", ".") {
			return i + 4, true
		}
	case "hingga":
		return i + 1, true
	case "-", "–", "—":
		if isNumber(s.word(i+1)) && isNumber(s.word(i-1)) {
			return i + 1, true
		}
	}
	if i == start || i >= len(s.tokens) {
		return 0, false
	}
	return i, false
}

// stepsBetween lists what lies inside a range whose ends differ in their last step only, "pasal-79" to "pasal-82".
// Ends that do not count up from one to the other have nothing between them.
func stepsBetween(a, b []string) [][]string {
	if len(a) != len(b) || len(a) == 0 || !slices.Equal(a[:len(a)-1], b[:len(b)-1]) {
		return nil
	}
	kind, x, _ := strings.Cut(a[len(a)-1], "-")
	kindB, y, _ := strings.Cut(b[len(b)-1], "-")
	if kind != kindB {
		return nil
	}
	var out [][]string
	add := func(number string) {
		out = append(out, append(slices.Clip(slices.Clone(a[:len(a)-1])), kind+"-"+number))
	}
	const longest = 200 // articles in a range; more than that is a slip of the pen
	if kind == "huruf" && len(x) == 1 && len(y) == 1 {
		for c := x[0] + 1; c < y[0]; c++ {
			add(string(c))
		}
		return out
	}
	if kind == "pasal" && isRoman(x) && isRoman(y) {
		for n := parseRoman(strings.ToUpper(x)) + 1; n < parseRoman(strings.ToUpper(y)); n++ {
			add(strings.ToLower(formatRoman(n)))
		}
		return out
	}
	from, errA := strconv.Atoi(x)
	to, errB := strconv.Atoi(y)
	if errA != nil || errB != nil || to-from > longest {
		return nil
	}
	for n := from + 1; n < to; n++ {
		add(strconv.Itoa(n))
	}
	return out
}

// homeSteps returns the steps on which a level without an article hangs: those of the portion in which the text
// stands, less the elucidation, which speaks of its article. In the general elucidation there are none.
func homeSteps(fragment string) []string {
	part, _, _ := strings.Cut(fragment, ".")
	if part == "" || part == "penjelasan" || part == "ringkasan" {
		return nil
	}
	var out []string
	for step := range strings.SplitSeq(fragment, ".") {
		if step != "penjelasan" && !strings.HasPrefix(step, "daftar-") {
			out = append(out, step)
		}
	}
	return out
}

// lawKinds are the words that begin the number of a law, longest first, with the kind in its id.
var lawKinds = []struct {
	words []string
	kind  string
}{
	{[]string{"peraturan", "pemerintah", "pengganti", "undang", "undang"}, "perppu"},
	{[]string{"perppu"}, "perppu"},
	{[]string{"peraturan", "pemerintah"}, "pp"},
	{[]string{"pp"}, "pp"},
	{[]string{"peraturan", "presiden"}, "perpres"},
	{[]string{"perpres"}, "perpres"},
	{[]string{"keputusan", "presiden"}, "keppres"},
	{[]string{"keppres"}, "keppres"},
	{[]string{"peraturan", "mahkamah", "agung"}, "perma"},
	{[]string{"perma"}, "perma"},
	{[]string{"undang", "undang"}, "uu"},
	{[]string{"uu"}, "uu"},
	{[]string{"uuri"}, "uu"},
	{[]string{"u", "u"}, "uu"},
}

// law reads the mention of a law at token i.
func (s *scan) law(i int) (event, bool) {
	if id, to := s.regional(i); to > 0 {
		return s.lawEvent(i, to, id), true
	}
	w, aliasEnd := s.alias(i)
	for _, k := range lawKinds {
		to := s.skipWords(i, k.words)
		if to == 0 {
			continue
		}
		if id, end := s.lawNumber(to, k.kind); end > aliasEnd { // "undang-undang imigrasi no 9 tahun 1992"
			return s.lawEvent(i, end, id), true
		}
		if aliasEnd > 0 {
			break
		}
		if s.word(to) == "ini" && s.home.Work != "" {
			return event{from: i, to: to + 1, titleEnd: to + 1, law: &Ref{Work: s.home.Work}, self: true}, true
		}
		return event{}, false
	}
	if aliasEnd == 0 {
		return event{}, false
	}
	e := s.lawEvent(i, aliasEnd, w.ID)
	e.self = w.ID == s.home.Work
	return e, true
}

// places are the short names of places in the ids of regional regulations, where they are not simply their words.
var places = map[string]string{
	"daerah istimewa yogyakarta": "diy", "nusa tenggara timur": "ntt", "nusa tenggara barat": "ntb", "jawa barat": "jabar",
	"jawa tengah": "jateng", "jawa timur": "jatim", "sulawesi selatan": "sulsel", "sulawesi utara": "sulut", "sumatera utara": "sumut",
	"kalimantan barat": "kalbar", "timor tengah selatan": "tts",
}

// regional reads "Peraturan Daerah Provinsi Nusa Tenggara Timur Nomor 14 Tahun 2008".
func (s *scan) regional(i int) (id string, next int) {
	to := s.skipWords(i, []string{"peraturan", "daerah"})
	if to == 0 {
		return "", 0
	}
	switch s.word(to) {
	case "provinsi", "propinsi", "kabupaten", "kota":
		to++
	}
	const longest = 5 // words in the name of a place
	for n := 1; n <= longest; n++ {
		if w := s.word(to + n - 1); w == "" || letterRun(w) != len(w) {
			return "", 0
		}
		if s.word(to+n) != "nomor" && s.word(to+n) != "no" {
			continue
		}
		var words []string
		for _, t := range s.tokens[to : to+n] {
			words = append(words, t.word)
		}
		place := strings.Join(words, " ")
		if short, ok := places[place]; ok {
			place = short
		}
		return s.lawNumber(to+n, "perda/"+strings.ReplaceAll(place, " ", "-"))
	}
	return "", 0
}

// lawEvent makes the event of a law. "penjelasan umum" before it makes it mean the general elucidation.
func (s *scan) lawEvent(from, to int, id string) event {
	ref := Ref{Work: id}
	if s.word(from-1) == "umum" && s.word(from-2) == "penjelasan" {
		ref.Fragment = "penjelasan"
	}
	end := s.title(to, id)
	return event{from: from, to: max(to, s.otherName(to, id)), titleEnd: end, law: &ref}
}

// otherName returns the token after a second name of the same law that follows at once: "… Hukum Pidana (KUHP)".
func (s *scan) otherName(i int, id string) int {
	at := i
	if s.word(at) == "(" {
		at++
	}
	w, to := s.alias(at)
	if w == nil || w.ID != id {
		return i
	}
	if at > i && s.word(to) == ")" {
		to++
	}
	return to
}

// alias reads a name of a work of the library. Of two works with one name it takes the one in force on the day.
func (s *scan) alias(i int) (*Work, int) {
	var best *Work
	length, end := 0, 0
	for _, a := range s.aliases[s.word(i)] {
		to := s.skipWords(i, a.words)
		if to == 0 || len(a.words) < length {
			continue
		}
		if best == nil || s.newer(a.work, best) {
			best, length, end = a.work, len(a.words), to
		}
	}
	if best != nil && best.ID == "uud" && s.word(end) == "tahun" && s.word(end+1) == "1945" {
		end += 2
	} else if best != nil && best.ID == "uud" && s.word(end) == "1945" {
		end++
	}
	return best, end
}

func (s *scan) newer(a, b *Work) bool {
	if own := s.home.Work; a.ID == own || b.ID == own {
		return a.ID == own // a law that speaks of itself
	}
	started := func(w *Work) bool { return !s.day.Before(w.InForce) }
	if started(a) != started(b) {
		return started(a)
	}
	return b.InForce.Before(a.InForce)
}

// skipWords returns the token after the words, hyphens between them aside; 0 if they are not there.
func (s *scan) skipWords(i int, words []string) int {
	for n, w := range words {
		if n > 0 && s.word(i) == "-" {
			i++
		}
		if s.word(i) != w {
			return 0
		}
		i++
	}
	return i
}

// lawNumber reads "[Republik Indonesia] [Nomor] 21 Tahun 2007" or "21/2007" and returns the id.
func (s *scan) lawNumber(i int, kind string) (id string, next int) {
	switch {
	case s.is(i, "republik", "indonesia"):
		i += 2
	case s.word(i) == "ri":
		i++
	case s.is(i, "r", "i"):
		i += 2
	}
	i = s.numberWord(i)
	number := s.word(i)
	if !isNumber(number) {
		return "", 0
	}
	i++
	switch s.word(i) {
	case "tahun", "thn", "th":
		i++
		if s.word(i) == "." {
			i++
		}
	case "/":
		i++
	}
	year := s.word(i)
	if len(year) != 4 || !isNumber(year) || year < "1900" || year > "2100" {
		return "", 0
	}
	return kind + "/" + year + "/" + number, i + 1
}

// numberWord skips "Nomor", "No." and the like, also after a word or two that name the law: "imigrasi no 9 tahun 1992".
func (s *scan) numberWord(i int) int {
	const longestName = 2
	for j := i; j <= i+longestName; j++ {
		switch w := s.word(j); {
		case w == "nomor" || w == "no" || w == "nomer":
			for s.word(j) == w || s.word(j) == "." || s.word(j) == ":" {
				j++
			}
			return j
		case w == "" || letterRun(w) != len(w):
			return i
		}
	}
	return i
}

// title returns the token after a title that follows a law, "tentang Perlindungan Anak", second names of the law
// included; i if there is none. It ends before anything that begins another reference.
func (s *scan) title(i int, id string) int {
	i = s.otherName(i, id)
	if s.word(i) != "tentang" {
		return i
	}
	const longest = 40 // words
	for j := i + 1; j < len(s.tokens) && j < i+longest; j++ {
		if to := s.otherName(j, id); to > j {
			return s.otherName(to, id)
		}
		switch s.word(j) {
		case "pasal", "ps", "jo", "juncto", "junto", ",", ".", ";", "(", "sebagaimana", "ayat", "huruf", "yang":
			return j
		}
		if s.startsLaw(j) {
			return j
		}
	}
	return min(len(s.tokens), i+longest)
}

// startsLaw reports whether the words that begin a law's name stand at token i.
func (s *scan) startsLaw(i int) bool {
	if _, to := s.alias(i); to > 0 {
		return true
	}
	for _, k := range lawKinds {
		if s.skipWords(i, k.words) > 0 {
			return true
		}
	}
	return false
}

func isNumber(w string) bool {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return false
	}
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	if len(w)-len(digits) > 1 {
		return false
	}
	_, err := strconv.Atoi(digits)
	return err == nil
}

func isLetter(w string) bool { return len(w) == 1 && w[0] >= 'a' && w[0] <= 'z' }

// isPoint reports whether a word can follow "huruf": a to z, and aa, bb, cc after them.
func isPoint(w string) bool { return isLetter(w) || len(w) == 2 && w[0] == w[1] && isLetter(w[:1]) }

func isRoman(w string) bool { return strings.Trim(w, "ivxlc") == "" }
