package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// asProgram makes the test binary behave as the program itself, for the tests that send signals to it.
const asProgram = "SULUH_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// result is what a run of the program left behind.
type result struct {
	status         int
	stdout, stderr string
}

func runSuluh(t *testing.T, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return result{status, stdout.String(), stderr.String()}
}

const goodText = `---
id: uu/2007/21
title: X
short: UU X
enacted: 2007-04-19
in_force: 2007-04-19
source: s
---

# Undang-Undang X

### Pasal 1

Bunyi.
`

// corpusFolder writes a corpus of one file and returns its folder and the path of the file.
func corpusFolder(t *testing.T, text string) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "uu", "21.md")
	if err := os.Mkdir(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

func TestHelp(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"no argument", nil, []string{"Pemakaian:", "Perintah:", "serve", "search", "check", "Pilihan:", "tampilkan bantuan"}},
		{"--help", []string{"--help"}, []string{"Pemakaian:", "Perintah:"}},
		{"-h", []string{"-h"}, []string{"Pemakaian:", "Perintah:"}},
		{"help", []string{"help"}, []string{"Pemakaian:", "Perintah:"}},
		{"serve", []string{"serve", "--help"}, []string{"suluh serve [PILIHAN]", "Contoh:", "--listen", "bawaan: 127.0.0.1:8080", "--corpus"}},
		{"search", []string{"search", "--help"}, []string{"suluh search PERTANYAAN [PILIHAN]", "Contoh:", "--json", "--per", "1 sampai", "bawaan: 10"}},
		{"check", []string{"check", "--help"}, []string{"suluh check [FOLDER] [PILIHAN]", "Contoh:", "--rujukan"}},
		{"help about a command", []string{"help", "serve"}, []string{"suluh serve [PILIHAN]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, tt.args...)
			if got.status != exitOK || got.stderr != "" {
				t.Errorf("run(%q) = %d with %q on stderr, want %d with nothing", tt.args, got.status, got.stderr, exitOK)
			}
			for _, want := range tt.want {
				if !strings.Contains(got.stdout, want) {
					t.Errorf("run(%q) prints %q, want %q in it", tt.args, got.stdout, want)
				}
			}
			for _, english := range []string{"Usage", "Available", "Flags:", "Examples", "help for", "completion", "[flags]", "(default"} {
				if strings.Contains(got.stdout, english) {
					t.Errorf("run(%q) prints %q, want no %q in it", tt.args, got.stdout, english)
				}
			}
		})
	}
}

func TestWrongCommandLine(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"misspelt command", []string{"serach", "korban"}, `perintah "serach" tidak dikenal; maksudnya "search"?`},
		{"help about an unknown command", []string{"help", "servee"}, `perintah "servee" tidak dikenal; maksudnya "serve"?`},
		{"unknown command", []string{"masak"}, `perintah "masak" tidak dikenal`},
		{"unknown flag", []string{"search", "--jsn", "korban"}, `pilihan --jsn tidak dikenal`},
		{"unknown short flag", []string{"search", "-x", "korban"}, `pilihan -x tidak dikenal`},
		{"flag without its value", []string{"search", "korban", "--per"}, `pilihan --per perlu nilai`},
		{"flag with a bad value", []string{"search", "korban", "--per", "banyak"}, `nilai "banyak" untuk --per tidak dapat dipakai; perlu bilangan bulat`},
		{"missing question", []string{"search"}, `pertanyaan belum ditulis`},
		{"empty question", []string{"search", " "}, `pertanyaan belum ditulis`},
		{"argument too many", []string{"check", "a", "b"}, `terlalu banyak argumen: "b"`},
		{"argument of serve", []string{"serve", "8080"}, `terlalu banyak argumen: "8080"`},
		{"--per 0", []string{"search", "--per", "0", "korban"}, `--per 0 di luar batas; pilih 1 sampai`},
		{"--per -1", []string{"search", "--per", "-1", "korban"}, `--per -1 di luar batas; pilih 1 sampai`},
		{"--per too large", []string{"search", "--per", "100000", "korban"}, `--per 100000 di luar batas; pilih 1 sampai`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, tt.args...)
			want := "suluh: " + tt.want
			if got.status != exitUsage || got.stdout != "" || !strings.HasPrefix(got.stderr, want) {
				t.Errorf("run(%q) = %d, %q, stderr %q, want %d, nothing, stderr beginning %q", tt.args, got.status, got.stdout, got.stderr, exitUsage, want)
			}
			if hint := `Ketik "suluh --help" untuk daftar perintah.`; !strings.HasSuffix(got.stderr, "\n"+hint+"\n") {
				t.Errorf("run(%q) prints %q, want it to end with the hint %q", tt.args, got.stderr, hint)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	good, goodFile := corpusFolder(t, goodText)
	bad, badFile := corpusFolder(t, strings.Replace(strings.Replace(goodText, "source: s", "source: s\nsumber: s", 1), "Bunyi.", "Lihat Pasal 9.", 1))
	empty := t.TempDir()
	missing := filepath.Join(empty, "tidak-ada")
	tests := []struct {
		name   string
		args   []string
		status int
		stdout string
		stderr string
	}{
		{"good folder", []string{good}, exitOK, "", "1 karya, 0 masalah\n"},
		{"bad folder", []string{bad}, exitFound,
			badFile + ":8: kunci front matter \"sumber\" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta\n" +
				badFile + ":15: rujukan ke Pasal 9 di Pasal 1, tetapi UU 21/2007 tidak memuatnya\n", "1 karya, 2 masalah\n"},
		{"unresolved citations", []string{"--rujukan", bad}, exitFound,
			badFile + ":8: kunci front matter \"sumber\" tidak dikenal; daftar kunci ada di dokumentasi corpus.Meta\n" +
				badFile + ":15: rujukan ke Pasal 9 di Pasal 1, tetapi UU 21/2007 tidak memuatnya\n" +
				"uu/2007/21#pasal-1: uu/2007/21#pasal-9: tidak ada\n", "1 karya, 2 masalah\n"},
		{"folder without files", []string{empty}, exitFound, empty + ": folder korpus tidak memuat satu pun berkas .md\n", "0 karya, 1 masalah\n"},
		{"no folder", []string{missing}, exitFound, "", fmt.Sprintf("suluh: folder korpus %q tidak ada\n", missing)},
		{"file", []string{goodFile}, exitFound, "", fmt.Sprintf("suluh: %q bukan folder; beri folder yang berisi berkas .md\n", goodFile)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := result{tt.status, filepath.ToSlash(tt.stdout), tt.stderr}
			if got := runSuluh(t, append([]string{"check"}, tt.args...)...); got != want {
				t.Errorf("run(check %q) = %+v, want %+v", tt.args, got, want)
			}
		})
	}
}

func TestCheckEmbedded(t *testing.T) {
	got := runSuluh(t, "check")
	if got.status != exitOK || got.stdout != "" || !strings.HasSuffix(got.stderr, " karya, 0 masalah\n") {
		t.Errorf("run(check) = %+v, want status %d and no problem", got, exitOK)
	}
}

const question = "korban setuju berangkat apakah tetap pidana"

func TestSearchJSON(t *testing.T) {
	got := runSuluh(t, "search", "--json", "--per", "3", question)
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("run(search --json) = %d, stderr %q, want %d and nothing", got.status, got.stderr, exitOK)
	}
	var answer struct {
		Query string
		Total int
		Date  string
		Hits  []map[string]any
	}
	if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil {
		t.Fatalf("run(search --json) prints no JSON: %v\n%s", err, got.stdout)
	}
	if answer.Query != question || answer.Total < 3 || len(answer.Hits) != 3 || len(answer.Date) != len("2007-04-19") {
		t.Errorf("run(search --json --per 3) = query %q, total %d, date %q, %d hits, want query %q, a larger total, a date, 3 hits",
			answer.Query, answer.Total, answer.Date, len(answer.Hits), question)
	}
	for _, h := range answer.Hits {
		delete(h, "marks") // there for some articles only
		keys := slices.Sorted(maps.Keys(h))
		if want := []string{"id", "score", "snippet", "status", "title"}; !slices.Equal(keys, want) {
			t.Errorf("a hit has the keys %q, want %q", keys, want)
		}
	}
	if len(answer.Hits) > 0 && answer.Hits[0]["id"] != "uu/2007/21#pasal-26" {
		t.Errorf("the first hit is %v, want uu/2007/21#pasal-26", answer.Hits[0]["id"])
	}
	var top map[string]any
	if err := json.Unmarshal([]byte(got.stdout), &top); err != nil {
		t.Fatal(err)
	}
	delete(top, "corrected") // there for misspelt questions only
	if keys, want := slices.Sorted(maps.Keys(top)), []string{"date", "hits", "query", "total"}; !slices.Equal(keys, want) {
		t.Errorf("the answer has the keys %q, want %q", keys, want)
	}
}

func TestSearchText(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"question in several words", []string{"pasal", "26", "uu", "tppo"}, []string{"1 pasal untuk “pasal 26 uu tppo”", " 1. Pasal 26", "uu/2007/21#pasal-26"}},
		{"nothing found", []string{"zzzxqv"}, []string{"0 pasal untuk “zzzxqv”"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runSuluh(t, append([]string{"search"}, tt.args...)...)
			if got.status != exitOK || got.stderr != "" {
				t.Errorf("run(search %q) = %d, stderr %q, want %d and nothing", tt.args, got.status, got.stderr, exitOK)
			}
			for _, want := range tt.want {
				if !strings.Contains(got.stdout, want) {
					t.Errorf("run(search %q) prints %q, want %q in it", tt.args, got.stdout, want)
				}
			}
		})
	}
}

// TestNothingWrongIsServed refuses to search and to serve a corpus with problems, and names the first.
func TestNothingWrongIsServed(t *testing.T) {
	dir, _ := corpusFolder(t, strings.Replace(goodText, "source: s", "source: s\nsumber: s", 1))
	for _, args := range [][]string{{"search", "--corpus", dir, "korban"}, {"serve", "--corpus", dir, "--listen", "127.0.0.1:0"}} {
		got := runSuluh(t, args...)
		for _, want := range []string{"suluh: korpus bermasalah di 1 tempat", `21.md:8: kunci front matter "sumber" tidak dikenal`, `"suluh check `} {
			if !strings.Contains(got.stderr, want) {
				t.Errorf("run(%q) prints %q, want %q in it", args, got.stderr, want)
			}
		}
		if got.status != exitFound || got.stdout != "" {
			t.Errorf("run(%q) = %d, %q, want %d and nothing", args, got.status, got.stdout, exitFound)
		}
	}
}

func TestServeBusyPort(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	address := busy.Addr().String()
	got := runSuluh(t, "serve", "--listen", address)
	want := result{exitFound, "", "suluh: porta " + address + " sedang dipakai program lain; pilih yang lain dengan --listen 127.0.0.1:8081\n"}
	if got != want {
		t.Errorf("run(serve --listen %s) = %+v, want %+v", address, got, want)
	}
}

func TestServeBadAddress(t *testing.T) {
	got := runSuluh(t, "serve", "--listen", "127.0.0.1:porta")
	if want := `suluh: tidak dapat membuka "127.0.0.1:porta": `; got.status != exitFound || got.stdout != "" || !strings.HasPrefix(got.stderr, want) {
		t.Errorf("run(serve --listen 127.0.0.1:porta) = %+v, want status %d and stderr beginning %q", got, exitFound, want)
	}
}

// printedAddress reads the line with which the server says that it is ready.
func printedAddress(t *testing.T, stdout io.Reader) string {
	t.Helper()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the server ended before it was ready: %q, %v", line, err)
	}
	_, rest, ok := strings.Cut(line, "http://")
	address, _, space := strings.Cut(rest, " ")
	if !ok || !space {
		t.Fatalf("the server says %q, want an address in it", line)
	}
	return address
}

// TestServe starts the server on a free port, asks it for a page, and stops it.
func TestServe(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out, stdout := io.Pipe()
	var stderr bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		status := run(ctx, []string{"serve", "--listen", "127.0.0.1:0"}, stdout, &stderr)
		stdout.Close()
		ended <- status
	}()
	address := printedAddress(t, out)
	response, err := http.Get("http://" + address + "/uu/2007/21/pasal/26")
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || response.StatusCode != http.StatusOK || !bytes.Contains(page, []byte("Pasal 26")) {
		t.Errorf("GET /uu/2007/21/pasal/26 = %d, %v, want %d and Pasal 26 in it", response.StatusCode, err, http.StatusOK)
	}
	stop()
	if status := <-ended; status != exitOK || stderr.Len() > 0 {
		t.Errorf("run(serve) = %d, stderr %q after it was told to stop, want %d and nothing", status, &stderr, exitOK)
	}
	if _, err := net.Dial("tcp", address); err == nil {
		t.Errorf("%s still answers after the end", address)
	}
}

// untilRefused waits until nobody listens at the address any more.
func untilRefused(address string) {
	for {
		c, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		c.Close()
	}
}

// TestServeFinishesRequests stops the server in the middle of a request, which must still get its whole answer.
func TestServeFinishesRequests(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	started, goOn := make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(started)
		<-goOn
		io.WriteString(w, "selesai")
	})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, slow, slog.New(slog.DiscardHandler)) }()
	type answer struct {
		body string
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		response, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			answered <- answer{err: err}
			return
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		answered <- answer{string(body), err}
	}()
	<-started
	stop()
	untilRefused(listener.Addr().String())
	close(goOn)
	if got := <-answered; got.err != nil || got.body != "selesai" {
		t.Errorf("a request under way got %q, %v, want its whole answer", got.body, got.err)
	}
	if err := <-ended; err != nil {
		t.Errorf("serve = %v, want nil", err)
	}
}

// TestSecondSignal ends the program by a second signal while it waits for a client that never finishes its request.
func TestSecondSignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals between processes")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), program, "serve", "--listen", "127.0.0.1:0")
	c.Env = append(os.Environ(), asProgram+"=1")
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	address := printedAddress(t, stdout)
	half, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer half.Close()
	io.WriteString(half, "GET / HTTP/1.1\r\n")
	whole, err := http.Get("http://" + address + "/healthz") // answered, so the connection before it is accepted too
	if err != nil {
		t.Fatal(err)
	}
	whole.Body.Close()
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	untilRefused(address)
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for len(ended) == 0 {
		c.Process.Signal(syscall.SIGTERM)
		runtime.Gosched()
	}
	<-ended
	if status := c.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() {
		t.Errorf("after a second signal the program ended with %v, want it ended by the signal", c.ProcessState)
	}
}
