"""The outcome of a scan as a JUnit file, which most CI services can show."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from beloften.drift.basis import Cause
from beloften.drift.conditions import Condition, Met
from beloften.drift.drift import Drift
from beloften.run.result import READ
from beloften.rundir.rows import DocumentRow
from beloften.safe_text import visible


def junit_xml(
    documents: Iterable[DocumentRow], drift: Drift | None, conditions: Sequence[Condition], met: Sequence[Met]
) -> str:
    """Return the XML: a test per document, per cause of drift and per condition.

    A document that was not read fails, as does a cause that moved a number by more than it may, and a
    condition that is met. No time is told, so that the same outcome gives the same bytes.

    Args:
        documents: of the run.
        drift: what moved since the baseline; None without baseline.
        conditions: those that were asked for.
        met: those that hold.
    """
    suites = Element("testsuites", name="beloften")
    suite = _Suite(suites, "documents")
    for row in documents:
        suite.test(row.document, "" if row.status in READ else f"{row.status}: {row.remark}")
    if drift:
        suite = _Suite(suites, "baseline")
        moved = {cause.cause: cause for cause in drift.causes} if drift.fails else {}
        for cause in Cause:
            reasons = moved[cause].reasons if cause in moved else ()
            suite.test(cause, "\n".join(reason.text for reason in reasons))
    if conditions:
        suite = _Suite(suites, "conditions")
        for condition in conditions:
            suite.test(condition.text, "\n".join(str(one) for one in met if one.condition == condition))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


class _Suite:
    """A testsuite that counts its tests and failures."""

    def __init__(self, suites: Element, name: str) -> None:
        self.element = SubElement(suites, "testsuite", name=name, tests="0", failures="0")
        self.name = name

    def test(self, name: str, failure: str) -> None:
        case = SubElement(self.element, "testcase", classname=f"beloften.{self.name}", name=visible(name))
        self.add("tests")
        if failure:
            self.add("failures")
            lines = [visible(line) for line in failure.splitlines()]
            SubElement(case, "failure", message=lines[0]).text = "\n".join(lines)

    def add(self, what: str) -> None:
        self.element.set(what, str(int(self.element.get(what, "0")) + 1))
