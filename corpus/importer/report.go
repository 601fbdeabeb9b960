package importer

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"suluh/corpus"
)

// Why a mark stands in the front matter of an imported work, for its readers.
const (
	whyLost     = "Bunyinya tidak terbaca dalam naskah yang diimpor; mungkin ada pada teks di dekatnya."
	whyImported = "impor otomatis, belum diperiksa"
)

// report tells how it went.
func (c *composer) report(name string, id identity) *Report {
	r := &Report{ID: fmt.Sprintf("%s/%d/%s", id.kind, id.year, id.number), Source: name, Explained: len(c.explained)}
	last := 0
	for _, a := range c.articles {
		r.Articles = append(r.Articles, a.label())
		for n := last + 1; n < a.n; n++ {
			label := reading{n: n, roman: a.roman}.label()
			r.Gaps = append(r.Gaps, label)
			c.suspect(c.ws[a.at].line, "Pasal "+label+" tidak ditemukan sebelum Pasal "+a.label())
		}
		last = a.n
	}
	if len(c.articles) == 0 {
		c.suspect(1, "tidak ada satu pun Pasal yang ditemukan")
	}
	if id.enacted.IsZero() {
		c.suspect(c.lineAt(c.sections.closing), "tanggal penetapan tidak ditemukan")
	}
	c.strays()
	slices.SortStableFunc(c.suspicions, func(a, b Suspicion) int { return a.Line - b.Line })
	r.Suspicions = c.suspicions
	r.Dropped, r.Moved, r.Changed, r.Added = c.ledger.dropped, c.ledger.moved, c.ledger.changed, c.ledger.added
	r.Extent = string(corpus.Full)
	if len(r.Gaps) > 0 || len(r.Articles) == 0 {
		r.Extent = string(corpus.Part)
	}
	return r
}

// strays names the places that look like a heading of the work and are none.
func (c *composer) strays() {
	if c.amends {
		return
	}
	taken := map[int]bool{}
	for _, a := range c.articles {
		taken[a.at] = true
	}
	const surely = 5
	for _, d := range c.candidates {
		if !taken[d.at] && d.weight >= surely && c.ws[d.at].text != "" {
			c.suspect(c.ws[d.at].line, "“"+join(c.ws[d.at:d.at+2])+"” tampak seperti judul, tetapi tidak cocok dengan urutan; dibiarkan sebagai teks")
		}
	}
}

// The points that a report loses for what is amiss.
const (
	lossSuspicion = 1
	mostSuspicion = 30
)

// score sums a report up: the share of the articles that are there with their wording, less the suspicions. Only a text
// without any has 100.
func score(r *Report) int {
	n := len(r.Articles)
	if n == 0 {
		return 0
	}
	there := n
	for _, f := range r.Lost {
		if !strings.Contains(f, ".") && strings.HasPrefix(f, "pasal-") {
			there--
		}
	}
	return max(0, 100*there/(n+len(r.Gaps))-min(mostSuspicion, lossSuspicion*max(0, len(r.Suspicions)-len(r.Gaps))))
}

// summary tells the reader of a page how sure the import is.
func (r *Report) summary() string {
	s := fmt.Sprintf("skor %d dari 100", r.Score)
	if n := len(r.Gaps); n > 0 {
		s += fmt.Sprintf("; %d pasal tidak ditemukan", n)
	}
	if n := len(r.Lost); n > 0 {
		s += fmt.Sprintf("; %d bagian tanpa bunyi", n)
	}
	if n := len(r.Suspicions); n > 0 {
		s += fmt.Sprintf("; %d tempat mencurigakan", n)
	}
	return s
}

// frontMatter writes the front matter, with the marks on what the body lacks.
func (c *composer) frontMatter(id identity, r *Report, source string) string {
	var b strings.Builder
	b.WriteString("---\n")
	add := func(key, value string) {
		if value != "" {
			b.WriteString(key + ": " + strconv.Quote(value) + "\n")
		}
	}
	day := func(key string, d corpus.Date) {
		if !d.IsZero() {
			b.WriteString(key + ": " + d.String() + "\n")
		}
	}
	b.WriteString("id: " + r.ID + "\n")
	about := titleCase(id.about)
	if about == "" {
		about = "(judul tidak terbaca)"
	}
	add("title", about)
	add("short", corpus.NumberedName(r.ID))
	b.WriteString("extent: " + r.Extent + "\n")
	day("enacted", id.enacted)
	day("in_force", id.inForce)
	add("gazette", id.gazette)
	add("supplement", id.supplement)
	add("source", source)
	add("imported", r.summary())
	marks(&b, "unchecked", c.unchecked)
	if len(r.Lost) > 0 {
		marks(&b, "missing", map[string][]string{whyLost: r.Lost})
	}
	b.WriteString("---\n\n")
	return b.String()
}

func marks(b *strings.Builder, key string, byReason map[string][]string) {
	if len(byReason) == 0 {
		return
	}
	b.WriteString(key + ":\n")
	for _, why := range slices.Sorted(maps.Keys(byReason)) {
		fmt.Fprintf(b, "  - portions: [%s]\n    why: %s\n", strings.Join(byReason[why], ", "), strconv.Quote(why))
	}
}

// Text writes the report for a reader.
func (r *Report) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, dari %s\n%s: skor %d dari 100\n\n", r.ID, r.Source, whyImported, r.Score)
	fmt.Fprintf(&b, "Pasal: %d (%s)\nDengan penjelasan: %d; judul penjelasan yang dipindahkan ke Pasalnya: %d\n", len(r.Articles), ranges(r.Articles), r.Explained, len(r.Moved))
	if len(r.Gaps) > 0 {
		fmt.Fprintf(&b, "Tidak ditemukan: Pasal %s\n", ranges(r.Gaps))
	}
	if len(r.Suspicions) > 0 {
		b.WriteString("\nPERLU DILIHAT\n")
		for _, s := range r.Suspicions {
			if s.Line > 0 {
				fmt.Fprintf(&b, "baris %d: ", s.Line)
			}
			b.WriteString(s.What + "\n")
		}
	}
	for _, list := range []struct {
		title   string
		entries []Entry
	}{{"DIBACA LAIN DARI YANG TERTULIS", r.Changed}, {"DITAMBAHKAN", r.Added}, {"DILEPAS SEBAGAI PERLENGKAPAN HALAMAN", r.Dropped}} {
		if len(list.entries) == 0 {
			continue
		}
		b.WriteString("\n" + list.title + "\n")
		for _, e := range list.entries {
			fmt.Fprintf(&b, "baris %d, %s: ", e.Line, e.What)
			switch {
			case e.Text == "":
				b.WriteString("“" + e.Now + "”\n")
			case e.Now == "":
				b.WriteString("“" + strings.TrimSpace(e.Text) + "”\n")
			default:
				b.WriteString("“" + e.Text + "” menjadi “" + e.Now + "”\n")
			}
		}
	}
	return b.String()
}

// ranges writes numbers that follow one another as a range: "1–7, 9".
func ranges(numbers []string) string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && succeeds(numbers[j], numbers[j+1]) {
			j++
		}
		if j > i+1 {
			out = append(out, numbers[i]+"–"+numbers[j])
			i = j + 1
			continue
		}
		out = append(out, numbers[i])
		i++
	}
	return strings.Join(out, ", ")
}

// succeeds reports whether b is the number after a.
func succeeds(a, b string) bool {
	if n := atoi(a); n > 0 {
		return b == itoa(n+1)
	}
	n := romanValue(a)
	return n > 0 && b == roman(n+1)
}
