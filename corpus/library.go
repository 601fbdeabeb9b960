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
	shownIn     map[Ref]string         // articles as their amending law has them; the id of the work they are shown with
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
// the problems; they come back sorted by file and line. Several files are read at a time; the outcome does not tell.
func Load(fsys fs.FS) (*Library, Problems) {
	texts, err := readTexts(fsys)
	var works []*Work
	var problems Problems
	for _, t := range texts {
		problems = append(problems, t.problems...)
		if t.work != nil {
			works = append(works, t.work)
		}
	}
	if err != nil {
		problems = append(problems, Problem{File: ".", Message: "folder korpus tidak terbaca: " + err.Error()})
	}
	if err == nil && len(works) == 0 {
		problems = append(problems, Problem{File: ".", Message: "folder korpus tidak memuat satu pun berkas .md"})
	}
	l := NewLibrary(works)
	l.version = versionOf(texts)
	problems = append(problems, l.check(works)...)
	names, ps := readNames(fsys)
	problems = append(problems, ps...)
	return l, append(problems, l.addTexts(texts, names)...).sorted()
}

// corpusText is one file of a corpus folder with what it was read into.
type corpusText struct {
	path     string
	source   []byte
	err      error
	problems Problems

	work     *Work // or one of the others; none if too little of it could be read
	guide    *Guide
	decision *Decision
	material *Material
}

// readTexts reads the texts of a corpus folder, in the order of their paths. An error is of the first that cannot be read
// at all.
func readTexts(fsys fs.FS) ([]*corpusText, error) {
	var texts []*corpusText
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path == ChargeFolder:
			return fs.SkipDir // the charging rules are read by corpus/charge
		case !d.IsDir() && strings.HasSuffix(path, ".md"):
			texts = append(texts, &corpusText{path: path})
		}
		return nil
	})
	inParallel(len(texts), func(i int) { texts[i].read(fsys) })
	for i, t := range texts {
		if t.err != nil {
			return texts[:i], t.err
		}
	}
	return texts, err
}

// read reads a text as what its folder says it is.
func (t *corpusText) read(fsys fs.FS) {
	if t.source, t.err = fs.ReadFile(fsys, t.path); t.err != nil {
		return
	}
	switch {
	case strings.HasPrefix(t.path, guidePrefix):
		t.guide, t.problems = parseGuide(t.path, t.source)
	case strings.HasPrefix(t.path, decisionPrefix):
		t.decision, t.problems = parseDecision(t.path, t.source)
	case strings.HasPrefix(t.path, materialPrefix):
		t.material, t.problems = parseMaterial(t.path, t.source)
	default:
		t.work, t.problems = ParseWork(t.path, t.source)
	}
}

// versionOf tells one state of the texts from another.
func versionOf(texts []*corpusText) string {
	content := sha256.New()
	for _, t := range texts {
		fmt.Fprintf(content, "%s\n%d\n", t.path, len(t.source))
		content.Write(t.source)
	}
	return hex.EncodeToString(content.Sum(nil)[:4])
}

// addTexts adds the guides, decisions and materials to the works of a library, and checks them against it.
func (l *Library) addTexts(texts []*corpusText, names *properNames) Problems {
	found := make([]Problems, len(texts))
	earlier := map[*Decision][]*Decision{} // decisions that come before each
	for _, t := range texts {
		if t.decision != nil {
			earlier[t.decision] = l.decisions
			l.decisions = append(l.decisions, t.decision)
		}
	}
	inParallel(len(texts), func(i int) {
		switch t := texts[i]; {
		case t.guide != nil:
			found[i] = l.checkGuide(t.guide)
		case t.decision != nil:
			found[i] = l.checkDecision(t.decision, earlier[t.decision], names)
		case t.material != nil:
			found[i] = l.checkMaterial(t.material)
		}
	})
	for _, t := range texts {
		if t.guide != nil {
			l.guides = append(l.guides, t.guide)
		}
		if t.material != nil {
			l.materials = append(l.materials, t.material)
		}
	}
	sortDecisions(l.decisions)
	sortMaterials(l.materials)
	return slices.Concat(found...)
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
	l.findIn(l.works...)
	for _, w := range l.works {
		for _, c := range w.citations() {
			l.resolve(c)
		}
	}
	return l
}

// findIn finds the citations in the texts of works.
func (l *Library) findIn(works ...*Work) {
	var portions []*Portion
	for _, w := range works {
		portions = append(portions, w.order...)
	}
	const run = 100 // portions at a time
	inParallel((len(portions)+run-1)/run, func(i int) {
		for _, p := range portions[i*run : min((i+1)*run, len(portions))] {
			for _, b := range p.Body {
				if b.Text != nil {
					b.Text.Citations = l.finder.find(b.Text.Plain, home(p), p.Work.Enacted)
					for _, c := range b.Text.Citations {
						c.From = p
					}
				}
			}
		}
	})
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
