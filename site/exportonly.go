package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// contents are the ids of the works and decisions, which an export can leave out; the other pages it always has.
func (s *Site) contents() map[string]bool {
	out := map[string]bool{}
	for _, w := range s.library.Works() {
		out[w.ID] = true
	}
	for _, d := range s.library.Decisions() {
		out[d.ID] = true
	}
	for _, entry := range s.library.Shelf() {
		out[entry.ID] = true
	}
	return out
}

// isUnder reports whether an id is another or lies below it: "uu/2007/21" is under "uu".
func isUnder(id, above string) bool {
	return id == above || strings.HasPrefix(id, above+"/")
}

// checkOnly refuses a word of Only that names nothing.
func (e *export) checkOnly() error {
	kinds := map[string]bool{}
	for id := range e.contents {
		kind, _, _ := strings.Cut(id, "/")
		kinds[kind] = true
	}
	for _, only := range e.options.Only {
		found := false
		for id := range e.contents {
			found = found || isUnder(id, only)
		}
		if !found {
			return fmt.Errorf("%q bukan karya, putusan, atau jenis dalam koleksi; jenis yang ada: %s", only, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
		}
	}
	return nil
}

// left reports whether an address is a page that Only leaves out.
func (e *export) left(address string) bool {
	id, _, _ := strings.Cut(strings.Trim(address, "/"), "/pasal/")
	return e.contents[id] && !e.wants(id)
}

// wants reports whether a work or decision is part of the export.
func (e *export) wants(id string) bool {
	if _, shelved := e.site.library.Entry(id); shelved && e.options.Shelf == nil {
		return false
	}
	return len(e.options.Only) == 0 || slices.ContainsFunc(e.options.Only, func(only string) bool { return isUnder(id, only) })
}
