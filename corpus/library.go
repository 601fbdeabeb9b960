package corpus

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Library is a set of works, with the citations between them resolved and turned round.
type Library struct {
	works       []*Work
	byID        map[string]*Work
	finder      *finder
	relationsTo map[string][]*Relation // by the id of the target's work
	versions    map[Ref][]Version      // of articles that some work rewrites or inserts
	inserted    map[string][]Ref       // articles by the id of the work into which a later one put them
	unresolved  []*Citation
	guides      []*Guide
	decisions   []*Decision
	materials   []*Material
	version     string
	shelf       *shelf // nil without one
}

// ChargeFolder holds the data of the charging guide.
const ChargeFolder = "delik"

// Load reads every Markdown file of a corpus folder, and checks it. The library holds what could be read, whatever
// the problems; they come back sorted by file and line.
func Load(fsys fs.FS) (*Library, Problems) {
	var works []*Work
	var guides []*Guide
	var decisions []*Decision
	var materials []*Material
	var problems Problems
	content := sha256.New()
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path == ChargeFolder {
			return fs.SkipDir // the charging rules are read by corpus/charge
		}
		if d.IsDir() || !strings.HasSuffix(path, ".md") {
			return nil
		}
		source, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(content, "%s\n%d\n%s", path, len(source), source)
		var ps Problems
		switch {
		case strings.HasPrefix(path, guidePrefix):
			var g *Guide
			g, ps = parseGuide(path, source)
			guides = append(guides, g)
		case strings.HasPrefix(path, decisionPrefix):
			var d *Decision
			d, ps = parseDecision(path, source)
			decisions = append(decisions, d)
		case strings.HasPrefix(path, materialPrefix):
			var m *Material
			m, ps = parseMaterial(path, source)
			if m != nil {
				materials = append(materials, m)
			}
		default:
			var w *Work
			w, ps = ParseWork(path, source)
			works = append(works, w)
		}
		problems = append(problems, ps...)
		return nil
	})
	if err != nil {
		problems = append(problems, Problem{File: ".", Message: "folder korpus tidak terbaca: " + err.Error()})
	}
	if err == nil && len(works) == 0 {
		problems = append(problems, Problem{File: ".", Message: "folder korpus tidak memuat satu pun berkas .md"})
	}
	l := NewLibrary(works)
	l.version = hex.EncodeToString(content.Sum(nil)[:4])
	problems = append(problems, l.check(works)...)
	for _, g := range guides {
		problems = append(problems, l.addGuide(g)...)
	}
	names, ps := readNames(fsys)
	problems = append(problems, ps...)
	for _, d := range decisions {
		problems = append(problems, l.addDecision(d, names)...)
	}
	sortDecisions(l.decisions)
	for _, m := range materials {
		problems = append(problems, l.addMaterial(m)...)
	}
	sortMaterials(l.materials)
	return l, problems.sorted()
}

// NewLibrary joins works: it finds and resolves the citations in their texts and turns citations and relations round.
// Of two works with one id it keeps the first.
func NewLibrary(works []*Work) *Library {
	l := &Library{byID: map[string]*Work{}, relationsTo: map[string][]*Relation{}}
	for _, w := range works {
		if l.byID[w.ID] == nil {
			l.byID[w.ID] = w
			l.works = append(l.works, w)
		}
	}
	slices.SortFunc(l.works, func(a, b *Work) int { return cmp.Compare(a.ID, b.ID) })
	l.finder = newFinder(l.works)
	for _, w := range l.works {
		for i := range w.Relations {
			r := &w.Relations[i]
			r.Actor = w
			id := r.TargetRef().Work
			l.relationsTo[id] = append(l.relationsTo[id], r)
		}
	}
	for _, rs := range l.relationsTo {
		sortRelations(rs)
	}
	l.collectVersions()
	for _, w := range l.works {
		l.findIn(w)
		for _, c := range w.citations() {
			l.resolve(c)
		}
	}
	return l
}

// findIn finds the citations in the texts of a work.
func (l *Library) findIn(w *Work) {
	for _, p := range w.order {
		for _, b := range p.Body {
			if b.Text == nil {
				continue
			}
			b.Text.Citations = l.finder.find(b.Text.Plain, home(p), w.Enacted)
			for _, c := range b.Text.Citations {
				c.From = p
			}
		}
	}
}

// home returns where a text stands for the citations in it. An article quoted by an amending law speaks from within the
// amended law, which the amending law's relations name.
func home(p *Portion) Ref {
	quote := p
	for quote != nil && quote.Kind != Quoted {
		quote = quote.Parent
	}
	if quote == nil {
		return amendedHome(p)
	}
	fragment := strings.TrimPrefix(p.Fragment, quote.Parent.Fragment+".")
	for _, r := range p.Work.Relations {
		if (Ref{Fragment: r.By}).Covers(Ref{Fragment: strings.Replace(quote.Fragment, ".penjelasan", "", 1)}) {
			return Ref{ParseRef(r.Target).Work, fragment}
		}
	}
	return Ref{Fragment: fragment}
}

// amendedHome returns where the words of an amending law stand: in the law that the item amends, if a relation names it,
// for "Ketentuan Pasal 83 diubah" speaks of that law; else in the law itself.
func amendedHome(p *Portion) Ref {
	if a := p.Article(); a != nil && isRoman(strings.ToLower(a.Number)) {
		for _, r := range p.Work.Relations {
			if r.Type == Amends && (Ref{Fragment: r.By}).Covers(Ref{Fragment: strings.Replace(p.Fragment, ".penjelasan", "", 1)}) {
				return Ref{Work: ParseRef(r.Target).Work}
			}
		}
	}
	return p.Ref()
}

// resolve registers a citation with the portion it means.
func (l *Library) resolve(c *Citation) {
	c.State = l.state(c.Target)
	if c.State != Resolved {
		l.unresolved = append(l.unresolved, c)
		return
	}
	if p := l.Portion(c.Target); p != nil {
		p.CitedBy = append(p.CitedBy, c)
	}
}

func (l *Library) state(target Ref) Resolution {
	target = l.Canonical(target)
	w := l.byID[target.Work]
	if e := l.entry(target.Work); e != nil {
		return l.shelfState(e, target)
	}
	switch {
	case target.Work == "":
		return LawNotNamed
	case w == nil:
		return NotHeld
	case target.Fragment == "" || l.Portion(target) != nil:
		return Resolved
	case strings.Contains(target.Fragment, ".penjelasan"):
		return NotHeld
	case w.Extent == Full && w.marks[target.Article().Fragment].Kind == "":
		return Dangling
	}
	return NotHeld
}

// Version tells one state of the collection from another: eight digits that change with every change of a text. It is
// empty for a library that was not loaded from a folder.
func (l *Library) Version() string { return l.version }

// Works returns the works, sorted by id, without those on the shelf.
func (l *Library) Works() []*Work { return l.works }

// Work returns the work with the id, or nil. A work on the shelf is read for it.
func (l *Library) Work(id string) *Work {
	if w := l.byID[id]; w != nil {
		return w
	}
	return l.fromShelf(id)
}

// Portion returns the portion a reference means: as enacted or, if a later law put it in, in that law's words; nil for
// a whole work and for what is not in the collection.
func (l *Library) Portion(r Ref) *Portion {
	r = l.Canonical(r)
	if r.Fragment == "" {
		return nil
	}
	if w := l.Work(r.Work); w != nil {
		if p := w.portions[r.Fragment]; p != nil {
			return p
		}
		return l.inVersions(r)
	}
	return nil
}

// Unresolved returns the citations that lead nowhere in the collection, in the order of the works.
func (l *Library) Unresolved() []*Citation { return l.unresolved }

// FindCitations returns the citations in a text, resolved against the library. Home is where the text stands, so that
// "ayat (1)" can be understood; it is zero for text that belongs to no work, such as a decision. Day decides between
// laws of one name.
func (l *Library) FindCitations(text string, home Ref, day Date) []*Citation {
	cs := l.finder.find(text, home, day)
	for _, c := range cs {
		c.State = l.state(c.Target)
	}
	return cs
}

// CitedBy returns the citations of an article, in any of its wordings, that stand in other articles, in reading order;
// none of those that stand in works on the shelf.
func (l *Library) CitedBy(article Ref) []*Citation {
	var out []*Citation
	for _, v := range l.Versions(article) {
		for _, q := range v.Text.Work.order {
			if !v.Text.Ref().Covers(q.Ref()) {
				continue
			}
			for _, c := range q.CitedBy {
				if !v.Text.Ref().Covers(c.From.Ref()) {
					out = append(out, c)
				}
			}
		}
	}
	if l.shelf != nil {
		out = append(out, l.shelf.cited[article]...)
	}
	slices.SortStableFunc(out, func(a, b *Citation) int {
		return cmp.Or(cmp.Compare(a.From.Work.ID, b.From.Work.ID), cmp.Compare(a.From.Line, b.From.Line))
	})
	return out
}
