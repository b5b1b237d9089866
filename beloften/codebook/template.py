"""A new rule file to start from, with what its writer must say left open."""

import re
from pathlib import Path

from beloften.codebook import json_schema
from beloften.codebook.fields import TO_FILL_IN
from beloften.codebook.load import HEAD, SHIPPED, load_codebook
from beloften.codebook.schema import ConceptKind, Effect, Nearness
from beloften.errors import UsageError

_OPEN = TO_FILL_IN
_ABOUT = f"""\
# yaml-language-server: $schema={json_schema.FILE}
# Every {_OPEN} is to be filled in; `beloften rules lint` names those that are left. A comment may go.
"""
_WORDS = f"""\
# Words that carry the code: op maat, maatwerk*, afgestemd op ..4 persoon, (vraag|behoefte*), <aan+sluiten>.
# In quotes when they begin with * or {{. With a condition: {{pattern: op maat, with: sociaal-domein}}.
patterns:
  - {_OPEN}
"""
_REST = f"""\
# Words that look like it and are not.
exclusions: []
# Sentences of your own that it must find, and that it must not: at least two of each.
examples:
  match:
    - {_OPEN}
    - {_OPEN}
  no-match:
    - {_OPEN}
    - {_OPEN}
"""
_OF_KIND = {
    ConceptKind.BELOFTE: f"""\
number: {_OPEN}
nearness: {_OPEN} # {", ".join(Nearness)}
# The value that it stands against; that rule must name this one.
opposite: {_OPEN}
""",
    ConceptKind.WAARDE: f"""\
# The logica that it belongs to.
part-of: {_OPEN}
""",
    ConceptKind.AANWIJZING: f"""\
effect: {_OPEN} # {", ".join(Effect)}
# How many words may stand between the cue and what it concerns, and what ends its reach.
words: 6
punctuation: ";:."
terminators: [maar]
""",
    ConceptKind.CONTEXT: """\
# Within how many sentences, before and behind, it must match.
window: 3
""",
}


def new_files(folder: Path, code: str, kind: ConceptKind | None) -> dict[Path, str]:
    """Return the files that a new rule needs, with their content, the rule itself first.

    Beside it stand the JSON Schema that its first line names and, where the folder has no rules yet, a
    `codebook.yaml` that adds them to the ones that ship.

    Args:
        folder: where own rules stand.
        code: of the concept.
        kind: of the concept; None for a file that adds to the concept of that code.

    Raises:
        UsageError: when the code is none, the file exists, there is nothing to add to, or the folder lies
            within other rules.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", code):
        raise UsageError(f"{code!r} is no code.", "Write small letters, digits and hyphens: eigen-regie.")
    path = folder / f"{code}.yaml"
    if path.exists():
        raise UsageError(f"{path} exists already.", "Edit it, or choose another code.")
    within = next((above for above in folder.resolve().parents if (above / HEAD).is_file()), None)
    if within and not (folder / HEAD).exists():
        problem = f"{folder} lies within the rules in {within}, and would be rules of its own."
        raise UsageError(problem, f"Give --rules {within}; the new file may be moved to any folder of these.")
    known = load_codebook().concept(code)
    if kind is None and known is None:
        kinds = ", ".join(ConceptKind)
        raise UsageError(f"No rule that ships has the code {code!r}.", f"Give --kind, one of {kinds}.")
    rule = _concept(code, kind, replaces=known is not None) if kind else _extension(code)
    files = {path: _ABOUT + rule, folder / json_schema.FILE: json_schema.json_schema()}
    if not (folder / HEAD).exists():
        files[folder / HEAD] = own_head(folder)
    return files


def own_head(folder: Path) -> str:
    """Return the `codebook.yaml` of a folder of own rules that stand beside the ones that ship."""
    return f"""\
# Own rules beside the ones that ship. Raise the version with each change: it is a change of the measurement.
name: {re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "eigen"}
version: 0.1.0
extends: {SHIPPED}
"""


def _concept(code: str, kind: ConceptKind, *, replaces: bool) -> str:
    note = "# It takes the place of the rule of this name that ships.\n" if replaces else ""
    return f"""\
{note}code: {code}
kind: {kind}
label: {{nl: {_OPEN}, en: {_OPEN}}}
# What a coder marks, in words.
definition: {_OPEN}
# Where the definition comes from. Leave out the pages when only the work can be cited.
source:
  - {{author: {_OPEN}, year: {_OPEN}, title: {_OPEN}, pages: {_OPEN}}}
{_OF_KIND.get(kind, "")}{_WORDS}{_REST}"""


def _extension(code: str) -> str:
    return f"""\
# What is added to the rule of this name that ships; all else of it stays as it is.
extends: {code}
{_WORDS}{_REST}"""
