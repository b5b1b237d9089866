"""Two readings of the same documents are compared finding by finding."""

from collections.abc import Callable
from dataclasses import replace

from beloften.codebook.schema import Codebook
from beloften.detect.detector import Detector
from beloften.drift.finding_changes import CodeChange, finding_changes
from beloften.run.analyse import analyse
from tests.tally.building import source

TEXT = "Wij bieden hulp op maat. Dit is nu maatwerk. Dat is ook dichtbij."


def test_findings_are_gained_lost_and_changed(codebook_of: Callable[..., Codebook]) -> None:
    old = codebook_of(maatwerk="kind: belofte\npatterns: [op maat, {pattern: maatwerk, level: belofte}]")
    new = codebook_of(
        maatwerk="kind: belofte\npatterns: [maatwerk]", nabij="kind: nabijheid\npatterns: [dichtbij]"
    )
    document = source("1.txt")
    before, after = ([analyse(document, TEXT.encode(), Detector(codebook))] for codebook in (old, new))
    summary, changes = finding_changes(before, after, (old, new))
    assert summary == [CodeChange("maatwerk", 2, 1, 0, 1, 1), CodeChange("nabij", 0, 1, 1, 0, 0)]
    assert {(one.kind, one.placed.sentence, one.before, one.after) for one in changes} == {
        ("lost", "Wij bieden hulp op maat.", "genoemd", ""),
        ("changed", "Dit is nu maatwerk.", "belofte", "genoemd"),
        ("gained", "Dat is ook dichtbij.", "", ""),
    }
    assert finding_changes(before, before, (old, old))[1] == []


def test_changes_come_by_code_in_the_order_of_the_new_rules_then_of_the_old_and_by_document(
    codebook_of: Callable[..., Codebook],
) -> None:
    old = codebook_of(
        maatwerk="kind: belofte\npatterns: [op maat]", nabij="kind: nabijheid\npatterns: [dichtbij]"
    )
    before = [analyse(source(name), TEXT.encode(), Detector(old)) for name in ("2.txt", "1.txt")]
    new = replace(codebook_of(nabij="kind: nabijheid\npatterns: [nu]"), concepts=old.concepts[1:])
    empty = [analyse(source(name), b"Niets.", Detector(new)) for name in ("2.txt", "1.txt")]
    summary, changes = finding_changes(before, empty, (old, new))
    assert [(one.placed.finding.code, one.source.name) for one in changes] == [
        ("nabij", "1.txt"),
        ("nabij", "2.txt"),
        ("maatwerk", "1.txt"),
        ("maatwerk", "2.txt"),
    ]
    assert [one.code for one in summary] == ["nabij", "maatwerk"]
