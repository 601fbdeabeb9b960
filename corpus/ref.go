package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Ref names a work, or a portion of one: "uu/2007/21", "uu/2007/21#pasal-2.ayat-1".
type Ref struct {
	Work     string // id of the work; "" where the text does not tell which law it means
	Fragment string // fragment of the portion; "" means the whole work
}

// ParseRef splits "work#fragment". It does not check that either exists.
func ParseRef(s string) Ref {
	work, fragment, _ := strings.Cut(s, "#")
	return Ref{work, fragment}
}

// String returns "work#fragment", or the work alone.
func (r Ref) String() string {
	if r.Fragment == "" {
		return r.Work
	}
	return r.Work + "#" + r.Fragment
}

// Article returns the article that holds r: "uu/2007/21#pasal-2" for "uu/2007/21#pasal-2.ayat-1".
func (r Ref) Article() Ref {
	first, _, _ := strings.Cut(r.Fragment, ".")
	return Ref{r.Work, first}
}

// Path returns the address of the page on which r is shown, with its anchor: "/uu/2007/21/pasal/2#ayat-1".
func (r Ref) Path() string {
	if r.Fragment == "" {
		return "/" + r.Work
	}
	article, rest, _ := strings.Cut(r.Fragment, ".")
	number, ok := strings.CutPrefix(article, "pasal-")
	if !ok {
		return "/" + r.Work + "#" + r.Fragment
	}
	path := "/" + r.Work + "/pasal/" + number
	if rest != "" {
		path += "#" + rest
	}
	return path
}

// idPattern is the form of a work's id: a kind, for regional rules a place, a year and a number; or the name of a
// code that has no number of its own ("kuhp-lama", "uud").
var idPattern = regexp.MustCompile(`^[a-z]+(?:/[a-z]+(?:-[a-z]+)*)?/[0-9]{4}/[0-9]+[a-z]*$|^[a-z]+(?:-[a-z]+)*$`)

// kindNames gives the Indonesian name of each kind of work, long and short.
var kindNames = map[string][2]string{
	"uu":         {"Undang-Undang", "UU"},
	"perppu":     {"Peraturan Pemerintah Pengganti Undang-Undang", "Perppu"},
	"pp":         {"Peraturan Pemerintah", "PP"},
	"perpres":    {"Peraturan Presiden", "Perpres"},
	"keppres":    {"Keputusan Presiden", "Keppres"},
	"perma":      {"Peraturan Mahkamah Agung", "Perma"},
	"permenaker": {"Peraturan Menteri Ketenagakerjaan", "Permenaker"},
	"permen":     {"Peraturan Menteri", "Permen"},
	"permenko":   {"Peraturan Menteri Koordinator", "Permenko"},
	"perda":      {"Peraturan Daerah", "Perda"},
	"pergub":     {"Peraturan Gubernur", "Pergub"},
	"kepgub":     {"Keputusan Gubernur", "Kepgub"},
	"perjanjian": {"Perjanjian internasional", "Perjanjian"},
	"putusan":    {"Putusan pengadilan", "Putusan"},
	"materi":     {"Bahan sosialisasi", "Bahan"},
}

// KindName returns the Indonesian name of a kind of work: "Undang-Undang" for "uu".
func KindName(kind string) string {
	if names, ok := kindNames[kind]; ok {
		return names[0]
	}
	return "Lainnya"
}

// splitID returns the parts of a numbered id; ok is false for the named codes.
func splitID(id string) (kind, place string, year int, number string, ok bool) {
	parts := strings.Split(id, "/")
	if len(parts) == 4 {
		place = parts[1]
		parts = []string{parts[0], parts[2], parts[3]}
	}
	if len(parts) != 3 {
		return parts[0], "", 0, "", false
	}
	year, err := strconv.Atoi(parts[1])
	return parts[0], place, year, parts[2], err == nil
}

// NumberedName returns the name of a work that has no title at hand: "UU 23/2002" for "uu/2002/23", "Perda NTT 14/2008"
// for "perda/ntt/2008/14".
func NumberedName(id string) string {
	kind, place, year, number, ok := splitID(id)
	if !ok {
		return id
	}
	short := kindNames[kind][1]
	if short == "" {
		short = strings.ToUpper(kind)
	}
	if len(place) == 3 { // an abbreviation: DIY, NTT
		short += " " + strings.ToUpper(place)
	} else if place != "" {
		short += " " + titleCase(place)
	}
	return fmt.Sprintf("%s %s/%d", short, number, year)
}

// FragmentLabel writes a fragment as a lawyer would: "Pasal 2 ayat (1) huruf a".
func FragmentLabel(fragment string) string {
	var out []string
	for step := range strings.SplitSeq(fragment, ".") {
		kind, number, _ := strings.Cut(step, "-")
		switch kind {
		case "pasal":
			out = append(out, "Pasal "+strings.ToUpper(number))
		case "ayat":
			out = append(out, "ayat ("+number+")")
		case "huruf", "angka":
			out = append(out, kind+" "+number)
		case "ke":
			out = append(out, "ke-"+number)
		case "buku", "bab":
			out = append(out, strings.ToUpper(kind+" "+strings.ReplaceAll(number, "-", " ")))
		case "bagian", "paragraf":
			out = append(out, capitalize(kind)+" "+titleCase(number))
		case "daftar":
			out = append(out, "daftar "+number)
		default:
			out = append(out, capitalize(kind))
		}
	}
	if i := slices.Index(out, "Penjelasan"); i > 0 {
		out = slices.Insert(slices.Delete(out, i, i+1), 0, "Penjelasan")
	}
	return strings.Join(out, " ")
}

func capitalize(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// titleCase writes the words between hyphens with capitals: "Kedua Belas" for "kedua-belas".
func titleCase(s string) string {
	words := strings.Split(s, "-")
	for i, w := range words {
		words[i] = capitalize(w)
	}
	return strings.Join(words, " ")
}
