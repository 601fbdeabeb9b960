package corpus

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of a slide, so that it can be read from the last row.
const (
	maxSlideLines = 5
	maxSlideTitle = 60  // characters
	maxSlideLine  = 120 // characters
)

// checkMaterial finds and resolves the citations of a topic and checks what it says.
func (l *Library) checkMaterial(m *Material) Problems {
	m.blocks = l.citeMarkdown(m.source, Ref{}, m.Day)
	c := materialChecker{library: l, material: m}
	c.meta()
	c.minutes()
	c.sheet()
	c.rests()
	c.citations()
	for _, s := range m.Slides {
		c.slide(s)
	}
	for _, q := range m.Quiz {
		c.question(q)
	}
	c.telephones()
	return c.problems
}

// materialChecker collects the problems of one topic.
type materialChecker struct {
	library  *Library
	material *Material
	problems Problems
}

func (c *materialChecker) problem(line int, format string, args ...any) {
	c.problems = append(c.problems, Problem{c.material.File, line, fmt.Sprintf(format, args...)})
}

// lineOf returns the line of a key of the front matter, else the first line.
func (m *Material) lineOf(key string) int {
	n := 0
	for line := range bytes.Lines(m.source) {
		n++
		if bytes.HasPrefix(bytes.TrimSpace(line), []byte(key+":")) {
			return n
		}
	}
	return 1
}

func (c *materialChecker) meta() {
	m := c.material
	if want := strings.TrimSuffix(m.File, ".md"); m.ID != want {
		c.problem(m.lineOf("id"), "id %q tidak cocok dengan letak berkas; tulis %q", m.ID, want)
	}
	for _, missing := range []struct {
		key   string
		empty bool
	}{{"title", m.Title == ""}, {"summary", m.Summary == ""}, {"day", m.Day.IsZero()}, {"audiences", len(m.Audiences) == 0},
		{"minutes", len(m.Minutes) == 0}, {"rests", len(m.Rests) == 0}, {"order", m.Order <= 0}} {
		if missing.empty {
			c.problem(m.lineOf(missing.key), "front matter tanpa %s", missing.key)
		}
	}
	for i, a := range m.Audiences {
		switch {
		case !slices.ContainsFunc(Audiences, func(v Value) bool { return v.Key == a }):
			c.problem(m.lineOf("audiences"), "audiences %q tidak dikenal; pilih %s", a, valueKeys(Audiences))
		case slices.Contains(m.Audiences[:i], a):
			c.problem(m.lineOf("audiences"), "audiences %q ditulis dua kali", a)
		}
	}
	if _, ok := PictureOf(m.Picture); m.Picture != "" && !ok {
		c.problem(m.lineOf("picture"), "picture %q tidak dikenal; pilih %s", m.Picture, pictureKeys())
	}
}

func valueKeys(values []Value) string {
	var keys []string
	for _, v := range values {
		keys = append(keys, v.Key)
	}
	return strings.Join(keys, ", ")
}

func pictureKeys() string {
	var keys []string
	for _, p := range Pictures {
		keys = append(keys, p.Key)
	}
	return strings.Join(keys, ", ")
}

// minutes checks that the topic fits into each meeting that it names, and takes no less of a longer one.
func (c *materialChecker) minutes() {
	m, line := c.material, c.material.lineOf("minutes")
	for length := range m.Minutes {
		if !slices.ContainsFunc(Meetings, func(x Meeting) bool { return x.Length == length }) {
			c.problem(line, "minutes: tidak ada pertemuan %d menit; pilih 15, 45 atau 90", length)
		}
	}
	previous := 0
	for _, meeting := range Meetings {
		n, ok := m.Minutes[meeting.Length]
		switch {
		case !ok:
			continue
		case n < 1 || n > meeting.Room():
			c.problem(line, "minutes: %d menit dalam pertemuan %d menit tidak muat; untuk semua topik tersedia %d menit", n, meeting.Length, meeting.Room())
		case n < previous:
			c.problem(line, "minutes: %d menit dalam pertemuan %d menit lebih singkat daripada dalam pertemuan yang lebih pendek", n, meeting.Length)
		}
		previous = n
	}
}

// rests checks that what the topic rests on is in the collection and still what it was on the day of the topic.
func (c *materialChecker) rests() {
	for _, r := range c.material.Refs() {
		line, name := c.material.lineOf(r.String()), r.String()
		now := c.library.Fingerprint(r, c.material.Day)
		switch {
		case now == "":
			c.problem(line, "rests: %s tidak ada dalam koleksi", name)
		case c.library.Canonical(r) != r:
			c.problem(line, "rests: koleksi memuat %s sebagai %s; tulis yang kedua", name, c.library.Canonical(r))
		case now != c.material.Rests[name]:
			c.problem(line, "%s %s tidak sama dengan saat materi dibaca (tertulis %q; pada %s: %s); baca ulang materi ini, lalu tulis: %s: %s",
				FragmentLabel(r.Fragment), NumberedName(r.Work), c.material.Rests[name], c.material.Day, c.library.standingWords(r, c.material.Day), name, now)
		}
	}
}

// citations checks that each citation leads to a portion, and that the topic says that it rests on it.
func (c *materialChecker) citations() {
	m := c.material
	starts := lineStarts(m.source)
	wanted, rests := map[Ref]bool{}, m.Refs()
	for _, b := range m.blocks {
		for _, cite := range b.citations {
			line, _ := position(b.start, m.source, starts)
			if cite.State != Resolved {
				c.problem(line, "rujukan %q tidak menuju bagian mana pun dalam koleksi; sebutkan undang-undangnya", m.source[b.start+cite.Start:b.start+cite.End])
				continue
			}
			r := c.library.Canonical(cite.Target)
			if r.Fragment == "" || wanted[r] || slices.ContainsFunc(rests, func(x Ref) bool { return x.Covers(r) }) {
				continue
			}
			wanted[r] = true
			c.problem(line, "%s %s dikutip, tetapi tidak ada dalam rests; baca bunyinya, lalu tulis: %s: %s",
				FragmentLabel(r.Fragment), NumberedName(r.Work), r, c.library.Fingerprint(r, m.Day))
		}
	}
}

func (c *materialChecker) slide(s Slide) {
	if n := utf8.RuneCountInString(s.Title); n == 0 || n > maxSlideTitle {
		c.problem(s.line, "judul salindia memuat %d huruf; tulis 1 sampai %d", n, maxSlideTitle)
	}
	lines := s.Lines()
	if len(lines) == 0 || len(lines) > maxSlideLines {
		c.problem(s.line, "salindia %q memuat %d baris; tulis 1 sampai %d, selebihnya ke catatan pembicara", s.Title, len(lines), maxSlideLines)
	}
	for _, line := range lines {
		if n := utf8.RuneCountInString(line); n > maxSlideLine {
			c.problem(s.line, "salindia %q: baris %q memuat %d huruf; tulis paling banyak %d", s.Title, line, n, maxSlideLine)
		}
	}
	if s.Note == "" {
		c.problem(s.line, "salindia %q tanpa catatan pembicara; tulis \"> catatan\" di bawahnya", s.Title)
	}
}

func (c *materialChecker) question(q QuizQuestion) {
	right := 0
	for _, a := range q.Answers {
		if a.Right {
			right++
		}
	}
	if right == 0 || right == len(q.Answers) {
		c.problem(q.line, "kuis %q: %d dari %d jawaban ditandai benar; tandai yang benar dengan \"**\", dan beri sedikitnya satu yang salah", q.Question, right, len(q.Answers))
	}
	cites := c.library.FindCitations(plainMarkdown([]byte(q.Why)), Ref{}, c.material.Day)
	if !slices.ContainsFunc(cites, func(x *Citation) bool { return x.State == Resolved }) {
		c.problem(q.line, "kuis %q: penjelasan tidak menyebut pasal; tulis \"> … (Pasal … UU …)\"", q.Question)
	}
}

// telephonePattern finds a telephone number: long with a leading 0 or +62, or short after a word that announces it.
var telephonePattern = regexp.MustCompile(`(?i)(?:\+62|\b0)[0-9][0-9 .-]{5,}[0-9]|\b(?:telepon|telp|hotline|whatsapp|wa|call center)\b[^0-9\n]{0,20}[0-9]{3,}`)

// telephones refuses telephone numbers: they change, and nobody would notice.
func (c *materialChecker) telephones() {
	n, marks := 0, 0 // lines, and those that begin and end the front matter
	for line := range strings.Lines(string(c.material.source)) {
		n++
		if strings.TrimSpace(line) == "---" {
			marks++
		}
		if marks < 2 || !strings.ContainsAny(line, "0123456789") {
			continue
		}
		if found := telephonePattern.FindString(line); found != "" {
			c.problem(n, "%q tampak seperti nomor telepon; sebutkan lembaganya saja, sebab nomor berubah tanpa diketahui", strings.TrimSpace(found))
		}
	}
}
