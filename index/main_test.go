package index_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// buildTask makes the test binary build one index and end: the memory of a build shows only in a process of its own.
const buildTask = "SULUH_TEST_BUILD"

func TestMain(m *testing.M) {
	if task := os.Getenv(buildTask); task != "" {
		if err := runBuild(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// build is a build to be made in a process of its own.
type build struct {
	Engine string // of builders
	From   string // what it reads: a file of articles, or for "suluh index" a folder of Markdown
	Dir    string // where the index goes
}

// cost is what a build costs.
type cost struct {
	Seconds float64
	CPU     float64 // seconds of all processors
	Peak    float64 // bytes of memory at the highest, 0 where the system does not tell
	Size    float64 // bytes of the folder
}

// run makes the build in a new process.
func (t build) run(tb testing.TB) cost {
	tb.Helper()
	task, err := json.Marshal(t)
	if err != nil {
		tb.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	c := exec.CommandContext(tb.Context(), program)
	c.Env = append(os.Environ(), buildTask+"="+string(task))
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		tb.Fatalf("build %s: %v\n%s", t.Engine, err, stderr.Bytes())
	}
	var b cost
	if err := json.Unmarshal(out, &b); err != nil {
		tb.Fatalf("build %s: %v in %q", t.Engine, err, out)
	}
	return b
}

// runBuild makes a build in this process and prints what it cost.
func runBuild(task string) error {
	var t build
	if err := json.Unmarshal([]byte(task), &t); err != nil {
		return err
	}
	start, cpu := time.Now(), processorTime()
	if err := builders[t.Engine](context.Background(), t.From, t.Dir); err != nil {
		return err
	}
	b := cost{Seconds: time.Since(start).Seconds(), CPU: processorTime() - cpu, Peak: peakMemory()}
	var err error
	if b.Size, err = folderSize(t.Dir); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(b)
}

func processorTime() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return (time.Duration(u.Utime.Nano()) + time.Duration(u.Stime.Nano())).Seconds()
}

// peakMemory reads the highest memory of this process from Linux. The figure that every Unix gives (maxrss) counts that of
// the process that started this one as well.
func peakMemory() float64 {
	status, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer status.Close()
	lines := bufio.NewScanner(status)
	for lines.Scan() {
		if value, found := strings.CutPrefix(lines.Text(), "VmHWM:"); found {
			kib, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(value, "kB")), 64)
			if err != nil {
				return 0
			}
			return kib * 1024
		}
	}
	return 0
}

// folderSize returns the bytes of all files in a folder; 0 if there is no folder.
func folderSize(dir string) (float64, error) {
	size := 0.0
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		size += float64(info.Size())
		return nil
	})
	return size, err
}
