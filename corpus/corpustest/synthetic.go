// Package corpustest makes works for tests that need many of them.
//
// Its works are in the format of suluh/corpus, as `suluh import` writes them, with the mark "imported". Their words are
// drawn from a list by a random generator with a fixed seed: they read like statutes and say nothing. So that nobody
// takes them for law, they carry years before the Republic, are called "Contoh ke-17", and say what they are.
package corpustest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// Years of the synthetic works: in them no statute of the Republic can have been enacted.
const (
	firstYear = 1915
	lastYear  = 1944
)

// Synthetic returns n works, each a file under its id: "uu/1915/1.md". The same n gives the same files, and a larger n
// the same ones and more.
func Synthetic(n int) fstest.MapFS {
	files := fstest.MapFS{}
	for i := range n {
		id, text := work(i + 1)
		files[id+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// work writes the work with a number from 1.
func work(number int) (id, text string) {
	w := &writer{random: rand.New(rand.NewPCG(uint64(number), 21_2007))}
	kind, name := "pp", "Peraturan Pemerintah"
	if number%4 == 1 { // a quarter are statutes, as in the state gazette
		kind, name = "uu", "Undang-Undang"
	}
	year := firstYear + number%(lastYear-firstYear+1)
	w.self, w.articles = name, 4+w.random.IntN(9)*w.random.IntN(9)
	w.printf("---\nid: %s/%d/%d\ntitle: Contoh ke-%d\nshort: %s %d/%d\nextent: full\n", kind, year, number, number, strings.ToUpper(kind), number, year)
	w.printf("enacted: %d-%02d-%02d\nsource: Naskah contoh buatan program untuk pengujian, bukan hukum.\n", year, 1+number%12, 1+number%28)
	w.printf("imported: skor 100 dari 100\n---\n\n# %s Nomor %d Tahun %d tentang Contoh ke-%d\n", name, number, year, number)
	w.printf("\n## Menimbang\n\na. bahwa naskah ini contoh buatan program untuk pengujian dan bukan hukum;\n\nb. bahwa %s;\n", w.clause())
	w.body()
	return fmt.Sprintf("%s/%d/%d", kind, year, number), w.text.String()
}

// writer writes one work.
type writer struct {
	random   *rand.Rand
	text     strings.Builder
	self     string // what the work calls itself
	articles int
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.text, format, args...) }

func (w *writer) body() {
	romans := []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}
	perChapter := 1 + (w.articles-1)/len(romans)
	for n := range w.articles {
		if n%perChapter == 0 {
			w.printf("\n## BAB %s %s\n", romans[n/perChapter], strings.ToUpper(w.noun()))
		}
		w.printf("\n### Pasal %d\n\n", n+1)
		w.article(n)
		if w.random.IntN(2) == 0 {
			w.printf("#### Penjelasan\n\n%s\n\n", w.elucidation())
		}
	}
}

// article writes an article: one paragraph, ayat, or a list.
func (w *writer) article(n int) {
	switch w.random.IntN(4) {
	case 0:
		w.printf("%s.\n\n", w.sentence(n))
	case 1:
		w.printf("%s meliputi:\n\n", w.subject())
		for i := range 2 + w.random.IntN(6) {
			w.printf("%c. %s;\n\n", 'a'+i, w.noun())
		}
	default:
		for i := range 2 + w.random.IntN(5) {
			w.printf("(%d) %s.\n\n", i+1, w.sentence(n))
		}
	}
}

func (w *writer) elucidation() string {
	if w.random.IntN(3) > 0 {
		return "Cukup jelas."
	}
	return fmt.Sprintf("Yang dimaksud dengan “%s” adalah %s.", w.noun(), w.clause())
}

// sentence writes a rule of the article n.
func (w *writer) sentence(n int) string {
	s := w.subject() + " " + w.clause()
	switch w.random.IntN(6) {
	case 0:
		s += fmt.Sprintf(" sebagaimana dimaksud dalam Pasal %d", 1+w.random.IntN(w.articles))
	case 1:
		s += fmt.Sprintf(" sebagaimana dimaksud pada ayat (%d)", 1+w.random.IntN(2))
	case 2:
		s += " sesuai dengan ketentuan peraturan perundang-undangan"
	case 3:
		years := 1 + w.random.IntN(15)
		s = fmt.Sprintf("Setiap orang yang %s, dipidana dengan pidana penjara paling lama %d tahun dan pidana denda paling banyak Rp%d.000.000,00", w.clause(), years, 10*years)
	case 4:
		if n > 0 {
			s = fmt.Sprintf("Ketentuan lebih lanjut mengenai %s diatur dengan Peraturan Pemerintah", w.noun())
		}
	}
	return s
}

// subject, clause and noun write pieces of a sentence.
func (w *writer) subject() string {
	return w.pick(subjects) + " " + w.word()
}

func (w *writer) clause() string {
	s := w.pick(verbs) + " " + w.noun()
	if w.random.IntN(2) == 0 {
		s += " " + w.pick(links) + " " + w.noun()
	}
	if w.random.IntN(4) == 0 {
		s += " dalam " + w.self + " ini"
	}
	return s
}

func (w *writer) noun() string {
	s := w.word()
	for w.random.IntN(3) > 0 {
		s += " " + w.word()
	}
	return s
}

func (w *writer) pick(list []string) string { return list[w.random.IntN(len(list))] }

// word draws a word: a few are everywhere, many are rare, and one in twenty is in no dictionary, as in scanned texts.
func (w *writer) word() string {
	if w.random.IntN(20) == 0 {
		return w.pick(syllables) + w.pick(syllables) + w.pick(syllables)
	}
	at := w.random.Float64()
	return words[int(at*at*float64(len(words)))]
}
