"""What a user can ask of the reading of documents."""

import pytest

from beloften.errors import UsageError
from beloften.run.options import ReadingOptions


@pytest.mark.parametrize("section", ["(zorg", "a{99999999999}", "(" * 5_000])
def test_an_expression_that_cannot_be_read_is_refused_before_any_document_is(section: str) -> None:
    with pytest.raises(UsageError, match="is no regular expression"):
        ReadingOptions(section=section).check()
