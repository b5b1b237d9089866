"""A codebook small enough to know by heart."""

from collections.abc import Callable

import pytest

from beloften.codebook.schema import Codebook

RULES = {
    "maatwerk": """kind: belofte
patterns: [maatwerk*, hulp op maat, op maat]
exclusions: [maatwerkvoorziening*]
""",
    "efficientie": "kind: belofte\npatterns: [{pattern: korte lijnen, level: belofte}]",
    "dichtbij": "kind: nabijheid\npatterns: [dichtbij, in de wijk]",
    "rechtsgelijkheid": "kind: waarde\npart-of: bureaucratisch\npatterns: [gelijke behandeling]",
    "bureaucratisch": """kind: logica
patterns:
  - regels
  - {pattern: regeldruk, stance: afgezet}
  - {pattern: loket, leaning: onderschreven}
  - {pattern: formulieren, with: zorg}
""",
    "autarkie": "kind: zelfredzaamheid\npatterns: [eigen kracht]",
    "zorg": "kind: context\npatterns: ['*zorg*']",
    "wetten": "kind: uitsluiting\npatterns: [Wet regels op maat]",
    "geen": "kind: aanwijzing\neffect: ontkenning\nwords: 1\npatterns: [geen]",
    "minder": """kind: aanwijzing
effect: afgezet
words: 4
punctuation: ";"
terminators: [maar]
patterns: [minder]
""",
    "afschaffen": "kind: aanwijzing\neffect: afgezet\npatterns: [<af+schaffen>]",
    "waarborg": """kind: aanwijzing
effect: onderschreven
patterns: [<waarborgen>, staat voorop voor]
after: [staat voorop]
""",
    "daardoor": "kind: aanwijzing\neffect: verband\npatterns: [daardoor, hierdoor]",
    "hierdoor": "kind: aanwijzing\neffect: voortzetting\nwords: 2\npatterns: [hierdoor, zo]",
}


@pytest.fixture
def small_codebook(codebook_of: Callable[..., Codebook]) -> Codebook:
    """One concept of each kind, and one cue of each effect."""
    return codebook_of(**RULES)
