// Two articles, or two wordings of one, side by side, in the export: what site/compare.go does. The texts come from one
// shard a work, the page from the server's template.
"use strict";

(() => {
  /**
   * Made by site/exportcompare.go.
   * @typedef {{caption?: string, versions: Version[], standing: Record<string, {from: string, status: any}[]>}} Article
   * @typedef {{from: string, text: string, parts: Record<string, [number, number] | string>, marks: Record<string, any[]>}} Version
   * @typedef {{Suggest: any[], MaxQuery: number, BadDay: string, NoCitation: string}} Words
   */

  /** @typedef {{kind: "same" | "a" | "b", words: string[]}} Change a run of words on both sides, or on one */
  /** @typedef {{Text: string, Differs: boolean}} Piece */

  const paragraphMark = "¶";

  /**
   * The words of a text; a mark ends every paragraph.
   * @param {string} text
   */
  const wordsOf = (text) => text.split("\n").flatMap((line) => [...line.split(/\s+/).filter((word) => word), paragraphMark]);

  /**
   * Compares two lists of words, in the steps of Compare in corpus/compare.go, which says what they are: what is changed
   * there is changed here.
   * @param {string[]} a
   * @param {string[]} b
   * @returns {Change[]}
   */
  const compare = (a, b) => shifted(joined(compareWords(a, b)));

  /**
   * @param {string[]} a
   * @param {string[]} b
   * @returns {Change[]}
   */
  const compareWords = (a, b) => {
    const least = Math.min(a.length, b.length);
    let start = 0, end = 0;
    while (start < least && a[start] === b[start]) start++;
    while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const restA = a.slice(start, a.length - end), restB = b.slice(start, b.length - end);
    /** @type {Change[]} */
    let rest = [{ kind: "a", words: restA }, { kind: "b", words: restB }];
    if (restA.length && restB.length) {
      const [x, y] = middle(restA, restB);
      rest = [...compareWords(restA.slice(0, x), restB.slice(0, y)), ...compareWords(restA.slice(x), restB.slice(y))];
    }
    return [{ kind: "same", words: a.slice(0, start) }, ...rest, { kind: "same", words: a.slice(a.length - end) }];
  };

  /**
   * A place through which a shortest way leads from the starts of a and b to their ends.
   * @param {string[]} a
   * @param {string[]} b
   * @returns {[number, number]}
   */
  const middle = (a, b) => {
    const forth = new Reach(a, b), back = new Reach(a, b);
    const apart = a.length - b.length;
    for (let steps = 1; ; steps++) {
      for (let k = -steps; k <= steps; k += 2) {
        let x = forth.step(k);
        while (x >= 0 && x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
        forth.set(k, x);
        const met = back.at(apart - k);
        if (apart % 2 !== 0 && x >= 0 && met >= 0 && x + met >= a.length) return [x, x - k];
      }
      for (let k = -steps; k <= steps; k += 2) {
        let x = back.step(k);
        while (x >= 0 && x < a.length && x - k < b.length && a[a.length - 1 - x] === b[b.length - 1 - x + k]) x++;
        back.set(k, x);
        const met = forth.at(apart - k);
        if (apart % 2 === 0 && x >= 0 && met >= 0 && x + met >= a.length) return [a.length - x, b.length - x + k];
      }
    }
  };

  /** How many words of a the farthest way has taken that has taken k more of a than of b; -1 if there is none. */
  class Reach {
    /**
     * @param {string[]} a
     * @param {string[]} b
     */
    constructor(a, b) {
      this.ofA = a.length;
      this.ofB = b.length;
      this.far = new Int32Array(a.length + b.length + 1).fill(-1); // from k = -ofB to ofA
      this.set(0, 0);
    }

    /** @param {number} k */
    at(k) {
      return this.far[k + this.ofB] ?? -1;
    }

    /**
     * @param {number} k
     * @param {number} x
     */
    set(k, x) {
      this.far[k + this.ofB] = x; // what is out of bounds is not kept
    }

    /** @param {number} k */
    step(k) {
      const byA = this.at(k - 1), byB = this.at(k + 1);
      return Math.max(byA >= 0 && byA < this.ofA ? byA + 1 : -1, byB - k <= this.ofB ? byB : -1);
    }
  }

  /**
   * Runs of one kind together, and between equal words those of a before those of b; no run is empty.
   * @param {Change[]} changes
   */
  const joined = (changes) => {
    /** @type {Change[]} */
    const out = [];
    /** @type {Record<Change["kind"], string[]>} */
    const words = { same: [], a: [], b: [] };
    const end = (/** @type {Change["kind"][]} */ ...kinds) => {
      for (const kind of kinds) {
        if (words[kind].length) out.push({ kind, words: words[kind] });
        words[kind] = [];
      }
    };
    for (const change of changes) {
      if (!change.words.length) continue;
      if (change.kind === "same") end("a", "b");
      else end("same");
      words[change.kind].push(...change.words);
    }
    end("same", "a", "b");
    return out;
  };

  /**
   * @param {string[]} a
   * @param {string[]} b
   */
  const equal = (a, b) => a.length === b.length && a.every((word, i) => word === b[i]);

  /**
   * @param {Change[]} changes
   * @returns {Change[]}
   */
  const shifted = (changes) => {
    for (let i = 1; i < changes.length - 1; i++) {
      const before = changes[i - 1], change = changes[i], after = changes[i + 1];
      if (before.kind !== "same" || after.kind !== "same") continue;
      const rest = change.words.length - before.words.length;
      if (rest >= 0 && equal(change.words.slice(rest), before.words)) {
        change.words = [...before.words, ...change.words.slice(0, rest)];
        after.words = [...before.words, ...after.words];
        before.words = [];
        return shifted(joined(changes));
      }
      if (equal(change.words.slice(0, after.words.length), after.words)) {
        before.words = [...before.words, ...after.words];
        change.words = [...change.words.slice(after.words.length), ...after.words];
        after.words = [];
        return shifted(joined(changes));
      }
    }
    return changes;
  };

  /**
   * One side of a comparison.
   * @param {Change[]} changes
   * @param {"a" | "b"} own
   */
  const paragraphs = (changes, own) => {
    /** @type {Piece[][]} */
    const out = [];
    /** @type {Piece[]} */
    let paragraph = [];
    for (const { kind, words } of changes) {
      if (kind !== "same" && kind !== own) continue;
      /** @type {string[]} */
      let run = [];
      const endRun = () => {
        if (run.length) paragraph.push({ Text: run.join(" "), Differs: kind === own });
        run = [];
      };
      for (const word of words) {
        if (word !== paragraphMark) {
          run.push(word);
          continue;
        }
        endRun();
        out.push(paragraph);
        paragraph = [];
      }
      endRun();
    }
    if (paragraph.length) out.push(paragraph);
    return out;
  };

  /**
   * What holds on a day: the last that began by then, or the first.
   * @template {{from: string}} T
   * @param {T[]} list
   * @param {string} day
   * @returns {T}
   */
  const on = (list, day) => list.reduce((last, one) => (one.from <= day ? one : last));

  /**
   * The text of an article, or of a part of it, in a wording.
   * @param {Version} version
   * @param {string} rest of the fragment, "" for the article
   */
  const textOf = (version, rest) => {
    if (!rest) return version.text;
    const part = version.parts[rest];
    return Array.isArray(part) ? version.text.slice(part[0], part[1]) : part ?? "";
  };

  /**
   * Finds what one side asks for.
   * @param {string} name
   * @param {Words} words
   * @param {URLSearchParams} asks
   */
  const sideOf = async (name, words, asks) => {
    const query = (asks.get(name) ?? "").trim();
    const day = asks.get("tanggal-" + name) ?? "";
    const side = { Name: name, Query: query, Day: day, Label: "", Href: "", Status: null, Marks: [], Problem: "", Paragraphs: [], text: "" };
    if (!query) return side;
    if (day && !suluh.isDay(day)) return { ...side, Problem: words.BadDay };
    const asked = day || suluh.askedDay;
    const [cited] = await suluh.lookup(query, asked || suluh.copyDay);
    if (!cited || (cited.held && !cited.fragment.startsWith("pasal-"))) return { ...side, Problem: words.NoCitation };
    if (!cited.held) return { ...side, Problem: cited.why };
    const found = await wording(cited.work, cited.fragment, asked);
    if (!found) return { ...side, Problem: (await suluh.citations()).whyNotHeld(cited) };
    return { ...side, ...found, Label: cited.label };
  };

  /**
   * The wording of an article, or of a part of it, on a day, with its standing; undefined if the copy has none.
   * @param {string} work
   * @param {string} fragment
   * @param {string} asked the day, "" for that of the copy
   */
  const wording = async (work, fragment, asked) => {
    const [article, ...steps] = fragment.split(".");
    const rest = steps.join(".");
    /** @type {Record<string, Article>} */
    const texts = await suluh.load("teks/" + work);
    const found = texts[article];
    const version = found && on(found.versions, asked || suluh.copyDay);
    const text = version && textOf(version, rest);
    if (!text) return undefined;
    const keep = (/** @type {string} */ href) => (asked ? suluh.withDay(href, asked) : href);
    const { status } = on(found.standing[rest] ?? found.standing[""], asked || suluh.copyDay);
    return {
      text, caption: found.caption ?? "", Href: keep("/" + work + "/pasal/" + article.replace("pasal-", "") + (rest && "#" + rest)),
      Status: { ...status, By: (status.By ?? []).map((/** @type {any} */ link) => ({ ...link, Href: link.Href && keep(link.Href) })) },
      Marks: version.marks[rest] ?? version.marks[""] ?? [],
    };
  };

  /**
   * Both sides of a comparison, with the words that are on one side only.
   * @param {Words} words
   * @param {URLSearchParams} asks
   */
  const comparison = async (words, asks) => {
    const sides = [await sideOf("a", words, asks), await sideOf("b", words, asks)];
    const ready = sides.every((side) => side.text);
    if (!ready) return { sides, ready, same: false };
    const changes = compare(wordsOf(sides[0].text), wordsOf(sides[1].text));
    Object.assign(sides[0], { Paragraphs: paragraphs(changes, "a") });
    Object.assign(sides[1], { Paragraphs: paragraphs(changes, "b") });
    return { sides, ready, same: changes.length === 1 && changes[0].kind === "same" };
  };

  window.suluh.wording = wording;
  window.suluh.comparison = comparison;

  const show = async () => {
    /** @type {[Words, any]} */
    const [words, tree] = await Promise.all([suluh.load("banding"), suluh.load("templat-compare")]);
    const { sides, ready, same } = await comparison(words, suluh.query);
    const page = { Sides: sides, Ready: ready, Same: same, Suggest: words.Suggest, MaxQuery: words.MaxQuery, Add: "", Kept: [] };
    if (page.Ready) {
      const item = new URLSearchParams();
      for (const name of ["a", "b", "tanggal-a", "tanggal-b"]) if (suluh.query.get(name)) item.set(name, suluh.query.get(name) ?? "");
      const add = "/sosialisasi?" + new URLSearchParams({ tambah: "banding?" + item });
      page.Add = suluh.askedDay ? suluh.withDay(add, suluh.askedDay) : add;
    }
    await suluh.place(suluh.main, suluh.render(tree, page));
  };
  if (suluh.page === "banding" && (suluh.query.has("a") || suluh.query.has("b"))) show().catch((problem) => suluh.tell("bad", String(problem.message ?? problem)));
})();
