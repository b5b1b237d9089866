"""Pages by their printed number."""

import pytest

from beloften.errors import UsageError
from beloften.extract.document import Document
from beloften.extract.pages import only_page, pages_labelled
from beloften.extract.read import read_document
from tests.extract.pages import pdf

_SENTENCE = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij zorg krijgen. "
_NUMBERED = """
#set page(numbering: "1 / 1")
#let deel(naam) = [#counter(page).update(1)
#naam een. {sentence}#pagebreak()
#naam twee. {sentence}]
#deel[Nota]#pagebreak()#deel[Bijlage]
"""


@pytest.fixture(scope="module")
def document() -> Document:
    """A nota and its annex in one file, each numbered from 1."""
    return read_document(pdf(_NUMBERED.replace("{sentence}", _SENTENCE * 4)), "bundel.pdf")


def test_all_pages_that_bear_a_number_are_given(document: Document) -> None:
    assert [page.index for page in pages_labelled(document, "2")] == [1, 3]
    texts = " ".join(paragraph.text for paragraph in only_page(document, "2").text_paragraphs)
    assert ("Nota twee" in texts, "Bijlage twee" in texts, "een." in texts) == (True, True, False)


def test_a_number_that_no_page_bears_is_answered_with_those_that_there_are(document: Document) -> None:
    with pytest.raises(UsageError, match=r"'9'[.] The pages run from 1 to 2, from 1 to 2[.]"):
        only_page(document, "9")
