package importer

import (
	"slices"
	"strings"

	"suluh/corpus"
)

// composer makes the text of a work from its words. It keeps what it finds amiss for the report.
type composer struct {
	ws         []word
	ledger     *ledger
	sections   sections
	candidates []candidate // of the body
	articles   []article   // in the order of their numbers
	amends     bool        // the articles have Roman numbers, or the title says that the work changes another
	leading    span        // of the body, before the first article
	suspicions []Suspicion
	unchecked  map[string][]string // fragments by the reason for the mark
	explained  map[string]span     // the elucidation of each article, by its label
	general    []span              // the rest of the elucidation
}

// span is a stretch of words.
type span struct{ from, to int }

// article is an article of the work with its words.
type article struct {
	heading
	text   span    // without the headings of groups behind it
	groups []group // that stand before the article
}

func (c *composer) suspect(line int, what string) {
	c.suspicions = append(c.suspicions, Suspicion{Line: line, What: what})
}

// lineAt returns the line of a word, or of the last one if there is none at i.
func (c *composer) lineAt(i int) int {
	if len(c.ws) == 0 {
		return 1
	}
	return c.ws[min(i, len(c.ws)-1)].line
}

// findArticles finds the articles of the body and divides it among them.
func (c *composer) findArticles(title []word) {
	s := c.sections
	c.candidates = candidates(c.ws, s.body, s.closing)
	arabicChain, arabicTotal := chain(c.candidates, false)
	found := arabicChain
	if romans, total := chain(c.candidates, true); c.isAmending(title, romans, arabicChain, total, arabicTotal) {
		found = romans
		c.amends = true
	} else {
		c.amends = saysChange(title)
		found = append(found, displaced(c.candidates, found)...)
		if !c.amends {
			found = append(found, scattered(c.candidates, found)...)
		}
	}
	slices.SortStableFunc(found, func(a, b heading) int { return a.at - b.at })
	c.divide(found)
}

// saysChange reports whether a title says that the work changes another law: "perubahan kedua atas Undang-Undang …". Not
// every title with that word does: "perubahan batas wilayah".
func saysChange(title []word) bool {
	const reach = 6
	for i, w := range title {
		switch w.key {
		case "perubahan", "mengubah", "merubah", "perobahan", "merobah", "pengubahan":
		default:
			continue
		}
		for _, next := range title[i+1 : min(len(title), i+1+reach)] {
			switch next.key {
			case "atas", "undangundang", "undang", "peraturan", "ordonansi", "ordonnantie", "keputusan", "pasal", "ketentuan", "ketentuanketentuan":
				return true
			}
		}
	}
	return false
}

// changes are the words with which an article of an amending law says what it changes.
var changes = map[string]bool{"diubah": true, "dirubah": true, "dirobah": true, "berbunyi": true, "ditambah": true, "disisipkan": true, "dihapus": true,
	"dicabut": true, "perubahan": true, "mengubah": true, "diganti": true, "dihapuskan": true, "ketentuan": true, "perkataan": true, "ditambahkan": true, "menambah": true, "merubah": true, "diadakan": true}

// isAmending reports whether the articles of the work are those with Roman numbers.
func (c *composer) isAmending(title []word, romans, arabics []heading, total, arabicTotal float64) bool {
	if len(romans) == 0 || romans[0].n != 1 || romans[0].weight < 1 {
		return false
	}
	exact := 0
	for _, h := range romans {
		if h.cost == 0 {
			exact++
		}
	}
	if exact == 0 {
		return false
	}
	const names = 120 // words: the decision names the law, which the title may not do
	decide := c.sections.decide
	said := saysChange(title) || saysChange(c.ws[decide:min(romans[0].at, decide+names)])
	// Misread, "I" is the 1 of a work that goes on with 2 and 3.
	if !said && len(arabics) >= 3 && arabics[0].at == romans[0].at && arabicTotal > total {
		return false
	}
	signal := said
	for _, w := range c.ws[romans[0].at:min(romans[0].at+80, len(c.ws))] {
		signal = signal || changes[w.key]
	}
	if !signal && exact < 2 {
		return false
	}
	// An ordinary article 1 before the Roman one makes that a quotation.
	return len(arabics) < 2 || arabics[0].n != 1 || arabics[0].at >= romans[0].at || said && romans[0].cost == 0 && romans[0].weight >= 4
}

// divide gives each article its words, up to the next heading, and the headings of groups before it.
func (c *composer) divide(found []heading) {
	s := c.sections
	end := s.closing
	first := end
	if len(found) > 0 {
		first = found[0].at
	}
	var shelf shelves
	leadGroups, leadEnd := c.settle(&shelf, groupsBefore(c.ws, s.body, first), first)
	c.leading = span{s.body, leadEnd}
	for i, h := range found {
		next := end
		if i+1 < len(found) {
			next = found[i+1].at
		}
		a := article{heading: h, text: span{min(h.end(h.reading), next), next}}
		if i == 0 {
			a.groups = leadGroups
		}
		c.articles = append(c.articles, a)
	}
	for i := 1; i < len(c.articles); i++ {
		prev := &c.articles[i-1]
		gs := groupsBefore(c.ws, prev.text.from, prev.text.to)
		c.articles[i].groups, prev.text.to = c.settle(&shelf, gs, prev.text.to)
	}
	for i := range c.articles {
		c.dropDoubled(&c.articles[i])
	}
	slices.SortStableFunc(c.articles, func(a, b article) int {
		if a.n != b.n {
			return a.n - b.n
		}
		return strings.Compare(a.suffix, b.suffix)
	})
	for i := 1; i < len(c.articles); i++ {
		if a, b := c.articles[i-1], c.articles[i]; a.at > b.at {
			c.suspect(c.ws[b.at].line, "Pasal "+b.label()+" berdiri sebelum Pasal "+a.label()+" dalam sumber; keduanya diurutkan menurut nomornya")
			c.mark("pasal-"+strings.ToLower(b.label()), "Dalam sumber urutan pasal di sini tertukar; batas bunyinya mungkin tidak tepat.")
		}
	}
}

func tailStart(to int, gs []group) int {
	if len(gs) > 0 {
		return gs[0].at
	}
	return to
}

// dropDoubled takes off the heading of an article where it is printed again, directly or as the head of a page.
func (c *composer) dropDoubled(a *article) {
	for _, d := range c.candidates {
		if d.at < a.text.from || d.at >= a.text.to || d.foreign {
			continue
		}
		for _, r := range d.ways {
			if r.n != a.n || r.suffix != a.suffix || r.roman != a.roman || d.weight < 3 && d.at > a.text.from+3 {
				continue
			}
			end := d.end(r)
			c.ledger.drop(doubledHeading, c.ws[d.at].line, join(c.ws[d.at:end]))
			for j := d.at; j < end; j++ {
				c.ws[j].text, c.ws[j].key = "", ""
			}
			break
		}
	}
}

// words returns the words of a span that were not taken off.
func (c *composer) words(s span) []word {
	ws := c.ws[s.from:max(s.from, s.to)]
	if !slices.ContainsFunc(ws, func(w word) bool { return w.text == "" }) {
		return ws
	}
	var out []word
	first := false
	for _, w := range ws {
		if w.text == "" {
			first = first || w.first
			continue
		}
		w.first = w.first || first
		first = false
		out = append(out, w)
	}
	return out
}

// mark says of a portion that its wording needs a reader's eye.
func (c *composer) mark(fragment, why string) {
	if c.unchecked == nil {
		c.unchecked = map[string][]string{}
	}
	if !slices.Contains(c.unchecked[why], fragment) {
		c.unchecked[why] = append(c.unchecked[why], fragment)
	}
}

// findElucidations divides the elucidation among the articles.
func (c *composer) findElucidations() {
	s := c.sections
	c.explained = map[string]span{}
	if s.explain >= len(c.ws) {
		return
	}
	from := s.byArticle
	if from < 0 {
		from = s.explain + 1
	}
	var found []heading
	roman := len(c.articles) > 0 && c.articles[0].roman
	known := map[string]bool{}
	for _, a := range c.articles {
		known[a.label()] = true
	}
	cs := candidates(c.ws, from, s.supplement)
	for i, d := range cs {
		if end := d.at + 2; end < s.supplement && d.at > from && endsSentence(c.ws[d.at-1].text) && joinsArticles(c.ws[end], c.ws[end-1]) {
			cs[i].weight += 6 // "Pasal 4 dan Pasal 5 Cukup jelas."
		}
	}
	hs, _ := chain(cs, roman)
	if s.byArticle < 0 && (len(hs) < 2 || hs[0].n > 2) {
		hs = nil // a general elucidation that mentions articles
	}
	for _, h := range hs {
		if known[h.label()] {
			found = append(found, h)
		} else {
			c.suspect(c.ws[h.at].line, "penjelasan Pasal "+h.label()+" ada, tetapi Pasal itu tidak ditemukan; teksnya ada pada penjelasan umum")
		}
	}
	c.general = append(c.general, span{s.explain, min(s.supplement, firstAt(hs, s.supplement))})
	at := map[int]int{} // where the next heading of any kind begins
	for i, h := range hs {
		at[h.at] = s.supplement
		if i+1 < len(hs) {
			at[h.at] = hs[i+1].at
		}
		if !known[h.label()] {
			c.general = append(c.general, span{h.at, at[h.at]})
		}
	}
	for _, h := range found {
		end := h.end(h.reading)
		if end < at[h.at] && !c.ws[end].first && joinsArticles(c.ws[end], c.ws[end-1]) {
			// "Pasal 4 dan 5. Cukup jelas.": the heading is part of the text
			c.explained[h.label()] = span{h.at, at[h.at]}
			continue
		}
		c.ledger.move(c.ws[h.at].line, join(c.ws[h.at:end]))
		c.explained[h.label()] = span{end, at[h.at]}
		c.dropDoubledElucidation(cs, h, at[h.at])
	}
	if s.supplement < s.annex {
		c.general = append(c.general, span{s.supplement, s.annex})
	}
}

func firstAt(hs []heading, none int) int {
	if len(hs) == 0 {
		return none
	}
	return hs[0].at
}

// joinsArticles reports whether a heading goes on: "Pasal 4 dan 5", "Pasal 6 s/d 10", "Pasal 41, 42".
func joinsArticles(next, number word) bool {
	switch next.key {
	case "dan", "sd", "sampai", "hingga", "tm":
		return true
	}
	return strings.HasSuffix(number.text, ",") && atoi(strings.Trim(next.text, punctuation)) > 0
}

func (c *composer) dropDoubledElucidation(cs []candidate, h heading, to int) {
	for _, d := range cs {
		if d.at <= h.at || d.at > h.end(h.reading)+2 || d.at >= to {
			continue
		}
		for _, r := range d.ways {
			if r.n == h.n && r.suffix == h.suffix && r.roman == h.roman {
				c.ledger.drop(doubledHeading, c.ws[d.at].line, join(c.ws[d.at:d.end(r)]))
				for j := d.at; j < d.end(r); j++ {
					c.ws[j].text, c.ws[j].key = "", ""
				}
				break
			}
		}
	}
}

// identify reads the identity of the work. The place of the file says it more surely than a heading that was scanned.
func (c *composer) identify(title []word, path string) identity {
	id := readIdentity(title)
	kind, year, number, ok := fromPath(path)
	if ok {
		if id.number != "" && (id.number != number || id.year != year) || id.kind != "" && id.kind != kind {
			c.suspect(1, "judul menyebut "+id.kind+" "+id.number+"/"+itoa(id.year)+", letak berkas "+kind+" "+number+"/"+itoa(year)+"; yang dipakai letak berkas")
		}
		id.kind, id.year, id.number = kind, year, number
	}
	s := c.sections
	var last []word
	if n := len(c.articles); n > 0 {
		last = c.words(c.articles[n-1].text)
	}
	id.readClosing(c.ws[s.closing:max(s.closing, min(s.explain, s.closing+200))], c.ws[s.closing:], last)
	if !id.enacted.IsZero() && id.year != 0 && id.enacted.Year != id.year && id.enacted.Year != id.year+1 {
		c.suspect(c.lineAt(s.closing), "tanggal penetapan "+id.enacted.String()+" tidak cocok dengan tahun "+itoa(id.year)+"; tidak dipakai")
		id.enacted, id.inForce = corpus.Date{}, corpus.Date{}
	}
	if !id.inForce.IsZero() && !id.enacted.IsZero() && id.inForce.Before(id.enacted) {
		id.inForce = corpus.Date{}
	}
	return id
}
