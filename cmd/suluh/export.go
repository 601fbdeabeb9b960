package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"suluh/corpus"
	"suluh/site"
)

// exportGC is how much garbage an export lets gather, in percent of what it needs.
const exportGC = 300

// exportFlags are the options of the export.
type exportFlags struct {
	collectionFlags
	day, baseURL string
	only         []string
	zip, check   bool
}

func newExport() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:     "export TUJUAN",
		Short:   "Tulis seluruh Suluh sebagai berkas biasa, untuk stik USB atau situs web tanpa server",
		Example: "  suluh export /media/stik/suluh\n  suluh export --zip suluh.zip\n  suluh export --check /media/stik/suluh",
		Args:    between(1, 1, "folder tujuan"),
	}
	f.add(c)
	c.Flags().StringVar(&f.day, "tanggal", "", "hari keadaan salinan, `TTTT-BB-HH` (bawaan: hari ini)")
	c.Flags().StringVar(&f.baseURL, "base-url", "", "`ALAMAT` salinan di web, untuk tautan kanonis dan sitemap.xml")
	c.Flags().StringSliceVar(&f.only, "only", nil, "hanya `KARYA` atau jenis ini, dipisahkan koma: uu/2007/21,putusan")
	c.Flags().BoolVar(&f.zip, "zip", false, "TUJUAN adalah berkas zip")
	c.Flags().BoolVar(&f.check, "check", false, "periksa salinan yang ada di TUJUAN, folder atau zip: setiap berkas masih sama seperti saat dibuat")
	c.RunE = func(c *cobra.Command, args []string) error {
		if f.check {
			return checkExport(c, args[0])
		}
		return writeExport(c, args[0], f)
	}
	return c
}

// writeExport makes the site and writes it out.
func writeExport(c *cobra.Command, target string, f exportFlags) error {
	if isZip := strings.HasSuffix(strings.ToLower(target), ".zip"); isZip != f.zip {
		return usageError{errors.New("--zip dan tujuan yang berakhir dengan .zip harus ditulis bersama")}
	}
	now := time.Now()
	if f.day != "" {
		d, err := corpus.ParseDate(f.day)
		if err != nil {
			return usageError{err}
		}
		now = time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	}
	all, err := f.open(c.Context(), corpus.DateOf(now), io.Discard)
	if err != nil {
		return err
	}
	defer all.Close()
	log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	s, err := site.New(site.Config{Library: all.library, Search: all.engine, Rules: all.rules, Now: func() time.Time { return now }, Log: log})
	if err != nil {
		return err
	}
	write := s.ExportFolder
	if f.zip {
		write = s.ExportZip
	}
	o := site.ExportOptions{BaseURL: f.baseURL, Only: f.only, Progress: progress(c.ErrOrStderr())}
	if all.store != nil {
		o.Shelf = all.store
	}
	// A page is garbage as soon as it is written. Looking for it less often costs memory for half a minute.
	defer debug.SetGCPercent(debug.SetGCPercent(exportGC))
	summary, err := write(c.Context(), target, o)
	if err != nil {
		return err
	}
	for _, link := range summary.Broken {
		fmt.Fprintf(c.ErrOrStderr(), "tautan putus: %s\n", link)
	}
	writeSummary(c.OutOrStdout(), target, summary)
	if len(summary.Broken) > 0 {
		return errReported
	}
	return nil
}

// progress draws a bar for every step, if somebody sits at a terminal to see it.
func progress(w io.Writer) func(step string, done, of int) {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	var under string
	return func(step string, done, of int) {
		if step != under {
			under = step
			bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(step),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		}
		bar.ChangeMax(of)
		bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
}

func writeSummary(w io.Writer, target string, s site.Summary) {
	fmt.Fprintf(w, "%s: Suluh menurut keadaan %s\n", target, s.Day.Long())
	fmt.Fprintf(w, "%d halaman, %d di antaranya keadaan pada hari lain; %d berkas, %s\n%d tautan diperiksa, %d putus\n", s.Pages, s.States, s.Files, megabytes(s.Bytes), s.Links, len(s.Broken))
	if s.Shelf > 0 {
		fmt.Fprintf(w, "%d di antaranya peraturan hasil impor, belum diperiksa, masing-masing satu halaman\n", s.Shelf)
	}
	if s.Left > 0 {
		fmt.Fprintf(w, "%d tautan ke halaman yang tidak ikut disalin\n", s.Left)
	}
	fmt.Fprintf(w, "Sidik jari %s\n", s.Digest)
}

func megabytes(n int64) string {
	return strings.Replace(fmt.Sprintf("%.1f MB", float64(n)/1e6), ".", ",", 1)
}

// checkExport compares an export with its manifest.
func checkExport(c *cobra.Command, target string) error {
	fsys, err := site.OpenExport(target)
	if err != nil {
		return err
	}
	defer fsys.Close()
	result, err := site.CheckExport(c.Context(), fsys)
	if err != nil {
		return fmt.Errorf("%s: %w", target, err)
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
	fmt.Fprintf(out, "%s: Suluh menurut keadaan %s, %d berkas, %s\nSidik jari %s\n", target, result.Day.Long(), result.Files, megabytes(result.Bytes), result.Digest)
	if !result.OK() {
		fmt.Fprintf(out, "Salinan tidak utuh: %d hilang, %d berubah, %d bukan dari suluh export. Buat salinan baru.\n", len(result.Missing), len(result.Changed), len(result.Foreign))
		return errReported
	}
	fmt.Fprintln(out, "Salinan utuh.")
	return nil
}
