package charge

import (
	"suluh/corpus"
)

// Offence is an article that makes something an offence, taken apart. Its yaml tags are the front-matter keys.
type Offence struct {
	ID           string        `yaml:"id"`      // "delik/uu-2007-21/pasal-4"
	Portion      string        `yaml:"portion"` // "uu/2007/21#pasal-4"
	From         corpus.Date   `yaml:"from"`    // narrows the time in force of the portion
	Until        corpus.Date   `yaml:"until"`
	Title        string        `yaml:"title"`
	Family       string        `yaml:"family"` // one of [Families]
	Order        int           `yaml:"order"`  // smaller is more specific or graver, within the family
	Elements     []Element     `yaml:"elements"`
	Penalties    []Penalty     `yaml:"penalties"` // in the order of their days
	Aggravations []Aggravation `yaml:"aggravations"`
	Relations    []Relation    `yaml:"relations"`

	File    string
	Meaning map[string]string // what an element means, in Markdown, by its id
	period  corpus.Period
}

// Families are the groups of offences, in the order in which they are proposed.
var Families = []string{"perdagangan-orang", "kekerasan-seksual", "anak", "penyelundupan", "penempatan", "kemerdekaan",
	"pemalsuan", "penipuan", "peradilan"}

// Element is something that must be proved.
type Element struct {
	ID       string     `yaml:"id"`
	Text     string     `yaml:"text"` // close to the words of the article
	When     *Condition `yaml:"when"` // absent: it is there whatever the facts
	Cite     []string   `yaml:"cite"`
	Evidence []string   `yaml:"evidence"` // what usually proves it
	Doubt    string     `yaml:"doubt"`
}

// Penalty is what an article threatens from a day on.
type Penalty struct {
	From      corpus.Date `yaml:"from"`      // zero: from the beginning
	Prison    Range       `yaml:"prison"`    // months
	Detention Range       `yaml:"detention"` // kurungan, months
	Fine      Fine        `yaml:"fine"`
	Mode      string      `yaml:"mode"` // "dan", "atau", "dan/atau"
	Cite      []string    `yaml:"cite"`
	Doubt     string      `yaml:"doubt"`
}

// Range is a term of months. Zero means that the text gives no bound.
type Range struct {
	Min  int  `yaml:"min"`
	Max  int  `yaml:"max"`
	Life bool `yaml:"life"` // seumur hidup is the maximum
}

// Fine is a sum of rupiah, or a category of UU 1/2023 Pasal 79.
type Fine struct {
	Min         int64  `yaml:"min"`
	Max         int64  `yaml:"max"`
	MinCategory string `yaml:"min_category"`
	Category    string `yaml:"category"`
}

// Aggravation raises the penalty.
type Aggravation struct {
	ID        string     `yaml:"id"`
	Text      string     `yaml:"text"`
	When      *Condition `yaml:"when"`
	Add       string     `yaml:"add"`       // "1/3" of the bounds
	Times     int        `yaml:"times"`     // the fine, for a corporation
	On        []string   `yaml:"on"`        // prison, fine; both if empty
	Corporate bool       `yaml:"corporate"` // reaches the corporation only, which can only be fined
	Penalties []Penalty  `yaml:"penalties"` // of its own, by day; one takes the place of the base
	Cite      []string   `yaml:"cite"`
	Doubt     string     `yaml:"doubt"`
}

// RelationType says how two offences stand to one another when both fit.
type RelationType string

// The relations of offences.
const (
	Special     RelationType = "khusus"     // this one is the special law against the other
	Subsidiary  RelationType = "subsidair"  // this one comes after the other
	Cumulative  RelationType = "kumulatif"  // this one protects something else and is charged beside the other
	Alternative RelationType = "alternatif" // one of the two
	Replaced    RelationType = "diganti"    // the other took its place in a later law
)

// Relation is how an offence stands to another.
type Relation struct {
	Type RelationType `yaml:"type"`
	To   string       `yaml:"to"` // id of the other offence
	Why  string       `yaml:"why"`
	Cite []string     `yaml:"cite"`
}

// Note is something that must be said when a condition holds, whatever the charge.
type Note struct {
	ID    string     `yaml:"id"`
	When  *Condition `yaml:"when"`
	Text  string     `yaml:"text"`
	Cite  []string   `yaml:"cite"`
	Doubt string     `yaml:"doubt"`
	First bool       `yaml:"first"` // it stands before the charges: whoever reads no further must have read this
}

// Ref returns the portion that makes it an offence.
func (o *Offence) Ref() corpus.Ref { return corpus.ParseRef(o.Portion) }

// Period returns the days on which it can be committed; until is zero while it is law.
func (o *Offence) Period() (from, until corpus.Date) { return o.period.From, o.period.Until }

// isLawBetween reports whether the offence could be committed on some day from one to another.
func (o *Offence) isLawBetween(from, until corpus.Date) bool {
	return !until.Before(o.period.From) && (o.period.Until.IsZero() || !o.period.Until.Before(from))
}

// isLaw reports whether the offence could be committed on a day.
func (o *Offence) isLaw(day corpus.Date) bool {
	return !day.Before(o.period.From) && (o.period.Until.IsZero() || !o.period.Until.Before(day))
}
