package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// lockFile is in an index folder while a build is under way, and holds the number of its process.
const lockFile = "kunci"

// lock keeps others from building in a folder. What a process left behind that was killed does not count.
func lock(dir string) (unlock func(), err error) {
	path := filepath.Join(dir, lockFile)
	for range 2 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if err == nil {
			_, err = f.WriteString(strconv.Itoa(os.Getpid()))
			return func() { os.Remove(path) }, errors.Join(err, f.Close())
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		holder, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if pid, err := strconv.Atoi(strings.TrimSpace(string(holder))); err == nil && runs(pid) {
			return nil, fmt.Errorf("indeks %q sedang dibuat oleh proses %d; tunggu sampai selesai, atau hapus %s jika proses itu bukan suluh", dir, pid, path)
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("indeks %q sedang dibuat oleh proses lain", dir)
}

// runs reports whether there is a process with a number.
func runs(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	if runtime.GOOS == "windows" { // which finds only those that run
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
