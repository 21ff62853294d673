"""`argmap draft`: a first map of an article."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.claims import reader
from argmap.claims.drafting.evaluation import evaluate
from argmap.claims.drafting.preface import MEASURED, OF_CONNECTIVES
from tests.claims.corpora import corpus_folder
from tests.claims.files_to_draft import docx, paragraph
from tests.claims.test_draft_sources_model import completion, reply, server
from tests.cli.conftest import Call

TEXT = (
    "Trams or buses\n\nThe town should build a tram. But trams are dear.\n\n"
    "According to Ann Lee, buses are slow. Trams last long, because their rails are strong.\n\n"
    "The line would end at the harbour. Nobody knows who lives there now.\n"
)
ARTICLE = Path(__file__).parents[2] / "claims/articles/us-russia/article.txt"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with an article."""
    tmp_path.joinpath("trams.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("ARGMAP_LLM_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_draft_is_a_map_of_the_articles_own_words(place: Path, call: Call) -> None:
    status, out, err = call("draft", "trams.txt")

    m = argmap.load(place / "trams.yaml")
    assert (status, err) == (0, "")
    assert out.startswith("trams.yaml\n")
    assert out.endswith("to place.\n")
    assert (m.source.file, m.title) == ("trams.txt", "Trams or buses")
    assert m.statements
    assert {q.match for s in m.statements for q in s.quotes} == {"exact"}
    assert {s.status for s in m.statements} == {r.status for r in m.relations} == {"proposed"}
    assert all(s.signal for s in m.statements if s.main or s.kind == "evidence")
    assert all(r.signal and r.certainty for r in m.relations)
    assert m.to_place
    assert call("check", "trams.yaml").status in (0, 1)


def test_head_of_the_file_says_what_it_is_worth(place: Path, call: Call) -> None:
    call("draft", "trams.txt")

    head = place.joinpath("trams.yaml").read_text("utf-8").partition("argmap: 1")[0]
    assert all(line.startswith("# ") for line in head.splitlines())
    words = " ".join(head.replace("#", " ").split())
    assert "not yet read by a person" in words
    assert "to place." in words


@pytest.mark.skipif(corpus_folder() is None, reason="the corpora are not here")
@pytest.mark.parametrize(
    ("texts", "folder"), [("microtexts", "B-ncsa-arggraph"), ("comments", "A-odbl-cdcp")]
)
def test_head_of_the_file_tells_what_was_measured(texts: str, folder: str) -> None:
    scores, _ = evaluate((corpus_folder() or Path()) / folder)

    floor = max(scores.to_first.f1, scores.to_previous.f1)
    measured = scores.units.f1, scores.labelled.f1, floor
    assert MEASURED[texts] == pytest.approx(measured, abs=0.03)
    if texts == "microtexts":
        assert pytest.approx(scores.connective.precision, abs=0.03) == OF_CONNECTIVES


def test_same_article_gives_the_same_bytes(place: Path, call: Call) -> None:
    call("draft", "trams.txt", "-o", "a.yaml")
    call("draft", "trams.txt", "-o", "b.yaml")

    assert place.joinpath("a.yaml").read_bytes() == place.joinpath("b.yaml").read_bytes()


def test_every_node_of_the_shipped_article_is_verbatim_body(place: Path, call: Call) -> None:
    text = ARTICLE.read_text("utf-8")
    place.joinpath("article.txt").write_text(text, encoding="utf-8")
    call("draft", "article.txt")

    m = argmap.load(place / "article.yaml")
    assert all(text[q.start : q.end] == q.quote for s in m.statements for q in s.quotes)
    first = [s.quotes[0].quote for s in m.statements]
    assert not [words for words in first if "©" in words or words.startswith("•")]


def test_words_of_a_web_page_stand_beside_the_map(place: Path, call: Call) -> None:
    page = f"<title>Trams</title><h1>Trams</h1><script>bad()</script><p>{TEXT.split(chr(10))[2]}"
    place.joinpath("page.html").write_text(page, encoding="utf-8")

    assert call("draft", "page.html").out.startswith("page.map.yaml\npage.map.source.txt\n")
    m = argmap.load(place / "page.map.yaml")
    assert m.source.file == "page.map.source.txt"
    assert {q.match for s in m.statements for q in s.quotes} == {"exact"}
    assert "bad()" not in place.joinpath("page.map.source.txt").read_text("utf-8")
    assert call("draft", "page.map.source.txt", "--into", "page.map.yaml").status == 0


def test_page_of_a_drafted_map_does_not_overwrite_the_article(place: Path, call: Call) -> None:
    place.joinpath("page.html").write_text("<p>The town should build a tram.", encoding="utf-8")
    call("draft", "page.html")

    assert call("view", "page.map.yaml").out == "page.map.html\n"
    assert place.joinpath("page.html").read_text("utf-8") == "<p>The town should build a tram."


def test_word_file_is_drafted(place: Path, call: Call) -> None:
    place.joinpath("a.docx").write_bytes(docx(paragraph("The town should build a tram.")))

    assert call("draft", "a.docx").status == 0
    assert [s.text for s in argmap.load(place / "a.yaml").statements]


def test_draft_on_the_terminal(place: Path, call: Call) -> None:
    out = call("draft", "trams.txt", "-o", "-").out

    assert reader.read(out, str(place / "map.yaml")).statements
    assert list(place.iterdir()) == [place / "trams.txt"]


@pytest.mark.usefixtures("place")
def test_json_tells_the_draft(call: Call) -> None:
    status, out, _ = call("draft", "trams.txt", "--json")

    told = json.loads(out)
    assert (status, told["files"]) == (0, ["trams.yaml"])
    assert told["figures"]["to_place"] == len(told["to_place"])
    assert {s["status"] for s in told["statements"]} == {"proposed"}
    assert told["model"] is None


def test_nothing_is_overwritten_but_by_force(place: Path, call: Call) -> None:
    for name in ("trams.yaml", "page.map.source.txt"):
        place.joinpath(name).write_text("mine", encoding="utf-8")
    place.joinpath("page.html").write_text("<p>The town should build a tram.", encoding="utf-8")

    for article, kept in (("trams.txt", "trams.yaml"), ("page.html", "page.map.source.txt")):
        status, _, err = call("draft", article)
        assert (status, place.joinpath(kept).read_text("utf-8")) == (2, "mine")
        assert "Add --force" in err
        assert call("draft", article, "--force").status == 0
    assert not place.joinpath("page.map.yaml").read_text("utf-8").startswith("mine")


def test_into_adds_and_leaves_every_byte(place: Path, call: Call) -> None:
    mine = (
        b"\xef\xbb\xbf# Mine\r\nargmap: 1\r\ntitle: T\r\nsource: {file: trams.txt}\r\nclaims:\r\n"
        b"  tram:  # the thesis\r\n    text: Build it.\r\n"
        b"    quote: The town should build a tram\r\n"
    )
    place.joinpath("mine.yaml").write_bytes(mine)

    status, out, _ = call("draft", "trams.txt", "--into", "mine.yaml")

    assert status == 0
    assert out.startswith("mine.yaml\n")
    assert "1 were there already." in out
    assert place.joinpath("mine.yaml").read_bytes().startswith(mine)
    assert len(argmap.load(place / "mine.yaml").statements) > 1
    grown = place.joinpath("mine.yaml").read_bytes()
    assert "0 statements were added" in call("draft", "trams.txt", "--into", "mine.yaml").out
    assert place.joinpath("mine.yaml").read_bytes() == grown


def test_model_is_asked_only_if_it_is_named(place: Path, call: Call) -> None:
    answer = json.dumps({"relations": [{"from": 99}], "holders": []})
    with server(lambda h, _: reply(h, completion(answer))) as (url, asked):
        call("draft", "trams.txt", "-o", "a.yaml")
        assert asked == []
        model = ("--llm", url, "--model", "m")
        status, out, _ = call("draft", "trams.txt", "-o", "b.yaml", *model)

    assert status == 0
    assert len(asked) == 1
    assert "dropped: number that stands for no statement, 1 times" in out
    ours = [place.joinpath(name).read_text("utf-8") for name in ("a.yaml", "b.yaml")]
    assert ours[0] == ours[1]


def test_key_is_written_nowhere(place: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_LLM_KEY", "very-secret")
    with server(lambda h, _: reply(h, "no", 500)) as (url, _):
        status, out, err = call("draft", "trams.txt", "--llm", f"{url}/v1/x", "--model", "m")

    assert status == 2
    assert "answers with HTTP status 500" in err
    assert "very-secret" not in out + err
    assert list(place.iterdir()) == [place / "trams.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name an article"),
        (["trams.txt", "--llm", "http://localhost:1"], "--llm and --model go together"),
        (["trams.txt", "--model", "m"], "--llm and --model go together"),
        (["trams.txt", "--into", "a.yaml", "-o", "b.yaml"], "leave -o out"),
        (["trams.txt", "-o", "a.json"], "must end in .yaml"),
        (["trams.txt", "-o", "below/a.yaml"], "Write it there with -o a.yaml, or copy the article"),
        (["trams.txt", "--into", "none.yaml"], "cannot be read"),
        (["none.txt"], "none.txt: the file cannot be read"),
        (["none.txt", "-o", "trams.txt.yaml"], "none.txt: the file cannot be read"),
        (["below"], "this is a folder"),
        (["trams.txt", "--llm", "file:///etc", "--model", "m"], "no address of a model"),
        (["--evaluate", "."], "there is no map"),
    ],
)
def test_wrong_use_is_told(place: Path, call: Call, arguments: list[str], said: str) -> None:
    place.joinpath("below").mkdir()
    status, out, err = call("draft", *arguments)

    assert (status, out) == (2, "")
    assert said in err
    assert not list(place.glob("**/*.yaml"))


@pytest.mark.parametrize(
    ("text", "status"),
    [("", 2), ("...", 2), ("Trams", 0), ("| a | b |\n| 1 | 2 |\n", 0), ("x = 1;\ny(x);\n" * 9, 0)],
)
def test_text_without_argument(place: Path, call: Call, text: str, status: int) -> None:
    place.joinpath("odd.txt").write_text(text, encoding="utf-8")

    assert call("draft", "odd.txt").status == status
    if status == 0:
        argmap.load(place / "odd.yaml")


def test_language_is_told(place: Path, call: Call) -> None:
    german = "Die Stadt soll eine Bahn bauen, und die Leute an der Strecke sind froh darüber.\n"
    place.joinpath("odd.txt").write_text(german * 5, encoding="utf-8")

    status, _, err = call("draft", "odd.txt")
    assert status == 0
    assert "note: This text seems to be German" in err
    assert "This text seems to be German" in place.joinpath("odd.yaml").read_text("utf-8")


@pytest.mark.usefixtures("place")
def test_scores_are_a_table_and_json(call: Call) -> None:
    call("draft", "trams.txt")

    out = call("draft", "--evaluate", ".").out.splitlines()
    assert out[0].split() == ["precision", "recall", "F1", "right", "proposed", "gold"]
    units = next(line for line in out if line.startswith("units  "))
    assert units.split()[1:4] == ["1.00", "1.00", "1.00"]
    assert out[-1] == "1 texts"
    told = json.loads(call("draft", "--evaluate", ".", "--json").out)
    assert told["total"]["units"]["f1"] == 1
    assert list(told["texts"]) == ["trams.yaml"]


def test_spacy_that_is_not_there_is_told(
    place: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)

    status, _, err = call("draft", "trams.txt", "--attribution", "spacy")
    assert status == 2
    assert "argmap[attribution]" in err
    assert not place.joinpath("trams.yaml").exists()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_draft_of_an_article_takes_little_memory(place: Path) -> None:
    place.joinpath("long.txt").write_text(TEXT * 40, encoding="utf-8")
    measure = (
        "import sys; from argmap.cli import run; run(sys.argv[1:]);"
        "print(open('/proc/self/status').read())"
    )

    done = subprocess.run(
        [sys.executable, "-c", measure, "draft", "long.txt"],
        capture_output=True,
        text=True,
        check=True,
    )

    (peak,) = [line for line in done.stdout.splitlines() if line.startswith("VmHWM")]
    assert int(peak.split()[1]) < 60_000
