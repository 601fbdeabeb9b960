// Package digest makes the beginnings of a digest from the text of a court decision: identity, indictment, what was asked
// and what was imposed, read from the words that such texts always have. What it cannot read it leaves out and says so. A
// person writes the rest, and checks what is there: the package reads form, not meaning.
//
// A decision comes as XML with sections, as the public collection of decisions has it, or as plain text, as it comes out of
// a PDF. Both are brought into one form first, small letters without punctuation.
package digest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
)

// Skeleton is what could be read of a decision.
type Skeleton struct {
	Source     string // public id
	Court      string // "Pengadilan Negeri Kendal"
	CourtID    string // "pn-kendal"
	Number     int
	Register   string // "Pid.Sus"
	Year       int
	Decided    corpus.Date
	Indictment corpus.Indictment
	Asked      corpus.Sentence
	Outcome    string // of corpus.Outcomes
	Proved     []corpus.Ref
	Sentence   corpus.Sentence
	Sections   []Section // with the names of persons masked
	Missing    []string  // what could not be read, in Indonesian
}

// Section is a part of a decision.
type Section struct{ Name, Text string }

// Names of the sections.
const (
	head       = "kepala_putusan"
	indictment = "riwayat_dakwaan"
	demand     = "riwayat_tuntutan"
	reasoning  = "pertimbangan_hukum"
	operative  = "amar_putusan"
	closing    = "penutup"
)

// Read reads a decision. It fails when the file is not the text of a judgment at all.
func Read(source []byte, l *corpus.Library) (*Skeleton, error) {
	d, err := readDocument(source)
	if err != nil {
		return nil, err
	}
	s := &Skeleton{Source: d.id}
	s.identify(d)
	s.Decided = lastDay(d.text(closing))
	s.readIndictment(d, l)
	s.Asked = readSentence(d.text(demand))
	s.judge(d, l)
	for _, name := range []string{indictment, demand, operative} {
		s.Sections = append(s.Sections, Section{name, mask(d.text(name), l)})
	}
	s.note()
	return s, nil
}

// ID returns the id of the digest, "putusan/pn-kendal/2016/54-pid.sus"; "" if the court or the number could not be read.
func (s *Skeleton) ID() string {
	if s.CourtID == "" || s.Number == 0 {
		return ""
	}
	return fmt.Sprintf("putusan/%s/%d/%d-%s", s.CourtID, s.Year, s.Number, strings.ToLower(s.Register))
}

var (
	numberPattern = regexp.MustCompile(`(?:nomor|no)\s+(?:reg\s+|perkara\s+)?([0-9]+(?:\s[0-9]{3})?)\s+pid\s+(?:([a-z]+)\s+)?((?:19|20)[0-9]{2})\b`)
	courtPattern  = regexp.MustCompile(`pengadilan negeri ([a-z]+(?: [a-z]+){0,4}?)\s+(?:kelas|yang|telah|memeriksa|dalam|tersebut|di jalan)`)
)

func (s *Skeleton) identify(d *document) {
	if m := numberPattern.FindStringSubmatch(d.text(head)); m != nil {
		s.Number, _ = strconv.Atoi(strings.ReplaceAll(m[1], " ", ""))
		s.Year, _ = strconv.Atoi(m[3])
		s.Register = strings.TrimSuffix("Pid."+capital(m[2]), ".")
	}
	s.CourtID = d.court
	if m := courtPattern.FindStringSubmatch(d.text(head)); m != nil {
		name := strings.TrimSpace(m[1])
		s.Court = "Pengadilan Negeri " + titleWords(name)
		s.CourtID = cmp.Or(s.CourtID, "pn-"+strings.ReplaceAll(name, " ", "-"))
	} else if d.court != "" {
		s.Court = "Pengadilan Negeri " + titleWords(strings.ReplaceAll(strings.TrimPrefix(d.court, "pn-"), "-", " "))
	}
}

func titleWords(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = capital(w)
	}
	return strings.Join(words, " ")
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

var (
	chargeWords = regexp.MustCompile(`(?:diancam(?:\s+(?:dengan\s+)?(?:pidana|hukuman))?|dakwaan\s+tunggal\s+yaitu|melanggar(?:\s+ketentuan)?)\s+(?:sebagaimana\s+)?(?:di\s*|dalam\s+|menurut\s+|sesuai\s+|pada\s+|ketentuan\s+|berdasarkan\s+)*pasal\s`)
	countLabel  = regexp.MustCompile(`\b((?:lebih\s+)*(?:subsidair|subsider|subsidiair)|primair|primer|kesatu|pertama|kedua|ketiga|keempat|kelima|keenam)\b`)
	inlineLabel = regexp.MustCompile(`\b(?:atau|dan)\s+(?:dakwaan\s+|ke\s+)?(kedua|ketiga|keempat|kelima|keenam)\b`)
	unread      = regexp.MustCompile(`(?:jo\s+)?pasal\s+_unk_`)
	labelWords  = regexp.MustCompile(`(?:^|\n)(?:dakwaan\s+|atau\s+|dan\s+|ke\s+)*((?:(?:lebih\s+)*(?:subsidair|subsider|subsidiair|primair|primer|kesatu|pertama|kedua|ketiga|keempat|kelima|keenam)\s*)+)(?:\n|$|bahwa|:)`)
)

// reach is how much text after "diancam pidana dalam pasal" can belong to the same charge, in bytes.
const reach = 420

// readIndictment finds the counts: wherever the indictment says by which article the act is punishable, one ends.
func (s *Skeleton) readIndictment(d *document, l *corpus.Library) {
	text := d.text(indictment)
	if i := strings.Index(text, "keterangan saksi"); i > 0 && chargeWords.MatchString(text[:i]) {
		text = text[:i] // a section that runs on into the evidence
	}
	from, group := 0, ""
	for _, at := range chargeWords.FindAllStringIndex(text, -1) {
		own := text[at[0]:min(len(text), at[0]+reach)]
		if next := labelWords.FindStringIndex(own); next != nil {
			own = own[:next[0]]
		}
		articles, with := s.split(l, own)
		if len(articles) == 0 {
			continue
		}
		count := corpus.Count{Name: label(text[from:at[0]]), Articles: articles, With: with}
		from = at[1]
		if first, rest, _ := strings.Cut(count.Name, " "); slices.Contains(groupNames, first) {
			group = first
		} else if group != "" && first+rest != "" {
			count.Name = group + " " + count.Name // a subsidiary count of the group that began before
		}
		if !slices.ContainsFunc(s.Indictment.Counts, func(c corpus.Count) bool {
			return slices.Equal(c.Articles, count.Articles) && slices.Equal(c.With, count.With)
		}) {
			s.Indictment.Counts = append(s.Indictment.Counts, count)
		}
	}
	if len(s.Indictment.Counts) == 0 {
		s.readList(text, l)
	}
	s.Indictment.Structure = structure(text, s.Indictment.Counts)
}

// listLength is the length of an indictment, in bytes, that only lists its articles.
const listLength = 1200

// readList reads an indictment that does not tell the act but lists the articles, "Pasal 12 … atau kedua Pasal 296 KUHP".
func (s *Skeleton) readList(text string, l *corpus.Library) {
	if len(text) > listLength {
		return
	}
	name, from := "Kesatu", 0
	add := func(part string) {
		if articles, with := s.split(l, part); len(articles) > 0 {
			s.Indictment.Counts = append(s.Indictment.Counts, corpus.Count{Name: name, Articles: articles, With: with})
		}
	}
	for _, at := range inlineLabel.FindAllStringSubmatchIndex(text, -1) {
		add(text[from:at[0]])
		name, from = capital(text[at[2]:at[3]]), at[1]
	}
	add(text[from:])
}

// groupNames begin a count that others may stand below: "Kesatu Primair", "Kesatu Subsidair".
var groupNames = []string{"Kesatu", "Kedua", "Ketiga", "Keempat", "Kelima", "Keenam"}

// label finds the name of the count whose text this is; "" if it has none.
func label(text string) string {
	m := labelWords.FindStringSubmatch(text)
	if m == nil {
		if m = inlineLabel.FindStringSubmatch(text); m == nil {
			return ""
		}
	}
	var out []string
	for _, w := range strings.Fields(m[1]) {
		w = capital(w)
		switch w {
		case "Pertama":
			w = "Kesatu"
		case "Primer":
			w = "Primair"
		case "Subsider", "Subsidiair":
			w = "Subsidair"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// structure tells how the counts stand to one another.
func structure(text string, counts []corpus.Count) string {
	if len(counts) == 1 {
		return "single"
	}
	or := regexp.MustCompile(`(?:^|\n|\s)atau\s+(?:dakwaan\s+)?(?:kedua|ketiga|keempat)`).MatchString(text) || strings.Contains(text, "alternatif")
	subsidiary := regexp.MustCompile(`subsid[ai]+[ei]?r`).MatchString(text)
	and := regexp.MustCompile(`(?:^|\n|\s)dan\s+(?:dakwaan\s+)?(?:kedua|ketiga)\s*(?:\n|primair|bahwa)`).MatchString(text) || strings.Contains(text, "kumulatif")
	switch {
	case or && subsidiary, or && and, and && subsidiary:
		return "combined"
	case or:
		return "alternative"
	case subsidiary:
		return "subsidiary"
	case len(counts) > 1: // alternatives and subsidiary counts are always called so
		return "cumulative"
	}
	return ""
}

// split finds the articles that a charge names: those of the offence, and those that are read with it.
func (s *Skeleton) split(l *corpus.Library, text string) (articles, with []string) {
	text = unread.ReplaceAllString(text, "")
	for _, c := range l.FindCitations(text, corpus.Ref{}, s.Decided) {
		r := l.Canonical(c.Target)
		id := r.String()
		if c.State != corpus.Resolved || !strings.HasPrefix(r.Fragment, "pasal-") || r.Work == procedure || slices.Contains(articles, id) || slices.Contains(with, id) {
			continue
		}
		switch {
		case slices.Contains(readWith, r.Article().String()):
			with = append(with, id)
		case len(articles) < maxArticles:
			articles = append(articles, id)
		}
	}
	if len(articles) == 0 && len(with) > 0 { // attempt and assistance under UU 21/2007 are charged by themselves too
		return with[:1], with[1:]
	}
	return articles, with
}

// maxArticles is how many articles one charge can be of; more is a list of all that the court thought of.
const maxArticles = 2

// procedure is the law of criminal procedure, of which no charge is made.
const procedure = "uu/1981/8"

// readWith are the articles that make no offence of their own: attempt, participation, what raises the penalty, and the
// prohibitions to which another article gives the penalty.
var readWith = []string{"kuhp-lama#pasal-1", "kuhp-lama#pasal-53", "kuhp-lama#pasal-55", "kuhp-lama#pasal-56", "kuhp-lama#pasal-57",
	"uu/2007/21#pasal-7", "uu/2007/21#pasal-8", "uu/2007/21#pasal-10", "uu/2007/21#pasal-11", "uu/2007/21#pasal-16", "uu/2007/21#pasal-17", "uu/2007/21#pasal-48",
	"uu/2002/23#pasal-76d", "uu/2002/23#pasal-76e", "uu/2002/23#pasal-76f", "uu/2002/23#pasal-76i",
	"uu/2004/39#pasal-1", "uu/2004/39#pasal-4", "uu/2004/39#pasal-35", "uu/2004/39#pasal-51"}

// judge reads the operative part, and the articles on which it rests from the words before it.
func (s *Skeleton) judge(d *document, l *corpus.Library) {
	amar := d.text(operative)
	s.Sentence = readSentence(amar)
	switch {
	case s.Sentence != corpus.Sentence{}:
		s.Outcome = "convicted"
	case strings.Contains(amar, "melepaskan terdakwa"):
		s.Outcome = "discharged"
	case strings.Contains(amar, "membebaskan terdakwa"):
		s.Outcome = "acquitted"
	}
	if s.Outcome != "convicted" {
		return
	}
	before := d.text(reasoning)
	at := max(strings.LastIndex(before, "memperhatikan"), strings.LastIndex(before, "mengingat"))
	var articles []string
	if at >= 0 {
		articles, _ = s.split(l, before[at:min(len(before), at+reach)])
	}
	if len(articles) == 0 { // the operative part may name the count
		if m := countLabel.FindStringSubmatch(amar); m != nil {
			for _, c := range s.Indictment.Counts {
				if c.Name == label("\n"+m[1]+"\n") {
					articles = c.Articles
				}
			}
		}
	}
	for _, a := range articles {
		s.Proved = append(s.Proved, corpus.ParseRef(a))
	}
}

// note lists what could not be read.
func (s *Skeleton) note() {
	for _, field := range []struct {
		name  string
		empty bool
	}{
		{"nomor perkara", s.Number == 0}, {"pengadilan", s.Court == ""}, {"hari putusan", s.Decided.IsZero()}, {"dakwaan", len(s.Indictment.Counts) == 0},
		{"susunan dakwaan", s.Indictment.Structure == ""}, {"tuntutan", s.Asked == corpus.Sentence{}}, {"hasil", s.Outcome == ""},
		{"pasal yang terbukti", s.Outcome == "convicted" && len(s.Proved) == 0},
	} {
		if field.empty {
			s.Missing = append(s.Missing, field.name)
		}
	}
}
