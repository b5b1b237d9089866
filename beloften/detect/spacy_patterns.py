"""Raw spaCy token patterns, for the rare rule that the pattern language cannot express.

They are matched on the folded words of a sentence by the `Matcher` of spaCy, without a prefilter. spaCy
takes a second to load, so this module is imported only when a codebook has such a pattern.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Generic

from spacy.lang.nl import Dutch
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from beloften.detect.matcher import Key, Span


class SpacyPatterns(Generic[Key]):
    """Finds all spans of spaCy token patterns."""

    def __init__(self, patterns: Iterable[tuple[Key, tuple[dict[str, Any], ...]]]) -> None:
        """Compile patterns, each given with its key; a codebook that was loaded has none that is at fault."""
        self._vocab = create_vocab("nl", Dutch.Defaults)
        self._matcher = Matcher(self._vocab)
        self._keys: dict[int, Key] = {}
        for number, (key, tokens) in enumerate(patterns):
            self._matcher.add(str(number), [list(tokens)])
            self._keys[self._vocab.strings[str(number)]] = key

    def match(self, sentences: Iterable[list[str]]) -> Iterator[list[Span[Key]]]:
        """Yield for each sentence, given as folded words, all matches of all patterns, sorted by place."""
        for words in sentences:
            found = self._matcher(Doc(self._vocab, words=words))
            spans = [Span(self._keys[number], start, end) for number, start, end in found]
            yield sorted(spans, key=lambda span: (span.start, span.end))
