// Package corpus holds the domain of Suluh: works of law, their portions, the citations between them, and the
// relations by which one work changes another. It reads them from Markdown files, checks them, and answers what
// they say and whether they were in force on a day.
//
// # Model
//
// A [Work] is a statute or regulation, identified like "uu/2007/21" (kind, year, number). Its text is a tree of
// [Portion] values: chapters (BAB, Bagian, Paragraf), articles (Pasal), and below them ayat, huruf and angka. Every
// portion has a fragment that is unique in its work, "pasal-15.ayat-2.huruf-a"; work and fragment together are a [Ref].
// The elucidation (Penjelasan) of an article is a portion too: "pasal-2.penjelasan.ayat-1". A [Citation] is a mention
// of a portion in running text. A [Library] is a set of works with their citations resolved and turned round.
//
// # Text format
//
// One Markdown file holds one work. YAML front matter between two "---" lines comes first; [Meta] lists its keys, and
// an unknown key is an error. In the body one line is one paragraph:
//
//	# Undang-Undang Republik Indonesia Nomor 21 Tahun 2007 tentang …   the full title
//	## Pembukaan, ## Menimbang, ## Mengingat, ## Memutuskan, ## Penutup   the parts around the articles
//	## Ringkasan                                                         what a card tells of a work, in our words
//	## Lampiran                                                          what is annexed, without structure
//	## BAB II TINDAK PIDANA PERDAGANGAN ORANG                            groups of articles, at one heading level:
//	## Bagian Kesatu Umum                                               the keyword tells the rank
//	## Paragraf 1 …
//	### Pasal 2                                                         an article, nothing else on the line
//	(1) …                                                               ayat, at the margin
//	a. …   1. …   a) …   1) …   ke-1 …                                  huruf and angka
//	#### Penjelasan                                                     the elucidation of the article above
//	Ayat (1)   Huruf a   Angka 1                                        alone on a line: what the next lines explain
//	## PENJELASAN ATAS …                                                the general elucidation, last
//
//	> Pasal 455                                                         below an item of an amending law: the article
//	> (1) …                                                             that it puts into another law
//
// The first level of a list stands at the margin, each deeper level is indented by three more spaces. A paragraph
// without a marker after a list belongs to the ayat or article that holds the list. Asterisks mark the foreign words
// that the gazette prints in italics. The line "[belum tersedia]" stands for wording that could not be read in a
// source; the front matter says why under "missing".
//
// # Other texts
//
// Folders hold other kinds of text, each with keys of its own: panduan a [Guide], putusan the digest of a [Decision],
// materi a [Material] for outreach, which records the fingerprints of the portions that it rests on.
//
// # The shelf
//
// A library can have a [Shelf] of thousands of works that a program imported and nobody has read. It knows an [Entry] of
// each and reads a work only when it is asked for. Such works are found by id and cited like others, but change no other
// work, and [Library.Works] leaves them out.
//
// # Problems
//
// Reading never stops at the first mistake. Every [Problem] has a file and a line, and all are reported at once.
package corpus
