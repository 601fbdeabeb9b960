package site

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/s2"

	"suluh/corpus"
)

// drafts keep the pages that an export has read in search of links and states until it writes them, so that most pages
// are made once. A page that finds no room is made again.
type drafts struct {
	mu    sync.Mutex
	room  int // bytes
	pages map[draftKey][]byte
}

// draftKey is a page in one of its states; the zero day is the page that names none.
type draftKey struct {
	address string
	state   corpus.Date
}

const draftRoom = 256 << 20

func newDrafts() *drafts { return &drafts{room: draftRoom, pages: map[draftKey][]byte{}} }

// put keeps a page that packDraft has packed.
func (d *drafts) put(address string, state corpus.Date, packed []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(packed) <= d.room {
		d.room -= len(packed)
		d.pages[draftKey{address, state}] = packed
	}
}

// take returns a page as the server shows it, and forgets it.
func (d *drafts) take(address string, state corpus.Date) (page []byte, ok bool) {
	key := draftKey{address, state}
	d.mu.Lock()
	packed, ok := d.pages[key]
	delete(d.pages, key)
	d.room += len(packed)
	d.mu.Unlock()
	if !ok {
		return nil, false
	}
	page, err := s2.Decode(nil, packed)
	if err != nil {
		return nil, false
	}
	return named(page, state), true
}

// packDraft makes a page small: pages say much that others say too, and much twice.
func packDraft(page []byte) []byte { return s2.Encode(nil, page) }

// named writes a day where a probe has probeDay.
func named(page []byte, day corpus.Date) []byte {
	if day.IsZero() {
		return page
	}
	page = bytes.ReplaceAll(page, []byte(probeDay.String()), []byte(day.String()))
	return bytes.ReplaceAll(page, []byte(probeDay.Long()), []byte(day.Long()))
}
