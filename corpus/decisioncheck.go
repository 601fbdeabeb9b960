package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	decisionIDPattern = regexp.MustCompile(`^putusan/[a-z]+(?:-[a-z]+)*/([0-9]{4})/([0-9]+)-pid(?:\.[a-z]+)*$`)
	caseNumberPattern = regexp.MustCompile(`^([0-9]+)/Pid(?:\.[A-Za-z]+)*/([0-9]{4})(?:/[A-Z][A-Za-z. ]*)?$`)
	publicIDPattern   = regexp.MustCompile(`^[0-9a-f]{32}$`)
)

// maxTrial is how many years may pass from the year of a case number to the judgment.
const maxTrial = 2

// checkDecision finds and resolves the citations of a digest and checks what it says. Earlier are the digests before it.
func (l *Library) checkDecision(d *Decision, earlier []*Decision, names *properNames) Problems {
	d.blocks = l.citeMarkdown(d.source, Ref{}, d.Decided)
	c := decisionChecker{library: l, decision: d, earlier: earlier}
	c.identity()
	c.days()
	c.indictment()
	for i := range d.Defendants {
		c.defendant(i, &d.Defendants[i])
	}
	c.numbers()
	c.values()
	c.citations()
	c.names(names)
	return c.problems
}

// decisionChecker collects the problems of one digest.
type decisionChecker struct {
	library  *Library
	decision *Decision
	earlier  []*Decision
	problems Problems
}

// problem reports a mistake at the line of a key of the front matter.
func (c *decisionChecker) problem(key, format string, args ...any) {
	begin := ""
	if key != "" {
		begin = key + ":"
	}
	c.problems = append(c.problems, Problem{c.decision.File, c.decision.line(begin), fmt.Sprintf(format, args...)})
}

func (c *decisionChecker) identity() {
	d := c.decision
	if want := strings.TrimSuffix(d.File, ".md"); d.ID != want {
		c.problem("id", "id %q tidak cocok dengan letak berkas; tulis %q", d.ID, want)
	}
	id, number := decisionIDPattern.FindStringSubmatch(d.ID), caseNumberPattern.FindStringSubmatch(d.Number)
	switch {
	case id == nil:
		c.problem("id", "id %q salah bentuk; tulis putusan/pengadilan/tahun/nomor-register, misalnya putusan/pn-kendal/2016/54-pid.sus", d.ID)
	case number == nil:
		c.problem("number", "number %q salah bentuk; tulis misalnya 54/Pid.Sus/2016/PN Kdl", d.Number)
	case id[1] != number[2] || id[2] != number[1]:
		c.problem("number", "number %q tidak cocok dengan id %q", d.Number, d.ID)
	}
	for _, other := range c.earlier {
		if other.Source == d.Source && d.Source != "" {
			c.problem("source", "source %s sudah dipakai oleh %s", d.Source, other.File)
		}
	}
	for _, missing := range []struct{ key, value string }{{"title", d.Title}, {"court", d.Court}, {"province", d.Province}} {
		if missing.value == "" {
			c.problem("", "front matter tanpa %s", missing.key)
		}
	}
	if !publicIDPattern.MatchString(d.Source) {
		c.problem("source", "source %q bukan id direktori putusan; tulis 32 angka heksadesimal", d.Source)
	}
}

// days checks that the act comes before the judgment, and the judgment soon after the case was numbered.
func (c *decisionChecker) days() {
	d := c.decision
	if d.Decided.IsZero() {
		if d.Doubt == "" {
			c.problem("", "front matter tanpa decided; bila tidak terbaca, jelaskan pada doubt")
		}
	} else if m := decisionIDPattern.FindStringSubmatch(d.ID); m != nil {
		if year, _ := strconv.Atoi(m[1]); d.Decided.Year < year || d.Decided.Year > year+maxTrial {
			c.problem("decided", "decided %s tidak cocok dengan tahun %d dalam nomor perkara", d.Decided, year)
		}
	}
	switch a := d.Acted; {
	case a.From.IsZero() != a.Until.IsZero():
		c.problem("acted", "acted perlu from dan until; untuk satu hari tulis hari itu dua kali")
	case a.Until.Before(a.From):
		c.problem("acted", "acted: until %s lebih awal daripada from %s", a.Until, a.From)
	case !a.From.IsZero() && !d.Decided.IsZero() && d.Decided.Before(a.From):
		c.problem("acted", "perbuatan %s sesudah putusan %s", a.From, d.Decided)
	}
}

func (c *decisionChecker) indictment() {
	in := c.decision.Indictment
	c.value("indictment", "structure", in.Structure, Structures)
	if single := in.Structure == "single"; len(in.Counts) == 0 || single != (len(in.Counts) == 1) {
		c.problem("indictment", "dakwaan %s dengan %d counts", ValueName(Structures, in.Structure), len(in.Counts))
	}
	seen := map[string]bool{}
	for _, n := range in.Counts {
		if n.Name == "" || seen[n.Name] {
			c.problem("indictment", "counts: name %q kosong atau berulang", n.Name)
		}
		seen[n.Name] = true
		if len(n.Articles)+len(n.NotHeld) == 0 {
			c.problem("indictment", "dakwaan %s tanpa articles", n.Name)
		}
		c.refs("indictment", n.Articles, true)
		c.refs("indictment", n.With, false)
		c.notHeld("indictment", n.NotHeld)
	}
}

// refs checks that references lead to portions, and for offences that their law was in force when the act was done.
func (c *decisionChecker) refs(key string, refs []string, offences bool) {
	for _, s := range refs {
		r := ParseRef(s)
		if c.library.Portion(r) == nil {
			c.problem(key, "%q tidak ada dalam koleksi; bila memang tidak dimuat, tulis pada not_held dengan kata-kata", s)
			continue
		}
		if until := c.decision.Acted.Until; offences && !until.IsZero() && c.decision.BeforeLaw == "" {
			if s := c.library.Standing(c.library.Canonical(r), until); s.Status == NotYetInForce {
				c.problem("acted", "perbuatan selesai %s, sedangkan %s %s baru berlaku %s; bila pengadilan memang menerapkannya, jelaskan pada before_law", until, FragmentLabel(r.Fragment), NumberedName(r.Work), s.Since)
			}
		}
	}
}

// notHeld checks that what is said not to be in the collection is not.
func (c *decisionChecker) notHeld(key string, names []string) {
	for _, name := range names {
		for _, cite := range c.library.FindCitations(name, Ref{}, c.decision.Acted.Until) {
			if cite.State == Resolved && cite.Target.Fragment != "" {
				c.problem(key, "not_held %q ada dalam koleksi; tulis %q pada articles atau with", name, c.library.Canonical(cite.Target))
			}
		}
	}
}

func (c *decisionChecker) defendant(i int, a *Defendant) {
	who := fmt.Sprintf("terdakwa %d", i+1)
	for _, r := range a.Roles {
		c.value("defendants", who+": roles", r, Roles)
	}
	c.value("defendants", who+": kind", a.Kind, DefendantKinds)
	if a.Sex != "" && a.Sex != "female" && a.Sex != "male" {
		c.problem("defendants", "%s: sex %q tidak dikenal; pilih female atau male", who, a.Sex)
	}
	c.value("defendants", who+": outcome", a.Outcome, Outcomes)
	if convicted := a.Outcome == "convicted"; convicted != (len(a.Proved) > 0) || convicted != (a.Sentence != Sentence{}) {
		c.problem("defendants", "%s: outcome %s tidak cocok dengan proved atau sentence; yang dipidana punya keduanya, yang lain tidak", who, a.Outcome)
	}
	if a.Asked != nil && a.Asked.Count != "" {
		c.count(who+": asked", a.Asked.Count)
	}
	for _, name := range a.Acquitted {
		c.count(who+": acquitted", name)
	}
	for _, p := range a.Proved {
		c.value("defendants", who+": form", p.Form, Participations)
		c.refs("defendants", p.Articles, true)
		c.refs("defendants", p.With, false)
		c.notHeld("defendants", p.NotHeld)
		if n := c.count(who+": proved", p.Count); n != nil {
			c.proved(who, p, n)
		}
	}
}

// count returns the count of the indictment with a name; one that does not exist is a problem.
func (c *decisionChecker) count(what, name string) *Count {
	counts := c.decision.Indictment.Counts
	if i := slices.IndexFunc(counts, func(n Count) bool { return n.Name == name }); i >= 0 {
		return &counts[i]
	}
	c.problem("defendants", "%s: dakwaan %q tidak ada dalam indictment", what, name)
	return nil
}

// proved checks that what is proved was charged: the same article, though perhaps another ayat of it.
func (c *decisionChecker) proved(who string, p Proved, n *Count) {
	for _, r := range appendRefs(nil, p.Articles) {
		charged := slices.ContainsFunc(appendRefs(nil, n.Articles), func(x Ref) bool {
			return c.library.Canonical(x).Article() == c.library.Canonical(r).Article()
		})
		if !charged {
			c.problem("defendants", "%s: %s dinyatakan terbukti, tetapi tidak didakwakan dalam dakwaan %s", who, r, n.Name)
		}
	}
}

// numbers checks that the counts of victims and the sums of money fit together.
func (c *decisionChecker) numbers() {
	v := c.decision.Victims
	for _, n := range []int{v.Total, v.Children, v.Adults, v.Female, v.Male} {
		if n < 0 {
			c.problem("victims", "jumlah korban tidak mungkin negatif")
		}
	}
	if v.Children+v.Adults > v.Total || v.Female+v.Male > v.Total {
		c.problem("victims", "jumlah bagian korban melebihi total %d", v.Total)
	}
	switch r := c.decision.Restitution; {
	case r.Asked < 0 || r.Given < 0 || r.Asked > 0 && r.Given > r.Asked:
		c.problem("restitution", "restitusi yang diberi %d melebihi yang diminta %d", r.Given, r.Asked)
	case r.Outcome == "" && r != DecisionRestitution{}:
		c.problem("restitution", "restitution tanpa outcome")
	case (r.Outcome == "granted" || r.Outcome == "partly") == (r.Given == 0) && r.Outcome != "":
		c.problem("restitution", "outcome %s tidak cocok dengan given %d", r.Outcome, r.Given)
	}
	for _, a := range c.decision.Defendants {
		if a.Sentence.Fine < 0 || a.Asked != nil && a.Asked.Fine < 0 {
			c.problem("defendants", "denda tidak mungkin negatif")
		}
	}
}

func (c *decisionChecker) values() {
	d := c.decision
	c.value("level", "level", d.Level, Levels)
	if d.Form != "" {
		c.value("form", "form", d.Form, Forms)
	}
	if d.Restitution.Outcome != "" {
		c.value("restitution", "outcome", d.Restitution.Outcome, RestitutionOutcomes)
	}
	for _, list := range []struct {
		key    string
		given  []string
		values []Value
	}{{"acts", d.Acts, Acts}, {"means", d.Means, Means}, {"purposes", d.Purposes, Purposes}, {"sectors", d.Sectors, Sectors}} {
		for _, g := range list.given {
			c.value(list.key, list.key, g, list.values)
		}
	}
}

func (c *decisionChecker) value(key, what, given string, values []Value) {
	if slices.ContainsFunc(values, func(v Value) bool { return v.Key == given }) {
		return
	}
	var keys []string
	for _, v := range values {
		keys = append(keys, v.Key)
	}
	c.problem(key, "%s %q tidak dikenal; pilih %s", what, given, strings.Join(keys, ", "))
}

// citations checks the citations in the text: each leads to a portion, or to a law of which the collection holds nothing.
func (c *decisionChecker) citations() {
	starts := lineStarts(c.decision.source)
	for _, b := range c.decision.blocks {
		for _, cite := range b.citations {
			if cite.State == Resolved || cite.State == NotHeld {
				continue
			}
			line, _ := position(b.start, c.decision.source, starts)
			c.problems = append(c.problems, Problem{c.decision.File, line, fmt.Sprintf("rujukan %q tidak menuju bagian mana pun; sebutkan undang-undangnya dalam kalimat yang sama",
				c.decision.source[b.start+cite.Start:b.start+cite.End])})
		}
	}
}
