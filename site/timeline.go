package site

import (
	"net/http"

	"suluh/corpus"
)

// TimelinePage shows which article governed which conduct when.
type TimelinePage struct {
	BasePage
	Rows   []TimelineRow
	Years  []YearMark
	Height int
	Now    int // x of the day of the page
}

// TimelineRow is one conduct with the articles that have governed it, oldest first.
type TimelineRow struct {
	Conduct string
	Y       int // of its heading in the picture
	Bars    []TimelineBar
}

// TimelineBar is the time of one article.
type TimelineBar struct {
	Href, Label, Caption string
	From, Until          string // in words
	Ended                *Link  // what ended it
	Over                 bool   // ended before the day of the page
	X, Y, Width          int
	TextX, TextY         int
	Anchor               string // of the label: "start" in the bar, "end" before it where there is no room
}

// YearMark is a line of the scale.
type YearMark struct {
	Year int
	X    int
}

// conducts are the kinds of conduct and the articles that name them. The times come from the corpus.
var conducts = []struct {
	name string
	refs []string
}{
	{"Merekrut, mengangkut, atau menerima orang untuk dieksploitasi di Indonesia", []string{"kuhp-lama#pasal-297", "uu/2007/21#pasal-2", "uu/2023/1#pasal-455"}},
	{"Membawa orang Indonesia ke luar negeri untuk dieksploitasi", []string{"uu/2007/21#pasal-4"}},
	{"Mengirim anak sehingga tereksploitasi", []string{"uu/2007/21#pasal-6"}},
	{"Memperdagangkan, menjual, atau menculik anak", []string{"uu/2002/23#pasal-83"}},
	{"Mengeksploitasi anak secara ekonomi atau seksual", []string{"uu/2002/23#pasal-88"}},
	{"Orang perseorangan menempatkan pekerja di luar negeri", []string{"uu/2004/39#pasal-102", "uu/2017/18#pasal-81"}},
	{"Menempatkan calon pekerja yang tidak memenuhi syarat", []string{"uu/2004/39#pasal-103", "uu/2017/18#pasal-83"}},
	{"Memalsukan dokumen untuk mempermudah perdagangan orang", []string{"uu/2007/21#pasal-19"}},
	{"Memalsukan surat", []string{"kuhp-lama#pasal-263", "uu/2023/1#pasal-391"}},
	{"Menyelundupkan manusia", []string{"uu/2011/6#pasal-120.ayat-1", "uu/2023/1#pasal-457"}},
	{"Eksploitasi seksual", []string{"uu/2022/12#pasal-12"}},
}

const timelineAddress = "/linimasa"

// Measures of the picture, in its own units.
const (
	pictureWidth  = 1000
	pictureTop    = 34
	firstYear     = 2000 // earlier times begin at the left edge
	lastYear      = 2030
	conductHeight = 24
	barHeight     = 26
	barGap        = 6
	rowGap        = 12
)

func (s *Site) serveTimeline(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page := TimelinePage{BasePage: v.base("Linimasa"), Now: xOf(v.shown())}
	y := pictureTop
	for _, c := range conducts {
		row := TimelineRow{Conduct: c.name, Y: y + conductHeight - 8}
		y += conductHeight
		for _, ref := range c.refs {
			if bar, ok := v.timelineBar(corpus.ParseRef(ref), y); ok {
				row.Bars = append(row.Bars, bar)
				y += barHeight + barGap
			}
		}
		y += rowGap
		if len(row.Bars) > 0 {
			page.Rows = append(page.Rows, row)
		}
	}
	page.Height = y
	for year := firstYear; year <= lastYear; year += 5 {
		page.Years = append(page.Years, YearMark{year, xOf(corpus.Date{Year: year, Month: 1, Day: 1})})
	}
	return s.writePage(w, "timeline", page)
}

func (v view) timelineBar(r corpus.Ref, y int) (TimelineBar, bool) {
	p, ok := v.library.Period(r)
	if !ok {
		return TimelineBar{}, false
	}
	bar := TimelineBar{Href: v.href(r), Label: v.label(r), Caption: v.library.Caption(r), From: p.From.Long(), Until: "belum berakhir",
		X: xOf(p.From), Y: y, TextY: y + barHeight*2/3, Over: p.Ended != nil && p.Until.Before(v.day)}
	end := pictureWidth
	if p.Ended != nil {
		bar.Until = p.Until.Long()
		basis := v.basis(p.Ended)
		bar.Ended = &basis
		end = xOf(p.Until)
	}
	const narrowest = 4
	bar.Width = max(end-bar.X, narrowest)
	const pad, room = 8, 230 // of the longest label
	if bar.TextX, bar.Anchor = bar.X+pad, "start"; bar.X > pictureWidth-room {
		bar.TextX, bar.Anchor = bar.X-pad, "end"
	}
	return bar, true
}

// xOf returns the place of a day in the picture.
func xOf(d corpus.Date) int {
	const days = (lastYear - firstYear) * 12 * 31
	n := ((d.Year-firstYear)*12+int(d.Month)-1)*31 + d.Day - 1
	return min(max(n*pictureWidth/days, 0), pictureWidth)
}
