"""Files, folders and manifests give the documents of a corpus, the same ones however they are named."""

import errno
import itertools
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.discover import Corpus, discover, part_of_corpus
from beloften.corpus.earlier_run import FORMAT, RUN_FILE
from beloften.errors import CorpusError, UsageError


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-")
    return folder


def earlier_run(folder: Path) -> None:
    make(folder, "documenten.csv", "bevindingen.csv")
    (folder / RUN_FILE).write_text(f'{{"format": "{FORMAT}"}}', encoding="utf-8")


def manifest(folder: Path, text: str, name: str = "corpus.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(corpus: Corpus) -> list[str]:
    return [source.name for source in corpus.sources]


class TestFolders:
    def test_every_file_counts_whatever_its_kind_in_order_of_name(self, tmp_path: Path) -> None:
        make(tmp_path, "b.pdf", "B.PDF", "a/z.docx", "nota.md", "a.xlsx", "é.pdf")
        assert names(discover([tmp_path])) == ["B.PDF", "a.xlsx", "a/z.docx", "b.pdf", "nota.md", "é.pdf"]

    def test_hidden_files_lock_files_and_earlier_runs_are_left_out(self, tmp_path: Path) -> None:
        make(tmp_path, ".verborgen.pdf", ".git/a.pdf", "~$nota.docx", "Thumbs.db", "nota.docx")
        earlier_run(tmp_path / "uitkomsten")
        make(tmp_path / "geen-run", "documenten.csv")
        assert names(discover([tmp_path])) == ["geen-run/documenten.csv", "nota.docx"]

    def test_a_hidden_folder_that_is_named_is_read(self, tmp_path: Path) -> None:
        assert names(discover([make(tmp_path / ".corpus", "a.pdf")])) == ["a.pdf"]

    def test_links_within_the_folder_are_followed_and_others_are_named(self, tmp_path: Path) -> None:
        outside = make(tmp_path / "elders", "nota.pdf")
        corpus = make(tmp_path / "corpus", "a.pdf", ".git/b.pdf")
        (corpus / "buiten.pdf").symlink_to(outside / "nota.pdf")
        (corpus / "link.pdf").symlink_to(corpus / ".git/b.pdf")
        (corpus / "map").symlink_to(outside)
        (corpus / "rond").symlink_to(corpus)
        (corpus / "weg.pdf").symlink_to(outside / "weg.pdf")
        (corpus / "zelf.pdf").symlink_to(corpus / "zelf.pdf")
        found = discover([corpus])
        assert names(found) == ["a.pdf", "link.pdf"]
        assert [warning.rpartition("/")[2] for warning in found.warnings] == [
            "buiten.pdf' is left out, as a link to a file outside the folder: name it to have it read.",
            "map' is left out, as a link to a folder: name it to have it read.",
            "rond' is left out, as a link to a folder: name it to have it read.",
            "weg.pdf' is left out, as a link to nothing.",
            "zelf.pdf' is left out, as a link to nothing.",
        ]

    def test_a_link_that_is_named_is_read_wherever_it_leads(self, tmp_path: Path) -> None:
        outside = make(tmp_path / "elders", "nota.pdf")
        link = make(tmp_path / "corpus", "a.pdf") / "link.pdf"
        link.symlink_to(outside / "nota.pdf")
        assert names(discover([link])) == ["link.pdf"]

    @pytest.mark.parametrize("bestand", ["link.pdf", "map/nota.pdf"])
    def test_a_manifest_cannot_list_what_lies_outside_its_folder_through_a_link(
        self, tmp_path: Path, bestand: str
    ) -> None:
        outside = make(tmp_path / "elders", "nota.pdf")
        corpus = make(tmp_path / "corpus", "a.pdf")
        (corpus / "link.pdf").symlink_to(outside / "nota.pdf")
        (corpus / "map").symlink_to(outside)
        path = manifest(corpus, f"documenten: [{{bestand: {bestand}}}]")
        for given_path in (corpus, path):
            with pytest.raises(CorpusError, match=r"corpus.yaml:1:14: '.*' is a link out of the folder"):
                discover([given_path])

    def test_a_manifest_cannot_be_a_link_out_of_the_folder_unless_it_is_named(self, tmp_path: Path) -> None:
        outside = manifest(make(tmp_path / "elders", "a.pdf"), "documenten: [{bestand: a.pdf}]")
        corpus = make(tmp_path / "corpus", "a.pdf")
        (corpus / "corpus.yaml").symlink_to(outside)
        with pytest.raises(CorpusError, match=r"corpus.yaml' is a link out of the folder"):
            discover([corpus])
        assert names(discover([corpus / "corpus.yaml"])) == ["a.pdf"]

    def test_a_listed_link_to_itself_is_a_missing_document(self, tmp_path: Path) -> None:
        (tmp_path / "zelf.pdf").symlink_to(tmp_path / "zelf.pdf")
        manifest(tmp_path, "documenten: [{bestand: zelf.pdf}]")
        assert [source.name for source in discover([tmp_path]).missing] == ["zelf.pdf"]

    def test_a_link_to_a_folder_that_is_named_is_read(self, tmp_path: Path) -> None:
        make(tmp_path / "elders", "a.pdf")
        (tmp_path / "leeuwarden").symlink_to(tmp_path / "elders")
        (source,) = discover([tmp_path / "leeuwarden"]).sources
        assert (source.name, source.gemeente) == ("a.pdf", "Leeuwarden")

    def test_a_folder_without_documents_is_told(self, tmp_path: Path) -> None:
        found = discover([tmp_path])
        assert found.sources == ()
        assert found.warnings == (
            f"There are no documents in '{tmp_path}'. Put some there, or name another folder.",
        )

    def test_what_is_no_file_is_passed_by(self, tmp_path: Path) -> None:
        os.mkfifo(make(tmp_path, "a.pdf") / "pijp.pdf")
        assert names(discover([tmp_path])) == ["a.pdf"]

    def test_a_name_that_is_not_utf8_can_still_be_written(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/oud\xe9.pdf"))
        path.touch()
        (source,) = discover([tmp_path]).sources
        assert source.name == r"oud\xe9.pdf"
        assert source.path == path


class TestNames:
    def test_of_several_folders_the_name_of_each_comes_first(self, tmp_path: Path) -> None:
        make(tmp_path, "leeuwarden/nota.pdf", "zwolle/nota.pdf", "los/brief.pdf")
        paths = [tmp_path / "leeuwarden", tmp_path / "zwolle", tmp_path / "los" / "brief.pdf"]
        assert names(discover(paths)) == ["brief.pdf", "leeuwarden/nota.pdf", "zwolle/nota.pdf"]

    def test_more_of_the_path_is_shown_where_it_takes_more_to_tell_files_apart(self, tmp_path: Path) -> None:
        make(tmp_path, "a/nota/x.pdf", "b/nota/x.pdf")
        assert names(discover([tmp_path / "a/nota", tmp_path / "b/nota"])) == ["a/nota/x.pdf", "b/nota/x.pdf"]
        files = [tmp_path / "a/nota/x.pdf", tmp_path / "b/nota/x.pdf"]
        assert names(discover(files)) == ["a/nota/x.pdf", "b/nota/x.pdf"]
        assert names(discover(files[:1])) == ["x.pdf"]

    def test_a_file_that_is_reached_twice_counts_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make(tmp_path / "corpus", "a.pdf", "b/c.pdf")
        (tmp_path / "corpus" / "z.pdf").symlink_to("a.pdf")
        monkeypatch.chdir(tmp_path / "corpus")
        paths = [Path(), tmp_path / "corpus", Path("../corpus/b/.."), Path("a.pdf"), Path("b")]
        found = discover(paths)
        assert sorted(source.path.resolve() for source in found.sources) == [
            tmp_path / "corpus/a.pdf",
            tmp_path / "corpus/b/c.pdf",
        ]
        assert names(discover([tmp_path / "corpus"])) == ["a.pdf", "b/c.pdf"]

    def test_the_order_of_the_paths_makes_no_difference(self, tmp_path: Path) -> None:
        make(tmp_path, "ede/nota 2014.pdf", "ede/visie 2014.pdf", "ede 2014.pdf", "x/ede 2014.pdf")
        manifest(make(tmp_path / "y", "a.pdf"), "documenten: [{bestand: a.pdf, gemeente: Ede, jaar: 2014}]")
        paths = [
            tmp_path / "ede",
            tmp_path / "ede 2014.pdf",
            tmp_path / "x",
            tmp_path / "y",
            tmp_path / "y/a.pdf",
        ]
        first, *others = [discover(order) for order in itertools.permutations(paths)]
        assert all(other == first for other in others)
        assert [source.citation for source in first.sources] == [f"Ede 2014{letter}" for letter in "abcde"]


class TestWhatIsKnown:
    def test_names_of_files_and_folders_give_a_guess_that_is_marked(self, tmp_path: Path) -> None:
        make(tmp_path / "corpus", "leeuwarden/plan 2014.pdf", "los.pdf")
        plan, los = discover([tmp_path / "corpus"]).sources
        assert (plan.gemeente, plan.gemeente_code, plan.gemeente_from) == ("Leeuwarden", "GM0080", "guess")
        assert (plan.jaar, plan.jaar_from, plan.citation) == (2014, "guess", "Leeuwarden 2014")
        assert (los.gemeente, los.gemeente_from, los.jaar, los.jaar_from) == ("", "", None, "")
        assert los.citation == "los"

    def test_a_file_that_is_named_is_guessed_by_its_folder_too(self, tmp_path: Path) -> None:
        (source,) = discover([make(tmp_path / "leeuwarden", "plan.pdf") / "plan.pdf"]).sources
        assert source.gemeente == "Leeuwarden"

    def test_an_option_goes_before_manifest_and_guess(self, tmp_path: Path) -> None:
        manifest(
            make(tmp_path, "a 2011.pdf"), "documenten: [{bestand: a 2011.pdf, gemeente: Ede, jaar: 2012}]"
        )
        (source,) = discover([tmp_path], gemeente="den haag", jaar=2013).sources
        assert (source.gemeente, source.gemeente_code, source.jaar) == ("'s-Gravenhage", "GM0518", 2013)
        assert (source.gemeente_from, source.jaar_from) == ("option", "option")
        (source,) = discover([tmp_path]).sources
        assert (source.gemeente, source.jaar) == ("Ede", 2012)
        assert (source.gemeente_from, source.jaar_from) == ("manifest", "manifest")

    def test_what_the_manifest_leaves_open_is_guessed(self, tmp_path: Path) -> None:
        manifest(make(tmp_path, "ede 2011.pdf"), "documenten: [{bestand: ede 2011.pdf, titel: Thuis}]")
        (source,) = discover([tmp_path]).sources
        assert (source.gemeente_from, source.jaar_from, source.titel) == ("guess", "guess", "Thuis")

    def test_a_gemeente_that_no_longer_existed_is_a_warning(self, tmp_path: Path) -> None:
        make(tmp_path, "a.pdf")
        (warning,) = discover([tmp_path], gemeente="Sneek", jaar=2014).warnings
        assert "a.pdf is of 2014, but Sneek was dissolved on 2010-12-31" in warning
        assert "Súdwest-Fryslân" in warning
        assert discover([tmp_path], gemeente="Sneek", jaar=2010).warnings == ()


class TestManifests:
    CORPUS = "titel: Voorbeeld\ndocumenten:\n  - bestand: a.pdf\n    gemeente: Ede\n  - bestand: map/b.pdf\n"

    def test_the_corpus_is_what_the_manifest_lists(self, tmp_path: Path) -> None:
        make(tmp_path, "a.pdf", "map/b.pdf", "README.md", "maak.py", "bron/a.typ", "corpus.bib")
        manifest(tmp_path, self.CORPUS)
        found = discover([tmp_path])
        assert (names(found), found.title, found.warnings) == (["a.pdf", "map/b.pdf"], "Voorbeeld", ())
        assert discover([tmp_path / "corpus.yaml"]) == found
        assert discover([tmp_path / "corpus.yaml", tmp_path]) == found

    def test_documents_that_it_does_not_list_are_named(self, tmp_path: Path) -> None:
        make(tmp_path, "a.pdf", "map/b.pdf", *(f"map/{index}.docx" for index in range(7)))
        path = manifest(tmp_path, self.CORPUS)
        (warning,) = discover([tmp_path]).warnings
        assert warning == (
            f"{path} does not list 7 documents beside it (map/0.docx, map/1.docx, map/2.docx, map/3.docx, "
            "map/4.docx and 2 more). What belongs to the corpus must be listed. "
            f"`beloften init {tmp_path}` says with which lines."
        )

    def test_a_document_whose_file_is_missing_is_kept_apart(self, tmp_path: Path) -> None:
        manifest(make(tmp_path, "a.pdf"), self.CORPUS + "    gemeente: Ede\n")
        found = discover([tmp_path])
        assert names(found) == ["a.pdf"]
        (missing,) = found.missing
        assert (missing.name, missing.gemeente, missing.citation) == ("map/b.pdf", "Ede", "Ede z.j.-b")

    def test_letters_with_diacritics_are_found_however_they_are_composed(self, tmp_path: Path) -> None:
        make(tmp_path, unicodedata.normalize("NFD", "één.pdf"))
        manifest(tmp_path, f"documenten: [{{bestand: {unicodedata.normalize('NFC', 'één.pdf')}}}]")
        assert discover([tmp_path]).missing == ()
        assert discover([tmp_path]).warnings == ()

    def test_each_folder_of_a_folder_may_have_its_own(self, tmp_path: Path) -> None:
        manifest(make(tmp_path, "een/a.pdf", "een/map/b.pdf", "los.pdf") / "een", self.CORPUS)
        manifest(make(tmp_path, "twee/c.pdf") / "twee", "bestand;jaar\nc.pdf;2014\n", "corpus.csv")
        found = discover([tmp_path])
        assert names(found) == ["een/a.pdf", "een/map/b.pdf", "los.pdf", "twee/c.pdf"]
        assert found.title == ""

    def test_a_file_that_a_manifest_lists_keeps_what_it_says_when_it_is_named_too(
        self, tmp_path: Path
    ) -> None:
        manifest(make(tmp_path, "a.pdf", "map/b.pdf"), self.CORPUS)
        found = discover([tmp_path / "a.pdf", tmp_path])
        assert [source.gemeente_from for source in found.sources] == ["manifest", ""]

    def test_a_citation_key_is_kept(self, tmp_path: Path) -> None:
        manifest(make(tmp_path, "a.pdf"), "documenten: [{bestand: a.pdf, citeersleutel: Ede I}]")
        assert [source.citation for source in discover([tmp_path]).sources] == ["Ede I"]

    def test_two_manifests_with_the_same_citation_key_are_an_error(self, tmp_path: Path) -> None:
        for name in ("een", "twee"):
            manifest(make(tmp_path / name, "a.pdf"), "documenten: [{bestand: a.pdf, citeersleutel: Ede I}]")
        with pytest.raises(CorpusError, match=r"twee/corpus\.yaml:1:14: .*'Ede I' stands also at .*een"):
            discover([tmp_path])

    def test_two_manifests_in_one_folder_are_an_error(self, tmp_path: Path) -> None:
        manifest(tmp_path, self.CORPUS)
        manifest(tmp_path, "bestand\na.pdf\n", "corpus.csv")
        with pytest.raises(CorpusError, match=r"more than one manifest: corpus\.yaml and corpus\.csv"):
            discover([tmp_path])
        assert [each.name for each in discover([tmp_path / "corpus.csv"]).missing] == ["a.pdf"]

    def test_a_fault_names_the_manifest_as_the_user_did(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        manifest(tmp_path / "corpus", "documenten: [{bestand: map}]")
        (tmp_path / "corpus" / "map").mkdir()
        monkeypatch.chdir(tmp_path)
        with pytest.raises(CorpusError, match=r"^corpus/corpus\.yaml:1:14: 'map' is a folder"):
            discover([Path("corpus")])


class TestErrors:
    def test_a_path_that_does_not_exist(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match=r"weg\.pdf' does not exist\. Check the path"):
            discover([make(tmp_path, "a.pdf"), tmp_path / "weg.pdf"])

    def test_no_path_at_all(self) -> None:
        with pytest.raises(CorpusError, match="Name files or folders"):
            discover([])

    def test_a_path_that_is_no_file_or_folder(self) -> None:
        with pytest.raises(CorpusError, match="neither a file nor a folder"):
            discover([Path("/dev/null")])

    def test_a_path_that_no_system_can_have(self) -> None:
        with pytest.raises(CorpusError, match="Cannot look at"):
            discover([Path("x" * 5000)])

    def test_results_of_an_earlier_run(self, tmp_path: Path) -> None:
        earlier_run(tmp_path)
        with pytest.raises(CorpusError, match="results of an earlier run"):
            discover([tmp_path])

    def test_an_unknown_gemeente_in_the_option(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="Unknown gemeente 'Leuwarden': did you mean Leeuwarden"):
            discover([make(tmp_path, "a.pdf")], gemeente="Leuwarden")

    @pytest.mark.parametrize("jaar", [14, 20140])
    def test_a_year_that_is_none(self, tmp_path: Path, jaar: int) -> None:
        with pytest.raises(CorpusError, match=f"{jaar} is not the year"):
            discover([make(tmp_path, "a.pdf")], jaar=jaar)


SEGMENT = st.sampled_from(["a", "b", "ede", "Urk 2014"])
FILES = st.sets(st.tuples(SEGMENT, SEGMENT, SEGMENT), min_size=1, max_size=8)


@given(files=FILES, data=st.data())
def test_names_and_citations_are_unique_whatever_is_named(
    files: set[tuple[str, str, str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    top = tmp_path_factory.mktemp("corpus")
    paths = [make(top, "/".join(parts) + ".pdf") / ("/".join(parts) + ".pdf") for parts in sorted(files)]
    reachable = [*paths, *(path.parent for path in paths), *(path.parent.parent for path in paths), top]
    named = data.draw(st.lists(st.sampled_from(reachable), min_size=1, max_size=5))
    found = discover(named)
    assert discover(named[::-1]) == found
    expected = {path for path in paths if any(path.is_relative_to(each) for each in named)}
    assert {source.path for source in found.sources} == expected
    for values in (names(found), [source.citation for source in found.sources]):
        assert len(set(values)) == len(expected)


def test_a_part_of_a_corpus_keeps_the_names_and_citations_of_the_whole(tmp_path: Path) -> None:
    make(tmp_path, "Almere 2014 een.pdf", "Almere 2014 twee.pdf", "Zwolle 2014.pdf", "verslag.pdf")
    whole = discover([tmp_path])
    parts = [part_of_corpus(whole, [name]) for name in ("Almere", "Zwolle", "onbekend")]
    assert [len(part.sources) for part in parts] == [2, 1, 1]
    assert {source for part in parts for source in part.sources} == set(whole.sources)
    assert parts[0].sources[1].citation == "Almere 2014b"


def test_a_part_that_has_no_documents_is_an_error_that_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"No document is of 'Utrecht'.*such as 2014, Zwolle"):
        part_of_corpus(discover([make(tmp_path, "Zwolle 2014.pdf")]), ["Utrecht"])


def test_a_part_is_named_as_a_manifest_may_name_it(tmp_path: Path) -> None:
    whole = discover([make(tmp_path, "Den Haag 2014.pdf", "Zwolle 2014.pdf")])
    part = part_of_corpus(whole, ["den haag"])
    assert [source.gemeente for source in part.sources] == ["'s-Gravenhage"]


def test_a_part_is_named_by_year_citation_and_file_too(tmp_path: Path) -> None:
    whole = discover([make(tmp_path, "Almere 2014.pdf", "Almere 2015.pdf", "Zwolle 2016.pdf")])
    part = part_of_corpus(whole, ["2016", "Almere 2015"])
    assert names(part) == ["Almere 2015.pdf", "Zwolle 2016.pdf"]


@pytest.mark.parametrize("written", ["scan0001", "scan0001.PDF", "Scan 0001.pdf", "scan001.pdf"])
def test_of_a_listed_document_that_is_not_there_the_file_that_may_be_meant_is_named(
    tmp_path: Path, written: str
) -> None:
    make(tmp_path, "scan0001.pdf", "nota.pdf")
    (tmp_path / "corpus.csv").write_text(f"bestand;jaar\nnota.pdf;2014\n{written};2014\n")
    warnings = discover([tmp_path]).warnings
    assert f"{tmp_path}/corpus.csv:3:1: there is no '{written}'. Is 'scan0001.pdf' meant?" in warnings


def test_a_document_that_is_listed_is_not_meant_by_another(tmp_path: Path) -> None:
    make(tmp_path, "nota-1.pdf")
    (tmp_path / "corpus.csv").write_text("bestand\nnota-1.pdf\nnota-2.pdf\n")
    assert discover([tmp_path]).warnings == ()


@pytest.mark.parametrize("name", ["manifest.csv", "Manifest.xlsx", "Corpus.csv", "corpus.YAML"])
def test_a_manifest_by_another_name_is_no_document_and_its_right_name_is_told(
    tmp_path: Path, name: str
) -> None:
    make(tmp_path, "nota.pdf", name, "cijfers.csv")
    found = discover([tmp_path])
    assert [source.name for source in found.sources] == ["cijfers.csv", "nota.pdf"]
    (warning,) = found.warnings
    assert warning.endswith("is called one of corpus.yaml, corpus.yml, corpus.csv, corpus.xlsx.")


def test_what_a_manifest_says_is_still_to_be_checked_is_a_guess(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf")
    manifest(tmp_path, "documenten:\n  - {bestand: a.pdf, gemeente: Goes, jaar: 2014, nakijken: jaar}\n")
    (source,) = discover([tmp_path]).sources
    assert (source.gemeente_from, source.jaar_from, source.is_guess) == ("manifest", "guess", True)


def test_rules_and_what_tells_of_the_folder_are_no_documents(tmp_path: Path) -> None:
    make(
        tmp_path,
        "a.pdf",
        "LEESMIJ.md",
        "sub/README",
        "eigen-regels/codebook.yaml",
        "eigen-regels/maatwerk.yaml",
    )
    make(tmp_path, "leesmij.pdf", "regels/maatwerk.yaml")
    assert names(discover([tmp_path])) == ["a.pdf", "leesmij.pdf", "regels/maatwerk.yaml"]


def test_what_stands_among_the_results_codings_and_rules_of_a_project_is_no_document_that_was_forgotten(
    tmp_path: Path,
) -> None:
    make(tmp_path, "nota.pdf", "resultaten/pdf/nota.pdf", "coderingen/anna.md", "eigen-regels/uitleg.docx")
    (tmp_path / "corpus.csv").write_text("bestand\nnota.pdf\n")
    assert discover([tmp_path]).warnings == ()
    make(tmp_path, "stukken/resultaten/vergeten.pdf")
    (warning,) = discover([tmp_path]).warnings
    assert "does not list 1 document beside it (stukken/resultaten/vergeten.pdf)" in warning


def test_a_folder_that_may_not_be_looked_into_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs these tests may be allowed to look everywhere, so that the refusal is made."""
    make(tmp_path, "open/Zwolle 2014.pdf", "dicht/Almere 2014.pdf")
    listing = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "dicht":
            raise PermissionError(errno.EACCES, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    found = discover([tmp_path])
    assert names(found) == ["open/Zwolle 2014.pdf"]
    (warning,) = found.warnings
    assert warning.endswith("is left out, as it cannot be looked into: Permission denied.")


def test_what_programs_install_for_themselves_holds_no_documents(tmp_path: Path) -> None:
    make(tmp_path, "Zwolle 2014.pdf", "omgeving/lib/LICENTIES.txt", "node_modules/pakket/lees.md")
    (tmp_path / "omgeving" / "pyvenv.cfg").write_text("home = /usr/bin")
    assert names(discover([tmp_path])) == ["Zwolle 2014.pdf"]
