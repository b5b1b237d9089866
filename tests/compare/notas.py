"""Small documents to compare, written as what they count."""

from beloften.codebook.schema import Level, Stance
from beloften.run.result import Zin
from beloften.tally.nota import Coded, Nota


def nota(  # noqa: PLR0913 - a document has that many sides
    name: str = "a.pdf",
    *codes: tuple[int, str, Level | Stance | None],
    gemeente: str = "Elzervoort",
    sentences: int = 50,
    words: int = 20,
    pages: int = 5,
    hashes: dict[int, str] | None = None,
    gemeente_code: str = "",
    jaar: int | None = None,
    soort: str = "",
    own: tuple[tuple[str, str], ...] = (),
) -> Nota:
    """A document of sentences of equal length, spread evenly over pages, two to a paragraph.

    Args:
        name: of the document.
        codes: sentence, code, and level or stance.
        gemeente: whose it is.
        sentences: how many it has.
        words: of each sentence.
        pages: how many it has.
        hashes: of sentences that other documents have too.
        gemeente_code: CBS code.
        jaar: year.
        soort: kind of document.
        own: what its manifest says of it in words of its own.
    """
    shared = hashes or {}
    return Nota(
        name=name,
        gemeente=gemeente,
        gemeente_code=gemeente_code,
        jaar=jaar,
        soort=soort,
        citation="",
        kenmerken=own,
        zinnen=tuple(
            Zin(index * pages // sentences, index // 2, words, shared.get(index, f"{name}-{index}"))
            for index in range(sentences)
        ),
        codings=tuple(
            Coded(
                sentence,
                code,
                degree if isinstance(degree, Level) else None,
                degree if isinstance(degree, Stance) else None,
            )
            for sentence, code, degree in codes
        ),
    )


def promises(name: str, number: int, gemeente: str, code: str = "maatwerk") -> Nota:
    """A document of 50 sentences of 20 words with so many sentences that promise a good."""
    return nota(name, *((index, code, Level.BELOFTE) for index in range(number)), gemeente=gemeente)
