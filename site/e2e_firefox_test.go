package site_test

// The export in Firefox, from file://: the same journeys as in Chromium. Firefox is driven by Marionette, the protocol that
// is built into it and that geckodriver speaks: JSON over a socket. Nothing but Firefox is needed.

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// firefox is a running Firefox with one tab.
type firefox struct {
	conn net.Conn
	in   *bufio.Reader
	sent int // commands so far
}

// firefoxPath returns where Firefox is, or "".
func firefoxPath() string {
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// firefoxSettings are those of a profile for tests: any free port, downloads into a folder, no reports to its maker.
const firefoxSettings = `user_pref("marionette.port", 0);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", %q);
user_pref("app.normandy.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
`

// openFirefox opens a Firefox of its own on the export, from file://. It returns where downloads go.
func openFirefox(t *testing.T) (p *tab, downloads string) {
	t.Helper()
	path := firefoxPath()
	if path == "" {
		lacking(t, `no Firefox for this test: install it ("apt-get install firefox-esr")`)
	}
	dir := newExport(t).dir
	profile, err := os.MkdirTemp("", "suluh-firefox-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	downloads = t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), fmt.Appendf(nil, firefoxSettings, downloads), 0o600); err != nil {
		t.Fatal(err)
	}
	// The last flag lets the test read the console of the browser.
	command := exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--marionette", "--remote-allow-system-access")
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { command.Process.Kill(); command.Wait() })
	f := &firefox{}
	if f.conn, err = dialFirefox(filepath.Join(profile, "MarionetteActivePort")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.conn.Close() })
	f.in = bufio.NewReader(f.conn)
	p = &tab{t: t, fox: f, server: "file://" + filepath.ToSlash(dir)}
	if _, err := f.read(); err != nil { // it says first who it is
		t.Fatal(err)
	}
	p.command("WebDriver:NewSession", map[string]any{}, nil)
	return p, downloads
}

// dialFirefox waits until Firefox has written the port on which it listens into a file.
func dialFirefox(file string) (net.Conn, error) {
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		port, err := os.ReadFile(file)
		if err == nil && len(port) > 0 {
			return net.Dial("tcp", net.JoinHostPort("127.0.0.1", strings.TrimSpace(string(port))))
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("Firefox does not listen after %s", patience)
		}
	}
}

// read reads a message: its length, a colon, JSON.
func (f *firefox) read() ([]byte, error) {
	if err := f.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return nil, err
	}
	length, err := f.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(f.in, b)
	return b, err
}

// foxError is what Firefox says of a command that failed.
type foxError struct {
	Kind    string `json:"error"`
	Message string `json:"message"`
}

func (e *foxError) Error() string { return e.Kind + ": " + e.Message }

// send sends a command, waits for the answer and reads it into value, unless that is nil.
func (f *firefox) send(name string, params map[string]any, value any) error {
	f.sent++
	b, err := json.Marshal([]any{0, f.sent, name, params})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(b), b); err != nil {
		return err
	}
	if b, err = f.read(); err != nil {
		return err
	}
	var failure *foxError
	var result json.RawMessage
	if err := json.Unmarshal(b, &[]any{new(int), new(int), &failure, &result}); err != nil {
		return err
	}
	if failure != nil {
		return failure
	}
	if value == nil {
		return nil
	}
	return json.Unmarshal(result, &struct{ Value any }{value})
}

// command sends a command to Firefox; it fails the test if Firefox refuses.
func (p *tab) command(name string, params map[string]any, value any) {
	p.t.Helper()
	if err := p.fox.send(name, params, value); err != nil {
		p.t.Fatalf("%s: %v", name, err)
	}
}

// evaluate evaluates an expression in the page, anew if the page changes meanwhile.
func (f *firefox) evaluate(expression string, value any) error {
	if _, ok := value.(*struct{}); ok {
		value = nil
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		err := f.send("WebDriver:ExecuteScript", map[string]any{"script": "return (" + expression + ")", "args": []any{}, "sandbox": nil}, value)
		if failure, ok := err.(*foxError); !ok || !strings.Contains(failure.Message, "unload") || time.Now().After(deadline) {
			return err
		}
	}
}

// element finds an element of the page.
func (f *firefox) element(selector string) (string, error) {
	var found map[string]string
	err := f.send("WebDriver:FindElement", map[string]any{"using": "css selector", "value": selector}, &found)
	for _, id := range found {
		return id, err
	}
	return "", err
}

// click brings an element into sight, clicks on it and waits for the page to which that leads, if it does.
func (f *firefox) click(selector string) error {
	if err := f.evaluate(`document.querySelector(`+strconv.Quote(selector)+`).scrollIntoView({block: "center"})`, nil); err != nil {
		return err
	}
	id, err := f.element(selector)
	if err != nil {
		return err
	}
	return f.send("WebDriver:ElementClick", map[string]any{"id": id}, nil)
}

const foxEnter = "\ue007"

// enter writes into an empty field, sends its form and waits for the page to which that leads.
func (f *firefox) enter(selector, text string) error {
	id, err := f.element(selector)
	if err != nil {
		return err
	}
	if err := f.evaluate("window.left = false", nil); err != nil {
		return err
	}
	if err := f.send("WebDriver:ElementSendKeys", map[string]any{"id": id, "text": text + foxEnter}, nil); err != nil {
		return err
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		var arrived bool
		if err := f.evaluate(`window.left !== false && document.readyState === "complete"`, &arrived); err != nil || arrived {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("no page came within %s", patience)
		}
	}
}

// complaints returns what stands in the console about the files of the export, and empties it.
func (f *firefox) complaints() ([]string, error) {
	if err := f.send("Marionette:SetContext", map[string]any{"value": "chrome"}, nil); err != nil {
		return nil, err
	}
	var heard []string
	err := f.evaluate(`(() => {
		const list = Services.console.getMessageArray().filter((m) => m instanceof Ci.nsIScriptError && m.sourceName.startsWith("file:"));
		Services.console.reset();
		return list.map((m) => m.category + ": " + m.errorMessage + " (" + m.sourceName + ")");
	})()`, &heard)
	if err != nil {
		return nil, err
	}
	return heard, f.send("Marionette:SetContext", map[string]any{"value": "content"}, nil)
}

// paper prints the page and returns its words.
func (p *tab) paper() string {
	p.t.Helper()
	if p.fox == nil {
		return pdfText(p.t, run(p, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize())))
	}
	var packed string
	p.command("WebDriver:Print", map[string]any{}, &packed)
	pdf, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		p.t.Fatal(err)
	}
	return pdfText(p.t, pdf)
}

// TestFirefoxStick makes the journeys of a visitor in one Firefox.
func TestFirefoxStick(t *testing.T) {
	t.Parallel()
	p, downloads := openFirefox(t)
	for _, journey := range []struct {
		name string
		make func(*testing.T, *tab)
	}{
		{"read", readAround},
		{"search", useSearch},
		{"guide", useGuide},
		{"compare", compareFromForm},
		{"decisions", readDecisions},
		{"outreach", gatherMaterial},
		{"print", printGuide},
		{"download", func(t *testing.T, p *tab) { takeNotes(t, p, downloads) }},
		{"complain", hearsComplaints},
	} {
		t.Run(journey.name, func(t *testing.T) {
			own := *p
			own.t = t
			heard := complaints(&own)
			journey.make(t, &own)
			silent(t, heard)
		})
	}
}

// hearsComplaints opens a page whose script fails: the ear of the test must not be deaf.
func hearsComplaints(t *testing.T, p *tab) {
	t.Helper()
	page := filepath.Join(t.TempDir(), "x.html")
	if err := os.WriteFile(page, []byte(`<!DOCTYPE html><script>null.x</script>`), 0o600); err != nil {
		t.Fatal(err)
	}
	heard := complaints(p)
	p.server = "file://"
	p.open(filepath.ToSlash(page))
	if all := strings.Join(heard(), "\n"); !strings.Contains(all, "TypeError") {
		t.Errorf("no complaint about a script that fails: %q", all)
	}
}
