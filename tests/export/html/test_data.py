import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beloften.export.html.codes import codes_of
from beloften.export.html.data import DEGREES, report_data, to_script
from beloften.export.material import Material
from beloften.report.marks import sentence_before
from beloften.safe_text import visible
from tests.export.building import hostile, sample

IN_FINDING = ("rule", "pattern", "words", "cue", "link")
IN_SENTENCE = ("citation", "page_label", "heading", "sentence", "before", "after")
TEXTS = IN_FINDING + IN_SENTENCE


def read_back(material: Material) -> list[dict[str, str]]:
    """The findings as the script of the page has them."""
    codes = codes_of(material.run.rules, "nl")
    data = json.loads(to_script(report_data(material.run, codes, {}, "nl")))
    texts = data["texts"]
    found = []
    for sentence, code, degree, _, _, _, rule, pattern, words, cue, link in data["findings"]:
        document, citation, page, heading, text, before, after = data["sentences"][sentence]
        told = (rule, pattern, words, cue, link, citation, page, heading, text, before, after)
        row = dict(zip(TEXTS, (texts[place] for place in told), strict=True))
        row["document"] = data["documents"][document][0]
        row["code"] = data["codes"][code]["name"]
        row["degree"] = DEGREES[degree]
        found.append(row)
    return found


def expected(material: Material) -> list[dict[str, str]]:
    return [
        {name: visible(getattr(row, name)) for name in (*TEXTS, "document", "code")}
        | {"degree": row.level or row.stance, "before": visible(sentence_before(row))}
        for row in material.run.bevindingen
    ]


def test_the_page_has_every_finding_of_the_run() -> None:
    assert read_back(sample()) == expected(sample())


def test_hostile_texts_come_through_as_they_are_shown() -> None:
    assert read_back(hostile()) == expected(hostile())


def test_counts_are_those_of_the_run() -> None:
    material = sample()
    data = report_data(material.run, codes_of(material.run.rules, "nl"), {}, "nl")
    groups = [group["label"] for group in data["groups"]]
    for row in material.run.tellingen:
        cell = data["counts"][row.code][row.measure][groups.index(row.group)]
        assert cell[:4] == [row.zinnen, row.rate, row.low, row.high]


def test_a_finding_of_a_code_that_the_rules_do_not_have_is_left_out() -> None:
    material = sample()
    odd = replace(material.run.bevindingen[0], code="onbekende-code")
    run = replace(material.run, bevindingen=(odd, *material.run.bevindingen[1:]))
    assert len(read_back(replace(material, run=run))) == len(run.bevindingen) - 1


@given(st.text())
def test_no_text_ends_the_element_that_holds_the_data(text: str) -> None:
    script = to_script([text])
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == [text]


def test_no_heading_runs_into_a_sentence() -> None:
    headed = [row for row in sample().run.bevindingen if row.before and row.heading.endswith(row.before)]
    assert headed
    shown = {(row["document"], row["sentence"]): row["before"] for row in read_back(sample())}
    assert {shown[row.document, visible(row.sentence)] for row in headed} == {""}
