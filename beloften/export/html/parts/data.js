// The data of the run, as beloften/export/html/data.py lays it out.

const DATA = contentOf("data");
const WORDS = DATA.words;
const ROLES = ["words", "cue", "link"];

function say(key, values = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function whole(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, DATA.lang === "en" ? "," : ".");
}

const text = (index) => DATA.texts[index];
const codeNumbers = new Map(DATA.codes.map((code, number) => [code.name, number]));
const degreeNumbers = new Map(DATA.degrees.map((degree, number) => [degree.name, number]));
const LEVELS = ["genoemd", "belofte", "expliciet"];
const STANCES = ["afgezet", "onderschreven", "neutraal"];

const sentences = DATA.sentences.map(([doc, citation, page, heading, sentence, before, after]) => ({
  document: doc,
  group: DATA.documents[doc][2],
  citation: text(citation),
  page: text(page),
  heading: text(heading),
  text: text(sentence),
  before: text(before),
  after: text(after),
  findings: [],
}));

for (const [sentence, code, degree, picture, marks, before, rule, pattern, words, cue, link] of DATA.findings) {
  sentences[sentence].findings.push({ code, degree, picture, marks, before, rule, pattern, words, cue, link });
}

function marksOf(findings, column) {
  const found = [];
  for (const finding of findings) {
    const numbers = finding[column];
    for (let index = 0; index < numbers.length; index += 3) {
      const role = ROLES[numbers[index + 2]];
      const names = role === "words" ? [role, DATA.codes[finding.code].hue] : [role];
      found.push({ start: numbers[index], end: numbers[index + 1], names });
    }
  }
  return found;
}

const folded = (written) => written.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function searchable(sentence) {
  sentence.searchable ??= folded(`${sentence.text} ${sentence.heading} ${sentence.citation}`);
  return sentence.searchable;
}

// What is asked: names as in the address of the page. A level includes the ones behind it.
const NO_QUESTION = { group: "", document: "", code: "", level: "", stance: "", text: "" };

function fits(finding, asked) {
  if (asked.code && finding.code !== codeNumbers.get(asked.code)) return false;
  const degree = DATA.degrees[finding.degree].name;
  if (asked.level && LEVELS.indexOf(degree) < LEVELS.indexOf(asked.level)) return false;
  return !asked.stance || degree === asked.stance;
}

// The sentences that answer a question, each with the findings in it that do.
function answers(asked) {
  const group = asked.group === "" ? null : Number(asked.group);
  const doc = asked.document === "" ? null : Number(asked.document);
  const parts = folded(asked.text).split(/\s+/).filter(Boolean);
  const found = [];
  for (const sentence of sentences) {
    if (group !== null && sentence.group !== group) continue;
    if (doc !== null && sentence.document !== doc) continue;
    const findings = sentence.findings.filter((finding) => fits(finding, asked));
    if (findings.length && parts.every((part) => searchable(sentence).includes(part))) found.push({ sentence, findings });
  }
  return found;
}

function address(question) {
  return `#${new URLSearchParams(Object.entries(question).filter(([, value]) => value !== ""))}`;
}

function question(hash) {
  const given = new URLSearchParams(hash.slice(1));
  const known = Object.keys(NO_QUESTION).filter((key) => given.has(key));
  return known.length ? { ...NO_QUESTION, ...Object.fromEntries(known.map((key) => [key, given.get(key)])) } : null;
}
