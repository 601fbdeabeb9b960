package index

import (
	"slices"
	"strings"

	"suluh/corpus"
)

// document is what the engine keeps of one article, of a decision, of a topic, or of a work that is only a card.
type document struct {
	ref    corpus.Ref
	fields [fieldCount]string
	facets Filter
}

// isLaw reports whether the document is an article or a card, not a decision or a topic.
func (d document) isLaw() bool { return d.facets.isLaw() }

func (f Filter) isLaw() bool {
	return !slices.Contains(f[FacetKind], decisionKind) && !slices.Contains(f[FacetKind], materialKind)
}

// countLaws returns how many documents are law.
func countLaws(docs []document) int {
	n := 0
	for _, d := range docs {
		if d.isLaw() {
			n++
		}
	}
	return n
}

// field is a part of a document that is searched.
type field int

// The fields, in the order in which a snippet prefers them.
const (
	fieldText        field = iota // the wording
	fieldElucidation              // its elucidation
	fieldCaption                  // the editorial title
	fieldKeywords                 // the editorial search words
	fieldHeading                  // BAB and Bagian above it, title and names of the work
	fieldCount
)

// documents makes the documents of a library: one an article, in its wording of the day, one a work of which a summary
// tells what is known, one a decision, and one a topic for outreach.
func documents(l *corpus.Library, day corpus.Date) []document {
	var out []document
	for _, w := range l.Works() {
		names := strings.Join(append([]string{w.Short, w.Title}, w.Aliases...), ". ")
		for _, ref := range l.ArticlesOf(w) {
			// What an amending law quotes is found in the law to which it belongs.
			if a := w.Portion(ref.Fragment); a == nil || !a.Quotes() {
				out = append(out, articleDocument(l, w, ref, names, day))
			}
		}
		if p := w.Portion("ringkasan"); p != nil {
			d := document{ref: w.Ref(), facets: workFacets(w.Ref())}
			d.fields[fieldText] = p.Plain()
			d.fields[fieldCaption] = w.Title
			d.fields[fieldHeading] = names
			out = append(out, d)
		}
	}
	for _, d := range l.Decisions() {
		out = append(out, decisionDocument(l, d))
	}
	for _, m := range l.Materials() {
		out = append(out, materialDocument(m))
	}
	return out
}

// importedDocuments makes the documents of a work that the importer made: one an article, with what it quotes for another law,
// for no relation says where that belongs; one of the whole where the importer found no article.
func importedDocuments(w *corpus.Work) []document {
	names := w.Title + ". " + w.Number()
	facets := with(workFacets(w.Ref()), FacetCollection, ImportedCollection)
	var out []document
	for _, a := range w.Articles() {
		d := document{ref: a.Ref(), facets: facets}
		d.fields[fieldText] = withQuotes(a)
		if e := a.Elucidation(); e != nil {
			d.fields[fieldElucidation] = elucidation(e)
		}
		heading := []string{names}
		for _, g := range a.Groups() {
			heading = append(heading, g.Title)
		}
		d.fields[fieldHeading] = strings.Join(heading, ". ")
		out = append(out, d)
	}
	if len(out) == 0 {
		d := document{ref: w.Ref(), facets: facets}
		for _, p := range w.Body {
			d.fields[fieldText] += withQuotes(p) + "\n"
		}
		d.fields[fieldHeading] = names
		out = append(out, d)
	}
	return out
}

// withQuotes returns the words of a portion with those that it quotes for another law.
func withQuotes(p *corpus.Portion) string {
	text := p.Plain()
	if !p.Quotes() {
		return text
	}
	for _, q := range p.Work.Portions() {
		if q.Kind == corpus.Quoted && strings.HasPrefix(q.Fragment, p.Fragment+".") && !strings.Contains(q.Fragment, ".penjelasan") {
			text += "\n" + q.Label() + "\n" + q.Plain()
		}
	}
	return text
}

func workFacets(r corpus.Ref) Filter {
	kind, _, _ := strings.Cut(r.Work, "/")
	return Filter{FacetKind: {kind}, FacetWork: {r.Work}}
}

func articleDocument(l *corpus.Library, w *corpus.Work, ref corpus.Ref, names string, day corpus.Date) document {
	d := document{ref: ref, facets: workFacets(ref)}
	version, _ := l.VersionOn(ref, day)
	d.fields[fieldText] = version.Text.Plain()
	if e := version.Text.Elucidation(); e != nil {
		d.fields[fieldElucidation] = elucidation(e)
	}
	d.fields[fieldCaption] = l.Caption(ref)
	d.fields[fieldKeywords] = w.Keywords[ref.Fragment]
	if version.By != nil {
		d.fields[fieldKeywords] += "; " + version.Text.Work.Keywords[version.Text.Fragment]
	}
	heading := []string{names}
	if home := w.Portion(ref.Fragment); home != nil {
		for _, g := range home.Groups() {
			heading = append(heading, g.Title)
		}
	}
	d.fields[fieldHeading] = strings.Join(heading, ". ")
	return d
}

// elucidation returns the words of an elucidation that says something: "Cukup jelas." is on half of all articles.
func elucidation(p *corpus.Portion) string {
	var kept []string
	for line := range strings.Lines(p.Plain()) {
		if line = strings.TrimSpace(line); !strings.HasSuffix(line, "Cukup jelas.") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
