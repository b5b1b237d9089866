"""Codings in a QDPX project, the form in which ATLAS.ti, NVivo, MAXQDA and QualCoder export.

Codes are known by name: our code, or its label in Dutch or English (`beloften.codings.names`). Level and
stance are child codes, or codes of a tree of their own that were given to the same words. A coder is a user
of the project; all sentences of each document in which they coded count as read by them.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from beloften.codings.coders import Codings, Marked, bare_sentences, joined
from beloften.codings.documents import Documents
from beloften.codings.marks import together
from beloften.codings.names import CodeNames, Coding, unknown_names
from beloften.codings.passages import Letters, Passages, Span, covered, spans_of
from beloften.codings.qdpx.positions import Counting, counting_of
from beloften.codings.qdpx.project import Project, Source, read_project
from beloften.codings.sample.key import Sample, SampledSentence, key_beside
from beloften.codings.sentence import CodedSentence
from beloften.errors import CorpusError
from beloften.language.sentence import Sentence

_TOOL = re.compile(r"^beloften \d+\.")  # the user of a project that `beloften export` made
_SAMPLED = re.compile(r"^\[([0-9a-f]{16})\]", re.MULTILINE)


def read_qdpx(
    path: Path, names: CodeNames, documents: Documents | None = None, key: Sample | None = None
) -> Codings:
    """Read the codings of a project.

    Args:
        path: the QDPX file.
        names: what codes are called.
        documents: to take the sentences from, so that they are those of a scan; without them the sentences
            are those of the text in the project.
        key: of the sample that the project holds; None to look for one beside it.

    Raises:
        CorpusError: the project cannot be read, or nothing in it is coded with codes of the codebook.
    """
    project = read_project(path)
    sampled = [found for source in project.sources for found in _SAMPLED.findall(source.text or "")]
    key = key or (key_beside(path, sampled) if sampled else None)
    counting = counting_of(
        (source.text or "", [each.position for each in source.selections if each.position])
        for source in project.sources
    )
    reading = _Reading(path, project, names, counting)
    codings = joined(
        reading.of_sample(source, key)
        if key and _SAMPLED.search(source.text or "")
        else reading.of(source, documents)
        for source in project.sources
        if source.selections
    )
    if not codings.coders:
        problem = f"{path}: nothing is coded with codes of the codebook."
        raise CorpusError(problem, " ".join([*codings.remarks, "Name codes as `beloften rules list` does."]))
    return _of_people(path, codings)


def _of_people(path: Path, codings: Codings) -> Codings:
    """Leave out what the tool itself coded, unless there is nothing else."""
    people = {coder: own for coder, own in codings.coders.items() if not _TOOL.match(coder)}
    tools = ", ".join(sorted(codings.coders.keys() - people.keys()))
    if not tools:
        return codings
    if not people:
        remark = f"{path}: only {tools} coded in it, the tool itself: that measures no rules."
        return Codings(codings.coders, (*codings.remarks, remark))
    remark = f"{path}: left out: the codings of {tools}, the tool itself."
    return Codings(people, (*codings.remarks, remark))


class _Reading:
    """A project with what it takes to read its sources."""

    def __init__(self, path: Path, project: Project, names: CodeNames, counting: Counting) -> None:
        self._path, self._names, self._counting = path, names, counting
        self._codes = {guid: names.find_in_tree(tree) for guid, tree in project.codes.items()}
        self._called = project.cases | {guid: " > ".join(tree) for guid, tree in project.codes.items()}
        self._users = project.users

    def of(self, source: Source, documents: Documents | None) -> Codings:
        """Read a source of which all sentences could be coded."""
        document = documents.find(source.name) if documents else None
        places = self._places(source)
        if documents and document:
            sentences = documents.sentences(document)
            return self._coded(
                source, bare_sentences(document.name, sentences), list(_by_words(source, places, sentences))
            )
        spans = spans_of(source.text or "")
        bare = bare_sentences(source.name, [span.sentence for span in spans])
        if not bare:
            remark = f"{self._path}: the text of {source.name!r} is not in it; give it with --documents."
            return Codings({}, (remark,))
        passages = Passages([span.sentence for span in spans])
        by_place = _by_place(source, places, spans)
        found = [
            own if selection.position else passages.find(selection.quotation)
            for selection, own in zip(source.selections, by_place, strict=True)
        ]
        return self._coded(source, bare, found)

    def of_sample(self, source: Source, key: Sample) -> Codings:
        """Read a source that holds sampled sentences, each below a line with its id."""
        sampled = _sampled_spans(source.text or "", key)
        bare = [next(s for s in sentence.coded() if s.counted) for sentence, _ in sampled]
        places = _by_place(source, self._places(source), [span for _, span in sampled])
        codings = self._coded(source, bare, places)
        return Codings(
            {coder: _in_windows(sampled, coded) for coder, coded in codings.coders.items()},
            codings.remarks,
        )

    def _places(self, source: Source) -> list[tuple[int, int] | None]:
        """Where each selection stands in the text of its source; None where the project does not say."""
        offsets = self._counting.offsets(source.text or "")
        positions = [selection.position for selection in source.selections]
        return [self._counting.span(offsets, position) if position else None for position in positions]

    def _coded(self, source: Source, bare: list[CodedSentence], places: Sequence[Sequence[int]]) -> Codings:
        """Give each sentence the codes of the selections that lie in it."""
        by_words: dict[tuple[str, tuple[int, ...], object], list[Coding]] = {}
        unknown, lost = [], 0
        for selection, sentences in zip(source.selections, places, strict=True):
            for guid, user in selection.codings:
                coding = self._codes.get(guid)
                if coding is None:
                    unknown.append(self._called.get(guid, guid))
                elif not sentences:
                    lost += 1
                else:
                    where = selection.position and (selection.position.start, selection.position.end)
                    by_words.setdefault((user, tuple(sentences), where or id(selection)), []).append(coding)
        collected = Marked()
        for (user, sentences, _), codings in by_words.items():
            collected.add(self._users.get(user) or self._path.stem, sentences, _joined(codings, self._names))
        remarks = []
        if unknown:
            remarks.append(f"{self._path}: left out in {source.name!r}: {unknown_names(unknown)}.")
        if lost:
            remarks.append(f"{self._path}: {lost} codings of {source.name!r} lie in none of its sentences.")
        return Codings(collected.coders(bare, self._names), tuple(remarks))


def _by_place(
    source: Source, places: Sequence[tuple[int, int] | None], spans: Sequence[Span]
) -> list[list[int]]:
    """Which sentences each selection codes, by where they stand in the text of the source."""
    letters = Letters(source.text or "")
    borders = letters.borders(spans)
    return [covered(borders, letters.at(place[0]), letters.at(place[1])) if place else [] for place in places]


def _by_words(
    source: Source, places: Sequence[tuple[int, int] | None], sentences: Sequence[Sentence]
) -> Iterator[list[int]]:
    """Look the words of each selection up in a document; its place in the source tells where to look."""
    text, passages = source.text or "", Passages(sentences)
    for selection, place in zip(source.selections, places, strict=True):
        if place is None:
            yield passages.find(selection.quotation)
        else:
            yield passages.find(text[slice(*place)], near=place[0] / max(len(text), 1))


def _joined(codings: list[Coding], names: CodeNames) -> list[Coding]:
    """Join degrees to the codes of the same words; without any they stay, for other codes of the sentence."""
    return together(codings, names) or codings


def _sampled_spans(text: str, key: Sample) -> list[tuple[SampledSentence, Span]]:
    known = {sentence.id: sentence for sentence in key.sentences}
    found = []
    for match in _SAMPLED.finditer(text):
        sentence = known.get(match[1])
        start = text.find(sentence.text, match.end()) if sentence else -1
        if sentence and start >= 0:
            found.append((sentence, Span(sentence.window[sentence.at], start, start + len(sentence.text))))
    return found


def _in_windows(
    sampled: Sequence[tuple[SampledSentence, Span]], coded: Sequence[CodedSentence]
) -> list[CodedSentence]:
    """Put coded sentences back between their neighbours."""
    return [
        own if each.counted else each
        for (sentence, _), own in zip(sampled, coded, strict=True)
        for each in sentence.coded()
    ]
