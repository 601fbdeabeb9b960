package verify

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// The kinds of tolerance, as the report names them.
const (
	tolPageMark   = "tanda halaman"
	tolLetterhead = "kop surat PRESIDEN REPUBLIK INDONESIA"
	tolRunning    = "kepala atau kaki halaman yang berulang"
	tolSerial     = "nomor seri kertas (SK No)"
	tolAddress    = "alamat situs web"
	tolCatchword  = "kata penyambung halaman (“Pasal 67 …”)"
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
	pageMark        = regexp.MustCompile(`(?:^|\s)[-–—]+\s?[0-9]{1,4}\s?[-–—]+(?:\s|$)`)
	pageCount       = regexp.MustCompile(`(?i)^\W*(?:hal(?:aman|\.)?\s*)?[0-9]{1,4}\s*(?:/|dari)\s*[0-9]{1,4}\W*$|^\W*hal(?:aman|\.)\s*[0-9]{1,4}\W*$`)
	bareNumber      = regexp.MustCompile(`^[0-9]{1,4}$`)
	serial          = regexp.MustCompile(`\bSK\s*No\.?\s*[0-9OIl]{5,7}\s*[A-Z]?(?:\s|$)`)
	address         = regexp.MustCompile(`(?i)^\W*(?:https?://|www\.)\S+\W*$|^\W*[a-z0-9.-]+\.go\.id\S*\W*$`)
	gazette         = regexp.MustCompile(`^(?:[0-9]+\s+)?(?:19|20)[0-9]{2},?\s*No\.?\s*[0-9]+(?:\s+[0-9]+)?$|^No\.?\s*[0-9]+\s+[0-9]+(?:\s+(?:19|20)[0-9]{2})?$`)
	articleLine     = regexp.MustCompile(`^Pasal [0-9IVXLC]+[A-Z]*$`)
	elucidationLine = regexp.MustCompile(`PENJELASAN\s+(?:ATAS\b|UNDANG|PERATURAN)`)
	groupLine       = regexp.MustCompile(`^(?:BUKU|BAB|Bagian|Paragraf) `)
	digits          = regexp.MustCompile(`[0-9](?:[ ./:,-]*[0-9])*`)
	legalStart      = regexp.MustCompile(`(?i)^(?:(?:Pasal|Ayat|Huruf|Angka|BAB|Bagian|Paragraf|BUKU)\s|Cukup jelas|\(?[0-9]+\)|[a-z]\.|[0-9]+\.\s|PENJELASAN|ATAS)`)
)

// edge is how many lines at the top and the foot of a page may be running heads.
const edge = 4

// repeats is on how many pages a line must stand at the edge to be a running head.
const repeats = 3

// furniture finds the lines that belong to the paper and not to the law, and says of each what it is.
func (c *Copy) furniture() map[int]string {
	found := map[int]string{}
	for i, l := range c.Lines {
		text := strings.Join(strings.Fields(strings.TrimLeft(cleaner.Replace(l.Text), "#> ")), " ")
		switch {
		case text == "":
		case pageCount.MatchString(text):
			found[i] = tolPageMark
		case address.MatchString(text):
			found[i] = tolAddress
		case gazette.MatchString(text):
			found[i] = tolRunning
		case isLetterhead(text):
			found[i] = tolLetterhead
		}
	}
	c.letterheadsInTwo(found)
	c.runningHeads(found)
	c.bareNumbers(found)
	return found
}

// isLetterhead reports whether a line is the head of presidential paper. In the law itself the words are followed by a comma.
func isLetterhead(text string) bool {
	if len(text) > 40 || text != strings.ToUpper(text) || strings.HasSuffix(text, ",") {
		return false
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
	return len(bare) > 20 && distance(bare, "PRESIDENREPUBLIKINDONESIA") <= 3
}

// letterheadsInTwo finds letterheads that are printed on two lines.
func (c *Copy) letterheadsInTwo(found map[int]string) {
	for i := 0; i+1 < len(c.Lines); i++ {
		first, second := strings.TrimSpace(c.Lines[i].Text), strings.TrimSpace(c.Lines[i+1].Text)
		if found[i] == "" && len(first) < 15 && len(second) < 25 && second != "" && isLetterhead(first+" "+second) {
			found[i], found[i+1] = tolLetterhead, tolLetterhead
		}
	}
}

// runningHeads finds lines that stand at the edge of several pages, numbers aside. Lines that begin as law does are
// left alone.
func (c *Copy) runningHeads(found map[int]string) {
	if c.Pages < repeats {
		return
	}
	count := map[string]int{}
	at := map[string][]int{}
	for _, page := range c.pageLines() {
		seen := map[string]bool{}
		for n, i := range page {
			if n >= edge && n < len(page)-edge {
				continue
			}
			text := strings.Join(strings.Fields(c.Lines[i].Text), " ")
			shape := digits.ReplaceAllString(text, "9")
			if legalStart.MatchString(text) || len(text) > 100 {
				continue
			}
			at[shape] = append(at[shape], i)
			if !seen[shape] {
				count[shape]++
				seen[shape] = true
			}
		}
	}
	for shape, n := range count {
		if n < repeats || n*4 < c.Pages {
			continue
		}
		for _, i := range at[shape] {
			if found[i] == "" {
				found[i] = tolRunning
				if bareNumber.MatchString(strings.TrimSpace(c.Lines[i].Text)) {
					found[i] = tolPageMark
				}
			}
		}
	}
}

// pageLines returns the lines of each page that are not empty.
func (c *Copy) pageLines() [][]int {
	pages := make([][]int, c.Pages+1)
	for i, l := range c.Lines {
		if strings.TrimSpace(l.Text) != "" && l.Page <= c.Pages {
			pages[l.Page] = append(pages[l.Page], i)
		}
	}
	return pages
}

// bareNumbers finds page numbers that stand alone on a line without dashes: at least three, each one more than the last.
func (c *Copy) bareNumbers(found map[int]string) {
	var run []int
	last := 0
	flush := func() {
		if len(run) >= repeats {
			for _, i := range run {
				found[i] = tolPageMark
			}
		}
		run = nil
	}
	for i, l := range c.Lines {
		text := strings.TrimSpace(l.Text)
		if found[i] != "" || !bareNumber.MatchString(text) {
			continue
		}
		n, _ := strconv.Atoi(text)
		if n != last+1 {
			flush()
		}
		run, last = append(run, i), n
	}
	flush()
}

// tokens returns the words of the copy without its furniture, which it counts.
func (c *Copy) tokens(count func(what, example string)) []token {
	found := c.furniture()
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
		}{{tolPageMark, pageMark}, {tolSerial, serial}} {
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

// longestCatchword is the number of words that a page may announce of the next.
const longestCatchword = 8

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
			count(tolLetterhead, "")
			next += after
		}
		n := announced(tokens, e, next)
		var words []string
		for i := e - n + 1; i <= e; i++ {
			drop[i] = true
			words = append(words, tokens[i].word)
		}
		if n > 0 {
			count(tolCatchword, strings.Join(words, " ")+" …")
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

// announced returns how many words up to e are said again from next on, the most that fit.
func announced(tokens []token, e, next int) int {
	for n := min(longestCatchword, e+1, len(tokens)-next); n > 0; n-- {
		same := true
		for i := range n {
			a, b := tokens[e-n+1+i], tokens[next+i]
			if a.key != b.key && !lookAlike(a.word, b.word) {
				same = false
				break
			}
		}
		if same {
			return n
		}
	}
	return 0
}
