package site_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"suluh/corpus"
)

// fullBasket is a basket with one of everything.
const fullBasket = "?tambah=uu%2F2007%2F21%23pasal-26&tambah=gambar%2Fjalan-aman&tambah=banding%3Fa%3Dpasal%2B2%2Buu%2B21%252F2007%26b%3Dpasal%2B455%2Buu%2B1%252F2023&topik=persetujuan&untuk=jaksa&waktu=45"

// TestOutreachEveryBundle makes every document of every audience and length, and adds up the minutes on the page.
func TestOutreachEveryBundle(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	for _, a := range corpus.Audiences {
		for _, m := range corpus.Meetings {
			base := fmt.Sprintf("/sosialisasi/%s/%d", a.Key, m.Length)
			plan := fetchPage(t, h, base+"/rencana", http.StatusOK)
			sum := 0
			plan.Find(".schedule tbody tr:not(:last-child) td:last-child").Each(func(_ int, s *goquery.Selection) {
				n, err := strconv.Atoi(strings.TrimSuffix(s.Text(), " menit"))
				if err != nil {
					t.Errorf("%s: %v", base, err)
				}
				sum += n
			})
			if sum != m.Length {
				t.Errorf("%s: the minutes add up to %d", base, sum)
			}
			if n := fetchPage(t, h, base+"/lembar", http.StatusOK).Find(".topic").Length(); n == 0 {
				t.Errorf("%s: no topic in the handout", base)
			}
			slides := fetchPage(t, h, base+"/salindia", http.StatusOK)
			if n, notes := slides.Find(".slide").Length(), slides.Find(".slide .note").Length(); n < 4 || notes != n {
				t.Errorf("%s: %d slides, %d of them with notes", base, n, notes)
			}
			quiz := fetchPage(t, h, base+"/kuis", http.StatusOK)
			if q, right := quiz.Find(".questions-list > li").Length(), quiz.Find(".answers ol > li"); q == 0 || q > m.Quiz || right.Length() != q {
				t.Errorf("%s: %d questions and %d answers, want as many, and at most %d", base, q, right.Length(), m.Quiz)
			} else if right.Find(".why a[href*='/pasal/']").Length() < q {
				t.Errorf("%s: an answer without an article", base)
			}
		}
	}
}

// TestHandoutTellsWhereToReport: where to report is printed however much else is asked for.
func TestHandoutTellsWhereToReport(t *testing.T) {
	t.Parallel()
	l := newTestSite(t).library
	everything, old := url.Values{"untuk": {"aparat-desa"}}, "/sosialisasi/lembar?topik=persetujuan&topik=surat-palsu&tanggal=2006-01-01"
	for _, m := range l.Materials() {
		everything.Add("topik", m.Slug())
	}
	addresses := []string{"/sosialisasi/lembar?" + everything.Encode(), old}
	for _, a := range corpus.Audiences {
		for _, m := range corpus.Meetings {
			if l.Material("materi/melapor").For(a.Key) {
				addresses = append(addresses, fmt.Sprintf("/sosialisasi/%s/%d/lembar", a.Key, m.Length))
			}
		}
	}
	for _, address := range addresses {
		doc := fetchPage(t, newTestSite(t).site, address, http.StatusOK)
		doc.Find(".off").Remove()
		if text := textOf(doc.Find(".handout-body")); !strings.Contains(text, "Kantor polisi terdekat") {
			t.Errorf("%s does not print where to report", address)
		}
	}
}

// TestBasketTravels follows the basket through the pages: it is told, links and forms carry it on, and each page adds to it.
func TestBasketTravels(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	decision := newTestSite(t).library.Decisions()[0].ID
	for _, page := range []struct{ address, adds string }{
		{"/uu/2007/21/pasal/48", "uu/2007/21#pasal-48"},
		{"/" + decision, decision},
		{"/banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023", "banding?a=pasal+2+uu+21%2F2007&b=pasal+455+uu+1%2F2023"},
		{"/materi/tiga-unsur", ""},
		{"/", ""},
	} {
		address := page.address + strings.Replace(fullBasket, "?", "&", 1)
		if !strings.Contains(page.address, "?") {
			address = page.address + fullBasket
		}
		doc := fetchPage(t, h, address, http.StatusOK)
		if got := textOf(doc.Find(".basket")); got != "Bahan sosialisasi: untuk jaksa, 45 menit, 1 topik, 3 tambahan. Kembali ke bahan" {
			t.Errorf("%s says %q", page.address, got)
		}
		if got := hrefs(doc.Find(".basket a")); !slices.Equal(got, []string{"/sosialisasi" + fullBasket}) {
			t.Errorf("%s leads back to %q", page.address, got)
		}
		if got := doc.Find(`form[role=search] input[type=hidden]`).Length(); got != 6 {
			t.Errorf("%s: the search carries %d values of the basket, want 6", page.address, got)
		}
		doc.Find("footer a").Each(func(_ int, a *goquery.Selection) {
			if href := a.AttrOr("href", ""); !strings.Contains(href, "untuk=jaksa") {
				t.Errorf("%s: the link %q loses the basket", page.address, href)
			}
		})
		if page.adds == "" {
			continue
		}
		add := hrefs(doc.Find(".compare-links a:last-child"))
		if len(add) != 1 {
			t.Fatalf("%s: %d links to add it", page.address, len(add))
		}
		u, err := url.Parse(add[0])
		if err != nil || u.Path != "/sosialisasi" || !slices.Contains(u.Query()["tambah"], page.adds) || len(u.Query()["tambah"]) < 3 {
			t.Errorf("%s adds by %q (%v)", page.address, add[0], err)
		}
	}
	if n := fetchPage(t, h, "/uu/2007/21/pasal/48", http.StatusOK).Find(".basket").Length(); n > 0 {
		t.Error("a page without a basket speaks of one")
	}
}

// TestBasketGuide holds the charging guide to carry the basket on: in its form, in the address without empty answers, and in its links.
func TestBasketGuide(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	const kept = "tambah=uu%2F2007%2F21%23pasal-26&topik=persetujuan&topik=jalan-aman&untuk=jaksa&waktu=45"
	doc := fetchPage(t, h, "/panduan/pasal?tanggal=2026-03-10&merekrut=ya&"+kept, http.StatusOK)
	sent := url.Values{}
	doc.Find("#pertanyaan input[type=hidden]").Each(func(_ int, s *goquery.Selection) { sent.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	if got := sent.Encode(); got != kept {
		t.Errorf("the form carries %q, want %q", got, kept)
	}
	if got := doc.Find(".basket").Length(); got != 1 {
		t.Error("the page does not tell what is in the basket")
	}
	for _, href := range hrefs(doc.Find(`#jawaban a[href*="/pasal/"], .q-actions a[href^="/"]`)) {
		if !strings.Contains(href, "topik=persetujuan") {
			t.Errorf("the link %q loses the basket", href)
		}
	}
	w := fetch(h, http.MethodGet, "/panduan/pasal?tanggal=2026-03-10&penipuan=&"+kept)
	if got, want := w.Header().Get("Location"), "/panduan/pasal?tambah=uu%2F2007%2F21%23pasal-26&tanggal=2026-03-10&topik=persetujuan&topik=jalan-aman&untuk=jaksa&waktu=45"; got != want {
		t.Errorf("without the empty answer the address is %q, want %q", got, want)
	}
}

// TestOutreachExtras puts one of everything into the handout.
func TestOutreachExtras(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	decision := newTestSite(t).library.Decisions()[0]
	doc := fetchPage(t, h, "/sosialisasi/lembar"+fullBasket+"&tambah="+url.QueryEscape(decision.ID), http.StatusOK)
	text := textOf(doc.Find(".extra"))
	for _, want := range []string{"Persetujuan korban perdagangan orang tidak menghilangkan penuntutan", "Jalan yang aman ke luar negeri", "Kata yang digarisbawahi tidak ada di sisi lain", decision.Number} {
		if !strings.Contains(text, want) {
			t.Errorf("the handout lacks %q", want)
		}
	}
	if doc.Find(".extra ins").Length() == 0 || doc.Find(".extra svg.drawing").Length() != 1 || doc.Find(".extra .status").Length() < 2 {
		t.Error("differing words, drawing or standing are missing")
	}
}

// TestOutreachBadBasket holds what cannot be read to be told, and not to be repeated as markup.
func TestOutreachBadBasket(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	for query, want := range map[string]string{
		"untuk=hakim":                        "Peserta “hakim” tidak dikenal",
		"waktu=60":                           "Waktu “60” tidak dikenal",
		"waktu=banyak":                       "Waktu “banyak” tidak dikenal",
		"topik=tidak-ada":                    "Topik “tidak-ada” tidak ada",
		"tambah=uu/2007/21%23pasal-999":      "tidak ada dalam koleksi",
		"tambah=gambar/lain":                 "tidak ada dalam koleksi",
		"tambah=banding?a=pasal":             "Perbandingan",
		"tambah=banding?%25zz":               "Perbandingan",
		"tambah=%3Cscript%3Ealert(1)":        "tidak ada dalam koleksi",
		"tambah=" + strings.Repeat("x", 900): "tidak ada dalam koleksi",
	} {
		w := fetch(h, http.MethodGet, "/sosialisasi?"+query)
		doc := parsePage(t, w.Body.String())
		if got := textOf(doc.Find("main > .notice.bad")); w.Code != http.StatusOK || !strings.Contains(got, want) {
			t.Errorf("%.60s: status %d, %q, want %q", query, w.Code, got, want)
		}
		if strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%s: markup from the address is in the page", query)
		}
	}
	for _, address := range []string{"/sosialisasi/hakim/45", "/sosialisasi/polisi/60/lembar", "/sosialisasi/latihan/pn-tiada/2016/1-pid.b", "/materi/tiada"} {
		fetchPage(t, h, address, http.StatusNotFound)
	}
}

// TestOutreachOver asks for more than a quarter of an hour holds.
func TestOutreachOver(t *testing.T) {
	t.Parallel()
	p := newTestSite(t)
	query := url.Values{"untuk": {"warga-desa"}, "waktu": {"15"}}
	asked := 0
	for _, m := range p.library.Materials() {
		if m.For("warga-desa") && m.Minutes[15] > 0 {
			query.Add("topik", m.Slug())
			asked += m.Minutes[15]
		}
	}
	doc := fetchPage(t, p.site, "/sosialisasi/rencana?"+query.Encode(), http.StatusOK)
	said := textOf(doc.Find("article > .notice.warn"))
	for _, want := range []string{fmt.Sprintf("Topik yang dipilih perlu %d menit", asked), "tersedia 9 menit", "Tidak muat: ", "Yang muat: "} {
		if !strings.Contains(said, want) {
			t.Errorf("the plan says %q, want %q", said, want)
		}
	}
	if got := textOf(doc.Find(".schedule tbody tr:last-child td:last-child")); got != "15 menit" {
		t.Errorf("the plan ends with %q", got)
	}
}

// TestStaleBanner holds a topic to say that the law is another one on the day asked: on its page, its documents and its files.
func TestStaleBanner(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	const before = "tanggal=2006-01-01" // UU 21/2007 is not law yet
	for _, address := range []string{"/materi/persetujuan", "/sosialisasi?topik=persetujuan", "/sosialisasi/lembar?topik=persetujuan", "/sosialisasi/rencana?topik=persetujuan", "/sosialisasi/kuis?topik=persetujuan", "/sosialisasi/salindia?topik=persetujuan"} {
		if n := fetchPage(t, h, address, http.StatusOK).Find(".recheck, .notice.bad").Length(); n > 0 {
			t.Errorf("%s has a banner on the day of the topic", address)
		}
		sep := "?"
		if strings.Contains(address, "?") {
			sep = "&"
		}
		said := textOf(fetchPage(t, h, address+sep+before, http.StatusOK).Find(".notice.bad"))
		if !strings.Contains(said, "Periksa ulang.") || !strings.Contains(said, "Pasal 26 UU 21/2007") || !strings.Contains(said, "Belum berlaku") {
			t.Errorf("%s on another day says %q", address, said)
		}
	}
	if first := textOf(fetchPage(t, h, "/sosialisasi/salindia?topik=persetujuan&"+before, http.StatusOK).Find(".slide").Eq(1)); !strings.HasPrefix(first, "Periksa ulang") || !strings.Contains(first, "Pasal 26 UU 21/2007") {
		t.Errorf("the second slide of a stale topic says %q", first)
	}
	note := fetch(h, http.MethodGet, "/sosialisasi/bahan.md?topik=persetujuan&"+before).Body.String()
	if !strings.Contains(note, "**PERIKSA ULANG.** Pasal 26 UU 21/2007") {
		t.Error("the file does not say that it must be checked again")
	}
}

// TestOutreachMarkdown holds the file to have every part.
func TestOutreachMarkdown(t *testing.T) {
	t.Parallel()
	w := fetch(newTestSite(t).site, http.MethodGet, "/sosialisasi/bahan.md"+fullBasket)
	if got := w.Header().Get("Content-Disposition"); got != `attachment; filename="bahan-jaksa-45.md"` {
		t.Errorf("the file is sent as %q", got)
	}
	for _, want := range []string{"# Bahan sosialisasi untuk jaksa, 45 menit\n", "\n## Rencana pemandu\n", "| | **Jumlah** | **45 menit** |", "\n## Lembar bacaan\n", "\n## Salindia\n", "\n## Kuis\n", "\n## Jawaban kuis, untuk pemandu\n",
		"\n## Bahan tambahan\n", "Persetujuan korban perdagangan orang tidak menghilangkan penuntutan tindak pidana perdagangan orang.", "Menurut hukum per 24 November 2026"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

// convertToPDF opens a file in LibreOffice and returns it as PDF.
func convertToPDF(t *testing.T, name string, file []byte) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		lacking(t, "soffice is missing: apt-get install libreoffice-writer-nogui libreoffice-impress-nogui")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+dir+"/profil", "--headless", "--convert-to", "pdf", "--outdir", dir, path).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	pdf, err := os.ReadFile(strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf")
	if err != nil {
		if strings.HasSuffix(name, ".pptx") && bytes.Contains(out, []byte("could not be loaded")) {
			lacking(t, "LibreOffice opens no presentations: apt-get install libreoffice-impress-nogui")
		}
		t.Fatalf("%v\n%s", err, out)
	}
	return pdf
}

// pdfPictures counts the pictures of a PDF.
func pdfPictures(t *testing.T, pdf []byte) int {
	t.Helper()
	if _, err := exec.LookPath("pdfimages"); err != nil {
		lacking(t, `no pdfimages to look for pictures: install poppler ("apt-get install poppler-utils")`)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := exec.CommandContext(t.Context(), "pdfimages", "-list", file).Output()
	if err != nil {
		t.Fatalf("pdfimages: %v", err)
	}
	return len(regexp.MustCompile(`(?m)^ *[0-9]+ +[0-9]+ image `).FindAll(list, -1))
}

// TestOutreachDocx holds the Word document to say what the Markdown says, and to open.
func TestOutreachDocx(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	w := fetch(h, http.MethodGet, "/sosialisasi/bahan.docx"+fullBasket)
	text := docxText(t, w.Body.Bytes())
	for _, want := range []string{"Bahan sosialisasi untuk jaksa, 45 menit\n", "Rencana pemandu\n", "Lembar bacaan\n", "Jawaban kuis, untuk pemandu\n", "Persetujuan korban perdagangan orang tidak menghilangkan penuntutan"} {
		if !strings.Contains(text, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	for _, mark := range []string{"**", "|--", "\n#", "\n> ", "\n- "} {
		if strings.Contains(text, mark) {
			t.Errorf("the mark %q of Markdown shows in the document", mark)
		}
	}
	parts := zipParts(t, w.Body.Bytes())
	drawn, _ := corpus.PictureOf("jalan-aman")
	if !bytes.Contains(parts["word/document.xml"], []byte(`descr="`+drawn.Alt+`"`)) || parts["word/media/image1.png"] == nil {
		t.Error("the drawing, or its words, are missing")
	}
	pdf := convertToPDF(t, "bahan.docx", w.Body.Bytes())
	if !strings.Contains(pdfText(t, pdf), "Bahan sosialisasi untuk jaksa") {
		t.Error("the PDF lacks the title")
	}
	if n := pdfPictures(t, pdf); n != 1 {
		t.Errorf("the PDF has %d pictures, want 1", n)
	}
}

// TestOutreachPptx holds the presentation to be whole: every part named, well-formed, every relation leading to a part,
// a slide and its notes for every slide of the page; and to open.
func TestOutreachPptx(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	w := fetch(h, http.MethodGet, "/sosialisasi/salindia.pptx"+fullBasket)
	parts := zipParts(t, w.Body.Bytes())
	slides := fetchPage(t, h, "/sosialisasi/salindia"+fullBasket, http.StatusOK).Find(".slide").Length()
	for i := range slides {
		for _, part := range []string{fmt.Sprintf("ppt/slides/slide%d.xml", i+1), fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1)} {
			if parts[part] == nil || !bytes.Contains(parts["[Content_Types].xml"], []byte(`PartName="/`+part+`"`)) {
				t.Errorf("%s is missing or has no type", part)
			}
		}
	}
	if parts[fmt.Sprintf("ppt/slides/slide%d.xml", slides+1)] != nil {
		t.Errorf("more than the %d slides of the page", slides)
	}
	target := regexp.MustCompile(`Target="([^"]+)"`)
	for name, part := range parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		base := filepath.Dir(filepath.Dir(name))
		for _, m := range target.FindAllSubmatch(part, -1) {
			if to := filepath.Join(base, string(m[1])); parts[to] == nil {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
		}
	}
	if notes := string(parts["ppt/notesSlides/notesSlide1.xml"]); !strings.Contains(notes, "Sambut peserta") {
		t.Error("the first slide has no notes")
	}
	drawn, _ := corpus.PictureOf("jalan-aman")
	if !slices.ContainsFunc(slices.Collect(maps.Values(parts)), func(part []byte) bool { return bytes.Contains(part, []byte(`descr="`+drawn.Alt+`"`)) }) || parts["ppt/media/jalan-aman.png"] == nil {
		t.Error("the drawing, or its words, are missing")
	}
	file := convertToPDF(t, "salindia.pptx", w.Body.Bytes())
	if n := pdfPictures(t, file); n != 1 {
		t.Errorf("the PDF has %d pictures, want 1", n)
	}
	pdf := pdfText(t, file)
	for _, want := range []string{"Perdagangan orang: kenali, cegah, laporkan", "Persetujuan korban perdagangan orang tidak menghilangkan penuntutan"} {
		if !strings.Contains(pdf, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
}

// zipParts reads a package of Office Open XML; every part of XML must be well-formed.
func zipParts(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(b)); strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels"); {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is not well-formed: %v", f.Name, err)
			}
		}
		parts[f.Name] = b
	}
	return parts
}

// TestDrawings holds every drawing to be one that can be read from afar and in every colour scheme.
func TestDrawings(t *testing.T) {
	size, viewBox := regexp.MustCompile(`font-size="([0-9.]+)"`), regexp.MustCompile(`viewBox="0 0 ([0-9.]+) `)
	const column = 328 // pixels of a page 360 wide, its margins aside
	for _, p := range corpus.Pictures {
		b, err := os.ReadFile("drawings/" + p.Key + ".svg")
		if err != nil {
			t.Error(err)
			continue
		}
		width, err := strconv.ParseFloat(string(viewBox.FindSubmatch(b)[1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range size.FindAllSubmatch(b, -1) {
			if points, _ := strconv.ParseFloat(string(m[1]), 64); points*column/width < 14 {
				t.Errorf("%s: letters of %s are %.1f pixels high at 360, want 14", p.Key, m[1], points*column/width)
			}
		}
		for _, forbidden := range []string{"style=", "<script", "#", "rgb(", "href"} {
			if bytes.Contains(b, []byte(forbidden)) {
				t.Errorf("%s holds %q", p.Key, forbidden)
			}
		}
		if len(p.Alt) < 80 || bytes.Count(b, []byte("<text")) < 5 {
			t.Errorf("%s has %d texts and the words %q for who does not see it", p.Key, bytes.Count(b, []byte("<text")), p.Alt)
		}
	}
}

// TestExercises holds an exercise to give nothing away: the outcome is folded, the guide gets the day and nothing else.
func TestExercises(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	list := fetchPage(t, h, "/sosialisasi/latihan", http.StatusOK)
	rows := list.Find(".exercises a")
	if rows.Length() < 20 {
		t.Fatalf("%d exercises, want at least 20", rows.Length())
	}
	if text := textOf(list.Find(".exercises")); regexp.MustCompile(`(?i)dipidana|terbukti|bebas|penjara|pasal`).MatchString(text) {
		t.Error("the list gives outcomes away")
	}
	differ := 0
	for _, address := range hrefs(rows) {
		doc := fetchPage(t, h, address, http.StatusOK)
		guide := hrefs(doc.Find(`a[href^="/panduan/pasal"]`))
		if len(guide) != 1 || !regexp.MustCompile(`^/panduan/pasal\?tanggal=[0-9-]{10}$`).MatchString(guide[0]) {
			t.Errorf("%s leads to the guide by %q", address, guide)
		}
		if doc.Find("details").Length() != 3 || doc.Find("details[open]").Length() > 0 || doc.Find("details").First().Find(".counts li").Length() == 0 {
			t.Errorf("%s: want three closed parts, the first with the charges", address)
		}
		doc.Find("details").Remove()
		if text := textOf(doc.Find(".exercise")); strings.Contains(text, "dinyatakan terbukti") || strings.Contains(text, "Dipidana") {
			t.Errorf("%s tells the outcome before it is asked", address)
		}
		differ += fetchPage(t, h, address, http.StatusOK).Find("details:last-of-type ul a[href*='/pasal/']").Length()
	}
	if differ == 0 {
		t.Error("guide, charges and judgments never differ, which cannot be")
	}
}

// TestGlossary looks at the word whose meanings matter most, and at the way to it from a topic.
func TestGlossary(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	doc := fetchPage(t, h, "/glosarium", http.StatusOK)
	child := doc.Find("#anak")
	if text := textOf(child); !strings.Contains(text, "termasuk anak yang masih dalam kandungan") || !strings.Contains(text, "Artinya tidak sama di semua peraturan") || !strings.Contains(text, "UU 21/2007") || child.Find(".meanings > div").Length() < 3 {
		t.Errorf("Anak: %q", text)
	}
	ids := map[string]bool{}
	doc.Find(".word").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if ids[id] || id == "" {
			t.Errorf("the word %q has the id %q again", textOf(s.Find("h3")), id)
		}
		ids[id] = true
	})
	links := hrefs(fetchPage(t, h, "/materi/tiga-unsur", http.StatusOK).Find(`section a[href^="/glosarium#"]`))
	if len(links) == 0 {
		t.Error("no word of the topic leads to the glossary")
	}
	for _, l := range links {
		if !ids[strings.TrimPrefix(l, "/glosarium#")] {
			t.Errorf("%s leads to no word", l)
		}
	}
	if before := textOf(fetchPage(t, h, "/glosarium?tanggal=2000-01-01", http.StatusOK).Find("#anak")); strings.Contains(before, "UU 21/2007") && !strings.Contains(before, "Belum berlaku") {
		t.Error("the glossary of 2000 has the law of 2007 without saying so")
	}
}

// TestSearchMaterials finds a topic as its own kind.
func TestSearchMaterials(t *testing.T) {
	t.Parallel()
	h := newTestSite(t).site
	doc := fetchPage(t, h, "/cari?q=korban+setuju+pelaku+tetap+dituntut&jenis=materi", http.StatusOK)
	first := doc.Find(".hit").First()
	if got := hrefs(first.Find("h2 a")); !slices.Equal(got, []string{"/materi/persetujuan"}) || textOf(first.Find(".badge")) != "Bahan sosialisasi" {
		t.Errorf("the first hit is %q, %q", got, textOf(first))
	}
	if h1 := textOf(doc.Find("h1")); !strings.Contains(h1, " bahan") {
		t.Errorf("the heading is %q", h1)
	}
}

// TestMaterialReading holds every topic to tell a trainer how hard its handout is to read.
func TestMaterialReading(t *testing.T) {
	t.Parallel()
	s := newTestSite(t)
	told := regexp.MustCompile(`^Lembar bacaan: [1-9][0-9]* kata, rata-rata [1-9][0-9]*,[0-9] kata dalam satu kalimat, yang terpanjang [1-9][0-9]*; [0-9]+% kata tidak umum\.( Kata yang mungkin perlu dijelaskan: .+\.)?$`)
	for _, m := range s.library.Materials() {
		if got := textOf(fetchPage(t, s.site, "/"+m.ID, http.StatusOK).Find(".reading")); !told.MatchString(got) {
			t.Errorf("%s says %q", m.ID, got)
		}
	}
}
