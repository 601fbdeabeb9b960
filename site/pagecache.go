package site

import (
	"bytes"
	"container/list"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"

	"suluh/corpus"
)

// The page cache keeps pages that stay the same until the day changes. Each is made once, compressed once and named by
// its bytes (ETag), and then sent as it lies there. A page is never made twice at the same time.
//
// What has no query string is one of a set of pages that the collection bounds. What has one is whatever visitors ask,
// so it has a small share of its own and cannot drive out the others. Answers of the charging guide hold the facts of a
// case: they never come in here. Neither does anything but a page that was found: no error, no redirect.
const (
	defaultPageCache = 64 << 20
	askedShare       = 8       // the pages with a query have one part in so many
	largestPage      = 8       // of a share, one part in so many
	pageOverhead     = 1 << 10 // bytes of what is kept beside a page, about
)

// pageKey is an address.
type pageKey struct{ path, query string }

// pageCache is safe for concurrent use.
type pageCache struct {
	today func() corpus.Date

	mu      sync.Mutex
	day     corpus.Date // of the pages
	lasting pageShare
	asked   pageShare
	flights map[pageKey]*pageFlight
}

// newPageCache returns a cache of so many bytes.
func newPageCache(size int64, today func() corpus.Date) *pageCache {
	return &pageCache{today: today, lasting: newPageShare(size - size/askedShare), asked: newPageShare(size / askedShare), flights: map[pageKey]*pageFlight{}}
}

// kept returns the answer that is kept for an address, or nil.
func (c *pageCache) kept(key pageKey) *answer {
	today := c.today()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.turn(today)
	return c.shareOf(key).get(key)
}

// page returns the answer to an address: the one that is kept, or the one that render makes. Several that ask for one
// address at the same time get the answer of the first. It fails only when ctx ends; when nobody waits any more, the
// context of render ends too.
func (c *pageCache) page(ctx context.Context, key pageKey, render func(context.Context) *answer) (*answer, error) {
	today := c.today()
	c.mu.Lock()
	c.turn(today)
	if a := c.shareOf(key).get(key); a != nil { // made since the caller looked
		c.mu.Unlock()
		return a, nil
	}
	f := c.flights[key]
	if f == nil {
		f = c.start(ctx, key, render)
	}
	f.waiting++
	c.mu.Unlock()
	select {
	case <-f.done:
		return f.answer, nil
	case <-ctx.Done():
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if f.waiting--; f.waiting == 0 {
		f.cancel()
		c.land(key, f)
	}
	return nil, ctx.Err()
}

// start begins to make a page. The mutex is held.
func (c *pageCache) start(ctx context.Context, key pageKey, render func(context.Context) *answer) *pageFlight {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	f := &pageFlight{done: make(chan struct{}), cancel: cancel}
	c.flights[key] = f
	day := c.day
	go func() {
		defer cancel()
		f.answer = render(ctx)
		f.answer.prepare(key)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.land(key, f)
		// At midnight a page may be half of yesterday: it is sent, but not kept.
		if f.answer.plain != nil && c.today() == day && c.day == day {
			c.shareOf(key).add(key, f.answer)
		}
		close(f.done)
	}()
	return f
}

// land takes a flight out, so that whoever comes next begins anew. The mutex is held.
func (c *pageCache) land(key pageKey, f *pageFlight) {
	if c.flights[key] == f {
		delete(c.flights, key)
	}
}

// turn drops all that was made on another day. The mutex is held.
func (c *pageCache) turn(today corpus.Date) {
	if c.day == today {
		return
	}
	c.day = today
	c.lasting.clear()
	c.asked.clear()
	clear(c.flights) // those who wait for them still get what they asked for before midnight
}

func (c *pageCache) shareOf(key pageKey) *pageShare {
	if key.query == "" || strings.HasPrefix(key.path, staticPrefix) { // an address of a static file carries its version
		return &c.lasting
	}
	return &c.asked
}

// pageFlight is a page that is being made.
type pageFlight struct {
	done    chan struct{} // closed when answer is there
	answer  *answer
	waiting int // guarded by the mutex of the cache
	cancel  context.CancelFunc
}

// pageShare keeps pages up to a number of bytes; those that were asked for longest ago go first.
type pageShare struct {
	max, size int64
	pages     map[pageKey]*list.Element // of *keptPage
	order     *list.List                // the latest first
}

// keptPage is a page with its address.
type keptPage struct {
	key    pageKey
	answer *answer
}

func newPageShare(max int64) pageShare {
	return pageShare{max: max, pages: map[pageKey]*list.Element{}, order: list.New()}
}

func (s *pageShare) get(key pageKey) *answer {
	e := s.pages[key]
	if e == nil {
		return nil
	}
	s.order.MoveToFront(e)
	return e.Value.(*keptPage).answer
}

func (s *pageShare) add(key pageKey, a *answer) {
	if s.pages[key] != nil || a.size() > s.max/largestPage {
		return
	}
	s.pages[key] = s.order.PushFront(&keptPage{key, a})
	s.size += a.size()
	for s.size > s.max {
		oldest := s.order.Remove(s.order.Back()).(*keptPage)
		delete(s.pages, oldest.key)
		s.size -= oldest.answer.size()
	}
}

func (s *pageShare) clear() { *s = newPageShare(s.max) }

// answer is what a handler wrote. It is the handler's [http.ResponseWriter], and then sends the same to others.
type answer struct {
	code           int
	header         http.Header
	body           bytes.Buffer
	plain, gzipped *variant // ready to be sent; plain is nil for what is not kept, gzipped where it would not be smaller
}

// Header, WriteHeader and Write are those of [http.ResponseWriter].
func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(code int)        { a.code = code }
func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

// ServeHTTP sends the answer as the handler wrote it.
func (a *answer) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.code)
	w.Write(a.body.Bytes()) // the visitor may have gone; nothing is left to do then
}

// variant is an answer in one encoding, ready to be sent.
type variant struct {
	header []headerLine
	etag   string
	body   []byte
}

// headerLine is a header with its values, which nobody changes.
type headerLine struct {
	name   string
	values []string
}

// answerOf asks a handler for a page.
func answerOf(h http.Handler, r *http.Request) *answer {
	a := &answer{code: http.StatusOK, header: http.Header{}}
	r.Method = http.MethodGet // what HEAD asks for is the same without its body
	h.ServeHTTP(a, r)
	return a
}

// prepare makes the variants of an answer that may be kept. Browsers may keep it too, but ask each time whether it is
// still the same; what somebody asked with a query is for nobody between.
func (a *answer) prepare(key pageKey) {
	if a.code != http.StatusOK {
		return
	}
	if a.header.Get("Cache-Control") == "" {
		a.header.Set("Cache-Control", "no-cache")
		if key.query != "" {
			a.header.Set("Cache-Control", "private, no-cache")
		}
	}
	body := bytes.Clone(a.body.Bytes())
	a.body = bytes.Buffer{}
	sum := sha256.Sum256(body)
	tag := hex.EncodeToString(sum[:8])
	if small := gzipped(body); len(small) < len(body)-len(body)/10 {
		a.gzipped = a.variant(small, `"`+tag+`-gzip"`, headerLine{"Content-Encoding", []string{"gzip"}})
	}
	a.plain = a.variant(body, `"`+tag+`"`)
}

// variant joins a body with its headers.
func (a *answer) variant(body []byte, etag string, more ...headerLine) *variant {
	v := &variant{etag: etag, body: body, header: append(more, headerLine{"Etag", []string{etag}}, headerLine{"Vary", []string{"Accept-Encoding"}},
		headerLine{"Content-Length", []string{strconv.Itoa(len(body))}})}
	for name, values := range a.header {
		v.header = append(v.header, headerLine{name, values})
	}
	return v
}

// gzipped compresses as small as gzip can: it is done once a page.
func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return b // only an unknown level fails
	}
	z.Write(b) // a buffer takes everything
	z.Close()
	return bytes.Clone(out.Bytes())
}

// size returns how many bytes of memory the answer takes, about.
func (a *answer) size() int64 {
	n := pageOverhead + len(a.plain.body)
	if a.gzipped != nil {
		n += len(a.gzipped.body)
	}
	return int64(n)
}

// send sends a page that is ready, or tells the browser that it has it already.
func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	v := a.plain
	if a.gzipped != nil && acceptsGzip(r.Header["Accept-Encoding"]) {
		v = a.gzipped
	}
	h := w.Header()
	for _, line := range v.header {
		h[line.name] = line.values
	}
	if hasTag(r.Header["If-None-Match"], v.etag) {
		delete(h, "Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		w.Write(v.body) // the visitor may have gone; nothing is left to do then
	}
}

// acceptsGzip reports whether an Accept-Encoding names gzip and does not refuse it: "gzip;q=0".
func acceptsGzip(lines []string) bool {
	for _, line := range lines {
		for coding := range strings.SplitSeq(line, ",") {
			name, weight, _ := strings.Cut(coding, ";")
			if strings.EqualFold(strings.TrimSpace(name), "gzip") {
				_, q, _ := strings.Cut(weight, "=")
				q = strings.TrimSpace(q)
				return q == "" || strings.Trim(q, "0.") != ""
			}
		}
	}
	return false
}

// hasTag reports whether an If-None-Match names a tag, or any.
func hasTag(lines []string, etag string) bool {
	for _, line := range lines {
		for tag := range strings.SplitSeq(line, ",") {
			tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/") // a proxy may have made it weak
			if tag == etag || tag == "*" {
				return true
			}
		}
	}
	return false
}
