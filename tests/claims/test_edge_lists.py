"""Edge lists: tables that people write, and tables that argmap writes."""

import csv
import io

import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_named, format_of_input, format_of_output
from argmap.claims.model import Link, Map, Quote, Relation, RelationRef, Statement
from tests.claims.foreign import is_map_or_mistake, mutated, read, told
from tests.claims.reading import mistakes

TYPED = (
    "kind,id,text,source,target,because,certainty,holder\n"
    "claim,open,Shops should open.,,,,0.5,Ada | Ben\n"
    "evidence,survey,Most want it.,,,,,\n"
    "support,r,,survey,open,People decide.,0.9,\n"
    "contrast,u,,open,r,,,\n"
)


def test_statements_and_relations_in_one_table() -> None:
    m, losses = read("csv", TYPED)

    assert m.by_id["open"].certainty == 0.5
    assert [m.holder_name(i) for i in m.by_id["open"].holder] == ["Ada", "Ben"]
    assert m.by_id["survey"].kind == "evidence"
    assert m.relations_by_id["r"].because == "People decide."
    assert m.relations_by_id["u"].target == RelationRef("r")
    assert m.positions["survey"].line == 3
    assert losses == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_first_row(delimiter: str) -> None:
    text = "\ufeffsource,target,kind\r\nPeople want it,Shops should open,pro\r\n"
    m = read("csv", text.replace(",", delimiter)).map

    assert [s.text for s in m.statements] == ["People want it", "Shops should open"]
    assert [(r.kind, r.target) for r in m.relations] == [("support", "Shops should open")]


def test_a_plain_edge_list_with_texts_beside() -> None:
    text = "from,from_text,to,to_text,relation\na,A long text,b,Another,supports\nb,,c,,-\n"
    m = read("csv", text).map

    assert [s.text for s in m.statements] == ["A long text", "Another", "c"]
    assert [r.kind for r in m.relations] == ["support", "contrast"]


def test_an_edge_list_with_relation_ids_may_undercut() -> None:
    m = read("csv", "id,source,target,kind\nr,a,b,support\n,c,r,undercuts\n").map

    assert m.relations[1].target == RelationRef("r")
    assert len(m.statements) == 3


def test_an_undercut_of_a_statement_is_kept_as_a_contrast_and_told() -> None:
    reading = read("csv", "id,source,target,kind\nr,a,b,support\n,c,r,undercuts\n,d,b,undercut\n")

    assert [relation.undercuts for relation in reading.map.relations] == [False, True, False]
    assert told(reading) == {"undercut of a statement, kept as a contrast": 1}


def test_links_linked_premises_and_mutual_contrasts() -> None:
    text = (
        "source,target,kind,linked,mutual,scheme\n"
        "a,b,rephrase,,,Default\nb,c,prefers,,,\na,c,support,b,,\nc,a,attacks,,yes,\n"
    )
    m = read("csv", text).map

    assert m.links[0] == Link(id="a~b", source="a", target="b", kind="rephrase", scheme="Default")
    assert m.links[1].kind == "preference"
    assert m.relations[0].premises == ("a", "b")
    assert m.relations[1].mutual


def test_lists_of_quotes_and_words() -> None:
    text = (
        "kind,id,text,tags,quotes,source,target\n"
        'claim,a,A,one | two,"[{""quote"": ""q"", ""nth"": 2}]",,\n'
        'claim,b,B,"[""x|y"", "" z""]",one | two,,\n'
    )
    a, b = read("csv", text).map.statements

    assert (a.tags, a.quotes) == (("one", "two"), (Quote(quote="q", nth=2),))
    assert (b.tags, b.quotes) == (("x|y", " z"), (Quote(quote="one"), Quote(quote="two")))


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "map:1: the table has no columns"),
        (
            "a,b\n",
            "map:1: the table has no column 'source' and no 'target' and no 'kind'. Name the",
        ),
        ('sep="\nsource"target"kind\n', "map:1: the table has no column"),
        ("sep=\r\nsource,target,kind\r\n", "map:1: the table has no column 'source'"),
        ("source,target,kind,kind\n", "map:1: the column 'kind' is there twice"),
        (
            "source,target,kind\na,b,suport\n",
            "map:2: unknown kind of relation 'suport'. Did you mean 'support'?",
        ),
        (
            "source,target,kind\na,b,neutral\n",
            "map:2: unknown kind of relation 'neutral'. Write support, contrast,",
        ),
        ("sep=;\nsource;target;kind\na;b;\n", "map:3: the relation has no kind"),
        ("source,target,kind\n\na,b,\n", "map:3: the relation has no kind"),
        ("source,target,kind\na,,pro\n", "map:2: a relation has an empty end"),
        ("source,target,kind\na,b,pro,x\n", "map:2: this row has 4 cells, but there are 3"),
        ('source,target,kind\n"a\n,b', "map:2: this is no table: unexpected end of data"),
        (
            "source,target,kind,certainty\na,b,pro,90%\n",
            "map:2: the certainty is '90%'. Write a number from 0 to 1",
        ),
        ("source,target,kind,mutual\na,b,con,perhaps\n", "map:2: 'mutual' is 'perhaps'"),
        (
            'kind,id,text,source,target,tags\nclaim,a,A,,,"[1]"\n',
            "map:2: 'tags' begins like a list in JSON, but is none",
        ),
        (
            "kind,id,text,source,target,type\nevidence,a,A,,,rumour\n",
            "map:2: the type of the evidence is 'rumour'. Write one of example",
        ),
        (
            "kind,id,text,source,target\nclaim,open,A,,\nsupport,,,open,opne\n",
            "map:3: unknown statement 'opne'. Did you mean 'open'?",
        ),
    ],
)
def test_mistakes_say_their_line(text: str, mistake: str) -> None:
    assert mistakes(text, form="csv")[0].startswith(mistake)


def test_several_mistakes_are_told_in_the_order_of_the_file() -> None:
    told_lines = mistakes("source,target,kind\na,b,x\nc,d,y\n", form="csv")

    assert [line[:6] for line in told_lines] == ["map:2:", "map:3:"]


def test_a_column_type_may_hold_the_kind() -> None:
    assert read("csv", "source,target,type\na,b,attacks\n").map.relations[0].kind == "contrast"


def test_columns_that_mean_nothing_are_in_the_ledger() -> None:
    assert told(read("csv", "source,target,kind,colour\na,b,pro,red\n")) == {"column 'colour'": 1}


@pytest.mark.parametrize(
    "head",
    [
        "from,to,relation",
        "premise,conclusion,label",
        "child,parent,polarity",
        "Source ID,Target_ID,Edge Type",
        "SRC,dst,relation_type",
        "\ufeffsource,target,kind",
        "sep=,\r\nsource,target,kind",
    ],
)
def test_columns_have_many_names(head: str) -> None:
    (relation,) = read("csv", f"{head}\n1,2,attacks\n").map.relations

    assert (relation.source, relation.target, relation.kind) == ("1", "2", "contrast")


def test_a_table_of_pros_and_cons() -> None:
    reading = read(
        "csv",
        "id,text,parent,stance,tags\n1,Open on Sundays?,,thesis,x\n"
        "2,It pays.,1,pro,\n3,It strains.,1,con,y\n4,Not mine.,3,attacks,\n5,It rains.,,evidence\n",
    )

    assert [(s.id, s.text) for s in reading.map.statements] == [
        ("1", "Open on Sundays?"),
        ("2", "It pays."),
        ("3", "It strains."),
        ("4", "Not mine."),
        ("5", "It rains."),
    ]
    assert reading.map.by_id["5"].kind == "evidence"
    assert [(r.source, r.kind, r.target) for r in reading.map.relations] == [
        ("2", "support", "1"),
        ("3", "contrast", "1"),
        ("4", "contrast", "3"),
    ]
    assert told(reading) == {"kind of a statement that bears on none": 1}
    wrong = mistakes("id,text,parent,stance\n1,A,,\n2,B,1,\n3,C,9,pro\n", form="csv")
    assert [line.split(".")[0] for line in wrong] == [
        "map:3: the relation has no kind",
        "map:4: unknown statement '9'",
    ]


def test_cells_that_mean_nothing_in_their_row_are_in_the_ledger() -> None:
    reading = read(
        "csv",
        "kind,id,text,source,target,because\n"
        "claim,a,A,,b,\nclaim,b,B,,,\npro,,why,a,b,\nrephrase,,,a,b,so\n",
    )

    assert told(reading) == {
        "'target' of a statement": 1,
        "'text' of a relation": 1,
        "'because' of a rephrase": 1,
    }


def test_a_table_is_named_after_its_file() -> None:
    assert read("csv", "source,target,kind\n", "a/debate.csv").map.title == "debate"


def test_what_a_spreadsheet_would_run_is_written_as_text() -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''", "a=1"]
    statements = [Statement(id=f"s{n}", kind="claim", text=t) for n, t in enumerate(hostile)]
    m = Map(title="T", statements=tuple(statements))
    text = format_named("csv").write(m).text
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]
    assert [s.text for s in read("csv", text).map.statements] == [t.strip() for t in hostile]


def test_line_breaks_and_quotes_travel_in_both_forms() -> None:
    odd = 'a "b"\nc,\td;\n\ne\n'
    m = Map(
        title="T",
        statements=(
            Statement(id="a", kind="claim", text="A", note=odd),
            Statement(id="b", kind="claim", text="B"),
        ),
        relations=(Relation(id="r", source="a", target="b", kind="support", because=odd),),
    )
    for form in ("csv", "tsv"):
        back = read(form, format_named(form).write(m).text).map

        assert back.statements == m.statements
        assert back.relations == m.relations


def test_the_ending_decides() -> None:
    assert format_of_output("x.tsv").write(Map(title="T")).text.startswith("kind\tid\t")
    assert format_of_input(b"source,target,kind\n", "x.csv").name == "csv"


@settings(max_examples=150, deadline=None)
@given(mutated(TYPED))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("csv", data)
