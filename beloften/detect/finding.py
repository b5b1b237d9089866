"""What was found in a sentence, with everything that made it."""

from typing import NamedTuple

from beloften.codebook.schema import Level, Place, Stance


class Evidence(NamedTuple):
    """Words in a sentence and the pattern that matched them.

    Attributes:
        rule: code of the rule.
        pattern: the pattern as it is written in the rule file.
        words: the words as they stand in the text.
        start: offset of the first character in the text of the paragraph.
        end: offset behind the last character.
    """

    rule: str
    pattern: str
    words: str
    start: int
    end: int


class Finding(NamedTuple):
    """One code in one sentence: the unit that is counted.

    Attributes:
        code: of the belofte, value, logica, …; one finding per code and sentence.
        level: for a belofte, the highest level reached; else None.
        stance: for a value of distance or a logica; else None.
        matches: the words that carry the code, longest match per place, in the order of the text.
        cue: for a belofte that is tied, the nearness cue that it is tied to, which may stand in the sentence
            before; else None.
        link: for one that is explicit, the causal or enabling words; for a stance, the words that show it.
        sentence: index of the sentence in the sequence that was given to the detector.
    """

    code: str
    level: Level | None
    stance: Stance | None
    matches: tuple[Evidence, ...]
    cue: Evidence | None
    link: Evidence | None
    sentence: int


class PatternKey(NamedTuple):
    """Which pattern: the code of its rule, the key under which it stands there, and its place in the file."""

    code: str
    part: str
    place: Place
