package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// exportCorpus is a corpus of one work, quick to export, with the guide to which every page leads.
func exportCorpus(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"uu/2007/21.md":           goodText,
		"uu/2023/1.md":            strings.NewReplacer("2007/21", "2023/1", "2007-04-19", "2023-01-02", "UU X", "UU Y", "### Pasal 1\n", "### Pasal 1\n\nA.\n\n### Pasal 2\n\nB.\n\n### Pasal 3\n").Replace(goodText),
		"panduan/perbandingan.md": "---\nid: panduan/perbandingan\ntitle: Perbandingan\nsummary: Contoh.\nday: 2026-11-24\n---\n\nContoh.\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestExport(t *testing.T) {
	t.Parallel()
	corpusDir, target := exportCorpus(t), filepath.Join(t.TempDir(), "stik", "suluh")
	want := func(r result, status int, words ...string) {
		t.Helper()
		if r.status != status {
			t.Errorf("status %d, want %d: %+v", r.status, status, r)
		}
		for _, w := range words {
			if !strings.Contains(r.stdout+r.stderr, w) {
				t.Errorf("%q is missing in %+v", w, r)
			}
		}
	}
	made := runSuluh(t, "export", "--corpus", corpusDir, "--tanggal", "2026-11-24", target)
	want(made, exitOK, "Suluh menurut keadaan 24 November 2026", " tautan diperiksa, 0 putus\n", "Sidik jari ")
	if made.status != exitOK {
		return
	}
	if made.stderr != "" {
		t.Errorf("stderr %q; no bar is drawn where nobody sees it", made.stderr)
	}
	digest := made.stdout[strings.Index(made.stdout, "Sidik jari "):]
	want(runSuluh(t, "export", "--check", target), exitOK, digest, "Salinan utuh.")
	again := runSuluh(t, "export", "--corpus", corpusDir, "--tanggal", "2026-11-24", target)
	want(again, exitOK, digest)

	page := filepath.Join(target, "uu", "2007", "21.html")
	if err := os.WriteFile(page, []byte("lain"), 0o644); err != nil {
		t.Fatal(err)
	}
	want(runSuluh(t, "export", "--check", target), exitFound, "uu/2007/21.html: berubah", "Salinan tidak utuh: 0 hilang, 1 berubah")

	if err := os.WriteFile(filepath.Join(target, "tugas.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	want(runSuluh(t, "export", "--corpus", corpusDir, target), exitFound, `berisi berkas yang bukan dari suluh export, misalnya "tugas.txt"`)
	want(runSuluh(t, "export", "--corpus", corpusDir, corpusDir), exitFound, "tidak dibuat oleh suluh export")

	file := filepath.Join(t.TempDir(), "suluh.zip")
	want(runSuluh(t, "export", "--corpus", corpusDir, "--zip", "--only", "uu/2007/21", "--base-url", "https://contoh.go.id", file), exitOK, "tautan ke halaman yang tidak ikut disalin")
	want(runSuluh(t, "export", "--check", file), exitOK, "Salinan utuh.")
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "suluh/") || strings.Contains(f.Name, "2023/1") {
			t.Errorf("the zip file holds %s", f.Name)
		}
	}
}

func TestExportMistakes(t *testing.T) {
	t.Parallel()
	corpusDir, nowhere := exportCorpus(t), filepath.Join(t.TempDir(), "x")
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{nil, exitUsage, "folder tujuan belum ditulis"},
		{[]string{"a", "b"}, exitUsage, "terlalu banyak argumen"},
		{[]string{"--zip", nowhere}, exitUsage, "harus ditulis bersama"},
		{[]string{nowhere + ".zip"}, exitUsage, "harus ditulis bersama"},
		{[]string{"--tanggal", "kemarin", nowhere}, exitUsage, `"kemarin" bukan tanggal`},
		{[]string{"--only", "uu/1999/1", nowhere}, exitFound, `"uu/1999/1" bukan karya`},
		{[]string{"--base-url", "contoh", nowhere}, exitFound, "tulis seperti https://"},
		{[]string{"--check", nowhere}, exitFound, "tidak ada"},
		{[]string{"--check", corpusDir}, exitFound, "suluh-export.json tidak ada"},
		{[]string{"--check", filepath.Join(corpusDir, "uu", "2007", "21.md")}, exitFound, "bukan berkas zip"},
		{[]string{filepath.Join(corpusDir, "uu", "2007", "21.md")}, exitFound, "bukan folder"},
	} {
		r := runSuluh(t, append([]string{"export", "--corpus", corpusDir}, c.args...)...)
		if r.status != c.status || !strings.Contains(r.stderr, c.says) {
			t.Errorf("suluh export %q: %+v, want %d and %q", c.args, r, c.status, c.says)
		}
		if _, err := os.Stat(nowhere); err == nil {
			t.Fatalf("suluh export %q left a folder", c.args)
		}
	}
}
