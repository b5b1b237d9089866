"""Judging findings one by one."""

from dataclasses import replace
from pathlib import Path

import pytest

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.names import CodeNames
from beloften.codings.review.apply import apply_judgements
from beloften.codings.review.ask import Session
from beloften.codings.review.judgements import Judgement, Verdict, judgements_csv, read_judgements
from beloften.errors import CorpusError
from beloften.run.result import DocumentResult
from beloften.rundir.rows import Bevinding, finding_rows
from tests.tally.building import document, finding


def results() -> tuple[DocumentResult, ...]:
    return (
        document(
            finding("maatwerk", Level.BELOFTE, sentence=0),
            finding("bureaucratisch", Stance.AFGEZET, sentence=0),
            finding("vertrouwdheid", Level.GENOEMD, sentence=1),
        ),
    )


def findings(codebook: Codebook) -> list[Bevinding]:
    return list(finding_rows(results(), codebook))


@pytest.fixture
def session(codebook: Codebook, names: CodeNames) -> Session:
    return Session(findings(codebook), {}, names)


def verdicts(session: Session) -> dict[str, tuple[str, str, str]]:
    return {each.code: (each.verdict, each.recoded, each.reason) for each in session.judged.values()}


def test_each_answer_goes_to_the_next_finding(session: Session) -> None:
    for answer in ("y\n", "n zo heet een team\n", "c maatwerk:belofte past beter\n"):
        assert session.take(answer) == ""
    assert verdicts(session) == {
        "maatwerk": (Verdict.RIGHT, "", ""),
        "bureaucratisch": (Verdict.WRONG, "", "zo heet een team"),
        "vertrouwdheid": (Verdict.RECODED, "maatwerk:belofte", "past beter"),
    }
    assert session.finding is None
    assert session.summary("x").startswith("3 of 3 findings judged: 1 right, 1 wrong, 1 recoded")


def test_a_finding_is_shown_with_what_made_it_and_its_context(session: Session) -> None:
    shown = session.shown()
    for part in (
        "1/3",
        "maatwerk: belofte",
        "(Leeuwarden 2014: 1)",
        "cue: wijkteam",
        "> Het wijkteam levert",
    ):
        assert part in shown


def test_one_may_skip_and_go_back(session: Session) -> None:
    for answer in ("s", "n", "b", "b", "y"):
        session.take(answer)
    assert verdicts(session) == {"maatwerk": ("juist", "", ""), "bureaucratisch": ("onjuist", "", "")}
    assert session.finding
    assert session.finding.code == "bureaucratisch"
    session.take("b")
    session.take("b")
    assert session.finding.code == "maatwerk"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("x", "Answer y, n"),
        ("", "Answer y, n"),
        ("c", "is no code"),
        ("c belofte", "is no code"),
        ("c markt:belofte", "is no code"),
    ],
)
def test_what_is_no_answer_is_told_and_changes_nothing(session: Session, answer: str, said: str) -> None:
    assert said in session.take(answer)
    assert not session.judged
    assert session.finding
    assert session.finding.code == "maatwerk"


def test_what_was_judged_before_is_not_asked_again(
    codebook: Codebook, names: CodeNames, session: Session
) -> None:
    session.take("y")
    again = Session(findings(codebook), session.judged, names)
    assert again.finding
    assert again.finding.code == "bureaucratisch"
    assert "1/2" in again.shown()


def test_control_characters_of_a_document_do_not_reach_the_terminal(
    codebook: Codebook, names: CodeNames
) -> None:
    hostile = replace(findings(codebook)[0], sentence="Wis\x1b[2J het scherm.")
    assert "\x1b" not in Session([hostile], {}, names).shown()


def test_judgements_are_kept_in_a_file_that_does_not_depend_on_their_order(
    tmp_path: Path, session: Session
) -> None:
    for answer in ("y", "n =HYPERLINK()", "c markt:afgezet"):
        session.take(answer)
    text = judgements_csv(session.judged)
    path = tmp_path / "beoordelingen.csv"
    path.write_text(text, "utf-8")
    assert read_judgements(path) == session.judged
    assert judgements_csv(list(session.judged.values())[::-1]) == text


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("juist", "misschien"), "row 2: 'misschien' is no verdict"),
        (("verdict", "oordeel"), "there is no column verdict"),
    ],
)
def test_a_file_that_somebody_spoilt_is_refused(
    tmp_path: Path, session: Session, change: tuple[str, str], problem: str
) -> None:
    session.take("y")
    path = tmp_path / "beoordelingen.csv"
    path.write_text(judgements_csv(session.judged).replace(*change))
    with pytest.raises(CorpusError, match=problem):
        read_judgements(path)


def test_a_finding_that_is_judged_twice_is_an_error(tmp_path: Path, session: Session) -> None:
    session.take("y")
    lines = judgements_csv(session.judged).splitlines()
    path = tmp_path / "beoordelingen.csv"
    path.write_text("\n".join([*lines, lines[1]]))
    with pytest.raises(CorpusError, match=r"row 3: .* is judged twice"):
        read_judgements(path)


def judged(fingerprint: str, verdict: Verdict, recoded: str = "") -> dict[str, Judgement]:
    return {fingerprint: Judgement(fingerprint, verdict, recoded, "", "", "", "", "", "")}


def left(codebook: Codebook, said: dict[str, Judgement]) -> list[tuple[str, str]]:
    (result,) = apply_judgements(results(), said, codebook).results
    return [(each.finding.code, str(each.finding.level or each.finding.stance)) for each in result.findings]


def test_what_is_wrong_is_gone_and_what_is_recoded_has_its_new_code(codebook: Codebook) -> None:
    first, second, third = (row.fingerprint for row in findings(codebook))
    said = (
        judged(first, Verdict.WRONG)
        | judged(second, Verdict.RECODED, "markt")
        | judged(third, Verdict.RECODED, "preventie:belofte")
        | judged("weg", Verdict.RIGHT)
    )
    applied = apply_judgements(results(), said, codebook)
    assert left(codebook, said) == [("markt", "afgezet"), ("preventie", "belofte")]
    assert (applied.findings, applied.right, applied.wrong, applied.recoded, applied.gone) == (3, 0, 1, 2, 1)


def test_a_finding_recoded_to_a_code_that_its_sentence_has_is_dropped(codebook: Codebook) -> None:
    _, second, _ = (row.fingerprint for row in findings(codebook))
    assert left(codebook, judged(second, Verdict.RECODED, "maatwerk")) == [
        ("maatwerk", "belofte"),
        ("vertrouwdheid", "genoemd"),
    ]


def test_a_code_of_another_kind_has_the_least_degree_when_none_is_told(codebook: Codebook) -> None:
    first, _, _ = (row.fingerprint for row in findings(codebook))
    assert ("markt", "neutraal") in left(codebook, judged(first, Verdict.RECODED, "markt"))
    assert ("autarkie", "None") in left(codebook, judged(first, Verdict.RECODED, "autarkie"))


def test_without_judgements_nothing_changes(codebook: Codebook) -> None:
    assert apply_judgements(results(), {}, codebook).results == results()
