package site

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed static
var staticFiles embed.FS

// assets are the style, script and pictures of the pages. The address of each carries a hash of its bytes, so that
// browsers may keep it for ever.
type assets struct {
	files map[string][]byte
	hash  map[string]string
}

func loadAssets() (*assets, error) {
	a := &assets{files: map[string][]byte{}, hash: map[string]string{}}
	entries, err := fs.ReadDir(staticFiles, "static")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		b, err := fs.ReadFile(staticFiles, "static/"+e.Name())
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(b)
		a.files[e.Name()] = b
		a.hash[e.Name()] = hex.EncodeToString(sum[:4])
	}
	return a, nil
}

// address returns where a file is served. A name that does not exist fails the page that asks for it.
func (a *assets) address(name string) (string, error) {
	hash, ok := a.hash[name]
	if !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return staticPrefix + name + "?v=" + hash, nil
}

func (a *assets) serve(w http.ResponseWriter, r *http.Request) error {
	name := path.Base(r.URL.Path)
	b, ok := a.files[name]
	if !ok {
		return errNotFound
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if r.URL.Query().Get("v") == a.hash[name] {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, err := w.Write(b)
	return err
}

// isCurrent reports whether an address is that of a file in its present bytes.
func (a *assets) isCurrent(address, query string) bool {
	hash := a.hash[strings.TrimPrefix(address, staticPrefix)]
	version, ok := strings.CutPrefix(query, "v=")
	return ok && hash != "" && version == hash
}
