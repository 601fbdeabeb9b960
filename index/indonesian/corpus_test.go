package indonesian_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// corpusDir holds the texts of the knowledge base.
const corpusDir = "../../corpus/texts"

// corpusText returns all the Markdown of the corpus, or nil as long as there is none.
func corpusText(tb testing.TB) []byte {
	tb.Helper()
	var text bytes.Buffer
	fsys := os.DirFS(corpusDir)
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		text.Write(data)
		text.WriteByte('\n')
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		tb.Fatal(err)
	}
	return text.Bytes()
}

// sample returns text for a benchmark: the corpus, or else the word lists of the tests over and over.
func sample(tb testing.TB) []byte {
	tb.Helper()
	if text := corpusText(tb); len(text) > 0 {
		return text
	}
	return bytes.Repeat([]byte(sentence+merges+apart), 50)
}
