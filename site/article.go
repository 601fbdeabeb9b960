package site

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
)

// ArticlePage is one article with everything that hangs on it.
type ArticlePage struct {
	BasePage
	Crumbs             []Link
	WorkHref, WorkName string
	Label, Caption     string
	Status             StatusLine
	Notices            []Notice
	Body               template.HTML
	Elucidation        template.HTML
	Terms              []Term
	Cite, Source       string
	Cites, CitedBy     []Link
	GroupName          string
	Siblings           []TOCEntry
	Previous, Next     *Link
}

// Term is a defined word that an article uses.
type Term struct{ Href, Name, Meaning string }

func (s *Site) serveArticle(w http.ResponseWriter, r *http.Request) error {
	id, number := mux.Vars(r)["id"], mux.Vars(r)["number"]
	work := s.library.Work(id)
	if work == nil {
		return notFound("%s tidak ada dalam koleksi ini.", corpus.NumberedName(id))
	}
	if lower := strings.ToLower(number); lower != number {
		http.Redirect(w, r, corpus.Ref{Work: id, Fragment: "pasal-" + lower}.Path(), http.StatusMovedPermanently)
		return nil
	}
	article := work.Portion("pasal-" + number)
	if article == nil {
		return notFound("%s tidak memuat Pasal %s.%s", work.Name(), strings.ToUpper(number), articlesHeld(work))
	}
	return s.writePage(w, "article", s.articlePage(article))
}

// articlesHeld tells which articles a work has in the collection.
func articlesHeld(w *corpus.Work) string {
	as := w.Articles()
	switch {
	case len(as) == 0:
		return " Bunyinya tidak ada dalam koleksi."
	case w.Extent == corpus.Full:
		return fmt.Sprintf(" Undang-undang ini berisi %s sampai %s.", as[0].Label(), as[len(as)-1].Label())
	}
	return " Koleksi hanya memuat sebagian pasalnya."
}

func (s *Site) articlePage(a *corpus.Portion) ArticlePage {
	work := a.Work
	page := ArticlePage{
		BasePage: s.base(strings.TrimSpace(a.Label() + " " + work.Number())),
		WorkHref: work.Ref().Path(), WorkName: work.FullName,
		Label: a.Label(), Caption: a.Caption(),
		Status: s.statusLine(a.Ref(), s.today()), Notices: notices(a),
		Cite: a.Label() + " " + work.Citation(), Source: provenance(work),
	}
	page.Description = strings.TrimSpace(a.Label() + " " + work.Name() + ". " + a.Caption())
	page.Crumbs = append(page.Crumbs, Link{Href: work.Ref().Path(), Text: work.Name()})
	for _, g := range a.Groups() {
		page.Crumbs = append(page.Crumbs, Link{Href: work.Ref().Path() + "#" + g.Fragment, Text: g.Heading()})
	}
	l := lawWriter{site: s, link: true, prefix: a.Fragment + ".", seen: map[*corpus.Definition]bool{}}
	l.body(a)
	page.Body = l.html()
	if e := a.Elucidation(); e != nil {
		el := lawWriter{site: s, link: true, prefix: a.Fragment + ".", seen: l.seen}
		el.flag(e)
		el.body(e)
		page.Elucidation = el.html()
	}
	page.Terms = s.termsUsed(l.seen, work)
	page.Cites = s.cites(a)
	page.CitedBy = s.citedBy(a)
	page.GroupName, page.Siblings = siblings(a)
	page.Previous, page.Next = neighbours(a)
	return page
}

func (s *Site) termsUsed(seen map[*corpus.Definition]bool, w *corpus.Work) []Term {
	var out []Term
	for _, d := range s.terms[w.ID] {
		if seen[d] {
			out = append(out, Term{d.Portion.Ref().Path(), d.Term, d.Meaning()})
		}
	}
	return out
}

// cites lists what the article and its elucidation refer to outside the article itself, each once.
func (s *Site) cites(a *corpus.Portion) []Link {
	var out []Link
	seen := map[corpus.Ref]bool{}
	add := func(_ *corpus.Portion, t *corpus.Text) bool {
		for _, c := range t.Citations {
			target := c.Target
			if target.Article() == a.Ref() || seen[target] || target.Work == "" {
				continue
			}
			seen[target] = true
			out = append(out, s.refLink(target, a.Work))
		}
		return true
	}
	a.Texts(add)
	if e := a.Elucidation(); e != nil {
		e.Texts(add)
	}
	return out
}

// citedBy lists the articles that refer to this one, each once.
func (s *Site) citedBy(a *corpus.Portion) []Link {
	var out []Link
	seen := map[corpus.Ref]bool{}
	for _, c := range s.library.CitedBy(a) {
		from := c.From.Ref()
		if article := c.From.Article(); article != nil {
			from = article.Ref()
		}
		if !seen[from] {
			seen[from] = true
			out = append(out, s.refLink(from, a.Work))
		}
	}
	return out
}

// refLink names a portion, with its work unless that is home.
func (s *Site) refLink(r corpus.Ref, home *corpus.Work) Link {
	l := Link{Href: s.href(r), Text: s.label(r)}
	if r.Work == home.ID && r.Fragment != "" {
		l.Text = corpus.FragmentLabel(r.Fragment)
	}
	if p := s.library.Portion(r.Article()); p != nil {
		l.Caption = p.Caption()
	}
	return l
}

// siblings lists the articles under the same heading.
func siblings(a *corpus.Portion) (string, []TOCEntry) {
	if a.Parent == nil {
		return "", nil
	}
	var out []TOCEntry
	for _, b := range a.Parent.Body {
		if p := b.Portion; p != nil && p.Kind == corpus.Article {
			out = append(out, TOCEntry{Href: p.Ref().Path(), Text: p.Label(), Caption: p.Caption(), Current: p == a})
		}
	}
	return a.Parent.Heading(), out
}

func neighbours(a *corpus.Portion) (previous, next *Link) {
	as := a.Work.Articles()
	i := slices.Index(as, a)
	link := func(p *corpus.Portion) *Link {
		return &Link{Href: p.Ref().Path(), Text: p.Label(), Caption: p.Caption()}
	}
	if i > 0 {
		previous = link(as[i-1])
	}
	if i >= 0 && i+1 < len(as) {
		next = link(as[i+1])
	}
	return previous, next
}
