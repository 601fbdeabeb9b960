package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"go.abhg.dev/goldmark/frontmatter"
)

// rawYAML is the front-matter format of the corpus. It hands the YAML over undecoded, so that our own decoding can
// give line numbers that are true in the file.
var rawYAML = frontmatter.Format{Name: "YAML", Delim: '-', Unmarshal: func(b []byte, dst any) error {
	*dst.(*[]byte) = b
	return nil
}}

// decodeFrontMatter decodes the front matter that the parser of Markdown left in ctx into dst, strictly. It goes on
// after an unknown key or a bad value, so that all mistakes are reported in one run. It returns false if nothing could
// be read.
func decodeFrontMatter(file string, source []byte, ctx parser.Context, dst any) (Problems, bool) {
	bad := func(line int, format string, args ...any) (Problems, bool) {
		return Problems{{file, line, fmt.Sprintf(format, args...)}}, false
	}
	data := frontmatter.Get(ctx)
	if data == nil || !bytes.HasPrefix(source, []byte("---")) {
		return bad(1, "berkas tidak dimulai dengan front matter; baris pertama harus \"---\"")
	}
	var raw []byte
	if err := data.Decode(&raw); err != nil {
		return bad(1, "front matter tidak terbaca: %v", err)
	}
	first := bytes.IndexByte(source, '\n') + 1
	if len(source)-first <= len(raw) {
		return bad(1, "front matter tidak ditutup; tambahkan baris \"---\" sesudah kunci terakhir")
	}
	return decodeStrict(file, 1, raw, dst)
}

// ReadFrontMatter decodes the front matter of a Markdown file into dst, which is strict about keys, and returns the text
// after it. It serves the data of other packages; works and guides are read by [Load].
func ReadFrontMatter(file string, source []byte, dst any) (body string, problems Problems) {
	ctx := parser.NewContext()
	head := source
	if end := bytes.Index(source, []byte("\n---\n")); end >= 0 {
		head = source[:end+len("\n---\n")] // what comes after need not be parsed
	}
	guideMarkdown.Parser().Parse(text.NewReader(head), parser.WithContext(ctx))
	problems, _ = decodeFrontMatter(file, source, ctx, dst)
	_, rest, _ := strings.Cut(string(source), "\n---\n")
	return rest, problems
}

// DecodeYAML decodes a YAML file into dst, which is strict about keys.
func DecodeYAML(file string, source []byte, dst any) Problems {
	problems, _ := decodeStrict(file, 0, source, dst)
	return problems
}

// decodeStrict decodes YAML that begins after line offset of the file. A mistake is reported, its lines are blanked
// (which keeps the numbers of the others true), and decoding starts again.
func decodeStrict(file string, offset int, raw []byte, dst any) (ps Problems, ok bool) {
	lines := strings.Split(string(raw), "\n")
	for range len(lines) + 1 {
		err := decodeYAML([]byte(strings.Join(lines, "\n")), dst)
		if err == nil {
			return ps, true
		}
		var ye yaml.Error
		if !errors.As(err, &ye) || ye.GetToken() == nil {
			return append(ps, Problem{file, offset, yamlMessage(err)}), false
		}
		line := ye.GetToken().Position.Line
		ps = append(ps, Problem{file, offset + line, yamlMessage(err)})
		if _, isSyntax := ye.(*yaml.SyntaxError); isSyntax && !doubledKey.MatchString(ye.GetMessage()) || !blankEntry(lines, line-1) {
			return ps, false
		}
	}
	return ps, false
}

// decodeYAML decodes YAML and refuses unknown keys. The library panics on some YAML, such as a list with a tag and no items.
func decodeYAML(raw []byte, dst any) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("YAML tidak terbaca")
		}
	}()
	return yaml.UnmarshalWithOptions(raw, dst, yaml.DisallowUnknownField())
}

// doubledKey is the decoder's message for a key written twice, which it calls a mistake in syntax.
var doubledKey = regexp.MustCompile(`^mapping key ".*" already defined`)

// badValue is the mistake of a value that is good YAML but means nothing.
type badValue struct{ *yaml.SyntaxError }

// UnmarshalYAML reads YYYY-MM-DD from front matter. Its errors know their place, as those of UnmarshalText cannot.
func (d *Date) UnmarshalYAML(n ast.Node) error {
	if n.Type() == ast.NullType {
		return nil
	}
	if err := d.UnmarshalText([]byte(n.GetToken().Value)); err != nil {
		return badValue{&yaml.SyntaxError{Message: err.Error(), Token: n.GetToken()}}
	}
	return nil
}

// blankEntry empties the line i and the more deeply indented lines after it; false if it was empty already.
func blankEntry(lines []string, i int) bool {
	if i < 0 || i >= len(lines) || lines[i] == "" {
		return false
	}
	indent := leadingSpaces(lines[i])
	lines[i] = ""
	for j := i + 1; j < len(lines) && (lines[j] == "" || leadingSpaces(lines[j]) > indent); j++ {
		lines[j] = ""
	}
	return true
}

func leadingSpaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// yamlMessage puts the decoder's message into the words of the corpus.
func yamlMessage(err error) string {
	var unknown *yaml.UnknownFieldError
	var mismatch *yaml.TypeError
	var ye yaml.Error
	switch {
	case errors.As(err, &unknown):
		return fmt.Sprintf("kunci front matter %q tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta", unknown.Token.Value)
	case errors.As(err, &mismatch):
		return fmt.Sprintf("nilai front matter %q salah bentuk (perlu %s)", mismatch.Token.Value, mismatch.DstType)
	case errors.As(err, &ye) && doubledKey.MatchString(ye.GetMessage()):
		return fmt.Sprintf("kunci front matter %q ditulis dua kali", ye.GetToken().Value)
	case errors.As(err, &ye):
		return "front matter: " + ye.GetMessage()
	}
	return "front matter: " + err.Error()
}
