package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"image/png"
	"strings"

	"suluh/corpus"
)

// The drawings, and the same in pixels for files of Word and PowerPoint; e2e_drawing_test.go makes those.
//
//go:embed drawings/*.svg drawings/*.png
var drawingFiles embed.FS

// Drawing is a picture of ours in a page, with the same in words.
type Drawing struct {
	Title, Alt string
	Picture    template.HTML
	Add        string // address that puts it into the basket
}

// drawing returns a drawing as part of a page. It is a file of ours, and its words are escaped, so it is safe.
func drawing(p corpus.Picture) template.HTML {
	b, err := drawingFiles.ReadFile("drawings/" + p.Key + ".svg")
	if err != nil {
		return "" // a test holds every picture to its file
	}
	return template.HTML(strings.Replace(string(b), "<svg ", fmt.Sprintf(`<svg class="drawing" role="img" aria-label="%s" `, escape(p.Alt)), 1))
}

// drawingOf returns the drawing of a topic, nil if it has none.
func drawingOf(m *corpus.Material) *Drawing {
	p, ok := corpus.PictureOf(m.Picture)
	if !ok {
		return nil
	}
	return &Drawing{Title: p.Title, Alt: p.Alt, Picture: drawing(p)}
}

// drawings lists all drawings, each with the way into the basket.
func (v view) drawings() []Drawing {
	var out []Drawing
	for _, p := range corpus.Pictures {
		out = append(out, Drawing{Title: p.Title, Alt: p.Alt, Picture: drawing(p), Add: v.addLink("gambar/" + p.Key)})
	}
	return out
}

// pixels returns a drawing as PNG, and its height by its width.
func pixels(p corpus.Picture) (file []byte, ratio float64, err error) {
	if file, err = drawingFiles.ReadFile("drawings/" + p.Key + ".png"); err != nil {
		return nil, 0, fmt.Errorf("read drawing: %w", err)
	}
	size, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, 0, fmt.Errorf("read drawing %s: %w", p.Key, err)
	}
	return file, float64(size.Height) / float64(size.Width), nil
}
