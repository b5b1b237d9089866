"""What rules ask of the text around their words: that something is there (`with`), or is not (`unless`)."""

from collections.abc import Collection, Container, Iterable
from graphlib import TopologicalSorter

from beloften.codebook.schema import Codebook, Concept, ConceptKind


class Conditions:
    """The conditions of a codebook, with the names in them resolved, and an order to judge its rules in.

    Attributes:
        windows: per context rule, within how many sentences it must match.
    """

    def __init__(self, codebook: Codebook) -> None:
        """Resolve what each rule asks for.

        Raises:
            CycleError: when two rules wait for each other; in a codebook that was loaded none do.
        """
        waits = {concept.code: codebook.waits_for(concept) for concept in codebook.concepts}
        order = TopologicalSorter(waits).static_order()
        self._rank = {code: rank if waits[code] else 0 for rank, code in enumerate(order)}
        asked = frozenset[str]().union(*(concept.conditions for concept in codebook.concepts))
        self._codes_of = {name: codebook.codes_of(name) for name in asked}
        self.windows = {context.code: context.window for context in codebook.of_kind(ConceptKind.CONTEXT)}

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """Return codes in an order in which none stands before one that it waits for."""
        return sorted(codes, key=self._rank.__getitem__)

    def hold(self, concept: Concept, context: Container[str], matched: Collection[str]) -> bool:
        """Whether a rule counts in a sentence, whatever its single patterns ask.

        Args:
            concept: the rule.
            context: context rules that match within their window.
            matched: codes that match in the sentence, those that the rule waits for among them.
        """
        if not concept.context and not concept.unless:  # as most rules, of which each sentence has several
            return True
        return self.holds(concept.context, context, matched) and not any(
            self.holds(name, context, matched) for name in concept.unless
        )

    def holds(self, name: str, context: Container[str], matched: Collection[str]) -> bool:
        """Whether what a condition names is there; "" always is."""
        return not name or name in context or not self._codes_of[name].isdisjoint(matched)
