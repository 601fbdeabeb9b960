package site

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"github.com/gomutex/godocx"
	"github.com/gomutex/godocx/docx"
)

// serveChargeDocx sends the file note as a Word document.
func (s *Site) serveChargeDocx(w http.ResponseWriter, r *http.Request) error {
	v, answer, err := s.askedAnswer(r)
	if err != nil {
		return err
	}
	note, err := v.chargeMarkdown(answer)
	if err != nil {
		return err
	}
	b, err := chargeDocx(note)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
	w.Header().Set("Content-Disposition", `attachment; filename="catatan-pasal.docx"`)
	_, err = w.Write(b)
	return err
}

// noteColumns are the widths of unsur, dasar, keadaan and alat bukti, in twentieths of a point.
var noteColumns = []uint64{2500, 1700, 1250, 3550}

// chargeDocx sets the Markdown of a file note as a Word document: headings, paragraphs, lists and tables, which is all
// that [ChargeMarkdown] writes. So the two notes always say the same.
func chargeDocx(markdown string) ([]byte, error) {
	doc, err := godocx.NewDocument()
	if err != nil {
		return nil, fmt.Errorf("make document: %w", err)
	}
	var table *docx.Table
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "|") {
			table = nil
		}
		switch {
		case line == "" || strings.HasPrefix(line, "|---"):
		case strings.HasPrefix(line, "|"):
			if table == nil {
				table = doc.AddTable()
				table.Style("TableGrid")
				table.Grid(noteColumns...)
			}
			row := table.AddRow()
			for _, c := range cells(line) {
				addRuns(row.AddCell().AddEmptyPara(), c)
			}
		case strings.HasPrefix(line, "#"):
			text := strings.TrimLeft(line, "#")
			level := len(line) - len(text)
			if _, err := doc.AddHeading(strings.TrimSpace(text), uint(level-1)); err != nil {
				return nil, fmt.Errorf("add heading: %w", err)
			}
		case strings.HasPrefix(line, "- "):
			p := doc.AddEmptyParagraph()
			p.Style("List Bullet")
			addRuns(p, line[2:])
		default:
			addRuns(doc.AddEmptyParagraph(), line)
		}
	}
	var b bytes.Buffer
	if err := doc.Write(&b); err != nil {
		return nil, fmt.Errorf("write document: %w", err)
	}
	return b.Bytes(), nil
}

// cells returns the cells of a row of a Markdown table.
func cells(line string) []string {
	line = strings.Trim(strings.ReplaceAll(line, `\|`, "\x00"), "|")
	var out []string
	for _, c := range strings.Split(line, "|") {
		out = append(out, strings.TrimSpace(strings.ReplaceAll(c, "\x00", "|")))
	}
	return out
}

// addRuns adds a text whose words between double asterisks are bold.
func addRuns(p *docx.Paragraph, text string) {
	for i, part := range strings.Split(text, "**") {
		if part != "" {
			p.AddText(part).Bold(i%2 == 1)
		}
	}
}
