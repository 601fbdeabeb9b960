package indonesian

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// NormalizeName is the name of the normalizing filter in bleve's registry.
const NormalizeName = "normalize_indonesian"

// A NormalizeFilter gives every token one spelling: lower case, no apostrophes or soft hyphens inside (Jum'at is jumat), and
// numbers without grouping or empty decimals (120.000.000,00 is 120000000).
//
// It writes the changed terms to fresh memory, so the text under the tokens stays as it was.
type NormalizeFilter struct{}

// NewNormalizeFilter returns a NormalizeFilter. It is stateless and safe for concurrent use.
func NewNormalizeFilter() *NormalizeFilter { return &NormalizeFilter{} }

// Filter implements [analysis.TokenFilter].
func (f *NormalizeFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	size := 0
	for _, token := range input {
		if !normal(token.Term) {
			size += len(token.Term)
		}
	}
	if size == 0 {
		return input
	}
	slab := make([]byte, 0, size) // one allocation a text; a rare longer result lets append grow it
	for _, token := range input {
		if normal(token.Term) {
			continue
		}
		start := len(slab)
		slab = appendNormal(slab, token.Term)
		token.Term = slab[start:len(slab):len(slab)]
	}
	return input
}

// normal reports whether a term is certain to be normal already: lower-case ASCII letters and digits.
func normal(term []byte) bool {
	for _, c := range term {
		if ('a' > c || c > 'z') && ('0' > c || c > '9') {
			return false
		}
	}
	return true
}

// appendNormal appends the normal form of a term.
func appendNormal(dst, term []byte) []byte {
	if grouped(term) {
		return appendNumber(dst, term)
	}
	for i := 0; i < len(term); {
		c := term[i]
		if c >= utf8.RuneSelf {
			if n := joiner(term[i:]); n > 0 {
				i += n
				continue
			}
			r, size := utf8.DecodeRune(term[i:])
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
			i += size
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != '\'' {
			dst = append(dst, c)
		}
		i++
	}
	return dst
}

// grouped reports whether a term is a number with points in it.
func grouped(term []byte) bool {
	if len(term) == 0 || term[0] < '0' || term[0] > '9' {
		return false
	}
	points := false
	for _, c := range term {
		if c == '.' {
			points = true
		} else if c != ',' && (c < '0' || c > '9') {
			return false
		}
	}
	return points
}

// appendNumber appends a grouped number without its points, and without decimals that are all zero.
func appendNumber(dst, term []byte) []byte {
	whole, decimals, _ := bytes.Cut(term, []byte{','})
	for _, c := range whole {
		if c != '.' {
			dst = append(dst, c)
		}
	}
	if len(bytes.Trim(decimals, "0")) > 0 {
		dst = append(dst, ',')
		dst = append(dst, decimals...)
	}
	return dst
}

func normalizeConstructor(map[string]any, *registry.Cache) (analysis.TokenFilter, error) {
	return NewNormalizeFilter(), nil
}

func init() {
	if err := registry.RegisterTokenFilter(NormalizeName, normalizeConstructor); err != nil {
		panic(err)
	}
}
