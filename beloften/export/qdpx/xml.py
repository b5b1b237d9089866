"""XML that holds any text, and is the same for the same content."""

import re
import xml.etree.ElementTree as ET  # writes only; `extract.unpaged.package` reads what others wrote

from beloften.safe_text import visible

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def name_text(text: str) -> str:
    """Return a text on one line in which nothing is hidden and that XML can carry, for names and values."""
    return carried(visible(text))


def carried(text: str) -> str:
    """Return a text that XML can carry: each character that it cannot becomes its code in angle brackets."""
    return _FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element to another.

    Args:
        parent: to which; it comes last.
        tag: its name.
        text: its content.
        attributes: without those that are "".
    """
    given = {name: carried(value) for name, value in attributes.items() if value}
    element = ET.SubElement(parent, tag, given)
    element.text = carried(text) or None
    return element


def as_bytes(root: ET.Element) -> bytes:
    """Return the file: UTF-8, a line per element."""
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
