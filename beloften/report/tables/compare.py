"""The tables of a comparison, before they are drawn."""

from beloften.codebook.schema import Codebook
from beloften.compare.asked import Show
from beloften.compare.codes import FEW_FINDINGS
from beloften.compare.compared import Compared
from beloften.report.tables.compare_words import compare_word, remarks_on_few
from beloften.report.tables.contrast import contrast_sheets, tekorten_sheets
from beloften.report.tables.differences import difference_sheets
from beloften.report.tables.sheet import Sheet
from beloften.report.tables.together import dubbel_sheets, gelijkenis_sheets, samenhang_sheets
from beloften.report.wording import guess_line


def compare_sheets(found: Compared, codebook: Codebook, lang: str) -> tuple[Sheet, ...]:
    """Lay out what a comparison shows; no sheet where there is nothing to show."""
    make = {
        Show.VERSCHILLEN: difference_sheets,
        Show.CONTRAST: contrast_sheets,
        Show.TEKORTEN: tekorten_sheets,
        Show.GELIJKENIS: gelijkenis_sheets,
        Show.SAMENHANG: samenhang_sheets,
        Show.DUBBEL: dubbel_sheets,
    }[found.asked.show]
    return tuple(sheet for sheet in make(found, codebook, lang) if sheet.rows)


def nothing_to_show(show: Show, lang: str) -> str:
    """Return the line that stands in the place of tables where there is nothing to show."""
    return compare_word("none_shared" if show is Show.DUBBEL else "no_profile", lang)


def warnings(found: Compared, lang: str) -> tuple[str, ...]:
    """Return a line for all groups of a single document, one for all with few findings, one for guesses."""
    guess = guess_line(found.guessed, sum(found.groups.values()), lang)
    guesses = (guess,) if guess else ()
    if found.asked.show in {Show.SAMENHANG, Show.DUBBEL}:
        return guesses
    single = [row.group for row in found.few if row.documenten == 1]
    few = [f"{row.group} ({row.zinnen})" for row in found.few if row.zinnen < FEW_FINDINGS]
    return (*remarks_on_few(single, few, lang), *guesses)
