package templates

import (
	"fmt"
	"html/template"
	"io"
	"slices"
	"text/template/parse"
)

// Tree is the main block of a page and the templates that it calls, by name, as data. The static export gives it to
// site/offline/templat.js, which makes pages in the browser from the same templates.
type Tree map[string][]Node

// Node is a piece of a template.
type Node struct {
	Do   string `json:"do"`             // text, put, if, with, range or template
	Text string `json:"text,omitempty"` // of a text; the name of a template
	Pipe *Pipe  `json:"pipe,omitempty"`
	Then []Node `json:"then,omitempty"` // of if, with and range
	Else []Node `json:"else,omitempty"`
}

// Pipe is a row of commands; each gets the value of the one before it as its last argument.
type Pipe struct {
	Vars     []string    `json:"vars,omitempty"` // that take the value
	Commands [][]Operand `json:"commands"`
}

// Operand is a word of a command. The first one is called with the others if it is a function or a method.
type Operand struct {
	From   string   `json:"from"`             // "." for the value at hand, "$name" for a variable, "function", "constant" or "pipe"
	Fields []string `json:"fields,omitempty"` // to go down from it
	Value  any      `json:"value,omitempty"`  // of a constant; the name of a function
	Pipe   *Pipe    `json:"pipe,omitempty"`
}

// treeFunctions are the functions that site/offline/templat.js knows. Those that escape are put into the templates by
// html/template, which chooses them by the place where a value stands.
var treeFunctions = []string{
	"and", "or", "not", "eq", "ne", "gt", "len", "upper", "cell",
	"_html_template_htmlescaper", "_html_template_attrescaper", "_html_template_urlfilter", "_html_template_urlnormalizer", "_html_template_urlescaper",
}

// TreeOf returns the main block of a page as data. It fails if the block uses something that the browser cannot do.
func TreeOf(page string, funcs template.FuncMap) (Tree, error) {
	frame, err := parseFrame(funcs)
	if err != nil {
		return nil, err
	}
	set, err := parsePage(frame, page)
	if err != nil {
		return nil, err
	}
	// html/template escapes a set when it is first executed; this executes none of its templates.
	start, err := set.New("start").Parse(`{{if .}}{{template "main" .}}{{end}}`)
	if err == nil {
		err = start.Execute(io.Discard, false)
	}
	if err != nil {
		return nil, fmt.Errorf("escape page %q: %w", page, err)
	}
	tree, err := treeOf(func(name string) *parse.Tree {
		if t := set.Lookup(name); t != nil {
			return t.Tree
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("page %q: %w", page, err)
	}
	return tree, nil
}

// NoteTree returns the template of the file note as data.
func NoteTree() (Tree, error) {
	set, err := Note()
	if err != nil {
		return nil, err
	}
	tree, err := treeOf(func(name string) *parse.Tree {
		if t := set.Lookup(name); t != nil {
			return t.Tree
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("note: %w", err)
	}
	return tree, nil
}

func treeOf(lookup func(name string) *parse.Tree) (Tree, error) {
	w := treeWriter{lookup: lookup, tree: Tree{}}
	w.template("main")
	return w.tree, w.err
}

// treeWriter turns parsed templates into data. It keeps the first error.
type treeWriter struct {
	lookup func(name string) *parse.Tree
	tree   Tree
	err    error
}

func (w *treeWriter) fail(n parse.Node, what string) {
	if w.err == nil {
		w.err = fmt.Errorf("the templates of the browser have no %s: %s", what, n)
	}
}

// template adds a template and those that it calls.
func (w *treeWriter) template(name string) {
	if _, done := w.tree[name]; done || w.err != nil {
		return
	}
	t := w.lookup(name)
	if t == nil {
		w.err = fmt.Errorf("template %q is not there, or is called inside of a tag", name)
		return
	}
	w.tree[name] = nil
	w.tree[name] = w.list(t.Root)
}

func (w *treeWriter) list(l *parse.ListNode) []Node {
	if l == nil {
		return nil
	}
	var out []Node
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			if len(n.Text) > 0 {
				out = append(out, Node{Do: "text", Text: string(n.Text)})
			}
		case *parse.ActionNode:
			out = append(out, Node{Do: "put", Pipe: w.pipe(n.Pipe)})
		case *parse.TemplateNode:
			w.template(n.Name)
			out = append(out, Node{Do: "template", Text: n.Name, Pipe: w.pipe(n.Pipe)})
		case *parse.IfNode:
			out = append(out, w.branch("if", &n.BranchNode))
		case *parse.WithNode:
			out = append(out, w.branch("with", &n.BranchNode))
		case *parse.RangeNode:
			out = append(out, w.branch("range", &n.BranchNode))
		case *parse.CommentNode:
		default:
			w.fail(n, "such action")
		}
	}
	return out
}

func (w *treeWriter) branch(do string, n *parse.BranchNode) Node {
	return Node{Do: do, Pipe: w.pipe(n.Pipe), Then: w.list(n.List), Else: w.list(n.ElseList)}
}

func (w *treeWriter) pipe(p *parse.PipeNode) *Pipe {
	if p == nil {
		return nil
	}
	out := &Pipe{}
	if p.IsAssign {
		w.fail(p, "assignment")
	}
	for _, v := range p.Decl {
		out.Vars = append(out.Vars, v.Ident[0])
	}
	for _, c := range p.Cmds {
		var command []Operand
		for _, arg := range c.Args {
			command = append(command, w.operand(arg))
		}
		out.Commands = append(out.Commands, command)
	}
	return out
}

func (w *treeWriter) operand(n parse.Node) Operand {
	switch n := n.(type) {
	case *parse.DotNode:
		return Operand{From: "."}
	case *parse.FieldNode:
		return Operand{From: ".", Fields: n.Ident}
	case *parse.VariableNode:
		return Operand{From: n.Ident[0], Fields: n.Ident[1:]}
	case *parse.PipeNode:
		return Operand{From: "pipe", Pipe: w.pipe(n)}
	case *parse.StringNode:
		return Operand{From: "constant", Value: n.Text}
	case *parse.BoolNode:
		return Operand{From: "constant", Value: n.True}
	case *parse.NumberNode:
		if !n.IsInt {
			w.fail(n, "fraction")
		}
		return Operand{From: "constant", Value: n.Int64}
	case *parse.IdentifierNode:
		if !slices.Contains(treeFunctions, n.Ident) {
			w.fail(n, "function")
		}
		return Operand{From: "function", Value: n.Ident}
	}
	w.fail(n, "such operand")
	return Operand{}
}
