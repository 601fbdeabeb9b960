// Package importer turns statutes as they are found, in Markdown, text, HTML or PDF of mixed quality, into files of the
// corpus.
package importer
