package site

import (
	"context"
	"strings"

	"suluh/corpus"
	"suluh/index"
)

// Answer is what one question finds, for machines and the terminal: the articles a citation means, or the articles
// that a search ranks best.
type Answer struct {
	Query     string      `json:"query"`
	Corrected string      `json:"corrected,omitempty"` // the question as it was understood, if words were misspelt
	Total     int         `json:"total"`
	Day       corpus.Date `json:"date"` // the day of the status
	Hits      []AnswerHit `json:"hits"`
}

// AnswerHit is one article.
type AnswerHit struct {
	ID      string  `json:"id"`    // "uu/2007/21#pasal-26"
	Title   string  `json:"title"` // "Pasal 26 UU TPPO (UU 21/2007): …"
	Score   float64 `json:"score"`
	Snippet string  `json:"snippet"`
	Status  string  `json:"status"`          // standing on the day, in words
	Marks   string  `json:"marks,omitempty"` // what of its wording is not as read in the source
}

// Answer answers a question with at most per articles, as the law stands today.
func (s *Site) Answer(ctx context.Context, text string, per int) (Answer, error) {
	return view{Site: s, day: s.today()}.answer(ctx, text, per)
}

func (v view) answer(ctx context.Context, text string, per int) (Answer, error) {
	a := Answer{Query: text, Day: v.day, Hits: []AnswerHit{}}
	if text == "" {
		return a, nil
	}
	if cited := v.library.Lookup(text, a.Day); len(cited) > 0 {
		for _, c := range cited {
			if c.State != corpus.Resolved || c.Target.Fragment == "" {
				continue
			}
			if a.Total++; len(a.Hits) < per {
				a.Hits = append(a.Hits, v.answerHit(index.Hit{Ref: v.library.Canonical(c.Target), Score: 1, Snippet: opening(v.library, c.Target)}))
			}
		}
		return a, nil
	}
	r, err := v.search.Search(ctx, index.Query{Text: text, Day: v.day, PerPage: per})
	if err != nil {
		return a, err
	}
	a.Total, a.Corrected = r.Total, r.Corrected
	for _, h := range r.Hits {
		a.Hits = append(a.Hits, v.answerHit(h))
	}
	return a, nil
}

func (v view) answerHit(h index.Hit) AnswerHit {
	line := v.hitLine(h)
	status := v.statusLine(h.Ref)
	hit := AnswerHit{ID: h.Ref.Article().String(), Score: h.Score, Title: joinSentence(line.Label, line.Work),
		Status: joinSentence(status.Label, status.Text)}
	if line.Caption != "" {
		hit.Title += ": " + line.Caption
	}
	var snippet strings.Builder
	for _, p := range h.Snippet {
		snippet.WriteString(p.Text)
	}
	hit.Snippet = snippet.String()
	var marks []string
	for _, b := range line.Badges {
		if b.Text == "" {
			marks = append(marks, b.Label)
		}
	}
	hit.Marks = strings.Join(marks, "; ")
	return hit
}
