package index_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"suluh/index"
)

// FuzzSearch asks anything: an engine answers, and says nothing that is not text.
func FuzzSearch(f *testing.F) {
	for _, q := range []string{"", "korban setuju berangkat", `"setiap orang" denda`, `"`, `""" "`, "pasal 2 uu 21/2007", "yang dan di",
		"+a -b c:d e~2 f^3 g* /h.*/ (i OR j)", "\x00\xff", "zorbnik orng", "bapak tega jual bayinya sendiri lewat facebook", "Rp15.000.000,00", "hak-hak ٣٤ Ⅳ", "İSTANBUL ſ K", "pasal 83 uu 35/2014 jo pasal"} {
		f.Add(q, 1, 10, "uu/2007/21")
	}
	f.Fuzz(func(t *testing.T, text string, page, per int, work string) {
		q := index.Query{Text: text, Page: page, PerPage: per}
		if work != "" {
			q.Filter = index.Filter{index.FacetWork: {work}}
		}
		r, err := collection(t).engine.Search(t.Context(), q)
		if err != nil {
			t.Fatalf("Search(%+v): %v", q, err)
		}
		if len(r.Hits) > min(r.Total, index.MaxPerPage) {
			t.Errorf("%d hits of %d", len(r.Hits), r.Total)
		}
		for _, s := range append(slices.Clone(r.Unknown), r.Corrected) {
			if !utf8.ValidString(s) {
				t.Errorf("Search(%q) answers %q", text, s)
			}
		}
		for _, h := range r.Hits {
			for _, p := range h.Snippet {
				if !utf8.ValidString(p.Text) {
					t.Errorf("Search(%q): snippet part %q", text, p.Text)
				}
			}
		}
	})
}
