package site_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// TestRequests runs the scripts of testdata/requests. A script is a list of requests, each with what its answer must be:
//
//	# a comment
//	GET /uu/2007/21            the request; ${a*5000} stands for five thousand a
//	status 200
//	header Content-Type text/html; charset=utf-8    the header is exactly this; nothing after the name: it is not there
//	to /uu/2007/21/pasal/2     the answer redirects there
//	has words                  the body has the words, which are written as in the body
//	lacks words                the body has not
//
// What every answer must be, whatever its request, is checked as well; see checkAnswer.
func TestRequests(t *testing.T) {
	files, err := filepath.Glob("testdata/requests/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	h := newTestSite(t).site
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			script, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			runScript(t, h, file, string(script))
		})
	}
}

// answered is an answer that is being checked.
type answered struct {
	*httptest.ResponseRecorder
	request     string
	line        int
	checks      int
	statusAsked bool
}

func runScript(t *testing.T, h http.Handler, file, script string) {
	t.Helper()
	var a *answered
	done := func() {
		if a != nil && (a.checks == 0 || !a.statusAsked) {
			t.Errorf("%s:%d: %s: no status is asked for", file, a.line, a.request)
		}
	}
	n := 0
	for line := range strings.Lines(script) {
		n++
		line = strings.TrimRight(line, "\n")
		verb, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case verb == strings.ToUpper(verb):
			done()
			address := expand(rest)
			a = &answered{ResponseRecorder: fetch(h, verb, address), request: shorten(verb + " " + address), line: n}
			if problem := checkAnswer(a.ResponseRecorder); problem != "" {
				t.Errorf("%s:%d: %s: %s", file, n, a.request, problem)
			}
		case a == nil:
			t.Fatalf("%s:%d: a check before the first request", file, n)
		default:
			problem, known := a.check(verb, rest)
			if !known {
				t.Fatalf("%s:%d: unknown check %q", file, n, verb)
			}
			if problem != "" {
				t.Errorf("%s:%d: %s: %s", file, n, a.request, problem)
			}
		}
	}
	done()
}

var repeated = regexp.MustCompile(`\$\{([^*}]+)\*([0-9]+)\}`)

func expand(address string) string {
	return repeated.ReplaceAllStringFunc(address, func(s string) string {
		m := repeated.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		return strings.Repeat(m[1], n)
	})
}

func shorten(s string) string {
	if len(s) > 120 {
		return s[:120] + "…"
	}
	return s
}

// check does one check and says what is wrong; known is false for a word that is no check.
func (a *answered) check(verb, rest string) (problem string, known bool) {
	a.checks++
	switch verb {
	case "status":
		a.statusAsked = true
		if got := strconv.Itoa(a.Code); got != rest {
			return fmt.Sprintf("status %s, want %s", got, rest), true
		}
	case "header":
		name, want, _ := strings.Cut(rest, " ")
		if got := a.Header().Get(name); got != want {
			return fmt.Sprintf("%s is %q, want %q", name, got, want), true
		}
	case "to":
		if got := a.Header().Get("Location"); got != rest || a.Code/100 != 3 {
			return fmt.Sprintf("status %d to %q, want a redirect to %q", a.Code, got, rest), true
		}
	case "has":
		if !strings.Contains(a.Body.String(), rest) {
			return fmt.Sprintf("no %q in the body", rest), true
		}
	case "lacks":
		if strings.Contains(a.Body.String(), rest) {
			return fmt.Sprintf("%q in the body", rest), true
		}
	default:
		return "", false
	}
	return "", true
}

// checkAnswer says what is wrong with an answer, whatever was asked: no answer is a failure of ours, every one carries
// the security headers and names its content type, and nothing from the address stands in it as markup.
func checkAnswer(r *httptest.ResponseRecorder) string {
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
		if got := r.Header().Get(name); got != want {
			return fmt.Sprintf("%s is %q, want %q", name, got, want)
		}
	}
	csp := r.Header().Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(csp, want) {
			return fmt.Sprintf("Content-Security-Policy %q lacks %s", csp, want)
		}
	}
	body := r.Body.String()
	switch {
	case strings.Contains(csp, "unsafe") || strings.Contains(csp, "*"):
		return "Content-Security-Policy is open: " + csp
	case r.Code >= 500:
		return fmt.Sprintf("status %d", r.Code)
	case r.Header().Get("Content-Type") == "" && len(body) > 0:
		return "no content type"
	case strings.Contains(strings.ToLower(body), "<script>") || strings.Contains(body, "<img src=x"):
		return "markup of the address stands in the body"
	case strings.ContainsAny(r.Header().Get("Location"), "\r\n\x00<>\" "):
		return fmt.Sprintf("redirect to %q", r.Header().Get("Location"))
	case strings.HasPrefix(r.Header().Get("Location"), "//") || strings.Contains(r.Header().Get("Location"), "://"):
		return fmt.Sprintf("redirect to another host: %q", r.Header().Get("Location"))
	case strings.ContainsRune(body, 0):
		return "NUL in the body"
	case strings.ToValidUTF8(body, "") != body:
		return "the body is not UTF-8"
	case strings.Contains(body, "goroutine ") || strings.Contains(body, ".go:"):
		return "the body shows internals"
	}
	return ""
}

// TestHead asks a real server: HEAD answers as GET does, with the same headers and no body.
func TestHead(t *testing.T) {
	server := httptest.NewServer(newTestSite(t).site)
	defer server.Close()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	ask := func(method, address string) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), method, server.URL+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		return res
	}
	for _, address := range []string{"/", "/uu/2007/21/pasal/2", "/cari?q=restitusi", "/api/cari?q=restitusi", "/static/suluh.css", "/healthz",
		"/uu/2007/21/pasal/999", "/uu/2014/35/pasal/83"} {
		get, head := ask(http.MethodGet, address), ask(http.MethodHead, address)
		if get.StatusCode != head.StatusCode {
			t.Errorf("%s: HEAD %d, GET %d", address, head.StatusCode, get.StatusCode)
		}
		for _, name := range []string{"Content-Type", "Content-Security-Policy", "Location", "Cache-Control"} {
			if g, h := get.Header.Get(name), head.Header.Get(name); g != h {
				t.Errorf("%s: HEAD has %s %q, GET %q", address, name, h, g)
			}
		}
	}
}

// TestStaticFiles checks that browsers keep a file for ever under the address that the pages use, and under no other.
func TestStaticFiles(t *testing.T) {
	h := newTestSite(t).site
	var addresses []string
	fetchPage(t, h, "/", http.StatusOK).Find("link[rel=stylesheet], link[rel=icon], script, img").Each(func(_ int, s *goquery.Selection) {
		addresses = append(addresses, s.AttrOr("href", s.AttrOr("src", "")))
	})
	types := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	seen := map[string]bool{}
	for _, address := range addresses {
		path, query, _ := strings.Cut(address, "?")
		seen[filepath.Ext(path)] = true
		for _, tt := range []struct {
			query     string
			immutable bool
		}{{"?" + query, true}, {"", false}, {"?v=", false}, {"?v=00000000", false}, {"?" + query + "0", false}, {"?x=1", false}} {
			w := fetch(h, http.MethodGet, path+tt.query)
			if got := w.Header().Get("Cache-Control"); w.Code != http.StatusOK || strings.Contains(got, "immutable") != tt.immutable {
				t.Errorf("GET %s%s: status %d, Cache-Control %q, want immutable %v", path, tt.query, w.Code, got, tt.immutable)
			}
			if got := w.Header().Get("Content-Type"); got != types[filepath.Ext(path)] {
				t.Errorf("GET %s: Content-Type %q, want %q", path, got, types[filepath.Ext(path)])
			}
			if problem := checkAnswer(w); problem != "" {
				t.Errorf("GET %s%s: %s", path, tt.query, problem)
			}
		}
	}
	if len(seen) != len(types) {
		t.Errorf("the page uses files of the types %v, want all of %v", seen, types)
	}
}
