// Finding and ranking, in the browser: what suluh/index does with a query, over shards that index.Static wrote. The
// numbers of the ranking come from Go; the arithmetic is in the order of index/rank.go, so that equal scores are equal.
"use strict";

(() => {
  /**
   * @typedef {Record<string, string[]>} Filter
   * @typedef {{fieldWeight: number[], lengthShare: number[], saturation: number, nearBonus: number, nearDistance: number, citedBonus: number,
   *   pinnedBonus: number, coverage: number, corrected: number, minConcepts: number, minCorrected: number, maxQuery: number, maxTerms: number,
   *   maxPage: number, facetSize: number, snippetLength: number, sources: string[]}} Numbers
   * @typedef {{day: string, docs: number, law: number, average: number[], numbers: Numbers, facets: string[], laws: number, decisions: string, known: string, names: string[], numbered: string[], digits: string,
   *   stems: string[], texts: number[], table: number, lengths: number[]}} Root
   * @typedef {{refs: {work: string, articles: string}[], lengths: string[], facets: Record<string, {values: string[], runs: {docs: number, of: number[]}[]}>,
   *   spans: {from: string, share: number}[][], span: number[]}} Table
   * @typedef {{lengths: number[][], refs: {work: string, fragment: string}[], facets: Record<string, string[][]>, spans: {from: string, share: number}[][]}} Rows
   * @typedef {{text: string, elucidation?: string, page: any}} Text
   * @typedef {{surface: string, stem: string, meant: string[]}} Concept
   * @typedef {{concepts: Concept[], synonyms: {start: number, end: number, terms: string[], weight: number}[], phrases: string[],
   *   cited: {work: string, fragment: string}[], corrected: string, unknown: string[]}} Question
   * @typedef {number[][]} Places where a stem stands in each field of a document
   * @typedef {Map<number, Places>} Posting
   * @typedef {{start: number, end: number, stem: string, weight: number}} Mark
   * @typedef {{postings: Posting[], weights: number[], concepts: {stem: number, meant: number[],
   *   synonyms: {end: number, terms: number[], share: number, weight: number}[]}[]}} Plan
   * @typedef {{text: string, match: boolean}} Part
   * @typedef {{doc: number, work: string, fragment: string, score: number, snippet: Part[], source: string, page: any}} Hit
   * @typedef {{total: number, hits: Hit[], counts: Record<string, [value: string, n: number][]>, corrected: string, unknown: string[]}} Result
   * @typedef {{text: string, filter?: Filter, day?: string, page?: number, perPage?: number,
   *   count?: string[]}} Query what to count; all facets if not said
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
   * Reads numbers: see packed in index/static.go.
   * @param {string} digits
   * @param {string} list
   */
  const unpacked = (digits, list) => {
    const base = digits.length / 2;
    const values = new Uint8Array(128);
    for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
    const out = [];
    for (let i = 0, n = 0, place = 1; i < list.length; i++) {
      const digit = values[list.charCodeAt(i)];
      if (digit >= base) {
        n += (digit - base) * place;
        place *= base;
      } else {
        out.push(n + digit * place);
        n = 0;
        place = 1;
      }
    }
    return out;
  };

  /**
   * The values of each document for a facet.
   * @param {string[]} values
   * @param {{docs: number, of: number[]}[]} runs
   * @returns {string[][]}
   */
  const readFacet = (values, runs) => runs.flatMap(({ docs, of }) => new Array(docs).fill(of.map((n) => values[n])));

  /**
   * The numbers of the articles of a work: see corpus.ArticleList.
   * @param {string} list "1-67 67a"
   */
  const articlesOf = (list) => list.split(" ").flatMap((item) => {
    const range = /^([1-9]\d*)-([1-9]\d*)$/.exec(item);
    return range ? Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, i) => String(Number(range[1]) + i)) : [item];
  });

  /**
   * Reads a part of the table of documents.
   * @param {string} digits
   * @param {Table} table
   * @returns {Rows}
   */
  const readTable = (digits, table) => {
    /** @type {Record<string, string[][]>} */
    const facets = {};
    for (const [facet, { values, runs }] of Object.entries(table.facets)) {
      facets[facet] = readFacet(values, runs);
    }
    return {
      lengths: table.lengths.map((list) => unpacked(digits, list)),
      refs: table.refs.flatMap(({ work, articles }) => articlesOf(articles).map((n) => ({ work, fragment: n && "pasal-" + n }))),
      facets,
      spans: table.span.map((n) => table.spans[n]),
    };
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
      /** @type {Map<number, Rows>} */
      this.tables = new Map();
    }

    // --- loading ---

    /**
     * The postings of a key in a family of shards; empty if there is none.
     * @param {string} family
     * @param {string[]} firsts
     * @param {string} key
     * @returns {Promise<Posting>}
     */
    async read(family, firsts, key) {
      const n = shardOf(firsts, key);
      const shard = n < 0 ? {} : await suluh.load(family + n);
      return readPosting(Object.hasOwn(shard, key) ? unpacked(this.root.digits, shard[key]) : []);
    }

    /**
     * Loads the postings of stems.
     * @param {string[]} stems
     */
    async learn(stems) {
      const fresh = [...new Set(stems)].filter((s) => !this.postings.has(s) && !this.known.has(s));
      await Promise.all(fresh.map(async (s) => this.postings.set(s, await this.read("cari/akar/", this.root.stems, s))));
    }

    /**
     * Loads the parts of the table that describe documents.
     * @param {number[]} docs
     * @param {boolean} cases whether the facets are needed that only decisions have
     */
    async learnTables(docs, cases) {
      const parts = new Set(Array.from(docs, (d) => Math.floor(d / this.root.table)));
      await Promise.all([...parts].filter((n) => !this.tables.has(n)).map(async (n) => this.tables.set(n, readTable(this.root.digits, await suluh.load("cari/dokumen/" + n)))));
      if (!cases) return;
      await Promise.all([...parts].map(async (n) => {
        const { facets } = /** @type {Rows} */ (this.tables.get(n));
        for (const [facet, { values, runs }] of Object.entries(await suluh.load("cari/perkara/" + n))) facets[facet] ??= readFacet(values, runs);
      }));
    }

    /**
     * @param {number} doc
     * @returns {[rows: Rows, row: number]}
     */
    row(doc) {
      return [/** @type {Rows} */ (this.tables.get(Math.floor(doc / this.root.table))), doc % this.root.table];
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
      /** @type {Question} */
      const q = { concepts: [], synonyms: [], phrases: phrases.filter((p) => suluh.words(p).length > 0), cited: [], corrected: "", unknown: [] };
      q.cited = await suluh.citing(rest, async (finder) => {
        const found = await finder.find(rest, this.root.day);
        return found.filter((/** @type {any} */ c) => c.end > c.start && finder.has(c.target)).map((/** @type {any} */ c) => finder.canonical(c.target));
      });
      for (const w of this.language.stems(rest).slice(0, this.numbers.maxTerms)) {
        q.concepts.push({ surface: suluh.lower(rest.slice(w.start, w.end)), stem: w.term, meant: [] });
      }
      await this.correct(q, text);
      const synonyms = this.language.thesaurus.expand(q.concepts.map((c) => c.meant[0] ?? c.stem));
      q.synonyms = synonyms.filter((/** @type {{terms: string[]}} */ s) => !s.terms.some((t) => this.known.has(t))); // no document has them
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
      const firsts = await suluh.load("cari/kata");
      const [first, ...others] = await Promise.all(terms.map((t) => this.read("cari/kata/", firsts, t)));
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
      const [rows, row] = this.row(doc);
      return rows.facets[facet][row];
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
     * How rare each stem of the question is in the law, whose documents come first.
     * @param {Question} q
     * @returns {Map<string, number>}
     */
    weights(q) {
      return new Map(this.stems(q).map((stem) => {
        let n = 0;
        for (const doc of this.posting(stem).keys()) if (doc < this.root.law) n++;
        return [stem, Math.log(1 + (this.root.law - n + 0.5) / (n + 0.5))];
      }));
    }

    /**
     * A question made ready for scoring many documents: its stems by number.
     * @param {Question} q
     * @returns {Plan}
     */
    plan(q) {
      const byStem = this.weights(q);
      const stems = [...byStem.keys()], weights = [...byStem.values()];
      const number = new Map(stems.map((stem, i) => [stem, i]));
      const numberOf = (/** @type {string} */ stem) => /** @type {number} */ (number.get(stem));
      return {
        postings: stems.map((stem) => this.posting(stem)),
        weights,
        concepts: q.concepts.map((c, i) => ({
          stem: numberOf(c.stem),
          meant: c.meant.map(numberOf),
          synonyms: q.synonyms.filter((s) => s.start === i).map((s) => {
            const terms = s.terms.map(numberOf);
            return { end: s.end, terms, share: s.weight, weight: Math.max(...terms.map((t) => weights[t])) };
          }),
        })),
      };
    }

    /**
     * What times in the fields of a document are worth.
     * @param {number[]} norms by field
     * @param {number[]} times
     */
    saturate(norms, times) {
      const { fieldWeight, saturation } = this.numbers;
      let sum = 0;
      for (let f = 0; f < fields; f++) if (times[f] > 0) sum += fieldWeight[f] * times[f] / norms[f];
      return sum * (saturation + 1) / (sum + saturation);
    }

    /**
     * How much a word counts in each field of a document: less in a long one.
     * @param {number} doc
     */
    norms(doc) {
      const { lengthShare } = this.numbers;
      const [rows, row] = this.row(doc);
      return lengthShare.map((share, f) => 1 - share + share * rows.lengths[f][row] / Math.max(1, this.root.average[f]));
    }

    /**
     * How often words stand one after another, stop words between them aside.
     * @param {number[][]} places
     */
    together([first, ...others]) {
      const { nearDistance } = this.numbers;
      const next = others.map(() => 0); // in each list; places only go up
      let n = 0;
      for (let at of first) {
        const follows = others.every((places, i) => {
          while (next[i] < places.length && places[next[i]] <= at) next[i]++;
          if (next[i] === places.length || places[next[i]] > at + nearDistance) return false;
          at = places[next[i]];
          return true;
        });
        if (follows) n++;
      }
      return n;
    }

    /**
     * The score of a document for the words of the question: the best way to cover them.
     * @param {Plan} plan
     * @param {number} doc
     */
    score(plan, doc) {
      const { weights, concepts } = plan;
      const { corrected, coverage, saturation } = this.numbers;
      const norms = this.norms(doc);
      const places = plan.postings.map((posting) => posting.get(doc));
      const worth = places.map((at, i) => (at ? this.saturate(norms, at.map((list) => list.length)) * weights[i] : 0));
      const n = concepts.length;
      const best = new Array(n + 1).fill(0);
      const covered = new Array(n + 1).fill(0); // weight of the concepts that matched, on the best way
      let possible = 0;
      for (const c of concepts) possible += weights[c.meant.length ? c.meant[c.meant.length - 1] : c.stem];
      for (let i = n - 1; i >= 0; i--) {
        const c = concepts[i];
        let alone = worth[c.stem];
        for (const m of c.meant) alone = Math.max(alone, corrected * worth[m]);
        best[i] = alone + best[i + 1];
        covered[i] = covered[i + 1];
        if (alone > 0) covered[i] += weights[c.stem];
        for (const s of c.synonyms) {
          if (s.share * s.weight * (saturation + 1) + best[s.end] <= best[i]) continue; // it cannot be worth more
          const value = s.share * this.synonym(s, norms, places, worth) + best[s.end];
          if (value <= best[i]) continue;
          best[i] = value;
          covered[i] = covered[s.end];
          for (let j = i; j < s.end; j++) covered[i] += s.share * weights[concepts[j].stem];
        }
      }
      const score = best[0] + this.nearness(plan, places);
      return possible > 0 ? score * (1 - coverage + coverage * Math.min(1, covered[0] / possible)) : score;
    }

    /**
     * What a synonym of one or more stems earns: its words must stand together in one field.
     * @param {{terms: number[], weight: number}} synonym
     * @param {number[]} norms
     * @param {(Places | undefined)[]} places
     * @param {number[]} worth
     */
    synonym({ terms, weight }, norms, places, worth) {
      if (terms.length === 1) return worth[terms[0]];
      /** @type {Places[]} */
      const at = [];
      for (const t of terms) {
        const there = places[t];
        if (!there) return 0;
        at.push(there);
      }
      const times = norms.map((_, f) => (at.some((p) => p[f].length === 0) ? 0 : this.together(at.map((p) => p[f]))));
      return weight * this.saturate(norms, times);
    }

    /**
     * The reward for neighbours of the question that stand side by side in the document.
     * @param {Plan} plan
     * @param {(Places | undefined)[]} places
     */
    nearness({ concepts, weights }, places) {
      let sum = 0;
      for (let i = 0; i + 1 < concepts.length; i++) {
        const a = concepts[i].stem, b = concepts[i + 1].stem;
        const here = places[a], there = places[b];
        if (a !== b && here && there && this.near(here, there)) sum += this.numbers.nearBonus * Math.min(weights[a], weights[b]);
      }
      return sum;
    }

    /**
     * @param {Places} here
     * @param {Places} there
     */
    near(here, there) {
      const { nearDistance } = this.numbers;
      for (let f = 0; f < fields; f++) {
        const a = here[f], b = there[f];
        for (let i = 0, j = 0; i < a.length && j < b.length; ) { // places only go up
          if (Math.abs(a[i] - b[j]) <= nearDistance) return true;
          if (a[i] < b[j]) i++;
          else j++;
        }
      }
      return false;
    }

    /**
     * The reference of a document.
     * @param {number} doc
     */
    ref(doc) {
      const [rows, row] = this.row(doc);
      return rows.refs[row];
    }

    /**
     * The documents in the order in which they answer the question, with their scores.
     * @param {Question} q
     * @param {number[]} docs
     * @param {string} day
     */
    rank(q, docs, day) {
      const plan = this.plan(q);
      const ranked = docs.map((doc) => {
        const [rows, row] = this.row(doc);
        const span = rows.spans[row].filter((s) => s.from <= day).pop();
        return { doc, score: this.score(plan, doc) * (span?.share ?? 1) + this.bonus(q, doc) };
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
    async search({ text, filter = {}, day = this.root.day, page = 1, perPage = 10, count = this.root.facets }) {
      const q = await this.understand(text);
      await this.learn(this.stems(q));
      const found = await this.candidates(q);
      if (!found) return { total: 0, hits: [], counts: {}, corrected: "", unknown: q.unknown };
      await this.learnTables(found, [...count, ...Object.keys(filter)].some((f) => this.root.facets.indexOf(f) >= this.root.laws));
      const docs = this.filtered(found, filter);
      /** @type {Record<string, [string, number][]>} */
      const counts = {};
      for (const f of count) {
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
      const weights = this.weights(q);
      /** @type {Hit} */
      const hit = { doc, ...this.ref(doc), score, snippet: [], source: "", page: text.page };
      let best = -1;
      [text.text, text.elucidation ?? ""].forEach((field, f) => {
        if (field === "") return;
        const [parts, worth] = this.snippet(field, this.marks(field, f, doc, weights));
        if (worth > best + sameWorth) [best, hit.snippet, hit.source] = [worth, parts, this.numbers.sources[f]];
      });
      return hit;
    }

    /**
     * The words of a field that answer the question. The postings tell where they stand.
     * @param {string} text
     * @param {number} field
     * @param {number} doc
     * @param {Map<string, number>} weights
     * @returns {Mark[]}
     */
    marks(text, field, doc, weights) {
      const places = suluh.places(text);
      const marks = [];
      for (const [stem, weight] of weights) {
        for (const p of this.posting(stem).get(doc)?.[field] ?? []) marks.push({ start: places[p - 1].start, end: places[p - 1].end, stem, weight });
      }
      return marks.sort((a, b) => a.start - b.start);
    }

    /**
     * Cuts the stretch of a text that answers most of the question, and marks the words that do. Lengths are in bytes, as in
     * Go, so that the same words are cut off.
     * @param {string} text
     * @param {Mark[]} marks
     * @returns {[parts: Part[], worth: number]}
     */
    snippet(text, marks) {
      const bytes = byteOffsets(text);
      const length = this.numbers.snippetLength;
      let from = 0, worth = 0;
      for (const [i, first] of marks.entries()) {
        /** @type {Set<string>} */
        const seen = new Set();
        let sum = 0;
        for (let j = i; j < marks.length && bytes[marks[j].end] <= bytes[first.start] + Math.floor(length * 3 / 4); j++) {
          if (!seen.has(marks[j].stem)) sum += marks[j].weight;
          seen.add(marks[j].stem);
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

  /**
   * What the finder of citations reads in a text. It is loaded only for a text that may cite: with a word that begins the
   * name of a law, or a number, Roman or other, and a word that a number follows, or a number at its beginning.
   * @template T
   * @param {string} text
   * @param {(finder: any) => Promise<T[]>} read
   * @returns {Promise<T[]>}
   */
  const citing = async (text, read) => {
    /** @type {Root} */
    const root = await suluh.load("cari/indeks");
    const written = text.match(/[0-9]+\p{L}?|\p{L}+/gu) ?? [];
    const words = written.map((w) => suluh.lower(w));
    const named = words.some((_, i) => [1, 2, 3].some((n) => root.names.includes(words.slice(i, i + n).join(" "))));
    const number = written.some((w) => /^[0-9IVXLC]+\p{L}?$/u.test(w)) && words.some((w) => root.numbered.includes(w));
    if (!named && !number && !/^[0-9]/.test(words[0] ?? "")) return [];
    await suluh.loadScript("rujukan");
    return read(await suluh.citations());
  };

  /** @type {Promise<Searcher> | undefined} */
  let searcher;

  /** The search of this collection; its data are loaded once. */
  const open = () => (searcher ??= Promise.all([suluh.load("cari/indeks"), suluh.load("cari/bahasa")])
    .then(([root, tables]) => new Searcher(root, new suluh.Language(tables))));

  const search = async (/** @type {Query} */ query) => (await open()).search(query);

  /** A query with its misspelt words put right, word by word. */
  const corrected = async (/** @type {string} */ text) => (await (await open()).understand(text)).corrected || text;

  window.suluh = Object.assign(window.suluh ?? {}, { Searcher, search, corrected, citing, articlesOf, trim });
})();
