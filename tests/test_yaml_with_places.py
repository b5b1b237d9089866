"""YAML is read strictly, and every value and every error has its place."""

import re
import sys
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from beloften import yaml_with_places
from beloften.errors import BeloftenError
from beloften.yaml_with_places import MAX_BYTES, MAX_DEPTH, Node, YamlError, load, load_file

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | float | bool | None"

# Numbers in YAML 1.2 that PyYAML, which follows 1.1, takes for text and so writes without quotes.
NUMBER = re.compile(r"[-+]?(0o[0-7]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)")
TEXT = st.text(
    st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufeff\ufffe\uffff"), max_size=20
).filter(lambda text: not NUMBER.fullmatch(text))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
    | st.sampled_from(
        ["yes", "no", "on", "Off", "y", "0x1F", "1_000", "12:30", ".inf", "~", "<<", "2014-05-01"]
    )
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node) -> Plain:
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


def child(node: Node, key: str | int) -> Node:
    if isinstance(key, str):
        assert isinstance(node.value, dict)
        return node.value[key]
    assert isinstance(node.value, list)
    return node.value[key]


@given(DATA)
def test_plain_data_written_by_safe_dump_is_read_back(data: Plain) -> None:
    assert plain(load(yaml.safe_dump(data, allow_unicode=True), "x.yaml")) == data


@given(DATA)
def test_plain_data_in_flow_style_with_escapes_is_read_back(data: Plain) -> None:
    assert plain(load(yaml.safe_dump(data, default_flow_style=True), "x.yaml")) == data


def outcome(text: str) -> str:
    """The line that a user sees; anything but a `BeloftenError` is a fault of the program."""
    try:
        load(text, "x.yaml")
    except BeloftenError as error:
        return str(error)
    return ""


def test_the_pure_python_parser_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "titel: één\nlijst:\n  - {a: 1, b: 2.5}\n  - 'x: y'\n  - |\n    regel\n"
    fast = load(text, "x.yaml")
    monkeypatch.setattr(yaml_with_places, "_Loader", yaml.SafeLoader)
    assert load(text, "x.yaml") == fast


def test_every_value_knows_its_own_place_and_that_of_its_key() -> None:
    root = load("titel: één\nlijst:\n  - a\n  - sleutel:   waarde\n", "x.yaml")
    value = child(child(child(root, "lijst"), 1), "sleutel")
    assert value == Node("waarde", line=4, column=16, key_line=4, key_column=5)
    assert child(child(root, "lijst"), 0) == Node("a", line=3, column=5, key_line=3, key_column=5)


def test_columns_count_characters_not_bytes() -> None:
    assert child(load("één: x\n", "x.yaml"), "één").column == 6


@pytest.mark.parametrize("text", ["", "# niets\n", "\n\n", "---\n"])
def test_an_empty_file_has_no_value(text: str) -> None:
    assert load(text, "x.yaml").value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014", 2014), ("-3", -3), ("0", 0), ("0.5", 0.5), ("1.0e-3", 0.001), ("true", True), ("-", [None]),
        ("nee", "nee"), ("y", "y"), ("2014-05-01", "2014-05-01"), ("2014/2015", "2014/2015"), ("4e", "4e"),
        ("no.", "no."), ("'010'", "010"), ('"no"', "no"), ("on the map", "on the map"), ("1.2.3", "1.2.3"),
        ("0a", "0a"), ("null", None), ("1e", "1e"), ("+", "+"), ("...x", "...x"),
    ],
)  # fmt: skip
def test_what_can_be_read_in_one_way_only_is_read(text: str, value: Plain) -> None:
    assert plain(load(text, "x.yaml")) == value


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "on", "OFF", "010", "0o10", "0x1F", "0b1", "1_000", "12:30", "1:30:00", "1e5", "1.",
     ".5", "1.5e3", ".inf", "-.Inf", ".NaN", "9" * 5000, "1.0e+999", "007"],
)  # fmt: skip
def test_what_readers_of_yaml_disagree_about_must_be_quoted(text: str) -> None:
    with pytest.raises(YamlError, match=r"^x\.yaml:1:4: .*quotes") as caught:
        load(f"a: {text}\n", "x.yaml")
    assert (caught.value.file, caught.value.line, caught.value.column) == ("x.yaml", 1, 4)
    assert plain(load(f"a: '{text}'\n", "x.yaml")) == {"a": text}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1", "'a' stands here for the second time; the first is on line 1"),
        ("x: {a: 1, 'a': 2}\n", "1:11", "second time"),
        ("a: &anker 1\n", "1:4", "anchor"),
        ("a: [1]\nb: &anker {c: 1}\n", "2:4", "anchor"),
        ("a: *anker\n", "1:4", "alias"),
        ("- *maatwerk*\n", "1:12", "alias in YAML. Put the text in quotes"),
        ("a:\n  <<: {b: 1}\n", "2:3", "merge key"),
        ("a: !!python/object:os.system x\n", "1:4", "tag"),
        ("a: !!str 1\n", "1:4", "tag"),
        ("a: !eigen [1]\n", "1:4", "tag"),
        ("a: !x!y z\n", "1:4", "tag"),
        ("a: 1\n---\nb: 2\n", "2:1", "second document"),
        ('a: "\\bwerk\\b"\n', "1:4", "U+0008. Between double quotes a backslash"),
        ("a: een\x00twee\n", "1:7", "U+0000"),
        ("a: één\x85twee\n", "1:7", "U+0085"),
        ("2014: x\n", "1:1", "the key '2014' is not text"),
        ("no: x\n", "1:1", "quotes"),
        ("? [a, b]\n: x\n", "1:3", "a key must be text"),
        ("titel: nota: deel 2\n", "1:12", "a ': ' stands where no key can stand. Put text"),
        ("a:\n\tb: 1\n", "2:1", "not with tabs"),
        ("a: @x\n", "1:4", "Put the text in quotes"),
        ("a: [1, 2\nb: 3\n", "2:2", "indentation and the quotes"),
        ("a: 'open\n", "2:1", "quotes"),
    ],
)
def test_a_hazard_is_an_error_that_names_place_and_remedy(text: str, place: str, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        load(text, "x.yaml")
    assert str(caught.value).startswith(f"x.yaml:{place}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(st.sampled_from("ab:- \n[]{}'\"*&!#|>%@?<01.\t\\"), max_size=30))
def test_whatever_a_file_holds_it_gives_data_or_one_line_of_error(text: str) -> None:
    assert "\n" not in outcome(text)


def test_nesting_has_a_limit_that_costs_no_stack() -> None:
    deepest = load("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml")
    assert isinstance(deepest.value, list)
    with pytest.raises(YamlError, match=f"nested deeper than {MAX_DEPTH} levels"):
        load("[" * 10 * sys.getrecursionlimit(), "x.yaml")


def test_aliases_that_multiply_are_refused_before_they_do() -> None:
    with pytest.raises(YamlError, match="anchor"):
        load("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "x.yaml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_text("# " + "x" * MAX_BYTES, encoding="utf-8")
    with pytest.raises(YamlError, match="larger than 5 MB"):
        load_file(path, "groot.yaml")
    with pytest.raises(YamlError, match="larger than 5 MB"):
        load(path.read_text(encoding="utf-8"), "groot.yaml")


def test_a_file_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "oud.yaml"
    path.write_bytes("a: 1\nb: één\n".encode("cp1252"))
    with pytest.raises(YamlError, match=r"^oud\.yaml:2:4: this byte is not UTF-8"):
        load_file(path, "oud.yaml")


def test_byte_order_mark_and_windows_line_ends_are_no_part_of_the_data(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: x\r\n")
    root = load_file(path, "windows.yaml")
    assert plain(root) == {"a": 1, "b": "x"}
    assert child(root, "b") == Node("x", line=2, column=4, key_line=2, key_column=1)
