"""Mistakes in the form of a map file: each at its place, with a cure, all of them at once."""

import pytest

from tests.claims.reading import HEAD, mistakes

TOP = "argmap, title, source, holders, claims, evidence, expect, ignore, suggested, to_place"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "map: the file is empty."),
        ("# only a comment\n", "map: the file is empty."),
        ("- a\n", "map: this is not a mapping."),
        ("words\n", "map: this is not a mapping."),
    ],
)
def test_what_is_no_mapping_is_told_how_a_map_begins(text: str, told: str) -> None:
    cure = "A map begins with argmap: 1; 'argmap new ARTICLE' writes a first one."

    assert mistakes(text) == [f"{told} {cure}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: T\n", "map:1:1: the map has no 'argmap'. Add argmap: (1)."),
        ("argmap: 1\n", "map:1:1: the map has no 'title'. Add title: (text)."),
        (
            "argmap: 2\ntitle: T\n",
            "map:1:9: version '2' of the format is unknown. This argmap reads argmap: 1.",
        ),
        (
            "argmap: one\ntitle: T\n",
            "map:1:9: version 'one' of the format is unknown. This argmap reads argmap: 1.",
        ),
        ("argmap:\ntitle: T\n", "map:1:8: 'argmap' has no value. Write 1."),
        ("argmap: 1\ntitle:\n", "map:2:7: 'title' has no value. Write text."),
        ('argmap: 1\ntitle: ""\n', "map:2:8: 'title' must be text, not empty."),
        ("argmap: 1\ntitle: [T]\n", "map:2:8: 'title' must be text, not a list of 1."),
    ],
)
def test_version_and_title_must_be_there(text: str, told: str) -> None:
    assert mistakes(text) == [told]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("clams: {}", "3:1: unknown key 'clams'. Did you mean 'claims'?"),
        ("clams:", "3:1: unknown key 'clams'. Did you mean 'claims'?"),
        ("zzz: {}", f"3:1: unknown key 'zzz'. Known here: {TOP}."),
        ("source: {fil: x}", "3:10: unknown key 'fil'. Did you mean 'file'?"),
        ("claims: {a: {tex: A, text: A}}", "3:14: unknown key 'tex'. Did you mean 'text'?"),
        (
            "claims: {a: {text: A, type: event}}",
            (
                "3:23: unknown key 'type'. Known here: text, title, holder, quote, quotes,"
                " certainty, tags, section, note, implicit, main, said, ignore, status,"
                " signal, supports, contrasts, rephrases, preferred_to."
            ),
        ),
        (
            "claims: {a: {text: A, supports: [{to: b, mutual: true}]}, b: {text: B}}",
            (
                "3:42: unknown key 'mutual'. Known here: to, id, because, certainty, scheme, with,"
                " status, signal."
            ),
        ),
        (
            "claims: {a: {text: A}, b: {text: B, contrasts: [{to: a, becuase: x}]}}",
            "3:57: unknown key 'becuase'. Did you mean 'because'?",
        ),
        (
            "claims: {a: {text: A, quote: {words: x}}}",
            "3:30: 'quote' has no 'quote'. Add quote: (words of the source).",
        ),
    ],
)
def test_unknown_key_comes_with_the_near_or_the_known_ones(body: str, told: str) -> None:
    assert f"map:{told}" in mistakes(HEAD + body)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("title: U", "3:1: the key 'title' is given twice, first in line 2."),
        (
            "claims:\n  a: {text: A}\n  a: {text: B}",
            "5:3: the key 'a' is given twice, first in line 4.",
        ),
        (
            "claims: {a: {text: A, text: B}}",
            "3:23: the key 'text' is given twice, first in line 3.",
        ),
    ],
)
def test_key_given_twice(body: str, told: str) -> None:
    assert mistakes(HEAD + body) == [f"map:{told} Remove or rename one of the two."]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "claims: []",
            (
                "3:9: 'claims' must be a mapping with an id for each entry."
                " Write the id, a colon, and the rest indented below it."
            ),
        ),
        (
            "claims: {a: A sentence}",
            "3:13: 'a' must be a mapping with a 'text'. Write it below the id, indented.",
        ),
        ("claims: {a: }", "3:13: 'a' must be a mapping with a 'text'. Write it below the id,"),
        ("claims: {a: {}}", "3:13: 'a' has no 'text'. Add text: (a sentence)."),
        ("claims: {a: {text: }}", "3:20: 'text' has no value. Write a sentence."),
        (
            "claims: {a: {text: A, note: }}",
            "3:29: 'note' has no value. Write text, or remove the key.",
        ),
        ("claims: {a: {text: {b: c}}}", "3:20: 'text' must be a sentence, not a mapping."),
        (
            "claims: {a: {text: A, main: yes}}",
            "3:29: 'main' must be true or false, not 'yes'.",
        ),
        ("claims: {a: {text: A, tags: x}}", "3:29: 'tags' must be a list of names, not 'x'."),
        (
            "claims: {a: {text: A, tags: [[x]]}}",
            "3:30: 'tags' must be a name, not a list of 1.",
        ),
        (
            "claims: {a: {text: A, supports: b}}",
            "3:33: 'supports' must be a list of ids, or of mappings with 'to', not 'b'.",
        ),
        (
            "claims: {a: {text: A, quotes: x}}",
            "3:31: 'quotes' must be a list of quotes, not 'x'.",
        ),
        (
            "claims: {a: {text: A, quote: {quote: x, nth: 0}}}",
            "3:46: 'nth' must be a whole number from 1, not '0'.",
        ),
        (
            "claims: {a: {text: A, quote: {quote: x, nth: 1_0}}}",
            "3:46: 'nth' must be a whole number from 1, not '1_0'.",
        ),
        (
            "evidence: {a: {text: A, type: guess}}",
            (
                "3:31: 'type' must be one of common knowledge, document, event, example,"
                " expert opinion, statistic, testimony, not 'guess'."
            ),
        ),
        ("holders: [a]", "3:10: 'holders' must be a mapping with an id for each entry."),
        ("holders: {a: }", "3:14: 'a' must be a mapping with a 'name'."),
        ("source: x", "3:9: 'source' must be a mapping, not 'x'."),
        ("expect: {}", "3:9: 'expect' must be a list of mappings with 'path' and 'is'."),
        ("expect: [a]", "3:10: an expectation must be a mapping with 'path' and 'is'."),
        (
            "expect: [{path: [a, b]}]",
            "3:10: the expectation has no 'is'. Add is: (one of mixed, supports,",
        ),
        (
            "expect: [{path: [a], is: mixed}]",
            "3:17: 'path' must be two ids, like [from, to], not a list of 1.",
        ),
        (
            "expect: [{path: [a, b, c], is: mixed}]",
            "3:17: 'path' must be two ids, like [from, to], not a list of 3.",
        ),
        (
            "claims: {a: {text: A}, b: {text: B}}\nexpect: [{path: [a, b], is: suports}]",
            "4:29: 'is' must be one of mixed, supports, unconnected, undermines, not 'suports'.",
        ),
    ],
)
def test_value_of_the_wrong_sort_is_told_what_is_wanted(body: str, told: str) -> None:
    (problem,) = mistakes(HEAD + body)

    assert problem.startswith(f"map:{told}")


@pytest.mark.parametrize(
    "certainty",
    ["-0.1", "1.5", "nan", ".nan", "inf", "-inf", "1e400", "high", "0,5", "0_1", "50 %"],
)
def test_certainty_is_a_number_in_range(certainty: str) -> None:
    assert mistakes(f'{HEAD}claims: {{a: {{text: A, certainty: "{certainty}"}}}}') == [
        f"map:3:34: 'certainty' must be a number from 0 to 1, like 0.5, not '{certainty}'."
    ]


def test_certainty_of_a_relation_too() -> None:
    body = "claims: {a: {text: A, supports: [{to: b, certainty: 2}]}, b: {text: B}}"

    assert mistakes(HEAD + body) == [
        "map:3:53: 'certainty' must be a number from 0 to 1, like 0.5, not '2'."
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "claims:\n\ta: {text: A}",
            (
                "4:1: this is not YAML: found character that cannot start any token."
                " Indent with spaces, not with tabs."
            ),
        ),
        (
            "claims:\n  a:\n  \ttext: A\n  \tmain: true",
            (
                "5:3: this is not YAML: found character that cannot start any token."
                " Indent with spaces, not with tabs."
            ),
        ),
        (
            "note: @x",
            (
                "3:7: this is not YAML: found character that cannot start any token."
                " Put a text that begins with a special character in double quotes."
            ),
        ),
        (
            "note: a\nb: c: d",
            (
                "4:5: this is not YAML: mapping values are not allowed in this context."
                " Put a text that holds ': ' in double quotes."
            ),
        ),
        (
            "claims:\n  a:\n    text: A\n   title: B",
            (
                "6:4: this is not YAML: did not find expected key."
                " Check the quotation marks of this line, and the indentation of the lines above."
            ),
        ),
        (
            'note: "no end\nclaims: {}\n',
            "3:7: this is not YAML: found unexpected end of stream. Close the quotation mark.",
        ),
        (
            "claims: {a: {text: A}\n",
            (
                "4:1: this is not YAML: did not find expected ',' or '}'."
                " Check the quotation marks of this line, and the indentation of the lines above."
            ),
        ),
        ("---\nargmap: 1", "3:1: a second document begins here. Keep one map a file."),
        ("claims: {[a, b]: {text: A}}", "3:10: this key is not plain text. Write a word."),
    ],
)
def test_what_is_no_yaml_is_told_where_and_how_to_mend_it(body: str, told: str) -> None:
    assert f"map:{told}" in mistakes(HEAD + body)


def test_tags_aliases_and_merge_keys_are_refused() -> None:
    body = "claims:\n  a: &a {text: A}\n  b: *a\n  c: {<<: {text: C}}\n  d: {text: !!str 12}\n"

    assert [problem.partition(". ")[0] for problem in mistakes(HEAD + body)] == [
        "map:5:6: the alias '*a' is not allowed",
        "map:5:6: 'b' must be a mapping with a 'text'",
        "map:6:6: 'c' has no 'text'",
        "map:6:7: unknown key '<<'",
        "map:7:13: the tag 'tag:yaml.org,2002:str' means nothing here",
    ]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    told = mistakes(
        "argmap: 3\n"
        "claims:\n"
        "  a: {text: A, certainty: 2, main: perhaps}\n"
        "  b: {text: B, supports: [c, zz, c]}\n"
        "  c: {txt: C}\n"
        "evidence:\n"
        "  b: {text: E, holder: nobody}\n"
        "expect:\n"
        "  - {path: [b, gone], is: mixed}\n"
    )

    assert [problem.partition(". ")[0].removesuffix(".") for problem in told] == [
        "map:1:1: the map has no 'title'",
        "map:1:9: version '3' of the format is unknown",
        "map:3:27: 'certainty' must be a number from 0 to 1, like 0.5, not '2'",
        "map:3:36: 'main' must be true or false, not 'perhaps'",
        "map:4:30: unknown statement 'zz'",
        "map:4:34: 'b' supports 'c' a second time",
        "map:5:6: 'c' has no 'text'",
        "map:5:7: unknown key 'txt'",
        "map:7:3: the id 'b' is used for two statements",
        "map:7:24: unknown holder 'nobody'",
        "map:9:12: unknown statement 'gone'",
    ]
