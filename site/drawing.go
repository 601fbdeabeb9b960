package site

import (
	"embed"
	"fmt"
	"html/template"
	"strings"

	"suluh/corpus"
)

//go:embed drawings/*.svg
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
