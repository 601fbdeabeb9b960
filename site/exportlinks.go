package site

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"

	"suluh/corpus"
)

// rewriteLinks copies a page and puts what link returns in the place of every link. All else stays byte for byte.
func rewriteLinks(page []byte, link func(attribute, value string) (string, error)) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(page) + len(page)/8)
	at := 0
	for name, value := range attributes(page) {
		if !isLink(name) {
			continue
		}
		to, err := link(string(name), html.UnescapeString(string(page[value.Start:value.End])))
		if err != nil {
			return nil, err
		}
		out.Write(page[at:value.Start])
		out.WriteString(template.HTMLEscapeString(to))
		at = value.End
	}
	out.Write(page[at:])
	return out.Bytes(), nil
}

// isLink reports whether an attribute leads from a page to another file.
func isLink(name []byte) bool {
	return string(name) == "href" || string(name) == "src" || string(name) == "action"
}

// attributes yields the attributes of the tags of a page, each with the place of its value. The pages are ours: values
// stand in double quotes, and no text or value holds "<" or the quote, for the templates escape them.
func attributes(page []byte) iter.Seq2[[]byte, corpus.Span] {
	return func(yield func([]byte, corpus.Span) bool) {
		for i := 0; i < len(page); {
			next := bytes.IndexByte(page[i:], '<')
			if next < 0 {
				return
			}
			i += next + 1
			for i < len(page) && page[i] != '>' {
				if page[i] != '"' {
					i++
					continue
				}
				start := i + 1
				length := bytes.IndexByte(page[start:], '"')
				if length < 0 {
					return
				}
				i = start + length + 1
				if page[start-2] != '=' {
					continue // a quote of a document type
				}
				name := page[:start-2]
				name = name[bytes.LastIndexAny(name, " \n\t")+1:]
				if !yield(name, corpus.Span{Start: start, End: start + length}) {
					return
				}
			}
		}
	}
}

// pageFacts are what the export must know of a page.
type pageFacts struct {
	links []string // as written, each once
	ids   map[string]bool
}

// readPageFacts reads a page for its links and anchors.
func readPageFacts(page []byte) pageFacts {
	f := pageFacts{ids: map[string]bool{}}
	seen := map[string]bool{}
	for name, value := range attributes(page) {
		raw := page[value.Start:value.End]
		switch {
		case string(name) == "id":
			f.ids[html.UnescapeString(string(raw))] = true
		case isLink(name) && !seen[string(raw)]:
			seen[string(raw)] = true
			f.links = append(f.links, html.UnescapeString(string(raw)))
		}
	}
	return f
}

// fileOf returns the file of a page: "/uu/2007/21" is in uu/2007/21.html. A page of another day than the present has
// the first day of its state in the name: uu/2007/21@2007-04-19.html.
func fileOf(address string, state corpus.Date) string {
	name, ext := strings.Trim(address, "/"), ".html"
	if isDownload(address) {
		ext = path.Ext(address)
		name = strings.TrimSuffix(name, ext)
	}
	if name == "" {
		name = "index"
	}
	if !state.IsZero() {
		name += "@" + state.String()
	}
	return name + ext
}

// isDownload reports whether an address is a file to be taken away and no page.
func isDownload(address string) bool {
	return slices.Contains([]string{".md", ".docx", ".pptx"}, path.Ext(address))
}

// relative returns the way from one file of the export to another.
func relative(from, to string) string {
	ups := strings.Count(from, "/")
	dir := path.Dir(from)
	for dir != "." && !strings.HasPrefix(to, dir+"/") {
		dir = path.Dir(dir)
	}
	if dir != "." {
		ups -= strings.Count(dir, "/") + 1
		to = strings.TrimPrefix(to, dir+"/")
	}
	return strings.Repeat("../", ups) + to
}

// exportFile is a page in the file that it gets.
type exportFile struct {
	page  *exportPage
	state corpus.Date // first day of the state; zero for the page that names no day
	name  string
}

// missingFile is where links to pages lead that an export leaves out.
const missingFile = "tidak-ada.html"

// shellScript is what the export's pages load in the place of the server's script.
const shellScript = "luring.js"

// link turns a link of a page of the server into one of the export. It tells the fragment it wants in which file. A link
// to a page that the export does not have leads to missingFile; the fragment is then the address, if the server does not
// have the page either.
func (e *export) link(from exportFile, attribute, href string) (to, file, fragment string, err error) {
	if strings.HasPrefix(href, "#") {
		return href, from.name, unescaped(href[1:]), nil
	}
	u, err := url.Parse(href)
	switch {
	case err != nil:
		return "", "", "", fmt.Errorf("link %q: %w", href, err)
	case u.Host == "" && strings.HasPrefix(u.Path, "/static/"):
		return e.assetLink(from, u), "", "", nil
	case u.Scheme != "" || u.Host != "":
		if attribute == "href" && (u.Scheme == "https" || u.Scheme == "http") {
			return href, "", "", nil // a visitor may follow it; no page asks for it by itself
		}
		return "", "", "", fmt.Errorf("%s %q leads out of the export", attribute, href)
	case u.Path == "":
		u.Path = from.page.address
		if href == "" {
			return "", "", "", fmt.Errorf("empty %s", attribute)
		}
	case !strings.HasPrefix(u.Path, "/"):
		return "", "", "", fmt.Errorf("%s %q does not begin with /", attribute, href)
	}
	address, fragment := e.placeOf(u)
	target := e.pages[address]
	if target == nil {
		broken := ""
		if !e.left(address) {
			broken = address
		}
		return relative(from.name, missingFile) + "?" + url.Values{"alamat": {address}}.Encode(), missingFile, broken, nil
	}
	state, err := e.stateAsked(from, target, attribute, u.Query())
	if err != nil {
		return "", "", "", fmt.Errorf("%s %q: %w", attribute, href, err)
	}
	file = fileOf(target.address, state)
	to = relative(from.name, file)
	if u.RawQuery != "" {
		to += "?" + u.RawQuery
	}
	if fragment != "" {
		to += "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
	}
	return to, file, fragment, nil
}

// stateAsked returns the state of a page that a link asks for, zero for the present one. A form of a page of another
// day keeps that day.
func (e *export) stateAsked(from exportFile, target *exportPage, attribute string, query url.Values) (corpus.Date, error) {
	asked := query.Get("tanggal")
	switch {
	case len(target.states) == 0:
		return corpus.Date{}, nil
	case asked == "" && attribute == "action":
		return target.stateOn(from.state), nil
	case asked == "":
		return corpus.Date{}, nil
	}
	day, err := corpus.ParseDate(asked)
	if err != nil {
		return corpus.Date{}, err
	}
	return target.stateOn(day), nil
}

// stateOn returns the first day of the state in which a page is on a day.
func (p *exportPage) stateOn(day corpus.Date) corpus.Date {
	var state corpus.Date
	if day.IsZero() {
		return state
	}
	for _, s := range p.states {
		if state.IsZero() || !day.Before(s) {
			state = s
		}
	}
	return state
}

// assetLink leads to a file of static. The shell carries the day of the copy, so that even a page that a browser kept
// knows how old it is.
func (e *export) assetLink(from exportFile, u *url.URL) string {
	if path.Base(u.Path) != "suluh.js" {
		return relative(from.name, u.Path[1:]) + "?" + u.RawQuery
	}
	return relative(from.name, "static/"+shellScript) + "?" + e.shellQuery
}

func unescaped(fragment string) string {
	if s, err := url.PathUnescape(fragment); err == nil {
		return s
	}
	return fragment
}
