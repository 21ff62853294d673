"""arggraph XML: segments, joints, edges that point at edges, and files that do harm."""

import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_of_input
from argmap.claims.ledger import Reading
from argmap.claims.model import Quote, RelationRef
from tests.claims.corpora import CorpusFile, atoms_sha256, corpus_files, relations_sha256
from tests.claims.foreign import is_map_or_mistake, mutated, read, told
from tests.claims.reading import mistakes


def arggraph(*parts: str) -> str:
    body = "\n".join(parts)
    return f'<?xml version="1.0"?>\n<arggraph id="t" topic_id="a_topic">\n{body}\n</arggraph>'


def segment(number: int, text: str = "", adu: str = "") -> str:
    return (
        f'<edu id="e{number}"><![CDATA[{text or f"Part {number}."}]]></edu>'
        f'<adu id="a{number}" type="pro"/>{edge(f"s{number}", f"e{number}", adu or f"a{number}")}'
    )


def edge(key: str, source: str, target: str, sort: str = "seg") -> str:
    return f'<edge id="{key}" src="{source}" trg="{target}" type="{sort}"/>'


def four(*edges: str) -> Reading:
    return read("arggraph", arggraph(*(segment(number) for number in range(1, 5)), *edges))


@pytest.mark.parametrize("file", corpus_files("arggraph-xml"))
def test_real_files_load_whole(file: CorpusFile) -> None:
    data = file.path.read_bytes()
    m, losses = read("arggraph", data)
    kinds = [relation.kind for relation in m.relations]
    expect = file.expect

    assert format_of_input(data, "x").name == "arggraph"
    assert losses == ()
    assert len(m.statements) == expect["atom_nodes"]
    assert kinds.count("support") == expect["support"]
    assert kinds.count("contrast") == expect["attack"]
    assert sum(r.undercuts for r in m.relations) == expect["und"]
    assert sum(len(r.linked) for r in m.relations) == expect["add"]
    assert sum(s.implicit for s in m.statements) == expect["implicit_edus"]
    assert sum(s.type == "example" for s in m.statements) == expect["exa"]
    assert (
        sum(m.holder_name(i) == "Opponent" for s in m.statements for i in s.holder)
        == expect["opp_adus"]
    )
    assert m.main is not None
    assert atoms_sha256(m) == file.atoms_sha256
    assert relations_sha256(m) == file.relations_sha256
    assert file.raw_text is not None
    assert m.text is not None
    assert file.raw_text.read_text(encoding="utf-8").startswith(m.text)
    assert all(m.text[q.start : q.end] == q.quote for s in m.statements for q in s.quotes)


def test_the_sorts_of_edges() -> None:
    reading = four(
        edge("c1", "a2", "a1", "sup"),
        edge("c2", "a3", "a1", "exa"),
        edge("c3", "a4", "a1", "reb"),
    )
    m = reading.map

    assert [(r.id, r.kind) for r in m.relations] == [
        ("c1", "support"),
        ("c3", "contrast"),
        ("c2", "support"),
    ]
    assert m.by_id["a3"].kind == "evidence"
    assert m.main is m.by_id["a1"]
    assert m.title == "a topic"
    assert m.text == "Part 1. Part 2. Part 3. Part 4."
    assert m.by_id["a2"].quotes == (Quote(quote="Part 2.", start=8, end=15, match="exact"),)
    assert m.positions["a1"].line == 3
    assert reading.losses == ()


def test_edges_may_point_forward_at_edges() -> None:
    m = four(
        edge("c1", "a4", "c2", "und"),
        edge("c3", "a3", "c2", "add"),
        edge("c2", "a2", "a1", "sup"),
    ).map

    assert m.relations_by_id["c1"].target == RelationRef("c2")
    assert m.relations_by_id["c2"].premises == ("a2", "a3")


def test_added_premises_of_added_premises_and_of_undercuts() -> None:
    reading = four(
        edge("c1", "a2", "a1", "sup"),
        edge("c2", "a3", "c3", "add"),
        edge("c3", "a4", "c1", "add"),
    )

    assert reading.map.relations_by_id["c1"].premises == ("a2", "a3", "a4")


def test_an_undercut_of_an_added_premise_meets_its_relation() -> None:
    reading = four(
        edge("c1", "a2", "a1", "sup"),
        edge("c2", "a3", "c1", "add"),
        edge("c3", "a4", "c2", "und"),
    )

    assert reading.map.relations_by_id["c3"].target == RelationRef("c1")
    assert told(reading) == {"edge to an added premise, led to its relation": 1}


def test_circles_of_edges() -> None:
    reading = four(
        edge("c1", "a1", "c2", "add"),
        edge("c2", "a2", "c1", "add"),
        edge("c3", "a3", "c4", "und"),
        edge("c4", "a4", "c3", "und"),
    )

    assert told(reading)["added premise of no relation"] == 2
    assert [r.id for r in reading.map.relations] == ["c3", "c4"]


def test_statements_reached_through_joints_are_there() -> None:
    m = read(
        "arggraph",
        arggraph(
            segment(1, "One", "j1"),
            segment(2, "two", "j1"),
            segment(3, "between", "a3"),
            segment(4, "four", "j2"),
            '<joint id="j1"/><joint id="j2"/>',
            edge("s5", "j1", "j2"),
            edge("s6", "j2", "a1"),
        ),
    ).map

    assert m.text == "One two between four"
    assert m.by_id["a1"].text == "One two four"
    assert [q.quote for q in m.by_id["a1"].quotes] == ["One two", "four"]


def test_statements_without_words_and_segments_without_statement() -> None:
    reading = read(
        "arggraph",
        arggraph(
            segment(1),
            '<edu id="e8">Off.</edu>',
            '<adu id="a8" type="con"/>',
            '<edu id="e9" implicit="true">Unsaid.</edu><adu id="a9"/>',
            edge("s9", "e9", "a9"),
        ),
    )
    m = reading.map

    assert m.text == "Part 1. Off."
    assert m.by_id["a8"].text == "(no text)"
    assert m.by_id["a9"].implicit
    assert told(reading) == {
        "segment of no statement": 1,
        "statement without text": 1,
        "statement of the unknown type 'con'": 1,
    }


def test_an_unknown_sort_of_edge_is_never_support() -> None:
    reading = four(edge("c1", "a2", "a1", "rel"), "<relation/>", edge("c2", "a3", "c9", "und"))

    assert reading.map.relations == ()
    assert told(reading) == {
        "edge of the unknown type 'rel'": 1,
        "element relation": 1,
        "relation without two ends, or from a statement to itself": 1,
    }


def test_an_undercut_of_a_statement_contrasts_with_it() -> None:
    reading = four(edge("c1", "a2", "a1", "und"))

    assert [(r.kind, r.target) for r in reading.map.relations] == [("contrast", "a1")]
    assert told(reading)["undercut of a statement, kept as a contrast"] == 1


def test_what_is_there_twice_counts_once() -> None:
    reading = read(
        "arggraph",
        arggraph(
            segment(1),
            segment(1, "Again."),
            segment(2),
            edge("s7", "e1", "a2"),
            edge("c1", "a2", "a1", "sup"),
            edge("c1", "a2", "a1", "reb"),
        ),
    )

    assert [s.text for s in reading.map.statements] == ["Part 1.", "Part 2."]
    assert [r.kind for r in reading.map.relations] == ["support"]
    assert told(reading) == {
        "second segment of the same id": 1,
        "second statement of the same id": 1,
        "segment of a second statement": 2,
        "second edge of the same id": 1,
    }


def test_the_stance_is_told_at_the_central_claim() -> None:
    text = arggraph(segment(1)).replace("<arggraph ", '<arggraph stance="con" ')

    assert read("arggraph", text).map.statements[0].tags == ("stance: con",)
    assert "stance of the text" in told(read("arggraph", text.replace("adu", "odu")))


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "map:1:1: this is not XML: no element found"),
        ("<arggraph>\n <edu></arggraph>", "map:2:9: this is not XML: mismatched tag"),
        ("<a>" * 200, "map:1:301: elements are nested more than 100 deep"),
        ("<arggraph>&lt;&who;</arggraph>", "map:1:15: this is not XML: undefined entity"),
        (
            '<!DOCTYPE arggraph [\n<!ENTITY a "ha">]><arggraph>&a;</arggraph>',
            "map:2:12: the file declares the entity 'a'",
        ),
        (
            '<!DOCTYPE a SYSTEM "a.dtd">\n<a>&b;</a>',
            "map:2:4: the entity 'b' is not known",
        ),
        ('<?xml version="1.0" encoding="utf-7"?><a/>', "map:1:"),
        (
            "<!DOCTYPE html>\n <html/>",
            "map:2:2: this is XML, but not of arguments as known here: it begins with 'html'. It",
        ),
    ],
)
def test_harmful_files_are_refused_with_their_place(text: str, mistake: str) -> None:
    assert mistakes(text, form="arggraph")[0].startswith(mistake)


def test_a_document_type_alone_is_no_harm() -> None:
    text = arggraph(segment(1)).replace("?>", '?><!DOCTYPE arggraph SYSTEM "arggraph.dtd">')

    assert len(read("arggraph", text).map.statements) == 1


def test_other_encodings_are_read() -> None:
    text = arggraph(segment(1, "Größe")).replace("?>", ' encoding="ISO-8859-1"?>')

    assert read("arggraph", text.encode("latin-1")).map.text == "Größe"


@settings(max_examples=150, deadline=None)
@given(mutated(arggraph(segment(1), segment(2), edge("c", "a1", "a2", "sup"))))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("arggraph", data)
