package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"suluh/corpus"
)

// manifestFile lists the files of an export. It is also the mark of a folder that an export made.
const manifestFile = "suluh-export.json"

// manifest is what it says.
type manifest struct {
	Program string      `json:"program"` // manifestProgram
	Format  int         `json:"format"`  // manifestFormat
	Day     corpus.Date `json:"day"`     // the day the copy speaks of
	Version string      `json:"version"` // of the collection
	Files   []fileEntry `json:"files"`   // sorted by name
}

// fileEntry is one file.
type fileEntry struct {
	Name   string `json:"name"` // with slashes
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
	Shelf  bool   `json:"shelf,omitempty"` // of the imported works, which a browser does not keep unless they are read
}

const (
	manifestProgram = "suluh export"
	manifestFormat  = 1
)

// writeManifest lists the files that were written, with their digests.
func (e *export) writeManifest(context.Context) error {
	slices.SortFunc(e.written, func(a, b fileEntry) int { return strings.Compare(a.Name, b.Name) })
	m := manifest{manifestProgram, manifestFormat, e.site.today(), e.site.library.Version(), e.written}
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	b = append(b, '\n')
	for _, f := range m.Files {
		e.summary.Bytes += f.Size
	}
	e.summary.Bytes += int64(len(b))
	e.summary.Files = len(m.Files) + 1
	e.summary.Digest = digest(b)
	return e.write(manifestFile, b)
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// errNoManifest tells that a folder is no export.
var errNoManifest = errors.New(manifestFile + " tidak ada")

// readManifest reads the manifest of an export. It refuses what no export of this format wrote.
func readManifest(fsys fs.FS) (*manifest, error) {
	b, err := fs.ReadFile(fsys, manifestFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoManifest
	}
	if err != nil {
		return nil, fmt.Errorf("%s tidak terbaca: %w", manifestFile, err)
	}
	var m manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("%s rusak: %w", manifestFile, err)
	}
	if m.Program != manifestProgram || m.Format != manifestFormat || len(m.Files) == 0 {
		return nil, fmt.Errorf("%s bukan daftar dari suluh export, atau dari versi lain", manifestFile)
	}
	return &m, nil
}

// Check tells how an export compares with its manifest.
type Check struct {
	Summary
	Missing []string // listed, not there
	Changed []string // not the bytes that are listed
	Foreign []string // there, not listed
}

// OK reports whether the export is as it was made.
func (c Check) OK() bool { return len(c.Missing)+len(c.Changed)+len(c.Foreign) == 0 }

// CheckExport compares every file of an export with the manifest. Whoever changed the manifest as well is found by the
// digest of the manifest itself, which the summary of the export told.
func CheckExport(ctx context.Context, fsys fs.FS) (Check, error) {
	m, err := readManifest(fsys)
	if err != nil {
		return Check{}, err
	}
	c := Check{Summary: Summary{Day: m.Day, Files: len(m.Files) + 1}}
	if c.Foreign, err = m.foreign(fsys); err != nil {
		return Check{}, err
	}
	for _, f := range m.Files {
		if ctx.Err() != nil {
			return Check{}, ctx.Err()
		}
		size, sum, err := digestFile(fsys, f.Name)
		c.Bytes += size
		switch {
		case errors.Is(err, fs.ErrNotExist):
			c.Missing = append(c.Missing, f.Name)
		case err != nil || size != f.Size || sum != f.SHA256:
			c.Changed = append(c.Changed, f.Name) // a stick that cannot read it back has changed it
		}
	}
	size, sum, err := digestFile(fsys, manifestFile)
	c.Bytes, c.Digest = c.Bytes+size, sum
	return c, err
}

func digestFile(fsys fs.FS, name string) (size int64, sum string, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, f)
	return size, hex.EncodeToString(h.Sum(nil)), err
}
