"""A language model's proposals: what of them is taken, and servers that misbehave."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest

from argmap.claims.drafting.draft import Draft, draft
from argmap.claims.drafting.endpoint import TRIES, Endpoint, EndpointError
from argmap.claims.drafting.llm import MOST_UNITS, SCHEMA, with_model
from argmap.claims.drafting.structure import document_of

TEXT = (
    "The town should build a tram.\n\nTrams are quiet in every street of the town.\n\n"
    "The mayor calls the price of it a scandal.\n\nTickets will be cheap for children.\n"
)


class Said:
    """A model that gives one answer and keeps what it was asked."""

    model = "small"

    def __init__(self, answer: object) -> None:
        self.answer = answer if isinstance(answer, str) else json.dumps(answer)
        self.asked: list[str] = []

    def ask(self, system: str, user: str, schema: dict[str, Any]) -> str:
        assert system
        assert schema == SCHEMA
        self.asked.append(user)
        return self.answer


@pytest.fixture
def drafted() -> Draft:
    return draft(document_of(TEXT))


def relation(source: object = 2, target: object = 1, **other: object) -> dict[str, object]:
    known = {"from": source, "to": target, "relation": "support", "because": "Trams are quiet"}
    return known | other


def test_model_gets_numbered_units_and_gives_numbers(drafted: Draft) -> None:
    model = Said(
        {
            "relations": [relation()],
            "holders": [{"unit": 3, "holder": "The mayor", "because": "The mayor calls"}],
        }
    )

    grown, tally = with_model(drafted, model)

    (asked,) = model.asked
    assert asked.splitlines()[:2] == [
        "[1] The town should build a tram.",
        "[2] Trams are quiet in every street of the town.",
    ]
    names = [s.id for s in sorted(grown.map.statements, key=lambda s: s.quotes[0].start or 0)]
    (new,) = [r for r in grown.map.relations if "small" in (r.signal or "")]
    assert (new.source, new.target, new.kind) == (names[1], names[0], "support")
    assert (new.status, new.certainty, new.because) == ("proposed", None, None)
    assert new.signal == "the model small: “Trams are quiet”"
    held = grown.map.by_id[names[2]]
    assert [grown.map.holder_name(i).lower() for i in held.holder] == ["the mayor"]
    assert tally.relations == 1
    assert not {new.source, new.target_id} & set(grown.map.to_place)


def test_no_quote_comes_from_the_model(drafted: Draft) -> None:
    grown, _ = with_model(drafted, Said({"relations": [relation(quote="Invented")], "text": "x"}))

    assert [s.quotes for s in grown.map.statements] == [s.quotes for s in drafted.map.statements]
    assert [s.text for s in grown.map.statements] == [s.text for s in drafted.map.statements]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (relation(99), "number that stands for no statement"),
        (relation("1"), "number that stands for no statement"),
        (relation(True), "number that stands for no statement"),
        (relation(None), "number that stands for no statement"),
        (relation(0), "number that stands for no statement"),
        (relation(1, 1), "statement that would bear on itself"),
        (relation(relation="undercut"), "relation that is neither support nor contrast"),
        (relation(relation=["support"]), "relation that is neither support nor contrast"),
        (relation(because="Trams are loud"), "reason that is not in the text"),
        (relation(because=""), "reason that is not in the text"),
        (relation(because=7), "reason that is not in the text"),
        ({}, "number that stands for no statement"),
        ("text", "entry of another shape"),
    ],
)
def test_proposal_that_does_not_hold_is_dropped_and_counted(
    drafted: Draft, wrong: object, why: str
) -> None:
    grown, tally = with_model(drafted, Said({"relations": [wrong]}))

    assert grown.map == drafted.map
    assert tally.dropped == {why: 1}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"unit": 9, "holder": "The mayor", "because": "calls"}, "number that stands for no"),
        ({"unit": 3, "holder": "The queen", "because": "calls"}, "holder whose name is not"),
        ({"unit": 3, "holder": "The mayor", "because": "cries"}, "reason that is not"),
        ({"unit": 3, "holder": TEXT, "because": "calls"}, "holder whose name is not"),
    ],
)
def test_holder_that_does_not_hold_is_dropped(
    drafted: Draft, wrong: dict[str, object], why: str
) -> None:
    grown, tally = with_model(drafted, Said({"holders": [wrong]}))

    assert grown.map == drafted.map
    assert [reason[: len(why)] for reason in tally.dropped] == [why]


@pytest.mark.parametrize(
    "answer", ["", "I am sorry.", "[1, 2]", "<html></html>", '{"relations": [', "{" * 100_000]
)
def test_answer_that_is_no_json_is_dropped(drafted: Draft, answer: str) -> None:
    grown, tally = with_model(drafted, Said(answer))

    assert grown.map == drafted.map
    assert tally.dropped == {"answer that is not the JSON asked for": 1}


def test_json_within_words_is_found(drafted: Draft) -> None:
    answer = f"Here it is:\n```json\n{json.dumps({'relations': [relation()]})}\n```"

    assert with_model(drafted, Said(answer))[1].relations == 1


def test_relation_that_is_there_or_contradicts_is_dropped(drafted: Draft) -> None:
    twice = [relation(), relation(), relation(relation="contrast"), relation(1, 2)]
    _, tally = with_model(drafted, Said({"relations": twice}))

    assert tally.relations == 1
    assert tally.dropped == {"contradiction": 2, "relation that was there": 1}


def test_long_text_is_sent_in_parts_that_overlap() -> None:
    text = " ".join(f"Reason number {n} speaks for the tram." for n in range(2 * MOST_UNITS))
    model = Said({"relations": []})
    seen: list[tuple[int, int]] = []

    with_model(draft(document_of(text)), model, lambda done, all_: seen.append((done, all_)))

    numbers = [[line.split("]")[0] for line in asked.splitlines()] for asked in model.asked]
    assert max(map(len, numbers)) <= MOST_UNITS
    assert all(set(a) & set(b) for a, b in pairwise(numbers))
    assert seen[-1] == (len(numbers), len(numbers))


# Servers

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


def reply(handler: BaseHTTPRequestHandler, body: object, status: int = 200) -> None:
    data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def completion(content: object) -> dict[str, Any]:
    return {"choices": [{"message": {"role": "assistant", "content": content}}]}


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[tuple[str, dict[str, Any], Any]]]]:
    """Serve answers on this machine; gives the address and what was asked."""
    asked: list[tuple[str, dict[str, Any], Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, body, self.headers))
            answer(self, body)

        def log_message(self, *_: Any) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}", asked
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def ask(url: str, **other: Any) -> str:
    return Endpoint(url, "small", **{"timeout": 5, "pause": 0, **other}).ask("s", "u", SCHEMA)


def test_chat_completions_are_asked_with_the_schema_and_the_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ARGMAP_LLM_KEY", "secret")
    with server(lambda h, _: reply(h, completion("words"))) as (url, asked):
        assert ask(f"{url}/v1") == "words"

    ((path, body, headers),) = asked
    assert path == "/v1/chat/completions"
    assert body["model"] == "small"
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert headers["Authorization"] == "Bearer secret"
    assert "secret" not in repr(Endpoint(url, "small"))


def test_ollama_is_asked_in_its_own_way() -> None:
    with server(lambda h, _: reply(h, {"message": {"content": "words"}})) as (url, asked):
        assert ask(f"{url}/api") == "words"

    ((path, body, headers),) = asked
    assert path == "/api/chat"
    assert (body["format"], body["stream"]) == (SCHEMA, False)
    assert headers["Authorization"] is None


@pytest.mark.parametrize(
    ("url", "chat"),
    [
        ("http://localhost:11434", "http://localhost:11434/api/chat"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:8080", "http://localhost:8080/v1/chat/completions"),
        ("https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions"),
        ("https://a.example/x/api/chat", "https://a.example/x/api/chat"),
    ],
)
def test_address_of_the_chat(url: str, chat: str) -> None:
    assert Endpoint(url, "small").chat_url == chat


@pytest.mark.parametrize(
    "url",
    ["", "localhost", "file:///etc/passwd", "ftp://a.example", "http://", "http://u:p@a.example",
     "http://a b", "http://[", "http://a.example:99999"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(EndpointError, match="is no address of a model"):
        Endpoint(url, "small")


def test_key_is_not_sent_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")

    with pytest.raises(EndpointError, match="in the clear") as caught:
        Endpoint("http://a.example/v1", "small")
    assert "secret" not in str(caught.value)


def test_server_that_knows_no_schema_is_asked_without() -> None:
    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        known = "response_format" not in body
        reply(handler, completion("words") if known else {"error": "x"}, 200 if known else 400)

    with server(answer) as (url, asked):
        assert ask(url) == "words"
    assert len(asked) == 2


@pytest.mark.parametrize(
    "body",
    ["", "<html>no</html>", "[]", {"choices": []}, {"choices": [{"message": {"content": None}}]},
     {"error": {"message": "x"}}, "[" * 100_000],
)  # fmt: skip
def test_answer_without_words_is_empty(body: object) -> None:
    with server(lambda h, _: reply(h, body)) as (url, _):
        assert ask(url) == ""


def test_busy_server_is_asked_again() -> None:
    codes = iter([503, 429, 200])
    with server(lambda h, _: reply(h, completion("words"), next(codes))) as (url, asked):
        assert ask(url) == "words"
    assert len(asked) == 3


@pytest.mark.parametrize(("status", "times"), [(500, TRIES), (401, 1), (404, 1), (302, 1)])
def test_refusal_is_told(status: int, times: int) -> None:
    with (
        server(lambda h, _: reply(h, "<html>", status)) as (url, asked),
        pytest.raises(EndpointError, match=f"answers with HTTP status {status}"),
    ):
        ask(url)
    assert len(asked) == times


def test_redirection_is_not_followed() -> None:
    with server(lambda h, _: reply(h, completion("words"))) as (elsewhere, carried):

        def answer(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
            handler.send_response(307)
            handler.send_header("Location", f"{elsewhere}/v1/chat/completions")
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        with server(answer) as (url, _), pytest.raises(EndpointError, match="status 307"):
            ask(url)
    assert carried == []


def test_silent_server_is_waited_for_no_longer_than_said() -> None:
    with (
        server(lambda *_: time.sleep(0.6)) as (url, _),
        pytest.raises(EndpointError, match=r"does not answer within 0\.2 seconds"),
    ):
        ask(url, timeout=0.2)


def test_server_that_drips_is_waited_for_no_longer_than_said() -> None:
    def drip(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):
            for _step in range(100):
                handler.wfile.write(b" ")
                handler.wfile.flush()
                time.sleep(0.05)

    with server(drip) as (url, _), pytest.raises(EndpointError, match="does not answer within"):
        ask(url, timeout=0.3)


def test_answer_without_end_is_cut_off() -> None:
    with (
        server(lambda h, _: reply(h, " " * 6_000_000)) as (url, _),
        pytest.raises(EndpointError, match="answers with more than"),
    ):
        ask(url)


def test_server_that_is_not_there() -> None:
    with server(lambda h, _: reply(h, "")) as (url, _):
        pass

    with pytest.raises(EndpointError, match="cannot be reached"):
        ask(url)
