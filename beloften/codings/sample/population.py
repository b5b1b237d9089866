"""All sentences of documents, with what the tool finds in them: what a sample is drawn from."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from beloften.codebook.schema import Codebook, ConceptKind
from beloften.codings.sample.key import SampledSentence
from beloften.corpus.discover import discover
from beloften.corpus.source import Source
from beloften.detect.detector import Detector
from beloften.errors import CorpusError, UnreadableError, UsageError
from beloften.extract.document import Document, Paragraph
from beloften.extract.read import read_document
from beloften.language.fold import fold_text
from beloften.language.sentence import Sentence
from beloften.run.analyse import page_label
from beloften.run.options import WHOLE, ReadingOptions
from beloften.run.result import READ
from beloften.run.text import counted_text
from beloften.rundir.citation import cite
from beloften.rundir.read import Run
from beloften.rundir.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the population.

    Attributes:
        name: as results show it.
        gemeente: "" when not known.
        citation: how it is cited.
        document: as it was read.
        paragraphs: those that count.
        sentences: of those paragraphs.
        codes: of each sentence, what was found in it, sorted.
    """

    name: str
    gemeente: str
    citation: str
    document: Document
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    codes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Population:
    """What a sample is drawn from: the documents that a scan counts, and the names of the others."""

    texts: tuple[Text, ...]
    unread: tuple[str, ...]


def population_of(paths: Sequence[Path], codebook: Codebook) -> Population:
    """Read files and folders, to draw sentences from.

    Raises:
        CorpusError: a path does not exist.
    """
    sources = [(source, source.gemeente, source.citation) for source in discover(paths).sources]
    return _population(sources, Detector(codebook), WHOLE)


def population_of_run(run: Run, documents: Sequence[Path], codebook: Codebook) -> Population:
    """Read the documents of a run again: it keeps only the sentences in which something was found.

    Args:
        run: the run.
        documents: files and folders where its documents are; they are known by what is in them.
        codebook: of the run.

    Raises:
        UsageError: the run was made with other rules.
        CorpusError: a document is gone, or is no longer what it was.
    """
    if run.info["codebook"]["sha256"] != codebook.sha256:
        problem = "The run was made with other rules than these."
        raise UsageError(problem, "Name its rules with --rules, or scan the documents again.")
    rows = [row for row in run.documenten if row.status in READ]
    options = run.info["options"]
    found = {_sha256(source.path): source for source in discover(documents).sources}
    gone = [row.document for row in rows if row.sha256 not in found]
    if gone:
        problem = f"{len(gone)} of {len(rows)} documents of the run are gone or have changed: {gone[0]}."
        raise CorpusError(problem, "Say where they are with --documents, or scan again what there is.")
    reading = ReadingOptions(bool(options.get("ocr")), options.get("section") or "")
    return _population([_of_row(row, found[row.sha256]) for row in rows], Detector(codebook), reading)


def _of_row(row: DocumentRow, source: Source) -> tuple[Source, str, str]:
    return replace(source, name=row.document), row.gemeente, row.citation


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _population(
    sources: Sequence[tuple[Source, str, str]], detector: Detector, options: ReadingOptions
) -> Population:
    texts, unread = [], []
    for source, gemeente, citation in sorted(sources, key=lambda each: each[0].name):
        try:
            document = read_document(source.path.read_bytes(), source.name, ocr=options.ocr)
        except (OSError, UnreadableError):
            unread.append(source.name)
            continue
        if document.quality not in READ:
            unread.append(source.name)
            continue
        counted = counted_text(document, options)
        found: dict[int, set[str]] = {}
        for finding in detector.detect(counted.sentences):
            found.setdefault(finding.sentence, set()).add(finding.code)
        codes = tuple(tuple(sorted(found.get(index, ()))) for index in range(len(counted.sentences)))
        texts.append(
            Text(
                source.name,
                gemeente,
                citation,
                document,
                counted.paragraphs,
                tuple(counted.sentences),
                codes,
            )
        )
    return Population(tuple(texts), tuple(unread))


def sampled(text: Text, at: int, stratum: str, weight: float, around: int) -> SampledSentence:
    """Return a sentence of a document as a sample holds it, with so many sentences on either side."""
    sentence = text.sentences[at]
    paragraph = text.paragraphs[sentence.paragraph]
    first = max(at - around, 0)
    same = Counter(fold_text(each.text) for each in text.sentences[: at + 1])[fold_text(sentence.text)]
    identity = "\0".join((text.name, fold_text(sentence.text), str(same)))
    return SampledSentence(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        document=text.name,
        gemeente=text.gemeente,
        citation=cite(text.citation or text.name, page_label(text.document, paragraph, sentence)),
        heading=" > ".join(paragraph.section),
        window=text.sentences[first : at + around + 1],
        at=at - first,
        stratum=stratum,
        weight=weight,
    )


def context_of(codebook: Codebook) -> int:
    """How many sentences on either side bear on the codes of a sentence."""
    windows: Iterator[int] = (concept.window for concept in codebook.of_kind(ConceptKind.CONTEXT))
    return max(windows, default=1)
