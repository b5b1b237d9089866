"""What is known of documents and gemeenten, as variables and cases of a project."""

import json
import xml.etree.ElementTree as ET  # writes only
from collections.abc import Iterable, Mapping, Sequence

from beloften.codings.qdpx.guid import guid_of
from beloften.export.qdpx.xml import add, name_text
from beloften.rundir.rows import DocumentRow

_OF_DOCUMENTS = ("document", "gemeente", "gemeente_code", "jaar", "titel", "soort", "citation")
_INTEGERS = frozenset({"jaar"})

Values = Mapping[str, str]
"""Of a document or case: values by the name of the variable; none is empty."""


def values_of(row: DocumentRow) -> Values:
    """Return what is known of a document: the columns of that name, and what its manifest says besides."""
    own: dict[str, object] = json.loads(row.kenmerken) if row.kenmerken else {}
    columns = {name: getattr(row, name) for name in _OF_DOCUMENTS}
    return {
        name: str(value) for name, value in {**own, **columns}.items() if name and value not in ("", None)
    }


def add_variables(project: ET.Element, documents: Iterable[Values]) -> None:
    """Add the variables that any document has, the common ones first."""
    names = dict.fromkeys(_OF_DOCUMENTS) | dict.fromkeys(sorted({name for row in documents for name in row}))
    variables = add(project, "Variables")
    for name in names:
        kind = "Integer" if name in _INTEGERS else "Text"
        add(variables, "Variable", guid=_variable(name), name=name_text(name), typeOfVariable=kind)


def add_values(element: ET.Element, values: Values) -> None:
    """Add the values of a source or case."""
    for name, value in values.items():
        given = add(element, "VariableValue")
        add(given, "VariableRef", targetGUID=_variable(name))
        if name in _INTEGERS:
            add(given, "IntegerValue", value)
        else:
            add(given, "TextValue", name_text(value))


def add_cases(project: ET.Element, documents: Sequence[tuple[str, Values]]) -> None:
    """Add a case per gemeente, with its documents and what holds for all of them.

    Args:
        project: to which.
        documents: GUID and values of each; one without a gemeente belongs to no case.
    """
    gemeenten = sorted({values["gemeente"] for _, values in documents if "gemeente" in values})
    if not gemeenten:
        return
    cases = add(project, "Cases")
    for gemeente in gemeenten:
        own = [(guid, values) for guid, values in documents if values.get("gemeente") == gemeente]
        case = add(cases, "Case", guid=guid_of("case", gemeente), name=name_text(gemeente))
        add_values(case, _shared([values for _, values in own]))
        for guid, _ in own:
            add(case, "SourceRef", targetGUID=guid)


def _shared(documents: Sequence[Values]) -> Values:
    """What all have in common; the name of a document is its own, also where there is one only."""
    first, *others = documents
    return {
        name: value
        for name, value in first.items()
        if name != "document" and all(other.get(name) == value for other in others)
    }


def _variable(name: str) -> str:
    return guid_of("variable", name)
