"""The outcome as JUnit XML: what fails there is what ends the command with another code."""

from xml.etree import ElementTree as ET

from beloften.drift.conditions import conditions_met, read_condition
from beloften.drift.drift import find_drift
from beloften.report.drift.junit import junit_xml
from beloften.run.result import unread
from beloften.rundir.rows import document_rows
from tests.drift.building import A, B, nota, run, with_patterns
from tests.tally.building import CODEBOOK, source

LESS = nota("a.pdf", "Aa", ("nabijheid", 1), ("noodzaak", 3))
RULES = with_patterns("nabijheid", ["<om de hoek>"])


def failures(xml: str) -> dict[str, dict[str, str]]:
    root = ET.fromstring(xml)  # noqa: S314 - it was made here
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    return {
        suite.get("name", ""): {
            case.get("name", ""): failure.text or ""
            for case in suite
            if (failure := case.find("failure")) is not None
        }
        for suite in root
    }


def test_a_document_that_was_not_read_fails_with_the_reason() -> None:
    scan = unread(source("scan\x1b.pdf"), "scanned", "The pages are pictures.")
    xml = junit_xml(document_rows([A, scan]), None, [], [])
    assert failures(xml) == {"documents": {"scan<U+001B>.pdf": "scanned: The pages are pictures."}}


def test_the_cause_of_drift_fails_and_the_other_causes_do_not() -> None:
    drift = find_drift(run(A, B), run(LESS, B, codebook=RULES))
    xml = junit_xml(document_rows([LESS, B]), drift, [], [])
    assert failures(xml)["baseline"] == {"rules": "nabijheid.yaml: + patterns: <om de hoek>"}
    assert ET.fromstring(xml)[1].get("tests") == "5"  # noqa: S314 - it was made here


def test_without_drift_no_cause_fails() -> None:
    assert failures(junit_xml(document_rows([A]), find_drift(run(A), run(A)), [], []))["baseline"] == {}


def test_a_condition_that_is_met_fails() -> None:
    conditions = [read_condition(text, CODEBOOK) for text in ("maatwerk.rate < 2", "woorden < 2")]
    met = list(conditions_met(conditions, run(A)))
    found = failures(junit_xml(document_rows([A]), None, conditions, met))["conditions"]
    assert found == {"maatwerk.rate < 2": "the condition 'maatwerk.rate < 2' is met: maatwerk.rate is 0."}
