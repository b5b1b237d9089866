from dataclasses import replace

from beloften.export.html.reading import quality_text, reading_of, share_text
from beloften.export.material import Material
from beloften.report.wording import whole
from tests.export.building import CORPUS, sample


def with_status(number: int, **changes: str) -> Material:
    material = sample()
    rows = list(material.run.documenten)
    rows[number] = replace(rows[number], **changes)  # type: ignore[arg-type] # by name
    return replace(material, run=replace(material.run, documenten=tuple(rows)))


def test_documents_that_were_not_read_are_told_apart_from_those_to_look_at() -> None:
    unread = reading_of(with_status(2, status="encrypted", remark="The PDF is encrypted."))
    assert [row.document for row in unread.unread] == ["eschermonde-2015.pdf"]
    assert not unread.doubtful
    doubtful = reading_of(with_status(2, quality="ok:9 scanned:1"))
    assert [row.document for row in doubtful.doubtful] == ["eschermonde-2015.pdf"]
    assert not doubtful.unread


def test_empty_pages_are_no_reason_to_look() -> None:
    assert not reading_of(with_status(0, quality="empty:1 ok:8")).doubtful


def test_the_facts_count_what_was_read() -> None:
    assert reading_of(sample()).facts == (
        "7 documenten",
        "6 gemeenten",
        "2013–2016",
        "21.373 woorden",
        f"{whole(sum(row.sentences for row in sample().run.documenten), 'nl')} zinnen",
        f"{len(sample().run.bevindingen)} bevindingen",
    )
    assert reading_of(with_status(0, status="damaged")).facts[0] == "6 documenten"


def test_documents_without_a_gemeente_are_none_of_their_own() -> None:
    assert reading_of(with_status(0, gemeente="")).facts[1] == "6 gemeenten, 1 document zonder"
    material = sample()
    rows = tuple(replace(row, gemeente="") for row in material.run.documenten)
    none = replace(material, lang="en", run=replace(material.run, documenten=rows))
    assert reading_of(none).facts[1] == "0 gemeenten, 7 documents without"


def test_documents_that_pictures_need_and_are_not_at_hand_are_counted() -> None:
    material = sample()
    assert reading_of(material).missing == len(material.run.documenten)
    here = {row.document: CORPUS / row.document for row in material.run.documenten[1:]}
    assert reading_of(replace(material, originals=here)).missing == 1


def test_quality_and_shares_are_in_words() -> None:
    assert quality_text("ok:12 scanned:2", "nl") == "12 goed, 2 scan zonder tekst"
    assert quality_text("scanned:2 ok:1", "en") == "1 good, 2 scan without text"
    assert share_text(0.6931, "nl") == "69,3 %"
