"""From single codings of a sentence to all its codes."""

from collections.abc import Iterable
from dataclasses import replace

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.codings.names import CodeNames, Coding
from beloften.codings.sentence import CodedSentence

_LEVELS = tuple(Level)
_STANCES = tuple(Stance)


def marked(sentence: CodedSentence, codings: Iterable[Coding], names: CodeNames) -> CodedSentence:
    """Return a sentence with what was coded in it, and nothing else.

    Of several levels of a belofte the highest counts; without any it is `genoemd`. Of several stances
    `afgezet` goes before `onderschreven` and that before `neutraal`; without any it is `neutraal`.
    """
    degrees: dict[ConceptKind, dict[str, set[Level | Stance]]] = {kind: {} for kind in ConceptKind}
    for coding in together(codings, names):
        own = degrees[names.kind(coding.code)].setdefault(coding.code, set())
        own.update([coding.degree] if coding.degree else [])
    beloften, logicas, waarden = (
        degrees.pop(kind) for kind in (ConceptKind.BELOFTE, ConceptKind.LOGICA, ConceptKind.WAARDE)
    )
    nabijheid, meanings = degrees.pop(ConceptKind.NABIJHEID), degrees.pop(ConceptKind.ZELFREDZAAMHEID)
    return replace(
        sentence,
        nabijheid=bool(nabijheid),
        beloften={code: _level(own) for code, own in sorted(beloften.items())},
        logicas={code: _stance(own) for code, own in sorted(logicas.items())},
        waarden={code: _stance(own) for code, own in sorted(waarden.items())},
        zelfredzaamheid=frozenset(meanings),
        overige=frozenset(code for own in degrees.values() for code in own),
    )


def together(codings: Iterable[Coding], names: CodeNames) -> list[Coding]:
    """Join levels and stances that stand by themselves to the codes that were given to the same words."""
    own = list(dict.fromkeys(codings))
    loose = [coding.degree for coding in own if not coding.code and coding.degree]
    joined = []
    for coding in own:
        fitting = [degree for degree in loose if coding.code and names.fits(coding.code, degree)]
        if coding.degree or not fitting:
            joined.append(coding)
        else:
            joined.extend(Coding(coding.code, degree) for degree in fitting)
    return [coding for coding in joined if coding.code]


def _level(degrees: set[Level | Stance]) -> Level:
    levels = [degree for degree in degrees if isinstance(degree, Level)]
    return max(levels, key=_LEVELS.index, default=Level.GENOEMD)


def _stance(degrees: set[Level | Stance]) -> Stance:
    stances = [degree for degree in degrees if isinstance(degree, Stance)]
    return min(stances, key=_STANCES.index, default=Stance.NEUTRAAL)
