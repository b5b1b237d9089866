"""The codebooks that tests of codings use."""

from dataclasses import replace

import pytest

from beloften.codebook.schema import Codebook, ConceptKind, Label
from beloften.codings.names import CodeNames
from tests.detect.conftest import small_codebook
from tests.tally.building import CODEBOOK, concept

__all__ = ["codebook", "names", "small_codebook"]

_LABELS = {
    "preventie": Label("Preventie op basis van signalen", "Prevention"),
    "markt": Label("Marktlogica", "Market logic"),
}


@pytest.fixture
def codebook() -> Codebook:
    """A codebook with codes of each kind and no patterns."""
    more = (
        concept("preventie", ConceptKind.BELOFTE, number=8),
        concept("markt", ConceptKind.LOGICA, number=3),
        concept("professionele-hulp", ConceptKind.ZELFREDZAAMHEID),
    )
    labelled = [
        replace(each, label=_LABELS.get(each.code, each.label)) for each in (*CODEBOOK.concepts, *more)
    ]
    return replace(CODEBOOK, concepts=tuple(labelled))


@pytest.fixture
def names(codebook: Codebook) -> CodeNames:
    return CodeNames(codebook)
