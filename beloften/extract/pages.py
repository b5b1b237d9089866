"""The pages of a document by the number that is printed on them."""

from dataclasses import replace

from beloften.errors import UsageError
from beloften.extract.document import Document, Page


def page_labelled(document: Document, label: str) -> Page:
    """Return the first page that bears a label, as a citation names it.

    Raises:
        UsageError: when no page does, with what the labels look like.
    """
    labels = [each.text for page in document.pages for each in page.labels]
    for page in document.pages:
        if label in (each.text for each in page.labels):
            return page
    if not labels:
        raise UsageError("The document has no pages.", "Leave out --page.")
    raise UsageError(f"No page is numbered {label!r}.", f"The pages run from {labels[0]} to {labels[-1]}.")


def only_page(document: Document, label: str) -> Document:
    """Return the document with only the paragraphs that stand, at least in part, on one page.

    Raises:
        UsageError: when no page bears the label.
    """
    index = page_labelled(document, label).index
    kept = tuple(
        paragraph
        for paragraph in document.paragraphs
        if any(run.page_index == index and document.label(run) == label for run in paragraph.runs)
    )
    return replace(document, paragraphs=kept)
