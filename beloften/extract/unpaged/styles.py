"""What the name of a style of a word processor says of a paragraph, in Dutch and in English."""

import re
from functools import cache

from beloften.extract.document import Kind

DEEPEST = 9
"""Level of a heading that has no number: below all that have one."""

_CONTENTS = re.compile(
    r"toc( heading| \d|\d)|inhopg|inhoudsopgave|kop ?van ?inhoudsopgave|contents (heading|\d)"
    r"|table of (figures|authorities)|lijst met afbeeldingen|.*\bindex( heading| \d)?$"
)
_NUMBERED_HEADING = re.compile(r"(?:heading|kop|hoofdstuk|paragraafkop) ?(\d)\b")
_TITLE = re.compile(r"(document)?tite?l[e]?( document)?$")
_HEADING = re.compile(r"heading|(tussen)?kopje?$|tussenkop|sub ?tit(le|el)$|onder ?titel$")
_CAPTION = re.compile(r"((table|image|figure) ?)?caption|bijschrift|illustration$|figure$|afbeelding$")
_LIST = re.compile(r"list (bullet|number|continue|\d)|lijst ?(opsom|nummer|\d)|opsomming|numbering \d|bullet")


@cache
def kind_of_style(name: str) -> tuple[Kind, int] | None:
    """Return the kind that a style stands for, and the level of a heading; None when its name says nothing.

    Args:
        name: as a word processor shows it, or stores it.
    """
    plain = " ".join(name.casefold().replace("_20_", " ").replace("_", " ").split())
    if _CONTENTS.match(plain):
        return Kind.RUNNING, 0
    if numbered := _NUMBERED_HEADING.match(plain):
        return Kind.HEADING, int(numbered[1])
    for pattern, kind, level in (
        (_TITLE, Kind.HEADING, 0),
        (_HEADING, Kind.HEADING, DEEPEST),
        (_CAPTION, Kind.CAPTION, 0),
        (_LIST, Kind.LIST_ITEM, 0),
    ):
        if pattern.match(plain):
            return kind, level
    return None
