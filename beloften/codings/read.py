"""Reading codings, whatever form they are in."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from beloften.codebook.schema import Codebook
from beloften.codings.coders import Codings, joined
from beloften.codings.documents import Documents
from beloften.codings.jsonl import read_codings
from beloften.codings.names import CodeNames
from beloften.codings.qdpx.read import read_qdpx
from beloften.codings.sample.key import read_key
from beloften.codings.tables import read_table
from beloften.errors import CorpusError


def read_coders(
    paths: Sequence[Path], codebook: Codebook, documents: Sequence[Path] = (), key: Path | None = None
) -> Codings:
    """Read the codings in files of any form that is known by its suffix.

    Args:
        paths: JSONL, CSV, XLSX or QDPX files. One of JSONL, and of a table without the column coder, is that
            of a coder who is called as the file is.
        codebook: what codes are called.
        documents: files and folders of the documents that were coded.
        key: of the sample that was coded; None to look for one beside each file.

    Raises:
        CorpusError: a file cannot be read.
        UsageError: what it takes to read one is missing.
    """
    names = CodeNames(codebook)
    found = Documents(documents) if documents else None
    sample = read_key(key) if key else None
    codings = []
    for path in paths:
        match path.suffix.lower():
            case ".qdpx":
                codings.append(read_qdpx(path, names, found, sample))
            case ".csv" | ".tsv" | ".xlsx":
                codings.append(read_table(path, names, found, sample))
            case ".jsonl" | ".json":
                codings.append(Codings({path.stem: read_codings(path)}))
            case suffix:
                problem = (
                    f"{path}: codings are not read from files of the kind {suffix or 'without a suffix'}."
                )
                raise CorpusError(problem, "Give JSONL, CSV, XLSX or QDPX.")
    together = joined(codings)
    for coder, sentences in together.coders.items():
        twice = [name for name, times in Counter(each.id for each in sentences).items() if times > 1]
        if twice:
            problem = f"{coder} coded the sentence {twice[0]!r} twice."
            raise CorpusError(
                problem, "Give the file of each coder a name of its own, and each sentence one id."
            )
    return together
