package importer

import (
	"regexp"
	"strconv"
	"strings"

	"suluh/corpus"
	"suluh/corpus/paper"
)

// identity is what the heading and the closing of a text tell of the work.
type identity struct {
	kind       string
	year       int
	number     string
	about      string // after "tentang"
	enacted    corpus.Date
	published  corpus.Date
	inForce    corpus.Date
	gazette    string
	supplement string
}

// kinds are the names of works in a heading, the longer ones first.
var kinds = []struct{ name, kind string }{
	{"peraturanpemerintahpenggantiundangundang", "perppu"}, {"undangundangdarurat", "uudrt"}, {"undangundang", "uu"}, {"peraturanpemerintah", "pp"},
	{"peraturanpresiden", "perpres"}, {"keputusanpresiden", "keppres"}, {"peraturandaerah", "perda"}, {"peraturanmenteri", "permen"}, {"peraturangubernur", "pergub"},
}

var inPath = regexp.MustCompile(`(?:^|/)([a-z]+(?:/[a-z]+(?:-[a-z]+)*)?)/([0-9]{4})/([0-9]+[a-z]*)(?:\.[a-z]+)?$`)

// fromPath reads the identity of a work from where its file lies: "…/uu/2007/21.md".
func fromPath(path string) (kind string, year int, number string, ok bool) {
	m := inPath.FindStringSubmatch(strings.ToLower(path))
	if m == nil {
		return "", 0, "", false
	}
	kind = m[1]
	if i := strings.LastIndexByte(kind, '/'); i >= 0 && !strings.HasPrefix(kind, "perda/") {
		kind = kind[i+1:]
	}
	if corpus.KindName(kind) == "Lainnya" && kind != "uudrt" {
		return "", 0, "", false
	}
	return kind, atoi(m[2]), m[3], true
}

// titleEnds are the words with which the text goes on behind its title.
var titleEnds = map[string]bool{"menimbang": true, "mengingat": true, "presiden": true, "memutuskan": true, "mendengar": true, "membaca": true, "kami": true, "wakil": true}

// longestName is how many words the title of a work may have.
const longestName = 160

// titleSpan returns where the title stands among the words before the decision. Of several, as in a text whose pages are
// mixed up, it is the one with the number of the work, if that is known.
func titleSpan(ws []word, number string, year int) (from, to int) {
	for at := 0; at < len(ws); {
		f, t := nextTitle(ws, at)
		if t == 0 {
			break
		}
		if to == 0 {
			from, to = f, t
		}
		if id := readIdentity(ws[f:t]); number == "" || id.number == number && id.year == year {
			return f, t
		}
		at = f + 1
	}
	return from, to
}

// nextTitle returns the first title from at on: from the name of the kind to the words that open the law. It is empty
// where there is none.
func nextTitle(ws []word, at int) (from, to int) {
	last := min(len(ws), 3*longestName)
	for from = at; from < last; from++ {
		if kindAt(ws, from) != "" && namesWork(ws, from) {
			break
		}
		if titleEnds[ws[from].key] && ws[from].first && from > 0 && strings.HasSuffix(ws[from].text, ":") {
			return 0, 0
		}
	}
	if from >= last {
		return 0, 0
	}
	about := false
	for to = from; to < min(len(ws), from+longestName); to++ {
		k := ws[to].key
		about = about || k == "tentang"
		if to == from {
			continue
		}
		if titleEnds[k] && (about || k != "presiden") || k == "dengan" && to+1 < len(ws) && ws[to+1].key == "rahmat" {
			return from, to
		}
		if about && ws[to].first && ws[to-1].key != "tentang" && !isUpper(ws[to].text) && !noise(ws[to].text) {
			return from, to
		}
	}
	return from, to
}

// kindAt returns the kind of work whose name begins at i, or "". In capitals the name may be misread.
func kindAt(ws []word, i int) string {
	if len(ws[i].key) < 5 {
		return ""
	}
	const most = 6 // words of a name
	var b strings.Builder
	for j := i; j < min(i+most, len(ws)); j++ {
		b.WriteString(ws[j].key)
		for _, k := range kinds {
			if b.String() == k.name && !(k.kind == "uu" && j+1 < len(ws) && ws[j+1].key == "darurat") && !(k.kind == "pp" && j+1 < len(ws) && ws[j+1].key == "pengganti") {
				return k.kind
			}
			if isUpper(ws[i].text) && b.Len() > 10 && paper.Distance(b.String(), k.name) <= len(k.name)/6 && b.String()[:4] == k.name[:4] && !(k.kind == "pp" && j+1 < len(ws) && ws[j+1].key == "pengganti") {
				return k.kind
			}
		}
	}
	return ""
}

// namesWork reports whether a number follows the name of a kind before anything else does.
func namesWork(ws []word, i int) bool {
	for j := i; j < min(i+12, len(ws)); j++ {
		switch k := ws[j].key; {
		case k == "nomor" || k == "no" || k == "nr" || k == "nomer" || strings.HasPrefix(k, "nomor") && len(k) < 10:
			return true
		case k == "tentang" && j > i+1:
			return true
		case strings.HasSuffix(ws[j].text, ",") || strings.HasSuffix(ws[j].text, ";"):
			return false
		}
	}
	return false
}

var readTitle = regexp.MustCompile(`(?i)(?:nomor|nomer|no\.?|nr\.?)\s*\.?:?\s*([0-9OolI]{1,4})\s*,?\s*(?:tahun|th\.?)\s*([0-9OolISZ]{4}|[0-9OolI] [0-9OolI]{3})`)

// readIdentity reads kind, number, year and subject from the title.
func readIdentity(ws []word) (id identity) {
	if len(ws) == 0 {
		return id
	}
	id.kind = kindAt(ws, 0)
	title := join(ws)
	before, after, cut := cutFold(title, "tentang")
	if m := readTitle.FindStringSubmatch(before); m != nil {
		id.number = strings.TrimLeft(asDigits(m[1]), "0")
		id.year = atoi(strings.ReplaceAll(asDigits(m[2]), " ", ""))
	}
	if cut {
		id.about = strings.Trim(after, " .,:;")
	}
	return id
}

// cutFold cuts s at the first whole word sep, whatever its case.
func cutFold(s, sep string) (before, after string, ok bool) {
	i := strings.Index(strings.ToLower(s), sep)
	if i < 0 || i+len(sep) > len(s) || !strings.EqualFold(s[i:i+len(sep)], sep) {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// small are the words that a title does not write with a capital.
var small = map[string]bool{"dan": true, "atau": true, "di": true, "ke": true, "dari": true, "untuk": true, "dalam": true, "yang": true, "dengan": true, "pada": true,
	"atas": true, "tentang": true, "oleh": true, "sebagai": true, "bagi": true, "antara": true, "serta": true, "kepada": true, "terhadap": true, "mengenai": true, "sebagaimana": true, "telah": true}

// titleCase writes a title that stands in capitals with capitals at the beginning of its words. Names and numbers in
// Roman figures stay.
func titleCase(s string) string {
	letters, upper := 0, 0
	for _, f := range strings.Fields(s) {
		if len(f) > 1 {
			letters++
			if isUpper(f) {
				upper++
			}
		}
	}
	if upper*2 < letters {
		return s
	}
	fields := strings.Fields(s)
	for i, f := range fields {
		bare := strings.Trim(f, "()\"“”,.;:'")
		switch lower := strings.ToLower(f); {
		case !isUpper(bare) || paper.HasDigit(bare):
		case i > 0 && small[strings.ToLower(bare)]:
			fields[i] = lower
		case romanValue(bare) > 0 || bare == "PT" || bare == "TVRI" || bare == "RRI" || bare == "BUMN" || bare == "ASEAN" || bare == "PLN":
		default:
			fields[i] = capitalized(lower)
		}
	}
	return strings.Join(fields, " ")
}

// capitalized writes the first letter of each part of a word as a capital.
func capitalized(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		letter := r >= 'a' && r <= 'z'
		if letter && start {
			r += 'A' - 'a'
		}
		start = !letter && r != '\'' && r != '’' && !(r >= '0' && r <= '9') && !(r >= 'A' && r <= 'Z')
		return r
	}, s)
}

var monthNumber = map[string]int{"januari": 1, "jannuari": 1, "pebruari": 2, "februari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
	"september": 9, "oktober": 10, "nopember": 11, "november": 11, "desember": 12, "djanuari": 1, "djuni": 6, "djuli": 7, "augustus": 8}

// dateIn returns the first day that stands in the words: "19 April 2007".
func dateIn(ws []word) corpus.Date {
	for i := 0; i+2 < len(ws); i++ {
		month := monthNumber[ws[i+1].key]
		day := atoi(asDigits(strings.Trim(ws[i].text, punctuation)))
		if month == 0 || day < 1 || day > 31 {
			continue
		}
		year := strings.Trim(ws[i+2].text, punctuation)
		if len(year) < 4 && i+3 < len(ws) { // "1 953"
			year += strings.Trim(ws[i+3].text, punctuation)
		}
		y := atoi(asDigits(year))
		d, err := corpus.ParseDate(pad(y, 4) + "-" + pad(month, 2) + "-" + pad(day, 2))
		if err == nil && y > 1900 && y < 2100 {
			return d
		}
	}
	return corpus.Date{}
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// readClosing reads the days and the numbers in the gazette from the closing and what follows it.
func (id *identity) readClosing(closing, all []word, lastArticle []word) {
	const reach = 14
	for i, w := range closing {
		rest := closing[i:min(i+reach, len(closing))]
		switch {
		case (w.key == "ditetapkan" || w.key == "disahkan") && id.enacted.IsZero():
			id.enacted = dateIn(rest)
		case w.key == "diundangkan" && id.published.IsZero():
			id.published = dateIn(rest)
		}
	}
	for i, w := range all {
		if w.key != "lembaran" && w.key != "lembarannegara" || !isUpper(w.text) {
			continue
		}
		year, number := gazetteNumbers(all[i+1 : min(i+12, len(all))])
		switch {
		case i > 0 && all[i-1].key == "tambahan":
			if number != "" && id.supplement == "" {
				id.supplement = "TLN " + number
			}
		case number != "" && year != "" && id.gazette == "":
			id.gazette = "LN " + year + " No. " + number
		}
	}
	tail := lastArticle[max(0, len(lastArticle)-40):]
	if i := lastIndex(tail, "berlaku"); i > 0 && tail[i-1].key == "mulai" {
		switch rest := tail[i:]; {
		case len(rest) > 3 && (rest[2].key == "tanggal" || rest[2].key == "hari" || rest[2].key == "saat") && strings.HasPrefix(rest[3].key, "diundangkan"):
			id.inForce = id.published
		case len(rest) > 3 && (rest[2].key == "tanggal" || rest[2].key == "hari") && strings.HasPrefix(rest[3].key, "ditetapkan"):
			id.inForce = id.enacted
		case len(rest) > 3 && len(rest) < 12 && rest[2].key == "tanggal":
			id.inForce = dateIn(rest)
		}
	}
}

func lastIndex(ws []word, k string) int {
	for i := len(ws) - 1; i >= 0; i-- {
		if ws[i].key == k {
			return i
		}
	}
	return -1
}

// gazetteNumbers reads "TAHUN 2007 NOMOR 58" or "NOMOR 58 TAHUN 2007".
func gazetteNumbers(ws []word) (year, number string) {
	for i := 0; i+1 < len(ws); i++ {
		value := asDigits(strings.Trim(ws[i+1].text, punctuation))
		n := atoi(value)
		switch k := ws[i].key; {
		case k == "tahun" && n > 1940 && n < 2100 && year == "":
			year = itoa(n)
		case (k == "nomor" || k == "no" || k == "nr") && n > 0 && number == "":
			number = itoa(n)
		case k == "tambahan" || k == "penjelasan":
			return year, number
		}
	}
	return year, number
}
