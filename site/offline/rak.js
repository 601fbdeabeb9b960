// The search of the imported works, in the export: it ranks over the shards that index/staticshelf.go writes. They hold in
// which documents a stem stands and how much it earns there, in steps, so this is the server's ranking but for the steps
// and for words side by side. Of common stems only the best documents are loaded, unless those do not fill a page.
"use strict";

(() => {
  /**
   * @typedef {{docs: number, head: number, levels: number, saturation: number, coverage: number, corrected: number, minConcepts: number,
   *   maxTerms: number, budget: number[], common: string, commonFiles: number[], tails: number[], roots: string[], others: string[], rare: string[],
   *   sizes: number[], works: number[], kinds: {kind: string, from: number}[]}} Root
   * @typedef {{id: string, page: any, articles: string, leads: string}} Work
   * @typedef {{count: number, earned: Map<number, number>, cut: boolean}} Stem in how many documents it stands, and what it earns in those that are loaded
   * @typedef {{terms: string[], weight: number}} Way a way to have a word: all of some stems
   * @typedef {{surface: string, stem: string, ways: Way[]}} Concept
   * @typedef {{from: number, to: number}} Run of documents
   * @typedef {{text: string, match: boolean}} Part
   * @typedef {{work: string, article: string, page: any, lead: Part[]}} Hit
   * @typedef {{text: string, corrected?: (text: string) => Promise<string>, kinds?: string[], works?: string[], page?: number, perPage?: number,
   *   alone?: boolean}} Query corrected puts misspelt words right, as the core does; alone says that the core is not searched too
   * @typedef {{hits: Hit[], total: number, more: boolean, exact: boolean, corrected: string[], unknown: string[], left: string[]}} Result total is the least it can
   *   be if it is not exact; left are words that were not looked for
   */

  /** Reads what bitWriter in index/bits.go wrote. */
  class Bits {
    /** @param {string} text base64 */
    constructor(text) {
      this.data = atob(text);
      this.at = 0;
    }

    /** @param {number} n */
    bits(n) {
      let value = 0;
      for (; n > 0; n--, this.at++) value = value * 2 + ((this.data.charCodeAt(this.at >> 3) >> (7 - (this.at & 7))) & 1);
      return value;
    }

    number() {
      let length = 0;
      while (this.bits(1) === 0) if (++length > 31) throw new Error("Indeks pencarian dalam salinan ini rusak.");
      return 2 ** length + this.bits(length) - 1;
    }
  }

  const splitBits = 4; // as in index/bits.go

  /**
   * Adds the documents of a list with what a stem earns in each: see packLevels in index/bits.go.
   * @param {Map<number, number>} earned
   * @param {string} list
   * @param {Root} root
   */
  const readLevels = (earned, list, root) => {
    const bits = new Bits(list);
    for (let level = root.levels - 1; level >= 0; level--) {
      const n = bits.number();
      const k = n > 0 ? bits.bits(splitBits) : 0;
      const worth = ((level + 0.5) / root.levels) * (root.saturation + 1);
      for (let i = 0, doc = 0; i < n; i++, doc++) {
        doc += bits.number() * 2 ** k + bits.bits(k);
        earned.set(doc, worth);
      }
    }
  };

  /**
   * The last of the sorted firsts that does not come after a key, by its place; -1 if there is none.
   * @template T
   * @param {T[]} firsts
   * @param {T} key
   */
  const placeOf = (firsts, key) => {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /**
   * Whether two words differ by one letter wrong, missing or too many, or by two neighbours changed round.
   * @param {string} a
   * @param {string} b
   */
  const oneSlip = (a, b) => {
    if (a.length > b.length) [a, b] = [b, a];
    if (b.length - a.length > 1 || a === b) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  };

  const shortest = 4; // letters of a word that is corrected, as in index/vocabulary.go

  /** A search over the shelf. */
  class Shelf {
    /**
     * @param {Root} root
     * @param {any} language the analysis, see analisis.js
     */
    constructor(root, language) {
      this.root = root;
      this.language = language;
      /** @type {Map<string, number>} the common stems with their places */
      this.common = new Map(root.common.split(" ").map((stem, i) => [stem, i]));
      /** @type {Map<string, Stem>} those that are loaded */
      this.stems = new Map();
      this.budget = 0; // bytes that the search under way may still load to find documents
      /** @type {Set<string>} files that were taken from it */
      this.files = new Set();
      this.short = false; // whether it did without something that may stand for a word
    }

    // --- stems ---

    /**
     * The file in which a stem stands if it stands in any, and the size of such a file.
     * @param {string} stem
     * @returns {[file: string, size: number]}
     */
    fileOf(stem) {
      const { root } = this;
      const place = this.common.get(stem);
      if (place !== undefined) return ["rak/sering/" + placeOf(root.commonFiles, place), root.sizes[0]];
      if (this.language.roots.get(stem) === stem) return ["rak/akar/" + placeOf(root.roots, stem), root.sizes[1]];
      return ["rak/lain/" + placeOf(root.others, stem), root.sizes[2]];
    }

    /**
     * The file in which a stem stands if it is a rare one.
     * @param {string} stem
     */
    rareFileOf(stem) {
      return "rak/langka/" + placeOf(this.root.rare, stem);
    }

    /**
     * The stems of a file, each with in how many documents it stands, and the list of those.
     * @param {string} file
     * @returns {Promise<string[]>}
     */
    async lines(file) {
      return file.endsWith("-1") ? [] : (await suluh.load(file)).split(" ");
    }

    /**
     * Loads a stem.
     * @param {string} stem
     * @param {string} [file] if it is not the one of its family
     */
    async learn(stem, file = this.fileOf(stem)[0]) {
      if ((this.stems.get(stem)?.count ?? 0) > 0) return;
      const lines = await this.lines(file);
      /** @type {Stem} */
      const found = { count: 0, earned: new Map(), cut: false };
      for (let i = 0; i < lines.length; i += 3) {
        if (lines[i] !== stem) continue;
        found.count = Number(lines[i + 1]);
        readLevels(found.earned, lines[i + 2], this.root);
        found.cut = found.count > found.earned.size;
      }
      this.stems.set(stem, found);
    }

    /**
     * Loads the documents of a common stem that were left out.
     * @param {string} stem
     */
    async learnTail(stem) {
      const found = /** @type {Stem} */ (this.stems.get(stem));
      const lines = await this.lines("rak/ekor/" + placeOf(this.root.tails, this.common.get(stem) ?? -1));
      const i = lines.indexOf(stem);
      readLevels(found.earned, lines[i + 1], this.root);
      found.cut = false;
    }

    /**
     * Whether the budget of the search allows a file. If so, it is taken from the budget.
     * @param {string} file
     * @param {number} size
     */
    affords(file, size) {
      if (this.files.has(file)) return true;
      if (size > this.budget) return false;
      this.budget -= size;
      this.files.add(file);
      return true;
    }

    /**
     * Of stems, those whose files the budget allows. The rarest are asked for first.
     * @param {string[]} stems
     */
    affordable(stems) {
      const place = (/** @type {string} */ stem) => this.common.get(stem) ?? this.common.size;
      const kept = [...stems].sort((a, b) => place(b) - place(a)).filter((stem) => this.affords(...this.fileOf(stem)));
      if (kept.length < stems.length) this.short = true;
      return kept;
    }

    // --- the question ---

    /**
     * Reads the words of a query and loads what they need. Those that are not known are looked for among the rare ones as well,
     * if the budget allows it; unsought are those for which it does not.
     * @param {string} text
     * @param {(text: string) => Promise<string>} corrected
     */
    async understand(text, corrected) {
      const written = this.language.stems(text).slice(0, this.root.maxTerms);
      /** @type {Concept[]} */
      const concepts = written.map((/** @type {any} */ w) => ({ surface: suluh.lower(text.slice(w.start, w.end)), stem: w.term, ways: [] }));
      const kept = new Set(this.affordable([...new Set(concepts.map((c) => c.stem))]));
      await Promise.all([...kept].map((stem) => this.learn(stem)));
      const left = concepts.filter((c) => !kept.has(c.stem)).map((c) => c.surface);
      const asked = concepts.filter((c) => kept.has(c.stem));
      const changed = [];
      const known = asked.every((c) => this.count(c.stem) > 0);
      const instead = known ? [] : this.language.stems(await corrected(text));
      for (const c of asked) {
        const found = this.count(c.stem) > 0 ? [] : await this.correct(c, instead.length === written.length ? instead[concepts.indexOf(c)].term : c.stem);
        c.ways = [{ terms: [c.stem], weight: this.weight(c.stem) },
          ...found.map((stem) => ({ terms: [stem], weight: this.root.corrected * this.weight(stem) }))];
        if (found.length > 0) changed.push(found[0]);
      }
      await this.addSynonyms(asked, changed);
      const unknown = asked.filter((c) => this.count(c.stem) === 0);
      const sought = unknown.filter((c) => this.affords(this.rareFileOf(c.stem), this.root.sizes[3]));
      await this.learnRare(sought);
      return { concepts: asked, words: concepts.length, corrected: changed, left, unsought: unknown.filter((c) => !sought.includes(c)) };
    }

    /**
     * The stems that a word may mean which is not known: what the core took it for, or a stem one slip away among the common
     * ones and those near it in the alphabet. All this is within the budget.
     * @param {Concept} c
     * @param {string} instead
     * @returns {Promise<string[]>}
     */
    async correct(c, instead) {
      const { root } = this;
      if (instead !== c.stem && this.affordable([instead]).length > 0) {
        await this.learn(instead);
        if (this.count(instead) > 0) return [instead];
      }
      if (c.stem.length < shortest) return [];
      /** @type {Map<string, number>} */
      const near = new Map();
      for (const [stem, place] of this.common) if (oneSlip(c.stem, stem)) near.set(stem, root.docs - place); // more than any other
      const around = [["rak/akar/" + placeOf(root.roots, c.stem), root.sizes[1]], ["rak/lain/" + placeOf(root.others, c.stem), root.sizes[2]]];
      for (const [file, size] of /** @type {[string, number][]} */ (around)) {
        const affords = this.affords(file, size);
        if (!affords) this.short = true;
        const lines = affords ? await this.lines(file) : [];
        for (let i = 0; i < lines.length; i += 3) if (oneSlip(c.stem, lines[i])) near.set(lines[i], Number(lines[i + 1]));
      }
      const other = (/** @type {string} */ stem) => (stem[0] === c.stem[0] ? 0 : 1); // a first letter is seldom wrong
      const best = [...near].sort(([a, x], [b, y]) => other(a) - other(b) || y - x).map(([stem]) => stem);
      const kept = this.affordable(best.slice(0, 3));
      await Promise.all(kept.map((stem) => this.learn(stem)));
      return best.filter((stem) => kept.includes(stem));
    }

    /**
     * Looks for words that are not known among the rare ones, which nobody asks for but in vain or on purpose. What else may
     * be meant by them stays.
     * @param {Concept[]} concepts
     */
    async learnRare(concepts) {
      for (const c of concepts) {
        await this.learn(c.stem, this.rareFileOf(c.stem));
        c.ways[0] = { terms: [c.stem], weight: this.weight(c.stem) };
      }
    }

    /**
     * Adds what can stand for the words of a question, as far as the budget allows.
     * @param {Concept[]} concepts
     * @param {string[]} changed
     */
    async addSynonyms(concepts, changed) {
      const stems = concepts.map((c) => (this.count(c.stem) === 0 && c.ways[1]?.terms[0]) || c.stem);
      /** @type {{start: number, end: number, terms: string[], weight: number}[]} */
      const synonyms = this.language.thesaurus.expand(stems);
      for (const s of synonyms) {
        if (this.affordable(s.terms).length < s.terms.length) continue;
        await Promise.all(s.terms.map((stem) => this.learn(stem)));
        if (s.terms.some((stem) => this.count(stem) === 0)) continue;
        const weight = s.weight * Math.max(...s.terms.map((stem) => this.weight(stem))) / (s.end - s.start);
        for (const c of concepts.slice(s.start, s.end)) c.ways.push({ terms: s.terms, weight });
      }
    }

    /** @param {string} stem */
    count(stem) {
      return this.stems.get(stem)?.count ?? 0;
    }

    /**
     * How rare a stem is.
     * @param {string} stem
     */
    weight(stem) {
      const n = this.count(stem);
      return Math.log(1 + (this.root.docs - n + 0.5) / (n + 0.5));
    }

    // --- what is found ---

    /**
     * What a document earns by a way to have a word.
     * @param {Way} way
     * @param {number} doc
     */
    earns({ terms, weight }, doc) {
      let most = 0;
      for (const stem of terms) {
        const worth = this.stems.get(stem)?.earned.get(doc);
        if (worth === undefined) return 0;
        most = Math.max(most, worth);
      }
      return most * weight;
    }

    /**
     * The documents with something of the question, in the runs that are allowed, best first; and how many of them have enough
     * of it to count.
     * @param {Concept[]} concepts
     * @param {Run[]} runs
     * @param {number} words that are asked, also those that were left out
     */
    rank(concepts, runs, words) {
      const possible = concepts.reduce((sum, c) => sum + this.weight(c.stem), 0);
      /** @type {Map<number, {doc: number, score: number, covered: number, concepts: number}>} */
      const tally = new Map();
      for (const c of concepts) {
        /** @type {Set<number>} */
        const docs = new Set();
        for (const way of c.ways) for (const doc of this.stems.get(way.terms[0])?.earned.keys() ?? []) docs.add(doc);
        for (const doc of docs) {
          if (!runs.some((run) => run.from <= doc && doc < run.to)) continue;
          let best = 0;
          for (const way of c.ways) best = Math.max(best, this.earns(way, doc));
          if (best === 0) continue;
          let t = tally.get(doc);
          if (!t) tally.set(doc, (t = { doc, score: 0, covered: 0, concepts: 0 }));
          t.score += best;
          t.covered += this.weight(c.stem);
          t.concepts++;
        }
      }
      const ranked = [...tally.values()];
      const { coverage } = this.root;
      for (const t of ranked) t.score *= 1 - coverage + coverage * Math.min(1, t.covered / possible);
      ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
      const least = words >= this.root.minConcepts ? 2 : 1;
      return { ranked, enough: ranked.filter((t) => t.concepts >= least) };
    }

    /**
     * The documents that filters by kind and by work allow.
     * @param {string[]} kinds
     * @param {string[]} works
     */
    async runs(kinds, works) {
      /** @type {Run[]} */
      let runs = [{ from: 0, to: this.root.docs }];
      if (kinds.length > 0) {
        runs = this.root.kinds.flatMap(({ kind, from }, i) => (kinds.includes(kind) ? [{ from, to: this.root.kinds[i + 1]?.from ?? this.root.docs }] : []));
      }
      if (works.length === 0) return runs;
      const own = (await Promise.all(works.map((id) => this.work(id)))).filter((run) => run !== null);
      return own.filter((w) => runs.some((run) => run.from <= w.from && w.from < run.to));
    }

    /**
     * A work of the shelf with its documents; null if the shelf has no such work.
     * @param {string} id
     */
    async work(id) {
      const file = placeOf(await suluh.load("rak/karya"), id);
      if (file < 0) return null;
      let from = this.root.works[file];
      for (const work of await this.worksOf(file)) {
        if (work.id === id) return { ...work, from, to: from + work.fragments.length };
        from += work.fragments.length;
      }
      return null;
    }

    /**
     * The works of a file.
     * @param {number} file
     */
    async worksOf(file) {
      /** @type {Work[]} */
      const works = await suluh.load("rak/karya/" + file);
      return works.map((w) => ({ ...w, fragments: suluh.articlesOf(w.articles) }));
    }

    /**
     * Answers a query.
     * @param {Query} query
     * @returns {Promise<Result>}
     */
    async search({ text, corrected = async (same) => same, kinds = [], works = [], page = 1, perPage = 10, alone = false }) {
      this.files.clear();
      this.short = false;
      this.budget = this.root.budget[alone ? 1 : 0];
      const { concepts, words, unsought, corrected: meant, left } = await this.understand(text, corrected);
      const runs = await this.runs(kinds, works);
      const needed = page * perPage;
      const stems = () => [...new Set(concepts.flatMap((c) => c.ways.flatMap((way) => way.terms)))];
      const cut = () => stems().filter((stem) => this.stems.get(stem)?.cut);
      let found = this.rank(concepts, runs, words);
      // Beside a search of the core a short list will do.
      if (found.ranked.length < (alone ? needed : 1)) {
        await Promise.all([this.learnRare(unsought), ...cut().map((stem) => this.learnTail(stem))]);
        found = this.rank(concepts, runs, words);
      } else {
        left.push(...unsought.map((c) => c.surface));
      }
      const missing = concepts.filter((c) => c.ways.every((way) => way.terms.some((stem) => this.count(stem) === 0))).map((c) => c.surface);
      const unknown = found.ranked.length > 0 ? [] : missing;
      const exact = cut().length === 0 && left.length === 0 && !this.short;
      const all = exact ? found.enough : found.ranked; // a word that seems to be missing may stand in a tail
      const matching = new Set(stems());
      const hits = await Promise.all(all.slice(needed - perPage, needed).map((t) => this.hit(t.doc, matching)));
      return { corrected: meant, left, unknown, hits, total: found.enough.length, more: all.length > needed, exact };
    }

    /**
     * @param {number} doc
     * @param {Set<string>} matching
     * @returns {Promise<Hit>}
     */
    async hit(doc, matching) {
      const file = placeOf(this.root.works, doc);
      let from = this.root.works[file];
      for (const work of await this.worksOf(file)) {
        if (doc < from + work.fragments.length) {
          const lead = work.leads.split("\n")[doc - from];
          return { work: work.id, article: work.fragments[doc - from], page: work.page, lead: this.mark(lead, matching) };
        }
        from += work.fragments.length;
      }
      throw new Error("Berkas data/rak/karya/" + file + ".js rusak dalam salinan ini.");
    }

    /**
     * Splits a text into parts at the words that match.
     * @param {string} text
     * @param {Set<string>} matching
     */
    mark(text, matching) {
      /** @type {Part[]} */
      const parts = [];
      let at = 0;
      for (const w of this.language.stems(text)) {
        if (!matching.has(w.term)) continue;
        if (w.start > at) parts.push({ text: text.slice(at, w.start), match: false });
        parts.push({ text: text.slice(w.start, w.end), match: true });
        at = w.end;
      }
      if (at < text.length) parts.push({ text: text.slice(at), match: false });
      return parts;
    }
  }

  /** @type {Promise<Shelf> | undefined} */
  let shelf;

  /** The shelf of this collection; its data are loaded once. */
  const openShelf = () => (shelf ??= Promise.all([suluh.load("rak/indeks"), suluh.load("cari/bahasa")])
    .then(([root, tables]) => new Shelf(root, new suluh.Language(tables))));

  window.suluh = Object.assign(window.suluh ?? {}, { Shelf, openShelf });
})();
