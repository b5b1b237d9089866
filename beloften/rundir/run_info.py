"""What made a run: the versions and options on which its results depend, as `run.json` holds them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from beloften.codebook.diff import Said
from beloften.codebook.schema import Codebook, Edition
from beloften.corpus.earlier_run import FORMAT, FORMAT_VERSION
from beloften.rundir.columns import DECIMALS
from beloften.rundir.rows import DocumentRow
from beloften.safe_text import json_text
from beloften.tally.count import Telling

_LIBRARIES = ("ahocorasick-rs", "numpy", "pypdfium2", "spacy")

Option = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class RunMeta:
    """What results depend on besides the documents and the codebook.

    Attributes:
        beloften: version of this program.
        libraries: versions of the libraries that can change results, by name.
        options: options of the command line that change results, by name; none that do not, such as the
            number of workers or where the files are.
        toleranties: by code how far its rate may move before a check fails, as the manifest says.
    """

    beloften: str
    libraries: dict[str, str]
    options: dict[str, Option]
    toleranties: dict[str, float] = field(default_factory=dict)


def run_meta(options: Mapping[str, Option], toleranties: Mapping[str, float] | None = None) -> RunMeta:
    """Say what makes a run: these options, and the versions that are installed."""
    libraries = {name: found for name in _LIBRARIES if (found := _version(name))}
    return RunMeta(
        _version("beloften"),
        libraries,
        dict(sorted(options.items())),
        dict(sorted((toleranties or {}).items())),
    )


def run_info(documents: Iterable[DocumentRow], codebook: Codebook, meta: RunMeta) -> dict[str, Any]:
    """Return the content of `run.json`: what the results of a run rest on.

    It names no time, machine, folder or number of workers: the same input gives the same bytes.
    """
    return {
        **basis(codebook, meta),
        "toleranties": meta.toleranties,
        "files": file_entries(documents),
    }


def edition_of(info: Mapping[str, Any]) -> Edition:
    """Return which rules a run was made with, as its `run.json` says."""
    return _edition(info["codebook"])


def _edition(said: Mapping[str, Any]) -> Edition:
    below = said.get("extends")
    return Edition(said["name"], said["version"], said["sha256"], _edition(below) if below else None)


def file_entries(documents: Iterable[DocumentRow]) -> list[dict[str, str]]:
    """Return what `run.json` says of each file."""
    return [
        {"document": row.document, "status": row.status, "sha256": row.sha256, "text_sha256": row.text_sha256}
        for row in documents
    ]


def rules_json(rules: Said) -> str:
    """Return the text of `regels.json`: a rule a line, so that a changed rule is a changed line."""
    lines = [f"{json.dumps(name)}: {json.dumps(rule, ensure_ascii=False)}" for name, rule in rules.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def scan_json(
    tellingen: Iterable[Telling], documents: Iterable[DocumentRow], codebook: Codebook, meta: RunMeta
) -> str:
    """Return counts and documents as one JSON object, with what they rest on before them."""
    return to_json(
        {
            **basis(codebook, meta),
            "tellingen": [rounded(asdict(row)) for row in tellingen],
            "documenten": [rounded(asdict(row)) for row in documents],
        }
    )


def basis(codebook: Codebook, meta: RunMeta) -> dict[str, Any]:
    """Return what stands at the head of all that a run says of itself."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "beloften": meta.beloften,
        "codebook": asdict(codebook.edition),
        "libraries": meta.libraries,
        "options": meta.options,
    }


def to_json(content: Any) -> str:  # noqa: ANN401 - what JSON can hold has no better name
    """Return indented JSON with a line end, in which what no terminal shows is written as its code."""
    return json_text(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def rounded(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its fractions rounded as those in tables are."""
    return {
        name: round(value, DECIMALS) if isinstance(value, float) else value for name, value in row.items()
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
