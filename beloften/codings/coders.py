"""Codings as they are read: the sentences of each coder, and what there is to say about the reading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from beloften.codings.marks import marked
from beloften.codings.names import CodeNames, Coding
from beloften.codings.sentence import CodedSentence
from beloften.language.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Codings:
    """What people coded.

    Attributes:
        coders: per coder the sentences, in the order of the text; those without codes too.
        remarks: what was left out and why, one line each.
    """

    coders: Mapping[str, Sequence[CodedSentence]]
    remarks: tuple[str, ...] = ()


class Marked:
    """Collects codings of the sentences of one document, per coder."""

    def __init__(self) -> None:
        """Start without any."""
        self._codings: dict[str, dict[int, list[Coding]]] = defaultdict(lambda: defaultdict(list))

    def add(self, coder: str, sentences: Iterable[int], codings: Iterable[Coding]) -> None:
        """Take down what a coder gave to one stretch of words, which lies in these sentences."""
        given = list(codings)
        for sentence in sentences:
            self._codings[coder][sentence] += given

    def coders(self, bare: Sequence[CodedSentence], names: CodeNames) -> dict[str, list[CodedSentence]]:
        """Return all sentences of the document with the codes of each coder who coded in it."""
        return {
            coder: [marked(sentence, codings.get(index, ()), names) for index, sentence in enumerate(bare)]
            for coder, codings in sorted(self._codings.items())
        }


def bare_sentences(document: str, sentences: Iterable[Sentence]) -> list[CodedSentence]:
    """Return the sentences of a document, before anybody coded them."""
    return [
        CodedSentence(
            id=f"{document}.{number}",
            excerpt=document,
            text=" ".join(sentence.text.split()),
            nabijheid=False,
            beloften={},
            logicas={},
            zelfredzaamheid=frozenset(),
            rest={"document": document},
            paragraph=sentence.paragraph,
            codable=sentence.codable,
        )
        for number, sentence in enumerate(sentences, 1)
    ]


def joined(codings: Iterable[Codings]) -> Codings:
    """Put the codings of several files, or documents, together, coder by coder."""
    coders: dict[str, list[CodedSentence]] = defaultdict(list)
    remarks: list[str] = []
    for each in codings:
        for coder, sentences in each.coders.items():
            coders[coder] += sentences
        remarks += each.remarks
    return Codings(dict(coders), tuple(remarks))
