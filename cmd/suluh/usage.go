package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageTemplate is cobra's help in Indonesian.
const usageTemplate = `Pemakaian:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
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
		return fmt.Errorf("nilai %q untuk --%s tidak dapat dipakai: %w", invalid.GetValue(), invalid.GetFlag().Name, errors.Unwrap(err))
	}
	return fmt.Errorf("pilihan salah tulis: %w", err)
}

// atMost refuses more than n arguments, exactly what is missing when there are fewer than least.
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
