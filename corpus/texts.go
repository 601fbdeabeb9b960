package corpus

import (
	"embed"
	"io/fs"
)

//go:embed texts
var embedded embed.FS

// Texts returns the corpus that is built into the program.
func Texts() fs.FS {
	sub, err := fs.Sub(embedded, "texts")
	if err != nil {
		panic(err) // the folder is named in the embed directive above
	}
	return sub
}
