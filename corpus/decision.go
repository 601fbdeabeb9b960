package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// DecisionMeta is the front matter of the digest of a court decision. Every key is listed here; any other key is an
// error. Where UNODC's SHERLOC case-law database has a field, ours has its name and its values. What the decision does not
// say, or what cannot be read in it, is absent and never guessed.
type DecisionMeta struct {
	ID          string              `yaml:"id"`         // "putusan/pn-kendal/2016/54-pid.sus": court, year of the number, number and register
	Title       string              `yaml:"title"`      // what it is about, in one line of ours
	Number      string              `yaml:"number"`     // "54/Pid.Sus/2016/PN Kdl"; without the code of the court where that cannot be read
	Court       string              `yaml:"court"`      // "Pengadilan Negeri Kendal"
	Province    string              `yaml:"province"`   // "Jawa Tengah"
	Level       string              `yaml:"level"`      // one of [Levels]
	Decided     Date                `yaml:"decided"`    // the day on which the judgment was pronounced, or else that of the deliberation
	Acted       DecisionSpan        `yaml:"acted"`      // the days between which the act was done, as the court found
	BeforeLaw   string              `yaml:"before_law"` // of a court that applied a law not yet in force when the act was done: what is to be said of it
	Outside     string              `yaml:"outside"`    // of a case that is no matter of trafficking or migrant work: why it is here; it is not counted
	Source      string              `yaml:"source"`     // public id in the directory of the Supreme Court: 32 hexadecimal digits
	Doubt       string              `yaml:"doubt"`      // what is uncertain in the reading of it, in Indonesian
	Indictment  Indictment          `yaml:"indictment"` // surat dakwaan
	Defendants  []Defendant         `yaml:"defendants"`
	Restitution DecisionRestitution `yaml:"restitution"`
	Victims     Victims             `yaml:"victims"`
	Acts        []string            `yaml:"acts"`     // of [Acts]: what was done to the victims, as the court found
	Means       []string            `yaml:"means"`    // of [Means]
	Purposes    []string            `yaml:"purposes"` // of [Purposes]
	Form        string              `yaml:"form"`     // one of [Forms]
	Sectors     []string            `yaml:"sectors"`  // of [Sectors]
	Route       []string            `yaml:"route"`    // places on the way of the victims, districts or towns, from the first
	Facts       map[string]string   `yaml:"facts"`    // answers to the questions of the charging guide, coded from the reasoning: "korban-anak: ya"
}

// DecisionSpan is an interval of days. A month of which the day is not known is its first and its last day.
type DecisionSpan struct {
	From  Date `yaml:"from"`
	Until Date `yaml:"until"`
}

// Indictment is what the prosecutor charged.
type Indictment struct {
	Structure string  `yaml:"structure"` // one of [Structures]
	Counts    []Count `yaml:"counts"`
}

// Count is one charge of an indictment.
type Count struct {
	Name     string   `yaml:"name"`     // as the indictment names it: "Kesatu", "Kedua Primair"; "Tunggal" for the only one
	Articles []string `yaml:"articles"` // references to what is charged: "uu/2007/21#pasal-2.ayat-1"
	With     []string `yaml:"with"`     // references to what is read with it (jo): "uu/2007/21#pasal-17"
	NotHeld  []string `yaml:"not_held"` // articles that are not in the collection, as a lawyer writes them: "Pasal 285 KUHP"
}

// Defendant is one accused, never named.
type Defendant struct {
	Roles     []string `yaml:"roles"` // of [Roles]
	Kind      string   `yaml:"kind"`  // one of [DefendantKinds]
	Sex       string   `yaml:"sex"`   // "female" or "male"
	Asked     *Demand  `yaml:"asked"` // tuntutan; absent if it cannot be read
	Outcome   string   `yaml:"outcome"`
	Proved    []Proved `yaml:"proved"`    // what the court held proved
	Acquitted []string `yaml:"acquitted"` // names of the counts of which the court acquitted
	Sentence  Sentence `yaml:"sentence"`
}

// Demand is what the prosecutor asked for at the end.
type Demand struct {
	Count    string `yaml:"count"` // name of the count that the prosecutor held proved
	Sentence `yaml:",inline"`
}

// Proved is one offence that the court held proved.
type Proved struct {
	Count    string   `yaml:"count"`    // name of the count
	Articles []string `yaml:"articles"` // as in [Count]
	With     []string `yaml:"with"`
	NotHeld  []string `yaml:"not_held"`
	Form     string   `yaml:"form"` // one of [Participations]
}

// Sentence is a punishment, asked for or imposed.
type Sentence struct {
	Prison     Term  `yaml:"prison"`     // penjara: "3 tahun 6 bulan"
	Fine       int64 `yaml:"fine"`       // rupiah
	Substitute Term  `yaml:"substitute"` // kurungan, or penjara, for a fine that is not paid
	Suspended  Term  `yaml:"suspended"`  // masa percobaan of a suspended sentence
}

// DecisionRestitution is what the victims asked and got. All of it is absent when the decision does not speak of it.
type DecisionRestitution struct {
	Outcome string `yaml:"outcome"` // one of [RestitutionOutcomes]
	Asked   int64  `yaml:"asked"`   // rupiah, of all victims together
	Given   int64  `yaml:"given"`   // rupiah
	Reason  string `yaml:"reason"`  // why the court gave or refused it, in our words
}

// Victims counts the victims. A number that cannot be read is absent.
type Victims struct {
	Total    int `yaml:"total"`
	Children int `yaml:"children"` // under 18 at the time of the act
	Adults   int `yaml:"adults"`
	Female   int `yaml:"female"`
	Male     int `yaml:"male"`
}

// Value is a value that a key can take, with its name on screen.
type Value struct{ Key, Name string }

// The values of the keys.
var (
	Levels = []Value{{"first_instance", "tingkat pertama"}, {"appeal", "banding"}, {"cassation", "kasasi"}, {"review", "peninjauan kembali"}}

	Structures = []Value{{"single", "tunggal"}, {"alternative", "alternatif"}, {"subsidiary", "subsidair"}, {"cumulative", "kumulatif"},
		{"combined", "gabungan"}} // combined: alternatives with a subsidiary order within, and the like

	Outcomes = []Value{{"convicted", "dipidana"}, {"acquitted", "bebas"}, {"discharged", "lepas dari segala tuntutan"}}

	DefendantKinds = []Value{{"person", "orang"}, {"official", "pejabat"}, {"corporation", "korporasi"}}

	Participations = []Value{{"completed", "selesai"}, {"attempt", "percobaan"}, {"assistance", "pembantuan"}, {"conspiracy", "permufakatan"}}

	Roles = []Value{{"recruiter", "perekrut"}, {"transporter", "pengangkut"}, {"harbourer", "penampung"}, {"intermediary", "perantara"},
		{"pimp", "mucikari"}, {"exploiter", "pemakai tenaga atau pengelola tempat"}, {"agency_head", "pimpinan perusahaan penempatan"},
		{"agency_staff", "petugas perusahaan penempatan"}, {"parent", "orang tua atau wali"}, {"relative", "kerabat"},
		{"document_forger", "pengurus dokumen palsu"}, {"official", "pejabat"}}

	RestitutionOutcomes = []Value{{"granted", "dikabulkan"}, {"partly", "dikabulkan sebagian"}, {"refused", "ditolak"}, {"not_decided", "dimohon, tidak diputus"},
		{"not_asked", "tidak dimohon"}} // not_asked: the court speaks of it though nobody asked

	Acts = []Value{{"recruitment", "perekrutan"}, {"transportation", "pengangkutan"}, {"harbouring", "penampungan"}, {"sending", "pengiriman"},
		{"transfer", "pemindahan"}, {"receipt", "penerimaan"}}

	Means = []Value{{"threat", "ancaman kekerasan"}, {"force", "kekerasan"}, {"abduction", "penculikan"}, {"confinement", "penyekapan"},
		{"forgery", "pemalsuan"}, {"deception", "penipuan"}, {"abuse_of_power", "penyalahgunaan kekuasaan"},
		{"vulnerability", "penyalahgunaan posisi rentan"}, {"debt_bondage", "penjeratan utang"}, {"payment", "pemberian bayaran atau manfaat"}}

	Purposes = []Value{{"prostitution", "pelacuran"}, {"sexual_exploitation", "eksploitasi seksual lain"}, {"forced_labour", "kerja paksa"},
		{"slavery", "perbudakan atau praktik serupa"}, {"labour_exploitation", "pemanfaatan tenaga"}, {"organ_removal", "pengambilan organ"},
		{"illegal_adoption", "pengangkatan anak melawan hukum"}, {"none_found", "tidak ditemukan pengadilan"}}

	Forms = []Value{{"internal", "dalam negeri"}, {"transnational", "lintas negara"}}

	Sectors = []Value{{"commercial_sex", "prostitusi"}, {"entertainment", "karaoke, kafe, dan tempat hiburan"}, {"domestic_work", "pekerjaan rumah tangga"},
		{"agriculture", "perkebunan dan pertanian"}, {"fishing", "perikanan"}, {"shipping", "pelayaran"}, {"manufacturing", "pabrik"},
		{"construction", "bangunan"}, {"hospitality", "restoran dan hotel"}, {"begging", "mengemis"}, {"other_labour", "pekerjaan lain"}}
)

// ValueName returns the name on screen of a key among values, or the key itself.
func ValueName(values []Value, key string) string {
	if i := slices.IndexFunc(values, func(v Value) bool { return v.Key == key }); i >= 0 {
		return values[i].Name
	}
	return key
}

// Decision is the digest of a court decision: facts in our words, anonymised (UU 21/2007 Pasal 24 and 44). Its text has the
// sections "## Fakta", "## Pertimbangan" and "## Mengapa dibaca".
type Decision struct {
	DecisionMeta
	File   string
	body   int // where the text begins in source
	source []byte
	blocks []guideBlock // its texts with their citations
}

// decisionPrefix begins the ids, and the paths, of decisions.
const decisionPrefix = "putusan/"

// Ref returns the reference to the decision.
func (d *Decision) Ref() Ref { return Ref{Work: d.ID} }

// SourceURL returns the address of the decision in the directory of the Supreme Court.
func (d *Decision) SourceURL() string {
	return "https://putusan3.mahkamahagung.go.id/direktori/putusan/" + d.Source + ".html"
}

// Charged returns the references to the offences charged, each once, in the order of the indictment.
func (d *Decision) Charged() []Ref {
	var out []Ref
	for _, c := range d.Indictment.Counts {
		out = appendRefs(out, c.Articles)
	}
	return out
}

// Proved returns the references to the offences proved against any defendant, each once.
func (d *Decision) Proved() []Ref {
	var out []Ref
	for _, a := range d.Defendants {
		for _, p := range a.Proved {
			out = appendRefs(out, p.Articles)
		}
	}
	return out
}

func appendRefs(out []Ref, refs []string) []Ref {
	for _, s := range refs {
		if r := ParseRef(s); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// Cited returns every reference of the front matter, each once: charged, read with, proved.
func (d *Decision) Cited() []Ref {
	var out []Ref
	for _, c := range d.Indictment.Counts {
		out = appendRefs(appendRefs(out, c.Articles), c.With)
	}
	for _, a := range d.Defendants {
		for _, p := range a.Proved {
			out = appendRefs(appendRefs(out, p.Articles), p.With)
		}
	}
	return out
}

// FactsText returns the section "## Fakta" as Markdown.
func (d *Decision) FactsText() string { return d.section(decisionSections[0]) }

// ReasonsText returns the section "## Pertimbangan" as Markdown.
func (d *Decision) ReasonsText() string { return d.section(decisionSections[1]) }

// section returns what stands under a heading of the digest.
func (d *Decision) section(name string) string {
	_, rest, _ := strings.Cut(string(d.source[d.body:]), "## "+name+"\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	return strings.TrimSpace(rest)
}

// Plain returns the text of the digest without mark-up, for search: title, facts, reasoning.
func (d *Decision) Plain() string {
	return strings.TrimSpace(plainMarkdown(d.source[d.body:]))
}

// HTML renders the text of the digest, its citations as links to where address leads. The result is safe, as that of
// [Guide.HTML] is.
func (d *Decision) HTML(address func(Ref) string) (string, error) {
	out, err := renderMarkdown(d.source, d.blocks, address)
	if err != nil {
		return "", fmt.Errorf("render %s: %w", d.File, err)
	}
	return out, nil
}

// Decisions returns the decisions, newest first.
func (l *Library) Decisions() []*Decision { return l.decisions }

// Decision returns the decision with the id, or nil.
func (l *Library) Decision(id string) *Decision {
	if i := slices.IndexFunc(l.decisions, func(d *Decision) bool { return d.ID == id }); i >= 0 {
		return l.decisions[i]
	}
	return nil
}

// DecisionsOn returns the decisions in which an article was charged or proved, newest first.
func (l *Library) DecisionsOn(article Ref) []*Decision {
	article = l.Canonical(article).Article()
	var out []*Decision
	for _, d := range l.decisions {
		if slices.ContainsFunc(d.Cited(), func(r Ref) bool { return l.Canonical(r).Article() == article }) {
			out = append(out, d)
		}
	}
	return out
}

func sortDecisions(ds []*Decision) {
	slices.SortFunc(ds, func(a, b *Decision) int {
		return cmp.Or(b.Decided.Compare(a.Decided), cmp.Compare(a.ID, b.ID))
	})
}

// IsTrafficking reports whether a reference is to an article that makes trafficking in persons an offence of its own: those
// of UU 21/2007, and Pasal 455 UU 1/2023, which took the place of its Pasal 2.
func IsTrafficking(r Ref) bool {
	return r.Work == "uu/2007/21" || r.Article() == Ref{"uu/2023/1", "pasal-455"}
}

// Results are what can come of a case, over all its defendants.
var Results = []Value{{"trafficking", "perdagangan orang terbukti"}, {"other", "undang-undang lain terbukti"}, {"acquitted", "bebas atau lepas"}}

// Results returns the keys of what came of the case for some defendant, in the order of [Results].
func (d *Decision) Results() []string {
	found := map[string]bool{}
	for _, a := range d.Defendants {
		switch {
		case a.Outcome != "convicted":
			found["acquitted"] = true
		case slices.ContainsFunc(a.Proved, func(p Proved) bool { return slices.ContainsFunc(appendRefs(nil, p.Articles), IsTrafficking) }):
			found["trafficking"] = true
		default:
			found["other"] = true
		}
	}
	var out []string
	for _, v := range Results {
		if found[v.Key] {
			out = append(out, v.Key)
		}
	}
	return out
}

// Year returns the year of the judgment; of the case number if the judgment's day cannot be read.
func (d *Decision) Year() int {
	if !d.Decided.IsZero() {
		return d.Decided.Year
	}
	year := 0
	if m := decisionIDPattern.FindStringSubmatch(d.ID); m != nil {
		year, _ = strconv.Atoi(m[1])
	}
	return year
}
