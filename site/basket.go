package site

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gorilla/mux"

	"suluh/corpus"
)

const (
	outreachAddress = "/sosialisasi"
	maxExtras       = 20 // items added from other pages; a handout of more is no handout
)

// Names of the basket in an address.
const (
	basketAudience = "untuk"
	basketLength   = "waktu"
	basketTopic    = "topik"
	basketExtra    = "tambah"
)

// basket is what a visitor gathers for a meeting. It is in the address and nowhere else: every link of ours carries it on.
type basket struct {
	audience string   // of [corpus.Audiences]; "" if not chosen
	length   int      // of [corpus.Meetings]; 0 if not chosen
	topics   []string // last parts of the ids of topics
	extras   []string // added from other pages: see [view.extra]
}

// readBasket reads the basket of an address. What it does not know is told and left out.
func (s *Site) readBasket(q url.Values) (b basket, problems []string) {
	if a := q.Get(basketAudience); a != "" {
		if slices.ContainsFunc(corpus.Audiences, func(v corpus.Value) bool { return v.Key == a }) {
			b.audience = a
		} else {
			problems = append(problems, "Peserta “"+clean(a)+"” tidak dikenal; pilih dari daftar.")
		}
	}
	if l := q.Get(basketLength); l != "" {
		n, err := strconv.Atoi(l)
		if _, ok := corpus.MeetingOf(n); err == nil && ok {
			b.length = n
		} else {
			problems = append(problems, "Waktu “"+clean(l)+"” tidak dikenal; pilih 15, 45, atau 90 menit.")
		}
	}
	for _, t := range q[basketTopic] {
		switch {
		case s.library.Material("materi/"+t) == nil:
			problems = append(problems, "Topik “"+clean(t)+"” tidak ada.")
		case !slices.Contains(b.topics, t):
			b.topics = append(b.topics, t)
		}
	}
	for _, e := range q[basketExtra] {
		switch {
		case e == "" || slices.Contains(b.extras, e):
		case len(b.extras) == maxExtras:
			problems = append(problems, fmt.Sprintf("Hanya %d bahan tambahan yang dimuat.", maxExtras))
		default:
			b.extras = append(b.extras, clean(e))
		}
	}
	return b, slices.Compact(problems)
}

// clean makes what a visitor wrote fit to be shown.
func clean(s string) string { return strings.ToValidUTF8(s, "") }

func (b basket) empty() bool {
	return b.audience == "" && b.length == 0 && len(b.topics) == 0 && len(b.extras) == 0
}

// query writes the basket as part of an address.
func (b basket) query() url.Values {
	q := url.Values{}
	if b.audience != "" {
		q.Set(basketAudience, b.audience)
	}
	if b.length != 0 {
		q.Set(basketLength, strconv.Itoa(b.length))
	}
	for _, t := range b.topics {
		q.Add(basketTopic, t)
	}
	for _, e := range b.extras {
		q.Add(basketExtra, e)
	}
	return q
}

// with returns the basket with one more item; without, with one less.
func (b basket) with(extra string) basket {
	if !slices.Contains(b.extras, extra) {
		b.extras = append(slices.Clone(b.extras), extra)
	}
	return b
}

// withTopic returns the basket with one more topic.
func (b basket) withTopic(slug string) basket {
	if !slices.Contains(b.topics, slug) {
		b.topics = append(slices.Clone(b.topics), slug)
	}
	return b
}

// at returns an address of ours with this basket in the place of the one under way.
func (v view) at(address string, b basket) string {
	v.basket = b
	return v.keepDay(address)
}

// addLink leads to the basket with one more item.
func (v view) addLink(extra string) string { return v.at(outreachAddress, v.basket.with(extra)) }

// BasketLine tells on every page what is in the basket.
type BasketLine struct{ Text, Href string }

// basketLine is nil while the basket is empty.
func (v view) basketLine() *BasketLine {
	b := v.basket
	if b.empty() {
		return nil
	}
	var parts []string
	if b.audience != "" {
		parts = append(parts, "untuk "+corpus.ValueName(corpus.Audiences, b.audience))
	}
	if b.length != 0 {
		parts = append(parts, fmt.Sprintf("%d menit", b.length))
	}
	if n := len(b.topics); n > 0 {
		parts = append(parts, fmt.Sprintf("%d topik", n))
	}
	if n := len(b.extras); n > 0 {
		parts = append(parts, fmt.Sprintf("%d tambahan", n))
	}
	return &BasketLine{Text: strings.Join(parts, ", "), Href: v.keepDay(outreachAddress)}
}

// bundle is a basket with all that follows from it: the course of the meeting, its topics and what was added.
type bundle struct {
	view
	basket   basket
	audience corpus.Value
	topics   []*corpus.Material // asked for, or chosen by us
	chosen   bool               // the visitor named the topics
	plan     corpus.Plan
	extras   []extra
	problems []string
}

// Where a visitor has not chosen yet.
const (
	defaultAudience = "warga-desa"
	defaultLength   = 45
)

// bundleOf reads the bundle that a request asks for: by query, or by path as in "/sosialisasi/polisi/45/lembar".
func (s *Site) bundleOf(r *http.Request) (bundle, error) {
	v, err := s.viewOf(r)
	if err != nil {
		return bundle{}, err
	}
	q := url.Values{}
	for name, values := range r.URL.Query() {
		q[name] = values
	}
	for _, name := range []string{basketAudience, basketLength} {
		if value, ok := mux.Vars(r)[name]; ok {
			q.Set(name, value)
		}
	}
	b, problems := s.readBasket(q)
	if _, inPath := mux.Vars(r)[basketAudience]; inPath && len(problems) > 0 {
		return bundle{}, notFound("%s", problems[0])
	}
	return v.bundle(b, problems), nil
}

// bundle gathers what a basket means. The links of the page carry only what the visitor's address carries.
func (v view) bundle(b basket, problems []string) bundle {
	out := bundle{view: v, basket: b, problems: problems}
	if out.basket.audience == "" {
		out.basket.audience = defaultAudience
	}
	if out.basket.length == 0 {
		out.basket.length = defaultLength
	}
	out.audience = corpus.Value{Key: out.basket.audience, Name: corpus.ValueName(corpus.Audiences, out.basket.audience)}
	meeting, _ := corpus.MeetingOf(out.basket.length)
	for _, m := range v.library.Materials() {
		if slices.Contains(b.topics, m.Slug()) {
			out.topics = append(out.topics, m)
		}
	}
	if out.chosen = len(out.topics) > 0; !out.chosen {
		out.topics = v.library.TopicsFor(out.audience.Key, meeting)
	}
	out.plan = corpus.NewPlan(meeting, out.topics)
	for _, key := range b.extras {
		e, problem := v.extra(key)
		if problem != "" {
			out.problems = append(out.problems, problem)
			continue
		}
		out.extras = append(out.extras, e)
	}
	return out
}

// address returns where a document of the bundle is: by path for one that every visitor finds alike, so that the export
// holds it as a file; by query for one that was put together.
func (b bundle) address(document string) string {
	if !b.chosen && len(b.extras) == 0 {
		return b.at(fmt.Sprintf("%s/%s/%d/%s", outreachAddress, b.basket.audience, b.basket.length, document), basket{})
	}
	return b.at(outreachAddress+"/"+document, b.basket)
}

// title names the bundle: "untuk warga desa, 45 menit".
func (b bundle) title() string {
	return fmt.Sprintf("untuk %s, %d menit", b.audience.Name, b.basket.length)
}

// staleNotices tells which of the law that topics rest on is not on the day of the page what it was when they were read.
func (v view) staleNotices(topics []*corpus.Material) []Notice {
	var out []Notice
	for _, m := range topics {
		for _, r := range v.library.Stale(m, v.day) {
			status := v.statusLine(r)
			text := fmt.Sprintf("Materi “%s” dibaca menurut hukum per %s. Pada tanggal bahan ini, bagian itu tidak lagi sama: %s %s", m.Title, m.Day.Long(), status.Label, status.Text)
			out = append(out, Notice{Label: "Periksa ulang.", Class: "bad", Where: v.label(r), Text: text,
				Links: append([]Link{{Href: v.href(r), Text: v.label(r), Caption: "Baca"}}, status.By...)})
		}
	}
	return out
}
