"""Figures in the terminal: lines of text, with colour where the terminal has it."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.text import Text

from beloften.codebook.schema import Concept, ConceptKind, Level, Stance
from beloften.report.figures.palette import MARKS, ink_on, shade
from beloften.report.figures.scale import Scale, scale_of, scale_to, spread_labels, tick_text
from beloften.report.figures.shapes import Dispersion, Mark, Pair, RateTable, Schema, Shape, Years
from beloften.report.figures.words import foot, nearness_name, rate_line, say, short_line, title_of
from beloften.report.wording import label, rate
from beloften.safe_text import visible

_NAME = 32
_LEAST_NAME = 12
_CELL = 7
_UNBROKEN = "\N{NO-BREAK SPACE}"
_BLUE = MARKS[Level.GENOEMD]
"""A blue that is seen on black and on white."""

_GOODS = {Level.GENOEMD: "▒", Level.BELOFTE: "█", Level.EXPLICIET: "█"}
_STANCES = {Stance.AFGEZET: "█", Stance.ONDERSCHREVEN: "▒", Stance.NEUTRAAL: "░"}
_STANCE_STYLES = {Stance.AFGEZET: "#d9580a", Stance.ONDERSCHREVEN: "#d9580a", Stance.NEUTRAAL: "#858585"}
_MARKS: dict[Level | Stance | None, str] = {
    None: "│",
    Level.GENOEMD: "·",
    Stance.NEUTRAAL: "○",
    Stance.ONDERSCHREVEN: "+",
    Level.BELOFTE: "┃",
    Level.EXPLICIET: "┃",
    Stance.AFGEZET: "×",
}
_FIRST_TO_GIVE_WAY = tuple(_MARKS)
"""Where several marks fall on one place, the last of these is shown."""


def terminal_figure(shape: Shape, width: int, lang: str = "nl") -> Iterator[Text]:
    """Yield the lines of a figure.

    Args:
        shape: what it shows.
        width: how many characters a line may have; 60 at least.
        lang: "nl" or "en".
    """
    match shape:
        case RateTable(with_intervals=True):
            yield from _dots(shape, width, lang)
        case RateTable():
            yield from _heatmap(shape, width, lang)
        case Schema():
            yield from _schema(shape, width, lang)
        case Years():
            yield from _years(shape, width, lang)
        case Dispersion():
            yield from _dispersion(shape, width, lang)
    yield from _folded(foot(shape, lang), width, "dim")


def _heatmap(table: RateTable, width: int, lang: str) -> Iterator[Text]:
    yield from _head(title_of(table.concepts, lang), rate_line(table.concepts, table.level, lang), width)
    heads = [_short(concept) for concept in table.concepts]
    rows = [[cell.rate for cell in row] for row in table.cells]
    yield from _shaded(table.groups, heads, rows, width, lang, table.is_short)
    legend = ", ".join(_with_short(concept, lang).replace(" ", _UNBROKEN) for concept in table.concepts)
    yield from _folded(legend, width, "dim")
    if any(table.is_short):
        yield from _folded(f"{say('no_colour', lang)}: {short_line(lang)}.", width, "dim")


def _years(found: Years, width: int, lang: str) -> Iterator[Text]:
    title = say("years_title", lang).format(what=title_of(found.concepts, lang))
    yield from _head(title, rate_line(found.concepts, found.level, lang), width)
    names = [
        panel.title if isinstance(panel.title, str) else label(panel.title, lang) for panel in found.panels
    ]
    columns = sorted({year for panel in found.panels for year, _ in panel.points})
    rates = [{year: cell.rate for year, cell in panel.points} for panel in found.panels]
    rows = [[by_year.get(year) for year in columns] for by_year in rates]
    yield from _shaded(names, [str(year) for year in columns], rows, width, lang)


def _shaded(
    names: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[Sequence[float | None]],
    width: int,
    lang: str,
    is_short: Sequence[bool] = (),
) -> Iterator[Text]:
    """Numbers in rows and columns, the darker the higher; in several parts where they do not fit."""
    is_short = is_short or [False] * len(rows)
    room = width - len(heads) * _CELL
    name_width = min(max(map(len, names)) + 1, max(room, _LEAST_NAME), _NAME)
    across = max((width - name_width) // _CELL, 1)
    scaled = [row for row, short in zip(rows, is_short, strict=True) if not short]
    highest = max((value or 0.0 for row in scaled for value in row), default=0.0)
    shortened = _shortened(names, name_width)
    for start in range(0, len(heads), across):
        shown = slice(start, start + across)
        yield Text(" " * name_width + "".join(f"{head:>{_CELL}}" for head in heads[shown]), style="bold")
        for name, row, short in zip(shortened, rows, is_short, strict=True):
            line = Text(name.ljust(name_width))
            for value in row[shown]:
                fill = shade(value / highest) if value and not short else ""
                style = f"{ink_on(fill)} on {fill}" if fill else "dim" if short else ""
                line.append(" ").append(f"{rate(value, lang):>{_CELL - 1}}", style=style)
            yield line
        yield Text()


def _dots(table: RateTable, width: int, lang: str) -> Iterator[Text]:
    measure = f"{rate_line(table.concepts, table.level, lang)}; {say('interval', lang)}"
    yield from _head(title_of(table.concepts, lang), measure, width)
    name_width = min(max(map(len, table.groups)) + 1, _NAME)
    scale = scale_of(table.scaled)
    room = width - name_width - _CELL
    names = _shortened(table.groups, name_width)
    for column, concept in enumerate(table.concepts):
        yield Text(label(concept, lang), style="bold")
        for name, row in zip(names, table.cells, strict=True):
            cell = row[column]
            plot = [" "] * room
            if cell.rate is not None and cell.low is not None and cell.high is not None:
                low, place, high = (_place(scale, value, room) for value in (cell.low, cell.rate, cell.high))
                plot[low : high + 1] = "─" * (high + 1 - low)
                plot[high] = "▶" if scale.is_cut(cell.high) else plot[high]
                plot[place] = "▶" if scale.is_cut(cell.rate) else "●"
            line = Text(name.ljust(name_width)).append("".join(plot), style=_BLUE)
            yield line.append(f"{rate(cell.rate, lang):>{_CELL}}")
        ticks = [(_place(scale, tick, room), tick_text(tick, lang)) for tick in scale.ticks]
        yield Text(" " * name_width + _spread(ticks, room), style="dim")
        yield Text()


def _schema(found: Schema, width: int, lang: str) -> Iterator[Text]:
    yield from _head(say("schema_title", lang), rate_line((), found.level, lang), width)
    pairs = [pair for _, _, block in found.blocks for pair in block]
    longest = max(len(name) for pair in pairs for name in _names(pair, lang))
    name_width = min(longest + 1, max(width * 4 // 15, _LEAST_NAME))
    room = (width - 2 * name_width - 3) // 2
    scale = scale_to(max(max(pair.named, sum(pair.stances.values())) for pair in pairs))
    for nearness, logica, block in found.blocks:
        half = name_width + room + 1
        logica_name = label(logica, lang) if logica else ""
        yield Text(f"{_fit(nearness_name(nearness, lang), half)} {logica_name:>{half}}", style="bold")
        for pair in block:
            yield _pair(pair, found.level, scale, name_width, room, lang)
        yield Text()
    yield Text(say("one_sign", lang).format(n=rate(scale.most / room, lang)), style="dim")
    goods = [Level.GENOEMD] if found.level is Level.GENOEMD else [found.level, Level.GENOEMD]
    keys = [f"{_GOODS[level]} {say(level, lang)}" for level in goods]
    keys += [f"{_STANCES[stance]} {say(stance, lang)}" for stance in Stance]
    signs = [*keys[: len(goods)], "│", *keys[len(goods) :]]
    yield from _folded("   ".join(key.replace(" ", _UNBROKEN) for key in signs), width, "dim")


def _pair(pair: Pair, level: Level, scale: Scale, name_width: int, room: int, lang: str) -> Text:
    good, value = _names(pair, lang)
    style = "bold" if pair.good.kind is ConceptKind.KOEPEL else ""
    named = _length(scale, pair.named, room)
    promised = 0 if level is Level.GENOEMD else _length(scale, pair.promised, room)
    line = Text(_fit(good, name_width), style=style).append(" " * (room - named + 1), style="not bold")
    line.append(
        _GOODS[Level.GENOEMD] * (named - promised) + _GOODS[level] * promised, style=f"not bold {_BLUE}"
    )
    line.append("│", style="not bold")
    left = room
    for stance, number in pair.stances.items():
        length = min(_length(scale, number, room), left)
        line.append(_STANCES[stance] * length, style=f"not bold {_STANCE_STYLES[stance]}")
        left -= length
    return line.append(" " * (left + 1) + _fit(value, name_width).rstrip())


def _dispersion(found: Dispersion, width: int, lang: str) -> Iterator[Text]:
    yield from _head(
        say("dispersion_title", lang).format(what=found.document),
        say("pages" if found.in_pages else "paragraphs", lang).capitalize(),
        width,
    )
    name_width = min(max(len(label(concept, lang)) for concept, _ in found.rows) + 1, _NAME)
    room = width - name_width - 5
    for concept, marks in found.rows:
        line = Text(_fit(label(concept, lang), name_width))
        shown = _strongest(marks, found.length, room)
        for place in range(room):
            line.append(*((_MARKS[shown[place]], MARKS[shown[place]]) if place in shown else (" ", "")))
        yield line.append(f"{len(marks):>5}")
    shown_ticks = spread_labels(
        found.ticks, lambda place: place / found.length * room, lambda text: len(text) + 1
    )
    ticks = [(int(place / found.length * room), text) for place, text in shown_ticks]
    yield Text(" " * name_width + _spread(ticks, room), style="dim")
    degrees = {mark.degree for _, marks in found.rows for mark in marks}
    if Level.EXPLICIET in degrees:
        degrees |= {Level.BELOFTE}  # which it includes, and has the sign of
    keys = [
        f"{_MARKS[degree]} {say(degree, lang)}"
        for degree in MARKS
        if degree in degrees and degree not in {None, Level.EXPLICIET}
    ]
    yield from _folded("   ".join(key.replace(" ", _UNBROKEN) for key in keys), width, "dim")


def _strongest(marks: Sequence[Mark], length: int, room: int) -> dict[int, Level | Stance | None]:
    """Return what to show at the places of a line: the strongest mark there."""
    by_strength = sorted(marks, key=lambda mark: _FIRST_TO_GIVE_WAY.index(mark.degree))
    return {min(int(mark.place / length * room), room - 1): mark.degree for mark in by_strength}


def _head(title: str, measure: str, width: int) -> Iterator[Text]:
    yield from _folded(visible(title), width, "bold")
    yield from _folded(measure, width, "dim")
    yield Text()


def _folded(text: str, width: int, style: str) -> Iterator[Text]:
    for line in textwrap.wrap(text, width):
        yield Text(line.replace(_UNBROKEN, " "), style=style)


def _names(pair: Pair, lang: str) -> tuple[str, str]:
    return label(pair.good, lang), label(pair.value, lang) if pair.value else pair.good.opposite


def _short(concept: Concept) -> str:
    """Return what stands above a narrow column: the number of a belofte, or the start of a code."""
    is_belofte = concept.kind is ConceptKind.BELOFTE
    return str(concept.number) if is_belofte and concept.number else concept.code[: _CELL - 1]


def _with_short(concept: Concept, lang: str) -> str:
    name = label(concept, lang)
    return name if name.startswith(_short(concept)) else f"{_short(concept)} {name}"


def _fit(name: str, width: int) -> str:
    """Return a name at a width, cut where it is longer."""
    name = visible(name)
    return name.ljust(width) if len(name) < width else f"{name[: width - 2]}… "


def _shortened(names: Sequence[str], width: int) -> list[str]:
    """Return names that leave room for a blank, cut so that those which differ still do where that can be."""
    shown = [visible(name) for name in names]
    room = width - 2
    cut = shown
    for tail in (0, room // 2, room * 3 // 4, room):
        cut = [
            name if len(name) < width else f"{name[: room - tail]}…{name[len(name) - tail :]}"
            for name in shown
        ]
        if len(set(cut)) == len(set(shown)):
            break
    return cut


def _place(scale: Scale, value: float, room: int) -> int:
    return round(scale.share(value) * (room - 1))


def _length(scale: Scale, value: float, room: int) -> int:
    """Return the length of a bar: at least one sign where there is anything."""
    return max(round(scale.share(value) * room), 1) if value else 0


def _spread(ticks: Sequence[tuple[int, str]], room: int) -> str:
    """Write labels below their places, leaving out what would touch."""
    line = ""
    for place, text in ticks:
        start = max(min(place, room - len(text)), 0)
        if start > len(line) or not line:
            line = line.ljust(start) + text
    return line
