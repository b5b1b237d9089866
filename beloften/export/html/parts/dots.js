// The numbers of the table as dots with their intervals: a panel per code, a line per gemeente.

const BEYOND = 2; // an axis runs no further than so many times the highest rate

function axisEnd(cells) {
  const highestRate = Math.max(0, ...cells.map((cell) => cell[1] ?? 0));
  const highest = Math.max(0, ...cells.map((cell) => cell[3] ?? 0));
  const wanted = (highestRate ? Math.min(highest, BEYOND * highestRate) : highest) || 1;
  const power = 10 ** Math.floor(Math.log10(wanted / 2));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size * 2 >= wanted * 0.999999);
  return step * 2;
}

function lineOf(cell, end) {
  const at = (value) => `${Math.min(100, (100 * value) / end).toFixed(2)}%`;
  const parts = [0, 0.5, 1].map((share) => drawing("line", { class: "tick", x1: `${100 * share}%`, x2: `${100 * share}%`, y1: "0", y2: "100%" }));
  if (cell && cell[1] !== null) {
    const [, rate, low, high] = cell;
    parts.push(drawing("line", { class: "interval", x1: at(low), x2: at(high), y1: "50%", y2: "50%" }));
    if (high > end) {
      const arrow = drawing("svg", { x: "100%", y: "50%", class: "arrow", overflow: "visible" });
      arrow.append(drawing("path", { class: "beyond", d: "M0 -4 L6 0 L0 4 Z" }));
      parts.push(arrow);
    }
    parts.push(drawing("circle", { class: "point", cx: at(rate), cy: "50%", r: "4.5" }));
  }
  return drawing("svg", { "aria-hidden": "true" }, ...parts);
}

function rowOf(code, group, end) {
  const cell = countOf(code, chosen.measure, group);
  const name = element("bdi", { title: DATA.groups[group].label }, DATA.groups[group].label);
  const names = { code: DATA.codes[code].label, group: DATA.groups[group].label, rate: cell?.[4], interval: cell?.[5], n: whole(cell?.[0] ?? 0) };
  const number = cell?.[0]
    ? element("a", { href: address(questionOf(code, chosen.measure, group)), "aria-label": say("cell", names), title: say("cell", names) }, cell[4])
    : element("span", {}, cell ? cell[4] : "–");
  return element("li", {}, name, lineOf(cell, end), number);
}

function axisOf(end) {
  const written = (value) => String(Number(value.toPrecision(6))).replace(".", DATA.lang === "en" ? "." : ",");
  const label = (share) => drawing("text", { x: `${100 * share}%`, y: "1em", "text-anchor": "middle", fill: "currentColor" }, written(share * end));
  const axis = drawing("svg", { "aria-hidden": "true" }, label(0), label(0.5), label(1));
  return element("li", { class: "axis" }, element("span"), axis, element("span"));
}

function drawDots() {
  const { codes } = DATA.sets[chosen.set];
  const groups = [...DATA.groups.keys()];
  const cells = codes.flatMap((code) => groups.map((group) => countOf(code, chosen.measure, group))).filter(Boolean);
  const end = axisEnd(cells);
  const panels = codes.map((code) => {
    const rows = groups.map((group) => rowOf(code, group, end));
    const { label, hue } = DATA.codes[code];
    return element("div", { class: `panel ${hue}` }, element("h4", {}, label), element("ul", {}, ...rows, axisOf(end)));
  });
  place("dots").replaceChildren(...panels);
}
