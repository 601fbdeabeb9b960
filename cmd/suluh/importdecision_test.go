package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportDecision(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	good := write("putusan.xml", `<putusan id="0123456789abcdef0123456789abcdef" lembaga_peradilan="pn-kota">
<kepala_putusan>putusan nomor 7 pid b 2012 pn kt pengadilan negeri kota yang mengadili</kepala_putusan>
<riwayat_dakwaan>perbuatan terdakwa melati diatur dan diancam pidana dalam pasal 2 ayat 1 uu no 21 tahun 2007</riwayat_dakwaan>
<amar_putusan>mengadili 1 menyatakan terdakwa melati bersalah 2 menjatuhkan pidana penjara selama 3 tiga tahun</amar_putusan>
</putusan>`)
	got := runSuluh(t, "import-decision", good)
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(import-decision) = %d, stderr %q", got.status, got.stderr)
	}
	for _, want := range []string{"id: putusan/pn-kota/2012/7-pid.b\n", "source: 0123456789abcdef0123456789abcdef\n", `articles: ["uu/2007/21#pasal-2.ayat-1"]`, "sentence: {prison: 3 tahun}", "Tidak terbaca oleh mesin: hari putusan"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("import-decision prints\n%s\nwant %q in it", got.stdout, want)
		}
	}
	if strings.Contains(got.stdout, "melati") {
		t.Error("import-decision tells the name of a defendant")
	}
	for name, tt := range map[string]struct{ file, want string }{
		"no file":     {filepath.Join(dir, "tidak-ada"), "tidak terbaca"},
		"a folder":    {dir, "bukan naskah satu putusan"},
		"no judgment": {write("surat.txt", "Surat biasa."), "bukan naskah putusan"},
		"broken XML":  {write("rusak.xml", "<putusan>\n<x"), "baris 2: XML tidak terbaca"},
	} {
		if got := runSuluh(t, "import-decision", tt.file); got.status == exitOK || !strings.Contains(got.stderr, tt.want) {
			t.Errorf("%s: run(import-decision) = %d, stderr %q, want %q in it", name, got.status, got.stderr, tt.want)
		}
	}
}
