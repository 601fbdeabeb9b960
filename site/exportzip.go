package site

import (
	"archive/zip"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// zipFolder holds the files in a zip file, so that unpacking makes one folder.
const zipFolder = "suluh"

// ExportZip writes an export to a zip file. The file is complete or not there at all; one that is no export is refused.
func (s *Site) ExportZip(ctx context.Context, file string, o ExportOptions) (Summary, error) {
	if _, err := os.Stat(file); err == nil {
		if err := mayReplaceZip(file); err != nil {
			return Summary{}, err
		}
	}
	dir, err := os.MkdirTemp(filepath.Dir(file), ".suluh-zip-")
	if err != nil {
		return Summary{}, fmt.Errorf("folder sementara di samping %q tidak dapat dibuat: %w", file, err)
	}
	defer os.RemoveAll(dir)
	pages := filepath.Join(dir, zipFolder)
	if err := os.Mkdir(pages, 0o755); err != nil {
		return Summary{}, err
	}
	summary, err := s.Export(ctx, pages, o)
	if err != nil {
		return Summary{}, err
	}
	fresh := filepath.Join(dir, "zip")
	day := s.today()
	if err := writeZip(ctx, fresh, dir, time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC)); err != nil {
		return Summary{}, err
	}
	return summary, os.Rename(fresh, file)
}

// mayReplaceZip reports why an export must not take the place of a file.
func mayReplaceZip(file string) error {
	r, err := OpenExport(file)
	if err == nil {
		defer r.Close()
		_, err = readManifest(r)
	}
	if err != nil {
		return fmt.Errorf("berkas %q tidak dibuat oleh suluh export, jadi tidak ditimpa; pilih nama lain", file)
	}
	return nil
}

// writeZip packs the zipFolder of a folder. The files come in the order of their names and are all of one time, so
// that the same files make the same bytes.
func writeZip(ctx context.Context, file, dir string, at time.Time) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	z := zip.NewWriter(f)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	fsys := os.DirFS(dir)
	err = fs.WalkDir(fsys, zipFolder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
		if err != nil {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		_, err = w.Write(b)
		return err
	})
	return errors.Join(err, z.Close())
}

// ExportFS is an export that is being read.
type ExportFS struct {
	fs.FS
	closer io.Closer
}

// Close ends the reading.
func (e ExportFS) Close() error {
	if e.closer == nil {
		return nil
	}
	return e.closer.Close()
}

// OpenExport opens an export, a folder or a zip file, to be checked.
func OpenExport(name string) (ExportFS, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ExportFS{}, fmt.Errorf("%q tidak ada", name)
	case err != nil:
		return ExportFS{}, err
	case info.IsDir():
		return ExportFS{FS: os.DirFS(name)}, nil
	}
	r, err := zip.OpenReader(name)
	if err != nil {
		return ExportFS{}, fmt.Errorf("%q bukan folder dan bukan berkas zip: %w", name, err)
	}
	inside, err := fs.Sub(r, zipFolder)
	return ExportFS{inside, r}, err
}
