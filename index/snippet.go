package index

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// snippetLength is how much of a text a snippet shows, in bytes: about three lines on a telephone.
const snippetLength = 260

// sameWorth is how little two sums of weights may differ and count as equal: the same weights in another order do.
const sameWorth = 1e-9

var sourceNames = [fieldCount]string{fieldElucidation: "penjelasan"}

// hit makes the answer of a ranked document.
func (r ranked) hit(q question, weights map[string]float64) Hit {
	matched := map[string]float64{} // stems to weights
	for _, stem := range q.stems() {
		if _, ok := r.at[stem]; ok {
			matched[stem] = weights[stem]
		}
	}

	h := Hit{Ref: r.ref, Score: r.score}
	best := -1.0
	for _, f := range []field{fieldText, fieldElucidation} {
		text := onOneLine(r.fields[f])
		if text == "" {
			continue
		}
		parts, worth := snippet(text, matched)
		if worth > best+sameWorth {
			best, h.Snippet, h.Source = worth, parts, sourceNames[f]
		}
	}
	return h
}

// onOneLine writes a text as a snippet shows it.
func onOneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// snippet cuts the stretch of a text that answers most of the question, and marks the words that do. Worth is the
// summed weight of the different stems in it.
func snippet(text string, matched map[string]float64) (parts []Part, worth float64) {
	var marks []word
	for _, w := range stems(text) {
		if _, ok := matched[w.stem]; ok {
			marks = append(marks, w)
		}
	}
	from := 0
	for i, first := range marks {
		seen, sum := map[string]bool{}, 0.0
		for _, w := range marks[i:] {
			if w.end > first.start+snippetLength*3/4 {
				break
			}
			if !seen[w.stem] {
				seen[w.stem] = true
				sum += matched[w.stem]
			}
		}
		if sum > worth+sameWorth {
			worth, from = sum, first.start
		}
	}
	start := cutBefore(text, from)
	end := cutAfter(text, start, start+snippetLength)
	return mark(text, start, end, marks), worth
}

// mark splits text[start:end] into parts at the words that match.
func mark(text string, start, end int, marks []word) []Part {
	var parts []Part
	add := func(s string, match bool) {
		if s != "" {
			parts = append(parts, Part{s, match})
		}
	}
	if start > 0 {
		add("… ", false)
	}
	at := start
	for _, w := range marks {
		if w.start < at || w.end > end {
			continue
		}
		add(text[at:w.start], false)
		add(text[w.start:w.end], true)
		at = w.end
	}
	add(text[at:end], false)
	if end < len(text) {
		add(" …", false)
	}
	return parts
}

// cutBefore returns where a snippet that should show the word at begins: at the start of the sentence if that is near,
// else at a word a little before.
func cutBefore(text string, at int) int {
	const lead = snippetLength / 4
	if at <= lead {
		return 0
	}
	start := at
	for i, r := range text[at-lead : at] {
		if !unicode.IsSpace(r) {
			continue
		}
		space := at - lead + i
		if start == at || strings.IndexByte(".;:", text[space-1]) >= 0 {
			start = space + utf8.RuneLen(r)
		}
	}
	return start
}

// cutAfter returns the end of the last whole word between start and end. A word too long for that is cut.
func cutAfter(text string, start, end int) int {
	if end >= len(text) {
		return len(text)
	}
	if i := strings.LastIndexFunc(text[start:end], unicode.IsSpace); i > 0 {
		return start + i
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}
