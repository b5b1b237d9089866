"""Where the words of a finding stand in its sentence, and what it goes on from."""

from collections.abc import Iterable, Iterator

from beloften.rundir.rows import JOIN, Bevinding


def marked_spans(finding: Bevinding) -> Iterator[tuple[int, int]]:
    """Yield start and end of each match in the sentence, in the order of the text."""
    return in_turn(finding.sentence, finding.words.split(JOIN))


def in_turn(text: str, parts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where parts of a text stand, one behind the other; those that are not there are left out."""
    end = 0
    for part in parts:
        start = text.find(part, end)
        if part and start >= 0:
            end = start + len(part)
            yield start, end


def sentence_before(finding: Bevinding) -> str:
    """Return the sentence that the finding's own goes on from; "" where what stands before it is its heading.

    A heading has no full stop: shown in front of a sentence it would run into it.
    """
    above, is_heading = finding.heading.removesuffix(finding.before), finding.heading.endswith(finding.before)
    return "" if is_heading and not above[-1:].isalnum() else finding.before
