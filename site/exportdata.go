package site

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"suluh/corpus"
	"suluh/templates"
)

//go:embed offline/*.js
var offlineFiles embed.FS

// scriptFile is a script of the export.
type scriptFile struct {
	name string
	data []byte
}

// offlineScripts returns the scripts that only the export has, by name.
func offlineScripts() ([]scriptFile, error) {
	entries, err := fs.ReadDir(offlineFiles, "offline")
	if err != nil {
		return nil, err
	}
	var out []scriptFile
	for _, entry := range entries {
		b, err := fs.ReadFile(offlineFiles, "offline/"+entry.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, scriptFile{entry.Name(), b})
	}
	return out, nil
}

// workerScript is the service worker.
const workerScript = "pekerja.js"

// writeStatic writes the style, the scripts and the pictures.
func (e *export) writeStatic(context.Context) error {
	scripts, err := offlineScripts()
	if err != nil {
		return err
	}
	for _, f := range scripts {
		name := "static/" + f.name
		if f.name == workerScript {
			name = f.name // it rules over the folder it is in
		}
		if err := e.write(name, f.data); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.site.assets.files)) {
		if err := e.write("static/"+name, e.site.assets.files[name]); err != nil {
			return err
		}
	}
	return nil
}

// shards gathers what the scripts of the export work on. The parts have nothing to do with one another, so they are made
// at the same time.
func (e *export) shards(ctx context.Context) ([]Shard, error) {
	v := view{Site: e.site, day: e.site.today()}
	parts := []func() ([]Shard, error){
		func() ([]Shard, error) { return append(e.compareShards(), v.decisionShard(), e.compareWords()), nil },
		func() ([]Shard, error) { return e.searchShards(), nil },
		e.templateShards,
		e.site.guideShards,
		func() ([]Shard, error) { return e.outreachShards(ctx) },
		func() ([]Shard, error) { return e.shelfShards(), nil },
		func() ([]Shard, error) { return []Shard{{"hari", e.daysOfPages()}}, nil },
	}
	made := make([][]Shard, len(parts))
	err := e.each(ctx, len(parts), func(i int) (err error) {
		made[i], err = parts[i]()
		return err
	})
	return slices.Concat(made...), err
}

// templateShards gives the browser the templates of the pages that it makes.
func (e *export) templateShards() ([]Shard, error) {
	var out []Shard
	for _, page := range []string{"decisions", "compare", "search", "shelf-hits"} {
		tree, err := templates.TreeOf(page, e.site.functions())
		if err != nil {
			return nil, err
		}
		out = append(out, Shard{"templat-" + page, tree})
	}
	return out, nil
}

// writeShards writes the data of the scripts, each a call that hands it over: browsers load a script from a stick, and
// nothing else.
func (e *export) writeShards(ctx context.Context) error {
	shards, err := e.shards(ctx)
	if err != nil {
		return err
	}
	return e.each(ctx, len(shards), func(i int) error {
		s := shards[i]
		data, err := json.Marshal(s.Data)
		if err != nil {
			return fmt.Errorf("data %q: %w", s.Name, err)
		}
		name, err := json.Marshal(s.Name)
		if err != nil {
			return fmt.Errorf("data %q: %w", s.Name, err)
		}
		return e.write("data/"+s.Name+".js", fmt.Appendf(nil, "suluh.receive(%s,%s);\n", name, data))
	})
}

// pageDays tells the browser in which file a page is on a day.
type pageDays struct {
	First corpus.Date               `json:"first"` // bounds of the days that can be asked
	Last  corpus.Date               `json:"last"`
	Lists [][]corpus.Date           `json:"lists"` // first days of states; most pages share theirs with others
	Pages map[string]map[string]int `json:"pages"` // by folder ("uu/2007/21/pasal/", "") and name: a list, -1 for a page without days
	Shelf map[string]string         `json:"shelf"` // names of the pages of imported works, which have no days, by folder: "1-43 45"
}

func (e *export) daysOfPages() pageDays {
	d := pageDays{First: firstDay, Last: lastDay, Lists: [][]corpus.Date{}, Pages: map[string]map[string]int{}, Shelf: map[string]string{}}
	known := map[string]int{}
	shelf := map[string][]string{}
	for _, address := range slices.Sorted(maps.Keys(e.pages)) {
		folder, name := path.Split(strings.Trim(address, "/"))
		if e.pages[address].shelf {
			shelf[folder] = append(shelf[folder], name)
			continue
		}
		if d.Pages[folder] == nil {
			d.Pages[folder] = map[string]int{}
		}
		states := e.pages[address].states
		if len(states) == 0 {
			d.Pages[folder][name] = -1
			continue
		}
		key := fmt.Sprint(states)
		if _, ok := known[key]; !ok {
			known[key] = len(d.Lists)
			d.Lists = append(d.Lists, states)
		}
		d.Pages[folder][name] = known[key]
	}
	for folder, names := range shelf {
		d.Shelf[folder] = numberRanges(names)
	}
	return d
}
