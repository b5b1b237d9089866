"""How many small changes of the code make a test fail: mutation testing with mutmut, told per module.

    python tools/mutants.py [MODULE ...] [--sample N]

MODULE is a file or a folder that `[tool.mutmut]` of pyproject.toml names, as beloften/detect; none is all of
them. With `--sample`, N mutants of each module are tried, the same ones each time; without it all are, which
takes hours. What survives is listed: `mutmut show NAME` shows the change.

The rate is of the mutants that make a test fail (killed), or crash or run out of time (stopped). Those that
change nothing that a test could see are in the total.
"""

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

MADE = Path("mutants")
SEED = 20
ROW = "{:40}{:>7}{:>7}{:>8}{:>9}{:>10}{:>10}{:>6}"
MUTMUT = Path(sys.executable).with_name("mutmut")
OUTCOMES = {0: "survived", 1: "killed", 3: "killed", 5: "no tests", 33: "no tests"}


def outcomes(file: Path) -> dict[str, int | None]:
    """The mutants of a module by name, each with how its tests ended; None for one that was not tried."""
    ended: dict[str, int | None] = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
    return ended


def files_of(modules: list[str]) -> list[Path]:
    """Where mutmut keeps what it knows of these modules; it leaves files of modules that are gone."""
    within = [Path(module) for module in modules] or [Path("beloften")]
    made = {file: file.relative_to(MADE).with_suffix("") for file in sorted(MADE.glob("beloften/**/*.meta"))}
    return [
        file for file, of in made.items() if of.exists() and any(of.is_relative_to(one) for one in within)
    ]


def main() -> None:
    """Try mutants and print a row per module, then the names of those that no test notices."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--sample", type=int, metavar="N")
    given = parser.parse_args()
    subprocess.run(
        [MUTMUT, "run", "none*"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    tried: dict[Path, list[str]] = {}
    for file in files_of(given.modules):
        names = sorted(outcomes(file))
        size = min(len(names), given.sample or len(names))
        tried[file] = random.Random(SEED).sample(names, size)  # noqa: S311 - the same ones each time
    if not any(tried.values()):
        sys.exit("No mutants: see only_mutate in pyproject.toml, and `mutmut run` for what is wrong.")
    subprocess.run([MUTMUT, "run", *(name for names in tried.values() for name in names)], check=True)
    print(ROW.format("module", "made", "tried", "killed", "stopped", "survived", "no tests", ""))
    unnoticed = []
    for file, names in tried.items():
        ended = outcomes(file)
        counts = Counter(OUTCOMES.get(ended[name] or 0, "stopped") for name in names)
        unnoticed += [name for name in sorted(names) if ended[name] in {0, 5, 33}]
        told = (counts[outcome] for outcome in ("killed", "stopped", "survived", "no tests"))
        rate = (counts["killed"] + counts["stopped"]) / max(len(names), 1)
        print(
            ROW.format(
                str(file.relative_to(MADE).with_suffix("")), len(ended), len(names), *told, f"{rate:.0%}"
            )
        )
    print(*unnoticed, sep="\n")


if __name__ == "__main__":
    main()
