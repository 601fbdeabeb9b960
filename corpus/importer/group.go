package importer

import (
	"regexp"
	"strings"

	"suluh/corpus/paper"
)

// group is the heading of a BUKU, BAB, Bagian or Paragraf.
type group struct {
	at     int // of the first word
	rank   int
	number string
	title  string
	words  []word
	was    string // the number as it stands in the source, if it was misread
}

var groupRank = map[string]int{"buku": 0, "bab": 1, "bagian": 2, "paragraf": 3}

var groupKeyword = [...]string{"BUKU", "BAB", "Bagian", "Paragraf"}

var (
	groupRoman   = regexp.MustCompile(`^[IVXLCDM]+[A-Z]?$`)
	groupDigits  = regexp.MustCompile(`^[0-9]+[A-Z]?$`)
	groupOrdinal = regexp.MustCompile(`^K[eE][a-zA-Z]+$`)
)

// The longest headings of groups, in words.
const (
	longestTail  = 90
	longestTitle = 45
)

// groupsBefore finds the headings of groups that stand directly before an article at to: from the first of them on there
// is nothing else.
func groupsBefore(ws []word, from, to int) []group {
	for i := max(from, to-longestTail); i < to; i++ {
		if !opensGroup(ws, i, from, to) {
			continue
		}
		if gs, ok := readGroups(ws, i, to); ok {
			return gs
		}
	}
	return nil
}

// opensGroup reports whether the heading of a group may begin at i.
func opensGroup(ws []word, i, from, to int) bool {
	if _, ok := groupRank[ws[i].key]; !ok || !startsUpper(ws[i].text) || i+1 >= to {
		return false
	}
	if number, _, _ := groupNumber(ws, i+1, to); number == "" {
		return false
	}
	if i == from || ws[i].first {
		return true
	}
	prev := ws[i-1]
	return endsSentence(prev.text) || noise(prev.text) || isUpper(prev.text) || paper.HasDigit(prev.text)
}

// opensBelow reports whether a heading of a lower rank may begin at i, within the title of a group.
func opensBelow(ws []word, i, rank, to int) bool {
	below, ok := groupRank[ws[i].key]
	if !ok || below <= rank || !startsUpper(ws[i].text) || !startsUpper(ws[i-1].text) {
		return false
	}
	number, _, _ := groupNumber(ws, i+1, to)
	return number != ""
}

// groupNumber reads the number of a group, and how many words it takes. A number that had to be read anew comes with
// what stood there.
func groupNumber(ws []word, i, to int) (number, was string, words int) {
	t := strings.Trim(ws[i].text, punctuation)
	switch {
	case groupRoman.MatchString(t), groupDigits.MatchString(t):
		return t, "", 1
	case t == "PERTAMA":
		return "Pertama", "", 1
	case t == "Pertama":
		return t, "", 1
	case groupOrdinal.MatchString(t) && len(t) > 4:
		if i+1 < to && (strings.EqualFold(ws[i+1].text, "belas") || strings.EqualFold(ws[i+1].text, "puluh")) {
			return t + " " + ws[i+1].text[:1] + strings.ToLower(ws[i+1].text[1:]), "", 2
		}
		return t, "", 1
	case asRoman.Replace(t) != t && len(t) < 8 && groupRoman.MatchString(asRoman.Replace(t)):
		return asRoman.Replace(t), t, 1
	case len(t) <= 2 && groupDigits.MatchString(asDigits(t)):
		return asDigits(t), t, 1
	}
	return "", "", 0
}

// readGroups reads the words from i to to as headings of groups, one after another.
func readGroups(ws []word, i, to int) ([]group, bool) {
	var out []group
	for i < to {
		rank, ok := groupRank[ws[i].key]
		if !ok {
			return nil, false
		}
		number, was, n := groupNumber(ws, i+1, to)
		if number == "" {
			return nil, false
		}
		end := i + 1 + n
		for end < to && !opensGroup(ws, end, i, to) && !opensBelow(ws, end, rank, to) {
			end++
		}
		title := ws[i+1+n : end]
		if !titleOf(title, rank) {
			return nil, false
		}
		g := group{at: i, rank: rank, number: number, title: strings.TrimLeft(join(title), ".:- "), words: ws[i:end], was: was}
		out = append(out, g)
		i = end
	}
	return out, len(out) > 0
}

// titleOf reports whether words can be the title of a group: short, without a sentence in them, and for a chapter mostly
// in capitals.
func titleOf(ws []word, rank int) bool {
	if len(ws) > longestTitle {
		return false
	}
	upper, letters := 0, 0
	for i, w := range ws {
		if i+1 < len(ws) && strings.HasSuffix(w.text, ";") || strings.HasSuffix(w.text, ":") || ayatMark.MatchString(w.text) {
			return false
		}
		if strings.HasSuffix(w.text, ".") && len(w.key) > 2 && i+1 < len(ws) {
			return false
		}
		if paper.HasLetter(w.text) {
			letters++
			if isUpper(w.text) {
				upper++
			}
		}
	}
	if rank <= 1 && letters > 8 {
		return upper*10 >= letters*6
	}
	return rank <= 1 || letters <= 30
}

// shelves knows which groups a work has, for it can have each only once.
type shelves struct {
	open []string
	seen map[string]bool
}

// take reports whether a group can stand here.
func (s *shelves) take(g group) bool {
	open := s.open[:min(len(s.open), g.rank):min(len(s.open), g.rank)]
	for len(open) < g.rank {
		open = append(open, "")
	}
	open = append(open, strings.ToLower(groupKeyword[g.rank]+"-"+strings.ReplaceAll(g.number, " ", "-")))
	path := strings.Join(open, ".")
	if s.seen[path] {
		return false
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	s.seen[path] = true
	s.open = open
	return true
}

// settle decides which headings of groups stand before an article, and where the text before them ends. A heading that is
// printed twice is taken off once; words that cannot head a group stay in the text.
func (c *composer) settle(s *shelves, gs []group, to int) (kept []group, end int) {
	end = tailStart(to, gs)
	open := s.open
	for i, g := range gs {
		if i+1 < len(gs) && gs[i+1].rank == g.rank && gs[i+1].number == g.number && strings.HasPrefix(key(gs[i+1].title), key(strings.TrimRight(g.title, ".… "))) {
			c.ledger.drop(doubledHeading, g.words[0].line, join(g.words))
			continue
		}
		if !s.take(g) {
			c.suspect(g.words[0].line, "judul “"+join(g.words)+"” berulang; dibiarkan sebagai teks")
			for _, k := range kept { // a heading before words that stay must stay with them
				c.forget(s, k)
			}
			kept, s.open = nil, open
			end = g.at + len(g.words)
			continue
		}
		kept = append(kept, g)
	}
	return kept, end
}

// forget takes a group back.
func (c *composer) forget(s *shelves, g group) {
	c.suspect(g.words[0].line, "judul “"+join(g.words)+"” tidak dapat ditempatkan; dibiarkan sebagai teks")
	step := strings.ToLower(groupKeyword[g.rank] + "-" + strings.ReplaceAll(g.number, " ", "-"))
	for path := range s.seen {
		if path == step || strings.HasSuffix(path, "."+step) {
			delete(s.seen, path)
		}
	}
}
