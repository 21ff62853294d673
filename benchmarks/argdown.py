"""Building a page, as a whole process, against Argdown's command making its picture of the map."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import argmap
from argmap.claims.model import Map
from benchmarks.generating import map_text
from benchmarks.measuring import Result, commands, milliseconds

STATEMENTS = 60
ROUNDS = 3
MARK = 0.4


def results() -> Iterator[Result]:
    """Measure `argmap view` against `argdown map -f svg`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = _installed(folder)
        if command is None:
            print("argdown: skipped, for npm is missing or could not install @argdown/cli")
            return
        text = map_text(STATEMENTS)
        (folder / "map.yaml").write_text(text, encoding="utf-8")
        (folder / "map.argdown").write_text(argdown(argmap.loads(text)), encoding="utf-8")
        page = folder / "map.html"
        ours, theirs = commands(
            [sys.executable, "-m", "argmap", "view", str(folder / "map.yaml"), "-o", str(page)],
            [command, "map", "-f", "svg", str(folder / "map.argdown"), str(folder / "svg")],
            ROUNDS,
        )
        detail = f"{milliseconds(ours)} ÷ {milliseconds(theirs)}"
        yield Result(
            f"page of {STATEMENTS} ÷ Argdown's SVG, processes", ours / theirs, MARK, detail
        )


def argdown(m: Map) -> str:
    """Write a map's statements and relations as Argdown."""
    lines = []
    for statement in m.statements:
        lines.append(f"[{statement.id}]: {statement.text}")
        for relation in m.relations:
            if relation.target_id == statement.id:
                sign = "+" if relation.kind == "support" else "-"
                lines.append(f"  {sign} [{relation.source}]")
        lines.append("")
    return "\n".join(lines)


def _installed(folder: Path) -> str | None:
    """Install Argdown's command into a folder; no browser is downloaded for it."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    done = subprocess.run(
        [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "@argdown/cli"],
        env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
        capture_output=True,
        check=False,
    )
    command = folder / "node_modules" / ".bin" / "argdown"
    return str(command) if done.returncode == 0 and command.exists() else None
