import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from PIL import Image

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from tests.export.html.building import illustrated


def of_one_document(material: Material) -> Material:
    run = material.run
    document = run.documenten[0].document
    findings = tuple(row for row in run.bevindingen if row.document == document)
    return replace(material, run=replace(run, documenten=run.documenten[:1], bevindingen=findings))


def test_every_quotation_with_a_place_on_a_page_has_its_picture(tmp_path: Path) -> None:
    material = of_one_document(illustrated())
    folder = tmp_path / "rapport"
    assert export_run(material, ExportFormat.HTML_FOLDER, folder) == ()
    text = (folder / "report.html").read_text("utf-8")
    pictures, data = (
        json.loads(re.findall(rf'id="{name}">(.*?)</script>', text)[0]) for name in ("pictures", "data")
    )
    assert all(finding[3] >= 0 for finding in data["findings"])
    files = sorted(path.relative_to(folder).as_posix() for path in (folder / "pictures").iterdir())
    assert [name for name, _, _ in pictures] == files
    name, width, height = pictures[0]
    with Image.open(folder / name) as image:
        assert image.size == (width, height)
    assert "img-src 'self' file:;" in unescape(text)
