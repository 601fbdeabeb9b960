package site

import (
	"fmt"
	"slices"
	"strings"

	"suluh/corpus"
)

// StatusLine says whether a text is law on the day of the page, and what ended or changed it.
type StatusLine struct {
	Label string // "Berlaku"
	Badge string // the whole in a few words, for a list; "" where it is law without more ado
	Class string // "ok", "warn", "bad"
	Text  string
	By    []Link
}

// statusLine puts a standing into words.
func (v view) statusLine(ref corpus.Ref) StatusLine {
	st := v.library.Standing(ref, v.day)
	switch st.Status {
	case corpus.Revoked:
		since := fmt.Sprintf("sejak %s", st.Since.Long())
		line := StatusLine{Label: "Dicabut", Class: "bad", Text: since + ".", Badge: "Dicabut " + since}
		for _, r := range st.By {
			line.By = append(line.By, v.revokedBy(r)...)
		}
		return line
	case corpus.PartlyRevoked:
		line := StatusLine{Label: "Berlaku, sebagian dicabut.", Class: "warn", Badge: "Berlaku, sebagian dicabut"}
		for _, r := range st.By {
			line.Text = joinSentence(line.Text, fmt.Sprintf("%s dicabut sejak %s.", v.label(r.TargetRef()), r.From.Long()))
			line.By = append(line.By, v.revokedBy(r)...)
		}
		if v.library.IsImported(ref.Work) { // nobody has looked into whether the rest is law
			line.Label, line.Badge = "Sebagian dicabut.", "Sebagian dicabut"
			line.Text = joinSentence(line.Text, "Perubahan lain belum diperiksa.")
		}
		return line
	case corpus.NotYetInForce:
		return StatusLine{Label: "Belum berlaku.", Class: "warn", Badge: "Belum berlaku, mulai " + st.Since.Long(), Text: fmt.Sprintf("Mulai berlaku %s.", st.Since.Long())}
	case corpus.Undated:
		return StatusLine{Label: "Masa berlaku belum diperiksa.", Class: "warn", Badge: "Masa berlaku belum diperiksa", Text: "Tanggal mulai berlakunya tidak ada dalam koleksi."}
	}
	line, ended := StatusLine{Label: "Berlaku", Class: "ok", Text: fmt.Sprintf("sejak %s.", st.Since.Long())}, ""
	if p, ok := v.library.Period(ref); ok && p.Ended != nil {
		ended = fmt.Sprintf("Dicabut kemudian, sejak %s.", p.Ended.From.Long())
		line.Text = joinSentence(line.Text, ended)
		line.By = v.revokedBy(p.Ended)
	}
	if v.library.IsImported(ref.Work) { // nobody has looked for what later law did to it
		line.Label, line.Class = "Keadaan hukum belum diperiksa.", "warn"
		line.Text = joinSentence("Mulai berlaku "+st.Since.Long()+" menurut naskah impor; apakah sesudah itu diubah atau dicabut, belum diperiksa.", ended)
	} else if w := v.library.Work(ref.Work); w.Doubt != "" {
		line.Label, line.Class, line.Badge = "Berlaku, dengan catatan,", "warn", "Berlaku, dengan catatan"
		line.Text = joinSentence(line.Text, strings.TrimSpace(w.Doubt))
	}
	return line
}

// revokedBy links to the portion that repealed and to what took the place.
func (v view) revokedBy(r *corpus.Relation) []Link {
	out := []Link{v.basis(r)}
	if to := r.SuccessorRef(); to.Work != "" {
		out = append(out, Link{Href: v.href(to), Text: v.label(to), Caption: "Penggantinya"})
	}
	return out
}

// basis links to the portion that does what a relation says.
func (v view) basis(r *corpus.Relation) Link {
	return Link{Href: v.href(r.ByRef()), Text: v.label(r.ByRef()), Caption: "Dasarnya"}
}

// Notice tells a reader how far a wording can be relied on.
type Notice struct {
	Label, Class string
	Where, Text  string
	Links        []Link
}

var markLabels = map[string]struct{ label, class string }{
	"unchecked": {"Belum dicocokkan.", "warn"},
	"summary":   {"Ringkasan, bukan bunyi aslinya.", "warn"},
	"missing":   {"Belum tersedia.", "bad"},
	"imported":  {"Impor otomatis, belum diperiksa.", "warn"},
}

// notices gathers the marks on a portion, on what holds it and on what lies below it, one notice for each reason.
func notices(p *corpus.Portion) []Notice {
	var out []Notice
	add := func(q *corpus.Portion, m corpus.MarkedAs) {
		for i := range out {
			if out[i].Text == m.Why {
				out[i].Where += ", " + q.Label()
				return
			}
		}
		l := markLabels[m.Kind]
		out = append(out, Notice{Label: l.label, Class: l.class, Where: q.Label(), Text: m.Why})
	}
	m, imported := p.MarkedAs(), p.Work.ImportMark()
	if imported.Kind != "" && m != imported {
		add(p, imported)
	}
	if m.Kind != "" {
		add(p, m)
	}
	for _, q := range p.MarksBelow() {
		if q != p {
			add(q, q.MarkedAs())
		}
	}
	return out
}

// noticesIn is [notices] for a wording of an article of a work, which can stand in the work that wrote it: the mark on all
// of an imported work is on that page too.
func noticesIn(w *corpus.Work, wording *corpus.Portion) []Notice {
	out := notices(wording)
	if n := importNotice(w); n != nil && wording.Work != w {
		n.Where = "Peraturan ini"
		out = append([]Notice{*n}, out...)
	}
	return out
}

// byLabel joins the notices of one kind, so that the head of a page says each once.
func byLabel(ns []Notice) []Notice {
	var out []Notice
	for _, n := range ns {
		if i := slices.IndexFunc(out, func(o Notice) bool { return o.Label == n.Label }); i >= 0 {
			out[i].Where += ", " + n.Where
		} else {
			out = append(out, n)
		}
	}
	return out
}

// provenance says where a wording was read and whether it was compared with the gazette.
func provenance(w *corpus.Work) string {
	checked := "Belum dicocokkan dengan Lembaran Negara."
	if w.Checked != "" {
		checked = w.Checked
	}
	source := strings.TrimSpace(w.Source)
	if strings.Contains(strings.ToLower(source), "belum dicocokkan") {
		return "Sumber: " + source
	}
	return joinSentence("Sumber: "+source, checked)
}

func joinSentence(a, b string) string { return strings.TrimSpace(a + " " + b) }
