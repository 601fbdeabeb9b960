package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// MaterialMeta is the front matter of a topic for outreach. Any other key is an error.
type MaterialMeta struct {
	ID        string                 `yaml:"id"` // "materi/tiga-unsur"
	Title     string                 `yaml:"title"`
	Summary   string                 `yaml:"summary"`   // one sentence
	Audiences []string               `yaml:"audiences"` // of [Audiences]: for whom
	Order     int                    `yaml:"order"`     // place among the topics, the smaller first
	Minutes   map[int]int            `yaml:"minutes"`   // by the length of the meeting, of [Meetings]; absent: not in a meeting of that length
	Picture   string                 `yaml:"picture"`   // key of [Pictures], or absent
	Day       Date                   `yaml:"day"`       // the day on which it was last read against the law; it speaks of the law of that day
	Rests     map[string]Fingerprint `yaml:"rests"`     // by reference: the portions that it rests on, as they were on that day
}

// Material is a topic for outreach, all in our own words. Its text has the sections "## Lembar", "## Salindia",
// "## Pemandu" and "## Kuis"; one line is one paragraph or one item of a list.
type Material struct {
	MaterialMeta
	File     string
	Handout  string // Markdown, as are Guidance, and the bodies and notes below
	Slides   []Slide
	Guidance string // for the facilitator
	Quiz     []QuizQuestion

	source []byte
	blocks []guideBlock // its texts with their citations
}

// Slide is one page of a presentation: "### Title", at most [maxSlideLines] lines, and a block quote with what the
// speaker says.
type Slide struct {
	Title, Body, Note string
	line              int
}

// QuizQuestion is "### Question", a list of answers with the right ones in bold, and a block quote that tells why, citing
// articles.
type QuizQuestion struct {
	Question string
	Answers  []QuizAnswer
	Why      string
	line     int
}

// QuizAnswer is one of the answers to choose from.
type QuizAnswer struct {
	Text  string
	Right bool
}

// materialPrefix begins the ids, and the paths, of topics.
const materialPrefix = "materi/"

// Audiences are those for whom topics are written.
var Audiences = []Value{{"warga-desa", "warga desa"}, {"calon-pekerja-migran", "calon pekerja migran"}, {"pelajar", "pelajar"},
	{"aparat-desa", "aparat desa"}, {"petugas-perbatasan", "petugas bandara dan pelabuhan"}, {"polisi", "polisi"}, {"jaksa", "jaksa"}}

// Picture is a drawing of ours that a topic can show.
type Picture struct{ Key, Title, Alt string }

// Pictures are the drawings. Alt tells in words all that the drawing shows.
var Pictures = []Picture{
	{"tiga-unsur", "Tiga unsur perdagangan orang", "Tiga kotak berurutan. Proses: merekrut, mengangkut, menampung. Cara: ancaman, tipuan, jeratan utang. Tujuan: memeras tenaga atau tubuh orang. Untuk anak, cara tidak perlu dibuktikan."},
	{"jalan-aman", "Jalan yang aman ke luar negeri", "Lima langkah berurutan dari desa ke negara tujuan: mencari informasi di dinas, mendaftar dan memeriksa izin perusahaan, pelatihan dan pemeriksaan kesehatan, membaca dan menandatangani perjanjian, berangkat dengan paspor di tangan sendiri."},
	{"jalan-restitusi", "Jalan tuntutan ganti rugi korban", "Empat langkah berurutan: korban melapor ke polisi, kerugian dihitung, penuntut umum memasukkannya ke dalam tuntutan, hakim memutus dan pelaku membayar."},
}

// PictureOf returns the drawing with a key; ok is false if there is none.
func PictureOf(key string) (p Picture, ok bool) {
	if i := slices.IndexFunc(Pictures, func(p Picture) bool { return p.Key == key }); i >= 0 {
		return Pictures[i], true
	}
	return Picture{}, false
}

// Slug returns the last part of the id.
func (m *Material) Slug() string { return strings.TrimPrefix(m.ID, materialPrefix) }

// For reports whether the topic is for an audience.
func (m *Material) For(audience string) bool { return slices.Contains(m.Audiences, audience) }

// Refs returns what the topic rests on, sorted.
func (m *Material) Refs() []Ref {
	var out []Ref
	for s := range m.Rests {
		out = append(out, ParseRef(s))
	}
	slices.SortFunc(out, func(a, b Ref) int {
		return cmp.Or(cmp.Compare(a.Work, b.Work), compareArticles(a.Article().Fragment, b.Article().Fragment), cmp.Compare(a.Fragment, b.Fragment))
	})
	return out
}

// Materials returns the topics in their order.
func (l *Library) Materials() []*Material { return l.materials }

// Material returns the topic with the id, or nil.
func (l *Library) Material(id string) *Material {
	if i := slices.IndexFunc(l.materials, func(m *Material) bool { return m.ID == id }); i >= 0 {
		return l.materials[i]
	}
	return nil
}

func sortMaterials(ms []*Material) {
	slices.SortFunc(ms, func(a, b *Material) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID)) })
}

// RenderMaterial renders a piece of a topic's Markdown, its citations as links to where address leads. Headings have no
// anchors, since pieces of many topics stand on one page. The result is safe, as that of [Guide.HTML] is.
func (l *Library) RenderMaterial(piece string, day Date, address func(Ref) string) (string, error) {
	source := []byte(piece)
	out, err := renderWith(goldmark.New(goldmark.WithExtensions(extension.Table)), source, l.citeMarkdown(source, Ref{}, day), address)
	if err != nil {
		return "", fmt.Errorf("render material: %w", err)
	}
	return out, nil
}

// Plain returns the words of the topic without mark-up, for search: the handout, then what the facilitator says.
func (m *Material) Plain() string {
	return strings.TrimSpace(plainMarkdown([]byte(m.Handout)) + "\n" + plainMarkdown([]byte(m.Guidance)))
}
