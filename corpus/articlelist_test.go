package corpus_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"suluh/corpus"
)

func TestArticleList(t *testing.T) {
	tests := []struct {
		list      corpus.ArticleList
		fragments []string
	}{
		{"", nil},
		{"1", []string{"pasal-1"}},
		{"1-3 3a 4-5", []string{"pasal-1", "pasal-2", "pasal-3", "pasal-3a", "pasal-4", "pasal-5"}},
		{"i ii ii", []string{"pasal-i", "pasal-ii", "pasal-ii"}},
		{"5 3-4 4 007 8", []string{"pasal-5", "pasal-3", "pasal-4", "pasal-4", "pasal-007", "pasal-8"}},
	}
	for _, tt := range tests {
		if got := corpus.ListArticles(tt.fragments); got != tt.list {
			t.Errorf("ListArticles(%q) = %q, want %q", tt.fragments, got, tt.list)
		}
		if got := slices.Collect(tt.list.All()); !slices.Equal(got, tt.fragments) {
			t.Errorf("the articles of %q are %q, want %q", tt.list, got, tt.fragments)
		}
		if got := tt.list.Len(); got != len(tt.fragments) {
			t.Errorf("%q has %d articles, want %d", tt.list, got, len(tt.fragments))
		}
		for _, fragment := range []string{"pasal-1", "pasal-2", "pasal-3", "pasal-3a", "pasal-5", "pasal-6", "pasal-i", "pasal-07", "pasal-1-3", "pasal-", "menimbang", "1"} {
			if got, want := tt.list.Has(fragment), slices.Contains(tt.fragments, fragment); got != want {
				t.Errorf("%q has %q: %v, want %v", tt.list, fragment, got, want)
			}
		}
	}
}

// TestArticleListHuge asks a list that nobody can have written for its articles.
func TestArticleListHuge(t *testing.T) {
	list := corpus.ArticleList("1-999999999 2-1 - 3-")
	if got := list.Len(); got != 4 {
		t.Errorf("Len = %d, want what is no range to count once: 4", got)
	}
	if list.Has("pasal-7") {
		t.Error("it has an article inside a range without end")
	}
}

// TestEntryJSON writes and reads the entry of every work of the corpus.
func TestEntryJSON(t *testing.T) {
	for _, w := range embedded(t).Works() {
		want := w.Entry()
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got corpus.Entry
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		again, err := json.Marshal(got)
		if err != nil || string(again) != string(b) || !reflect.DeepEqual(got, want) || got.Name() != w.Name() || got.Number() != w.Number() {
			t.Errorf("after a round trip %s, %v, want %s", again, err, b)
		}
	}
}
