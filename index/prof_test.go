package index_test

import (
	"fmt"
	"os"
	"sort"
	"suluh/corpus"
	"suluh/index"
	"testing"
	"time"
)

func TestProfSearch(t *testing.T) {
	o := openIndex(t, "/tmp/idx")
	_ = corpus.Ref{}
	qs := []string{"korupsi", "undang-undang", "pemerintah daerah", "tindak pidana korupsi oleh pejabat", "pencucian uang oleh korporasi", "izin usaha pertambangan mineral", "\"sebagaimana dimaksud dalam\"", "\"undang undang\"", "\"peraturan pemerintah\"", "pasal 5 uu 39/1999", "hak asasi manusia", "ketentuan lebih lanjut diatur dengan peraturan pemerintah", "restitsi korban", "setiap orang yang dengan sengaja", "menteri menetapkan tarif", "pajak pertambahan nilai barang mewah"}
	res := map[string][]float64{}
	n := 5
	if os.Getenv("N") != "" {
		fmt.Sscan(os.Getenv("N"), &n)
	}
	for i := 0; i < n; i++ {
		for _, q := range qs {
			s := time.Now()
			r := search(t, o.engine, index.Query{Text: q})
			res[q] = append(res[q], time.Since(s).Seconds()*1000)
			_ = r
			if i == 0 {
				fmt.Println(q, r.Total)
			}
		}
	}
	for _, q := range qs {
		sort.Float64s(res[q])
		fmt.Printf("%8.2f min %8.2f med  %s\n", res[q][0], res[q][len(res[q])/2], q)
	}
}
