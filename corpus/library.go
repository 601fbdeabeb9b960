package corpus

import (
	"cmp"
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
	unresolved  []*Citation
}

// Load reads every Markdown file of a corpus folder, and checks it. The library holds what could be read, whatever
// the problems; they come back sorted by file and line.
func Load(fsys fs.FS) (*Library, Problems) {
	var works []*Work
	var problems Problems
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || !strings.HasSuffix(path, ".md") {
			return nil
		}
		source, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		w, ps := ParseWork(path, source)
		works = append(works, w)
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
	problems = append(problems, l.check(works)...)
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
	for _, w := range l.works {
		l.cite(w)
	}
	return l
}

// cite finds the citations in the texts of a work and registers them with the portions they mean.
func (l *Library) cite(w *Work) {
	for _, p := range w.order {
		for _, b := range p.Body {
			if b.Text == nil {
				continue
			}
			b.Text.Citations = l.finder.find(b.Text.Plain, p.Ref(), w.Enacted)
			for _, c := range b.Text.Citations {
				c.From = p
				l.resolve(c)
			}
		}
	}
}

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
	w := l.byID[target.Work]
	switch {
	case target.Work == "":
		return LawNotNamed
	case w == nil:
		return NotHeld
	case target.Fragment == "" || w.portions[target.Fragment] != nil:
		return Resolved
	case w.Extent == Full && w.marks[target.Article().Fragment].Kind == "":
		return Dangling
	}
	return NotHeld
}

// Works returns the works, sorted by id.
func (l *Library) Works() []*Work { return l.works }

// Work returns the work with the id, or nil.
func (l *Library) Work(id string) *Work { return l.byID[id] }

// Portion returns the portion a reference means; nil for a whole work and for what is not in the collection.
func (l *Library) Portion(r Ref) *Portion {
	if w := l.byID[r.Work]; w != nil && r.Fragment != "" {
		return w.portions[r.Fragment]
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

// CitedBy returns the citations of a portion and of all below it that stand in other articles, in reading order.
func (l *Library) CitedBy(p *Portion) []*Citation {
	var out []*Citation
	for _, q := range p.Work.order {
		if !covers(p.Ref(), q.Ref()) {
			continue
		}
		for _, c := range q.CitedBy {
			if c.From.Article() != p.Article() || c.From.Article() == nil {
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *Citation) int {
		return cmp.Or(cmp.Compare(a.From.Work.ID, b.From.Work.ID), cmp.Compare(a.From.Line, b.From.Line))
	})
	return out
}
