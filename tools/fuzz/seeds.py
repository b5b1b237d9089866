"""What fuzzing begins with: files of this repository, and a small text in each form."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

LONGEST = 3000
"""Bytes of a text to begin with: small inputs are tried faster."""

FILES: Mapping[str, str] = {
    "rules": "rules/**/*.yaml",
    "head": "rules/codebook.yaml",
    "manifest-yaml": "corpora/*/corpus.yaml",
    "codings-csv": "corpora/codering/*.csv",
    "run-findings": "corpora/voorbeeld/baseline/bevindingen.csv",
    "run-info": "corpora/voorbeeld/baseline/run.json",
    "run-rules": "corpora/voorbeeld/baseline/regels.json",
    "pdf": "corpora/voorbeeld/*.pdf",
    "md": "docs/*.md",
}
"""The files of each target, as patterns."""


def seeds(target: str, root: Path) -> Iterator[bytes]:
    """Yield what to begin with.

    Args:
        target: name of what is fuzzed.
        root: of the repository.
    """
    for path in sorted(root.glob(FILES[target])) if target in FILES else ():
        data = path.read_bytes()
        yield data if target == "pdf" else data[:LONGEST].rpartition(b"\n")[0]
    yield from (text.encode() for text in TEXTS.get(target, ()))


_RULE = """code: proef
kind: aanwijzing
label: {nl: Naam, en: Name}
definition: What it is.
source: [{author: Iemand, year: 2018, title: Een boek, pages: 1-2}]
effect: ontkenning
words: 4
terminators: [maar]
patterns:
  - op ..2 maat*
  - {pattern: '{inwoner} (a|b c)?', with: proef}
  - {spacy: [{LOWER: {IN: [a, b]}, OP: '?'}, {ORTH: {REGEX: a+}}]}
after: [<aan+sluiten>]
exclusions: ['*maat']
examples: {match: [op maat], no-match: [{text: maat}]}
"""
_SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>bestand</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>a.pdf</t></is></c></row></sheetData></worksheet>"""
_PROJECT = """<Project name="p" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="u" name="Anna"/></Users>
<CodeBook><Codes><Code guid="c" name="Maatwerk"><Code guid="d" name="belofte"/></Code></Codes></CodeBook>
<Sources><TextSource guid="abc" name="nota" plainTextPath="internal://abc.txt">
<PlainTextSelection guid="s" startPosition="0" endPosition="20"><Coding guid="x" creatingUser="u">
<CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>"""
_DOCX = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Wij leveren maatwerk.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:del><w:t>a</w:t></w:del></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
_ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
<text:h text:outline-level="1">Zorg</text:h><text:p>Wij <text:span>leveren</text:span> maatwerk.</text:p>
<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document-content>"""
_HTML = """<!doctype html><html><body><nav><ul><li><a>a</a></ul></nav><main><h1>Zorg</h1>
<p>Wij leveren <s>geen</s> maatwerk.<br><br>Dichtbij.<table><tr><td>a<td>b</table></main></body></html>"""
_CODED = {"id": "1", "excerpt": "a", "text": "Zin.", "n": 1, "weight": 2, "z": ["autarkie"]}
_SAMPLED = dict.fromkeys(("id", "document", "gemeente", "citation", "heading", "stratum"), "a")
_KEY = {"format": "beloften-sample", "format_version": 1, "codebook": {}, "seed": 1, "population": 1}

TEXTS: Mapping[str, tuple[str, ...]] = {
    "rules": (_RULE, _RULE.replace("aanwijzing", "belofte").replace("effect", "nearness")),
    "pattern": (
        "maatwerk* op ..4 (vraag|eigen regie)? {inwoner}\nmaatwerk op de vraag van de burger",
        "<aan+sluiten> bij .. leefwereld\nwij sluiten aan bij de leefwereld",
        "een ..15 een ..15 een\neen een een een een een",
    ),
    "expression": ("maatwerk.rate[Den Haag] < 2 and not (woorden > 10000 or -1 == 2 / 3)",),
    "fold": ("Eén Cliënt, ‘co\u00adördinatie’ ﬁnanciën ß ŉ",),
    "manifest-csv": ("bestand;gemeente;jaar\na.pdf;Utrecht;2014\n",),
    "workbook": (_SHEET,),
    "codings-jsonl": (json.dumps({**_CODED, "b": {"maatwerk": "belofte"}, "l": {"markt": "afgezet"}}),),
    "qdpx": (_PROJECT + "\0Wij leveren maatwerk. Dichtbij huis.",),
    "key": (
        json.dumps(
            {**_KEY, "sentences": [{**_SAMPLED, "window": [["Zin.", 0, True]], "at": 0, "weight": 1}]}
        ),
    ),
    "judgements": (
        "fingerprint,verdict,recoded,reason,code,degree,citation,words,sentence\nab,juist,,,m,,c,w,z\n",
    ),
    "docx": (_DOCX,),
    "odt": (_ODT,),
    "html": (_HTML,),
    "txt": ("ZORG\n\nWij leveren maat-\nwerk. Dichtbij huis.\n\n- een punt\n- nog een punt\n",),
    "md": ("---\na: b\n---\n# Zorg\n\n* [a](x) `c`\n\n| a | b |\n|---|---|\n| c | d |\n\n> **D**[^1]\n",),
}
"""What each target begins with besides."""
