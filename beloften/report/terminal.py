"""Drawing on the terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from beloften.codebook.schema import Codebook, Level
from beloften.compare.compared import Compared
from beloften.report.remarks import doubtful_documents, how_known, unread_documents
from beloften.report.tables.compare import compare_sheets, nothing_to_show, warnings
from beloften.report.tables.scan import scan_tables
from beloften.report.tables.sheet import Cell, Sheet
from beloften.report.wording import edition_line, word
from beloften.run.result import DocumentResult
from beloften.safe_text import visible
from beloften.tally.by import By

HEAD_WIDTH = 13
"""How wide the head of a column may be, above narrower cells, before it is broken."""

_GAP = 2
_WORD = 9
_LABEL_WIDTHS = (19, 17)
_WIDE_LABEL_WIDTHS = (30, 30)
# One hue from light to dark (ColorBrewer Blues), so that colour blindness makes no difference.
_SHADES = (
    "",
    "black on #deebf7",
    "black on #9ecae1",
    "black on #6baed6",
    "bright_white on #3182bd",
    "bright_white on #08519c",
)


class _Console(Console):
    """A console that leaves it to the command line what happens when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def show(*renderables: RenderableType) -> None:
    """Print to standard output; colours only on a terminal, and not where NO_COLOR is set."""
    console = _Console(highlight=False, markup=False, emoji=False)
    for renderable in renderables:
        console.print(renderable)


def leaf(lines: Iterable[RenderableType]) -> None:
    """Show lines in the user's pager."""
    console = _Console(highlight=False, markup=False, emoji=False)
    with console.pager(styles=console.color_system is not None):
        for line in lines:
            console.print(line)


def show_scan(
    results: Sequence[DocumentResult],
    codebook: Codebook,
    *,
    by: By = By.GEMEENTE,
    level: Level = Level.BELOFTE,
    lang: str = "nl",
    extra: Sequence[Sheet] = (),
    plain: bool = False,
) -> None:
    """Print what a scan found, and which documents it could not read.

    Args:
        results: of all documents.
        codebook: that they were read with.
        by: what a column is.
        level: the number that leads.
        lang: "nl" or "en".
        extra: tables to print behind those of the scan.
        plain: whether a row is one line, with tabs between its cells, however long.
    """
    console = _Console(highlight=False, markup=False, emoji=False)
    sheets = (*scan_tables(results, codebook, by=by, level=level, lang=lang), *extra)
    _show_sheets(console, sheets, plain=plain)
    if not sheets:
        console.print(word("nothing", lang), end="\n\n")
    known = how_known(results, lang)
    for line in (edition_line(codebook.edition, lang), *([known] if known else [])):
        console.print(Text(line, style="dim"), end="\n\n")
    for title, lines in (
        ("unread", unread_documents(results, lang)),
        ("look_at", doubtful_documents(results, lang)),
    ):
        if lines:
            console.print(Text(f"{word(title, lang)} ({len(lines)})", style="bold"))
            console.print("\n".join(f"- {visible(line)}" for line in lines), end="\n\n")


def show_compared(found: Compared, codebook: Codebook, lang: str = "nl", *, plain: bool = False) -> None:
    """Print a comparison, and of which groups little can be said.

    Args:
        found: the comparison.
        codebook: that the documents were read with; it is named below the tables.
        lang: "nl" or "en".
        plain: as in `show_scan`.
    """
    console = _Console(highlight=False, markup=False, emoji=False)
    sheets = compare_sheets(found, codebook, lang)
    _show_sheets(console, sheets, plain=plain)
    if not sheets:
        console.print(nothing_to_show(found.asked.show, lang), end="\n\n")
    for line in warnings(found, lang):
        console.print(visible(line))
    console.print(Text(edition_line(codebook.edition, lang), style="dim"))


def _show_sheets(console: Console, sheets: Iterable[Sheet], *, plain: bool) -> None:
    for sheet in sheets:
        if plain:
            console.file.write("\n".join([*plain_lines(sheet), "\n"]))  # Rich makes spaces of tabs
            continue
        console.print(*sheet_tables(sheet, console.width), sep="\n")
        shading = sheet.shading if console.color_system else ""
        console.print(Text(f"{sheet.note} {shading}".rstrip(), style="dim"), end="\n\n")


def plain_lines(sheet: Sheet) -> Iterator[str]:
    """Yield a sheet as its title, its heads, a line per row with tabs between the cells, and its note."""
    yield visible(sheet.title)
    subhead = " ".join(["", *sheet.subhead.split()])
    yield _tabbed([*sheet.labels, *(f"{column}{subhead}".rstrip() for column in sheet.columns)])
    for row in sheet.rows:
        yield _tabbed([*row.labels, *(" ".join(cell.text.split()) for cell in row.cells)])
    yield visible(sheet.note)


def _tabbed(cells: Sequence[str]) -> str:
    return "\t".join(map(visible, cells))


def sheet_tables(sheet: Sheet, width: int) -> Iterator[RenderableType]:
    """Yield a sheet as a title and a table; as several of them where its columns do not fit the width."""
    widths = [_column_width(sheet, index) for index in range(len(sheet.columns))]
    labels = _label_widths(sheet, width - sum(widths) - _GAP * len(widths))
    parts = list(_parts(widths, width - sum(labels) - _GAP * (len(labels) - 1)))
    for number, part in enumerate(parts, 1):
        which = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
        if number > 1:
            yield Text()
        yield Text(visible(sheet.title) + which, style="bold")
        yield _table(sheet, labels, {index: widths[index] for index in part})


def _table(sheet: Sheet, labels: Sequence[int], columns: Mapping[int, int]) -> Table:
    """Draw some columns of a sheet, given as their widths by their index."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    height = max(len(_head(sheet, index)) for index in columns)
    for head, label_width in zip(sheet.labels, labels, strict=True):
        table.add_column(_at_foot([head], height), width=label_width, overflow="fold")
    for index, column_width in columns.items():
        head_text = _at_foot(_head(sheet, index), height)
        table.add_column(head_text, width=column_width, justify="right", no_wrap=True)
    for row in sheet.rows:
        if row.starts_section:
            table.add_section()
        names = [Text(visible(name)) for name in row.labels]
        table.add_row(*names, *(_drawn(row.cells[index], columns[index]) for index in columns))
    return table


def _label_widths(sheet: Sheet, room: int) -> list[int]:
    """As wide as the labels are when all columns fit beside them, else narrow, so that more columns do."""
    longest = [max(len(row.labels[index]) for row in sheet.rows) for index in range(len(sheet.labels))]
    for widths in (_WIDE_LABEL_WIDTHS, _LABEL_WIDTHS):
        most = widths if len(longest) > 1 else (sum(widths) * 2 // 3,)
        fitted = [max(min(size, limit), _WORD) for size, limit in zip(longest, most, strict=True)]
        if sum(fitted) + _GAP * len(fitted) <= room:
            break
    return fitted


def _parts(widths: Sequence[int], room: int) -> Iterator[Sequence[int]]:
    """Yield the columns of each table: as few tables as fit, evenly filled, one column in each at least."""
    columns = len(widths)
    for tables in range(1, columns + 1):
        borders = [columns * number // tables for number in range(tables + 1)]
        parts = [range(start, end) for start, end in pairwise(borders)]
        if tables == columns or all(sum(widths[index] + _GAP for index in part) <= room for part in parts):
            yield from parts
            return


def _column_width(sheet: Sheet, index: int) -> int:
    cells = [len(row.cells[index].text) for row in sheet.rows]
    return max(*cells, *map(len, _head(sheet, index)))


def _head(sheet: Sheet, index: int) -> list[str]:
    room = max(HEAD_WIDTH, *(len(row.cells[index].text) for row in sheet.rows))
    lines = textwrap.wrap(visible(sheet.columns[index]), room)
    return [*lines, sheet.subhead] if sheet.subhead else lines


def _at_foot(lines: Sequence[str], height: int) -> Text:
    return Text("\n" * (height - len(lines)) + "\n".join(lines))


def _drawn(cell: Cell, width: int) -> Text:
    return Text(cell.text.rjust(width), style=_SHADES[cell.shade])
