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

// The charging guide answers while one asks: every change fetches the page for the new facts and puts its answer beside
// the questions. The address follows, so that a link can be sent and the back button works.
const questions = document.getElementById("pertanyaan");
if (questions) {
  const address = () => {
    const facts = new URLSearchParams();
    for (const [name, value] of new FormData(questions)) if (value) facts.set(name, String(value));
    return questions.action + (facts.size ? "?" + facts : "");
  };
  let latest = 0;
  const update = async (push) => {
    const mine = ++latest;
    const response = await fetch(address());
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== latest) return;
    for (const id of ["jawaban"]) document.getElementById(id).replaceWith(page.getElementById(id));
    document.querySelector(".progress").textContent = page.querySelector(".progress").textContent;
    if (push) history.pushState(null, "", address());
  };
  questions.addEventListener("change", () => update(true).catch(() => {}));
  addEventListener("popstate", () => location.reload());
}
