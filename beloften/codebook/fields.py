"""Typed access to the keys of a rule file, where every complaint names its place."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from beloften.codebook.schema import Place
from beloften.errors import RulesError
from beloften.yaml_with_places import Node

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

TO_FILL_IN = "…"
"""What a new rule file has where its writer must say something."""


def fault(file: str, node: Node, problem: str, next_step: str = "") -> RulesError:
    """Return an error about a value of a rule file."""
    return RulesError(f"{place(file, node)}: {problem}.", next_step)


def place(file: str, node: Node) -> Place:
    """Return where a value stands."""
    return Place(file, node.line, node.column)


class Fields:
    """A mapping of a rule file whose keys are taken one by one; `close` refuses those that nobody took."""

    def __init__(self, node: Node, file: str) -> None:
        """Take hold of a mapping.

        Raises:
            RulesError: when the value is something else.
        """
        if not isinstance(node.value, dict):
            raise fault(file, node, "a mapping of keys and values is needed here", "Write `key: value`.")
        self.node = node
        self.file = file
        self._left = dict(node.value)
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and was not taken yet."""
        return key in self._left

    def fault(self, problem: str, next_step: str = "") -> RulesError:
        """Return an error about the mapping as a whole."""
        return fault(self.file, self.node, problem, next_step)

    def place_of(self, key: str) -> Place:
        """Return where the value of a key stands, or the mapping when the key is absent."""
        value = self.node.value
        return place(self.file, value.get(key, self.node) if isinstance(value, dict) else self.node)

    def take(self, key: str) -> Node | None:
        """Return the value of a key, or None when it is absent."""
        self._known.append(key)
        node = self._left.pop(key, None)
        if node and node.value == TO_FILL_IN:
            raise fault(self.file, node, f"`{key}` is still to be filled in")
        return node

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there and say something."""
        node = self.take(key)
        if node is None:
            if default is None:
                raise fault(self.file, self.node, f"`{key}` is missing")
            return default
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            return str(node.value)
        if not isinstance(node.value, str) or not node.value.strip():
            raise fault(self.file, node, f"`{key}` must be a text")
        return node.value.strip()

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number; without a default it must be there."""
        node = self.take(key)
        if node is None and default is not None:
            return default
        if node is None:
            raise fault(self.file, self.node, f"`{key}` is missing")
        if not isinstance(node.value, int) or isinstance(node.value, bool):
            raise fault(self.file, node, f"`{key}` must be a whole number")
        return node.value

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """Return one of a fixed set of words."""
        at = self._left.get(key, self.node)
        text = self.text(key)
        if text not in {choice.value for choice in choices}:
            raise fault(self.file, at, f"`{key}` cannot be `{text}`", f"Choose from: {', '.join(choices)}.")
        return choices(text)

    def optional_choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """Return one of a fixed set of words, or None when the key is absent."""
        return self.choice(key, choices) if key in self else None

    def items(self, key: str) -> list[Node]:
        """Return the items of a list; an absent key is an empty list."""
        node = self.take(key)
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            raise fault(self.file, node, f"`{key}` must be a list", "Put each item on a line after a `-`.")
        return node.value

    def texts(self, key: str, what: str) -> tuple[str, ...]:
        """Return the texts of a list; an absent key is an empty list."""
        return tuple(text_of(node, self.file, what) for node in self.items(key))

    def each(self, key: str, read: Callable[["Fields"], Item], needed: str = "") -> tuple[Item, ...]:
        """Read each mapping of a list.

        Args:
            key: of the list; an absent one is an empty list.
            read: makes an item of a mapping.
            needed: what to tell the user when the list must not be empty and is.
        """
        items = tuple(self._read(node, read) for node in self.items(key))
        if needed and not items:
            raise self.fault(f"`{key}` is missing", needed)
        return items

    def each_or_text(
        self, key: str, what: str, read: Callable[["Fields"], Item], plain: Callable[[str, Place], Item]
    ) -> tuple[Item, ...]:
        """Read each item of a list in which a bare text may stand for a mapping.

        Args:
            key: of the list; an absent one is an empty list.
            what: what an item is, for complaints.
            read: makes an item of a mapping.
            plain: makes an item of a text and its place.
        """
        return tuple(
            self._read(node, read)
            if isinstance(node.value, dict) and any(item.value is not None for item in node.value.values())
            else plain(text_of(node, self.file, what), place(self.file, node))
            for node in self.items(key)
        )

    def _read(self, node: Node, read: Callable[["Fields"], Item]) -> Item:
        fields = Fields(node, self.file)
        item = read(fields)
        fields.close()
        return item

    def sub(self, key: str, needed: str = "") -> "Fields":
        """Return the mapping under a key, which must be there; `needed` tells what to write if not."""
        node = self.take(key)
        if node is None:
            raise fault(self.file, self.node, f"`{key}` is missing", needed)
        return Fields(node, self.file)

    def close(self) -> None:
        """Refuse keys that have no meaning here."""
        for key, node in self._left.items():
            known = ", ".join(sorted(self._known))
            at = Node(None, node.key_line, node.key_column, node.key_line, node.key_column)
            raise fault(self.file, at, f"the key `{key}` is unknown here", f"Known keys: {known}.")


def text_of(node: Node, file: str, what: str) -> str:
    """Return the text of an item of a list."""
    if node.value == TO_FILL_IN:
        raise fault(file, node, f"{what} is still to be filled in")
    if isinstance(node.value, dict) and all(item.value is None for item in node.value.values()):
        problem = "a text that begins with { is a mapping in YAML"
        raise fault(file, node, problem, "Put the text in quotes: '{inwoner}'.")
    if not isinstance(node.value, str) or not node.value.strip():
        raise fault(file, node, f"{what} must be a text", "Put it in quotes.")
    return " ".join(node.value.split())
