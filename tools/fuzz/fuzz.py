"""Feed a reader of this package with damaged files until something other than its own error comes out.

    python -m pip install atheris
    python tools/fuzz/fuzz.py TARGET [CORPUS] [libFuzzer options]

TARGET is one of the names below. CORPUS is a folder in which inputs that reach new code are kept; without it
they are forgotten. Useful options: `-max_total_time=300`, `-timeout=10`, `-rss_limit_mb=1500`; and a file, to
see again what it did. A find stands in `crash-*`, `timeout-*` or `oom-*` in the folder of work: mend it, and
write the smallest input that shows it as a test.

Only what is ours is watched: PDFium and expat have fuzzers of their own.
"""

import contextlib
import importlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402 - who fuzzes installs it

with atheris.instrument_imports(include=["beloften"], enable_loader_override=False):
    from beloften.codebook.load import load_codebook
    from beloften.codebook.patterns import PatternError, sequences
    from beloften.codings.read import read_coders
    from beloften.codings.review.judgements import read_judgements
    from beloften.codings.sample.key import read_key
    from beloften.corpus.manifest import read_manifest
    from beloften.detect.matcher import PatternMatcher
    from beloften.drift.expression import evaluate, parse
    from beloften.errors import BeloftenError
    from beloften.extract.read import read_document
    from beloften.language.fold import fold, fold_text
    from beloften.language.units import sentences_of
    from beloften.language.words import find_words
    from beloften.rundir.read import read_run

    for module in (
        "ocr",
        "pdf",
        "pdfium.sheets",
        "unpaged.docx",
        "unpaged.html",
        "unpaged.markdown",
        "unpaged.odt",
        "unpaged.plain",
    ):  # else loaded when needed
        importlib.import_module(f"beloften.extract.{module}")

from tools.fuzz.seeds import seeds  # noqa: E402 - of this repository

SCRATCH = Path(tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108 - memory, when there is


def written(name: str, data: bytes) -> Path:
    """Write an input to a file of its own name."""
    path = SCRATCH / name
    path.write_bytes(data)
    return path


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts; a zip that is broken itself seldom gets far."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def rules(data: bytes) -> None:
    """A folder of rules with one file."""
    folder = SCRATCH / "rules"
    folder.mkdir(exist_ok=True)
    (folder / "codebook.yaml").write_bytes(b"name: proef\nversion: 1.0.0\nwords:\n  inwoner: [burger*]\n")
    (folder / "proef.yaml").write_bytes(data)
    load_codebook(folder)


def head(data: bytes) -> None:
    """The head of a folder of rules."""
    folder = SCRATCH / "head"
    folder.mkdir(exist_ok=True)
    (folder / "codebook.yaml").write_bytes(data)
    load_codebook(folder)


def pattern(data: bytes) -> None:
    """A pattern, and a sentence behind it in which it is sought."""
    text, _, sentence = data.decode("utf-8", "replace").partition("\n")
    try:
        found = sequences(text, {"inwoner": ("burger*", "eigen bewoners")})
    except PatternError:
        return
    PatternMatcher([("proef", found)]).over([find_words(fold_text(sentence))])


def expression(data: bytes) -> None:
    """A condition of --fail-on."""
    with contextlib.suppress(ZeroDivisionError):
        evaluate(parse(data.decode("utf-8", "replace")), lambda _: 1.5)


def folding(data: bytes) -> None:
    """A text that is folded: both ways agree, and lead back."""
    text = data.decode("utf-8", "surrogatepass")
    folded = fold(text)
    assert folded.text == fold_text(text)  # noqa: S101 - the property
    back = [folded.original(offset) for offset in range(len(folded.text) + 1)]
    assert back == sorted(back)  # noqa: S101 - the property
    assert all(0 <= offset <= len(text) for offset in back)  # noqa: S101 - the property


def coded(suffix: str) -> Callable[[bytes], None]:
    """A file of codings."""

    def target(data: bytes) -> None:
        read_coders([written(f"codering{suffix}", data)], load())

    return target


load = cache(load_codebook)


def project(data: bytes) -> None:
    """The XML of a QDPX project, and the text of its source behind a zero byte."""
    xml, _, text = data.partition(b"\0")
    parts = {"project.qde": xml, "sources/abc.txt": text}
    read_coders([written("project.qdpx", zipped(parts))], load())


def manifest(name: str) -> Callable[[bytes], None]:
    """A manifest."""
    return lambda data: void(read_manifest(written(name, data), name))


def workbook(data: bytes) -> None:
    """The sheet of a workbook."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": data,
    }
    read_manifest(written("corpus.xlsx", zipped(parts)), "corpus.xlsx")


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_WORKBOOK}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_WORKBOOK}.worksheet+xml"/>
</Types>""".encode()
BOOK = f"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}">
<sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>""".encode()


def relation(kind: str, target: str) -> bytes:
    """The part that says where another part is."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def run_file(name: str) -> Callable[[bytes], None]:
    """A file of a run that somebody else made."""

    def target(data: bytes) -> None:
        folder = SCRATCH / "run"
        if not folder.exists():
            folder.mkdir()
            for path in (ROOT / "corpora/voorbeeld/baseline").iterdir():
                (folder / path.name).write_bytes(path.read_bytes())
        (folder / name).write_bytes(data)
        read_run(folder)

    return target


def document(suffix: str, part: str = "") -> Callable[[bytes], None]:
    """A document, or one part of a zipped one."""

    def target(data: bytes) -> None:
        if part:
            data = zipped({**PARTS[suffix], part: data})
        found = read_document(data, f"nota{suffix}")
        sentences_of(found.text_paragraphs)

    return target


PARTS: Mapping[str, Mapping[str, bytes]] = {
    ".docx": {"_rels/.rels": relation("officeDocument", "document.xml"), "document.xml": b""},
    ".odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""},
}


def void(_: object) -> None:
    """Do nothing: the target only reads."""


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "rules": rules,
    "head": head,
    "pattern": pattern,
    "expression": expression,
    "fold": folding,
    "manifest-yaml": manifest("corpus.yaml"),
    "manifest-csv": manifest("corpus.csv"),
    "workbook": workbook,
    "codings-jsonl": coded(".jsonl"),
    "codings-csv": coded(".csv"),
    "qdpx": project,
    "key": lambda data: void(read_key(written("proef.sleutel.json", data))),
    "judgements": lambda data: void(read_judgements(written("beoordelingen.csv", data))),
    "run-findings": run_file("bevindingen.csv"),
    "run-info": run_file("run.json"),
    "run-rules": run_file("regels.json"),
    "pdf": document(".pdf"),
    "docx": document(".docx", "document.xml"),
    "odt": document(".odt", "content.xml"),
    "zip": document(".docx"),
    "html": document(".html"),
    "txt": document(".txt"),
    "md": document(".md"),
}


def main() -> None:
    """Run one target."""
    if not TARGETS.keys() & set(sys.argv[1:2]):
        sys.exit(f"usage: fuzz.py TARGET [CORPUS] [options]; targets: {', '.join(TARGETS)}")
    name = sys.argv.pop(1)
    target = TARGETS[name]

    def one_input(data: bytes) -> None:
        try:
            target(data)
        except BeloftenError as error:
            if not error.problem:
                raise AssertionError("an error says what is wrong") from error
        except UnicodeDecodeError:
            if name != "fold":
                raise

    folder = SCRATCH / "seeds"
    folder.mkdir()
    for number, data in enumerate(seeds(name, ROOT)):
        (folder / f"{number:03}").write_bytes(data)
    if not any(Path(argument).is_file() for argument in sys.argv[1:]):
        sys.argv.append(str(folder))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
