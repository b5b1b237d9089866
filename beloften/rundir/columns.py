"""The columns of the CSV files of a run: their order, their types, and what they mean."""

from dataclasses import dataclass

DECIMALS = 3
"""Decimals of numbers that are no whole ones: rates, limits and shares."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a CSV file.

    Attributes:
        name: as in the first line of the file.
        type: "string", "integer" or "number", the types of Frictionless Table Schema that are used here.
        description: what it holds, in one or two sentences.
        decimals: of a number that is no whole one.
    """

    name: str
    type: str
    description: str
    decimals: int = DECIMALS


BEVINDINGEN = (
    Column("fingerprint", "string", "Names the finding: stays the same as long as its text does."),
    Column("gemeente", "string", "Gemeente of the document; empty when not known."),
    Column("jaar", "integer", "Year of the document; empty when not known."),
    Column("document", "string", "Name of the file, relative to the folder that was scanned."),
    Column("citation", "string", "Where the sentence stands, as a paper cites it: (Leeuwarden 2014: 31)."),
    Column("page_label", "string", "Printed page number; a range when the sentence runs over pages."),
    Column("page_index", "integer", "Page of the file on which the sentence begins, counted from 0."),
    Column("heading", "string", "Headings above the sentence, outermost first, joined by ' > '."),
    Column("code", "string", "What was found: the code of the rule file."),
    Column(
        "kind",
        "string",
        "belofte, koepel, waarde, logica, nabijheid, relatie, zelfredzaamheid, beginsel, sturing or vertoog.",
    ),
    Column("level", "string", "Of a belofte or koepel: genoemd, belofte (tied to nearness) or expliciet."),
    Column("stance", "string", "Towards a value or logica: afgezet, onderschreven or neutraal."),
    Column("rule", "string", "Rule of each match, joined by ' ‖ '."),
    Column("pattern", "string", "Pattern of each match, in the same order."),
    Column("words", "string", "Words of each match as they stand in the text, in the same order."),
    Column("cue", "string", "Nearness cue to which a belofte is tied; it may stand in the sentence before."),
    Column("link", "string", "Words that tie the two together, or that show the stance."),
    Column("sentence", "string", "The sentence."),
    Column("before", "string", "The sentence before it, or the heading that it is the first one below."),
    Column("after", "string", "The sentence behind it."),
    Column("sentence_index", "integer", "Which sentence of the document it is, counted from 0."),
    Column(
        "boxes",
        "string",
        "Where the words stand: page:left,top,right,bottom;… with the page counted from 0 and points "
        "(1/72 inch) from the top left corner of the page.",
    ),
)
"""A row per finding: one code in one sentence."""

TELLINGEN = (
    Column(
        "group",
        "string",
        "Gemeente, or the document or year that was counted by; 'onbekend' when that is not known.",
    ),
    Column("gemeente_code", "string", "CBS code of the gemeente, such as GM0080; empty when there is none."),
    Column("code", "string", "What was counted."),
    Column(
        "kind",
        "string",
        "belofte, koepel, waarde, logica, nabijheid, relatie, zelfredzaamheid, beginsel, sturing or vertoog.",
    ),
    Column(
        "measure",
        "string",
        "Of a belofte or koepel: genoemd, belofte or expliciet, each including those behind it. Of a waarde "
        "or logica: alle, afgezet, onderschreven or neutraal. Else alle.",
    ),
    Column("zinnen", "integer", "Sentences with the code."),
    Column("documenten", "integer", "Documents with the code."),
    Column("zinnen_totaal", "integer", "All sentences of the group."),
    Column("woorden", "integer", "All words of the group: what the rate is reckoned by."),
    Column("documenten_totaal", "integer", "All documents of the group that were read."),
    Column("rate", "number", "Sentences with the code per 10,000 words; empty when there are no words."),
    Column("low", "number", "Lower limit of the 95 % interval of the rate."),
    Column("high", "number", "Upper limit of the 95 % interval of the rate."),
    Column(
        "interval",
        "string",
        "What the interval rests on: documenten or paginas (resampled; of fewer than five bounded by a "
        "negative binomial distribution), or poisson (a count of zero, or nothing to resample).",
    ),
)
"""A row per group, code and measure, also where the count is zero."""

DOCUMENTEN = (
    Column("document", "string", "Name of the file, relative to the folder that was scanned."),
    Column("gemeente", "string", "Gemeente; empty when not known."),
    Column("gemeente_code", "string", "CBS code of the gemeente, such as GM0080; empty when there is none."),
    Column("gemeente_from", "string", "How the gemeente is known: option, manifest, guess, or empty."),
    Column("jaar", "integer", "Year; empty when not known."),
    Column("jaar_from", "string", "How the year is known: option, manifest, guess, or empty."),
    Column("titel", "string", "Title from the manifest."),
    Column("soort", "string", "Kind of document, such as beleidsnota."),
    Column("citation", "string", "How the document is cited: Amsterdam 2013b."),
    Column(
        "kenmerken",
        "string",
        'What else its manifest says of it, to compare by, as a JSON object: {"grootte": "klein"}.',
    ),
    Column(
        "status",
        "string",
        "ok, partial or other-language when it was read; else why not: empty, scanned, garbled, encrypted, "
        "damaged, unsupported, missing, timeout, memory or crashed.",
    ),
    Column("remark", "string", "What there is to say about the reading."),
    Column("pages", "integer", "Pages of the file; 1 for a format without pages, 0 when it was not read."),
    Column("words", "integer", "Words of text, running heads not counted."),
    Column("sentences", "integer", "Sentences."),
    Column("findings", "integer", "Findings, of all codes."),
    Column("dutch", "number", "Share of the words that are common Dutch words, 0 to 1."),
    Column("quality", "string", "Pages per quality: ok:12 scanned:2."),
    Column("reader", "string", "Library that read the file, with its version."),
    Column("sha256", "string", "SHA-256 of the file; empty when it could not be opened."),
    Column("text_sha256", "string", "SHA-256 of the paragraphs that were read from it, with their kinds."),
)
"""A row per file that was found, read or not."""

ZINNEN = (
    Column("document", "string", "Name of the file."),
    Column("sentence_index", "integer", "Which sentence of the document it is, counted from 0."),
    Column("page_index", "integer", "Page of the file on which the sentence begins, counted from 0."),
    Column("paragraph", "integer", "Which paragraph of the document it stands in, counted from 0."),
    Column("words", "integer", "Words of the sentence; numbers are none."),
    Column("hash", "string", "Twelve digits that sentences with the same words share."),
)
"""A row per sentence that was read: what counting anew needs, without the text."""

CODEBOOK = (
    Column("code", "string", "Name of the code in all tables."),
    Column("rank", "integer", "Place of the code in the codebook, counted from 1."),
    Column(
        "kind",
        "string",
        "belofte, koepel, waarde, logica, nabijheid, relatie, zelfredzaamheid, beginsel, sturing or vertoog.",
    ),
    Column("number", "integer", "Number of the belofte or the like in the book; empty when it has none."),
    Column("label_nl", "string", "Name in Dutch."),
    Column("label_en", "string", "Name in English."),
    Column("definition", "string", "What carries the code, and what does not."),
    Column("nearness", "string", "The kind of nearness that it is about: vertrouwd, alledaags or stabiel."),
    Column(
        "opposite",
        "string",
        "Code of what it stands against: of a belofte the waarde, of a waarde the belofte.",
    ),
    Column("part_of", "string", "Code that this one belongs to: of a waarde its logica."),
)
"""A row per code of the codebook; only exports have this table."""
