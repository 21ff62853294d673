"""The Python façade, and what is in the package."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", argmap.__all__)
def test_name_at_the_facade_is_the_thing_itself(name: str) -> None:
    thing = getattr(argmap, name)

    assert thing.__name__ == name
    assert thing.__module__.startswith("argmap.")
    assert thing.__doc__


def test_names_are_sorted_and_listed_by_dir() -> None:
    assert argmap.__all__ == sorted(argmap.__all__)
    assert set(argmap.__all__) <= set(dir(argmap))


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'claim'"):
        argmap.claim  # noqa: B018


def test_importing_argmap_costs_next_to_nothing() -> None:
    code = "import sys, argmap; print(*[n for n in sys.modules if n.partition('.')[0] in sys.argv])"
    heavy = ["networkx", "yaml", "pyvis", "pygraphviz", "click", "rich", "msgspec"]

    done = subprocess.run(
        [sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True
    )

    assert done.stdout == "\n"


def test_packages_are_the_folders_that_hold_modules() -> None:
    settings = PYPROJECT["tool"]["setuptools"]
    places = settings["package-dir"]
    tops = {"argmap": "argmap", "argmap.claims": "claims"}
    tops |= {"argmap.graph": "graph", "argmap.viz": "viz"}
    found = {
        ".".join([name, *module.parent.relative_to(ROOT / top).parts])
        for name, top in tops.items()
        for module in (ROOT / top).rglob("*.py")
        if not any(parent.is_symlink() for parent in module.parents)
    }

    assert set(settings["packages"]) == found
    assert {name: places[name] for name in tops} == tops
    for name in settings["packages"]:
        top = max((t for t in places if f"{name}.".startswith(f"{t}.")), key=len)
        folder = ROOT / places[top] / name[len(top) :].replace(".", "/").lstrip("/")
        assert folder.joinpath("__init__.py").is_file()


def test_data_files_are_found_where_they_are_declared() -> None:
    settings = PYPROJECT["tool"]["setuptools"]

    for package, patterns in settings["package-data"].items():
        for pattern in patterns:
            assert list((ROOT / settings["package-dir"][package]).glob(pattern)), pattern


def test_links_for_tools_lead_to_the_packages() -> None:
    for name in ("claims", "graph", "viz"):
        link = ROOT / "argmap" / name
        assert link.resolve() == (ROOT / name).resolve()
