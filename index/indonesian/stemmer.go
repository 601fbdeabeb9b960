package indonesian

import (
	"cmp"
	"strings"
)

const (
	// minWord is the length below which a word is taken as a root: nothing shorter (ada, hak) has room for an affix.
	minWord = 4

	// maxWord is the length above which a word is left alone. As long a word as dipertanggungjawabkannya has 24 letters; what is
	// longer is glued together by OCR, and would only cost time.
	maxWord = 32

	// minRoot is the least length of a root left by the rules; the list of roots holds nothing shorter.
	minRoot = 3

	// maxPrefixes is how many prefixes a word can stack: di-per-se-… and mem-ber-ke-… are the longest there are.
	maxPrefixes = 3

	// minRest is the least that the reduction without roots leaves of a word when it takes off a pair of affixes, minAlone when it
	// takes off one alone, or the short suffix i: names and loans (Melati, Diponi) begin and end like affixes by chance.
	minRest  = 4
	minAlone = 5
)

// Stem returns the stem of one word, which may be capitalised or a reduplication with its hyphen ("undang-undang"). It is pure:
// the same word has the same stem, and the stem of a stem is itself. An empty word gives an empty stem.
func Stem(word string) string {
	word = normalWord(word)
	if left, right, ok := strings.Cut(word, "-"); ok {
		return stemReduplication(word, left, right)
	}
	return stem(word)
}

// normalWord is the spelling of [NormalizeFilter] for a single word; hyphens stay.
func normalWord(word string) string {
	if normal([]byte(word)) {
		return word
	}
	return string(appendNormal(nil, []byte(word)))
}

// stemReduplication returns the one stem of two halves that share it (hak-hak, perundang-undangan), and else the word itself
// (sayur-mayur), which the tokenizer never lets through whole.
func stemReduplication(word, left, right string) string {
	l, r := stem(left), stem(right)
	switch {
	case l == "":
		return word
	case l == r, r == "nya": // anak-nya, as OCR has it
		return l
	case r != "" && strings.HasSuffix(l, r):
		return r // kekanak-kanakan, berlari-lari: the second half is nearer the root
	}
	return word
}

// stem returns the stem of a normal word.
func stem(word string) string {
	if !stemmable(word) {
		return undouble(word)
	}
	for range maxWord { // every turn but the last shortens the word or ends in a table
		next, known := stemOnce(word)
		if known || next == word {
			return next
		}
		word = next
	}
	return word
}

// stemmable reports whether the rules apply to a word: lower-case ASCII letters, and neither too short nor too long.
func stemmable(word string) bool {
	if len(word) < minWord || len(word) > maxWord {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// undouble reads the "2" of quick writing: hak2 is hak-hak. Anything else (P3MI, 2007) is returned as it is.
func undouble(word string) string {
	single, ok := strings.CutSuffix(word, "2")
	if !ok || len(single) < minRoot {
		return lookupShort(word)
	}
	if stem, ok := roots[single]; ok {
		return stem
	}
	return word
}

// lookupShort resolves the words too short for the rules that are a variant of another (jo's, tlp).
func lookupShort(word string) string {
	if stem, ok := exceptions[word]; ok {
		return stem
	}
	if stem, ok := roots[word]; ok {
		return stem
	}
	return word
}

// stemOnce looks a word up in the tables, then tries its readings, then reduces it without roots. known reports that the result
// is final.
func stemOnce(word string) (result string, known bool) {
	if stem, ok := exceptions[word]; ok {
		return stem, true
	}
	if stem, ok := roots[word]; ok {
		return stem, true
	}
	base := word
	for range 2 { // -nya and the like, then a particle: haknyalah
		if base = cutClitic(base); base == "" {
			break
		}
		if stem, ok := exceptions[base]; ok {
			return stem, true
		}
	}
	if stem, ok := bestReading(word); ok {
		return stem, true
	}
	return reduce(word), false
}

// clitics are the particles and possessives that lean on a finished word, longest first.
var clitics = [...]string{"nya", "lah", "kah", "pun", "ku", "mu"}

// cutClitic returns a word without its last clitic, or "".
func cutClitic(word string) string {
	for _, clitic := range clitics {
		if rest, ok := strings.CutSuffix(word, clitic); ok && len(rest) >= minRoot {
			return rest
		}
	}
	return ""
}

// suffixes are the derivational endings; the empty one stands for none.
var suffixes = [...]string{"", "an", "kan", "i"}

// A reading is the best root found so far for a word.
type reading struct {
	stem     string
	length   int // of the root as found, before a variant spelling is resolved
	affixes  int
	prefixes int
}

// bestReading takes clitics and suffixes off a word in every way, and prefixes off what remains, and returns the stem of the
// longest root reached; among equals, of the one with the fewest affixes, and then the fewest prefixes (beri-kan, not ber-ikan).
func bestReading(word string) (stem string, ok bool) {
	var buffer [maxWord]byte
	var best reading
	base := word
	for cut := range 3 {
		if cut > 0 {
			if base = cutClitic(base); base == "" {
				break
			}
		}
		for _, suffix := range suffixes {
			core, ok := strings.CutSuffix(base, suffix)
			if !ok || len(core) < minRoot {
				continue
			}
			affixes := cut
			if suffix != "" {
				affixes++
			}
			s := search{suffix: suffix, best: &best}
			s.walk(buffer[:copy(buffer[:], core)], affixes, 0)
		}
	}
	return best.stem, best.length > 0
}

// A search walks the prefixes of one core of a word.
type search struct {
	suffix string
	best   *reading
}

// walk looks rest up among the roots, and goes on behind each prefix it may begin with. depth counts the prefixes so far.
//
// Nasal recoding puts a letter back over the last one of the prefix, in place: behind "men" of menempatkan the t of tempat is
// written where the n was, and taken back afterwards.
func (s search) walk(rest []byte, affixes, depth int) {
	if len(rest) < minRoot {
		return
	}
	if stem, ok := roots[string(rest)]; ok && affixes > 0 {
		if r := (reading{stem, len(rest), affixes, depth}); r.better(*s.best) {
			*s.best = r
		}
	}
	if depth == maxPrefixes || len(rest) < minRoot+2 {
		return
	}
	for _, p := range prefixesOf(rest, depth > 0) {
		if p.cut == 0 {
			break
		}
		if depth == 0 && forbidden(rest, s.suffix) {
			continue
		}
		if p.restore == 0 {
			s.walk(rest[p.cut:], affixes+1, depth+1)
			continue
		}
		saved := rest[p.cut]
		rest[p.cut] = p.restore
		s.walk(rest[p.cut:], affixes+1, depth+1)
		rest[p.cut] = saved
	}
}

// better reports whether r beats the reading o.
func (r reading) better(o reading) bool {
	return cmp.Or(cmp.Compare(r.length, o.length), cmp.Compare(o.affixes, r.affixes), cmp.Compare(o.prefixes, r.prefixes)) > 0
}

// forbidden reports whether no word is built of core's first prefix and the suffix (Nazief and Adriani's table): be-…-i, di-…-an,
// ke-…-i, ke-…-kan, me-…-an, se-…-i, se-…-kan. After a k, di-…-an and me-…-an are let pass as the common misspelling of a double
// k: ditunjukan for ditunjukkan.
func forbidden(core []byte, suffix string) bool {
	switch first := core[0]; suffix {
	case "an":
		return (first == 'd' || first == 'm') && core[len(core)-1] != 'k'
	case "i":
		return first == 'b' || first == 'k' || first == 's'
	case "kan":
		return first == 'k' || first == 's'
	}
	return false
}

// A prefix is a way to begin the rest of a word: cut so many bytes, then write restore, if any, over the first byte left.
type prefix struct {
	cut     int
	restore byte
}

// prefixesOf returns the prefixes that b may begin with; unused places are zero. Inside a word the active me- and the passive di-
// do not occur.
func prefixesOf(b []byte, inner bool) (found [4]prefix) {
	n := 0
	add := func(cut int, restore byte) {
		if n < len(found) && len(b)-cut >= minRoot {
			found[n] = prefix{cut, restore}
			n++
		}
	}
	switch {
	case b[0] == 'd' && b[1] == 'i':
		if !inner {
			add(2, 0)
		}
	case b[0] == 'k' && b[1] == 'e', b[0] == 's' && b[1] == 'e':
		add(2, 0)
	case b[1] != 'e':
	case b[0] == 't' && b[2] == 'r':
		add(3, 0)
		if vowel(b[3]) {
			add(2, 0) // te-rasa
		}
	case b[0] == 'b':
		switch {
		case b[2] == 'r':
			add(3, 0)
			if vowel(b[3]) {
				add(2, 0) // be-rencana
			}
		case b[2] == 'l' && string(b[3:]) == "ajar":
			add(3, 0)
		case len(b) > 5 && b[3] == 'e' && b[4] == 'r':
			add(2, 0) // be-kerja
		}
	case b[0] == 'p' && b[2] == 'r':
		add(3, 0)
		if vowel(b[3]) {
			add(2, 0) // pe-rawat
		}
	case b[0] == 'p', b[0] == 'm' && !inner:
		addNasal(b, add)
		switch {
		case b[2] == 'l' && string(b[3:]) == "ajar":
			add(3, 0)
		case b[0] == 'p' && !sonorant(b[2]):
			add(2, 0) // pe-dagang
		}
	}
	return found
}

// addNasal adds the readings of me- and pe- with the nasal they put on: the root's first letter is gone behind it (p, t, s, k), or kept.
func addNasal(b []byte, add func(cut int, restore byte)) {
	switch {
	case b[2] == 'l', b[2] == 'r', b[2] == 'w', b[2] == 'y':
		add(2, 0)
	case b[2] == 'm' && vowel(b[3]):
		add(2, 0)
		add(2, 'p')
	case b[2] == 'm':
		add(3, 0)
	case b[2] == 'n' && vowel(b[3]):
		add(2, 0)
		add(2, 't')
	case b[2] == 'n' && b[3] == 'y' && len(b) > 4:
		add(2, 0)
		add(3, 's')
	case b[2] == 'n' && b[3] == 'g' && len(b) > 5:
		add(4, 0)
		if vowel(b[4]) {
			add(3, 'k')
			add(2, 0) // me-ngeri
			if b[4] == 'e' {
				add(5, 0) // menge-sah
			}
		}
	case b[2] == 'n':
		add(3, 0)
	}
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

// sonorant reports the letters before which pe- takes no nasal, so that addNasal has read it already, and the nasals themselves.
func sonorant(c byte) bool {
	return c == 'l' || c == 'r' || c == 'w' || c == 'y' || c == 'm' || c == 'n'
}

// reduce takes affixes off a word no root is known for. It trusts -nya, and otherwise what comes in a pair (di-…-kan, ke-…-an)
// or is long enough to leave a word behind; it puts no letter back, except after me- and pe- where a loan keeps it anyway.
func reduce(word string) string {
	if rest, ok := strings.CutSuffix(word, "nya"); ok && len(rest) >= minAlone {
		return rest
	}
	for _, p := range pairs {
		rest, ok := strings.CutPrefix(word, p.prefix)
		if !ok {
			continue
		}
		if core, ok := strings.CutSuffix(rest, p.suffix); ok && len(core) >= p.least && sounds(core, p) {
			return core
		}
	}
	return word
}

// A pair is a prefix with a suffix that go together, and the least they must leave.
type pair struct {
	prefix, suffix string
	least          int
}

// pairs are tried in order, longer prefixes and fuller pairs first. A prefix that ends in ng is for roots that begin with a vowel, g, h
// or k, one in m for b, f, p and v, one in n for c, d, j, t, s and z: sounds sees to that.
var pairs = [...]pair{
	{"memper", "kan", minRest}, {"memper", "", minAlone}, {"diper", "kan", minRest}, {"diper", "", minAlone},
	{"meng", "kan", minRest}, {"mem", "kan", minRest}, {"men", "kan", minRest}, {"me", "kan", minRest},
	{"meng", "i", minAlone}, {"mem", "i", minAlone}, {"men", "i", minAlone},
	{"meng", "", minAlone}, {"mem", "", minAlone}, {"men", "", minAlone}, {"me", "", minAlone},
	{"di", "kan", minRest}, {"di", "i", minAlone},
	{"ber", "kan", minRest}, {"ter", "kan", minRest},
	{"per", "an", minRest}, {"peng", "an", minRest}, {"pem", "an", minRest}, {"pen", "an", minRest}, {"pe", "an", minRest},
	{"ke", "an", minRest},
	{"ber", "", minAlone + 1}, {"ter", "", minAlone + 1},
}

// sounds reports whether what a pair leaves could be a root: it has a vowel, it fits the nasal, and a final -si (organisasi, direksi)
// keeps its i.
func sounds(core string, p pair) bool {
	if !strings.ContainsAny(core, "aiueo") || p.suffix == "i" && core[len(core)-1] == 's' {
		return false
	}
	first := core[0]
	switch p.prefix {
	case "meng", "peng":
		return vowel(first) || strings.IndexByte("ghk", first) >= 0
	case "mem", "pem":
		return strings.IndexByte("bfpv", first) >= 0
	case "men", "pen":
		return strings.IndexByte("cdjtsz", first) >= 0
	case "me", "pe":
		return strings.IndexByte("lrwy", first) >= 0
	}
	return true
}
