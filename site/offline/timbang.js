// The engine of the charging guide, as corpus/charge in Go: it weighs facts against offences, element by element. The
// rules and every sentence come from there (charge.Data); only the weighing itself is written again, under the same names,
// so that the two can be read side by side. Days are YYYY-MM-DD, which can be compared as they stand; "" is no day.
"use strict";

(() => {
  /** @type {Record<string, Guide.State>} */
  const state = { yes: "ya", no: "tidak", unknown: "belum diketahui" };

  /** @type {Record<Guide.Status, number>} */
  const statusRank = { fits: 0, fits_if: 1, excluded: 2, not_law: 3 };

  const factDay = "tanggal";
  const factUntil = "tanggal-akhir";
  const largestNumber = 2n ** 63n - 1n; // that Go can count

  /** @param {string[]} ids */
  const unique = (ids) => [...new Set(ids)];

  /**
   * @param {boolean | undefined} answer
   * @returns {Guide.State}
   */
  const stateOf = (answer) => (answer === undefined ? state.unknown : answer ? state.yes : state.no);

  /**
   * The state of a condition and the facts that made it: those that decided it, or those that are missing. None is
   * always met.
   * @param {Guide.Condition | null} c
   * @param {Guide.Facts} f
   * @returns {[Guide.State, string[]]}
   */
  const weighCondition = (c, f) => {
    if (c === null) return [state.yes, []];
    if (typeof c === "string") return [stateOf(f.answers[c]), [c]];
    if (c.not) {
      const [s, because] = weighCondition(c.not, f);
      return [s === state.yes ? state.no : s === state.no ? state.yes : s, because];
    }
    if (c.all) return weighList(c.all, f, state.no, state.yes);
    if (c.any) return weighList(c.any, f, state.yes, state.no);
    if (!c.atLeast) throw new Error(`unknown condition ${JSON.stringify(c)}`);
    const n = f.numbers[c.atLeast.fact];
    return [stateOf(n === undefined ? undefined : n >= c.atLeast.n), [c.atLeast.fact]];
  };

  /**
   * Weighs a list that one member in the deciding state decides; it is in the other state when all members are.
   * @param {Guide.Condition[]} list
   * @param {Guide.Facts} f
   * @param {Guide.State} deciding
   * @param {Guide.State} other
   * @returns {[Guide.State, string[]]}
   */
  const weighList = (list, f, deciding, other) => {
    /** @type {Record<Guide.State, string[]>} */
    const found = { ya: [], tidak: [], "belum diketahui": [] };
    for (const c of list) {
      const [s, because] = weighCondition(c, f);
      found[s].push(...because);
    }
    for (const s of [deciding, state.unknown]) if (found[s].length > 0) return [s, unique(found[s])];
    return [other, unique(found[other])];
  };

  /**
   * Calls yield for every fact that a condition asks for.
   * @param {Guide.Condition | null} c
   * @param {(id: string) => void} found
   */
  const factsOf = (c, found) => {
    if (c === null) return;
    if (typeof c === "string") {
      found(c);
      return;
    }
    if (c.atLeast) found(c.atLeast.fact);
    for (const part of [...(c.all ?? []), ...(c.any ?? []), ...(c.not ? [c.not] : [])]) factsOf(part, found);
  };

  /**
   * Whether an offence could be committed on some day from one to another.
   * @param {Guide.Offence} o
   * @param {string} from
   * @param {string} until
   */
  const isLaw = (o, from, until = from) => until >= o.from && (o.until === "" || o.until >= from);

  /**
   * The penalty of a day, from a list in the order of the days.
   * @param {Guide.Penalty[]} penalties
   * @param {string} day
   */
  const penaltyOn = (penalties, day) => penalties.slice(1).reduce((p, next) => (day >= next.from ? next : p), penalties[0]);

  /**
   * The day after a day.
   * @param {string} day
   */
  const nextDay = (day) => {
    const d = new Date(day + "T00:00:00Z");
    d.setUTCDate(d.getUTCDate() + 1);
    return d.toISOString().slice(0, 10);
  };

  /**
   * Whether a text is a day of the calendar.
   * @param {string} s
   */
  const isDay = (s) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(s)) return false;
    const d = new Date(s + "T00:00:00Z");
    return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === s;
  };

  /**
   * A text in quotes, as %q in Go.
   * @param {string} s
   */
  const quote = (s) => {
    /** @type {Record<string, string>} */
    const short = { '"': '\\"', "\\": "\\\\", "\x07": "\\a", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v" };
    const quoted = Array.from(s, (c) => {
      if (short[c]) return short[c];
      if (/^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(c)) return c;
      const code = Number(c.codePointAt(0));
      const hex = (/** @type {number} */ digits) => code.toString(16).padStart(digits, "0");
      return code < 0x80 ? "\\x" + hex(2) : code < 0x10000 ? "\\u" + hex(4) : "\\U" + hex(8);
    });
    return '"' + quoted.join("") + '"';
  };

  /** @param {number} n */
  const rupiah = (n) => (n === 0 ? "" : "Rp" + String(n).replace(/\B(?=(\d{3})+$)/g, "."));

  /** The part of a charge that is proved; charges that fit keep the order of the rules. @param {Guide.Charge} c */
  const share = (c) => {
    if (c.status !== "fits_if") return 0;
    const asked = c.elements.filter((e) => e.element.when !== null);
    return asked.filter((e) => e.state === state.yes).length / Math.max(asked.length, 1);
  };

  /**
   * @param {Guide.Offence} o
   * @param {string} id
   */
  const relationTo = (o, id) => o.relations?.find((rel) => rel.to === id) ?? null;

  /** @param {Guide.Amount} a @param {Guide.Amount} b */
  const sameAmount = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /**
   * Compares two penalties for the accused (UU 1/2023 Pasal 3 ayat (1)): negative if a is more lenient.
   * @param {Guide.Amount} a
   * @param {Guide.Amount} b
   */
  const lenience = (a, b) => {
    const ranks = [a, b].map((x) => [
      x.Life ? Infinity : Math.max(x.PrisonMax, x.DetentionMax),
      x.PrisonMin,
      x.Mode === "dan" || x.Mode === "" ? 1 : 0, // whether a fine alone is not enough
      x.FineMax,
      x.FineMin,
    ]);
    const i = ranks[0].findIndex((n, i) => n !== ranks[1][i]);
    return i < 0 ? 0 : ranks[0][i] < ranks[1][i] ? -1 : 1;
  };

  /** The offences, the questions and the notes. */
  class Rules {
    /** @param {Guide.Data} data */
    constructor(data) {
      this.data = data;
      this.offences = new Map(data.offences.map((o) => [o.id, o]));
      this.facts = new Map(data.facts.map((f) => [f.id, f]));
    }

    /**
     * A sentence with its blanks filled; the forms are those of Go.
     * @param {string} name
     * @param {...(string | number)} values
     */
    say(name, ...values) {
      const form = this.data.phrases[name];
      if (form === undefined) throw new Error(`no phrase ${name}`);
      return form.replace(/%[sdq]/g, (blank) => {
        const value = String(values.shift());
        return blank === "%q" ? quote(value) : value;
      });
    }

    /**
     * A day in Indonesian, "19 April 2007".
     * @param {string} day
     */
    long(day) {
      if (day === "") return "";
      const [y, m, d] = day.split("-").map(Number);
      return `${d} ${this.data.months[m - 1]} ${y}`;
    }

    /**
     * Puts one answer, as an address writes it, into the facts. Returns what is wrong with it.
     * @param {Guide.Facts} f
     * @param {string} id
     * @param {string} value
     * @returns {string}
     */
    set(f, id, value) {
      if (value === "") return "";
      switch (this.facts.get(id)?.type) {
        case "tanggal":
          if (!isDay(value)) return this.say("badDay", id, this.say("notADay", value));
          if (id === factDay) f.day = value;
          else f.until = value;
          return "";
        case "angka": {
          const n = /^[+-]?\d+$/.test(value) ? BigInt(value.replace("+", "")) : -1n;
          if (n < 0n || n > largestNumber) return this.say("badNumber", id, value);
          f.numbers[id] = n;
          return "";
        }
        default:
          if (value === "ya" || value === "tidak") f.answers[id] = value === "ya";
          else if (value !== "tidak-tahu") return this.say("badAnswer", id, value);
          return "";
      }
    }

    /**
     * What is wrong with the days.
     * @param {Guide.Facts} f
     * @returns {string}
     */
    contradiction(f) {
      return f.day === "" || f.until === "" || f.until >= f.day ? "" : this.say("untilBefore", factUntil, f.until, factDay, f.day);
    }

    /**
     * Whether a question is asked beside the other answers.
     * @param {Guide.Fact} fact
     * @param {Guide.Facts} f
     */
    isAsked(fact, f) {
      return weighCondition(fact.when, f)[0] === state.yes;
    }

    /**
     * The facts that bear on the notes and on the offences which are law on the days of the act and are not excluded.
     * @param {Guide.Facts} f
     * @returns {Set<string>}
     */
    askedBy(f) {
      const until = f.until < f.day ? f.day : f.until;
      const asked = new Set([factDay, factUntil]);
      const add = (/** @type {{when: Guide.Condition | null}} */ { when }) => factsOf(when, (id) => asked.add(id));
      this.data.notes.forEach(add);
      for (const o of this.data.offences) {
        if (!isLaw(o, f.day, until) || o.elements.some((e) => weighCondition(e.when, f)[0] === state.no)) continue;
        o.elements.forEach(add);
        o.aggravations?.forEach(add);
      }
      return asked;
    }

    /**
     * Answers the facts. The day must be set.
     * @param {Guide.Facts} given
     * @returns {Guide.Answer}
     */
    weigh(given) {
      const facts = given.until < given.day ? { ...given, until: given.day } : given;
      const charges = this.data.offences.map((o) => this.weighOffence(o, facts));
      charges.sort((x, y) => statusRank[x.status] - statusRank[y.status] || share(y) - share(x));
      this.arrange(charges);
      const notes = this.data.notes.filter((n) => weighCondition(n.when, facts)[0] === state.yes);
      return { facts, charges, notes, missing: this.missing(charges) };
    }

    /**
     * @param {Guide.Offence} o
     * @param {Guide.Facts} f
     * @returns {Guide.Charge}
     */
    weighOffence(o, f) {
      const elements = o.elements.map((element) => {
        const [s, because] = weighCondition(element.when, f);
        return { element, state: s, because };
      });
      const states = elements.map((e) => e.state);
      /** @type {Guide.Charge} */
      const c = { offence: o, status: "fits", place: "", elements, sentence: null, later: null, reasons: [] };
      if (states.includes(state.no)) c.status = "excluded";
      else if (states.includes(state.unknown)) c.status = "fits_if";
      if (!isLaw(o, f.day, f.until)) {
        c.status = "not_law";
        c.reasons.push(this.notLaw(o, f.day));
        return c;
      }
      const day = f.day < o.from ? o.from : f.day;
      c.sentence = this.sentence(o, f, day);
      if (f.day !== f.until && (!isLaw(o, f.day) || !isLaw(o, f.until))) {
        c.reasons.push({ text: this.say("spans", this.long(f.day), this.long(f.until)), cite: [o.portion] });
      }
      if (c.status !== "excluded") c.later = this.changeAfter(o, f, day);
      return c;
    }

    /**
     * @param {Guide.Offence} o
     * @param {string} day
     * @returns {Guide.Reason}
     */
    notLaw(o, day) {
      if (day < o.from) return { text: this.say("notYet", this.long(o.from)), cite: [o.portion] };
      return { text: this.say("noMore", this.long(o.until)), cite: [o.portion, ...(o.endedBy ? [o.endedBy] : [])] };
    }

    /**
     * How the law changed for an offence between the act and the day of the weighing.
     * @param {Guide.Offence} o
     * @param {Guide.Facts} f
     * @param {string} day
     * @returns {Guide.Change | null}
     */
    changeAfter(o, f, day) {
      if (day >= f.today) return null;
      const before = this.sentence(o, f, day).final;
      if (isLaw(o, f.today)) {
        const later = penaltyOn(o.penalties, f.today);
        if (later === penaltyOn(o.penalties, day)) return null;
        return this.change(later.from, o, before, f, later, []);
      }
      const cite = o.endedBy ? [o.endedBy] : [];
      const next = this.offences.get(o.successor);
      if (next) return this.change(nextDay(o.until), next, before, f, penaltyOn(next.penalties, f.today), cite);
      return { day: nextDay(o.until), offence: null, before, after: null, lenient: "", cite, doubt: "" };
    }

    /**
     * @param {string} day
     * @param {Guide.Offence} o
     * @param {Guide.Amount} before
     * @param {Guide.Facts} f
     * @param {Guide.Penalty} penalty
     * @param {string[]} cite
     * @returns {Guide.Change}
     */
    change(day, o, before, f, penalty, cite) {
      const after = this.sentence(o, f, f.today).final;
      const lenient = { "-1": "lama", 0: "sama", 1: "baru" }[lenience(before, after)] ?? "";
      return { day, offence: o, before, after, lenient, cite: [...cite, ...penalty.cite], doubt: penalty.doubt };
    }

    /**
     * The facts that charges which may fit still wait for, by how many wait.
     * @param {Guide.Charge[]} charges
     */
    missing(charges) {
      /** @type {Map<string, number>} */
      const count = new Map();
      for (const c of charges) {
        if (share(c) === 0) continue;
        for (const e of c.elements) {
          if (e.state === state.unknown) for (const id of e.because) count.set(id, (count.get(id) ?? 0) + 1);
        }
      }
      return [...count].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    }

    /**
     * The penalty of an offence on a day, with its arithmetic.
     * @param {Guide.Offence} o
     * @param {Guide.Facts} f
     * @param {string} day
     * @returns {Guide.Sentence}
     */
    sentence(o, f, day) {
      const p = penaltyOn(o.penalties, day);
      const base = p.amount;
      /** @type {Guide.Sentence} */
      const s = { steps: [{ text: this.say("base"), amount: base, cite: p.cite, doubt: p.doubt, corporate: false }], final: base, ifProved: [] };
      let replaced = false;
      const open = [];
      for (const a of o.aggravations ?? []) {
        const [known] = weighCondition(a.when, f);
        if (known === state.no || (replaced && a.third && !a.corporate)) continue;
        if (known === state.unknown) {
          open.push(a);
          continue;
        }
        const step = this.step(a, base, s.final, day);
        s.steps.push(step);
        if (step.corporate) continue;
        s.final = step.amount;
        replaced ||= a.penalties !== null;
      }
      const capped = this.capped(s.final);
      if (!sameAmount(capped, s.final)) {
        s.final = capped;
        s.steps.push({ text: this.say("longest"), amount: capped, cite: null, doubt: this.say("longestWhy"), corporate: false });
      }
      for (const a of open) {
        const step = this.step(a, base, s.final, day);
        s.ifProved.push({ ...step, text: this.say("ifProved", step.text), amount: this.capped(step.amount) });
      }
      return s;
    }

    /**
     * The amount within the longest term.
     * @param {Guide.Amount} a
     * @returns {Guide.Amount}
     */
    capped(a) {
      if (a.Life) return a;
      const longest = this.data.longestTerm;
      return { ...a, PrisonMin: Math.min(a.PrisonMin, longest), PrisonMax: Math.min(a.PrisonMax, longest) };
    }

    /**
     * Applies an aggravation to what the penalty has become. A third is a third of the base.
     * @param {Guide.Aggravation} a
     * @param {Guide.Amount} base
     * @param {Guide.Amount} now
     * @param {string} day
     * @returns {Guide.Step}
     */
    step(a, base, now, day) {
      const onlyFine = (/** @type {number} */ FineMin, /** @type {number} */ FineMax) => ({
        PrisonMin: 0, PrisonMax: 0, Life: false, DetentionMin: 0, DetentionMax: 0, FineMin, FineMax, Mode: "",
      });
      const third = (/** @type {number} */ n) => Math.trunc(n / 3);
      const s = { text: a.text, amount: { ...now }, cite: a.cite, doubt: a.doubt, corporate: a.corporate };
      if (a.penalties) {
        const p = penaltyOn(a.penalties, day);
        s.amount = p.amount;
        s.cite = unique([...a.cite, ...p.cite]);
        s.doubt = `${a.doubt} ${p.doubt}`.trim();
      } else if (a.times > 0) {
        s.text = this.say("times", a.text, a.times);
        s.amount = onlyFine(base.FineMin * a.times, base.FineMax * a.times);
        s.corporate = true;
        return s;
      } else {
        s.text = this.say("third", a.text);
        if (a.prison) {
          s.amount.PrisonMin += third(base.PrisonMin);
          s.amount.PrisonMax += third(base.PrisonMax);
        }
        if (a.fine) {
          s.amount.FineMin += third(base.FineMin);
          s.amount.FineMax += third(base.FineMax);
        }
      }
      if (a.corporate) s.amount = onlyFine(s.amount.FineMin, s.amount.FineMax);
      return s;
    }

    /**
     * A penalty as a lawyer reads it.
     * @param {Guide.Amount} a
     * @returns {string}
     */
    words(a) {
      const bounds = (/** @type {string} */ least, /** @type {string} */ upTo, /** @type {string} */ most) =>
        least === "" ? this.say(upTo, most) : this.say("range", least, most);
      const parts = [];
      if (a.PrisonMax > 0 || a.Life) {
        parts.push(this.say("prison", bounds(this.term(a.PrisonMin), "mostTerm", a.Life ? this.say("life") : this.term(a.PrisonMax))));
      }
      if (a.DetentionMax > 0) parts.push(this.say("detention", bounds(this.term(a.DetentionMin), "mostTerm", this.term(a.DetentionMax))));
      if (a.FineMax > 0) parts.push(this.say("fine", bounds(rupiah(a.FineMin), "mostFine", rupiah(a.FineMax))));
      return parts.join(` ${a.Mode || "dan"} `);
    }

    /**
     * A term of months: "1 tahun 4 bulan"; "" for none.
     * @param {number} n
     */
    term(n) {
      const parts = [];
      if (n >= 12) parts.push(this.say("years", Math.trunc(n / 12)));
      if (n % 12 > 0) parts.push(this.say("months", n % 12));
      return parts.join(" ");
    }

    /**
     * Proposes the place of each charge that fits.
     * @param {Guide.Charge[]} charges in order; those that fit first
     */
    arrange(charges) {
      const fits = charges.filter((c) => c.status === "fits");
      const i = this.primary(fits);
      if (i > 0) {
        fits.unshift(...fits.splice(i, 1));
        charges.splice(0, fits.length, ...fits);
      }
      fits.forEach((c, i) => {
        if (i === 0) {
          c.place = "primair";
          c.reasons.push({ text: this.say("primary"), cite: [] });
          return;
        }
        const [place, why] = this.place(fits[0].offence, c.offence);
        c.place = place;
        c.reasons.push(why);
      });
    }

    /**
     * The first charge against which no other fitting one is the special law, and which does not stand after another by
     * its own relations.
     * @param {Guide.Charge[]} fits
     */
    primary(fits) {
      const yields = (/** @type {Guide.Charge} */ c) =>
        fits.some((other) => relationTo(other.offence, c.offence.id)?.type === "khusus" || relationTo(c.offence, other.offence.id)?.type === "subsidair");
      return Math.max(0, fits.findIndex((c) => !yields(c)));
    }

    /**
     * How an offence stands beside the first charge, and why.
     * @param {Guide.Offence} first
     * @param {Guide.Offence} o
     * @returns {[string, Guide.Reason]}
     */
    place(first, o) {
      const mine = relationTo(first, o.id);
      if (mine) return [mine.type === "kumulatif" || mine.type === "alternatif" ? mine.type : "subsidair", { text: mine.why, cite: mine.cite }];
      const its = relationTo(o, first.id);
      if (its) return [its.type === "kumulatif" || its.type === "subsidair" ? its.type : "alternatif", { text: its.why, cite: its.cite }];
      if (first.family === o.family) return ["subsidair", { text: this.say("sameFamily"), cite: [] }];
      return ["kumulatif", { text: this.say("other"), cite: [] }];
    }

    /**
     * The decisions on the article of an offence whose facts are like those given, the closest first. Only facts that both
     * know count.
     * @param {Guide.Facts} f
     * @param {Guide.Offence} o
     * @returns {{decision: number, shared: string[], differ: string[]}[]}
     */
    like(f, o) {
      const out = [];
      for (const decision of o.decisions ?? []) {
        const { yes, no } = this.data.decisions?.[decision] ?? { yes: null, no: null };
        const known = this.data.facts.filter(({ id }) => f.answers[id] !== undefined).map(({ id }) => id);
        const shared = known.filter((id) => f.answers[id] && yes?.includes(id));
        const differ = known.filter((id) => (f.answers[id] ? no : yes)?.includes(id));
        if (shared.length >= this.data.minShared) out.push({ decision, shared, differ });
      }
      return out.sort((a, b) => b.shared.length - b.differ.length - (a.shared.length - a.differ.length));
    }
  }

  window.suluh = Object.assign(window.suluh ?? {}, { Rules });
})();
