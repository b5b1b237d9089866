// A quotation to read: what stands around it, what found it, and the page that it stands on.

const reader = { index: 0, opener: null, pictures: null };

function pictureAt(index) {
  reader.pictures ??= contentOf("pictures");
  return reader.pictures[index];
}

function openReader(index) {
  reader.opener = document.activeElement;
  showQuotation(index);
  place("reader").showModal();
  place("reader-title").focus();
}

function showQuotation(index) {
  reader.index = index;
  const { sentence, findings } = list.found[index];
  const title = element("h2", { id: "reader-title", tabindex: "-1" }, element("bdi", {}, sentence.citation));
  const body = element("div", { class: "reading" }, title, element("p", { class: "heading" }, sentence.heading), passageOf(sentence, findings), ...findings.map((finding) => findingOf(sentence, finding, findings)), fileOf(sentence));
  place("reader").replaceChildren(topBar(), body);
  place("reader").scrollTop = 0;
}

function button(label, action, disabled = false) {
  const made = element("button", { type: "button", disabled }, label);
  made.addEventListener("click", action);
  return made;
}

function topBar() {
  const position = say("position", { i: whole(reader.index + 1), n: whole(list.found.length) });
  return element(
    "div",
    { class: "bar-top" },
    element("span", { role: "status" }, position),
    button(say("previous"), () => step(-1), reader.index === 0),
    button(say("next"), () => step(1), reader.index === list.found.length - 1),
    button(say("close"), () => place("reader").close()),
  );
}

function step(by) {
  const index = reader.index + by;
  if (index < 0 || index >= list.found.length) return;
  showQuotation(index);
  place("reader-title").focus();
}

function passageOf(sentence, findings) {
  const before = element("span", { class: "around" }, ...marked(sentence.before, marksOf(findings, "before")), " ");
  const own = element("span", { class: "own" }, ...marked(sentence.text, marksOf(findings, "marks")));
  return element("blockquote", { class: "passage", lang: "nl" }, before, own, element("span", { class: "around" }, ` ${sentence.after}`));
}

// Findings that mark the same words share a picture: it stands with the first of them.
function figureOf(sentence, finding, findings) {
  const isFirst = findings.find((one) => one.picture === finding.picture) === finding;
  if (finding.picture < 0 || !isFirst) return [];
  const [src, width, height] = pictureAt(finding.picture);
  const alt = say("picture", { citation: sentence.citation, words: text(finding.words) });
  return [element("figure", {}, element("img", { src, width, height, alt }))];
}

function findingOf(sentence, finding, findings) {
  const facts = ["rule", "pattern", "words", "cue", "link"]
    .map((key) => [key, text(finding[key])])
    .filter(([, value]) => value)
    .flatMap(([key, value]) => [element("dt", {}, say(key === "words" ? "marked" : key)), element("dd", {}, key === "pattern" || key === "rule" ? element("code", {}, value) : element("bdi", {}, value))]);
  const name = element("h3", {}, ...codeName(finding));
  return element("section", { class: "finding" }, name, ...figureOf(sentence, finding, findings), element("dl", {}, ...facts));
}

function fileOf(sentence) {
  const facts = [element("dt", {}, say("file")), element("dd", {}, element("bdi", {}, DATA.documents[sentence.document][0]))];
  return element("section", { class: "finding" }, element("dl", {}, ...facts));
}

function startReader() {
  const dialog = place("reader");
  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    while (list.shown <= reader.index) showMore(PAGE);
    const item = place("list").children[reader.index]?.querySelector("button");
    (item ?? reader.opener)?.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
  });
}
