package corpus

import (
	"iter"
	"strconv"
	"strings"
)

// ArticleList holds the numbers of articles in the order of their work, short: "1-67 67a 68". It stays as it is written,
// since a shelf has thousands of them and few are ever asked. What is no number in it counts for nothing.
type ArticleList string

// longestRange is how many articles a range may hold; the longest works have some seven hundred.
const longestRange = 5000

// ListArticles makes the list of the fragments of articles, "pasal-1".
func ListArticles(fragments []string) ArticleList {
	var out []byte
	for i := 0; i < len(fragments); i++ {
		number := strings.TrimPrefix(fragments[i], "pasal-")
		out = append(append(out, ' '), number...)
		if first := plainNumber(number); first > 0 {
			last := first
			for i+1 < len(fragments) && last-first < longestRange && fragments[i+1] == "pasal-"+strconv.Itoa(last+1) {
				last++
				i++
			}
			if last > first {
				out = strconv.AppendInt(append(out, '-'), int64(last), 10)
			}
		}
	}
	return ArticleList(strings.TrimSpace(string(out)))
}

// All returns the fragments of the articles, in order.
func (l ArticleList) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for item := range strings.FieldsSeq(string(l)) {
			first, last, ok := rangeOf(item)
			if !ok && !yield("pasal-"+item) {
				return
			}
			for n := first; n <= last && ok; n++ {
				if !yield("pasal-" + strconv.Itoa(n)) {
					return
				}
			}
		}
	}
}

// Len returns how many articles there are.
func (l ArticleList) Len() int {
	n := 0
	for item := range strings.FieldsSeq(string(l)) {
		n++
		if first, last, ok := rangeOf(item); ok {
			n += last - first
		}
	}
	return n
}

// Has reports whether the article with the fragment is in the list.
func (l ArticleList) Has(fragment string) bool {
	number, ok := strings.CutPrefix(fragment, "pasal-")
	if !ok || number == "" || strings.ContainsAny(number, "- ") {
		return false
	}
	plain := plainNumber(number)
	for item := range strings.FieldsSeq(string(l)) {
		if item == number {
			return true
		}
		if first, last, ok := rangeOf(item); ok && first <= plain && plain <= last {
			return true
		}
	}
	return false
}

// rangeOf reads "1-67"; ok is false for a single number.
func rangeOf(item string) (first, last int, ok bool) {
	from, to, _ := strings.Cut(item, "-")
	first, last = plainNumber(from), plainNumber(to)
	return first, last, first > 0 && first < last && last-first <= longestRange
}

// plainNumber returns the value of a number without letters and leading zeros, and 0 for any other: "5a", "iv", "007".
func plainNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || s[0] < '1' || s[0] > '9' {
		return 0
	}
	return n
}
