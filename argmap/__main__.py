"""The command `argmap`, also as `python -m argmap`."""

import sys

from argmap.cli import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
