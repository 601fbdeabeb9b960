package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suluh/corpus"
)

// officialCopy writes a copy of goodText's work and returns its path.
func officialCopy(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

const (
	sameCopy  = "UNDANG-UNDANG X\nPasal 1\nBunyi.\n"
	otherCopy = "UNDANG-UNDANG X\nPasal 1\nBunyi lain.\n"
)

func TestVerify(t *testing.T) {
	dir, _ := corpusFolder(t, goodText)
	same := officialCopy(t, "lembaran negara.txt", sameCopy)
	other := officialCopy(t, "lain.txt", otherCopy)
	misread := officialCopy(t, "pindaian.txt", "Pasal l\nBunyi.\n")
	tests := []struct {
		name   string
		args   []string
		status int
		want   []string
	}{
		{"the same words", []string{"--against", same}, exitOK, []string{"1 pasal: 1 sama\n", "\nchecked: \"dicocokkan dengan lembaran negara.txt (SHA-256 "}},
		{"a portion", []string{"--against", same, "--portions", "pasal-1,"}, exitOK, []string{"tanpa perbedaan kata; hanya Pasal 1\"\n"}},
		{"another word", []string{"--against", other}, exitFound, []string{"1 pasal: 1 berbeda\n", "Pasal 1, baris 3\n    Pasal 1 Bunyi. {+lain.+}\n"}},
		{"a misreading", []string{"--against", misread}, exitOK, []string{"korpus “1”, salinan “l”", "; 1 kata salinan kemungkinan salah baca\""}},
		{"a misreading, strict", []string{"--strict", "--against", misread}, exitFound, []string{"dihitung sebagai perbedaan karena --strict"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, append([]string{"verify", "--corpus", dir, "uu/2007/21"}, tt.args...)...)
			if got.status != tt.status || got.stderr != "" {
				t.Errorf("run(verify %q) = %d, stderr %q, want %d and nothing", tt.args, got.status, got.stderr, tt.status)
			}
			for _, want := range tt.want {
				if !strings.Contains(got.stdout, want) {
					t.Errorf("run(verify %q) prints %q, want %q in it", tt.args, got.stdout, want)
				}
			}
			if checked := strings.Contains(got.stdout, "\nchecked: "); checked != (tt.status == exitOK) {
				t.Errorf("run(verify %q) prints a line for the front matter: %t, want %t", tt.args, checked, !checked)
			}
		})
	}
}

// TestVerifyCheckedLine puts the line into the front matter, as the user is told to.
func TestVerifyCheckedLine(t *testing.T) {
	dir, file := corpusFolder(t, goodText)
	got := runSuluh(t, "verify", "--corpus", dir, "--against", officialCopy(t, `LN 58: "2007" #1.txt`, sameCopy), "uu/2007/21")
	_, line, ok := strings.Cut(got.stdout, "\nchecked: ")
	if !ok {
		t.Fatalf("run(verify) prints %q, want a line for the front matter", got.stdout)
	}
	text := strings.Replace(goodText, "source: s\n", "source: s\nchecked: "+strings.TrimSpace(line)+"\n", 1)
	w, problems := corpus.ParseWork(file, []byte(text))
	want := `dicocokkan dengan LN 58: "2007" #1.txt (SHA-256 `
	if len(problems) > 0 || !strings.HasPrefix(w.Checked, want) || !strings.HasSuffix(w.Checked, " pada "+corpus.DateOf(time.Now()).Long()+", tanpa perbedaan kata") {
		t.Errorf("the front matter says %q with problems %v, want %q… and today", w.Checked, problems, want)
	}
}

func TestVerifyHTML(t *testing.T) {
	dir, _ := corpusFolder(t, goodText)
	other := officialCopy(t, "lain.txt", otherCopy)
	page := filepath.Join(t.TempDir(), "laporan.html")
	got := runSuluh(t, "verify", "--corpus", dir, "--against", other, "--html", page, "uu/2007/21")
	if got.status != exitFound {
		t.Errorf("run(verify --html) = %d, want %d", got.status, exitFound)
	}
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(html), "lain.</ins>") {
		t.Errorf("the report %q does not show the added word", html)
	}
	page = filepath.Join(t.TempDir(), "tidak", "ada.html")
	if got := runSuluh(t, "verify", "--corpus", dir, "--against", other, "--html", page, "uu/2007/21"); got.status != exitFound || !strings.HasPrefix(got.stderr, "suluh: laporan ") {
		t.Errorf("run(verify --html %q) = %d, stderr %q, want %d and why", page, got.status, got.stderr, exitFound)
	}
}

func TestVerifyMistakes(t *testing.T) {
	dir, _ := corpusFolder(t, goodText)
	same := officialCopy(t, "a.txt", sameCopy)
	missing := filepath.Join(dir, "tidak-ada.pdf")
	tests := []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"no id", []string{"--against", same}, exitUsage, "id karya belum ditulis, misalnya uu/2007/21"},
		{"two ids", []string{"--against", same, "uu/2007/21", "b"}, exitUsage, `terlalu banyak argumen: "b"`},
		{"no copy", []string{"uu/2007/21"}, exitUsage, "salinan resmi belum disebut; tulis --against BERKAS"},
		{"unknown id", []string{"--against", same, "uu/2007/12"}, exitUsage, `karya "uu/2007/12" tidak ada dalam korpus; yang terdekat: uu/2007/21`},
		{"unknown portion", []string{"--against", same, "--portions", "pasal-12", "uu/2007/21"}, exitUsage, `--portions: uu/2007/21: bagian "pasal-12" tidak ada dalam karya ini; maksudnya "pasal-1"?`},
		{"no file", []string{"--against", missing, "uu/2007/21"}, exitFound, "salinan \"" + missing + "\" tidak ada"},
		{"folder", []string{"--against", dir, "uu/2007/21"}, exitFound, "salinan \"" + dir + "\" adalah folder; sebut satu berkas"},
		{"empty", []string{"--against", officialCopy(t, "b.txt", ""), "uu/2007/21"}, exitFound, "b.txt kosong"},
		{"picture", []string{"--against", officialCopy(t, "b.png", "\x89PNG"), "uu/2007/21"}, exitFound, "b.png tidak dapat dibaca: gambar PNG"},
		{"another text", []string{"--against", officialCopy(t, "b.txt", "Tumis bawang."), "uu/2007/21"}, exitFound, "uu/2007/21 dengan "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, append([]string{"verify", "--corpus", dir}, tt.args...)...)
			if got.status != tt.status || got.stdout != "" || !strings.HasPrefix(got.stderr, "suluh: "+tt.want) {
				t.Errorf("run(verify %q) = %d, %q, stderr %q, want %d, nothing, stderr beginning %q", tt.args, got.status, got.stdout, got.stderr, tt.status, "suluh: "+tt.want)
			}
		})
	}
}

// TestVerifyReference does as a user would: a statute of the program with a public copy of it.
func TestVerifyReference(t *testing.T) {
	file := filepath.Join("..", "..", "..", "shared", "reference", "uu-2004-39.md")
	if _, err := os.Stat(file); err != nil && os.Getenv("SULUH_REQUIRE_ALL") != "1" {
		t.Skipf("no reference text: %v", err)
	}
	got := runSuluh(t, "verify", "--against", file, "uu/2004/39")
	if got.status != exitOK || !strings.Contains(got.stdout, "109 pasal: 109 sama\n") {
		t.Errorf("run(verify uu/2004/39) = %+v, want %d and all articles agreeing", got, exitOK)
	}
}
