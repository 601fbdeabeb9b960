package site_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/index"
	"suluh/site"
)

// askAPI asks the interface for machines and reads its answer twice: as our type and as plain JSON.
func askAPI(t *testing.T, query url.Values) (site.Answer, map[string]any) {
	t.Helper()
	address := "/api/cari?" + query.Encode()
	w := fetch(newTestSite(t).site, http.MethodGet, address)
	if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || got != "application/json; charset=utf-8" {
		t.Fatalf("GET %s: status %d, Content-Type %q", address, w.Code, got)
	}
	var plain map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &plain); err != nil {
		t.Fatalf("GET %s: %v", address, err)
	}
	var a site.Answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("GET %s: %v", address, err)
	}
	return a, plain
}

func TestAPIShape(t *testing.T) {
	a, plain := askAPI(t, url.Values{"q": {"korban setuju berangkat apakah tetap pidana"}, "per": {"3"}})
	if got, want := slices.Sorted(maps.Keys(plain)), []string{"date", "hits", "query", "total"}; !slices.Equal(got, want) {
		t.Errorf("keys %v, want %v", got, want)
	}
	if plain["date"] != "2026-11-24" || a.Query != "korban setuju berangkat apakah tetap pidana" {
		t.Errorf("date %v, query %q", plain["date"], a.Query)
	}
	if len(a.Hits) != 3 || a.Total <= 3 {
		t.Fatalf("%d hits of %d, want 3 of more", len(a.Hits), a.Total)
	}
	first := a.Hits[0]
	if first.ID != "uu/2007/21#pasal-26" || !strings.HasPrefix(first.Title, "Pasal 26 UU TPPO (UU 21/2007): ") {
		t.Errorf("first hit %s %q", first.ID, first.Title)
	}
	if !strings.Contains(first.Snippet, "Persetujuan korban") || !strings.HasPrefix(first.Status, "Berlaku sejak ") {
		t.Errorf("snippet %q, status %q", first.Snippet, first.Status)
	}
	l := newTestSite(t).library
	for i, h := range a.Hits {
		if i > 0 && h.Score > a.Hits[i-1].Score || h.Score <= 0 {
			t.Errorf("hit %d has the score %v after %v", i, h.Score, a.Hits[i-1].Score)
		}
		if l.Portion(corpus.ParseRef(h.ID)) == nil {
			t.Errorf("id %q leads to nothing", h.ID)
		}
		if strings.Contains(h.Snippet+h.Title, "<mark>") {
			t.Errorf("markup in %+v", h)
		}
	}
}

func TestAPICitation(t *testing.T) {
	tests := []struct {
		query, day string
		ids        []string
		status     string
	}{
		{"pasal 2 uu 21/2007", "", []string{"uu/2007/21#pasal-2"}, "Dicabut sejak 2 Januari 2026."},
		{"pasal 2 uu 21/2007", "2019-05-01", []string{"uu/2007/21#pasal-2"}, "Berlaku sejak 19 April 2007."},
		{"pasal 2 ayat (1) uu 21/2007", "", []string{"uu/2007/21#pasal-2"}, "Dicabut sejak 2 Januari 2026."},
		{"pasal 83 uu 35/2014", "", []string{"uu/2002/23#pasal-83"}, "Berlaku"},
		{"pasal 999 uu 21/2007", "", []string{}, ""},
		{"pasal 1 uu 1/1900", "", []string{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.query+tt.day, func(t *testing.T) {
			a, _ := askAPI(t, url.Values{"q": {tt.query}, "tanggal": {tt.day}})
			ids := []string{}
			for _, h := range a.Hits {
				ids = append(ids, h.ID)
			}
			if !slices.Equal(ids, tt.ids) || a.Total != len(tt.ids) {
				t.Fatalf("%v of %d, want %v", ids, a.Total, tt.ids)
			}
			if len(ids) > 0 && (!strings.HasPrefix(a.Hits[0].Status, tt.status) || a.Hits[0].Snippet == "") {
				t.Errorf("status %q, snippet %q, want status %q", a.Hits[0].Status, a.Hits[0].Snippet, tt.status)
			}
		})
	}
	t.Run("an article of many laws", func(t *testing.T) {
		a, _ := askAPI(t, url.Values{"q": {"pasal 1"}, "per": {"2"}})
		if len(a.Hits) != 2 || a.Total <= 2 {
			t.Errorf("%d hits of %d, want 2 of more", len(a.Hits), a.Total)
		}
	})
}

// TestAPINothing checks that an answer without hits is a list of none, not null, and that it is no error.
func TestAPINothing(t *testing.T) {
	for _, query := range []string{"", " ", "qwertyuiop", "yang dan di", `""`, "\x00", "uu 21/2007"} {
		a, plain := askAPI(t, url.Values{"q": {query}})
		hits, isList := plain["hits"].([]any)
		if !isList || len(hits) != 0 || a.Total != 0 {
			t.Errorf("%q: hits %v of %d, want an empty list", query, plain["hits"], a.Total)
		}
	}
	if a, _ := askAPI(t, url.Values{}); len(a.Hits) != 0 {
		t.Errorf("no query: %d hits", len(a.Hits))
	}
}

func TestAPILimits(t *testing.T) {
	for per, want := range map[string]int{"": 10, "1": 1, "7": 7, "50": index.MaxPerPage, "51": index.MaxPerPage, "100000": index.MaxPerPage,
		"0": 1, "-5": 1, "abc": 10, "3.5": 10, "99999999999999999999": 10} {
		a, _ := askAPI(t, url.Values{"q": {"pidana"}, "per": {per}})
		if len(a.Hits) != want {
			t.Errorf("per=%q: %d hits, want %d", per, len(a.Hits), want)
		}
	}
	long := strings.Repeat("restitusi ", 100)
	a, _ := askAPI(t, url.Values{"q": {long}})
	if n := len([]rune(a.Query)); n > index.MaxQueryLength || len(a.Hits) == 0 {
		t.Errorf("a query of %d letters is answered as one of %d, with %d hits", len(long), n, len(a.Hits))
	}
}

func TestAPICorrects(t *testing.T) {
	a, _ := askAPI(t, url.Values{"q": {"restitsi korban"}})
	if a.Corrected != "restitusi korban" || len(a.Hits) == 0 {
		t.Errorf("corrected %q with %d hits, want restitusi korban with some", a.Corrected, len(a.Hits))
	}
	if a, plain := askAPI(t, url.Values{"q": {"restitusi korban"}}); a.Corrected != "" || plain["corrected"] != nil {
		t.Errorf("corrected %q, want nothing", a.Corrected)
	}
}

// TestAnswer checks that the terminal gets what the machines get.
func TestAnswer(t *testing.T) {
	for _, query := range []string{"restitusi korban", "pasal 2 uu 21/2007", "", "qwertyuiop"} {
		want, _ := askAPI(t, url.Values{"q": {query}, "per": {"5"}})
		got, err := newTestSite(t).site.Answer(t.Context(), query, 5)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("Answer(%q) = %+v, %v, want %+v", query, got, err, want)
		}
	}
}
