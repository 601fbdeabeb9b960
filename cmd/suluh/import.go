package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"suluh/corpus/importer"
)

func newImport() *cobra.Command {
	var dir string
	var opts importer.Options
	c := &cobra.Command{
		Use:   "import BERKAS-ATAU-FOLDER…",
		Short: "Ubah naskah peraturan (PDF, HTML, Markdown, teks) menjadi berkas korpus",
		Long: "Membaca peraturan sebagaimana ditemukan dan menulisnya sebagai berkas korpus, satu peraturan satu berkas, dengan laporan untuk\n" +
			"setiap peraturan: pasal yang ditemukan dan yang hilang, tempat yang perlu dilihat, dan skor. Tidak ada kata yang dibuang tanpa disebut\n" +
			"dalam laporan. Hasilnya bertanda “impor otomatis, belum diperiksa”. Impor yang terhenti dilanjutkan dengan perintah yang sama.",
		Example: "  suluh import --to nasional unduhan/peraturan\n  suluh import --to nasional uu/2007/21.pdf",
	}
	c.Flags().StringVar(&dir, "to", "", "`FOLDER` tujuan")
	c.Flags().IntVar(&opts.Workers, "jobs", 0, "`JUMLAH` berkas yang dikerjakan bersamaan (bawaan: sebanyak prosesor)")
	c.Flags().BoolVar(&opts.Force, "force", false, "impor lagi juga berkas yang tidak berubah sejak impor terakhir")
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usageError{errors.New("berkas atau folder belum ditulis")}
		case dir == "":
			return usageError{errors.New("folder tujuan belum disebut; tulis --to FOLDER")}
		case opts.Workers < 0:
			return usageError{fmt.Errorf("nilai \"%d\" untuk --jobs tidak dapat dipakai; perlu 1 atau lebih", opts.Workers)}
		}
		sources, err := importer.Sources(args)
		if err != nil {
			return err
		}
		if len(sources) == 0 {
			return fmt.Errorf("tidak ada naskah yang dapat dibaca dalam %q (yang dibaca: .md, .txt, .html, .pdf)", args)
		}
		if step := progress(c.ErrOrStderr()); step != nil {
			opts.Step = func(done, total int) { step("impor", done, total) }
		}
		summary, err := importer.Folder(c.Context(), sources, dir, opts)
		if err != nil {
			return err
		}
		return writeImport(c.OutOrStdout(), dir, summary)
	}
	return c
}

// writeImport prints what was imported, and each file that was not. The exit status tells of those.
func writeImport(w io.Writer, dir string, s *importer.Summary) error {
	t := s.Totals()
	for _, d := range s.Files {
		if d.Failed != "" {
			fmt.Fprintf(w, "%s: %s\n", d.Source, d.Failed)
		}
	}
	fmt.Fprintf(w, "%d berkas: %d peraturan (%d tidak berubah sejak impor terakhir), %d gagal\n", len(s.Files), t.Works, s.Kept, t.Failed)
	if t.Works > 0 {
		fmt.Fprintf(w, "%d pasal ditemukan, %d hilang di antaranya; %d peraturan lengkap urutannya, %d tanpa satu pun Pasal\n", t.Articles, t.Gaps, t.Full, t.Empty)
		fmt.Fprintf(w, "skor rata-rata %.1f; %d peraturan di bawah %d\n", t.Score, t.Low, importer.LowScore)
		fmt.Fprintf(w, "semua bertanda “impor otomatis, belum diperiksa”; laporan: %s\n", filepath.Join(dir, importer.ReportFolder))
	}
	if t.Failed > 0 {
		return errReported
	}
	return nil
}
