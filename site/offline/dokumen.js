// The file note as a Word document: suluh.docx(parts, markdown). The parts are those of an empty document, made by the
// server's library (site/exportguide.go) and packed already; this writes the text between them, as site/chargedocx.go
// does, and packs the whole.
"use strict";

(() => {
  /**
   * @typedef {{name: string, method: number, crc: number, size: number, data: string}} Part data is in base64
   * @typedef {{parts: Part[], document: string, head: string, tail: string, widths: number[]}} Parts
   * @typedef {{name: Uint8Array, method: number, crc: number, size: number, data: Uint8Array}} Entry
   */

  /** @type {Record<string, string>} */
  const entities = { '"': "&#34;", "'": "&#39;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#x9;" };

  /** @param {string} s */
  const escape = (s) => s.replace(/["'&<>\t]/g, (c) => entities[c]);

  /**
   * @param {string} text
   * @param {string} properties
   */
  const run = (text, properties) => {
    const space = text.trim() === text ? "" : ' xml:space="preserve"';
    return `<w:r>${properties}<w:t${space}>${escape(text)}</w:t></w:r>`;
  };

  /**
   * A text whose words between double asterisks are bold.
   * @param {string} text
   */
  const runs = (text) =>
    text.split("**").map((part, i) => (part ? run(part, `<w:rPr><w:b w:val="${i % 2 === 1}"></w:b></w:rPr>`) : "")).join("");

  /**
   * @param {string} content
   * @param {string} style
   */
  const paragraph = (content, style = "") => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"></w:pStyle></w:pPr>`}${content}</w:p>`;

  /**
   * A row of a Markdown table.
   * @param {string} line
   */
  const row = (line) => {
    const cells = line.replaceAll("\\|", "\0").replace(/^\|+|\|+$/g, "").split("|").map((c) => c.replaceAll("\0", "|").trim());
    const properties = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"></w:shd></w:tcPr>';
    return `<w:tr><w:trPr></w:trPr>${cells.map((c) => `<w:tc>${properties}${paragraph(runs(c))}</w:tc>`).join("")}</w:tr>`;
  };

  /**
   * The text of a note as WordprocessingML: headings, paragraphs, lists and tables, which is all that a note has.
   * @param {string} markdown
   * @param {number[]} widths of the columns of a table
   */
  const body = (markdown, widths) => {
    const columns = widths.map((w) => `<w:gridCol w:w="${w}"></w:gridCol>`).join("");
    let out = "", table = false;
    for (const line of markdown.split("\n")) {
      const isRow = line.startsWith("|");
      if (table && !isRow) out += "</w:tbl>";
      if (isRow && !table) out += `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"></w:tblStyle></w:tblPr><w:tblGrid>${columns}</w:tblGrid>`;
      table = isRow;
      if (line === "" || line.startsWith("|---")) continue;
      const text = line.replace(/^#+/, "");
      const level = line.length - text.length;
      if (isRow) out += row(line);
      else if (level > 0) out += paragraph(run(text.trim(), ""), level === 1 ? "Title" : "Heading" + (level - 1));
      else if (line.startsWith("- ")) out += paragraph(runs(line.slice(2)), "List Bullet");
      else out += paragraph(runs(line));
    }
    return out;
  };

  /**
   * The checksum of a packed file (CRC-32).
   * @param {Uint8Array} bytes
   */
  const checksum = (bytes) => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };

  /**
   * Numbers, the least byte first.
   * @param {...[number, number]} fields width in bytes, value
   */
  const record = (...fields) => Uint8Array.from(fields.flatMap(([width, value]) => Array.from({ length: width }, (_, i) => (value >>> (8 * i)) & 255)));

  const version = 20; // of the format, that can read the file
  const firstOfJanuary1980 = 0x21;

  /**
   * Packs files (ZIP).
   * @param {Entry[]} entries
   */
  const pack = (entries) => {
    /** @type {Uint8Array[]} */
    const files = [];
    /** @type {Uint8Array[]} */
    const directory = [];
    const length = (/** @type {Uint8Array[]} */ list) => list.reduce((n, bytes) => n + bytes.length, 0);
    for (const e of entries) {
      /** @type {[number, number][]} */
      const common = [[2, version], [2, 0], [2, e.method], [2, 0], [2, firstOfJanuary1980], [4, e.crc], [4, e.data.length], [4, e.size], [2, e.name.length], [2, 0]];
      directory.push(record([4, 0x02014b50], [2, version], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, length(files)]), e.name);
      files.push(record([4, 0x04034b50], ...common), e.name, e.data);
    }
    const n = entries.length;
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, length(directory)], [4, length(files)], [2, 0]);
    return [...files, ...directory, end];
  };

  /**
   * @param {Parts} parts
   * @param {string} markdown
   * @returns {Blob}
   */
  const docx = ({ parts, document, head, tail, widths }, markdown) => {
    const utf8 = new TextEncoder();
    const data = utf8.encode(head + body(markdown, widths) + tail);
    const text = { name: utf8.encode(document), method: 0, crc: checksum(data), size: data.length, data };
    const others = parts.map((p) => ({ ...p, name: utf8.encode(p.name), data: Uint8Array.from(atob(p.data), (c) => c.charCodeAt(0)) }));
    return new Blob(/** @type {BlobPart[]} */ (pack([...others, text])), { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
  };

  window.suluh = Object.assign(window.suluh ?? {}, { docx });
})();
