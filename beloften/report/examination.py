"""What was found of an installation, as lines for people, and for a report of a fault."""

import textwrap
from collections.abc import Iterator

from beloften.run.examine import Check, Examination

_MARK, _NAME = 7, 11  # widths of columns


def examination_lines(found: Examination, width: int) -> Iterator[str]:
    """Yield the lines, each check with what to do about it below it.

    Args:
        found: what was found.
        width: characters on a line; a command is never broken, so that it can be copied.
    """
    for check in found.program:
        yield f"{check.name:<{_NAME}}{check.told}"
    groups = (
        ("What a scan needs", found.needed, ("ok", "FAULT")),
        ("What can be installed beside it", found.extras, ("there", "-")),
        ("This computer", found.computer, ("ok", "look")),
    )
    for title, checks, (well, not_well) in groups:
        yield ""
        yield title
        for check in checks:
            yield from _lines(check, well if check.is_well else not_well, width)


def _lines(check: Check, mark: str, width: int) -> Iterator[str]:
    start, indent = f"  {mark:<{_MARK}}{check.name:<{_NAME}}", " " * (2 + _MARK + _NAME)
    yield from textwrap.wrap(
        check.told,
        max(width, 2 * len(indent)),
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    if check.step:
        yield f"{indent}{check.step}"
