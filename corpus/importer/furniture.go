package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus/paper"
)

// What the importer takes off beside the furniture of [paper].
const (
	doubledStart   = "awal naskah yang tercetak berulang"
	doubledHeading = "judul yang tercetak berulang"
)

var (
	pageMark = regexp.MustCompile(`^[-–—_]+\.?([0-9OolI]{1,4})[-–—_]+\.?$`)
	dashes   = regexp.MustCompile(`^[-–—_]+$`)
	dashed   = regexp.MustCompile(`^[-–—_]+([0-9]{1,4})$`)
	pageNo   = regexp.MustCompile(`^[0-9]{1,4}$`)
)

// clean takes off what belongs to the pages: marks, letterheads, catchwords, and a start that is printed twice.
func clean(ws []word, l *ledger) []word {
	ws = dropDoubledStart(ws, l)
	ws = dropPageBreaks(ws, l)
	return dropCatchwords(ws, l)
}

// longestStart is how many words of a start that is printed twice are compared.
const longestStart = 400

// dropDoubledStart drops the first of two equal beginnings, which collections of law print before the text.
func dropDoubledStart(ws []word, l *ledger) []word {
	for n := min(longestStart, len(ws)/2); n >= 2; n-- {
		if ws[0].key == ws[n].key && sameWords(ws[:n], ws[n:2*n]) {
			l.drop(doubledStart, ws[0].line, join(ws[:n]))
			ws[n].first = true
			return ws[n:]
		}
	}
	return ws
}

func sameWords(a, b []word) bool {
	for i := range a {
		if a[i].key != b[i].key {
			return false
		}
	}
	return true
}

// markAt returns how many words from i on are a page mark: "-2-", "- 2 -", "-2 -".
func markAt(ws []word, i int) int {
	switch t := ws[i].text; {
	case pageMark.MatchString(t):
		return 1
	case dashes.MatchString(t) && i+1 < len(ws) && pageNo.MatchString(strings.TrimRight(ws[i+1].text, "-–—_")):
		if strings.TrimRight(ws[i+1].text, "-–—_") != ws[i+1].text {
			return 2
		}
		if i+2 < len(ws) && dashes.MatchString(ws[i+2].text) {
			return 3
		}
	case dashed.MatchString(t) && i+1 < len(ws) && dashes.MatchString(ws[i+1].text):
		return 2
	}
	return 0
}

// longestHead is how many words a letterhead may be torn into: "PRES I DEN REPUBLIK INDONESIA".
const longestHead = 7

// headAt returns how many words from i on are a letterhead, misread or not. Followed by a comma they are the beginning
// of the law or its signature.
func headAt(ws []word, i int) int {
	if k := ws[i].key; len(k) == 0 || strings.IndexByte("pfr", k[0]) < 0 {
		return 0
	}
	for n := 2; n <= longestHead && i+n <= len(ws); n++ {
		if last := ws[i+n-1].text; !strings.HasSuffix(last, ",") && paper.IsLetterhead(join(ws[i:i+n])) {
			for n < longestHead && i+n < len(ws) && isUpper(ws[i+n].text) && !strings.HasSuffix(ws[i+n].text, ",") &&
				paper.IsLetterhead(join(ws[i:i+n+1])) && len(ws[i+n].key) > 1 {
				n++
			}
			return n
		}
	}
	return 0
}

// dropPageBreaks drops page marks with the letterheads beside them, and the words before the break that the next page
// says again.
func dropPageBreaks(ws []word, l *ledger) []word {
	out := make([]word, 0, len(ws))
	for i := 0; i < len(ws); {
		n, marked := breakAt(ws, i)
		if n == 0 {
			out = append(out, ws[i])
			i++
			continue
		}
		what := paper.PageMark
		if marked && n > 3 {
			what = paper.Letterhead
		}
		announced := said(out, ws[i+n:])
		if torn := n > 3; !marked && announced == 0 && !torn {
			out = append(out, ws[i])
			i++
			continue
		}
		l.drop(what, ws[i].line, join(ws[i:i+n]))
		if announced > 0 {
			from := len(out) - announced
			l.drop(paper.Catchword, out[from].line, join(out[from:]))
			first := out[from].first
			out = out[:from]
			ws[i+n].first = ws[i+n].first || first
		} else if i+n < len(ws) && ws[i].first {
			ws[i+n].first = true
		}
		i += n
	}
	return out
}

// breakAt returns how many words from i on are marks and letterheads of a page break, and whether a page mark is among
// them: a letterhead alone may be the law's own words.
func breakAt(ws []word, i int) (n int, marked bool) {
	for i+n < len(ws) {
		if m := markAt(ws, i+n); m > 0 {
			n, marked = n+m, true
		} else if m := headAt(ws, i+n); m > 0 {
			n += m
		} else {
			break
		}
	}
	return n, marked
}

// said returns how many words at the end of before are said again at the start of after.
func said(before, after []word) int {
	const enough = 16
	if len(before) == 0 || len(after) == 0 {
		return 0
	}
	tail := before[max(0, len(before)-enough):]
	all := append(slices.Clone(tail), after[:min(enough, len(after))]...)
	n := paper.Announced(len(tail)-1, len(tail), len(all), func(i, j int) bool {
		return all[i].key != "" && (all[i].key == all[j].key || paper.LookAlike(all[i].key, all[j].key))
	})
	return n
}

// dropCatchwords drops words before "..." that are said again directly after it.
func dropCatchwords(ws []word, l *ledger) []word {
	out := make([]word, 0, len(ws))
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		dots := strings.Contains(w.text, "...") || strings.Contains(w.text, "…")
		switch {
		case !dots || i+1 >= len(ws):
			out = append(out, w)
			continue
		case w.key == "" && len(out) == 0:
			out = append(out, w)
			continue
		}
		before := out
		if w.key != "" {
			before = append(out, w)
		}
		next := i + 1
		for next < len(ws) && noise(ws[next].text) {
			next++
		}
		n := said(before, ws[next:])
		if n == 0 {
			out = append(out, w)
			continue
		}
		from := len(before) - n
		text := join(before[from:])
		l.drop(paper.Catchword, before[from].line, text)
		if next < len(ws) {
			ws[next].first = ws[next].first || before[from].first
		}
		out = before[:from]
		i = next - 1
	}
	return out
}

// Page numbers that stand bare in the text are named, and stay: a number of the law must never be taken for one.
const (
	fewestNumbers = 4
	shortestPage  = 60  // words
	longestPage   = 900 // words
)

// bareNumbers finds a series 2, 3, 4 … of numbers that stand about a page apart between the words of a text.
func bareNumbers(ws []word) []word {
	var series []word
	want, at := 2, 0
	for i := 1; i+1 < len(ws); i++ {
		if !pageNo.MatchString(ws[i].text) || ws[i+1].text[0] == '(' || noise(ws[i-1].text) {
			continue
		}
		n, _ := strconv.Atoi(ws[i].text)
		if n == want && i-at < longestPage && (i-at > shortestPage || at == 0) {
			series = append(series, ws[i])
			want, at = n+1, i
		}
	}
	if len(series) < fewestNumbers || len(ws)-at > longestPage {
		return nil
	}
	return series
}
