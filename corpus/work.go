package corpus

import (
	"fmt"
	"strings"
	"sync"
)

// Extent says how much of a work the collection holds.
type Extent string

// The extents a work can have.
const (
	Full Extent = "full" // every article
	Part Extent = "part" // some articles, the others are not in the collection
	Card Extent = "card" // no wording, only what is known about the work
)

// Meta is the front matter of a work. Every key is listed here; any other key is an error.
type Meta struct {
	ID         string            `yaml:"id"`         // "uu/2007/21": kind, year, number
	Title      string            `yaml:"title"`      // what the work is about, after "tentang"
	Short      string            `yaml:"short"`      // the name in daily use: "UU TPPO"
	Aliases    []string          `yaml:"aliases"`    // other names under which texts cite it
	Extent     Extent            `yaml:"extent"`     // full when absent
	Principal  int               `yaml:"principal"`  // place among the statutes on which trafficking is charged, from 1; 0 for the others
	Enacted    Date              `yaml:"enacted"`    // the day of enactment (disahkan)
	InForce    Date              `yaml:"in_force"`   // the first day in force; absent where no source tells
	Doubt      string            `yaml:"doubt"`      // what is uncertain about its days or its standing, in Indonesian
	Gazette    string            `yaml:"gazette"`    // "LN 2007 No. 58"
	Supplement string            `yaml:"supplement"` // "TLN 4720"
	Source     string            `yaml:"source"`     // where the wording was read
	Checked    string            `yaml:"checked"`    // against what it was compared, when, with what result; absent = not compared
	Imported   string            `yaml:"imported"`   // made by the importer and read by nobody since: how sure it is, "skor 96 dari 100"; absent = not imported
	Unchecked  []Mark            `yaml:"unchecked"`  // wording that does not come from Source
	Summary    []Mark            `yaml:"summary"`    // portions that hold a summary in our words
	Missing    []Mark            `yaml:"missing"`    // portions whose wording could not be read
	Relations  []Relation        `yaml:"relations"`  // what this work does to others
	Captions   map[string]string `yaml:"captions"`   // editorial titles by fragment; ours, not the law's
	Keywords   map[string]string `yaml:"keywords"`   // search words by fragment, "calo; sponsor; …"; ours, for finding only, never shown as law
}

// Mark says of some portions why their wording is not simply that of the source.
type Mark struct {
	Portions []string `yaml:"portions"` // fragments; a mark covers all that lies below them
	Why      string   `yaml:"why"`      // a sentence for the reader, in Indonesian
}

// Work is a statute or regulation with its text (FRBR: work and its one expression in the collection).
type Work struct {
	Meta
	File     string     // path of the Markdown file in the corpus folder
	FullName string     // the title line of the text
	Body     []*Portion // preamble, groups of articles, closing, general elucidation, in order

	headed   bool                // the front matter could be read
	portions map[string]*Portion // by fragment
	order    []*Portion          // in reading order
	articles []*Portion
	marks    map[string]MarkedAs // by fragment

	markedOnce sync.Once
	marked     []*Portion // see markedPortions
	termsOnce  sync.Once
	terms      *Terms // see [Work.Terms]
	entryOnce  sync.Once
	entry      Entry // see [Work.Entry]
}

// Kind returns the first part of the id: "uu", "pp", "perda".
func (w *Work) Kind() string { kind, _, _, _, _ := splitID(w.ID); return kind }

// Name returns the name in daily use followed by the number: "UU TPPO (UU 21/2007)", or what there is of it.
func (w *Work) Name() string { return nameOf(w.ID, w.Short) }

func nameOf(id, short string) string {
	number := numberOf(id, short)
	if short == "" || short == number {
		return number
	}
	if _, _, _, _, ok := splitID(id); !ok {
		return short
	}
	return fmt.Sprintf("%s (%s)", short, number)
}

// Number returns the name by number, "UU 21/2007", or the short name of a code that has none.
func (w *Work) Number() string { return numberOf(w.ID, w.Short) }

func numberOf(id, short string) string {
	if _, _, _, _, ok := splitID(id); !ok {
		return short
	}
	return NumberedName(id)
}

// Ref returns the reference to the whole work.
func (w *Work) Ref() Ref { return Ref{Work: w.ID} }

// Portion returns the portion with the fragment, or nil.
func (w *Work) Portion(fragment string) *Portion { return w.portions[fragment] }

// Articles returns the articles in order.
func (w *Work) Articles() []*Portion { return w.articles }

// Portions returns every portion in reading order.
func (w *Work) Portions() []*Portion { return w.order }

// Citation returns the words by which the whole work is cited in a formal text:
// "Undang-Undang Nomor 21 Tahun 2007 tentang … (LN 2007 No. 58, TLN 4720)".
func (w *Work) Citation() string {
	name := strings.Replace(w.FullName, " Republik Indonesia Nomor", " Nomor", 1)
	var gazette []string
	for _, s := range []string{w.Gazette, w.Supplement} {
		if s != "" {
			gazette = append(gazette, s)
		}
	}
	if len(gazette) == 0 {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, strings.Join(gazette, ", "))
}

// PortionKind is the rank of a portion, in Akoma Ntoso's terms.
type PortionKind string

// The kinds of portion.
const (
	Preamble    PortionKind = "preamble"    // Pembukaan, Menimbang, Mengingat, Memutuskan
	Book        PortionKind = "book"        // BUKU
	Chapter     PortionKind = "chapter"     // BAB
	Section     PortionKind = "section"     // Bagian
	Subsection  PortionKind = "subsection"  // Paragraf
	Article     PortionKind = "article"     // Pasal
	Paragraph   PortionKind = "paragraph"   // ayat
	Point       PortionKind = "point"       // huruf
	Item        PortionKind = "item"        // angka
	Elucidation PortionKind = "elucidation" // Penjelasan
	Closing     PortionKind = "closing"     // Penutup
	Annex       PortionKind = "annex"       // Lampiran: tables, treaties, lists; text without structure
	Quoted      PortionKind = "quoted"      // an article as an amending law words it; it belongs to the amended law
	Abstract    PortionKind = "abstract"    // Ringkasan: what a card tells, in our words
)

// Portion is a citable part of a work.
type Portion struct {
	Work     *Work
	Parent   *Portion // nil at the top of the work
	Kind     PortionKind
	Number   string // as written: "2", "76F", "IV", "a", "2a"
	Title    string // of a group: "KETENTUAN UMUM"
	Fragment string // unique in the work: "pasal-2.ayat-1"
	Line     int    // where it begins in the file
	Explains bool   // in an elucidation: it stands for the portion of the article that it explains
	Body     []Block

	CitedBy []*Citation // mentions of this very portion, filled by the library
}

// Block is one piece of a portion's body: a paragraph of its own, or a portion inside it.
type Block struct {
	Text    *Text
	Portion *Portion
}

// Text is one paragraph of running text.
type Text struct {
	Plain     string // without mark-up
	Emphasis  []Span // foreign words, in italics in the gazette
	Citations []*Citation
	Line      int
}

// Span is a piece of a text, in bytes.
type Span struct{ Start, End int }

// Ref returns the reference to the portion.
func (p *Portion) Ref() Ref { return Ref{p.Work.ID, p.Fragment} }

// Label writes the portion's place in its work, "Pasal 2 ayat (1)".
func (p *Portion) Label() string { return FragmentLabel(p.Fragment) }

// Caption returns the editorial title of the portion, or "". It is ours, not the law's.
func (p *Portion) Caption() string { return p.Work.Captions[p.Fragment] }

// Heading returns the line that heads a group: "BAB II TINDAK PIDANA …", "Bagian Kesatu Umum".
func (p *Portion) Heading() string {
	switch p.Kind {
	case Book, Chapter, Section, Subsection:
		return strings.TrimSpace(groupKeywords[p.Kind] + " " + p.Number + " " + p.Title)
	case Preamble, Closing, Annex, Abstract:
		return p.Title
	case Elucidation:
		if p.Parent == nil {
			return "Penjelasan Umum"
		}
	}
	return p.Label()
}

// Article returns the article that holds the portion, the portion itself if it is one, or nil.
func (p *Portion) Article() *Portion {
	for ; p != nil; p = p.Parent {
		if p.Kind == Article {
			return p
		}
	}
	return nil
}

// Groups returns the groups that hold the portion, outermost first.
func (p *Portion) Groups() []*Portion {
	var out []*Portion
	for q := p.Parent; q != nil; q = q.Parent {
		if _, ok := groupKeywords[q.Kind]; ok {
			out = append([]*Portion{q}, out...)
		}
	}
	return out
}

// Elucidation returns the elucidation of an article, or nil. That of a quoted article stands in the elucidation of the
// article that quotes it.
func (p *Portion) Elucidation() *Portion {
	if p.Kind == Quoted {
		host, rest, _ := strings.Cut(p.Fragment, ".")
		return p.Work.portions[host+".penjelasan."+rest]
	}
	return p.Work.portions[p.Fragment+".penjelasan"]
}

// Quotes reports whether the portion quotes articles of another law, as those of an amending law do.
func (p *Portion) Quotes() bool {
	for _, b := range p.Body {
		if b.Portion != nil && (b.Portion.Kind == Quoted || b.Portion.Quotes()) {
			return true
		}
	}
	return false
}

// Texts calls yield for each paragraph of the portion and of all below it, in order, but not for an elucidation below.
func (p *Portion) Texts(yield func(*Portion, *Text) bool) { p.texts(yield) }

func (p *Portion) texts(yield func(*Portion, *Text) bool) bool {
	for _, b := range p.Body {
		switch {
		case b.Text != nil:
			if !yield(p, b.Text) {
				return false
			}
		case b.Portion.Kind == Elucidation:
			continue
		case !b.Portion.texts(yield):
			return false
		}
	}
	return true
}

// Plain returns the words of the portion and of all below it, one paragraph a line, with ayat and list markers. What it
// quotes for another law, and an elucidation below it, are left out.
func (p *Portion) Plain() string {
	var b strings.Builder
	p.plain(&b)
	return strings.TrimSpace(b.String())
}

func (p *Portion) plain(b *strings.Builder) {
	for _, block := range p.Body {
		if block.Text != nil {
			b.WriteString(block.Text.Plain)
			b.WriteByte('\n')
			continue
		}
		if block.Portion.Kind == Elucidation || block.Portion.Kind == Quoted {
			continue
		}
		if m := block.Portion.Marker(); m != "" {
			b.WriteString(m + " ")
		}
		block.Portion.plain(b)
	}
}

// Marker returns how the portion is numbered in print: "(1)", "a.", "1."; and "" for kinds that have a heading.
func (p *Portion) Marker() string {
	switch {
	case p.Kind == Paragraph:
		return "(" + p.Number + ")"
	case p.Kind != Point && p.Kind != Item:
		return ""
	case strings.HasPrefix(p.Number, "ke-"):
		return p.Number
	default:
		return p.Number + "."
	}
}

// MarkedAs says how far the wording of a portion can be relied on.
type MarkedAs struct {
	Kind string // "" (as in the source), "unchecked", "summary", "missing" or "imported"
	Why  string // for the reader, in Indonesian
}

// MarkedAs returns the mark on the portion itself or on the nearest portion above it. An article is not marked by a
// mark on one of its ayat; see [Portion.MarksBelow].
func (p *Portion) MarkedAs() MarkedAs {
	for q := p; q != nil; q = q.Parent {
		if m, ok := p.Work.marks[q.Fragment]; ok {
			return m
		}
		if q.Kind == Quoted {
			break // a mark on the item that quotes speaks of its own words
		}
	}
	return p.Work.ImportMark()
}

// ImportMark returns the mark on all of an imported work, which holds beside the marks on its portions.
func (w *Work) ImportMark() MarkedAs {
	if w.Imported == "" {
		return MarkedAs{}
	}
	return MarkedAs{"imported", "Naskah ini diubah oleh program dari berkas yang ditemukan dan belum dibaca siapa pun (" + w.Imported + ")."}
}

// IsMarked reports whether the portion carries a mark of its own.
func (p *Portion) IsMarked() bool {
	_, ok := p.Work.marks[p.Fragment]
	return ok
}

// MarksBelow returns the portions at or below p that carry a mark of their own, elucidation included, in reading order.
func (p *Portion) MarksBelow() []*Portion {
	var out []*Portion
	for _, q := range p.Work.markedPortions() {
		if p.Ref().Covers(q.Ref()) {
			out = append(out, q)
		}
	}
	return out
}

// markedPortions returns the portions that carry a mark, in reading order; it looks for them at the first call.
func (w *Work) markedPortions() []*Portion {
	w.markedOnce.Do(func() {
		for _, p := range w.order {
			if p.IsMarked() {
				w.marked = append(w.marked, p)
			}
		}
	})
	return w.marked
}
