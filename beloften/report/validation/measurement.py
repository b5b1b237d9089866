"""The scores in a `validation.json`, for who describes the codebook that was measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beloften.codebook.schema import Codebook
from beloften.report.validation.files import codebook_in, taken_from
from beloften.validation.agreement import MICRO, Score
from beloften.validation.measure import MEASURES, CodeScores, Estimate


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a validation found, and on what.

    Attributes:
        codebook: name, version and sha256 of the codebook that was measured.
        codings: SHA-256 of each file of codings by its name.
        sentences: how many sentences were compared.
        unit: what was resampled for the intervals: "document", "excerpt" or "sentence".
        units: how many sentences each of those has, by its name; weighted where the sentences are.
        families: per family of codes (docs/validation.md) the scores, first of all codes together.
    """

    codebook: Mapping[str, str]
    codings: Mapping[str, str]
    sentences: int
    unit: str
    units: Mapping[str, float]
    families: Mapping[str, tuple[CodeScores, ...]]

    def of_code(self, code: str) -> list[tuple[str, str, CodeScores]]:
        """Return each score of a code, with its family and, in a family of stances, the stance."""
        return [
            (family, stance, score)
            for family, scores in self.families.items()
            for score in scores[1:]
            for own, _, stance in [score.code.partition(" ")]
            if own == code
        ]

    def is_of(self, codebook: Codebook) -> bool:
        """Whether just these rules were measured."""
        return self.codebook["sha256"] == codebook.sha256


def read_measurement(path: Path) -> Measurement:
    """Read the scores in a `validation.json`, or in the one of a folder.

    Raises:
        UsageError: when it is no such file.
    """
    return taken_from(path, _measurement)


def _measurement(content: Any) -> Measurement:  # noqa: ANN401 - JSON from a file that may be anything
    return Measurement(
        codebook=codebook_in(content),
        codings={str(coding["file"]): str(coding["sha256"]) for coding in content["codings"]},
        sentences=int(content["sentences"]),
        unit=str(content["unit"]),
        units={str(unit["name"]): float(unit["sentences"]) for unit in content["units"]},
        families={
            str(kind): (
                _score(MICRO, family["micro"]),
                *(_score(str(code), fields) for code, fields in family["codes"].items()),
            )
            for kind, family in content["families"].items()
        },
    )


def _score(code: str, fields: Mapping[str, Any]) -> CodeScores:
    """Undo `scores.fields`."""
    estimates = {
        name: Estimate(*(_number(fields[name + end]) for end in ("", "_low", "_high"))) for name in MEASURES
    }
    return CodeScores(Score(code, *(int(fields[name]) for name in ("tp", "fp", "fn"))), **estimates)


def _number(value: float | str | None) -> float | None:
    return None if value is None else float(value)
