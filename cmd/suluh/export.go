package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/index"
	"suluh/site"
)

func newExport() *cobra.Command {
	var corpusDir, day string
	var check bool
	c := &cobra.Command{
		Use:     "export FOLDER",
		Short:   "Tulis seluruh Suluh sebagai berkas biasa, untuk stik USB atau situs web tanpa server",
		Example: "  suluh export salinan\n  suluh export --check /media/stik/suluh",
		Args:    between(1, 1, "folder"),
	}
	c.Flags().StringVar(&corpusDir, "corpus", "", "`FOLDER` korpus (bawaan: yang tertanam dalam program)")
	c.Flags().StringVar(&day, "tanggal", "", "hari keadaan salinan, `TTTT-BB-HH` (bawaan: hari ini)")
	c.Flags().BoolVar(&check, "check", false, "periksa salinan yang sudah ada: setiap berkas masih sama seperti saat dibuat")
	c.RunE = func(c *cobra.Command, args []string) error {
		if check {
			return checkExport(c, args[0])
		}
		now, err := exportDay(day)
		if err != nil {
			return err
		}
		s, closeSite, err := exportSite(c, corpusDir, now)
		if err != nil {
			return err
		}
		defer closeSite()
		o := site.ExportOptions{}
		summary, err := s.ExportFolder(c.Context(), args[0], o)
		if err != nil {
			return err
		}
		writeSummary(c.OutOrStdout(), args[0], summary)
		return nil
	}
	return c
}

// exportDay reads the day of a copy; it is today if none is given.
func exportDay(day string) (time.Time, error) {
	if day == "" {
		return time.Now(), nil
	}
	d, err := corpus.ParseDate(day)
	if err != nil {
		return time.Time{}, usageError{err}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC), nil
}

// exportSite makes the site that is written out.
func exportSite(c *cobra.Command, dir string, now time.Time) (*site.Site, func() error, error) {
	l, rules, err := loadRules(dir)
	if err != nil {
		return nil, nil, err
	}
	engine, err := index.NewBleve(c.Context(), l, index.Options{Day: corpus.DateOf(now)})
	if err != nil {
		return nil, nil, err
	}
	log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	s, err := site.New(site.Config{Library: l, Search: engine, Rules: rules, Now: func() time.Time { return now }, Log: log})
	return s, engine.Close, err
}

func writeSummary(w io.Writer, dir string, s site.Summary) {
	fmt.Fprintf(w, "%s: keadaan per %s\n", dir, s.Day.Long())
	fmt.Fprintf(w, "%d halaman, %d di antaranya keadaan pada hari lain; %d berkas, %.1f MB; 0 tautan putus\n", s.Pages, s.States, s.Files, float64(s.Bytes)/1e6)
	fmt.Fprintf(w, "sidik jari %s\n", s.Digest)
}

// checkExport compares an export with its manifest.
func checkExport(c *cobra.Command, dir string) error {
	result, err := site.CheckExport(c.Context(), os.DirFS(dir))
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	out := c.OutOrStdout()
	for _, list := range []struct {
		what  string
		names []string
	}{{"hilang", result.Missing}, {"berubah", result.Changed}, {"bukan dari suluh export", result.Foreign}} {
		for _, name := range list.names {
			fmt.Fprintf(out, "%s: %s\n", name, list.what)
		}
	}
	fmt.Fprintf(out, "keadaan per %s; %d berkas, %.1f MB\nsidik jari %s\n", result.Day.Long(), result.Files, float64(result.Bytes)/1e6, result.Digest)
	if !result.OK() {
		return errReported
	}
	fmt.Fprintln(out, "salinan utuh")
	return nil
}
