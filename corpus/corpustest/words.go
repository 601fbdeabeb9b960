package corpustest

import "strings"

// The words of the synthetic works. Among them are the common ones of criminal law and of trafficking, so that the
// works stand in the way of a question as real ones do.
var (
	subjects = []string{"Setiap", "Menteri", "Pemerintah", "Pemerintah Daerah", "Badan", "Pejabat", "Pemegang", "Pemohon", "Penyelenggara", "Pimpinan", "Pegawai", "Gubernur"}
	verbs    = []string{"wajib melaksanakan", "dapat menetapkan", "dilarang menggunakan", "berhak memperoleh", "bertanggung jawab atas", "melakukan", "menyampaikan", "memberikan", "menyelenggarakan", "mengawasi", "menerima", "menyimpan", "memeriksa", "mengajukan", "menolak"}
	links    = []string{"untuk", "dengan", "oleh", "bagi", "kepada", "terhadap", "tanpa", "di", "ke", "dari", "atas", "paling lambat sebelum"}

	// words are in the order in which they are frequent.
	words = strings.Fields(`
		negara orang tahun ketentuan daerah pidana pelaksanaan pemerintah menteri keuangan usaha pegawai badan negeri jumlah hukum izin tanah
		anak kerja korban masyarakat perusahaan pengadilan tenaga pendidikan kesehatan barang pajak perdagangan kepentingan pengawasan
		perlindungan pelayanan dokumen putusan penyidikan keterangan laporan biaya jabatan anggaran pekerjaan penyelenggaraan kegiatan
		pembangunan lingkungan sumber dana kendaraan hakim saksi tersangka terdakwa penyidik penuntut umum polisi jaksa kejaksaan
		tindak kekerasan ancaman penjara denda ganti kerugian restitusi rehabilitasi pemulihan pelaku korporasi pengurus harta kekayaan
		rekening bank penyadapan bukti alat surat paspor visa keimigrasian imigran luar dalam batas wilayah pulau laut pelabuhan bandara
		kapal awak penumpang angkutan pekerja migran penempatan calon majikan upah gaji kontrak perjanjian penampungan pelatihan asuransi
		keluarga suami istri orangtua wali perempuan laki-laki dewasa umur lahir akta nikah cerai waris agama adat desa kelurahan kecamatan
		kabupaten kota provinsi gubernur bupati walikota kepala dinas kantor lembaga komisi dewan majelis gugus tugas pusat pelayanan terpadu
		rumah sakit dokter obat narkotika psikotropika hutan tambang mineral minyak gas listrik air irigasi ikan ternak tanaman pupuk benih
		pangan beras gula garam kopi karet sawit kayu batu pasir logam emas perak mata uang saham obligasi pasar modal bursa koperasi yayasan
		partai pemilihan suara calon anggota rakyat perwakilan kampanye pers siaran telekomunikasi internet elektronik data pribadi rahasia
		eksploitasi seksual pelacuran perbudakan perekrutan pengangkutan pengiriman pemindahan penerimaan penculikan penyekapan pemalsuan
		penipuan penyalahgunaan kekuasaan posisi rentan penjeratan utang bayaran manfaat persetujuan permufakatan jahat percobaan membantu
		identitas pelapor ahli penerjemah pendamping psikolog medis sosial pemulangan reintegrasi penelantaran adopsi pengangkatan tebusan
		organ tubuh jaringan donor transplantasi magang beasiswa duta seni pertukaran budaya pelayaran nelayan tangkap perkebunan buruh
		lembur cuti jam istirahat keselamatan kecelakaan cacat kematian jenazah santunan pensiun tunjangan pangkat golongan disiplin
		teguran peringatan pencabutan pembekuan penutupan penyitaan perampasan pemusnahan pelelangan penghapusan pembebasan keringanan
		keberatan banding kasasi peninjauan kembali eksekusi penahanan penangkapan penggeledahan pemeriksaan sidang terbuka tertutup
		arsip museum cagar pariwisata hotel restoran hiburan olahraga pemuda pramuka perpustakaan penelitian teknologi paten merek cipta
		telegram mercusuar kereta jembatan terowongan pelampung suar menara bendungan tanggul saluran rawa tambak kebun kolam kandang
		timbangan takaran meterai cukai bea tarif retribusi sewa hibah wakaf zakat pinjaman piutang agunan gadai hipotek fidusia lelang
		statistik sensus peta ukur batas sertifikat girik blok kavling permukiman perumahan gedung bangunan konstruksi jasa pengadaan lelang
		veteran pahlawan lencana bendera lambang bahasa lagu kebangsaan upacara protokol tamu duta konsul atase perwakilan asing suaka`)

	syllables = []string{"ba", "ce", "di", "fo", "gu", "ha", "ji", "ke", "lo", "mu", "na", "pe", "ri", "so", "tu", "wa", "yi", "zo"}
)
