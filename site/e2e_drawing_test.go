package site_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"testing"

	"github.com/chromedp/cdproto/page"

	"suluh/corpus"
)

// Files of Word and PowerPoint take no SVG without a second picture in pixels. Those are drawn by the browser, by
//
//	go test ./site -run TestBrowserDrawings -update

// TestDrawingPixels holds each picture in pixels to be of the drawing as it is now: it names the drawing's checksum.
func TestDrawingPixels(t *testing.T) {
	for _, p := range corpus.Pictures {
		pixels, err := os.ReadFile("drawings/" + p.Key + ".png")
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Contains(pixels, drawingSource(t, p.Key)) {
			t.Errorf("drawings/%s.png is of another %[1]s.svg; draw it anew: go test ./site -run TestBrowserDrawings -update", p.Key)
		}
	}
}

// TestBrowserDrawings draws each drawing and compares it with its picture in pixels; letters may differ a little.
func TestBrowserDrawings(t *testing.T) {
	t.Parallel()
	p := openTab(t)
	for _, picture := range corpus.Pictures {
		drawn := drawPixels(t, p, picture.Key)
		name := "drawings/" + picture.Key + ".png"
		if *update {
			if err := os.WriteFile(name, withSource(t, drawn, picture.Key), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		file, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		kept, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if kept.Bounds() != drawn.Bounds() {
			t.Errorf("%s is %v, the drawing %v", name, kept.Bounds().Size(), drawn.Bounds().Size())
			continue
		}
		differ := 0
		for i, v := range drawn.Pix {
			k := color.GrayModel.Convert(kept.At(i%drawn.Stride, i/drawn.Stride)).(color.Gray).Y
			if max(v, k)-min(v, k) > 96 {
				differ++
			}
		}
		if share := float64(differ) / float64(len(drawn.Pix)); share > .03 {
			t.Errorf("%s differs from the drawing in %.1f%% of its pixels", name, 100*share)
		}
	}
}

// drawPixels draws a drawing in black on white, three pixels for one of its own.
func drawPixels(t *testing.T, p *tab, key string) *image.Gray {
	t.Helper()
	svg, err := os.ReadFile("drawings/" + key + ".svg")
	if err != nil {
		t.Fatal(err)
	}
	p.open("/")
	size := eval[[]float64](p, "(() => { document.body.innerHTML = `"+string(svg)+"`; const s = document.querySelector('svg'); document.documentElement.style.background = document.body.style.background = '#fff';"+
		"Object.assign(s.style, { position: 'fixed', left: 0, top: 0, width: '320px', height: 'auto', color: '#000', fontFamily: 'Liberation Sans, Arial, sans-serif' });"+
		"const r = s.getBoundingClientRect(); return [r.width, r.height]; })()")
	call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{}) // the first may be of the page before
	shot := call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: &page.Viewport{Width: size[0], Height: size[1], Scale: 3}})
	drawn, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		t.Fatal(err)
	}
	gray := image.NewGray(drawn.Bounds())
	draw.Draw(gray, gray.Bounds(), drawn, drawn.Bounds().Min, draw.Src)
	return gray
}

// drawingSource is what a picture in pixels holds of the drawing that it is of: a text with its checksum.
func drawingSource(t *testing.T, key string) []byte {
	t.Helper()
	svg, err := os.ReadFile("drawings/" + key + ".svg")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(svg)
	return []byte("tEXtSource\x00" + hex.EncodeToString(sum[:]))
}

// withSource writes a picture with the checksum of its drawing, as the format's chunk for texts.
func withSource(t *testing.T, drawn image.Image, key string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, drawn); err != nil {
		t.Fatal(err)
	}
	text := drawingSource(t, key)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-len("tEXt")))
	chunk = append(chunk, text...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(text))
	const head = 8 + 25 // signature and first chunk
	return append(append(bytes.Clone(b.Bytes()[:head]), chunk...), b.Bytes()[head:]...)
}
