from beloften.codebook.schema import Level, Stance
from beloften.report.markdown import scan_markdown
from beloften.run.result import unread
from tests.tally.building import CODEBOOK, document, finding, page, source

RESULTS = [
    document(
        finding("maatwerk", Level.BELOFTE),
        finding("bureaucratisch", Stance.AFGEZET),
        of=source("a.pdf"),
        pages=[page(words=10_000)],
    ),
    document(of=source("b.pdf", "Zwolle", "GM0193"), pages=[page(words=10_000)]),
]


def test_the_highest_of_a_row_is_bold() -> None:
    assert "| 4 Maatwerk | Rechtsgelijkheid | **1,0 (1,0)** | 0,0 (0,0) |" in scan_markdown(RESULTS, CODEBOOK)


def test_stances_stand_in_one_cell() -> None:
    assert "| Bureaucratisch | **1,0 / 0,0 / 0,0** | 0,0 / 0,0 / 0,0 |" in scan_markdown(RESULTS, CODEBOOK)


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    blocks = scan_markdown(RESULTS, CODEBOOK).split("\n\n")
    tables = [block.splitlines() for block in blocks if block.startswith("|")]
    assert len(tables) == 4
    assert all(len({line.count(" | ") for line in table}) == 1 for table in tables)


def test_names_of_files_are_no_markdown() -> None:
    results = [*RESULTS, unread(source("<b>x|y_z_.pdf"), "damaged", "")]
    assert r"- \<b\>x\|y\_z\_.pdf: beschadigd" in scan_markdown(results, CODEBOOK)
