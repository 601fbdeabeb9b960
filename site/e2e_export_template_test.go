package site_test

// The pages of the static export are made in the browser from the same templates as on the server: these tests fill them
// with arbitrary values and compare what comes out.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"suluh/corpus"
	"suluh/site"
	"suluh/templates"
)

// pageModels are what the templates of the pages get.
var pageModels = map[string]any{
	"home": site.HomePage{}, "search": site.SearchPage{}, "work": site.WorkPage{}, "article": site.ArticlePage{}, "compare": site.ComparePage{},
	"timeline": site.TimelinePage{}, "collection": site.CollectionPage{}, "guide": site.GuidePage{}, "charge": site.ChargePage{},
	"decisions": site.DecisionsPage{}, "decision": site.DecisionPage{}, "figures": site.FiguresPage{}, "error": site.ErrorPage{},
	"outreach": site.OutreachPage{}, "handout": site.DocumentPage{}, "slides": site.DocumentPage{}, "plan": site.DocumentPage{}, "quiz": site.DocumentPage{},
	"material": site.MaterialPage{}, "exercises": site.ExercisesPage{}, "exercise": site.ExercisePage{}, "glossary": site.GlossaryPage{}, "shelf": site.ShelfPage{}, "shelf-year": site.ShelfYearPage{},
	"shelf-hits": site.ShelfHits{},
}

// TestBrowserTemplates compares the main block of every page, byte for byte, over models filled at random: with markup,
// odd addresses, empty lists and nothing at all.
func TestBrowserTemplates(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.script("offline/templat.js")
	funcs := template.FuncMap{"asset": func(name string) string { return "/static/" + name }}
	pages, err := templates.Parse(funcs)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range templates.Pages {
		if pageModels[name] == nil {
			t.Errorf("no model for the page %s", name)
			continue
		}
		tree, err := templates.TreeOf(name, funcs)
		if err != nil {
			t.Fatal(err)
		}
		eval[any](p, "void (window.tree = "+toJSON(t, tree)+")")
		for seed := range uint64(40) {
			model := reflect.New(reflect.TypeOf(pageModels[name])).Elem()
			filler{rand.New(rand.NewPCG(seed, 1))}.fill(model, 0)
			if model.FieldByName("DayAsked").IsValid() { // not in a part of a page
				model.FieldByName("DayAsked").SetBool(false) // so that On returns an address as it is
				model.FieldByName("Kept").SetZero()
			}
			var want bytes.Buffer
			if err := pages[name].ExecuteTemplate(&want, "main", model.Interface()); err != nil {
				t.Fatal(err)
			}
			got := eval[string](p, "suluh.render(tree, revive("+toJSON(t, toJS(model))+"))")
			if got != want.String() {
				t.Errorf("%s, seed %d: %s", name, seed, textDifference(got, want.String()))
				break
			}
		}
	}
}

// TestBrowserTemplatesRefuse holds the walker to say what a model lacks.
func TestBrowserTemplatesRefuse(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	p.script("offline/templat.js")
	tree, err := templates.TreeOf("error", template.FuncMap{"asset": func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ model, want string }{
		{`{Code: 404, Message: "m", Links: []}`, "no field Heading in"},
		{`{Code: 404, Heading: "h", Message: "m", Links: {}}`, "range over what is no list"},
		{`{Code: 404, Heading: "h", Message: "m", Links: [{}]}`, "no field Href in {}"},
	} {
		got := eval[string](p, "(() => { try { return suluh.render("+toJSON(t, tree)+", "+tt.model+"); } catch (e) { return e.message; } })()")
		if !strings.Contains(got, tt.want) {
			t.Errorf("the model %s gives %q, want %q", tt.model, got, tt.want)
		}
	}
}

// script runs a script of the site in the page, with the reader of the models of these tests.
func (p *tab) script(file string) {
	p.t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	eval[any](p, string(source)+`
		window.revive = (model) => JSON.parse(JSON.stringify(model), (_, v) => {
			if (v?.$html !== undefined) return new suluh.SafeHTML(v.$html);
			if (v?.$text !== undefined) return {...v, toString: () => v.$text};
			return v?.DayAsked === undefined ? v : {...v, On: (href) => href};
		});
		undefined`)
}

// filler fills models with arbitrary values. A model does not go deeper than a page does.
type filler struct{ *rand.Rand }

var oddStrings = []string{
	"", "", "kata", "dua kata", `<b>"tebal" & 'miring'</b>`, "a+b", "nol\x00", "ya", "tidak", "tanggal", "ya-tidak", "a", "baru–lama é 😀",
	"javascript:alert(1)", "/uu/2007/21/pasal/2?tanggal=2019-05-01#ayat-1", "/cari?q=50% anak&x=%zz%C3%A9", "mailto:a@b", "https://x.test/(a) [b]'", "//x", ":",
}

func (f filler) fill(v reflect.Value, depth int) {
	switch v.Interface().(type) {
	case template.HTML:
		v.SetString([]string{"", "<em>bunyi</em> &amp; lain"}[f.IntN(2)])
		return
	case corpus.Date:
		v.Set(reflect.ValueOf([]corpus.Date{{}, corpus.MustParseDate("2019-05-01")}[f.IntN(2)]))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(oddStrings[f.IntN(len(oddStrings))])
	case reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.IntN(4)))
	case reflect.Slice:
		if depth < 7 {
			v.Set(reflect.MakeSlice(v.Type(), f.IntN(3), 3))
		}
		for i := range v.Len() {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Pointer:
		if f.IntN(4) > 0 && depth < 7 {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			if field.Anonymous && field.Type.Kind() == reflect.Pointer { // its fields are asked for as if they were here
				v.Field(i).Set(reflect.New(field.Type.Elem()))
				f.fill(v.Field(i).Elem(), depth+1)
				continue
			}
			f.fill(v.Field(i), depth)
		}
	}
}

// toJS returns a model as JSON can hold it: fields and methods by their names.
func toJS(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case template.HTML:
		return map[string]string{"$html": string(x)}
	case corpus.Date:
		return map[string]any{"$text": x.String(), "Long": x.Long(), "String": x.String(), "IsZero": x.IsZero()}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return toJS(v.Elem())
	case reflect.Slice:
		out := []any{}
		for i := range v.Len() {
			out = append(out, toJS(v.Index(i)))
		}
		return out
	case reflect.Struct:
		out := map[string]any{}
		addFields(out, v)
		return out
	}
	return v.Interface()
}

func addFields(out map[string]any, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			addFields(out, v.Field(i))
		}
		if field.IsExported() {
			out[field.Name] = toJS(v.Field(i))
		}
	}
	for i := range v.NumMethod() {
		m := v.Method(i).Type()
		if m.NumIn() == 0 && m.NumOut() == 1 && (m.Out(0).Kind() == reflect.String || m.Out(0).Kind() == reflect.Bool || m.Out(0).Kind() == reflect.Int) {
			out[v.Type().Method(i).Name] = v.Method(i).Call(nil)[0].Interface()
		}
	}
}

func toJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// textDifference shows where two texts part.
func textDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-80):min(len(s), i+80)] }
	return fmt.Sprintf("at byte %d: got %q, want %q", i, around(got), around(want))
}
