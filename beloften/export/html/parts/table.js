// The table of a set of codes by gemeente, and the choice of set and measure that the dots share.

const chosen = { set: 0, measure: DATA.sets.length ? DATA.sets[0].leading : "" };

function countOf(code, measure, group) {
  return DATA.counts[DATA.codes[code].name]?.[measure]?.[group] ?? null;
}

function questionOf(code, measure, group) {
  const asked = { ...NO_QUESTION, code: DATA.codes[code].name };
  if (group !== null) asked.group = String(group);
  if (LEVELS.includes(measure)) asked.level = measure;
  if (STANCES.includes(measure)) asked.stance = measure;
  return asked;
}

// The highest alone has the darkest shade, nought none.
function shades(rates) {
  const highest = Math.max(0, ...rates.map((rate) => rate ?? 0));
  return rates.map((rate) => (!rate ? 0 : rate === highest ? 5 : Math.ceil((4 * rate) / highest)));
}

function cellOf(code, measure, group, shade) {
  const count = countOf(code, measure, group);
  if (!count) return element("td", {}, element("span", { class: "none" }, "–"));
  const [number, , , , rate, interval] = count;
  const names = { code: DATA.codes[code].label, group: DATA.groups[group].label, rate, interval, n: whole(number) };
  const shown = [element("b", {}, rate), " ", element("small", {}, interval)];
  if (!number) return element("td", { class: "s0", title: say("cell", names) }, element("span", { class: "none" }, ...shown));
  const link = element("a", { href: address(questionOf(code, measure, group)), "aria-label": say("cell", names), title: say("cell", names) }, ...shown);
  return element("td", { class: `s${shade}` }, link);
}

function headOf(code, measure) {
  const label = DATA.codes[code].label;
  const link = element("a", { href: address(questionOf(code, measure, null)), "aria-label": say("column", { code: label }) }, label);
  return element("th", { scope: "col" }, link);
}

// On paper nothing else says what was chosen.
function captionOf() {
  const { label, measures } = DATA.sets[chosen.set];
  const measure = measures.length > 1 ? measures.find((one) => one.name === chosen.measure).label : "";
  return element("caption", {}, [label, measure].filter(Boolean).join(" · "));
}

function drawTable() {
  const { codes } = DATA.sets[chosen.set];
  const groups = [...DATA.groups.keys()];
  const columns = codes.map((code) => shades(groups.map((group) => countOf(code, chosen.measure, group)?.[1])));
  const head = element("tr", {}, element("td", {}), ...codes.map((code) => headOf(code, chosen.measure)));
  const rows = groups.map((group) => {
    const name = element("th", { scope: "row" }, element("bdi", {}, DATA.groups[group].label), element("small", {}, DATA.groups[group].basis));
    return element("tr", {}, name, ...codes.map((code, column) => cellOf(code, chosen.measure, group, columns[column][group])));
  });
  const table = element("table", { class: `rates ${DATA.codes[codes[0]].hue}` }, captionOf(), element("thead", {}, head), element("tbody", {}, ...rows));
  place("rates").replaceChildren(table);
}

function measureChoice(measure) {
  const input = element("input", { type: "radio", name: "measure", value: measure.name, checked: measure.name === chosen.measure });
  input.addEventListener("change", () => {
    chosen.measure = measure.name;
    drawTable();
    drawDots();
  });
  return element("label", {}, input, measure.label);
}

function drawMeasures() {
  const { measures } = DATA.sets[chosen.set];
  const choices = element("div", { class: "choices" }, ...measures.map(measureChoice));
  const field = element("fieldset", { hidden: measures.length < 2 }, element("legend", {}, say("measure")), choices);
  place("measures").lastElementChild.replaceWith(field);
}

function startTable() {
  if (!DATA.groups.length || !DATA.sets.length) return;
  const select = element("select", {}, ...DATA.sets.map((set, number) => element("option", { value: number }, set.label)));
  select.addEventListener("change", () => {
    chosen.set = Number(select.value);
    chosen.measure = DATA.sets[chosen.set].leading;
    drawMeasures();
    drawTable();
    drawDots();
  });
  place("measures").append(labelled("set", say("set"), select), element("span"));
  drawMeasures();
  drawTable();
  drawDots();
}
