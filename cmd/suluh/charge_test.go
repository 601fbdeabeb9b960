package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const goodFacts = `# Anak dibawa ke Malaysia
tanggal: 2019-05-01
korban-anak: ya
korban-wni: ya
dibawa-ke-luar-negeri: ya
tujuan-tenaga: ya
eksploitasi-di-luar-negeri: ya
tereksploitasi: tidak
`

func factsFile(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "fakta.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestChargeText(t *testing.T) {
	got := runSuluh(t, "charge", factsFile(t, goodFacts))
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(charge) = %d, stderr %q, want %d and nothing", got.status, got.stderr, exitOK)
	}
	for _, want := range []string{
		"# Catatan penimbangan pasal\n", "Perbuatan 1 Mei 2019, ditimbang ", "- Apakah korban warga negara Indonesia? **ya**\n",
		"### PRIMAIR: Pasal 4 UU 21/2007, Membawa WNI ke luar negeri untuk dieksploitasi\n",
		"Ancaman: penjara 4 tahun sampai 20 tahun dan denda Rp160.000.000 sampai Rp800.000.000.\n",
		"| Unsur | Dasar | Keadaan | Alat bukti |\n", "## Yang belum diketahui\n", "## Tidak cocok\n", "## Kerangka surat dakwaan\n", "Bahwa terdakwa ……… pada 1 Mei 2019, di ………,",
	} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("run(charge) does not print %q", want)
		}
	}
}

func TestChargeJSON(t *testing.T) {
	got := runSuluh(t, "charge", "--json", factsFile(t, goodFacts))
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(charge --json) = %d, stderr %q, want %d and nothing", got.status, got.stderr, exitOK)
	}
	var answer map[string]any
	if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil {
		t.Fatalf("run(charge --json) prints no JSON: %v", err)
	}
	if keys := slices.Sorted(maps.Keys(answer)); !slices.Equal(keys, []string{"charges", "date"}) || answer["date"] != "2019-05-01" {
		t.Fatalf("the answer has the keys %q and the date %v, want charges, date and 2019-05-01", keys, answer["date"])
	}
	charges, _ := answer["charges"].([]any)
	if len(charges) == 0 {
		t.Fatal("no charges")
	}
	statuses := []string{"fits", "fits_if", "excluded", "not_law"}
	rank := 0
	for i, c := range charges {
		c, _ := c.(map[string]any)
		if keys := slices.Sorted(maps.Keys(c)); !slices.Equal(keys, []string{"elements", "offence", "penalty", "place", "reasons", "status"}) {
			t.Fatalf("charge %d has the keys %q", i, keys)
		}
		status := slices.Index(statuses, fmt.Sprint(c["status"]))
		if status < rank {
			t.Errorf("charge %d, %v, is %v after %s", i, c["offence"], c["status"], statuses[rank])
		}
		rank = status
		places := []string{""}
		if status == 0 {
			places = []string{"primair", "subsidair", "alternatif", "kumulatif"}
		}
		if place := fmt.Sprint(c["place"]); !slices.Contains(places, place) || (place == "primair") != (i == 0) {
			t.Errorf("charge %d, %v, %v, has the place %q", i, c["offence"], c["status"], place)
		}
		if _, isList := c["reasons"].([]any); !isList || (c["penalty"] == nil) != (c["status"] == "not_law") {
			t.Errorf("charge %d, %v, %v, has the reasons %v and the penalty %v", i, c["offence"], c["status"], c["reasons"], c["penalty"])
		}
		elements, _ := c["elements"].([]any)
		for _, e := range elements {
			e, _ := e.(map[string]any)
			if cites, _ := e["cite"].([]any); e["id"] == "" || e["text"] == "" || len(cites) == 0 || !slices.Contains([]any{"ya", "tidak", "belum diketahui"}, e["state"]) {
				t.Errorf("charge %d, %v, has the element %v", i, c["offence"], e)
			}
		}
		if len(elements) == 0 {
			t.Errorf("charge %d, %v, has no elements", i, c["offence"])
		}
	}
	first, _ := charges[0].(map[string]any)
	penalty, _ := first["penalty"].(map[string]any)
	if first["offence"] != "uu/2007/21#pasal-4" || first["status"] != "fits" || penalty["prison_min"] != 48.0 || penalty["prison_max"] != 240.0 || penalty["fine_max"] != 800e6 {
		t.Errorf("the first charge is %v %v with %v, want uu/2007/21#pasal-4, 48 to 240 months, Rp800 million", first["offence"], first["status"], penalty)
	}
}

func TestChargeBadFacts(t *testing.T) {
	file := factsFile(t, "tanggal: kemarin\nkorban-anak: mungkin\nkorban: ya\n")
	want := result{exitFound, "", file + `:1: tanggal: "kemarin" bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19` + "\n" +
		file + `:2: korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "mungkin"` + "\n" +
		file + `:3: fakta "korban" tidak dikenal; daftar fakta: suluh charge --facts` + "\n"}
	for _, args := range [][]string{{"charge", file}, {"charge", "--json", file}} {
		if got := runSuluh(t, args...); got != want {
			t.Errorf("run(%q) = %+v, want %+v", args, got, want)
		}
	}
}

func TestChargeCommandLine(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "tidak-ada.yaml")
	tests := []struct {
		name   string
		args   []string
		status int
		stderr string // the beginning
	}{
		{"no file named", []string{"charge"}, exitUsage, "suluh: berkas fakta belum ditulis\n"},
		{"two files", []string{"charge", "a", "b"}, exitUsage, `suluh: terlalu banyak argumen: "b"`},
		{"missing file", []string{"charge", missing}, exitFound, fmt.Sprintf("suluh: berkas fakta %q tidak ada\n", missing)},
		{"folder", []string{"charge", t.TempDir()}, exitFound, "suluh: berkas fakta "},
		{"unknown flag", []string{"charge", "--yaml"}, exitUsage, "suluh: pilihan --yaml tidak dikenal"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := runSuluh(t, tt.args...); got.status != tt.status || got.stdout != "" || !strings.HasPrefix(got.stderr, tt.stderr) {
				t.Errorf("run(%q) = %+v, want %d and stderr beginning %q", tt.args, got, tt.status, tt.stderr)
			}
		})
	}
}

// TestChargeFacts lists every fact, and a facts file made from the list is read.
func TestChargeFacts(t *testing.T) {
	got := runSuluh(t, "charge", "--facts")
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(charge --facts) = %d, stderr %q, want %d and nothing", got.status, got.stderr, exitOK)
	}
	_, rules, err := loadRules("")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(got.stdout, "\n"), "\n")
	if len(lines) != len(rules.Facts) {
		t.Fatalf("run(charge --facts) prints %d lines for %d facts", len(lines), len(rules.Facts))
	}
	values := map[string]string{"ya-tidak": "ya", "tanggal": "2019-05-01", "angka": "3"}
	var file strings.Builder
	for i, line := range lines {
		columns := strings.Split(line, "\t")
		if len(columns) != 4 || rules.Fact(columns[0]) == nil || columns[3] != rules.Fact(columns[0]).Question || columns[2] == "" {
			t.Fatalf("line %d is %q", i+1, line)
		}
		fmt.Fprintf(&file, "%s: %s\n", columns[0], values[columns[1]])
	}
	if got := runSuluh(t, "charge", factsFile(t, file.String())); got.status != exitOK || got.stderr != "" {
		t.Errorf("a file with every fact: run(charge) = %d, stderr %q", got.status, got.stderr)
	}
}
