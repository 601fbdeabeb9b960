package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/index"
)

func newIndex() *cobra.Command {
	var dir, target string
	c := &cobra.Command{
		Use:   "index",
		Short: "Buat indeks di cakram, untuk koleksi besar",
		Long: "Membuat atau memperbarui folder indeks: teks, daftar peraturan, dan indeks pencarian. Isinya koleksi inti yang tertanam dalam\n" +
			"program, ditambah berkas dari --corpus: hasil \"suluh import\" menjadi peraturan di luar koleksi inti, berkas lain menggantikan berkas\n" +
			"inti di jalur yang sama. Hanya peraturan yang berubah yang dibaca lagi. Indeks lama dipakai sampai yang baru selesai; jika\n" +
			"terhenti, jalankan lagi perintah yang sama.",
		Example: "  suluh import --to nasional unduhan\n  suluh index --corpus nasional --index indeks\n  suluh serve --index indeks",
		Args:    between(0, 0, ""),
	}
	c.Flags().StringVar(&dir, "corpus", "", "`FOLDER` yang ditambahkan pada koleksi inti")
	c.Flags().StringVar(&target, "index", "", "`FOLDER` indeks")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if target == "" {
			return usageError{errors.New("folder indeks belum disebut; tulis --index FOLDER")}
		}
		var more fs.FS
		if dir != "" {
			var err error
			if more, err = openCorpus(dir); err != nil {
				return err
			}
		}
		start := time.Now()
		options := index.BuildOptions{Day: corpus.DateOf(start)}
		if step := progress(c.ErrOrStderr()); step != nil {
			options.Progress = func(done, total int) { step("indeks", done, total) }
		}
		built, err := index.Build(c.Context(), target, corpus.Texts(), more, options)
		if problems, ok := errors.AsType[corpus.Problems](err); ok {
			for _, p := range problems {
				fmt.Fprintln(c.ErrOrStderr(), p)
			}
			return fmt.Errorf("%d masalah dalam teks; indeks tidak diubah", len(problems))
		} else if err != nil {
			return err
		}
		writeBuilt(c.OutOrStdout(), target, built, time.Since(start))
		return nil
	}
	return c
}

func writeBuilt(w io.Writer, target string, b index.Built, took time.Duration) {
	size := int64(0)
	for _, n := range b.Sizes {
		size += n
	}
	if b.Unchanged {
		fmt.Fprintf(w, "%s: tidak ada yang berubah\n", target)
	} else {
		fmt.Fprintf(w, "%s: koleksi inti dan %d peraturan impor dibaca, %d dibuang, dalam %.1f detik\n", target, b.Indexed, b.Removed, took.Seconds())
	}
	fmt.Fprintf(w, "%d karya inti dan %d hasil impor, %d dokumen, %s, keadaan %s\n", b.Core, b.Imported, b.Docs, megabytes(size), b.Day.Long())
}
