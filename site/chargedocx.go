package site

import "net/http"

// serveChargeDocx sends the file note as a Word document.
func (s *Site) serveChargeDocx(w http.ResponseWriter, r *http.Request) error {
	v, answer, err := s.askedAnswer(r)
	if err != nil {
		return err
	}
	note, err := v.chargeMarkdown(answer)
	if err != nil {
		return err
	}
	b, err := docxOf(note)
	if err != nil {
		return err
	}
	return sendFile(w, docxType, "catatan-pasal.docx", b)
}
