// Package charge weighs facts against offences: which article fits, element by element, on the day of the act, with
// which penalty, and in which place of an indictment. It never says that anybody is guilty.
//
// # Data
//
// The rules are data that a lawyer can read and change, in corpus/texts/delik: one Markdown file an offence ([Offence]
// lists its front matter), fakta.yaml with the questions ([Fact]), catatan.yaml with what must be said whatever the
// charge ([Note]). [Load] reads them and checks that every fact exists and every citation leads to a portion of the
// library.
//
// # Logic
//
// A fact is yes, no or unknown, and so is a [Condition] over facts, by Kleene's three-valued logic. An element without a
// condition is always there. An offence fits when all its elements do; fits if something is proved when none is
// excluded; is excluded by its first element that is not there; and is no law on a day outside its time, which the
// relations of the corpus tell. [Rules.Weigh] is pure: the same facts give the same answer.
//
// # In the browser
//
// The static export weighs without a server: [Rules.Data] gives the rules and every sentence as data, and
// site/offline/timbang.js weighs them again, function by function. Whoever changes the logic here changes it there; the
// test vectors (package chargetest) and facts at random run through both and must get the same answer, to the letter.
package charge
