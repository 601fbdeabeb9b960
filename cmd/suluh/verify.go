package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/corpus/paper"
	"suluh/corpus/verify"
)

func newVerify() *cobra.Command {
	var dir, against, page, portions string
	var opts verify.Options
	c := &cobra.Command{
		Use:     "verify --against BERKAS ID",
		Short:   "Cocokkan bunyi sebuah karya dengan salinan resminya",
		Example: "  suluh verify --against uu-21-2007.pdf uu/2007/21\n  suluh verify --against uu-21-2007.pdf --html laporan.html --portions pasal-2,pasal-26 uu/2007/21",
		Args:    between(0, 1, "id karya"),
	}
	c.Flags().StringVar(&against, "against", "", "`BERKAS` salinan resmi: PDF, HTML, Markdown, atau teks")
	c.Flags().StringVar(&page, "html", "", "tulis laporan sebagai halaman HTML ke `BERKAS`")
	c.Flags().StringVar(&portions, "portions", "", "`BAGIAN` yang dicocokkan saja, dipisah koma: pasal-2,pasal-26")
	c.Flags().BoolVar(&opts.Strict, "strict", false, "hitung juga kemungkinan salah baca sebagai perbedaan")
	c.Flags().StringVar(&dir, "corpus", "", "`FOLDER` korpus (bawaan: yang tertanam dalam program)")
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usageError{errors.New("id karya belum ditulis, misalnya uu/2007/21")}
		case against == "":
			return usageError{errors.New("salinan resmi belum disebut; tulis --against BERKAS")}
		}
		opts.Portions = strings.FieldsFunc(portions, func(r rune) bool { return r == ',' || r == ' ' })
		l, err := loadCorpus(dir)
		if err != nil {
			return err
		}
		w := l.Work(args[0])
		if w == nil {
			return usageError{fmt.Errorf("karya %q tidak ada dalam korpus; yang terdekat: %s", args[0], strings.Join(verify.NearestIDs(l, args[0]), ", "))}
		}
		report, err := compare(c.Context(), l, w, against, opts)
		if err != nil {
			return err
		}
		if err := report.WriteText(c.OutOrStdout()); err != nil {
			return err
		}
		today := corpus.DateOf(time.Now())
		if page != "" {
			if err := writePage(page, report, today); err != nil {
				return err
			}
		}
		return conclude(c.OutOrStdout(), report, today)
	}
	return c
}

// compare reads the copy and compares the work with it.
func compare(ctx context.Context, l *corpus.Library, w *corpus.Work, file string, opts verify.Options) (*verify.Report, error) {
	data, err := readCopy(file)
	if err != nil {
		return nil, err
	}
	text, err := paper.Parse(ctx, file, data)
	if err != nil {
		return nil, err
	}
	report, err := verify.New(l).Compare(w, text, opts)
	var unknown verify.UnknownPortionError
	switch {
	case errors.As(err, &unknown):
		return nil, usageError{fmt.Errorf("--portions: %s: %w", w.ID, err)}
	case err != nil:
		return nil, fmt.Errorf("%s dengan %s: %w", w.ID, file, err)
	}
	return report, nil
}

// readCopy reads a file of bounded size.
func readCopy(file string) ([]byte, error) {
	f, err := os.Open(file)
	switch {
	case os.IsNotExist(err):
		return nil, fmt.Errorf("salinan %q tidak ada", file)
	case err != nil:
		return nil, fmt.Errorf("salinan %q tidak dapat dibuka: %w", file, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("salinan %q tidak dapat dibuka: %w", file, err)
	case info.IsDir():
		return nil, fmt.Errorf("salinan %q adalah folder; sebut satu berkas", file)
	}
	data, err := io.ReadAll(io.LimitReader(f, paper.MaxSize+1)) // one byte more shows that it is too large
	if err != nil {
		return nil, fmt.Errorf("salinan %q tidak terbaca: %w", file, err)
	}
	return data, nil
}

// writePage writes the report as a page.
func writePage(file string, report *verify.Report, today corpus.Date) error {
	f, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("laporan %q tidak dapat ditulis: %w", file, err)
	}
	if err := errors.Join(report.WriteHTML(f, today), f.Close()); err != nil {
		return fmt.Errorf("laporan %q tidak dapat ditulis: %w", file, err)
	}
	return nil
}

// conclude ends the run: with the line for the front matter, or with the status for differences.
func conclude(w io.Writer, report *verify.Report, today corpus.Date) error {
	switch {
	case report.Failed():
		return errReported
	case !report.Compared():
		fmt.Fprintln(w, "\nTidak ada pasal yang dapat dicocokkan seutuhnya; baris checked tidak dibuat.")
		return errReported
	}
	fmt.Fprintf(w, "\nTanpa perbedaan kata. Untuk front matter %s:\n\nchecked: %s\n", report.Work.File, strconv.Quote(report.Checked(today)))
	return nil
}
