"""The list, in docs/errors.md, of what the program says of a command that it cannot carry out.

python tools/messages.py    # renews it

The messages are read off the source: what stands in them for a name, a path or a number becomes `…`.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import beloften

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "errors.md"
BEGIN = "<!-- Made from the program by tools/messages.py (`make transcripts`) -->\n"
END = "<!-- end -->\n"
_ERRORS = {"UsageError", "CorpusError", "OutputError", "ClusterError", "WorkerError"}
_LEAST = 12  # letters; a message of less is put together elsewhere


def listed() -> str:
    """Return the page as it should be."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = "".join(f"| {problem} | {step} |\n" for problem, step in sorted(set(messages())))
    return f"{before}{BEGIN}\n| message | what to do |\n|---|---|\n{rows}\n{END}{after}"


def messages() -> Iterator[tuple[str, str]]:
    """Yield each message with what it says to do, as cells of a table."""
    for path in sorted(Path(beloften.__file__).parent.rglob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        constants: dict[str, ast.expr] = {}
        for node in module.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                constants[node.targets[0].id] = node.value
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef):
                yield from _of_function(function, constants)


def _of_function(function: ast.FunctionDef, constants: Mapping[str, ast.expr]) -> Iterator[tuple[str, str]]:
    named = dict(constants)
    for node in sorted(_own_nodes(function), key=lambda node: node.lineno):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ERRORS:
            problem, *steps = (_text(argument, named) for argument in node.args)
            if sum(map(str.isalpha, problem)) >= _LEAST:
                yield _cell(problem), _cell(steps[0]) if steps else ""


def _own_nodes(function: ast.FunctionDef) -> list[ast.Assign | ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Assign | ast.Call)]


def _text(node: ast.expr, named: Mapping[str, ast.expr]) -> str:
    """What an expression says, as far as that is written there."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part, {}) for part in parts)
        case ast.Name(id=name) if name in named:
            return _text(named[name], {key: value for key, value in named.items() if key != name})
        case ast.IfExp(body=body, orelse=other):
            return " / ".join(filter(None, (_text(body, named), _text(other, named))))
        case ast.Call(func=ast.Name(id=name)) if name.endswith("_step"):
            return "Install it with: …"
        case _:
            return "…"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")


if __name__ == "__main__":
    PAGE.write_text(listed(), "utf-8")
