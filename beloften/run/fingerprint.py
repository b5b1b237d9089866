"""What a finding is known by from one run to the next."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from beloften.language.fold import fold_text


def fingerprints(name: str, findings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the fingerprint of each finding of a document, as `result.PlacedFinding` describes it.

    Args:
        name: of the document.
        findings: the code of each and its sentence, in the order of the document.
    """
    seen: Counter[tuple[str, str]] = Counter()
    folded: dict[str, str] = {}
    for code, sentence in findings:
        text = folded.get(sentence)
        if text is None:
            text = folded[sentence] = fold_text(sentence)
        seen[code, text] += 1
        parts = "\0".join((name, code, text, str(seen[code, text])))
        yield hashlib.sha256(parts.encode(errors="surrogatepass")).hexdigest()[:16]
