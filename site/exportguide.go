package site

import (
	"html/template"
	"strings"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/templates"
)

// guideData is what the charging guide of the export works on (site/offline/panduan.js): the rules, and what the page says
// besides. Addresses are those of the server.
type guideData struct {
	Rules    charge.Data             `json:"rules"`
	Links    map[string]Link         `json:"links"`    // by portion: every one that an answer can name
	Offences map[string]guideOffence `json:"offences"` // by id
	Cases    []DecisionRow           `json:"cases"`    // in the order of the decisions of the rules
	Examples []Link                  `json:"examples"`
	Phrases  map[string]string       `json:"phrases"`
	Classes  map[charge.State]string `json:"classes"` // of a state of an element
	Lenient  string                  `json:"lenient"` // the portion that lets the more lenient law decide
	First    corpus.Date             `json:"first"`   // bounds of the day of the act
	Last     corpus.Date             `json:"last"`
	Limits   guideLimits             `json:"limits"`
	Version  string                  `json:"version"` // of the collection
}

// guideOffence is how the page shows an offence.
type guideOffence struct {
	Anchor   string            `json:"anchor"`
	Meanings map[string]string `json:"meanings"` // addresses of the explanations of its elements
}

// guideLimits are how many of each the page shows.
type guideLimits struct {
	Possible int `json:"possible"`
	Charges  int `json:"charges"`
	Missing  int `json:"missing"`
	Like     int `json:"like"`
}

func (v view) guideData() guideData {
	d := guideData{Rules: v.rules.Data(), Links: map[string]Link{}, Offences: map[string]guideOffence{}, Examples: exampleLinks(), Phrases: chargePhrases(),
		Classes: stateClasses, Lenient: lenientRule, First: firstDay, Last: lastDay, Version: v.library.Version(),
		Limits: guideLimits{shownPossible, shownCharges, shownMissing, maxLike}}
	for _, portion := range append(d.Rules.Cited(), lenientRule) {
		d.Links[portion] = v.portionLink(corpus.ParseRef(portion))
	}
	for _, o := range v.rules.Offences {
		offence := guideOffence{Anchor: chargeAnchor(o), Meanings: map[string]string{}}
		for _, e := range o.Elements {
			if o.Meaning[e.ID] != "" {
				offence.Meanings[e.ID] = v.meaningAddress(o, e.ID)
			}
		}
		d.Offences[o.ID] = offence
	}
	for _, decision := range v.library.Decisions() {
		d.Cases = append(d.Cases, v.decisionRow(decision))
	}
	return d
}

// guideShards returns what the charging guide of the export loads.
func (s *Site) guideShards() ([]Shard, error) {
	if !s.hasChargeGuide() {
		return nil, nil
	}
	page, err := templates.TreeOf("charge", template.FuncMap{"asset": s.assets.address})
	if err != nil {
		return nil, err
	}
	note, err := templates.NoteTree()
	if err != nil {
		return nil, err
	}
	return []Shard{{"templat-charge", page}, {"templat-note", note}, {"panduan", view{Site: s, day: s.today()}.guideData()}}, nil
}

// chargeAnchor names an offence on the page of the guide.
func chargeAnchor(o *charge.Offence) string {
	return strings.ReplaceAll(strings.TrimPrefix(o.ID, corpus.ChargeFolder+"/"), "/", "-")
}
