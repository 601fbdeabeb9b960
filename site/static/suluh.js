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
