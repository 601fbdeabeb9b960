package indonesian
func StemCached(f *StemmerFilter,w []byte) []byte { return f.stem(w) }
