package site

import (
	"cmp"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"suluh/corpus"
)

// extra is an item that a visitor added to the basket from its page.
type extra struct {
	Key     string // as in the address
	Kind    string // what it is, on screen
	Title   string
	Href    string
	Source  string // how it is cited
	Status  StatusLine
	Marks   []Notice
	Body    template.HTML
	Plain   string // the same in words, one paragraph a line
	Picture string // key of [corpus.Pictures]
}

// extra finds the item that a key means: a portion ("uu/2007/21#pasal-26"), a decision ("putusan/…"), a comparison
// ("banding?a=…&b=…") or a drawing ("gambar/tiga-unsur"). The problem is for the visitor.
func (v view) extra(key string) (e extra, problem string) {
	unknown := "Bahan tambahan “" + key + "” tidak ada dalam koleksi."
	switch kind, rest, _ := strings.Cut(key, "/"); {
	case kind == "gambar":
		if p, ok := corpus.PictureOf(rest); ok {
			return extra{Key: key, Kind: "Gambar", Title: p.Title, Plain: p.Alt, Picture: p.Key, Body: drawing(p)}, ""
		}
		return e, unknown
	case strings.HasPrefix(key, "putusan/"):
		if d := v.library.Decision(key); d != nil {
			return v.decisionExtra(key, d)
		}
		return e, unknown
	case strings.HasPrefix(key, "banding?"):
		return v.comparisonExtra(key)
	}
	r := v.library.Canonical(corpus.ParseRef(key))
	text, ok := v.wording(r)
	if !ok {
		return e, unknown
	}
	l := lawWriter{view: v, link: true, prefix: text.Fragment + ".", idPrefix: anchorOf(r.String()) + ".", seen: map[*corpus.Definition]bool{}}
	l.body(text)
	e = extra{Key: key, Kind: "Pasal", Title: v.label(r), Href: v.path(r), Source: provenance(text.Work), Status: v.statusLine(r),
		Marks: byLabel(notices(text)), Body: l.html(), Plain: text.Plain()}
	if c := v.library.Caption(r); c != "" {
		e.Title += " " + c
	}
	return e, ""
}

// anchorOf makes a name that may stand as an id in a page.
func anchorOf(key string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' {
			return r
		}
		return '-'
	}, key)
}

func (v view) decisionExtra(key string, d *corpus.Decision) (extra, string) {
	facts, err := v.library.RenderMaterial(d.FactsText(), d.Decided, v.links())
	if err != nil {
		return extra{}, "Putusan " + d.Number + " tidak dapat ditampilkan."
	}
	return extra{Key: key, Kind: "Putusan", Title: d.Title, Href: v.path(d.Ref()), Source: fmt.Sprintf("Putusan %s Nomor %s, %s", d.Court, d.Number, decidedWords(d)),
		Status: StatusLine{Class: "plain", Label: "Hasil:", Text: v.outcome(d)}, Body: template.HTML(facts), // safe: see [corpus.Library.RenderMaterial]
		Plain: strings.TrimSpace(d.FactsText())}, ""
}

// comparisonExtra sets two wordings side by side, as the page of the comparison does.
func (v view) comparisonExtra(key string) (extra, string) {
	u, err := url.Parse("/" + key)
	if err != nil {
		return extra{}, "Perbandingan “" + key + "” tidak terbaca."
	}
	q := u.Query()
	a, b := v.compareSide("a", q.Get("a"), q.Get("tanggal-a")), v.compareSide("b", q.Get("b"), q.Get("tanggal-b"))
	for _, side := range []CompareSide{a, b} {
		if side.text == "" {
			return extra{}, "Perbandingan “" + key + "”: " + cmp.Or(side.Problem, "pasalnya belum ditulis.")
		}
	}
	changes := corpus.Compare(a.text, b.text)
	var body strings.Builder
	body.WriteString(`<div class="sides">`)
	for i, side := range []CompareSide{a, b} {
		body.WriteString(`<div class="side"><h4>` + escape(side.Label) + "</h4>")
		for _, paragraph := range paragraphs(changes, []corpus.ChangeKind{corpus.OnlyA, corpus.OnlyB}[i]) {
			body.WriteString("<p>")
			for j, piece := range paragraph {
				if j > 0 {
					body.WriteByte(' ')
				}
				if piece.Differs {
					body.WriteString("<ins>" + escape(piece.Text) + "</ins>")
				} else {
					body.WriteString(escape(piece.Text))
				}
			}
			body.WriteString("</p>")
		}
		body.WriteString("</div>")
	}
	body.WriteString("</div>")
	return extra{Key: key, Kind: "Perbandingan", Title: a.Label + " dan " + b.Label, Href: v.keepDay("/" + key), Body: template.HTML(body.String()), // safe: every word went through escape
		Source: "Kata yang digarisbawahi tidak ada di sisi lain.", Plain: a.Label + "\n" + a.text + "\n" + b.Label + "\n" + b.text}, ""
}
