package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/index"
	"suluh/site"
)

func newSearch() *cobra.Command {
	var from collectionFlags
	var asJSON bool
	var per int
	c := &cobra.Command{
		Use:     "search PERTANYAAN",
		Short:   "Cari pasal dari terminal",
		Example: "  suluh search \"korban setuju berangkat apakah tetap pidana\"\n  suluh search --json restitusi",
		Args:    between(1, index.MaxTerms, "pertanyaan"),
	}
	from.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "tulis hasil sebagai JSON")
	c.Flags().IntVar(&per, "per", 10, fmt.Sprintf("`JUMLAH` hasil, 1 sampai %d (bawaan: 10)", index.MaxPerPage))
	c.RunE = func(c *cobra.Command, args []string) error {
		question := strings.TrimSpace(strings.Join(args, " "))
		if question == "" {
			return usageError{errors.New("pertanyaan belum ditulis")}
		}
		if per < 1 || per > index.MaxPerPage {
			return usageError{fmt.Errorf("--per %d di luar batas; pilih 1 sampai %d", per, index.MaxPerPage)}
		}
		all, err := from.open(c.Context(), corpus.DateOf(time.Now()), c.ErrOrStderr())
		if err != nil {
			return err
		}
		defer all.Close()
		s, err := site.New(site.Config{Library: all.library, Search: all.engine})
		if err != nil {
			return err
		}
		answer, err := s.Answer(c.Context(), question, per)
		if err != nil {
			return err
		}
		if asJSON {
			e := json.NewEncoder(c.OutOrStdout())
			e.SetIndent("", "  ")
			return e.Encode(answer)
		}
		printAnswer(c.OutOrStdout(), answer)
		return nil
	}
	return c
}

// printAnswer writes an answer for people.
func printAnswer(w io.Writer, a site.Answer) {
	fmt.Fprintf(w, "%d pasal untuk “%s”, keadaan %s\n", a.Total, a.Query, a.Day.Long())
	if a.Corrected != "" {
		fmt.Fprintf(w, "Dicari juga sebagai “%s”\n", a.Corrected)
	}
	for i, h := range a.Hits {
		fmt.Fprintf(w, "\n%2d. %s\n    %s %s\n", i+1, h.Title, h.Status, h.ID)
		if h.Marks != "" {
			fmt.Fprintf(w, "    %s\n", h.Marks)
		}
		fmt.Fprintf(w, "    %s\n", h.Snippet)
	}
}
