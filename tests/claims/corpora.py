"""Real files that the readers are tested against, where they are at hand.

They lie in a folder `shared/corpora` beside the checkout, or where ARGMAP_CORPORA says; their
licences keep them out of it. A `manifest.json` tells what every file holds.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from argmap.claims import Map

_SIGN = {"support": "support", "contrast": "attack"}


@dataclass(frozen=True)
class CorpusFile:
    """One file, and what it is known to hold."""

    path: Path
    expect: Mapping[str, int]
    atoms_sha256: str | None = None
    relations_sha256: str | None = None
    raw_text: Path | None = None
    is_sound: bool = True


def corpus_folder() -> Path | None:
    """Find the folder with the real files, if there is one."""
    named = os.environ.get("ARGMAP_CORPORA")
    beside = (parent / "shared" / "corpora" for parent in Path(__file__).resolve().parents)
    places = [Path(named)] if named else beside
    return next((folder for folder in places if (folder / "manifest.json").is_file()), None)


def corpus_files(form: str) -> list[Any]:
    """List the files of a format ("aif-json") as parameters of a test, skipped where missing."""
    folder = corpus_folder()
    if folder is None:
        reason = "the corpora are not here; ARGMAP_CORPORA names their folder"
        return [pytest.param(None, id="no corpora", marks=pytest.mark.skip(reason=reason))]
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    entries = [entry for entry in manifest["files"] if entry["format"] == form]
    return [pytest.param(_corpus_file(folder, entry), id=entry["file"]) for entry in entries]


def _corpus_file(folder: Path, entry: Mapping[str, Any]) -> CorpusFile:
    return CorpusFile(
        path=folder / entry["file"],
        expect=entry["expect"],
        atoms_sha256=entry["fingerprint"].get("atoms_sha256"),
        relations_sha256=entry["fingerprint"].get("relations_sha256"),
        raw_text=folder / entry["raw_text"] if "raw_text" in entry else None,
        is_sound=entry.get("counts_binding", True),
    )


def atoms_sha256(m: Map) -> str:
    """Hash the texts of all statements, as the manifest does."""
    return _sha256(_plain(statement.text) for statement in m.statements)


def relations_sha256(m: Map) -> str:
    """Hash all that ties two statements, one line a premise, as the manifest does."""
    text = {statement.id: _plain(statement.text) for statement in m.statements}
    ties = [
        (premise, _SIGN[relation.kind], relation.target_id)
        for relation in m.relations
        if not relation.undercuts
        for premise in relation.premises
    ]
    ties += [(r.target_id, "attack", r.source) for r in m.relations if r.mutual]
    ties += [(link.source, link.kind, link.target) for link in m.links]
    return _sha256(f"{text[a]}\t{sign}\t{text[b]}" for a, sign, b in ties)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _sha256(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
