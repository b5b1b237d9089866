"""Documents that were not read, or that were but should be looked at."""

from collections.abc import Iterable

from beloften.report.wording import guess_line, whole, word
from beloften.run.result import DocumentResult
from beloften.tally.count import document_order


def unread_documents(results: Iterable[DocumentResult], lang: str) -> tuple[str, ...]:
    """Return a line per document that could not be read, with the reason."""
    return tuple(
        _line(result, word(result.status, lang), result.remark)
        for result in sorted(results, key=document_order)
        if not result.is_read
    )


def doubtful_documents(results: Iterable[DocumentResult], lang: str) -> tuple[str, ...]:
    """Return a line per document that was read, but of which the text is not what it should be."""
    lines = []
    for result in sorted(results, key=document_order):
        if result.is_read and (result.status != "ok" or result.remark or _bad_pages(result)):
            status = "" if result.status == "ok" else word(result.status, lang)
            lines.append(_line(result, status, result.remark or _pages(result, lang)))
    return tuple(lines)


def how_known(results: Iterable[DocumentResult], lang: str) -> str:
    """Say of how many documents that were read gemeente or year is a guess, or the gemeente is not known.

    "" where of none. Of a single document only a guess is told: it is counted all the same.
    """
    read = [result for result in results if result.is_read]
    unknown = sum(not result.source.gemeente for result in read)
    guesses = guess_line(sum(result.source.is_guess for result in read), len(read), lang)
    lacking = word("no_gemeente", lang).format(n=whole(unknown, lang)) if unknown and len(read) > 1 else ""
    return " ".join(filter(None, (guesses, lacking)))


def _line(result: DocumentResult, status: str, remark: str) -> str:
    reasons = [reason for reason in (status, remark) if reason]
    return f"{result.source.name}: {'; '.join(reasons)}"


def _bad_pages(result: DocumentResult) -> list[str]:
    return [page.label or str(page.index + 1) for page in result.pages if page.quality not in {"ok", "empty"}]


def _pages(result: DocumentResult, lang: str) -> str:
    bad = _bad_pages(result)
    return f"{word('pages', lang)} {', '.join(bad)}" if bad else ""
