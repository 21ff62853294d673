"""The command `argmap`, also as `python -m argmap`."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from argmap.cli import run  # noqa: PLC0415  # an interrupt may come as early as here

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
