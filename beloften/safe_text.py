"""Text from documents and file names, made harmless for a terminal, CSV, JSON or a Markdown page."""

import json
import re
import unicodedata

_NO_CHARACTERS = "\ufffe\uffff"  # which XML cannot hold
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\char34{}",  # bare it is a shorthand of Dutch, and OT1 fonts have no name for it
        "–": "--",
        "—": "---",
        "\N{NO-BREAK SPACE}": "~",
        "\N{EM SPACE}": r"\quad{}",
    }
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&#])")


def visible(text: str) -> str:
    """Show what a terminal would obey or hide: each such character becomes its code in angle brackets.

    These are control characters, so that no text can move the cursor or change colours; marks that turn the
    direction of reading or take no room, so that what is shown is what is there; line separators; and what is
    no character, such as the halves that come from file names in another encoding.
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(letter):04X}>" if _is_hidden(letter) else letter for letter in text)


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or letter in _NO_CHARACTERS


def json_text(text: str) -> str:
    """Return JSON that says the same, with the characters that `visible` shows as codes written as escapes.

    Args:
        text: JSON; line feeds in it stand between its values, since within a text they are escaped already.
    """
    if text.isprintable():
        return text
    return "".join(
        json.dumps(letter)[1:-1] if letter != "\n" and _is_hidden(letter) else letter for letter in text
    )


def guard_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would read as a formula.

    Those begin with =, +, -, @, a tab or a line end. So that it can be undone, a text that has apostrophes
    before such a character gets one more; other apostrophes, as in 's-Hertogenbosch, stay as they are.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_cell(cell: str) -> str:
    """Undo `guard_cell`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def markdown_text(text: str) -> str:
    """Escape what Markdown, or HTML within it, would read as more than text."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def markdown_code(text: str) -> str:
    """Return a text as code within a line of Markdown, whatever is in it; not for cells of a table."""
    text = visible(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def latex_text(text: str) -> str:
    """Escape what LaTeX would read as more than text."""
    return visible(text).translate(_LATEX)
