"""What a map file says of relations, and where everything stands."""

from pathlib import Path

import pytest

import argmap
from argmap.claims import Position, Relation, RelationRef
from tests.claims.reading import read

BC = "  b: {text: B}\n  c: {text: C}\n"


@pytest.mark.parametrize(
    ("written", "relation"),
    [
        ("supports: [b]", Relation(id="a-b", source="a", target="b", kind="support")),
        ("contrasts: [b]", Relation(id="a-b", source="a", target="b", kind="contrast")),
        ("supports: [{to: b}]", Relation(id="a-b", source="a", target="b", kind="support")),
        (
            "supports: [{to: b, id: r7}]",
            Relation(id="r7", source="a", target="b", kind="support"),
        ),
        (
            "supports: [{to: b, because: 'So: it is', certainty: 0.5, scheme: from sign}]",
            Relation(
                id="a-b",
                source="a",
                target="b",
                kind="support",
                because="So: it is",
                certainty=0.5,
                scheme="from sign",
            ),
        ),
        (
            "supports: [{to: b, with: [c]}]",
            Relation(id="a-b", source="a", target="b", kind="support", linked=("c",)),
        ),
        (
            "contrasts: [{to: b, mutual: true}]",
            Relation(id="a-b", source="a", target="b", kind="contrast", mutual=True),
        ),
    ],
)
def test_relation_is_an_id_or_a_mapping(written: str, relation: Relation) -> None:
    m = read(f"claims:\n  a: {{text: A, {written}}}\n{BC}")

    assert m.relations == (relation,)


def test_undercut_bears_on_a_relation_by_its_given_or_default_id() -> None:
    m = read(
        "claims:\n  a: {text: A, supports: [b, {to: c, id: r}]}\n" + BC + "evidence:\n"
        "  e: {text: E, contrasts: [{to: {relation: a-b}}, {to: {relation: r}}]}\n"
        "  f: {text: F, supports: [{to: {relation: e-a-b}}]}\n"
    )

    assert [(r.id, r.target, r.kind) for r in m.relations[2:]] == [
        ("e-a-b", RelationRef("a-b"), "contrast"),
        ("e-r", RelationRef("r"), "contrast"),
        ("f-e-a-b", RelationRef("e-a-b"), "support"),
    ]


def test_relation_to_what_comes_later_in_the_file_is_known() -> None:
    m = read("claims: {a: {text: A, supports: [e]}}\nevidence: {e: {text: E}}")

    assert m.relations[0].target == "e"


def test_relations_stand_in_the_order_of_statements_supports_first() -> None:
    m = read(
        "evidence: {e: {text: E, contrasts: [{to: a, id: r3}], supports: [{to: b, id: r2}]}}\n"
        "claims: {a: {text: A, supports: [{to: b, id: r1}]}, b: {text: B}}"
    )

    assert [r.id for r in m.relations] == ["r1", "r2", "r3"]


def test_supports_and_contrasts_of_one_pair_need_a_name_for_one_of_them() -> None:
    m = read("claims: {a: {text: A, supports: [b], contrasts: [{to: b, id: r}]}, b: {text: B}}")

    assert [(r.id, r.kind) for r in m.relations] == [("a-b", "support"), ("r", "contrast")]


def test_everything_has_its_line_and_column() -> None:
    m = argmap.loads(
        "argmap: 1\n"
        "title: T\n"
        "claims:\n"
        "  open:\n"
        "    text: O\n"
        "    supports:\n"
        "      - strain\n"
        "      - {to: strain, id: r2, with: [survey]}\n"
        "      -   to: survey\n"
        "  strain: {text: S, contrasts: [open]}\n"
        "evidence:\n"
        '  "survey": {text: ä😀, contrasts: [{to: {relation: r2}}]}\n'
        "expect:\n"
        "  - {path: [open, strain], is: supports}\n"
        "  - path: [survey, open]\n"
        "    is: unconnected\n"
    )

    assert dict(m.positions) == {
        "open": Position(4, 3),
        "strain": Position(10, 3),
        "survey": Position(12, 3),
        "open-strain": Position(7, 9),
        "r2": Position(8, 9),
        "open-survey": Position(9, 11),
        "strain-open": Position(10, 33),
        "survey-r2": Position(12, 36),
        "expect/0": Position(14, 5),
        "expect/1": Position(15, 5),
    }


def test_positions_do_not_count_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"\xef\xbb\xbf{argmap: 1, title: T, claims: {a: {text: A}}}")

    assert argmap.load(path).positions == {"a": Position(1, 32)}


def test_statements_and_relations_are_found_by_id() -> None:
    m = read("claims: {a: {text: A, supports: [b]}, b: {text: B}}")

    assert m.by_id["b"] is m.statements[1]
    assert m.relations_by_id["a-b"] is m.relations[0]
