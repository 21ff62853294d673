"""Files that say they are JSON of another tool: cut off, empty, in another encoding."""

import pytest

from argmap.claims import MapError
from argmap.claims.formats import format_named, format_of_input
from tests.fuzz.samples import TEXTS, samples

FORMS = ["aif", "xaif", "ova", "sadface", "arguebuf", "cdcp", "json"]
BESIDE = str(TEXTS[0].with_name("given"))
"""The name of a file beside the texts that the samples speak of."""
CUTS = 50


def mistakes(form: str, data: bytes) -> list[str]:
    """Read a file that is no map, and tell what is said of it."""
    with pytest.raises(MapError) as caught:
        format_named(form).read(data, BESIDE)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("form", FORMS)
def test_file_that_is_cut_off_is_told_where(form: str) -> None:
    for data in samples(form):
        for cut in range(CUTS):
            start = data[: len(data) * cut // CUTS]

            (told,) = mistakes(form, start)

            line = start.decode("utf-8", "ignore").count("\n") + 1
            assert told.startswith(f"{BESIDE}:{line}:")


@pytest.mark.parametrize("form", FORMS)
def test_file_without_its_parts_is_no_map(form: str) -> None:
    for data in (b"", b" \n", b"\xef\xbb\xbf", b"{}", b"[]", b"null", b"1", b'"x"', b'{"a": []}'):
        assert mistakes(form, data)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", ":1:1: this is not JSON: the file is empty. "),
        (b'{"a":\n[', ":2:2: this is not JSON: it ends too early. "),
        (
            b'{"a": "\\ud83d\\ude00",\n"b": "\\\\ud83d \\ud83d"}',
            ":2:15: this is not JSON: \\ud83d is half of a character. ",
        ),
    ],
)
def test_what_a_file_lacks_is_told(form: str, data: bytes, told: str) -> None:
    (problem,) = mistakes(form, data)

    assert told in problem


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused(form: str, encoding: str) -> None:
    data = samples(form)[0].decode().encode(encoding)

    (told,) = mistakes(format_of_input(data, f"map.{form}.json").name, data)

    assert ": this is not " in told or ": the file holds the control character U+0000" in told


@pytest.mark.parametrize("form", FORMS)
def test_letters_of_an_older_encoding_are_told_with_their_place(form: str) -> None:
    start = samples(form)[0].partition(b'"')[0]

    (told,) = mistakes(form, start + '"caf\u00e9": 1}'.encode("latin-1"))

    column = len(start.rpartition(b"\n")[2]) + len('"caf') + 1
    assert f":{column}: this is not UTF-8 text: byte 0xe9" in told


@pytest.mark.parametrize("form", FORMS)
def test_a_byte_order_mark_is_no_part_of_a_file(form: str) -> None:
    data = samples(form)[0]
    marked = b"\xef\xbb\xbf" + data

    assert format_of_input(marked, "map").name == form
    read, again = (format_named(form).read(d, BESIDE) for d in (data, marked))
    assert read == again
