"""The parts of foreign files, put together to a map."""

from argmap.claims.formats.gathering import Gathering, title_of
from argmap.claims.model import Holder
from tests.claims.foreign import read


def test_relation_may_have_the_key_of_a_statement() -> None:
    gathering = Gathering("f")
    gathering.add_statement("1", "One.")
    gathering.add_statement("2", "Two.")
    gathering.add_relation("1", ["1"], "2", "support")
    gathering.add_link("2", "1", "2", "rephrase")

    read = gathering.finish(title="T")

    assert [(r.id, r.source, r.target) for r in read.map.relations] == [("1-2", "1", "2")]
    assert [(k.id, k.source, k.target) for k in read.map.links] == [("2-2", "1", "2")]
    assert [loss.what for loss in read.losses] == ["id that is taken or cannot be seen"] * 2


def test_mutual_contrast_told_from_both_ends_is_one() -> None:
    gathering = Gathering("f")
    gathering.add_statement("a", "A.")
    gathering.add_statement("b", "B.")
    gathering.add_relation("r", ["a"], "b", "contrast", mutual=True)
    gathering.add_relation("s", ["b"], "a", "contrast", mutual=True)

    read = gathering.finish(title="T")

    assert [r.id for r in read.map.relations] == ["r"]
    assert [(loss.what, loss.where) for loss in read.losses] == [
        ("relation that is there twice", "s")
    ]


def test_names_of_declared_holders_are_words() -> None:
    gathering = Gathering("f")
    gathering.declare_holder(Holder(id="h", name="\0The union"))
    gathering.declare_holder(Holder(id="g", name="\0"))

    read = gathering.finish(title="T")

    assert [(h.id, h.name) for h in read.map.holders] == [("h", "The union"), ("g", "g")]
    assert [loss.where for loss in read.losses if loss.repaired] == ["h", "g"]


def test_a_map_without_a_title_is_named_after_its_file() -> None:
    assert title_of("folder/nodeset1.aif.json") == "nodeset1"
    assert read("sadface", {"nodes": [], "edges": []}, "a/b.sadface.json").map.title == "b"
    assert read("arguebuf", {"nodes": {}, "edges": {}}, "a/b.json").map.title == "b"
