// The basket for outreach goes along while the visitor browses the export: links and forms of the page carry on what the
// address holds of it, and a line tells what is in it. What site/basket.go and BasePage.On do on the server.
"use strict";

(() => {
  const single = ["untuk", "waktu"], several = ["topik", "tambah"];
  const here = suluh.query;

  const carry = () => {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
      const url = new URL(link.href);
      const words = link.getAttribute("href") ?? "";
      if (words.startsWith("#") || !url.href.startsWith(suluh.root) || !url.pathname.endsWith(".html")) continue;
      if (/\/sosialisasi\//.test(url.pathname) && url.searchParams.has("untuk")) continue; // has a basket of its own
      for (const name of single) if (here.has(name) && !url.searchParams.has(name)) url.searchParams.set(name, here.get(name) ?? "");
      for (const name of several) {
        for (const value of here.getAll(name)) if (!url.searchParams.getAll(name).includes(value)) url.searchParams.append(name, value);
      }
      link.href = url.href;
    }
    for (const form of document.querySelectorAll("form:not(.bundle-form, #hari)")) {
      for (const name of [...single, ...several]) {
        if (form.querySelector("input[name=" + name + "]")) continue;
        for (const value of here.getAll(name)) {
          const input = document.createElement("input");
          Object.assign(input, { type: "hidden", name, value });
          form.append(input);
        }
      }
    }
  };

  const tell = async () => {
    const own = new URLSearchParams();
    for (const name of [...several, ...single].sort()) for (const value of here.getAll(name)) own.append(name, value);
    const parts = [];
    if (here.get("waktu")) parts.push(here.get("waktu") + " menit");
    for (const [name, words] of [["topik", "topik"], ["tambah", "tambahan"]]) if (here.has(name)) parts.push(here.getAll(name).length + " " + words);
    const line = document.createElement("p");
    line.className = "basket";
    line.textContent = "Bahan sosialisasi: " + (here.get("untuk") ? "untuk " + [here.get("untuk")?.replaceAll("-", " "), ...parts].join(", ") : parts.join(", ")) + ". ";
    const back = document.createElement("a");
    back.href = suluh.root + "sosialisasi.html?" + own;
    back.textContent = "Kembali ke bahan";
    line.append(back);
    suluh.main.before(line);
  };
  if (!suluh.page.startsWith("sosialisasi")) {
    carry();
    new MutationObserver(carry).observe(suluh.main, { childList: true, subtree: true }); // the guide answers within the page
  }
  tell();
})();
