// Copy buttons: shown only where there is JavaScript; the citation can be selected by hand everywhere else.
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Tersalin";
    } catch {
      getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
      button.textContent = "Tekan Ctrl+C";
    }
    setTimeout(() => { button.textContent = label; }, 3000);
  });
}

// On a narrow screen the contents of a work start folded, so that the text comes first.
const contents = document.querySelector("details.toc");
if (contents && matchMedia("(max-width: 60rem)").matches) contents.open = false;

// The charging guide answers while one asks: every change takes the page for the new facts and shows its answer, and the
// questions that follow. The address goes along, so that a link can be sent and the back button works. The static export
// calls this with a pageAt of its own.
function answerWhileAsked(form, pageAt) {
  const address = () => {
    const facts = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) facts.append(name, String(value));
    const query = String(facts);
    return form.action + (query && "?" + query);
  };
  const names = (group) => [...group.querySelectorAll("[name]")].map((input) => input.name).join();
  // A group that stays the same is left where it is, since moving it would take the focus away.
  const takeQuestions = (page) => {
    const focused = document.activeElement;
    const fresh = page.querySelectorAll(".qgroup");
    const ids = new Set([...fresh].map((group) => group.id));
    for (const group of form.querySelectorAll(".qgroup")) if (!ids.has(group.id)) group.remove();
    let previous = form.querySelector(".problems");
    for (let group of fresh) {
      const old = document.getElementById(group.id);
      if (!old) {
        previous.after(group);
      } else if (names(old) !== names(group)) {
        group.open = old.open;
        old.replaceWith(group);
      } else {
        old.querySelector(".n").textContent = group.querySelector(".n").textContent;
        group = old;
      }
      previous = group;
    }
    if (focused?.name && !focused.isConnected) {
      const same = [...form.elements].filter((input) => input.name === focused.name);
      (same.find((input) => input.value === focused.value) ?? same[0])?.focus();
    }
  };
  const take = (page, selector) => document.querySelector(selector).replaceChildren(...page.querySelector(selector).childNodes);
  let latest = 0, shown = location.search;
  form.addEventListener("change", async () => {
    const mine = ++latest, here = address();
    try {
      const page = await pageAt(here);
      if (mine !== latest) return;
      take(page, "#jawaban");
      take(page, ".problems");
      take(page, ".progress");
      takeQuestions(page);
      history.pushState(null, "", here);
      shown = location.search;
    } catch {
      form.querySelector(".progress").textContent = "Jawaban belum diperbarui. Tekan Timbang.";
    }
  });
  // A jump within the page is no other answer.
  addEventListener("popstate", () => { if (location.search !== shown) location.reload(); });
}

const form = document.getElementById("pertanyaan");
if (form && !("suluh" in window)) {
  answerWhileAsked(form, async (address) => {
    const response = await fetch(address);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  });
}
