// Templates of the server, in the browser: suluh.render(tree, model) writes the main block of a page as HTML from the
// same template as the server. The trees come from templates.TreeOf. html/template has chosen for every value the
// functions that make it safe at its place; they are repeated here byte for byte.
"use strict";

(() => {
  /**
   * @typedef {{do: "text"|"put"|"if"|"with"|"range"|"template", text?: string, pipe?: Pipe, then?: Node[], else?: Node[]}} Node
   * @typedef {{vars?: string[], commands: Operand[][]}} Pipe
   * @typedef {{from: string, fields?: string[], value?: any, pipe?: Pipe}} Operand
   * @typedef {Record<string, Node[]>} Tree
   */

  /** HTML that is safe already, as template.HTML in Go. */
  class SafeHTML {
    /** @param {string} html */
    constructor(html) {
      this.html = html;
    }
  }

  /** @type {Record<string, string>} */
  const entities = { "\0": "\uFFFD", '"': "&#34;", "&": "&amp;", "'": "&#39;", "+": "&#43;", "<": "&lt;", ">": "&gt;" };

  /** @param {string} s */
  const escape = (s) => s.replace(/[\0"&'+<>]/g, (c) => entities[c]);

  /**
   * A value as it is printed; what is not known is printed as nothing.
   * @param {any} value
   */
  const text = (value) => (value === null || value === undefined ? "" : String(value instanceof SafeHTML ? value.html : value));

  const utf8 = new TextEncoder();

  /** @param {string} s */
  const percent = (s) => Array.from(utf8.encode(s), (byte) => "%" + byte.toString(16).padStart(2, "0")).join("");

  /**
   * Whether an address leads to a page: a script must not be one.
   * @param {string} address
   */
  const isAddress = (address) => {
    const colon = address.indexOf(":");
    const scheme = address.slice(0, Math.max(colon, 0));
    return colon < 0 || scheme.includes("/") || /^(https?|mailto)$/i.test(scheme);
  };

  /**
   * Whether a value counts as yes in a condition. A struct does, however empty.
   * @param {any} value
   */
  const truth = (value) => (Array.isArray(value) ? value.length > 0 : value instanceof SafeHTML ? value.html !== "" : Boolean(value));

  /** @type {Record<string, (...args: any[]) => any>} */
  const functions = {
    and: (...args) => args.reduce((a, b) => (truth(a) ? b : a)),
    or: (...args) => args.reduce((a, b) => (truth(a) ? a : b)),
    not: (a) => !truth(a),
    eq: (a, ...others) => others.some((b) => a === b),
    ne: (a, b) => a !== b,
    gt: (a, b) => a > b,
    len: (list) => {
      if (list !== null && !Array.isArray(list)) throw new Error("len of what is no list");
      return list === null ? 0 : list.length;
    },
    upper: (s) => s.toUpperCase(),
    cell: (s) => s.replaceAll("|", "\\|"),
    _html_template_htmlescaper: (value) => (value instanceof SafeHTML ? value.html : escape(text(value))),
    _html_template_attrescaper: (value) => {
      if (value instanceof SafeHTML) throw new Error("HTML inside of an attribute");
      return escape(text(value));
    },
    _html_template_urlfilter: (value) => (isAddress(text(value)) ? text(value) : "#ZgotmplZ"),
    _html_template_urlnormalizer: (value) => text(value).replace(/%(?![0-9a-fA-F]{2})|[^!#$&*+,/:;=?@[\]\-._~%a-zA-Z0-9]/gu, percent),
    _html_template_urlescaper: (value) => text(value).replace(/[^\-._~a-zA-Z0-9]/gu, percent),
  };

  /** Writes one page. */
  class Writer {
    /** @param {Tree} tree */
    constructor(tree) {
      this.tree = tree;
      this.out = "";
      /** @type {[name: string, value: any][]} */
      this.variables = []; // of the template at work, the latest last
    }

    /**
     * @param {string} name
     * @param {any} data
     */
    template(name, data) {
      const nodes = this.tree[name];
      if (nodes === undefined) throw new Error(`no template "${name}"`);
      const outer = this.variables;
      this.variables = [["$", data]];
      this.list(nodes, data);
      this.variables = outer;
    }

    /**
     * @param {Node[] | null | undefined} nodes
     * @param {any} dot
     */
    list(nodes, dot) {
      const known = this.variables.length;
      for (const node of nodes ?? []) this.node(node, dot);
      this.variables.length = known;
    }

    /**
     * @param {Node} node
     * @param {any} dot
     */
    node(node, dot) {
      const known = this.variables.length;
      const value = node.pipe ? this.pipe(node.pipe, dot) : null;
      switch (node.do) {
        case "text":
          this.out += node.text;
          return;
        case "put":
          this.put(node, value);
          return; // a variable that it declares lives on
        case "template":
          this.template(String(node.text), value);
          return;
        case "range":
          this.range(node, value, dot);
          break;
        default:
          this.declare(node, [value]);
          if (truth(value)) this.list(node.then, node.do === "with" ? value : dot);
          else this.list(node.else, dot);
      }
      this.variables.length = known;
    }

    /**
     * @param {Node} node
     * @param {any} value
     */
    put(node, value) {
      if (node.pipe?.vars) this.declare(node, [value]);
      else this.out += text(value);
    }

    /**
     * @param {Node} node
     * @param {any} value
     * @param {any} dot
     */
    range(node, value, dot) {
      if (value !== null && !Array.isArray(value)) throw new Error("range over what is no list");
      if (!truth(value)) {
        this.list(node.else, dot);
        return;
      }
      const known = this.variables.length;
      value.forEach((/** @type {any} */ item, /** @type {number} */ i) => {
        this.declare(node, node.pipe?.vars?.length === 1 ? [item] : [i, item]);
        this.list(node.then, item);
        this.variables.length = known;
      });
    }

    /**
     * Gives the variables of a pipe their values.
     * @param {Node} node
     * @param {any[]} values
     */
    declare(node, values) {
      (node.pipe?.vars ?? []).forEach((name, i) => this.variables.push([name, values[i]]));
    }

    /**
     * @param {Pipe} pipe
     * @param {any} dot
     */
    pipe(pipe, dot) {
      /** @type {any} */
      let value;
      pipe.commands.forEach((command, i) => {
        value = this.command(command, dot, i > 0 ? [value] : []);
      });
      return value;
    }

    /**
     * @param {Operand[]} command
     * @param {any} dot
     * @param {any[]} last the value of the command before it
     */
    command([first, ...rest], dot, last) {
      const args = [...rest.map((operand) => this.operand(operand, dot, [])), ...last];
      return first.from === "function" ? functions[first.value](...args) : this.operand(first, dot, args);
    }

    /**
     * @param {Operand} operand
     * @param {any} dot
     * @param {any[]} args for its last field, if that is a method
     */
    operand(operand, dot, args) {
      switch (operand.from) {
        case "constant":
          return operand.value;
        case "function":
          return functions[operand.value]();
        case "pipe":
          return operand.pipe ? this.pipe(operand.pipe, dot) : null;
        case ".":
          return this.fields(dot, operand.fields ?? [], args);
      }
      const variable = this.variables.findLast(([name]) => name === operand.from);
      if (!variable) throw new Error(`no variable ${operand.from}`);
      return this.fields(variable[1], operand.fields ?? [], args);
    }

    /**
     * Goes down from a value. A model that lacks a field is a mistake of ours; it must not be printed as nothing.
     * @param {any} value
     * @param {string[]} names
     * @param {any[]} args
     */
    fields(value, names, args) {
      for (const [i, name] of names.entries()) {
        const field = value?.[name];
        if (field === undefined) throw new Error(`no field ${name} in ${JSON.stringify(value)}`.slice(0, 200));
        value = typeof field === "function" ? field.apply(value, i === names.length - 1 ? args : []) : field;
      }
      return value;
    }
  }

  /**
   * Writes the main block of a page, or the file note.
   * @param {Tree} tree
   * @param {any} model the page as the server's template gets it: the same names, null for nothing
   * @returns {string}
   */
  const render = (tree, model) => {
    const writer = new Writer(tree);
    writer.template("main", model);
    return writer.out;
  };

  window.suluh = Object.assign(window.suluh ?? {}, { render, SafeHTML });
})();
