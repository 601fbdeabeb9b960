// The shell of the export: every page loads this file in the place of the server's script. It finds the root of the
// copy, loads data and scripts when they are needed, leads to the file of the day that is asked, tells when the copy is
// old, and starts what the page needs. It works from file://, where browsers refuse fetch, modules and workers:
// everything comes by script elements.
"use strict";

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const here = new URL(script.src);
  const root = new URL("..", here).href.replace(/[?#].*$/, "");
  const version = here.searchParams.get("v") ?? "";
  const copyDay = here.searchParams.get("hari") ?? "";
  const nextChange = here.searchParams.get("berubah") ?? ""; // the first day after copyDay on which a page changes
  const query = new URLSearchParams(location.search);

  // This page: "uu/2007/21/pasal/2", "" for the front page; state is the day in its file name.
  const path = decodeURIComponent(location.pathname).slice(decodeURIComponent(new URL(root).pathname).length);
  const [name, state = ""] = path.replace(/\.html$/, "").split("@");
  const page = name === "index" ? "" : name;
  const up = "../".repeat(path.split("/").length - 1);

  // What is asked, and the facts of a case, stand in the address: from here on no request of this page tells it as the place
  // that it comes from. The server says so with a header. As long as there is no worker (pekerja.js), a web host learns it
  // all the same when a page is opened at such an address: from that request, and from those of the head before this runs.
  const referrer = document.createElement("meta");
  referrer.name = "referrer";
  referrer.content = "no-referrer";
  document.head.append(referrer);

  // --- loading ---

  /** @type {Map<string, Promise<any>>} */
  const loads = new Map();
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();

  /**
   * Adds a script element and waits until it has run.
   * @param {string} file from the root
   * @returns {Promise<void>}
   */
  const run = (file) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = root + file + "?v=" + version;
    element.onload = () => done();
    const why = file.startsWith("data/rak/") && location.protocol !== "file:" // the worker does not keep these
      ? "Peraturan hasil impor tidak dapat dicari tanpa jaringan (berkas " + file + " tidak diperoleh)."
      : "Berkas " + file + " tidak ada atau rusak dalam salinan ini.";
    element.onerror = () => failed(new Error(why));
    document.head.append(element);
  });

  /**
   * @param {string} key
   * @param {() => Promise<any>} start
   */
  const once = (key, start) => {
    let result = loads.get(key);
    if (!result) loads.set(key, result = start());
    return result;
  };

  /**
   * Loads data/NAME.js, which calls receive.
   * @param {string} name
   * @returns {Promise<any>}
   */
  const load = (name) => once("data/" + name, async () => {
    const value = new Promise((done) => waiting.set(name, done));
    await run("data/" + name + ".js");
    if (waiting.has(name)) throw new Error("Berkas data/" + name + ".js rusak dalam salinan ini.");
    return value;
  });

  /**
   * @param {string} name
   * @param {any} value
   */
  const receive = (name, value) => {
    waiting.get(name)?.(value);
    waiting.delete(name);
  };

  /**
   * Loads static/NAME.js.
   * @param {string} name
   * @returns {Promise<void>}
   */
  const loadScript = (name) => once("static/" + name, () => run("static/" + name + ".js"));

  // --- days ---

  const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

  /**
   * Writes a day in words: "24 November 2026".
   * @param {string} day
   */
  const longDay = (day) => Number(day.slice(8)) + " " + months[Number(day.slice(5, 7)) - 1] + " " + Number(day.slice(0, 4));

  /** @param {Date} d */
  const isoDay = (d) => d.toISOString().slice(0, 10);

  /** The day on the clock of this device. */
  const clockDay = () => {
    const now = new Date();
    return isoDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  };

  /** @param {string} day */
  const dayBefore = (day) => isoDay(new Date(Date.parse(day) - 86400000));

  /**
   * Whether a day is written as YYYY-MM-DD and in the calendar.
   * @param {string} day
   */
  const isDay = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && isoDay(new Date(Date.parse(day))) === day;

  /** The day that the address asks, "" if it asks none. */
  const askedDay = isDay(query.get("tanggal") ?? "") ? query.get("tanggal") ?? "" : "";

  /**
   * In which file every page is on a day; made by site/exportdata.go.
   * @typedef {object} Days
   * @property {string} first bounds of the days that can be asked
   * @property {string} last
   * @property {string[]} days all first days of states
   * @property {number[][]} lists first days of states, by their places in days
   * @property {Object<string, Object<string, string>>} pages by folder and list the names of pages, "1-43 45"; the list of those without days is -1
   * @property {Object<string, string>} shelf by folder the names of the pages of imported works, which have no days
   */

  /**
   * The folder of a page and its name in it; that of the front page is index.
   * @param {string} of
   * @returns {[folder: string, name: string]}
   */
  const split = (of) => [of.slice(0, of.lastIndexOf("/") + 1), of.slice(of.lastIndexOf("/") + 1) || "index"];

  /**
   * Whether a name is among names that are written short.
   * @param {string} names
   * @param {string} name
   */
  const holds = (names, name) => names.split(" ").some((item) => {
    const [first, last] = item.split("-");
    return item === name || (/^[1-9]\d*$/.test(name) && Number(first) <= Number(name) && Number(name) <= Number(last));
  });

  /**
   * Whether a page is that of an imported work.
   * @param {Days} days
   * @param {string} of
   */
  const isShelved = (days, of) => {
    const [folder, name] = split(of);
    return holds(days.shelf[folder] ?? "", name);
  };

  /**
   * The number of the list of a page, -1 if it has no days, undefined if the copy does not have the page.
   * @param {Days} days
   * @param {string} of
   */
  const listOf = (days, of) => {
    const [folder, name] = split(of);
    const found = Object.entries(days.pages[folder] ?? {}).find(([, names]) => holds(names, name));
    return found ? Number(found[0]) : isShelved(days, of) ? -1 : undefined;
  };

  /**
   * The states of a page, none if it has no days.
   * @param {Days} days
   * @param {string} of
   * @returns {string[]}
   */
  const statesOf = (days, of) => (days.lists[listOf(days, of) ?? -1] ?? []).map((place) => days.days[place]);

  /**
   * The state in which a page is on a day, "" if the page has none.
   * @param {string[]} states
   * @param {string} day
   */
  const stateOn = (states, day) => states.filter((s, i) => i === 0 || s <= day).pop() ?? "";

  // --- addresses ---

  /**
   * The file of a page, or of what a page offers to be taken away, in a state.
   * @param {string} target
   * @param {string} at
   */
  const nameOf = (target, at) => {
    const ending = /\.(md|docx|pptx)$/.exec(target)?.[0] ?? ".html";
    return (target.replace(/\.(md|docx|pptx)$/, "") || "index") + (at && "@" + at) + ending;
  };

  /**
   * The address, without its first slash, of a file of the copy.
   * @param {string} file
   */
  const addressOf = (file) => file.replace(/(@[^@/]*)?(\.[a-z]+)$/, (_, at, ending) => (ending === ".html" ? "" : ending)).replace(/^index$/, "");

  /**
   * The way from this page to the file of an address of the server.
   * @param {Days} days
   * @param {string} address "/uu/2007/21/pasal/2?tanggal=2019-05-01#ayat-1"
   */
  const fileOf = (days, address) => {
    const url = new URL(address, "http://suluh.invalid");
    if (url.pathname.startsWith("/static/")) return up + url.pathname.slice(1);
    let target = url.pathname.replace(/^\/|\/$/g, "");
    const [, work, article] = /^(.+)\/pasal\/([^/]+)$/.exec(target) ?? [];
    if (work && isShelved(days, work)) { // its articles are on one page
      target = work;
      url.hash = "pasal-" + article;
    }
    if (listOf(days, target) === undefined) return up + "tidak-ada.html?alamat=" + encodeURIComponent(url.pathname);
    const day = url.searchParams.get("tanggal") ?? "";
    const at = isDay(day) ? stateOn(statesOf(days, target), day) : "";
    return up + nameOf(target, at) + url.search + url.hash;
  };

  /**
   * Whether the copy has a work that was imported.
   * @param {string} work
   */
  const hasImported = async (work) => isShelved(await load("hari"), work);

  /**
   * @param {string} address of the server
   * @returns {Promise<string>}
   */
  const address = async (address) => fileOf(await load("hari"), address);

  /**
   * Adds the day to an address of the server, as the server does on a page of another day.
   * @param {string} address
   * @param {string} day
   */
  const withDay = (address, day) => {
    const [before, anchor] = address.split("#");
    return before + (before.includes("?") ? "&" : "?") + "tanggal=" + day + (anchor === undefined ? "" : "#" + anchor);
  };

  /**
   * Fills an element with HTML whose links are addresses of the server. What was told above the page stays there.
   * @param {Element} element
   * @param {string} html
   */
  const place = async (element, html) => {
    const days = await load("hari");
    const content = document.createElement("template");
    content.innerHTML = html;
    for (const link of content.content.querySelectorAll("[href^='/'], [action^='/']")) {
      const attribute = link.hasAttribute("href") ? "href" : "action";
      link.setAttribute(attribute, fileOf(days, /** @type {string} */ (link.getAttribute(attribute))));
    }
    element.replaceChildren(...element.querySelectorAll(":scope > .told, :scope > .asked-day"), content.content);
  };

  // --- what a page says ---

  const main = /** @type {HTMLElement} */ (document.getElementById("isi"));

  /**
   * Puts a notice above the page.
   * @param {string} kind "warn" or "bad"
   * @param {(string | Node)[]} words
   */
  const tell = (kind, ...words) => {
    const notice = document.createElement("p");
    notice.className = "told notice " + kind;
    notice.setAttribute("role", "status");
    notice.append(...words);
    main.prepend(notice);
  };

  /**
   * @param {string} href
   * @param {string} text
   */
  const linkTo = (href, text) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    return link;
  };

  /** What the address asks besides the day, the form for another day and the way back keep. */
  const keepQuestion = () => {
    const form = document.querySelector("form#hari");
    const back = /** @type {HTMLAnchorElement?} */ (document.querySelector(".asked-day a"));
    const rest = new URLSearchParams();
    const first = form?.firstChild ?? null;
    for (const [field, value] of [...query].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
      if (field === "tanggal") continue;
      rest.append(field, value);
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = field;
      input.value = value;
      form?.insertBefore(input, first);
    }
    if (back && rest.size) back.setAttribute("href", up + (page || "index") + ".html?" + rest);
  };

  /**
   * The file of a state names the first day of the state. It is made to name the day that was asked, and its links to
   * carry that day.
   * @param {Days} days
   * @param {string} asked
   */
  const nameDay = (days, asked) => {
    for (const time of document.querySelectorAll(".top time, .asked-day time, .foot time")) {
      time.setAttribute("datetime", asked);
      time.textContent = longDay(asked);
    }
    for (const input of document.querySelectorAll("input[name=tanggal]")) {
      input.setAttribute("value", asked);
      /** @type {HTMLInputElement} */ (input).value = asked; // the browser may have put back another
    }
    for (const link of document.querySelectorAll("a[href*='tanggal=" + state + "']")) {
      const url = new URL(/** @type {string} */ (link.getAttribute("href")), location.href); // href of a link in a picture is no string
      if (url.searchParams.get("tanggal") !== state || !url.href.startsWith(root)) continue;
      const target = decodeURIComponent(url.pathname).slice(decodeURIComponent(new URL(root).pathname).length);
      url.searchParams.set("tanggal", asked);
      link.setAttribute("href", fileOf(days, "/" + addressOf(target) + url.search + url.hash));
    }
    // Material for outreach says it in a sentence.
    const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      text.nodeValue = (text.nodeValue ?? "").replace("Menurut hukum per " + longDay(state), "Menurut hukum per " + longDay(asked));
    }
    const now = document.querySelector(".tl-now");
    if (now) placeNow(now, asked);
  };

  /**
   * Moves the line of the day in the picture of times, by the lines of the years.
   * @param {Element} line
   * @param {string} day
   */
  const placeNow = (line, day) => {
    const marks = [...document.querySelectorAll(".tl-year")].map((year) => ({ year: Number(year.textContent), x: Number(year.getAttribute("x")) }));
    const from = marks[0], to = marks[marks.length - 1];
    const years = Number(day.slice(0, 4)) - from.year + ((Number(day.slice(5, 7)) - 1) * 31 + Number(day.slice(8)) - 1) / (12 * 31);
    const x = Math.min(Math.max(Math.floor(from.x + (to.x - from.x) * years / (to.year - from.year)), from.x), to.x);
    line.setAttribute("x1", String(x));
    line.setAttribute("x2", String(x));
  };

  /**
   * Says for which days the state of the page holds.
   * @param {string[]} states
   */
  const nameState = (states) => {
    const next = states[states.indexOf(state) + 1];
    let words = "Isi halaman ini sama ";
    if (state !== states[0]) words += "sejak " + longDay(state) + " ";
    words += next ? "sampai " + longDay(dayBefore(next)) + ". " : "dan seterusnya. ";
    if (state === states[0] && !next) words = "Isi halaman ini sama untuk semua tanggal. ";
    document.querySelector(".asked-day a")?.before(words);
  };

  /**
   * Leads to the file of the day that the address asks. It returns false if the browser leaves for another file.
   * @returns {Promise<boolean>}
   */
  const toAskedDay = async () => {
    const asked = query.get("tanggal") || state;
    if (!asked) return true;
    const days = await load("hari");
    const states = statesOf(days, page);
    if (isShelved(days, page)) tell("warn", "Peraturan hasil impor hanya ada menurut keadaan " + longDay(copyDay) + " dalam salinan ini.");
    if (!states.length) return true; // "tanggal" means something else there
    if (!isDay(asked)) {
      tell("bad", "Tanggal tidak terbaca. Tulis tanggal sebagai TTTT-BB-HH, misalnya 2019-05-01.");
      return true;
    }
    if (asked < days.first || asked > days.last) {
      tell("bad", "Suluh menjawab untuk tanggal " + longDay(days.first) + " sampai " + longDay(days.last) + ".");
      return true;
    }
    const wanted = stateOn(states, asked);
    if (wanted !== state) {
      location.replace(root + nameOf(page, wanted) + location.search + location.hash);
      return false;
    }
    if (asked !== state) nameDay(days, asked);
    if (!(page in needs)) nameState(states); // what a script fills in may change on other days
    return true;
  };

  // --- age of the copy ---

  const daysUntilOld = 30;

  /** Tells when the clock has left the day of the copy behind. */
  const tellAge = async () => {
    const clock = clockDay();
    const age = Math.round((Date.parse(clock) - Date.parse(copyDay)) / 86400000);
    if (age < -1) {
      tell("warn", "Jam perangkat ini menunjukkan " + longDay(clock) + ", lebih awal daripada hari salinan ini, " + longDay(copyDay) + ". Umur salinan tidak dapat dihitung.");
    }
    if (age >= daysUntilOld) {
      tell("warn", "Salinan ini menurut keadaan " + longDay(copyDay) + ", " + age + " hari yang lalu. Hukum mungkin sudah berubah; pakailah salinan yang lebih baru.");
    }
    if (state || query.has("tanggal") || !nextChange || clock < nextChange) return;
    const states = statesOf(await load("hari"), page);
    const now = stateOn(states, clock);
    if (now !== stateOn(states, copyDay)) {
      tell("bad", "Keadaan halaman ini berubah sejak " + longDay(now) + ". ", linkTo("?tanggal=" + clock, "Lihat keadaan " + longDay(clock)));
    }
  };

  // --- on the web ---

  /** Makes the copy one that can be installed and read without a network, where the browser allows it. */
  const install = async () => {
    if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = root + "suluh.webmanifest";
    document.head.append(link);
    const workers = navigator.serviceWorker;
    workers.addEventListener("message", (event) => {
      if (event.data === "simpanan") tell("warn", "Tanpa jaringan: halaman ini dari simpanan peramban, menurut keadaan " + longDay(copyDay) + ".");
    });
    workers.startMessages();
    workers.controller?.postMessage("asal");
    await workers.register(root + "pekerja.js?v=" + version);
    (await workers.ready).active?.postMessage("isi");
  };

  window.suluh = Object.assign(window.suluh ?? {}, { root, page, main, query, copyDay, askedDay, load, receive, loadScript, address, hasImported, place, tell, withDay, longDay, clockDay, isDay });

  // --- what the page needs ---

  /** What a visitor gathers for a meeting; see site/basket.go. */
  const basketFields = ["untuk", "waktu", "topik", "tambah"];

  /** @type {Object<string, string[]>} */
  const needs = { cari: ["templat", "analisis", "peringkat", "cari"], banding: ["templat", "analisis", "rujukan", "banding"], "panduan/pasal": ["templat", "panduan"] };
  if (location.search) needs.putusan = ["templat", "putusan"];
  for (const document of ["", "/lembar", "/salindia", "/rencana", "/kuis"]) {
    if (location.search) needs["sosialisasi" + document] = ["templat", "analisis", "rujukan", "banding", "bahan", "sosialisasi"];
  }

  const start = async () => {
    if (!await toAskedDay()) return;
    keepQuestion();
    await loadScript("suluh");
    for (const file of needs[page] ?? []) await loadScript(file);
    if (basketFields.some((field) => query.has(field))) await loadScript("keranjang");
    await tellAge();
  };
  window.suluh.started = start().catch((problem) => tell("bad", String(problem.message ?? problem)));
  install().catch(() => {}); // the pages work without it
})();
