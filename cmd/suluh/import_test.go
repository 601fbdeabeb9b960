package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const statuteAsFound = `PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 3 TAHUN 1998 TENTANG JALAN DESA DENGAN RAHMAT TUHAN YANG MAHA ESA
Menimbang : bahwa jalan perlu; Mengingat : Pasal 5 ayat (2) Undang-Undang Dasar 1945; MEMUTUSKAN: Menetapkan : PERATURAN PEMERINTAH TENTANG JALAN DESA.
Pasal 1 Jalan dibuat. Pasal 3 Peraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya. Ditetapkan di Jakarta pada tanggal 5 Mei 1998 PRESIDEN REPUBLIK INDONESIA, ttd.
`

func TestImport(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "nasional")
	if err := os.WriteFile(filepath.Join(from, "unduhan.txt"), []byte(statuteAsFound), 0o644); err != nil {
		t.Fatal(err)
	}
	got := runSuluh(t, "import", "--to", to, from)
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(import) = %d, stderr %q", got.status, got.stderr)
	}
	for _, want := range []string{"1 berkas: 1 peraturan (0 tidak berubah sejak impor terakhir), 0 gagal", "2 pasal ditemukan, 1 hilang", "belum diperiksa"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("run(import) prints %q, want %q in it", got.stdout, want)
		}
	}
	if got := runSuluh(t, "check", to); got.status != exitOK {
		t.Errorf("run(check) = %d: %s", got.status, got.stdout)
	}
	report, err := os.ReadFile(filepath.Join(to, "impor", "pp", "1998", "3.txt"))
	if err != nil || !strings.Contains(string(report), "Pasal 2 tidak ditemukan sebelum Pasal 3") {
		t.Errorf("report: %v\n%s", err, report)
	}
	if got := runSuluh(t, "import", "--to", to, from); !strings.Contains(got.stdout, "1 peraturan (1 tidak berubah") {
		t.Errorf("run(import) again prints %q", got.stdout)
	}
}

func TestImportRefuses(t *testing.T) {
	empty := t.TempDir()
	bad := filepath.Join(t.TempDir(), "bad.txt")
	if err := os.WriteFile(bad, []byte("Pasal 1\nBunyi."), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"no source", []string{"--to", "x"}, exitUsage, "berkas atau folder belum ditulis"},
		{"no target", []string{empty}, exitUsage, "tulis --to FOLDER"},
		{"jobs", []string{"--to", "x", "--jobs", "-1", empty}, exitUsage, "perlu 1 atau lebih"},
		{"nothing there", []string{"--to", "x", filepath.Join(empty, "tiada")}, exitFound, "tidak terbaca"},
		{"empty folder", []string{"--to", "x", empty}, exitFound, "tidak ada naskah"},
		{"no statute", []string{"--to", filepath.Join(empty, "y"), bad}, exitFound, "tidak terbaca dari judul"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, append([]string{"import"}, tt.args...)...)
			if got.status != tt.status || !strings.Contains(got.stdout+got.stderr, tt.want) {
				t.Errorf("run(import %q) = %d, %q, want %d and %q", tt.args, got.status, got.stdout+got.stderr, tt.status, tt.want)
			}
		})
	}
}
