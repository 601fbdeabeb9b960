package main

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/index"
)

func newCheck() *cobra.Command {
	var unresolved, report bool
	c := &cobra.Command{
		Use:     "check [FOLDER]",
		Short:   "Periksa korpus: penomoran, front matter, rujukan",
		Example: "  suluh check corpus/texts\n  suluh check --rujukan",
		Args:    between(0, 1, "folder"),
	}
	c.Flags().BoolVar(&unresolved, "rujukan", false, "daftarkan juga rujukan ke luar koleksi dan yang tidak menyebut undang-undangnya")
	c.Flags().BoolVar(&report, "report", false, "tulis keadaan koleksi: kelengkapan, pencocokan, dan keraguan setiap karya, keterbacaan setiap materi")
	c.RunE = func(c *cobra.Command, args []string) error {
		dir := ""
		if len(args) > 0 {
			dir = args[0]
		}
		fsys, err := openCorpus(dir)
		if err != nil {
			return err
		}
		l, problems := corpus.Load(fsys)
		_, ruleProblems := charge.Load(fsys, l)
		problems = append(problems, ruleProblems...)
		if len(problems) == 0 { // a topic is stale only by law that is right
			problems = l.StaleMaterials(corpus.DateOf(time.Now()))
		}
		readability := index.ReadabilityOf(l)
		for _, m := range readability {
			problems = append(problems, m.Problems()...)
		}
		for _, p := range problems {
			p.File = path.Join(dir, p.File)
			fmt.Fprintln(c.OutOrStdout(), p)
		}
		if unresolved {
			listUnresolved(c, l)
		}
		if report {
			writeReport(c.OutOrStdout(), l)
			writeReadability(c.OutOrStdout(), readability)
		}
		fmt.Fprintf(c.ErrOrStderr(), "%d karya, %d masalah\n", len(l.Works()), len(problems))
		if len(problems) > 0 {
			return errReported
		}
		return nil
	}
	return c
}

// writeReport prints a line a work, tab-separated so that a spreadsheet can read it, and its doubts below it.
func writeReport(w io.Writer, l *corpus.Library) {
	fmt.Fprintln(w, "karya\tisi\tpasal\tpencocokan\tbelum dicocokkan\tringkasan\tbelum tersedia\trujukan tertaut\tdi luar koleksi\ttanpa nama undang-undang")
	for _, r := range l.Report() {
		checked := cmp.Or(r.Work.Checked, "belum")
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%d\t%d\t%d\t%d\t%d\t%d\n", r.Work.ID, r.Work.Extent, r.Articles, checked,
			r.Unchecked, r.Summaries, r.Missing, r.Linked, r.NotHeld, r.LawNotNamed)
		for _, d := range r.Doubts {
			fmt.Fprintf(w, "\tragu: %s %s: %s\n", d.Type, d.Target, d.Doubt)
		}
	}
}

// writeReadability prints a line a topic for outreach, tab-separated: how hard its handout is to read.
func writeReadability(w io.Writer, topics []index.Readability) {
	fmt.Fprintln(w, "\nmateri\tkalimat\tkata\tkata dalam satu kalimat\tkalimat terpanjang\tkata tidak umum\tyaitu")
	for _, t := range topics {
		fmt.Fprintf(w, "%s\t%d\t%d\t%.1f\t%d\t%.1f%%\t%s\n", t.Material.ID, t.Sentences, t.Words, t.Mean, t.Longest, 100*t.Uncommon, strings.Join(t.Rare, ", "))
	}
}

// listUnresolved prints the citations that lead nowhere in the collection.
func listUnresolved(c *cobra.Command, l *corpus.Library) {
	why := map[corpus.Resolution]string{
		corpus.NotHeld: "tidak ada dalam koleksi", corpus.LawNotNamed: "undang-undang tidak disebut", corpus.Dangling: "tidak ada",
	}
	for _, u := range l.Unresolved() {
		fmt.Fprintf(c.OutOrStdout(), "%s: %s: %s\n", u.From.Ref(), u.Target, why[u.State])
	}
}
