package corpus_test

import (
	"strings"
	"testing"

	"suluh/corpus"
)

const frontMatter = "---\nid: uu/2007/21\ntitle: X\nshort: UU X\nenacted: 2007-04-19\nin_force: 2007-04-19\nsource: s\n---\n\n# Undang-Undang X\n\n"

// parse reads a body under a correct front matter.
func parse(t *testing.T, body string) *corpus.Work {
	t.Helper()
	w, ps := corpus.ParseWork("x.md", []byte(frontMatter+body))
	if len(ps) > 0 {
		t.Fatalf("problems: %v", ps)
	}
	return w
}

func TestParseStructure(t *testing.T) {
	w := parse(t, strings.Join([]string{
		"## BAB I KETENTUAN UMUM", "## Bagian Kesatu Umum", "### Pasal 1",
		"(1) Ayat satu:", "a. huruf a;", "   1. angka satu;", "      a) lebih dalam;", "   2. angka dua;", "b. huruf b.", "Penutup ayat satu.",
		"(2a) Ayat sisipan.",
		"#### Penjelasan", "Ayat (1)", "Huruf a", "Angka 1", "Cukup jelas.", "Huruf b", "Yang dimaksud:", "a. satu;", "b. dua.", "Ayat (2a)", "Cukup jelas.",
		"### Pasal 76F", "Bunyi.",
		"### Pasal II", "1. Ketentuan Pasal 455 diubah:", "> Pasal 455", ">", "> (1) Baru.", ">", "> a. butir;", "2. Ketentuan lain.",
		"## Penutup", "Disahkan.",
	}, "\n\n"))
	want := map[string]string{
		"bab-i.bagian-kesatu":                       "",
		"pasal-1.ayat-1":                            "Ayat satu: Penutup ayat satu.",
		"pasal-1.ayat-1.huruf-a.angka-1.huruf-a":    "lebih dalam;",
		"pasal-1.ayat-1.huruf-a.angka-2":            "angka dua;",
		"pasal-1.ayat-2a":                           "Ayat sisipan.",
		"pasal-1.penjelasan.ayat-1.huruf-a.angka-1": "Cukup jelas.",
		"pasal-1.penjelasan.ayat-1.huruf-b":         "Yang dimaksud:",
		"pasal-1.penjelasan.ayat-1.huruf-b.huruf-b": "dua.",
		"pasal-1.penjelasan.ayat-2a":                "Cukup jelas.",
		"pasal-76f":                                 "Bunyi.",
		"pasal-ii.angka-1.pasal-455.ayat-1":         "Baru.",
		"pasal-ii.angka-1.pasal-455.ayat-1.huruf-a": "butir;",
		"pasal-ii.angka-2":                          "Ketentuan lain.",
		"penutup":                                   "Disahkan.",
	}
	for fragment, text := range want {
		p := w.Portion(fragment)
		if p == nil {
			t.Errorf("no portion %s", fragment)
			continue
		}
		var own []string
		for _, b := range p.Body {
			if b.Text != nil {
				own = append(own, b.Text.Plain)
			}
		}
		if got := strings.Join(own, " "); got != text {
			t.Errorf("%s says %q, want %q", fragment, got, text)
		}
	}
	if n := len(w.Articles()); n != 3 {
		t.Errorf("%d articles, want 3: a quoted article is no article of the amending law", n)
	}
}

// TestParseLosesNothing counts the words of every text of the corpus before and after reading.
func TestParseLosesNothing(t *testing.T) {
	source := frontMatter + "### Pasal 1\n\n(1) satu\n\na. dua\n\n   1. tiga\n\n      a. empat\n\n         1. lima\n\n> Pasal 9\n>\n> enam\n"
	w, _ := corpus.ParseWork("x.md", []byte(source))
	for _, word := range []string{"satu", "dua", "tiga", "empat", "lima", "enam"} {
		if !strings.Contains(allText(w), word) {
			t.Errorf("%q is lost", word)
		}
	}
}

func allText(w *corpus.Work) string {
	var b strings.Builder
	for _, p := range w.Portions() {
		for _, block := range p.Body {
			if block.Text != nil {
				b.WriteString(block.Text.Plain + "\n")
			}
		}
	}
	return b.String()
}
