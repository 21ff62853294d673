"""Fuzz the readers of all formats, or of those named: `python -m tests.fuzz [--seconds N] [aif] …`.

What must not happen is saved under out/fuzz, and makes the exit status 1.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from argmap.claims.formats import FORMATS
from tests.fuzz.fuzzing import fuzz

READERS = [form.name for form in FORMATS if form.reads is not None]
SECONDS = 60.0
FOUND = Path("out") / "fuzz"


def main() -> int:
    """Fuzz one reader after the other, and tell what each was given."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help=", ".join(READERS))
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each reader")
    parser.add_argument("--seed", type=int, default=1, help="another seed breaks files otherwise")
    given = parser.parse_args()
    unknown = [name for name in given.readers if name not in READERS]
    if unknown:
        parser.error(f"no readers: {', '.join(unknown)}")
    failed = False
    for name in given.readers or READERS:
        with tempfile.TemporaryDirectory() as folder:
            tally = fuzz(name, given.seconds, given.seed, Path(folder))
        print(tally, flush=True)  # noqa: T201  # this is a command
        for number, failure in enumerate(tally.failures, 1):
            failed = True
            FOUND.mkdir(parents=True, exist_ok=True)
            path = FOUND / f"{name}-{number}.txt"
            path.write_text(f"{failure.data!r}\n\n{failure.told}\n", encoding="utf-8")
            print(f"  {path}: {failure.told.strip().splitlines()[-1]}")  # noqa: T201
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
