package site

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"suluh/corpus"
)

// view is the site on one day. Everything that a page says is said by a view, so that the same page can be asked for
// another day: "?tanggal=2019-05-01".
type view struct {
	*Site
	day    corpus.Date
	asked  bool       // the visitor named the day; links keep it then
	query  url.Values // of the address, for the form that asks for another day
	basket basket     // what the visitor gathers for a meeting; links carry it on
	probe  bool       // write probeDay for the day of the page, so that two days with the same law make the same page
}

// shown returns the day that the page names and its links carry.
func (v view) shown() corpus.Date {
	if v.probe {
		return probeDay
	}
	return v.day
}

// probeDay is a day that no text and no address of ours names.
var probeDay = corpus.Date{Year: 9876, Month: 5, Day: 4}

// Bounds of the day that can be asked. Before the first nothing in the collection was law.
var (
	firstDay = corpus.MustParseDate("1945-08-18")
	lastDay  = corpus.MustParseDate("2099-12-31")
)

// viewOf returns the view a request asks for.
func (s *Site) viewOf(r *http.Request) (view, error) {
	asked := strings.TrimSpace(r.URL.Query().Get("tanggal"))
	basket, _ := s.readBasket(r.URL.Query()) // what is wrong with it is told where it is used
	if asked == "" {
		return view{Site: s, day: s.today(), query: r.URL.Query(), basket: basket}, nil
	}
	day, err := corpus.ParseDate(asked)
	switch {
	case err != nil:
		return view{}, &pageError{http.StatusBadRequest, "Tanggal tidak terbaca", "Tulis tanggal sebagai TTTT-BB-HH, misalnya 2019-05-01."}
	case day.Before(firstDay) || lastDay.Before(day):
		return view{}, &pageError{http.StatusBadRequest, "Tanggal di luar jangkauan", "Suluh menjawab untuk tanggal " + firstDay.Long() + " sampai " + lastDay.Long() + "."}
	}
	return view{Site: s, day: day, asked: true, query: r.URL.Query(), basket: basket, probe: r.Context().Value(probeKey{}) != nil}, nil
}

// probeKey marks the context of a request that asks for a page with the law of a day but without naming the day.
type probeKey struct{}

// path returns the address of a portion, which keeps the day that was asked.
func (v view) path(r corpus.Ref) string { return v.keepDay(r.Path()) }

// keepDay adds to an address of ours what every link carries on: the day that was asked, and the basket.
func (v view) keepDay(href string) string { return withQuery(href, v.kept()) }

// kept writes as a query what every link carries on.
func (v view) kept() string {
	switch {
	case v.basket.empty() && !v.asked:
		return ""
	case v.basket.empty():
		return "tanggal=" + v.shown().String()
	}
	kept := v.basket.query()
	if v.asked {
		kept.Set("tanggal", v.shown().String())
	}
	return kept.Encode()
}

// withQuery adds to the query of an address of ours.
func withQuery(href, query string) string {
	if query == "" || !strings.HasPrefix(href, "/") {
		return href
	}
	address, fragment, hasFragment := strings.Cut(href, "#")
	sep := "?"
	if strings.Contains(address, "?") {
		sep = "&"
	}
	address += sep + query
	if hasFragment {
		address += "#" + fragment
	}
	return address
}

// href returns the address of a portion; of its work where the portion is not in the collection; "" where neither is.
func (v view) href(r corpus.Ref) string {
	r = v.library.Canonical(r)
	work := corpus.Ref{Work: r.Work}
	switch {
	case !v.library.Holds(work):
		return ""
	case !v.library.Holds(r):
		return v.path(work)
	case v.shelved(r.Work):
		return v.path(r) // whether the wording of the day has that part, only reading it could tell
	}
	if _, ok := v.library.VersionOn(r.Article(), v.day); ok && r != r.Article() {
		if _, ok := v.wording(r); !ok {
			return v.path(r.Article()) // the wording of the day does not have that part
		}
	}
	return v.path(r)
}

// label names a portion with its work: "Pasal 89 huruf a UU 18/2017".
func (v view) label(r corpus.Ref) string {
	name := v.library.NumberOf(r.Work)
	if r.Fragment == "" {
		return name
	}
	return corpus.FragmentLabel(r.Fragment) + " " + name
}

// shelved reports whether a work is on the shelf: it takes time to read, so nothing that only mentions it does.
func (v view) shelved(id string) bool {
	_, ok := v.library.Entry(id)
	return ok
}

// workOf returns the work that a page is about. One that is on the shelf and cannot be read is no fault of the visitor.
func (s *Site) workOf(id string) (*corpus.Work, error) {
	w := s.library.Work(id)
	if w != nil {
		return w, nil
	}
	if _, ok := s.library.Entry(id); ok {
		return nil, fmt.Errorf("the text of %s on the shelf cannot be read", id)
	}
	return nil, notFound("%s tidak ada dalam koleksi ini.", corpus.NumberedName(id))
}
