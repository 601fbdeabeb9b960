package charge

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/corpus"
)

// Rules are the offences, the questions and the notes.
type Rules struct {
	Offences []*Offence // by family and order
	Facts    []*Fact    // in the order of the groups, then of the file
	Notes    []*Note

	library  *corpus.Library
	offences map[string]*Offence
	facts    map[string]*Fact
}

// Library returns the library whose law the rules apply.
func (r *Rules) Library() *corpus.Library { return r.library }

// Offence returns the offence with the id, or nil.
func (r *Rules) Offence(id string) *Offence { return r.offences[id] }

// Fact returns the fact with the id, or nil.
func (r *Rules) Fact(id string) *Fact { return r.facts[id] }

// OffencesOf returns the offences that an article makes.
func (r *Rules) OffencesOf(article corpus.Ref) []*Offence {
	var out []*Offence
	for _, o := range r.Offences {
		if o.Ref().Article() == article {
			out = append(out, o)
		}
	}
	return out
}

// Load reads the rules from the corpus folder and checks them against the library. The rules hold what could be read.
func Load(fsys fs.FS, l *corpus.Library) (*Rules, corpus.Problems) {
	r := &Rules{library: l, offences: map[string]*Offence{}, facts: map[string]*Fact{}}
	c := checker{rules: r, library: l}
	c.readFacts(fsys)
	c.readNotes(fsys)
	if err := c.readOffences(fsys); err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.problem(corpus.ChargeFolder, "folder tidak terbaca: %v", err)
	}
	slices.SortFunc(r.Offences, func(a, b *Offence) int {
		return cmp.Or(cmp.Compare(slices.Index(Families, a.Family), slices.Index(Families, b.Family)), cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(r.Facts, func(a, b *Fact) int { return cmp.Compare(groupIndex(a.Group), groupIndex(b.Group)) })
	for _, o := range r.Offences {
		c.check(o)
	}
	for _, d := range l.Decisions() {
		c.decision(d)
	}
	return r, c.problems
}

func groupIndex(id string) int {
	return slices.IndexFunc(Groups, func(g Group) bool { return g.ID == id })
}

// checker reads the files and collects what is wrong with them.
type checker struct {
	rules    *Rules
	library  *corpus.Library
	problems corpus.Problems
}

func (c *checker) problem(file, format string, args ...any) {
	c.problems = append(c.problems, corpus.Problem{File: file, Line: 1, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) readFacts(fsys fs.FS) {
	file := path.Join(corpus.ChargeFolder, "fakta.yaml")
	source, err := fs.ReadFile(fsys, file)
	if err != nil {
		return // a corpus without a charging guide
	}
	c.problems = append(c.problems, corpus.DecodeYAML(file, source, &c.rules.Facts)...)
	for _, f := range c.rules.Facts {
		switch {
		case c.rules.facts[f.ID] != nil:
			c.problem(file, "fakta %q ditulis dua kali", f.ID)
		case groupIndex(f.Group) < 0:
			c.problem(file, "fakta %q: kelompok %q tidak dikenal", f.ID, f.Group)
		case f.Type != YesNo && f.Type != Day && f.Type != Number:
			c.problem(file, "fakta %q: type %q tidak dikenal; pilih ya-tidak, tanggal, atau angka", f.ID, f.Type)
		case f.Question == "":
			c.problem(file, "fakta %q tanpa question", f.ID)
		}
		c.rules.facts[f.ID] = f
	}
	for _, f := range c.rules.Facts {
		c.condition(file, "fakta "+f.ID, f.When)
	}
}

func (c *checker) readNotes(fsys fs.FS) {
	file := path.Join(corpus.ChargeFolder, "catatan.yaml")
	source, err := fs.ReadFile(fsys, file)
	if err != nil {
		return
	}
	c.problems = append(c.problems, corpus.DecodeYAML(file, source, &c.rules.Notes)...)
	for _, n := range c.rules.Notes {
		c.condition(file, "catatan "+n.ID, n.When)
		c.cites(file, "catatan "+n.ID, n.Cite)
	}
}

// readOffences reads the files of the offences, all at a time, and adds them in the order of their paths.
func (c *checker) readOffences(fsys fs.FS) error {
	var all sync.WaitGroup
	var read []func() error // adds an offence, once all are read
	err := fs.WalkDir(fsys, corpus.ChargeFolder, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".md" {
			return err
		}
		o := &Offence{File: file}
		var problems corpus.Problems
		var failed error
		all.Go(func() { problems, failed = o.read(fsys) })
		read = append(read, func() error {
			if failed == nil {
				c.add(o, problems)
			}
			return failed
		})
		return nil
	})
	all.Wait()
	for _, add := range read {
		if err := add(); err != nil {
			return err
		}
	}
	return err
}

// read reads the file of an offence. An error is of a file that cannot be read at all.
func (o *Offence) read(fsys fs.FS) (corpus.Problems, error) {
	source, err := fs.ReadFile(fsys, o.File)
	if err != nil {
		return nil, err
	}
	body, problems := corpus.ReadFrontMatter(o.File, source, o)
	o.Meaning = meanings(body)
	return problems, nil
}

// add adds an offence that was read.
func (c *checker) add(o *Offence, problems corpus.Problems) {
	c.problems = append(c.problems, problems...)
	if want := strings.TrimSuffix(o.File, ".md"); o.ID != want {
		c.problem(o.File, "id %q tidak cocok dengan letak berkas; tulis %q", o.ID, want)
	}
	if c.rules.offences[o.ID] != nil {
		return
	}
	c.rules.offences[o.ID] = o
	c.rules.Offences = append(c.rules.Offences, o)
}

// meanings cuts the text of an offence at its "## id" headings. Lines of one paragraph are joined, so that a citation is
// never cut in two.
func meanings(body string) map[string]string {
	out := map[string]string{}
	for _, section := range strings.Split("\n"+body, "\n## ")[1:] {
		id, text, _ := strings.Cut(section, "\n")
		var paragraphs []string
		for _, p := range strings.Split(text, "\n\n") {
			if p = strings.TrimSpace(p); strings.HasPrefix(p, "- ") || strings.HasPrefix(p, "|") {
				paragraphs = append(paragraphs, p)
			} else if p != "" {
				paragraphs = append(paragraphs, strings.Join(strings.Fields(p), " "))
			}
		}
		out[strings.TrimSpace(id)] = strings.Join(paragraphs, "\n\n")
	}
	return out
}

// check checks one offence, and takes its time in force from the corpus.
func (c *checker) check(o *Offence) {
	if c.library.Portion(o.Ref()) == nil {
		c.problem(o.File, "portion %q tidak ada dalam koleksi", o.Portion)
	}
	o.period, _ = c.library.Period(c.library.Canonical(o.Ref()))
	if !o.From.IsZero() {
		o.period.From = o.From
	}
	if !o.Until.IsZero() {
		o.period.Until = o.Until
	}
	if o.period.From.IsZero() {
		c.problem(o.File, "hari mulai berlakunya tidak diketahui; tulis from")
	}
	if !slices.Contains(Families, o.Family) {
		c.problem(o.File, "family %q tidak dikenal; pilih salah satu: %s", o.Family, strings.Join(Families, ", "))
	}
	if len(o.Elements) == 0 || len(o.Penalties) == 0 {
		c.problem(o.File, "tanpa elements atau tanpa penalties")
	}
	for i := range o.Elements {
		e := &o.Elements[i]
		c.condition(o.File, "unsur "+e.ID, e.When)
		c.cites(o.File, "unsur "+e.ID, e.Cite)
	}
	for i := range o.Penalties {
		c.penalty(o.File, &o.Penalties[i])
		if i > 0 && !o.Penalties[i-1].From.Before(o.Penalties[i].From) {
			c.problem(o.File, "penalties tidak menurut urutan hari")
		}
	}
	for i := range o.Aggravations {
		c.aggravation(o.File, &o.Aggravations[i])
	}
	for id := range o.Meaning {
		if !slices.ContainsFunc(o.Elements, func(e Element) bool { return e.ID == id }) {
			c.problem(o.File, "bagian \"## %s\" tidak menjelaskan unsur mana pun", id)
		}
	}
	for _, rel := range o.Relations {
		if c.rules.offences[rel.To] == nil {
			c.problem(o.File, "relations: %q tidak ada", rel.To)
		}
		if !slices.Contains([]RelationType{Special, Subsidiary, Cumulative, Alternative, Replaced}, rel.Type) {
			c.problem(o.File, "relations: type %q tidak dikenal; pilih khusus, subsidair, kumulatif, alternatif, atau diganti", rel.Type)
		}
		c.cites(o.File, "relations "+rel.To, rel.Cite)
	}
}

func (c *checker) aggravation(file string, a *Aggravation) {
	what := "aggravations " + a.ID
	c.condition(file, what, a.When)
	c.cites(file, what, a.Cite)
	ways := 0
	for _, set := range []bool{a.Add != "", a.Times != 0, len(a.Penalties) > 0} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.problem(file, "%s: tulis salah satu dari add, times, atau penalties", what)
	}
	if a.Add != "" && a.Add != oneThird {
		c.problem(file, "%s: add %q tidak dikenal; yang ada %q", what, a.Add, oneThird)
	}
	for i := range a.Penalties {
		c.penalty(file, &a.Penalties[i])
	}
}

func (c *checker) penalty(file string, p *Penalty) {
	if !slices.Contains([]string{"", "dan", "atau", "dan/atau"}, p.Mode) {
		c.problem(file, "mode %q tidak dikenal; pilih dan, atau, dan/atau", p.Mode)
	}
	for _, category := range []string{p.Fine.Category, p.Fine.MinCategory} {
		if category != "" && categories[category] == 0 {
			c.problem(file, "kategori denda %q tidak dikenal; ada I sampai VIII", category)
		}
	}
	for _, r := range []Range{p.Prison, p.Detention} {
		if !r.Life && r.Min > r.Max {
			c.problem(file, "pidana minimum %d bulan melebihi maksimum %d bulan", r.Min, r.Max)
		}
	}
	a := p.amount()
	if a.FineMin > a.FineMax {
		c.problem(file, "denda minimum %s melebihi maksimum %s", corpus.Rupiah(a.FineMin), corpus.Rupiah(a.FineMax))
	}
	if a.Words() == "" {
		c.problem(file, "penalties tanpa penjara, kurungan, atau denda")
	}
	c.cites(file, "penalties", p.Cite)
}

// condition checks that a condition has one key and asks for facts of the right type.
func (c *checker) condition(file, what string, cond *Condition) {
	if cond == nil {
		return
	}
	if !cond.sound() {
		c.problem(file, "%s: syarat harus satu fakta atau satu kunci all, any, not, at_least", what)
		return
	}
	cond.facts(func(id string, number bool) {
		switch f := c.rules.facts[id]; {
		case f == nil:
			c.problem(file, "%s: fakta %q tidak ada dalam fakta.yaml", what, id)
		case number != (f.Type == Number) || f.Type == Day:
			c.problem(file, "%s: fakta %q berjenis %s", what, id, f.Type)
		}
	})
}

// cites checks that there is a citation and that each leads to a portion of the library.
func (c *checker) cites(file, what string, refs []string) {
	if len(refs) == 0 {
		c.problem(file, "%s tanpa cite; setiap unsur dan ancaman menyebut pasalnya", what)
	}
	for _, r := range refs {
		if c.library.Portion(corpus.ParseRef(r)) == nil {
			c.problem(file, "%s: %q tidak ada dalam koleksi", what, r)
		}
	}
}
