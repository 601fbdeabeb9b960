package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ExportFolder writes an export to a folder. The folder is made, or takes the place of an earlier export; it is
// complete or not there at all. A folder that no export made is refused, and so is one that holds files of others.
func (s *Site) ExportFolder(ctx context.Context, dir string, o ExportOptions) (Summary, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Summary{}, err
	}
	if err := mayReplace(dir); err != nil {
		return Summary{}, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return Summary{}, fmt.Errorf("folder untuk %q tidak dapat dibuat: %w", dir, err)
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-baru-")
	if err != nil {
		return Summary{}, fmt.Errorf("folder sementara di samping %q tidak dapat dibuat; pilih folder di dalam stik, bukan stik itu sendiri: %w", dir, err)
	}
	defer os.RemoveAll(fresh) // nothing is left there after success
	summary, err := s.Export(ctx, fresh, o)
	if err != nil {
		return Summary{}, err
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return Summary{}, err
	}
	return summary, replaceFolder(dir, fresh)
}

// replaceFolder renames a new folder to dir. An old one goes aside first and is removed last.
func replaceFolder(dir, fresh string) error {
	old := fresh + "-lama"
	err := os.Rename(dir, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%q tidak dapat diganti; tutup program yang sedang membukanya: %w", dir, err)
	}
	hadOld := err == nil
	if err := os.Rename(fresh, dir); err != nil {
		if hadOld {
			return errors.Join(fmt.Errorf("%q tidak dapat diganti: %w", dir, err), os.Rename(old, dir))
		}
		return fmt.Errorf("%q tidak dapat dibuat: %w", dir, err)
	}
	return os.RemoveAll(old)
}

// mayReplace reports why an export must not take the place of a folder.
func mayReplace(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("folder %q tidak dapat dibuka: %w", dir, err)
	case !info.IsDir():
		return fmt.Errorf("%q bukan folder", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return err
	}
	m, err := readManifest(os.DirFS(dir))
	if err != nil {
		return fmt.Errorf("folder %q tidak dibuat oleh suluh export, jadi tidak ditimpa; pilih folder lain atau kosongkan dahulu", dir)
	}
	foreign, err := m.foreign(os.DirFS(dir))
	if err != nil {
		return err
	}
	if len(foreign) > 0 {
		return fmt.Errorf("folder %q berisi berkas yang bukan dari suluh export, misalnya %q; pindahkan dahulu", dir, foreign[0])
	}
	return nil
}

// foreign returns the files of a folder that the manifest does not list, but for those that operating systems leave.
func (m *manifest) foreign(fsys fs.FS) ([]string, error) {
	listed := map[string]bool{manifestFile: true}
	for _, f := range m.Files {
		listed[f.Name] = true
	}
	var out []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(systemFiles, d.Name()):
			return fs.SkipDir
		case d.IsDir() || listed[name] || slices.Contains(systemFiles, d.Name()) || strings.HasPrefix(d.Name(), "._"):
			return nil
		}
		out = append(out, name)
		return nil
	})
	return out, err
}

// systemFiles are what Windows and macOS put into folders by themselves.
var systemFiles = []string{"Thumbs.db", "desktop.ini", ".DS_Store", ".Spotlight-V100", ".fseventsd", ".Trashes", "System Volume Information"}
