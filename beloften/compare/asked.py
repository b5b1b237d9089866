"""What can be asked of a comparison."""

from enum import StrEnum

GROUPINGS = ("gemeente", "jaar", "soort", "provincie", "document")
"""What every document can be grouped by; a manifest adds its own."""


class Against(StrEnum):
    """What a group is compared with."""

    REST = "rest"
    PAIRS = "pairs"


class Show(StrEnum):
    """What a comparison shows."""

    VERSCHILLEN = "verschillen"
    CONTRAST = "contrast"
    TEKORTEN = "tekorten"
    GELIJKENIS = "gelijkenis"
    SAMENHANG = "samenhang"
    DUBBEL = "dubbel"


NEEDS_TWO = frozenset({Show.VERSCHILLEN, Show.GELIJKENIS})
"""What can only be shown of two groups or more."""

OF_ALL = frozenset({Show.SAMENHANG, Show.DUBBEL})
"""What is shown of all documents together."""
