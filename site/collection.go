package site

import (
	"cmp"
	"net/http"
	"slices"

	"suluh/corpus"
)

// CollectionPage says how complete and how sure every work of the collection is.
type CollectionPage struct {
	BasePage
	Rows     []CollectionRow
	Imported int // works on the shelf
}

// CollectionRow is one work.
type CollectionRow struct {
	Href, Name, Title           string
	Extent                      string
	Status                      StatusLine
	Checked                     string
	Unchecked, Summary, Missing int
	Linked, NotHeld, Unnamed    int
	Doubts                      []Notice
}

func (s *Site) serveCollection(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := CollectionPage{BasePage: v.base("Keadaan koleksi"), Imported: len(s.library.Shelf())}
	for _, report := range s.library.Report() {
		page.Rows = append(page.Rows, v.collectionRow(report))
	}
	return s.writePage(w, "collection", page)
}

func (v view) collectionRow(r corpus.WorkReport) CollectionRow {
	row := CollectionRow{Href: v.path(r.Work.Ref()), Name: r.Work.Name(), Title: r.Work.Title, Extent: extentWords(r.Work.Extent, r.Articles),
		Status: v.statusLine(r.Work.Ref()), Checked: r.Work.Checked, Unchecked: r.Unchecked, Summary: r.Summaries, Missing: r.Missing,
		Linked: r.Linked, NotHeld: r.NotHeld, Unnamed: r.LawNotNamed}
	row.Status.Label = cmp.Or(row.Status.Badge, row.Status.Label)
	if r.Work.Doubt != "" {
		row.Doubts = append(row.Doubts, Notice{Where: "Catatan", Text: r.Work.Doubt})
	}
	if row.Checked == "" {
		row.Checked = "belum dicocokkan dengan Lembaran Negara"
	}
	for _, d := range r.Doubts {
		i := slices.IndexFunc(row.Doubts, func(n Notice) bool { return n.Text == d.Doubt })
		if i < 0 {
			row.Doubts = append(row.Doubts, Notice{Where: v.label(d.TargetRef()), Text: d.Doubt})
		} else {
			row.Doubts[i].Where += ", " + v.label(d.TargetRef())
		}
	}
	return row
}
