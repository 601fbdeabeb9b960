package corpus_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
)

// TestVersionOn pins the wording of an article on a day by the words that the amendment put in or took out.
func TestVersionOn(t *testing.T) {
	l := embedded(t)
	tests := []struct {
		article, day string
		from         string // first day of the wording
		by           string // what made it
		has, hasNot  string
	}{
		// UU 1/2026 Pasal VII angka 40 struck the minimum of UU 1/2023 Pasal 455 on the day on which both came into
		// force (UU 1/2023 Pasal 624, UU 1/2026 Pasal IX).
		{"uu/2023/1#pasal-455", "2026-01-02", "2026-01-02", "uu/2026/1#pasal-vii.angka-40", "penjara paling lama 15 (lima belas) tahun", "paling singkat"},
		{"uu/2023/1#pasal-455", "2026-01-01", "2026-01-02", "", "paling singkat 3 (tiga) tahun", "penjara paling lama"},
		{"uu/2023/1#pasal-457", "2026-01-02", "2026-01-02", "uu/2026/1#pasal-vii.angka-41", "penjara paling lama 15 (lima belas) tahun", "paling singkat"},
		// UU 35/2014 Pasal I angka 68, in force on the day of promulgation, 2014-10-17 (Pasal II).
		{"uu/2002/23#pasal-83", "2014-10-16", "2002-10-22", "", "memperdagangkan, menjual, atau menculik anak", "Pasal 76F"},
		{"uu/2002/23#pasal-83", "2014-10-17", "2014-10-17", "uu/2014/35#pasal-i.angka-68", "melanggar ketentuan sebagaimana dimaksud dalam Pasal 76F", "menculik"},
		// UU 35/2014 Pasal I angka 62 inserted it; for an earlier day there is its first wording only.
		{"uu/2002/23#pasal-76f", "2014-10-16", "2014-10-17", "uu/2014/35#pasal-i.angka-62", "perdagangan Anak", "paling singkat"},
		// Nothing rewrites it.
		{"uu/2007/21#pasal-2", "2030-01-01", "2007-04-19", "", "untuk tujuan mengeksploitasi orang tersebut", "Pasal 455"},
	}
	for _, tt := range tests {
		t.Run(tt.article+" on "+tt.day, func(t *testing.T) {
			v, ok := l.VersionOn(corpus.ParseRef(tt.article), corpus.MustParseDate(tt.day))
			if !ok {
				t.Fatalf("VersionOn(%s, %s) = none, want one", tt.article, tt.day)
			}
			by := ""
			if v.By != nil {
				by = v.By.ByRef().String()
			}
			if v.From.String() != tt.from || by != tt.by {
				t.Errorf("VersionOn(%s, %s) = from %s by %q, want from %s by %q", tt.article, tt.day, v.From, by, tt.from, tt.by)
			}
			text := v.Text.Plain()
			if !strings.Contains(text, tt.has) || strings.Contains(text, tt.hasNot) {
				t.Errorf("VersionOn(%s, %s) = %q, want %q in it and %q not", tt.article, tt.day, text, tt.has, tt.hasNot)
			}
		})
	}
}

func TestVersionOnNoArticle(t *testing.T) {
	l := embedded(t)
	for _, ref := range []string{"uu/2007/21", "uu/2007/21#pasal-99", "uu/2007/21#pasal-2.ayat-1", "uu/2007/21#menimbang", "uu/9999/1#pasal-1"} {
		if v, ok := l.VersionOn(corpus.ParseRef(ref), corpus.MustParseDate("2026-01-02")); ok {
			t.Errorf("VersionOn(%s) = %s, want none", ref, v.Text.Ref())
		}
	}
}

// TestVersionsOldestFirst wants the first wording of an amended article to be the one of its enactment.
func TestVersionsOldestFirst(t *testing.T) {
	l := embedded(t)
	tests := []struct {
		article string
		want    []string // where each wording stands
	}{
		{"uu/2023/1#pasal-455", []string{"uu/2023/1#pasal-455", "uu/2026/1#pasal-vii.angka-40.pasal-455"}},
		{"uu/2002/23#pasal-83", []string{"uu/2002/23#pasal-83", "uu/2014/35#pasal-i.angka-68.pasal-83"}},
		{"uu/2002/23#pasal-76f", []string{"uu/2014/35#pasal-i.angka-62.pasal-76f"}},
		{"uu/2007/21#pasal-2", []string{"uu/2007/21#pasal-2"}},
		{"uu/2007/21#pasal-99", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, v := range l.Versions(corpus.ParseRef(tt.article)) {
			got = append(got, v.Text.Ref().String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Versions(%s) = %q, want %q", tt.article, got, tt.want)
		}
	}
}

// TestArticlesOf wants the articles that UU 35/2014 inserted between those of UU 23/2002.
func TestArticlesOf(t *testing.T) {
	l := embedded(t)
	want := strings.Fields("1 13 26 59 59a 64 66 68 71a 71b 71c 71d 76a 76b 76c 76d 76e 76f 76g 76h 76i 76j 78 83 84 85 88 90 91 93")
	var got []string
	for _, r := range l.ArticlesOf(l.Work("uu/2002/23")) {
		if r.Work != "uu/2002/23" {
			t.Errorf("ArticlesOf(uu/2002/23) holds %s", r)
		}
		got = append(got, strings.TrimPrefix(r.Fragment, "pasal-"))
	}
	if !slices.Equal(got, want) {
		t.Errorf("ArticlesOf(uu/2002/23) = %q, want %q", got, want)
	}
	if got := len(l.ArticlesOf(l.Work("uu/2007/21"))); got != 67 {
		t.Errorf("ArticlesOf(uu/2007/21) = %d articles, want 67", got)
	}
}

func TestCanonical(t *testing.T) {
	l := embedded(t)
	tests := []struct{ in, want string }{
		{"uu/2014/35#pasal-83", "uu/2002/23#pasal-83"},
		{"uu/2014/35#pasal-76f", "uu/2002/23#pasal-76f"},
		{"uu/2014/35#pasal-83.ayat-1", "uu/2002/23#pasal-83.ayat-1"},
		{"uu/2026/1#pasal-455.ayat-1", "uu/2023/1#pasal-455.ayat-1"},
		{"uu/2014/35#pasal-i", "uu/2014/35#pasal-i"},   // its own article
		{"uu/2014/35#pasal-84", "uu/2014/35#pasal-84"}, // UU 35/2014 does not touch Pasal 84
		{"uu/2014/35", "uu/2014/35"},
		{"uu/2007/21#pasal-2", "uu/2007/21#pasal-2"},
		{"uu/9999/1#pasal-2", "uu/9999/1#pasal-2"},
	}
	for _, tt := range tests {
		if got := l.Canonical(corpus.ParseRef(tt.in)).String(); got != tt.want {
			t.Errorf("Canonical(%s) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// TestPortionOfInsertedArticle finds what only an amending law holds under the law it belongs to.
func TestPortionOfInsertedArticle(t *testing.T) {
	l := embedded(t)
	for in, want := range map[string]string{
		"uu/2002/23#pasal-76f":         "uu/2014/35#pasal-i.angka-62.pasal-76f",
		"uu/2014/35#pasal-76f":         "uu/2014/35#pasal-i.angka-62.pasal-76f",
		"uu/2023/1#pasal-455.ayat-1":   "uu/2023/1#pasal-455.ayat-1",
		"uu/2023/1#pasal-622.ayat-9":   "uu/2023/1#pasal-622.ayat-9",
		"uu/2002/23#pasal-59a.huruf-a": "uu/2014/35#pasal-i.angka-38.pasal-59a.huruf-a",
	} {
		p := l.Portion(corpus.ParseRef(in))
		if p == nil || p.Ref().String() != want {
			t.Errorf("Portion(%s) = %v, want %s", in, p, want)
		}
	}
}
