// The page of a search, in the export: what site/search.go does with a query. The answer comes from peringkat.js and
// rujukan.js, the words and names of the page from the shard "cari/halaman"; the page is made from the server's template.
"use strict";

(() => {
  /**
   * @typedef {Record<string, string[]>} Filter
   * @typedef {{hitsPerPage: number, maxChoices: number, kind: string, laws: string[], words: Record<string, string>, works: {Href: string, Text: string}[],
   *   titles: Record<string, string>, names: Record<string, Record<string, string>>, openings: Record<string, string[]>,
   *   foundKinds: {Kind: string, Words: string}[], shelf: {facet: string} | null}} Page
   * @typedef {{Href: string, Label: string, Work: string, Caption: string, Path: string}} Line
   * @typedef {{from: string, badges: {Class: string, Label: string}[], past: boolean}} State
   * @typedef {{line: Line, states: State[], text: string}} Opening
   * @typedef {{text: string, filter: Filter, page: number}} Question
   */

  const maxPage = 200, maxQuery = 300; // as index.MaxPage and index.MaxQueryLength; the input box has the second too

  // --- addresses ---

  const asked = suluh.query.get("tanggal") ?? "";
  const day = suluh.isDay(asked) ? asked : suluh.copyDay;

  /**
   * Writes a value as Go writes it in an address.
   * @param {string} s
   */
  const escape = (s) => encodeURIComponent(s).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase()).replaceAll("%20", "+");

  /**
   * An address of the server that keeps the day that was asked.
   * @param {string} href
   */
  const keepDay = (href) => {
    if (!suluh.isDay(asked) || !href.startsWith("/")) return href;
    const [address, ...fragment] = href.split("#");
    return [address + (address.includes("?") ? "&" : "?") + "tanggal=" + asked, ...fragment].join("#");
  };

  /**
   * Writes a question as an address of the server, keys in order.
   * @param {Question} q
   */
  const address = (q) => {
    /** @type {[string, string][]} */
    const pairs = [["q", q.text]];
    for (const [facet, values] of Object.entries(q.filter)) for (const value of values) pairs.push([facet, value]);
    if (q.page > 1) pairs.push(["hal", String(q.page)]);
    pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return keepDay("/cari?" + pairs.map(([k, v]) => k + "=" + escape(v)).join("&"));
  };

  /**
   * Reads the question of the address. Whatever is out of bounds is brought back into them.
   * @param {string[]} facets
   * @returns {Question}
   */
  const readQuestion = (facets) => {
    /** @type {Filter} */
    const filter = {};
    for (const facet of facets) {
      const values = suluh.query.getAll(facet);
      if (values.length) filter[facet] = values;
    }
    const page = suluh.query.get("hal") ?? "";
    return {
      text: Array.from(suluh.trim(suluh.query.get("q") ?? "")).slice(0, maxQuery).join(""),
      filter,
      page: /^[+-]?[0-9]+$/.test(page) ? Math.min(Math.max(Number(page), 1), maxPage) : 1,
    };
  };

  // --- hits ---

  /**
   * Fills the places "%s" and "%d" of a sentence.
   * @param {string} sentence
   * @param {...(string | number)} values
   */
  const format = (sentence, ...values) => sentence.replace(/%[sd]/g, () => String(values.shift() ?? ""));

  /**
   * A line of the list of hits as it is on the day.
   * @param {Line} line
   * @param {State[]} states
   * @param {{Text: string, Match: boolean}[]} snippet
   */
  const hitLine = (line, states, snippet) => {
    const state = states.filter((s, i) => i === 0 || s.from <= day).pop();
    return { ...line, Href: keepDay(line.Href), Where: "", Snippet: snippet, Badges: state?.badges ?? [], Past: state?.past ?? false };
  };

  /**
   * The portions that a query cites, with how each begins.
   * @param {Page} page
   * @param {any} finder
   * @param {{work: string, fragment: string}[]} targets
   */
  const citedLines = (page, finder, targets) => Promise.all(targets.map(async (target) => {
    const { work, fragment } = target;
    const first = fragment.split(".")[0];
    const shard = (page.openings[work] ?? []).filter((f) => f <= first).length - 1;
    if (shard < 0) return null; // not in this copy
    /** @type {Record<string, Opening>} */
    const openings = await suluh.load("cari/awal/" + work.replaceAll("/", "-") + "-" + shard);
    const article = openings[first], portion = openings[fragment];
    const line = { ...article.line, Href: finder.address(target, day), Label: fragment ? suluh.fragmentLabel(fragment) : article.line.Label };
    return hitLine(line, portion.states ?? article.states, [{ Text: portion.text, Match: false }]);
  }));

  // --- filters ---

  /**
   * The choices of the side.
   * @param {Page} page
   * @param {Question} q
   * @param {Record<string, [value: string, n: number][]>} counts
   * @param {string[]} facets
   */
  const filters = (page, q, counts, facets) => {
    const out = [];
    for (const facet of facets) {
      const mine = q.filter[facet] ?? [];
      const choices = [];
      for (const [value, n] of counts[facet] ?? []) {
        const on = mine.includes(value);
        if (choices.length === page.maxChoices && !on) continue;
        const filter = { ...q.filter, [facet]: on ? [] : [value] };
        choices.push({ Href: address({ text: q.text, filter, page: 1 }), Text: page.names[facet]?.[value] ?? value, N: n, On: on });
      }
      if (choices.length > 1 || (mine.length > 0 && choices.length > 0)) out.push({ Title: page.titles[facet], Choices: choices });
    }
    return out;
  };

  /**
   * Counts what was found, statutes, decisions and materials apart. The counts of the kinds are made without the filter by
   * kind, so only those that it lets through are added.
   * @param {Page} page
   * @param {any} result
   * @param {string[]} kinds that the filter lets through, all if empty
   */
  const found = (page, result, kinds) => {
    const others = [];
    let articles = result.total;
    for (const { Kind, Words } of page.foundKinds) {
      const n = (result.counts[page.kind] ?? []).find((/** @type {[string, number]} */ [value]) => value === Kind)?.[1];
      if (!n || (kinds.length > 0 && !kinds.includes(Kind))) continue;
      articles -= n;
      others.push(format(Words, n));
    }
    if (result.total === 0) return page.words.foundNothing;
    if (articles > 0) others.unshift(format(page.words.foundLaw, articles));
    return others.join(page.words.foundAnd);
  };

  /**
   * What makes the part of the page that is of the imported works; null if the copy has none.
   * @param {Page} page
   */
  const shelfPages = async (page) => {
    if (!page.shelf) return null;
    await suluh.loadScript("carirak");
    return new suluh.ShelfPages(page, { keepDay, address, format });
  };

  /** @type {(() => Promise<any>) | null} finds what stands below the hits of the core, null for nothing */
  let below = null;

  // --- the page ---

  /** An empty page, with every field that the template reads. */
  const empty = (/** @type {Page} */ page) => ({
    Heading: "", Message: "", Asked: false, Corrected: /** @type {any} */ (null), Unknown: /** @type {string[]} */ ([]), Hits: /** @type {any[]} */ ([]),
    Filters: /** @type {any[]} */ ([]), Works: page.works.map((w) => ({ ...w, Href: keepDay(w.Href) })), First: 0, Page: 0, Pages: 0, Previous: "", Next: "", On: keepDay,
  });

  /**
   * Makes the page of a question that cites portions and says nothing else; null if the browser leaves for the only one.
   * @param {Page} page
   * @param {any} model
   * @param {{work: string, fragment: string}[]} cited
   */
  const answerCited = async (page, model, cited) => {
    const finder = await suluh.citations();
    if (cited.length === 1 && finder.has(cited[0])) return leave(keepDay(finder.address(cited[0], day)));
    model.Heading = page.words.citedHeading;
    const shelf = await shelfPages(page);
    const imported = shelf ? await shelf.cited(cited.filter((t) => !finder.has(t))) : { works: [], lines: [], missing: [] };
    if (cited.length === 1 && imported.lines.length === 1 && imported.missing.length === 0) return leave(imported.lines[0].Href);
    const missing = cited.filter((t) => !finder.has(t) && !imported.works.includes(t.work)).map((t) => finder.whyNotHeld(t));
    model.Message = [...missing, ...imported.missing].join(" ").trim();
    model.Hits = (await citedLines(page, finder, cited.filter((t) => finder.has(t)))).filter((line) => line !== null).concat(imported.lines);
    return model;
  };

  /**
   * Makes the page of a question; null if the browser leaves for another page.
   * @param {Page} page
   * @param {{facets: string[], decisions: string}} root
   * @param {Question} q
   */
  const answer = async (page, root, q) => {
    const model = empty(page);
    if (q.text === "") return { ...model, Heading: page.words.askHeading, Message: page.words.askMessage };
    model.Asked = true;
    const cited = await suluh.citing(q.text, (finder) => finder.lookup(q.text, day));
    if (cited.length > 0) return answerCited(page, model, cited);
    const shelf = await shelfPages(page);
    if (shelf && !shelf.asksCore(q)) return shelf.alone(model, q, page.hitsPerPage, maxPage);
    const onlyCases = q.filter[page.kind]?.includes(root.decisions); // what only decisions have is no help among statutes
    const count = onlyCases ? root.facets : page.laws;
    const names = onlyCases ? { ...page.names, ...await suluh.load("cari/nama") } : page.names;
    const result = await suluh.search({ text: q.text, filter: q.filter, day, page: q.page, perPage: page.hitsPerPage, count });
    const last = Math.max(1, Math.ceil(result.total / page.hitsPerPage));
    if (q.page > last) return leave(address({ ...q, page: last }));
    model.Heading = format(page.words.foundHeading, found(page, result, q.filter[page.kind] ?? []), q.text);
    model.Unknown = result.unknown;
    if (result.corrected) model.Corrected = { Href: address({ text: result.corrected, filter: {}, page: 1 }), Text: result.corrected };
    for (const h of result.hits) {
      const snippet = h.snippet.map((/** @type {any} */ p) => ({ Text: p.text, Match: p.match }));
      model.Hits.push({ ...hitLine(h.page.line, h.page.states, snippet), Where: h.page.line.Work && h.source.slice(0, 1).toUpperCase() + h.source.slice(1) });
    }
    model.Page = q.page;
    model.Pages = Math.ceil(result.total / page.hitsPerPage);
    model.First = (q.page - 1) * page.hitsPerPage + 1;
    if (q.page > 1) model.Previous = address({ ...q, page: q.page - 1 });
    if (q.page < model.Pages && q.page < maxPage) model.Next = address({ ...q, page: q.page + 1 });
    model.Filters = [...shelf?.filters(q) ?? [], ...filters({ ...page, names }, q, result.counts, count)];
    if (shelf?.asksShelf(q) && q.page === 1) below = () => shelf.beside(q);
    return model;
  };

  /**
   * Goes to another page in the place of this one.
   * @param {string} address of the server
   */
  const leave = async (address) => {
    location.replace(await suluh.address(address));
    return null;
  };

  const show = async () => {
    const [page, root, tree] = await Promise.all([suluh.load("cari/halaman"), suluh.load("cari/indeks"), suluh.load("templat-search")]);
    const q = readQuestion(page.shelf ? [...root.facets, page.shelf.facet] : root.facets);
    const model = await answer(page, root, q);
    if (!model) return;
    for (const box of document.querySelectorAll("input[name=q]")) /** @type {HTMLInputElement} */ (box).value = q.text;
    if (q.text) document.title = q.text + " | Suluh";
    await suluh.place(suluh.main, suluh.render(tree, model));
    if (!below) return;
    const column = suluh.main.querySelector(".col-main");
    const said = document.createElement("p"); // tells those who hear the page that it becomes longer
    said.className = "vh";
    said.setAttribute("role", "status");
    column?.append(said);
    const found = await below();
    if (!found) return;
    const section = document.createElement("div");
    await suluh.place(section, suluh.render(await suluh.load("templat-shelf-hits"), found));
    column?.append(...section.childNodes);
    said.textContent = found.Heading + ": " + found.Found + ".";
  };
  suluh.shown = show().catch((problem) => suluh.tell("bad", String(problem.message ?? problem)));
})();
