package corpus

import (
	"slices"
	"strings"
)

// lawKinds are the words that begin the number of a law, longest first, with the kind in its id.
var lawKinds = []lawKind{
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

type lawKind struct {
	words []string
	kind  string
}

// lawStarts are the first words of all ways to begin the number of a law.
var lawStarts = func() map[string]bool {
	starts := map[string]bool{regionalWords[0]: true}
	for _, k := range lawKinds {
		starts[k.words[0]] = true
	}
	return starts
}()

// regionalWords begin the number of a regional regulation.
var regionalWords = []string{"peraturan", "daerah"}

// law reads the mention of a law at token i.
func (s *scan) law(i int) (event, bool) {
	if w := s.word(i); len(s.aliases[w]) == 0 && !lawStarts[w] {
		return event{}, false
	}
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
	to := s.skipWords(i, regionalWords)
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
	return lawStarts[s.word(i)] && slices.ContainsFunc(lawKinds, func(k lawKind) bool { return s.skipWords(i, k.words) > 0 })
}
