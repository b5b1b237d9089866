"use strict";

// Everything that is shown is made here, of text: nothing of the data is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function drawing(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function labelled(id, label, control, css) {
  control.id = id;
  return element("div", { class: css }, element("label", { for: id }, label), control);
}

function place(id) {
  return document.getElementById(id);
}

function contentOf(id) {
  return JSON.parse(place(id).textContent);
}

// The text of a sentence, with the marks that findings have in it. A mark is {start, end, name}.
function marked(text, marks) {
  const edges = new Set([0, text.length]);
  for (const mark of marks) edges.add(mark.start).add(mark.end);
  const sorted = [...edges].sort((one, other) => one - other);
  const parts = [];
  for (let index = 0; index + 1 < sorted.length; index++) {
    const [start, end] = [sorted[index], sorted[index + 1]];
    const names = new Set(marks.filter((mark) => mark.start <= start && end <= mark.end).flatMap((mark) => mark.names));
    const piece = text.slice(start, end);
    parts.push(names.size ? element("mark", { class: [...names].join(" ") }, piece) : piece);
  }
  return parts;
}
