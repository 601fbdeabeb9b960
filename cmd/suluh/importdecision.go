package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"suluh/corpus/digest"
)

// maxDecision is the largest decision that is read, in bytes: ten times the longest of the public collection.
const maxDecision = 20 << 20

func newImportDecision() *cobra.Command {
	return &cobra.Command{
		Use:   "import-decision FILE",
		Short: "Buat kerangka intisari dari naskah putusan (XML atau teks polos)",
		Long: "Membaca naskah putusan (XML berbagian, atau teks polos dari PDF) dan menulis kerangka intisari ke keluaran: identitas, dakwaan,\n" +
			"tuntutan, dan amar, dengan nama orang disamarkan. Yang tidak terbaca disebut pada doubt. Manusia menulis fakta dan pertimbangannya.",
		Example: "  suluh import-decision putusan.xml > corpus/texts/putusan/pn-kendal/2016/54-pid.sus.md",
		Args:    between(1, 1, "berkas"),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := loadCorpus("")
			if err != nil {
				return err
			}
			info, err := os.Stat(args[0])
			if err != nil {
				return fmt.Errorf("naskah putusan %q tidak terbaca: %w", args[0], err)
			}
			if info.IsDir() || info.Size() > maxDecision {
				return fmt.Errorf("%q bukan naskah satu putusan (folder, atau lebih dari %d MB)", args[0], maxDecision>>20)
			}
			source, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("naskah putusan %q tidak terbaca: %w", args[0], err)
			}
			s, err := digest.Read(source, l)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			_, err = fmt.Fprint(c.OutOrStdout(), s.Markdown())
			return err
		},
	}
}
