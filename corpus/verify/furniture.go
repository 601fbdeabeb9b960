package verify

import (
	"regexp"
	"strings"

	"suluh/corpus/paper"
)

// The kinds of tolerance, as the report names them.
const (
	tolHyphen     = "kata terpenggal di ujung baris"
	tolHeading    = "judul yang tercetak berulang"
	tolGroup      = "judul bab dan bagian di antara pasal yang dimuat"
	tolFrame      = "rumusan baku yang tidak ada dalam salinan"
	tolSupplement = "baris nomor Tambahan Lembaran Negara"
	tolMarker     = "penanda daftar yang hilang atau berganti butir"
	tolSpacing    = "spasi dan tanda hubung"
	tolCase       = "huruf besar dan kecil"
	tolPunct      = "tanda baca"
	tolQuotes     = "bentuk tanda kutip"
	tolLegal      = "pengesahan salinan di belakang naskah"
)

var (
	articleLine     = regexp.MustCompile(`^Pasal [0-9IVXLC]+[A-Z]*$`)
	elucidationLine = regexp.MustCompile(`PENJELASAN\s+(?:ATAS\b|UNDANG|PERATURAN)`)
	groupLine       = regexp.MustCompile(`^(?:BUKU|BAB|Bagian|Paragraf) `)
)

// tokensOf returns the words of a copy without its furniture, which it counts.
func tokensOf(c *paper.Copy, count func(what, example string)) []token {
	found := c.Furniture()
	var out []token
	for i, l := range c.Lines {
		if what := found[i]; what != "" {
			count(what, strings.TrimSpace(l.Text))
			continue
		}
		text := l.Text
		for _, inline := range []struct {
			what    string
			pattern *regexp.Regexp
		}{{paper.PageMark, paper.PageMarks}, {paper.Serial, paper.Serials}} {
			text = inline.pattern.ReplaceAllStringFunc(text, func(m string) string {
				count(inline.what, strings.TrimSpace(m))
				return " "
			})
		}
		out = tokenize(out, text, i)
	}
	out = dropCatchwords(out, count)
	out, joined := joinCut(out)
	for range joined {
		count(tolHyphen, "")
	}
	return out
}

// dropCatchwords drops words before "..." that are said again directly after it.
func dropCatchwords(tokens []token, count func(what, example string)) []token {
	drop := make([]bool, len(tokens))
	for e, t := range tokens {
		if !strings.Contains(t.post, "...") && !strings.Contains(t.post, "…") {
			continue
		}
		next := e + 1
		if after := letterheadWords(tokens[next:]); after > 0 && announced(tokens, e, next+after) > 0 {
			for i := next; i < next+after; i++ {
				drop[i] = true
			}
			count(paper.Letterhead, "")
			next += after
		}
		n := announced(tokens, e, next)
		var words []string
		for i := e - n + 1; i <= e; i++ {
			drop[i] = true
			words = append(words, tokens[i].word)
		}
		if n > 0 {
			count(paper.Catchword, strings.Join(words, " ")+" …")
		}
	}
	out := make([]token, 0, len(tokens))
	first := false
	for i, t := range tokens {
		if drop[i] {
			first = first || t.first
			continue
		}
		t.first = t.first || first
		first = false
		out = append(out, t)
	}
	return out
}

// letterheadWords returns how many words of a letterhead stand at the start.
func letterheadWords(tokens []token) int {
	n := 0
	for n < min(3, len(tokens)) && (tokens[n].word == "PRESIDEN" || tokens[n].word == "REPUBLIK" || tokens[n].word == "INDONESIA") {
		n++
	}
	return n
}

// announced returns how many words up to e are said again from next on.
func announced(tokens []token, e, next int) int {
	return paper.Announced(e, next, len(tokens), func(i, j int) bool {
		a, b := tokens[i], tokens[j]
		return a.key == b.key || paper.LookAlike(a.word, b.word)
	})
}
