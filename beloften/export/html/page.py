"""The report as one file: the page with its style, its script, its data and some of the pictures."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from beloften.export.html.choice import EMBEDDED
from beloften.export.html.codes import codes_of
from beloften.export.html.data import report_data, to_script
from beloften.export.html.pictures import drawn, remarks, wanted_pictures
from beloften.export.html.reading import quality_text, reading_of, share_text
from beloften.export.html.schema import schema_blocks
from beloften.export.html.words import say
from beloften.export.material import Lang, Material
from beloften.report.wording import rate, whole
from beloften.safe_text import visible

_PARTS = files("beloften.export.html") / "parts"
_SCRIPTS = ("elements", "data", "table", "dots", "quotations", "reader", "start")

_WORD = re.compile(r"\*(\S(?:[^*]*[^*\s])?)\*")

PictureFile = tuple[str, int, int]
"""Where a picture is, as a page says it, with its width and height in pixels."""


def write(material: Material, path: Path) -> tuple[str, ...]:
    """Write the report, with pictures of up to `EMBEDDED` quotations in it.

    Returns:
        A remark when documents are not at hand.
    """
    pictures: list[PictureFile] = []
    of_finding: dict[int, int] = {}
    for wanted, picture in drawn(material, wanted_pictures(material, EMBEDDED)):
        of_finding.update(dict.fromkeys(wanted.findings, len(pictures)))
        data = base64.b64encode(picture.data).decode()
        pictures.append((f"data:image/{picture.kind};base64,{data}", picture.width, picture.height))
    path.write_bytes(page(material, pictures, of_finding, images="data:"))
    return remarks(material)


def page(
    material: Material, pictures: Sequence[PictureFile], of_finding: Mapping[int, int], *, images: str
) -> bytes:
    """Return the page.

    Args:
        material: the run.
        pictures: that there are.
        of_finding: which of them belongs to a finding, by its place in the run.
        images: from where the page may take pictures, as its security policy says it.
    """
    codes = codes_of(material.run.rules, material.lang)
    style = _part("report.css")
    script = "\n".join(_part(f"{name}.js") for name in _SCRIPTS)
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )
    data = report_data(material.run, codes, of_finding, material.lang)
    html = (
        _environment(material.lang)
        .get_template("page.html")
        .render(
            name=material.name,
            lang=material.lang,
            policy=policy,
            style=_as_it_is(style),
            script=_as_it_is(script),
            data=_as_it_is(to_script(data)),
            pictures=_as_it_is(to_script(pictures)),
            pictured=len(of_finding),
            pictured_all=images != "data:",
            reading=reading_of(material),
            info=material.run.info,
            editions=list(_editions(material.run.info["codebook"])),
            options=[(name, value) for name, value in material.run.info["options"].items() if value],
            codes=codes,
            code_labels={code.code: code.label for code in codes},
            blocks=schema_blocks(material.run.tellingen, codes),
        )
    )
    return html.encode("utf-8", "backslashreplace")


def _environment(lang: Lang) -> Environment:
    """Templates in which every text is shown as text, and nothing that is missing goes unnoticed."""
    environment = Environment(
        loader=PackageLoader("beloften.export.html", "parts"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = lambda key, **values: say(key, lang).format(**values)
    environment.filters["pieces"] = _pieces
    environment.filters["whole"] = lambda number: whole(number, lang)
    environment.filters["rate"] = lambda number: rate(number, lang)
    environment.filters["share"] = lambda number: share_text(number, lang)
    environment.filters["quality"] = lambda text: quality_text(text, lang)
    return environment


def _editions(edition: Mapping[str, Any] | None) -> Iterator[Mapping[str, Any]]:
    """Yield a codebook and those that it builds upon."""
    while edition:
        yield edition
        edition = edition["extends"]


def _pieces(definition: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a definition, and whether they stand between asterisks: words meant as words."""
    for number, piece in enumerate(_WORD.split(definition)):
        if piece:
            yield piece, number % 2 == 1


def _part(name: str) -> str:
    return (_PARTS / name).read_text("utf-8")


def _as_it_is(text: str) -> Markup:
    """Text that goes into the page unescaped: files of this package, and JSON in which no tag can begin."""
    return Markup(text)  # noqa: S704 - as said


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
