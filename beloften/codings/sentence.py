"""A sentence with the codes that somebody, or the tool, gave it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from beloften.codebook.schema import Level, Stance


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its codes.

    Attributes:
        id: unique within the file.
        excerpt: name that the sentences of one stretch of text share.
        text: the sentence.
        nabijheid: whether it holds a nearness cue.
        beloften: level per belofte.
        logicas: stance per logica.
        zelfredzaamheid: codes of the meanings of zelfredzaamheid.
        rest: what else is known of it by name, such as gemeente and jaar.
        waarden: stance per value of distance.
        overige: codes of other kinds.
        paragraph: number that sentences of one paragraph share within the excerpt.
        codable: false for a heading or the like, which carries no codes.
        counted: false for a sentence that is only there for its neighbours.
        weight: how many sentences of the population it stands for.
    """

    id: str
    excerpt: str
    text: str
    nabijheid: bool
    beloften: dict[str, Level]
    logicas: dict[str, Stance]
    zelfredzaamheid: frozenset[str]
    rest: dict[str, Any]
    waarden: dict[str, Stance] = field(default_factory=dict)
    overige: frozenset[str] = frozenset()
    paragraph: int = 0
    codable: bool = True
    counted: bool = True
    weight: float = 1.0

    @property
    def source(self) -> str:
        """The document that it comes from, as far as that is known; else its excerpt."""
        named = self.rest.get("source") or self.rest.get("document")
        return str(named) if named else self.excerpt

    @property
    def degrees(self) -> dict[str, str]:
        """All its codes, with their level or stance, "" for those that have neither."""
        bare = dict.fromkeys(sorted(self.zelfredzaamheid | self.overige), "")
        near = {"nabijheid": ""} if self.nabijheid else {}
        return {**self.beloften, **self.logicas, **self.waarden, **bare, **near}


def counted(sentences: Iterable[CodedSentence]) -> list[CodedSentence]:
    """Return those sentences that are not only there for their neighbours."""
    return [sentence for sentence in sentences if sentence.counted]
