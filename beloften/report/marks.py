"""Where the words of a finding stand in its sentence, and what it goes on from."""

from collections.abc import Iterator

from beloften.rundir.rows import JOIN, Bevinding


def marked_spans(finding: Bevinding) -> Iterator[tuple[int, int]]:
    """Yield start and end of each match in the sentence, in the order of the text."""
    end = 0
    for words in finding.words.split(JOIN):
        start = finding.sentence.find(words, end)
        if start >= 0:
            end = start + len(words)
            yield start, end


def sentence_before(finding: Bevinding) -> str:
    """Return the sentence that the finding's own goes on from; "" where what stands before it is its heading.

    A heading has no full stop: shown in front of a sentence it would run into it.
    """
    above, is_heading = finding.heading.removesuffix(finding.before), finding.heading.endswith(finding.before)
    return "" if is_heading and not above[-1:].isalnum() else finding.before
