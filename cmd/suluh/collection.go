package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/index"
)

// collectionFlags say where a command reads its collection.
type collectionFlags struct{ corpusDir, indexDir string }

func (f *collectionFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.corpusDir, "corpus", "", "`FOLDER` korpus (bawaan: yang tertanam dalam program)")
	c.Flags().StringVar(&f.indexDir, "index", "", "`FOLDER` indeks yang dibuat dengan \"suluh index\", sebagai ganti --corpus")
}

// collection is a library with its charging rules and an engine that searches it.
type collection struct {
	library *corpus.Library
	rules   *charge.Rules
	engine  index.Engine
	store   *index.Store // nil unless it comes from an index folder
}

// open loads the collection, for questions of a day. What is worth knowing of it goes to notes.
func (f collectionFlags) open(ctx context.Context, day corpus.Date, notes io.Writer) (*collection, error) {
	// Most of what loading makes stays. To look for garbage all the while takes a fifth of the time.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	if f.indexDir != "" {
		if f.corpusDir != "" {
			return nil, usageError{errors.New("--corpus dan --index tidak dapat dipakai bersama; indeks memuat teksnya sendiri")}
		}
		return openIndex(f.indexDir, day, notes)
	}
	l, rules, err := loadRules(f.corpusDir)
	if err != nil {
		return nil, err
	}
	engine, err := index.NewBleve(ctx, l, index.Options{Day: day})
	if err != nil {
		return nil, err
	}
	return &collection{library: l, rules: rules, engine: engine}, nil
}

// openIndex opens an index folder. It tells when an article has got another wording since the index was made.
func openIndex(dir string, day corpus.Date, notes io.Writer) (*collection, error) {
	store, err := index.Open(dir)
	if err != nil {
		return nil, err
	}
	l, problems := corpus.Load(store.Core())
	if len(problems) > 0 {
		return nil, errors.Join(problems, store.Close())
	}
	l.SetShelf(store)
	engine := make(chan index.Engine, 1) // made beside the rules, which do not need it
	go func() { engine <- store.Engine(l, index.Options{Day: day}) }()
	rules, problems := charge.Load(store.Core(), l)
	all := &collection{l, rules, <-engine, store}
	if len(problems) > 0 {
		return nil, errors.Join(problems, all.Close())
	}
	if changed := l.Reworded(store.Day, day); len(changed) > 0 {
		fmt.Fprintf(notes, "Peringatan: indeks dibuat menurut keadaan %s; sejak itu bunyi %d pasal berubah (%s …). Pencarian masih memakai bunyi lama; jalankan \"suluh index\" lagi.\n",
			store.Day.Long(), len(changed), changed[0])
	}
	return all, nil
}

// Close frees what the collection holds.
func (c *collection) Close() error {
	err := c.engine.Close()
	if c.store != nil {
		err = errors.Join(err, c.store.Close())
	}
	return err
}
