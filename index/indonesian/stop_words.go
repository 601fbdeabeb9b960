package indonesian

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// StopName is the name of the stop words and of the filter that uses them, in bleve's registry.
const StopName = "stop_indonesian"

// stopWords are the words the stemmed index leaves out: they join, point or ask, and stand in every text alike.
//
// Words that carry law stay in, however frequent: negation and exception (tidak, bukan, belum, tanpa, kecuali), measure (paling,
// lebih, kurang, setiap, semua), duty (wajib, harus, dilarang), place in "luar negeri" and "di bawah umur" (luar, bawah), the
// units of a citation (pasal, ayat, huruf, angka), serta for "turut serta", bersama for "bersama-sama", and orang. The participle
// dimaksud ("sebagaimana dimaksud dalam") goes, the noun maksud, an element of the offence, stays. The preposition dalam goes,
// except before negeri: [StopFilter] sees to that.
const stopWords = `
# prepositions
di ke dari pada dalam dengan untuk bagi oleh kepada daripada terhadap tentang mengenai atas guna demi sejak hingga sampai
menurut melalui seperti sebagai bagaikan akan didalam diatas keatas dimana darimana kemana antara diantara per via kedalam selaku

# conjunctions
yang dan atau jika jikalau apabila bilamana bila manakala maka bahwa karena sebab sehingga supaya agar tetapi tapi namun
sedangkan meskipun walaupun maupun ataupun adapun sebagaimana selanjutnya kemudian lalu lagi pula pun ketika saat setelah
sesudah sebelum sambil selama seraya melainkan bahkan padahal yaitu yakni secara ialah adalah merupakan

# pointing, and the filler of statutes
ini itu tersebut dimaksud demikian begitu begini sini situ sana hal ada adanya berikut berikutnya sesuatu suatu sebuah
beberapa seorang para sang si nya tadi

# persons
saya aku kami kita kamu anda engkau kau dia ia mereka beliau

# aspect, mood and degree without weight in law
telah sudah sedang masih akan juga saja hanya sangat sekali amat sangatlah dapat bisa boleh mau ingin pernah bakal kini
nanti dong kok sih deh kah lah ya

# asking
apa apakah apanya bagaimana bagaimanakah siapa siapakah berapa berapakah kapan kapankah kalau mana manakah mengapa
kenapa kenapakah bisakah bolehkah dapatkah adakah gimana kalo

# as typed on a telephone
yg dgn utk dg dlm pd krn tsb dr kpd jd klo gmn sdh spt

# the currency sign: the sum is the word, rupiah written out stays
rp
`

// StopWords returns the stop words as bleve's token map.
func StopWords() analysis.TokenMap {
	words := analysis.NewTokenMap()
	for line := range strings.Lines(stopWords) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(line) {
			words.AddToken(word)
		}
	}
	return words
}

func stopWordsConstructor(map[string]any, *registry.Cache) (analysis.TokenMap, error) {
	return StopWords(), nil
}

func init() {
	if err := registry.RegisterTokenMap(StopName, stopWordsConstructor); err != nil {
		panic(err)
	}
}
