package digest

import (
	"strings"
	"unicode"

	"suluh/corpus"
)

// masked stands for a word that may be a name.
const masked = "[…]"

// mask hides every word that no law of the collection uses, and all words that stand where names stand: after "bin",
// "alias", "saksi" and their like, up to the next word of the kind that goes on with the sentence.
func mask(text string, l *corpus.Library) string {
	known := vocabulary(l)
	var out strings.Builder
	naming, numbered := false, false
	for line := range strings.Lines(text) {
		for i, w := range strings.Fields(line) {
			if i > 0 {
				out.WriteByte(' ')
			}
			switch {
			case leadsToName[w]:
				naming, numbered = true, numbered || leadsToNumber[w]
				out.WriteString(w)
			case goesOn[w] || isNumber(w) && !numbered:
				naming, numbered = false, false
				out.WriteString(w)
			case naming || !known[w]:
				out.WriteString(masked)
			default:
				out.WriteString(w)
			}
		}
		naming, numbered = false, false
		out.WriteByte('\n')
	}
	return strings.ReplaceAll(out.String(), masked+" "+masked, masked)
}

func isNumber(w string) bool {
	for _, r := range w {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return len(w) < 7 // longer ones are of telephones, cards and accounts
}

// leadsToName are the words after which a name stands.
var leadsToName = set("terdakwa", "saksi", "korban", "bin", "binti", "alias", "als", "al", "bernama", "nama", "an", "sdr", "sdri", "saudara", "saudari", "anak",
	"bapak", "ibu", "mama", "hakim", "panitera", "advokat", "dusun", "desa", "kampung", "kelurahan", "kecamatan", "jalan", "jl", "hotel", "toko", "pt", "cv", "merk", "merek", "milik", "kepada", "polisi", "nomor", "no", "nopol",
	"rekening", "telepon", "telp", "hp", "handphone", "nik", "imei")

// leadsToNumber are the words among them after which a number tells who somebody is.
var leadsToNumber = set("nomor", "no", "nopol", "polisi", "rekening", "telepon", "telp", "hp", "handphone", "nik", "imei")

// goesOn are the words with which a sentence goes on after a name.
var goesOn = set("telah", "terbukti", "tidak", "tersebut", "oleh", "dengan", "bersalah", "dan", "yang", "untuk", "dari", "secara", "melakukan", "pidana", "menyatakan", "menjatuhkan",
	"menetapkan", "memerintahkan", "membebankan", "dikembalikan", "dirampas", "dalam", "pada", "sebagaimana", "pasal", "ayat", "uu", "undang", "tahun", "bulan", "hari", "rupiah", "rp", "penjara", "denda", "selama", "sebesar", "kurungan")

func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// vocabulary is every word of the texts of the laws, which name nobody but who signed them.
func vocabulary(l *corpus.Library) map[string]bool {
	out := map[string]bool{}
	for _, w := range l.Works() {
		for _, a := range w.Articles() {
			for _, word := range strings.Fields(normal(a.Plain())) {
				out[word] = true
			}
		}
	}
	return out
}
