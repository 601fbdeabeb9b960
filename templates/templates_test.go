package templates_test

import (
	"html/template"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"suluh/templates"
)

var funcs = template.FuncMap{"asset": func(name string) string { return "/static/" + name }}

// TestParse checks that every file is parsed, each page into a set of its own.
func TestParse(t *testing.T) {
	pages, err := templates.Parse(funcs)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name, isTemplate := strings.CutSuffix(e.Name(), ".tmpl")
		if !isTemplate || name == "base" || name == "parts" || name == "noscript" {
			continue
		}
		if !slices.Contains(templates.Pages, name) {
			t.Errorf("%s is in no page", e.Name())
		}
	}
	for _, name := range templates.Pages {
		page := pages[name]
		if page == nil {
			t.Errorf("no page %s", name)
			continue
		}
		for _, other := range templates.Pages {
			if own := page.Lookup(other + ".tmpl"); (own != nil) != (other == name) {
				t.Errorf("the set of %s holds %s.tmpl: %v", name, other, own != nil)
			}
		}
		if page.Lookup("main") == nil || page.Name() != "base.tmpl" {
			t.Errorf("%s has no main block in the frame", name)
		}
	}
	if len(pages) != len(templates.Pages) {
		t.Errorf("%d pages, want %d", len(pages), len(templates.Pages))
	}
}

// TestParseNeedsItsFunctions checks that a function that is missing is found at the start, not when a visitor comes.
func TestParseNeedsItsFunctions(t *testing.T) {
	if _, err := templates.Parse(nil); err == nil || !strings.Contains(err.Error(), `"asset" not defined`) {
		t.Errorf("Parse without functions: %v", err)
	}
}

// TestTemplatesAreStrict checks what the content security policy and the outline of the pages ask of every template.
func TestTemplatesAreStrict(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)<style|\sstyle=|<script(?:\s+[^s>][^>]*)?>|\son[a-z]+=|https?://|javascript:|<iframe|<base\b`)
	for _, name := range append([]string{"base", "parts"}, templates.Pages...) {
		b, err := os.ReadFile(name + ".tmpl")
		if err != nil {
			t.Fatal(err)
		}
		if found := forbidden.Find(b); found != nil {
			t.Errorf("%s.tmpl holds %q", name, found)
		}
		want := 1
		if name == "base" || name == "parts" || name == "shelf-hits" { // parts of pages
			want = 0
		}
		if got := strings.Count(string(b), "<h1"); got != want {
			t.Errorf("%s.tmpl has %d h1, want %d", name, got, want)
		}
	}
}

// TestTreeOf turns every page into data, and refuses what the browser cannot do.
func TestTreeOf(t *testing.T) {
	for _, name := range templates.Pages {
		tree, err := templates.TreeOf(name, funcs)
		if err != nil {
			t.Errorf("TreeOf(%q): %v", name, err)
		}
		if len(tree["main"]) == 0 {
			t.Errorf("TreeOf(%q) has no main block", name)
		}
	}
	if _, err := templates.TreeOf("nosuch", funcs); err == nil || !strings.Contains(err.Error(), `parse page "nosuch"`) {
		t.Errorf("TreeOf of a page that is not there: %v", err)
	}
	if _, err := templates.TreeOf("home", nil); err == nil || !strings.Contains(err.Error(), `"asset" not defined`) {
		t.Errorf("TreeOf without functions: %v", err)
	}
}
