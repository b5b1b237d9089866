"""What documents are put together by."""

from enum import StrEnum


class By(StrEnum):
    """What documents are put together by."""

    GEMEENTE = "gemeente"
    DOCUMENT = "document"
    JAAR = "jaar"
