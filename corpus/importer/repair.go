package importer

import (
	"fmt"
	"slices"
	"strings"

	"suluh/corpus"
)

// mostRepairs is how often a text is read again after lines were taken back.
const mostRepairs = 30

// front stands before a body that is read for a trial.
const front = "---\nid: uu/1945/1\ntitle: x\nshort: x\nsource: x\n---\n"

// repair reads a body as the corpus will. A line that the format refuses is put back into the text, with dots before it;
// a portion without words gets a mark. It returns the body with the lines that it put back.
func repair(body string) (string, []string) {
	var back []string
	for range mostRepairs {
		w, problems := corpus.ParseWork("x.md", []byte(front+body))
		lines := strings.Split(body, "\n")
		at := map[int]bool{}
		for _, p := range problems {
			if i := p.Line - 1 - strings.Count(front, "\n"); i >= 0 && i < len(lines) && !at[i] {
				at[i] = true
				back = append(back, strings.TrimSpace(strings.TrimLeft(lines[i], "#> ")))
				lines[i] = takenBack(lines[i])
			}
		}
		if len(at) > 0 {
			body = strings.Join(lines, "\n")
			continue
		}
		return markEmpty(w, lines), back
	}
	return body, back
}

// takenBack makes running text of a line.
func takenBack(line string) string {
	quote := ""
	if strings.HasPrefix(line, ">") {
		quote = "> "
	}
	text := strings.TrimLeft(line, "#> ")
	if strings.HasPrefix(text, "… ") {
		return quote + "… " + text // it stands outside every part; nothing helps but to look
	}
	return quote + "… " + text
}

// markEmpty puts a mark below the line of a portion that has no words.
func markEmpty(w *corpus.Work, lines []string) string {
	var empty []int
	for _, p := range w.Portions() {
		switch {
		case p.Kind == corpus.Chapter || p.Kind == corpus.Book || p.Kind == corpus.Section || p.Kind == corpus.Subsection:
		case len(p.Body) == 0, p.Kind == corpus.Article && len(p.Body) == 1 && p.Elucidation() != nil:
			empty = append(empty, p.Line-strings.Count(front, "\n"))
		}
	}
	slices.Sort(empty)
	out := make([]string, 0, len(lines)+len(empty))
	for i, l := range lines {
		out = append(out, l)
		if _, found := slices.BinarySearch(empty, i+1); found {
			mark := lost
			if strings.HasPrefix(l, ">") {
				mark = "> " + lost
			}
			out = append(out, mark)
		}
	}
	return strings.Join(out, "\n")
}

// complete adds to the report what only the finished text shows: lines that were put back, and portions without wording.
func (r *Report) complete(body string, back []string) {
	for _, text := range back {
		r.Suspicions = append(r.Suspicions, Suspicion{What: fmt.Sprintf("“%s” tidak dapat berdiri sendiri di tempatnya; dibiarkan sebagai teks", excerpt(text))})
	}
	r.Lost = lostPortions(body)
	for _, f := range r.Lost {
		r.Suspicions = append(r.Suspicions, Suspicion{What: corpus.FragmentLabel(f) + ": bunyinya tidak ditemukan di tempatnya"})
	}
	r.Score = score(r)
}

// lostPortions finds the portions that hold the mark for lost wording.
func lostPortions(body string) []string {
	if !strings.Contains(body, lost) {
		return nil
	}
	w, _ := corpus.ParseWork("x.md", []byte(front+body))
	var out []string
	for _, p := range w.Portions() {
		for _, b := range p.Body {
			if b.Text != nil && strings.Contains(b.Text.Plain, lost) && !slices.Contains(out, p.Fragment) {
				out = append(out, p.Fragment)
			}
		}
	}
	return out
}

// excerpt shortens a text for a message.
func excerpt(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
