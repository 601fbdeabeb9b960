package indonesian_test

import (
	"bufio"
	"bytes"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"

	"suluh/index/indonesian"
)

// The least shares of right answers, measured 2026-11-24 and rounded down: on the lists of pairs_test.go, which the tables were
// written against, and on testdata/heldout.txt, which they were not.
const (
	leastPairs   = 0.99
	leastHeldOut = 0.90
)

// TestAgainstSnowball compares the stemmer with the one of Snowball (Tala's algorithm), as Debian's libstemmer-tools has it: on the word
// lists, where it must be better, and word for word over the corpus, where the differences are logged for reading.
func TestAgainstSnowball(t *testing.T) {
	command, err := exec.LookPath("stemwords")
	if err != nil {
		if os.Getenv("SULUH_REQUIRE_ALL") == "1" {
			t.Fatal("stemwords is missing: apt-get install libstemmer-tools")
		}
		t.Skip("stemwords is missing: apt-get install libstemmer-tools")
	}
	snowball := func(words []string) map[string]string {
		return stemwords(t, command, words)
	}

	t.Run("pairs", func(t *testing.T) { comparePairs(t, wordPairs(), snowball, leastPairs) })
	t.Run("held out", func(t *testing.T) { comparePairs(t, heldOut(t), snowball, leastHeldOut) })
	t.Run("corpus", func(t *testing.T) { compareCorpus(t, snowball) })
}

// stemwords runs the command on words and returns their stems.
func stemwords(t *testing.T, command string, words []string) map[string]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), command, "-l", "indonesian")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("stemwords: %v", err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(words) {
		t.Fatalf("stemwords: %d stems for %d words", len(lines), len(words))
	}
	stems := make(map[string]string, len(words))
	for i, word := range words {
		stems[word] = lines[i]
	}
	return stems
}

// comparePairs counts how often each stemmer joins what must be joined and parts what must be parted.
func comparePairs(t *testing.T, pairs []wordPair, snowball func([]string) map[string]string, least float64) {
	theirs := snowball(wordsOf(pairs))
	var ours, other, merges, oursMerged, otherMerged int
	for _, p := range pairs {
		right := (stemParts(p.a, indonesian.Stem) == stemParts(p.b, indonesian.Stem)) == p.same
		otherRight := (stemParts(p.a, func(w string) string { return theirs[w] }) == stemParts(p.b, func(w string) string { return theirs[w] })) == p.same
		ours += count(right)
		other += count(otherRight)
		if p.same {
			merges++
			oursMerged += count(right)
			otherMerged += count(otherRight)
		} else if !right {
			t.Logf("joined: %s, %s", p.a, p.b)
		}
		if p.same && !right {
			t.Logf("parted: %s (%s), %s (%s)", p.a, indonesian.Stem(p.a), p.b, indonesian.Stem(p.b))
		}
	}
	n := len(pairs)
	t.Logf("to merge: %d pairs, ours %d, Snowball %d", merges, oursMerged, otherMerged)
	t.Logf("to keep apart: %d pairs, ours %d, Snowball %d", n-merges, ours-oursMerged, other-otherMerged)
	t.Logf("right: ours %d of %d = %.4f, Snowball %d = %.4f", ours, n, share(ours, n), other, share(other, n))
	t.Logf("words of different roots under one stem: ours %d pairs, Snowball %d",
		collisions(pairs, indonesian.Stem), collisions(pairs, func(w string) string { return theirs[w] }))
	if share(ours, n) < least {
		t.Errorf("ours is right on %.4f, want at least %.2f", share(ours, n), least)
	}
	if ours <= other {
		t.Errorf("ours is right on %d pairs, Snowball on %d", ours, other)
	}
}

// collisions counts the pairs of words with different heads (the first word of a group to merge, or the root) that share a stem, over
// everything that is to merge.
func collisions(pairs []wordPair, stem func(string) string) int {
	heads := map[string]map[string]int{} // stem, head, words
	for _, p := range pairs {
		if !p.same || strings.Contains(p.a+p.b, "-") {
			continue
		}
		head, word := p.a, p.b
		if len(head) > len(word) {
			head, word = word, head // the held-out list has the root second
		}
		s := stem(word)
		if heads[s] == nil {
			heads[s] = map[string]int{}
		}
		heads[s][head]++
	}
	joined := 0
	for _, byHead := range heads {
		words, squares := 0, 0
		for _, n := range byHead {
			words += n
			squares += n * n
		}
		joined += (words*words - squares) / 2
	}
	return joined
}

// stemParts stems a word as an index would see it: the halves of a reduplication one by one, the first if they are alike.
func stemParts(word string, stem func(string) string) string {
	left, right, ok := strings.Cut(word, "-")
	if !ok {
		return stem(word)
	}
	if l, r := stem(left), stem(right); l != r {
		return l + " " + r
	}
	return stem(left)
}

// wordsOf returns the distinct words of pairs, cut at hyphens.
func wordsOf(pairs []wordPair) []string {
	words := map[string]bool{}
	for _, p := range pairs {
		for _, word := range strings.FieldsFunc(p.a+"-"+p.b, func(r rune) bool { return r == '-' }) {
			words[word] = true
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// heldOut reads testdata/heldout.txt: a word and its root are to merge.
func heldOut(t *testing.T) []wordPair {
	t.Helper()
	data, err := os.ReadFile("testdata/heldout.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []wordPair
	scanner := bufio.NewScanner(bytes.NewReader(data))
	for scanner.Scan() {
		fields := strings.Fields(scanner.Text())
		if len(fields) != 2 || fields[0] == "#" {
			continue
		}
		pairs = append(pairs, wordPair{fields[0], fields[1], true})
	}
	return pairs
}

// differences sorts the words on which the stemmers differ by how they differ.
type differences map[string][]string

// compareCorpus logs, over the distinct words of the corpus, how often the stemmers give the same stem, and examples where not.
func compareCorpus(t *testing.T, snowball func([]string) map[string]string) {
	words := corpusWords(t)
	if len(words) == 0 {
		t.Fatal("corpus/texts holds no text")
	}
	theirs := snowball(words)
	agree := 0
	differ := differences{}
	for _, word := range words {
		ours, other := indonesian.Stem(word), theirs[word]
		if ours == other {
			agree++
			continue
		}
		class := "the stems have one length"
		switch {
		case strings.HasPrefix(ours, other) || strings.HasSuffix(ours, other):
			class = "Snowball takes off more"
		case strings.HasPrefix(other, ours) || strings.HasSuffix(other, ours):
			class = "ours takes off more"
		case len(ours) > len(other):
			class = "ours is longer, by another letter or spelling"
		case len(ours) < len(other):
			class = "ours is shorter, by another letter or spelling"
		}
		differ[class] = append(differ[class], word+" "+ours+"|"+other)
	}
	t.Logf("%d distinct words: the stemmers agree on %d (%.1f%%)", len(words), agree, 100*share(agree, len(words)))
	for _, class := range slices.Sorted(maps.Keys(differ)) {
		list := differ[class]
		t.Logf("%d: %s, e.g. (ours|Snowball)", len(list), class)
		for i := range min(20, len(list)) {
			t.Logf("    %s", list[i*len(list)/min(20, len(list))])
		}
	}
	// The stemmers share their aim: an agreement below a third would mean that one of them, or this test, is broken.
	if share(agree, len(words)) < 1.0/3 {
		t.Errorf("the stemmers agree on %.1f%% of the words only", 100*share(agree, len(words)))
	}
}

// corpusWords returns the distinct words of the corpus that stemming is about: letters only, no stop words.
func corpusWords(t *testing.T) []string {
	stop := indonesian.StopWords()
	words := map[string]bool{}
	for _, token := range indonesian.NewExact().Analyze(corpusText(t)) {
		word := string(token.Term)
		if token.Type != analysis.Numeric && !stop[word] && !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
			words[word] = true
		}
	}
	return slices.Sorted(maps.Keys(words))
}

func share(part, whole int) float64 { return float64(part) / float64(whole) }

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
