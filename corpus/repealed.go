package corpus

import (
	"regexp"
	"strings"
)

var (
	repealVerb  = regexp.MustCompile(`(?i)(?:dicabut|dinyatakan)(?: dan)?(?: dinyatakan)? tidak berlaku(?: lagi)?`)
	repealLimit = regexp.MustCompile(`(?i)^,? *(?:sepanjang|bagi|untuk|terhadap)\b`)
	repealedLaw = regexp.MustCompile(`(?i)\b(Undang- ?Undang|Peraturan Pemerintah)(?: Republik Indonesia)? (?:Nomor|No\.?) ?([0-9]+) Tahun ([0-9]{4})\b`)
	repealPart  = regexp.MustCompile(`(?i)\bPasal [0-9]+|\b(?:dalam|dari|atas|pengganti) *$`)
)

// repealPartReach is how far before the name of a law words are looked for that say that it is not meant as a whole, in bytes.
const repealPartReach = 80

// RepealedByText returns the ids of the works that the articles of the work say to be revoked as a whole: "Pada saat … mulai
// berlaku, Undang-Undang Nomor 22 Tahun 1997 … dicabut dan dinyatakan tidak berlaku." It is what a program reads in a text
// that nobody has checked, good enough for the order of hits and for nothing that is told to readers.
func (w *Work) RepealedByText() []string {
	var out []string
	seen := map[string]bool{w.ID: true}
	for _, a := range w.articles {
		for _, unit := range a.rules() {
			for _, id := range repealedIn(unit) {
				if !seen[id] && w.mayRepeal(id) {
					seen[id] = true
					out = append(out, id)
				}
			}
		}
	}
	return out
}

// IsStatute reports whether works of a kind have the rank of a statute: undang-undang, undang-undang darurat and peraturan
// pemerintah pengganti undang-undang (UU 12/2011 Pasal 7).
func IsStatute(kind string) bool { return kind == "uu" || kind == "uudrt" || kind == "perppu" }

// mayRepeal reports whether a work can revoke another: no regulation revokes a statute, and none what comes after it.
func (w *Work) mayRepeal(id string) bool {
	kind, _, year, _, _ := splitID(id)
	_, _, own, _, _ := splitID(w.ID)
	return year <= own && (!IsStatute(kind) || IsStatute(w.Kind()))
}

// rules returns the words of each ayat of an article, or those of the whole article if it has none.
func (p *Portion) rules() []string {
	var out []string
	for _, b := range p.Body {
		if b.Portion != nil && b.Portion.Kind == Paragraph {
			out = append(out, b.Portion.Plain())
		}
	}
	if len(out) == 0 {
		out = []string{p.Plain()}
	}
	return out
}

// repealedIn returns the ids of the laws that stand before words of repeal.
func repealedIn(text string) []string {
	text = strings.Join(strings.Fields(text), " ")
	var out []string
	start := 0
	for _, verb := range repealVerb.FindAllStringIndex(text, -1) {
		before := text[start:verb[0]]
		start = verb[1]
		if repealLimit.MatchString(text[verb[1]:]) {
			continue
		}
		for _, m := range repealedLaw.FindAllStringSubmatchIndex(before, -1) {
			if repealPart.MatchString(before[max(0, m[0]-repealPartReach):m[0]]) {
				continue
			}
			kind := "uu"
			if strings.HasPrefix(strings.ToLower(before[m[2]:m[3]]), "peraturan") {
				kind = "pp"
			}
			out = append(out, kind+"/"+before[m[6]:m[7]]+"/"+before[m[4]:m[5]])
		}
	}
	return out
}
