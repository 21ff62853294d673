"""Foreign files that are large in the way that hurts are read in time that grows with them.

Nothing is timed: what was quadratic would take minutes here.
"""

import json
from collections.abc import Callable

import pytest

from argmap.claims.formats import format_named
from argmap.claims.model import Map, Statement
from tests.claims.foreign import is_map_or_mistake

N = 20_000


def added_premises() -> str:
    chain = "".join(f'<edge id="c{n}" src="a" trg="c{n - 1}" type="add"/>' for n in range(N, 1, -1))
    return f'<arggraph><adu id="a"/>{chain}<edge id="c1" src="a" trg="b" type="sup"/></arggraph>'


def shared_joint() -> str:
    made = "".join(f'<edu id="e{n}">x</edu><edge src="e{n}" trg="j" type="seg"/>' for n in range(N))
    used = "".join(f'<adu id="a{n}"/><edge src="j" trg="a{n}" type="seg"/>' for n in range(N))
    return f"<arggraph>{made}{used}</arggraph>"


def wide_scheme() -> str:
    nodes = [{"id": f"n{n}", "type": "atom", "text": "x"} for n in range(N)]
    edges = [
        {"source_id": f"n{n}", "target_id": "s"}
        if n % 2
        else {"source_id": "s", "target_id": f"n{n}"}
        for n in range(N)
    ]
    return json.dumps({"nodes": [*nodes, {"id": "s", "type": "inference"}], "edges": edges})


def misplaced_quotes() -> str:
    source = {"resource_id": "r", "text": "not there", "offset": 5}
    nodes = [{"id": n, "type": "atom", "text": "x", "sources": [source]} for n in range(N)]
    resources = [{"id": "r", "content": "there " * N}]
    return json.dumps({"nodes": nodes, "edges": [], "resources": resources})


def many_schemes_in_a_row() -> str:
    nodes = {f"n{n}": {"scheme": {"attack": ""}} for n in range(N)}
    edges = {f"e{n}": {"source": f"n{n}", "target": f"n{n + 1}"} for n in range(N - 1)}
    nodes["a"] = {"atom": {"text": "A"}}
    edges |= {f"f{n}": {"source": "a", "target": f"n{n}"} for n in range(N)}
    return json.dumps({"nodes": nodes, "edges": edges})


def unknown_words() -> str:
    return "source,target,kind\n" + "".join(f"a{n},b,suport{n}\n" for n in range(N))


def unknown_ends() -> str:
    rows = "".join(f"support,,,a,b{n}\n" for n in range(N))
    return f"kind,id,text,source,target\nclaim,a,A,,\n{rows}"


def many_columns() -> str:
    return "source,target,kind," + ",".join(f"c{n}" for n in range(N))


def unknown_edges() -> str:
    edges = "".join(
        f'<edge source="a" target="b"><data key="kind">x{n}</data></edge>' for n in range(N)
    )
    return f"<graphml><graph>{edges}</graph></graphml>"


def many_attributes() -> str:
    marks = "".join(f"A{n}\tMark T1 v{n}\n#{n}\tNote T1\tnote\n" for n in range(N))
    return f"T1\tClaim 0 1\tx\n{marks}"


def long_pointers() -> str:
    pointers = "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, N))
    return f"1. T\n{pointers}1.{N}. Pro: Here\n"


def many_arguments() -> str:
    arguments = "".join(
        f"  a{n}: {{premises: [p{n}], conclusion: c, undercutter: u}}\n" for n in range(N)
    )
    return f"arguments:\n{arguments}"


CASES: list[tuple[str, Callable[[], str]]] = [
    ("arggraph", added_premises),
    ("arggraph", shared_joint),
    ("sadface", wide_scheme),
    ("sadface", misplaced_quotes),
    ("arguebuf", many_schemes_in_a_row),
    ("csv", unknown_words),
    ("csv", unknown_ends),
    ("csv", many_columns),
    ("graphml", unknown_edges),
    ("brat", many_attributes),
    ("kialo", long_pointers),
    ("carneades", many_arguments),
]


@pytest.mark.parametrize(("form", "make"), CASES)
def test_large_files_are_read_in_reasonable_time(form: str, make: Callable[[], str]) -> None:
    assert is_map_or_mistake(form, make().encode())


@pytest.mark.parametrize("form", ["dot", "mermaid", "markdown", "gexf"])
def test_one_endless_word_is_written(form: str) -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="长" * 1_000_000),))

    assert format_named(form).write(m).text
