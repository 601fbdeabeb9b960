package charge

import "slices"

// State is what is known of a fact, a condition or an element.
type State string

// The states.
const (
	Yes     State = "ya"
	No      State = "tidak"
	Unknown State = "belum diketahui"
)

// Condition is a question over facts. Exactly one of its fields is set.
type Condition struct {
	Fact    string // the fact is answered with yes
	All     []Condition
	Any     []Condition
	Not     *Condition
	AtLeast *AtLeast
}

// AtLeast asks whether a number reaches a bound.
type AtLeast struct {
	Fact string `yaml:"fact"`
	N    int    `yaml:"n"`
}

// UnmarshalYAML reads "fact" or a map with one of the keys all, any, not, at_least.
func (c *Condition) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&c.Fact); err == nil {
		return nil
	}
	var m struct {
		All     []Condition `yaml:"all"`
		Any     []Condition `yaml:"any"`
		Not     *Condition  `yaml:"not"`
		AtLeast *AtLeast    `yaml:"at_least"`
	}
	if err := unmarshal(&m); err != nil {
		return err
	}
	*c = Condition{All: m.All, Any: m.Any, Not: m.Not, AtLeast: m.AtLeast}
	return nil
}

// sound reports whether the condition and all it holds have exactly one field set.
func (c *Condition) sound() bool {
	n := 0
	for _, set := range []bool{c.Fact != "", len(c.All) > 0, len(c.Any) > 0, c.Not != nil, c.AtLeast != nil} {
		if set {
			n++
		}
	}
	unsound := func(part Condition) bool { return !part.sound() }
	return n == 1 && (c.Not == nil || c.Not.sound()) && !slices.ContainsFunc(c.All, unsound) && !slices.ContainsFunc(c.Any, unsound)
}

// facts calls yield for every fact that the condition asks for.
func (c *Condition) facts(yield func(id string, number bool)) {
	if c.Fact != "" {
		yield(c.Fact, false)
	}
	if c.AtLeast != nil {
		yield(c.AtLeast.Fact, true)
	}
	if c.Not != nil {
		c.Not.facts(yield)
	}
	for _, list := range [][]Condition{c.All, c.Any} {
		for i := range list {
			list[i].facts(yield)
		}
	}
}

// weigh returns the state of a condition and the facts that made it: those that decided it, or those that are missing.
func (c *Condition) weigh(f Facts) (State, []string) {
	switch {
	case c.Not != nil:
		s, because := c.Not.weigh(f)
		return negate(s), because
	case c.All != nil:
		return weighList(f, c.All, No, Yes)
	case c.Any != nil:
		return weighList(f, c.Any, Yes, No)
	case c.AtLeast != nil:
		n, known := f.Numbers[c.AtLeast.Fact]
		return stateOf(n >= c.AtLeast.N, known), []string{c.AtLeast.Fact}
	}
	yes, known := f.Answers[c.Fact]
	return stateOf(yes, known), []string{c.Fact}
}

// weighList weighs a list that one member in the deciding state decides; it is in the other state when all members are.
func weighList(f Facts, list []Condition, deciding, other State) (State, []string) {
	var decided, missing, rest []string
	for i := range list {
		s, because := list[i].weigh(f)
		switch s {
		case deciding:
			decided = append(decided, because...)
		case Unknown:
			missing = append(missing, because...)
		default:
			rest = append(rest, because...)
		}
	}
	switch {
	case len(decided) > 0:
		return deciding, unique(decided)
	case len(missing) > 0:
		return Unknown, unique(missing)
	}
	return other, unique(rest)
}

func stateOf(yes, known bool) State {
	switch {
	case !known:
		return Unknown
	case yes:
		return Yes
	}
	return No
}

func negate(s State) State {
	switch s {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}

// unique drops what comes twice and keeps the order.
func unique(ids []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
