package importer_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/corpus/importer"
)

// statute is a small work of a given number.
func statute(number int, body string) string {
	return strings.Replace(opening, "NOMOR 7", fmt.Sprintf("NOMOR %d", number), 1) + body + closing
}

// put writes files below a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func folder(t *testing.T, from, to string, opts importer.Options) *importer.Summary {
	t.Helper()
	sources, err := importer.Sources([]string{from})
	if err != nil {
		t.Fatal(err)
	}
	s, err := importer.Folder(t.Context(), sources, to, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFolder(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "baru")
	files := map[string]string{"a/empty.txt": " ", "a/foto.jpg": "x", "a/tanpa-judul.txt": "Pasal 1\nBunyi.", "b/salinan.txt": statute(3, "Pasal 1\nSatu.")}
	for n := 1; n <= 12; n++ {
		files[fmt.Sprintf("a/uu/1999/%d.md", n)] = statute(n, articlesFrom(1, n))
	}
	put(t, from, files)
	steps := 0
	s := folder(t, from, to, importer.Options{Workers: 3, Step: func(done, total int) {
		steps++
		if done != steps || total != 15 {
			t.Errorf("step %d of %d, want %d of 15", done, total, steps)
		}
	}})
	failed := map[string]string{}
	for _, d := range s.Files {
		if d.Failed != "" {
			failed[filepath.Base(d.Source)] = d.Failed
		}
	}
	if got := s.Totals(); got.Works != 12 || got.Failed != 3 || got.Articles != 78 || got.Full != 12 || s.Kept != 0 {
		t.Errorf("totals = %+v, %d kept, want 12 works with 78 articles, 3 failed", got, s.Kept)
	}
	for file, want := range map[string]string{"empty.txt": "kosong", "tanpa-judul.txt": "tidak terbaca dari judul", "salinan.txt": "uu/1999/3 sudah diimpor dari " + filepath.Join(from, "a/uu/1999/3.md")} {
		if !strings.Contains(failed[file], want) {
			t.Errorf("%s failed with %q, want %q", file, failed[file], want)
		}
	}
	l, problems := corpus.Load(os.DirFS(to))
	if len(problems) > 0 || len(l.Works()) != 12 || len(l.Work("uu/1999/12").Articles()) != 12 {
		t.Errorf("the corpus has %d works and complains of %v", len(l.Works()), problems)
	}
	report, err := os.ReadFile(filepath.Join(to, importer.ReportFolder, "uu/1999/12.txt"))
	if err != nil || !strings.Contains(string(report), "Pasal: 12 (1–12)") {
		t.Errorf("report: %v\n%s", err, report)
	}
	table, err := os.ReadFile(filepath.Join(to, importer.ReportFolder, "ringkasan.tsv"))
	if err != nil || strings.Count(string(table), "\n") != 16 {
		t.Errorf("table: %v\n%s", err, table)
	}
}

// TestFolderGoesOn breaks an import off, changes a source, and goes on.
func TestFolderGoesOn(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	files := map[string]string{}
	for n := 1; n <= 20; n++ {
		files[fmt.Sprintf("uu/1999/%d.txt", n)] = statute(n, "Pasal 1\nBunyi.")
	}
	put(t, from, files)
	sources, err := importer.Sources([]string{from})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = importer.Folder(ctx, sources, to, importer.Options{Workers: 1, Step: func(done, _ int) {
		if done == 8 {
			cancel()
		}
	}})
	if err == nil {
		t.Fatal("an import that was broken off reports no error")
	}
	// A machine that stops may leave half a line in the journal.
	journal := filepath.Join(to, importer.ReportFolder, "jurnal.jsonl")
	old, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(journal, append(old, `{"source":"x`...), 0o644); err != nil {
		t.Fatal(err)
	}
	put(t, from, map[string]string{"uu/1999/1.txt": statute(1, "Pasal 1\nBaru.\nPasal 2\nLagi.")})
	if err := os.Remove(filepath.Join(to, "uu/1999/10.md")); err != nil {
		t.Fatal(err) // "10" comes second in the order of names
	}
	if s := folder(t, from, to, importer.Options{}); s.Kept != 6 || s.Totals().Works != 20 || s.Totals().Articles != 21 {
		t.Errorf("%d kept of %+v, want 6: all of before but the changed and the removed one", s.Kept, s.Totals())
	}
	if s := folder(t, from, to, importer.Options{}); s.Kept != 20 {
		t.Errorf("%d kept, want all", s.Kept)
	}
	if s := folder(t, from, to, importer.Options{Force: true}); s.Kept != 0 || s.Totals().Works != 20 {
		t.Errorf("with Force %d kept, want none", s.Kept)
	}
}

func TestSources(t *testing.T) {
	if _, err := importer.Sources([]string{filepath.Join(t.TempDir(), "tiada")}); err == nil {
		t.Error("a folder that is not there gives no error")
	}
	dir := t.TempDir()
	put(t, dir, map[string]string{"b.md": "x", "a.PDF": "x", "c.docx": "x"})
	got, err := importer.Sources([]string{dir, filepath.Join(dir, "b.md")})
	if want := []string{filepath.Join(dir, "a.PDF"), filepath.Join(dir, "b.md")}; err != nil || strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("Sources = %v, %v, want %v", got, err, want)
	}
}
