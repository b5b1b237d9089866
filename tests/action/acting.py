"""The steps of action.yml, run as GitHub runs them."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BASH = shutil.which("bash") or ""
CHECK = ACTION["runs"]["steps"][-1]


def step(
    described: dict[str, Any], programs: Path, cwd: Path, **inputs: object
) -> subprocess.CompletedProcess[str]:
    """Run a step of action.yml as GitHub does: its inputs filled in, its script run by bash."""
    values = {name: str(given.get("default", "")) for name, given in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): str(value) for name, value in inputs.items()}

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: values[match[1]], text)

    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", filled(described["run"])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={
            **os.environ,
            **{name: filled(value) for name, value in described.get("env", {}).items()},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(cwd / "summary.md"),
        },
    )
