package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one mistake in a corpus file: where it is, what is wrong, and what would be right.
type Problem struct {
	File    string // slash-separated, relative to the corpus folder
	Line    int    // 1-based; 0 where the mistake has no line of its own
	Message string // in Indonesian
}

// String returns the problem as compilers print it, "file:line: message".
func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// Problems is a list of mistakes, and an error when it is not empty.
type Problems []Problem

// Error joins the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// sorted returns the problems by file and line, each once.
func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(ps)
}
