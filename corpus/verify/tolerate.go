package verify

import (
	"regexp"
	"slices"
	"strings"
)

var groupWords = map[string]bool{"BUKU": true, "BAB": true, "Bagian": true, "Paragraf": true}

var groupNumber = regexp.MustCompile(`^(?:[IVXLC]+[A-Z]?|K[eE]\w+|Pertama|KESATU|[0-9]+)$`)

// longestGroupHeading is how many words the headings of groups before an article may have.
const longestGroupHeading = 60

// leaveGroupHeading tolerates the headings of chapters that the copy has between articles. Of a work that is held in
// part they are not compared.
func (s *session) leaveGroupHeading(ops []op) {
	slideRight(ops)
	for end := len(ops); end > 0; end-- {
		if end < len(ops) && (len(ops[end].a) == 0 || ops[end].a[0].head == "") {
			continue
		}
		start := end
		for start > 0 && ops[start-1].kind == opAdded && len(ops[start-1].b) == 1 && end-start < longestGroupHeading {
			start--
		}
		for i := start; i+1 < end; i++ {
			if groupWords[ops[i].b[0].word] && groupNumber.MatchString(ops[i+1].b[0].word) {
				var heading []token
				for ; i < end; i++ {
					ops[i].kind = opFurniture
					heading = append(heading, ops[i].b...)
				}
				s.count(tolGroup, written(heading))
			}
		}
	}
}

// slideRight moves the last words that only the copy has to the end, if they can stand there as well: of
// "setelah bekerja. Bagian Keempat Setelah Bekerja" the first "setelah bekerja" is the article's.
func slideRight(ops []op) {
	tail := len(ops)
	for tail > 0 && ops[tail-1].kind == opSame {
		tail--
	}
	run := tail
	for run > 0 && ops[run-1].kind == opAdded && len(ops[run-1].b) == 1 {
		run--
	}
	n := len(ops) - tail
	if n == 0 || n > longestGroupHeading || run == tail {
		return
	}
	words := make([]token, 0, len(ops)-run)
	for _, o := range ops[run:] {
		words = append(words, o.b[0])
	}
	for k := range n {
		if words[k].key != ops[tail+k].a[0].key {
			return
		}
	}
	held := slices.Clone(ops[tail:])
	for k := range words {
		if k < n {
			ops[run+k] = op{kind: opSame, a: held[k].a, b: words[k : k+1]}
		} else {
			ops[run+k] = op{kind: opAdded, b: words[k : k+1]}
		}
	}
}

// furnish finds among the words that only the copy has those that are no wording: a title or heading printed again.
func (s *session) furnish(ops []op, a []token, next string, opening bool) {
	heads := map[string]bool{next: true}
	for _, t := range a {
		if t.head != "" {
			heads[t.head] = true
		}
	}
	for i := range ops {
		o := &ops[i]
		if opening && len(o.a) > 0 && o.a[0].key == "menimbang" {
			opening = false
		}
		if o.kind != opAdded || len(o.b) != 1 {
			continue
		}
		if opening && s.titles[o.b[0].key] || o.b[0].first && (o.b[0].key == "menimbang" || o.b[0].key == "mengingat") && hasHead(a, o.b[0].key) {
			o.kind, o.why = opFurniture, tolHeading
			s.count(tolHeading, "")
		}
	}
	for i := 0; i+1 < len(ops); i++ {
		first, second := ops[i], ops[i+1]
		if first.kind != opAdded || second.kind != opAdded || len(first.b) != 1 || len(second.b) != 1 {
			continue
		}
		if first.b[0].key == "pasal" && first.b[0].first && (i+2 == len(ops) || len(ops[i+2].b) > 0 && ops[i+2].b[0].first) {
			if slices.ContainsFunc(articleNames(second.b[0].word), func(n string) bool { return heads[n] }) {
				ops[i].kind, ops[i+1].kind = opFurniture, opFurniture
				s.count(tolHeading, written([]token{first.b[0], second.b[0]}))
			}
		}
		s.repeatedGroup(ops, i)
	}
}

// hasHead reports whether a word is the heading of a part of the preamble.
func hasHead(a []token, key string) bool {
	return slices.ContainsFunc(a, func(t token) bool { return t.role == head && t.key == key })
}

// repeatedGroup tolerates the heading of a chapter that is printed twice: "BAB XII BAB XII KETENTUAN PERALIHAN".
func (s *session) repeatedGroup(ops []op, i int) {
	if !groupWords[ops[i].b[0].word] {
		return
	}
	end := i
	for end < len(ops) && ops[end].kind == opAdded {
		end++
	}
	n := end - i
	same := func(at int) bool {
		if at < 0 || at+n > len(ops) {
			return false
		}
		for k := range n {
			o := ops[at+k]
			if o.kind != opSame || o.a[0].role != head || len(ops[i+k].b) != 1 || o.b[0].key != ops[i+k].b[0].key {
				return false
			}
		}
		return true
	}
	if n > 0 && (same(end) || same(i-n)) {
		var again []token
		for k := range n {
			ops[i+k].kind = opFurniture
			again = append(again, ops[i+k].b...)
		}
		s.count(tolHeading, written(again))
	}
}

// frames counts the formulas that the copy does not have.
func (s *session) frames(ops []op) {
	var run []token
	for _, o := range ops {
		if o.kind == opFrame {
			run = append(run, o.a...)
		} else if len(run) > 0 {
			s.count(tolFrame, written(run))
			run = nil
		}
	}
	if len(run) > 0 {
		s.count(tolFrame, written(run))
	}
}

// punctuation counts what differs between words that are the same: letter case, hyphens, punctuation.
func (s *session) punctuation(ops []op) {
	for i, o := range ops {
		if o.kind != opSame || len(o.a) != 1 || len(o.b) != 1 {
			continue
		}
		x, y := o.a[0], o.b[0]
		if x.word != y.word {
			if strings.EqualFold(x.word, y.word) {
				s.count(tolCase, y.word)
			} else {
				s.count(tolSpacing, y.word)
			}
		}
		if i+1 >= len(ops) || ops[i+1].kind != opSame {
			continue
		}
		gapA, gapB := x.post+ops[i+1].a[0].pre, y.post+ops[i+1].b[0].pre
		if gapA == gapB {
			continue
		}
		if quotes.Replace(gapA) == quotes.Replace(gapB) {
			s.count(tolQuotes, gapB)
		} else {
			s.count(tolPunct, y.word+y.post)
		}
	}
}

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", `"`, "’", `"`, "'", `"`, "–", "-", "—", "-")
