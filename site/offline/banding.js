// Two articles, or two wordings of one, side by side, in the export: what site/compare.go does. The texts come from one
// shard a work, the page from the server's template.
"use strict";

(() => {
  /**
   * Made by site/exportcompare.go.
   * @typedef {{versions: Version[], standing: Record<string, {from: string, status: any}[]>}} Article
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
   * Compares two lists of words by their longest common row of words.
   * @param {string[]} a
   * @param {string[]} b
   * @returns {Change[]}
   */
  const compare = (a, b) => {
    let start = 0, endA = a.length, endB = b.length;
    while (start < endA && start < endB && a[start] === b[start]) start++;
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) endA--, endB--;
    const middle = walk(a.slice(start, endA), b.slice(start, endB));
    return shift(joined([{ kind: "same", words: a.slice(0, start) }, ...middle, { kind: "same", words: a.slice(endA) }]));
  };

  /**
   * Changes without empty ones, runs of one kind in one.
   * @param {Change[]} changes
   */
  const joined = (changes) => {
    /** @type {Change[]} */
    const out = [];
    for (const { kind, words } of changes) {
      if (out.length && out[out.length - 1].kind === kind) out[out.length - 1].words.push(...words);
      else if (words.length) out.push({ kind, words: [...words] });
    }
    return out;
  };

  /**
   * Whether a row of words begins with another.
   * @param {string[]} words
   * @param {string[]} start
   */
  const begins = (words, start) => start.length <= words.length && start.every((word, i) => words[i] === word);

  /**
   * Moves a change over the few equal words before or after it where the same words stand at its other end, so that a reader
   * sees one change and not two: "x [y x] y" and not "[x y] x y".
   * @param {Change[]} changes
   * @returns {Change[]}
   */
  const shift = (changes) => {
    for (let i = 1; i < changes.length - 1; i++) {
      const before = changes[i - 1], change = changes[i], after = changes[i + 1];
      if (before.kind !== "same" || after.kind !== "same") continue;
      const rest = change.words.length - before.words.length;
      if (rest >= 0 && begins(change.words.slice(rest), before.words)) {
        change.words = [...before.words, ...change.words.slice(0, rest)];
        after.words = [...before.words, ...after.words];
        before.words = [];
        return shift(joined(changes));
      }
      if (begins(change.words, after.words)) {
        before.words = [...before.words, ...after.words];
        change.words = [...change.words.slice(after.words.length), ...after.words];
        after.words = [];
        return shift(joined(changes));
      }
    }
    return changes;
  };

  /**
   * @param {string[]} a
   * @param {string[]} b
   */
  const walk = (a, b) => {
    const common = commonLengths(a, b), width = b.length + 1;
    /** @type {Change[]} */
    const changes = [];
    let i = 0, j = 0;
    while (i < a.length || j < b.length) {
      /** @type {{same: string[], a: string[], b: string[]}} */
      const run = { same: [], a: [], b: [] };
      while (i < a.length && j < b.length && a[i] === b[j]) run.same.push(a[i++]), j++;
      while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
        if (j === b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) run.a.push(a[i++]);
        else run.b.push(b[j++]);
      }
      changes.push({ kind: "same", words: run.same }, { kind: "a", words: run.a }, { kind: "b", words: run.b });
    }
    return changes;
  };

  /**
   * The length of the longest common row of words from every place in a and b on.
   * @param {string[]} a
   * @param {string[]} b
   */
  const commonLengths = (a, b) => {
    const width = b.length + 1;
    const common = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1] + 1 : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
      }
    }
    return common;
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
   */
  const sideOf = async (name, words) => {
    const query = (suluh.query.get(name) ?? "").trim();
    const day = suluh.query.get("tanggal-" + name) ?? "";
    const side = { Name: name, Query: query, Day: day, Label: "", Href: "", Status: null, Marks: [], Problem: "", Paragraphs: [], text: "" };
    if (!query) return side;
    if (day && !suluh.isDay(day)) return { ...side, Problem: words.BadDay };
    const asked = day || suluh.askedDay;
    const [cited] = await suluh.lookup(query, asked || suluh.copyDay);
    if (!cited || (cited.held && !cited.fragment.startsWith("pasal-"))) return { ...side, Problem: words.NoCitation };
    if (!cited.held) return { ...side, Problem: cited.why };
    const [article, ...steps] = cited.fragment.split(".");
    const rest = steps.join(".");
    /** @type {Record<string, Article>} */
    const texts = await suluh.load("teks/" + cited.work);
    const found = texts[article];
    const version = found && on(found.versions, asked || suluh.copyDay);
    const text = version && textOf(version, rest);
    if (!text) return { ...side, Problem: (await suluh.citations()).whyNotHeld(cited) };
    const keep = (/** @type {string} */ href) => (asked ? suluh.withDay(href, asked) : href);
    const { status } = on(found.standing[rest] ?? found.standing[""], asked || suluh.copyDay);
    return {
      ...side, text, Label: cited.label, Href: keep("/" + cited.work + "/pasal/" + article.replace("pasal-", "") + (rest && "#" + rest)),
      Status: { ...status, By: (status.By ?? []).map((/** @type {any} */ link) => ({ ...link, Href: link.Href && keep(link.Href) })) },
      Marks: version.marks[rest] ?? version.marks[""] ?? [],
    };
  };

  const show = async () => {
    /** @type {[Words, any]} */
    const [words, tree] = await Promise.all([suluh.load("banding"), suluh.load("templat-compare")]);
    const sides = [await sideOf("a", words), await sideOf("b", words)];
    const page = { Sides: sides, Ready: sides.every((side) => side.text), Same: false, Suggest: words.Suggest, MaxQuery: words.MaxQuery, Add: "", Kept: [] };
    if (page.Ready) {
      const changes = compare(wordsOf(sides[0].text), wordsOf(sides[1].text));
      Object.assign(sides[0], { Paragraphs: paragraphs(changes, "a") });
      Object.assign(sides[1], { Paragraphs: paragraphs(changes, "b") });
      page.Same = changes.length === 1 && changes[0].kind === "same";
      const item = new URLSearchParams();
      for (const name of ["a", "b", "tanggal-a", "tanggal-b"]) if (suluh.query.get(name)) item.set(name, suluh.query.get(name) ?? "");
      const add = "/sosialisasi?" + new URLSearchParams({ tambah: "banding?" + item });
      page.Add = suluh.askedDay ? suluh.withDay(add, suluh.askedDay) : add;
    }
    await suluh.place(suluh.main, suluh.render(tree, page));
  };
  if (suluh.query.has("a") || suluh.query.has("b")) show().catch((problem) => suluh.tell("bad", String(problem.message ?? problem)));
})();
