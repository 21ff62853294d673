"""What each part of Argdown means in a map."""

from pathlib import Path
from typing import Any

import pytest

from argmap.claims import Map, Quote, Relation, RelationRef, Statement
from argmap.claims.model import Link, Locution, Position, Source
from tests.claims.foreign import read, told


def map_of(text: str) -> Map:
    return read("argdown", text).map


def only(text: str) -> Statement:
    (statement,) = map_of(text).statements
    return statement


def steps(text: str) -> set[tuple[Any, ...]]:
    """Each relation as (premises, sign, target), the sign as a person writes it."""
    signs = {"support": "+", "contrast": "-"}
    return {
        (
            *r.premises,
            "><" if r.mutual else signs[r.kind],
            r.target_id if not r.undercuts else f"({r.target_id})",
        )
        for r in map_of(text).relations
    }


def test_statement_has_its_title_for_its_id() -> None:
    assert only("[open]: Shops should open.") == Statement(
        id="open", kind="claim", text="Shops should open."
    )
    assert only("[Open shops]: They should.").title == "Open shops"
    assert only("Shops should open.").id == "untitled-1"


def test_sketched_argument_is_a_statement_with_a_tag() -> None:
    assert only("<a>: It pays. #economy").tags == ("argument", "economy")


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("+", ("b", "+", "a")),
        ("<+", ("b", "+", "a")),
        ("+>", ("a", "+", "b")),
        ("-", ("b", "-", "a")),
        ("<-", ("b", "-", "a")),
        ("->", ("a", "-", "b")),
        ("><", ("a", "><", "b")),
    ],
)
def test_signs_tell_kind_and_direction(sign: str, expected: tuple[str, ...]) -> None:
    assert steps(f"[a]: A\n  {sign} [b]: B") == {expected}


def test_relations_nest_by_indentation() -> None:
    text = "[a]: A\n  + [b]\n    - [c]\n      + [d]\n  - [e]\n\n[f]\n\t+ [g]\n\t\t+ [h]"

    assert steps(text) == {
        ("b", "+", "a"),
        ("c", "-", "b"),
        ("d", "+", "c"),
        ("e", "-", "a"),
        ("g", "+", "f"),
        ("h", "+", "g"),
    }


def test_relation_between_two_levels_belongs_to_the_outer_one() -> None:
    text = "[a]\n  + [b]\n      + [c]\n    - [d]\n  + [e]"

    assert steps(text) == {("b", "+", "a"), ("c", "+", "b"), ("d", "-", "a"), ("e", "+", "a")}
    assert told(read("argdown", text))["relation indented between two levels"] == 1


def test_same_relation_drawn_twice_is_one() -> None:
    assert steps("[a]\n  + [b]\n\n[b]\n  +> [a]\n\n[a]\n  >< [c]\n\n[c]\n  >< [a]") == {
        ("b", "+", "a"),
        ("a", "><", "c"),
    }


RECONSTRUCTED = """\
<A>: Because it pays.

(1) [p]: P
(2) Q
--
Modus ponens, Detachment {certainty: 0.5, logic: deductive}
--
(3) R
(4) S
-----
(5) [t]: T
"""


def test_inference_is_one_relation_from_all_its_premises() -> None:
    first, second = map_of(RECONSTRUCTED).relations

    assert first == Relation(
        id="A (3)",
        source="p",
        linked=("untitled-1",),
        target="untitled-2",
        kind="support",
        certainty=0.5,
        scheme="Modus ponens, Detachment",
    )
    assert second == Relation(
        id="A",
        source="untitled-2",
        linked=("untitled-3",),
        target="t",
        kind="support",
        because="Because it pays.",
    )
    assert told(read("argdown", RECONSTRUCTED)) == {"'logic' of an inference": 1}


def test_inference_may_say_which_premises_it_uses() -> None:
    text = "(1) [a]\n(2) [b]\n-- {uses: [1]} --\n(3) [c]\n-- {uses: [1, 3]} --\n(4) [d]"

    assert steps(text) == {("a", "+", "c"), ("a", "c", "+", "d")}
    wrong = "(1) [a]\n-- {uses: [7]} --\n(2) [b]"
    assert steps(wrong) == {("a", "+", "b")}
    assert told(read("argdown", wrong))["'uses' that names no statement above"] == 1


def test_what_a_reconstructed_argument_does_its_conclusion_does() -> None:
    text = RECONSTRUCTED + "\n<A>\n  +> [x]\n  -> <y>\n\n[z]\n  - <A>"

    assert {("t", "+", "x"), ("t", "-", "y"), ("t", "-", "z")} <= steps(text)


def test_what_is_done_to_a_reconstructed_argument_is_done_to_its_last_inference() -> None:
    text = RECONSTRUCTED + "\n<A>\n  + [x]\n  - [y]\n  _ [z]"

    assert {("x", "+", "(A)"), ("y", "-", "(A)"), ("z", "-", "(A)")} <= steps(text)
    assert told(read("argdown", text))["attack on an argument, kept as an undercut"] == 1


@pytest.mark.parametrize("place", ["-----\n  <_ [u]\n(2) [c]", "-----\n(2) [c]\n  _ [u]"])
def test_inference_is_undercut_below_its_line_or_its_conclusion(place: str) -> None:
    text = f"<A>\n\n(1) [p]\n{place}\n(3) [q]\n-----\n(4) [d]"

    assert ("u", "-", "(A (2))") in steps(text)


def test_undercut_of_a_sketched_argument_is_one_of_its_only_step() -> None:
    one = "[a]\n  + <b>\n    _ <c>"
    two = f"{one}\n\n<b>\n  +> [d]"

    assert ("c", "-", "(b-a)") in steps(one)
    assert ("c", "-", "b") in steps(two)
    what = "undercut of what has no step, or several, kept as a contrast"
    assert told(read("argdown", two))[what] == 1


def test_undercuts_may_go_in_a_circle() -> None:
    m = map_of("<a>\n  _> <b>\n\n<b>\n  _> <a>")
    first, second = m.relations

    assert (first.target, second.target) == (RelationRef(second.id), RelationRef(first.id))


def test_in_strict_mode_attack_between_statements_runs_both_ways() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[a]\n  + [b]\n  - [c]\n  - <d>\n\n[c]\n  - [a]"

    assert steps(text) == {("b", "+", "a"), ("c", "><", "a"), ("d", "-", "a")}
    ledger = told(read("argdown", text))
    assert ledger["entailment, kept as support"] == 1
    assert ledger["contrariness, kept as a contrast both ways"] == 1


def test_members_of_an_equivalence_class_are_one_statement() -> None:
    text = "[a] #x\n\n[a]: First. #y {note: N}\n\n[a]: Second. {certainty: 0.5}\n\n[a]: First."

    assert only(text) == Statement(
        id="a",
        kind="claim",
        text="First.",
        tags=("x", "y"),
        note="N",
        certainty=0.5,
        locutions=(Locution(words="Second."),),
    )
    assert told(read("argdown", text)) == {"further wording, kept as words that were said": 1}


def test_statement_that_is_only_referred_to_has_its_title_for_a_text() -> None:
    assert only("[Alone]").text == "Alone"
    assert told(read("argdown", "[Alone]")) == {"statement without text, told by its title": 1}


def test_statement_and_argument_of_one_title_are_two() -> None:
    m = map_of("[a]: A\n  + <a>: B")

    assert [(s.id, s.text) for s in m.statements] == [("a", "A"), ("a-2", "B")]


def test_statement_and_reconstructed_argument_of_one_title_are_two() -> None:
    text = "[c]: C\n  +> [d]\n\n<c>\n\n(1) [e]\n----\n(2) [c]\n  <_ [f]"

    assert steps(text) == {("c", "+", "d"), ("e", "+", "c"), ("f", "-", "(c-2)")}
    assert told(read("argdown", text))["title of an argument that is taken or cannot be seen"] == 1


def test_data_in_braces_has_the_keys_of_the_map_file() -> None:
    text = (
        "===\nholders: {us: {name: Washington, aliases: [America]}}\n===\n\n"
        "[a]: A {evidence: true, type: statistic, origin: R, holder: [us, moscow], main: true,\n"
        "  quotes: [one, {quote: two, nth: 2}], tags: [x y], said: [W, {words: V, speaker: us}],\n"
        "  rephrases: [b], preferred_to: [{to: b, id: k, scheme: S}], colour: red}\n\n[b]: B"
    )
    m, losses = read("argdown", text)
    statement = m.by_id["a"]

    assert statement.kind == "evidence"
    assert (statement.type, statement.origin, statement.main) == ("statistic", "R", True)
    assert statement.holder == ("us", "moscow")
    assert [h.name for h in m.holders] == ["Washington", "moscow"]
    assert statement.quotes == (Quote(quote="one"), Quote(quote="two", nth=2))
    assert statement.tags == ("x y",)
    assert statement.locutions == (Locution(words="W"), Locution(words="V", speaker="us"))
    assert m.links == (
        Link(id="a~b", source="a", target="b", kind="rephrase"),
        Link(id="k", source="a", target="b", kind="preference", scheme="S"),
    )
    assert [loss.what for loss in losses] == ["'colour' of a statement"]


def test_data_may_be_in_block_style_and_what_does_not_fit_is_lost() -> None:
    text = "[a]: A {\n  certainty: high\n  note: it's\n  tags:\n    - x\n}\n  + [b] {note: N}"
    m, losses = read("argdown", text)

    assert (m.by_id["a"].note, m.by_id["a"].tags) == ("it's", ("x",))
    assert (m.by_id["b"].note, len(m.relations)) == ("N", 1)
    assert losses[0].what == "'certainty' of a statement that does not fit"


def test_data_that_is_no_yaml_is_lost() -> None:
    assert told(read("argdown", "[a]: A {b: c; d: e: f}")) == {"data that is not YAML": 1}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("over\n  two\nlines", "over two lines"),
        ("**bold**, __bold__, *it* and _it_.", "bold, bold, it and it."),
        ("5 * 3 and snake_case_name *", "5 * 3 and snake_case_name *"),
        ("a [link](https://x.org/a_(b)) here", "a link here"),
        ("see https://x.org/a", "see https://x.org/a"),
        ("mentions @[B] and @<C d>", "mentions @[B] and @<C d>"),
        ("says :heart: and p .^. q", "says :heart: and p .^. q"),
        ("one <!-- two --> three /* four\n\nfive */ six // seven", "one three six"),
        (r"\*, \[x\], \#tag, \{, \\ and \/\/", "*, [x], #tag, {, \\ and //"),
        ("with [sic] and 1 < 2 > 0", "with [sic] and 1 < 2 > 0"),
        ("a #tag inside, #and behind #(at the end)", "a #tag inside, #and behind"),
        ("[…] goes on", "[…] goes on"),
        ("a list?\n* no\n1. no", "a list? * no 1. no"),
    ],
)
def test_words_of_a_statement(written: str, text: str) -> None:
    assert only(f"[a]: {written}").text == text


def test_tags_may_be_taken_out_of_the_text() -> None:
    text = "===\nmodel: {removeTagsFromText: true, shuffle: 1}\n===\n\n[a]: a #tag inside"

    assert (only(text).text, only(text).tags) == ("a inside", ("tag",))
    assert told(read("argdown", text)) == {"'model' of the front matter": 1}


def test_ledger_names_what_is_only_for_the_eye() -> None:
    text = "# H {isGroup: false} #t\n\n[a]: **b** [c](d) // e"

    assert told(read("argdown", text)) == {
        "'isGroup' of a heading": 1,
        "tags of a heading": 1,
        "bold or italic type": 1,
        "address of a link": 1,
        "comment": 1,
    }


def test_headings_are_sections() -> None:
    text = "[a]\n\n# One\n\n[b]\n\n### Two\n\n[a]: A\n  + [c]\n\n## Three\n\n(1) [d]\n----\n(2) [e]"

    assert {s.id: s.section for s in map_of(text).statements} == {
        "b": ("One",),
        "a": ("One", "Two"),
        "c": ("One", "Two"),
        "d": ("One", "Three"),
        "e": ("One", "Three"),
    }


def test_lists_are_statements() -> None:
    text = "* [a]: A\n* B\n  over two lines\n  + [c]\n\n  1. D\n  2. <e>: E"

    assert [s.text for s in map_of(text).statements] == ["A", "B over two lines", "c", "D", "E"]
    assert steps(text) == {("c", "+", "untitled-1")}


def test_front_matter_tells_title_and_source() -> None:
    assert read("argdown", "===\ntitle: T\nauthor: [A, B]\ndate: 2026\n===\n\nx").map == Map(
        title="T",
        statements=(Statement(id="untitled-1", kind="claim", text="x"),),
        source=Source(author="A, B", date="2026"),
    )
    assert read("argdown", "# Of shops\n\nx").map.title == "Of shops"


def test_front_matter_ends_at_its_fence() -> None:
    m = map_of("===\ntitle: T\n===\n[a]: A\n  + [b]: B\n")

    assert (m.title, [s.id for s in m.statements]) == ("T", ["a", "b"])


def test_title_is_the_name_of_the_file_where_nothing_tells_it() -> None:
    assert read("argdown", "x", path="shops.argdown").map.title == "shops"


def test_places_are_known_and_line_ends_of_any_sort_are_read() -> None:
    m = map_of("[a]: A\r\n  + [b]: B\r\n\r\n[c]: C\r\r(1) [d]\r----\r(2) [e]\r")

    assert m.positions["b"] == Position(2, 5)
    assert m.positions["b-a"] == Position(2, 3)
    assert m.positions["c"] == Position(4, 1)
    assert len(m.relations) == 2


def test_quotes_are_looked_up_in_the_source(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Some words here.", encoding="utf-8")
    text = "===\nsource: {file: article.txt}\n===\n\n[a]: A {quotes: [words here]}"
    m = read("argdown", text, path=str(tmp_path / "map.argdown")).map

    assert m.text == "Some words here."
    assert m.statements[0].quotes == (Quote(quote="words here", start=5, end=15, match="exact"),)


def test_relations_that_lead_nowhere_are_lost() -> None:
    ledger = told(read("argdown", "[a]\n  +> [a]\n\n(1) [b]\n(2) [c]\n----\n(3) [b]"))

    assert ledger["relation without two ends, or from a statement to itself"] == 1
    assert ledger["premise that is the conclusion as well, left out"] == 1


def test_further_reconstructions_and_descriptions_are_told() -> None:
    text = RECONSTRUCTED + "\n<A>: Or so. #tag\n\n(1) [v]\n----\n(2) [w]"
    ledger = told(read("argdown", text))

    assert ("v", "+", "w") in steps(text)
    assert ledger["second reconstruction of an argument"] == 1
    assert ledger["further description of an argument"] == 1
    assert ledger["tags of a reconstructed argument"] == 1


def test_expectations_are_kept_where_their_statements_are() -> None:
    text = (
        "===\nexpect: [{path: [a, b], is: supports}, {path: [a, c], is: mixed}]\n"
        "ignore: [detached]\n===\n\n[a]\n  +> [b]"
    )
    m, losses = read("argdown", text)

    assert [e.path for e in m.expect] == [("a", "b")]
    assert m.ignore == ("detached",)
    assert losses[-1].what == "expectation of a statement that is not there"


def test_holders_and_titles_lose_what_cannot_be_seen() -> None:
    text = (
        '===\nholders: {us: {name: A}, "us\\u200b": {name: B}}\n===\n\n[a\u200bb]: A {holder: us}'
    )
    m, losses = read("argdown", text)

    assert m.by_id["ab"].holder == ("us",)
    assert [h.name for h in m.holders] == ["A"]
    assert [loss.what for loss in losses] == [
        "holder that is there twice, or without a name",
        "title that is taken or cannot be seen",
    ]


def test_places_of_quotes_are_kept_only_if_they_are_some() -> None:
    quotes = (
        "quotes: [{quote: q, start: 1, end: 3}, {quote: r, start: 3, end: 1}, {quote: s, start: 0}]"
    )

    assert only(f"[a]: A {{{quotes}}}").quotes == (
        Quote(quote="q", start=1, end=3),
        Quote(quote="r"),
        Quote(quote="s"),
    )


def test_stand_in_that_does_not_one_thing_is_a_statement() -> None:
    text = "(1) [a]\n-- {stand-in: true} --\n(2) b\n  -> [c]\n  -> [d]"

    assert steps(text) == {
        ("a", "+", "untitled-1"),
        ("untitled-1", "-", "c"),
        ("untitled-1", "-", "d"),
    }
    what = "conclusion that stands for its premises and does not do one thing"
    assert told(read("argdown", text))[what] == 1


def test_contradiction_by_several_premises_runs_one_way() -> None:
    text = "<r>\n\n(1) [a]\n(2) [b]\n-- {stand-in: true} --\n(3) c\n  >< [d]"

    assert steps(text) == {("a", "b", "-", "d")}
    assert told(read("argdown", text))["way back of a contrast"] == 1


def test_markup_in_rules_of_an_inference_is_a_comment_or_a_word() -> None:
    m = map_of("(1) [a]\n-- p *q* // r\n[s] /* t */ --\n(2) [b]")

    assert m.relations[0].scheme == "p *q* [s]"
