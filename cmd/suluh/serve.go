package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"suluh/corpus"
	"suluh/site"
)

// Time limits of the server. A page is small and made in memory, so whoever is slower than this is stuck.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 30 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 10 * time.Second
)

func newServe() *cobra.Command {
	var from collectionFlags
	var address string
	var verbose bool
	c := &cobra.Command{
		Use:     "serve",
		Short:   "Layani halaman Suluh untuk peramban",
		Example: "  suluh serve\n  suluh serve --listen 0.0.0.0:8080 --corpus corpus/texts\n  suluh serve --index indeks",
		Args:    between(0, 0, ""),
	}
	from.add(c)
	c.Flags().StringVar(&address, "listen", "127.0.0.1:8080", "`ALAMAT` dan porta (bawaan: 127.0.0.1:8080)")
	c.Flags().BoolVar(&verbose, "log", false, "catat setiap permintaan (tanpa isi pertanyaan)")
	c.RunE = func(c *cobra.Command, _ []string) error {
		level := slog.LevelWarn
		if verbose {
			level = slog.LevelInfo
		}
		log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), &slog.HandlerOptions{Level: level}))
		listener, err := listen(c.Context(), address)
		if err != nil {
			return err
		}
		defer listener.Close()
		all, err := from.open(c.Context(), corpus.DateOf(time.Now()), c.ErrOrStderr())
		if err != nil {
			return err
		}
		// The collection stays open until the program ends: a page may still be under way when the server gives up waiting.
		s, err := site.New(site.Config{Library: all.library, Search: all.engine, Rules: all.rules, Log: log})
		if err != nil {
			return err
		}
		fmt.Fprintf(c.OutOrStdout(), "Suluh siap di http://%s (Ctrl+C untuk berhenti)\n", listener.Addr())
		return serve(c.Context(), listener, s, log)
	}
	return c
}

// listen opens the address first of all, so that a busy port is told at once.
func listen(ctx context.Context, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("porta %s sedang dipakai program lain; pilih yang lain dengan --listen 127.0.0.1:8081", address)
	case err != nil:
		return nil, fmt.Errorf("tidak dapat membuka %q: %w", address, err)
	}
	return l, nil
}

// serve answers requests until ctx ends, then lets those under way finish. A second signal ends it at once.
func serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: site.MaxHeaderBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelError),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("server berhenti: %w", err)
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return fmt.Errorf("server tidak berhenti pada waktunya: %w", err)
	}
	return nil
}
