package site

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"suluh/corpus"
)

// A printed handout is one sheet of A4, front and back. What it holds is chosen here, by how many lines a part takes, so
// that a server, a file and a browser all choose alike; a test prints the sheets and counts their pages.

// sheetSize is a size of type in which the sheet can be set.
type sheetSize struct {
	Points int
	Column int // characters in a line of one of the two columns
	Full   int // characters in a line across the page
	Room   int // lines of all four columns, without head, foot and what is lost where they break
}

// sheetSizes are the sizes, the largest first: the sheet takes the largest in which it holds everything.
var sheetSizes = []sheetSize{{Points: 12, Column: 43, Full: 92, Room: 177}, {Points: 11, Column: 48, Full: 101, Room: 195}, {Points: 10, Column: 53, Full: 111, Room: 210}}

// reportTopic is the topic whose weightiest heading stands in every handout of those for whom it is written: where to report.
const reportTopic = "materi/melapor"

// drawingHeight is how many lines the tallest of our drawings takes in a column.
const drawingHeight = 18

// itemPattern begins an item of a list.
var itemPattern = regexp.MustCompile(`^(- |[0-9]+\. )`)

// sheetTopic is a topic with what its parts take on the sheet.
type sheetTopic struct {
	*corpus.Material
	Title string
	Parts []sheetPart
}

// sheetPart is a part of a handout with its lines at each of the [sheetSizes].
type sheetPart struct {
	corpus.HandoutPart
	Lines []int
}

// sheet is the choice for one handout.
type sheet struct {
	Points int
	off    map[[2]int]bool // parts that are left out, by topic and part
}

// handed returns the topics of the handout: those of the bundle, and where to report.
func (b bundle) handed() []sheetTopic {
	var out []sheetTopic
	for _, m := range b.topics {
		out = append(out, newSheetTopic(m))
	}
	if report, ok := reportFrom(b.library); ok && report.For(b.audience.Key) && !slices.Contains(b.topics, report.Material) {
		out = append(out, report)
	}
	return out
}

// reportFrom returns the part of a handout that tells where to report; ok is false if the library has none.
func reportFrom(l *corpus.Library) (t sheetTopic, ok bool) {
	m := l.Material(reportTopic)
	if m == nil {
		return t, false
	}
	for _, p := range newSheetTopic(m).Parts {
		if p.Heading != "" && p.Rank == 0 {
			p.Text = strings.TrimSpace(strings.TrimPrefix(p.Text, "### "+p.Heading))
			return sheetTopic{m, p.Heading + " melapor", []sheetPart{p}}, true
		}
	}
	return t, false
}

// materials are the topics on which the documents of the bundle rest.
func (b bundle) materials() []*corpus.Material {
	var out []*corpus.Material
	for _, t := range b.handed() {
		out = append(out, t.Material)
	}
	return out
}

func newSheetTopic(m *corpus.Material) sheetTopic {
	t := sheetTopic{Material: m, Title: m.Title}
	for _, p := range m.HandoutParts() {
		part := sheetPart{HandoutPart: p}
		for _, size := range sheetSizes {
			lines := size.lines(p.Text)
			if p.Rank == 0 {
				lines += 2.5 // the title
			}
			part.Lines = append(part.Lines, int(math.Ceil(lines)))
		}
		if m.ID == reportTopic && p.Rank == 1 {
			part.Rank = 0 // where to report weighs as much as what stands before it
		}
		t.Parts = append(t.Parts, part)
	}
	return t
}

// newSheet chooses what is printed: everything, in the largest type in which it fits; else, in the smallest, where to
// report, then the weightiest part of every topic, then the drawings, then the next part of every topic, as long as there
// is room. The notices are printed above.
func newSheet(topics []sheetTopic, notices []Notice) sheet {
	for i, size := range sheetSizes {
		if out := choose(topics, i, size.room(notices)); len(out.off) == 0 {
			return out
		}
	}
	last := len(sheetSizes) - 1
	size := sheetSizes[last]
	room := size.room(notices)
	out := choose(topics, last, room)
	// What is left out is named on the sheet, which takes room, too.
	return choose(topics, last, room-size.across(leftOutText(out.leftOut(topics)))-6)
}

// theDrawing stands for the number of a part in [sheet].
const theDrawing = -1

// choose fills the room.
func choose(topics []sheetTopic, size, room int) sheet {
	out := sheet{Points: sheetSizes[size].Points, off: map[[2]int]bool{}}
	take := func(topic, part, lines int, may bool) {
		if lines > room || !may {
			out.off[[2]int{topic, part}] = true
			return
		}
		room -= lines
	}
	order := servedFirst(topics)
	for rank := range longest(topics) {
		for _, i := range order {
			for j, p := range topics[i].Parts {
				if p.Rank == rank {
					take(i, j, p.Lines[size], out.begun(i, topics[i]))
				}
			}
		}
		for i, t := range topics {
			if rank == 0 && t.Picture != "" {
				take(i, theDrawing, drawingHeight, out.begun(i, t))
			}
		}
	}
	return out
}

// servedFirst returns the numbers of the topics in the order in which they get room: where to report comes before the others.
func servedFirst(topics []sheetTopic) []int {
	var out []int
	for i, t := range topics {
		if t.ID == reportTopic {
			out = slices.Insert(out, 0, i)
		} else {
			out = append(out, i)
		}
	}
	return out
}

// longest returns the number of parts of the topic that has most.
func longest(topics []sheetTopic) int {
	n := 0
	for _, t := range topics {
		n = max(n, len(t.Parts))
	}
	return n
}

// begun reports whether the weightiest part of a topic is on the sheet.
func (s sheet) begun(i int, t sheetTopic) bool {
	return !s.off[[2]int{i, t.first()}]
}

// first returns the number of the weightiest part.
func (t sheetTopic) first() int {
	return slices.IndexFunc(t.Parts, func(p sheetPart) bool { return p.Rank == 0 })
}

// leftOut names what is not on the sheet.
func (s sheet) leftOut(topics []sheetTopic) []LeftOut {
	var out []LeftOut
	for i, t := range topics {
		names := []string{"seluruh topik"}
		if s.begun(i, t) {
			names = s.partsOff(i, t)
		}
		if len(names) > 0 {
			out = append(out, LeftOut{Title: t.Title, Where: "/" + t.ID, Parts: strings.Join(names, "; ")})
		}
	}
	return out
}

func (s sheet) partsOff(i int, t sheetTopic) []string {
	var names []string
	if s.off[[2]int{i, theDrawing}] {
		names = append(names, "gambar")
	}
	for j, p := range t.Parts {
		if s.off[[2]int{i, j}] {
			names = append(names, p.Heading)
		}
	}
	return names
}

// LeftOut names parts of a topic that are not on the sheet, and where they can be read.
type LeftOut struct{ Title, Href, Where, Parts string }

func leftOutText(ls []LeftOut) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteString(l.Title + " (" + l.Where + "): " + l.Parts + ". ")
	}
	return b.String()
}

// room returns the lines that are left below the notices.
func (s sheetSize) room(notices []Notice) int {
	room := s.Room
	if len(notices) > 0 {
		room -= 8 // that the handout must be checked again
	}
	for _, n := range notices {
		room -= s.across(n.Label+n.Where+n.Text) + 1
	}
	return room
}

// across returns the lines of both columns that a text across the page takes.
func (s sheetSize) across(text string) int { return 2 * divideUp(utf8.RuneCountInString(text), s.Full) }

// lines returns how many lines of a column a piece of our Markdown takes.
func (s sheetSize) lines(markdown string) float64 {
	sum := 0.0
	var table [][]string
	for _, line := range append(strings.Split(markdown, "\n"), "") {
		text := strings.ReplaceAll(strings.TrimSpace(line), "**", "")
		if len(table) > 0 && !strings.HasPrefix(text, "|") {
			sum += s.tableLines(table)
			table = nil
		}
		n := utf8.RuneCountInString(text)
		switch {
		case text == "" || strings.HasPrefix(text, "|---"):
		case strings.HasPrefix(text, "|"):
			table = append(table, cells(text))
		case strings.HasPrefix(text, "#"):
			sum += float64(divideUp(n, s.Column)) + .5
		case itemPattern.MatchString(text):
			sum += float64(divideUp(n, s.Column-4))
		default:
			sum += float64(divideUp(n, s.Column)) + .3
		}
	}
	return sum
}

// tableLines returns the lines of a table. One of three columns and more stands across the page.
func (s sheetSize) tableLines(rows [][]string) float64 {
	wide := len(rows[0]) > 2
	width := s.Column
	if wide {
		width = s.Full
	}
	widths := columnWidths(rows, width-2*len(rows[0]))
	sum := 0.0
	for _, row := range rows {
		most := 1
		for i, c := range row[:min(len(row), len(widths))] {
			most = max(most, divideUp(utf8.RuneCountInString(c), widths[i]))
		}
		sum += .9*float64(most) + .2
	}
	if wide {
		return 2 * (sum + 2)
	}
	return sum + .5
}

// columnWidths shares out the characters of a line among the columns as browsers do: each has room for its longest
// word, and of the rest the more the longer its longest cell is.
func columnWidths(rows [][]string, width int) []int {
	shortest, longest := make([]int, len(rows[0])), make([]int, len(rows[0]))
	sumShortest, sumLonger := 0, 0
	for i := range shortest {
		for _, row := range rows {
			if i >= len(row) {
				continue
			}
			longest[i] = max(longest[i], utf8.RuneCountInString(row[i]))
			for word := range strings.FieldsSeq(row[i]) {
				shortest[i] = max(shortest[i], utf8.RuneCountInString(word))
			}
		}
		sumShortest += shortest[i]
		sumLonger += longest[i] - shortest[i]
	}
	out := make([]int, len(shortest))
	for i := range out {
		out[i] = shortest[i]
		if rest := width - sumShortest; rest > 0 && sumLonger > 0 {
			out[i] += rest * (longest[i] - shortest[i]) / sumLonger
		}
		out[i] = max(out[i], 1)
	}
	return out
}

func divideUp(n, by int) int { return (n + by - 1) / by }
