"""`beloften figure` as a user meets it."""

import subprocess
import sys
from pathlib import Path

import pytest

from beloften.report.figures.shapes import FigureKind
from tests.cli.running import beloften

ROOT = Path(__file__).parents[2]
VOORBEELD = ROOT / "corpora" / "voorbeeld"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figure") / "run"
    assert beloften("scan", VOORBEELD, "--out", folder, "--jobs", 2).returncode == 0
    return folder


@pytest.mark.parametrize("kind", FigureKind)
def test_each_figure_is_printed_and_written(run: Path, tmp_path: Path, kind: FigureKind) -> None:
    only = ("--only", "Elzervoort 2014a") if kind is FigureKind.DISPERSION else ()
    shown = beloften("figure", kind, run, *only)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "regels: beloften" in shown.stdout
    out = tmp_path / "figuur.svg"
    written = beloften("figure", kind, run, *only, "--out", out)
    assert (written.returncode, written.stdout) == (0, "")
    assert written.stderr == f"The figure is in {out}.\n"
    assert out.read_bytes().startswith(b"<?xml")


def test_documents_and_their_run_give_the_same_figure(run: Path) -> None:
    nota = ("dispersion", "--only", "Elzervoort 2014b", "--lang", "en")
    of_run, of_documents = beloften("figure", *nota, run), beloften("figure", *nota, VOORBEELD, "--jobs", 2)
    assert of_run.stdout == of_documents.stdout
    assert "Elzervoort 2014b" in of_run.stdout


def test_several_runs_are_shown_together(run: Path, tmp_path: Path) -> None:
    other = tmp_path / "tweede"
    nota = tmp_path / "kleiwaarde-2016.pdf"
    nota.write_bytes((VOORBEELD / nota.name).read_bytes() + b"\n")  # the same document would count twice
    assert beloften("scan", nota, "--gemeente", "Zwolle", "--jaar", 2019, "--out", other).returncode == 0
    both = beloften("figure", "years", run, other, "--level", "genoemd").stdout
    assert both.splitlines()[3].split() == ["2013", "2014", "2015", "2016", "2019"]
    labels = beloften("figure", "dispersion", run, other, "--only", "tweede/kleiwaarde-2016.pdf").stdout
    assert labels.splitlines()[-3].split() == sorted(labels.splitlines()[-3].split(), key=int)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("heatmap", "--out", "kaart.jpg"), "has no form of a figure"),
        (("dispersion",), "Choose one with --only: Elzervoort 2014a, Elzervoort 2014b, Eschermonde 2015"),
        (("schema", "--by", "jaar"), "Leave out --by and --code"),
        (("heatmap", "--gemeente", "Zwolle"), "A run knows the gemeente"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_line(run: Path, arguments: tuple[str, ...], told: str) -> None:
    done = beloften("figure", arguments[0], run, *arguments[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_readable_document_there_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 kapot")
    out = tmp_path / "kaart.svg"
    assert beloften("figure", "heatmap", tmp_path / "kapot.pdf", "--out", out).returncode == 5
    assert not out.exists()


def test_a_figure_in_the_terminal_needs_no_matplotlib() -> None:
    code = (
        "import sys; from beloften.cli import main\n"
        "from beloften.report.figures import draw, figure, terminal\n"
        "print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
