// What the page of a search says of the imported works, in the export. They are searched apart from the core: below its
// hits, or alone if the visitor asks for them alone.
"use strict";

(() => {
  /**
   * @typedef {{hitsBeside: number, kinds: string[], facet: string, values: string[], names: string[], title: string,
   *   badge: {class: string, label: string}, words: Record<string, string>}} ShelfPage
   * @typedef {{name: string, title: string, past?: boolean, badges?: {Class: string, Label: string}[]}} Line
   * @typedef {{text: string, match: boolean}[]} Parts
   * @typedef {{keepDay: (href: string) => string, address: (q: any) => string, format: (sentence: string, ...values: (string | number)[]) => string}} Tools of cari.js
   * @typedef {{work: string, fragment: string}} Target
   */

  /** The works beyond the core, as the page of a search shows them. */
  class ShelfPages {
    /**
     * @param {{shelf: ShelfPage, laws: string[], names: Record<string, Record<string, string>>}} page
     * @param {Tools} tools
     */
    constructor({ shelf, laws, names }, tools) {
      this.page = shelf;
      this.kind = laws[0]; // the facets
      this.work = laws[1];
      this.coreWorks = names[this.work];
      this.tools = tools;
    }

    /** The search, which is loaded only when it is asked. */
    async open() {
      await suluh.loadScript("rak");
      return suluh.openShelf();
    }

    /**
     * Whether a question is for the imported works: what only decisions have is not, nor are works of the core.
     * @param {any} q
     */
    asksShelf({ filter }) {
      const { facet, values, kinds } = this.page;
      const asked = filter[facet] ?? [], works = filter[this.work] ?? [];
      return Object.keys(filter).every((f) => f === facet || f === this.kind || f === this.work) && (asked.length === 0 || asked.includes(values[1])) &&
        (works.length === 0 || works.some((/** @type {string} */ id) => !this.coreWorks[id])) &&
        (!filter[this.kind] || filter[this.kind].some((/** @type {string} */ kind) => kinds.includes(kind)));
    }

    /**
     * Whether a question is for the core. Whatever it asks, one of the two answers.
     * @param {any} q
     */
    asksCore(q) {
      const asked = q.filter[this.page.facet] ?? [], works = q.filter[this.work] ?? [];
      return !this.asksShelf(q) || ((asked.length === 0 || asked.includes(this.page.values[0])) &&
        (works.length === 0 || works.some((/** @type {string} */ id) => this.coreWorks[id])));
    }

    /**
     * The choice between the two. How many imported articles there are is known only when they are searched.
     * @param {any} q
     */
    filters(q) {
      const { facet, values, names, title } = this.page;
      return [{ Title: title, Choices: values.map((value, i) => {
        const on = (q.filter[facet] ?? []).includes(value);
        return { Href: this.tools.address({ text: q.text, filter: { ...q.filter, [facet]: on ? [] : [value] }, page: 1 }), Text: names[i], N: "", On: on };
      }) }];
    }

    /**
     * Asks the shelf.
     * @param {any} q
     * @param {boolean} alone
     * @param {number} perPage
     */
    async ask(q, alone, perPage) {
      const shelf = await this.open();
      return shelf.search({ text: q.text, corrected: suluh.corrected, kinds: q.filter[this.kind], works: q.filter[this.work], page: q.page, perPage, alone });
    }

    /**
     * A line of the list of hits.
     * @param {string} work
     * @param {string} article its number, "" for the whole work
     * @param {Line} line
     * @param {Parts} lead
     */
    line(work, article, line, lead) {
      const label = article === "" ? line.name : "Pasal " + article.toUpperCase();
      return {
        Href: this.tools.keepDay("/" + work + (article && "/pasal/" + article)), Label: label, Work: article && line.name,
        Caption: article ? "" : line.title, Path: article && line.title, Where: "", Snippet: lead.map((p) => ({ Text: p.text, Match: p.match })),
        Badges: [...(line.badges ?? []), this.page.badge], Past: line.past ?? false,
      };
    }

    /** @param {any} result */
    lines(result) {
      return result.hits.map((/** @type {any} */ h) => this.line(h.work, h.article, h.page, h.lead));
    }

    /**
     * How many articles were found. Not every list of documents is read, so it may be the least that it can be, or not known.
     * @param {any} result
     */
    count({ total, exact }) {
      if (!exact && total === 0) return this.page.words.notCounted;
      return this.tools.format(exact ? this.page.words.articles : this.page.words.atLeast, total);
    }

    /**
     * What must be said of the hits.
     * @param {any} result
     * @param {string} text
     */
    note(result, text) {
      const { words } = this.page;
      return [words.note,
        result.left.length > 0 && this.tools.format(words.left, result.left.join(", ")),
        result.corrected.length > 0 && this.tools.format(words.meant, result.corrected.join(", ")),
        /"[^"]+"|[“„][^”]+”/.test(text) && words.phrase].filter(Boolean).join(" ");
    }

    /**
     * What stands below the hits of the core; null if nothing was found.
     * @param {any} q
     */
    async beside(q) {
      const result = await this.ask(q, false, this.page.hitsBeside);
      if (result.hits.length === 0) return null;
      const more = { ...q, filter: { ...q.filter, [this.page.facet]: [this.page.values[1]] }, page: 1 };
      return {
        Heading: this.page.words.heading, Note: this.note(result, q.text), Found: this.count(result), Hits: this.lines(result),
        More: result.exact && result.total <= result.hits.length ? null : { Href: this.tools.address(more), Text: this.page.words.more },
      };
    }

    /**
     * Makes a page that shows the imported works alone.
     * @param {any} model
     * @param {any} q
     * @param {number} perPage
     * @param {number} maxPage
     */
    async alone(model, q, perPage, maxPage) {
      const result = await this.ask(q, true, perPage);
      model.Heading = this.tools.format(this.page.words.found, this.count(result), q.text);
      model.Message = this.note(result, q.text);
      model.Unknown = result.unknown;
      model.Hits = this.lines(result);
      model.Page = q.page;
      model.Pages = result.exact ? Math.max(q.page, Math.ceil(result.total / perPage)) : 0;
      model.First = (q.page - 1) * perPage + 1;
      if (q.page > 1) model.Previous = this.tools.address({ ...q, page: q.page - 1 });
      if (result.more && q.page < maxPage) model.Next = this.tools.address({ ...q, page: q.page + 1 });
      model.Filters = this.filters(q);
      return model;
    }

    /**
     * Lines for citations of imported works, which works those are, and what they do not have.
     * @param {Target[]} targets
     */
    async cited(targets) {
      const works = [], lines = [], missing = [];
      for (const { work: id, fragment } of targets) {
        if (id === "" || !await suluh.hasImported(id)) continue;
        const work = await (await this.open()).work(id);
        if (!work) continue;
        const article = fragment.split(".")[0].replace(/^pasal-/, "");
        const at = work.fragments.indexOf(article);
        if (fragment && at < 0) missing.push(this.tools.format(this.page.words.noArticle, work.page.name, suluh.fragmentLabel(fragment)));
        works.push(id);
        lines.push(this.line(id, at < 0 ? "" : article, work.page, at < 0 ? [] : [{ text: work.leads.split("\n")[at], match: false }]));
      }
      return { works, lines, missing };
    }
  }

  window.suluh = Object.assign(window.suluh ?? {}, { ShelfPages });
})();
