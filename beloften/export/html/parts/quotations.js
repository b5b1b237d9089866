// The list of quotations: what is asked, what is found, and as much of it as is looked at.

const PAGE = 40; // sentences that are added to the list at a time
const PRINTED = 400; // sentences that are printed at most
const list = { asked: NO_QUESTION, found: [], shown: 0 };
const fields = {};

function options(every, choices) {
  return [element("option", { value: "" }, every), ...choices.map(([value, label]) => element("option", { value }, label))];
}

function codeOptions() {
  const kinds = [...new Set(DATA.codes.map((code) => code.kind))];
  const groups = kinds.map((kind) => {
    const members = DATA.codes.filter((code) => code.kind === kind);
    return element("optgroup", { label: say(`kind_${kind}`) }, ...members.map((code) => element("option", { value: code.name }, code.label)));
  });
  return [element("option", { value: "" }, say("all_codes")), ...groups];
}

function degreeLabel(name) {
  return DATA.degrees[degreeNumbers.get(name)].label;
}

function field(key, label, control, css) {
  fields[key] = control;
  control.addEventListener(control.tagName === "SELECT" ? "change" : "input", () => {
    const asked = Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.value]));
    history.replaceState(null, "", Object.values(asked).some(Boolean) ? address(asked) : "#quotations");
    ask(asked);
  });
  return labelled(`filter-${key}`, label, control, css);
}

function startFilters() {
  const select = (children) => element("select", {}, ...children);
  const levels = LEVELS.map((name) => [name, name === "expliciet" ? degreeLabel(name) : say("or_further", { level: degreeLabel(name) })]);
  const groups = DATA.groups.map((group, number) => [number, group.label]);
  const quoted = [...new Set(sentences.map((sentence) => sentence.document))].sort((one, other) => one - other);
  const documents = quoted.map((number) => [number, DATA.documents[number][1]]);
  const clear = element("button", { type: "reset" }, say("clear"));
  place("filters").append(
    field("group", say("gemeente"), select(options(say("all_gemeenten"), groups))),
    field("document", say("document_filter"), select(options(say("every_document"), documents))),
    field("code", say("code"), select(codeOptions())),
    field("level", say("level"), select(options(say("all_levels"), levels))),
    field("stance", say("stance"), select(options(say("all_stances"), STANCES.map((name) => [name, degreeLabel(name)])))),
    field("text", say("text"), element("input", { type: "search", autocomplete: "off", spellcheck: "false" }), "grow"),
    clear,
  );
  place("filters").addEventListener("submit", (event) => event.preventDefault());
  place("filters").addEventListener("reset", () => {
    history.replaceState(null, "", "#quotations");
    ask(NO_QUESTION);
  });
  place("more").addEventListener("click", () => {
    const first = list.shown;
    showMore(PAGE);
    place("list").children[first]?.querySelector("button").focus();
  });
}

// How many there are, and of what: on paper the filters are not there to say so.
function described(asked, number) {
  const counted = number === 0 ? say("found_none") : number === 1 ? say("found_one") : say("found", { n: whole(number) });
  const chosenLabels = ["code", "level", "stance", "group", "document"]
    .filter((key) => asked[key] !== "")
    .map((key) => fields[key].selectedOptions[0]?.label ?? "");
  const parts = [...chosenLabels, asked.text && `“${asked.text}”`].filter(Boolean);
  return [counted, ...parts.flatMap((part) => ["\u00a0· ", element("bdi", {}, part)])];
}

function ask(asked) {
  for (const [name, control] of Object.entries(fields)) {
    if (control.value !== asked[name]) control.value = asked[name];
  }
  list.asked = asked;
  list.found = answers(asked);
  list.shown = 0;
  place("found").replaceChildren(...described(asked, list.found.length));
  place("list").replaceChildren();
  showMore(PAGE);
}

function showMore(number) {
  const next = list.found.slice(list.shown, list.shown + number);
  place("list").append(...next.map((answer, index) => itemOf(answer, list.shown + index)));
  list.shown += next.length;
  const left = list.found.length - list.shown;
  place("more").hidden = !left;
  place("more").textContent = say("more", { n: whole(left) });
  place("not-printed").hidden = !left;
  place("not-printed").textContent = say("not_printed", { n: whole(list.shown) });
}

function codeName(finding) {
  const code = DATA.codes[finding.code];
  const degree = DATA.degrees[finding.degree].label;
  const name = [element("span", { class: `dot ${code.hue}`, "aria-hidden": "true" }), code.label];
  return degree ? [...name, "\u00a0· ", degree] : name;
}

function itemOf({ sentence, findings }, index) {
  const quote = element("blockquote", { class: "quote", lang: "nl" }, ...marked(sentence.text, marksOf(findings, "marks")));
  const open = element("button", { type: "button", "aria-label": say("open_quotation", { citation: sentence.citation }) }, element("bdi", {}, sentence.citation));
  open.addEventListener("click", () => openReader(index));
  const codes = findings.map((finding) => element("span", {}, ...codeName(finding)));
  return element("li", {}, quote, element("div", { class: "source" }, open, ...codes));
}
