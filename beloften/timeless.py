"""Zip files that say nothing of when they were written: the same content gives the same bytes."""

import io
import re
import zipfile

_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NO_MOMENT = b"2018-04-12T00:00:00Z"
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def timeless(data: bytes) -> bytes:
    """Take the time out of an Office document, so that the same content gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(_NO_MOMENT, content)
            new.writestr(timeless_entry(name), content)
    return stream.getvalue()


def timeless_entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a zip for a file that is as old whenever it is written."""
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same on every system
    return entry
