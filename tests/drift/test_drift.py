"""A number that moved is laid at the door of what moved it, and of nothing else."""

from dataclasses import replace

import pytest

from beloften.codebook.schema import Level
from beloften.drift.basis import Cause
from beloften.drift.drift import Drift, find_drift
from beloften.run.result import DocumentResult, Zin, Zinnen, unread
from beloften.rundir.run_info import RunMeta
from tests.drift.building import META, A, B, nota, run, with_patterns, with_versions
from tests.tally.building import CODEBOOK, finding

LESS = nota("a.pdf", "Aa", ("nabijheid", 1), ("noodzaak", 3))


def causes(drift: Drift) -> list[Cause]:
    return [cause.cause for cause in drift.causes]


def reasons(drift: Drift) -> list[str]:
    return [reason.text for cause in drift.causes for reason in cause.reasons]


def reread(result: DocumentResult, reader: str = "pypdfium2 5.1") -> DocumentResult:
    """The same file, of which another text is read: one sentence is another one."""
    zinnen = list(result.zinnen)
    zinnen[2] = Zin(0, 2, 21, "0123456789ab")
    pages = (replace(result.pages[0], words=result.words + 1),)
    return replace(result, text_sha256="other", reader=reader, zinnen=Zinnen.of(zinnen), pages=pages)


def replaced(result: DocumentResult) -> DocumentResult:
    """Another file of the same name."""
    return replace(reread(result, result.reader), sha256="other-file")


def test_the_same_run_does_not_drift() -> None:
    drift = find_drift(run(A, B), run(B, A))
    assert drift == Drift((), (), (), ())


def test_one_pattern_in_one_rule_is_named_with_its_file() -> None:
    old, new = (
        with_patterns("nabijheid", ["dichtbij", "om de hoek"]),
        with_patterns("nabijheid", ["dichtbij"]),
    )
    drift = find_drift(run(A, B, codebook=old), run(LESS, B, codebook=new))
    assert causes(drift) == [Cause.RULES]
    assert reasons(drift) == ["nabijheid.yaml: - patterns: om de hoek"]
    assert [(one.group, one.code, one.zinnen_old, one.zinnen_new) for one in drift.beyond] == [
        ("", "nabijheid", 3, 2),
        ("Aa", "nabijheid", 2, 1),
    ]
    assert [(one.sign, one.cause, one.row.sentence_index) for one in drift.findings] == [("-", "rules", 2)]


def test_a_word_of_a_list_is_named_with_the_list() -> None:
    old = replace(CODEBOOK, word_lists={"wijk": ("buurt", "wijk")})
    new = replace(CODEBOOK, word_lists={"wijk": ("buurt",)})
    drift = find_drift(run(A, codebook=old), run(LESS, codebook=new))
    assert reasons(drift) == ["word list {wijk}: - words: wijk"]


def test_a_definition_measures_nothing_and_explains_nothing() -> None:
    concepts = tuple(replace(concept, definition="Otherwise put.") for concept in CODEBOOK.concepts)
    reworded = replace(CODEBOOK, sha256="0ther", concepts=concepts)
    assert find_drift(run(A), run(A, codebook=reworded)).causes == ()
    assert causes(find_drift(run(A), run(LESS, codebook=reworded))) == [Cause.FAULT]


def test_a_replaced_document_is_named() -> None:
    drift = find_drift(run(A, B), run(replaced(LESS), B))
    assert causes(drift) == [Cause.CORPUS]
    assert reasons(drift) == ["a.pdf: was replaced"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [([A], [A, B], "b.pdf: was added"), ([A, B], [A], "b.pdf: was removed")],
)
def test_a_document_that_came_or_went_is_named(
    old: list[DocumentResult], new: list[DocumentResult], reason: str
) -> None:
    drift = find_drift(run(*old), run(*new))
    assert causes(drift) == [Cause.CORPUS]
    assert reasons(drift) == [reason]
    assert drift.beyond


def test_a_document_that_is_given_to_another_gemeente_is_named() -> None:
    moved = replace(B, source=replace(B.source, gemeente="Aa"))
    drift = find_drift(run(A, B), run(A, moved))
    assert causes(drift) == [Cause.CORPUS]
    assert reasons(drift) == ["b.pdf: of Aa, was of Bee"]
    assert drift.beyond
    assert drift.findings == ()


def test_a_document_that_has_another_name_moves_nothing() -> None:
    renamed = replace(B, source=replace(B.source, name="c.pdf"))
    drift = find_drift(run(A, B), run(A, renamed))
    assert (drift.numbers, drift.findings, drift.causes) == ((), (), ())
    assert [reason.text for reason in drift.idle] == ["c.pdf: was called b.pdf"]


def test_another_version_of_the_pdf_library_is_named_with_the_documents_it_reads_otherwise() -> None:
    drift = find_drift(run(A, B), run(reread(LESS), B, meta=with_versions(pypdfium2="5.1")))
    assert causes(drift) == [Cause.READING]
    assert reasons(drift) == [
        "a.pdf: the same file gives another text",
        "pypdfium2 5.0 → 5.1",
        "read by pypdfium2 5.1, was read by pypdfium2 5.0",
    ]


def test_another_version_that_reads_the_same_moves_nothing_and_is_told() -> None:
    drift = find_drift(run(A, B), run(A, B, meta=with_versions(pypdfium2="5.1")))
    assert (drift.numbers, drift.causes) == ((), ())
    assert [reason.text for reason in drift.idle] == ["pypdfium2 5.0 → 5.1"]


def test_a_version_on_which_only_intervals_depend_is_not_told() -> None:
    assert find_drift(run(A), run(A, meta=with_versions(numpy="3.0"))).idle == ()


def test_a_document_that_can_no_longer_be_read_is_a_matter_of_reading() -> None:
    drift = find_drift(run(A, B), run(A, unread(B.source, "timeout", "It takes too long.")))
    assert causes(drift) == [Cause.READING]
    assert reasons(drift)[0] == "b.pdf: was ok, is timeout"


def test_a_file_that_is_missing_is_a_matter_of_the_corpus() -> None:
    drift = find_drift(run(A, B), run(A, unread(B.source, "missing", "There is no such file.")))
    assert reasons(drift) == ["b.pdf: was ok, is missing"]
    assert causes(drift) == [Cause.CORPUS]


def test_another_text_without_another_version_or_option_is_said_to_be_unexplained() -> None:
    drift = find_drift(run(A), run(reread(LESS, A.reader)))
    assert causes(drift) == [Cause.READING]
    assert "the program itself reads otherwise" in reasons(drift)[-1]


@pytest.mark.parametrize(
    ("meta", "reason"),
    [
        (replace(META, beloften="0.2.0"), "beloften 0.1.0 → 0.2.0"),
        (with_versions(spacy="3.9"), "spacy 3.8 → 3.9"),
        (
            replace(META, options={**META.options, "reviewed": "c0ffee"}),
            "--reviewed not given → c0ffee",
        ),
    ],
)
def test_another_version_of_the_program_is_named_when_texts_and_rules_are_the_same(
    meta: RunMeta, reason: str
) -> None:
    drift = find_drift(run(A, B), run(LESS, B, meta=meta))
    assert causes(drift) == [Cause.PROGRAM]
    assert reasons(drift) == [reason]


def test_numbers_that_move_by_nothing_that_is_known_are_a_fault() -> None:
    drift = find_drift(run(A, B), run(LESS, B))
    assert causes(drift) == [Cause.FAULT]
    assert drift.beyond


def test_counts_that_do_not_fit_their_findings_are_a_fault() -> None:
    old = run(A)
    counts = tuple(replace(row, zinnen=row.zinnen + (row.code == "noodzaak")) for row in old.tellingen)
    assert causes(find_drift(replace(old, tellingen=counts), run(A))) == [Cause.FAULT]


def test_findings_that_nothing_explains_fail_a_check_though_no_number_moved() -> None:
    old = run(A)
    drift = find_drift(replace(old, bevindingen=old.bevindingen[1:]), run(A))
    assert causes(drift) == [Cause.FAULT]
    assert not drift.beyond
    assert drift.fails


def test_an_option_of_reading_is_named_with_the_documents_it_changes() -> None:
    meta = replace(META, options={**META.options, "section": "zorg"})
    drift = find_drift(run(A), run(reread(LESS, A.reader), meta=meta))
    assert causes(drift) == [Cause.READING]
    assert reasons(drift)[-1] == "--section not given → zorg"


def test_several_causes_are_all_named_with_their_shares() -> None:
    """One finding goes with a pattern, one with its sentence, and two come with a document."""
    old, new = with_patterns("noodzaak", ["moet", "tij"]), with_patterns("noodzaak", ["moet"])
    less = nota("a.pdf", "Aa", ("nabijheid", 1))
    drift = find_drift(
        run(A, codebook=old), run(reread(less), B, codebook=new, meta=with_versions(pypdfium2="5.1"))
    )
    assert [(cause.cause, cause.findings, cause.share) for cause in drift.causes] == [
        (Cause.RULES, 1, 0.25),
        (Cause.READING, 1, 0.25),
        (Cause.CORPUS, 2, 0.5),
    ]
    assert sum(cause.share or 0 for cause in drift.causes) == 1
    assert [cause.words for cause in drift.causes] == [0, 1, 1000]


def test_rules_that_moved_nothing_are_no_cause_beside_a_document_that_did() -> None:
    old, new = with_patterns("autarkie", ["zelf"]), with_patterns("autarkie", ["zelf", "eigen kracht"])
    drift = find_drift(run(A, codebook=old), run(A, nota("b.pdf", "Bee"), codebook=new))
    assert causes(drift) == [Cause.CORPUS]
    assert [reason.text for reason in drift.idle] == ["autarkie.yaml: + patterns: eigen kracht"]


def test_a_finding_that_has_another_level_moved() -> None:
    tied = replace(A, findings=(finding("maatwerk", Level.BELOFTE),))
    named = replace(A, findings=(finding("maatwerk", Level.GENOEMD),))
    drift = find_drift(run(tied), run(named))
    assert [(one.sign, one.before, one.after) for one in drift.findings] == [("~", "belofte", "genoemd")]
    assert [number.measure for number in drift.beyond] == ["belofte", "belofte"]


def test_what_moves_within_its_tolerance_is_told_and_is_no_drift() -> None:
    meta = replace(META, toleranties={"nabijheid": 10.0})
    drift = find_drift(run(A), run(LESS, meta=meta))
    assert drift.beyond == ()
    assert len(drift.numbers) == 2
    assert causes(drift) == [Cause.FAULT]
