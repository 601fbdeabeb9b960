// A bundle for outreach as Markdown, in the export: suluh.bundleMarkdown(bundle), what site/bundlenote.go writes. And a
// page of it as one HTML file that needs no other: suluh.bundlePage(title, main, bundle).
"use strict";

(() => {
  /**
   * Lowers the headings of a piece by one level, since it stands below a heading of ours.
   * @param {string} markdown
   */
  const deeper = (markdown) => markdown.replace(/^#/gm, "##");

  /** @param {any[]} answers */
  const rightLetters = (answers) => answers.filter((a) => a.Right).map((a) => a.Letter).join(" dan ");

  /**
   * What every file says of itself.
   * @param {{day: string, version: string}} b
   */
  const about = (b) => "Menurut hukum per " + b.day + ". Disusun Suluh, versi koleksi " + b.version + "; bukan bunyi undang-undang, kecuali disebut demikian. Suluh bukan Lembaran Negara.";

  /** @param {any} b */
  const bundleMarkdown = (b) => {
    let out = "";
    const line = (/** @type {string} */ text) => { out += text + "\n\n"; };
    const part = (/** @type {string} */ heading) => { line("---"); line("## " + heading); };
    const drawn = (/** @type {any} */ d) => line("**Gambar: " + d.Title + ".** " + d.Alt);
    line("# Bahan sosialisasi " + b.heading);
    line(about(b));
    for (const n of b.stale) line("**PERIKSA ULANG.** " + n.Where + ": " + n.Text);
    line("## Rencana pemandu");
    if (b.message) line("**" + b.message + "**");
    out += "| Menit | Acara | Lama |\n|---|---|---|\n";
    for (const s of b.steps) out += "| " + s.Clock + " | " + s.Title + " | " + s.Minutes + " menit |\n";
    out += "| | **Jumlah** | **" + b.length + " menit** |\n\n";
    for (const s of b.steps) {
      line("### " + s.Title + " (menit " + s.Clock + ")");
      line(deeper(s.Plain));
    }
    part("Lembar bacaan");
    for (const t of b.topics) {
      line("### " + t.Title);
      if (t.Drawing) drawn(t.Drawing);
      for (const text of t.Parts) line(deeper(text));
    }
    part("Salindia");
    for (const [i, s] of b.slides.entries()) {
      line("### " + (i + 1) + ". " + s.Title);
      out += s.Lines.map((/** @type {string} */ l) => "- " + l + "\n").join("") + (s.Lines.length ? "\n" : "");
      for (const l of s.Note.split("\n")) if (l.trim()) line("> " + l.trim());
    }
    part("Kuis");
    for (const [i, q] of b.questions.entries()) {
      line("### " + (i + 1) + ". " + q.Question);
      out += q.Answers.map((/** @type {any} */ a) => "- " + a.Letter + ". " + a.Text + "\n").join("") + "\n";
    }
    part("Jawaban kuis, untuk pemandu");
    for (const [i, q] of b.questions.entries()) line("**" + (i + 1) + ": " + rightLetters(q.Answers) + ".** " + q.Plain.replaceAll("\n", " "));
    if (b.extras.length) part("Bahan tambahan");
    for (const e of b.extras) {
      line("### " + e.Title);
      if (e.Status.Text) line("**" + e.Status.Label + "** " + e.Status.Text);
      for (const m of e.Marks) line("**" + m.Label + "** " + m.Where + ".");
      if (e.Drawing) drawn(e.Drawing);
      else for (const l of e.Plain.split("\n")) line(l.trim());
      if (e.Source) line(e.Source);
    }
    return out.trim() + "\n";
  };

  /** The style of a page that goes alone. */
  const style = "body{max-width:46rem;margin:1rem auto;padding:0 1rem;font:1.05rem/1.5 Arial,'Liberation Sans',sans-serif}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:.3rem;text-align:left;vertical-align:top}"
    + "svg{max-width:20rem;height:auto;display:block}.slide{border:1px solid;padding:1rem;margin:1rem 0;break-inside:avoid}h2,h3{break-after:avoid}.answers{break-before:page}"
    + ".vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

  /**
   * @param {string} title
   * @param {Element} main
   * @param {{day: string, version: string}} b
   */
  const bundlePage = (title, main, b) => {
    const copy = /** @type {Element} */ (main.cloneNode(true));
    for (const e of copy.querySelectorAll("nav, button, label, .sheet-choice, .deck-help, .left-out, script")) e.remove();
    for (const e of copy.querySelectorAll("details")) e.open = true;
    for (const a of copy.querySelectorAll("a")) a.replaceWith(...a.childNodes); // they lead into the copy, which is not beside this file
    const foot = document.createElement("p");
    foot.textContent = about(b);
    copy.append(foot);
    const head = document.createElement("title");
    head.textContent = title;
    return '<!DOCTYPE html>\n<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' + head.outerHTML + "<style>" + style + "</style>\n" + copy.innerHTML + "\n</html>\n";
  };

  Object.assign(window.suluh, { bundleMarkdown, bundlePage });
})();
