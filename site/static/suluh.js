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

// The charging guide answers while one asks: every change fetches the page for the new facts and takes over its answer,
// and the questions that follow. The address goes along, so that a link can be sent and the back button works.
const form = document.getElementById("pertanyaan");
if (form) {
  const address = () => {
    const facts = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) facts.set(name, String(value));
    return form.action + (facts.size ? "?" + facts : "");
  };
  const names = (group) => [...group.querySelectorAll("[name]")].map((input) => input.name).join();
  const takeQuestions = (page) => {
    const focused = document.activeElement;
    const actions = form.querySelector(".q-actions");
    const fresh = page.querySelectorAll(".qgroup");
    const ids = new Set([...fresh].map((group) => group.id));
    for (const group of form.querySelectorAll(".qgroup")) if (!ids.has(group.id)) group.remove();
    for (const group of fresh) {
      const old = document.getElementById(group.id);
      if (!old) {
        form.insertBefore(group, actions);
      } else if (names(old) !== names(group)) {
        group.open = old.open;
        old.replaceWith(group);
      } else {
        old.querySelector(".n").textContent = group.querySelector(".n").textContent;
        form.insertBefore(old, actions);
      }
    }
    if (focused && focused.name && !focused.isConnected) {
      form.querySelector(`[name="${focused.name}"][value="${focused.value}"], [name="${focused.name}"]`)?.focus();
    }
  };
  let latest = 0;
  form.addEventListener("change", async () => {
    const mine = ++latest, here = address();
    const response = await fetch(here);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== latest || !page.getElementById("jawaban")) return;
    takeQuestions(page);
    document.getElementById("jawaban").replaceWith(page.getElementById("jawaban"));
    form.querySelector(".progress").textContent = page.querySelector(".progress").textContent;
    history.pushState(null, "", here);
  });
  addEventListener("popstate", () => location.reload());
}
