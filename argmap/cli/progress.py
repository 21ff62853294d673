"""Word of long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show on standard error what is being done while it is; a pipe or a file sees nothing."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it

    with Console(stderr=True).status(on):
        yield


def counted(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """Give items on, and show on standard error how many of them have passed."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it
    from rich.progress import track  # noqa: PLC0415

    yield from track(items, what, total, console=Console(stderr=True))


@contextmanager
def advancing(what: str, total: int) -> Iterator[Callable[[float], None]]:
    """Give a function to be told how much is done, and show it on standard error."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total)
        yield lambda done: shown.update(task, completed=done)
