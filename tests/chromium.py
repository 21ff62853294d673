"""Find a Chromium for the browser tests; as a command, also install one where none is found."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PACKAGE_MANAGERS = (
    (["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]),
    (["dnf", "install", "--assumeyes", "chromium"],),
    (["pacman", "--sync", "--noconfirm", "chromium"],),
    (["apk", "add", "chromium"],),
)
DOWNLOAD_SECONDS = 300
MISSING = (
    "no Chromium or Chrome was found, none could be downloaded, and the system's package manager "
    "could not or may not install one: put `chromium` or `google-chrome` on PATH"
)


def find() -> str | None:
    """Find a Chromium that starts: on PATH, or downloaded by Playwright."""
    return next((path for path in _candidates() if _starts(path)), None)


def is_required() -> bool:
    """Whether a missing browser is a failure, as it is in CI."""
    return os.environ.get("CI", "") not in ("", "0", "false")


def install() -> None:
    """Try Playwright's own download, then the system's package manager."""
    if not _succeeds([sys.executable, "-m", "playwright", "install", "chromium"]) or not find():
        for commands in PACKAGE_MANAGERS:
            if shutil.which(commands[0][0]):
                all(_succeeds([*_root(), *command]) for command in commands)
                return


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield MAC
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        return
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    return Path(path).exists() and _succeeds([path, "--version"])


def _succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=DOWNLOAD_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _root() -> list[str]:
    """The prefix with which a package can be installed without asking anybody."""
    geteuid = getattr(os, "geteuid", None)
    return [] if geteuid is None or geteuid() == 0 else ["sudo", "--non-interactive"]


if __name__ == "__main__":
    if find() is None:
        print("No Chromium was found for the browser tests; trying to install one ...")  # noqa: T201
        install()
        if find() is None:
            print(f"The browser tests cannot run: {MISSING}.")  # noqa: T201
