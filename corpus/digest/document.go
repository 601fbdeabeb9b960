package digest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// document is a decision in the one form that the rest of the package reads.
type document struct {
	id, court string
	sections  map[string]string
}

func (d *document) text(section string) string { return d.sections[section] }

// errNoJudgment is the error for a text without an operative part.
var errNoJudgment = errors.New(`bukan naskah putusan: tidak ada bagian "mengadili"; beri XML dengan bagian amar_putusan, atau teks polos dari PDF`)

// readDocument reads XML or plain text.
func readDocument(source []byte) (*document, error) {
	d := &document{sections: map[string]string{}}
	whole := ""
	if bytes.HasPrefix(bytes.TrimSpace(source), []byte("<")) {
		var err error
		if whole, err = d.readXML(source); err != nil {
			return nil, err
		}
	} else {
		whole = normal(string(source))
	}
	d.fill(whole)
	if d.sections[operative] == "" {
		return nil, errNoJudgment
	}
	return d, nil
}

// readXML reads the sections of an XML file and returns all of their text.
func (d *document) readXML(source []byte) (string, error) {
	decoder := xml.NewDecoder(bytes.NewReader(source))
	var whole strings.Builder
	section := ""
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return whole.String(), nil
		}
		if err != nil {
			line, _ := decoder.InputPos()
			return "", fmt.Errorf("baris %d: XML tidak terbaca: %w", line, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			section = t.Name.Local
			for _, a := range t.Attr {
				switch a.Name.Local {
				case "id":
					d.id = a.Value
				case "lembaga_peradilan":
					d.court = a.Value
				}
			}
		case xml.CharData:
			text := normal(string(t))
			d.sections[section] += text
			whole.WriteString(text)
		}
	}
}

// Marks by which the parts of a decision are found in running text.
var (
	ordersMark  = regexp.MustCompile(`(?:^|\n|\s)m\s?e\s?n\s?g\s?a\s?d\s?i\s?l\s?i\s*(?:\n|1\s|menyatakan)`)
	endMark     = regexp.MustCompile(`demikian(?:lah)?\s+(?:putusan ini\s+)?(?:di)?(?:putus|jatuh)`)
	chargedMark = regexp.MustCompile(`(?:didakwa|surat dakwaan|dakwaan sebagai berikut)`)
	askedMark   = regexp.MustCompile(`(?:tuntutan pidana|surat tuntutan|menuntut supaya|menuntut agar)`)
	heardMark   = regexp.MustCompile(`(?:keterangan saksi|mengajukan saksi|saksi saksi|eksepsi|keberatan)`)
)

// fill finds the sections that the file does not mark, or marks wrongly, in the whole text: the operative part stands often
// at the end of another section.
func (d *document) fill(whole string) {
	orders := ordersMark.FindAllStringIndex(whole, -1)
	if len(orders) == 0 {
		return
	}
	at := orders[len(orders)-1]
	rest := whole[at[0]:]
	if end := endMark.FindStringIndex(rest); end != nil {
		d.keep(operative, rest[:end[0]])
		d.keep(closing, rest[end[0]:])
	} else {
		d.keep(operative, rest)
	}
	d.sections[reasoning] = whole[:at[0]]
	if d.sections[head] == "" {
		d.sections[head] = whole[:min(len(whole), headLength)]
	}
	asked := askedMark.FindStringIndex(whole)
	if asked != nil && d.sections[demand] == "" {
		d.sections[demand] = whole[min(asked[0], at[0]):min(at[0], asked[0]+demandLength)]
	}
	if charged := chargedMark.FindStringIndex(whole); charged != nil && d.sections[indictment] == "" {
		text := whole[charged[0]:at[0]]
		if heard := heardMark.FindStringIndex(text); heard != nil {
			text = text[:heard[0]]
		}
		d.sections[indictment] = text
	}
}

// Lengths of the parts of running text that have no end mark, in bytes.
const (
	headLength   = 1500
	demandLength = 3000
)

// keep sets a section from the whole text. The file's own is kept where it has one, but for an operative part: the one in
// the file is often torn, the words after the last "mengadili" are whole.
func (d *document) keep(section, text string) {
	if strings.TrimSpace(d.sections[section]) == "" || section == operative && punishes.MatchString(text) {
		d.sections[section] = text
	}
}

var punishes = regexp.MustCompile(`penjara|kurungan|denda|membebaskan|melepaskan`)

// normal brings a text into small letters without punctuation, lines kept.
func normal(s string) string {
	var b strings.Builder
	space := true
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteByte('\n')
			space = true
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '[' || r == ']':
			b.WriteRune(unicode.ToLower(r))
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return b.String()
}
