package site

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

const figuresAddress = decisionsAddress + "/angka"

// FiguresPage shows what the decisions of the collection add up to.
type FiguresPage struct {
	BasePage
	Crumbs   []Link
	Note     string
	Articles []ArticleFigure
	Pleaded  Figure
	Amounts  Figure
}

// Figure is a picture with its table.
type Figure struct {
	Picture template.HTML
	Head    []string
	Rows    []FigureRow
}

// FigureRow is a line of a table; its first cell may be a link.
type FigureRow struct {
	Href  string
	Cells []string
}

// ArticleFigure shows the prison terms imposed under one article.
type ArticleFigure struct {
	Figure
	Label, Caption, Href, List string
	Count                      int
	Median                     string
}

func (s *Site) serveFigures(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	page, err := v.figuresPage()
	if err != nil {
		return err
	}
	return s.writePage(w, "figures", page)
}

func (v view) figuresPage() (FiguresPage, error) {
	page := FiguresPage{BasePage: v.base("Angka dari putusan"), Note: v.sampleNote(),
		Crumbs: []Link{{Href: v.keepDay("/"), Text: "Depan"}, {Href: v.keepDay(decisionsAddress), Text: "Putusan"}}}
	page.Description = "Pidana menurut pasal, dakwaan dan hasilnya, serta restitusi dalam putusan yang dimuat Suluh."
	for _, article := range v.convictedArticles() {
		f, err := v.articleFigure(article)
		if err != nil {
			return page, err
		}
		if f != nil {
			page.Articles = append(page.Articles, *f)
		}
	}
	slices.SortStableFunc(page.Articles, func(a, b ArticleFigure) int { return cmp.Compare(b.Count, a.Count) })
	var err error
	if page.Pleaded, err = v.pleadedFigure(); err != nil {
		return page, err
	}
	page.Amounts, err = v.restitutionFigure()
	return page, err
}

// convictedArticles returns the articles under which the collection has a prison term, each once.
func (v view) convictedArticles() []corpus.Ref {
	var out []corpus.Ref
	for _, d := range v.library.Decisions() {
		if d.Outside != "" {
			continue
		}
		for _, r := range d.Proved() {
			if article := v.library.Canonical(r).Article(); !slices.Contains(out, article) {
				out = append(out, article)
			}
		}
	}
	return out
}

// prisonTerm is the prison of one defendant under one article.
type prisonTerm struct {
	decision  *corpus.Decision
	defendant int
	proved    corpus.Proved
	months    float64
	low, high int // what the law allowed on the day of the act, in months; both 0 if no rule tells
}

// prisonTerms returns the prison terms imposed under an article. Where one term was imposed for several offences it counts
// for the one that is named first.
func (v view) prisonTerms(article corpus.Ref) []prisonTerm {
	var out []prisonTerm
	for _, d := range v.library.DecisionsOn(article) {
		for i, a := range d.Defendants {
			if d.Outside != "" || len(a.Proved) == 0 || len(a.Proved[0].Articles) == 0 || a.Sentence.Prison.IsZero() {
				continue
			}
			first := v.library.Canonical(corpus.ParseRef(a.Proved[0].Articles[0]))
			if first.Article() != article {
				continue
			}
			t := prisonTerm{decision: d, defendant: i, proved: a.Proved[0], months: a.Sentence.Prison.InMonths()}
			if v.rules != nil {
				t.low, t.high, _ = v.rules.RangeOf(first, d.Acted.From)
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b prisonTerm) int { return cmp.Compare(a.months, b.months) })
	return out
}

// articleFigure shows the prison terms imposed under an article against what the law allowed; nil if there are none.
func (v view) articleFigure(article corpus.Ref) (*ArticleFigure, error) {
	terms := v.prisonTerms(article)
	if len(terms) == 0 {
		return nil, nil
	}
	f := ArticleFigure{Label: v.label(article), Caption: v.library.Caption(article), Href: v.path(article), Count: len(terms),
		Median: monthsWords(median(terms)), List: v.keepDay(decisionsFiltered(index.Filter{index.FacetArticle: {article.String()}}))}
	f.Head = []string{"Putusan", "Terbukti", "Penjara", "Ancaman pada hari perbuatan"}
	for _, t := range terms {
		f.Rows = append(f.Rows, FigureRow{v.path(t.decision.Ref()), []string{t.decision.Number, v.provedWords(t.proved),
			monthsWords(t.months), rangeWords(t.low, t.high)}})
	}
	c := chart{title: fmt.Sprintf("Penjara menurut %s: %d pidana, median %s", f.Label, len(terms), f.Median), axis: "tahun penjara", end: longestYears}
	for _, group := range byRange(terms) {
		row := chartRow{label: fmt.Sprintf("%s (%d pidana, median %s)", rangeWords(group[0].low, group[0].high), len(group), monthsWords(median(group))),
			low: float64(group[0].low) / 12, high: float64(group[0].high) / 12, median: median(group) / 12}
		for _, t := range group {
			row.dots = append(row.dots, t.months/12)
		}
		c.rows = append(c.rows, row)
	}
	var err error
	f.Picture, err = c.svg()
	return &f, err
}

// longestYears is the end of every scale of prison terms, so that the pictures of two articles can be compared: the longest
// term but life.
const longestYears = 20

// byRange groups terms by what the law allowed, which changed with the law and differs between the ayat of an article.
func byRange(terms []prisonTerm) [][]prisonTerm {
	var out [][]prisonTerm
	for _, t := range terms {
		i := slices.IndexFunc(out, func(g []prisonTerm) bool { return g[0].low == t.low && g[0].high == t.high })
		if i < 0 {
			out = append(out, nil)
			i = len(out) - 1
		}
		out[i] = append(out[i], t)
	}
	return out
}

// median returns the middle of terms in order, in months.
func median(terms []prisonTerm) float64 {
	n := len(terms)
	if n%2 == 1 {
		return terms[n/2].months
	}
	return (terms[n/2-1].months + terms[n/2].months) / 2
}

func (v view) provedWords(p corpus.Proved) string {
	var out []string
	for _, s := range slices.Concat(p.Articles, p.With) {
		out = append(out, v.label(corpus.ParseRef(s)))
	}
	words := strings.Join(append(out, p.NotHeld...), " jo. ")
	if p.Form != "completed" {
		words += " (" + corpus.ValueName(corpus.Participations, p.Form) + ")"
	}
	return words
}

// monthsWords writes a number of months: "3 tahun 6 bulan". Half months come from a median of two terms.
func monthsWords(n float64) string {
	whole := int(n)
	t := corpus.Term{Years: whole / 12, Months: whole % 12, Days: int((n - float64(whole)) * 30)}
	return t.String()
}

func rangeWords(low, high int) string {
	switch {
	case high == 0:
		return "ancaman tidak ada dalam panduan"
	case low == 0:
		return "paling lama " + monthsWords(float64(high))
	}
	return monthsWords(float64(low)) + " sampai " + monthsWords(float64(high))
}

// placementLaws are the laws on the placement of migrant workers, which overlap with the law on trafficking.
var placementLaws = []string{"uu/2004/39", "uu/2017/18"}

// pleadedFigure shows how often trafficking was charged, and how often it was proved.
func (v view) pleadedFigure() (Figure, error) {
	type group struct {
		name            string
		charged, proved int
	}
	groups := []group{{name: "Semua dakwaan perdagangan orang"}, {name: "Di antaranya bersama undang-undang penempatan"}}
	for _, d := range v.library.Decisions() {
		if !slices.ContainsFunc(d.Charged(), corpus.IsTrafficking) {
			continue
		}
		proved := slices.Contains(d.Results(), "trafficking")
		overlap := slices.ContainsFunc(d.Charged(), func(r corpus.Ref) bool { return slices.Contains(placementLaws, r.Work) })
		for i := range groups {
			if i == 1 && !overlap {
				continue
			}
			groups[i].charged++
			if proved {
				groups[i].proved++
			}
		}
	}
	f := Figure{Head: []string{"Kelompok", "Didakwakan", "Terbukti"}}
	c := chart{title: "Perkara dengan dakwaan perdagangan orang, dan yang terbukti", axis: "perkara"}
	for _, g := range groups {
		f.Rows = append(f.Rows, FigureRow{"", []string{g.name, strconv.Itoa(g.charged), strconv.Itoa(g.proved)}})
		c.rows = append(c.rows, chartRow{label: fmt.Sprintf("%s: didakwakan %d", g.name, g.charged), bar: float64(g.charged)},
			chartRow{label: fmt.Sprintf("terbukti %d", g.proved), bar: float64(g.proved)})
	}
	var err error
	f.Picture, err = c.svg()
	return f, err
}

// restitutionFigure shows what was asked and given for the victims.
func (v view) restitutionFigure() (Figure, error) {
	f := Figure{Head: []string{"Putusan", "Diminta", "Diberi", "Hasil"}}
	c := chart{title: "Restitusi yang diminta dan yang diberi", axis: "juta rupiah"}
	for _, d := range v.library.Decisions() {
		r := d.Restitution
		if r.Outcome == "" {
			continue
		}
		f.Rows = append(f.Rows, FigureRow{v.path(d.Ref()), []string{d.Number, cmp.Or(corpus.Rupiah(r.Asked), "tidak terbaca"), cmp.Or(corpus.Rupiah(r.Given), "tidak ada"),
			capital(corpus.ValueName(corpus.RestitutionOutcomes, r.Outcome))}})
		const million = 1e6
		if r.Asked > 0 || r.Given > 0 {
			c.rows = append(c.rows, chartRow{label: fmt.Sprintf("%s: diminta %s", d.Number, cmp.Or(corpus.Rupiah(r.Asked), "tidak terbaca")), bar: float64(r.Asked) / million},
				chartRow{label: "diberi " + cmp.Or(corpus.Rupiah(r.Given), "tidak ada"), bar: float64(r.Given) / million})
		}
	}
	if len(c.rows) == 0 {
		return f, nil
	}
	var err error
	f.Picture, err = c.svg()
	return f, err
}
