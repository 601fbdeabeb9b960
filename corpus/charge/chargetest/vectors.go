// Package chargetest reads the test vectors of the charging guide. The engine in Go and that of the static export are held
// to the same ones.
package chargetest

import (
	"fmt"
	"os"
	"slices"

	"github.com/goccy/go-yaml"

	"suluh/corpus"
	"suluh/corpus/charge"
)

// Vector is a case of testdata/vectors.yaml: facts, and what the rules must make of them.
type Vector struct {
	Name     string            `yaml:"name"`
	Why      string            `yaml:"why"`
	Facts    map[string]string `yaml:"facts"` // absent for a decision: its digest has them
	Fits     []string          `yaml:"fits"`
	FitsIf   []string          `yaml:"fits_if"`
	Excluded []Exclusion       `yaml:"excluded"`
	NotLaw   []string          `yaml:"not_law"`
	Primary  string            `yaml:"primary"`
	Proved   []string          `yaml:"proved"` // by the court, for the facts of a decision
	Source   string            `yaml:"source"` // public id of the decision that it is
}

// Exclusion names an offence, and the element that excludes it where the vector tells.
type Exclusion struct {
	Offence string `yaml:"offence"`
	Element string `yaml:"element"`
}

// UnmarshalYAML reads the id alone or the map.
func (e *Exclusion) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&e.Offence); err == nil {
		return nil
	}
	type plain Exclusion
	return unmarshal((*plain)(e))
}

// Read reads a file of vectors.
func Read(file string) ([]Vector, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	var out []Vector
	if err := yaml.UnmarshalWithOptions(source, &out, yaml.DisallowUnknownField()); err != nil {
		return nil, fmt.Errorf("read vectors %q: %w", file, err)
	}
	return out, nil
}

// FactsOf reads the facts of a vector through the reader of facts files.
func (v Vector) FactsOf(r *charge.Rules, today corpus.Date) (charge.Facts, error) {
	facts := v.Facts
	if v.Source != "" {
		i := slices.IndexFunc(r.Library().Decisions(), func(d *corpus.Decision) bool { return d.Source == v.Source })
		if i < 0 || len(facts) > 0 {
			return charge.Facts{}, fmt.Errorf("vector %q: no digest of %s, or facts beside it", v.Name, v.Source)
		}
		facts = r.Library().Decisions()[i].Facts
	}
	var source []byte
	for id, value := range facts {
		source = fmt.Appendf(source, "%s: %s\n", id, value)
	}
	f, problems := r.ReadFacts(v.Name, source)
	f.Today = today
	if len(problems) > 0 {
		return f, problems
	}
	return f, nil
}
