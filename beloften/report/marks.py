"""Where the words of a finding stand in its sentence."""

from collections.abc import Iterator

from beloften.report.rows import JOIN, Bevinding


def marked_spans(finding: Bevinding) -> Iterator[tuple[int, int]]:
    """Yield start and end of each match in the sentence, in the order of the text."""
    end = 0
    for words in finding.words.split(JOIN):
        start = finding.sentence.find(words, end)
        if start >= 0:
            end = start + len(words)
            yield start, end
