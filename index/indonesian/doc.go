// Package indonesian analyses Indonesian legal text for bleve, after the manner of bleve's own analysis/lang packages: one file a
// stage, each with a test of its exact output.
//
// # Stages
//
//	text ─ [Tokenizer] ─ [NormalizeFilter] ─ [StopFilter] ─ [StemmerFilter] ─ terms      [New],      name "indonesian"
//	text ─ [Tokenizer] ─ [NormalizeFilter] ─ terms                                       [NewExact], name "indonesian_exact"
//
// The first analyzer finds; the second is for words in quotation marks, where every "dan" counts. [Terms] and [Stem] are the
// same pipeline for a query or for marking words in a page, and [Thesaurus] widens a query with the terms of the field.
//
// # How words are stemmed
//
// Affixes are taken off by the rules of Indonesian morphophonemics (Nazief and Adriani's confix stripping, with nasal recoding:
// menempatkan → tempat, pemalsuan → palsu), and a reading counts only when it ends in a known root. The roots are a compact list
// (roots.txt) of the words the statutes, the judgments and their readers use. Of several readings the one with the longest root
// wins, then the one with the fewest affixes. A word with no reading (a name, a loan, a misprint) passes through a cautious
// reduction without roots, which takes off a pair of affixes, or one that leaves a long word. Three tables, all meant for review by a lawyer, go
// before the rules: whole words whose stem the law decides (exceptions.go), variant spellings (spelling.go), and the roots.
//
// The choice against the alternatives: Tala's (2003) Porter-style rules need no list, but cut blindly, so penempatan ends as
// "empat", perempuan as "empu" and hukuman (a punishment) as hukum (law). A full dictionary of 30,000 roots would be somebody else's work,
// and most of it never occurs in a statute.
//
// # Registration
//
// bleve finds analyzers by name through a registry filled in init functions. That is the one place where this package has an
// effect on being imported; a mapping that names "indonesian" only has to import it.
package indonesian
