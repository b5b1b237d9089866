"""A reading knows where the words of a sentence stand in its text."""

import pytest

from beloften.codebook.schema import Codebook
from beloften.detect.detector import Detector
from beloften.language.sentence import Sentence


@pytest.mark.parametrize("soft", ["", "\u00ad"])
def test_the_text_between_two_matches_is_all_that_stands_between_their_words(
    small_codebook: Codebook, soft: str
) -> None:
    text = f"Hulp dicht{soft}bij (en, ook\u2011zo) maat{soft}werk!"
    (reading,) = Detector(small_codebook).read([Sentence(text, 40, 0)])
    (near,), (good,) = reading.matches["dichtbij"], reading.matches["maatwerk"]
    assert reading.between(near, good) == " (en, ook\u2011zo) "
    evidence = reading.evidence(good)
    assert evidence.words == f"maat{soft}werk"
    assert (evidence.start, evidence.end) == (40 + text.index("maat"), 40 + len(text) - 1)
