"""Results as bytes: for the way from a worker, for the cache, and for the disk while a run lasts.

A result is a head of fixed things and five parts (pages, findings, their codes, sentences, hits of patterns),
each of them JSON, compressed. JSON and no pickle: a worker has read files of unknown origin, and others may
write in the folder of the cache; what is unpacked can be wrong, but it cannot run anything.

What depends on the name of the file is not packed: fingerprints are reckoned when findings are unpacked.
"""

import json
import struct
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from functools import partial
from typing import Any, TypeVar

from beloften.codebook.schema import Level, Place, Stance
from beloften.corpus.source import Source
from beloften.detect.finding import Evidence, Finding, PatternKey
from beloften.extract.document import Box
from beloften.run.fingerprint import fingerprints
from beloften.run.lazy import Packed, PackedWithCodes
from beloften.run.result import (
    NO_ZINNEN,
    Coded,
    DocumentResult,
    PageResult,
    PatternHits,
    PlacedFinding,
    Sample,
    Zin,
    Zinnen,
)

T = TypeVar("T")

_LENGTHS = struct.Struct(">6I")  # of the head and of each part
_FASTEST = 1  # of zlib; the slowest saves a fifth of the bytes, at three times the time

Read = Callable[[int, int], bytes]
"""Returns the packed bytes from an offset up to another."""


def pack(result: DocumentResult) -> bytes:
    """Return all of a result but its source and what depends on that."""
    parts = [
        _packed(result.pages, _tuples),
        _packed(result.findings, _findings_to_json),
        _packed(result.codes, list),
        _packed(result.zinnen, _zinnen_to_json),
        _packed(result.hits, _tuples),
    ]
    head = _to_json(
        [
            result.status,
            result.remark,
            result.sha256,
            result.text_sha256,
            result.reader,
            result.dutch,
            [len(part) for part in (result.pages, result.findings, result.zinnen, result.hits)],
        ]
    )
    return b"".join((_LENGTHS.pack(len(head), *map(len, parts)), head, *parts))


def unpack(source: Source, data: bytes) -> DocumentResult:
    """Return the result that was packed, of a file with the same content.

    Raises:
        ValueError: these are not the bytes of a packed result.
    """
    return unpack_from(source, lambda start, end: data[start:end])


def unpack_from(source: Source, read: Read) -> DocumentResult:
    """Return a result whose parts stay where they are until they are gone through.

    Raises:
        ValueError: these are not the bytes of a packed result.
    """
    try:
        head_length, *lengths = _LENGTHS.unpack(read(0, _LENGTHS.size))
        start = _LENGTHS.size + head_length
        status, remark, sha256, text_sha256, reader, dutch, numbers = json.loads(read(_LENGTHS.size, start))
        pages, findings, zinnen, hits = numbers
        readers = []
        for length in lengths:
            readers.append(partial(read, start, start + length))
            start += length
        of_pages, of_findings, of_codes, of_zinnen, of_hits = readers
        return DocumentResult(
            source=source,
            status=status,
            remark=remark,
            sha256=sha256,
            text_sha256=text_sha256,
            reader=reader,
            dutch=dutch,
            pages=Packed(pages, of_pages, _pages) if pages else (),
            findings=PackedWithCodes(
                findings, of_findings, partial(_findings, source.name), Packed(findings, of_codes, _codes)
            )
            if findings
            else (),
            zinnen=Packed(zinnen, of_zinnen, _zinnen) if zinnen else NO_ZINNEN,
            hits=Packed(hits, of_hits, _hits) if hits else (),
        )
    except (struct.error, TypeError, ValueError) as error:
        raise ValueError(f"no packed result: {error}") from error


def _packed(items: Iterable[T], to_json: Callable[[Iterable[T]], object]) -> bytes:
    if isinstance(items, Packed):
        return items.packed()
    return zlib.compress(_to_json(to_json(items)), _FASTEST)


def _to_json(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()


def _from_json(data: bytes) -> Any:  # noqa: ANN401 - what JSON can hold has no better name
    return json.loads(zlib.decompress(data))


def _tuples(items: Iterable[PageResult | PatternHits]) -> list[tuple[object, ...]]:
    return [astuple(item) for item in items]


def _pages(data: bytes) -> Iterator[PageResult]:
    return (PageResult(*page) for page in _from_json(data))


def _hits(data: bytes) -> Iterator[PatternHits]:
    for (code, part, place), matches, counts, alone, samples in _from_json(data):
        pattern = PatternKey(code, part, Place(*place))
        yield PatternHits(pattern, matches, counts, alone, tuple(Sample(*sample) for sample in samples))


def _findings_to_json(findings: Iterable[PlacedFinding]) -> object:
    """Put findings in rows; sentences and headings, which many share, stand once, before them."""
    numbers: dict[str, int] = {}

    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    rows = [
        [
            *found.finding,
            *map(number, (found.sentence, found.before, found.after, found.heading)),
            found.page_index,
            found.page_label,
            found.boxes,
        ]
        for found in findings
    ]
    return [list(numbers), rows]


def _findings(name: str, data: bytes) -> Iterator[PlacedFinding]:
    texts, rows = _from_json(data)
    prints = fingerprints(name, [(row[0], texts[row[7]]) for row in rows])
    for row, fingerprint in zip(rows, prints, strict=True):
        code, level, stance, matches, cue, link, index, sentence, before, after, heading, *place = row
        page_index, page_label, boxes = place
        yield PlacedFinding(
            finding=Finding(
                code,
                Level(level) if level else None,
                Stance(stance) if stance else None,
                tuple([Evidence(*match) for match in matches]),
                Evidence(*cue) if cue else None,
                Evidence(*link) if link else None,
                index,
            ),
            fingerprint=fingerprint,
            sentence=texts[sentence],
            before=texts[before],
            after=texts[after],
            heading=texts[heading],
            page_index=page_index,
            page_label=page_label,
            boxes=tuple([(page, Box(*box)) for page, box in boxes]),
        )


def _codes(data: bytes) -> Iterator[Coded]:
    for sentence, page_index, code, level, stance in _from_json(data):
        yield Coded(
            sentence,
            page_index,
            code,
            Level(level) if level else None,
            Stance(stance) if stance else None,
        )


def _zinnen_to_json(zinnen: Iterable[Zin]) -> object:
    columns = zinnen if isinstance(zinnen, Zinnen) else Zinnen.of(list(zinnen))
    return [*map(list, (columns.page_index, columns.paragraph, columns.words)), columns.hashes.hex()]


def _zinnen(data: bytes) -> Zinnen:
    page_index, paragraph, words, hashes = _from_json(data)
    return Zinnen(array("i", page_index), array("i", paragraph), array("i", words), bytes.fromhex(hashes))
