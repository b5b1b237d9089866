"""Gemeente and year of a document, guessed from the names of its file and folders.

A wrong gemeente does more harm than none: what names can mean in two ways is left unknown. Results say of
every guess that it is one.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from beloften.corpus.gemeenten import WORD, Gemeente, by_key, fold, gemeenten, spellings, words_of
from beloften.corpus.years import FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR

# A year or a date without separators (20250213), with no letter or digit against it.
_YEAR = re.compile(
    r"(?<![^\W_])((?:19|20)[0-9]{2})(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))?(?![^\W_])"
)

# Gemeenten whose name is a word that policy documents and their file names also use otherwise.
_ALSO_WORDS = frozenset({
    "axel", "beek", "bergen", "best", "born", "buren", "doorn", "duiven", "echt", "goes", "goor", "grave",
    "haren", "heel", "helden", "horst", "houten", "huizen", "hulst", "kampen", "leek", "losser", "monster",
    "putten", "sluis", "stein", "vaals", "veere", "waterland", "weert", "wierden",
})  # fmt: skip
# What follows a gemeente that a file is filed under: "best_nota", "Goes - nota", "Buren, nota", "Leek 2014".
_FILED_UNDER = re.compile(r"_|,| +- |\W+(?:19|20)[0-9]{2}(?![^\W_])")

# After these words the name is that of another body or place: "regio Utrecht", "Nieuw-Amsterdam".
_OTHER_BODY = frozenset({
    "arrondissement", "ggd", "metropoolregio", "nieuw", "omgevingsdienst", "politie", "provincie",
    "provinsje", "regio", "stadsregio", "universiteit", "veiligheidsregio", "waterschap",
})  # fmt: skip
# No spelling has more words.
_LONGEST = 6

# Kinds of documents, each with the words by which the name of a file tells of it.
_SOORTEN = {
    "afdoening": {"afdoening", "afdoeningsbrief"},
    "begroting": {"begroting", "programmabegroting", "meerjarenbegroting"},
    "beleidsnota": {"nota", "beleidsnota", "kadernota", "startnota", "koersnota"},
    "beleidsplan": {"beleidsplan", "beleidskader", "meerjarenbeleidsplan"},
    "besluitenlijst": {"besluitenlijst"},
    "coalitieakkoord": {"coalitieakkoord", "collegeakkoord", "collegeprogramma", "raadsakkoord"},
    "jaarstukken": {"jaarstukken", "jaarrekening", "jaarverslag"},
    "motie": {"motie"},
    "raadsbrief": {"raadsbrief", "raadsinformatiebrief", "collegebrief"},
    "raadsvoorstel": {"raadsvoorstel"},
    "uitvoeringsplan": {"uitvoeringsplan", "uitvoeringsprogramma", "uitvoeringsagenda"},
    "verkiezingsprogramma": {"verkiezingsprogramma"},
    "verordening": {"verordening"},
    "visie": {"visie", "toekomstvisie", "omgevingsvisie", "visienota"},
}


def guess_jaar(file_name: str, folders: Sequence[str] = ()) -> int | None:
    """The first year that the file name holds, else the first year of the nearest folder that holds one.

    Of "begroting 2021-2024" that is 2021, of "20250213 voorstel" 2025. Document numbers are no years.

    Args:
        file_name: name of the file, with its extension.
        folders: names of the folders that it is in, the outermost first.
    """
    for name in (PurePath(file_name).stem, *reversed(folders)):
        for found in _YEAR.finditer(name):
            if FIRST_LIKELY_YEAR <= int(found[1]) <= LAST_LIKELY_YEAR:
                return int(found[1])
    return None


def guess_gemeente(file_name: str, folders: Sequence[str] = (), jaar: int | None = None) -> Gemeente | None:
    """The one gemeente that the names of file and folders hold, as whole words; None when there are several.

    Of names within each other the longest counts ("Bergen op Zoom"). A gemeente whose name is also an
    ordinary word ("Best") counts as the whole name of a folder, after "gemeente", and at the start of a file
    name that is filed under it. A folder "Utrecht" or "Groningen" gives way, as the name of a province.

    Args:
        file_name: name of the file, with its extension.
        folders: names of the folders that it is in, the outermost first.
        jaar: year of the document; a gemeente that was dissolved before is not meant.
    """
    in_file = set(_named_in(PurePath(file_name).stem, filed=True))
    in_folders = {gemeente for folder in folders for gemeente in _named_in(folder, filed=False)}
    found = {each for each in in_file | in_folders if not dissolved_before(each, jaar)}
    if len(found) > 1:
        provinces = {each.provincie for each in gemeenten().values()}
        found -= {each for each in in_folders - in_file if each.naam in provinces}
    return found.pop() if len(found) == 1 else None


def guess_soort(file_name: str) -> str:
    """The one kind of document that the name of a file names; "" when there is none, or more than one.

    Args:
        file_name: name of the file, with its extension.
    """
    words = set(words_of(PurePath(file_name).stem))
    found = {soort for soort, names in _SOORTEN.items() if names & words}
    return found.pop() if len(found) == 1 else ""


def dissolved_before(gemeente: Gemeente, jaar: int | None) -> bool:
    """Whether a gemeente did not exist any more in a year; False when the year is not known."""
    return jaar is not None and gemeente.opgeheven is not None and gemeente.opgeheven.year < jaar


def _named_in(name: str, *, filed: bool) -> Iterator[Gemeente]:
    """The gemeenten in a single name; `filed` when it is a file's, which may start with its gemeente."""
    text = fold(name)
    words = list(WORD.finditer(text))
    position = 0
    while position < len(words):
        length, candidates = longest_at([word[0] for word in words[position : position + _LONGEST]])
        before = words[position - 1][0] if position else ""
        last = words[position + max(length, 1) - 1]
        counts = (
            words[position][0] not in _ALSO_WORDS
            or length > 1
            or before == "gemeente"
            or len(words) == 1
            or (filed and position == 0 and _FILED_UNDER.match(text, last.end()) is not None)
        )
        if len(candidates) == 1 and counts and before not in _OTHER_BODY:
            yield candidates[0]
        position += max(length, 1)


def longest_at(words: list[str]) -> tuple[int, tuple[Gemeente, ...]]:
    """How many of the words, from the first, form a name, and whose name it is; 0 for none."""
    for length in range(min(len(words), _LONGEST), 0, -1):
        if found := spellings().get(tuple(words[:length])):
            return length, found
    fused = by_key().get(words[0], ()) if words else ()
    return len(fused[:1]), fused
