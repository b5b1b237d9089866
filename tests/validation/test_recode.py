"""The tool codes the sentences of a gold standard anew, in the same form."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.codebook.schema import Codebook, Level, Stance
from beloften.codings.jsonl import read_codings, write_codings
from beloften.codings.sentence import CodedSentence
from beloften.detect.detector import Detector
from beloften.errors import CorpusError
from beloften.validation.recode import recode
from tests.codings.building import coded


def line(number: int, text: str, excerpt: str = "a", **codes: object) -> str:
    return json.dumps({"id": f"{excerpt}.{number}", "excerpt": excerpt, "text": text, **codes})


def test_codes_are_made_anew_and_the_rest_of_the_line_is_kept(
    tmp_path: Path, small_codebook: Codebook
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        line(
            1,
            "Hulp op maat in de wijk, minder regels, eigen kracht.",
            jaar="2014",
            b={"preventie": "genoemd"},
        )
    )
    (recoded,) = recode(read_codings(gold), Detector(small_codebook))
    assert recoded.nabijheid
    assert recoded.beloften == {"maatwerk": Level.BELOFTE}
    assert recoded.logicas == {"bureaucratisch": Stance.AFGEZET}
    assert recoded.zelfredzaamheid == {"autarkie"}
    assert recoded.rest == {"jaar": "2014"}


def test_each_code_has_the_place_of_its_kind(codebook_of: Callable[..., Codebook]) -> None:
    codebook = codebook_of(
        markt="kind: logica\npatterns: [inkoop]",
        keuzevrijheid="kind: waarde\npart-of: markt\npatterns: [keuze]",
        stabiliteit="kind: koepel\npatterns: [vast gezicht]",
        noodzaak="kind: vertoog\npatterns: [onhoudbaar]",
        autarkie="kind: zelfredzaamheid\npatterns: [zelf]",
        preventie="kind: belofte\npatterns: [voorkomen]",
        dichtbij="kind: nabijheid\npatterns: [dichtbij]",
    )
    text = "Onhoudbaar: inkoop en keuze; een vast gezicht, zelf voorkomen."
    (recoded,) = recode([coded(1, text=text, nabijheid=True)], Detector(codebook))
    assert not recoded.nabijheid
    assert recoded.beloften == {"preventie": Level.GENOEMD}
    assert recoded.logicas == {"markt": Stance.NEUTRAAL}
    assert recoded.waarden == {"keuzevrijheid": Stance.NEUTRAAL}
    assert recoded.zelfredzaamheid == {"autarkie"}
    assert recoded.overige == {"stabiliteit", "noodzaak"}


def test_a_sentence_that_can_carry_no_codes_gets_none(small_codebook: Codebook) -> None:
    heading = replace(coded(1, text="Maatwerk dichtbij"), codable=False)
    recoded = recode([heading, coded(2, text="Zorg op maat.")], Detector(small_codebook))
    assert [each.beloften for each in recoded] == [{}, {"maatwerk": Level.GENOEMD}]


def test_a_sentence_continues_one_of_its_own_paragraph_only(small_codebook: Codebook) -> None:
    near, good = coded(1, text="Wij zitten in de wijk."), coded(2, text="Zo bieden wij maatwerk.")
    detector = Detector(small_codebook)
    assert recode([near, good], detector)[1].beloften == {"maatwerk": Level.BELOFTE}
    assert recode([near, replace(good, paragraph=9)], detector)[1].beloften == {"maatwerk": Level.GENOEMD}


def test_a_sentence_continues_one_of_its_own_excerpt_only(tmp_path: Path, small_codebook: Codebook) -> None:
    gold = tmp_path / "gold.jsonl"
    near, good = "Wij zitten in de wijk.", "Zo bieden wij maatwerk."
    gold.write_text("\n".join([line(1, near), line(2, good), line(1, near, "b"), line(1, good, "c")]))
    levels = [s.beloften.get("maatwerk") for s in recode(read_codings(gold), Detector(small_codebook))]
    assert levels == [None, Level.BELOFTE, None, Level.GENOEMD]


@given(
    st.lists(
        st.builds(
            CodedSentence,
            id=st.text(st.characters(codec="utf-8")),
            excerpt=st.text(st.characters(codec="utf-8")),
            text=st.text(st.characters(codec="utf-8")),
            nabijheid=st.booleans(),
            beloften=st.dictionaries(st.sampled_from(["maatwerk", "preventie"]), st.sampled_from(Level)),
            logicas=st.dictionaries(st.sampled_from(["markt"]), st.sampled_from(Stance)),
            zelfredzaamheid=st.frozensets(st.sampled_from(["autarkie", "naastenhulp"])),
            rest=st.dictionaries(st.sampled_from(["jaar", "soort"]), st.text(st.characters(codec="utf-8"))),
        ),
        min_size=1,
        unique_by=lambda sentence: sentence.id,
    )
)
def test_codings_are_read_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, sentences: list[CodedSentence]
) -> None:
    file = tmp_path_factory.mktemp("gold") / "codings.jsonl"
    file.write_bytes("".join(f"{row}\n" for row in write_codings(sentences)).encode())
    assert read_codings(file) == sentences


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "holds no sentences"),
        ("{", "not a coded sentence"),
        ("[]", "not a coded sentence"),
        ('{"id": "a"}', "not a coded sentence"),
        ('{"id": "a", "excerpt": "a", "text": 4}', "is not a text"),
        ('{"id": "a", "excerpt": "a", "text": "a", "b": {"maatwerk": "veel"}}', "not a valid Level"),
        (
            '{"id": "a", "excerpt": "", "text": ""}\n{"id": "a", "excerpt": "a", "text": ""}',
            "occurs twice",
        ),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line(tmp_path: Path, content: str, problem: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(content)
    with pytest.raises(CorpusError, match=problem):
        read_codings(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read_codings(tmp_path / "nergens.jsonl")
