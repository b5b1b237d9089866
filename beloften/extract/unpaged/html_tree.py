"""The tree of a web page: how large it may be, and a walk through it."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from beloften.errors import UnreadableError
from beloften.extract.common_words import words_of
from beloften.extract.unpaged.outline import too_much

_MOST_ELEMENTS = 500_000  # an element takes half a kilobyte
_DEEPEST_TREE = 1000  # browsers stop at some five hundred; the parser's time grows with the depth
_SELF_CLOSING = words_of("html-self-closing")
_FORMATTING = words_of("html-formatting")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def check_size_of_tree(text: str) -> None:
    """Refuse a page of which the parser would make a tree without measure, before it does."""
    opened: Counter[str] = Counter()
    elements = depth = formatting = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            elements += 1 + formatting
            if name not in _SELF_CLOSING:
                opened[name] += 1
                depth += 1
                formatting += name in _FORMATTING
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
            formatting -= name in _FORMATTING
        if elements > _MOST_ELEMENTS:
            raise too_much()
        if depth > _DEEPEST_TREE:
            problem = "It is no web page that a browser can show: its elements are nested too deep."
            raise UnreadableError("damaged", problem, "Save it as PDF.")


def steps(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Yield "start", "end" and "text" with the nodes below a node, in the order of the page."""
    node = root.first_child
    while node is not None:
        if node.is_text_node:
            yield "text", node
        elif node.is_element_node:
            yield "start", node
            if node.first_child is not None:
                node = node.first_child
                continue
            yield "end", node
        while node.next is None:
            if node.parent is None or node.parent.mem_id == root.mem_id:
                return
            node = node.parent
            yield "end", node
        node = node.next
