"""The codebook of a run as a QDC file."""

import xml.etree.ElementTree as ET  # writes only
from pathlib import Path

from beloften.export.about import rules_of
from beloften.export.material import Material
from beloften.export.qdpx.codes import add_codebook, code_tree
from beloften.export.qdpx.xml import as_bytes, carried

_NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write(material: Material, path: Path) -> None:
    """Write the codes, with the GUIDs that they have in a project."""
    origin = carried(f"beloften {material.run.info['beloften']}, {rules_of(material)}")
    codebook = ET.Element("CodeBook", xmlns=_NAMESPACE, origin=origin)
    add_codebook(codebook, code_tree(material.run.rules, material.lang))
    path.write_bytes(as_bytes(codebook))
