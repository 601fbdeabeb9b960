// The service worker of a copy on an HTTPS host: pages that were read, and in time all pages of the present state, can
// be read without a network. The network always comes first, so nobody with a network reads an old copy; a page that
// comes from the cache says so (luring.js asks), and every page names the day of its law. What an address asks, which may
// be the facts of a case, is not kept, and not sent to the host once the worker is there: it is the page that reads it. A
// visit before that, the first one, the browser makes with the whole address.
"use strict";

(() => {
  const worker = /** @type {any} */ (self); // the page's types, not a worker's, are what the check knows
  const version = new URL(worker.location.href).searchParams.get("v") ?? "";
  const prefix = "suluh ";
  const cacheName = prefix + worker.registration.scope + " " + version;
  const patience = 8000; // milliseconds, where the cache has an answer

  /** Pages that came from the cache, by the client that shows them. */
  const kept = new Set();

  /**
   * The file that an address means: one thing whatever the address asks, also on hosts that take ".html" off.
   * @param {string} address
   */
  const keyOf = (address) => {
    const url = new URL(address, worker.registration.scope);
    url.search = url.hash = "";
    if (url.href === worker.registration.scope) url.pathname += "index.html";
    if (!/\.(html|js|css|svg|json|webmanifest|xml|txt)$/.test(url.pathname)) url.pathname += ".html";
    return url.href;
  };

  const manifestName = "suluh-export.json";

  /**
   * The files of a copy with their sums, from its manifest. The imported works are too many to keep.
   * @param {Response} manifest
   * @returns {Promise<Map<string, string>>}
   */
  const filesIn = async (manifest) => {
    const { files } = await manifest.json();
    return new Map(files.filter((/** @type {{shelf?: boolean}} */ file) => !file.shelf).map((/** @type {{name: string, sha256: string}} */ file) => [file.name, file.sha256]));
  };

  /** @returns {Promise<Response>} the manifest that the host has now */
  const fetchManifest = async () => {
    const response = await fetch(keyOf(manifestName), { cache: "no-cache" });
    if (!response.ok) throw new Error(manifestName + ": " + response.status);
    return response;
  };

  /**
   * What works without the other pages: the scripts, the data that every page may need, the pages at the root.
   * @param {string} name
   */
  const isCore = (name) => !name.includes("@") && (/^static\//.test(name) || name === "data/hari.js" || /^[^/]+\.html$/.test(name));

  /**
   * @param {string} name
   */
  const isPresent = (name) => !name.includes("@") && /\.(html|js)$/.test(name);

  /**
   * A response that a redirect led to is refused as the answer to a visit; its copy is not.
   * @param {Response} response
   */
  const clean = (response) => new Response(response.body, { status: response.status, headers: response.headers });

  /**
   * Keeps a file, and reports whether the host had it.
   * @param {Cache} cache
   * @param {string} name
   */
  const keep = async (cache, name) => {
    const key = keyOf(name);
    const response = await fetch(key, { cache: "no-cache" });
    if (response.ok) await cache.put(key, clean(response));
    return response.ok;
  };

  const install = async () => {
    const cache = await caches.open(cacheName);
    for (const name of (await filesIn(await fetchManifest())).keys()) if (isCore(name)) await keep(cache, name);
    await worker.skipWaiting();
  };

  const activate = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix + worker.registration.scope + " ") && name !== cacheName) await caches.delete(name);
    }
    await worker.clients.claim();
  };

  /**
   * Keeps the rest of the present state, unless the visitor saves data, and anew what has changed since. The manifest is kept
   * last, and only if the host had all: what it names is there.
   */
  const fill = async () => {
    if (/** @type {any} */ (navigator).connection?.saveData) return;
    const cache = await caches.open(cacheName);
    const old = await cache.match(keyOf(manifestName));
    const had = old ? await filesIn(old) : new Map();
    const manifest = await fetchManifest();
    let all = true;
    for (const [name, sum] of await filesIn(manifest.clone())) {
      if (!isPresent(name)) continue;
      const changed = had.has(name) && had.get(name) !== sum;
      if (changed || !await cache.match(keyOf(name))) all = await keep(cache, name) && all;
    }
    if (all) await cache.put(keyOf(manifestName), clean(manifest));
  };

  /**
   * Asks the host for what a page wants: a page without what its address asks, all else without the address of the page.
   * "no-cache": what the browser kept by itself is asked for again, else the network would not come first.
   * @param {Request} request
   * @param {AbortSignal | undefined} signal
   */
  const ask = async (request, signal) => {
    if (request.mode !== "navigate") return fetch(request, { cache: "no-cache", referrerPolicy: "no-referrer", signal });
    const url = new URL(request.url);
    url.search = url.hash = "";
    return clean(await fetch(url.href, { cache: "no-cache", referrerPolicy: "no-referrer", signal }));
  };

  /** @param {any} event */
  const answer = async (event) => {
    const cache = await caches.open(cacheName);
    const key = keyOf(event.request.url);
    const old = await cache.match(key);
    try {
      const response = await ask(event.request, old && AbortSignal.timeout(patience));
      if (response.ok) event.waitUntil(cache.put(key, clean(response.clone())));
      return response;
    } catch (problem) {
      if (!old) {
        if (event.request.mode !== "navigate") throw problem;
        return new Response("<!DOCTYPE html><html lang=id><meta charset=utf-8><title>Tanpa jaringan | Suluh</title><h1>Tanpa jaringan</h1><p>Halaman ini belum tersimpan di perangkat ini.",
          { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
      }
      if (event.request.mode === "navigate") kept.add(event.resultingClientId);
      return old;
    }
  };

  worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    if (event.request.method === "GET" && event.request.url.startsWith(worker.registration.scope)) event.respondWith(answer(event));
  });
  worker.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "asal" && kept.has(event.source.id)) event.source.postMessage("simpanan");
    if (event.data === "isi") event.waitUntil(fill());
  });
})();
