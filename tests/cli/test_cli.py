"""The command line as a user meets it: what it prints where, and how it ends."""

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import beloften

ROOT = Path(__file__).parents[2]
VOORBEELD = ROOT / "corpora" / "voorbeeld"
ZES = ROOT / "corpora" / "zes-gemeenten"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run directory of the sample corpus."""
    folder = tmp_path_factory.mktemp("runs") / "uitkomst"
    assert beloften("scan", VOORBEELD, "--out", folder, "--jobs", 2).returncode == 0
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from beloften.cli.main import app; from typer.main import get_command; "
        "get_command(app).main(['--help'], standalone_mode=False); "
        "print([m for m in ('spacy', 'numpy', 'pypdfium2', 'pdfplumber', 'yaml', 'sqlite3', 'ahocorasick_rs')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_scan_prints_a_table_per_gemeente() -> None:
    done = beloften("scan", VOORBEELD)
    assert done.returncode == 0
    assert done.stderr == ""
    for word in ("Elzervoort", "Vlierwaard", "Maatwerk", "Rechtsgelijkheid", "Bureaucratische logica"):
        assert word in done.stdout
    assert "\x1b" not in done.stdout


def test_a_scan_prints_csv_with_a_row_per_group_code_and_measure() -> None:
    done = beloften("scan", VOORBEELD, "--format", "csv", "--by", "document")
    table = rows(done.stdout)
    assert {row["group"] for row in table} >= {"vlierwaard-2015.pdf", "elzervoort-2014b.pdf"}
    assert {row["measure"] for row in table if row["code"] == "maatwerk"} == {
        "genoemd",
        "belofte",
        "expliciet",
    }
    assert {row["measure"] for row in table if row["code"] == "markt"} >= {"afgezet", "onderschreven"}


def test_a_scan_of_standard_input_prints_json() -> None:
    text = "Het wijkteam staat dichtbij de inwoners en kan daardoor maatwerk leveren."
    done = beloften("scan", "-", "--format", "json", "--gemeente", "Leeuwarden", "--jaar", 2014, given=text)
    assert done.returncode == 0
    content = json.loads(done.stdout)
    found = {(row["code"], row["measure"]): row["zinnen"] for row in content["tellingen"]}
    assert found["maatwerk", "expliciet"] == 1
    assert found["preventie", "genoemd"] == 0
    assert content["tellingen"][0]["group"] == "Leeuwarden"


def test_labels_come_in_two_languages() -> None:
    assert "Tailored support" in beloften("scan", VOORBEELD, "--lang", "en", "--format", "markdown").stdout


def test_a_concept_is_shown_in_parts_with_an_empty_line_between() -> None:
    lines = beloften("rules", "show", "maatwerk").stdout.splitlines()
    assert "" in lines
    assert lines[lines.index("") + 1] == "Patterns:"


def test_a_run_directory_holds_every_table(run: Path) -> None:
    assert {path.name for path in run.iterdir()} == {
        "bevindingen.csv",
        "tellingen.csv",
        "documenten.csv",
        "zinnen.csv",
        "run.json",
        "regels.json",
        "datapackage.json",
    }
    findings = rows((run / "bevindingen.csv").read_text("utf-8"))
    counts = rows((run / "tellingen.csv").read_text("utf-8"))
    maatwerk = [row for row in findings if row["code"] == "maatwerk" and row["gemeente"] == "Elzervoort"]
    (counted,) = [
        row
        for row in counts
        if (row["group"], row["code"], row["measure"]) == ("Elzervoort", "maatwerk", "genoemd")
    ]
    assert len(maatwerk) == int(counted["zinnen"]) > 0
    assert maatwerk[0]["citation"].startswith("(Elzervoort 2014")


@pytest.mark.parametrize("arguments", [("--jobs", 1), ("--jobs", 4), ("--quiet",)])
def test_the_same_documents_give_the_same_bytes(
    run: Path, tmp_path: Path, arguments: tuple[object, ...]
) -> None:
    other = tmp_path / "nog-een"
    beloften("scan", VOORBEELD, "--out", other, *arguments, LC_ALL="C", PYTHONHASHSEED="7")
    for path in run.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes(), path.name


def test_a_run_replaces_a_run_and_nothing_else(run: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(run, tmp_path / "kopie")
    assert beloften("scan", VOORBEELD / "hollerdam-2013.pdf", "--out", folder).returncode == 0
    assert {row["document"] for row in rows((folder / "documenten.csv").read_text())} == {
        "hollerdam-2013.pdf"
    }
    keep = tmp_path / "eigen"
    keep.mkdir()
    (keep / "werk.txt").write_text("van mij")
    done = beloften("scan", VOORBEELD, "--out", keep)
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds no earlier run" in done.stderr
    assert [path.name for path in keep.iterdir()] == ["werk.txt"]


def test_documents_that_cannot_be_read_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    shutil.copy(VOORBEELD / "hollerdam-2013.pdf", tmp_path)
    (tmp_path / "kapot.pdf").write_text("geen pdf")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    done = beloften("scan", tmp_path)
    assert done.returncode == 4
    assert "kapot.pdf: beschadigd" in done.stdout
    assert "foto.jpg" in done.stdout
    assert beloften("scan", tmp_path / "kapot.pdf").returncode == 5


def test_documents_that_a_manifest_lists_and_are_missing_are_named() -> None:
    done = beloften("scan", ZES)
    assert done.returncode == 5
    assert done.stdout.count("niet gevonden") == 12


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["scan", "nergens.pdf"], 2, "'nergens.pdf' does not exist"),
        (["scan", VOORBEELD, "--gemeente", "Leuwarden"], 2, "did you mean Leeuwarden?"),
        (["scan", VOORBEELD, "--jaar", "14"], 2, "14 is not the year"),
        (["scan", VOORBEELD, "--rules", "nergens"], 3, "holds no rules"),
        (["scan", VOORBEELD, "--section", "(zorg"], 2, "is no regular expression"),
        (["kwic", "maatwrk", VOORBEELD], 2, "No concept has the code 'maatwrk'"),
        (["rules", "show", "maatwrk"], 2, "Did you mean maatwerk? See them with: beloften rules list"),
        (["kwic", "markt:afgezet", VOORBEELD], 2, "Did you mean markt?"),
        (["rules", "show", "Marktlogica"], 2, "Did you mean markt?"),
        (["rules", "show", "xyzzy"], 2, "'xyzzy'. See them with: beloften rules list"),
        (["scan", VOORBEELD, "--correct", "nergens.json"], 2, "nergens.json cannot be read: No such file"),
        (["validate", "nergens.jsonl"], 2, "cannot be read"),
        (["text", "nergens.pdf"], 2, "cannot be read"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(
    arguments: list[object], exit_code: int, said: str
) -> None:
    done = beloften(*arguments)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_broken_rule_is_named_with_file_line_and_column(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(maatwerk="kind: belofte\npatterns: ['(op maat']")
    done = beloften("scan", VOORBEELD, "--rules", folder)
    assert done.returncode == 3
    assert f"{folder / 'maatwerk.yaml'}:3:12: " in done.stderr


def test_new_rules_are_written_once_and_linted(tmp_path: Path) -> None:
    made = beloften("rules", "new", "eigen-regie", "--kind", "waarde", "--rules", tmp_path / "eigen")
    assert made.stdout.strip() == str(tmp_path / "eigen" / "eigen-regie.yaml")
    linted = beloften("rules", "lint", "--rules", tmp_path / "eigen")
    assert linted.returncode == 3
    assert {line.partition(": ")[2] for line in linted.stdout.splitlines()} == {
        "this is still to be filled in."
    }
    again = beloften("rules", "new", "eigen-regie", "--kind", "waarde", "--rules", tmp_path / "eigen")
    assert again.returncode == 2
    assert "exists already" in again.stderr


def test_the_schema_of_rule_files_is_printed() -> None:
    assert json.loads(beloften("rules", "schema").stdout)["title"] == "Rule file of beloften"


def test_the_hits_of_patterns_come_as_csv_also_where_there_are_none() -> None:
    done = beloften(
        "rules", "stats", "-", "--code", "maatwerk", "--format", "csv", given="Wij leveren maatwerk."
    )
    assert done.returncode == 0
    hits = {row["pattern"]: (row["matches"], row["samples"]) for row in rows(done.stdout)}
    assert hits["maatwerk"][0] == "1"
    assert hits["maatwerk"][1].startswith("Wij leveren maatwerk. (")
    assert hits["van geval tot geval"] == ("0", "")
    assert f"Patterns: {len(hits)}. Without a match: {len(hits) - 1}." in done.stderr


def test_words_are_suggested_from_codings() -> None:
    arguments = ("rules", "suggest", ROOT / "docs" / "zinnen.jsonl", "--code", "maatwerk")
    table = rows(beloften(*arguments, "--format", "csv").stdout)
    assert (table[0]["aim"], table[0]["phrase"], table[0]["missed"]) == ("add", "op het lijf", "3")
    assert "op het lijf" in beloften(*arguments).stdout


def test_two_codebooks_are_compared_also_in_what_they_find() -> None:
    done = beloften("rules", "diff", "beloften", ROOT / "docs" / "eigen-regels", "--on", VOORBEELD)
    assert done.returncode == 0
    assert "+ eigen-regie (zelfredzaamheid, 2 patterns)" in done.stdout
    assert "eigen-regie, gained" in done.stdout
    same = beloften("rules", "diff", "beloften", "beloften")
    assert "The rules are the same." in same.stdout


def test_own_rules_can_stand_beside_the_shipped_ones_and_every_output_names_both(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: eigen\nversion: 1.0.0\nextends: beloften\n", "utf-8")
    (tmp_path / "maatwerk.yaml").write_text(
        "extends: maatwerk\npatterns: [ieder een eigen jas]\nexamples: {match: [Ieder een eigen jas.]}\n",
        "utf-8",
    )
    text = "Wij geven ieder een eigen jas. Dat is maatwerk."
    done = beloften("scan", "-", "--rules", tmp_path, "--format", "json", given=text)
    printed = json.loads(done.stdout)
    assert next(row["zinnen"] for row in printed["tellingen"] if row["code"] == "maatwerk") == 2
    assert (printed["codebook"]["name"], printed["codebook"]["extends"]["name"]) == ("eigen", "beloften")
    said = f"eigen 1.0.0 ({printed['codebook']['sha256'][:12]}), on top of beloften"
    assert said in done.stderr
    for form in ("table", "markdown"):
        shown = beloften(
            "scan", "-", "--rules", tmp_path, "--format", form, "--lang", "en", given=text
        ).stdout
        assert said.split(" (", maxsplit=1)[0] in shown
    assert "Regels: eigen 1.0.0" in beloften("rules", "list", "--rules", tmp_path).stdout


def test_own_rules_take_the_place_of_the_shipped_ones(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(hond="kind: belofte\nnumber: 1\npatterns: [hond]")
    done = beloften("scan", "-", "--rules", folder, "--format", "csv", given="Neem een hond.")
    assert {(row["code"], row["measure"], row["zinnen"]) for row in rows(done.stdout)} >= {
        ("hond", "genoemd", "1")
    }


def test_kwic_shows_each_place_with_its_citation(run: Path) -> None:
    from_run = beloften("kwic", "maatwerk", run)
    assert from_run.returncode == 0
    assert "(Elzervoort 2014a: " in from_run.stdout
    assert from_run.stdout == beloften("kwic", "maatwerk", VOORBEELD).stdout


def test_a_run_is_leafed_through_by_citation(run: Path) -> None:
    done = beloften("show", run, "--only", "Kleiwaarde", "--code", "maatwerk")
    assert done.returncode == 0
    assert "\n(Kleiwaarde 2016: 5)\n" in done.stdout


def test_a_document_that_is_not_in_the_run_cannot_be_shown(run: Path) -> None:
    done = beloften("show", run, "--only", "Nergenshuizen")
    assert done.returncode == 2
    assert "Nergenshuizen" in done.stderr


def test_kwic_tells_which_documents_it_did_not_read(tmp_path: Path) -> None:
    (tmp_path / "kapot.pdf").write_text("geen pdf")
    done = beloften("kwic", "maatwerk", tmp_path)
    assert done.returncode == 5
    assert "not read: kapot.pdf" in done.stderr


def test_a_cue_is_not_counted_and_cannot_be_shown_in_context() -> None:
    done = beloften("kwic", "afgezet", VOORBEELD)
    assert done.returncode == 2
    assert "is a cue, which is not counted" in done.stderr


def test_a_run_directory_always_holds_the_same_tables(tmp_path: Path) -> None:
    done = beloften("scan", VOORBEELD, "--out", tmp_path / "uit", "--by", "document")
    assert done.returncode == 2
    assert "Leave out --format, --by and --level" in done.stderr
    assert not (tmp_path / "uit").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell pipe")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_output_that_nobody_reads_on_ends_quietly(form: str) -> None:
    command = f"'{sys.executable}' -m beloften scan '{VOORBEELD}' --format {form} --quiet"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"],  # noqa: S607 - any bash will do
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is needed")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_full_disk_is_one_line_and_no_condition_that_was_met(run: Path, form: str) -> None:
    command = [sys.executable, "-m", "beloften", "compare", str(run), "--format", form, "--quiet"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "The disk is full" in done.stderr


def test_explain_shows_why() -> None:
    done = beloften("explain", "Het wijkteam staat dichtbij en kan daardoor maatwerk leveren.")
    assert "maatwerk (Maatwerk): expliciet" in done.stdout


def test_text_shows_what_was_read_a_line_per_paragraph() -> None:
    done = beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert set(lines[0]) == {"page_index", "page_label", "kind", "section", "text", "sentences"}
    assert "running" not in {line["kind"] for line in lines}
    everything = beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--format", "jsonl", "--all").stdout
    assert "running" in {json.loads(line)["kind"] for line in everything.splitlines()}
    readable = beloften("text", VOORBEELD / "hollerdam-2013.pdf").stdout
    assert lines[-1]["text"] in readable


def test_text_of_one_page_is_asked_for_by_its_printed_number() -> None:
    done = beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--page", "4", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    assert {line["page_index"] for line in lines} <= {lines[-1]["page_index"], lines[-1]["page_index"] - 1}
    wrong = beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--page", "400")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "No page is numbered '400'. The pages run from" in wrong.stderr


@pytest.mark.parametrize(("name", "told"), [("kapot.pdf", "kapot.pdf: "), ("leeg.txt", "empty: ")])
def test_text_of_a_document_without_any_ends_as_a_scan_of_it_does(
    tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / name).write_text("" if name == "leeg.txt" else "geen pdf")
    done = beloften("text", tmp_path / name)
    assert done.returncode == beloften("scan", tmp_path / name).returncode == 5
    assert told in done.stderr


def test_text_draws_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    done = beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--page", "4", "--show")
    assert done.stdout == "hollerdam-2013-p4.png\n"
    assert (tmp_path / "hollerdam-2013-p4.png").read_bytes().startswith(b"\x89PNG")
    assert beloften("text", VOORBEELD / "hollerdam-2013.pdf", "--show").returncode == 2


def test_validate_compares_and_writes_its_own_codes(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        '{"id": "a.1", "excerpt": "a", "text": "Hulp aan ouders is op maat.", "b": {"maatwerk": "genoemd"}}\n'
        '{"id": "a.2", "excerpt": "a", "text": "De zon schijnt.", "b": {"preventie": "genoemd"}}\n'
    )
    predictions = tmp_path / "eigen.jsonl"
    done = beloften("validate", gold, "--predictions", predictions, "--format", "json")
    assert done.returncode == 0
    assert [json.loads(line)["b"] for line in predictions.read_text().splitlines()] == [
        {"maatwerk": "genoemd"},
        {},
    ]
    scores = json.loads(done.stdout)
    assert any("0.5" in json.dumps(part) for part in scores.values())
    assert "precision" in beloften("validate", gold).stdout


@pytest.mark.parametrize("command", ["list", "test", "lint"])
def test_the_shipped_rules_pass_their_own_checks(command: str) -> None:
    done = beloften("rules", command)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_rules_test_fails_on_a_failing_example(rules_folder: Callable[..., Path]) -> None:
    folder = rules_folder(maatwerk="kind: belofte\npatterns: [op maat]\nexamples: {match: [Hulp.]}")
    done = beloften("rules", "test", "--rules", folder)
    assert done.returncode == 3
    assert "expected a match, found nothing" in done.stdout


def test_every_command_has_help() -> None:
    for command in (["scan"], ["kwic"], ["explain"], ["text"], ["validate"], ["rules"], ["rules", "show"]):
        done = beloften(*command, "--help")
        assert done.returncode == 0
        assert len(done.stdout.splitlines()) > 5


def test_the_version_is_that_of_the_package() -> None:
    assert beloften("--version").stdout.startswith("beloften 0.")


def test_a_codebook_is_written_as_pages_with_what_was_measured(
    rules_folder: Callable[..., Path], tmp_path: Path
) -> None:
    rules = rules_folder(maatwerk="kind: belofte\npatterns: [op maat]")
    about = tmp_path / "codeurs.md"
    about.write_text("Coded by Anna.", "utf-8")
    codings = ROOT / "corpora" / "codering" / "anna.csv"
    wanted = ("rules", "pages", tmp_path / "codeboek", "--rules", rules)
    done = beloften(*wanted)
    assert done.returncode == 0
    assert done.stdout == ""
    assert "not measured" in (tmp_path / "codeboek" / "belofte.md").read_text("utf-8")

    beloften("validate", codings, "--out", tmp_path / "uit")
    done = beloften(*wanted, "--measured", tmp_path / "uit", "--about", about)
    assert "Other rules were measured" in done.stderr
    page = (tmp_path / "codeboek" / "belofte.md").read_text("utf-8")
    assert "Coded by Anna." in page
    assert "| genoemd, or further |" in page
    assert beloften(*wanted, "--about", about).returncode == 2


def test_a_run_in_the_place_of_an_earlier_one_says_so_and_so_does_a_document_that_was_not_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "stukken").mkdir()
    (tmp_path / "stukken" / "nota.md").write_text("Hulp aan ouders is op maat.", "utf-8")
    (tmp_path / "stukken" / "leeg.pdf").touch()
    first, second = (
        beloften("scan", tmp_path / "stukken", "--out", tmp_path / "run").stderr for _ in range(2)
    )
    assert f"1 of 2 documents read; the run is in {tmp_path / 'run'}.\n" in first
    assert "not read: leeg.pdf: damaged" in first
    assert f"the run is in {tmp_path / 'run'}, in the place of an earlier one.\n" in second
