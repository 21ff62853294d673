"""The command `argmap`, also as `python -m argmap`."""

import gc
import sys

INTERRUPTED = 130
_SELDOM = 100_000
"""So many new objects bring on a search for garbage; a command makes many and lets go of few."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_SELDOM)
    try:
        from argmap.cli import run  # noqa: PLC0415  # an interrupt may come as early as here

        status = run(sys.argv[1:])
        # The interpreter ends with a search for garbage in all that it holds, which would take
        # longer than most commands.
        gc.freeze()
        sys.exit(status)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
