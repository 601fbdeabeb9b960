package site

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"suluh/corpus"
	"suluh/corpus/charge"
)

// ChargeMarkdown writes an answer as a file note: the facts as given, the charges with their element and evidence
// table and the penalty with its steps, what to mind, and a skeleton of the indictment with blanks.
func ChargeMarkdown(l *corpus.Library, rules *charge.Rules, a charge.Answer) string {
	today := func() time.Time {
		return time.Date(a.Facts.Today.Year, a.Facts.Today.Month, a.Facts.Today.Day, 0, 0, 0, 0, time.UTC)
	}
	v := view{Site: &Site{library: l, rules: rules, now: today}, day: a.Facts.Today}
	return v.chargeMarkdown(v.chargeAnswer(a))
}

func (v view) chargeMarkdown(a ChargeAnswer) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n\n", args...) }
	line("# Catatan penimbangan pasal")
	line("Perbuatan %s, ditimbang %s menurut koleksi Suluh versi %s. Catatan ini tidak menyatakan siapa yang bersalah.", untilWords(a), a.Today, v.library.Version())
	line("## Fakta menurut pengisi")
	for _, f := range a.Facts {
		fmt.Fprintf(&b, "- %s **%s**\n", f.Name, f.Value)
	}
	b.WriteString("\n")
	for _, n := range a.First {
		line("**Perhatikan dahulu:** %s", withCites(n))
	}
	line("## Sangkaan yang diusulkan")
	if len(a.Fits) == 0 {
		line("Belum ada pasal yang semua unsurnya terjawab ya.")
	}
	for _, c := range a.Fits {
		writeCharge(&b, c)
	}
	if len(a.Possible)+len(a.MorePossible) > 0 {
		line("## Cocok bila dibuktikan")
		for _, c := range a.Possible {
			writeCharge(&b, c)
		}
		writeLines(&b, a.MorePossible)
	}
	if len(a.Missing) > 0 {
		line("## Yang belum diketahui")
		for _, q := range a.Missing {
			fmt.Fprintf(&b, "- %s\n", q.Question)
		}
		b.WriteString("\n")
	}
	if len(a.Excluded) > 0 {
		line("## Tidak cocok")
		writeLines(&b, a.Excluded)
	}
	line("## Yang harus diperhatikan")
	for _, n := range a.Notes {
		fmt.Fprintf(&b, "- %s\n", withCites(n))
	}
	b.WriteString("\n")
	if len(a.Fits) > 0 {
		writeSkeleton(&b, a)
	}
	return b.String()
}

func untilWords(a ChargeAnswer) string {
	if a.Until == "" {
		return a.Day
	}
	return a.Day + " sampai " + a.Until
}

func writeLines(b *strings.Builder, lines []ChargeLine) {
	for _, l := range lines {
		fmt.Fprintf(b, "- %s, %s. %s\n", l.Article.Text, l.Title, l.Why)
	}
	b.WriteString("\n")
}

func writeCharge(b *strings.Builder, c ChargeView) {
	place := ""
	if c.Place != "" {
		place = strings.ToUpper(c.Place) + ": "
	}
	fmt.Fprintf(b, "### %s%s, %s\n\n", place, c.Article.Text, c.Title)
	for _, r := range c.Reasons {
		fmt.Fprintf(b, "%s\n\n", withCites(r))
	}
	fmt.Fprintf(b, "Ancaman: %s.\n\n", c.Final)
	if c.Later != nil {
		fmt.Fprintf(b, "Hukum berubah: %s\n\n", withCites(*c.Later))
	}
	b.WriteString("| Unsur | Dasar | Keadaan | Alat bukti |\n|---|---|---|---|\n")
	for _, e := range c.Elements {
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", cell(e.Text), cell(linkTexts(e.Cites)), e.State, cell(strings.Join(e.Evidence, "; ")))
	}
	b.WriteString("\n")
	for i, s := range slices.Concat(c.Steps, c.IfProved) {
		fmt.Fprintf(b, "%d. %s: %s\n", i+1, s.Text, withCites(ReasonView{s.Words, s.Doubt, s.Cites}))
	}
	b.WriteString("\n")
}

// writeSkeleton writes the outline of an indictment. What only the file can tell is a blank.
func writeSkeleton(b *strings.Builder, a ChargeAnswer) {
	const blank = "………"
	b.WriteString("## Kerangka surat dakwaan\n\nBagian yang bertitik diisi dari berkas perkara; kerangka ini tidak menambah fakta.\n\n")
	for _, c := range a.Fits {
		fmt.Fprintf(b, "**%s**\n\nBahwa terdakwa %s pada %s, di %s, ", strings.ToUpper(c.Place), blank, a.Day, blank)
		var parts []string
		for _, e := range c.Elements {
			if e.State != "selalu ada" {
				parts = append(parts, e.Text+", yaitu "+blank)
			}
		}
		fmt.Fprintf(b, "%s.\n\nPerbuatan terdakwa diatur dan diancam pidana dalam %s.\n\n", strings.Join(parts, "; "), c.Article.Text)
	}
}

func withCites(r ReasonView) string {
	out := r.Text
	if cites := linkTexts(r.Cites); cites != "" {
		out += " (" + cites + ")"
	}
	return joinSentence(out, r.Doubt.Text)
}

func linkTexts(ls []Link) string {
	texts := make([]string, len(ls))
	for i, l := range ls {
		texts[i] = l.Text
	}
	return strings.Join(texts, ", ")
}

// cell makes a text fit for a cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

func (s *Site) serveChargeMarkdown(w http.ResponseWriter, r *http.Request) error {
	v, answer, err := s.askedAnswer(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="catatan-pasal.md"`)
	_, err = w.Write([]byte(v.chargeMarkdown(answer)))
	return err
}

// askedAnswer weighs the facts of an address.
func (s *Site) askedAnswer(r *http.Request) (view, ChargeAnswer, error) {
	v := view{Site: s, day: s.today()}
	facts, problems := v.readFacts(r.URL.Query())
	if facts.Day.IsZero() || len(problems) > 0 {
		return v, ChargeAnswer{}, &pageError{http.StatusBadRequest, "Fakta belum lengkap", "Isi tanggal perbuatan di panduan. " + strings.Join(problems, " ")}
	}
	return v, v.chargeAnswer(v.rules.Weigh(facts)), nil
}
