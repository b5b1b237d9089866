"""A run as a reader leafs through it: page after page, the sentences with codes and what the codes are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from beloften.codebook.diff import label_in
from beloften.corpus.only import chosen
from beloften.report.marks import marked_spans
from beloften.report.wording import edition_line, word
from beloften.run.result import READ
from beloften.rundir.only import names_of_row
from beloften.rundir.read import Run
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.rundir.run_info import edition_of
from beloften.safe_text import visible

_INDENT = 2


def browsed(run: Run, codes: Sequence[str], only: Sequence[str], lang: str) -> Iterator[RenderableType]:
    """Yield the lines of a run: by document and page each sentence with a code, and its codes below it.

    The last line has the rules that found them.

    Args:
        run: what to show.
        codes: to show; all of them when there are none.
        only: names of documents to keep to, as `corpus.only` knows them; all when there are none.
        lang: "nl" or "en", for labels.

    Raises:
        UsageError: no document bears one of the names.
    """
    documents = chosen(run.documenten, only, names_of_row)
    findings: dict[str, list[Bevinding]] = {}
    for row in run.bevindingen:
        if not codes or row.code in codes:
            findings.setdefault(row.document, []).append(row)
    names = {code: label_in(rule) for code, rule in run.rules.items()}
    labels = {code: name.en if lang == "en" else name.nl for code, name in names.items()}
    for document in documents:
        found = findings.get(document.document, ())
        if found or not codes:
            yield from _document(document, found, labels, lang)
    yield Text(visible(edition_line(edition_of(run.info), lang)), style="dim")


def _document(
    row: DocumentRow, findings: Iterable[Bevinding], labels: Mapping[str, str], lang: str
) -> Iterator[RenderableType]:
    name = row.citation or row.document
    yield Text(visible(" · ".join(filter(None, (name, row.titel, row.document)))), style="bold reverse")
    if row.status not in READ:
        yield _indented(Text(visible(f"{word(row.status, lang)}; {row.remark}")), 1)
    for _, page in groupby(findings, key=lambda finding: finding.citation):
        yield Text()
        yield from _page(list(page), labels, lang)
    yield Text()


def _page(findings: Sequence[Bevinding], labels: Mapping[str, str], lang: str) -> Iterator[RenderableType]:
    yield Text(visible(findings[0].citation), style="bold")
    heading = ""
    for _, group in groupby(findings, key=lambda finding: finding.sentence_index):
        rows = list(group)
        if rows[0].heading != heading:
            heading = rows[0].heading
            yield _indented(Text(visible(heading), style="italic"), 1)
        yield _indented(_sentence(rows), 2)
        for row in rows:
            yield _indented(Text(_said(row, labels, lang), style="dim"), 3)


def _said(row: Bevinding, labels: Mapping[str, str], lang: str) -> str:
    """What was found: label, level or stance, and the words that made it so."""
    degree = row.level or row.stance
    parts = (labels.get(row.code) or row.code, degree and word(degree, lang), row.words, row.cue, row.link)
    return visible(" · ".join(filter(None, parts)))


def _sentence(rows: Sequence[Bevinding]) -> Text:
    """The sentence with the words that carry its codes in bold."""
    sentence = rows[0].sentence
    spans = {span for row in rows for span in marked_spans(row)}
    borders = sorted({0, len(sentence), *(place for span in spans for place in span)})
    text = Text()
    for start, end in pairwise(borders):
        is_marked = any(first <= start < last for first, last in spans)
        text.append(visible(sentence[start:end]), style="bold underline" if is_marked else "")
    return text


def _indented(text: Text, depth: int) -> Padding:
    return Padding(text, (0, 0, 0, _INDENT * depth))
