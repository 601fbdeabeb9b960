package site_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"suluh/site"
)

// benchedPages are the pages that the benchmarks ask for.
var benchedPages = []struct{ name, address string }{
	{"article", "/uu/2007/21/pasal/2"},
	{"search", "/cari?q=restitusi+korban"},
}

// rounds is how often two programs take turns; what is told is the median.
const rounds = 5

func median(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	return values[len(values)/2]
}

// needPrograms skips a benchmark that compares with programs that are not installed.
func needPrograms(b *testing.B, names ...string) {
	b.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			b.Skipf("%s is not installed: apt-get install nginx-light wrk hugo", name)
		}
	}
}

// BenchmarkServe asks the program itself and nginx for the same bytes, in turns, over 16 connections that stay open.
// "of-nginx" is the median of the rounds' ratios of pages per second. The load comes from wrk, which shares the
// processors with the server.
func BenchmarkServe(b *testing.B) {
	needPrograms(b, "nginx", "wrk", "go")
	ours := startSuluh(b)
	for _, page := range benchedPages {
		for _, encoding := range []string{"", "gzip"} {
			name := page.name
			if encoding != "" {
				name += "-" + encoding
			}
			b.Run(name, func(b *testing.B) {
				body := fetchBytes(b, ours+page.address, encoding)
				theirs := startNginx(b, body, encoding)
				for b.Loop() {
					var us, them, ratios []float64
					for range rounds {
						u, t := loadWith(b, ours+page.address, encoding), loadWith(b, theirs, encoding)
						us, them, ratios = append(us, u), append(them, t), append(ratios, u/t)
					}
					b.ReportMetric(median(us), "pages/s")
					b.ReportMetric(median(them), "nginx-pages/s")
					b.ReportMetric(median(ratios), "of-nginx")
					b.ReportMetric(float64(len(body)), "bytes/page")
				}
				b.ReportMetric(0, "ns/op") // of five rounds: nothing to know
			})
		}
	}
}

// startSuluh builds the program and lets it serve the embedded collection. It returns the address.
func startSuluh(b *testing.B) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "suluh")
	if out, err := exec.Command("go", "build", "-o", program, "../cmd/suluh").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	c := exec.CommandContext(b.Context(), program, "serve", "--listen", "127.0.0.1:0")
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		c.Process.Signal(os.Interrupt)
		c.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://[0-9.:]+`).FindString(line)
	if err != nil || address == "" {
		b.Fatalf("the program says %q: %v", line, err)
	}
	return address
}

// fetchBytes returns the body of a page as it comes over the line.
func fetchBytes(b *testing.B, address, encoding string) []byte {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, address, nil)
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", encoding) // also keeps the client from asking by itself
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer w.Body.Close()
	var body strings.Builder
	if _, err := bufio.NewReader(w.Body).WriteTo(&body); err != nil {
		b.Fatal(err)
	}
	if w.StatusCode != http.StatusOK || w.Header.Get("Content-Encoding") != encoding {
		b.Fatalf("%s: status %d, encoding %q", address, w.StatusCode, w.Header.Get("Content-Encoding"))
	}
	return []byte(body.String())
}

// nginxConfig is what a careful administrator would write for one file, without a log.
const nginxConfig = `user root;
worker_processes auto;
daemon off;
pid %[1]s/nginx.pid;
error_log %[1]s/error.log;
events { worker_connections 512; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 1000000000;
	open_file_cache max=10;
	client_body_temp_path %[1]s/body;
	proxy_temp_path %[1]s/proxy;
	fastcgi_temp_path %[1]s/fastcgi;
	uwsgi_temp_path %[1]s/uwsgi;
	scgi_temp_path %[1]s/scgi;
	types { }
	default_type "text/html; charset=utf-8";
	server {
		listen %[2]s;
		root %[1]s/pages;
		location / { %[3]s }
	}
}
`

// startNginx lets nginx serve a page from a file. It returns its address.
func startNginx(b *testing.B, page []byte, encoding string) string {
	b.Helper()
	dir := b.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "pages"), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "pages", "page"), page, 0o644); err != nil {
		b.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	header := ""
	if encoding != "" {
		header = "add_header Content-Encoding " + encoding + ";"
	}
	config := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, nginxConfig, dir, address, header), 0o644); err != nil {
		b.Fatal(err)
	}
	c := exec.CommandContext(b.Context(), "nginx", "-p", dir, "-c", config)
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		c.Process.Signal(os.Interrupt)
		c.Wait()
	})
	for range 100 {
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			got := fetchBytes(b, "http://"+address+"/page", encoding)
			if string(got) != string(page) {
				b.Fatalf("nginx serves %d bytes, want %d", len(got), len(page))
			}
			return "http://" + address + "/page"
		}
		time.Sleep(20 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "error.log"))
	b.Fatalf("nginx does not answer:\n%s", log)
	return ""
}

// loadWith asks for a page for a second and returns the pages per second.
func loadWith(b *testing.B, address, encoding string) float64 {
	b.Helper()
	out, err := exec.CommandContext(b.Context(), "wrk", "-t1", "-c16", "-d1s", "-H", "Accept-Encoding: "+encoding, address).CombinedOutput()
	m := regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`).FindSubmatch(out)
	if err != nil || m == nil || strings.Contains(string(out), "Non-2xx") {
		b.Fatalf("wrk: %v\n%s", err, out)
	}
	n, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// sink is a visitor who takes everything and keeps nothing.
type sink struct {
	header http.Header
	bytes  int
}

func (s *sink) Header() http.Header         { return s.header }
func (s *sink) WriteHeader(int)             {}
func (s *sink) Write(b []byte) (int, error) { s.bytes += len(b); return len(b), nil }

// BenchmarkHandler measures the site without a network: a page that is kept, the same page made anew, and the answer
// to a browser that has it.
func BenchmarkHandler(b *testing.B) {
	p := newTestSite(b)
	fresh, err := site.New(site.Config{Library: p.library, Search: p.engine, Rules: p.rules, Now: atTestNow, Kept: -1})
	if err != nil {
		b.Fatal(err)
	}
	for _, page := range append(benchedPages, []struct{ name, address string }{{"work", "/uu/2007/21"}, {"guide", guideAddress(scenario2016)}}...) {
		tag := fetchWith(p.site, http.MethodGet, page.address, "Accept-Encoding: gzip").Header().Get("ETag")
		for _, way := range []struct {
			name string
			site *site.Site
			tag  string
		}{{"kept", p.site, ""}, {"not-modified", p.site, tag}, {"made", fresh, ""}} {
			if tag == "" && way.name != "made" {
				continue // the guide's answers are never kept
			}
			b.Run(page.name+"/"+way.name, func(b *testing.B) {
				r := httptest.NewRequest(http.MethodGet, page.address, nil)
				r.Header.Set("Accept-Encoding", "gzip")
				if way.tag != "" {
					r.Header.Set("If-None-Match", way.tag)
				}
				s := &sink{header: http.Header{}}
				b.ReportAllocs()
				for b.Loop() {
					clear(s.header)
					way.site.ServeHTTP(s, r)
				}
				b.ReportMetric(float64(s.bytes)/float64(b.N), "bytes/page")
			})
		}
	}
}

// BenchmarkConnection counts what a page that is kept costs with the server of net/http around it, over one connection:
// its allocations are those of a request from the first byte to the last.
func BenchmarkConnection(b *testing.B) {
	server := httptest.NewServer(newTestSite(b).site)
	defer server.Close()
	for _, page := range benchedPages {
		b.Run(page.name, func(b *testing.B) {
			conn, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
			if err != nil {
				b.Fatal(err)
			}
			defer conn.Close()
			request := fmt.Appendf(nil, "GET %s HTTP/1.1\r\nHost: suluh\r\nAccept-Encoding: gzip\r\n\r\n", page.address)
			answers := bufio.NewReaderSize(conn, 1<<16)
			answer := make([]byte, readAnswer(b, conn, answers, request)) // all answers are as long as the first
			b.ReportAllocs()
			for b.Loop() {
				if _, err := conn.Write(request); err != nil {
					b.Fatal(err)
				}
				for rest := answer; len(rest) > 0; {
					n, err := answers.Read(rest)
					if err != nil {
						b.Fatal(err)
					}
					rest = rest[n:]
				}
			}
			if !strings.HasPrefix(string(answer), "HTTP/1.1 200 OK\r\n") {
				b.Fatalf("the last answer begins with %q", answer[:20])
			}
		})
	}
}

// readAnswer makes a request and returns how many bytes the answer has.
func readAnswer(b *testing.B, conn net.Conn, answers *bufio.Reader, request []byte) int {
	b.Helper()
	if _, err := conn.Write(request); err != nil {
		b.Fatal(err)
	}
	head, body := 0, 0
	for {
		line, err := answers.ReadString('\n')
		if err != nil {
			b.Fatal(err)
		}
		head += len(line)
		if length, ok := strings.CutPrefix(line, "Content-Length: "); ok {
			if body, err = strconv.Atoi(strings.TrimSpace(length)); err != nil {
				b.Fatal(err)
			}
		}
		if line == "\r\n" {
			break
		}
	}
	if _, err := answers.Discard(body); err != nil {
		b.Fatal(err)
	}
	return head + body
}
