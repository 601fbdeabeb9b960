package site

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"github.com/gomutex/godocx"
	"github.com/gomutex/godocx/docx"
)

// Media types of the files that can be taken away.
const (
	markdownType = "text/markdown; charset=utf-8"
	docxType     = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	pptxType     = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
)

// sendFile sends a file to be kept under a name.
func sendFile(w http.ResponseWriter, mediaType, name string, b []byte) error {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	_, err := w.Write(b)
	return err
}

// docxColumns are the widths of tables by their number of columns, in twentieths of a point: the course of a meeting
// (menit, acara, lama), and the file note (unsur, dasar, keadaan, alat bukti).
var docxColumns = map[int][]uint64{3: {2000, 5500, 1500}, 4: {2500, 1700, 1250, 3550}}

// docxWidth is the width of other tables, shared out evenly.
const docxWidth = 9000

func columnsOf(n int) []uint64 {
	if widths := docxColumns[n]; widths != nil {
		return widths
	}
	widths := make([]uint64, n)
	for i := range widths {
		widths[i] = uint64(docxWidth / n)
	}
	return widths
}

// docxOf sets Markdown as a Word document: headings, paragraphs, lists, quotes and tables, which is all that our own
// Markdown has. So a note and its Word document always say the same.
func docxOf(markdown string) ([]byte, error) {
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
				table.Grid(columnsOf(len(cells(line)))...)
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
		case strings.HasPrefix(line, "> "):
			p := doc.AddEmptyParagraph()
			p.Style("Quote")
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
