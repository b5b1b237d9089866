"""The blank coding sheet of a sample as a QDPX project: the sentences as one text, and the codes."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from beloften.codebook.schema import Codebook, Concept, Level, Stance
from beloften.codings.qdpx.guid import code_guid, guid_of
from beloften.codings.sample.key import Sample
from beloften.safe_text import visible
from beloften.timeless import timeless_entry

_DEGREES = {"niveau": tuple(Level), "houding": tuple(Stance)}


def sample_qdpx(sample: Sample, codebook: Codebook) -> bytes:
    """Return the project; the same sample gives the same bytes.

    Each sentence stands on a line of its own, below a line with its id and citation and between the sentences
    around it, which stand in angle quotes and are not to be coded. Codes are those of the codebook; levels
    and stances are trees of their own, to be given to the same words.
    """
    text = sample_text(sample)
    guid = guid_of("source", text)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Project name="steekproef" origin="beloften" xmlns="urn:QDA-XML:project:1.0">',
        "<CodeBook><Codes>",
        *_codes(codebook),
        "</Codes></CodeBook>",
        "<Sources>",
        f'<TextSource guid="{guid}" name="steekproef" plainTextPath="internal://{guid}.txt"/>',
        "</Sources>",
        "</Project>",
    ]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as project:
        project.writestr(timeless_entry("project.qde"), "\n".join(lines) + "\n")
        project.writestr(timeless_entry(f"Sources/{guid}.txt"), text)
    return stream.getvalue()


def sample_text(sample: Sample) -> str:
    """Return the sentences as the text of a project."""
    return "\n".join(_block(*map(visible, texts)) for texts in _texts(sample))


def _texts(sample: Sample) -> Iterator[tuple[str, str, str, str, str]]:
    for each in sample.sentences:
        yield each.id, f"{each.citation} {each.heading}".rstrip(), each.before, each.text, each.after


def _block(identity: str, about: str, before: str, sentence: str, after: str) -> str:
    around = [f"‹ {text} ›" if text else "" for text in (before, after)]
    lines = [f"[{identity}] {about}", around[0], sentence, around[1]]
    return "".join(f"{line}\n" for line in lines if line)


def _codes(codebook: Codebook) -> Iterator[str]:
    """Yield the tree: a branch per kind that cannot be given itself, with the codes of that kind."""
    codes = [concept for concept in codebook.concepts if concept.kind.is_code]
    for kind, concepts in groupby(codes, key=lambda concept: concept.kind):
        yield from _branch(str(kind), map(_described, concepts))
    for name, degrees in _DEGREES.items():
        yield from _branch(name, ((degree, "") for degree in degrees))


def _described(concept: Concept) -> tuple[str, str]:
    return concept.code, f"{concept.label.nl}. {' '.join(concept.definition.split())}"


def _branch(name: str, codes: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'<Code guid="{guid_of("kind", name)}" name={quoteattr(name)} isCodable="false">'
    for code, about in codes:
        guid = code_guid(name, code)
        description = f"<Description>{_escaped(about)}</Description>" if about else ""
        yield f'<Code guid="{guid}" name={quoteattr(code)} isCodable="true">{description}</Code>'
    yield "</Code>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
