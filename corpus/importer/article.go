package importer

import (
	"slices"
	"strings"
)

// candidate is a place where an article may begin.
type candidate struct {
	at      int // of the word "Pasal"
	ways    []reading
	weight  float64 // how much its form speaks for a heading
	alone   bool    // it has the line to itself
	foreign bool    // it stands where an amending law words an article of another
}

// end returns the place behind the heading.
func (c candidate) end(r reading) int { return c.at + 1 + r.words }

// heading is a candidate that was taken, with its number.
type heading struct {
	candidate
	reading
}

// references are the words before "Pasal 5" that make it a mention.
var references = map[string]bool{"dalam": true, "dimaksud": true, "pada": true, "dan": true, "atau": true, "ketentuan": true, "sampai": true, "dengan": true,
	"maksud": true, "dari": true, "tersebut": true, "menurut": true, "berdasarkan": true, "oleh": true, "di": true, "melanggar": true, "bunyi": true, "kepada": true,
	"atas": true, "tentang": true, "jo": true, "juncto": true, "yakni": true, "yaitu": true, "termaksud": true, "dimaksudkan": true, "melaksanakan": true, "ayat": true, "huruf": true,
	"angka": true, "serta": true, "antara": true, "setelah": true, "sesudah": true, "memenuhi": true, "sd": true, "hingga": true, "perubahan": true, "mengubah": true,
	"terhadap": true, "penjelasan": true, "untuk": true, "disebut": true, "ex": true, "kecuali": true, "cf": true, "lihat": true, "tarif": true, "sehingga": true, "mengenai": true,
	"contoh": true, "isi": true, "judul": true, "seperti": true, "bahwa": true, "ini": true, "sebelum": true, "dengann": true, "rumusan": true, "substansi": true, "maka": true}

// follows are the words after "Pasal 5" that make it a mention.
var follows = map[string]bool{"ayat": true, "huruf": true, "angka": true, "dan": true, "atau": true, "sampai": true, "sd": true, "jo": true, "juncto": true, "butir": true,
	"tersebut": true, "undangundang": true, "diubah": true, "dihapus": true, "dirubah": true, "ini": true, "sub": true, "dari": true, "dicabut": true, "berbunyi": true, "disisipkan": true,
	"ditambah": true, "ditambahkan": true, "mengatur": true, "mengenai": true, "serta": true, "menjadi": true, "baru": true, "lama": true, "yang": true}

// isArticleWord reports whether a word is "Pasal", misread or not, at the beginning of a heading.
func isArticleWord(k string) bool {
	switch k {
	case "pasal", "pasa1", "pasai", "fasal", "pasat", "pasar1", "pasa", "psl":
		return true
	}
	return false
}

// candidates finds the places between from and to where an article may begin.
func candidates(ws []word, from, to int) []candidate {
	var out []candidate
	amended := -1 // where an amending law last announced an article
	for i := from; i+1 < to; i++ {
		if announces(ws, i) {
			amended = i
		}
		w := ws[i]
		if len(w.key) < 3 || w.key[0] != 'p' && w.key[0] != 'f' || !startsUpper(w.text) {
			continue
		}
		var ways []reading
		switch {
		case isArticleWord(w.key) && !strings.HasSuffix(w.text, ",") && !strings.HasSuffix(w.text, "-"):
			ways = readings(ws[:to], i+1)
		case (strings.HasPrefix(w.key, "pasa1") || strings.HasPrefix(w.key, "pasal") || strings.HasPrefix(w.key, "pasai")) && len(w.key) < 9:
			// "Pasa13": the number is glued to a misread word
			t := strings.TrimRight(strings.TrimLeft(w.text, `"“(`), punctuation)
			if len(t) > 5 {
				if r, ok := exactNumber(asDigits(t[5:]), 0, costMisread); ok {
					ways = append(ways, r)
				}
				if n := romanValue(asRoman.Replace(t[5:])); n > 0 {
					ways = append(ways, reading{n: n, roman: true, cost: costMisread})
				}
			}
		}
		if len(ways) == 0 {
			continue
		}
		c := candidate{at: i, ways: ways}
		c.weigh(ws, from, to)
		if amended >= 0 && i-amended < 12 {
			c.foreign = true
			c.weight -= 6
		}
		if c.weight > -4 {
			out = append(out, c)
		}
	}
	return out
}

// announces reports whether the words up to i announce the wording of an article of another law: "berbunyi sebagai
// berikut:".
func announces(ws []word, i int) bool {
	switch ws[i].key {
	case "berikut":
		return i > 2 && (ws[i-1].key == "sebagai" && (near(ws, i, "berbunyi", 8) || near(ws, i, "dibaca", 8) || near(ws, i, "bunyinya", 8)))
	case "berbunyi", "dibaca", "menjadi":
		return strings.HasSuffix(ws[i].text, ":")
	}
	return false
}

// near reports whether a word stands among the n before i.
func near(ws []word, i int, k string, n int) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if ws[j].key == k {
			return true
		}
	}
	return false
}

// weigh says how much the form of a candidate speaks for a heading.
func (c *candidate) weigh(ws []word, from, to int) {
	w := ws[c.at]
	words := 1
	if c.ways[0].words == 0 {
		words = 0
	}
	number := ws[c.at+words]
	next := c.at + 1 + words
	if torn := c.torn(); torn > 0 && next < to && !ws[next].first && (next+1 >= to || ws[next+1].first || startsHeadingText(ws[next+1])) {
		words, next = 2, next+1
		number = ws[next-1]
	}
	c.alone = w.first && (next >= to || ws[next].first)
	switch {
	case c.alone:
		c.weight = 6
	case w.first:
		c.weight = 2.5
	}
	prev := word{text: "."}
	for j := c.at - 1; j >= from; j-- {
		if !noise(ws[j].text) || endsSentence(ws[j].text) {
			prev = ws[j]
			if j > from && isArticleWord(ws[j-1].key) && ws[j-1].first {
				prev = word{text: "."} // a heading without text, "Pasal 55"
			}
			break
		}
	}
	switch {
	case endsSentence(prev.text), c.at == from, strings.HasSuffix(prev.text, `"`), strings.HasSuffix(prev.text, "”"):
		c.weight += 1.5
	case references[prev.key] && prev.text == strings.ToLower(prev.text), strings.HasSuffix(prev.text, ",") && key(prev.text)+"," == strings.ToLower(prev.text):
		c.weight -= 5
	case ayatMark.MatchString(prev.text): // the numbers of its ayat, which a scan has pushed together
		c.weight += 2.5
	case isUpper(prev.text), strings.HasPrefix(prev.text, "("):
		c.weight++
	case startsUpper(prev.text):
		c.weight -= 0.5
	default:
		c.weight -= 3
	}
	if strings.ContainsAny(w.text[:1], `"“`) {
		c.weight -= 3
	}
	switch tail := number.text[len(strings.TrimRight(number.text, punctuation)):]; {
	case strings.ContainsAny(tail, ",;:)"):
		c.weight -= 3
	case strings.HasPrefix(tail, "."):
		c.weight += 1
	}
	if next >= to {
		return
	}
	n := ws[next]
	switch {
	case c.alone && !follows[n.key]:
	case strings.HasPrefix(n.text, "("):
		c.weight += 2
	case follows[n.key] && n.text == strings.ToLower(n.text):
		c.weight -= 5
	case n.key == "undangundang" || n.key == "peraturan" || n.key == "kitab" || n.key == "ordonansi" || n.key == "konstitusi" || n.key == "undang":
		if !c.isRoman() && namesAnotherLaw(ws, next, to) {
			c.weight -= 4
		} else {
			c.weight += 1
		}
	case startsHeadingText(n):
		c.weight += 1.5
	default:
		c.weight -= 4
	}
}

// isRoman reports whether the number is written in Roman figures. Mentions of such articles are rare.
func (c *candidate) isRoman() bool {
	return slices.ContainsFunc(c.ways, func(r reading) bool { return r.roman && r.cost == 0 })
}

// torn returns how many words the longest reading of the number takes beyond one.
func (c *candidate) torn() int {
	n := 0
	for _, r := range c.ways {
		n = max(n, r.words-1)
	}
	return n
}

// startsHeadingText reports whether a word may begin the text of an article.
func startsHeadingText(w word) bool {
	if strings.HasPrefix(w.text, "(") || startsUpper(w.text) {
		return true
	}
	t := w.text
	return len(t) >= 2 && len(t) <= 3 && (t[len(t)-1] == '.' || t[len(t)-1] == ')') // a list: "a.", "1."
}

// namesAnotherLaw reports whether the words at i name a law by its number or as the constitution; "Peraturan Pemerintah
// ini" is the law itself.
func namesAnotherLaw(ws []word, i, to int) bool {
	for j := i + 1; j < min(i+7, to); j++ {
		switch ws[j].key {
		case "ini", "tentang":
			return false
		case "nomor", "no", "nr", "dasar", "tahun", "staatsblad", "tanggal":
			return true
		}
	}
	return false
}

// What a chain gains or loses between two headings.
const (
	gainNext   = 2.0
	lossGap    = 1.5
	mostLoss   = 14.0
	leastValue = -3.0 // of a candidate that is weighed at all
)

// node is a candidate in one of its readings, with the best chain that ends there.
type node struct {
	c     int
	r     reading
	value float64
	best  float64
	from  int
}

// chain returns the headings that make the best series: numbers that rise, few gaps, forms that speak for a heading.
func chain(cs []candidate, roman bool) ([]heading, float64) {
	var nodes []node
	for i, c := range cs {
		for _, r := range c.ways {
			value := c.weight - r.cost
			if r.roman == roman && value > leastValue {
				nodes = append(nodes, node{c: i, r: r, value: value})
			}
		}
	}
	last, total := -1, 0.0
	for i := range nodes {
		x := &nodes[i]
		x.best, x.from = x.value-loss(x.r.n-1)+firstGain(x.r), -1
		for j := range i {
			y := &nodes[j]
			if y.c == x.c || y.r.n > x.r.n || y.r.n == x.r.n && y.r.suffix >= x.r.suffix {
				continue
			}
			step := gainNext
			switch {
			case x.r.suffix != "" && x.r.n == y.r.n:
				step = 0
			case x.r.n > y.r.n+1:
				step = -loss(x.r.n - y.r.n - 1)
			}
			if sum := y.best + step + x.value; sum > x.best {
				x.best, x.from = sum, j
			}
		}
		if x.best > total {
			last, total = i, x.best
		}
	}
	var out []heading
	for ; last >= 0; last = nodes[last].from {
		out = append(out, heading{cs[nodes[last].c], nodes[last].r})
	}
	slices.Reverse(out)
	return out, total
}

func firstGain(r reading) float64 {
	if r.n == 1 && r.suffix == "" {
		return gainNext
	}
	return 0
}

func loss(missing int) float64 {
	if missing <= 0 {
		return 0
	}
	return min(mostLoss, lossGap*float64(missing))
}

// displaced finds headings of numbers that the chain lacks and that stand near their place, where a scan has mixed up
// columns or pages.
func displaced(cs []candidate, found []heading) []heading {
	const neighbours = 3
	taken := map[int]bool{}
	have := map[int]bool{}
	for _, h := range found {
		taken[h.at], have[h.n] = true, true
	}
	var out []heading
	for i := 0; i+1 < len(found); i++ {
		for n := found[i].n + 1; n < found[i+1].n; n++ {
			low, high := found[max(0, i-neighbours)].at, 1<<30
			if j := i + neighbours + 1; j < len(found) {
				high = found[j].at
			}
			for _, c := range cs {
				if have[n] || taken[c.at] || c.at < low || c.at > high || c.weight < 3 || c.foreign {
					continue
				}
				for _, r := range c.ways {
					if r.n == n && r.suffix == "" && !r.roman && r.cost == 0 && !have[n] {
						out = append(out, heading{c, r})
						have[n], taken[c.at] = true, true
					}
				}
			}
		}
	}
	return out
}

// A text is scrambled if more than one in so many of its articles is out of its place.
const scrambled = 6

// scattered finds the headings that the chain lacks anywhere in a text whose pages or columns a scan has mixed up. Of
// several places for one number none is taken.
func scattered(cs []candidate, found []heading) []heading {
	have, taken := map[int]bool{}, map[int]bool{}
	most := 0
	for _, h := range found {
		have[h.n], taken[h.at] = true, true
		most = max(most, h.n)
	}
	places := map[int][]heading{}
	for _, c := range cs {
		for _, r := range c.ways {
			if !taken[c.at] && !c.foreign && c.weight >= 2.5 && !r.roman && r.suffix == "" && !have[r.n] && r.cost <= costMisread {
				places[r.n] = append(places[r.n], heading{c, r})
			}
		}
	}
	missing := 0
	for n := 1; n <= most || len(places[n]) > 0; n++ {
		if !have[n] {
			missing++
		}
		most = max(most, n)
	}
	if missing*scrambled < most {
		return nil
	}
	var out []heading
	for n := 1; n <= most; n++ {
		if p := places[n]; len(p) == 1 && !taken[p[0].at] {
			out = append(out, p[0])
			taken[p[0].at] = true
		}
	}
	return out
}
