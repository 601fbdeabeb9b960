// The finder of citations of suluh/corpus, in the browser: which portions of which works a text or a query cites. The names
// of the works and all word lists come from Go, in the shard "rujukan"; what a work holds comes in a shard of its own when
// it is cited. The grammar is that of corpus/citation.go, citationlaw.go, citationrun.go and lookup.go, rule for rule, and
// tests hold it to Go's answers.
"use strict";

(() => {
  /**
   * @typedef {{id: string, inForce: string, names: string[], number?: string}} Work
   * @typedef {{kinds: {words: string, kind: string}[], places: Record<string, string>, labels: Record<string, string[]>, works: Work[],
   *   words: Record<string, string>}} Data
   * @typedef {{word: string, start: number, end: number, upper: boolean}} Token
   * @typedef {{work: string, fragment: string}} Ref
   * @typedef {{start: number, end: number, target: Ref}} Citation
   * @typedef {{from: number, to: number, run: Mention[], law: Ref | null, self: boolean, attached: boolean, titleEnd: number}} Event
   * @typedef {{start: number, end: number, steps: string[], known: boolean}} Mention
   * @typedef {{name: string, held: string, portions: Record<string, string>, elsewhere?: Record<string, string>, wordings?: Record<string, {from: string, portions: string}[]>}} Targets
   */

  // --- tokens ---

  /**
   * Cuts a text for the grammar: words, numbers with the letter that belongs to them (76F), and single signs.
   * @param {string} text
   * @returns {Token[]}
   */
  const tokenize = (text) => {
    const out = [];
    for (const match of text.matchAll(/[0-9]+(?:\p{L}(?!\p{L}))?|\p{L}+|[^\s\u0085]|\ufeff/gu)) {
      const word = suluh.lower(match[0]);
      out.push({ word, start: match.index, end: match.index + match[0].length, upper: match[0] !== word && match[0] === match[0].toUpperCase() });
    }
    return out;
  };

  /** @param {string} w */
  const isNumber = (w) => /^[0-9]+[a-z]?$/.test(w) && Number(w.replace(/[a-z]$/, "")) <= 9223372036854775807;

  /** @param {string} w */
  const isLetter = (w) => /^[a-z]$/.test(w);

  /** @param {string} w */
  const isPoint = (w) => /^([a-z])\1?$/.test(w);

  /** @param {string} w */
  const isRoman = (w) => /^[ivxlc]*$/.test(w);

  /** @param {string} w */
  const isWord = (w) => /^\p{L}*$/u.test(w);

  /**
   * The place of a number in its sequence: "b" is 2, "3" is 3, "2a" is 2.
   * @param {string} number
   */
  const ordinal = (number) => {
    const digits = number.replace(/[a-z]+$/i, "");
    if (digits) return Number(digits.replace(/^ke-/, "")) || 0;
    return number.charCodeAt(0) - 96 + 26 * (number.length - 1);
  };

  const romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

  /** @param {string} s */
  const parseRoman = (s) => {
    /** @type {Record<string, number>} */
    const values = { i: 1, v: 5, x: 10, l: 50, c: 100 };
    let sum = 0;
    for (let i = 0; i < s.length; i++) sum += values[s[i]] < (values[s[i + 1]] ?? 0) ? -values[s[i]] : values[s[i]];
    return sum;
  };

  // --- the grammar ---

  const ranks = ["pasal", "ayat", "huruf", "angka", "ke"];

  /**
   * Puts a step among others: a new article clears them, an ayat follows the article, and a huruf or angka replaces the
   * one of its kind or goes below.
   * @param {string[]} steps
   * @param {string} kind
   * @param {string} number
   */
  const place = (steps, kind, number) => {
    const step = kind + "-" + number;
    if (kind === "pasal") return [step];
    if (kind === "ayat") return [...steps.slice(0, 1), step];
    const same = steps.findIndex((old) => old.startsWith(kind + "-"));
    return [...(same < 0 ? steps : steps.slice(0, same)), step];
  };

  /**
   * What lies inside a range whose ends differ in their last step only.
   * @param {string[]} a
   * @param {string[]} b
   */
  const stepsBetween = (a, b) => {
    if (a.length !== b.length || a.length === 0 || a.slice(0, -1).join() !== b.slice(0, -1).join()) return [];
    const [kind, x] = cut(a[a.length - 1], "-");
    const [kindB, y] = cut(b[b.length - 1], "-");
    if (kind !== kindB) return [];
    const longest = 200; // articles in a range; more than that is a slip of the pen
    /** @type {string[]} */
    const numbers = [];
    if (kind === "huruf" && x.length === 1 && y.length === 1) {
      for (let c = x.charCodeAt(0) + 1; c < y.charCodeAt(0); c++) numbers.push(String.fromCharCode(c));
    } else if (kind === "pasal" && isRoman(x) && isRoman(y)) {
      for (let n = parseRoman(x) + 1; n < parseRoman(y); n++) numbers.push("x".repeat(Math.floor(n / 10)) + romans[n % 10]);
    } else if (/^[0-9]+$/.test(x) && /^[0-9]+$/.test(y) && Number(y) - Number(x) <= longest) {
      for (let n = Number(x) + 1; n < Number(y); n++) numbers.push(String(n));
    }
    return numbers.map((number) => [...a.slice(0, -1), kind + "-" + number]);
  };

  /**
   * The parts of a text before and after the first sign.
   * @param {string} s
   * @param {string} sign
   * @returns {[before: string, after: string]}
   */
  const cut = (s, sign) => {
    const i = s.indexOf(sign);
    return i < 0 ? [s, ""] : [s.slice(0, i), s.slice(i + sign.length)];
  };

  /** Finds the citations in a text that belongs to no work. */
  class Scan {
    /**
     * @param {Finder} finder
     * @param {string} text
     * @param {string} day
     */
    constructor(finder, text, day) {
      this.finder = finder;
      this.tokens = tokenize(text);
      this.day = day;
      /** @type {Event[]} */
      this.found = [];
      this.events();
    }

    /** @param {number} i */
    word(i) {
      return this.tokens[i]?.word ?? "";
    }

    /**
     * @param {number} i
     * @param {...string} words
     */
    is(i, ...words) {
      return words.every((w, j) => this.word(i + j) === w);
    }

    /** Cuts the text into runs and laws. */
    events() {
      for (let i = 0; i < this.tokens.length; ) {
        const law = this.law(i);
        if (law) {
          this.levelsAfterLaw(law);
          this.found.push(law);
          i = Math.max(law.to, law.titleEnd);
          continue;
        }
        const run = this.run(i);
        if (run) this.found.push(run);
        i = run ? run.to : i + 1;
      }
    }

    /**
     * Reads levels written after the law, "Pasal 55 KUHP ayat (1)", into the reference before it.
     * @param {Event} law
     */
    levelsAfterLaw(law) {
      const before = this.found[this.found.length - 1];
      if (!before || before.law || before.to !== law.from || this.word(law.to) === "pasal") return;
      const mention = before.run[before.run.length - 1];
      const [steps, kind, next] = this.ref(law.to, mention.steps);
      if (next > 0 && kind !== "pasal") {
        mention.steps = steps;
        law.to = law.titleEnd = next;
      }
    }

    /** Gives each run its law and returns everything in reading order. */
    citations() {
      /** @type {(Ref | null)[]} */
      const laws = [];
      this.found.forEach((e, i) => laws.push(e.law ?? this.lawOf(i, laws)));
      /** @type {Citation[]} */
      const out = [];
      this.found.forEach((e, i) => {
        if (e.law) {
          if (!e.self && !e.attached) out.push({ ...this.span(e.from, e.to), target: e.law });
          return;
        }
        for (const m of e.run) {
          if (!m.known) continue; // "huruf a" in a text that belongs to no law counts things, not portions
          out.push({ start: m.start, end: m.end, target: { work: laws[i]?.work ?? "", fragment: m.steps.join(".") } });
        }
      });
      return out;
    }

    /**
     * Finds the law of the run i. It marks a law that is taken as attached.
     * @param {number} i
     * @param {(Ref | null)[]} laws
     */
    lawOf(i, laws) {
      const e = this.found[i], next = this.found[i + 1], before = this.found[i - 1];
      if (next?.law && this.between(e.to, next.from, ["dari", "dalam", "pada"])) {
        next.attached = true;
        return next.law;
      }
      if (!before) return null;
      if (before.law && !before.attached && before.titleEnd <= e.from &&
        this.between(before.titleEnd, e.from, [",", "pada", "dalam", "khususnya", "yaitu", ":"])) {
        before.attached = true;
        return before.law;
      }
      const end = before.law ? before.titleEnd : before.to;
      return laws[i - 1] && this.onlyJo(end, e.from) ? laws[i - 1] : null;
    }

    /**
     * Whether nothing but certain words stands between two tokens.
     * @param {number} from
     * @param {number} to
     * @param {string[]} words
     */
    between(from, to, words) {
      return this.tokens.slice(from, to).every((t) => words.includes(t.word));
    }

    /**
     * Whether two runs are joined by "jo.", which carries the law over.
     * @param {number} from
     * @param {number} to
     */
    onlyJo(from, to) {
      const jo = ["jo", "juncto", "junto"];
      return this.between(Math.min(from, to), to, [...jo, ".", ","]) && this.tokens.slice(Math.min(from, to), to).some((t) => jo.includes(t.word));
    }

    /**
     * @param {number} from
     * @param {number} to
     */
    span(from, to) {
      return { start: this.tokens[from].start, end: this.tokens[to - 1].end };
    }

    // --- laws ---

    /**
     * Reads the mention of a law.
     * @param {number} i
     * @returns {Event | null}
     */
    law(i) {
      const [region, regionEnd] = this.regional(i);
      if (regionEnd > 0) return this.lawEvent(i, regionEnd, region);
      const [work, aliasEnd] = this.alias(i);
      for (const k of this.finder.kinds) {
        const to = this.skipWords(i, k.words);
        if (to === 0) continue;
        const [id, end] = this.lawNumber(to, k.kind);
        if (end > aliasEnd) return this.lawEvent(i, end, id); // "undang-undang imigrasi no 9 tahun 1992"
        if (aliasEnd > 0) break;
        return null;
      }
      return work ? this.lawEvent(i, aliasEnd, work.id) : null;
    }

    /**
     * Reads "Peraturan Daerah Provinsi Nusa Tenggara Timur Nomor 14 Tahun 2008".
     * @param {number} i
     * @returns {[id: string, next: number]}
     */
    regional(i) {
      let to = this.skipWords(i, ["peraturan", "daerah"]);
      if (to === 0) return ["", 0];
      if (["provinsi", "propinsi", "kabupaten", "kota"].includes(this.word(to))) to++;
      const longest = 5; // words in the name of a place
      for (let n = 1; n <= longest; n++) {
        const w = this.word(to + n - 1);
        if (w === "" || !isWord(w)) return ["", 0];
        if (this.word(to + n) !== "nomor" && this.word(to + n) !== "no") continue;
        const name = this.tokens.slice(to, to + n).map((t) => t.word).join(" ");
        return this.lawNumber(to + n, "perda/" + (this.finder.places[name] ?? name).replaceAll(" ", "-"));
      }
      return ["", 0];
    }

    /**
     * Makes the event of a law. "penjelasan umum" before it makes it mean the general elucidation.
     * @param {number} from
     * @param {number} to
     * @param {string} id
     * @returns {Event}
     */
    lawEvent(from, to, id) {
      const fragment = this.word(from - 1) === "umum" && this.word(from - 2) === "penjelasan" ? "penjelasan" : "";
      return { from, to: Math.max(to, this.otherName(to, id)), run: [], law: { work: id, fragment }, self: false, attached: false, titleEnd: this.title(to, id) };
    }

    /**
     * The token after a second name of the same law that follows at once: "… Hukum Pidana (KUHP)".
     * @param {number} i
     * @param {string} id
     */
    otherName(i, id) {
      const at = this.word(i) === "(" ? i + 1 : i;
      const [work, to] = this.alias(at);
      if (work?.id !== id) return i;
      return at > i && this.word(to) === ")" ? to + 1 : to;
    }

    /**
     * Reads a name of a work. Of two works with one name it takes the one in force on the day.
     * @param {number} i
     * @returns {[work: Work | null, end: number]}
     */
    alias(i) {
      /** @type {Work | null} */
      let best = null;
      let length = 0, end = 0;
      for (const a of this.finder.aliases.get(this.word(i)) ?? []) {
        const to = this.skipWords(i, a.words);
        if (to === 0 || a.words.length < length) continue;
        if (best === null || this.newer(a.work, best)) [best, length, end] = [a.work, a.words.length, to];
      }
      if (best?.id === "uud" && this.is(end, "tahun", "1945")) end += 2;
      else if (best?.id === "uud" && this.word(end) === "1945") end++;
      return [best, end];
    }

    /**
     * @param {Work} a
     * @param {Work} b
     */
    newer(a, b) {
      const started = (/** @type {Work} */ w) => this.day >= w.inForce;
      return started(a) !== started(b) ? started(a) : b.inForce < a.inForce;
    }

    /**
     * The token after the words, hyphens between them aside; 0 if they are not there.
     * @param {number} i
     * @param {string[]} words
     */
    skipWords(i, words) {
      for (const [n, w] of words.entries()) {
        if (n > 0 && this.word(i) === "-") i++;
        if (this.word(i) !== w) return 0;
        i++;
      }
      return i;
    }

    /**
     * Reads "[Republik Indonesia] [Nomor] 21 Tahun 2007" or "21/2007".
     * @param {number} i
     * @param {string} kind
     * @returns {[id: string, next: number]}
     */
    lawNumber(i, kind) {
      if (this.is(i, "republik", "indonesia")) i += 2;
      else if (this.word(i) === "ri") i++;
      else if (this.is(i, "r", "i")) i += 2;
      i = this.numberWord(i);
      const number = this.word(i);
      if (!isNumber(number)) return ["", 0];
      i++;
      if (["tahun", "thn", "th"].includes(this.word(i))) {
        i++;
        if (this.word(i) === ".") i++;
      } else if (this.word(i) === "/") {
        i++;
      }
      const year = this.word(i);
      if (year.length !== 4 || !isNumber(year) || year < "1900" || year > "2100") return ["", 0];
      return [kind + "/" + year + "/" + number, i + 1];
    }

    /**
     * Skips "Nomor", "No." and the like, also after a word or two that name the law: "imigrasi no 9 tahun 1992".
     * @param {number} i
     */
    numberWord(i) {
      const longestName = 2;
      for (let j = i; j <= i + longestName; j++) {
        const w = this.word(j);
        if (w === "nomor" || w === "no" || w === "nomer") {
          while ([w, ".", ":"].includes(this.word(j))) j++;
          return j;
        }
        if (w === "" || !isWord(w)) return i;
      }
      return i;
    }

    /**
     * The token after a title that follows a law, "tentang Perlindungan Anak"; i if there is none. It ends before anything
     * that begins another reference.
     * @param {number} i
     * @param {string} id
     */
    title(i, id) {
      i = this.otherName(i, id);
      if (this.word(i) !== "tentang") return i;
      const longest = 40; // words
      const ends = ["pasal", "ps", "jo", "juncto", "junto", ",", ".", ";", "(", "sebagaimana", "ayat", "huruf", "yang"];
      for (let j = i + 1; j < this.tokens.length && j < i + longest; j++) {
        const to = this.otherName(j, id);
        if (to > j) return this.otherName(to, id);
        if (ends.includes(this.word(j)) || this.startsLaw(j)) return j;
      }
      return Math.min(this.tokens.length, i + longest);
    }

    /** @param {number} i */
    startsLaw(i) {
      return this.alias(i)[1] > 0 || this.finder.kinds.some((k) => this.skipWords(i, k.words) > 0);
    }

    // --- runs ---

    /**
     * Reads references joined by connectors.
     * @param {number} i
     * @returns {Event | null}
     */
    run(i) {
      let [first, kind, next] = this.ref(i, []);
      if (next === 0) return null;
      if (kind !== "pasal" && this.word(i) !== "pasal" && this.word(next) === "pasal") { // "ayat (1) Pasal 48"
        const [article, k, to] = this.ref(next, []);
        if (to > 0 && k === "pasal") [first, next] = [[...article, first[first.length - 1]], to];
      }
      let known = first[0].startsWith("pasal-");
      /** @type {Event} */
      const e = { from: i, to: next, run: [{ ...this.span(i, next), steps: first, known }], law: null, self: false, attached: false, titleEnd: 0 };
      for (let current = first; ; ) {
        let [at, through] = this.connector(e.to);
        if (at === 0 && this.word(e.to) === "pasal") at = e.to; // a transcript that has lost its commas
        if (at === 0) at = this.listGoesOn(e.to, current);
        if (at === 0) break;
        let [steps, k, next] = this.ref(at, current);
        if (next === 0) [steps, next, k] = [...this.bare(at, current, kind), kind];
        if (next === 0) break;
        if (through) {
          const start = this.tokens[at].start;
          for (const between of stepsBetween(current, steps)) e.run.push({ start, end: start, steps: between, known });
        }
        known ||= steps[0].startsWith("pasal-");
        e.run.push({ ...this.span(at, next), steps, known });
        e.to = next;
        current = steps;
        kind = k;
      }
      if (this.word(i - 1) === "penjelasan") explain(e);
      return e;
    }

    /**
     * Reads one reference: an article with its levels, or levels that hang on the steps before. next is 0 if there is none.
     * @param {number} i
     * @param {string[]} base
     * @returns {[steps: string[], kind: string, next: number]}
     */
    ref(i, base) {
      let steps = [...base], kind = "", next = 0;
      for (;;) {
        const [k, number, to] = this.level(i, steps.length > 0 && steps[steps.length - 1].startsWith("pasal-") && next > 0);
        if (to === 0 || (k === "pasal" && next > 0)) return [steps, kind, next];
        if (kind !== "" && ranks.indexOf(k) <= ranks.indexOf(kind)) return [steps, kind, next];
        steps = place(steps, k, number);
        kind = k;
        next = i = to;
      }
    }

    /**
     * Returns i if the number or letter at i continues a list from which the transcript has dropped the commas, else 0.
     * @param {number} i
     * @param {string[]} current
     */
    listGoesOn(i, current) {
      const [kind, number] = cut(current[current.length - 1], "-");
      const w = this.word(i);
      const fits = (kind === "huruf" && isLetter(w)) || ((kind === "ayat" || kind === "angka") && isNumber(w));
      if (!fits || w.length > 2 || ordinal(w) <= ordinal(number)) return 0;
      const next = this.word(i + 1);
      return this.endsItem(i + 1) || (isNumber(next) && next.length <= 2) || isLetter(next) ? i : 0;
    }

    /**
     * Reads "Pasal 2", "ayat (1)", "huruf a", "angka 7" or "ke-1". Directly after an article number a bracketed number is
     * an ayat too.
     * @param {number} i
     * @param {boolean} afterArticle
     * @returns {[kind: string, number: string, next: number]}
     */
    level(i, afterArticle) {
      const next = this.word(i + 1);
      switch (this.word(i)) {
        case "pasal":
        case "ps":
        case "psl":
          return this.articleNumber(i + 1);
        case "ayat":
          return this.ayat(i);
        case "huruf":
        case "hurup":
        case "hrf":
          if (next === "(" && isLetter(this.word(i + 2)) && this.word(i + 3) === ")") return ["huruf", this.word(i + 2), i + 4];
          if (isPoint(next)) return ["huruf", next, i + 2];
          break;
        case "angka":
        case "butir":
        case "poin":
        case "point":
          if (isNumber(next)) return ["angka", next, i + 2];
          break;
        case "no":
          if (afterArticle && isNumber(next)) return ["angka", next, i + 2];
          break;
        case "sub":
          if (isLetter(next) && isNumber(this.word(i - 1))) return ["huruf", next, i + 2];
          break;
        case "ke": {
          const j = next === "-" ? i + 2 : i + 1;
          if (isNumber(this.word(j)) && (this.word(i - 1) === ")" || isNumber(this.word(i - 1)))) return ["ke", this.word(j), j + 1];
          break;
        }
        case "(": {
          const [n, to] = this.bracketed(i);
          if (afterArticle && to > 0) return ["ayat", n, to];
          break;
        }
        default:
          return this.keylessLevel(i, afterArticle);
      }
      return ["", "", 0];
    }

    /**
     * @param {number} i
     * @returns {[kind: string, number: string, next: number]}
     */
    ayat(i) {
      if (this.word(i + 1) === "ke") i += this.word(i + 2) === "-" ? 2 : 1;
      const [n, to] = this.bracketed(i + 1);
      if (to > 0) return ["ayat", n, to];
      return isNumber(this.word(i + 1)) ? ["ayat", this.word(i + 1), i + 2] : ["", "", 0];
    }

    /**
     * Reads a level whose keyword the writer left out: the ayat of "pasal 102 1 huruf a", the huruf of "103 (1) c UU 39/2004".
     * @param {number} i
     * @param {boolean} afterArticle
     * @returns {[kind: string, number: string, next: number]}
     */
    keylessLevel(i, afterArticle) {
      const w = this.word(i);
      if (afterArticle && isNumber(w) && w.length <= 2 && this.endsItem(i + 1)) return ["ayat", w, i + 1];
      const afterAyat = this.word(i - 2) === "ayat" || (this.word(i - 1) === ")" && isNumber(this.word(i - 2)));
      if (!afterArticle && isLetter(w) && this.endsItem(i + 1) && afterAyat) return ["huruf", w, i + 1];
      return ["", "", 0];
    }

    /**
     * Reads the number of an article: 2, 76F, "28 D", II.
     * @param {number} i
     * @returns {[kind: string, number: string, next: number]}
     */
    articleNumber(i) {
      if (this.word(i) === ".") i++;
      const w = this.word(i);
      if (w === "") return ["", "", 0];
      if (isNumber(w)) {
        const n = this.word(i + 1), after = this.word(i + 2);
        if (isLetter(n) && this.tokens[i].end + 1 === this.tokens[i + 1].start &&
          ((this.tokens[i + 1].upper && after !== ".") || (this.endsItem(i + 2) && after !== "" && after !== "."))) {
          return ["pasal", w + n, i + 2];
        }
        return ["pasal", w, i + 1];
      }
      return this.tokens[i].upper && isRoman(w) ? ["pasal", w, i + 1] : ["", "", 0];
    }

    /**
     * @param {number} i
     * @returns {[number: string, next: number]}
     */
    bracketed(i) {
      return this.word(i) === "(" && isNumber(this.word(i + 1)) && this.word(i + 2) === ")" ? [this.word(i + 1), i + 3] : ["", 0];
    }

    /**
     * Reads a number or letter that continues a list without its keyword: "ayat (1), (2) dan (3)".
     * @param {number} i
     * @param {string[]} base
     * @param {string} kind
     * @returns {[steps: string[], next: number]}
     */
    bare(i, base, kind) {
      if (kind === "ayat") {
        const [n, to] = this.bracketed(i);
        if (to > 0) return [place(base, kind, n), to];
      }
      const w = this.word(i);
      const fits = kind === "huruf" ? isLetter(w) : isNumber(w);
      if (!fits || (!this.endsItem(i + 1) && this.listGoesOn(i + 1, [kind + "-" + w]) === 0)) return [[], 0];
      const steps = place(base, kind, w);
      const [below, k, to] = this.ref(i + 1, steps);
      return to > 0 && ranks.indexOf(k) > ranks.indexOf(kind) ? [below, to] : [steps, i + 1];
    }

    /**
     * Whether a token can follow a bare list member.
     * @param {number} i
     */
    endsItem(i) {
      const ends = ["", ",", ".", ";", ":", ")", "dan", "atau", "jo", "juncto", "ayat", "huruf"];
      return ends.includes(this.word(i)) || this.law(i) !== null;
    }

    /**
     * Reads what joins two references; through tells a range. next is 0 if there is none.
     * @param {number} i
     * @returns {[next: number, through: boolean]}
     */
    connector(i) {
      const start = i;
      if (this.word(i) === ",") i++;
      switch (this.word(i)) {
        case "dan":
        case "atau":
        case "serta":
        case "maupun":
        case "&":
          i++;
          if (this.word(i) === "/" && (this.word(i + 1) === "atau" || this.word(i + 1) === "dan")) i += 2;
          break;
        case "jo":
        case "juncto":
        case "junto":
          i++;
          if (this.word(i) === ".") i++;
          break;
        case "sampai":
          if (this.word(i + 1) === "dengan") return [i + 2, true];
          break;
        case "s":
          if (this.is(i, "s", "/", "d")) return [i + 3, true];
          if (this.is(i, "s", ".", "d", ".")) return [i + 4, true];
          break;
        case "hingga":
          return [i + 1, true];
        case "-":
        case "–":
        case "—":
          if (isNumber(this.word(i + 1)) && isNumber(this.word(i - 1))) return [i + 1, true];
          break;
      }
      return i === start || i >= this.tokens.length ? [0, false] : [i, false];
    }

    /** Whether the events leave out nothing but punctuation and prepositions. */
    coversAll() {
      const glue = [".", ",", ";", "(", ")", "dari", "dalam", "pada", "bunyi", "isi", "penjelasan", "umum", "jo", "dan"];
      let at = 0;
      for (const e of this.found) {
        if (!this.between(at, e.from, glue)) return false;
        at = Math.max(e.to, e.titleEnd);
      }
      return this.found.length > 0 && this.between(at, this.tokens.length, glue);
    }
  }

  /**
   * Makes the references of a run mean the elucidation of their articles: "penjelasan Pasal 2 ayat (1)".
   * @param {Event} e
   */
  const explain = (e) => {
    for (const m of e.run) if (m.steps[0].startsWith("pasal-")) m.steps = [m.steps[0], "penjelasan", ...m.steps.slice(1)];
  };

  // --- what citations mean ---

  /** The works of the collection, by name and by what they hold. */
  class Finder {
    /** @param {Data} data */
    constructor(data) {
      this.data = data;
      this.kinds = data.kinds.map((k) => ({ words: k.words.split(" "), kind: k.kind }));
      this.places = data.places;
      this.works = new Map(data.works.map((w) => [w.id, w]));
      /** @type {Map<string, {words: string[], work: Work}[]>} */
      this.aliases = new Map();
      for (const work of data.works) {
        for (const name of work.names) {
          const words = name.split(" ");
          const list = this.aliases.get(words[0]) ?? [];
          list.push({ words, work });
          this.aliases.set(words[0], list);
        }
      }
      for (const list of this.aliases.values()) list.sort((a, b) => b.words.length - a.words.length);
      /** @type {Map<string, Targets>} */
      this.targets = new Map();
    }

    /**
     * Loads what the works of some references hold; whole works need nothing.
     * @param {Ref[]} refs
     */
    learn(refs) {
      return this.learnWorks(refs.filter((r) => r.fragment !== "").map((r) => r.work));
    }

    /**
     * Loads what works hold, and the works that show their articles.
     * @param {string[]} works
     */
    async learnWorks(works) {
      const fresh = [...new Set(works)].filter((id) => this.works.has(id) && !this.targets.has(id));
      const learnt = await Promise.all(fresh.map((id) => suluh.load("rujukan/" + id.replaceAll("/", "-"))));
      fresh.forEach((id, i) => this.targets.set(id, learnt[i]));
      const further = learnt.flatMap((t) => Object.values(t.elsewhere ?? {}));
      if (further.length) await this.learnWorks(/** @type {string[]} */ (further));
    }

    /**
     * @param {Targets | undefined} t
     * @param {string} fragment
     */
    holds(t, fragment) {
      const [first, rest] = cut(fragment, ".");
      const below = t?.portions[first];
      return below !== undefined && (rest === "" || below.split(" ").includes(rest));
    }

    /**
     * The reference under which the collection shows a portion.
     * @param {Ref} r
     * @returns {Ref}
     */
    canonical(r) {
      const t = this.targets.get(r.work);
      if (!t || r.fragment === "" || this.holds(t, r.fragment)) return r;
      const work = t.elsewhere?.[cut(r.fragment, ".")[0]];
      return work ? { work, fragment: r.fragment } : r;
    }

    /**
     * Whether the collection has what a citation means.
     * @param {Ref} target
     */
    has(target) {
      const { work, fragment } = this.canonical(target);
      return this.works.has(work) && (fragment === "" || this.holds(this.targets.get(work), fragment));
    }

    /**
     * The citations in a text that belongs to no work.
     * @param {string} text
     * @param {string} day decides between laws of one name
     */
    async find(text, day) {
      const found = new Scan(this, text, day).citations();
      await this.learn(found.map((c) => c.target));
      return found;
    }

    /**
     * What a query means that is nothing but citations; nothing if it holds any other word. An article without a law means
     * that article of every work that has it.
     * @param {string} query
     * @param {string} day
     * @returns {Promise<Ref[]>}
     */
    async lookup(query, day) {
      for (const q of [query, this.withArticleWord(query, day)]) {
        const scan = new Scan(this, q, day);
        if (!scan.coversAll()) continue;
        const found = await Promise.all(scan.citations().map((c) => this.everywhere(c.target)));
        const out = found.flat();
        await this.learn(out);
        return out;
      }
      return [];
    }

    /**
     * Puts "pasal" before a bare number at the start of a query or directly after its law.
     * @param {string} query
     * @param {string} day
     */
    withArticleWord(query, day) {
      const scan = new Scan(this, query, day);
      const first = scan.found[0];
      const at = first?.law && first.from === 0 ? first.to : 0;
      if (!isNumber(scan.word(at))) return query;
      const start = scan.tokens[at].start;
      return query.slice(0, start) + " pasal " + query.slice(start);
    }

    /**
     * Turns an article without a law into that article of every work that has it, the last enacted first.
     * @param {Ref} target
     * @returns {Promise<Ref[]>}
     */
    async everywhere(target) {
      const [article, below] = cut(target.fragment, ".");
      if (target.work !== "" || !article.startsWith("pasal-")) return [target];
      /** @type {Record<string, number[]>} */
      const having = await suluh.load("rujukan/pasal");
      let works = (having[article] ?? []).map((i) => this.data.works[i].id);
      if (below) {
        await this.learnWorks(works);
        works = works.filter((id) => this.enacted(id, article).split(" ").includes(below));
      }
      return works.length ? works.map((work) => ({ work, fragment: target.fragment })) : [target];
    }

    /**
     * The portions of an article as its work was enacted.
     * @param {string} work
     * @param {string} article
     */
    enacted(work, article) {
      const t = this.targets.get(work);
      return t?.wordings?.[article]?.[0].portions ?? t?.portions[article] ?? "";
    }

    /**
     * The address of a portion on a day; of its article where the wording of the day does not have it; of its work where the
     * portion is not in the collection; "" where neither is.
     * @param {Ref} r
     * @param {string} day
     */
    address(r, day) {
      const { work, fragment } = this.canonical(r);
      if (!this.works.has(work)) return "";
      if (fragment === "" || !this.has({ work, fragment })) return "/" + work;
      const [article, below] = cut(fragment, ".");
      if (!article.startsWith("pasal-")) return "/" + work + "#" + fragment;
      const wordings = this.targets.get(work)?.wordings?.[article] ?? [];
      const wording = wordings.filter((w, i) => i === 0 || w.from <= day).pop();
      const gone = wording && !wording.portions.split(" ").includes(below);
      return "/" + work + "/pasal/" + article.slice(6) + (below && !gone ? "#" + below : "");
    }

    // --- words ---

    /**
     * The name of a work that the collection may not have: "UU 23/2002".
     * @param {string} id
     */
    number(id) {
      const own = this.works.get(id)?.number;
      if (own) return own;
      const parts = id.split("/");
      if (parts.length < 3) return id;
      const [kind, place] = parts.length === 4 ? parts : [parts[0], ""];
      const [year, number] = parts.slice(-2);
      const where = place.length === 3 ? " " + place.toUpperCase() : place && " " + capitals(place);
      return (this.data.labels[kind]?.[1] || kind.toUpperCase()) + where + " " + number + "/" + year;
    }

    /**
     * Names a portion with its work: "Pasal 89 huruf a UU 18/2017".
     * @param {Ref} r
     */
    label(r) {
      return (r.fragment && fragmentLabel(r.fragment) + " ") + this.number(r.work);
    }

    /**
     * Says why a citation leads nowhere.
     * @param {Ref} r
     */
    whyNotHeld(r) {
      const cited = this.targets.get(r.work);
      const say = this.data.words;
      if (r.work === "") return format(say.lawNotNamed, fragmentLabel(r.fragment));
      if (!cited) return format(say.notHeld, this.number(r.work));
      return format(say.noPortion, cited.name, fragmentLabel(r.fragment), cited.held);
    }
  }

  /**
   * Fills the places "%s" of a sentence.
   * @param {string} sentence
   * @param {...string} values
   */
  const format = (sentence, ...values) => sentence.replace(/%s/g, () => values.shift() ?? "");

  /** @param {string} s */
  const capital = (s) => s.slice(0, 1).toUpperCase() + s.slice(1);

  /** @param {string} s */
  const capitals = (s) => s.split("-").map(capital).join(" ");

  /**
   * Writes a fragment as a lawyer would: "Pasal 2 ayat (1) huruf a".
   * @param {string} fragment
   */
  const fragmentLabel = (fragment) => {
    const out = fragment.split(".").map((step) => {
      const [kind, number] = cut(step, "-");
      switch (kind) {
        case "pasal":
          return "Pasal " + number.toUpperCase();
        case "ayat":
          return "ayat (" + number + ")";
        case "huruf":
        case "angka":
        case "daftar":
          return kind + " " + number;
        case "ke":
          return "ke-" + number;
        case "buku":
        case "bab":
          return (kind + " " + number.replaceAll("-", " ")).toUpperCase();
        case "bagian":
        case "paragraf":
          return capital(kind) + " " + capitals(number);
      }
      return capital(kind);
    });
    const i = out.indexOf("Penjelasan");
    if (i > 0) out.unshift(...out.splice(i, 1));
    return out.join(" ");
  };

  /** @type {Promise<Finder> | undefined} */
  let finder;

  /** The finder of this collection; its data are loaded once. */
  const citations = () => (finder ??= suluh.load("rujukan").then((data) => new Finder(data)));

  /**
   * What a query means that is nothing but citations, as the library says it, with the words for each.
   * @param {string} text
   * @param {string} day
   */
  const lookup = async (text, day) => {
    const finder = await citations();
    return (await finder.lookup(text, day)).map((target) => {
      const held = finder.has(target);
      const ref = finder.canonical(target);
      return { ...ref, held, label: finder.label(ref), why: held ? "" : finder.whyNotHeld(target) };
    });
  };

  window.suluh = Object.assign(window.suluh ?? {}, { citations, lookup, fragmentLabel });
})();
