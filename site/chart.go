package site

import (
	"bytes"
	"fmt"
	"html/template"
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// chart is a picture of rows over one scale. The page shows the same numbers in a table beside it.
type chart struct {
	title string // what a screen reader says
	axis  string
	end   float64 // of the scale; as far as the rows go if zero
	rows  []chartRow
}

// chartRow is one line of a chart: a label, and below it dots over a band, or a bar.
type chartRow struct {
	label  string
	low    float64 // the band: what the law allows
	high   float64
	dots   []float64
	median float64
	bar    float64
}

// Measures of a chart in points.
const (
	chartWidth     = 520
	chartRowHeight = 46
	chartMargin    = 46 // the scale and its name
	chartEdge      = 12
	dotRadius      = 2
	dotStep        = 4.4 // between dots on one value
	dotColumn      = 5   // dots in one column
)

// Colours stand for classes of the style sheet, so that a chart follows light, dark and print. Their values are never shown.
var (
	chartInk    = color.RGBA{1, 0, 0, 255}
	chartGrid   = color.RGBA{2, 0, 0, 255}
	chartBand   = color.RGBA{3, 0, 0, 255}
	chartDot    = color.RGBA{4, 0, 0, 255}
	chartMedian = color.RGBA{5, 0, 0, 255}

	chartClasses = map[string]string{"010000": "ink", "020000": "grid", "030000": "band", "040000": "dot", "050000": "median"}
)

// svg draws the chart. Every text in it is escaped by the library that writes it.
func (c chart) svg() (template.HTML, error) {
	p := plot.New()
	p.BackgroundColor = nil
	p.HideY()
	p.X.Label.Text = c.axis
	p.X.Min, p.X.Max = 0, c.scale()
	p.Y.Min, p.Y.Max = 0, float64(len(c.rows))
	p.X.Tick.Marker = plot.TickerFunc(wholeTicks)
	for _, style := range []*draw.LineStyle{&p.X.LineStyle, &p.X.Tick.LineStyle} {
		style.Color = chartGrid
	}
	p.X.Label.TextStyle.Color, p.X.Tick.Label.Color = chartInk, chartInk
	p.Add(chartRows(c.rows))
	height := vg.Length(chartMargin + chartRowHeight*len(c.rows))
	canvas := vgsvg.NewWith(vgsvg.UseWH(chartWidth, height))
	p.Draw(draw.Crop(draw.New(canvas), 0, -chartEdge, 0, 0)) // room for the last number of the scale
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return "", fmt.Errorf("draw %q: %w", c.title, err)
	}
	return template.HTML(inlineSVG(b.String(), c.title, float64(height))), nil // safe: the library escapes, inlineSVG adds only escaped text
}

// scale returns the end of the scale: the first even number above everything drawn.
func (c chart) scale() float64 {
	most := max(1, c.end)
	for _, r := range c.rows {
		most = max(most, r.high, r.bar, r.median)
		for _, d := range r.dots {
			most = max(most, d)
		}
	}
	return math.Ceil(most/2) * 2
}

// wholeTicks marks whole numbers, about ten of them.
func wholeTicks(low, high float64) []plot.Tick {
	step := math.Max(1, math.Ceil((high-low)/10))
	var out []plot.Tick
	for x := math.Ceil(low); x <= high; x += step {
		out = append(out, plot.Tick{Value: x, Label: strconv.Itoa(int(x))})
	}
	return out
}

// chartRows draws the rows, the first on top.
type chartRows []chartRow

// Plot implements [plot.Plotter].
func (rows chartRows) Plot(c draw.Canvas, p *plot.Plot) {
	toX, toY := p.Transforms(&c)
	label := p.X.Tick.Label
	label.XAlign, label.YAlign = draw.XLeft, draw.YBottom
	label.Font.Size = 11
	for i, r := range rows {
		bottom, top := toY(float64(len(rows)-i-1)), toY(float64(len(rows)-i))
		mid := bottom + (top-bottom)*0.32
		c.FillText(label, vg.Point{X: c.Min.X, Y: top - 14}, r.label)
		if r.high > 0 {
			c.FillPolygon(chartBand, rectangle(toX(r.low), toX(r.high), mid-9, mid+9))
		}
		if r.bar > 0 {
			c.FillPolygon(chartDot, rectangle(toX(0), toX(r.bar), mid-8, mid+8))
		}
		stack := map[float64]int{}
		for _, d := range r.dots {
			n := stack[d]
			stack[d]++
			// One on the line, the next above, the next below: a column that grows both ways, and another beside it when it is full.
			above := float64((n%dotColumn+1)/2) * dotStep * float64(1-2*(n%dotColumn%2))
			at := vg.Point{X: toX(d) + vg.Length(n/dotColumn)*dotStep, Y: mid + vg.Length(above)}
			c.DrawGlyph(draw.GlyphStyle{Color: chartDot, Radius: dotRadius, Shape: draw.CircleGlyph{}}, at)
		}
		if len(r.dots) > 0 {
			x := toX(r.median)
			c.StrokeLine2(draw.LineStyle{Color: chartMedian, Width: 2}, x, mid-12, x, mid+12)
		}
	}
}

func rectangle(left, right, bottom, top vg.Length) []vg.Point {
	return []vg.Point{{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top}}
}

var (
	svgHead  = regexp.MustCompile(`(?s)^.*?<svg[^>]*>`)
	svgStyle = regexp.MustCompile(`\s+style="([^"]*)"`)
)

// inlineSVG makes a drawing part of a page: the page's policy forbids style attributes, so what they say becomes classes
// and presentation attributes.
func inlineSVG(svg, title string, height float64) string {
	svg = svgStyle.ReplaceAllStringFunc(svg, func(attribute string) string {
		var classes []string
		rest := ""
		for _, declaration := range strings.Split(svgStyle.FindStringSubmatch(attribute)[1], ";") {
			name, value, _ := strings.Cut(declaration, ":")
			class := chartClasses[strings.ToLower(strings.TrimPrefix(value, "#"))]
			switch {
			case class != "":
				classes = append(classes, "ch-"+name+"-"+class)
			case name == "fill" || name == "stroke-width" || name == "font-size":
				rest += fmt.Sprintf(` %s="%s"`, name, value)
			}
		}
		if len(classes) > 0 {
			rest += ` class="` + strings.Join(classes, " ") + `"`
		}
		return rest
	})
	head := fmt.Sprintf(`<svg class="chart" viewBox="0 0 %d %g" role="img" aria-label="%s">`, chartWidth, height, escape(title))
	return svgHead.ReplaceAllLiteralString(svg, head)
}
