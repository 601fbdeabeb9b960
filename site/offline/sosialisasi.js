// Bundles for outreach that a visitor puts together, in the export: what site/outreach.go and site/meeting.go do with the
// query string. The pieces come from the shard "sosialisasi"; the pages are made from the server's templates. Without a
// query these pages are files of the export as they are.
"use strict";

(() => {
  /** @typedef {{Kind: string, Topic: any, From: number, Minutes: number}} Step */

  const documentPage = { lembar: "handout", salindia: "slides", rencana: "plan", kuis: "quiz" };

  /** @param {string} s */
  const escape = (s) => s.replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");

  /**
   * Puts values into a sentence with %s and %d.
   * @param {string} sentence
   * @param {any[]} values
   */
  const format = (sentence, ...values) => sentence.replace(/%[sd]/g, () => String(values.shift()));

  /**
   * Lays out a meeting, as corpus.NewPlan does.
   * @param {any} meeting
   * @param {any[]} topics
   */
  const newPlan = (meeting, topics) => {
    /** @type {Step[]} */
    const steps = [];
    const fit = [], left = [];
    let room = roomOf(meeting), at = 0;
    const add = (/** @type {string} */ kind, /** @type {any} */ topic, /** @type {number} */ minutes) => {
      if (minutes > 0) steps.push({ Kind: kind, Topic: topic, From: at, Minutes: minutes });
      at += minutes;
    };
    add("opening", null, meeting.Opening);
    for (const topic of topics) {
      const minutes = topic.Minutes[meeting.Length] ?? 0;
      if (minutes === 0 || minutes > room) {
        left.push(topic);
        continue;
      }
      room -= minutes;
      fit.push(topic);
      add("topic", topic, minutes);
    }
    add("exercise", null, meeting.Exercise);
    add("quiz", null, meeting.Quiz);
    add("questions", null, meeting.Questions + room);
    add("closing", null, meeting.Closing);
    return { steps, fit, left };
  };

  /** @param {any} meeting */
  const roomOf = (meeting) => meeting.Length - meeting.Opening - meeting.Exercise - meeting.Quiz - meeting.Questions - meeting.Closing;

  /**
   * What does not fit, and what would.
   * @param {any} shard
   * @param {any} meeting
   * @param {any[]} topics
   * @param {ReturnType<typeof newPlan>} plan
   */
  const overMessage = (shard, meeting, topics, plan) => {
    if (plan.left.length === 0) return "";
    const { Length } = meeting, minutes = (/** @type {any} */ topic) => topic.Minutes[Length] ?? 0;
    const named = (/** @type {any} */ topic) => topic.Title + " (" + minutes(topic) + " menit)";
    const tooLong = plan.left.filter(minutes), notMade = plan.left.filter((topic) => !minutes(topic));
    const out = [];
    if (tooLong.length) {
      const asked = topics.reduce((sum, topic) => sum + minutes(topic), 0);
      out.push(format(shard.Words.need, asked, Length, roomOf(meeting)), format(shard.Words.noRoom, tooLong.map(named).join(", ")));
    }
    if (notMade.length) out.push(format(shard.Words.notMade, Length, notMade.map((topic) => topic.Title).join(", ")));
    if (plan.fit.length) out.push(format(shard.Words.fit, plan.fit.map(named).join(", ")));
    const longer = shard.Meetings.find((/** @type {any} */ m) => m.Length > Length && newPlan(m, topics).left.length === 0);
    if (longer) out.push(format(shard.Words.longer, longer.Length));
    return [...out, shard.Words.handout].join(" ");
  };

  /**
   * The questions of the quiz, a minute each, from the topics in turn, each with its slide.
   * @param {any[]} topics
   * @param {number} most
   */
  const questionsOf = (topics, most) => {
    const out = [];
    for (let round = 0; topics.some((topic) => round < topic.Questions.length); round++) {
      for (const topic of topics) {
        const question = topic.Questions[round];
        if (!question || out.length === most) continue;
        const at = topic.Slides.length - topic.Questions.length + round;
        const slide = topic.Slides[at], plain = { ...topic.Plain.Slides[at] };
        plain.Title = plain.Title.replace(/^Kuis \d+/, "Kuis " + (out.length + 1));
        out.push({ question: { ...question, Plain: topic.Plain.Why[round] }, plain, slide: { ...slide, Title: slide.Title.replace(/^Kuis \d+/, "Kuis " + (out.length + 1)) } });
      }
    }
    return out;
  };

  /**
   * An item that was added from another page: a wording, a comparison or a drawing with itself, a decision with its name
   * and the way to it, since its facts are on its page only.
   * @param {any} shard
   * @param {string} key
   */
  const extraOf = async (shard, key) => {
    const none = { Text: "", Label: "", Class: "", Badge: "", By: [] };
    const item = { Key: key, Kind: "", Title: "", Href: "/" + key, Source: "", Status: none, Marks: [], Body: new suluh.SafeHTML(""), Plain: "", Drawing: null };
    const lines = (/** @type {string} */ text) => text.split("\n").map((l) => "<p>" + escape(l) + "</p>").join("");
    if (key.startsWith("gambar/")) {
      const drawing = shard.Drawings[key.slice("gambar/".length)];
      return drawing && { ...item, Kind: "Gambar", Title: drawing.Title, Href: "", Body: new suluh.SafeHTML(drawing.Picture), Plain: drawing.Alt, Drawing: drawing };
    }
    if (key.startsWith("putusan/")) {
      const row = (await suluh.load("putusan")).Page.Rows.find((/** @type {any} */ r) => r.Href === "/" + key);
      return row && { ...item, Kind: "Putusan", Title: row.Title, Source: row.Number + ", " + row.Court + ", " + row.Decided + ". " + row.Outcome + ". Faktanya ada di halaman putusan ini." };
    }
    if (key.startsWith("banding?")) {
      const { sides, ready } = await suluh.comparison(await suluh.load("banding"), new URLSearchParams(key.slice("banding?".length)));
      if (!ready) return undefined;
      const pieces = (/** @type {any[]} */ ps) => ps.map((p) => (p.Differs ? "<ins>" + escape(p.Text) + "</ins>" : escape(p.Text))).join(" ");
      const body = sides.map((side) => '<div class="side"><h4>' + escape(side.Label) + "</h4>" + side.Paragraphs.map((/** @type {any[]} */ ps) => "<p>" + pieces(ps) + "</p>").join("") + "</div>").join("");
      return {
        ...item, Kind: "Perbandingan", Title: sides.map((side) => side.Label).join(" dan "), Source: "Kata yang digarisbawahi tidak ada di sisi lain.",
        Body: new suluh.SafeHTML('<div class="sides">' + body + "</div>"), Plain: sides.map((side) => side.Label + "\n" + side.text).join("\n"),
      };
    }
    const [work, fragment = ""] = key.split("#");
    const finder = await suluh.citations();
    const ref = { work, fragment };
    if (!fragment) return undefined;
    await finder.learnWorks([work]);
    if (!finder.has(ref)) return undefined;
    const found = await suluh.wording(work, fragment, suluh.askedDay);
    return found && { ...item, Kind: "Pasal", Title: (finder.label(ref) + " " + found.caption).trim(), Href: found.Href, Source: shard.Sources[work], Status: found.Status, Marks: found.Marks, Body: new suluh.SafeHTML(lines(found.text)), Plain: found.text };
  };

  /**
   * What is to be checked again in a topic on a day.
   * @param {any} topic
   * @param {string} day
   * @returns {any[]}
   */
  const staleOn = (topic, day) => topic.Stale.reduce((/** @type {any[]} */ last, /** @type {any} */ s) => (s.From <= day ? s.Notices ?? [] : last), []);

  /**
   * Shares out sources among the lines of a slide.
   * @param {string[]} works
   */
  const inLines = (works) => {
    const perLine = Math.max(1, Math.ceil(works.length / mostSources));
    return works.map((_, i) => works.slice(i * perLine, (i + 1) * perLine).join("; ")).filter((l) => l);
  };
  const mostSources = 5, mostOnSlide = 420;

  /**
   * The slide that says that the law has changed, none if it has not.
   * @param {any} shard
   * @param {any[]} notices
   */
  const staleSlides = (shard, notices) => {
    if (!notices.length) return [];
    const where = [...new Set(notices.map((n) => n.Where))];
    const lines = where.length > mostSources ? [...where.slice(0, mostSources - 1), "dan " + (where.length - mostSources + 1) + " bagian lain, dalam catatan"] : where;
    return [{ Title: shard.Words.recheck, Class: "recheck-slide", Lines: lines, Note: notices.map((n) => n.Where + ": " + n.Text).join("\n\n"), Drawing: null }];
  };

  /** @param {any} e an item that was added */
  const extraSlide = (e) => {
    if (e.Drawing) return { Title: e.Title, Class: "", Lines: [], Note: e.Drawing.Alt, Drawing: e.Drawing };
    const lines = [...e.Plain].length > mostOnSlide ? [e.Kind + " ini panjang; bacalah lengkap di lembar bacaan."] : e.Plain.split("\n").filter(Boolean);
    if (e.Status.Text) lines.push(e.Status.Label + " " + e.Status.Text);
    return { Title: e.Title, Class: "", Lines: lines.length ? lines : [e.Source], Note: (e.Source + "\n\n" + e.Status.Label + " " + e.Status.Text).trim(), Drawing: null };
  };

  /**
   * The basket of the address; what it does not know is told.
   * @param {any} shard
   */
  const readBasket = async (shard) => {
    const q = suluh.query;
    /** @type {string[]} */
    const problems = [];
    const basket = { audience: shard.Default.Audience, length: shard.Default.Length, topics: /** @type {any[]} */ ([]), extras: /** @type {any[]} */ ([]), problems };
    const audience = q.get("untuk"), length = q.get("waktu");
    if (audience) {
      if (shard.Audiences.some((/** @type {any} */ a) => a.Key === audience)) basket.audience = audience;
      else problems.push("Peserta “" + audience + "” tidak dikenal; pilih dari daftar.");
    }
    if (length) {
      if (shard.Meetings.some((/** @type {any} */ m) => String(m.Length) === length)) basket.length = Number(length);
      else problems.push("Waktu “" + length + "” tidak dikenal; pilih 15, 45, atau 90 menit.");
    }
    for (const slug of new Set(q.getAll("topik"))) {
      if (!shard.Topics.some((/** @type {any} */ t) => t.Slug === slug)) problems.push("Topik “" + slug + "” tidak ada.");
    }
    basket.topics = shard.Topics.filter((/** @type {any} */ t) => q.getAll("topik").includes(t.Slug));
    for (const key of [...new Set(q.getAll("tambah"))].filter(Boolean).slice(0, shard.MaxExtras)) {
      const extra = await extraOf(shard, key);
      if (extra) basket.extras.push(extra);
      else problems.push("Bahan tambahan “" + key + "” tidak ada dalam koleksi.");
    }
    return basket;
  };

  /**
   * Chooses what of the topics is printed on one sheet, as site/sheet.go does. A part that is left out is named by its
   * topic and its number, the drawing by -1.
   * @param {any} shard
   * @param {any[]} sheets of topics
   * @param {any[]} notices above them
   */
  const newSheet = (shard, sheets, notices) => {
    const across = (/** @type {number} */ size, /** @type {string} */ text) => 2 * Math.ceil([...text].length / shard.Sizes[size].Full);
    const room = (/** @type {number} */ size) => notices.reduce((sum, n) => sum - across(size, n.Label + n.Where + n.Text) - 1, shard.Sizes[size].Room - (notices.length ? 8 : 0));
    for (const size of shard.Sizes.keys()) {
      const all = choose(shard, sheets, size, room(size));
      if (all.off.size === 0) return all;
    }
    const last = shard.Sizes.length - 1;
    const { left } = choose(shard, sheets, last, room(last));
    const named = left.map(({ Title, Where, Parts }) => Title + " (" + Where + "): " + Parts + ". ").join("");
    return choose(shard, sheets, last, room(last) - across(last, named) - 6);
  };

  /**
   * @param {any} shard
   * @param {any[]} sheets
   * @param {number} size
   * @param {number} room
   */
  const choose = (shard, sheets, size, room) => {
    const off = new Set();
    const isOff = (/** @type {number} */ topic, /** @type {number} */ part) => off.has(topic + " " + part);
    const take = (/** @type {number} */ topic, /** @type {number} */ part, /** @type {number} */ lines, /** @type {boolean} */ may) => {
      if (lines > room || !may) off.add(topic + " " + part);
      else room -= lines;
    };
    const begun = (/** @type {number} */ i) => !isOff(i, sheets[i].Parts.findIndex((/** @type {any} */ p) => p.Rank === 0));
    const isReport = (/** @type {any} */ s) => s.Where === shard.Report.Sheet.Where;
    const order = [...sheets.keys()].sort((a, b) => Number(isReport(sheets[b])) - Number(isReport(sheets[a]))); // where to report first
    for (let rank = 0; sheets.some((s) => rank < s.Parts.length); rank++) {
      for (const i of order) {
        for (const [j, p] of sheets[i].Parts.entries()) if (p.Rank === rank) take(i, j, p.Lines[size], begun(i));
      }
      if (rank === 0) for (const [i, s] of sheets.entries()) if (s.Part.Drawing) take(i, -1, shard.DrawingHeight, begun(i));
    }
    const left = sheets.flatMap((s, i) => {
      const names = isOff(i, -1) ? ["gambar"] : [];
      for (const [j, p] of s.Parts.entries()) if (isOff(i, j)) names.push(p.Heading);
      const Parts = begun(i) ? names.join("; ") : "seluruh topik";
      return Parts ? [{ Title: s.Part.Title, Href: s.Part.Href, Where: s.Where, Parts }] : [];
    });
    return { points: shard.Sizes[size].Points, off, isOff, begun, left };
  };

  /**
   * Makes files of what a page offers, and says which it cannot make.
   * @param {Record<string, () => string>} files by the address that stands for them
   * @param {string} suffix of their names
   * @param {string} others
   */
  const offer = (files, suffix, others) => {
    for (const [address, make] of Object.entries(files)) {
      const link = /** @type {HTMLAnchorElement?} */ (suluh.main.querySelector('.exports a[href="' + address + '"]'));
      if (!link) continue;
      const [name, ending] = address.slice(1).split(".");
      link.href = URL.createObjectURL(new Blob([make()], { type: ending === "md" ? "text/markdown" : "text/html" }));
      link.download = name + suffix + "." + ending;
    }
    const words = document.createElement("span");
    words.className = "cap";
    words.textContent = " " + others;
    suluh.main.querySelector(".exports")?.append(words);
  };

  const show = async () => {
    const name = /** @type {keyof typeof documentPage} */ (suluh.page.split("/").pop());
    const template = suluh.page === "sosialisasi" ? "outreach" : documentPage[name];
    const [shard, tree] = await Promise.all([suluh.load("sosialisasi"), suluh.load("templat-" + template)]);
    const basket = await readBasket(shard);
    const meeting = shard.Meetings.find((/** @type {any} */ m) => m.Length === basket.length);
    const chosen = basket.topics.length > 0;
    const mine = shard.Topics.filter((/** @type {any} */ t) => t.Audiences.includes(basket.audience));
    const topics = chosen ? basket.topics : newPlan(meeting, mine).fit;
    const plan = newPlan(meeting, topics);
    const quiz = questionsOf(plan.fit, meeting.Quiz);
    const audience = shard.Audiences.find((/** @type {any} */ a) => a.Key === basket.audience);
    const heading = "untuk " + audience.Name + ", " + basket.length + " menit";
    const capital = (/** @type {string} */ s) => s.slice(0, 1).toUpperCase() + s.slice(1);
    const day = suluh.askedDay || suluh.copyDay, longDay = suluh.longDay(day);
    const query = new URLSearchParams();
    for (const extra of basket.extras) query.append("tambah", extra.Key);
    if (chosen) for (const topic of topics) query.append("topik", topic.Slug);
    query.set("untuk", basket.audience);
    query.set("waktu", String(basket.length));
    const ready = !chosen && basket.extras.length === 0;
    const at = (/** @type {string} */ part) => (ready ? "/sosialisasi/" + basket.audience + "/" + basket.length + "/" + part : "/sosialisasi/" + part + "?" + query);
    const html = (/** @type {string} */ s) => new suluh.SafeHTML(s);
    const drawing = (/** @type {any} */ d) => d && { ...d, Picture: html(d.Picture) };
    const list = (/** @type {string[]} */ lines) => lines.length ? "<ul>" + lines.map((l) => "<li>" + escape(l) + "</li>").join("") + "</ul>" : "";
    const ofLines = (/** @type {any} */ s) => ({ ...s, Body: list(s.Lines), Note: s.Note.split("\n\n").map((/** @type {string} */ l) => "<p>" + escape(l) + "</p>").join("") });
    const slide = (/** @type {any} */ s, /** @type {number} */ i) => ({ ...s, ID: "s" + (i + 1), Body: html(s.Body), Note: html(s.Note), Drawing: drawing(s.Drawing) });

    const report = shard.Report.Audiences?.includes(basket.audience) && !topics.some((/** @type {any} */ t) => t.Slug === shard.Report.Slug) ? shard.Report : null;
    const sheets = [...topics.map((/** @type {any} */ t) => t.Sheet), ...report ? [report.Sheet] : []];
    const reportTopic = shard.Topics.find((/** @type {any} */ t) => t.Slug === report?.Slug);
    const stale = [...topics, ...reportTopic ? [reportTopic] : []].flatMap((t) => staleOn(t, day));
    const sheet = newSheet(shard, sheets, stale);

    const steps = plan.steps.map(({ Kind, Topic, From, Minutes }) => {
      let { Title, Text, Plain } = Topic ? { Title: Topic.Title, Text: Topic.Step, Plain: Topic.Plain.Step } : shard.Steps[Kind];
      if (Kind === "exercise" && shard.Officers.includes(basket.audience)) ({ Text, Plain } = shard.Cases);
      if (Kind === "quiz") Text = "<p>" + escape(Plain = format(shard.QuizWords, quiz.length)) + "</p>";
      return { Title, Minutes, Clock: From + "–" + (From + Minutes), Text: html(Text), Plain };
    });
    const works = /** @type {string[]} */ ([...new Set(topics.flatMap((/** @type {any} */ t) => t.Works))]);
    const about = ["Bahan " + heading, "Menurut hukum per " + longDay];
    const sources = [...inLines(works), "Disusun Suluh; bukan bunyi undang-undang kecuali disebut demikian"];
    const added = [...staleSlides(shard, plan.fit.flatMap((t) => staleOn(t, day))), ...basket.extras.map(extraSlide)];
    const staleOnes = added.filter((s) => s.Class), extraOnes = added.filter((s) => !s.Class);
    const own = (/** @type {any} */ t, /** @type {any[]} */ all) => all.slice(0, all.length - t.Questions.length); // without those of the quiz
    const slides = [{ ...shard.Opening, Body: list(about) }, ...staleOnes.map(ofLines), ...plan.fit.flatMap((t) => own(t, t.Slides)),
      ...extraOnes.map(ofLines), ...quiz.map((q) => q.slide), { ...shard.Closing, Body: list(sources) }];
    const option = (/** @type {any} */ t) => {
      const minutes = t.Minutes[basket.length] ?? 0;
      const note = minutes ? minutes + " menit" : "tidak disusun untuk " + basket.length + " menit";
      return { Value: t.Slug, Text: t.Title, Note: note + (!chosen && topics.includes(t) ? ", dipilihkan" : ""), Href: t.Href + "?" + query, On: chosen && topics.includes(t) };
    };
    const page = {
      Heading: template === "outreach" ? heading : shard.Documents.find((/** @type {any} */ d) => d.Href === name).Text, For: heading, Problems: basket.problems, Stale: stale,
      Day: { Long: longDay, toString: () => day }, DayAsked: suluh.askedDay !== "", On: (/** @type {string} */ href) => href, Chosen: chosen,
      Audiences: shard.Audiences.map((/** @type {any} */ a) => ({ Value: a.Key, Text: capital(a.Name), On: a.Key === basket.audience, Note: "", Href: "" })),
      Lengths: shard.Meetings.map((/** @type {any} */ m) => ({ Value: String(m.Length), Text: m.Length + " menit", On: m.Length === basket.length, Note: "", Href: "" })),
      Topics: template === "outreach" ? mine.map(option) : sheets.map((/** @type {any} */ s, /** @type {number} */ i) => ({
        ...s.Part, Drawing: drawing(s.Part.Drawing), Off: !sheet.begun(i), DrawingOff: sheet.isOff(i, -1),
        Parts: s.Part.Parts.map((/** @type {any} */ p, /** @type {number} */ j) => ({ Body: html(p.Body), Off: sheet.isOff(i, j) })),
      })),
      Points: sheet.points, LeftOut: sheet.left,
      Others: shard.Topics.filter((/** @type {any} */ t) => !mine.includes(t)).map(option),
      Extras: template === "outreach" ? basket.extras.map((e) => ({ Value: e.Key, Text: e.Title, Note: e.Kind, Href: e.Href || "/sosialisasi", On: true })) : basket.extras,
      Plan: { Length: basket.length, Steps: steps, Message: overMessage(shard, meeting, topics, plan), Sources: "" },
      Documents: shard.Documents.map((/** @type {any} */ d) => ({ ...d, Href: at(d.Href) })),
      // Other files of a bundle of one's own are made by a server only.
      Downloads: ready ? [["bahan.md", "Semua dalam Markdown"], ["bahan.docx", "Semua dalam DOCX"], ["salindia.pptx", "Salindia dalam PPTX"]].map(([part, text]) => ({ Href: at(part), Text: text, Caption: "" }))
        : [{ Href: "#bahan.md", Text: "Semua dalam Markdown", Caption: "" }, ...template === "outreach" ? [] : [{ Href: "#halaman.html", Text: "Halaman ini dalam HTML", Caption: "" }]],
      Ready: shard.Page.Ready, Pictures: shard.Page.Pictures.map(drawing),
      Back: { Href: "/sosialisasi?" + query, Text: "Pilih bahan lain", Caption: "" },
      Slides: slides.map(slide), Questions: quiz.map(({ question }) => ({ ...question, Why: html(question.Why) })),
    };
    const keepDay = (/** @type {string} */ rendered) => suluh.askedDay === "" ? rendered : rendered.replace(/ href="(\/[^"]*)"/g, (all, address) => (/[?&;]tanggal=/.test(address) ? all : ' href="' + suluh.withDay(address, suluh.askedDay) + '"'));
    await suluh.place(suluh.main, keepDay(suluh.render(tree, page)));
    const files = {
      "#bahan.md": () => suluh.bundleMarkdown({
        heading, day: longDay, version: shard.Version, stale, message: page.Plan.Message, length: basket.length, steps,
        topics: [...topics.map((/** @type {any} */ t) => ({ Title: t.Title, Drawing: t.Sheet.Part.Drawing, Parts: t.Plain.Parts })), ...report ? [{ Title: report.Sheet.Part.Title, Drawing: null, Parts: report.Plain }] : []],
        slides: [{ Title: shard.Opening.Title, Lines: about, Note: shard.Words.opening }, ...staleOnes, ...plan.fit.flatMap((t) => own(t, t.Plain.Slides)), ...extraOnes, ...quiz.map((q) => q.plain), { Title: shard.Closing.Title, Lines: sources, Note: shard.Words.closing }].map((s) => ({ ...s, Lines: s.Lines ?? [] })),
        questions: quiz.map((q) => q.question), extras: basket.extras,
      }),
      "#halaman.html": () => suluh.bundlePage(page.Heading + " " + heading, suluh.main, { day: longDay, version: shard.Version }),
    };
    if (!ready) offer(files, "-" + basket.audience + "-" + basket.length, shard.Words.fromServer);
    document.dispatchEvent(new Event("slides"));
  };
  const asked = ["untuk", "waktu", "topik", "tambah"].some((name) => suluh.query.has(name));
  if (asked) show().catch((problem) => suluh.tell("bad", String(problem.message ?? problem)));
})();
