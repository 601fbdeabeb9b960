package site

// The sentences of the charging guide's page, with their blanks; the static export hands them to the browser.
const (
	saysOutside   = "Suluh menjawab untuk tanggal %s sampai %s, bukan %s."
	saysProved    = "%d dari %d terjawab ya."
	saysAbsent    = "Unsur yang tidak ada: %s."
	saysAlways    = "selalu ada"
	saysEnded     = "Sejak %s pasal ini dicabut, dan dalam panduan ini tidak ada tindak pidana yang menggantikannya. Periksa apakah perbuatan masih dapat dipidana."
	saysChanged   = "Sejak %s: %s, %s. %s"
	saysOldMilder = "Ketentuan pada hari perbuatan lebih menguntungkan bagi pelaku, maka dialah yang dipakai."
	saysNewMilder = "Ketentuan baru lebih menguntungkan bagi pelaku, maka dialah yang dipakai bila perkara diputus sesudah hari itu."
	saysAlike     = "Ancamannya sama berat."
)

// chargePhrases returns the sentences by the names under which the browser knows them.
func chargePhrases() map[string]string {
	return map[string]string{
		"outside": saysOutside, "proved": saysProved, "absent": saysAbsent, "always": saysAlways, "ended": saysEnded, "changed": saysChanged,
		"lama": saysOldMilder, "baru": saysNewMilder, "sama": saysAlike,
	}
}
