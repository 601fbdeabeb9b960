package corpus

import (
	"slices"
	"strconv"
	"strings"
)

// run reads references joined by connectors.
func (s *scan) run(i int) (event, bool) {
	first, kind, next := s.ref(i, s.base)
	if next == 0 {
		return event{}, false
	}
	if kind != "pasal" && s.word(i) != "pasal" && s.word(next) == "pasal" { // "ayat (1) Pasal 48"
		if article, k, to := s.ref(next, nil); to > 0 && k == "pasal" {
			first, next = append(article, first[len(first)-1]), to
		}
	}
	known := strings.HasPrefix(first[0], "pasal-") || len(s.base) > 0
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
	k, number, to := s.level(i, false)
	if to == 0 {
		return nil, "", 0
	}
	steps = slices.Clone(base)
	for {
		steps = place(steps, k, number)
		kind, next = k, to
		k, number, to = s.level(next, strings.HasPrefix(steps[len(steps)-1], "pasal-"))
		if to == 0 || k == "pasal" || rank(k) <= rank(kind) {
			return steps, kind, next
		}
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
