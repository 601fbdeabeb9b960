package indonesian

import (
	_ "embed"
	"strings"
)

// rootsText lists the roots, one a line, sorted. It was written for this package: root words, loans that look affixed (berita,
// menteri, perempuan), and names of places that do (kediri).
//
//go:embed roots.txt
var rootsText string

// roots maps every root to its stem: itself, or the standard spelling of a variant. The stems of the exceptions are roots too.
var roots = func() map[string]string {
	m := make(map[string]string, 3000)
	for line := range strings.Lines(rootsText) {
		root := strings.TrimSuffix(line, "\n")
		m[root] = root
	}
	for _, e := range exceptionTable {
		m[e.stem] = e.stem
		for _, word := range strings.Fields(e.words) {
			if _, ok := m[word]; ok {
				m[word] = e.stem // a root on its own that the law puts under another
			}
		}
	}
	for _, v := range variantTable {
		m[v.to] = v.to
	}
	for _, v := range variantTable {
		m[v.from] = v.to
	}
	return m
}()

// IsRoot reports whether a word is in the list of roots and is its own stem.
func IsRoot(word string) bool { return roots[word] == word }
