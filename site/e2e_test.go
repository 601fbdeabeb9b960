package site_test

// End-to-end tests: a real server, a real browser. This file holds what they stand on; the tests are in
// e2e_search_test.go (finding), e2e_article_test.go (reading), e2e_charge_test.go (the charging guide),
// e2e_access_test.go (reading by everybody) and e2e_network_test.go (what goes over the wire).
//
// They need Chromium or Chrome, the print tests pdftotext as well, and the axe test the file axe.min.js of the npm
// package axe-core, named by SULUH_AXE. Without these they are skipped; with SULUH_REQUIRE_ALL=1 they fail.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/index"
	"suluh/site"
)

// patience is how long one step may take; a step takes milliseconds unless the machine is busy.
const patience = 30 * time.Second

// stage is what the tests share: a site over the embedded corpus and a browser. Both are made by the first test that
// asks and last until the end.
type stage struct {
	once    sync.Once
	err     error
	site    *site.Site
	browser context.Context
	closers []func()
}

var theStage stage

func TestMain(m *testing.M) {
	code := m.Run()
	for _, c := range theStage.closers {
		c()
	}
	for _, dir := range exportDirs {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

func (s *stage) set() error {
	l, problems := corpus.Load(corpus.Texts())
	if len(problems) > 0 {
		return fmt.Errorf("corpus has %d problems, the first: %v", len(problems), problems[0])
	}
	rules, problems := charge.Load(corpus.Texts(), l)
	if len(problems) > 0 {
		return problems
	}
	now := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	engine, err := index.NewBleve(context.Background(), l, index.Options{Day: corpus.DateOf(now)})
	if err != nil {
		return err
	}
	s.closers = append(s.closers, func() { engine.Close() })
	if s.site, err = site.New(site.Config{Library: l, Search: engine, Rules: rules, Now: func() time.Time { return now }}); err != nil {
		return err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browserPath()), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "id"))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to run as root otherwise
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, quit := chromedp.NewContext(allocator)
	s.closers = append(s.closers, quit, stop)
	s.browser = browser
	return chromedp.Do(browser)
}

// browserPath returns where a browser is, or "".
func browserPath() string {
	for _, name := range []string{"headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// lacking ends a test for which this machine lacks something.
func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("SULUH_REQUIRE_ALL") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// tab is a tab of the browser, in a browser context of its own, on a server of its own.
type tab struct {
	t      *testing.T
	ctx    context.Context // nil in Firefox
	fox    *firefox        // nil in Chromium
	server string          // "http://127.0.0.1:40123"
}

// openTab opens an empty tab of a window of 1280 by 800.
func openTab(t *testing.T) *tab {
	t.Helper()
	if browserPath() == "" {
		lacking(t, `no browser for this test: install Chromium ("apt-get install chromium") or Chrome`)
	}
	theStage.once.Do(func() { theStage.err = theStage.set() })
	if theStage.err != nil {
		t.Fatal(theStage.err)
	}
	server := httptest.NewServer(theStage.site)
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(theStage.browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // without a time limit, for the tab lives as long as the first context
		t.Fatal(err)
	}
	p := &tab{t: t, ctx: ctx, server: server.URL}
	p.size(1280, 800)
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return p
}

// run does an action and returns its value. It fails the test if the action fails or takes too long.
func run[T any](p *tab, a chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		p.t.Fatalf("on %s: %v", p.where(), err)
	}
	return v
}

// where tells the address of the page for a message; it cannot fail.
func (p *tab) where() string {
	if p.fox != nil {
		var at string
		p.fox.send("WebDriver:GetCurrentURL", nil, &at)
		return strings.TrimPrefix(at, p.server)
	}
	ctx, cancel := context.WithTimeout(p.ctx, time.Second)
	defer cancel()
	at, _ := chromedp.Run(ctx, chromedp.Location())
	return strings.TrimPrefix(at, p.server)
}

// eval returns the value of a JavaScript expression.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	if p.fox == nil {
		return run(p, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	}
	var value T
	p.succeeds(p.fox.evaluate(expression, &value))
	return value
}

// succeeds ends the test if Firefox did not do what it was asked.
func (p *tab) succeeds(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("on %s: %v", p.where(), err)
	}
}

// loads does an action and waits for the page that it leads to, if only to another place of the same page. It returns
// the status of the answer, 0 if there was none.
func (p *tab) loads(a chromedp.Action[chromedp.Void]) int64 {
	p.t.Helper()
	from := p.where()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.RunResponse(ctx, a)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		p.t.Fatalf("on %s: no page came within %s", from, patience)
	case err != nil:
		p.t.Fatalf("on %s: %v", from, err)
	case r == nil:
		return 0
	}
	return r.Status
}

// open goes to an address of the site and returns the status. A page that could not be made fails the test.
func (p *tab) open(address string) int64 {
	p.t.Helper()
	if p.fox != nil {
		p.succeeds(p.fox.send("WebDriver:Navigate", map[string]any{"url": p.server + address}, nil))
		return 0
	}
	status := p.loads(chromedp.Navigate(p.server + address))
	if status >= http.StatusInternalServerError {
		p.t.Errorf("%s answers %d", address, status)
	}
	return status
}

// follow clicks on an element that leads to a page.
func (p *tab) follow(selector string) {
	p.t.Helper()
	p.must(selector)
	if p.fox != nil {
		p.succeeds(p.fox.click(selector))
		return
	}
	p.loads(chromedp.Click(chromedp.CSS(selector)))
}

func (p *tab) click(selector string) {
	p.t.Helper()
	p.must(selector)
	if p.fox != nil {
		p.succeeds(p.fox.click(selector))
		return
	}
	run(p, chromedp.Click(chromedp.CSS(selector)))
}

// enter writes a text into an empty field and sends its form, which leads to a page.
func (p *tab) enter(selector, text string) {
	p.t.Helper()
	p.must(selector)
	if p.fox != nil {
		p.succeeds(p.fox.enter(selector, text))
		return
	}
	run(p, chromedp.SendKeys(chromedp.CSS(selector), text))
	p.loads(chromedp.KeyEvent(kb.Enter))
}

// press sends keys to whatever has the focus.
func (p *tab) press(keys string) {
	p.t.Helper()
	run(p, chromedp.KeyEvent(keys))
}

// is reports whether an element that matches has a property, a JavaScript expression over "e".
func (p *tab) is(selector, property string) bool {
	p.t.Helper()
	p.must(selector)
	return eval[bool](p, "(e => !!("+property+"))(document.querySelector("+strconv.Quote(selector)+"))")
}

// must ends the test if no element matches; waiting would only take longer to say so.
func (p *tab) must(selector string) {
	p.t.Helper()
	if p.count(selector) == 0 {
		p.t.Fatalf("%s has no %q", p.where(), selector)
	}
}

func (p *tab) count(selector string) int {
	p.t.Helper()
	return eval[int](p, "document.querySelectorAll("+strconv.Quote(selector)+").length")
}

// text returns what a reader sees of the first element that matches, on one line.
func (p *tab) text(selector string) string {
	p.t.Helper()
	p.must(selector)
	return strings.Join(strings.Fields(eval[string](p, "document.querySelector("+strconv.Quote(selector)+").innerText")), " ")
}

// says checks that an element shows words.
func (p *tab) says(selector, words string) {
	p.t.Helper()
	if got := p.text(selector); !strings.Contains(got, words) {
		p.t.Errorf("%s: %q says %q, want %q in it", p.where(), selector, got, words)
	}
}

// at checks the address of the page.
func (p *tab) at(want string) {
	p.t.Helper()
	if got := p.where(); got != want {
		p.t.Fatalf("landed on %s, want %s", got, want)
	}
}

// eventually waits for a JavaScript expression to become true.
func (p *tab) eventually(expression string) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for !eval[bool](p, "!!("+expression+")") {
		if time.Now().After(deadline) {
			p.t.Fatalf("on %s: %s did not come true", p.where(), expression)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// size sets the window; a narrow one is a telephone.
func (p *tab) size(width, height int64) {
	p.t.Helper()
	var options []chromedp.EmulateViewportOption
	if width < 600 {
		options = append(options, chromedp.EmulateMobile)
	}
	run(p, chromedp.EmulateViewport(width, height, options...))
}

// media sets the medium ("screen", "print") and the colours the visitor prefers ("light", "dark").
func (p *tab) media(medium, scheme string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

// call sends a command of the DevTools protocol to the tab.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.t.Fatalf("%s: %v", command.Method, err)
	}
	return r
}
