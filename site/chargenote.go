package site

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/templates"
)

// chargeNote is the file note of an answer: the facts as given, the charges with their element and evidence table and the
// penalty with its steps, what to mind, and a skeleton of the indictment with blanks.
type chargeNote struct {
	ChargeAnswer
	Version string // of the collection
}

// ChargeMarkdown writes an answer as a file note in Markdown.
func ChargeMarkdown(l *corpus.Library, rules *charge.Rules, a charge.Answer) (string, error) {
	today := func() time.Time {
		return time.Date(a.Facts.Today.Year, a.Facts.Today.Month, a.Facts.Today.Day, 0, 0, 0, 0, time.UTC)
	}
	v := view{Site: &Site{library: l, rules: rules, now: today}, day: a.Facts.Today}
	return v.chargeMarkdown(v.chargeAnswer(a))
}

func (v view) chargeMarkdown(a ChargeAnswer) (string, error) {
	t, err := templates.Note()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, chargeNote{a, v.library.Version()}); err != nil {
		return "", fmt.Errorf("write note: %w", err)
	}
	return b.String(), nil
}

func (s *Site) serveChargeMarkdown(w http.ResponseWriter, r *http.Request) error {
	v, answer, err := s.askedAnswer(r)
	if err != nil {
		return err
	}
	note, err := v.chargeMarkdown(answer)
	if err != nil {
		return err
	}
	return sendFile(w, markdownType, "catatan-pasal.md", []byte(note))
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
