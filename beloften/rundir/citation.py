"""How a place in a document is cited."""


def cite(citation: str, page_label: str) -> str:
    """Return "(Leeuwarden 2014: 31)", or "(Leeuwarden 2014)" where there is no page to name.

    Args:
        citation: gemeente and year of the document, "Leeuwarden 2014".
        page_label: "31", "33-34" for a sentence that runs over pages, "¶7" for a paragraph; may be "".
    """
    return f"({citation}: {page_label})" if page_label else f"({citation})"
