// Package site is Suluh in a browser: pages and their addresses.
//
// # Addresses
//
//	/                              home: the search box, the works
//	/cari?q=…&karya=…&jenis=…&hal= search; a query that is a citation goes straight to its article
//	/uu/2007/21                    a work, whole
//	/uu/2007/21/pasal/2#ayat-1     an article
//	/banding?a=…&b=…               two articles, or two wordings of one, side by side
//	/linimasa                      which article governed which conduct when
//	/panduan/pasal?tanggal=…       the charging guide; .md and .docx are the file note
//	/panduan/perbandingan          a guide
//	/putusan?pasal=…&tahun=…       the decisions; filters as in /cari
//	/putusan/angka                 what the decisions add up to, in pictures and tables
//	/putusan/pn-kendal/2016/54-pid.sus  the digest of a decision
//	/sosialisasi?untuk=…&waktu=…&topik=…&tambah=…  material for outreach: choose, and see what follows; the query is the basket
//	/sosialisasi/lembar?…          its handout; beside it salindia, rencana, kuis, bahan.md, bahan.docx, salindia.pptx
//	/sosialisasi/polisi/45/lembar  the same for an audience and a length, with topics that we chose
//	/sosialisasi/latihan           case exercises from decisions
//	/materi/tiga-unsur             a topic for outreach, whole
//	/glosarium#anak                the defined words of all works
//	/koleksi                       how complete and how sure every work is
//	/koleksi/impor                 the imported works of the shelf, by kind and year; /koleksi/impor/uu/1999 lists those of one
//	/api/cari?q=…&per=10           the hits as JSON
//	/static/…                      style, script, pictures
//	/healthz                       200 when a search works
//
// # The export
//
// [Site.ExportFolder] and [Site.ExportZip] write the same pages as files: "/uu/2007/21/pasal/2" is
// uu/2007/21/pasal/2.html, "/" is index.html. A page is written in every state that it has in time; the file is named by
// the first day of the state: pasal/2@2007-04-19.html. A link with a day leads to the state of that day. What the server
// does with a query string, the scripts in site/offline do from the data files (exportdata.go); luring.js is the first
// of them and tells how. The pages are found by following links from the front page and the works, so a new kind of
// page comes in by itself.
//
// # Days
//
// Any page can be asked for another day: ?tanggal=2019-05-01. Without it a page speaks of today, and says so. Once a
// visitor has begun a basket, every link carries it on, as it does the day.
//
// Every other spelling of an address redirects to these or is answered with a plain page that leads on. Pages need no
// JavaScript, ask no other host for anything, and are written whole or not at all: a page is rendered to memory first. The
// server keeps it ready there until the day changes, answers of the charging guide excepted (pagecache.go).
package site

import (
	"cmp"
	"context"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"time"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/index"
	"suluh/templates"
)

// Searcher answers questions; an [index.Engine] is one.
type Searcher interface {
	Search(ctx context.Context, q index.Query) (index.Result, error)
}

// Config is what a site is made of.
type Config struct {
	Library *corpus.Library
	Search  Searcher
	Rules   *charge.Rules    // of the charging guide; no guide if nil
	Now     func() time.Time // tells the day the pages speak of; time.Now if nil
	Log     *slog.Logger     // no log if nil
	Kept    int64            // bytes of pages that are kept ready; 64 MB if 0, none if negative
}

// Site serves the pages. It is safe for concurrent use.
type Site struct {
	library   *corpus.Library
	rules     *charge.Rules
	search    Searcher
	now       func() time.Time
	log       *slog.Logger
	pages     map[string]*template.Template
	assets    *assets
	linked    *corpus.Terms // the defined words that are linked in topics for outreach
	cache     *pageCache    // nil for none
	routed    http.Handler  // makes every page anew
	handler   http.Handler  // with all that stands between it and a visitor
	errorPage []byte        // shown when even the error page cannot be made
}

// New makes a site. It fails when a template does not parse.
func New(c Config) (*Site, error) {
	s := &Site{library: c.Library, rules: c.Rules, search: c.Search, now: c.Now, log: c.Log}
	if s.now == nil {
		s.now = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("load static files: %w", err)
	}
	if s.pages, err = templates.Parse(s.functions()); err != nil {
		return nil, err
	}
	s.linked = linkedTerms(c.Library)
	if c.Kept >= 0 {
		s.cache = newPageCache(cmp.Or(c.Kept, defaultPageCache), s.today)
	}
	s.routed = s.recoverPanics(s.routes())
	// The middleware wraps the router from outside, so that it covers the pages that no route matches.
	s.handler = chain(s.routed, s.logRequests, secureHeaders, limitRequest, s.keepPages)
	return s, nil
}

// functions are those that a template can call.
func (s *Site) functions() template.FuncMap { return template.FuncMap{"asset": s.assets.address} }

// ServeHTTP serves one request.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// today returns the day the pages speak of.
func (s *Site) today() corpus.Date { return corpus.DateOf(s.now()) }
