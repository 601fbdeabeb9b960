package site

import (
	"cmp"
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

// pageDays tells the browser in which file a page is on a day. Names of pages are written short, "1-43 45".
type pageDays struct {
	First corpus.Date               `json:"first"` // bounds of the days that can be asked
	Last  corpus.Date               `json:"last"`
	Days  []corpus.Date             `json:"days"`  // all first days of states, sorted
	Lists [][]int                   `json:"lists"` // the first days of states, by their places in Days; most pages share theirs with others
	Pages map[string]map[int]string `json:"pages"` // by folder ("uu/2007/21/pasal/", "") the names of the pages that have a list; of those without days under -1
	Shelf map[string]string         `json:"shelf"` // by folder the names of the pages of imported works, which have no days
}

func (e *export) daysOfPages() pageDays {
	d := pageDays{First: firstDay, Last: lastDay, Lists: [][]int{}, Pages: map[string]map[int]string{}, Shelf: map[string]string{}}
	for _, p := range e.pages {
		d.Days = append(d.Days, p.states...)
	}
	d.Days = sortedDays(d.Days)
	known := map[string]int{}
	pages, shelf := map[string]map[int][]string{}, map[string][]string{}
	for _, address := range slices.Sorted(maps.Keys(e.pages)) {
		folder, name := path.Split(strings.Trim(address, "/"))
		name = cmp.Or(name, "index")
		if e.pages[address].shelf {
			shelf[folder] = append(shelf[folder], name)
			continue
		}
		if pages[folder] == nil {
			pages[folder] = map[int][]string{}
		}
		list := d.list(e.pages[address].states, known)
		pages[folder][list] = append(pages[folder][list], name)
	}
	for folder, names := range shelf {
		d.Shelf[folder] = numberRanges(names)
	}
	for folder, lists := range pages {
		d.Pages[folder] = map[int]string{}
		for list, names := range lists {
			d.Pages[folder][list] = numberRanges(names)
		}
	}
	return d
}

// list returns the number of a list of states, -1 for an empty one.
func (d *pageDays) list(states []corpus.Date, known map[string]int) int {
	if len(states) == 0 {
		return -1
	}
	var places []int
	for _, s := range states {
		place, _ := slices.BinarySearchFunc(d.Days, s, corpus.Date.Compare)
		places = append(places, place)
	}
	key := fmt.Sprint(places)
	n, ok := known[key]
	if !ok {
		n = len(d.Lists)
		known[key] = n
		d.Lists = append(d.Lists, places)
	}
	return n
}
