package paper

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxSize is the size of the largest copy that is read, in bytes. A scanned gazette of a thousand pages stays below it.
const MaxSize = 50 << 20

// maxText is how much text a copy may hold, in bytes. The longest code of law has less than a tenth of it.
const maxText = 5 << 20

// Copy is an official copy of a work, as text.
type Copy struct {
	Name   string // of the file, without its folder
	SHA256 string // of the file
	Format string // "teks", "Markdown", "HTML", "PDF"
	Pages  int    // 0 where the format has none
	Lines  []Line
}

// Line is a line of a copy.
type Line struct {
	Text string
	Page int // from 1; 0 where the format has none
	No   int // from 1, in the file or, for a PDF, on the page
}

// Place says where a line stands, for the reader; "" where a number would not help to find it.
func (c *Copy) Place(i int) string {
	if i < 0 || i >= len(c.Lines) || c.Format == "HTML" {
		return ""
	}
	if l := c.Lines[i]; l.Page > 0 {
		return fmt.Sprintf("halaman %d baris %d", l.Page, l.No)
	}
	return fmt.Sprintf("baris %d", c.Lines[i].No)
}

// Parse reads a copy. The format is told by the content and the ending of the name.
func Parse(ctx context.Context, name string, data []byte) (*Copy, error) {
	sum := sha256.Sum256(data)
	c := &Copy{Name: path.Base(strings.ReplaceAll(name, `\`, "/")), SHA256: hex.EncodeToString(sum[:])}
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s terlalu besar: %d MB; batasnya %d MB", c.Name, len(data)>>20, MaxSize>>20)
	}
	ending := strings.ToLower(path.Ext(c.Name))
	var err error
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		c.Format = "PDF"
		err = c.readPDF(ctx, data)
	case ending == ".pdf":
		return nil, fmt.Errorf("%s bukan PDF: tanda %%PDF- tidak ada pada awal berkas", c.Name)
	default:
		err = c.readText(data, ending)
	}
	if err != nil {
		return nil, err
	}
	size := 0
	for _, l := range c.Lines {
		size += len(l.Text) + 1
	}
	if size > maxText {
		return nil, fmt.Errorf("%s memuat terlalu banyak teks: %d MB; batasnya %d MB, sedangkan kitab hukum terpanjang kurang dari sepersepuluhnya", c.Name, size>>20, maxText>>20)
	}
	for _, l := range c.Lines {
		if strings.ContainsFunc(l.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return c, nil
		}
	}
	if c.Format == "PDF" {
		return nil, fmt.Errorf("%s tidak mempunyai lapisan teks: ke-%d halamannya hanya gambar (hasil pindai); jalankan OCR dahulu, misalnya ocrmypdf, lalu ulangi", c.Name, c.Pages)
	}
	return nil, fmt.Errorf("%s kosong: tidak ada satu kata pun di dalamnya", c.Name)
}

// signatures are the beginnings of files that are no text, with what to do about each.
var signatures = []struct{ start, what string }{
	{"PK\x03\x04", "berkas Word atau ZIP; simpan sebagai PDF atau teks"},
	{"\xd0\xcf\x11\xe0", "berkas Word lama; simpan sebagai PDF atau teks"},
	{"{\\rtf", "berkas RTF; simpan sebagai PDF atau teks"},
	{"\xff\xd8\xff", "gambar JPEG; jalankan OCR dahulu"},
	{"\x89PNG", "gambar PNG; jalankan OCR dahulu"},
	{"II*\x00", "gambar TIFF; jalankan OCR dahulu"},
	{"MM\x00*", "gambar TIFF; jalankan OCR dahulu"},
	{"GIF8", "gambar GIF; jalankan OCR dahulu"},
	{"\x1f\x8b", "berkas gzip; buka dahulu"},
}

func (c *Copy) readText(data []byte, ending string) error {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return fmt.Errorf("%s tidak dapat dibaca: %s; yang dapat dibaca: teks, Markdown, HTML, PDF", c.Name, s.what)
		}
	}
	text := decode(data)
	if strings.ContainsRune(text, 0) {
		return fmt.Errorf("%s bukan teks; yang dapat dibaca: teks, Markdown, HTML, PDF", c.Name)
	}
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	switch {
	case ending == ".html" || ending == ".htm" || ending == ".xhtml" || strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html"):
		c.Format = "HTML"
		c.Lines = htmlLines(text)
	case ending == ".md" || ending == ".markdown":
		c.Format = "Markdown"
		c.addLines(withoutFrontMatter(text))
	default:
		c.Format = "teks"
		c.addLines(text)
	}
	return nil
}

// decode returns the text of UTF-8, UTF-16 with a byte order mark, or else Windows-1252.
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		var units []uint16
		for i := 2; i+1 < len(data); i += 2 {
			if data[0] == 0xff {
				units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
			} else {
				units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
			}
		}
		return string(utf16.Decode(units))
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	var b strings.Builder
	for _, c := range data {
		if c >= 0x80 && c < 0xa0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

var windows1252 = [32]rune{'€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ',
	' ', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ'}

// withoutFrontMatter blanks the lines between two "---" at the start, so that line numbers stay true.
func withoutFrontMatter(text string) string {
	if !strings.HasPrefix(text, "---\n") {
		return text
	}
	end := strings.Index(text[4:], "\n---")
	if end < 0 {
		return text
	}
	end += 4 + len("\n---")
	return strings.Repeat("\n", strings.Count(text[:end], "\n")) + text[end:]
}

// addLines takes a text line by line. A form feed begins a page.
func (c *Copy) addLines(text string) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(text)
	paged := strings.Count(text, "\f") > 0
	no := 0
	for i, page := range strings.Split(text, "\f") {
		for line := range strings.SplitSeq(page, "\n") {
			no++
			l := Line{Text: line, No: no}
			if paged {
				l.Page = i + 1
			}
			c.Lines = append(c.Lines, l)
		}
		no-- // the form feed does not end a line
	}
	if paged {
		c.Pages = strings.Count(text, "\f") + 1
		for i := range c.Lines {
			c.Lines[i].No = 1
			if i > 0 && c.Lines[i-1].Page == c.Lines[i].Page {
				c.Lines[i].No = c.Lines[i-1].No + 1
			}
		}
	}
}
