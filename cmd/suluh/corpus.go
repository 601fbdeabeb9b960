package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"suluh/corpus"
)

// openCorpus returns the corpus in a folder, or the embedded one if dir is empty.
func openCorpus(dir string) (fs.FS, error) {
	if dir == "" {
		return corpus.Texts(), nil
	}
	info, err := os.Stat(dir)
	switch {
	case os.IsNotExist(err):
		return nil, fmt.Errorf("folder korpus %q tidak ada", dir)
	case err != nil:
		return nil, fmt.Errorf("folder korpus %q tidak dapat dibuka: %w", dir, err)
	case !info.IsDir():
		return nil, fmt.Errorf("%q bukan folder; beri folder yang berisi berkas .md", dir)
	}
	return os.DirFS(dir), nil
}

// loadCorpus loads a corpus that must be without problems: nothing wrong is served.
func loadCorpus(dir string) (*corpus.Library, error) {
	fsys, err := openCorpus(dir)
	if err != nil {
		return nil, err
	}
	l, problems := corpus.Load(fsys)
	if len(problems) > 0 {
		first := problems[0]
		first.File = path.Join(dir, first.File)
		check := strings.TrimSpace("suluh check " + dir)
		return nil, fmt.Errorf("korpus bermasalah di %d tempat, yang pertama:\n%s\nJalankan %q untuk daftar lengkapnya", len(problems), first, check)
	}
	return l, nil
}
