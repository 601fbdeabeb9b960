package corpus_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"suluh/corpus"
)

// loadEmbedded loads the corpus that is built into the program, once for all tests: nothing changes a library.
var loadEmbedded = sync.OnceValues(func() (*corpus.Library, corpus.Problems) { return corpus.Load(corpus.Texts()) })

// embedded returns the library of the corpus that is built into the program.
func embedded(t testing.TB) *corpus.Library {
	t.Helper()
	l, problems := loadEmbedded()
	if len(problems) > 0 {
		t.Fatalf("Load(Texts()) = problems\n%v", problems)
	}
	return l
}

// TestStanding pins who is in force when, each with the provision that makes it so.
func TestStanding(t *testing.T) {
	l := embedded(t)
	tests := []struct {
		ref, day   string
		status     corpus.Status
		since      string
		successors []string // of what repealed it or parts of it
	}{
		// UU 21/2007 Pasal 65 repealed Pasal 297 and 324.
		{"kuhp-lama#pasal-297", "2007-04-18", corpus.InForce, "1946-02-26", nil},
		{"kuhp-lama#pasal-297", "2007-04-19", corpus.Revoked, "2007-04-19", []string{"uu/2007/21#pasal-2"}},
		{"kuhp-lama#pasal-296", "2026-01-01", corpus.InForce, "1946-02-26", nil},
		{"kuhp-lama", "2026-01-01", corpus.PartlyRevoked, "2007-04-19", []string{"uu/2007/21#pasal-2", "uu/2007/21#pasal-2"}},
		// UU 1/2023 Pasal 622 ayat (1) huruf a and d, in force three years after 2023-01-02 (Pasal 624).
		{"kuhp-lama", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1"}},
		{"kuhp-lama#pasal-296", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1"}},
		// UU 18/2017 Pasal 89 huruf a; in force on the day of promulgation, 2017-11-22 (Pasal 91).
		{"uu/2004/39", "2004-10-17", corpus.NotYetInForce, "2004-10-18", nil},
		{"uu/2004/39", "2004-10-18", corpus.InForce, "2004-10-18", nil},
		{"uu/2004/39", "2017-11-21", corpus.InForce, "2004-10-18", nil},
		{"uu/2004/39", "2017-11-22", corpus.Revoked, "2017-11-22", []string{"uu/2017/18"}},
		{"uu/2004/39#pasal-102.ayat-1", "2017-11-21", corpus.InForce, "2004-10-18", nil},
		{"uu/2004/39#pasal-102.ayat-1", "2017-11-22", corpus.Revoked, "2017-11-22", []string{"uu/2017/18"}},
		// UU 1/2023 Pasal 622 ayat (1) huruf q takes Pasal 2 out of UU 21/2007 and leaves the rest.
		{"uu/2007/21#pasal-2", "2026-01-01", corpus.InForce, "2007-04-19", nil},
		{"uu/2007/21#pasal-2", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1#pasal-455"}},
		{"uu/2007/21#pasal-2.ayat-1", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1#pasal-455"}},
		{"uu/2007/21#pasal-20", "2026-01-02", corpus.InForce, "2007-04-19", nil},
		{"uu/2007/21", "2026-01-01", corpus.InForce, "2007-04-19", nil},
		{"uu/2007/21", "2026-01-02", corpus.PartlyRevoked, "2026-01-02", []string{"uu/2023/1#pasal-455"}},
		// UU 21/2007 Pasal 67: in force on the day of promulgation, 2007-04-19.
		{"uu/2007/21", "2007-04-18", corpus.NotYetInForce, "2007-04-19", nil},
		{"uu/2007/21", "2007-04-19", corpus.InForce, "2007-04-19", nil},
		// UU 1/2023 Pasal 622 ayat (1) huruf y takes Pasal 120 ayat (1) and Pasal 126 huruf e out of UU 6/2011.
		{"uu/2011/6#pasal-120.ayat-1", "2026-01-01", corpus.InForce, "2011-05-05", nil},
		{"uu/2011/6#pasal-120.ayat-1", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1#pasal-457"}},
		{"uu/2011/6#pasal-120.ayat-2", "2026-01-02", corpus.InForce, "2011-05-05", nil},
		{"uu/2011/6#pasal-120", "2026-01-02", corpus.PartlyRevoked, "2026-01-02", []string{"uu/2023/1#pasal-457"}},
		{"uu/2011/6#pasal-126.huruf-e", "2026-01-02", corpus.Revoked, "2026-01-02", []string{"uu/2023/1#pasal-398"}},
		{"uu/2011/6", "2026-01-02", corpus.PartlyRevoked, "2026-01-02", []string{"uu/2023/1#pasal-457", "uu/2023/1#pasal-398"}},
		// UU 1/2023 Pasal 624, promulgated 2023-01-02.
		{"uu/2023/1#pasal-455", "2026-01-01", corpus.NotYetInForce, "2026-01-02", nil},
		{"uu/2023/1#pasal-455", "2026-01-02", corpus.InForce, "2026-01-02", nil},
		// No source at hand tells a first day.
		{"uu/9999/1", "2026-01-02", corpus.Undated, "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.ref+" on "+tt.day, func(t *testing.T) {
			got := l.Standing(corpus.ParseRef(tt.ref), corpus.MustParseDate(tt.day))
			var successors []string
			for _, r := range got.By {
				successors = append(successors, r.Successor)
			}
			if got.Status != tt.status || got.Since.String() != tt.since || !slices.Equal(successors, tt.successors) {
				t.Errorf("Standing(%s, %s) = %v since %q succeeded by %q, want %v since %q succeeded by %q",
					tt.ref, tt.day, got.Status, got.Since, successors, tt.status, tt.since, tt.successors)
			}
		})
	}
}

// TestRelationsTo looks from the work to which something is done: at what is done to a portion, to all above and to all
// below it, and to no portion whose number only begins alike.
func TestRelationsTo(t *testing.T) {
	work := func(id, year, relations string) string {
		text := strings.NewReplacer("uu/2007/21", id, "2007-", year+"-").Replace(frontMatter)
		return strings.Replace(text, "source: s\n", "source: s\n"+relations, 1) + "### Pasal 1\n\n(1) Bunyi.\n\n### Pasal 2\n\n(1) Bunyi.\n"
	}
	relation := func(kind, target, from string) string {
		return "  - {type: " + kind + ", by: pasal-1, target: uu/2007/21" + target + ", from: " + from + "}\n"
	}
	l, problems := corpus.Load(folder(map[string]string{
		"a.md": work("uu/2007/21", "2007", ""),
		"b.md": work("uu/2011/1", "2011", "relations:\n"+relation("repeals", "#pasal-2.ayat-1", "2012-01-01")+relation("implements", "", "2011-12-01")),
		"c.md": work("uu/2010/1", "2010", "relations:\n"+relation("amends", "#pasal-2", "2010-05-01")+relation("amends", "#pasal-1", "2010-05-02")),
	}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	tests := []struct {
		name, ref string
		want      []string // "type by", by day
	}{
		{"whole work", "uu/2007/21", []string{"amends uu/2010/1#pasal-1", "amends uu/2010/1#pasal-1", "implements uu/2011/1#pasal-1", "repeals uu/2011/1#pasal-1"}},
		{"article", "uu/2007/21#pasal-2", []string{"amends uu/2010/1#pasal-1", "implements uu/2011/1#pasal-1", "repeals uu/2011/1#pasal-1"}},
		{"ayat", "uu/2007/21#pasal-2.ayat-1", []string{"amends uu/2010/1#pasal-1", "implements uu/2011/1#pasal-1", "repeals uu/2011/1#pasal-1"}},
		{"another ayat", "uu/2007/21#pasal-2.ayat-10", []string{"amends uu/2010/1#pasal-1", "implements uu/2011/1#pasal-1"}},
		{"another article", "uu/2007/21#pasal-20", []string{"implements uu/2011/1#pasal-1"}},
		{"another work", "uu/2010/1", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range l.RelationsTo(corpus.ParseRef(tt.ref)) {
				got = append(got, string(r.Type)+" "+r.ByRef().String())
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("RelationsTo(%s) = %q, want %q", tt.ref, got, tt.want)
			}
		})
	}
}

func TestRelationsBy(t *testing.T) {
	l := embedded(t)
	tests := []struct {
		ref  string
		want []string // "type target"
	}{
		{"uu/2017/18", []string{"repeals uu/2004/39"}},
		{"uu/2017/18#pasal-89", []string{"repeals uu/2004/39"}},
		{"uu/2017/18#pasal-8", nil},
		{"uu/2023/1#pasal-622.ayat-1.huruf-y", []string{"repeals uu/2011/6#pasal-120.ayat-1", "repeals uu/2011/6#pasal-126.huruf-e"}},
		{"uu/9999/1", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range l.RelationsBy(corpus.ParseRef(tt.ref)) {
			got = append(got, string(r.Type)+" "+r.Target)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("RelationsBy(%s) = %q, want %q", tt.ref, got, tt.want)
		}
	}
}
