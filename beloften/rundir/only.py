"""What `--only` can name a document of a run by."""

from beloften.corpus.only import names_of
from beloften.rundir.rows import DocumentRow
from beloften.tally.nota import Nota


def names_of_row(row: DocumentRow) -> frozenset[str]:
    """Return all names of a document of a run."""
    return names_of(row.gemeente, row.citation, row.document, row.jaar)


def names_of_nota(nota: Nota) -> frozenset[str]:
    """Return all names of a document that is compared or drawn."""
    return names_of(nota.gemeente, nota.citation, nota.name, nota.jaar)
