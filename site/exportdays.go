package site

import (
	"context"
	"crypto/sha256"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"suluh/corpus"
)

// changeDays are the days on which a page may change, by the works it has to do with.
type changeDays struct {
	all    []corpus.Date
	ofWork map[string][]corpus.Date
}

// changeDays gathers the days on which a work, a relation or an offence begins or ends. The first of all is the first
// day that can be asked.
func (s *Site) changeDays() changeDays {
	d := changeDays{all: []corpus.Date{firstDay}, ofWork: map[string][]corpus.Date{}}
	add := func(work string, days ...corpus.Date) {
		for _, day := range days {
			if !day.Before(firstDay) && !lastDay.Before(day) {
				d.all = append(d.all, day)
				d.ofWork[work] = append(d.ofWork[work], day)
			}
		}
	}
	for _, w := range s.library.Works() {
		add(w.ID, w.Enacted, w.InForce)
		for _, r := range w.Relations {
			add(w.ID, r.From)
			add(r.TargetRef().Work, r.From)
		}
	}
	if s.rules != nil {
		for _, o := range s.rules.Offences {
			from, until := o.Period()
			add(o.Ref().Work, from)
			if !until.IsZero() {
				add(o.Ref().Work, until.NextDay())
			}
		}
	}
	d.all = sortedDays(d.all)
	return d
}

func sortedDays(days []corpus.Date) []corpus.Date {
	days = slices.Clone(days)
	slices.SortFunc(days, corpus.Date.Compare)
	return slices.Compact(days)
}

// of returns the days on which a page with these links may change: what a page says of a law on a day it says with a
// link to that law. A change that is still to come may bring a link that the page does not have yet, so all of those count.
func (d changeDays) of(links map[string]bool, today corpus.Date) []corpus.Date {
	out := []corpus.Date{firstDay}
	for _, day := range d.all {
		if today.Before(day) {
			out = append(out, day)
		}
	}
	for l := range links {
		path, _, _ := strings.Cut(strings.TrimPrefix(l, "/"), "?")
		path, _, _ = strings.Cut(path, "#")
		work, _, _ := strings.Cut(path, "/pasal/")
		out = append(out, d.ofWork[work]...)
	}
	return sortedDays(out)
}

// readPage reads a page on every day on which it may change, keeps the days on which it did, and returns its links.
func (e *export) readPage(ctx context.Context, p *exportPage) ([]string, error) {
	if isDownload(p.address) {
		return nil, nil // its states are those of the pages beside it
	}
	b, err := e.page(ctx, p.address, corpus.Date{})
	if p.absent = errors.Is(err, errNotFound); p.absent {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	e.drafts.put(p.address, corpus.Date{}, packDraft(b))
	links := map[string]bool{p.address: true}
	for _, l := range readPageFacts(b).links {
		links[l] = true
	}
	if p.address != chargeAddress { // "tanggal" is the day of the act there
		err = e.findStates(ctx, p, links)
	}
	return slices.Collect(maps.Keys(links)), err
}

// findStates finds the days on which a page changes, and adds the links that it has on them. A link that it has on one
// of these days may bring further days, so it looks until there are no new ones.
func (e *export) findStates(ctx context.Context, p *exportPage, links map[string]bool) error {
	seen := map[corpus.Date][sha256.Size]byte{}
	pages := map[[sha256.Size]byte][]byte{} // packed
	read := func(day corpus.Date) error {
		b, err := e.probe(ctx, p.address, day)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		seen[day] = sum
		if pages[sum] != nil {
			return nil // the same page has the same links
		}
		pages[sum] = packDraft(b)
		for _, l := range readPageFacts(b).links {
			links[l] = true
		}
		return nil
	}
	unread := func() []corpus.Date {
		return slices.DeleteFunc(e.days.of(links, e.site.today()), func(d corpus.Date) bool { _, ok := seen[d]; return ok })
	}
	for days := unread(); len(days) > 0; days = unread() {
		for _, day := range days {
			if err := read(day); err != nil {
				return err
			}
		}
	}
	var last [sha256.Size]byte
	for _, day := range sortedDays(slices.Collect(maps.Keys(seen))) {
		if seen[day] != last {
			p.states = append(p.states, day)
			if p.address != timelineAddress { // it draws the day too
				e.drafts.put(p.address, day, pages[seen[day]])
			}
		}
		last = seen[day]
	}
	return nil
}

// datesOfDownloads gives the files that pages offer the states of the pages beside them, from which they are made. Those of
// outreach are only in the present state: each names its day inside, and all their states would be half of the copy.
func (e *export) datesOfDownloads(context.Context) error {
	beside := map[string][]corpus.Date{}
	for _, p := range e.pages {
		beside[path.Dir(p.address)] = append(beside[path.Dir(p.address)], p.states...)
		beside[p.address] = append(beside[p.address], p.states...)
	}
	for _, p := range e.pages {
		if isDownload(p.address) && !strings.HasPrefix(p.address, outreachAddress+"/") {
			p.states = sortedDays(beside[path.Dir(p.address)])
		}
	}
	return nil
}

// probe asks for a page with the law of a day, but without the name of the day on it.
func (e *export) probe(ctx context.Context, address string, day corpus.Date) ([]byte, error) {
	return e.page(context.WithValue(ctx, probeKey{}, true), address, day)
}
