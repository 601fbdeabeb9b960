package indonesian

import "strings"

// An exception gives whole words the stem the law wants, where the rules would join what lawyers keep apart or part what they
// join. The words are recognised before a clitic too (penanganannya). The stem counts as a root from then on and takes affixes, so
// most entries need no words: pemerintah alone keeps pemerintahan from perintah.
type exception struct {
	stem  string
	words string // besides the stem itself
	why   string
}

// exceptionTable is sorted by stem. The reasons are for the lawyer who reviews it.
//
// Compounds written together under a pair of affixes (penyalahgunaan) keep a joined stem, and [Thesaurus] ties it to the two
// words. Three of them, which the law uses as the name of a field, stem to the word that carries the sense: ketenagakerjaan to
// kerja, kewarganegaraan to warga, pertanggungjawaban to tanggung.
var exceptionTable = []exception{
	{"alami", "pengalaman berpengalaman", "to undergo; alam is nature"},
	{"antarnegara", "", "across states, an element of organised crime; antar is to deliver"},
	{"atasan", "", "the superior; atas is a preposition"},
	{"awas", "pengawasan", "not kawasan (an area)"},
	{"berangkat", "", "to depart; angkat is to appoint, to adopt"},
	{"beritahu", "", "a notice; neither beri (give) nor berita (news)"},
	{"berlaku", "", "to be in force; melakukan is to do"},
	{"erti", "dimengerti", "to understand, and the definition; arti stands apart"},
	{"guna", "penggunaan", "see pengguna"},
	{"hukuman", "menghukum dihukum terhukum", "the punishment; hukum is the law, and is everywhere"},
	{"ikutserta", "", "compound"},
	{"keluar", "", "out, and to issue (mengeluarkan); luar stands in luar negeri"},
	{"kependudukan", "", "civil registration; penduduk is the inhabitant"},
	{"keputusan", "", "an administrative decision (Keputusan Presiden); putusan is a judgment"},
	{"kerja", "ketenagakerjaan", "compound, by its carrying word"},
	{"ketahanan", "", "resilience; tahan is to detain"},
	{"masuk", "pemasukan", "not pasukan (troops)"},
	{"meninggal", "", "to die; tinggal is to reside"},
	{"pemerintah", "", "the government; perintah is an order"},
	{"pendapat", "", "an opinion; dapat is to get"},
	{"pendapatan", "", "income; neither opinion nor getting"},
	{"penduduk", "", "the inhabitant; duduk is to sit, kedudukan a position"},
	{"pengacara", "", "the lawyer; acara is procedure"},
	{"pengguna", "", "the employer of UU 39/2004, and whoever uses a victim; menggunakan is to use"},
	{"perbuatan", "berbuat perbuat diperbuat", "the act that is punished; buat is to make (membuat dokumen)"},
	{"perlakuan", "memperlakukan diperlakukan perlakukan", "treatment of persons; melakukan is to do"},
	{"perseorangan", "perorangan perseorang", "the individual, as against the corporation; orang is everybody"},
	{"pertahanan", "mempertahankan dipertahankan", "defence; tahan is to detain"},
	{"peserta", "", "a participant in a training or insurance; penyertaan (serta) is complicity"},
	{"salahguna", "", "compound: abuse of power is one of the means"},
	{"sebarluas", "", "compound"},
	{"tahu", "ketahui", "to know, an element of the offence"},
	{"tandatangan", "", "compound"},
	{"tangani", "penanganan", "to handle a case; tangan is the hand"},
	{"tanggung", "tanggungjawab", "compound, by its carrying word"},
	{"tertentu", "", "certain, specified; menentukan (tentu) is to determine"},
	{"tindaklanjut", "", "compound"},
	{"tinggal", "meninggalkan", "to leave behind; see meninggal"},
	{"ubah", "merubah dirubah", "merubah is a common misspelling"},
	{"warga", "warganegara", "compound, by its carrying word"},
	{"wenang", "wewenang", "reduplicated root"},
}

// exceptions maps every word of the table, and every stem, to the stem.
var exceptions = func() map[string]string {
	m := make(map[string]string)
	for _, e := range exceptionTable {
		m[e.stem] = e.stem
		for _, word := range strings.Fields(e.words) {
			m[word] = e.stem
		}
	}
	return m
}()
