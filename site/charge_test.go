package site_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"suluh/corpus"
	"suluh/corpus/charge"
	"suluh/site"
)

// Facts of the scenarios, as an address writes them.
const (
	// A girl of 16, her parents paid, a forged KTP, Kupang to Malaysia, unpaid work.
	scenario2016 = "tanggal=2016-06-15&korban-anak=ya&korban-wni=ya&orang-tua-setuju=ya&merekrut=ya&mengirim=ya&dibawa-ke-luar-negeri=ya&pemalsuan=ya" +
		"&bayaran-kepada-pengendali=ya&tujuan-tenaga=ya&eksploitasi-di-indonesia=tidak&eksploitasi-di-luar-negeri=ya&tereksploitasi=ya&dokumen-palsu=ya" +
		"&orang-perseorangan=ya&menempatkan=ya&kerja-luar-negeri=ya"
	// Adults sent by an individual without papers, paid as promised.
	adults2019 = "tanggal=2019-05-01&korban-anak=tidak&korban-wni=ya&merekrut=ya&mengirim=ya&dibawa-ke-luar-negeri=ya&menempatkan=ya&orang-perseorangan=ya&kerja-luar-negeri=ya" +
		"&tujuan-pelacuran=tidak&tujuan-kerja-paksa=tidak&tujuan-penindasan=tidak&tujuan-organ=tidak&tujuan-tenaga=tidak&tujuan-pemanfaatan-fisik=tidak&tereksploitasi=tidak"
)

// The same as in 2016, later.
var (
	scenario2019 = strings.Replace(scenario2016, "2016-06-15", "2019-05-01", 1)
	scenario2026 = strings.Replace(scenario2016, "2016-06-15", "2026-03-10", 1)
)

func guideAddress(facts string) string { return "/panduan/pasal?" + facts }

func TestGuideWithoutFacts(t *testing.T) {
	d := fetchPage(t, newTestSite(t).site, "/panduan/pasal", http.StatusOK)
	if got := textOf(d.Find("h1")); got != "Panduan memilih pasal" {
		t.Errorf("heading %q", got)
	}
	// Before the day is known nothing else is asked, for it decides what must be.
	if got := d.Find("form.questions [name]").Length(); got != 2 || d.Find("input[name=tanggal]").Length() != 1 {
		t.Errorf("%d answers are asked for, want the two days", got)
	}
	if d.Find(".charge").Length() > 0 || d.Find(".exports").Length() > 0 || !strings.Contains(textOf(d.Find("#jawaban")), "Isi dahulu tanggal perbuatan") {
		t.Errorf("without a day the page answers %q", textOf(d.Find("#jawaban")))
	}
	if got := textOf(d.Find(".progress")); got != "0 pertanyaan terjawab" {
		t.Errorf("progress %q", got)
	}
	examples := hrefs(d.Find("section[aria-labelledby=contoh] a"))
	if len(examples) < 4 {
		t.Errorf("examples %q", examples)
	}
	for _, address := range examples {
		if d := fetchPage(t, newTestSite(t).site, address, http.StatusOK); d.Find(".charge").Length() == 0 || d.Find(".problems .notice").Length() > 0 {
			t.Errorf("the example %s gives no charge, or %q", address, textOf(d.Find(".problems")))
		}
	}
}

// TestGuideScenarios holds the first three scenarios and the fifth to what the page says of them.
func TestGuideScenarios(t *testing.T) {
	tests := []struct {
		name, facts string
		order       []string // of the charges that fit, the first of them
		absent      []string // from the charges that fit
		says        []string
	}{
		{"girl of 16, 2016", scenario2016, []string{"Pasal 4 UU 21/2007 primair", "Pasal 6 UU 21/2007 alternatif", "Pasal 102 ayat (1) huruf a UU 39/2004 subsidair", "Pasal 19 UU 21/2007 kumulatif"},
			[]string{"Pasal 81 UU 18/2017", "Pasal 455", "Pasal 2 "}, []string{"penjara 4 tahun sampai 20 tahun dan denda Rp160.000.000 sampai Rp800.000.000", "Baru berlaku 2 Januari 2026."}},
		{"the same, 2019", scenario2019, []string{"Pasal 4 UU 21/2007 primair", "Pasal 6 UU 21/2007 alternatif", "Pasal 81 UU 18/2017 subsidair", "Pasal 19 UU 21/2007 kumulatif"},
			[]string{"39/2004", "Pasal 455", "Pasal 2 "}, []string{"Tidak berlaku lagi sesudah 21 November 2017."}},
		{"the same, 2026", scenario2026, []string{"Pasal 4 UU 21/2007 primair", "Pasal 6 UU 21/2007 alternatif"},
			[]string{"39/2004", "Pasal 455", "Pasal 2 "}, []string{"penjara paling lama 20 tahun dan/atau denda paling banyak Rp6.666.666.666", "Tidak berlaku lagi sesudah 1 Januari 2026."}},
		{"adults, paid as promised, 2019", adults2019, []string{"Pasal 81 UU 18/2017"}, []string{"21/2007"}, []string{"Unsur yang tidak ada: dengan maksud untuk dieksploitasi di luar wilayah negara Republik Indonesia"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := fetchPage(t, newTestSite(t).site, guideAddress(tt.facts), http.StatusOK)
			order := textOf(d.Find(".order"))
			if order == "" { // one charge only
				order = textOf(d.Find(".charge h3 .badge + a"))
			}
			at := -1
			for _, want := range tt.order {
				i := strings.Index(order, want)
				if i < at || i < 0 {
					t.Errorf("the charges are %q, want %q at its place in %q", order, want, tt.order)
				}
				at = i
			}
			for _, unwanted := range tt.absent {
				if strings.Contains(order, unwanted) {
					t.Errorf("the charges are %q, want no %s", order, unwanted)
				}
			}
			answer := textOf(d.Find("#jawaban"))
			for _, want := range tt.says {
				if !strings.Contains(answer, want) {
					t.Errorf("the answer does not say %q", want)
				}
			}
			if strings.Contains(strings.ToLower(answer), "bersalah") {
				t.Error("the answer speaks of guilt")
			}
		})
	}
}

// TestGuideShowsTheFacts puts every answer back into its question, and counts them.
func TestGuideShowsTheFacts(t *testing.T) {
	const facts = "tanggal=2019-05-01&korban-anak=ya&korban-wni=tidak&jumlah-pelaku=3"
	d := fetchPage(t, newTestSite(t).site, guideAddress(facts), http.StatusOK)
	for selector, want := range map[string]string{
		"input[name=tanggal]": "2019-05-01", "input[name=jumlah-pelaku]": "3",
		"input[name=korban-anak][checked]": "ya", "input[name=korban-wni][checked]": "tidak", "input[name=korban-setuju][checked]": "",
	} {
		if s := d.Find(selector); s.Length() != 1 || s.AttrOr("value", "none") != want {
			t.Errorf("%s holds %q in %d elements, want %q", selector, s.AttrOr("value", "none"), s.Length(), want)
		}
	}
	if got := textOf(d.Find(".progress")); got != "4 pertanyaan terjawab, 0 pasal cocok" {
		t.Errorf("progress %q", got)
	}
	if got := textOf(d.Find("#kelompok-korban summary")); !strings.HasPrefix(got, "Korban 2/") {
		t.Errorf("the group of the victim says %q", got)
	}
	// A question that follows from another appears once that one is answered.
	if d.Find("[name=anak-di-bawah-12]").Length() == 0 || d.Find("[name=luka-berat]").Length() > 0 {
		t.Error("a question that follows from a yes is left out, or one that does not is asked")
	}
	for _, q := range d.Find(".questions fieldset").EachIter() {
		if q.Find("input[type=radio]").Length() != 3 || q.Find("input[checked]").Length() != 1 || textOf(q.Find("legend")) == "" {
			t.Errorf("a question without its three answers, or without one chosen: %q", textOf(q))
		}
	}
}

func TestGuideNonsense(t *testing.T) {
	tests := []struct{ name, facts, says string }{
		{"bad day", "tanggal=kemarin", `"kemarin" bukan tanggal`},
		{"no such day", "tanggal=2019-02-30", `"2019-02-30" bukan tanggal`},
		{"day before the law", "tanggal=0001-01-01", "Suluh menjawab untuk tanggal 18 Agustus 1945 sampai 31 Desember 2099, bukan 1 Januari 1."},
		{"day far off", "tanggal=9999-12-31", "Suluh menjawab untuk tanggal 18 Agustus 1945"},
		{"last day before the first", "tanggal=2019-05-01&tanggal-akhir=2018-05-01", "tanggal-akhir (2018-05-01) lebih awal daripada tanggal (2019-05-01)"},
		{"bad answer", "tanggal=2019-05-01&korban-anak=mungkin", `korban-anak: tulis ya, tidak, atau tidak-tahu, bukan "mungkin"`},
		{"markup", "tanggal=2019-05-01&korban-anak=%3Cscript%3Ealert(1)%3C/script%3E", "korban-anak: tulis ya, tidak"},
		{"bad number", "tanggal=2019-05-01&jumlah-pelaku=-3", `jumlah-pelaku: "-3" bukan bilangan`},
		{"number too large", "tanggal=2019-05-01&jumlah-pelaku=99999999999999999999", `bukan bilangan`},
	}
	h := newTestSite(t).site
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := fetch(h, http.MethodGet, guideAddress(tt.facts))
			if w.Code != http.StatusOK {
				t.Fatalf("status %d, want %d", w.Code, http.StatusOK)
			}
			if problem := checkAnswer(w); problem != "" {
				t.Error(problem)
			}
			d := parsePage(t, w.Body.String())
			if got := textOf(d.Find(".problems")); !strings.Contains(got, tt.says) {
				t.Errorf("the page says %q, want %q in it", got, tt.says)
			}
			for _, q := range d.Find(".questions fieldset").EachIter() {
				if q.Find("input[checked]").Length() != 1 {
					t.Errorf("no answer is chosen for %q", textOf(q.Find("legend")))
				}
			}
			// The notes cannot be made from what cannot be read.
			for _, ext := range []string{".md", ".docx"} {
				if w := fetch(h, http.MethodGet, "/panduan/pasal"+ext+"?"+tt.facts); w.Code != http.StatusBadRequest || checkAnswer(w) != "" {
					t.Errorf("%s: status %d, %s, want %d", ext, w.Code, checkAnswer(w), http.StatusBadRequest)
				}
			}
		})
	}
	// The notes that the page offers are made from what can be read.
	d := fetchPage(t, h, guideAddress("tanggal=2019-05-01&korban-anak=mungkin&korban-wni=ya"), http.StatusOK)
	if got := hrefs(d.Find(".exports a")); !slices.Equal(got, []string{"/panduan/pasal.md?korban-wni=ya&tanggal=2019-05-01", "/panduan/pasal.docx?korban-wni=ya&tanggal=2019-05-01"}) {
		t.Errorf("notes at %q", got)
	}
	// What the guide does not ask, it does not hear.
	if d := fetchPage(t, h, guideAddress("tanggal=2019-05-01&x=y"), http.StatusOK); d.Find(".problems .notice").Length() > 0 {
		t.Errorf("a stray parameter gives %q", textOf(d.Find(".problems")))
	}
}

// TestGuideRedirects drops the questions that a form sent unanswered, so that a link holds only what is known.
func TestGuideRedirects(t *testing.T) {
	h := newTestSite(t).site
	for address, want := range map[string]string{
		"/panduan/pasal?tanggal=2019-05-01&korban-anak=&korban-wni=ya&tanggal-akhir=": "/panduan/pasal?korban-wni=ya&tanggal=2019-05-01",
		"/panduan/pasal?tanggal=&tanggal-akhir=":                                      "/panduan/pasal",
	} {
		if w := fetch(h, http.MethodGet, address); w.Code != http.StatusSeeOther || w.Header().Get("Location") != want {
			t.Errorf("GET %s: status %d to %q, want %d to %q", address, w.Code, w.Header().Get("Location"), http.StatusSeeOther, want)
		}
	}
	// A form with every question, answered or not, is not too long to be sent.
	for _, value := range []string{"", "tidak"} {
		all := url.Values{}
		for _, f := range newTestSite(t).rules.Facts {
			if all.Set(f.ID, value); f.Type != charge.YesNo {
				all.Set(f.ID, map[charge.FactType]string{charge.Day: "2019-05-01", charge.Number: "100000"}[f.Type])
			}
		}
		if w := fetch(h, http.MethodGet, guideAddress(all.Encode())); w.Code != http.StatusOK && w.Code != http.StatusSeeOther {
			t.Errorf("all questions with %q, %d bytes: status %d", value, len(all.Encode()), w.Code)
		}
	}
}

// TestGuideLogsNoFacts keeps what is asked about a case out of the log.
func TestGuideLogsNoFacts(t *testing.T) {
	var log bytes.Buffer
	p := newTestSite(t)
	s, err := site.New(site.Config{Library: p.library, Search: p.engine, Rules: p.rules, Now: func() time.Time { return testNow }, Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{guideAddress(scenario2016), "/panduan/pasal.md?" + scenario2016, "/panduan/pasal.docx?" + scenario2016, guideAddress("tanggal=kemarin"), "/panduan/pasal.md?korban-anak=ya"} {
		fetch(s, http.MethodGet, address)
	}
	if n := strings.Count(log.String(), "path=/panduan/pasal"); n != 5 {
		t.Errorf("%d lines for 5 requests: %s", n, log.String())
	}
	for _, word := range []string{"korban", "tanggal", "2016", "kemarin", "=" + "ya"} {
		if strings.Contains(log.String(), word) {
			t.Errorf("the log holds %q: %s", word, log.String())
		}
	}
}

// TestGuideLinks follows every link of answers of all times: each leads to a page of the day of the act, and to a place on it.
func TestGuideLinks(t *testing.T) {
	w := &walk{newTestSite(t).site, map[string]*walkedPage{}}
	const across = "tanggal=2025-12-20&tanggal-akhir=2026-01-10&korban-anak=ya&merekrut=ya&penipuan=ya&tujuan-pelacuran=ya&eksploitasi-di-indonesia=ya&korporasi=ya&mati=ya&tereksploitasi=ya"
	var pages []string
	for _, facts := range []string{scenario2016, scenario2019, scenario2026, adults2019, across, "tanggal=1945-08-18", "tanggal=2099-12-31&korban-anak=ya"} {
		pages = append(pages, guideAddress(facts))
	}
	w.fetchAll(pages)
	var further []string
	for _, address := range pages {
		for _, link := range w.pages[address].links {
			if to, _, ok := w.resolve(address, link); ok && w.pages[to] == nil && !slices.Contains(further, to) {
				further = append(further, to)
			}
		}
	}
	w.fetchAll(further)
	for _, address := range pages {
		checkPage(t, w.pages[address], false)
		w.checkLinks(t, w.pages[address])
	}
	for _, address := range further {
		if status := w.pages[address].status; status != http.StatusOK {
			t.Errorf("%s: status %d", address, status)
		}
	}
}

func TestGuideMarkdown(t *testing.T) {
	w := fetch(newTestSite(t).site, http.MethodGet, "/panduan/pasal.md?"+scenario2019)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/markdown; charset=utf-8" || w.Header().Get("Content-Disposition") != `attachment; filename="catatan-pasal.md"` {
		t.Fatalf("status %d, %q, %q", w.Code, w.Header().Get("Content-Type"), w.Header().Get("Content-Disposition"))
	}
	body := w.Body.String()
	for _, want := range []string{
		"Perbuatan 1 Mei 2019, ditimbang 24 November 2026 menurut koleksi Suluh versi " + newTestSite(t).library.Version(),
		"- Apakah korban warga negara Indonesia? **ya**\n", "### PRIMAIR: Pasal 4 UU 21/2007", "### SUBSIDAIR: Pasal 81 UU 18/2017",
		"| Unsur | Dasar | Keadaan | Alat bukti |", "2. Korban anak: ditambah sepertiga: penjara 4 tahun sampai 20 tahun",
		"Hukum berubah: Sejak 2 Januari 2026:", "restitusi", "(Pasal 48 UU 21/2007", "## Yang belum diketahui", "## Kerangka surat dakwaan", "………",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the note lacks %q", want)
		}
	}
	// Every row of a table has as many cells as its head.
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, "|") && strings.Count(line, "|")-strings.Count(line, `\|`) != 5 {
			t.Errorf("a row with other cells: %s", line)
		}
	}
	if w := fetch(newTestSite(t).site, http.MethodGet, "/panduan/pasal.md"); w.Code != http.StatusBadRequest {
		t.Errorf("a note without facts: status %d, want %d", w.Code, http.StatusBadRequest)
	}
}

// docxText returns the words of a Word document, and fails if a part of it is no XML.
func docxText(t *testing.T, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatalf("no zip: %v", err)
	}
	var text strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r) // checks the sum
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if !slices.Contains([]string{".xml", ".rels"}, filepath.Ext(f.Name)) {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(part)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s is not well-formed: %v", f.Name, err)
			}
			switch token := token.(type) {
			case xml.CharData:
				if f.Name == "word/document.xml" {
					text.Write(token)
				}
			case xml.EndElement:
				if token.Name.Local == "p" {
					text.WriteString("\n")
				}
			}
		}
	}
	return text.String()
}

func TestGuideDocx(t *testing.T) {
	h := newTestSite(t).site
	w := fetch(h, http.MethodGet, "/panduan/pasal.docx?"+scenario2019)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ||
		w.Header().Get("Content-Disposition") != `attachment; filename="catatan-pasal.docx"` {
		t.Fatalf("status %d, %q, %q", w.Code, w.Header().Get("Content-Type"), w.Header().Get("Content-Disposition"))
	}
	text := docxText(t, w.Body.Bytes())
	for _, want := range []string{"Catatan penimbangan pasal\n", "PRIMAIR: Pasal 4 UU 21/2007, Membawa WNI ke luar negeri untuk dieksploitasi\n", "Apakah korban warga negara Indonesia? ya\n",
		"Alat bukti\n", "Cap perlintasan imigrasi", "Kerangka surat dakwaan\n", "Bahwa terdakwa ………"} {
		if !strings.Contains(text, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	if strings.Contains(text, "**") || strings.Contains(text, "|") || strings.Contains(text, "\n#") {
		t.Error("Markdown shows in the document")
	}
	t.Run("opens in LibreOffice", func(t *testing.T) {
		office, err := exec.LookPath("soffice")
		if err != nil {
			lacking(t, "soffice is missing: apt-get install libreoffice-writer-nogui")
		}
		dir := t.TempDir()
		file := filepath.Join(dir, "catatan.docx")
		if err := os.WriteFile(file, w.Body.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+dir+"/profil", "--headless", "--convert-to", "pdf", "--outdir", dir, file).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		pdf, err := os.ReadFile(filepath.Join(dir, "catatan.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if text := pdfText(t, pdf); !strings.Contains(text, "Pasal 4 UU 21/2007") {
			t.Error("the PDF lacks the article")
		}
	})
}

// TestChargeJSON checks the answer for machines against the answer itself.
func TestChargeJSON(t *testing.T) {
	r := newTestSite(t).rules
	f, problems := r.ReadFacts("f", []byte("tanggal: 2019-05-01\nkorban-wni: ya\ndibawa-ke-luar-negeri: ya\ntujuan-tenaga: ya\neksploitasi-di-luar-negeri: ya\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f.Today = corpus.DateOf(testNow)
	answer := r.Weigh(f)
	got := site.ChargeJSON(answer)
	if got.Date != "2019-05-01" || len(got.Charges) != len(answer.Charges) {
		t.Fatalf("ChargeJSON = %s with %d charges, want 2019-05-01 with %d", got.Date, len(got.Charges), len(answer.Charges))
	}
	statuses := map[charge.Status]bool{}
	for i, c := range got.Charges {
		want := answer.Charges[i]
		statuses[c.Status] = true
		if c.Offence != want.Offence.Portion || c.Status != want.Status || c.Place != want.Place || len(c.Elements) != len(want.Elements) || len(c.Reasons) != len(want.Reasons) {
			t.Errorf("charge %d is %+v, want %s %s %s", i, c, want.Offence.Portion, want.Status, want.Place)
		}
		if (c.Penalty == nil) != (c.Status == charge.NotLaw) || c.Penalty != nil && c.Penalty.Words == "" {
			t.Errorf("%s, %s, has the penalty %+v", c.Offence, c.Status, c.Penalty)
		}
	}
	if len(statuses) < 3 {
		t.Errorf("only the statuses %v", slices.Collect(maps.Keys(statuses)))
	}
}

// TestArticleShowsElements opens the guide from the article, on its day, and shows what must be proved.
func TestArticleShowsElements(t *testing.T) {
	h := newTestSite(t).site
	tests := []struct {
		address  string
		elements []string
		guide    string
	}{
		{"/uu/2007/21/pasal/4", []string{"membawa warga negara Indonesia ke luar wilayah negara Republik Indonesia", "dengan maksud untuk dieksploitasi di luar wilayah"}, "/panduan/pasal"},
		{"/uu/2007/21/pasal/4?tanggal=2019-05-01", []string{"membawa warga negara Indonesia"}, "/panduan/pasal?tanggal=2019-05-01"},
		{"/uu/2023/1/pasal/455", []string{"mengeksploitasi"}, "/panduan/pasal"},
		{"/uu/2007/21/pasal/2", []string{"melakukan perekrutan, pengangkutan, penampungan"}, "/panduan/pasal"}, // revoked
	}
	for _, tt := range tests {
		d := fetchPage(t, h, tt.address, http.StatusOK)
		section := d.Find("section[aria-labelledby=unsur]")
		for _, want := range tt.elements {
			if got := textOf(section.Find("ol")); !strings.Contains(got, want) {
				t.Errorf("%s: elements %q, want %q in them", tt.address, got, want)
			}
		}
		if !slices.Contains(hrefs(section.Find("a")), tt.guide) {
			t.Errorf("%s: no link to %s in %q", tt.address, tt.guide, hrefs(section.Find("a")))
		}
	}
	// Of an article that was changed, the offence of the day: UU 35/2014 replaced Pasal 83 UU 23/2002.
	now, before := "/uu/2002/23/pasal/83", "/uu/2002/23/pasal/83?tanggal=2010-05-01"
	if a, b := textOf(fetchPage(t, h, now, http.StatusOK).Find("#unsur ~ ol")), textOf(fetchPage(t, h, before, http.StatusOK).Find("#unsur ~ ol")); a == "" || b == "" || a == b || strings.Contains(a, b) {
		t.Errorf("%s shows the elements %q, %s %q", now, a, before, b)
	}
	for _, address := range []string{"/uu/2007/21/pasal/26", "/uu/2007/21/pasal/1", "/uu/2023/1/pasal/455?tanggal=2019-05-01"} {
		if d := fetchPage(t, h, address, http.StatusOK); d.Find("#unsur").Length() > 0 {
			t.Errorf("%s shows elements, but is no offence on that day", address)
		}
	}
}

// TestNoGuideWithoutRules serves a site without the guide.
func TestNoGuideWithoutRules(t *testing.T) {
	p := newTestSite(t)
	s, err := site.New(site.Config{Library: p.library, Search: p.engine, Now: func() time.Time { return testNow }})
	if err != nil {
		t.Fatal(err)
	}
	fetchPage(t, s, "/panduan/pasal", http.StatusNotFound)
	for _, address := range []string{"/", "/uu/2007/21/pasal/4"} {
		if links := hrefs(fetchPage(t, s, address, http.StatusOK).Find("a")); slices.ContainsFunc(links, func(l string) bool { return strings.HasPrefix(l, "/panduan/pasal") }) {
			t.Errorf("%s leads to a guide that is not there", address)
		}
	}
}
