package site

import (
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
	"suluh/corpus/charge"
)

// ArticlePage is one article, in its wording of the day, with everything that hangs on it.
type ArticlePage struct {
	BasePage
	Crumbs             []Link
	WorkHref, WorkName string
	Label, Caption     string
	Status             StatusLine
	Wordings           []Wording // if there is more than one
	Compare            []Link    // with what it is worth comparing
	Add                string    // address that puts it into the basket for outreach
	Effects            []Notice  // what other laws do to it, wording aside
	Marks              []Notice  // what of the wording is not as read in the source, in short
	Notices            []Notice  // the same with the reasons
	Body               template.HTML
	Elucidation        template.HTML
	Terms              []Term
	Cite, Source       string
	Offences           []OffenceElements // what must be proved, if the article makes an offence
	Cases              *ArticleCases     // what courts did with it, if the collection has a decision
	Cites, CitedBy     []Link
	GroupName          string
	Siblings           []TOCEntry
	Previous, Next     *Link
}

// OffenceElements are the elements of an offence that an article makes, as the charging guide asks for them.
type OffenceElements struct {
	Title    string
	Elements []ElementMeaning
	Guide    string // address of the guide
}

// ElementMeaning is an element with what it means.
type ElementMeaning struct {
	ReasonView
	ID      string
	Meaning template.HTML
}

// Term is a defined word that an article uses.
type Term struct{ Href, Name, Meaning string }

// Wording is one of the wordings an article has had.
type Wording struct {
	Href, Text string
	Current    bool // the one on this page
}

func (s *Site) serveArticle(w http.ResponseWriter, r *http.Request) error {
	v, err := s.viewOf(r)
	if err != nil {
		return err
	}
	id, number := mux.Vars(r)["id"], mux.Vars(r)["number"]
	work, err := s.workOf(id)
	if err != nil {
		return err
	}
	ref := corpus.Ref{Work: id, Fragment: "pasal-" + strings.ToLower(number)}
	if c := s.library.Canonical(ref); c != ref || strings.ToLower(number) != number {
		http.Redirect(w, r, v.path(c), http.StatusMovedPermanently)
		return nil
	}
	version, ok := s.library.VersionOn(ref, v.day)
	if !ok {
		return notFound("%s tidak memuat Pasal %s.%s", work.Name(), strings.ToUpper(number), articlesHeld(work))
	}
	page, err := v.articlePage(work, ref, version)
	if err != nil {
		return err
	}
	return s.writePage(w, "article", page)
}

// articlesHeld tells which articles a work has in the collection.
func articlesHeld(w *corpus.Work) string {
	as := w.Articles()
	switch {
	case len(as) == 0:
		return " Bunyinya tidak ada dalam koleksi."
	case w.Extent == corpus.Full:
		return fmt.Sprintf(" Peraturan ini berisi %s sampai %s.", as[0].Label(), as[len(as)-1].Label())
	}
	return " Koleksi hanya memuat sebagian pasalnya."
}

func (v view) articlePage(work *corpus.Work, ref corpus.Ref, version corpus.Version) (ArticlePage, error) {
	text := version.Text
	label := corpus.FragmentLabel(ref.Fragment)
	page := ArticlePage{
		BasePage: v.base(label + " " + work.Number()),
		WorkHref: v.path(work.Ref()), WorkName: work.FullName,
		Label: label, Caption: v.library.Caption(ref),
		Status: v.statusLine(ref), Wordings: v.wordings(ref, version), Effects: v.effects(ref),
		Notices: noticesIn(work, text),
		Cite:    label + " " + work.Citation(), Source: provenance(text.Work),
	}
	if version.By != nil {
		page.Cite += ", sebagaimana diubah dengan " + text.Work.Citation()
	}
	page.Description = strings.TrimSpace(label + " " + work.Name() + ". " + page.Caption)
	page.Crumbs = append(page.Crumbs, Link{Href: v.path(work.Ref()), Text: work.Name()})
	if home := work.Portion(ref.Fragment); home != nil {
		for _, g := range home.Groups() {
			page.Crumbs = append(page.Crumbs, Link{Href: v.path(g.Ref()), Text: g.Heading()})
		}
		page.GroupName, page.Siblings = v.siblings(home)
	}
	l := lawWriter{view: v, link: true, prefix: text.Fragment + ".", seen: map[*corpus.Definition]bool{}}
	l.body(text)
	page.Body = l.html()
	if e := text.Elucidation(); e != nil {
		el := lawWriter{view: v, link: true, prefix: e.Fragment + ".", idPrefix: "penjelasan.", seen: l.seen}
		el.flag(e)
		el.body(e)
		page.Elucidation = el.html()
	}
	page.Marks = byLabel(page.Notices)
	page.Compare = v.compareLinks(ref)
	page.Add = v.addLink(ref.String())
	page.Effects = append(page.Effects, v.readDifferently(ref, text)...)
	page.Offences = v.offenceElements(ref)
	page.Terms = v.termsUsed(l.seen, work)
	page.Cites = v.cites(work, ref, text)
	page.CitedBy = v.citedBy(work, ref)
	page.Previous, page.Next = v.neighbours(work, ref)
	var err error
	page.Cases, err = v.articleCases(ref)
	return page, err
}

// wordings lists the wordings of an article, if it has had more than one.
func (v view) wordings(ref corpus.Ref, shown corpus.Version) []Wording {
	vs := v.library.Versions(ref)
	if len(vs) == 1 && vs[0].By == nil {
		return nil
	}
	var out []Wording
	for i, version := range vs {
		original := "Bunyi asli"
		if version.Text.MarkedAs().Kind == "summary" {
			original = "Ringkasan bunyi asli"
		}
		w := Wording{Current: version == shown, Text: original}
		on := view{Site: v.Site, day: version.From, asked: true, basket: v.basket}
		if version.By != nil {
			verb := "Diubah"
			if i == 0 {
				verb = "Disisipkan"
			}
			w.Text = fmt.Sprintf("%s dengan %s, sejak %s", verb, v.label(version.By.ByRef()), version.From.Long())
		} else if len(vs) > 1 && !version.From.Before(vs[1].From) {
			// The later law came into force together with the one it amends: this wording was never law.
			on.day = version.From.PreviousDay()
			w.Text = "Bunyi saat disahkan, diubah sebelum sempat berlaku"
		} else if len(vs) > 1 {
			w.Text = original + ", sampai " + vs[1].From.PreviousDay().Long()
		}
		w.Href = on.path(ref)
		out = append(out, w)
	}
	return out
}

// compareLinks offers the comparisons that an article asks for: its wordings with one another, and with its successor.
func (v view) compareLinks(ref corpus.Ref) []Link {
	var out []Link
	vs := v.library.Versions(ref)
	for i := 1; i < len(vs); i++ {
		before := vs[i-1].From
		if !before.Before(vs[i].From) {
			before = before.PreviousDay() // the earlier wording never came into force
		}
		out = append(out, Link{Href: compareAddress(v.label(ref), before.String(), v.label(ref), vs[i].From.String()), Text: "Bandingkan dengan bunyi sebelumnya"})
	}
	seen := map[string]bool{}
	for _, r := range v.library.RelationsTo(ref) {
		if to := r.SuccessorRef(); to.Fragment != "" && !seen[r.Successor] {
			seen[r.Successor] = true
			out = append(out, Link{Href: v.keepDay(compareAddress(v.label(r.TargetRef()), "", v.label(to), "")), Text: "Bandingkan dengan " + v.label(to)})
		}
	}
	return out
}

// effects says what other laws do to an article beyond its wording: read as another article, implemented, rewritten in
// words that the collection does not have.
func (v view) effects(ref corpus.Ref) []Notice {
	var out []Notice
	for _, r := range v.library.RelationsTo(ref) {
		if v.day.Before(r.From) || r.TargetRef().Fragment == "" && r.Type != corpus.Amends {
			continue
		}
		n := Notice{Class: "warn", Text: joinSentence(r.Note, r.Doubt), Links: []Link{v.basis(r)}}
		switch r.Type {
		case corpus.ReadsAs:
			n.Label = "Pengacuan diganti."
			n.Links = append(n.Links, Link{Href: v.href(r.SuccessorRef()), Text: v.label(r.SuccessorRef()), Caption: "Bacalah"})
		case corpus.Adjusts:
			n.Label = "Ancaman pidana disesuaikan."
		case corpus.Implements:
			n.Label, n.Class = "Dilaksanakan dengan peraturan lain.", "plain"
		case corpus.Amends:
			if r.Note == "" && r.Doubt == "" {
				continue
			}
			n.Label = "Diubah."
			if r.TargetRef().Fragment == "" {
				n.Label = "Peraturan ini diubah."
			}
		default:
			continue
		}
		out = append(out, n)
	}
	return out
}

// elementMeaning explains an element. The Markdown is rendered by goldmark with raw HTML off, so the result is safe.
func (v view) elementMeaning(o *charge.Offence, el charge.Element) ElementMeaning {
	out := ElementMeaning{ReasonView: ReasonView{el.Text, Doubt{Text: el.Doubt}, v.citeLinks(el.Cite)}, ID: elementAnchor(o, el.ID)}
	if text := o.Meaning[el.ID]; text != "" {
		meaning, err := v.library.RenderMarkdown(text, corpus.Ref{Work: o.Ref().Work}, v.today(), v.href)
		if err != nil {
			v.log.Error("element not rendered", slog.String("offence", o.ID), slog.Any("error", err))
			return out
		}
		out.Meaning = template.HTML(meaning)
	}
	return out
}

// elementAnchor is where the article page explains an element.
func elementAnchor(o *charge.Offence, element string) string {
	return "unsur-" + chargeAnchor(o) + "-" + element
}

// readDifferently tells where an article refers to a portion for which another law has put a different one: since 2026
// "Pasal 2" in UU 21/2007 is read as Pasal 455 KUHP (UU 1/2023 Pasal 622 ayat (9)).
func (v view) readDifferently(ref corpus.Ref, text *corpus.Portion) []Notice {
	var out []Notice
	seen := map[*corpus.Relation]bool{}
	for _, t := range text.Texts {
		for _, c := range t.Citations {
			if c.Target.Article() == ref {
				continue
			}
			for _, r := range v.library.RelationsTo(c.Target) {
				if r.Type != corpus.ReadsAs || seen[r] || v.day.Before(r.From) {
					continue
				}
				seen[r] = true
				out = append(out, Notice{Label: "Pengacuan diganti.", Class: "warn", Text: fmt.Sprintf("Sejak %s, %s yang disebut di sini dibaca sebagai pasal lain.",
					r.From.Long(), v.label(r.TargetRef())), Links: []Link{{Href: v.href(r.SuccessorRef()), Text: v.label(r.SuccessorRef()), Caption: "Bacalah"}, v.basis(r)}})
			}
		}
	}
	return out
}

// offenceElements takes apart the offences that an article makes and that can be committed on the day of the page. An
// article that is no law any more today still shows those that it made.
func (v view) offenceElements(ref corpus.Ref) []OffenceElements {
	if v.rules == nil {
		return nil
	}
	offences := v.rules.OffencesOf(ref)
	notLaw := func(o *charge.Offence) bool {
		from, until := o.Period()
		return v.day.Before(from) || !until.IsZero() && until.Before(v.day)
	}
	if law := slices.DeleteFunc(slices.Clone(offences), notLaw); v.asked || len(law) > 0 {
		offences = law
	}
	var out []OffenceElements
	for _, o := range offences {
		e := OffenceElements{Title: o.Title, Guide: chargeAddress}
		if v.asked {
			e.Guide += "?tanggal=" + v.shown().String()
		}
		for _, el := range o.Elements {
			e.Elements = append(e.Elements, v.elementMeaning(o, el))
		}
		out = append(out, e)
	}
	return out
}

func (v view) termsUsed(seen map[*corpus.Definition]bool, w *corpus.Work) []Term {
	var out []Term
	for _, d := range w.Terms().Definitions {
		if seen[d] {
			out = append(out, Term{v.href(d.Portion.Ref()), d.Term, d.Meaning()})
		}
	}
	return out
}

// cites lists what an article and its elucidation refer to outside the article itself, each once.
func (v view) cites(home *corpus.Work, ref corpus.Ref, text *corpus.Portion) []Link {
	var out []Link
	seen := map[corpus.Ref]bool{}
	add := func(_ *corpus.Portion, t *corpus.Text) bool {
		for _, c := range t.Citations {
			target := c.Target
			if target.Article() == ref || seen[target] || target.Work == "" {
				continue
			}
			seen[target] = true
			out = append(out, v.refLink(target, home))
		}
		return true
	}
	text.Texts(add)
	if e := text.Elucidation(); e != nil {
		e.Texts(add)
	}
	return out
}

// citedBy lists the articles that refer to this one, each once.
func (v view) citedBy(home *corpus.Work, ref corpus.Ref) []Link {
	var out []Link
	seen := map[corpus.Ref]bool{}
	for _, c := range v.library.CitedBy(ref) {
		from := c.From.Ref()
		if article := c.From.Article(); article != nil {
			from = article.Ref()
		}
		if !seen[from] {
			seen[from] = true
			out = append(out, v.refLink(from, home))
		}
	}
	return out
}

// refLink names a portion, with its work unless that is home.
func (v view) refLink(r corpus.Ref, home *corpus.Work) Link {
	l := Link{Href: v.href(r), Text: v.label(r), Caption: v.library.Caption(r)}
	if r.Work == home.ID && r.Fragment != "" {
		l.Text = corpus.FragmentLabel(r.Fragment)
	}
	return l
}

// siblings lists the articles under the same heading.
func (v view) siblings(a *corpus.Portion) (string, []TOCEntry) {
	if a.Parent == nil {
		return "", nil
	}
	var out []TOCEntry
	for _, b := range a.Parent.Body {
		if p := b.Portion; p != nil && p.Kind == corpus.Article {
			out = append(out, TOCEntry{Href: v.path(p.Ref()), Text: p.Label(), Caption: p.Caption(), Current: p == a})
		}
	}
	return a.Parent.Heading(), out
}

func (v view) neighbours(w *corpus.Work, ref corpus.Ref) (previous, next *Link) {
	refs := v.library.ArticlesOf(w)
	i := slices.Index(refs, ref)
	link := func(r corpus.Ref) *Link {
		return &Link{Href: v.path(r), Text: corpus.FragmentLabel(r.Fragment), Caption: v.library.Caption(r)}
	}
	if i > 0 {
		previous = link(refs[i-1])
	}
	if i >= 0 && i+1 < len(refs) {
		next = link(refs[i+1])
	}
	return previous, next
}
