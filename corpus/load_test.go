package corpus_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/corpus"
)

// TestLoadAlike loads a folder again and again: that its files are read several at a time must not show.
func TestLoadAlike(t *testing.T) {
	folder := fstest.MapFS{}
	for i := range 40 {
		text := fmt.Sprintf("---\nid: uu/2001/%d\ntitle: T\nsource: s\n---\n\n# Undang-Undang Nomor %[1]d Tahun 2001 tentang T\n\n### Pasal 1\n\nLihat Pasal 9, Pasal 7 Undang-Undang Nomor %d Tahun 2001, dan Pasal 1.\n\n### Pasal 3\n", i%30, i+1)
		folder[fmt.Sprintf("uu/2001/%02d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := range 3 {
		for file, text := range decisionFolder("54", fmt.Sprint(54+i)) {
			if file == "putusan/pn-kota/2016/54-pid.sus.md" {
				file = fmt.Sprintf("putusan/pn-kota/2016/%d-pid.sus.md", 54+i)
			}
			folder[file] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	describe := func() []string {
		l, problems := corpus.Load(folder)
		out := []string{l.Version(), problems.Error()}
		for _, c := range l.Unresolved() {
			out = append(out, fmt.Sprint(c.From.Ref(), c.Target, c.Span, c.State))
		}
		for _, w := range l.Works() {
			for _, c := range l.CitedBy(corpus.Ref{Work: w.ID, Fragment: "pasal-1"}) {
				out = append(out, fmt.Sprint(w.File, c.From.Ref(), c.Span))
			}
		}
		for _, d := range l.Decisions() {
			out = append(out, d.ID)
		}
		return out
	}
	want := describe()
	if len(want) < 40 {
		t.Fatalf("the folder has %d things to tell, want many", len(want))
	}
	for range 10 {
		if got := describe(); !slices.Equal(got, want) {
			t.Fatalf("loaded again the folder is %q, want %q", got, want)
		}
	}
	if problem := "55-pid.sus.md:10: source 0123456789abcdef0123456789abcdef sudah dipakai oleh putusan/pn-kota/2016/54-pid.sus.md"; !strings.Contains(want[1], problem) {
		t.Errorf("the problems are %s, want %q among them", want[1], problem)
	}
}
