package verify

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"suluh/corpus/paper"
)

// candidate is a place in the copy where a heading may stand.
type candidate struct {
	at     int
	names  []string // the headings it may be: "pasal:11", "pasal:ii"
	weight int
	alone  bool
}

// anchor joins a heading of the corpus with its place in the copy.
type anchor struct{ a, b int }

// surely is the weight from which the form alone makes a heading.
const surely = 4

// amendments begin the items of an amending law.
var amendments = map[string]bool{"ketentuan": true, "di": true, "pasal": true, "judul": true, "penjelasan": true, "setelah": true, "bab": true,
	"bagian": true, "menambah": true, "mengubah": true, "menghapus": true, "lampiran": true, "diantara": true, "ayat": true}

// candidates finds the places that have the form of a heading.
func candidates(b []token, amending bool) []candidate {
	var out []candidate
	for i := range b {
		if i+1 < len(b) && (b[i].key == "pasal" || b[i].key == "pasa1" || b[i].key == "pasai") {
			if names := articleNames(b[i+1].word); names != nil {
				weight, alone := articleWeight(b, i)
				out = append(out, candidate{i, names, weight, alone})
			}
		}
		if amending {
			if n := itemWeight(b, i); n > 0 {
				j := i
				if b[i].key == "angka" {
					j = i + 1
				}
				out = append(out, candidate{i, []string{"angka:" + b[j].key}, n, false})
			}
		}
		if i+2 < len(b) && (b[i].key == "agar" && b[i+1].key == "setiap" && b[i+2].key == "orang" ||
			(b[i].key == "ditetapkan" || b[i].key == "disahkan") && b[i+1].key == "di" && endsSentence(b, i)) {
			out = append(out, candidate{i, []string{"penutup"}, surely, true})
		}
	}
	return out
}

var (
	readNumber = regexp.MustCompile(`^([0-9]{1,4})([A-Za-z]{0,2})$`)
	readRoman  = regexp.MustCompile(`^[IVXLC]{1,6}$`)
)

// articleNames returns the headings that a number may mean, misread or not.
func articleNames(number string) []string {
	var out []string
	add := func(name string) {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if m := readNumber.FindStringSubmatch(number); m != nil {
		add("pasal:" + strings.ToLower(number))
	}
	if len(number) > 5 {
		return out
	}
	asDigits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if d, ok := paper.LikeDigit[r]; ok {
				return d
			}
			return r
		}, s)
	}
	if m := readNumber.FindString(asDigits(number)); m != "" {
		add("pasal:" + strings.ToLower(m))
	}
	if n := len(number) - 1; n > 0 {
		if m := readNumber.FindString(asDigits(number[:n]) + number[n:]); m != "" {
			add("pasal:" + strings.ToLower(m))
		}
	}
	if roman := strings.NewReplacer("l", "I", "1", "I", "|", "I").Replace(number); readRoman.MatchString(roman) {
		add("pasal:" + strings.ToLower(roman))
	}
	return out
}

// articleWeight says how much the form at i speaks for a heading, and whether it stands alone on its line.
func articleWeight(b []token, i int) (weight int, alone bool) {
	after := b[i+1].post
	endOfLine := i+2 >= len(b) || b[i+2].first
	alone = b[i].first && endOfLine && !b[i+1].first
	if alone && !strings.ContainsAny(after, ".,;:") {
		return 6, true
	}
	if strings.ContainsAny(after, ",;:") || !startsUpper(b[i].word) {
		return -6, alone
	}
	if endsSentence(b, i) || isUpper(b[i-1].word) {
		weight++
	} else {
		weight -= 3
	}
	if b[i].first {
		weight++
	}
	if i+2 < len(b) {
		switch next := b[i+2]; {
		case next.key == "1" && strings.Contains(next.pre, "("):
			weight += 4
		case startsUpper(next.word):
			weight += 2
		default:
			weight -= 5
		}
	}
	return weight, alone
}

// itemWeight says how much the form at i speaks for an item of an amending law, or for its label in the elucidation.
func itemWeight(b []token, i int) int {
	if i+2 >= len(b) {
		return 0
	}
	if b[i].key == "angka" && startsInDigit(b[i+1].word) && (endsSentence(b, i) || b[i].first) && (b[i+2].key == "pasal" || b[i+2].first) {
		return surely
	}
	if startsInDigit(b[i].word) && strings.HasPrefix(b[i].post, ".") && amendments[b[i+1].key] && startsUpper(b[i+1].word) {
		if b[i].first || endsSentence(b, i) {
			return surely
		}
	}
	return 0
}

// endsSentence reports whether a sentence ends before the token at i.
func endsSentence(b []token, i int) bool {
	return i == 0 || strings.ContainsAny(b[i-1].post, ".;:") || strings.HasSuffix(b[i-1].post, "”")
}

// opening is how many words after a heading are compared to know it.
const opening = 12

// likeness says how many of the words after a heading are the same, from 0 to 8.
func likeness(a, b []token) int {
	a, b = a[:min(opening, len(a))], b[:min(opening, len(b))]
	if next := slices.IndexFunc(a, func(t token) bool { return t.head != "" }); next >= 0 {
		a = a[:next]
	}
	if len(a) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			here := max(row[j], row[j+1])
			if a[i].key == b[j].key {
				here = diagonal + 1
			}
			diagonal, row[j+1] = row[j+1], here
		}
	}
	return 8 * row[len(b)] / len(a)
}

// mostPlaces is how many places in the copy are weighed for one heading.
const mostPlaces = 12

// anchors finds the places of the headings in the copy: a chain in the order of both, of the greatest weight.
func anchors(a, b []token, cs []candidate) []anchor {
	type pair struct {
		anchor
		weight int
	}
	places := map[string][]candidate{}
	for _, c := range cs {
		for _, name := range c.names {
			places[name] = append(places[name], c)
		}
	}
	var pairs []pair
	for i, t := range a {
		if t.head == "" {
			continue
		}
		var here []pair
		for _, c := range places[t.head] {
			like := likeness(a[i+1:], b[c.at+1:])
			if c.weight >= surely || c.weight > 0 && like > 2 || like > 5 && c.weight > -6 {
				here = append(here, pair{anchor{i, c.at}, max(1, c.weight+like)})
			}
		}
		slices.SortStableFunc(here, func(x, y pair) int { return y.weight - x.weight })
		pairs = append(pairs, here[:min(mostPlaces, len(here))]...)
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Or(x.b-y.b, x.a-y.a) })
	best := make([]int, len(pairs))
	from := make([]int, len(pairs))
	last, total := -1, 0
	for i, p := range pairs {
		best[i], from[i] = p.weight, -1
		for j := range i {
			if pairs[j].a < p.a && pairs[j].b < p.b && best[j]+p.weight > best[i] {
				best[i], from[i] = best[j]+p.weight, j
			}
		}
		if best[i] > total {
			last, total = i, best[i]
		}
	}
	var out []anchor
	for ; last >= 0; last = from[last] {
		out = append(out, pairs[last].anchor)
	}
	slices.Reverse(out)
	return out
}

// foreign is a heading of the copy that the corpus does not have.
type foreign struct {
	at   int
	name string
}

// foreigners finds the headings between two anchors that the corpus does not have.
func foreigners(cs []candidate, from, to int, known map[string]bool, low, high string) []foreign {
	var out []foreign
	start, _ := slices.BinarySearchFunc(cs, from, func(c candidate, at int) int { return c.at - at })
	for _, c := range cs[start:] {
		if c.at >= to {
			break
		}
		name := c.names[0]
		least := surely
		if sameClass(name, low) && sameClass(name, high) {
			least-- // its number fits between its neighbours
		}
		if c.at == from || c.weight < least {
			continue
		}
		if slices.ContainsFunc(c.names, func(n string) bool { return known[n] }) {
			continue
		}
		if between(name, low, high) {
			out = append(out, foreign{c.at, name})
			if sameClass(name, low) {
				low = name
			}
		}
	}
	return out
}

// between reports whether a heading can stand between two others. What cannot be compared can.
func between(name, low, high string) bool {
	return (!sameClass(name, low) || less(low, name)) && (!sameClass(name, high) || less(name, high))
}

// sameClass reports whether two headings are counted in one sequence.
func sameClass(x, y string) bool {
	kx, nx, _ := strings.Cut(x, ":")
	ky, ny, _ := strings.Cut(y, ":")
	return kx == ky && kx != "penutup" && kx != "" && startsInDigit(nx) == startsInDigit(ny)
}

// less compares two headings of one class.
func less(x, y string) bool {
	_, nx, _ := strings.Cut(x, ":")
	_, ny, _ := strings.Cut(y, ":")
	a, b := ordinal(nx), ordinal(ny)
	return cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(len(a.letter), len(b.letter)), cmp.Compare(a.letter, b.letter)) < 0
}

type order struct {
	n      int
	letter string
}

func ordinal(number string) order {
	if m := readNumber.FindStringSubmatch(number); m != nil {
		n, _ := strconv.Atoi(m[1])
		return order{n, m[2]}
	}
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	n := 0
	for i := range len(number) {
		v := values[number[i]]
		if i+1 < len(number) && v < values[number[i+1]] {
			v = -v
		}
		n += v
	}
	return order{n: n}
}
