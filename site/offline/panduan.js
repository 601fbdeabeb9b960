// The charging guide of the export: reads the facts from the address, as the server does, weighs them (timbang.js) and
// shows the server's page. No fact leaves the browser. The functions follow site/charge.go, name by name; the models
// have the names of its structs, for the templates ask for those.
"use strict";

(() => {
  /**
   * What site/exportguide.go hands over.
   * @typedef {{Href: string, Text: string, Caption: string}} Link
   * @typedef {{rules: Guide.Data, links: Record<string, Link>, offences: Record<string, {anchor: string, meanings: Record<string, string>}>,
   *   cases: any[] | null, examples: Link[], phrases: Record<string, string>, classes: Record<string, string>, lenient: string,
   *   first: string, last: string, limits: {possible: number, charges: number, missing: number, like: number}, version: string}} GuideData
   */

  const guideAddress = "/panduan/pasal";

  /**
   * Adds the day of the act to an address, so that it opens in the wording of that day; "" leaves it as it is.
   * @param {string} href
   * @param {string} day
   */
  const keepDay = (href, day) => {
    if (day === "" || !href.startsWith("/")) return href;
    const [address, ...fragment] = href.split("#");
    return [`${address}${address.includes("?") ? "&" : "?"}tanggal=${day}`, ...fragment].join("#");
  };

  /** Takes the white space off the ends of an answer, as Go does. @param {string} s */
  const trimmed = (s) => s.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

  /** The pages of the guide. */
  class GuidePages {
    /** @param {GuideData} data */
    constructor(data) {
      this.data = data;
      this.rules = new window.suluh.Rules({ ...data.rules, phrases: { ...data.rules.phrases, ...data.phrases } });
    }

    /**
     * Reads the answers from an address. What cannot be read is told and left out.
     * @param {URLSearchParams} query
     * @param {string} today
     * @returns {[Guide.Facts, string[]]}
     */
    readFacts(query, today) {
      /** @type {Guide.Facts} */
      const f = { day: "", until: "", today, answers: {}, numbers: {} };
      const problems = [];
      for (const fact of this.data.rules.facts) {
        problems.push(this.rules.set(f, fact.id, trimmed(query.get(fact.id) ?? "")));
      }
      for (const day of /** @type {["day", "until"]} */ (["day", "until"])) {
        if (f[day] === "" || (f[day] >= this.data.first && f[day] <= this.data.last)) continue;
        problems.push(this.rules.say("outside", this.long(this.data.first), this.long(this.data.last), this.long(f[day])));
        f[day] = "";
      }
      const contradiction = this.rules.contradiction(f);
      if (contradiction) f.until = "";
      return [f, [...problems, contradiction].filter((message) => message !== "")];
    }

    /**
     * The day of the weighing: that of the copy, as its pages say, but that of the clock once the law of the guide has
     * changed since.
     * @param {string} copyDay
     * @param {string} clock
     */
    weighingDay(copyDay, clock) {
      const begins = (/** @type {{from: string}} */ { from }) => from > copyDay && from <= clock;
      const changed = this.data.rules.offences.some((o) => {
        const ends = o.until !== "" && o.until >= copyDay && o.until < clock;
        return ends || begins(o) || o.penalties.some(begins) || (o.aggravations ?? []).some((a) => a.penalties?.some(begins));
      });
      return changed ? clock : copyDay;
    }

    /** @param {string} day */
    long(day) {
      return this.rules.long(day);
    }

    /**
     * The answer to a question as an address writes it; "" if there is none.
     * @param {Guide.Facts} f
     * @param {Guide.Fact} fact
     */
    answerIn(f, fact) {
      if (fact.type === "tanggal") return fact.id === "tanggal" ? f.day : f.until;
      if (fact.type === "angka") return String(f.numbers[fact.id] ?? "");
      const yes = f.answers[fact.id];
      return yes === undefined ? "" : yes ? "ya" : "tidak";
    }

    /**
     * The answers as an address, in the order of the alphabet.
     * @param {Guide.Facts} f
     */
    queryOf(f) {
      const query = new URLSearchParams();
      for (const fact of this.data.rules.facts) {
        const value = this.answerIn(f, fact);
        if (value) query.set(fact.id, value);
      }
      query.sort();
      return query.toString();
    }

    /**
     * What an address holds of the basket for outreach; see site/basket.go.
     * @param {URLSearchParams} query
     */
    keptOf(query) {
      return ["tambah", "topik", "untuk", "waktu"].flatMap((Name) => query.getAll(Name).map((Value) => ({ Name, Value })));
    }

    /**
     * The page for an address.
     * @param {URLSearchParams} query
     * @param {string} today
     */
    page(query, today) {
      const [facts, problems] = this.readFacts(query, today);
      const asked = facts.day ? this.rules.askedBy(facts) : new Set(["tanggal", "tanggal-akhir"]);
      const groups = this.data.rules.groups.map((g) => this.questionGroup(g, facts, asked)).filter((g) => g.Questions.length > 0);
      const address = this.queryOf(facts);
      return {
        Groups: groups,
        Answered: groups.reduce((n, g) => n + g.Answered, 0),
        Kept: this.keptOf(query),
        On: (/** @type {string} */ href) => href, // the links of the page get the basket from keranjang.js
        Problems: problems,
        Answer: facts.day ? this.answer(this.rules.weigh(facts)) : null,
        Examples: this.data.examples,
        Markdown: facts.day && `${guideAddress}.md?${address}`,
        Docx: facts.day && `${guideAddress}.docx?${address}`,
      };
    }

    /**
     * The file note of an address, in Markdown; "" if the day of the act is not known.
     * @param {any} tree of its template
     * @param {URLSearchParams} query
     * @param {string} today
     */
    note(tree, query, today) {
      const { Answer } = this.page(query, today);
      return Answer ? window.suluh.render(tree, { ...Answer, Version: this.data.version }) : "";
    }

    /**
     * @param {{id: string, title: string}} group
     * @param {Guide.Facts} f
     * @param {Set<string>} asked
     */
    questionGroup(group, f, asked) {
      const questions = this.data.rules.facts
        .filter((fact) => fact.group === group.id)
        .map((fact) => ({ fact, value: this.answerIn(f, fact) }))
        .filter(({ fact, value }) => value !== "" || (asked.has(fact.id) && this.rules.isAsked(fact, f)));
      const answered = questions.filter(({ value }) => value !== "").length;
      return {
        ID: group.id,
        Title: group.title,
        Questions: questions.map(({ fact, value }) => this.question(fact, value)),
        Answered: answered,
        Open: answered > 0 || group.id === "waktu",
      };
    }

    /**
     * @param {Guide.Fact} fact
     * @param {string} value
     */
    question(fact, value) {
      return { ID: fact.id, Question: fact.question, Help: fact.help, Type: fact.type, Value: value };
    }

    /** @param {string} id */
    questionOf(id) {
      return this.rules.facts.get(id)?.question ?? "";
    }

    /**
     * Puts an answer into words.
     * @param {Guide.Answer} a
     */
    answer(a) {
      const { facts } = a;
      const { limits } = this.data;
      const out = {
        Day: this.long(facts.day),
        Until: facts.until === facts.day ? "" : this.long(facts.until),
        Today: this.long(facts.today),
        Facts: this.factsGiven(facts),
        Fits: /** @type {any[]} */ ([]),
        Possible: /** @type {any[]} */ ([]),
        MorePossible: /** @type {any[]} */ ([]),
        Excluded: /** @type {any[]} */ ([]),
        NotLaw: /** @type {{Why: string, Articles: Link[]}[]} */ ([]),
        First: /** @type {any[]} */ ([]),
        Notes: /** @type {any[]} */ ([]),
        Missing: /** @type {any[]} */ ([]),
        Doubts: /** @type {any[]} */ ([]),
      };
      for (const c of a.charges) {
        const article = (/** @type {string} */ day) => this.link(c.offence.portion, day);
        const title = c.offence.title;
        if (c.status === "fits") {
          out.Fits.push(this.charge(c, facts));
        } else if (c.status === "fits_if") {
          const view = this.charge(c, facts);
          if (view.Proved === 0) continue; // nothing speaks for it yet
          if (out.Possible.length < limits.possible && out.Fits.length + out.Possible.length < limits.charges) out.Possible.push(view);
          else out.MorePossible.push({ Article: view.Article, Title: title, Why: this.rules.say("proved", view.Proved, view.Asked) });
        } else if (c.status === "excluded") {
          const absent = c.elements.filter((e) => e.state === "tidak").map((e) => e.element.text);
          out.Excluded.push({ Article: article(this.whileLaw(c.offence, facts.day)), Title: title, Why: this.rules.say("absent", absent.join("; ")) });
        } else {
          this.addGap(out.NotLaw, c.reasons[0].text, article(facts.day));
        }
      }
      for (const n of a.notes) {
        (n.first ? out.First : out.Notes).push({ Text: n.text, Doubt: this.doubt(n.doubt), Cites: this.links(n.cite, "") });
      }
      for (const id of a.missing) {
        const fact = this.rules.facts.get(id);
        if (fact && this.rules.isAsked(fact, facts) && out.Missing.length < limits.missing) out.Missing.push(this.question(fact, ""));
      }
      this.numberDoubts(out);
      return out;
    }

    /**
     * Puts an article with those that are not law for the same reason.
     * @param {{Why: string, Articles: Link[]}[]} gaps
     * @param {string} why
     * @param {Link} article
     */
    addGap(gaps, why, article) {
      let gap = gaps.find((g) => g.Why === why);
      if (!gap) gaps.push((gap = { Why: why, Articles: [] }));
      if (!gap.Articles.some((other) => other.Href === article.Href && other.Text === article.Text)) gap.Articles.push(article);
    }

    /**
     * Lists every doubt of an answer once, and gives each place where it is raised its number.
     * @param {any} a
     */
    numberDoubts(a) {
      const number = (/** @type {any} */ view) => {
        const text = view?.Doubt.Text;
        if (!text) return;
        let doubt = a.Doubts.find((/** @type {any} */ d) => d.Text === text);
        if (!doubt) a.Doubts.push((doubt = { Text: text, Number: a.Doubts.length + 1 }));
        view.Doubt.Number = doubt.Number;
      };
      for (const c of [...a.Fits, ...a.Possible]) [c.Later, ...c.Elements, ...c.Steps, ...c.IfProved].forEach(number);
      a.Notes.forEach(number);
    }

    /** @param {string} text */
    doubt(text) {
      return { Text: text, Number: 0 };
    }

    /** @param {Guide.Facts} f */
    factsGiven(f) {
      return this.data.rules.facts
        .filter((fact) => fact.type !== "tanggal")
        .map((fact) => ({ Name: fact.question, Value: this.answerIn(f, fact) }))
        .filter(({ Value }) => Value !== "");
    }

    /**
     * The first day, from a day on, on which an offence is law. An act may span days.
     * @param {Guide.Offence} o
     * @param {string} day
     */
    whileLaw(o, day) {
      return day < o.from ? o.from : day;
    }

    /**
     * @param {Guide.Charge} c
     * @param {Guide.Facts} f
     */
    charge(c, f) {
      const day = this.whileLaw(c.offence, f.day);
      const elements = c.elements.map((e) => this.element(c.offence, e, day));
      const asked = c.elements.filter((e) => e.element.when !== null);
      const { steps = [], ifProved = [], final = null } = c.sentence ?? {};
      const shown = c.status === "fits" ? ifProved : []; // what else would raise it matters once the charge itself stands
      return {
        ID: this.data.offences[c.offence.id].anchor,
        Title: c.offence.title,
        Article: this.link(c.offence.portion, day),
        Place: c.place,
        Elements: elements,
        Steps: steps.map((s, i) => this.step(i + 1, s, day)),
        IfProved: shown.map((s, i) => this.step(steps.length + i + 1, s, day)),
        Final: final ? this.rules.words(final) : "",
        Reasons: c.reasons.map((r) => ({ Text: r.text, Doubt: this.doubt(""), Cites: this.links(r.cite, day) })),
        Later: c.later && this.later(c.later),
        Proved: asked.filter((e) => e.state === "ya").length,
        Asked: asked.length,
        Like: this.likeCases(f, c.offence),
        Counted: steps.length + shown.length > 1,
        ToProve: asked.map((e) => e.element.text),
      };
    }

    /**
     * The decisions on the article of an offence whose facts are the closest.
     * @param {Guide.Facts} f
     * @param {Guide.Offence} o
     */
    likeCases(f, o) {
      return this.rules.like(f, o).slice(0, this.data.limits.like).map((l, i) => ({
        Case: this.data.cases?.[l.decision],
        Same: l.shared.length,
        Shared: i === 0 ? l.shared.map((id) => this.questionOf(id)) : [], // the page would grow by a third with those of all
        Differs: l.differ.length,
      }));
    }

    /**
     * @param {Guide.Offence} o
     * @param {Guide.ElementState} e
     * @param {string} day
     */
    element(o, e, day) {
      return {
        Text: e.element.text,
        State: e.element.when === null ? this.rules.say("always") : e.state,
        Class: this.data.classes[e.state],
        Because: e.state === "ya" ? [] : e.because.map((id) => this.questionOf(id)), // else the facts are among the answers
        Cites: this.links(e.element.cite, day),
        Evidence: e.element.evidence,
        Doubt: this.doubt(e.element.doubt),
        Meaning: keepDay(this.data.offences[o.id].meanings[e.element.id] ?? "", day),
      };
    }

    /**
     * @param {number} number
     * @param {Guide.Step} s
     * @param {string} day
     */
    step(number, s, day) {
      return { Number: number, Text: s.text, Words: this.rules.words(s.amount), Doubt: this.doubt(s.doubt), Cites: this.links(s.cite ?? [], day) };
    }

    /**
     * How the law changed after the act and which version is more lenient.
     * @param {Guide.Change} c
     */
    later(c) {
      const text =
        c.offence && c.after
          ? this.rules.say("changed", this.long(c.day), this.link(c.offence.portion, "").Text, this.rules.words(c.after), this.rules.say(c.lenient))
          : this.rules.say("ended", this.long(c.day));
      return { Text: text, Doubt: this.doubt(c.doubt), Cites: this.links([...c.cite, this.data.lenient], "") };
    }

    /**
     * @param {string} portion
     * @param {string} day
     * @returns {Link}
     */
    link(portion, day) {
      const link = this.data.links[portion];
      return { ...link, Href: keepDay(link.Href, day) };
    }

    /**
     * @param {string[]} portions
     * @param {string} day
     */
    links(portions, day) {
      return portions.map((portion) => this.link(portion, day));
    }
  }

  /**
   * Gives a file to the reader.
   * @param {string} name
   * @param {Blob} content
   */
  const download = (name, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  /** @param {any} problem */
  const tellProblem = (problem) => suluh.tell("bad", String(problem?.message ?? problem));

  /** The file notes, in the order of their links on the page. They are made here, for there is no server to ask. */
  const notes = [
    { name: "catatan-pasal.md", of: async (/** @type {string} */ markdown) => new Blob([markdown], { type: "text/markdown" }) },
    {
      name: "catatan-pasal.docx",
      of: async (/** @type {string} */ markdown) => {
        await suluh.loadScript("dokumen");
        return suluh.docx(await suluh.load("dokumen"), markdown);
      },
    },
  ];

  /** Shows the guide for the address, and for every change of an answer. */
  const start = async () => {
    await suluh.loadScript("timbang");
    const [data, tree] = await Promise.all([suluh.load("panduan"), suluh.load("templat-charge")]);
    const guide = new GuidePages(data);
    const today = guide.weighingDay(suluh.copyDay, suluh.clockDay());

    /**
     * The page of an address, with the links of the copy.
     * @param {string} address
     */
    const pageAt = async (address) => {
      const page = document.createElement("div");
      const query = new URL(address).searchParams;
      await suluh.place(page, suluh.render(tree, guide.page(query, today)));
      page.querySelectorAll(".exports a").forEach((link, i) => {
        const { name, of } = notes[i];
        const make = async () => download(name, await of(guide.note(await suluh.load("templat-note"), query, today)));
        link.setAttribute("href", "#" + name);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          make().catch(tellProblem);
        });
      });
      return page;
    };

    const given = String(new URLSearchParams([...suluh.query].filter(([, value]) => value !== "")));
    if (given !== String(suluh.query)) history.replaceState(null, "", location.pathname + (given && "?" + given) + location.hash);
    if (given) {
      const page = await pageAt(location.href);
      document.querySelector(".cols-charge")?.replaceWith(/** @type {Element} */ (page.querySelector(".cols-charge")));
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
    const form = /** @type {HTMLFormElement} */ (document.getElementById("pertanyaan"));
    window.answerWhileAsked(form, pageAt);
    // Sent as a form, the facts would stand in the log of the host where the copy is on the web.
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.dispatchEvent(new Event("change"));
      document.getElementById("jawaban")?.scrollIntoView();
    });
  };

  window.suluh = Object.assign(window.suluh ?? {}, { GuidePages });
  if (suluh.page === "panduan/pasal") suluh.guide = start().catch(tellProblem);
})();
