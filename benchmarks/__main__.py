"""Run all benchmarks, or those named: `python -m benchmarks [loading] [anchoring] ...`."""

import sys

from benchmarks import (
    anchoring,
    answers,
    argdown,
    batch,
    building,
    cold,
    drafting,
    interchange,
    layouts,
    loading,
    page_speed,
    paths,
)

BENCHMARKS = {
    "loading": loading,
    "anchoring": anchoring,
    "building": building,
    "paths": paths,
    "answers": answers,
    "cold": cold,
    "drafting": drafting,
    "layouts": layouts,
    "page_speed": page_speed,
    "argdown": argdown,
    "interchange": interchange,
    "batch": batch,
}


def main(names: list[str]) -> int:
    """Print each result as it comes; the exit status is 1 if a mark is missed."""
    missed = False
    for name in names or BENCHMARKS:
        for result in BENCHMARKS[name].results():
            print(result, flush=True)
            missed |= result.mark is not None and result.ratio > result.mark
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
