// The list of decisions under a filter, in the export: what site/decision.go does with the query string. The rows, their
// facets and all names come from the shard "putusan"; the page is made from the server's template.
"use strict";

(() => {
  /**
   * @typedef {{Rows: any[], Note: string, Total: number, Figures: string}} ListPage
   * @typedef {{Page: ListPage, Facets: string[], Titles: Record<string, string>, Names: Record<string, Record<string, string>>,
   *   Rows: Record<string, string[]>[], MaxChoices: number, Newest: string}} Shard
   * @typedef {Record<string, string[]>} Filter
   */

  /**
   * Whether the values of a decision pass a filter.
   * @param {Filter} values
   * @param {Filter} wanted
   */
  const passes = (values, wanted) => Object.entries(wanted).every(([facet, any]) => any.length === 0 || any.some((v) => (values[facet] ?? []).includes(v)));

  /**
   * The address of the list under a filter, keys in order as Go writes them.
   * @param {Filter} filter
   */
  const address = (filter) => {
    const query = new URLSearchParams();
    for (const facet of Object.keys(filter).sort()) for (const value of filter[facet]) query.append(facet, value);
    const asked = suluh.query.get("tanggal");
    if (asked) query.append("tanggal", asked);
    const words = query.toString();
    return "/putusan" + (words && "?" + words);
  };

  /**
   * How many decisions each value of a facet leaves, without the filter by the facet itself.
   * @param {Shard} shard
   * @param {Filter} chosen
   * @param {string} facet
   * @returns {[string, number][]}
   */
  const count = (shard, chosen, facet) => {
    /** @type {Map<string, number>} */
    const n = new Map();
    for (const values of shard.Rows) {
      if (!passes(values, { ...chosen, [facet]: [] })) continue;
      for (const value of values[facet] ?? []) n.set(value, (n.get(value) ?? 0) + 1);
    }
    const byName = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);
    return [...n].sort(([a, x], [b, y]) => (facet === shard.Newest ? byName(b, a) : y - x || byName(a, b)));
  };

  /**
   * The choices of the side.
   * @param {Shard} shard
   * @param {Filter} chosen
   */
  const filters = (shard, chosen) => {
    const out = [];
    for (const facet of shard.Facets) {
      const mine = chosen[facet] ?? [];
      const choices = [];
      for (const [value, n] of count(shard, chosen, facet)) {
        const on = mine.includes(value);
        if (choices.length === shard.MaxChoices && !on) continue;
        choices.push({ Href: address({ ...chosen, [facet]: on ? [] : [value] }), Text: shard.Names[facet][value], N: n, On: on });
      }
      if (choices.length > 1 || (mine.length > 0 && choices.length > 0)) out.push({ Title: shard.Titles[facet], Choices: choices });
    }
    return out;
  };

  const show = async () => {
    /** @type {[Shard, any]} */
    const [shard, tree] = await Promise.all([suluh.load("putusan"), suluh.load("templat-decisions")]);
    /** @type {Filter} */
    const chosen = {};
    for (const facet of shard.Facets) {
      const values = suluh.query.getAll(facet);
      if (values.length) chosen[facet] = values;
    }
    const asked = suluh.query.get("tanggal");
    const withDay = (/** @type {string} */ href) => (asked ? href + (href.includes("?") ? "&" : "?") + "tanggal=" + asked : href);
    const page = {
      ...shard.Page,
      Rows: shard.Page.Rows.filter((_, i) => passes(shard.Rows[i], chosen)).map((row) => ({ ...row, Href: withDay(row.Href) })),
      Figures: withDay(shard.Page.Figures),
      Filters: filters(shard, chosen),
      Chosen: shard.Facets.flatMap((facet) => (chosen[facet] ?? []).map((value) => ({
        Href: address({ ...chosen, [facet]: [] }), Text: shard.Titles[facet] + ": " + (shard.Names[facet][value] ?? value),
      }))),
      On: withDay,
    };
    await suluh.place(/** @type {Element} */ (document.getElementById("isi")), suluh.render(tree, page));
  };
  show().catch((problem) => suluh.tell("bad", String(problem.message ?? problem)));
})();
