package corpustest_test

import (
	"bytes"
	"testing"

	"suluh/corpus"
	"suluh/corpus/corpustest"
)

// TestSynthetic holds the works to the checks of the corpus: whoever tests with them tests with what a folder may hold.
func TestSynthetic(t *testing.T) {
	files := corpustest.Synthetic(40)
	l, problems := corpus.Load(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	articles, elucidations := 0, 0
	for _, w := range l.Works() {
		if w.Imported == "" || w.Enacted.Year >= 1945 {
			t.Errorf("%s passes for law: imported %q, enacted %s", w.ID, w.Imported, w.Enacted)
		}
		articles += len(w.Articles())
		for _, a := range w.Articles() {
			if a.Plain() == "" {
				t.Errorf("%s is empty", a.Ref())
			}
			if a.Elucidation() != nil {
				elucidations++
			}
		}
	}
	if len(l.Works()) != 40 || articles < 400 || elucidations < articles/3 {
		t.Errorf("%d works with %d articles and %d elucidations, want 40 works with 400 articles and more, a third of them explained",
			len(l.Works()), articles, elucidations)
	}
}

func TestSyntheticIsStable(t *testing.T) {
	few, many := corpustest.Synthetic(3), corpustest.Synthetic(9)
	if len(few) != 3 || len(many) != 9 {
		t.Fatalf("%d and %d works, want 3 and 9", len(few), len(many))
	}
	for name, f := range few {
		if many[name] == nil || !bytes.Equal(f.Data, many[name].Data) {
			t.Errorf("%s changes with the number of works", name)
		}
	}
}
