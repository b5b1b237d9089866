from collections import Counter
from dataclasses import replace
from pathlib import Path

from beloften.export.html.pictures import drawn, remarks, wanted_pictures
from tests.export.building import sample
from tests.export.html.building import illustrated


def test_findings_that_mark_the_same_words_share_a_picture() -> None:
    material = illustrated()
    wanted = wanted_pictures(material, None)
    numbers = [number for one in wanted for number in one.findings]
    assert sorted(numbers) == list(range(len(material.run.bevindingen)))
    assert any(len(one.findings) > 1 for one in wanted)
    for one in wanted:
        assert len({material.run.bevindingen[number].boxes for number in one.findings}) == 1


def test_no_more_findings_than_asked_have_one_and_codes_have_as_many() -> None:
    material = illustrated()
    numbers = [number for one in wanted_pictures(material, 60) for number in one.findings]
    assert len(numbers) == 60
    codes = Counter(material.run.bevindingen[number].code for number in numbers)
    assert max(codes.values()) <= 3


def test_a_document_that_is_not_at_hand_has_no_pictures_and_is_named() -> None:
    material = illustrated()
    assert remarks(material) == ()
    others = {name: path for name, path in material.originals.items() if "kleiwaarde" not in name}
    without = replace(material, originals=others)
    assert "kleiwaarde-2016.pdf" not in {one.document for one in wanted_pictures(without, None)}
    (remark,) = remarks(without)
    assert remark.startswith("kleiwaarde-2016.pdf is not at hand")


def test_a_document_that_is_gone_by_now_goes_without(tmp_path: Path) -> None:
    material = illustrated()
    material = replace(material, originals=dict.fromkeys(material.originals, tmp_path / "weg.pdf"))
    assert list(drawn(material, wanted_pictures(material, 5))) == []


def test_findings_without_a_place_on_a_page_ask_for_no_document() -> None:
    material = sample()
    run = replace(material.run, bevindingen=tuple(replace(row, boxes="") for row in material.run.bevindingen))
    assert remarks(replace(material, run=run)) == ()
