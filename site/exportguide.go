package site

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
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
	page, err := templates.TreeOf("charge", s.functions())
	if err != nil {
		return nil, err
	}
	note, err := templates.NoteTree()
	if err != nil {
		return nil, err
	}
	document, err := readDocumentData()
	if err != nil {
		return nil, err
	}
	return []Shard{{"templat-charge", page}, {"templat-note", note}, {"dokumen", document}, {"panduan", view{Site: s, day: s.today()}.guideData()}}, nil
}

// documentData is an empty file note as a Word document, for site/offline/dokumen.js to put the text in.
type documentData struct {
	Parts    []documentPart `json:"parts"`    // all but the text
	Document string         `json:"document"` // the name of the part that holds the text
	Head     string         `json:"head"`     // of that part, up to the text
	Tail     string         `json:"tail"`
	Widths   []uint64       `json:"widths"` // of the columns of a table
}

// documentPart is a file in the document, packed.
type documentPart struct {
	Name   string `json:"name"`
	Method uint16 `json:"method"`
	CRC    uint32 `json:"crc"`
	Size   uint64 `json:"size"`
	Data   []byte `json:"data"`
}

func readDocumentData() (documentData, error) {
	d := documentData{Document: "word/document.xml", Widths: noteColumns}
	b, err := docxOf("")
	if err != nil {
		return d, err
	}
	packed, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return d, fmt.Errorf("read document: %w", err)
	}
	for _, f := range packed.File {
		open := f.OpenRaw
		if f.Name == d.Document {
			open = func() (io.Reader, error) { return f.Open() }
		}
		r, err := open()
		if err != nil {
			return d, fmt.Errorf("read %s of document: %w", f.Name, err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return d, fmt.Errorf("read %s of document: %w", f.Name, err)
		}
		if f.Name != d.Document {
			d.Parts = append(d.Parts, documentPart{f.Name, f.Method, f.CRC32, f.UncompressedSize64, data})
			continue
		}
		head, tail, ok := strings.Cut(string(data), "<w:body>")
		if !ok {
			return d, fmt.Errorf("%s of document has no body", f.Name)
		}
		d.Head, d.Tail = head+"<w:body>", tail
	}
	slices.SortFunc(d.Parts, func(a, b documentPart) int { return strings.Compare(a.Name, b.Name) })
	return d, nil
}

// chargeAnchor names an offence on the page of the guide.
func chargeAnchor(o *charge.Offence) string {
	return strings.ReplaceAll(strings.TrimPrefix(o.ID, corpus.ChargeFolder+"/"), "/", "-")
}
