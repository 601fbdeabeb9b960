// Command suluh is the legal knowledge base: it serves the pages, searches from the terminal, and checks the corpus.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the next signal is not caught and ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Exit statuses.
const (
	exitOK    = 0
	exitFound = 1 // the corpus has problems, or the work could not be done
	exitUsage = 2 // the command line is wrong
)

// errReported ends a command whose mistakes are printed already.
var errReported = errors.New("reported")

// usageError is a mistake in the command line.
type usageError struct{ error }

// run does what the arguments say and returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFound
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "suluh: %v\nKetik \"suluh --help\" untuk daftar perintah.\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "suluh: %v\n", err)
	return exitFound
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "suluh",
		Short:         "Hukum tentang perdagangan orang, pasal demi pasal",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          onlyKnownCommands,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 2 // letters
	root.SetHelpCommand(newHelp())
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with or .Long .Short}}{{.}}\n\n{{end}}{{.UsageString}}")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagError(err)} })
	root.AddCommand(newServe(), newExport(), newSearch(), newCharge(), newCheck(), newVerify(), newImport(), newImportDecision(), newIndex())
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, "tampilkan bantuan")
		c.DisableFlagsInUseLine = true
		hideDefaults(c.Flags())
	}
	return root
}

// onlyKnownCommands refuses a word that is no command, and names the nearest one.
func onlyKnownCommands(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("perintah %q tidak dikenal", args[0])
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		message += fmt.Sprintf("; maksudnya %q?", near[0])
	}
	return usageError{errors.New(message)}
}
