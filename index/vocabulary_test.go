package index

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOneSlip(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"same word", "korban", "korban", false},
		{"both empty", "", "", false},
		{"one letter and none", "a", "", true},
		{"letter wrong at the start", "morban", "korban", true},
		{"letter wrong inside", "korpan", "korban", true},
		{"letter wrong at the end", "korbam", "korban", true},
		{"letter missing at the start", "orban", "korban", true},
		{"letter missing inside", "koban", "korban", true},
		{"letter missing at the end", "korba", "korban", true},
		{"letter twice", "korrban", "korban", true},
		{"letter too many at the end", "korbans", "korban", true},
		{"neighbours changed round at the start", "okrban", "korban", true},
		{"neighbours changed round inside", "kobran", "korban", true},
		{"neighbours changed round at the end", "korbna", "korban", true},
		{"two letters long, changed round", "ab", "ba", true},
		{"letter of two bytes wrong", "korbén", "korban", true},
		{"two letters wrong", "kurbun", "korban", false},
		{"changed round across a letter", "kobarn", "korban", false},
		{"changed round and one wrong", "kobrab", "korban", false},
		{"two letters missing", "korb", "korban", false},
		{"missing and wrong", "kurba", "korban", false},
		{"turned about", "nabrok", "korban", false},
		{"another word of its length", "pidana", "korban", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, pair := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
				if got := oneSlip([]rune(pair[0]), []rune(pair[1])); got != tt.want {
					t.Errorf("oneSlip(%q, %q) = %v, want %v", pair[0], pair[1], got, tt.want)
				}
			}
		})
	}
}

func TestNearest(t *testing.T) {
	d := document{fields: [fieldCount]string{fieldText: "qorvan qorvan qorvan qorvat qorvat qorvap norvan norvan norvan norvan qim borlun torlun torlun"}}
	v := newVocabulary([]document{d})
	tests := []struct {
		name, word string
		want       []string
	}{
		{"the most frequent first, at most three", "qorvax", []string{"qorvan", "qorvat", "qorvap"}},
		{"one is near", "qorvn", []string{"qorvan"}},
		{"letter too many", "qorvanx", []string{"qorvan"}},
		{"first letter wrong for both, the frequent word first", "xorvan", []string{"norvan", "qorvan"}},
		{"the right first letter goes before the frequent word", "btorlun", []string{"borlun", "torlun"}},
		{"two letters away", "qorv", nil},
		{"too short, though one slip away", "xim", nil},
		{"empty", "", nil},
		{"nothing of its length", strings.Repeat("qorvan", 100), nil},
		{"a word of the thesaurus alone", "traffickin", []string{"trafficking"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := v.nearest(tt.word); !slices.Equal(got, tt.want) {
				t.Errorf("nearest(%q) = %q, want %q", tt.word, got, tt.want)
			}
		})
	}
	for stem, want := range map[string]bool{"qorvan": true, "qorvax": false, "": false} {
		if got := v.knows(stem); got != want {
			t.Errorf("knows(%q) = %v, want %v", stem, got, want)
		}
	}
}

func TestCutPhrases(t *testing.T) {
	tests := []struct {
		text    string
		phrases []string
		rest    string
	}{
		{"", nil, ""},
		{"setiap orang", nil, "setiap orang"},
		{`"setiap orang"`, []string{"setiap orang"}, " setiap orang "},
		{`denda "setiap orang" korban`, []string{"setiap orang"}, "denda setiap orang korban"},
		{`"a" "b"`, []string{"a", "b"}, " a  b "},
		{"“a b” „c d“", []string{"a b", "c d"}, " a b  c d "},
		{`"  a  "`, []string{"a"}, " a "},
		{`""`, nil, "  "},
		{`"`, nil, ""},
		{`a "b`, nil, "a  b"},
		{`a" b`, nil, "a  b"},
		{`"a" b "c`, []string{"a"}, " a b  c"},
		{`"""`, nil, "  "},
		{`""""`, nil, "    "},
		{`'a b'`, nil, "'a b'"},
	}
	for _, tt := range tests {
		phrases, rest := cutPhrases(tt.text)
		if !slices.Equal(phrases, tt.phrases) || !slices.Equal(strings.Fields(rest), strings.Fields(tt.rest)) {
			t.Errorf("cutPhrases(%q) = %q, %q, want %q, %q", tt.text, phrases, rest, tt.phrases, tt.rest)
		}
	}
}

// joined writes parts as one line, what matches in brackets.
func joined(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Match {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestSnippet(t *testing.T) {
	filler := strings.Repeat("isi ", 100) // 400 bytes
	tests := []struct {
		name, text string
		matched    map[string]float64
		want       string // exact, or its beginning and its end parted by "|"
	}{
		{"nothing matches", "Zorba kolam.", nil, "Zorba kolam."},
		{"empty text", "", map[string]float64{"zorba": 1}, ""},
		{"every match", "Zorba kolam zorba.", map[string]float64{"zorba": 1}, "[Zorba] kolam [zorba]."},
		{"no match inside a longer word", "Zorbanik zorba.", map[string]float64{"zorba": 1}, "Zorbanik [zorba]."},
		{"text of the limit is whole", strings.Repeat("a", snippetLength), nil, strings.Repeat("a", snippetLength)},
		{"long text without a match is cut at its end", filler, nil, "isi isi |isi isi …"},
		{"at the sentence", filler + "akhir. Di sini zorba. " + filler, map[string]float64{"zorba": 1}, "… Di sini [zorba]. isi|isi …"},
		{"no sentence near: at a word", filler + "di sini zorba. " + filler, map[string]float64{"zorba": 1}, "… isi isi |isi …"},
		{"a number is no end of a sentence", filler + "denda Rp15.000.000,00 (lima belas juta) zorba " + filler, map[string]float64{"zorba": 1},
			"… isi isi isi isi isi isi denda Rp15.000.000,00 (lima belas juta) [zorba]|isi …"},
		{"a line of dots after the word", filler + "akhir. zorba" + strings.Repeat(".", 300), map[string]float64{"zorba": 1}, "… [zorba].|. …"},
		{"the rarer word decides", "zorba. " + filler + filler + "kolam. " + filler, map[string]float64{"zorba": 1, "kolam": 3}, "… isi|isi …"},
		{"two words outweigh one", "tikar. " + filler + "zorba kolam. " + filler, map[string]float64{"zorba": 1, "kolam": 1, "tikar": 1.5}, "… isi|isi …"},
		{"one word many times does not", "tikar. " + filler + "zorba zorba zorba. " + filler, map[string]float64{"zorba": 1, "tikar": 1.5}, "[tikar]. isi|isi …"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parts, _ := snippet(tt.text, tt.matched)
			got := joined(parts)
			if begin, end, ok := strings.Cut(tt.want, "|"); ok {
				if !strings.HasPrefix(got, begin) || !strings.HasSuffix(got, end) {
					t.Errorf("snippet = %q, want %q", got, tt.want)
				}
			} else if got != tt.want {
				t.Errorf("snippet = %q, want %q", got, tt.want)
			}
			for stem, weight := range tt.matched {
				if weight == 3 && !strings.Contains(got, "["+stem+"]") {
					t.Errorf("snippet = %q, want [%s] in it", got, stem)
				}
			}
		})
	}
	t.Run("worth is the weight of different words", func(t *testing.T) {
		_, worth := snippet("zorba zorba kolam", map[string]float64{"zorba": 1, "kolam": 2, "tikar": 4})
		if worth != 3 {
			t.Errorf("worth = %v, want 3", worth)
		}
	})
}

// FuzzSnippet checks that a snippet is a stretch of its text, cut at runes, marks set on whole words.
func FuzzSnippet(f *testing.F) {
	f.Add("Zorba kolam zorba.", "zorba")
	f.Add(strings.Repeat("x", 200)+" "+strings.Repeat("zorba", 100)+" kolam", strings.Repeat("zorba", 100))
	f.Add(strings.Repeat("isi ", 100)+"akhir. zorba"+strings.Repeat(".", 300), "zorba")
	f.Add(strings.Repeat("é", 400), "zorba")
	f.Add(strings.Repeat("isi ", 100)+"Rp15.000.000,00 zorba", "zorba")
	f.Add(strings.Repeat("\u00a0", 300)+"zorba"+strings.Repeat("\u2003", 300), "zorba")
	f.Fuzz(func(t *testing.T, text, query string) {
		text = strings.ToValidUTF8(text, "")
		matched := map[string]float64{}
		for _, w := range stems(query) {
			matched[w.stem]++
		}
		parts, worth := snippet(text, matched)
		var b strings.Builder
		for i, p := range parts {
			if !utf8.ValidString(p.Text) || p.Text == "" {
				t.Errorf("part %q", p.Text)
			}
			b.WriteString(p.Text)
			if !p.Match {
				continue
			}
			if ws := stems(p.Text); len(ws) != 1 {
				t.Errorf("part %d marks %q: %d words, want 1", i, p.Text, len(ws))
			}
		}
		whole := b.String()
		inner, _ := strings.CutPrefix(whole, "… ")
		inner, _ = strings.CutSuffix(inner, " …")
		if !strings.Contains(text, inner) && !strings.Contains(text, whole) {
			t.Errorf("snippet %q is not in %q", whole, text)
		}
		if len(inner) > snippetLength {
			t.Errorf("snippet of %d bytes", len(inner))
		}
		if worth < 0 || worth > 0 && len(matched) == 0 {
			t.Errorf("worth %v of %v", worth, matched)
		}
	})
}
