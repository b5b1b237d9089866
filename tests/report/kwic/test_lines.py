import pytest

from beloften.report.kwic.lines import KwicLine, drawn, kwic_of_code, sorted_by, trimmed
from beloften.report.terminal import show
from beloften.rundir.rows import finding_rows
from tests.tally.building import CODEBOOK, document, finding

PLACE = "(Leeuwarden 2014: 31)"


def test_a_code_gives_a_line_per_place_that_it_matches() -> None:
    placed = finding("maatwerk")
    match = placed.finding.matches[0]
    matches = (match._replace(words="Maatwerk"), match._replace(words="maatwerk"))
    twice = placed._replace(
        sentence="Maatwerk is maatwerk.", finding=placed.finding._replace(matches=matches)
    )
    rows = list(finding_rows([document(twice, finding("nabijheid"))], CODEBOOK))
    assert [(line.left, line.key) for line in kwic_of_code(rows, "maatwerk")] == [
        ("", "Maatwerk"),
        ("Maatwerk is ", "maatwerk"),
    ]


def test_the_sentences_around_it_are_part_of_the_context() -> None:
    placed = finding("maatwerk")._replace(before="Ervoor.", after="Erna.")
    (line,) = kwic_of_code(finding_rows([document(placed)], CODEBOOK), "maatwerk")
    assert line.left.startswith("Ervoor. ")
    assert line.right.endswith(" Erna.")


def sided(*contexts: str) -> list[KwicLine]:
    return [KwicLine(context, "maatwerk", context, "", PLACE) for context in contexts]


def test_lines_are_sorted_by_the_words_to_the_right_whatever_their_case_and_accents() -> None:
    lines = sorted_by(sided(" – Ook één", "(ook eén) b", "“aan” wie", "coördinatie", "cooperatie"), "right")
    assert [line.right for line in lines] == [
        "“aan” wie",
        "cooperatie",
        "coördinatie",
        " – Ook één",
        "(ook eén) b",
    ]


def test_lines_are_sorted_by_the_words_to_the_left_from_the_nearest_outwards() -> None:
    lines = sorted_by(sided("zij bieden ", "aan de ", "van de ", "Bieden, "), "left")
    assert [line.left for line in lines] == ["Bieden, ", "zij bieden ", "aan de ", "van de "]


def test_lines_with_the_same_words_stay_in_their_order() -> None:
    lines = [KwicLine("de", "maatwerk", "zorg", "", place) for place in ("(B)", "(A)", "(C)")]
    assert sorted_by(lines, "left") == sorted_by(lines, "right") == lines


def test_context_is_cut_to_whole_words() -> None:
    line = KwicLine("een lange aanloop tot ", "maatwerk", ", in de buurt van mensen", "", PLACE)
    assert (trimmed(line, 12).left, trimmed(line, 12).right) == ("… aanloop tot", ", in de …")
    assert trimmed(line, 80) == KwicLine("een lange aanloop tot", "maatwerk", line.right, "", PLACE)


def test_keys_stand_under_each_other_and_lines_fit_the_width() -> None:
    lines = [
        KwicLine("kort", "maatwerk", "in de buurt", "genoemd", PLACE),
        KwicLine(
            "een lange aanloop die niet op de regel past",
            "zorg op maat",
            "met een lange uitloop erbij",
            "belofte",
            PLACE,
        ),
    ]
    shown = [text.plain for text in drawn(lines, 80)]
    assert shown[0].index("maatwerk") == shown[1].index("zorg op maat")
    assert {len(line) for line in shown} <= {79, 80}
    assert shown[1].startswith("…")
    assert all(line.endswith(PLACE) for line in shown)


def test_hostile_text_is_shown_as_its_codes() -> None:
    (line,) = drawn([KwicLine("\x1b[2J ", "maat[b]werk", " \u202e", "", PLACE)], 80)
    assert "<U+001B>[2J maat[b]werk <U+202E>" in line.plain


def test_a_heading_is_no_part_of_the_context() -> None:
    placed = finding("maatwerk")._replace(heading="Nota > 2 Hulp die past", before="2 Hulp die past")
    (line,) = kwic_of_code(finding_rows([document(placed)], CODEBOOK), "maatwerk")
    assert placed.sentence.startswith(line.left)


LONG = [
    KwicLine("een aanloop " * 20, "maatwerk", " en een uitloop" * 20, "genoemd", PLACE),
    KwicLine("aanloop ", "hulp " * 30, " uitloop", "expliciet", f"({'Zuidwesterveen ' * 10}2014: 31-32)"),
    KwicLine("", "", "", "", ""),
]


@pytest.mark.parametrize("width", [60, 61, 80, 120, 400])
def test_each_place_is_one_line_of_a_terminal_of_sixty_characters_or_more(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    show(*drawn(LONG, width))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(LONG)
    assert max(map(len, lines)) == width


def test_a_citation_gives_way_after_the_context_and_keeps_its_page() -> None:
    line = LONG[0]
    assert next(drawn([line], 80)).plain.endswith(f"  genoemd  {PLACE}")
    long = KwicLine(line.left, line.key, line.right, "genoemd", "(nota-met-een-lange-bestandsnaam.pdf: 31)")
    shown = next(drawn([long], 60)).plain
    assert shown[9:].startswith(" maatwerk")
    assert shown.endswith("…: 31)")


def test_a_single_long_key_does_not_cost_the_other_lines_their_citation() -> None:
    short, long = LONG[0], KwicLine("", "hulp " * 12, "", "genoemd", PLACE)
    assert [line.plain.endswith(PLACE) for line in drawn([short, long], 80)] == [True, True]


def test_without_a_terminal_keys_and_citations_are_whole() -> None:
    for line, text in zip(LONG, drawn(LONG, None), strict=True):
        assert text.plain.endswith(line.citation)
        assert line.key in text.plain
