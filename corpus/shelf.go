package corpus

import (
	"cmp"
	"container/list"
	"slices"
	"sync"
)

// Entry is what a library knows of a work on the shelf without reading it.
type Entry struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Short    string      `json:"short,omitempty"` // where it is not the name by number
	Extent   Extent      `json:"extent"`
	Enacted  Date        `json:"enacted,omitzero"`
	InForce  Date        `json:"inForce,omitzero"`
	Imported string      `json:"imported,omitempty"`
	Articles ArticleList `json:"articles,omitempty"` // as enacted
	Repeals  []string    `json:"repeals,omitempty"`  // [Work.RepealedByText]; for the order of hits only
}

// Entry returns what the shelf tells of the work.
func (w *Work) Entry() Entry {
	w.entryOnce.Do(func() { w.entry = w.makeEntry() })
	return w.entry
}

// makeEntry reads the whole work for what it revokes, so it is called once.
func (w *Work) makeEntry() Entry {
	e := Entry{ID: w.ID, Title: w.Title, Short: w.Short, Extent: w.Extent, Enacted: w.Enacted, InForce: w.InForce, Imported: w.Imported}
	if w.Short == NumberedName(w.ID) {
		e.Short = ""
	}
	var articles []string
	for _, a := range w.articles {
		articles = append(articles, a.Fragment)
	}
	e.Articles, e.Repeals = ListArticles(articles), w.RepealedByText()
	return e
}

// Kind returns the first part of the id: "uu", "pp".
func (e Entry) Kind() string { kind, _, _, _, _ := splitID(e.ID); return kind }

// Year returns the year in the id, 0 if it has none.
func (e Entry) Year() int { _, _, year, _, _ := splitID(e.ID); return year }

// Name returns the name in daily use followed by the number, as [Work.Name] does.
func (e Entry) Name() string { return nameOf(e.ID, e.Short) }

// Number returns the name by number, as [Work.Number] does.
func (e Entry) Number() string { return numberOf(e.ID, e.Short) }

// Shelf holds works that are read only when they are asked for: thousands, which a program has imported and nobody has
// read. They do nothing to other works. A shelf is safe for concurrent use.
type Shelf interface {
	Entries() []Entry                 // sorted by id
	Source(id string) ([]byte, error) // the Markdown of a work
}

// shelf is a shelf in a library, with the works that were read last.
type shelf struct {
	Shelf
	entries []Entry
	place   map[string]int      // in entries, by id
	cited   map[Ref][]*Citation // by articles of the shelf; citations in the library's own works

	mu     sync.Mutex
	slots  map[string]*shelfSlot
	recent list.List // of *shelfSlot, what was asked for last in front
	held   int       // bytes of source of the works in recent
}

// shelfSlot is one work of a shelf, once it is asked for.
type shelfSlot struct {
	id    string
	once  sync.Once
	work  *Work // nil if it could not be read
	size  int   // bytes of its source
	place *list.Element
}

// maxShelf is how many bytes of source the works have that a library keeps read. In memory a work takes some three and a
// half times as much.
const maxShelf = 16 << 20

// SetShelf gives the library a shelf. From then on works of the shelf are found by id, and what cites them leads to
// them; [Library.Works] stays as it is. Of two works with one id the shelf's is dropped. It is called once, before the
// library is used.
func (l *Library) SetShelf(s Shelf) {
	entries := s.Entries()
	l.shelf = &shelf{Shelf: s, place: make(map[string]int, len(entries)), cited: map[Ref][]*Citation{}, slots: map[string]*shelfSlot{}}
	for _, e := range entries {
		if l.byID[e.ID] == nil && (len(l.shelf.entries) == 0 || l.shelf.entries[len(l.shelf.entries)-1].ID != e.ID) {
			l.shelf.place[e.ID] = len(l.shelf.entries)
			l.shelf.entries = append(l.shelf.entries, e)
		}
	}
	for ref := range l.versions {
		if e := l.entry(ref.Work); e != nil && !e.Articles.Has(ref.Fragment) {
			l.inserted[ref.Work] = append(l.inserted[ref.Work], ref)
		}
	}
	l.unresolved = slices.DeleteFunc(l.unresolved, l.leadsToShelf)
	for _, blocks := range l.blocks() {
		for _, b := range blocks {
			for _, c := range b.citations {
				l.leadsToShelf(c)
			}
		}
	}
}

// leadsToShelf reports whether a citation means something on the shelf, and gives it its new state. One in a work of the
// library is registered.
func (l *Library) leadsToShelf(c *Citation) bool {
	target := l.Canonical(c.Target)
	if l.entry(target.Work) == nil {
		return false
	}
	c.State = l.state(target)
	if c.State == Resolved && c.From != nil {
		article := target.Article()
		l.shelf.cited[article] = append(l.shelf.cited[article], c)
	}
	return c.State == Resolved
}

// blocks returns the texts of the guides, decisions and materials.
func (l *Library) blocks() [][]guideBlock {
	var out [][]guideBlock
	for _, g := range l.guides {
		out = append(out, g.blocks)
	}
	for _, d := range l.decisions {
		out = append(out, d.blocks)
	}
	for _, m := range l.materials {
		out = append(out, m.blocks)
	}
	return out
}

// Shelf returns what is known of the works on the shelf, sorted by id; none if the library has no shelf.
func (l *Library) Shelf() []Entry {
	if l.shelf == nil {
		return nil
	}
	return l.shelf.entries
}

// Entry returns what is known of a work on the shelf; ok is false for all others.
func (l *Library) Entry(id string) (e Entry, ok bool) {
	if e := l.entry(id); e != nil {
		return *e, true
	}
	return Entry{}, false
}

// entry returns the entry of a work on the shelf, or nil.
func (l *Library) entry(id string) *Entry {
	if l.shelf == nil {
		return nil
	}
	if i, ok := l.shelf.place[id]; ok {
		return &l.shelf.entries[i]
	}
	return nil
}

// fromShelf returns a work of the shelf, or nil. What was read is kept until there is too much of it. A work whose
// source cannot be had is tried again when it is asked for again; one whose source is broken is not.
func (l *Library) fromShelf(id string) *Work {
	e := l.entry(id)
	if e == nil {
		return nil
	}
	s := l.shelf
	s.mu.Lock()
	slot := s.slots[id]
	if slot == nil {
		slot = &shelfSlot{id: id}
		s.slots[id] = slot
	}
	if slot.place != nil {
		s.recent.MoveToFront(slot.place)
	}
	s.mu.Unlock()
	slot.once.Do(func() {
		slot.work, slot.size = l.readShelf(e)
		switch {
		case slot.work != nil:
			s.keep(slot)
		case slot.size == 0:
			s.forget(slot)
		}
	})
	return slot.work
}

// forget lets a work be asked for again.
func (s *shelf) forget(slot *shelfSlot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.slots, slot.id)
}

// keep enters a work that was read just now and lets go of those that were not asked for longest.
func (s *shelf) keep(slot *shelfSlot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	slot.place = s.recent.PushFront(slot)
	s.held += slot.size
	for s.held > maxShelf && s.recent.Len() > 1 {
		oldest := s.recent.Remove(s.recent.Back()).(*shelfSlot)
		s.held -= oldest.size
		delete(s.slots, oldest.id)
	}
}

// readShelf reads a work of the shelf and finds the citations in it. They are registered nowhere else: a library does
// not change once it is used. Size is that of its source, 0 if it cannot be had.
func (l *Library) readShelf(e *Entry) (w *Work, size int) {
	source, err := l.shelf.Source(e.ID)
	if err != nil {
		return nil, 0
	}
	w, _ = ParseWork(e.ID+".md", source)
	if !w.headed || w.ID != e.ID {
		return nil, len(source)
	}
	w.Imported = cmp.Or(w.Imported, e.Imported, "skor tidak tercatat") // every page must say that nobody has read it
	w.Relations = nil
	l.findIn(w)
	for _, c := range w.citations() {
		c.State = l.state(c.Target)
		if own := c.Target; own.Work == w.ID && own.Fragment != "" && w.portions[own.Fragment] == nil && l.inVersions(own) == nil {
			c.State = NotHeld
		}
	}
	return w, len(source)
}

// shelfState is [Library.state] for a portion of a work on the shelf. It does not read the work: what stands below an
// article is taken to be there if the article is.
func (l *Library) shelfState(e *Entry, target Ref) Resolution {
	article := target.Article()
	if target.Fragment == "" || e.Articles.Has(article.Fragment) || l.inVersions(target) != nil {
		return Resolved
	}
	return NotHeld // also from a full work: what a program has misread is no mistake of the citation
}

// Holds reports whether the collection has a work or portion. It reads nothing from the shelf; see [Resolved].
func (l *Library) Holds(r Ref) bool { return r.Work != "" && l.state(r) == Resolved }

// NameOf returns the name of a work as [Work.Name] does; of one that is not in the collection, the name by number.
func (l *Library) NameOf(id string) string {
	if w := l.byID[id]; w != nil {
		return w.Name()
	}
	if e := l.entry(id); e != nil {
		return e.Name()
	}
	return NumberedName(id)
}

// NumberOf returns the name of a work by number, as [Work.Number] does.
func (l *Library) NumberOf(id string) string {
	if w := l.byID[id]; w != nil {
		return w.Number()
	}
	if e := l.entry(id); e != nil {
		return e.Number()
	}
	return NumberedName(id)
}

// IsImported reports whether a work was made by the importer and read by nobody since: one of the shelf, or one that says so.
func (l *Library) IsImported(id string) bool {
	w := l.byID[id]
	return l.entry(id) != nil || w != nil && w.Imported != ""
}

// days returns the days of enactment and of the beginning of force of a work, without reading it; ok is false if there is
// no such work.
func (l *Library) days(id string) (enacted, inForce Date, ok bool) {
	if w := l.byID[id]; w != nil {
		return w.Enacted, w.InForce, true
	}
	if e := l.entry(id); e != nil {
		return e.Enacted, e.InForce, true
	}
	return Date{}, Date{}, false
}

// inForceFrom returns the first day in force of a portion of a work that came into force on the day given. An article
// that a later law inserted has a day of its own.
func (l *Library) inForceFrom(r Ref, work Date) Date {
	vs := l.versions[r.Article()]
	if e := l.entry(r.Work); len(vs) == 0 || e != nil && e.Articles.Has(r.Article().Fragment) {
		return work
	}
	return vs[0].From
}

// citations returns the citations in the texts of a work, in reading order.
func (w *Work) citations() []*Citation {
	var out []*Citation
	for _, p := range w.order {
		for _, b := range p.Body {
			if b.Text != nil {
				out = append(out, b.Text.Citations...)
			}
		}
	}
	return out
}
