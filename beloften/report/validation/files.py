"""A validation on disk: scores, confusions, disagreements, and what a scan needs to correct its rates by."""

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from beloften.codebook.schema import Codebook
from beloften.errors import UsageError
from beloften.report.validation.scores import fields, scores_as_csv
from beloften.rundir.columns import Column
from beloften.rundir.csv_rows import write_rows
from beloften.rundir.run_info import to_json
from beloften.validation.coders import Compared
from beloften.validation.correct import Cluster, Error
from beloften.validation.measure import FamilyScores, Validation
from beloften.whole_files import make_folder, write_whole

Taken = TypeVar("Taken")

FORMAT = "beloften-validation"
"""What `validation.json` calls itself."""

FORMAT_VERSION = 1
"""Raised when its form changes in a way that its readers must know of."""

CONFUSIONS = (
    Column("kind", "string", "Kind of code; niveau, houding, waardehouding for degrees of codes both have."),
    Column("gold", "string", "What the gold coding has; – for nothing."),
    Column("found", "string", "What the coding under test has; – for nothing."),
    Column("sentences", "integer", "In how many sentences."),
)
"""The columns of `confusions.csv`."""

DISAGREEMENTS = (
    Column("id", "string", "The sentence."),
    Column("source", "string", "The document that it comes from."),
    Column("kind", "string", "Kind of code."),
    Column("code", "string", "The code on which the codings differ."),
    Column("gold", "string", "Its level or stance in the gold coding; ja where it has none, – for absent."),
    Column("found", "string", "The same in the coding under test."),
    Column("words", "string", "The words for which the tool found it, joined by ' ‖ '."),
    Column("why", "string", "The rule that found it, or what was found instead."),
    Column("text", "string", "The sentence."),
)
"""The columns of `disagreements.csv`."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a validation rests on.

    Attributes:
        codebook: that the tool coded with.
        files: SHA-256 of each file of codings by its name.
        coders: their names.
    """

    codebook: Codebook
    files: Mapping[str, str]
    coders: Sequence[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What `validation.json` tells a scan.

    Attributes:
        codebook: name, version and sha256 of the codebook that was validated.
        errors: what is known of the error per family and code.
    """

    codebook: Mapping[str, str]
    errors: Mapping[tuple[str, str], Error]


def basis_of(files: Iterable[Path], compared: Compared, codebook: Codebook) -> Basis:
    """Return what a comparison rests on.

    Raises:
        OSError: a file is no longer there.
    """
    hashes = {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
    return Basis(codebook, hashes, compared.coders)


def write_validation(folder: Path, compared: Compared, basis: Basis) -> None:
    """Write the four files of a validation to a folder, which is made when it is not there.

    Args:
        folder: where; files of the same names are replaced.
        compared: what came of the comparison.
        basis: what was compared with what.

    Raises:
        OutputError: when they cannot be written.
    """
    make_folder(folder)
    write_whole(folder / "scores.csv", scores_as_csv(compared.comparisons))
    write_whole(folder / "confusions.csv", _csv(compared.confused, CONFUSIONS))
    write_whole(folder / "disagreements.csv", _csv(compared.differences, DISAGREEMENTS))
    write_whole(folder / "validation.json", _json(compared.comparisons[0].validation, basis))


def read_validation(path: Path) -> Measured:
    """Read back from `validation.json` what rates are corrected by.

    Raises:
        UsageError: when it is not such a file.
    """
    return taken_from(path, _measured)


def codebook_in(content: Any) -> dict[str, str]:  # noqa: ANN401 - JSON from a file that may be anything
    """Return which codebook was validated: its name, version and sha256."""
    return {name: str(content["codebook"][name]) for name in ("name", "version", "sha256")}


def taken_from(path: Path, take: Callable[[Any], Taken]) -> Taken:
    """Return what a function takes from the content of a `validation.json`, or of the one in a folder.

    Raises:
        UsageError: when it is not such a file, or the function does not find there what it takes.
    """
    path = path / "validation.json" if path.is_dir() else path
    try:
        content = json.loads(path.read_text("utf-8"))
        _check_form(content["format"], content["format_version"])
        return take(content)
    except OSError as error:
        problem = f"{path} cannot be read: {error.strerror}."
        raise UsageError(problem, "Make one with: beloften validate CODINGS --out FOLDER") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        problem = f"{path} is no validation: {error}."
        raise UsageError(problem, "Make one with: beloften validate CODINGS --out FOLDER") from error


def _measured(content: Any) -> Measured:  # noqa: ANN401 - JSON from a file that may be anything
    sizes = [float(unit["sentences"]) for unit in content["units"]]
    errors = {
        (kind, code): _error(counts, sizes)
        for kind, family in content["families"].items()
        for code, counts in family["counts"].items()
    }
    return Measured(codebook_in(content), errors)


def _check_form(name: str, number: int) -> None:
    if (name, number) != (FORMAT, FORMAT_VERSION):
        raise ValueError(f"its form is not {FORMAT} {FORMAT_VERSION}")


def _error(counts: Sequence[Sequence[float]], sizes: Sequence[float]) -> Error:
    """Sensitivity and specificity per unit, from (true positives, false positives, false negatives)."""
    units = list(zip(counts, sizes, strict=True))
    return Error(
        sensitivity=tuple(Cluster(tp, tp + fn) for (tp, _, fn), _ in units),
        specificity=tuple(
            Cluster(max(size - tp - fp - fn, 0.0), max(size - tp - fn, 0.0)) for (tp, fp, fn), size in units
        ),
    )


def _json(validation: Validation, basis: Basis) -> str:
    codebook = basis.codebook
    return to_json(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "beloften": version("beloften"),
            "codebook": {"name": codebook.name, "version": codebook.version, "sha256": codebook.sha256},
            "codings": [{"file": name, "sha256": digest} for name, digest in sorted(basis.files.items())],
            "coders": list(basis.coders),
            "sentences": validation.sentences,
            "weighted": validation.weighted,
            "unit": validation.unit,
            "units": [
                {"name": name, "sentences": _number(size)}
                for name, size in zip(validation.units, validation.unit_sentences, strict=True)
            ],
            "families": {family.kind: _family(family) for family in validation.families},
        }
    )


def _family(family: FamilyScores) -> dict[str, Any]:
    return {
        "micro": fields(family.micro),
        "codes": {measured.code: fields(measured) for measured in family.codes},
        "counts": {
            measured.code: [[_number(value) for value in unit] for unit in family.counts[:, column].tolist()]
            for column, measured in enumerate(family.codes)
        },
    }


def _number(value: float) -> float:
    """A whole number as such, so that nobody takes it for more exact than a count; else six decimals."""
    return int(value) if float(value).is_integer() else round(float(value), 6)


def _csv(rows: Iterable[object], columns: Sequence[Column]) -> str:
    stream = io.StringIO()
    write_rows(rows, columns, stream)
    return stream.getvalue()
