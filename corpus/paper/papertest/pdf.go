// Package papertest makes copies of law for the tests of other packages.
package papertest

import (
	"bytes"
	"fmt"
	"strings"
)

// PDF makes a PDF of text, one string a page, as simple as a PDF can be. A page without text has a line drawn on it.
func PDF(pages ...string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, page := range pages {
		content := "0 0 m 100 100 l S"
		if page != "" {
			content = "BT /F1 10 Tf 12 TL 50 800 Td\n"
			for _, line := range strings.Split(page, "\n") {
				content += "(" + escape(line) + ") Tj T*\n"
			}
			content += "ET"
		}
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// escape writes a line in the encoding of the font.
func escape(line string) string {
	line = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "“", "\x93", "”", "\x94", "–", "\x96", "é", "\xe9").Replace(line)
	return line
}
