"""How the folder of an earlier run is known, so that its tables are not taken for documents."""

import json
from pathlib import Path

RUN_FILE = "run.json"
"""The file of a run that says what the run rests on."""

RULES_FILE = "regels.json"
"""The file of a run that says what the rules were."""

FORMAT = "beloften-run"
"""What that file calls itself."""

FORMAT_VERSION = 2
"""Raised when the files of a run change in a way that their readers must know of."""


def is_run(folder: Path) -> bool:
    """Tell whether a folder holds a run of this program."""
    try:
        content = json.loads((folder / RUN_FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT
