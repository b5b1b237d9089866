"""Makes zip files with XML in them, as word processors keep documents."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind
from beloften.extract.read import read_document


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def repacked(data: bytes, changes: Mapping[str, str | bytes]) -> bytes:
    """Pack the parts of a zip file anew, some of them changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    return zipped({**parts, **changes})


def shown(document: Document) -> list[tuple[Kind, str]]:
    """Return kind and text of each paragraph."""
    return [(paragraph.kind, paragraph.text) for paragraph in document.paragraphs]


def status_of(data: bytes, name: str) -> str:
    """Return why a file cannot be read."""
    with pytest.raises(UnreadableError) as caught:
        read_document(data, name)
    return caught.value.status
