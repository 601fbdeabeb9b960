package indonesian_test

import "strings"

// merges lists words that must share a stem, a group a line. A group of n words is n-1 pairs, each with its first word.
const merges = `
kirim mengirim mengirimkan dikirim dikirimkan pengiriman pengirim kiriman
tampung menampung ditampung penampungan penampung
palsu memalsukan dipalsukan pemalsuan memalsu kepalsuan
sekap menyekap disekap penyekapan
tempat penempatan menempatkan ditempatkan menempati bertempat ditempati
sidik penyidik penyidikan menyidik disidik
selidik penyelidik penyelidikan menyelidiki diselidiki
tuntut penuntut penuntutan tuntutan menuntut dituntut
pidana memidana dipidana pemidanaan terpidana pidananya
korban korbannya mengorbankan
dagang perdagangan memperdagangkan diperdagangkan pedagang
tugas petugas bertugas ditugaskan penugasan menugaskan
rekrut perekrutan merekrut direkrut perekrut rekrutmen
kerja pekerja bekerja pekerjaan mempekerjakan dipekerjakan ketenagakerjaan
warga warganegara kewarganegaraan
tanggung menanggung pertanggungjawaban bertanggungjawab
keluarga keluarganya berkeluarga kekeluargaan
kepala kepalanya
berita pemberitaan memberitakan diberitakan
menteri kementerian
beri memberi memberikan diberikan pemberian pemberi
ahli keahlian
dakwa terdakwa dakwaan mendakwa didakwa pendakwaan
sangka tersangka menyangka persangkaan disangka
setuju persetujuan menyetujui disetujui
adu pengaduan mengadu aduan pengadu diadukan
tipu penipuan menipu ditipu penipu
laku pelaku melakukan dilakukan
laksana pelaksanaan melaksanakan dilaksanakan pelaksana terlaksana
berlaku pemberlakuan memberlakukan diberlakukan
wakil perwakilan mewakili diwakili
hakim kehakiman
adil pengadilan peradilan mengadili keadilan diadili
lindung perlindungan pelindungan melindungi dilindungi pelindung
rehabilitasi rehabilitasinya merehabilitasi direhabilitasi
restitusi restitusinya
eksploitasi mengeksploitasi dieksploitasi tereksploitasi pengeksploitasian
korporasi korporasinya
organisasi terorganisasi mengorganisasi keorganisasian
dokumen dokumennya
jerat penjeratan menjerat dijerat jeratan terjerat
utang hutang berutang berhutang
izin ijin idzin perizinan mengizinkan diizinkan berizin
angkut pengangkutan mengangkut diangkut angkutan pengangkut
pindah pemindahan memindahkan dipindahkan berpindah kepindahan
serah penyerahan menyerahkan diserahkan serahkan
terima penerimaan menerima diterima penerima
ancam ancaman mengancam diancam pengancaman terancam
keras kekerasan
paksa memaksa dipaksa pemaksaan paksaan terpaksa
culik penculikan menculik diculik penculik
jual penjualan menjual dijual penjual
lacur pelacuran pelacur melacurkan dilacurkan
budak perbudakan memperbudak diperbudak
aniaya penganiayaan menganiaya dianiaya
siksa penyiksaan menyiksa disiksa
derita penderitaan menderita diderita
cabul pencabulan percabulan mencabuli
perkosa perkosaan pemerkosaan memperkosa diperkosa
setubuh persetubuhan bersetubuh menyetubuhi
hamil kehamilan menghamili
celaka kecelakaan mencelakakan
luka melukai terluka
rugi kerugian merugikan dirugikan
untung keuntungan menguntungkan beruntung
manfaat memanfaatkan pemanfaatan dimanfaatkan bermanfaat
salahguna penyalahgunaan menyalahgunakan disalahgunakan
kuasa kekuasaan menguasai penguasaan penguasa
rentan kerentanan
bantu bantuan membantu pembantu dibantu pembantuan
damping pendampingan mendampingi didampingi pendamping
pulang pemulangan memulangkan dipulangkan kepulangan
pulih pemulihan memulihkan dipulihkan
lapor laporan melaporkan pelapor dilaporkan pelaporan terlapor
periksa pemeriksaan memeriksa diperiksa pemeriksa
bukti pembuktian membuktikan terbukti dibuktikan
sita penyitaan menyita disita sitaan
sadap penyadapan menyadap disadap
geledah penggeledahan menggeledah digeledah
tangkap penangkapan menangkap ditangkap tertangkap
tahan penahanan menahan ditahan tahanan
putus putusan memutus diputus memutuskan
hukuman menghukum dihukum terhukum hukumannya
denda dendanya didenda
penjara dipenjara pemenjaraan
kurung kurungan dikurung
cabut pencabutan mencabut dicabut
beku pembekuan membekukan dibekukan
blokir pemblokiran memblokir diblokir
rampas perampasan merampas dirampas
musnah pemusnahan memusnahkan dimusnahkan
berangkat pemberangkatan memberangkatkan diberangkatkan keberangkatan
selundup penyelundupan menyelundupkan diselundupkan penyelundup
salur penyaluran menyalurkan penyalur disalurkan
latih pelatihan melatih dilatih latihan
bayar pembayaran membayar dibayar bayaran dibayarkan
upah pengupahan upahnya
gaji penggajian digaji gajinya
janji perjanjian menjanjikan dijanjikan berjanji
sepakat kesepakatan menyepakati disepakati
mufakat permufakatan bermufakat
coba percobaan mencoba
suruh menyuruh disuruh suruhan
bujuk membujuk dibujuk bujukan
rayu merayu rayuan
gerak menggerakkan digerakkan pergerakan
anjur menganjurkan anjuran dianjurkan
lari melarikan pelarian
sembunyi menyembunyikan bersembunyi disembunyikan
rintang merintangi rintangan dirintangi
cegah pencegahan mencegah dicegah
berantas pemberantasan memberantas diberantas
tanggulang penanggulangan menanggulangi
tangani penanganan menangani ditangani penanganannya
suluh penyuluhan penyuluh
awas pengawasan mengawasi diawasi pengawas
atur peraturan mengatur diatur pengaturan aturan
undang undangan mengundangkan pengundangan perundangan
tetap penetapan menetapkan ditetapkan ketetapan
mohon permohonan memohon pemohon termohon
rahasia kerahasiaan merahasiakan dirahasiakan
saksi kesaksian menyaksikan disaksikan
sidang persidangan menyidangkan disidangkan bersidang
jabat pejabat jabatan menjabat
perintah memerintahkan diperintahkan
pemerintah pemerintahan pemerintahnya
usaha perusahaan pengusaha berusaha
urus pengurus pengurusan mengurus diurus urusan
sah pengesahan mengesahkan disahkan
tandatangan menandatangani ditandatangani penandatanganan
asuh pengasuhan pengasuh diasuh
angkat pengangkatan mengangkat diangkat
lahir kelahiran dilahirkan melahirkan
didik pendidikan mendidik dididik pendidik
sehat kesehatan
sejahtera kesejahteraan
miskin kemiskinan
imigrasi keimigrasian
deportasi dideportasi mendeportasi
polisi kepolisian
jaksa kejaksaan
nasihat nasehat penasihat penasehat menasihati
asas azas
gender jender
trafiking trafficking traffiking
paspor pasport passport
ijazah ijasah
anak anaknya anak-anak
hak haknya hak-hak
undang undang-undang perundang-undangan
tindak tindakan bertindak penindakan menindak
masyarakat kemasyarakatan bermasyarakat pemasyarakatan
muncikari mucikari
sendiri tersendiri
lamar melamar lamaran pelamar
kembali mengembalikan pengembalian dikembalikan
keluar mengeluarkan dikeluarkan pengeluaran
tinggal meninggalkan ditinggalkan
daftar pendaftaran mendaftar terdaftar didaftarkan
adopsi mengadopsi diadopsi
wajib kewajiban mewajibkan diwajibkan berkewajiban
larang larangan melarang dilarang terlarang
langgar pelanggaran melanggar dilanggar pelanggar
`

// apart lists words that must not share a stem, two a line.
const apart = `
penyidikan penyelidikan
penyidik penyelidik
hukum hukuman
hukumnya dihukum
pemerintah perintah
pemerintahan memerintahkan
berita beri
pemberitaan pemberian
pemberitahuan pemberitaan
pemberitahuan pemberian
perempuan empu
kepala pala
keluarga keluar
keluar luar
ahli alih
keahlian pengalihan
berlaku pelaku
pemberlakuan perlakuan
perlakuan pelaku
putusan keputusan
perbuatan pembuatan
berbuat membuat
penempatan empat
berangkat angkat
pemberangkatan pengangkatan
pengangkatan pengangkutan
pengacara acara
penahanan pertahanan
tahanan ketahanan
peserta penyertaan
meninggal tinggal
pendapat pendapatan
pendapatan mendapatkan
penanganan tangan
pengalaman alam
mengalami alam
perseorangan orang
penduduk kedudukan
kependudukan kedudukan
korban korupsi
restitusi prostitusi
kompensasi kompetensi
korporasi koperasi
pidana perdana
perdata data
perkara kara
perawat perawan
pengguna menggunakan
tertentu menentukan
rekening rekrut
menteri meteri
izin jin
utang hutan
penipuan penitipan
pemerasan perasaan
pemalsuan pemulangan
penjara jarah
peradilan peralihan
pengadilan pengaduan
pengawasan kawasan
pengaduan pengadaan
penculikan pencucian
pelacuran pelancongan
perekrutan perekaman
penyekapan penyekolahan
pengiriman pengiringan
penampungan penumpangan
perbudakan perbedaan
eksploitasi eksplorasi
rehabilitasi habilitasi
perlindungan perundingan
pelapor pelopor
saksi sanksi
terdakwa terduga
tersangka terpidana
penuntut penentu
jaksa jasa
hakim hakiki
anak nakal
dewasa desa
umur umum
paspor pasar
visa bisa
majikan maju
gaji ganja
upah upaya
denda benda
kurungan kurang
seksual seleksi
jerat derajat
utang undang
agen agenda
calo calon
tki tkw
luka laku
mati mata
kawin kawan
lahir akhir
asing asin
imigran imigrasi
pemulihan pemilihan
penyaluran penyalinan
masalah masa
peran perang
perantara antara
perangkat pangkat
`

// A wordPair is two words and whether they must have one stem.
type wordPair struct {
	a, b string
	same bool
}

// wordPairs returns the pairs of both lists.
func wordPairs() []wordPair {
	var pairs []wordPair
	for line := range strings.Lines(merges) {
		words := strings.Fields(line)
		for _, word := range words[min(1, len(words)):] {
			pairs = append(pairs, wordPair{words[0], word, true})
		}
	}
	for line := range strings.Lines(apart) {
		if words := strings.Fields(line); len(words) == 2 {
			pairs = append(pairs, wordPair{words[0], words[1], false})
		}
	}
	return pairs
}
