"""The pages of a document by the number that is printed on them."""

from collections.abc import Sequence
from dataclasses import replace

from beloften.errors import UsageError
from beloften.extract.document import Document, Page


def pages_labelled(document: Document, label: str) -> tuple[Page, ...]:
    """Return the pages that bear a label, as a citation names it: more than one where the numbers begin anew.

    Raises:
        UsageError: when no page does, with what the labels look like.
    """
    labels = [each.text for page in document.pages for each in page.labels]
    if not labels:
        raise UsageError("The document has no pages.", "Leave out --page.")
    if label not in labels:
        raise UsageError(f"No page is numbered {label!r}.", f"The pages run {_stretches(labels)}.")
    return tuple(page for page in document.pages if label in (each.text for each in page.labels))


def only_page(document: Document, label: str) -> Document:
    """Return the document with only the paragraphs that stand, at least in part, on pages with a label.

    Raises:
        UsageError: when no page bears the label.
    """
    indexes = {page.index for page in pages_labelled(document, label)}
    kept = tuple(
        paragraph
        for paragraph in document.paragraphs
        if any(run.page_index in indexes and document.label(run) == label for run in paragraph.runs)
    )
    return replace(document, paragraphs=kept)


def _stretches(labels: Sequence[str]) -> str:
    """Name the first and last of labels, for each time that they begin anew."""
    stretches: list[list[str]] = [[]]
    for label in labels:
        if label in stretches[-1]:
            stretches.append([])
        stretches[-1].append(label)
    return ", ".join(f"from {stretch[0]} to {stretch[-1]}" for stretch in stretches)
