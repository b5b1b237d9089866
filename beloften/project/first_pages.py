"""The first pages of many documents, read in a process of its own that a document may take down with it."""

import logging
import multiprocessing
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from beloften.corpus.first_page import FirstPage
from beloften.errors import UnreadableError
from beloften.run.pool import without_main_module
from beloften.run.worker import (
    MEMORY_BYTES,
    address_space,
    end_with_parent,
    leave_the_terminal,
    limit_memory,
    limit_processor_time,
)

_CPU_SECONDS = 10
_WALL_SECONDS = 120  # the libraries load first
_CHARACTERS = 3000
"""How much of a document without pages is taken for its first."""


def first_pages(paths: Sequence[Path]) -> Iterator[tuple[Path, FirstPage | None]]:
    """Read the first page of each document; None for one that cannot be read, or takes too long.

    Args:
        paths: the documents.

    Yields:
        Each path with its page, in the order given.
    """
    context = multiprocessing.get_context("spawn")
    waiting = list(paths)
    while waiting:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_serve, args=(theirs, tuple(waiting)), daemon=True)
        with without_main_module():
            process.start()
        theirs.close()
        try:
            while waiting and ours.poll(_WALL_SECONDS):
                page = ours.recv()
                yield waiting.pop(0), page
        except EOFError:
            pass  # it ended before it was done, as it does below when it took too long
        finally:
            process.kill()
            process.join()
            ours.close()
        if waiting:
            yield waiting.pop(0), None


def _serve(connection: Connection, paths: Sequence[Path]) -> None:
    """Send the first page of each document, within limits."""
    end_with_parent()
    leave_the_terminal()
    limit_memory(address_space() + MEMORY_BYTES)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    for path in paths:
        limit_processor_time(_CPU_SECONDS)
        try:
            page = first_page(path.read_bytes(), path.name)
        except Exception:  # noqa: BLE001 - a scan tells what is the matter with a document; here it says nothing
            page = None
        connection.send(page)


def first_page(data: bytes, name: str) -> FirstPage:
    """Read the first page of a PDF, or the beginning of another document.

    Args:
        data: the bytes of the file.
        name: its name.

    Raises:
        UnreadableError: it cannot be read.
    """
    from beloften.extract.read import is_pdf, read_document  # noqa: PLC0415 - libraries of documents

    if not is_pdf(data):
        text = "\n".join(paragraph.text for paragraph in read_document(data, name).paragraphs)
        return FirstPage(text[:_CHARACTERS])
    from beloften.extract.pdfium.sheets import OpenPdf  # noqa: PLC0415 - the same

    with closing(OpenPdf(data)) as pdf:
        if not len(pdf):
            raise UnreadableError("damaged", "It has no pages.")
        with closing(pdf.document[0]) as page, closing(page.get_textpage()) as text_page:
            return FirstPage(text_page.get_text_bounded(), pdf.document.get_metadata_value("Title"))
