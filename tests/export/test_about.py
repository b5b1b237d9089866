from dataclasses import replace

import pytest

from beloften.export.about import about, rules_of
from beloften.export.material import Lang
from tests.export.building import sample


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_says_what_the_run_was_made_with_and_what_its_numbers_mean(lang: Lang) -> None:
    material = replace(sample(), lang=lang)
    told = dict(about(material))
    info = material.run.info
    assert f"beloften {info['beloften']}" in told.values()
    assert any(info["codebook"]["sha256"][:12] in text for text in told.values())
    assert "10.000" in told["rate"].replace(",", ".")
    assert {"zinnen (n)", "low, high", "genoemd", "belofte", "expliciet"} <= told.keys()


def test_options_are_named_where_they_were_given() -> None:
    material = sample()
    assert "Opties" not in dict(about(material))
    material.run.info["options"]["ocr"] = True
    assert dict(about(material))["Opties"] == "ocr True"


def test_a_codebook_on_top_of_another_names_both() -> None:
    below = {"name": "beloften", "version": "0.3.0", "sha256": "a" * 64, "extends": None}
    material = replace(sample(), lang="en")
    own = {"name": "eigen", "version": "1.0.0", "sha256": "b" * 64, "extends": below}
    material.run.info["codebook"] = own
    assert rules_of(material) == f"eigen 1.0.0 ({'b' * 12}), on top of beloften 0.3.0 ({'a' * 12})"
