"""QDPX projects as other programs write them, made by hand for tests."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

CODES = """
<Code guid="c-belofte" name="Beloften" isCodable="false">
  <Code guid="{C-MAATWERK}" name="4 Maatwerk" isCodable="true">
    <Code guid="c-maatwerk-belofte" name="belofte" isCodable="true"/>
  </Code>
  <Code guid="c-preventie" name="Prevention" isCodable="true"/>
</Code>
<Code guid="c-markt" name="Marktlogica" isCodable="true"/>
<Code guid="c-houding" name="houding" isCodable="false">
  <Code guid="c-afgezet" name="afgezet" isCodable="true"/>
</Code>
<Code guid="c-mooi" name="mooie zin" isCodable="true"/>
"""

Coded = tuple[int, int, Sequence[str]]
"""Start, end, and the GUIDs of the codes."""


def selection(start: int, end: int, codes: Sequence[str], user: str = "u1", name: str = "") -> str:
    codings = "".join(
        f'<Coding guid="x" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding>' for code in codes
    )
    return (
        f'<PlainTextSelection guid="s" name={quoteattr(name)} startPosition="{start}" endPosition="{end}">'
        f"{codings}</PlainTextSelection>"
    )


def text_source(selections: Sequence[str], name: str = "nota", path: str = "internal://abc.txt") -> str:
    return (
        f'<TextSource guid="abc" name={quoteattr(name)} plainTextPath={quoteattr(path)}>'
        f"{''.join(selections)}</TextSource>"
    )


def project(sources: Sequence[str], codes: str = CODES) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Project name="p" xmlns="urn:QDA-XML:project:1.0">'
        '<Users><User guid="U1" name="Anna"/><User guid="{u2}" name="Bram"/></Users>'
        f"<CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{''.join(sources)}</Sources></Project>"
    )


def inline_source(text: str, selections: Sequence[str], name: str = "nota") -> str:
    return (
        f'<TextSource guid="abc" name={quoteattr(name)}><PlainTextContent>{escape(text)}</PlainTextContent>'
        f"{''.join(selections)}</TextSource>"
    )


def write_qdpx(
    path: Path, xml: str | bytes, parts: dict[str, bytes] | None = None, name: str = "project.qde"
) -> Path:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr(name, xml)
        for part, content in (parts or {}).items():
            written.writestr(part, content)
    path.write_bytes(stream.getvalue())
    return path
