import pytest

from beloften.extract.characters import is_unreadable
from beloften.extract.document import Page, PageLabel, Quality
from beloften.extract.quality import is_scan, judge_document, judge_text

_DUTCH = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij de zorg krijgen die bij hen past. " * 3


@pytest.mark.parametrize(
    ("text", "quality"),
    [
        (_DUTCH, Quality.OK),
        ("", Quality.EMPTY),
        ("12.500 13.750 14.000", Quality.OK),
        (
            "The council wants all people in the town to take part in what it does for them. " * 3,
            Quality.OTHER_LANGUAGE,
        ),
        (
            "De gemeente wol dat alle minsken mei dwaan kinne en dat sy de soarch krije fan it doarp. " * 3,
            Quality.OTHER_LANGUAGE,
        ),
        ("\x01\x04\x05\x06 \x07\x08\x0e " * 9, Quality.GARBLED),
        (
            "Gh jhphhqwh zlo gdw dooh lqzrqhuv phh nxqqhq grhq hq gdw clm gh crujk nulmjhq. " * 3,
            Quality.GARBLED,
        ),
    ],
)
def test_a_text_is_judged_by_its_words(text: str, quality: Quality) -> None:
    assert judge_text(text).quality is quality


def test_a_list_of_names_is_not_garbled() -> None:
    assert (
        judge_text("Jansen Pietersen Klaassen Bakker Visser Smit Mulder Dekker Brouwer Hendriks " * 4).quality
        is Quality.OK
    )


def test_a_few_private_characters_among_letters_do_not_spoil_a_text() -> None:
    assert not is_unreadable("\uf0b7 eerste punt\r\n\uf0b7 tweede punt")


def test_an_image_with_hardly_a_word_is_a_scan_and_a_photograph_with_text_is_not() -> None:
    assert is_scan(words=3, image_share=0.9)
    assert not is_scan(words=80, image_share=0.9)
    assert not is_scan(words=3, image_share=0.1)


def _pages(*kinds: Quality) -> list[Page]:
    words = {Quality.OK: 300, Quality.OTHER_LANGUAGE: 300}
    return [
        Page(index, (PageLabel(str(index + 1), "index"),), 300, 400, kind, words.get(kind, 0), 0.4)
        for index, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("pages", "quality"),
    [
        ([Quality.OK] * 3, Quality.OK),
        ([Quality.SCANNED] * 3, Quality.SCANNED),
        ([Quality.GARBLED] * 3, Quality.GARBLED),
        ([Quality.EMPTY] * 3, Quality.EMPTY),
        ([Quality.OTHER_LANGUAGE] * 3, Quality.OTHER_LANGUAGE),
        ([Quality.OK, Quality.SCANNED], Quality.PARTIAL),
        ([Quality.SCANNED, *[Quality.OK] * 20], Quality.OK),
    ],
)
def test_a_document_is_judged_by_its_pages(pages: list[Quality], quality: Quality) -> None:
    verdict, remark = judge_document(_pages(*pages))
    assert verdict is quality
    assert bool(remark) == (set(pages) != {Quality.OK})
