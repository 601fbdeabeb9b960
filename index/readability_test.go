package index_test

import (
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/index"
)

// TestReadability prints how hard each topic is, and holds those for villagers, pupils and candidates to the limits.
func TestReadability(t *testing.T) {
	l, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	plain := 0
	for _, r := range index.ReadabilityOf(l) {
		t.Logf("%-32s %4d words, %3d sentences, %4.1f words in a sentence (longest %2d), %4.1f%% uncommon: %s",
			r.Material.ID, r.Words, r.Sentences, r.Mean, r.Longest, 100*r.Uncommon, strings.Join(r.Rare, " "))
		for _, p := range r.Problems() {
			t.Error(p)
		}
		if r.Plain() {
			plain++
		}
	}
	if plain == 0 {
		t.Error("no topic is for villagers, pupils or candidates")
	}
}

// TestReadabilityRefuses holds the measure to call a hard text hard, and only for whom it is too hard.
func TestReadabilityRefuses(t *testing.T) {
	const easy = "Korban boleh melapor. Polisi wajib menolong. Jangan takut."
	const long = "Orang yang bekerja di kota dan yang pulang ke desa pada malam hari dengan teman dari kampung lain boleh melapor kepada polisi atau kepala desa."
	const odd = "Ekstradisi yurisprudensi mensubordinasikan konstelasi normatif."
	for _, tt := range []struct {
		name, handout, audience string
		want                    string
	}{
		{"easy", easy, "warga-desa", ""},
		{"long sentences", long, "warga-desa", "kata dalam satu kalimat"},
		{"odd words", odd, "pelajar", "katanya tidak umum"},
		{"for prosecutors", long + " " + odd, "jaksa", ""},
		{"citation does not count", easy + " Lapor (Pasal 2 ayat (1) huruf a Undang-Undang Ekstradisi Yurisprudensi).", "warga-desa", ""},
	} {
		m := &corpus.Material{MaterialMeta: corpus.MaterialMeta{ID: "materi/uji", Audiences: []string{tt.audience}}, Handout: tt.handout}
		ps := index.MeasureMaterial(m).Problems()
		if tt.want == "" && len(ps) > 0 || tt.want != "" && !strings.Contains(ps.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, ps, tt.want)
		}
	}
}
