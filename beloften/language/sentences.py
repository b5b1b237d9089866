"""Where sentences end: Dutch abbreviations, initials, numbering and quotation marks known."""

import re
from collections.abc import Iterator

# Abbreviations that never end a sentence, without their last full stop. Those that can (enz., e.d.) are
# not among them: such a stop ends a sentence when a capital follows.
_ABBREVIATIONS = """
    a.d afb art bijv blz ca cfr d.d d.m.v d.w.z dhr dr drs evt excl fig hfdst i.c i.c.m i.e i.h.a i.h.b
    i.h.k.v i.o i.o.m i.p.v i.s.m i.t.t i.v.m incl ing ir jhr jl jr m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n
    m.u.v max mevr mln mr mrd mw n.a.v nr nrs o.a o.b.v o.g.v o.i.d o.l.v o.v.v p p.j pag par pp prof
    resp s.v.p t.a.v t.b.v t.g.v t.h.v t.k.v t.l.v t.m t.n.v t.o.v t.w.v tel v.a v.d v.h v.l.n.r vgl vnl
    w.o z.g zgn
"""
_NEVER_LAST = frozenset(_ABBREVIATIONS.split())
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)""")
_START = re.compile(r"""\s+(["'“‘„«(\[]*)(\S)""")
_BEFORE_WORD = re.compile(r"[(\[\"'“‘„«]")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_NUMBERING = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[a-h])(?:\.\d{1,2})*", re.IGNORECASE)


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a paragraph, white space at the borders left out.

    Together the sentences hold every character of the paragraph that is not white space.
    """
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        following = _START.match(text, end.end())
        if end.start() >= start and following and _ends_here(text, start, end, following):
            yield start, end.end()
            start = following.end() - len(following[1]) - 1
    stop = len(text.rstrip())
    if start < stop:
        yield start, stop


def _ends_here(text: str, start: int, end: re.Match[str], following: re.Match[str]) -> bool:
    """Whether the stop at `end` ends a sentence that began at `start`."""
    first = following[2]
    if first.islower() or first in ",;:":
        return False
    before = text[start : end.start()]
    if end[0] != "." or not before[-1:].strip():
        return True
    word = _BEFORE_WORD.split(before.rsplit(None, 1)[-1])[-1]
    if word == before and _NUMBERING.fullmatch(word):
        return False  # "2. Wonen": the number belongs to what it numbers
    return not (word.lower() in _NEVER_LAST or _INITIALS.fullmatch(word))
