"""Validating, sampling, reviewing and correcting as a user does."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import beloften
from tests.cli.test_cli import VOORBEELD, rows

LATEX = shutil.which("pdflatex") or ""
PAPER = r"""\documentclass[a4paper]{article}
\usepackage{array,booktabs,longtable}
\begin{document}Table~\ref{tab:validation}.\input{fout}\end{document}
"""
GOLD = "".join(
    json.dumps({"id": f"{n}", "excerpt": f"{n}", "source": f"{n % 5}", "text": text, "b": codes}) + "\n"
    for n, (text, codes) in enumerate(
        [("Hulp aan ouders is op maat.", {"maatwerk": "genoemd"}), ("De zon schijnt vandaag.", {})] * 20
        + [("Wij geven ieder wat past.", {"maatwerk": "genoemd"})]
    )
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(GOLD)
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "uitkomst"
    assert beloften("scan", VOORBEELD, "--out", folder).returncode == 0
    return folder


def test_scores_that_are_too_low_end_with_one(gold: Path) -> None:
    done = beloften("validate", gold, "--fail-under", "recall=0.99", "--fail-under", "genoemd.precision=0.9")
    assert done.returncode == 1
    assert done.stderr == "beloften: recall of genoemd is 0.952, less than 0.99.\n"
    assert beloften("validate", gold, "--fail-under", "f1=0.9").returncode == 0
    assert beloften("validate", gold, "--fail-under", "f1").returncode == 2


@pytest.mark.parametrize(
    ("form", "part"), [("csv", "coding,kind,code"), ("markdown", "| --- |"), ("latex", r"\toprule")]
)
def test_scores_come_in_the_forms_of_a_paper(gold: Path, form: str, part: str) -> None:
    assert part in beloften("validate", gold, "--format", form).stdout


@pytest.mark.skipif(not LATEX, reason="needs the program pdflatex: apt-get install texlive-latex-recommended")
def test_the_latex_table_of_many_codes_fits_the_page(tmp_path: Path) -> None:
    codings = VOORBEELD.parent / "zelfstudie" / "coderingen" / "anna.csv"
    done = beloften("validate", codings, "--format", "latex", "--quiet")
    (tmp_path / "fout.tex").write_text(done.stdout, "utf-8")
    (tmp_path / "paper.tex").write_text(PAPER, "utf-8")
    for _ in range(3):  # longtable knows the widths of its columns after a few runs
        command = [LATEX, "-halt-on-error", "paper.tex"]
        assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    log = (tmp_path / "paper.log").read_text("latin-1")
    assert "Overfull" not in log
    assert "undefined" not in log


def test_rates_are_corrected_for_the_error_of_a_validation(gold: Path, tmp_path: Path) -> None:
    assert beloften("validate", gold, "--out", tmp_path / "uit").returncode == 0
    done = beloften("scan", VOORBEELD, "--correct", tmp_path / "uit", "--format", "csv")
    maatwerk = [row for row in rows(done.stdout) if (row["code"], row["measure"]) == ("maatwerk", "genoemd")]
    assert {row["group"] for row in maatwerk} >= {"Elzervoort", "Vlierwaard"}
    for row in maatwerk:
        assert float(row["corrected"]) >= float(row["rate"])
        assert float(row["corrected_low"]) <= float(row["corrected"]) <= float(row["corrected_high"])
    assert not any(row["corrected"] for row in rows(done.stdout) if row["code"] == "preventie")
    error = tmp_path / "uit" / "validation.json"
    shown = beloften("scan", VOORBEELD, "--correct", error, "--level", "genoemd")
    assert "Gecorrigeerd voor de gemeten fouten" in shown.stdout
    assert " → " in shown.stdout
    assert shown.stderr == ""
    told = beloften("scan", VOORBEELD, "--correct", error).stderr
    assert "Nothing of what is shown was validated" in told
    assert "There are corrected rates at the level genoemd: give --level genoemd." in told


def test_what_no_coder_used_is_told_and_so_is_a_level_that_was_not_validated(tmp_path: Path) -> None:
    table = tmp_path / "anna.csv"
    coded = (
        "Wij bieden maatwerk bij mensen thuis.,maatwerk",
        "Wij kopen hulp in.,markt",
        "De zon schijnt.,geen",
    )
    lines = [f"{document},{line}" for document in range(9) for line in coded]
    table.write_text("\n".join(["document,zin,code", *lines]))
    done = beloften("validate", table, "--out", tmp_path / "uit")
    assert "no score counts the sentences in which they were found: nabijheid 9" in done.stderr
    assert beloften("validate", table, "--quiet").stderr == ""
    shown = beloften("scan", VOORBEELD, "--correct", tmp_path / "uit", "--level", "belofte")
    assert "beloften were not validated at the level belofte" in shown.stderr


def test_a_validation_of_other_rules_is_warned_of(gold: Path, tmp_path: Path) -> None:
    beloften("validate", gold, "--out", tmp_path / "uit")
    path = tmp_path / "uit" / "validation.json"
    content = json.loads(path.read_text())
    content["codebook"]["sha256"] = "0" * 64
    path.write_text(json.dumps(content))
    done = beloften("scan", VOORBEELD, "--correct", path)
    assert done.returncode == 0
    assert "was measured with other rules" in done.stderr
    assert beloften("scan", VOORBEELD, "--correct", path, "--out", tmp_path / "run").returncode == 2
    assert beloften("scan", VOORBEELD, "--correct", gold).returncode == 2


def filled(sheet: Path, copy: Path, *, careless: bool) -> None:
    """Code a sheet the way a coder might who looks for a word."""
    with sheet.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    for number, row in enumerate(table):
        has = "samen" in row["zin"].casefold() and not (careless and number % 3 == 0)
        row["code 1"] = "samenwerking" if has else "geen"
    with copy.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, table[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(table)


def test_a_sample_is_drawn_coded_by_two_and_read_back(run: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "steekproef.csv"
    drawn = beloften("sample", run, "--documents", VOORBEELD, "--n", 120, "--out", sheet)
    assert drawn.returncode == 0
    assert (drawn.stdout, "120 of " in drawn.stderr) == ("", True)
    filled(sheet, tmp_path / "anna.csv", careless=False)
    filled(sheet, tmp_path / "bram.csv", careless=True)
    done = beloften("validate", tmp_path / "anna.csv", tmp_path / "bram.csv", "--out", tmp_path / "uit")
    assert done.returncode == 0
    assert "Coders: anna – bram" in done.stdout
    assert "weighted" in done.stdout
    scores = rows((tmp_path / "uit" / "scores.csv").read_text("utf-8"))
    assert {row["coding"] for row in scores} == {"", "anna", "bram", "anna – bram"}
    assert json.loads((tmp_path / "uit" / "validation.json").read_text())["weighted"]


def test_the_documents_of_a_run_must_be_there_and_the_same(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    assert "--documents FOLDER" in beloften("sample", run, "--out", out).stderr
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", tmp_path)
    done = beloften("sample", run, "--documents", tmp_path, "--out", out)
    assert done.returncode == 2
    assert "6 of 7 documents of the run are gone or have changed" in done.stderr
    assert not out.exists()


def test_a_sample_can_be_drawn_of_documents_that_were_never_scanned(tmp_path: Path) -> None:
    out = tmp_path / "x.qdpx"
    assert (
        beloften("sample", VOORBEELD / "hollerdam-2013.pdf", "--n", 10, "--out", out, "--quiet").stderr == ""
    )
    assert {path.name for path in tmp_path.iterdir()} == {"x.qdpx", "x.sleutel.json"}


def test_findings_are_judged_and_counted_anew(run: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(run, tmp_path / "run")
    done = beloften("review", folder, "--code", "maatwerk", given="y\nn geen belofte\nc preventie\nq\n")
    assert done.returncode == 0
    assert "> " in done.stdout
    assert "3 of " in done.stderr
    kept = folder / "beoordelingen.csv"
    assert [
        row["verdict"] for row in sorted(rows(kept.read_text("utf-8")), key=lambda row: row["verdict"])
    ] == [
        "hercodeerd",
        "juist",
        "onjuist",
    ]

    def count(*options: object) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in rows(beloften("scan", VOORBEELD, "--format", "csv", *options).stdout):
            if row["measure"] == "genoemd":
                found[row["code"]] = found.get(row["code"], 0) + int(row["zinnen"])
        return found

    before, after = count(), count("--reviewed", kept)
    assert after["maatwerk"] == before["maatwerk"] - 2
    assert after["preventie"] in {before["preventie"], before["preventie"] + 1}
    again = beloften("review", folder, "--code", "maatwerk", given="")
    assert f"1/{before['maatwerk'] - 3}" in again.stdout


def test_judgements_stay_when_the_run_is_made_again(run: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(run, tmp_path / "run")
    beloften("review", folder, given="y\nq\n")
    assert beloften("scan", VOORBEELD, "--out", folder).returncode == 0
    assert len(list(csv.DictReader(io.StringIO((folder / "beoordelingen.csv").read_text("utf-8"))))) == 1


def test_each_command_has_help() -> None:
    for command in ("validate", "sample", "review"):
        assert beloften(command, "--help").returncode == 0
