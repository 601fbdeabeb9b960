// The Indonesian analysis of suluh/index/indonesian, in the browser: words, their stems, and what they can be replaced by.
// The tables come from Go, in the shard "cari/bahasa"; the rules are repeated here, and tests hold them to Go's answers.
"use strict";

(() => {
  /**
   * A word of a text: its term, where it stands, and which word of the text it is, from 1.
   * @typedef {{term: string, start: number, end: number, position: number, numeric: boolean}} Word
   * @typedef {{start: number, end: number, terms: string[], weight: number}} Expansion
   * @typedef {{terms: string[], to?: string[], weight: number}} Synonym
   * @typedef {{roots: string, variants: Record<string, string>, exceptions: Record<string, string>, stopWords: string, synonyms: string, maxWord: number}} Tables
   */

  /**
   * Lower case letter by letter, as Go does it.
   * @param {string} s
   */
  const lower = (s) => (/^[\0-\x7f]*$/.test(s) ? s.toLowerCase() : Array.from(s, (c) => (c === "İ" ? "i" : c.toLowerCase())).join(""));

  // --- words ---

  const other = 0, letter = 1, digit = 2, mark = 3; // kinds of character; a mark goes on with a word but begins none

  /** The kinds of ASCII, since nearly all of the text is ASCII. */
  const ascii = Array.from({ length: 128 }, (_, code) => {
    const c = String.fromCharCode(code);
    return /[a-z]/i.test(c) ? letter : /[0-9]/.test(c) ? digit : other;
  });

  /**
   * The kind of the character at a place of a text. A digit outside ASCII takes no part in the rules of numbers.
   * @param {string} text
   * @param {number} i
   */
  const kindAt = (text, i) => {
    if (i >= text.length) return other;
    const unit = text.charCodeAt(i);
    if (unit < 128) return ascii[unit];
    const c = String.fromCodePoint(/** @type {number} */ (text.codePointAt(i)));
    return /[\p{L}\p{N}]/u.test(c) ? letter : /\p{M}/u.test(c) ? mark : other;
  };

  /**
   * The length of the character at a place of a text.
   * @param {string} text
   * @param {number} i
   */
  const sizeAt = (text, i) => (text.charCodeAt(i) >= 0xd800 && /** @type {number} */ (text.codePointAt(i)) > 0xffff ? 2 : 1);

  const joiners = "'\u2018\u2019\u00ad";
  const number = /(\d{1,3}(?:\.\d{3}(?!\d))+(?:,\d+)?)|\d+/y; // in groups of thousands, or plain

  /**
   * The end of the word that begins at start, and whether it is a number.
   * @param {string} text
   * @param {number} start
   * @returns {[end: number, numeric: boolean]}
   */
  const scanWord = (text, start) => {
    let i = start;
    if (kindAt(text, i) === digit) {
      number.lastIndex = start;
      const match = /** @type {RegExpExecArray} */ (number.exec(text));
      i += match[0].length;
      if (match[1] || kindAt(text, i) === other) return [i, true];
    }
    while (i < text.length) {
      const kind = kindAt(text, i);
      if (kind === other) {
        if (!joiners.includes(text[i]) || kindAt(text, i + 1) !== letter) return [i, false];
      } else if (kind === digit && i - start === 2 && /^rp$/i.test(text.slice(start, i))) {
        return [i, false];
      }
      i += sizeAt(text, i);
    }
    return [i, false];
  };

  /**
   * One spelling for a word: lower case, no apostrophes, numbers without groups and empty decimals.
   * @param {string} term
   */
  const normal = (term) => {
    if (/^[a-z0-9]*$/.test(term)) return term;
    if (/^[0-9][0-9.,]*$/.test(term) && term.includes(".")) {
      const comma = (term + ",").indexOf(",");
      const decimals = term.slice(comma + 1);
      return term.slice(0, comma).replaceAll(".", "") + (/[^0]/.test(decimals) ? "," + decimals : "");
    }
    return lower(term).replace(/['\u2018\u2019\u00ad]/g, "");
  };

  /**
   * Where the words of a text stand, and which are numbers.
   * @param {string} text
   */
  const places = (text) => {
    const out = [];
    for (let i = 0; i < text.length; ) {
      const kind = kindAt(text, i);
      if (kind === other || kind === mark) {
        i += sizeAt(text, i);
        continue;
      }
      const [end, numeric] = scanWord(text, i);
      out.push({ start: i, end, numeric });
      i = end;
    }
    return out;
  };

  /**
   * The words of a text as written, normalized.
   * @param {string} text
   * @returns {Word[]}
   */
  const words = (text) => places(text).map((p, i) => ({ ...p, term: normal(text.slice(p.start, p.end)), position: i + 1 }));

  // --- stems ---

  const minWord = 4, minRoot = 3, maxPrefixes = 3, minRest = 4, minAlone = 5;
  const clitics = ["nya", "lah", "kah", "pun", "ku", "mu"];
  const suffixes = ["", "an", "kan", "i"];

  /**
   * A word without its last clitic, or "".
   * @param {string} s
   */
  const cutClitic = (s) => {
    const clitic = clitics.find((c) => s.endsWith(c) && s.length - c.length >= minRoot);
    return clitic ? s.slice(0, -clitic.length) : "";
  };

  /** @param {string} c */
  const vowel = (c) => c !== "" && "aeiou".includes(c);

  /**
   * Whether no word is built of a first prefix and a suffix.
   * @param {string} core
   * @param {string} suffix
   */
  const forbidden = (core, suffix) => {
    const first = core[0];
    switch (suffix) {
      case "an":
        return (first === "d" || first === "m") && !core.endsWith("k");
      case "i":
        return first === "b" || first === "k" || first === "s";
      case "kan":
        return first === "k" || first === "s";
    }
    return false;
  };

  /**
   * The prefixes that a rest of a word may begin with: how much to cut, and the letter that comes back.
   * @param {string} b
   * @param {boolean} inner
   * @returns {[cut: number, restore: string][]}
   */
  const prefixesOf = (b, inner) => {
    /** @type {[number, string][]} */
    const found = [];
    const add = (/** @type {number} */ cut, restore = "") => {
      if (found.length < 4 && b.length - cut >= minRoot) found.push([cut, restore]);
    };
    if (b.startsWith("di")) {
      if (!inner) add(2);
    } else if (b.startsWith("ke") || b.startsWith("se")) {
      add(2);
    } else if (b[1] !== "e") {
      return found;
    } else if (b.startsWith("ter")) {
      add(3);
      if (vowel(b[3])) add(2); // te-rasa
    } else if (b[0] === "b") {
      if (b[2] === "r") {
        add(3);
        if (vowel(b[3])) add(2); // be-rencana
      } else if (b[2] === "l" && b.slice(3) === "ajar") {
        add(3);
      } else if (b.length > 5 && b[3] === "e" && b[4] === "r") {
        add(2); // be-kerja
      }
    } else if (b.startsWith("per")) {
      add(3);
      if (vowel(b[3])) add(2); // pe-rawat
    } else if (b[0] === "p" || (b[0] === "m" && !inner)) {
      addNasal(b, add);
      if (b[2] === "l" && b.slice(3) === "ajar") add(3);
      else if (b[0] === "p" && !"lrwymn".includes(b[2])) add(2); // pe-dagang
    }
    return found;
  };

  /**
   * The readings of me- and pe- with the nasal they put on: the first letter of the root is gone behind it, or kept.
   * @param {string} b
   * @param {(cut: number, restore?: string) => void} add
   */
  const addNasal = (b, add) => {
    const [, , c, d = "", e = ""] = b;
    if ("lrwy".includes(c)) {
      add(2);
    } else if (c === "m" && vowel(d)) {
      add(2);
      add(2, "p");
    } else if (c === "m") {
      add(3);
    } else if (c === "n" && vowel(d)) {
      add(2);
      add(2, "t");
    } else if (c === "n" && d === "y" && b.length > 4) {
      add(2);
      add(3, "s");
    } else if (c === "n" && d === "g" && b.length > 5) {
      add(4);
      if (vowel(e)) {
        add(3, "k");
        add(2); // me-ngeri
        if (e === "e") add(5); // menge-sah
      }
    } else if (c === "n") {
      add(3);
    }
  };

  // A prefix with a suffix that go together, and the least they must leave; tried in order.
  /** @type {[prefix: string, suffix: string, least: number][]} */
  const pairs = [
    ["memper", "kan", minRest], ["memper", "", minAlone], ["diper", "kan", minRest], ["diper", "", minAlone],
    ["meng", "kan", minRest], ["mem", "kan", minRest], ["men", "kan", minRest], ["me", "kan", minRest],
    ["meng", "i", minAlone], ["mem", "i", minAlone], ["men", "i", minAlone],
    ["meng", "", minAlone], ["mem", "", minAlone], ["men", "", minAlone], ["me", "", minAlone],
    ["di", "kan", minRest], ["di", "i", minAlone],
    ["ber", "kan", minRest], ["ter", "kan", minRest],
    ["per", "an", minRest], ["peng", "an", minRest], ["pem", "an", minRest], ["pen", "an", minRest], ["pe", "an", minRest],
    ["ke", "an", minRest],
    ["ber", "", minAlone + 1], ["ter", "", minAlone + 1],
  ];

  /** @type {Record<string, string>} */
  const fits = { meng: "aeioughk", peng: "aeioughk", mem: "bfpv", pem: "bfpv", men: "cdjtsz", pen: "cdjtsz", me: "lrwy", pe: "lrwy" };

  /**
   * Takes affixes off a word no root is known for.
   * @param {string} s
   */
  const reduce = (s) => {
    if (s.endsWith("nya") && s.length - 3 >= minAlone) return s.slice(0, -3);
    for (const [prefix, suffix, least] of pairs) {
      if (!s.startsWith(prefix) || !s.slice(prefix.length).endsWith(suffix)) continue;
      const core = s.slice(prefix.length, s.length - suffix.length);
      const sounds = /[aeiou]/.test(core) && !(suffix === "i" && core.endsWith("s")) && (!(prefix in fits) || fits[prefix].includes(core[0]));
      if (core.length >= least && sounds) return core;
    }
    return s;
  };

  /** The analysis with the tables of Go. */
  class Language {
    /** @param {Tables} tables */
    constructor(tables) {
      this.maxWord = tables.maxWord;
      /** @type {Map<string, string>} */
      this.roots = new Map();
      let root = "";
      for (const [, shared, rest] of tables.roots.matchAll(/([A-Z])([a-z]*)/g)) { // see frontCoded in tables.go
        root = root.slice(0, shared.charCodeAt(0) - 65) + rest;
        this.roots.set(root, root);
      }
      for (const [from, to] of Object.entries(tables.variants)) this.roots.set(from, to);
      this.exceptions = new Map(Object.entries(tables.exceptions));
      this.stopWords = new Set(tables.stopWords.split(" "));
      /** @type {Map<string, string>} */
      this.cache = new Map();
      this.thesaurus = new Thesaurus(tables.synonyms.split("\n").map((line) => { // see synonymLine in tables.go
        const [terms, to, weight] = line.split(">");
        return { terms: terms.split("|"), to: to ? to.split("|") : [], weight: Number(weight) };
      }));
    }

    /**
     * The words of a text that say something, by their stems.
     * @param {string} text
     */
    stems(text) {
      const all = words(text);
      const kept = all.filter((w, i) => !this.stopWords.has(w.term) || (w.term === "dalam" && all[i + 1]?.term === "negeri"));
      for (const w of kept) if (!w.numeric && utf8Length(w.term) <= this.maxWord) w.term = this.stem(w.term);
      return kept;
    }

    /**
     * The stem of a normal word.
     * @param {string} s
     */
    stem(s) {
      let stem = this.cache.get(s);
      if (stem === undefined) this.cache.set(s, stem = this.findStem(s));
      return stem;
    }

    /** @param {string} s */
    findStem(s) {
      if (!/^[a-z]+$/.test(s) || s.length < minWord || s.length > this.maxWord) return this.undouble(s);
      for (let turn = 0; turn < this.maxWord; turn++) {
        const [next, known] = this.stemOnce(s);
        if (known || next === s) return next;
        s = next;
      }
      return s;
    }

    /**
     * Reads the "2" of quick writing: hak2 is hak-hak.
     * @param {string} s
     */
    undouble(s) {
      if (!s.endsWith("2") || utf8Length(s) <= minRoot) return this.exceptions.get(s) ?? this.roots.get(s) ?? s;
      return this.roots.get(s.slice(0, -1)) ?? s;
    }

    /**
     * @param {string} s
     * @returns {[stem: string, known: boolean]}
     */
    stemOnce(s) {
      const stem = this.exceptions.get(s) ?? this.roots.get(s);
      if (stem !== undefined) return [stem, true];
      let base = s;
      for (let cut = 0; cut < 2; cut++) {
        base = cutClitic(base);
        if (base === "") break;
        const stem = this.exceptions.get(base);
        if (stem !== undefined) return [stem, true];
      }
      const reading = this.bestReading(s);
      return reading ? [reading, true] : [reduce(s), false];
    }

    /**
     * Takes clitics, suffixes and prefixes off a word in every way; the longest root wins, then the fewest affixes, then
     * the fewest prefixes. It returns "" if no root is reached.
     * @param {string} s
     */
    bestReading(s) {
      let best = { stem: "", length: 0, affixes: 0, prefixes: 0 };
      /** @type {(rest: string, suffix: string, affixes: number, depth: number) => void} */
      const walk = (rest, suffix, affixes, depth) => {
        if (rest.length < minRoot) return;
        const stem = this.roots.get(rest);
        if (stem !== undefined && affixes > 0) {
          const better = rest.length - best.length || best.affixes - affixes || best.prefixes - depth;
          if (better > 0) best = { stem, length: rest.length, affixes, prefixes: depth };
        }
        if (depth === maxPrefixes || rest.length < minRoot + 2 || (depth === 0 && forbidden(rest, suffix))) return;
        for (const [cut, restore] of prefixesOf(rest, depth > 0)) {
          walk(restore + rest.slice(cut + restore.length), suffix, affixes + 1, depth + 1);
        }
      };
      let base = s;
      for (let cut = 0; cut < 3; cut++) {
        if (cut > 0) base = cutClitic(base);
        if (base === "") break;
        for (const suffix of suffixes) {
          if (!base.endsWith(suffix) || base.length - suffix.length < minRoot) continue;
          walk(base.slice(0, base.length - suffix.length), suffix, cut + (suffix ? 1 : 0), 0);
        }
      }
      return best.stem;
    }
  }

  // --- synonyms ---

  /** Finds the synonyms of stems. */
  class Thesaurus {
    /** @param {Synonym[]} synonyms their terms are stemmed */
    constructor(synonyms) {
      /** @type {Map<string, Synonym[]>} by term */
      this.groups = new Map();
      this.longest = 0; // words in the longest term
      for (const s of synonyms) {
        for (const term of new Set(s.terms)) {
          this.groups.set(term, [...(this.groups.get(term) ?? []), s]);
          this.longest = Math.max(this.longest, term.split(" ").length);
        }
      }
    }

    /**
     * What a term can be replaced by, the heaviest first. Of two weights for the same term the greater stays.
     * @param {string} term
     */
    others(term) {
      if (!this.groups.has(term)) return [];
      /** @type {Map<string, number>} */
      const weights = new Map();
      for (const s of this.groups.get(term) ?? []) {
        for (const other of s.to?.length ? s.to : s.terms) {
          if (other !== term) weights.set(other, Math.max(weights.get(other) ?? 0, s.weight));
        }
      }
      const list = [...weights].map(([other, weight]) => ({ terms: other.split(" "), weight }));
      return list.sort((a, b) => b.weight - a.weight || compareLists(a.terms, b.terms));
    }

    /**
     * What stretches of a query can be replaced by, from left to right and the heaviest first. At each place the longest
     * known term counts, and what it covers is not looked at again.
     * @param {string[]} stems
     * @returns {Expansion[]}
     */
    expand(stems) {
      const found = [];
      for (let start = 0; start < stems.length; ) {
        let end = Math.min(stems.length, start + this.longest);
        /** @type {{terms: string[], weight: number}[]} */
        let others = [];
        for (; end > start && others.length === 0; end--) others = this.others(stems.slice(start, end).join(" "));
        end = others.length > 0 ? end + 1 : start + 1;
        for (const e of others) found.push({ start, end, ...e });
        start = end;
      }
      return found;
    }
  }

  /**
   * @param {string[]} a
   * @param {string[]} b
   */
  const compareLists = (a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return a.length - b.length;
  };

  /**
   * The length of a text in bytes, as Go counts.
   * @param {string} s
   */
  const utf8Length = (s) => new TextEncoder().encode(s).length;

  window.suluh = Object.assign(window.suluh ?? {}, { Language, words, places, lower });
})();
