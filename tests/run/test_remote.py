"""Documents behind URLs in a scan: read by the workers, and only those that the user names."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from beloften.codebook.schema import Codebook
from beloften.corpus.location import locate
from beloften.run.scan import scan
from tests.serving import served

NOTA = "<p>Wij bieden hulp op maat, dicht bij huis.</p>"


def test_a_document_gives_the_same_from_a_url_as_from_a_folder(
    codebook_of: Callable[..., Codebook], tmp_path: Path
) -> None:
    codebook = codebook_of(maatwerk="kind: belofte\npatterns: [op maat]")
    path = tmp_path / "nota.html"
    path.write_text(NOTA)
    with served({"/raad/nota.html": NOTA.encode()}) as server:
        urls = [locate(f"{server.address}/raad/{name}") for name in ("nota.html", "weg.html")]
        there = scan(urls, codebook, jobs=2)
        assert sorted(server.asked) == ["GET /raad/nota.html", "GET /raad/weg.html"]
    (here,) = scan([path], codebook).results
    found, gone = there.results
    assert (found.sha256, tuple(found.findings)) == (here.sha256, tuple(here.findings))
    assert len(found.findings) == 1
    assert (gone.status, there.exit_code) == ("missing", 4)


def test_neither_a_manifest_nor_a_document_causes_a_request(
    codebook_of: Callable[..., Codebook], tmp_path: Path
) -> None:
    with served({"/buiten.html": NOTA.encode()}) as server:
        url = f"{server.address}/buiten.html"
        (tmp_path / "corpus.yaml").write_text(
            f"documenten: [{{bestand: '{url}'}}, {{bestand: nota.html}}, {{bestand: nota.md}},"
            " {bestand: nota.odt}]"
        )
        head = f'<base href="{url}"><meta http-equiv="refresh" content="0;url={url}">'
        body = f'<img src="{url}"><iframe src="{url}"></iframe><script src="{url}"></script>'
        (tmp_path / "nota.html").write_text(f'{head}<link rel="stylesheet" href="{url}">{NOTA}{body}')
        (tmp_path / "nota.md").write_text(f"Hulp op maat. ![beeld]({url}) <img src='{url}'>")
        with zipfile.ZipFile(tmp_path / "nota.odt", "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            entity = f'<!DOCTYPE x SYSTEM "{url}" [<!ENTITY buiten SYSTEM "{url}">]>'
            package.writestr("content.xml", f"<?xml version='1.0'?>{entity}<x>&buiten;</x>")
        results = scan([tmp_path], codebook_of(maatwerk="kind: belofte\npatterns: [op maat]")).results
        assert server.asked == []
    statuses = {result.source.name: result.status for result in results}
    assert statuses["nota.html"] == statuses["nota.md"] == "ok"
    assert [result.status for result in results if "buiten" in result.source.name] == ["missing"]
