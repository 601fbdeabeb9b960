package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// earliestYear is the first year a work can carry: the Penal Code's forerunner for the Indies is of 1915.
const earliestYear = 1915

// check finds what reading a file alone cannot: wrong front matter, gaps and doubles in the numbering, empty portions,
// marks and captions that name nothing, citations and relations that lead nowhere.
func (l *Library) check(works []*Work) Problems {
	var ps Problems
	for _, w := range works {
		if !w.headed {
			continue // all that is missing follows from the front matter, which ParseWork complained of
		}
		c := checker{library: l, work: w}
		c.meta()
		c.articles()
		for _, p := range w.order {
			c.portion(p)
		}
		c.marks()
		c.relations()
		ps = append(ps, c.problems...)
	}
	for _, c := range l.unresolved {
		if c.State == Dangling && c.From.Work.Imported == "" { // what a scan has misread is no mistake of the corpus
			ps = append(ps, Problem{c.From.Work.File, c.From.textLine(c), fmt.Sprintf("rujukan ke %s di %s, tetapi %s tidak memuatnya",
				FragmentLabel(c.Target.Fragment), c.From.Label(), l.Work(c.Target.Work).Number())})
		}
	}
	return ps
}

// textLine returns the line of the paragraph in which a citation of the portion stands.
func (p *Portion) textLine(c *Citation) int {
	for _, b := range p.Body {
		if b.Text != nil && slices.Contains(b.Text.Citations, c) {
			return b.Text.Line
		}
	}
	return p.Line
}

// checker collects the problems of one work.
type checker struct {
	library  *Library
	work     *Work
	problems Problems
}

func (c *checker) problem(line int, format string, args ...any) {
	c.problems = append(c.problems, Problem{c.work.File, line, fmt.Sprintf(format, args...)})
}

// meta checks the front matter. Its keys have no lines of their own any more, so the problems stand on line 1.
func (c *checker) meta() {
	w := c.work
	switch first := c.library.byID[w.ID]; {
	case w.ID == "":
		c.problem(1, "front matter tanpa id; tulis misalnya \"id: uu/2007/21\"")
	case !idPattern.MatchString(w.ID):
		c.problem(1, "id %q salah bentuk; tulis jenis/tahun/nomor, misalnya uu/2007/21 atau perda/ntt/2008/14", w.ID)
	case first != w:
		c.problem(1, "id %q sudah dipakai oleh %s", w.ID, first.File)
	}
	for key, value := range map[string]string{"title": w.Title, "short": w.Short, "source": w.Source} {
		if strings.TrimSpace(value) == "" {
			c.problem(1, "front matter tanpa %s", key)
		}
	}
	if !slices.Contains([]Extent{Full, Part, Card}, w.Extent) {
		c.problem(1, "extent %q tidak dikenal; pilih full, part atau card", w.Extent)
	}
	if w.FullName == "" {
		c.problem(1, "tidak ada judul; tulis \"# Undang-Undang Republik Indonesia Nomor … Tahun … tentang …\"")
	}
	c.dates()
}

// dates checks that the days of a work are possible: enacted in the year of its number, in force not before that.
func (c *checker) dates() {
	w := c.work
	_, _, year, _, numbered := splitID(w.ID)
	if numbered && year < earliestYear {
		c.problem(1, "tahun %d dalam id tidak mungkin", year)
	}
	if w.Enacted.IsZero() {
		if w.Extent == Full && w.Imported == "" {
			c.problem(1, "front matter tanpa enacted (tanggal pengesahan)")
		}
		return
	}
	if numbered && w.Enacted.Year != year && w.Enacted.Year != year+1 {
		c.problem(1, "enacted %s tidak cocok dengan tahun %d dalam id", w.Enacted, year)
	}
	if !w.InForce.IsZero() && w.InForce.Before(w.Enacted) {
		c.problem(1, "in_force %s mendahului enacted %s", w.InForce, w.Enacted)
	}
}

// articles checks that a full work has its articles in order, each once and none left out.
func (c *checker) articles() {
	if c.work.Extent == Card {
		return
	}
	if len(c.work.articles) == 0 && c.work.Imported != "" && c.work.Extent == Part {
		return // a decree without articles, or a scan in which none can be read: its text stands around them
	}
	if len(c.work.articles) == 0 {
		c.problem(1, "tidak ada satu pun Pasal; karya tanpa bunyi diberi \"extent: card\"")
		return
	}
	c.sequence("Pasal", "Pasal %s", c.work.articles, c.work.Extent == Full)
}

// sequence checks the numbers of neighbours. Where gaps are not allowed the first must be 1 (or a) and each next one
// follows: 2 after 1 or 1a, 1a after 1.
func (c *checker) sequence(what, format string, ps []*Portion, dense bool) {
	prev, prevLetter, prevNumber := 0, "", ""
	for _, p := range ps {
		n, letter := romanOrOrdinal(p)
		name := fmt.Sprintf(format, p.Number)
		switch {
		case n == prev && letter == prevLetter && letter == "":
			c.problem(p.Line, "%s berulang", name)
		case n < prev || n == prev && letter < prevLetter:
			c.problem(p.Line, "%s berdiri sesudah %s yang lebih besar", name, what)
		case dense && prev == 0 && n != 1:
			c.problem(p.Line, "%s berdiri pertama; %s ke-1 hilang", name, what)
		case dense && n > prev+1:
			c.problem(p.Line, "%s melompat dari %s; %d nomor hilang", name, prevNumber, n-prev-1)
		}
		prev, prevLetter, prevNumber = n, letter, p.Number
	}
}

// romanOrOrdinal returns the place of a portion among its neighbours; an article of an amending law has a Roman number.
func romanOrOrdinal(p *Portion) (n int, letter string) {
	if p.Kind == Article && strings.Trim(p.Number, "IVXLC") == "" {
		return parseRoman(p.Number), ""
	}
	return ordinal(p.Number)
}

func parseRoman(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(s) {
		v := values[s[i]]
		if i+1 < len(s) && v < values[s[i+1]] {
			v = -v
		}
		sum += v
	}
	return sum
}

// formatRoman writes a number below 40 in Roman numerals: the articles of an amending law are few.
func formatRoman(n int) string {
	tens, ones := n/10, n%10
	return strings.Repeat("X", tens) + [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[ones]
}

// portion checks one portion: that it holds something, and that its ayat and its lists are in order.
func (c *checker) portion(p *Portion) {
	if len(p.Body) == 0 && p.Kind != Chapter && p.Kind != Book && p.Kind != Section && p.Kind != Subsection {
		c.problem(p.Line, "%s kosong; isi bunyinya, atau tulis %s dan sebutkan alasannya pada missing", p.Heading(), notAvailable)
	}
	if p.Kind == Article && len(p.Body) == 1 && p.Elucidation() != nil {
		c.problem(p.Line, "%s hanya berisi Penjelasan; bunyinya hilang", p.Label())
	}
	for _, b := range p.Body {
		if b.Text != nil && strings.Contains(b.Text.Plain, notAvailable) && p.MarkedAs().Kind == "" {
			c.problem(b.Text.Line, "%s bertanda %s tanpa alasan; sebutkan pada missing", p.Label(), notAvailable)
		}
	}
	if p.Kind == Elucidation || p.inElucidation() {
		return // an elucidation may speak of some ayat only
	}
	for _, list := range p.lists() {
		what, format := "ayat", "ayat (%s)"
		switch list[0].Kind {
		case Point:
			what, format = "huruf", "huruf %s"
		case Item:
			what, format = "angka", "angka %s"
		}
		c.sequence(what, format+" "+p.Label(), list, c.work.Extent != Part || p.Kind != Article || list[0].Kind != Item)
	}
}

// inElucidation reports whether the portion stands in an elucidation.
func (p *Portion) inElucidation() bool {
	for q := p.Parent; q != nil; q = q.Parent {
		if q.Kind == Elucidation {
			return true
		}
	}
	return false
}

// lists returns the runs of ayat, huruf or angka directly below the portion.
func (p *Portion) lists() [][]*Portion {
	var out [][]*Portion
	for _, b := range p.Body {
		q := b.Portion
		if q == nil || q.Kind != Paragraph && q.Kind != Point && q.Kind != Item {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Kind == q.Kind {
			out[n-1] = append(out[n-1], q)
		} else {
			out = append(out, []*Portion{q})
		}
	}
	return out
}

// marks checks that the lists of the front matter name portions that exist. Only "missing" may name one that does not.
func (c *checker) marks() {
	for _, list := range []struct {
		key   string
		marks []Mark
	}{{"unchecked", c.work.Unchecked}, {"summary", c.work.Summary}, {"missing", c.work.Missing}} {
		for _, m := range list.marks {
			if strings.TrimSpace(m.Why) == "" {
				c.problem(1, "%s %v tanpa why; tulis alasannya dalam satu kalimat", list.key, m.Portions)
			}
			for _, f := range m.Portions {
				if list.key != "missing" && c.work.portions[f] == nil {
					c.problem(1, "%s menyebut %q, tetapi bagian itu tidak ada dalam naskah", list.key, f)
				}
			}
		}
	}
	for key, named := range map[string]map[string]string{"captions": c.work.Captions, "keywords": c.work.Keywords} {
		for f := range named {
			if c.work.portions[f] == nil {
				c.problem(1, "%s menyebut %q, tetapi bagian itu tidak ada dalam naskah", key, f)
			}
		}
	}
}

// relations checks what the work says it does to others.
func (c *checker) relations() {
	for i := range c.work.Relations {
		r := &c.work.Relations[i]
		if !slices.Contains([]RelationType{Repeals, Amends, ReadsAs, Implements, Adjusts}, r.Type) {
			c.problem(1, "relations: type %q tidak dikenal; pilih repeals, amends, reads_as, implements atau adjusts", r.Type)
		}
		if !idPattern.MatchString(r.TargetRef().Work) {
			c.problem(1, "relations: target %q salah bentuk; tulis misalnya uu/2004/39 atau uu/2007/21#pasal-2", r.Target)
		}
		if r.Successor != "" && !idPattern.MatchString(r.SuccessorRef().Work) {
			c.problem(1, "relations: successor %q salah bentuk; tulis misalnya uu/2017/18 atau uu/2023/1#pasal-455", r.Successor)
		}
		if r.From.IsZero() {
			c.problem(1, "relations: %s %s tanpa from (hari pertama berlaku)", r.Type, r.Target)
		} else if r.From.Before(c.work.Enacted) {
			c.problem(1, "relations: %s %s berlaku %s, sebelum karya ini disahkan", r.Type, r.Target, r.From)
		}
		if c.work.Extent == Full && c.work.portions[r.By] == nil {
			c.problem(1, "relations: by %q tidak ada dalam naskah", r.By)
		}
		for _, ref := range []Ref{r.TargetRef(), r.SuccessorRef()} {
			if w := c.library.Work(ref.Work); w != nil && c.library.state(ref) == Dangling {
				c.problem(1, "relations: %s tidak ada dalam %s", ref, w.Number())
			}
		}
	}
}
