package site

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gomutex/godocx"
	"github.com/gomutex/godocx/common/units"
	"github.com/gomutex/godocx/docx"

	"suluh/corpus"
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

// noteColumns are the widths of the columns of the file note (unsur, dasar, keadaan, alat bukti), in twentieths of a point.
var noteColumns = []uint64{2500, 1700, 1250, 3550}

// docxWidth is the width of other tables, which each share it out by what is in them.
const docxWidth = 9000

// docxLine is how many characters such a table has in a line, docxPadding how many fit beside the text of a cell.
const (
	docxLine    = 86
	docxPadding = 4
)

func columnsOf(rows [][]string) []uint64 {
	var out []uint64
	total := 0
	widths := columnWidths(rows, docxLine-docxPadding*len(rows[0]))
	for _, w := range widths {
		total += w + docxPadding
	}
	for _, w := range widths {
		out = append(out, uint64(docxWidth*(w+docxPadding)/total))
	}
	return out
}

// picturePattern is a drawing in our Markdown, by its key.
var picturePattern = regexp.MustCompile(`^!\[.*\]\(gambar/([a-z-]+)\)$`)

// docxPicture is the width of a drawing, so that its letters are as high as those of the text.
const docxPicture units.Inch = 2.6

// docxOf sets Markdown as a Word document: headings, paragraphs, lists, quotes, tables and drawings, which is all that
// our own Markdown has. So a note and its Word document always say the same.
func docxOf(markdown string) ([]byte, error) {
	doc, err := godocx.NewDocument()
	if err != nil {
		return nil, fmt.Errorf("make document: %w", err)
	}
	var rows [][]string // of the table under way
	for line := range strings.Lines(markdown + "\n\n") {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "|") && len(rows) > 0 {
			addTable(doc.AddTable(), rows)
			rows = nil
		}
		switch {
		case line == "" || strings.HasPrefix(line, "|---"):
		case line == "---":
			doc.AddPageBreak()
		case picturePattern.MatchString(line):
			if err := addPicture(doc.AddEmptyParagraph(), picturePattern.FindStringSubmatch(line)[1]); err != nil {
				return nil, err
			}
		case strings.HasPrefix(line, "|"):
			rows = append(rows, cells(line))
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

// addTable fills in a table. The file note has its own measures; the browser, which writes it too, keeps to them.
func addTable(table *docx.Table, rows [][]string) {
	isNote := slices.Equal(rows[0], []string{"Unsur", "Dasar", "Keadaan", "Alat bukti"})
	widths := noteColumns
	if !isNote {
		widths = columnsOf(rows)
	}
	table.Style("TableGrid")
	table.Grid(widths...)
	for i, cs := range rows {
		row := table.AddRow()
		for _, c := range cs {
			if i == 0 && !isNote && c != "" {
				c = "**" + c + "**"
			}
			addRuns(row.AddCell().AddEmptyPara(), c)
		}
	}
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

// addPicture adds a drawing with its words for who does not see it. The library takes pictures as files only, and gives
// no way to their words but by the elements of the paragraph.
func addPicture(p *docx.Paragraph, key string) error {
	picture, ok := corpus.PictureOf(key)
	if !ok {
		return fmt.Errorf("add picture: no drawing %q", key)
	}
	file, ratio, err := pixels(picture)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "suluh-gambar-")
	if err != nil {
		return fmt.Errorf("add picture: %w", err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, key+".png")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		return fmt.Errorf("add picture: %w", err)
	}
	if _, err := p.AddPicture(path, docxPicture, docxPicture*units.Inch(ratio)); err != nil {
		return fmt.Errorf("add picture: %w", err)
	}
	for _, child := range p.GetCT().Children {
		if child.Run == nil {
			continue
		}
		for _, c := range child.Run.Children {
			if c.Drawing != nil {
				c.Drawing.Inline[0].DocProp.Name, c.Drawing.Inline[0].DocProp.Description = picture.Title, picture.Alt
			}
		}
	}
	return nil
}
