"""Whatever is put out names the rules that it rests on, with version and hash: numbers are cited so."""

import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from beloften.export.asked import ExportFormat
from tests.cli.running import beloften

ROOT = Path(__file__).parents[1]
VOORBEELD = ROOT / "corpora" / "voorbeeld"
RUN = VOORBEELD / "baseline"
CODEBOOK = json.loads((RUN / "run.json").read_text("utf-8"))["codebook"]
EDITION = f"{CODEBOOK['name']} {CODEBOOK['version']} ({CODEBOOK['sha256'][:12]})"
SHA256 = CODEBOOK["sha256"]

WITHOUT_MEASUREMENT = {ExportFormat.BIBTEX, ExportFormat.CSL}
"""References to documents: no rule had a part in them."""

PRINTED = [
    ("scan", VOORBEELD),
    ("scan", VOORBEELD, "--format", "markdown"),
    ("compare", RUN),
    ("compare", RUN, "--format", "markdown"),
    ("diff", VOORBEELD / "elzervoort-2014a.pdf", VOORBEELD / "elzervoort-2014b.pdf"),
    ("diff", RUN, RUN, "--format", "markdown"),
    ("figure", "dots", RUN),
    ("kwic", "maatwerk", RUN, "--format", "markdown"),
    ("show", RUN, "--code", "maatwerk"),
    ("rules", "list"),
    *(
        ("validate", ROOT / "corpora" / "codering" / "anna.csv", "--documents", VOORBEELD, "--format", form)
        for form in ("table", "markdown", "latex")
    ),
]
AS_ROWS = [
    ("scan", VOORBEELD, "--format", "csv"),
    ("compare", RUN, "--format", "csv"),
    ("diff", RUN, RUN, "--format", "csv"),
    ("kwic", "maatwerk", RUN),
    ("kwic", "maatwerk", RUN, "--format", "csv"),
    ("validate", ROOT / "corpora/codering/anna.csv", "--documents", VOORBEELD, "--format", "csv"),
    ("rules", "stats", VOORBEELD, "--code", "maatwerk"),
]
AS_JSON = [
    ("scan", VOORBEELD, "--format", "json"),
    ("compare", RUN, "--format", "json"),
    ("diff", RUN, RUN, "--format", "json"),
    ("validate", ROOT / "corpora/codering/anna.csv", "--documents", VOORBEELD, "--format", "json"),
]


def named(arguments: tuple[object, ...]) -> str:
    return " ".join(argument.name if isinstance(argument, Path) else str(argument) for argument in arguments)


@pytest.mark.parametrize("arguments", PRINTED, ids=named)
def test_what_people_read_has_a_line_with_the_rules(arguments: tuple[object, ...]) -> None:
    assert EDITION in beloften(*arguments).stdout


@pytest.mark.parametrize("arguments", AS_ROWS, ids=named)
def test_beside_rows_which_have_no_place_for_them_the_rules_are_told(arguments: tuple[object, ...]) -> None:
    """On standard error, so that what is piped or kept are rows and nothing else."""
    done = beloften(*arguments)
    assert EDITION in done.stderr
    assert EDITION not in done.stdout


def test_quiet_tells_no_rules_beside_rows() -> None:
    assert beloften(*AS_ROWS[1], "--quiet").stderr == ""


@pytest.mark.parametrize("arguments", AS_JSON, ids=named)
def test_json_has_the_whole_hash(arguments: tuple[object, ...]) -> None:
    assert SHA256 in beloften(*arguments).stdout


@pytest.mark.parametrize("to", sorted(set(ExportFormat) - WITHOUT_MEASUREMENT))
def test_every_export_holds_the_rules(to: ExportFormat, tmp_path: Path) -> None:
    out = tmp_path / f"export.{to}"
    done = beloften("export", RUN, "--to", to, "--documents", VOORBEELD, "--out", out)
    assert done.returncode == 0, done.stderr
    held = "".join(map(text_of, sorted(out.rglob("*")) if out.is_dir() else [out]))
    assert EDITION in held or SHA256 in held


def text_of(path: Path) -> str:
    """Return what can be searched of a file: of an archive its contents, of a PDF its bookmarks."""
    if path.is_dir():
        return ""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            return "".join(item.title for item in outline.root)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("arguments", [("figure", "dots"), ("compare",)], ids=named)
def test_numbers_of_a_run_are_shown_with_the_rules_of_that_run(
    arguments: tuple[object, ...], tmp_path: Path
) -> None:
    """The rules at hand now did not make them."""
    for file in RUN.iterdir():
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(
            text.replace(SHA256, "0a1b2c3d4e5f" + SHA256[12:]) if file.name == "run.json" else text, "utf-8"
        )
    done = beloften(*arguments, tmp_path)
    assert f"{CODEBOOK['name']} {CODEBOOK['version']} (0a1b2c3d4e5f)" in done.stdout
    assert EDITION not in done.stdout
