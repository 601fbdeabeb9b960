package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageTemplate is cobra's help in Indonesian.
const usageTemplate = `Pemakaian:
  {{if .Runnable}}{{.UseLine}} [PILIHAN]{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} PERINTAH

Perintah:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

Contoh:
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

Pilihan:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`

// flagError puts a mistake in a flag into Indonesian.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if len(name) > 1 {
			return fmt.Errorf("pilihan --%s tidak dikenal", name)
		}
		return fmt.Errorf("pilihan -%s tidak dikenal", name)
	case errors.As(err, &empty):
		return fmt.Errorf("pilihan --%s perlu nilai", empty.GetSpecifiedName())
	case errors.As(err, &invalid):
		return fmt.Errorf("nilai %q untuk --%s tidak dapat dipakai; perlu %s", invalid.GetValue(), invalid.GetFlag().Name, valueForms[invalid.GetFlag().Value.Type()])
	}
	return fmt.Errorf("pilihan salah tulis: %w", err)
}

// valueForms tells what the values of a flag look like, by pflag's name of its type.
var valueForms = map[string]string{"int": "bilangan bulat", "bool": "true atau false"}

// hideDefaults keeps pflag from adding "(default …)" in English. The descriptions of the flags name the defaults.
func hideDefaults(flags *pflag.FlagSet) {
	zero := map[string]string{"int": "0", "bool": "false", "stringSlice": "[]"}
	flags.VisitAll(func(f *pflag.Flag) { f.DefValue = zero[f.Value.Type()] })
}

// newHelp is cobra's command "help", in Indonesian.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:    "help [PERINTAH]",
		Short:  "Tampilkan bantuan",
		Hidden: true,
		RunE: func(c *cobra.Command, args []string) error {
			about, unknown, _ := c.Root().Find(args)
			if len(unknown) > 0 {
				return onlyKnownCommands(c.Root(), unknown)
			}
			return about.Help()
		},
	}
}

// between refuses more than most arguments, and says what is missing when there are fewer than least.
func between(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least {
			return usageError{fmt.Errorf("%s belum ditulis", what)}
		}
		if len(args) > most {
			return usageError{fmt.Errorf("terlalu banyak argumen: %q", args[most])}
		}
		return nil
	}
}
