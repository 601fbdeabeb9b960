package corpus

import (
	"cmp"
	"slices"
	"strings"
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
	Sheet     []string               `yaml:"sheet"`     // headings of the handout, the weightiest for a printed sheet first; see [Material.HandoutParts]
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
	{"tiga-unsur", "Tiga unsur perdagangan orang", "Tiga kotak: perbuatan (direkrut, diangkut, ditampung, dikirim), ditambah cara (diancam, ditipu, dijerat utang), ditambah tujuan (tenaga atau tubuhnya dieksploitasi), sama dengan perdagangan orang. Pasal 1 angka 1 UU 21/2007."},
	{"jalan-aman", "Jalan yang aman ke luar negeri", "Lima langkah sebelum berangkat: bertanya di dinas tenaga kerja; izin keluarga yang diketahui kepala desa; latihan kerja dan pemeriksaan kesehatan; paspor dan visa kerja yang dibuat secara resmi; perjanjian yang dibaca, lalu ditandatangani. Pasal 13 UU 18/2017."},
	{"jalan-restitusi", "Jalan ganti rugi korban", "Lima langkah: korban melapor kepada polisi; kerugiannya dihitung, yaitu upah, obat, dan derita; jaksa menyebut jumlahnya dalam tuntutan; hakim mencantumkan ganti rugi dalam putusan; pelaku membayar dalam 14 hari sejak diberi tahu putusan yang tetap. Pasal 48 UU 21/2007."},
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

// Ref returns the reference to the topic.
func (m *Material) Ref() Ref { return Ref{Work: m.ID} }

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

// Plain returns the words of the topic without mark-up, for search: the handout, then what the facilitator says.
func (m *Material) Plain() string {
	return strings.TrimSpace(plainMarkdown([]byte(m.Handout)) + "\n" + plainMarkdown([]byte(m.Guidance)))
}
