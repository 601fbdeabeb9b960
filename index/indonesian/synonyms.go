package indonesian

import (
	"cmp"
	"slices"
	"strings"
)

// Weights of a [Synonym]. The index package multiplies a clause's boost by them.
const (
	same    = 1.0 // another name of the same thing, or its abbreviation
	near    = 0.7 // interchangeable in most questions, not in law
	wider   = 0.5 // the wider term, where a text may speak of the genus only
	related = 0.3 // often in the same article, worth a look when nothing better is found
)

// A Synonym ties terms of the field together. Terms may have several words; stop words in them do not count.
type Synonym struct {
	// Terms are equal among themselves: each expands to every other.
	Terms []string

	// To, if not empty, makes the relation one-way: each of Terms expands to each of To, and neither Terms nor To among
	// themselves. It is for the step from a narrower term to a wider one, which must not be taken back.
	To []string

	// Weight is in (0, 1]: how much a hit on the other term is worth.
	Weight float64
}

// An Expansion proposes other terms for a stretch of a query.
type Expansion struct {
	Start, End int      // the stretch, tokens[Start:End]
	Terms      []string // stemmed; several must stand together as a phrase
	Weight     float64
}

// Field returns the synonyms of the law of trafficking in persons. The slice is the caller's.
//
// Groups of the same weight and direction may share a term; relations are not followed further (TKI to pekerja migran to
// pekerja is not a way from TKI to pekerja).
func Field() []Synonym {
	return slices.Concat(
		// Trafficking and what is next to it.
		both(same, "tppo", "tindak pidana perdagangan orang", "perdagangan orang", "perdagangan manusia", "human trafficking",
			"trafficking in persons", "trafiking", "jual beli orang", "jual beli manusia"),
		both(near, "perdagangan orang", "penjualan orang", "penjualan manusia", "menjual orang", "perdagangan perempuan",
			"perdagangan anak", "perbudakan modern"),
		oneWay(wider, "perdagangan anak; penjualan anak; jual beli anak; perdagangan perempuan; perdagangan wanita; jual bayi", "perdagangan orang"),
		oneWay(related, "pengantin pesanan; kawin kontrak; mail order bride", "perdagangan orang; eksploitasi"),
		oneWay(related, "perdagangan organ; jual ginjal; jual beli ginjal; transplantasi organ", "perdagangan orang; eksploitasi"),
		both(same, "penyelundupan manusia", "penyelundupan orang", "penyelundupan migran", "people smuggling", "smuggling of migrants"),
		both(near, "perbudakan", "praktik serupa perbudakan", "penghambaan", "perhambaan", "slavery"),
		both(same, "kerja paksa", "pelayanan paksa", "forced labour", "kerja wajib"),
		both(same, "jerat utang", "penjeratan utang", "jeratan utang", "debt bondage", "lilitan utang", "ijon"),
		oneWay(wider, "kerja paksa; perbudakan; jerat utang; penindasan; pemerasan tenaga", "eksploitasi"),
		both(near, "eksploitasi seksual", "pelacuran paksa", "perbudakan seksual"),
		both(near, "penipuan", "tipu muslihat", "tipu daya", "kebohongan", "memperdaya", "iming-iming", "bujuk rayu"),
		both(near, "ancaman kekerasan", "pengancaman", "intimidasi", "diancam"),
		both(near, "penyekapan", "perampasan kemerdekaan", "merampas kemerdekaan", "penyanderaan"),
		oneWay(related, "penyekapan", "penampungan"),
		both(same, "posisi rentan", "kondisi rentan", "kerentanan", "abuse of vulnerability"),
		both(same, "penyalahgunaan kekuasaan", "abuse of power"),
		both(near, "memberi bayaran atau manfaat", "imbalan", "bayaran", "memberi manfaat"),
		both(near, "penculikan", "melarikan anak", "membawa lari anak", "penculikan anak"),

		// Migrant workers and who sends them.
		both(same, "tki", "tkw", "tenaga kerja indonesia", "tenaga kerja wanita", "pekerja migran indonesia", "pmi", "pekerja migran",
			"buruh migran", "migrant worker"),
		both(near, "calon tki", "calon pekerja migran", "calon tenaga kerja", "ctki", "cpmi"),
		both(near, "tki ilegal", "tki nonprosedural", "pekerja migran nonprosedural", "pekerja migran ilegal", "pmi ilegal",
			"tki unprosedural", "tki gelap", "non prosedural", "nonprosedural"),
		both(same, "pjtki", "pptkis", "pptki", "p3mi", "perusahaan penempatan pekerja migran indonesia", "pelaksana penempatan tki swasta",
			"perusahaan jasa tenaga kerja", "perusahaan penempatan", "pelaksana penempatan"),
		oneWay(near, "agen; agensi; agency; agen tki; penyalur tki; perusahaan pengerah", "pptkis; p3mi; pelaksana penempatan"),
		oneWay(related, "mitra usaha; agensi luar negeri", "pelaksana penempatan"),
		both(near, "calo", "perekrut", "sponsor", "makelar", "petugas lapangan", "perantara", "tekong", "calo tki"),
		both(same, "merekrut", "perekrutan", "rekrut", "pengerahan", "recruitment"),
		oneWay(wider, "calo; sponsor; tekong; cukong; germo; mucikari", "orang perseorangan"),
		both(same, "sipptki", "siup pptki", "sip3mi", "surat izin pelaksana penempatan tki", "surat izin perusahaan penempatan pekerja migran indonesia"),
		both(same, "sip2mi", "surat izin perekrutan pekerja migran indonesia"),
		oneWay(wider, "sipptki; sip3mi; sip2mi; lisensi; surat izin pengerahan; izin usaha", "izin"),
		both(same, "izin", "perizinan", "lisensi"),
		both(near, "tanpa izin", "tidak berizin", "tidak memiliki izin", "ilegal", "tidak sah"),
		both(same, "ktkln", "kartu tenaga kerja luar negeri", "e-ktkln"),
		both(same, "pap", "pembekalan akhir pemberangkatan", "orientasi pra pemberangkatan", "opp"),
		both(same, "blk", "balai latihan kerja", "blkln"),
		both(same, "bp2mi", "bnp2tki", "kp2mi", "badan pelindungan pekerja migran indonesia",
			"badan nasional penempatan dan perlindungan tenaga kerja indonesia", "badan perlindungan pekerja migran"),
		both(near, "perjanjian kerja", "kontrak kerja", "perjanjian penempatan"),
		both(same, "bursa kerja", "job order", "lowongan kerja", "demand letter"),
		both(near, "majikan", "pengguna", "pemberi kerja", "pengguna jasa"),
		both(near, "pembantu rumah tangga", "prt", "pekerja rumah tangga", "penata laksana rumah tangga", "plrt", "asisten rumah tangga"),
		both(same, "abk", "anak buah kapal", "awak kapal", "pelaut"),
		both(near, "kerja di luar negeri", "bekerja ke luar negeri", "bekerja di luar wilayah indonesia"),
		both(near, "ke luar negeri", "keluar negeri", "luar wilayah negara republik indonesia", "luar wilayah indonesia"),
		both(near, "antarnegara", "antar negara", "lintas negara", "transnasional", "lintas batas"),
		both(near, "pemberangkatan", "pengiriman", "memberangkatkan", "mengirim"),
		oneWay(wider, "pengangkutan", "mengantar; membawa"),
		oneWay(wider, "mengantar; membawa; menjemput", "pengangkutan"),
		both(near, "penampungan", "menampung", "rumah penampungan", "shelter", "asrama"),
		both(near, "penyaluran", "penempatan", "menyalurkan", "menempatkan"),
		both(near, "pemulangan", "repatriasi", "dipulangkan", "kepulangan"),
		both(same, "gaji", "upah"),
		oneWay(wider, "gaji; upah; honor", "imbalan"),
		both(near, "potongan gaji", "potong gaji", "pemotongan upah", "biaya penempatan", "overcharging", "cost structure"),
		oneWay(related, "gaji tidak dibayar; upah tidak dibayar; jam kerja panjang; kerja lembur", "eksploitasi; kerja paksa"),
		both(near, "biaya", "uang", "ongkos", "dana"),
		both(near, "pelatihan", "magang", "pemagangan", "kompetensi kerja"),
		both(same, "pemeriksaan kesehatan", "medical check up", "tes kesehatan"),

		// Papers.
		both(same, "ktp", "kartu tanda penduduk"),
		oneWay(wider, "ktp; kartu tanda penduduk; kartu keluarga; akta kelahiran", "identitas; dokumen kependudukan"),
		both(same, "kk", "kartu keluarga"),
		both(same, "paspor", "dokumen perjalanan", "surat perjalanan republik indonesia"),
		both(same, "splp", "surat perjalanan laksana paspor"),
		both(same, "skck", "surat keterangan catatan kepolisian"),
		oneWay(wider, "paspor; visa; ktp; akta kelahiran; ijazah; kartu keluarga; surat izin orang tua", "dokumen"),
		both(near, "dokumen palsu", "pemalsuan dokumen", "identitas palsu", "surat palsu", "memalsukan dokumen", "pemalsuan surat",
			"memalsukan identitas", "pemalsuan identitas", "keterangan palsu", "data palsu", "ktp palsu", "paspor palsu", "umur dipalsukan",
			"dokumen dipalsukan"),
		both(near, "menahan paspor", "paspor ditahan", "menyita paspor", "dokumen ditahan", "menguasai dokumen", "menyimpan paspor",
			"penahanan dokumen"),
		both(near, "visa", "izin tinggal", "visa kerja", "visa wisata", "visa turis", "visa kunjungan"),
		both(same, "imigrasi", "keimigrasian"),
		both(near, "deportasi", "dideportasi", "pengusiran", "dipulangkan paksa"),
		both(same, "kbri", "kjri", "perwakilan republik indonesia", "kedutaan besar", "konsulat", "perwakilan ri", "perwakilan diplomatik"),

		// Sexual exploitation.
		both(same, "pelacuran", "prostitusi", "seks komersial"),
		both(near, "psk", "pekerja seks komersial", "pekerja seks", "pelacur", "wanita tuna susila", "wts", "open bo"),
		oneWay(near, "psk; pekerja seks; open bo; booking out; wanita panggilan; michat", "pelacuran"),
		both(same, "mucikari", "germo", "mami", "papi"),
		oneWay(near, "mucikari; germo", "pelacuran; perbuatan cabul"),
		both(near, "pencabulan", "perbuatan cabul", "percabulan", "cabul"),
		both(near, "perkosaan", "pemerkosaan", "memperkosa", "rudapaksa"),
		both(near, "persetubuhan", "bersetubuh", "hubungan seksual", "hubungan badan"),
		both(same, "tpks", "tindak pidana kekerasan seksual", "kekerasan seksual", "pelecehan seksual"),
		oneWay(related, "karaoke; kafe; pemandu lagu; pemandu karaoke; lc; panti pijat; spa; lokalisasi", "pelacuran; eksploitasi seksual"),
		both(near, "pornografi", "konten asusila", "video asusila"),

		// Children.
		both(near, "anak", "di bawah umur", "belum dewasa", "belum berusia 18", "belum berumur 18", "belum cukup umur",
			"belum berusia delapan belas", "anak di bawah umur"),
		oneWay(wider, "bayi; balita; remaja; gadis; pelajar; siswi", "anak"),
		both(near, "pengangkatan anak", "adopsi", "mengangkat anak", "adopsi ilegal"),
		both(same, "peradilan pidana anak", "sppa", "anak berhadapan dengan hukum", "abh"),
		both(near, "orang tua", "orangtua", "wali", "ayah ibu"),
		both(near, "pekerja anak", "mempekerjakan anak", "anak bekerja"),

		// Victims and their rights.
		both(same, "restitusi", "ganti rugi", "ganti kerugian"),
		both(near, "restitusi", "kompensasi"),
		both(near, "pembayaran kerugian", "menuntut ganti rugi", "kerugian korban"),
		both(same, "lpsk", "lembaga perlindungan saksi dan korban"),
		both(near, "perlindungan saksi", "perlindungan korban", "perlindungan saksi dan korban"),
		both(same, "rpk", "ruang pelayanan khusus", "unit ppa", "unit pelayanan perempuan dan anak", "uppa"),
		both(same, "ppt", "pusat pelayanan terpadu", "p2tp2a", "uptd ppa"),
		both(near, "rehabilitasi", "pemulihan", "rehabilitasi sosial", "rehabilitasi kesehatan"),
		both(same, "reintegrasi", "reintegrasi sosial", "penyatuan kembali"),
		both(near, "pendampingan", "pendamping", "bantuan hukum", "didampingi"),
		oneWay(wider, "penyintas; orang yang diperdagangkan", "korban"),
		both(near, "trauma", "penderitaan psikis", "luka batin", "gangguan jiwa", "psikologis"),
		both(same, "korban tidak dipidana", "prinsip non penalisasi", "non punishment", "tidak dipidana karena dipaksa"),
		both(near, "identitas korban", "kerahasiaan korban", "kerahasiaan identitas"),

		// Harm.
		both(near, "hamil", "kehamilan", "menghamili"),
		both(near, "meninggal", "mati", "tewas", "kematian", "meninggal dunia", "wafat"),
		both(near, "luka berat", "cacat", "cacat tetap", "penyakit menular", "luka parah"),
		both(near, "penganiayaan", "pemukulan", "dipukul", "penyiksaan", "disiksa", "dianiaya", "kekerasan fisik"),
		both(same, "hiv", "aids"),
		both(near, "kabur", "melarikan diri", "lari"),
		both(near, "penyakit menular", "hiv", "gangguan fungsi reproduksi"),
		oneWay(wider, "penganiayaan; pemukulan; penyiksaan; pemerkosaan", "kekerasan"),

		// Who acts for the law.
		both(near, "polisi", "kepolisian", "penyidik", "polri", "polres", "polda", "bareskrim"),
		both(near, "ppns", "penyidik pegawai negeri sipil"),
		both(near, "jaksa", "penuntut umum", "kejaksaan", "jpu", "jaksa penuntut umum", "kejari"),
		both(near, "hakim", "pengadilan", "majelis hakim"),
		both(same, "mahkamah agung", "kasasi ke mahkamah agung"),
		both(same, "pengacara", "advokat", "penasihat hukum", "kuasa hukum", "lawyer"),
		both(same, "gugus tugas", "gugus tugas pencegahan dan penanganan", "satgas tppo", "satuan tugas"),
		both(near, "pejabat", "aparat", "penyelenggara negara", "pegawai negeri", "pns", "oknum", "asn", "aparatur"),
		oneWay(wider, "kepala desa; lurah; camat; bupati; petugas imigrasi; pejabat imigrasi; tni", "penyelenggara negara; pejabat"),
		both(near, "kepala desa", "kades", "lurah"),
		both(near, "pemerintah daerah", "pemda", "pemerintah kabupaten", "pemerintah provinsi"),

		// The course of a case.
		both(near, "lapor", "pengaduan", "melaporkan", "mengadu", "laporan polisi"),
		both(near, "penyidikan", "penyelidikan", "pemeriksaan polisi", "menyidik"),
		both(same, "bap", "berita acara pemeriksaan"),
		both(near, "sidang tertutup", "tertutup untuk umum", "persidangan tertutup", "sidang tanpa dihadiri umum"),
		both(near, "in absentia", "tanpa kehadiran terdakwa", "tanpa hadirnya terdakwa", "terdakwa tidak hadir"),
		both(near, "alat bukti", "barang bukti", "pembuktian", "bukti"),
		both(near, "alat bukti elektronik", "bukti elektronik", "informasi elektronik", "dokumen elektronik", "bukti chat", "chat whatsapp"),
		both(near, "keterangan saksi korban", "satu saksi", "kesaksian korban"),
		both(near, "penyadapan", "telepon disadap", "menyadap telepon", "sadap", "rekaman percakapan"),
		both(near, "pemblokiran", "blokir rekening", "pembekuan", "rekening diblokir", "harta kekayaan diblokir", "penyitaan harta"),
		both(near, "rekening", "harta kekayaan", "simpanan", "aset"),
		both(same, "pencucian uang", "money laundering", "tppu"),
		both(near, "telekonferensi", "telepon video", "perekaman", "pemeriksaan jarak jauh", "teleconference", "audio visual"),
		both(near, "surat dakwaan", "dakwaan", "mendakwa"),
		both(near, "tuntutan", "requisitor", "surat tuntutan"),
		both(near, "pembelaan", "pleidoi", "nota pembelaan"),
		both(near, "putusan", "vonis", "divonis", "amar putusan"),
		both(same, "peninjauan kembali", "pk"),
		both(near, "berlaku surut", "asas legalitas", "nonretroaktif", "retroaktif", "tempus delicti", "waktu tindak pidana"),
		both(same, "locus delicti", "tempat terjadinya tindak pidana", "tempat kejadian perkara", "tkp"),
		both(near, "daluwarsa", "kedaluwarsa", "gugur kewenangan menuntut"),
		both(near, "penahanan", "ditahan", "tahanan", "ditangkap"),
		both(same, "delik aduan", "tindak pidana aduan"),
		both(same, "ekstradisi", "penyerahan pelaku"),
		both(same, "bantuan timbal balik", "mutual legal assistance", "mla"),

		// Punishment and the general part.
		both(near, "hukuman", "pidana", "sanksi", "ancaman pidana", "ancaman hukuman", "sanksi pidana"),
		both(near, "penjara", "pidana penjara", "dipenjara"),
		both(same, "pidana denda", "denda"),
		both(same, "pidana minimum", "minimum khusus", "pidana minimum khusus", "hukuman minimal", "paling singkat"),
		both(near, "pidana maksimum", "hukuman maksimal", "paling lama"),
		both(near, "pidana seumur hidup", "penjara seumur hidup", "hukuman mati", "pidana mati"),
		both(near, "pemberatan", "ditambah sepertiga", "ditambah 1 3", "alasan memberatkan", "diperberat"),
		both(near, "percobaan", "mencoba melakukan", "percobaan tindak pidana", "gagal berangkat", "poging"),
		both(near, "membantu melakukan", "pembantuan", "memberi bantuan", "medeplichtigheid"),
		both(near, "turut serta", "penyertaan", "bersama-sama melakukan", "deelneming", "ikut serta"),
		both(near, "menggerakkan orang lain", "menganjurkan", "membujuk", "uitlokking"),
		both(near, "permufakatan jahat", "pemufakatan jahat", "merencanakan", "sepakat melakukan", "konspirasi"),
		both(near, "kelompok terorganisasi", "kejahatan terorganisasi", "sindikat", "jaringan", "komplotan", "mafia", "organized crime"),
		both(same, "kesengajaan", "dolus"),
		both(related, "sengaja", "niat", "maksud", "tujuan"),
		both(near, "kelalaian", "kealpaan", "culpa"),
		both(same, "tindak pidana", "delik", "perbuatan pidana"),
		both(near, "unsur tindak pidana", "unsur pasal", "unsur delik", "unsur"),
		both(same, "gabungan tindak pidana", "perbarengan", "concursus", "perbarengan tindak pidana"),
		both(same, "lex specialis", "aturan khusus", "ketentuan khusus", "lex specialis derogat legi generali"),
		both(near, "lex favor reo", "ketentuan yang menguntungkan", "ketentuan lebih ringan", "transitoir"),
		both(near, "persetujuan korban", "korban setuju", "korban bersedia", "kesediaan korban", "sukarela"),
		both(near, "perusahaan", "badan usaha", "korporasi", "pt", "perseroan terbatas", "badan hukum"),
		both(near, "pengurus", "direktur", "direksi", "pengurus korporasi"),
		both(near, "pencabutan izin", "izin dicabut", "cabut izin", "pencabutan izin usaha"),
		both(same, "residivis", "pengulangan tindak pidana", "recidive"),
		both(near, "menyembunyikan pelaku", "melindungi pelaku", "membantu pelarian", "menyembunyikan orang"),
		both(near, "merintangi", "menghalangi", "obstruction of justice", "menggagalkan", "mencegah penyidikan"),
		both(near, "memberi kesaksian palsu", "kesaksian palsu", "keterangan palsu", "sumpah palsu"),
		both(near, "setiap orang", "barangsiapa"),

		// Prevention and outreach.
		both(near, "penyuluhan", "sosialisasi", "edukasi", "kampanye", "penyadaran"),
		both(near, "pencegahan", "mencegah", "upaya preventif"),
		both(wider, "pemberantasan", "penanggulangan", "penindakan", "penanganan"),
		both(near, "peran serta masyarakat", "partisipasi masyarakat", "peran masyarakat"),
		both(near, "ciri-ciri", "tanda-tanda", "indikator", "modus", "modus operandi"),

		// Statutes by the names they go by.
		both(same, "uu tppo", "uu ptppo", "uu 21 2007", "undang-undang pemberantasan tindak pidana perdagangan orang",
			"undang-undang nomor 21 tahun 2007"),
		both(same, "uu ppmi", "uu pmi", "uu 18 2017", "undang-undang pelindungan pekerja migran indonesia", "undang-undang nomor 18 tahun 2017"),
		both(same, "uu pptki", "uu pptkiln", "uu tki", "uu 39 2004", "undang-undang nomor 39 tahun 2004"),
		both(same, "kuhp", "kitab undang-undang hukum pidana", "wetboek van strafrecht"),
		both(same, "kuhp baru", "kuhp nasional", "uu 1 2023", "undang-undang nomor 1 tahun 2023"),
		both(same, "kuhap", "kitab undang-undang hukum acara pidana", "hukum acara pidana"),
		both(same, "protokol palermo", "palermo protocol", "protokol mencegah menindak dan menghukum perdagangan orang", "uu 14 2009"),
		both(same, "uu", "undang-undang"),
		both(same, "perda", "peraturan daerah"),
		both(same, "perpres", "peraturan presiden"),
		both(same, "pp", "peraturan pemerintah"),
		both(same, "permen", "peraturan menteri"),

		// Compounds that affixes write together; see exceptionTable.
		both(same, "tanda tangan", "menandatangani"),
		both(same, "tindak lanjut", "menindaklanjuti"),
		both(same, "kerja sama", "kerjasama"),
		both(same, "beri tahu", "memberitahukan"),
		both(same, "ikut serta", "mengikutsertakan"),
		both(same, "jual beli", "memperjualbelikan"),
	)
}

// both returns one symmetric synonym.
func both(weight float64, terms ...string) []Synonym {
	return []Synonym{{Terms: terms, Weight: weight}}
}

// oneWay returns one synonym from narrower to wider terms, each list separated by semicolons.
func oneWay(weight float64, from, to string) []Synonym {
	return []Synonym{{Terms: strings.Split(from, ";"), To: strings.Split(to, ";"), Weight: weight}}
}

// A Thesaurus finds the synonyms of stemmed tokens. It is safe for concurrent use.
type Thesaurus struct {
	others  map[string][]Expansion // by the stemmed term, its words joined by spaces; Start and End unset
	longest int                    // words in the longest term
}

// NewThesaurus returns a thesaurus of the given synonyms, usually [Field].
func NewThesaurus(synonyms []Synonym) *Thesaurus {
	t := &Thesaurus{others: make(map[string][]Expansion)}
	for _, s := range synonyms {
		from, to := stemAll(s.Terms), stemAll(s.To)
		if len(to) == 0 {
			to = from
		}
		for _, a := range from {
			for _, b := range to {
				t.add(a, b, s.Weight)
			}
		}
	}
	for _, list := range t.others {
		slices.SortFunc(list, func(a, b Expansion) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), slices.Compare(a.Terms, b.Terms))
		})
	}
	return t
}

// stemAll returns the stemmed words of each term.
func stemAll(terms []string) [][]string {
	stems := make([][]string, 0, len(terms))
	for _, term := range terms {
		stems = append(stems, Terms(term))
	}
	return stems
}

// add enters that from expands to to. Of two weights for the same pair the greater stays.
func (t *Thesaurus) add(from, to []string, weight float64) {
	if len(from) == 0 || len(to) == 0 || slices.Equal(from, to) {
		return
	}
	key := strings.Join(from, " ")
	t.longest = max(t.longest, len(from))
	for i, known := range t.others[key] {
		if slices.Equal(known.Terms, to) {
			t.others[key][i].Weight = max(known.Weight, weight)
			return
		}
	}
	t.others[key] = append(t.others[key], Expansion{Terms: to, Weight: weight})
}

// Expand returns the expansions of tokens, which are the [Terms] of a query, from left to right and the heaviest first.
//
// At each place the longest known term counts, and what it covers is not looked at again: in "anak buah kapal" the word anak is no
// child.
func (t *Thesaurus) Expand(tokens []string) []Expansion {
	var found []Expansion
	for start := 0; start < len(tokens); {
		end := t.match(tokens, start)
		if end == start {
			start++
			continue
		}
		for _, e := range t.others[strings.Join(tokens[start:end], " ")] {
			e.Start, e.End = start, end
			e.Terms = slices.Clone(e.Terms)
			found = append(found, e)
		}
		start = end
	}
	return found
}

// match returns the end of the longest known term at start, or start.
func (t *Thesaurus) match(tokens []string, start int) int {
	for end := min(len(tokens), start+t.longest); end > start; end-- {
		if _, ok := t.others[strings.Join(tokens[start:end], " ")]; ok {
			return end
		}
	}
	return start
}
