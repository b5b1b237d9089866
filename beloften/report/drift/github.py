"""Annotations: lines that GitHub Actions shows beside the file and line that they name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from beloften.codebook.schema import Codebook, Place
from beloften.drift.basis import Cause, Reason
from beloften.drift.drift import Drift
from beloften.report.drift.text import verdict

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<text>.*)", re.DOTALL)


def error_annotation(message: str) -> str:
    """Return an error as an annotation, at the place with which its message may begin."""
    match = _PLACE.fullmatch(message)
    if match is None:
        return _annotation(message, {})
    at = {"file": _below(match["file"]), "line": match["line"], "col": match["column"]}
    return _annotation(match["text"], at)


def drift_annotations(drift: Drift, codebook: Codebook, documents: Mapping[str, Path]) -> Iterator[str]:
    """Yield an annotation per thing that moved numbers; none when they moved no more than they may.

    Args:
        drift: what moved.
        codebook: the rules of the later run, which know where each pattern stands.
        documents: the path of each document by its name.
    """
    if not drift.fails:
        return
    for reason in (reason for cause in drift.causes for reason in cause.reasons):
        yield _annotation(f"{reason.text}. {verdict(drift)}", _place_of(reason, codebook, documents))


def _place_of(reason: Reason, codebook: Codebook, documents: Mapping[str, Path]) -> dict[str, str]:
    if reason.cause is not Cause.RULES:
        path = documents.get(reason.name)
        return {"file": _below(str(path))} if path else {}
    place = _pattern_place(reason, codebook)
    return {"file": _below(place.file), "line": str(place.line)} if place else {}


def _pattern_place(reason: Reason, codebook: Codebook) -> Place | None:
    """Where a new pattern or word stands; for one that is gone where its rule begins."""
    name = reason.name.strip("{}")
    if name != reason.name:
        words = zip(codebook.word_lists.get(name, ()), codebook.word_places.get(name, ()), strict=True)
        places: Iterable[tuple[str, Place]] = list(words)
        first = next((place for _, place in places), None)
    else:
        concept = codebook.concept(reason.name)
        if concept is None:
            return None
        patterns = chain.from_iterable(concept.pattern_lists.values())
        places = [(pattern.text, pattern.place) for pattern in patterns]
        first = concept.place
    return next((place for text, place in places if text == reason.pattern), first)


def _annotation(message: str, place: Mapping[str, str]) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::error {properties}::{_data(message)}" if properties else f"::error::{_data(message)}"


def _below(file: str) -> str:
    """The path from the folder of work, as GitHub wants it."""
    path, here = Path(file).absolute(), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else Path(file).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
