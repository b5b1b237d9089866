"""ODT files, put together from their XML as word processors write it."""

from beloften.extract.document import Document, Kind, Quality
from beloften.extract.read import read_document
from tests.extract.zips import shown, status_of, zipped

_SPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "text", "table", "manifest")
) + (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)
_STYLE = '<style:style style:name="{}" style:family="paragraph" style:parent-style-name="{}"/>'
_MIME = "application/vnd.oasis.opendocument.text"


def _odt(body: str, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    return zipped(
        {
            "mimetype": _MIME,
            "content.xml": (
                f"<office:document-content{_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": f"<office:document-styles{_SPACES}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest{_SPACES}>{manifest}</manifest:manifest>",
        }
    )


def _read(body: str, automatic: str = "", styles: str = "") -> Document:
    return read_document(_odt(body, automatic, styles), "nota.odt")


def test_headings_make_sections() -> None:
    document = _read(
        '<text:h text:outline-level="1">Wonen</text:h><text:h text:outline-level="2">Huur</text:h>'
        "<text:p>De gemeente wil <text:span>dat</text:span> alle inwoners mee kunnen doen.</text:p>"
    )
    assert (document.format, document.quality) == ("odt", Quality.OK)
    last = document.paragraphs[-1]
    assert (last.text, last.section, last.number) == (
        "De gemeente wil dat alle inwoners mee kunnen doen.",
        ("Wonen", "Huur"),
        3,
    )


def test_a_style_tells_what_a_paragraph_is_also_through_what_it_builds_on() -> None:
    automatic = _STYLE.format("P1", "Title") + _STYLE.format("P2", "Illustration") + _STYLE.format("P3", "P3")
    body = "".join(f'<text:p text:style-name="P{number}">Tekst.</text:p>' for number in (1, 2, 3))
    styles = _STYLE.format("Illustration", "Caption")
    assert [kind for kind, _ in shown(_read(body, automatic, styles))] == [
        Kind.HEADING,
        Kind.CAPTION,
        Kind.BODY,
    ]


def test_a_style_with_an_outline_level_is_a_heading() -> None:
    style = (
        '<style:style style:name="Eigen" style:family="paragraph" style:default-outline-level="2"'
        ' style:parent-style-name="Heading"/><style:style style:name="Heading" style:family="paragraph"/>'
    )
    body = (
        '<text:p text:style-name="Eigen">Huur</text:p><text:h text:outline-level="1">Wonen</text:h>'
        "<text:p>Slot.</text:p>"
    )
    document = _read(body, styles=style)
    assert [paragraph.kind for paragraph in document.paragraphs[:2]] == [Kind.HEADING, Kind.HEADING]
    assert document.paragraphs[-1].section == ("Wonen",)


def test_lists_tables_and_notes_are_told_apart() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Zie de Wmo.</text:p></text:note-body></text:note>"
    )
    cells = "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Doel", "Middel")
    )
    body = (
        f"<text:p>Zorg{note} nabij.</text:p>"
        "<text:list><text:list-item><text:p>Punt</text:p></text:list-item></text:list>"
        "<text:list><text:list-item><text:h>Kop</text:h></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    assert shown(_read(body)) == [
        (Kind.BODY, "Zorg nabij."),
        (Kind.FOOTNOTE, "Zie de Wmo."),
        (Kind.LIST_ITEM, "Punt"),
        (Kind.HEADING, "Kop"),
        (Kind.TABLE, "Doel | Middel"),
    ]


def test_a_text_box_follows_its_paragraph_without_what_screen_readers_say() -> None:
    box = "<draw:text-box><text:p>Kader.</text:p></draw:text-box>"
    frame = f"<draw:frame><svg:title>alt</svg:title>{box}</draw:frame>"
    assert shown(_read(f"<text:p>Voor{frame} en na.</text:p>")) == [
        (Kind.BODY, "Voor en na."),
        (Kind.BODY, "Kader."),
    ]


def test_deleted_text_comments_and_hidden_sections_are_no_text() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>De <text:change-start/>nieuwe<text:change-end/><office:annotation><text:p>pardon?</text:p>"
        "</office:annotation><text:s/>nota<text:line-break/>nu</text:p>"
        '<text:section text:display="none"><text:p>verborgen</text:p></text:section>'
    )
    assert shown(_read(body)) == [(Kind.STRUCK, "weg"), (Kind.BODY, "De nieuwe nota nu")]


def test_struck_text_is_kept_aside() -> None:
    through = '<style:text-properties style:text-line-through-style="solid"/>'
    plain = '<style:text-properties style:text-line-through-style="none"/>'
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'
        for name, family, properties in (
            ("T1", "text", through),
            ("T2", "text", plain),
            ("P1", "paragraph", through),
        )
    )
    body = (
        '<text:p>De <text:span text:style-name="T1">oude <text:span>en</text:span> </text:span>'
        '<text:span text:style-name="T2">nieuwe</text:span> nota</text:p>'
        '<text:p text:style-name="P1">Weg.</text:p>'
    )
    assert shown(_read(body, styles)) == [
        (Kind.BODY, "De nieuwe nota"),
        (Kind.STRUCK, "oude en"),
        (Kind.STRUCK, "Weg."),
    ]


def test_hidden_words_are_no_text() -> None:
    hidden = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
    body = '<text:p>De <text:span text:style-name="T1">geheime </text:span>nota</text:p>'
    assert shown(_read(body, f"{hidden}</style:style>")) == [(Kind.BODY, "De nota")]


def test_contents_headers_and_footers_are_kept_aside() -> None:
    contents = "<text:table-of-content><text:p>Wonen 3</text:p></text:table-of-content>"
    footer = (
        "<style:master-page><style:footer><text:p>Gemeente Proef</text:p></style:footer></style:master-page>"
    )
    document = _read(f"{contents}<text:p>Tekst.</text:p>", styles=footer)
    assert shown(document) == [
        (Kind.RUNNING, "Wonen 3"),
        (Kind.BODY, "Tekst."),
        (Kind.RUNNING, "Gemeente Proef"),
    ]


def test_an_encrypted_document_says_so() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert status_of(_odt("", manifest=manifest), "nota.odt") == "encrypted"


def test_a_spreadsheet_is_unsupported_and_a_package_without_content_is_damaged() -> None:
    assert (
        status_of(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a.ods")
        == "unsupported"
    )
    assert status_of(zipped({"mimetype": _MIME}), "nota.odt") == "damaged"


def test_entities_are_refused() -> None:
    data = zipped({"mimetype": _MIME, "content.xml": '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'})
    assert status_of(data, "nota.odt") == "damaged"
