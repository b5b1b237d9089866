"""The key of a coding sheet: which sentences were drawn, what surrounds them, how many each stands for.

It stands beside the sheet, as `steekproef.sleutel.json` beside `steekproef.xlsx`, and not in it: who codes
should not see from the weights what the tool found. `validate` needs it to read the sheets back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from beloften.codings.sentence import CodedSentence
from beloften.errors import CorpusError
from beloften.language.sentence import Sentence

FORMAT = "beloften-sample"
"""What a key calls itself."""

FORMAT_VERSION = 1
"""Raised when its form changes in a way that its readers must know of."""

SUFFIX = ".sleutel.json"
"""How the name of a key ends."""


@dataclass(frozen=True, slots=True)
class SampledSentence:
    """A sentence to code.

    Attributes:
        id: 16 hexadecimal digits.
        document: name of the file that it stands in.
        gemeente: of the document, "" when not known.
        citation: where it stands, as a paper cites it.
        heading: the headings above it, joined by " > ".
        window: the sentence and those around it, as far as they bear on its codes.
        at: index of the sentence in its window.
        stratum: what it was drawn from.
        weight: how many sentences of the documents it stands for.
    """

    id: str
    document: str
    gemeente: str
    citation: str
    heading: str
    window: tuple[Sentence, ...]
    at: int
    stratum: str
    weight: float

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return " ".join(self.window[self.at].text.split())

    @property
    def before(self) -> str:
        """The sentence before it on one line, "" at the start of the document."""
        return " ".join(self.window[self.at - 1].text.split()) if self.at else ""

    @property
    def after(self) -> str:
        """The sentence behind it on one line, "" at the end of the document."""
        return " ".join(self.window[self.at + 1].text.split()) if self.at + 1 < len(self.window) else ""

    def coded(self, **codes: Any) -> Iterator[CodedSentence]:  # noqa: ANN401 - fields of CodedSentence
        """Yield the sentences of its window; it alone has codes, and counts."""
        bare = {"nabijheid": False, "beloften": {}, "logicas": {}, "zelfredzaamheid": frozenset[str]()}
        for index, sentence in enumerate(self.window):
            asked = index == self.at
            given: dict[str, Any] = bare | codes if asked else bare
            yield CodedSentence(
                id=self.id if asked else f"{self.id}{index - self.at:+}",
                excerpt=self.id,
                text=" ".join(sentence.text.split()),
                rest={"document": self.document, "gemeente": self.gemeente},
                paragraph=sentence.paragraph,
                codable=sentence.codable,
                counted=asked,
                weight=self.weight if asked else 1.0,
                **given,
            )


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn.

    Attributes:
        codebook: name, version and sha256 of the codebook by which it was stratified.
        seed: of the drawing.
        population: number of sentences that it was drawn from.
        sentences: what was drawn, in the order of the documents and their text.
    """

    codebook: Mapping[str, str]
    seed: int
    population: int
    sentences: tuple[SampledSentence, ...]


def key_json(sample: Sample) -> str:
    """Return the text of a key; the same sample gives the same bytes."""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "codebook": dict(sample.codebook),
        "seed": sample.seed,
        "population": sample.population,
        "sentences": [_row(sentence) for sentence in sample.sentences],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="backslashreplace").decode() + "\n"


def _row(sentence: SampledSentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "document": sentence.document,
        "gemeente": sentence.gemeente,
        "citation": sentence.citation,
        "heading": sentence.heading,
        "window": [[each.text, each.paragraph, each.codable] for each in sentence.window],
        "at": sentence.at,
        "stratum": sentence.stratum,
        "weight": round(sentence.weight, 6),
    }


def read_key(path: Path) -> Sample:
    """Read a key.

    Raises:
        CorpusError: it is none.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        if (content["format"], content["format_version"]) != (FORMAT, FORMAT_VERSION):
            raise CorpusError(f"{path} is no key of a coding sheet.", "Give the one that `sample` wrote.")
        return Sample(
            codebook=dict(content["codebook"]),
            seed=int(content["seed"]),
            population=int(content["population"]),
            sentences=tuple(map(_sentence, content["sentences"])),
        )
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        problem = f"{path} is no key of a coding sheet: {error}."
        raise CorpusError(problem, "Give the one that `sample` wrote.") from error


def _sentence(row: dict[str, Any]) -> SampledSentence:
    window = tuple(
        Sentence(str(text), 0, int(paragraph), bool(codable))
        for text, paragraph, codable in row.pop("window")
    )
    sentence = SampledSentence(window=window, **row)
    texts = (sentence.id, sentence.document, sentence.gemeente, sentence.citation, sentence.heading)
    if not all(isinstance(text, str) for text in (*texts, sentence.stratum)):
        raise TypeError("a value that must be text is none")
    if sentence.at not in range(len(window)) or not 0 < sentence.weight < inf:
        raise ValueError(f"{sentence.id} has no place in its window, or no weight")
    return sentence


def key_beside(sheet: Path, ids: Iterable[str]) -> Sample | None:
    """Return the key of a coding sheet that lies in its folder: the one that knows its sentences.

    Args:
        sheet: the filled sheet; coders may have given it another name.
        ids: of its sentences.
    """
    wanted = set(ids)
    own = sheet.with_suffix(SUFFIX)
    for path in sorted(sheet.parent.glob(f"*{SUFFIX}"), key=lambda path: (path != own, path.name)):
        key = read_key(path)
        if wanted and wanted <= {sentence.id for sentence in key.sentences}:
            return key
    return None
