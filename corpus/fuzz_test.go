package corpus_test

import (
	"bytes"
	"io/fs"
	"testing"

	"suluh/corpus"
)

// FuzzParseWork reads any file without a panic, and tells each problem on a line that the file has.
func FuzzParseWork(f *testing.F) {
	for _, seed := range []string{
		"",
		"---",
		"---\n---\n",
		"\n---\nid: x\n---\n",
		frontMatter,
		body("### Pasal 1", "(1) Ayat:", "a. huruf:", "   1. angka:", "      a) lebih dalam.", "Penutup."),
		body("## BAB I UMUM", "## Bagian Kesatu Umum", "### Pasal 1", "Bunyi.", "#### Penjelasan", "Ayat (1)", "Huruf a", "Cukup jelas."),
		body("### Pasal I", "1. Diubah:", "> Pasal 455", ">", "> (1) *Baru*.", "> a. butir;", "2. Lain."),
		body("> Pasal 1", "> > a. x", "#### Penjelasan", "Angka 1"),
		body("### Pasal 1", "zz. x", "ab. y", "ke-1 z", "(0) nol", "99999999999999999999. besar"),
		meta("unchecked:", "  - portions: [pasal-1]", "    why: w", "captions:", "  pasal-1: c"),
	} {
		f.Add([]byte(seed))
	}
	source, err := fs.ReadFile(corpus.Texts(), "uu/1999/39.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(source)
	f.Fuzz(func(t *testing.T, source []byte) {
		w, problems := corpus.ParseWork("x.md", source)
		checkLines(t, source, problems)
		for _, p := range w.Portions() {
			if p.Line < 1 || p.Line > lineCount(source) {
				t.Errorf("ParseWork(%q) = portion %s on line %d, want a line of the file", source, p.Fragment, p.Line)
			}
			if w.Portion(p.Fragment) == nil {
				t.Errorf("ParseWork(%q) = portion %s that is not found", source, p.Fragment)
			}
		}
	})
}

// FuzzFrontMatter reads any YAML without a panic, and checks what it says of a good body.
func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"",
		"id: uu/2007/21",
		"id: [x",
		"a: 1\nb: 2\nenacted: 2026-02-30",
		"id: x\nid: y",
		"enacted: {a: b}\nin_force: ~",
		"enacted: >\n  2007-04-19\nin_force:\n  2007-04-19",
		"relations:\n  - type: repeals\n    from: besok\n    target: '#'",
		"unchecked:\n  - portions: [pasal-1, '']\n    why: |\n      w\n\n      w",
		"captions: &a\n  pasal-1: x\nkeywords: *a",
		"id: x\n...\nid: y",
		"\tid: x",
		"unchecked:\n  - portions: !x\n    why: w",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, yaml string) {
		source := []byte("---\n" + yaml + "\n---\n\n# Undang-Undang X\n\n### Pasal 1\n\nBunyi menurut Pasal 1.\n")
		_, problems := corpus.Load(folder(map[string]string{"x.md": string(source)}))
		checkLines(t, source, problems)
	})
}

// FuzzFindCitations finds citations in any text without a panic, in reading order, cut between characters.
func FuzzFindCitations(f *testing.F) {
	for _, seed := range [][2]string{
		{"Pasal 2 ayat (1) jo. Pasal 17 UU No. 21/2007", ""},
		{"sebagaimana dimaksud pada ayat (1), ayat (2), dan ayat (3) huruf a, b, dan c", "uu/2007/21#pasal-48.ayat-1"},
		{"Pasal 79 sampai dengan Pasal 87", "uu/2023/1#pasal-1"},
		{"Pasal 55 KUHP ayat (1) ke-1", ""},
		{"penjelasan Pasal 2 Undang-Undang ini", "uu/2007/21"},
		{"Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak, Pasal 83", ""},
		{"ayat (1) Pasal 48 — “Pasal 1 angka 7”", "#pasal-5"},
		{"pasal 28 D ayat 1 2 3 dan 4", "uud"},
		{"Pasal\xff2 ayat (ı) İ", "uu/2007/21#menimbang"},
		{"Pasal 1 sampai dengan Pasal 99999999999999999999", ""},
		{"Pasal 1 sampai dengan Pasal 999999999", ""},
		{"huruf a sampai dengan huruf z", "uu/2007/21#pasal-1"},
	} {
		f.Add(seed[0], seed[1])
	}
	l := embedded(f)
	day := corpus.MustParseDate("2026-01-02")
	f.Fuzz(func(t *testing.T, text, home string) {
		end := 0
		for _, c := range l.FindCitations(text, corpus.ParseRef(home), day) {
			checkSpan(t, "citation of "+c.Target.String(), text, c.Span)
			if c.Start < end {
				t.Errorf("FindCitations(%q) = %s from %d, want it after the one before, which ends at %d", text, c.Target, c.Start, end)
			}
			end = c.End
		}
	})
}

// FuzzLookup reads any query without a panic. What it returns is resolved just when the collection has it.
func FuzzLookup(f *testing.F) {
	for _, seed := range []string{
		"pasal 2 uu 21 2007", "ps 102 uu tki", "uu tppo 48 ayat 1", "48 uu tppo", "pasal 83", "ayat (1)", "penjelasan pasal 2 uu tppo",
		"pasal 2 sampai dengan pasal 17 uu tppo", "umur 17 tahun", "", "(", "uu", "28 D uud 1945", "İ 1 uu tppo", "1 1 1",
	} {
		f.Add(seed)
	}
	l := embedded(f)
	day := corpus.MustParseDate("2026-01-02")
	f.Fuzz(func(t *testing.T, query string) {
		for _, c := range l.Lookup(query, day) {
			held := l.Work(c.Target.Work) != nil && (c.Target.Fragment == "" || l.Portion(c.Target) != nil)
			if (c.State == corpus.Resolved) != held {
				t.Errorf("Lookup(%q) = %s with state %d, but held = %t", query, c.Target, c.State, held)
			}
		}
	})
}

func lineCount(source []byte) int { return bytes.Count(source, []byte("\n")) + 1 }

// checkLines wants every problem to stand on a line of the file; 0 is for those that have none.
func checkLines(t *testing.T, source []byte, problems corpus.Problems) {
	t.Helper()
	for _, p := range problems {
		if p.Line < 0 || p.Line > lineCount(source) {
			t.Errorf("problem %q of %q, want a line from 0 to %d", p, source, lineCount(source))
		}
	}
}
