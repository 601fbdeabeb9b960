// Slides: shows one at a time, as large as the screen. Without this script they stand one below the other.
"use strict";
let deck, slides, start, current;

const show = (n) => {
  current = Math.max(0, Math.min(n, slides.length - 1));
  slides.forEach((slide, i) => {
    slide.classList.toggle("current", i === current);
    slide.toggleAttribute("inert", i !== current);
  });
  slides[current].scrollTop = 0;
  slides[current].setAttribute("tabindex", "-1");
  slides[current].focus();
};

const begin = () => {
  deck.classList.add("showing");
  document.documentElement.requestFullscreen?.().catch(() => {}); // a browser may refuse; the window is enough then
  show(current);
};

const end = () => {
  deck.classList.remove("showing", "with-notes");
  for (const slide of slides) {
    slide.classList.remove("current");
    slide.removeAttribute("inert");
  }
  if (document.fullscreenElement) document.exitFullscreen();
  slides[current].scrollIntoView();
  start.focus();
};

const keys = {
  ArrowRight: () => show(current + 1),
  ArrowDown: () => show(current + 1),
  PageDown: () => show(current + 1),
  " ": () => show(current + 1),
  ArrowLeft: () => show(current - 1),
  ArrowUp: () => show(current - 1),
  PageUp: () => show(current - 1),
  Home: () => show(0),
  End: () => show(slides.length - 1),
  n: () => deck.classList.toggle("with-notes"),
  Escape: end,
};

const prepare = () => {
  deck = document.getElementById("salindia");
  slides = [...deck.querySelectorAll(".slide")];
  start = document.getElementById("tayang");
  current = 0;
  start.hidden = false;
  document.getElementById("kunci").hidden = false;
  start.addEventListener("click", begin);
  for (const slide of slides) {
    slide.addEventListener("click", (event) => {
      if (deck.classList.contains("showing") && !event.target.closest("a, .note")) show(current + 1);
    });
  }
};
prepare();
document.addEventListener("slides", prepare); // the export has put others in their place
document.addEventListener("keydown", (event) => {
  const act = keys[event.key] ?? keys[event.key.toLowerCase()];
  if (!act || !deck.classList.contains("showing") || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
});
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && deck.classList.contains("showing")) end();
});
