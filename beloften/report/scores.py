"""Agreement with human codings, as a table and as JSON."""

from collections.abc import Sequence

from beloften.report.run_info import to_json
from beloften.tally.agreement import Comparison, Score

_HEAD = f"{'':<34}{'precision':>10}{'recall':>8}{'F1':>7}{'found':>8}{'gold':>7}"


def scores_as_table(comparisons: Sequence[Comparison]) -> str:
    """Return aligned lines: per kind of code the micro-average, then each code.

    "found" and "gold" are the numbers of sentences with the code in either coding; "–" stands where there is
    nothing to divide by.
    """
    lines = [_HEAD]
    for comparison in comparisons:
        lines.append(_line(comparison.kind, comparison.micro))
        if len(comparison.scores) > 1:
            lines.extend(_line(f"  {score.code}", score) for score in comparison.scores)
    return "\n".join(lines)


def scores_as_json(comparisons: Sequence[Comparison]) -> str:
    """Return an object with, per kind of code, `micro` and `codes`; undefined values are null."""
    content = {
        comparison.kind: {
            "micro": _fields(comparison.micro),
            "codes": {score.code: _fields(score) for score in comparison.scores},
        }
        for comparison in comparisons
    }
    return to_json(content).rstrip("\n")


def _line(name: str, score: Score) -> str:
    return (
        f"{name:<34}{_share(score.precision):>10}{_share(score.recall):>8}{_share(score.f1):>7}"
        f"{score.tp + score.fp:>8}{score.tp + score.fn:>7}"
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _fields(score: Score) -> dict[str, float | int | None]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: None if share is None else round(share, 4) for name, share in shares.items()}
    return {**rounded, "tp": score.tp, "fp": score.fp, "fn": score.fn}
