package site

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"suluh/corpus"
)

// webManifest lets a browser install the copy from an HTTPS host. Its addresses are relative, so it holds anywhere.
type webManifest struct {
	Name            string    `json:"name"`
	ShortName       string    `json:"short_name"`
	Description     string    `json:"description"`
	Lang            string    `json:"lang"`
	StartURL        string    `json:"start_url"`
	Scope           string    `json:"scope"`
	Display         string    `json:"display"`
	BackgroundColor string    `json:"background_color"`
	ThemeColor      string    `json:"theme_color"`
	Icons           []webIcon `json:"icons"`
}

type webIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}

// writeWeb writes what only a web host needs: for installing, and with a base URL also for search engines and for
// addresses that do not exist.
func (e *export) writeWeb(context.Context) error {
	b, err := json.MarshalIndent(webManifest{
		Name: "Suluh: hukum tentang perdagangan orang", ShortName: "Suluh", Description: "Keadaan per " + e.site.today().Long(),
		Lang: "id", StartURL: "index.html", Scope: "./", Display: "minimal-ui", BackgroundColor: "#ffffff", ThemeColor: "#ffffff",
		Icons: []webIcon{{"static/suluh.svg", "any", "image/svg+xml"}},
	}, "", " ")
	if err != nil {
		return err
	}
	if err := e.write("suluh.webmanifest", b); err != nil || e.base == "" {
		return err
	}
	if err := e.writeSitemap(); err != nil {
		return err
	}
	page, err := e.missingPage("Halaman tidak ditemukan", "Alamat ini tidak ada di Suluh.")
	if err != nil {
		return err
	}
	// A host shows this page at any address, so its links cannot be relative.
	page, err = rewriteLinks(page, func(_, to string) (string, error) {
		if strings.HasPrefix(to, "#") {
			return to, nil
		}
		return e.base + to, nil
	})
	if err != nil {
		return err
	}
	return e.write("404.html", page)
}

// baseURL checks the address of a copy on the web and ends it with a slash; "" stays "".
func baseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("alamat web %q tidak dapat dipakai; tulis seperti https://contoh.go.id/suluh/", s)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}

// addCanonical tells search engines the address of a page. All states of a page have that of the present one, since
// whoever searches wants the law as it is.
func (e *export) addCanonical(page []byte, address string) []byte {
	if e.base == "" {
		return page
	}
	link := fmt.Sprintf("<link rel=\"canonical\" href=\"%s\">\n</head>", template.HTMLEscapeString(e.webAddress(address)))
	return bytes.Replace(page, []byte("</head>"), []byte(link), 1)
}

// webAddress returns where a page is on the web.
func (e *export) webAddress(address string) string {
	if address == "/" {
		return e.base
	}
	return e.base + fileOf(address, corpus.Date{})
}

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

// maxSitemap is how many addresses a sitemap may have.
const maxSitemap = 50_000

// writeSitemap lists the pages for search engines, in files of at most maxSitemap addresses.
func (e *export) writeSitemap() error {
	var urls []sitemapURL
	for _, p := range e.pages {
		urls = append(urls, sitemapURL{e.webAddress(p.address)})
	}
	slices.SortFunc(urls, func(a, b sitemapURL) int { return strings.Compare(a.Loc, b.Loc) })
	robots := "User-agent: *\nAllow: /\n"
	n := 0
	for part := range slices.Chunk(urls, maxSitemap) {
		b, err := xml.MarshalIndent(sitemap{URLs: part}, "", " ")
		if err != nil {
			return err
		}
		name := "sitemap.xml"
		if n++; n > 1 {
			name = fmt.Sprintf("sitemap-%d.xml", n)
		}
		if err := e.write(name, append([]byte(xml.Header), append(b, '\n')...)); err != nil {
			return err
		}
		robots += "Sitemap: " + e.base + name + "\n"
	}
	return e.write("robots.txt", []byte(robots))
}

// writeMissing writes the page to which links lead that the export leaves out.
func (e *export) writeMissing(context.Context) error {
	message := "Halaman ini tidak ada dalam salinan."
	if len(e.options.Only) > 0 {
		message = "Salinan ini hanya memuat sebagian koleksi: " + strings.Join(e.options.Only, ", ") + "."
	}
	page, err := e.missingPage("Tidak ada dalam salinan ini", message)
	if err != nil {
		return err
	}
	return e.write(missingFile, page)
}

// missingPage makes an error page for a file at the root.
func (e *export) missingPage(heading, message string) ([]byte, error) {
	page := e.site.newErrorPage(&pageError{http.StatusNotFound, heading, message})
	page.HideDay = true
	b, err := e.site.render("error", page)
	if err != nil {
		return nil, err
	}
	from := exportFile{page: &exportPage{address: "/tidak-ada"}, name: missingFile}
	return rewriteLinks(b, func(attribute, href string) (string, error) {
		to, _, _, err := e.link(from, attribute, href)
		return to, err
	})
}
