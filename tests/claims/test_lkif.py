"""LKIF: the argument graphs of older Carneades files."""

from hypothesis import given, settings

from argmap.claims.formats import format_of_input
from argmap.claims.model import RelationRef
from tests.claims.foreign import is_map_or_mistake, mutated, read, told

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<lkif><sources><source/></sources>
<argument-graphs><argument-graph id="g" title="Land" main-issue="s1">
<statements>
<statement id="s1" value="unknown" assumption="false"><s>The <i>land</i> is his.</s></statement>
<statement id="s2" value="true" assumption="true"><s pred="p">He paid.</s></statement>
<statement id="s3" value="true"><s>It was a loan.</s></statement>
<statement id="s4"><s>It is hers.</s></statement>
</statements>
<arguments>
<argument id="a1" title="Paid" direction="pro" scheme="title" weight="0.5">
<conclusion statement="s1"/><premises>
<premise statement="s2" polarity="positive" type="ordinary" role="payment"/>
<premise statement="s3" type="exception"/>
<premise statement="s4" polarity="negative"/></premises></argument>
<argument id="a2" direction="con" weight="heavy"><conclusion statement="s1"/>
<premises><premise statement="s4"/></premises></argument>
<argument id="a3" direction="sideways"/>
<argument id="a4"><conclusion statement="s4"/></argument>
</arguments></argument-graph></argument-graphs></lkif>
"""


def test_arguments_pro_and_con_and_exceptions() -> None:
    reading = read("lkif", FILE)
    m = reading.map

    assert format_of_input(FILE.encode(), "x.xml").name == "lkif"
    assert m.title == "Land"
    assert m.main is m.by_id["s1"]
    assert m.by_id["s1"].text == "The land is his."
    assert m.by_id["s2"].tags == ("true", "assumed")
    assert [(r.id, r.kind, r.source, r.target, r.scheme) for r in m.relations] == [
        ("a1", "support", "s2", "s1", "title"),
        ("s3-a1", "contrast", "s3", RelationRef("a1"), None),
        ("a2", "contrast", "s4", "s1", None),
        ("a4", "support", "a4 (premise)", "s4", None),
    ]
    assert [r.certainty for r in m.relations] == [0.5, None, None, None]
    assert told(reading) == {
        "part 'sources' of an LKIF file": 1,
        "argument of the unknown direction 'sideways'": 1,
        "argument without premises": 1,
        "premise that must not hold": 1,
        "role of a premise": 1,
        "title of an argument": 1,
        "weight of an argument": 1,
    }


@settings(max_examples=150, deadline=None)
@given(mutated(FILE))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("lkif", data)
