package site

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"suluh/corpus"
)

// pptxParts are the parts of a presentation in Office Open XML (ECMA-376), as templates. No library that writes such
// files could be obtained, so this is the least that PowerPoint and LibreOffice want: a master, a layout, slides, notes.
//
//go:embed pptx/*.xml
var pptxParts embed.FS

// officeRelation begins the types of relations between parts.
const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// pptxRelation is a line of a .rels part.
type pptxRelation struct {
	N            int
	Type, Target string
}

// pptxSlide is a slide as its templates take it.
type pptxSlide struct {
	N, ID, Rel      int
	Title           string
	TitleSize, Size int // hundredths of a point; 0 for that of the master
	Lines, Note     []string
	Unmarked        bool // the lines have no marks of a list
	Picture         *pptxPicture
}

// pptxPicture is a drawing on a slide, to the right of the title. Measures are in the format's units, 360000 to a centimetre.
type pptxPicture struct {
	Key, Title, Alt     string
	X, Y, Width, Height int
}

// Where drawings stand on a slide of 12192000 by 6858000.
const (
	pptxPictureTop    = 300000
	pptxPictureHeight = 6858000 - 2*pptxPictureTop
	pptxPictureRight  = 12192000 - 609600
)

// pptxOf sets slides as a presentation with speaker's notes.
func pptxOf(title string, slides []slide) ([]byte, error) {
	t, err := template.New("").Funcs(template.FuncMap{"xml": escapeXML}).ParseFS(pptxParts, "pptx/*.xml")
	if err != nil {
		return nil, fmt.Errorf("parse parts of the presentation: %w", err)
	}
	deck := struct {
		Title  string
		Slides []pptxSlide
	}{Title: title}
	drawn := map[string][]byte{} // by key
	for i, s := range slides {
		slide := newPptxSlide(i+1, s)
		if s.picture != nil {
			file, ratio, err := pixels(*s.picture)
			if err != nil {
				return nil, err
			}
			width := int(pptxPictureHeight / ratio)
			slide.Picture = &pptxPicture{s.picture.Key, s.picture.Title, s.picture.Alt, pptxPictureRight - width, pptxPictureTop, width, pptxPictureHeight}
			drawn[s.picture.Key] = file
		}
		deck.Slides = append(deck.Slides, slide)
	}
	var out bytes.Buffer
	p := pptxWriter{zip: zip.NewWriter(&out), templates: t}
	p.part("[Content_Types].xml", "contenttypes.xml", deck)
	p.relations("_rels/.rels", officeRelation+"officeDocument", "ppt/presentation.xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
	p.part("docProps/core.xml", "core.xml", deck)
	p.part("ppt/presentation.xml", "presentation.xml", deck)
	links := []string{officeRelation + "slideMaster", "slideMasters/slideMaster1.xml", officeRelation + "notesMaster", "notesMasters/notesMaster1.xml", officeRelation + "theme", "theme/theme1.xml"}
	for _, s := range deck.Slides {
		links = append(links, officeRelation+"slide", fmt.Sprintf("slides/slide%d.xml", s.N))
	}
	p.relations("ppt/_rels/presentation.xml.rels", links...)
	p.part("ppt/slideMasters/slideMaster1.xml", "master.xml", nil)
	p.relations("ppt/slideMasters/_rels/slideMaster1.xml.rels", officeRelation+"slideLayout", "../slideLayouts/slideLayout1.xml", officeRelation+"theme", "../theme/theme1.xml")
	p.part("ppt/slideLayouts/slideLayout1.xml", "layout.xml", nil)
	p.relations("ppt/slideLayouts/_rels/slideLayout1.xml.rels", officeRelation+"slideMaster", "../slideMasters/slideMaster1.xml")
	p.part("ppt/notesMasters/notesMaster1.xml", "notesmaster.xml", nil)
	p.relations("ppt/notesMasters/_rels/notesMaster1.xml.rels", officeRelation+"theme", "../theme/theme2.xml")
	p.part("ppt/theme/theme1.xml", "theme.xml", nil)
	p.part("ppt/theme/theme2.xml", "theme.xml", nil)
	for _, s := range deck.Slides {
		p.slide(s)
	}
	for _, key := range slices.Sorted(maps.Keys(drawn)) {
		p.file("ppt/media/"+key+".png", drawn[key])
	}
	if p.err == nil {
		p.err = p.zip.Close()
	}
	if p.err != nil {
		return nil, fmt.Errorf("write presentation: %w", p.err)
	}
	return out.Bytes(), nil
}

// Numbers that presentations give to slides.
const (
	firstSlideID  = 256 // the least that the format allows
	firstSlideRel = 4   // after master, notes master and theme
)

// newPptxSlide makes the parts of a slide. Long text is set smaller, for a presentation does not shrink text by itself when it is shown.
func newPptxSlide(n int, s slide) pptxSlide {
	out := pptxSlide{N: n, ID: firstSlideID + n - 1, Rel: firstSlideRel + n - 1, Title: s.title, Lines: s.lines}
	length := 0
	for _, l := range out.Lines {
		length += utf8.RuneCountInString(l)
	}
	if length > 380 {
		out.Size = 2000
	} else if length > 260 {
		out.Size = 2400
	} else if length > 180 {
		out.Size = 2800
	}
	out.Unmarked = strings.HasPrefix(s.class, "opening") || strings.HasPrefix(s.class, "quiz-slide")
	if utf8.RuneCountInString(s.title) > 90 {
		out.TitleSize = 2800
	} else if utf8.RuneCountInString(s.title) > 50 {
		out.TitleSize = 3200
	}
	for l := range strings.Lines(corpus.PlainMarkdown(s.note)) {
		if l = strings.TrimSpace(l); l != "" {
			out.Note = append(out.Note, l)
		}
	}
	return out
}

// pptxWriter writes parts until the first failure.
type pptxWriter struct {
	zip       *zip.Writer
	templates *template.Template
	err       error
}

func (p *pptxWriter) part(name, source string, data any) {
	if p.err != nil {
		return
	}
	w, err := p.zip.Create(name)
	if err == nil {
		err = p.templates.ExecuteTemplate(w, source, data)
	}
	p.err = err
}

func (p *pptxWriter) file(name string, content []byte) {
	if p.err != nil {
		return
	}
	w, err := p.zip.Create(name)
	if err == nil {
		_, err = w.Write(content)
	}
	p.err = err
}

// relations writes a .rels part of types and targets in turn.
func (p *pptxWriter) relations(name string, typesAndTargets ...string) {
	var rels []pptxRelation
	for i := 0; i+1 < len(typesAndTargets); i += 2 {
		rels = append(rels, pptxRelation{i/2 + 1, typesAndTargets[i], typesAndTargets[i+1]})
	}
	p.part(name, "rels.xml", rels)
}

func (p *pptxWriter) slide(s pptxSlide) {
	p.part(fmt.Sprintf("ppt/slides/slide%d.xml", s.N), "slide.xml", s)
	links := []string{officeRelation + "slideLayout", "../slideLayouts/slideLayout1.xml", officeRelation + "notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", s.N)}
	if s.Picture != nil {
		links = append(links, officeRelation+"image", "../media/"+s.Picture.Key+".png")
	}
	p.relations(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", s.N), links...)
	p.part(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", s.N), "notes.xml", s)
	p.relations(fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", s.N), officeRelation+"notesMaster", "../notesMasters/notesMaster1.xml",
		officeRelation+"slide", fmt.Sprintf("../slides/slide%d.xml", s.N))
}

// escapeXML makes a text fit for an element; what XML cannot hold becomes the replacement character.
func escapeXML(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}
