"""A part of a run: what it would be if only some of its documents had been scanned."""

from collections.abc import Sequence
from dataclasses import replace

from beloften.corpus.only import chosen
from beloften.rundir.merge import count_anew
from beloften.rundir.only import names_of_row
from beloften.rundir.read import Run
from beloften.rundir.run_info import file_entries


def part_of(run: Run, only: Sequence[str]) -> Run:
    """Keep to some documents of a run, and count those anew; their citations stay as they are.

    Args:
        run: the whole.
        only: names of documents to keep to, as `corpus.only` knows them; the whole run when there are none.

    Raises:
        UsageError: no document bears one of the names.
    """
    if not only:
        return run
    documents = chosen(run.documenten, only, names_of_row)
    names = {row.document for row in documents}
    part = replace(
        run,
        info={
            **run.info,
            "options": {**run.info["options"], "only": ", ".join(sorted(only))},
            "files": file_entries(documents),
        },
        bevindingen=tuple(row for row in run.bevindingen if row.document in names),
        documenten=documents,
        zinnen=tuple(row for row in run.zinnen if row.document in names),
    )
    return replace(part, tellingen=count_anew([part]))
