// Package paper reads copies of law from text, Markdown, HTML and PDF files, and knows what on their pages belongs to the
// paper and not to the law: running heads, page marks, letterheads, catchwords, and letters that look alike in print.
package paper

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// The kinds of furniture, as a report names them.
const (
	PageMark   = "tanda halaman"
	Letterhead = "kop surat PRESIDEN REPUBLIK INDONESIA"
	Running    = "kepala atau kaki halaman yang berulang"
	Serial     = "nomor seri kertas (SK No)"
	Address    = "alamat situs web"
	Catchword  = "kata penyambung halaman (“Pasal 67 …”)"
)

// Furniture that stands within a line.
var (
	PageMarks = regexp.MustCompile(`(?:^|\s)[-–—]+\s?[0-9]{1,4}\s?[-–—]+(?:\s|$)`)
	Serials   = regexp.MustCompile(`\bSK\s*No\.?\s*[0-9OIl]{5,7}\s*[A-Z]?(?:\s|$)`)
)

var (
	pageCount  = regexp.MustCompile(`(?i)^\W*(?:hal(?:aman|\.)?\s*)?[0-9]{1,4}\s*(?:/|dari)\s*[0-9]{1,4}\W*$|^\W*hal(?:aman|\.)\s*[0-9]{1,4}\W*$`)
	bareNumber = regexp.MustCompile(`^[0-9]{1,4}$`)
	address    = regexp.MustCompile(`(?i)^\W*(?:https?://|www\.)\S+\W*$|^\W*[a-z0-9.-]+\.go\.id\S*\W*$`)
	gazette    = regexp.MustCompile(`^(?:[0-9]+\s+)?(?:19|20)[0-9]{2},?\s*No\.?\s*[0-9]+(?:\s+[0-9]+)?$|^No\.?\s*[0-9]+\s+[0-9]+(?:\s+(?:19|20)[0-9]{2})?$`)
	digits     = regexp.MustCompile(`[0-9](?:[ ./:,-]*[0-9])*`)
	legalStart = regexp.MustCompile(`(?i)^(?:(?:Pasal|Ayat|Huruf|Angka|BAB|Bagian|Paragraf|BUKU)\s|Cukup jelas|\(?[0-9]+\)|[a-z]\.|[0-9]+\.\s|PENJELASAN|ATAS)`)
)

// Cleaner takes the marks off that are no part of the wording, and writes one character for each that print has many of.
var Cleaner = strings.NewReplacer(
	"_", "", "*", "", "^", "", "`", "", "~", "", "\\", "", "•", " ", "·", " ", "●", " ", "▪", " ", "■", " ", "□", " ", "◦", " ",
	"➢", " ", "✓", " ", "\u200b", "", "\u200c", "", "\u200d", "", "\ufeff", "", "\u00a0", " ", "\u202f", " ", "\u2009", " ",
	"\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl",
	"‐", "-", "‑", "-", "\u00ad", "-", "\u0002", "-", "\ufffe", "-", "\t", " ",
)

// edge is how many lines at the top and the foot of a page may be running heads.
const edge = 4

// repeats is on how many pages a line must stand at the edge to be a running head.
const repeats = 3

// Furniture finds the lines that belong to the paper and not to the law, and says of each what it is.
func (c *Copy) Furniture() map[int]string {
	found := map[int]string{}
	for i, l := range c.Lines {
		text := strings.Join(strings.Fields(strings.TrimLeft(Cleaner.Replace(l.Text), "#> ")), " ")
		switch {
		case text == "":
		case pageCount.MatchString(text):
			found[i] = PageMark
		case address.MatchString(text):
			found[i] = Address
		case gazette.MatchString(text):
			found[i] = Running
		case IsLetterhead(text):
			found[i] = Letterhead
		}
	}
	c.letterheadsInTwo(found)
	c.runningHeads(found)
	c.bareNumbers(found)
	return found
}

// IsLetterhead reports whether a line is the head of presidential paper. In the law itself the words are followed by a comma.
func IsLetterhead(text string) bool {
	if len(text) > 40 || text != strings.ToUpper(text) || strings.HasSuffix(text, ",") {
		return false
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
	return len(bare) > 20 && Distance(bare, "PRESIDENREPUBLIKINDONESIA") <= 3
}

// letterheadsInTwo finds letterheads that are printed on two lines.
func (c *Copy) letterheadsInTwo(found map[int]string) {
	for i := 0; i+1 < len(c.Lines); i++ {
		first, second := strings.TrimSpace(c.Lines[i].Text), strings.TrimSpace(c.Lines[i+1].Text)
		if found[i] == "" && len(first) < 15 && len(second) < 25 && second != "" && IsLetterhead(first+" "+second) {
			found[i], found[i+1] = Letterhead, Letterhead
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
				found[i] = Running
				if bareNumber.MatchString(strings.TrimSpace(c.Lines[i].Text)) {
					found[i] = PageMark
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
				found[i] = PageMark
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

// longestCatchword is the number of words that a page may announce of the next.
const longestCatchword = 8

// Announced returns how many words up to e are said again from next on, the most that fit. Of the total words, same
// tells which two are alike.
func Announced(e, next, total int, same func(i, j int) bool) int {
	for n := min(longestCatchword, e+1, total-next); n > 0; n-- {
		i := 0
		for i < n && same(e-n+1+i, next+i) {
			i++
		}
		if i == n {
			return n
		}
	}
	return 0
}
