package index

import (
	"encoding/base64"
	"math/bits"
)

// bitWriter writes numbers bit by bit, the highest bit first.
type bitWriter struct {
	data []byte
	free int // bits of the last byte that are not written
}

// bits writes the lowest n bits of a number.
func (w *bitWriter) bits(value, n int) {
	for n > 0 {
		if w.free == 0 {
			w.data = append(w.data, 0)
			w.free = 8
		}
		take := min(n, w.free)
		n -= take
		w.free -= take
		w.data[len(w.data)-1] |= byte(value>>n&(1<<take-1)) << w.free
	}
}

// number writes a number from 0 in twice as many bits as it has, less one: Elias's gamma code of the next number.
func (w *bitWriter) number(n int) {
	length := bits.Len(uint(n + 1))
	w.bits(0, length-1)
	w.bits(n+1, length)
}

// text returns what was written as base64.
func (w *bitWriter) text() string { return base64.RawStdEncoding.EncodeToString(w.data) }

// splitBits is how many bits tell how numbers are split; see [packLevels].
const splitBits = 4

// packLevels writes documents with their levels as text. From the highest level to the lowest: how many documents, and if
// there are any, a number k of splitBits bits; then for each document how many others lie between it and the one before,
// without the lowest k bits, and those bits. Every k is right; the one that makes it shortest is taken.
func packLevels(docs []levelled) string {
	var gaps [shelfLevels][]int
	var next [shelfLevels]int
	for _, d := range docs {
		gaps[d.level] = append(gaps[d.level], d.doc-next[d.level])
		next[d.level] = d.doc + 1
	}
	var w bitWriter
	for level := shelfLevels - 1; level >= 0; level-- {
		list := gaps[level]
		w.number(len(list))
		if len(list) == 0 {
			continue
		}
		k := shortestSplit(list)
		w.bits(k, splitBits)
		for _, gap := range list {
			w.number(gap >> k)
			w.bits(gap, k)
		}
	}
	return w.text()
}

// shortestSplit returns the k with which numbers are shortest.
func shortestSplit(numbers []int) int {
	best, least := 0, 0
	for k := range 1 << splitBits {
		size := 0
		for _, n := range numbers {
			size += 2*bits.Len(uint(n>>k+1)) - 1 + k
		}
		if k == 0 || size < least {
			best, least = k, size
		}
	}
	return best
}
