"""Checks as a CI job meets them: what moved, why, and how the command ends."""

import csv
import json
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.running import beloften

ROOT = Path(__file__).parents[2]
VOORBEELD = ROOT / "corpora" / "voorbeeld"
RULES = ROOT / "rules"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three nota's of three gemeenten with a manifest."""
    folder = tmp_path_factory.mktemp("corpus")
    names = ("elzervoort-2014b.pdf", "hollerdam-2013.pdf", "vlierwaard-2015.pdf")
    lines = ["gemeenten:"]
    lines += [f"  - naam: {name.split('-')[0].capitalize()}" for name in names]
    lines.append("documenten:")
    for name in names:
        shutil.copy(VOORBEELD / name, folder)
        gemeente, jaar = name.split("-")[0].capitalize(), name.split("-")[1][:4]
        lines += [f"  - bestand: {name}", f"    gemeente: {gemeente}", f"    jaar: {jaar}"]
    (folder / "corpus.yaml").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="module")
def baseline(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("runs") / "baseline"
    assert beloften("scan", corpus, "--out", run, "--quiet").returncode == 0
    return run


def busiest_pattern(baseline: Path) -> str:
    """The pattern of nabijheid.yaml, among those written on a line of their own, that matches most often."""
    lines = set((RULES / "nabijheid.yaml").read_text("utf-8").splitlines())
    with (baseline / "bevindingen.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row["pattern"] for row in csv.DictReader(stream) if row["code"] == "nabijheid"]
    return next(pattern for pattern, _ in Counter(rows).most_common() if f"  - {pattern}" in lines)


@pytest.fixture
def rules(baseline: Path, tmp_path: Path) -> Path:
    """The rules that ship, of which nabijheid.yaml lacks one pattern."""
    folder = shutil.copytree(RULES, tmp_path / "rules")
    text = (folder / "nabijheid.yaml").read_text("utf-8")
    line = f"  - {busiest_pattern(baseline)}\n"
    (folder / "nabijheid.yaml").write_text(text.replace(line, "", 1), "utf-8")
    return folder


def test_without_any_change_there_is_no_drift(corpus: Path, baseline: Path) -> None:
    done = beloften("scan", corpus, "--baseline", baseline, "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No drift.\n", "")


def test_one_pattern_in_one_rule_is_named_as_the_only_cause(
    corpus: Path, baseline: Path, rules: Path, tmp_path: Path
) -> None:
    done = beloften(
        "scan", corpus, "--baseline", baseline, "--check", "--rules", rules, "--format", "json", "--quiet",
        "--junit", tmp_path / "junit.xml", "--summary", tmp_path / "summary.md", GITHUB_ACTIONS="true",
    )  # fmt: skip
    assert done.returncode == 1
    content = json.loads(done.stdout)
    (cause,) = content["causes"]
    (reason,) = cause["reasons"]
    assert (cause["cause"], cause["share"]) == ("rules", 1)
    assert reason["text"] == f"nabijheid.yaml: - patterns: {busiest_pattern(baseline)}"
    assert content["idle"] == []
    assert done.stderr.startswith(f"::error file={rules}/nabijheid.yaml,line=1::nabijheid.yaml: - patterns: ")
    assert "Cause: rules." in (tmp_path / "summary.md").read_text("utf-8")
    assert "Beloften van nabijheid" in (tmp_path / "summary.md").read_text("utf-8")
    assert '<testcase classname="beloften.baseline" name="rules">' in (tmp_path / "junit.xml").read_text()


def test_one_replaced_document_is_named_as_the_only_cause(
    corpus: Path, baseline: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(corpus, tmp_path / "stukken")
    shutil.copy(VOORBEELD / "kleiwaarde-2016.pdf", other / "hollerdam-2013.pdf")
    done = beloften("scan", other, "--baseline", baseline, "--check")
    assert done.returncode == 1
    assert "Cause: corpus." in done.stdout
    assert "  hollerdam-2013.pdf: was replaced\n" in done.stdout


def test_another_pdf_library_is_named_as_the_only_cause_when_it_reads_otherwise(
    corpus: Path, baseline: Path, tmp_path: Path
) -> None:
    """A version that drops a letter: every process loads it, as it would another wheel."""
    (tmp_path / "pypdfium2-99.0.dist-info").mkdir()
    (tmp_path / "pypdfium2-99.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: pypdfium2\nVersion: 99.0\n"
    )
    (tmp_path / "sitecustomize.py").write_text(
        "import beloften.language.sentences as s\n"
        "import beloften.extract.layout.compose as c\n"
        "import beloften.extract.document as d\n"
        "whole = d.Document.text_paragraphs.fget\n"
        "def without(self):\n"
        "    from dataclasses import replace\n"
        "    return tuple(replace(p, text=p.text.replace('wijkteam', 'wijktearn')) for p in whole(self))\n"
        "d.Document.text_paragraphs = property(without)\n"
    )
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    # what it reads may not be kept: to the cache this is the program as it is
    done = beloften("scan", corpus, "--baseline", baseline, "--check", "--no-cache", PYTHONPATH=path)
    assert done.returncode == 1, done.stderr
    assert "Cause: reading." in done.stdout
    assert "pypdfium2 5." in done.stdout
    assert " → 99.0\n" in done.stdout
    assert "the same file gives another text" in done.stdout


def test_another_version_that_reads_the_same_is_told_and_is_no_drift(
    corpus: Path, baseline: Path, tmp_path: Path
) -> None:
    info = tmp_path / "pypdfium2-99.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: pypdfium2\nVersion: 99.0\n")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    done = beloften("scan", corpus, "--baseline", baseline, "--check", PYTHONPATH=path)
    assert done.returncode == 0
    assert done.stdout.startswith("No drift.\n\ndiffers, and moved nothing\n  pypdfium2 5.")


def test_without_check_drift_is_shown_and_fails_nothing(corpus: Path, baseline: Path, rules: Path) -> None:
    done = beloften("scan", corpus, "--baseline", baseline, "--rules", rules)
    assert done.returncode == 0
    assert done.stdout.startswith("Drift: ")


def test_a_baseline_in_the_folder_of_the_documents_needs_no_naming(
    corpus: Path, baseline: Path, tmp_path: Path
) -> None:
    own = shutil.copytree(corpus, tmp_path / "stukken")
    done = beloften("scan", own, "--check")
    assert done.returncode == 2
    assert "--check needs a baseline" in done.stderr
    shutil.copytree(baseline, own / "baseline")
    assert beloften("scan", own, "--check").stdout == "No drift.\n"


def test_tolerances_stand_in_the_manifest(corpus: Path, baseline: Path, rules: Path, tmp_path: Path) -> None:
    own = shutil.copytree(corpus, tmp_path / "stukken")
    manifest = own / "corpus.yaml"
    said = manifest.read_text("utf-8")
    manifest.write_text(f"toleranties:\n  overige: 1000\n  matwerk: 3\n{said}", "utf-8")
    done = beloften("scan", own, "--baseline", baseline, "--check", "--rules", rules)
    assert done.returncode == 0
    assert "within the tolerances" in done.stdout
    assert "corpus.yaml:3:3: no rule has the code 'matwerk': did you mean 'maatwerk'?" in done.stderr


def test_a_condition_that_is_met_ends_with_1_after_the_table(corpus: Path) -> None:
    done = beloften("scan", corpus, "--fail-on", "woorden > 10", "--fail-on", "woorden < 10")
    assert done.returncode == 1
    assert done.stdout.startswith("Beloften van nabijheid")
    assert "beloften: the condition 'woorden > 10' is met: woorden is " in done.stderr
    assert "woorden < 10" not in done.stderr


def test_a_condition_that_is_none_is_told_before_anything_is_read(corpus: Path) -> None:
    done = beloften("scan", corpus, "--fail-on", "maatwerk.belofte.rate <")
    assert (done.returncode, done.stdout) == (2, "")
    assert "character 24" in done.stderr


def test_a_fault_in_the_rules_is_annotated_in_github_actions(corpus: Path, rules: Path) -> None:
    with (rules / "nabijheid.yaml").open("a", encoding="utf-8") as stream:
        stream.write("paterns: [dichtbij]\n")
    line = len((rules / "nabijheid.yaml").read_text("utf-8").splitlines())
    place = f"::error file={rules}/nabijheid.yaml,line={line},col=1::the key `paterns` is unknown here."
    for command in (["scan", corpus], ["rules", "lint"]):
        done = beloften(*command, "--rules", rules, GITHUB_ACTIONS="true")
        assert done.returncode == 3
        assert place in done.stderr
        assert "::error" not in beloften(*command, "--rules", rules, GITHUB_ACTIONS="").stderr


def test_a_matrix_over_gemeenten_is_merged_into_the_bytes_of_a_single_run(
    corpus: Path, baseline: Path, tmp_path: Path
) -> None:
    parts = [tmp_path / gemeente for gemeente in ("Elzervoort", "Hollerdam", "Vlierwaard")]
    for part in parts:
        assert beloften("scan", corpus, "--only", part.name, "--out", part, "--quiet").returncode == 0
    assert beloften("merge", *reversed(parts), "--out", tmp_path / "samen").returncode == 0
    for path in baseline.iterdir():
        assert path.read_bytes() == (tmp_path / "samen" / path.name).read_bytes(), path.name
    done = beloften("compare", tmp_path / "samen", "--baseline", baseline, "--check")
    assert (done.returncode, done.stdout) == (0, "No drift.\n")
    done = beloften("compare", parts[0], "--baseline", baseline, "--check")
    assert done.returncode == 1
    assert "hollerdam-2013.pdf: was removed" in done.stdout
    done = beloften("compare", *parts, "--baseline", baseline, "--check")
    assert done.returncode == 2
    assert "beloften merge" in done.stderr


def test_a_gemeente_without_documents_cannot_be_scanned_alone(corpus: Path) -> None:
    done = beloften("scan", corpus, "--only", "Utrecht")
    assert done.returncode == 2
    assert "such as 2013, 2014, 2015, Elzervoort, Elzervoort 2014." in done.stderr


def test_two_documents_are_compared_promise_by_promise(corpus: Path, baseline: Path) -> None:
    nota = corpus / "elzervoort-2014b.pdf"
    done = beloften("diff", nota, nota)
    assert done.returncode == 0
    assert done.stdout.startswith("Promises: ")
    assert "continued" in done.stdout.splitlines()[0]
    assert not [line for line in done.stdout.splitlines() if line[:2] in {"+ ", "- ", "~ "}]
    content = json.loads(beloften("diff", baseline, corpus, "--format", "json").stdout)
    assert content["counts"]["continued"] == len(content["promises"]) > 0
    for form in ("markdown", "csv"):
        assert "elzervoort-2014b" in beloften("diff", nota, nota, "--format", form).stdout
