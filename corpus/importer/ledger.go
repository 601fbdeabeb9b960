package importer

// Entry is one thing that the importer did to the words of the source.
type Entry struct {
	What string `json:"what"` // the kind of furniture, or why a word was changed
	Line int    `json:"line"` // in the source
	Text string `json:"text"` // what was taken off, or what stood in the source
	Now  string `json:"now,omitempty"`
}

// ledger accounts for every word that stands in the source and not in the outcome, or the other way round.
type ledger struct {
	dropped []Entry // furniture
	moved   []Entry // headings of elucidations, which the format writes as "#### Penjelasan"
	changed []Entry // read as something else: "Pasal l" as "Pasal 1"
	added   []Entry // our own words: "[belum tersedia]"
}

func (l *ledger) drop(what string, line int, text string) {
	l.dropped = append(l.dropped, Entry{What: what, Line: line, Text: text})
}

func (l *ledger) move(line int, text string) {
	l.moved = append(l.moved, Entry{What: "judul penjelasan", Line: line, Text: text})
}

func (l *ledger) change(what string, line int, from, to string) {
	l.changed = append(l.changed, Entry{What: what, Line: line, Text: from, Now: to})
}

func (l *ledger) add(what string, line int, text string) {
	l.added = append(l.added, Entry{What: what, Line: line, Now: text})
}
