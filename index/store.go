package index

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/blevesearch/mmap-go"

	"suluh/corpus"
)

// An index folder holds generations, each a folder of its own that is never changed, and a file that names the one that
// counts. Who builds a new one puts it beside the old one and then changes that name, in one step: whatever happens in
// between, the folder holds the old index or the new one, whole.
const (
	currentFile      = "TERKINI"     // holds the name of the generation that counts
	generationPrefix = "indeks-"     // begins the name of each
	manifestFile     = "indeks.json" // a [Manifest]
	segmentFile      = "pasal.idx"
	coreFile         = "inti.zip"     // the files of the core, as in their folder
	shelfFile        = "impor.zip"    // the Markdown of the imported works, by id
	catalogFile      = "katalog.json" // their entries
	sourcesFile      = "sumber.json"  // the files that were read, for the next build
)

// FormatVersion is the version of the index folder. A folder of another version is built anew.
const FormatVersion = 2

// Manifest says what an index was made from.
type Manifest struct {
	Format   int              `json:"format"`
	Reading  string           `json:"reading"`  // tells the program's way of reading texts from others; another program reads all anew
	Day      corpus.Date      `json:"day"`      // which wording of each article of the core is searched
	Corpus   string           `json:"corpus"`   // SHA-256 of all files that were read, with their names
	Core     int              `json:"core"`     // works of the core
	Imported int              `json:"imported"` // imported works
	Docs     int              `json:"docs"`     // documents: articles, cards, decisions, topics
	Sizes    map[string]int64 `json:"sizes"`    // bytes of the other files
}

// Store is an index folder that is open: the texts, what is known of the imported works, and the segment that is searched.
// It is the [corpus.Shelf] of its library. It is safe for concurrent use.
type Store struct {
	Manifest
	dir     string // of the generation
	core    *zip.ReadCloser
	shelf   *zip.ReadCloser
	files   map[string]*zip.File // of shelf, by id
	entries []corpus.Entry
	mapped  []byte
	unmap   func() error
	segment *segment
}

// ErrNoIndex says that a folder holds no index.
var ErrNoIndex = errors.New("tidak memuat indeks; buat dengan \"suluh index\"")

// Open opens the index in a folder. The error is [ErrNoIndex] where there is none, and says what is wrong with one that is
// damaged or of another version.
func Open(dir string) (*Store, error) {
	name, err := os.ReadFile(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("folder %q %w", dir, ErrNoIndex)
	} else if err != nil {
		return nil, fmt.Errorf("indeks %q: %w", dir, err)
	}
	generation := strings.TrimSpace(string(name))
	if !strings.HasPrefix(generation, generationPrefix) || !filepath.IsLocal(generation) || strings.ContainsAny(generation, `/\`) {
		return nil, fmt.Errorf("indeks %q: berkas %s rusak; buat ulang dengan \"suluh index\"", dir, currentFile)
	}
	s, err := openGeneration(filepath.Join(dir, generation))
	if err != nil {
		return nil, fmt.Errorf("indeks %q: %w; buat ulang dengan \"suluh index\"", dir, err)
	}
	return s, nil
}

func openGeneration(dir string) (*Store, error) {
	s := &Store{dir: dir}
	if err := s.open(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) open() error {
	if err := s.readJSON(manifestFile, &s.Manifest); err != nil {
		return err
	}
	if s.Format != FormatVersion {
		return fmt.Errorf("dibuat dalam format %d, program ini membaca format %d", s.Format, FormatVersion)
	}
	for name, size := range s.Sizes {
		if info, err := os.Stat(filepath.Join(s.dir, name)); err != nil {
			return err
		} else if info.Size() != size {
			return fmt.Errorf("berkas %s %d bita, seharusnya %d", name, info.Size(), size)
		}
	}
	catalog := make(chan error, 1) // the largest file to read, so it is read beside the others
	go func() { catalog <- s.readJSON(catalogFile, &s.entries) }()
	return errors.Join(s.openFiles(), <-catalog)
}

func (s *Store) openFiles() error {
	var err error
	if s.core, err = zip.OpenReader(filepath.Join(s.dir, coreFile)); err != nil {
		return err
	}
	if s.shelf, err = zip.OpenReader(filepath.Join(s.dir, shelfFile)); err != nil {
		return err
	}
	s.files = make(map[string]*zip.File, len(s.shelf.File))
	for _, f := range s.shelf.File {
		s.files[strings.TrimSuffix(f.Name, ".md")] = f
	}
	return s.mapSegment()
}

// mapFile maps a file into memory: what is touched is read, and the system may drop it again.
func mapFile(path string) (data []byte, unmap func() error, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	m, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, m.Unmap, nil
}

func (s *Store) mapSegment() error {
	var err error
	if s.mapped, s.unmap, err = mapFile(filepath.Join(s.dir, segmentFile)); err != nil {
		return err
	}
	if s.segment, err = openSegment(s.mapped); err != nil {
		return fmt.Errorf("%s: %w", segmentFile, err)
	}
	return nil
}

func (s *Store) readJSON(name string, v any) error {
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Core returns the files of the core, for [corpus.Load].
func (s *Store) Core() fs.FS { return s.core }

// Entries implements [corpus.Shelf].
func (s *Store) Entries() []corpus.Entry { return s.entries }

// Source implements [corpus.Shelf].
func (s *Store) Source(id string) ([]byte, error) {
	f := s.files[id]
	if f == nil {
		return nil, fmt.Errorf("peraturan %q tidak ada dalam indeks", id)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Engine searches the index. The library is that of the index: [Store.Core] with the store as its shelf.
func (s *Store) Engine(l *corpus.Library, o Options) Engine { return newDisk(s.segment, l, o) }

// Close frees the files. Nothing may use the store, its library or its engine any more. Closing it again does nothing.
func (s *Store) Close() error {
	var errs []error
	for _, z := range []*zip.ReadCloser{s.core, s.shelf} {
		if z != nil {
			errs = append(errs, z.Close())
		}
	}
	if s.unmap != nil {
		errs = append(errs, s.unmap())
	}
	s.core, s.shelf, s.unmap = nil, nil, nil
	return errors.Join(errs...)
}
