"""Results made by hand, for tests of what is done with results."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from beloften.codebook.schema import Codebook, Concept, ConceptKind, Label, Level, Place, Stance
from beloften.corpus.source import Source
from beloften.detect.finding import Evidence, Finding
from beloften.extract.document import Box
from beloften.run.result import DocumentResult, PageResult, PlacedFinding, Zin, Zinnen


def concept(code: str, kind: ConceptKind, number: int = 0, opposite: str = "", part_of: str = "") -> Concept:
    return Concept(
        code=code,
        kind=kind,
        number=number,
        label=Label(nl=code.capitalize(), en=f"{code.capitalize()} (en)"),
        definition="What it is.",
        sources=(),
        nearness=None,
        opposite=opposite,
        part_of=part_of,
        patterns=(),
        after=(),
        exclusions=(),
        scope=None,
        examples=(),
        place=Place(f"{code}.yaml", 1, 1),
    )


CODEBOOK = Codebook(
    name="proef",
    version="1.0.0",
    sha256="c0de",
    concepts=(
        concept("vertrouwdheid", ConceptKind.BELOFTE, number=1, opposite="betrouwbaarheid"),
        concept("maatwerk", ConceptKind.BELOFTE, number=4, opposite="rechtsgelijkheid"),
        concept("stabiliteit", ConceptKind.KOEPEL, opposite="dynamiek"),
        concept("betrouwbaarheid", ConceptKind.WAARDE, number=1, part_of="bureaucratisch"),
        concept("rechtsgelijkheid", ConceptKind.WAARDE, number=4, part_of="bureaucratisch"),
        concept("bureaucratisch", ConceptKind.LOGICA, number=1),
        concept("civiel", ConceptKind.LOGICA, number=4),
        concept("nabijheid", ConceptKind.NABIJHEID),
        concept("burgers-onderling", ConceptKind.RELATIE),
        concept("autarkie", ConceptKind.ZELFREDZAAMHEID),
        concept("noodzaak", ConceptKind.VERTOOG),
        concept("ontkenning", ConceptKind.AANWIJZING),
    ),
    word_lists={},
)


def source(
    name: str = "nota.pdf", gemeente: str = "Leeuwarden", code: str = "GM0080", jaar: int | None = 2014
) -> Source:
    return Source(
        path=Path("/elders") / name,
        name=name,
        gemeente=gemeente,
        gemeente_code=code,
        gemeente_from="manifest" if gemeente else "",
        jaar=jaar,
        jaar_from="manifest" if jaar else "",
        titel="",
        soort="beleidsnota",
        citation=f"{gemeente} {jaar}" if gemeente else "",
    )


def page(index: int = 0, words: int = 1000, sentences: int = 50, quality: str = "ok") -> PageResult:
    return PageResult(index, str(index + 1), quality, words, sentences)


def finding(
    code: str, degree: Level | Stance | None = None, *, sentence: int = 0, page_index: int = 0
) -> PlacedFinding:
    """A finding on one word; a level makes it one of a belofte, a stance one of a value or logica."""
    is_tied = degree in {Level.BELOFTE, Level.EXPLICIET}
    return PlacedFinding(
        finding=Finding(
            code=code,
            level=degree if isinstance(degree, Level) else None,
            stance=degree if isinstance(degree, Stance) else None,
            matches=(Evidence(code, f"{code}*", "maatwerk", 20, 28),),
            cue=Evidence("nabijheid", "wijkteam*", "wijkteam", 4, 12) if is_tied else None,
            link=None,
            sentence=sentence,
        ),
        fingerprint="",
        sentence="Het wijkteam levert maatwerk.",
        before="",
        after="Dat doen wij samen.",
        heading="Visie > Dichtbij",
        page_index=page_index,
        page_label=str(page_index + 1),
        boxes=((page_index, Box(70.04, 100.0, 120.26, 112.5)),),
    )


def document(
    *findings: PlacedFinding,
    of: Source | None = None,
    pages: Iterable[PageResult] = (),
    status: str = "ok",
    remark: str = "",
) -> DocumentResult:
    """A document that was read; its findings are numbered, as fingerprints would."""
    of = of or source()
    placed = tuple(one._replace(fingerprint=f"{of.name}-{number}") for number, one in enumerate(findings))
    pages = tuple(pages) or (page(),)
    return DocumentResult(
        source=of,
        status=status,
        remark=remark,
        sha256=f"file-{of.name}",
        text_sha256=f"text-{of.name}",
        reader="pypdfium2 5.0",
        dutch=0.41,
        pages=pages,
        findings=placed,
        zinnen=Zinnen.of(list(_zinnen(pages, of.name))),
    )


def _zinnen(pages: Iterable[PageResult], name: str) -> Iterator[Zin]:
    """The words of each page, dealt out to its sentences; each sentence is a paragraph, and unlike others."""
    paragraph = 0
    for one in pages:
        for number in range(one.sentences):
            words = one.words // one.sentences + (number < one.words % one.sentences)
            yield Zin(
                one.index,
                paragraph,
                words,
                blake2b(f"{name}-{paragraph}".encode(), digest_size=6).hexdigest(),
            )
            paragraph += 1
