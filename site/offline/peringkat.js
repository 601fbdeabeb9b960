// Finding and ranking, in the browser: what suluh/index does with a query, over shards that index.Static wrote. The
// numbers of the ranking come from Go; the arithmetic is in the order of index/rank.go, so that equal scores are equal.
"use strict";

(() => {
  /**
   * @typedef {Record<string, string[]>} Filter
   * @typedef {{fieldWeight: number[], lengthShare: number[], saturation: number, nearBonus: number, nearDistance: number, citedBonus: number,
   *   pinnedBonus: number, coverage: number, corrected: number, minConcepts: number, minCorrected: number, maxQuery: number, maxTerms: number,
   *   maxPage: number, facetSize: number, snippetLength: number, sources: string[]}} Numbers
   * @typedef {{day: string, docs: number, average: number[], numbers: Numbers, facets: string[], decisions: string, known: string,
   *   stems: string[], words: string[], texts: number[], table: number, lengths: number[]}} Root
   * @typedef {{refs: {work: string, fragments: string}[], lengths: number[][], facets: Record<string, {values: string[], of: (number | number[])[]}>,
   *   spans: {from: string, share: number}[][], span: number[]}} Table
   * @typedef {{text: string, elucidation?: string, page: any}} Text
   * @typedef {{surface: string, stem: string, meant: string[]}} Concept
   * @typedef {{concepts: Concept[], synonyms: {start: number, end: number, terms: string[], weight: number}[], phrases: string[],
   *   cited: {work: string, fragment: string}[], corrected: string, unknown: string[]}} Question
   * @typedef {number[][]} Places where a stem stands in each field of a document
   * @typedef {Map<number, Places>} Posting
   * @typedef {{text: string, match: boolean}} Part
   * @typedef {{doc: number, work: string, fragment: string, score: number, snippet: Part[], source: string, page: any}} Hit
   * @typedef {{total: number, hits: Hit[], counts: Record<string, [value: string, n: number][]>, corrected: string, unknown: string[]}} Result
   * @typedef {{text: string, filter?: Filter, day?: string, page?: number, perPage?: number}} Query
   */

  const sameWorth = 1e-9; // how little two sums of weights may differ and count as equal
  const fields = 5; // wording, elucidation, title, search words, headings

  /**
   * The shard that would hold a key, among shards whose first keys are given; -1 if the key goes before all.
   * @template T
   * @param {T[]} firsts
   * @param {T} key
   */
  const shardOf = (firsts, key) => {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /**
   * Reads the postings of a key: see stemPostings in index/static.go.
   * @param {number[]} list
   * @returns {Posting}
   */
  const readPosting = (list) => {
    /** @type {Posting} */
    const posting = new Map();
    let doc = 0;
    for (let i = 0; i < list.length; ) {
      doc += list[i++];
      const mask = list[i++];
      /** @type {Places} */
      const places = [];
      for (let f = 0; f < fields; f++) {
        /** @type {number[]} */
        const at = [];
        if (mask & (1 << f)) {
          const n = list[i++];
          for (let k = 0, p = 0; k < n; k++) at.push((p += list[i++]));
        }
        places.push(at);
      }
      posting.set(doc, places);
    }
    return posting;
  };

  /**
   * Takes what stands in double quotes out of a text. A quote that is not closed is no quote.
   * @param {string} text
   * @returns {[phrases: string[], rest: string]}
   */
  const cutPhrases = (text) => {
    const parts = text.replace(/[“”„]/g, '"').split('"');
    if (parts.length % 2 === 0) {
      const last = parts.pop();
      parts[parts.length - 1] += " " + last;
    }
    const trimmed = parts.map((p) => trim(p));
    return [trimmed.filter((p, i) => i % 2 === 1 && p !== ""), trimmed.join(" ")];
  };

  /**
   * A text without the space around it, as Go sees space.
   * @param {string} s
   */
  const trim = (s) => s.replace(/^(?:(?!\ufeff)\s|\u0085)+|(?:(?!\ufeff)\s|\u0085)+$/g, "");

  /** @param {string} c */
  const isSpace = (c) => trim(c) === "";

  /**
   * Whether two words differ by one letter wrong, missing or too many, or by two neighbours changed round.
   * @param {string[]} a
   * @param {string[]} b
   */
  const oneSlip = (a, b) => {
    if (a.length > b.length) [a, b] = [b, a];
    if (b.length - a.length > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const same = (/** @type {number} */ x, /** @type {number} */ y) => a.slice(x).join("") === b.slice(y).join("");
    if (a.length < b.length) return same(i, i + 1);
    if (i === a.length) return false; // the same word
    if (same(i + 1, i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && same(i + 2, i + 2);
  };

  /** A search over the shards. */
  class Searcher {
    /**
     * @param {Root} root
     * @param {any} language the analysis, see analisis.js
     */
    constructor(root, language) {
      this.root = root;
      this.numbers = root.numbers;
      this.language = language;
      this.known = new Set(root.known.split(" "));
      /** @type {Map<string, Posting>} by stem; empty for a stem that no document has */
      this.postings = new Map();
      /** @type {Map<number, Table>} */
      this.tables = new Map();
    }

    // --- loading ---

    /**
     * The list of a key in a family of shards; nothing if there is none.
     * @param {string} family
     * @param {string[]} firsts
     * @param {string} key
     * @returns {Promise<number[] | undefined>}
     */
    async list(family, firsts, key) {
      const n = shardOf(firsts, key);
      if (n < 0) return undefined;
      const shard = await suluh.load(family + n);
      return Object.hasOwn(shard, key) ? shard[key] : undefined;
    }

    /**
     * Loads the postings of stems.
     * @param {string[]} stems
     */
    async learn(stems) {
      const fresh = [...new Set(stems)].filter((s) => !this.postings.has(s));
      const lists = await Promise.all(fresh.map((s) => this.list("cari/akar/", this.root.stems, s)));
      fresh.forEach((s, i) => this.postings.set(s, readPosting(lists[i] ?? [])));
    }

    /**
     * Loads the parts of the table that describe documents.
     * @param {Iterable<number>} docs
     */
    async learnTables(docs) {
      const parts = new Set(Array.from(docs, (d) => Math.floor(d / this.root.table)));
      await Promise.all([...parts].filter((n) => !this.tables.has(n)).map(async (n) => this.tables.set(n, await suluh.load("cari/dokumen/" + n))));
    }

    /**
     * @param {number} doc
     * @returns {[table: Table, row: number]}
     */
    row(doc) {
      return [/** @type {Table} */ (this.tables.get(Math.floor(doc / this.root.table))), doc % this.root.table];
    }

    // --- the question ---

    /**
     * Reads the text of a query.
     * @param {string} text
     * @returns {Promise<Question>}
     */
    async understand(text) {
      const letters = Array.from(text);
      if (letters.length > this.numbers.maxQuery) text = letters.slice(0, this.numbers.maxQuery).join("");
      const [phrases, rest] = cutPhrases(text);
      const finder = await suluh.citations();
      /** @type {Question} */
      const q = { concepts: [], synonyms: [], phrases: phrases.filter((p) => suluh.words(p).length > 0), cited: [], corrected: "", unknown: [] };
      for (const c of await finder.find(rest, this.root.day)) {
        if (c.end > c.start && finder.has(c.target)) q.cited.push(finder.canonical(c.target));
      }
      for (const w of this.language.stems(rest).slice(0, this.numbers.maxTerms)) {
        q.concepts.push({ surface: suluh.lower(rest.slice(w.start, w.end)), stem: w.term, meant: [] });
      }
      await this.correct(q, text);
      q.synonyms = this.language.thesaurus.expand(q.concepts.map((c) => c.meant[0] ?? c.stem));
      return q;
    }

    /**
     * Finds for every word that the collection does not know the nearest words it knows.
     * @param {Question} q
     * @param {string} text
     */
    async correct(q, text) {
      let fixed = suluh.lower(text);
      await this.learn(q.concepts.map((c) => c.stem));
      for (const c of q.concepts) {
        if (this.known.has(c.stem) || this.posting(c.stem).size > 0) continue;
        const near = await this.nearest(c.surface);
        if (near.length === 0) {
          q.unknown.push(c.surface);
          continue;
        }
        c.meant = [...new Set(near.map((w) => this.language.stem(w)))];
        const w = suluh.words(fixed).find((w) => fixed.slice(w.start, w.end) === c.surface);
        if (w) fixed = fixed.slice(0, w.start) + near[0] + fixed.slice(w.end);
        q.corrected = fixed;
      }
    }

    /**
     * The words one slip away from a misspelt word, the most frequent first, at most three. Words with the same first letter
     * go first.
     * @param {string} word
     */
    async nearest(word) {
      const letters = Array.from(word);
      if (letters.length < this.numbers.minCorrected) return [];
      const lengths = [letters.length - 1, letters.length, letters.length + 1].filter((n) => this.root.lengths.includes(n));
      /** @type {string[]} */
      const lists = await Promise.all(lengths.map((n) => suluh.load("cari/ejaan/" + n)));
      /** @type {{word: string, count: number, first: number}[]} */
      const found = [];
      for (const list of lists) {
        const items = list.split(" ");
        for (let i = 0; i < items.length; i += 2) {
          const w = Array.from(items[i]);
          if (oneSlip(letters, w)) found.push({ word: items[i], count: Number(items[i + 1]), first: w[0] === letters[0] ? 0 : 1 });
        }
      }
      found.sort((a, b) => a.first - b.first || b.count - a.count);
      return found.slice(0, 3).map((w) => w.word);
    }

    // --- what is found ---

    /**
     * @param {string} stem
     * @returns {Posting}
     */
    posting(stem) {
      return this.postings.get(stem) ?? new Map();
    }

    /**
     * The documents with something of the question; null if it asks for nothing.
     * @param {Question} q
     * @returns {Promise<number[] | null>}
     */
    async candidates(q) {
      if (q.phrases.length > 0) {
        let docs = null;
        for (const phrase of q.phrases) {
          const found = await this.phrase(phrase);
          docs = docs ? docs.filter((d) => found.includes(d)) : found;
        }
        return docs;
      }
      if (q.concepts.length === 0) return null;
      /** @type {Map<number, number>} */
      const matched = new Map();
      q.concepts.forEach((c, i) => {
        /** @type {Set<number>} */
        const docs = new Set();
        for (const stem of [c.stem, ...c.meant]) for (const d of this.posting(stem).keys()) docs.add(d);
        for (const s of q.synonyms) {
          if (s.start > i || i >= s.end) continue;
          const [first, ...others] = s.terms.map((t) => this.posting(t));
          for (const d of first.keys()) if (others.every((p) => p.has(d))) docs.add(d);
        }
        for (const d of docs) matched.set(d, (matched.get(d) ?? 0) + 1);
      });
      const least = q.concepts.length >= this.numbers.minConcepts ? 2 : 1;
      return [...matched].filter(([, n]) => n >= least).map(([d]) => d);
    }

    /**
     * The documents whose wording or elucidation has a phrase word for word.
     * @param {string} phrase
     */
    async phrase(phrase) {
      const terms = suluh.words(phrase).map((w) => w.term);
      const lists = await Promise.all(terms.map((t) => this.list("cari/kata/", this.root.words, t)));
      const [first, ...others] = lists.map((list) => readPosting(list ?? []));
      const stands = (/** @type {number} */ doc, /** @type {number} */ f, /** @type {number} */ p) =>
        others.every((posting, i) => posting.get(doc)?.[f].includes(p + i + 1));
      return [...first].filter(([doc, places]) => places.some((at, f) => at.some((p) => stands(doc, f, p)))).map(([doc]) => doc);
    }

    /**
     * The values of a document for a facet.
     * @param {number} doc
     * @param {string} facet
     */
    values(doc, facet) {
      const [table, row] = this.row(doc);
      const { values, of } = table.facets[facet];
      return [of[row]].flat().map((n) => values[n]);
    }

    /**
     * The documents that pass a filter, the facet except aside.
     * @param {number[]} docs
     * @param {Filter} filter
     * @param {string} [except]
     */
    filtered(docs, filter, except) {
      const asked = this.root.facets.filter((f) => f !== except && filter[f]?.length);
      return docs.filter((d) => asked.every((f) => this.values(d, f).some((v) => filter[f].includes(v))));
    }

    /**
     * How many documents each value of a facet has, the most first.
     * @param {number[]} docs
     * @param {string} facet
     * @returns {[value: string, n: number][]}
     */
    count(docs, facet) {
      /** @type {Map<string, number>} */
      const n = new Map();
      for (const d of docs) for (const v of this.values(d, facet)) n.set(v, (n.get(v) ?? 0) + 1);
      return [...n].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : a > b ? 1 : 0)).slice(0, this.numbers.facetSize);
    }

    // --- the order ---

    /**
     * Every stem that can answer the question.
     * @param {Question} q
     */
    stems(q) {
      return [...q.concepts.flatMap((c) => [c.stem, ...c.meant]), ...q.synonyms.flatMap((s) => s.terms)];
    }

    /**
     * How rare each stem of the question is.
     * @param {Question} q
     * @returns {Map<string, number>}
     */
    weights(q) {
      return new Map(this.stems(q).map((stem) => {
        const n = this.posting(stem).size;
        return [stem, Math.log(1 + (this.root.docs - n + 0.5) / (n + 0.5))];
      }));
    }

    /**
     * What times in the fields of a document are worth.
     * @param {number} doc
     * @param {(field: number) => number} times
     */
    saturate(doc, times) {
      const { fieldWeight, lengthShare, saturation } = this.numbers;
      const [table, row] = this.row(doc);
      let sum = 0;
      for (let f = 0; f < fields; f++) {
        const n = times(f);
        if (n === 0) continue;
        const norm = 1 - lengthShare[f] + lengthShare[f] * table.lengths[f][row] / Math.max(1, this.root.average[f]);
        sum += fieldWeight[f] * n / norm;
      }
      return sum * (saturation + 1) / (sum + saturation);
    }

    /**
     * @param {number} doc
     * @param {string} stem
     */
    bm25f(doc, stem) {
      const places = this.posting(stem).get(doc);
      return places ? this.saturate(doc, (f) => places[f].length) : 0;
    }

    /**
     * What a synonym of one or more stems earns: its words must stand together in one field.
     * @param {number} doc
     * @param {string[]} terms
     * @param {Map<string, number>} weights
     */
    synonym(doc, terms, weights) {
      const weight = Math.max(...terms.map((t) => weights.get(t) ?? 0));
      if (terms.length === 1) return this.bm25f(doc, terms[0]) * weight;
      const places = terms.map((t) => this.posting(t).get(doc));
      if (places.includes(undefined)) return 0;
      return weight * this.saturate(doc, (f) => this.together(places.map((p) => /** @type {Places} */ (p)[f])));
    }

    /**
     * How often words stand one after another, stop words between them aside.
     * @param {number[][]} places
     */
    together([first, ...others]) {
      return first.filter((at) => others.every((places) => {
        const next = places.find((p) => p > at && p <= at + this.numbers.nearDistance);
        if (next === undefined) return false;
        at = next;
        return true;
      })).length;
    }

    /**
     * The score of a document for the words of the question: the best way to cover them.
     * @param {Question} q
     * @param {Map<string, number>} weights
     * @param {number} doc
     */
    score(q, weights, doc) {
      const weight = (/** @type {string} */ stem) => weights.get(stem) ?? 0;
      let possible = 0;
      const alone = q.concepts.map((c) => {
        let most = weight(c.stem), worth = this.bm25f(doc, c.stem) * most;
        for (const m of c.meant) {
          worth = Math.max(worth, this.numbers.corrected * this.bm25f(doc, m) * weight(m));
          most = weight(m);
        }
        possible += most;
        return worth;
      });
      const n = q.concepts.length;
      const best = new Array(n + 1).fill(0);
      const covered = new Array(n + 1).fill(0); // weight of the concepts that matched, on the best way
      for (let i = n - 1; i >= 0; i--) {
        best[i] = alone[i] + best[i + 1];
        covered[i] = covered[i + 1];
        if (alone[i] > 0) covered[i] += weight(q.concepts[i].stem);
        for (const s of q.synonyms) {
          if (s.start !== i) continue;
          const worth = s.weight * this.synonym(doc, s.terms, weights) + best[s.end];
          if (worth <= best[i]) continue;
          best[i] = worth;
          covered[i] = covered[s.end];
          for (let j = s.start; j < s.end; j++) covered[i] += s.weight * weight(q.concepts[j].stem);
        }
      }
      const score = best[0] + this.nearness(q, weights, doc);
      const { coverage } = this.numbers;
      return possible > 0 ? score * (1 - coverage + coverage * Math.min(1, covered[0] / possible)) : score;
    }

    /**
     * The reward for neighbours of the question that stand side by side in the document.
     * @param {Question} q
     * @param {Map<string, number>} weights
     * @param {number} doc
     */
    nearness(q, weights, doc) {
      let sum = 0;
      for (let i = 0; i + 1 < q.concepts.length; i++) {
        const a = q.concepts[i].stem, b = q.concepts[i + 1].stem;
        if (a !== b && this.near(doc, a, b)) sum += this.numbers.nearBonus * Math.min(weights.get(a) ?? 0, weights.get(b) ?? 0);
      }
      return sum;
    }

    /**
     * @param {number} doc
     * @param {string} a
     * @param {string} b
     */
    near(doc, a, b) {
      const there = this.posting(b).get(doc);
      const here = this.posting(a).get(doc);
      return Boolean(here && there && here.some((at, f) => at.some((p) => there[f].some((r) => Math.abs(r - p) <= this.numbers.nearDistance))));
    }

    /**
     * The reference of a document.
     * @param {number} doc
     */
    ref(doc) {
      const [table, row] = this.row(doc);
      let before = 0;
      for (const { work, fragments } of table.refs) {
        const list = fragments.split(" ");
        if (row < before + list.length) return { work, fragment: list[row - before] === "-" ? "" : list[row - before] };
        before += list.length;
      }
      throw new Error("Daftar dokumen dalam salinan ini tidak lengkap.");
    }

    /**
     * The documents in the order in which they answer the question, with their scores.
     * @param {Question} q
     * @param {number[]} docs
     * @param {string} day
     */
    rank(q, docs, day) {
      const weights = this.weights(q);
      const ranked = docs.map((doc) => {
        const [table, row] = this.row(doc);
        const span = table.spans[table.span[row]].filter((s) => s.from <= day).pop();
        return { doc, score: this.score(q, weights, doc) * (span?.share ?? 1) + this.bonus(q, doc) };
      });
      return ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
    }

    /**
     * What a document earns for being named in the question, law or not.
     * @param {Question} q
     * @param {number} doc
     */
    bonus(q, doc) {
      if (q.cited.length === 0) return 0;
      const { work, fragment } = this.ref(doc);
      let sum = 0;
      for (const r of q.cited) {
        if (r.work === work) sum += r.fragment.split(".")[0] === fragment ? this.numbers.pinnedBonus : this.numbers.citedBonus;
      }
      return sum;
    }

    // --- the answer ---

    /**
     * Answers a query.
     * @param {Query} query
     * @returns {Promise<Result>}
     */
    async search({ text, filter = {}, day = this.root.day, page = 1, perPage = 10 }) {
      const q = await this.understand(text);
      await this.learn(this.stems(q));
      const found = await this.candidates(q);
      if (!found) return { total: 0, hits: [], counts: {}, corrected: "", unknown: q.unknown };
      await this.learnTables(found);
      const docs = this.filtered(found, filter);
      /** @type {Record<string, [string, number][]>} */
      const counts = {};
      for (const f of this.root.facets) {
        counts[f] = this.count(filter[f]?.length ? this.filtered(found, filter, f) : docs, f); // a filter counts without itself
      }
      const first = (Math.min(Math.max(page, 1), this.numbers.maxPage) - 1) * perPage;
      const shown = this.rank(q, docs, day).slice(first, first + perPage);
      const hits = await Promise.all(shown.map((r) => this.hit(q, r.doc, r.score)));
      return { total: docs.length, hits, counts, corrected: q.corrected, unknown: q.unknown };
    }

    /**
     * @param {Question} q
     * @param {number} doc
     * @param {number} score
     * @returns {Promise<Hit>}
     */
    async hit(q, doc, score) {
      const shard = shardOf(this.root.texts, doc);
      /** @type {Text} */
      const text = (await suluh.load("cari/teks/" + shard))[doc - this.root.texts[shard]];
      const matched = new Map([...this.weights(q)].filter(([stem]) => this.posting(stem).has(doc)));
      /** @type {Hit} */
      const hit = { doc, ...this.ref(doc), score, snippet: [], source: "", page: text.page };
      let best = -1;
      [text.text, text.elucidation ?? ""].forEach((field, f) => {
        if (field === "") return;
        const [parts, worth] = this.snippet(field, matched);
        if (worth > best + sameWorth) [best, hit.snippet, hit.source] = [worth, parts, this.numbers.sources[f]];
      });
      return hit;
    }

    /**
     * Cuts the stretch of a text that answers most of the question, and marks the words that do. Lengths are in bytes, as in
     * Go, so that the same words are cut off.
     * @param {string} text
     * @param {Map<string, number>} matched
     * @returns {[parts: Part[], worth: number]}
     */
    snippet(text, matched) {
      const bytes = byteOffsets(text);
      const length = this.numbers.snippetLength;
      const marks = this.language.stems(text).filter((/** @type {{term: string}} */ w) => matched.has(w.term));
      let from = 0, worth = 0;
      for (const [i, first] of marks.entries()) {
        /** @type {Set<string>} */
        const seen = new Set();
        let sum = 0;
        for (let j = i; j < marks.length && bytes[marks[j].end] <= bytes[first.start] + Math.floor(length * 3 / 4); j++) {
          const stem = marks[j].term;
          if (!seen.has(stem)) sum += matched.get(stem) ?? 0;
          seen.add(stem);
        }
        if (sum > worth + sameWorth) [worth, from] = [sum, first.start];
      }
      const start = cutBefore(text, bytes, from, Math.floor(length / 4));
      const end = cutAfter(text, bytes, start, bytes[start] + length);
      return [mark(text, start, end, marks), worth];
    }
  }

  /**
   * How many bytes of UTF-8 stand before each character of a text, and in the whole.
   * @param {string} text
   */
  const byteOffsets = (text) => {
    const out = new Uint32Array(text.length + 1);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      out[i + 1] = out[i] + (code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3); // a pair has four
    }
    return out;
  };

  /**
   * Where a snippet that should show the word at a place begins: at the start of the sentence if that is near, else at a
   * word a little before.
   * @param {string} text
   * @param {Uint32Array} bytes
   * @param {number} at
   * @param {number} lead
   */
  const cutBefore = (text, bytes, at, lead) => {
    if (bytes[at] <= lead) return 0;
    let first = at;
    while (bytes[first - 1] >= bytes[at] - lead) first--;
    let start = at;
    for (let i = first; i < at; i++) {
      if (isSpace(text[i]) && (start === at || ".;:".includes(text[i - 1]))) start = i + 1;
    }
    return start;
  };

  /**
   * The end of the last whole word between a start and a byte. A word too long for that is cut.
   * @param {string} text
   * @param {Uint32Array} bytes
   * @param {number} start
   * @param {number} byte
   */
  const cutAfter = (text, bytes, start, byte) => {
    if (byte >= bytes[text.length]) return text.length;
    let end = start;
    while (bytes[end + 1] <= byte) end++;
    for (let i = end - 1; i > start; i--) if (isSpace(text[i])) return i;
    return end;
  };

  /**
   * Splits a stretch of a text into parts at the words that match.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @param {{start: number, end: number}[]} marks
   */
  const mark = (text, start, end, marks) => {
    /** @type {Part[]} */
    const parts = [];
    const add = (/** @type {string} */ text, match = false) => {
      if (text) parts.push({ text, match });
    };
    if (start > 0) add("… ");
    let at = start;
    for (const w of marks) {
      if (w.start < at || w.end > end) continue;
      add(text.slice(at, w.start));
      add(text.slice(w.start, w.end), true);
      at = w.end;
    }
    add(text.slice(at, end));
    if (end < text.length) add(" …");
    return parts;
  };

  /** @type {Promise<Searcher> | undefined} */
  let searcher;

  /** The search of this collection; its data are loaded once. */
  const search = (/** @type {Query} */ query) => (searcher ??= Promise.all([suluh.load("cari/indeks"), suluh.load("cari/bahasa")])
    .then(([root, tables]) => new Searcher(root, new suluh.Language(tables)))).then((s) => s.search(query));

  window.suluh = Object.assign(window.suluh ?? {}, { Searcher, search, trim });
})();
