package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/site"
)

func newCharge() *cobra.Command {
	var dir string
	var asJSON, listFacts bool
	c := &cobra.Command{
		Use:     "charge BERKAS",
		Short:   "Timbang fakta: pasal mana yang cocok, dan mengapa",
		Example: "  suluh charge fakta.yaml\n  suluh charge --json fakta.yaml\n  suluh charge --facts",
		Args:    between(0, 1, "berkas fakta"),
	}
	c.Flags().StringVar(&dir, "corpus", "", "`FOLDER` korpus (bawaan: yang tertanam dalam program)")
	c.Flags().BoolVar(&asJSON, "json", false, "tulis hasil sebagai JSON")
	c.Flags().BoolVar(&listFacts, "facts", false, "daftarkan setiap fakta: id, jenis, nilai, pertanyaan")
	c.RunE = func(c *cobra.Command, args []string) error {
		l, rules, err := loadRules(dir)
		if err != nil {
			return err
		}
		if listFacts {
			printFacts(c.OutOrStdout(), rules)
			return nil
		}
		if len(args) == 0 {
			return usageError{fmt.Errorf("berkas fakta belum ditulis")}
		}
		facts, err := readFacts(c, rules, args[0])
		if err != nil {
			return err
		}
		answer := rules.Weigh(facts)
		if asJSON {
			e := json.NewEncoder(c.OutOrStdout())
			e.SetIndent("", "  ")
			return e.Encode(site.ChargeJSON(answer))
		}
		note, err := site.ChargeMarkdown(l, rules, answer)
		if err != nil {
			return err
		}
		_, err = io.WriteString(c.OutOrStdout(), note)
		return err
	}
	return c
}

// readFacts reads a facts file and prints every mistake in it.
func readFacts(c *cobra.Command, rules *charge.Rules, file string) (charge.Facts, error) {
	source, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return charge.Facts{}, fmt.Errorf("berkas fakta %q tidak ada", file)
	}
	if err != nil {
		return charge.Facts{}, fmt.Errorf("berkas fakta %q tidak dapat dibaca: %w", file, err)
	}
	facts, problems := rules.ReadFacts(file, source)
	for _, p := range problems {
		fmt.Fprintln(c.ErrOrStderr(), p)
	}
	if len(problems) > 0 {
		return facts, errReported
	}
	facts.Today = corpus.DateOf(time.Now())
	return facts, nil
}

// loadRules loads the charging rules with the library they cite.
func loadRules(dir string) (*corpus.Library, *charge.Rules, error) {
	l, err := loadCorpus(dir)
	if err != nil {
		return nil, nil, err
	}
	fsys, err := openCorpus(dir)
	if err != nil {
		return nil, nil, err
	}
	rules, problems := charge.Load(fsys, l)
	if len(problems) > 0 {
		return nil, nil, fmt.Errorf("aturan sangkaan bermasalah di %d tempat, yang pertama:\n%s", len(problems), problems[0])
	}
	return l, rules, nil
}

func printFacts(w io.Writer, rules *charge.Rules) {
	values := map[charge.FactType]string{charge.YesNo: "ya | tidak | tidak-tahu", charge.Day: "TTTT-BB-HH", charge.Number: "bilangan"}
	for _, f := range rules.Facts {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", f.ID, f.Type, values[f.Type], f.Question)
	}
}
