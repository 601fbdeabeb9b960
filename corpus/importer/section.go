package importer

import (
	"strings"

	"suluh/corpus/paper"
)

// sections are the parts of a text, as the places where they begin: the head with the title, the decision ("Memutuskan"),
// the articles, the closing, the elucidation, and what comes after all that.
type sections struct {
	decide     int // "MEMUTUSKAN", or the first article where the word is lost
	decided    bool
	body       int // behind it
	closing    int // "Agar setiap orang mengetahuinya"
	published  int // behind the number in the gazette: from here to the elucidation there may be an annex
	explain    int // "PENJELASAN"
	byArticle  int // behind "PASAL DEMI PASAL"
	supplement int // "TAMBAHAN LEMBARAN NEGARA" behind the elucidation
	annex      int // behind that
}

// parts finds the sections. What is not there begins where the next one does.
func parts(ws []word) sections {
	end := len(ws)
	s := sections{decide: -1, closing: -1, explain: end, byArticle: -1, supplement: end, annex: end, published: -1}
	for i := range ws {
		if isDecision(ws[i]) {
			s.decide, s.decided = i, true
			break
		}
	}
	if !s.decided {
		s.decide = firstArticle(ws)
	}
	s.body = s.decide
	if s.decided {
		s.body++
	}
	s.explain = explanation(ws, s.body)
	s.closing = closing(ws, s.body, s.explain)
	s.published = published(ws, s.closing, s.explain)
	if s.explain < end {
		s.byArticle = byArticle(ws, s.explain)
		s.supplement, s.annex = annex(ws, max(s.explain, s.byArticle), end)
	} else if at, _ := annex(ws, s.published, end); at < s.explain {
		s.published = min(s.published, at)
	}
	return s
}

// isDecision reports whether a word is "MEMUTUSKAN", misread or not.
func isDecision(w word) bool {
	t := strings.TrimRight(w.text, punctuation)
	if len(t) < 8 || len(t) > 14 || !strings.HasPrefix(strings.ToLower(t), "memutus") || !startsUpper(t) {
		return false
	}
	return paper.Distance(strings.ToLower(t), "memutuskan") <= 3
}

// firstArticle returns where the first heading of an article stands that looks like one.
func firstArticle(ws []word) int {
	for _, c := range candidates(ws, 0, len(ws)) {
		if c.weight >= 2 && c.ways[0].n == 1 {
			return c.at
		}
	}
	return len(ws)
}

// spaced returns how many words from i on make up the letters of what, one word or torn into letters: "P E N J E L A S A N".
func spaced(ws []word, i int, what string) int {
	rest := what
	for n := 0; i+n < len(ws) && n < len(what); n++ {
		k := strings.TrimRight(ws[i+n].text, punctuation)
		if k == "" || !strings.HasPrefix(rest, k) {
			return 0
		}
		if rest = rest[len(k):]; rest == "" {
			return n + 1
		}
	}
	return 0
}

// explained are the words that follow "PENJELASAN" where the elucidation begins.
var explained = map[string]bool{"atas": true, "a": true, "undangundang": true, "undang": true, "peraturan": true, "umum": true, "mengenai": true, "tentang": true,
	"penjelasan": true, "i": true, "pasal": true, "rancangan": true, "resmi": true, "dari": true, "terhadap": true, "1": true, "memori": true, "pemerintah": true, "perpu": true}

// explanation returns where the elucidation begins.
func explanation(ws []word, from int) int {
	for i := from; i < len(ws); i++ {
		if ws[i].text == "" || ws[i].text[0] != 'P' && ws[i].text[0] != 'M' {
			continue
		}
		n := spaced(ws, i, "PENJELASAN")
		if n > 0 && (i+n >= len(ws) || explained[ws[i+n].key]) {
			if i > from && ws[i-1].key == "memori" {
				return i - 1
			}
			return i
		}
		if ws[i].key == "penjelasan" && startsUpper(ws[i].text) && i+1 < len(ws) && explained[ws[i+1].key] && ws[i+1].key != "pasal" && ws[i+1].key != "umum" &&
			afterSignature(ws, i) {
			return i
		}
	}
	return len(ws)
}

// afterSignature reports whether a signature stands in the words before i.
func afterSignature(ws []word, i int) bool {
	for j := max(0, i-25); j < i; j++ {
		if k := ws[j].key; k == "ttd" || k == "lembaran" || k == "lembarannegara" {
			return true
		}
	}
	return false
}

// byArticle returns the place behind "PASAL DEMI PASAL", or -1.
func byArticle(ws []word, from int) int {
	for i := from; i+2 < len(ws); i++ {
		switch {
		case ws[i].key == "pasal" && ws[i+1].key == "demi" && ws[i+2].key == "pasal":
			return i + 3
		case strings.HasPrefix(ws[i].key, "pasaldemi") && ws[i].key != "pasaldemi", ws[i].key == "demipasal":
			return i + 1
		}
	}
	return -1
}

// closing returns where the closing begins: at the last "Agar setiap orang mengetahuinya" before the elucidation, else at
// the enactment.
func closing(ws []word, from, to int) int {
	for i := to - 1; i >= from; i-- {
		if ws[i].key != "agar" || !startsUpper(ws[i].text) {
			continue
		}
		for j := i + 1; j < min(i+6, to); j++ {
			if ws[j].key == "orang" {
				return i
			}
		}
	}
	for i := from; i+1 < to; i++ {
		k := ws[i].key
		if (k == "ditetapkan" || k == "disahkan" || k == "diundangkan" || k == "diumumkan") && startsUpper(ws[i].text) && (ws[i+1].key == "di" || ws[i+1].key == "pada") &&
			(i == 0 || endsSentence(ws[i-1].text) || ws[i].first) {
			return i
		}
	}
	return to
}

// published returns the place behind the number in the gazette, "LEMBARAN NEGARA … TAHUN 2007 NOMOR 58", or the end of the
// signatures.
func published(ws []word, from, to int) int {
	for i := from; i+3 < to; i++ {
		if ws[i].key != "lembaran" && ws[i].key != "lembarannegara" || !isUpper(ws[i].text) {
			continue
		}
		for j := i + 1; j < min(i+10, to); j++ {
			if k := ws[j].key; (k == "nomor" || k == "no" || k == "nr") && j+1 < to {
				end := j + 2
				if end+1 < to && ws[end].key == "tahun" {
					end += 2
				}
				return min(end, to)
			}
		}
	}
	return to
}

// annex returns where the annex begins: "LAMPIRAN", or what follows the number in the supplement to the gazette; and before
// it where that number stands.
func annex(ws []word, from, to int) (supplement, at int) {
	for i := from; i < to; i++ {
		k := ws[i].key
		switch {
		case k == "lampiran" && isUpper(ws[i].text) && i+1 < to && (isUpper(ws[i+1].text) || ws[i].first) && (i == from || endsSentence(ws[i-1].text) || ws[i].first || isUpper(ws[i-1].text) || paper.HasDigit(ws[i-1].text)):
			return i, i
		case k == "tambahan" && isUpper(ws[i].text) && i+3 < to && strings.HasPrefix(ws[i+1].key, "lembaran"):
			for j := i + 2; j < min(i+8, to); j++ {
				if k := ws[j].key; (k == "nomor" || k == "no" || k == "nr") && j+1 < to {
					return i, annexBehind(ws, j+2, to)
				}
			}
		}
	}
	return to, to
}

// annexBehind passes over what belongs to the number of the gazette.
func annexBehind(ws []word, i, to int) int {
	if i+1 < to && ws[i].key == "tahun" {
		i += 2
	}
	return min(i, to)
}
