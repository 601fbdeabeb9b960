package site

import (
	"fmt"
	"net/http"
	"strings"

	"suluh/corpus"
)

func (s *Site) serveBundleMarkdown(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	note, err := b.markdown(pictureInWords)
	if err != nil {
		return err
	}
	return sendFile(w, markdownType, b.fileName("bahan.md"), []byte(note))
}

func (s *Site) serveBundleDocx(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	note, err := b.markdown(pictureInPixels)
	if err != nil {
		return err
	}
	doc, err := docxOf(note)
	if err != nil {
		return err
	}
	return sendFile(w, docxType, b.fileName("bahan.docx"), doc)
}

func (s *Site) serveBundlePptx(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundleOf(r)
	if err != nil {
		return err
	}
	deck, err := pptxOf("Perdagangan orang, "+b.title(), b.slides())
	if err != nil {
		return err
	}
	return sendFile(w, pptxType, b.fileName("salindia.pptx"), deck)
}

// fileName tells a file of the bundle from those of other bundles: "bahan-warga-desa-45.docx".
func (b bundle) fileName(name string) string {
	stem, extension, _ := strings.Cut(name, ".")
	return fmt.Sprintf("%s-%s-%d.%s", stem, b.basket.audience, b.basket.length, extension)
}

// pictureInWords tells a drawing where no file can go along with the text.
func pictureInWords(p corpus.Picture) string {
	return fmt.Sprintf("**Gambar: %s.** %s", p.Title, p.Alt)
}

// pictureInPixels is a drawing for [docxOf].
func pictureInPixels(p corpus.Picture) string { return fmt.Sprintf("![%s](gambar/%s)", p.Alt, p.Key) }

// markdown writes the whole bundle: plan, handout, slides, quiz and answers, and what was added, each drawing by picture.
func (b bundle) markdown(picture func(corpus.Picture) string) (string, error) {
	plan, err := b.planView()
	if err != nil {
		return "", err
	}
	var out strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n\n", args...) }
	line("# Bahan sosialisasi %s", b.title())
	line("Menurut hukum per %s. Disusun Suluh, versi koleksi %s; bukan bunyi undang-undang, kecuali disebut demikian. Suluh bukan Lembaran Negara.", b.shown().Long(), b.library.Version())
	for _, n := range b.staleNotices(b.materials()) {
		line("**PERIKSA ULANG.** %s: %s", n.Where, n.Text)
	}
	line("## Rencana pemandu")
	if plan.Message != "" {
		line("**%s**", plan.Message)
	}
	fmt.Fprintln(&out, "| Menit | Acara | Lama |\n|---|---|---|")
	for _, s := range plan.Steps {
		fmt.Fprintf(&out, "| %s | %s | %d menit |\n", s.Clock, s.Title, s.Minutes)
	}
	fmt.Fprintf(&out, "| | **Jumlah** | **%d menit** |\n\n", plan.Length)
	for _, s := range plan.Steps {
		line("### %s (menit %s)", s.Title, s.Clock)
		line("%s", deeper(s.Plain))
	}
	line("---")
	line("## Lembar bacaan")
	for _, t := range b.handed() {
		line("### %s", t.Title)
		if p, ok := corpus.PictureOf(t.Picture); ok {
			line("%s", picture(p))
		}
		for _, p := range t.Parts {
			line("%s", deeper(p.Text))
		}
	}
	b.writeSlides(line, &out)
	b.writeQuiz(line, &out)
	b.writeExtras(line, picture)
	return strings.TrimSpace(out.String()) + "\n", nil
}

// deeper lowers the headings of a piece by one level, since it stands below a heading of ours.
func deeper(markdown string) string {
	lines := strings.Split(markdown, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "#") {
			lines[i] = "#" + l
		}
	}
	return strings.Join(lines, "\n")
}

func (b bundle) writeSlides(line func(string, ...any), out *strings.Builder) {
	line("---")
	line("## Salindia")
	for i, s := range b.slides() {
		line("### %d. %s", i+1, s.title)
		for _, l := range s.lines {
			fmt.Fprintf(out, "- %s\n", l)
		}
		if len(s.lines) > 0 {
			out.WriteByte('\n')
		}
		for l := range strings.Lines(s.note) {
			if l = strings.TrimSpace(l); l != "" {
				line("> %s", l)
			}
		}
	}
}

func (b bundle) writeQuiz(line func(string, ...any), out *strings.Builder) {
	questions := b.questions()
	line("---")
	line("## Kuis")
	for i, q := range questions {
		line("### %d. %s", i+1, q.Question)
		for _, a := range answers(q.QuizQuestion) {
			fmt.Fprintf(out, "- %s. %s\n", a.Letter, a.Text)
		}
		out.WriteByte('\n')
	}
	line("---")
	line("## Jawaban kuis, untuk pemandu")
	for i, q := range questions {
		line("**%d: %s.** %s", i+1, rightLetters(q.QuizQuestion), strings.ReplaceAll(q.Why, "\n", " "))
	}
}

func (b bundle) writeExtras(line func(string, ...any), picture func(corpus.Picture) string) {
	if len(b.extras) == 0 {
		return
	}
	line("---")
	line("## Bahan tambahan")
	for _, e := range b.extras {
		line("### %s", e.Title)
		if e.Status.Text != "" {
			line("**%s** %s", e.Status.Label, e.Status.Text)
		}
		for _, m := range e.Marks {
			line("**%s** %s.", m.Label, m.Where)
		}
		if p, ok := corpus.PictureOf(e.Picture); ok {
			line("%s", picture(p))
			continue
		}
		for l := range strings.Lines(e.Plain) {
			line("%s", strings.TrimSpace(l))
		}
		if e.Source != "" {
			line("%s", e.Source)
		}
	}
}
