package index_test

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/search/highlight/highlighter/html"
	"github.com/blevesearch/bleve/v2/search/query"
	_ "modernc.org/sqlite"

	"suluh/corpus"
	"suluh/index"
	"suluh/index/indonesian"
)

// searcher is an engine as the benchmarks ask it. All give the same: the first ten articles with an excerpt in which the
// words of the question are marked, and how many hits there are by work.
type searcher interface {
	search(ctx context.Context, q speedQuestion) (answer, error)
	close() error
}

// speedQuestion is a question whose time is taken.
type speedQuestion struct {
	kind, text string
	cited      corpus.Ref // what a question of the kind cited names, read beforehand
}

// Kinds of question. All others ask for any of their words.
const (
	phraseKind = "frasa"
	citedKind  = "rujukan"
)

// answer is as much of an answer as proves that the work was done.
type answer struct {
	total    int
	works    int // lines of the count by work
	hits     []string
	excerpts int // bytes
}

const perPage = 10

// plainBleve is bleve as it comes: dynamic mapping, standard analyzer.
type plainBleve struct{ index bleve.Index }

// bleveBatch is how many articles bleve writes at once.
const bleveBatch = 1000

func buildBleve(_ context.Context, articles iter.Seq2[index.Article, error], dir string) error {
	ix, err := bleve.New(dir, bleve.NewIndexMapping())
	if err != nil {
		return err
	}
	return errors.Join(fillBleve(ix, articles), ix.Close())
}

func fillBleve(ix bleve.Index, articles iter.Seq2[index.Article, error]) error {
	batch := ix.NewBatch()
	for a, err := range articles {
		if err != nil {
			return err
		}
		if err := batch.Index(a.Ref.String(), map[string]any{"kind": kindOf(a.Ref), "work": workToken(a.Ref.Work),
			"heading": a.Heading, "text": a.Text, "elucidation": a.Elucidation}); err != nil {
			return err
		}
		if batch.Size() < bleveBatch {
			continue
		}
		if err := ix.Batch(batch); err != nil {
			return err
		}
		batch = ix.NewBatch()
	}
	return ix.Batch(batch)
}

func kindOf(r corpus.Ref) string {
	kind, _, _ := strings.Cut(r.Work, "/")
	return kind
}

// workToken writes an id so that the standard analyzer leaves it whole and it can be counted.
func workToken(id string) string { return strings.ReplaceAll(id, "/", "_") }

func openBleve(dir string) (searcher, error) {
	ix, err := bleve.Open(dir)
	return &plainBleve{ix}, err
}

func (b *plainBleve) search(ctx context.Context, q speedQuestion) (answer, error) {
	switch q.kind {
	case phraseKind:
		return b.ask(ctx, bleve.NewMatchPhraseQuery(q.text))
	case citedKind:
		return b.ask(ctx, bleve.NewDocIDQuery([]string{q.cited.String()}))
	}
	return b.ask(ctx, bleve.NewMatchQuery(q.text))
}

func (b *plainBleve) ask(ctx context.Context, q query.Query) (answer, error) {
	req := bleve.NewSearchRequestOptions(q, perPage, 0, false)
	req.Highlight = bleve.NewHighlightWithStyle(html.Name)
	req.AddFacet("work", bleve.NewFacetRequest("work", 1<<16))
	req.AddFacet("kind", bleve.NewFacetRequest("kind", 10))
	res, err := b.index.SearchInContext(ctx, req)
	if err != nil {
		return answer{}, err
	}
	out := answer{total: int(res.Total), works: res.Facets["work"].Terms.Len()}
	for _, h := range res.Hits {
		out.hits = append(out.hits, h.ID)
		for _, fragments := range h.Fragments {
			for _, f := range fragments {
				out.excerpts += len(f)
			}
		}
	}
	return out, nil
}

func (b *plainBleve) close() error { return b.index.Close() }

// fts5 is SQLite's full-text search over our stems. The table of stems holds no text, which is its fastest and smallest
// form; the original text lies beside it, and a narrow table of works serves the counts.
type fts5 struct {
	db                   *sql.DB
	hits, counts, single *sql.Stmt
}

const fts5Schema = `
	CREATE VIRTUAL TABLE stems USING fts5(heading, text, elucidation, content='', detail=full, tokenize='ascii');
	CREATE TABLE article(id INTEGER PRIMARY KEY, ref TEXT UNIQUE, heading TEXT, text TEXT, elucidation TEXT);
	CREATE TABLE work(id INTEGER PRIMARY KEY, number INTEGER)`

// connectFTS5 opens the database for a build or for questions, with room for all of the index in memory.
func connectFTS5(dir string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+filepath.Join(dir, "fts5.db")+"?_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=cache_size(-262144)")
}

// stemming is our analysis with the stop words left in, as phrases need them. It carries the cache of its stemmer.
var stemming = &analysis.DefaultAnalyzer{Tokenizer: indonesian.NewTokenizer(),
	TokenFilters: []analysis.TokenFilter{indonesian.NewNormalizeFilter(), indonesian.NewStemmerFilter()}}

// stemmedText returns the stems of a text in a row.
func stemmedText(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i, t := range stemming.Analyze([]byte(text)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.Write(t.Term)
	}
	return b.String()
}

// stemmedArticle is an article with the stems of its fields.
type stemmedArticle struct {
	index.Article
	stems [3]string
	err   error
}

// stemAhead stems articles in a goroutine of its own, so that the database need not wait.
func stemAhead(ctx context.Context, articles iter.Seq2[index.Article, error]) <-chan stemmedArticle {
	out := make(chan stemmedArticle, 256)
	go func() {
		defer close(out)
		for a, err := range articles {
			s := stemmedArticle{a, [3]string{stemmedText(a.Heading), stemmedText(a.Text), stemmedText(a.Elucidation)}, err}
			select {
			case out <- s:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func buildFTS5(ctx context.Context, articles iter.Seq2[index.Article, error], dir string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	db, err := connectFTS5(dir)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, fts5Schema); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := insertFTS5(ctx, tx, stemAhead(ctx, articles)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO stems(stems) VALUES('optimize')"); err != nil {
		return err
	}
	return errors.Join(tx.Commit(), db.Close())
}

func insertFTS5(ctx context.Context, tx *sql.Tx, articles <-chan stemmedArticle) error {
	var insert [3]*sql.Stmt
	for i, statement := range []string{"INSERT INTO stems(rowid, heading, text, elucidation) VALUES(?, ?, ?, ?)",
		"INSERT INTO article VALUES(?, ?, ?, ?, ?)", "INSERT INTO work VALUES(?, ?)"} {
		var err error
		if insert[i], err = tx.PrepareContext(ctx, statement); err != nil {
			return err
		}
	}
	works := map[string]int{}
	id := 0
	for a := range articles {
		if a.err != nil {
			return a.err
		}
		id++
		if _, known := works[a.Ref.Work]; !known {
			works[a.Ref.Work] = len(works)
		}
		_, err0 := insert[0].ExecContext(ctx, id, a.stems[0], a.stems[1], a.stems[2])
		_, err1 := insert[1].ExecContext(ctx, id, a.Ref.String(), a.Heading, a.Text, a.Elucidation)
		_, err2 := insert[2].ExecContext(ctx, id, works[a.Ref.Work])
		if err := errors.Join(err0, err1, err2); err != nil {
			return err
		}
	}
	return nil
}

func openFTS5(dir string) (searcher, error) {
	db, err := connectFTS5(dir)
	if err != nil {
		return nil, err
	}
	f := &fts5{db: db}
	for to, statement := range map[**sql.Stmt]string{
		&f.hits: `SELECT a.ref, a.text, a.elucidation FROM (SELECT rowid AS id, rank FROM stems WHERE stems MATCH ? ORDER BY rank LIMIT 10) AS h
			JOIN article AS a ON a.id = h.id ORDER BY h.rank`,
		&f.counts: "SELECT w.number, count(*) FROM stems AS s JOIN work AS w ON w.id = s.rowid WHERE s.stems MATCH ? GROUP BY w.number",
		&f.single: "SELECT ref, text, elucidation FROM article WHERE ref = ?",
	} {
		if *to, err = db.Prepare(statement); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", statement, err), db.Close())
		}
	}
	return f, nil
}

func (f *fts5) search(ctx context.Context, q speedQuestion) (answer, error) {
	switch q.kind {
	case phraseKind:
		return f.ask(ctx, `"`+stemmedText(q.text)+`"`, q.text)
	case citedKind:
		return f.read(ctx, f.single, q.cited.String(), "")
	}
	var terms []string
	for _, t := range indonesian.Terms(q.text) {
		terms = append(terms, `"`+t+`"`)
	}
	return f.ask(ctx, strings.Join(terms, " OR "), q.text)
}

func (f *fts5) ask(ctx context.Context, match, text string) (answer, error) {
	out, err := f.read(ctx, f.hits, match, text)
	if err != nil {
		return answer{}, err
	}
	rows, err := f.counts.QueryContext(ctx, match)
	if err != nil {
		return answer{}, err
	}
	defer rows.Close()
	for rows.Next() {
		var work, n int
		if err := rows.Scan(&work, &n); err != nil {
			return answer{}, err
		}
		out.total += n
		out.works++
	}
	return out, rows.Err()
}

// read runs a query for articles and makes the excerpt of each.
func (f *fts5) read(ctx context.Context, statement *sql.Stmt, argument, text string) (answer, error) {
	asked := map[string]bool{}
	for _, t := range stemming.Analyze([]byte(text)) {
		asked[string(t.Term)] = true
	}
	rows, err := statement.QueryContext(ctx, argument)
	if err != nil {
		return answer{}, err
	}
	defer rows.Close()
	var out answer
	for rows.Next() {
		var ref, text, elucidation string
		if err := rows.Scan(&ref, &text, &elucidation); err != nil {
			return answer{}, err
		}
		out.hits = append(out.hits, ref)
		e := cmp.Or(excerpt(text, asked), excerpt(elucidation, asked), text[:min(excerptLength, len(text))])
		out.excerpts += len(e)
	}
	return out, rows.Err()
}

func (f *fts5) close() error { return f.db.Close() }

// excerptLength is how much of a text an excerpt shows, in bytes, as ours do.
const excerptLength = 260

// excerpt cuts a text at the first word that was asked for and marks the words of the question in it: less than our own
// snippets do, so that SQLite is not charged for them.
func excerpt(text string, asked map[string]bool) string {
	var b strings.Builder
	at, end := 0, 0
	for _, t := range stemming.Analyze([]byte(text)) {
		if end > 0 && t.End > end {
			break
		}
		if !asked[string(t.Term)] {
			continue
		}
		if end == 0 {
			at, end = t.Start, t.Start+excerptLength
		}
		b.WriteString(text[at:t.Start] + "<mark>" + text[t.Start:t.End] + "</mark>")
		at = t.End
	}
	if end > 0 {
		b.WriteString(text[at:max(at, min(end, len(text)))])
	}
	return b.String()
}
