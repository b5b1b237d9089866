"""The report as a folder: the page, and beside it a picture of every quotation that has a place on a page."""

from pathlib import Path

from beloften.export.html.page import PictureFile, page
from beloften.export.html.pictures import drawn, remarks, wanted_pictures
from beloften.export.material import Material

PAGE = "report.html"
PICTURES = "pictures"


def write(material: Material, folder: Path) -> tuple[str, ...]:
    """Write the page and the pictures into an empty folder.

    Returns:
        A remark when documents are not at hand.
    """
    (folder / PICTURES).mkdir()
    pictures: list[PictureFile] = []
    of_finding: dict[int, int] = {}
    for wanted, picture in drawn(material, wanted_pictures(material, None)):
        of_finding.update(dict.fromkeys(wanted.findings, len(pictures)))
        name = f"{PICTURES}/{len(pictures) + 1:05}.{picture.kind}"
        (folder / name).write_bytes(picture.data)
        pictures.append((name, picture.width, picture.height))
    # opened from a disk, page and pictures have the scheme "file", which browsers need not call 'self'
    (folder / PAGE).write_bytes(page(material, pictures, of_finding, images="'self' file:"))
    return remarks(material)
