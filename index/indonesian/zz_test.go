package indonesian_test
import ("testing";"os";"strings";"fmt";"path/filepath";"io/fs";"bytes";"time"
"suluh/index/indonesian";"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode";"github.com/blevesearch/bleve/v2/analysis/token/lowercase")
func TestZZ(t *testing.T){
 b,_:=os.ReadFile("/tmp/vocab.txt"); n,bad:=0,0
 st:=map[string]bool{}
 for l:=range strings.Lines(string(b)){ var w string; fmt.Sscan(l,&w); s:=indonesian.Stem(w); n++; st[s]=true; if indonesian.Stem(s)!=s||s==""||len(s)>len(w)&&!indonesian.Listed(s) {bad++; t.Log(w,s)} }
 t.Log(n,len(st),bad)
 var buf bytes.Buffer
 filepath.WalkDir("/tmp/bench",func(p string,d fs.DirEntry,e error)error{ if !d.IsDir(){x,_:=os.ReadFile(p); buf.Write(x)}; return nil})
 text:=buf.Bytes()
 for r:=range 3 {
 ex:=indonesian.NewExact()
 var words [][]byte
 var toks int
 for off:=0; off<len(text); off+=1<<20 { c:=text[off:min(len(text),off+1<<20)]
  for _,k:=range ex.Analyze(c){ words=append(words,k.Term)} }
 toks=len(words)
 t0:=time.Now(); for _,w:=range words { indonesian.Stem(string(w)) }; un:=time.Since(t0)
 f:=indonesian.NewStemmerFilter()
 t0=time.Now(); for _,w:=range words { indonesian.StemCached(f,w) }; cold:=time.Since(t0)
 t0=time.Now(); for _,w:=range words { indonesian.StemCached(f,w) }; warm:=time.Since(t0)
 rate:=func(d time.Duration)float64{return float64(toks)/d.Seconds()/1e6}
 t.Logf("round %d tokens %d uncached %.2f M/s cold-cache %.2f warm %.2f  ratio %.1fx %.1fx",r,toks,rate(un),rate(cold),rate(warm),un.Seconds()/cold.Seconds(),un.Seconds()/warm.Seconds())
 words=nil
 mb:=func(name string,fn func([]byte)){ t0:=time.Now(); for off:=0; off<len(text); off+=1<<14 { fn(text[off:min(len(text),off+1<<14)]) }; t.Logf("%s %.1f MB/s",name,float64(len(text))/1e6/time.Since(t0).Seconds()) }
 tk:=indonesian.NewTokenizer(); an:=indonesian.New()
 mb("tokenizer",func(b []byte){tk.Tokenize(b)})
 mb("exact",func(b []byte){ex.Analyze(b)})
 mb("analyzer",func(b []byte){an.Analyze(b)})
 u:=unicode.NewUnicodeTokenizer(); lc:=lowercase.NewLowerCaseFilter()
 mb("bleve unicode",func(b []byte){u.Tokenize(b)})
 mb("bleve unicode+lower",func(b []byte){lc.Filter(u.Tokenize(bytes.Clone(b)))})
 }
}
