package site_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport tells for every folder which of our packages it may import; it may import no other.
var mayImport = map[string][]string{
	"corpus":                   nil,
	"corpus/charge":            {"suluh/corpus"},
	"corpus/charge/chargetest": {"suluh/corpus", "suluh/corpus/charge"},
	"corpus/corpustest":        nil,
	"corpus/digest":            {"suluh/corpus"},
	"corpus/importer":          {"suluh/corpus", "suluh/corpus/paper"},
	"corpus/paper":             nil,
	"corpus/paper/papertest":   nil,
	"corpus/verify":            {"suluh/corpus", "suluh/corpus/paper"},
	"index":                    {"suluh/corpus", "suluh/index/indonesian"},
	"index/indonesian":         nil,
	"site":                     {"suluh/corpus", "suluh/corpus/charge", "suluh/index", "suluh/templates"},
	"templates":                nil,
	"cmd/suluh":                {"suluh/corpus", "suluh/corpus/charge", "suluh/corpus/digest", "suluh/corpus/importer", "suluh/corpus/paper", "suluh/corpus/verify", "suluh/index", "suluh/site"},
}

// onlyIn tells for every library in which folders it may be used.
var onlyIn = map[string][]string{
	"github.com/blevesearch/": {"index", "index/indonesian"},
	"github.com/gorilla/mux":  {"site"},
	"github.com/gomutex/":     {"site"},
	"github.com/klauspost/":   {"index", "site"},
	"gonum.org/":              {"site"},
	"github.com/yuin/":        {"corpus"},
	"github.com/goccy/":       {"corpus", "corpus/charge", "corpus/charge/chargetest"},
	"go.abhg.dev/goldmark/":   {"corpus"},
	"github.com/sergi/":       {"corpus", "corpus/verify"},
	"github.com/klippa-app/":  {"corpus/paper"},
	"github.com/tetratelabs/": {"corpus/paper"},
	"golang.org/x/net/":       {"corpus/paper"},
	"github.com/spf13/":       {"cmd/suluh"},
	"github.com/schollz/":     {"cmd/suluh"},
	"golang.org/x/term":       {"cmd/suluh"},
}

// TestImports keeps the packages in one direction, corpus → index → site, and every library behind one package. Tests
// are free to import what they like.
func TestImports(t *testing.T) {
	root := os.DirFS("..")
	folders, used := map[string]bool{}, map[string]bool{}
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(root, file)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := path.Dir(file)
		folders[folder] = true
		allowed, known := mayImport[folder]
		if !known {
			t.Errorf("%s: the folder is not in the table; what may it import?", folder)
		}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if strings.HasPrefix(name, "suluh/") && !slices.Contains(allowed, name) {
				t.Errorf("%s imports %s", file, name)
			}
			if first, _, _ := strings.Cut(name, "/"); !strings.Contains(first, ".") {
				continue // ours or the standard library
			}
			library := libraryOf(name)
			if library == "" {
				t.Errorf("%s imports %s, which is not in the table", file, name)
				continue
			}
			used[library] = true
			if !slices.Contains(onlyIn[library], folder) {
				t.Errorf("%s imports %s", file, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range mayImport {
		if !folders[folder] {
			t.Errorf("no Go file in %s", folder)
		}
	}
	for library := range onlyIn {
		if !used[library] {
			t.Errorf("nothing imports %s any more", library)
		}
	}
}

func libraryOf(name string) string {
	for prefix := range onlyIn {
		if strings.HasPrefix(name, prefix) {
			return prefix
		}
	}
	return ""
}
