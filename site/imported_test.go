package site_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suluh/corpus"
	"suluh/index"
	"suluh/site"
)

// importedWork is a work as the importer writes it.
const importedWork = `---
id: pp/1999/7
title: Jalan Desa
short: PP 7/1999
enacted: 1999-05-03
source: Impor otomatis dari berkas 7.md.
imported: skor 97 dari 100
missing:
  - portions: [pasal-2]
    why: Bunyinya tidak terbaca.
---

# Peraturan Pemerintah Nomor 7 Tahun 1999 tentang Jalan Desa

### Pasal 1

Bunyi.

### Pasal 2

[belum tersedia]

## Lampiran

a. daftar jalan
`

// TestImportedWork says of an imported work on every page that nobody has read it, also where a portion has a mark of its own.
func TestImportedWork(t *testing.T) {
	l, problems := corpus.Load(fstest.MapFS{"pp/1999/7.md": {Data: []byte(importedWork)}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e, err := index.NewBleve(t.Context(), l, index.Options{Day: corpus.DateOf(testNow)})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	s, err := site.New(site.Config{Library: l, Search: e, Rules: newTestSite(t).rules, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{"/pp/1999/7": "a. daftar jalan", "/pp/1999/7/pasal/1": "Bunyi.", "/pp/1999/7/pasal/2": "Bunyinya tidak terbaca."} {
		text := textOf(fetchPage(t, s, address, 200).Find("main"))
		for _, want := range []string{"Impor otomatis, belum diperiksa.", "skor 97 dari 100", want} {
			if !strings.Contains(text, want) {
				t.Errorf("%s says %q, want %q in it", address, text, want)
			}
		}
	}
}
