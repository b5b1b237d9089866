"""Words and lines of the report, in Dutch and in English; they are in `parts/words.json`."""

import json
from functools import cache
from importlib.resources import files

from beloften.report.wording import word


def say(key: str, lang: str) -> str:
    """Return a word or line in a language, "nl" or "en"; what the report has no word for, the tables have."""
    for words in _words().values():
        if key in words:
            return words[key][lang]
    return word(key, lang)


def script_words(lang: str) -> dict[str, str]:
    """Return what the script of the report shows, by key."""
    return {key: words[lang] for key, words in _words()["script"].items()}


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    content: dict[str, dict[str, dict[str, str]]] = json.loads(
        (files("beloften.export.html") / "parts" / "words.json").read_text("utf-8")
    )
    return content
