package digest

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"suluh/corpus"
)

var (
	prisonPattern     = regexp.MustCompile(`penjara\s+(?:[a-z\[\]]+\s+){0,8}?` + termWords)
	finePattern       = regexp.MustCompile(`denda\s+(?:[a-z\[\]]+\s+){0,6}?(?:rp\s*)?((?:(?:[0-9]+|_unk_)\s+)+)?((?:[a-z\[\]]+\s+){0,10}?)(?:rupiah|dengan|apabila|jika|subsid|yang)`)
	substitutePattern = regexp.MustCompile(`(?:kurungan|diganti\s+(?:dengan\s+)?(?:pidana\s+)?penjara|subsid[a-z]*)\s+(?:[a-z\[\]]+\s+){0,6}?` + termWords)
	suspendedPattern  = regexp.MustCompile(`masa percobaan\s+(?:[a-z\[\]]+\s+){0,4}?` + termWords)
)

// termWords is a length of time: "3 tiga tahun dan 6 enam bulan".
const termWords = `((?:[0-9]+\s+(?:[a-z\[\]]+\s+){0,4}?(?:tahun|bulan|hari)\b[\s]*(?:dan\s+)?)+)`

var termPart = regexp.MustCompile(`([0-9]+)\s+(?:[a-z\[\]]+\s+){0,4}?(tahun|bulan|hari)`)

// readSentence reads a punishment from a demand or an operative part.
func readSentence(text string) corpus.Sentence {
	var s corpus.Sentence
	text = strings.Join(strings.Fields(text), " ") + " "
	s.Prison = readTerm(prisonPattern, text)
	if at := finePattern.FindStringSubmatchIndex(text); at != nil {
		s.Fine = readSum(submatch(text, at, 1), submatch(text, at, 2))
		s.Substitute = readTerm(substitutePattern, text[at[0]:])
	}
	s.Suspended = readTerm(suspendedPattern, text)
	return s
}

func submatch(text string, at []int, n int) string {
	if at[2*n] < 0 {
		return ""
	}
	return text[at[2*n]:at[2*n+1]]
}

func readTerm(pattern *regexp.Regexp, text string) corpus.Term {
	m := pattern.FindStringSubmatch(text)
	if m == nil {
		return corpus.Term{}
	}
	var t corpus.Term
	for _, part := range termPart.FindAllStringSubmatch(m[1], -1) {
		n, err := strconv.Atoi(part[1])
		if err != nil {
			return corpus.Term{}
		}
		switch part[2] {
		case "tahun":
			t.Years = n
		case "bulan":
			t.Months = n
		case "hari":
			t.Days = n
		}
	}
	return t
}

// readSum reads a sum of rupiah: from its groups of figures, "120 000 000 00", or from its words where these are lost.
func readSum(figures, words string) int64 {
	groups := strings.Fields(figures)
	if n := len(groups); n > 1 && len(groups[n-1]) == 2 {
		groups = groups[:n-1] // sen
	}
	if n, err := strconv.ParseInt(strings.Join(groups, ""), 10, 64); err == nil && n >= 1000 {
		return n
	}
	return numberWords(words)
}

var units = map[string]int64{"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}

// numberWords reads a number in words, "seratus dua puluh juta"; 0 if a word is not known.
func numberWords(words string) int64 {
	var total, part, digit int64
	for _, w := range strings.Fields(words) {
		switch {
		case units[w] > 0:
			digit = units[w]
		case w == "sepuluh":
			part += 10
		case w == "sebelas":
			part += 11
		case w == "belas":
			part, digit = part+10+digit, 0
		case w == "puluh":
			part, digit = part+10*digit, 0
		case w == "seratus":
			part += 100
		case w == "ratus":
			part, digit = part+100*digit, 0
		case w == "seribu":
			total += 1000
		case w == "ribu" || w == "juta" || w == "milyar" || w == "miliar" || w == "milyard":
			scale := map[string]int64{"ribu": 1_000, "juta": 1_000_000}[w]
			if scale == 0 {
				scale = 1_000_000_000
			}
			total, part, digit = total+scale*(part+digit), 0, 0
		case w == "rupiah":
		default:
			return 0
		}
	}
	return total + part + digit
}

var months = map[string]time.Month{"januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7,
	"agustus": 8, "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12}

var dayPattern = regexp.MustCompile(`\b([0-9]{1,2})\s+([a-z]+)\s+((?:19|20)[0-9]{2})\b`)

// lastDay returns the last day that a text names: a judgment is pronounced after it was deliberated.
func lastDay(text string) corpus.Date {
	var out corpus.Date
	for _, m := range dayPattern.FindAllStringSubmatch(text, -1) {
		month, ok := months[m[2]]
		day, _ := strconv.Atoi(m[1])
		year, _ := strconv.Atoi(m[3])
		if d, err := corpus.ParseDate((corpus.Date{Year: year, Month: month, Day: day}).String()); ok && err == nil && out.Before(d) {
			out = d
		}
	}
	return out
}
