"""What is known of a document after a run: the rows of the run directory, before they are written."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from beloften.codebook.schema import Level, Stance
from beloften.corpus.source import Source
from beloften.detect.finding import Finding, PatternKey
from beloften.extract.document import Box
from beloften.run.lazy import PackedWithCodes

READ = frozenset({"ok", "partial", "other-language"})
"""What the status of a document is when its text was read, so that its counts mean something."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """What one page adds to the denominators; a document without pages has a single one, with index 0.

    Attributes:
        index: 0-based index in the file.
        label: printed label of the first printed page on it.
        quality: a value of `extract.document.Quality`.
        words: words of the sentences that begin on the page; running heads are not text.
        sentences: sentences that begin on the page.
    """

    index: int
    label: str
    quality: str
    words: int
    sentences: int


class Zin(NamedTuple):
    """What counting needs of one sentence, with codes or without.

    Attributes:
        page_index: 0-based index of the page on which it begins; 0 without pages.
        paragraph: 0-based index of its paragraph among those of the document that were read.
        words: its words; numbers are none.
        hash: 12 hexadecimal digits that sentences with the same words share, whatever their case and
            punctuation.
    """

    page_index: int
    paragraph: int
    words: int
    hash: str


_HASH_BYTES = 6


@dataclass(frozen=True, slots=True)
class Zinnen(Collection[Zin]):
    """The sentences of a document in columns, of 18 bytes each, since a run can hold millions.

    Attributes:
        page_index: that of each `Zin`; the others alike.
        paragraph: see `Zin`.
        words: see `Zin`.
        hashes: the bytes that the hashes stand for, one behind the other.
    """

    page_index: "array[int]"
    paragraph: "array[int]"
    words: "array[int]"
    hashes: bytes

    @classmethod
    def of(cls, zinnen: Collection[Zin]) -> "Zinnen":
        """Put sentences in columns."""
        pages, paragraphs, words, hashes = zip(*zinnen, strict=True) if zinnen else ((), (), (), ())
        return cls(
            array("i", pages), array("i", paragraphs), array("i", words), bytes.fromhex("".join(hashes))
        )

    def __len__(self) -> int:
        """Return their number."""
        return len(self.words)

    def __contains__(self, zin: object) -> bool:
        """Tell whether a sentence is one of them."""
        return any(zin == one for one in self)

    def __iter__(self) -> Iterator[Zin]:
        """Yield the sentences in the order of the text."""
        hashes = self.hashes.hex(" ", _HASH_BYTES).split()
        return map(Zin, self.page_index, self.paragraph, self.words, hashes)


NO_ZINNEN = Zinnen.of(())
"""Those of a document that was not read."""


class PlacedFinding(NamedTuple):
    """A finding with its sentence and its place in the document.

    Attributes:
        finding: what was found and by which rule.
        fingerprint: 16 hexadecimal digits that stay the same as long as the name of the file, the sentence
            and the code do, whatever else the run or the file contains.
        sentence: the sentence that carries the code.
        before: the sentence before it, "" at the start of the document.
        after: the sentence behind it, "" at the end.
        heading: the headings above it, outermost first, joined by " > ".
        page_index: 0-based index of the page on which the sentence begins.
        page_label: label as a citation gives it: "12", or "33-34" when the sentence runs over pages.
        boxes: where the matched words stand: pairs of page index and box.
    """

    finding: Finding
    fingerprint: str
    sentence: str
    before: str
    after: str
    heading: str
    page_index: int
    page_label: str
    boxes: tuple[tuple[int, Box], ...]


class Coded(NamedTuple):
    """A finding without its evidence: all that counting needs.

    Attributes:
        sentence: index of the sentence in its document.
        page_index: 0-based index of the page on which the sentence begins.
        code: the code.
        level: of a belofte; else None.
        stance: towards a value or a logica; else None.
    """

    sentence: int
    page_index: int
    code: str
    level: Level | None
    stance: Stance | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in which a pattern matches: its text, the words, and its page as a citation gives it."""

    sentence: str
    words: str
    page_label: str


@dataclass(frozen=True, slots=True)
class PatternHits:
    """What a pattern does in a document; `matches`, `counts` and `alone` as in `detect.hits.Hits`."""

    pattern: PatternKey
    matches: int
    counts: int
    alone: int
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One row of `documenten.csv` with all that stands behind it.

    In a scan the last four are unpacked anew each time that they are gone through (`lazy.Packed`), so that
    a run of thousands of documents does not hold them all.

    Attributes:
        source: the file and whose it is.
        status: "ok", "partial" or "other-language" when it was read; else why it was not: "empty",
            "scanned", "garbled", "encrypted", "damaged", "unsupported", "missing", "timeout", "memory",
            "crashed".
        remark: one line for the user, "" when there is nothing to say.
        sha256: of the file's bytes, "" when they could not be read.
        text_sha256: of the paragraphs that were read from it, with their kinds; "" when none were.
        reader: name and version of the library that read it.
        dutch: share of common Dutch words in the text, 0 to 1.
        pages: one per page.
        findings: in the order of the text, then of the codebook.
        zinnen: every sentence, in the order of the text; findings refer to them by index.
        hits: what each pattern that matches does, when that was asked for.
    """

    source: Source
    status: str
    remark: str
    sha256: str
    text_sha256: str
    reader: str
    dutch: float
    pages: Sequence[PageResult]
    findings: Sequence[PlacedFinding]
    zinnen: Collection[Zin] = NO_ZINNEN
    hits: Sequence[PatternHits] = ()

    @property
    def is_read(self) -> bool:
        """Whether its text was read, so that its counts mean something."""
        return self.status in READ

    @property
    def codes(self) -> Iterable[Coded]:
        """The findings without their evidence."""
        if isinstance(self.findings, PackedWithCodes):
            return self.findings.codes
        return [
            Coded(found.sentence, placed.page_index, found.code, found.level, found.stance)
            for placed in self.findings
            for found in [placed.finding]
        ]

    @property
    def words(self) -> int:
        """Number of words of text."""
        return sum(page.words for page in self.pages)

    @property
    def sentences(self) -> int:
        """Number of sentences."""
        return sum(page.sentences for page in self.pages)


def unread(source: Source, status: str, remark: str, sha256: str = "") -> DocumentResult:
    """Return the result of a document that was not read, with the reason."""
    return DocumentResult(source, status, remark, sha256, "", "", 0.0, (), ())
