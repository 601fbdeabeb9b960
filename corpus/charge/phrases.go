package charge

import "suluh/corpus"

// The sentences of an answer, with their blanks. [Rules.Data] hands them to the browser, so that the engine there says
// the same.
const (
	saysNotYet     = "Baru berlaku %s."
	saysNoMore     = "Tidak berlaku lagi sesudah %s."
	saysSpans      = "Perbuatan berlangsung dari %s sampai %s, melewati perubahan undang-undang; pasal ini hanya untuk bagian yang jatuh dalam masa berlakunya."
	saysPrimary    = "Semua unsurnya ada, dan di antara pasal yang cocok inilah yang paling khusus atau paling berat."
	saysSameFamily = "Perbuatannya sama dan pasalnya serumpun; didakwakan bila yang pertama tidak terbukti."
	saysOther      = "Melindungi kepentingan lain dari pasal pertama; didakwakan bersama bila perbuatannya berdiri sendiri."

	saysBase        = "Ancaman pokok"
	saysThird       = "%s: ditambah sepertiga"
	saysTimes       = "%s: denda korporasi %d kali"
	saysLongest     = "Batas penjara waktu tertentu 20 tahun"
	saysLongestWhy  = "Pasal 12 ayat (4) KUHP lama dan Pasal 68 UU 1/2023 belum ada dalam koleksi."
	saysIfProved    = "Bila terbukti: %s"
	saysPrison      = "penjara %s"
	saysDetention   = "kurungan %s"
	saysFine        = "denda %s"
	saysRange       = "%s sampai %s"
	saysMostTerm    = "paling lama %s"
	saysMostFine    = "paling banyak %s"
	saysLife        = "seumur hidup"
	saysYears       = "%d tahun"
	saysMonths      = "%d bulan"
	saysBadDay      = "%s: %s"
	saysBadNumber   = "%s: %q bukan bilangan"
	saysBadAnswer   = "%s: tulis ya, tidak, atau tidak-tahu, bukan %q"
	saysUntilBefore = "%s (%s) lebih awal daripada %s (%s)"
)

// phrases returns the sentences by the names under which the browser knows them.
func phrases() map[string]string {
	return map[string]string{
		"notYet": saysNotYet, "noMore": saysNoMore, "spans": saysSpans, "primary": saysPrimary, "sameFamily": saysSameFamily, "other": saysOther,
		"base": saysBase, "third": saysThird, "times": saysTimes, "longest": saysLongest, "longestWhy": saysLongestWhy, "ifProved": saysIfProved,
		"prison": saysPrison, "detention": saysDetention, "fine": saysFine, "range": saysRange, "mostTerm": saysMostTerm, "mostFine": saysMostFine,
		"life": saysLife, "years": saysYears, "months": saysMonths, "badDay": saysBadDay, "badNumber": saysBadNumber, "badAnswer": saysBadAnswer,
		"untilBefore": saysUntilBefore, "notADay": corpus.NotADay,
	}
}
