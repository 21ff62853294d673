"""Debates and interviews: what is spoken is held by the one whose name stands before it."""

import pytest

from tests.claims.drafting.drafts import drafted

DEBATE = """\
ANNA: The line should stay. The minister says that it pays.

BEN: It is dear.

It is slow as well.

ANNA: But it is quiet.
"""


def test_what_is_spoken_is_held_by_its_speaker() -> None:
    found = drafted(f"Trams or buses\n\n{DEBATE}")
    names = {holder.id: holder.name for holder in found.map.holders}

    assert [(s.text, [names[h] for h in s.holder]) for s in found.map.statements] == [
        ("The line should stay.", ["ANNA"]),
        ("The minister says that it pays.", ["ANNA", "The minister"]),
        ("It is dear.", ["BEN"]),
        ("It is slow as well.", ["BEN"]),
        ("But it is quiet.", ["ANNA"]),
    ]
    assert found.map.statements[2].signal == "holder: 'BEN:'"


@pytest.mark.parametrize(
    "text",
    [
        "Background: Naps are short.\n\nMethods: We slept.\n\nResults: We slept well.",
        "Note: It is late.\n\nWarning: It rains.\n\nNote: It snows.",
        "Anna: It is late.\n\nAnna: It rains.\n\nAnna: It snows.",
    ],
)
def test_labels_are_no_speakers(text: str) -> None:
    assert {s.holder for s in drafted(text).map.statements} == {("author",)}
