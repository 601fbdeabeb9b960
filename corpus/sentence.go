package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Term is a length of imprisonment or detention. The zero Term means that there is none.
type Term struct {
	Years, Months, Days int
	Life                bool // seumur hidup
}

var termPattern = regexp.MustCompile(`^(?:(\d+) tahun)? ?(?:(\d+) bulan)? ?(?:(\d+) hari)?$`)

// ParseTerm reads "3 tahun 6 bulan", "15 hari" or "seumur hidup".
func ParseTerm(s string) (Term, error) {
	if s == "seumur hidup" {
		return Term{Life: true}, nil
	}
	m := termPattern.FindStringSubmatch(s)
	if m == nil || s == "" || strings.TrimSpace(s) != s {
		return Term{}, fmt.Errorf("%q bukan lama pidana; tulis misalnya \"3 tahun 6 bulan\", \"15 hari\", atau \"seumur hidup\"", s)
	}
	var n [3]int
	for i, digits := range m[1:] {
		if digits == "" {
			continue
		}
		value, err := strconv.Atoi(digits)
		if err != nil || value > 1200 {
			return Term{}, fmt.Errorf("%q bukan lama pidana: bilangannya terlalu besar", s)
		}
		n[i] = value
	}
	return Term{Years: n[0], Months: n[1], Days: n[2]}, nil
}

// IsZero reports whether there is no term.
func (t Term) IsZero() bool { return t == Term{} }

// InMonths returns the length in months, a day being a thirtieth of one. A life term has no length; it gives 0.
func (t Term) InMonths() float64 {
	return float64(t.Years*12+t.Months) + float64(t.Days)/30
}

// String writes the term as [ParseTerm] reads it.
func (t Term) String() string {
	if t.Life {
		return "seumur hidup"
	}
	var out []string
	for _, part := range []struct {
		n    int
		unit string
	}{{t.Years, "tahun"}, {t.Months, "bulan"}, {t.Days, "hari"}} {
		if part.n != 0 {
			out = append(out, fmt.Sprintf("%d %s", part.n, part.unit))
		}
	}
	return strings.Join(out, " ")
}

// UnmarshalYAML reads a term from front matter.
func (t *Term) UnmarshalYAML(n ast.Node) error {
	if n.Type() == ast.NullType {
		return nil
	}
	parsed, err := ParseTerm(n.GetToken().Value)
	if err != nil {
		return badValue{&yaml.SyntaxError{Message: err.Error(), Token: n.GetToken()}}
	}
	*t = parsed
	return nil
}

// Rupiah writes a sum: "Rp120.000.000"; "" for none.
func Rupiah(n int64) string {
	if n == 0 {
		return ""
	}
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return "Rp" + s
}
