"""Where the rules are that come with the package."""

from functools import cache
from pathlib import Path


@cache
def shipped_rules() -> Path:
    """Return the folder of the rules that come with the package, from a wheel or from a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
