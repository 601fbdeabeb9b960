package paper

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfiumStart is how long PDFium may take to start, once it is translated to machine code.
const pdfiumStart = time.Minute

// mostMemory is how much memory PDFium may take for a PDF that is at most [MaxSize] large, in pages of 64 KB: 1 GB.
const mostMemory = 1 << 14

// compiled keeps the machine code of PDFium, like a compiled regular expression: it takes some seconds to make. It is
// made for the first PDF; nothing else waits for it.
var compiled = wazero.NewCompilationCache()

// readPDF takes the text of a PDF, page by page. PDFium runs as WebAssembly and sees nothing of this machine but the PDF.
func (c *Copy) readPDF(ctx context.Context, data []byte) (err error) {
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)),
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // no folder of this machine
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(compiled).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(mostMemory),
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return fmt.Errorf("PDFium tidak dapat dimulai: %w", err)
	}
	defer pool.Close()
	instance, err := pool.GetInstance(pdfiumStart)
	if err != nil {
		return fmt.Errorf("PDFium tidak dapat dimulai: %w", err)
	}
	defer instance.Close()
	document, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfium_errors.ErrPassword), errors.Is(err, pdfium_errors.ErrSecurity):
		return fmt.Errorf("%s terkunci dengan kata sandi; simpan salinan tanpa kata sandi, lalu ulangi", c.Name)
	case err != nil:
		return fmt.Errorf("%s tidak terbaca sebagai PDF; berkasnya mungkin rusak atau terpotong: %w", c.Name, err)
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document.Document})
	if err != nil {
		return fmt.Errorf("%s: jumlah halaman tidak terbaca: %w", c.Name, err)
	}
	c.Pages = count.PageCount
	for i := range c.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		text, err := pageText(instance, requests.Page{ByIndex: &requests.PageByIndex{Document: document.Document, Index: i}})
		if err != nil {
			return fmt.Errorf("%s halaman %d tidak terbaca: %w", c.Name, i+1, err)
		}
		for no, line := range strings.Split(text, "\n") {
			c.Lines = append(c.Lines, Line{Text: line, Page: i + 1, No: no + 1})
		}
	}
	return nil
}

// pageText returns the text of a page. A malformed PDF can make the machine below PDFium stop with a panic.
func pageText(instance pdfium.Pdfium, page requests.Page) (text string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("PDFium berhenti: %v", p)
		}
	}()
	got, err := instance.GetPageText(&requests.GetPageText{Page: page})
	if err != nil {
		return "", err
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(got.Text), nil
}
