"""Ask a language model at an address that the user names; nothing is contacted otherwise.

Speaks the chat completions of OpenAI, which most servers know, and the chat of Ollama. The key is
taken from the environment, sent to that address only, and never told, logged or written.
"""

import json
import os
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from argmap.claims.errors import ArgmapError, printable, shown

KEYS = ("ARGMAP_LLM_KEY", "OPENAI_API_KEY")
MAX_ANSWER = 5_000_000
TRIES = 3
_PIECE = 65_536
_LONGEST_WAIT = 20.0
_PASSING = (408, 409, 429, 500, 502, 503, 504)
_OLLAMA_PORT = 11434
_HERE = ("localhost", "127.0.0.1", "::1")
_SCHEMA_UNKNOWN = 400


class EndpointError(ArgmapError):
    """The model cannot be asked, or does not answer; says why."""


class _StayHere(HTTPRedirectHandler):
    """Follows no redirection, which could carry the text and the key elsewhere."""

    def redirect_request(self, *_: Any) -> None:  # noqa: ANN401
        return None


@dataclass(frozen=True)
class Endpoint:
    """A model and where to ask it.

    Attributes:
        url: The address: of a server, of its `/v1` or `/api`, or of the chat itself.
        model: The model's name.
        timeout: How many seconds one answer may take.
        pause: How many seconds to wait before a second try; twice as many before a third.
    """

    url: str
    model: str
    timeout: float = 120
    pause: float = 1
    key: str = field(
        default_factory=lambda: next(filter(None, map(os.environ.get, KEYS)), ""), repr=False
    )

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            host, is_web = parts.hostname, parts.scheme in ("http", "https")
            is_plain = parts.username is None and parts.port != 0
        except ValueError:
            host, is_web, is_plain = None, False, False
        if not host or not is_web or not is_plain or any(c.isspace() for c in self.url):
            raise EndpointError(
                f"{shown(self.url)} is no address of a model. Give one like "
                "http://localhost:11434 or https://example.org/v1; a key stands in ARGMAP_LLM_KEY."
            )
        if self.key and parts.scheme == "http" and host not in _HERE:
            raise EndpointError(
                f"{shown(self.url)} would be sent the key in the clear. Use https, or unset "
                f"{' and '.join(KEYS)}."
            )

    @property
    def is_ollama(self) -> bool:
        """Whether the address is of Ollama's own chat."""
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/")
        return path.endswith(("/api", "/api/chat")) or (not path and parts.port == _OLLAMA_PORT)

    @property
    def chat_url(self) -> str:
        """The address of the chat itself."""
        url = self.url.partition("?")[0].rstrip("/")
        path = urlsplit(url).path
        end = "/chat" if self.is_ollama else "/chat/completions"
        if path.endswith(end):
            return url
        if not path:
            return url + ("/api" if self.is_ollama else "/v1") + end
        return url + end

    def ask(self, system: str, user: str, schema: dict[str, Any]) -> str:
        """Ask once, with a few more tries while the server is busy.

        Args:
            system: what the model is to do.
            user: the text that it is to do it with.
            schema: the JSON Schema of the answer; servers that know none are asked without.

        Returns:
            What the model said; "" if the server's answer holds no words of a model.

        Raises:
            EndpointError: the server cannot be reached, refuses, or does not answer in time.
        """
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        request: dict[str, Any] = {"model": self.model, "messages": messages, "stream": False}
        bound = {"name": "draft", "schema": schema, "strict": True}
        if self.is_ollama:
            shaped = request | {"format": schema, "options": {"temperature": 0}}
        else:
            request |= {"temperature": 0}
            shaped = request | {
                "response_format": {"type": "json_schema", "json_schema": bound},
            }
        try:
            return self._said(self._send(shaped))
        except _RefusedError:
            return self._said(self._send(request))

    def _send(self, request: dict[str, Any]) -> bytes:
        wait = self.pause
        for left in reversed(range(TRIES)):
            try:
                return self._sent(request)
            except HTTPError as error:
                error.close()
                if error.code == _SCHEMA_UNKNOWN and ("format" in " ".join(request)):
                    raise _RefusedError from None
                if error.code not in _PASSING or not left:
                    raise self._error(f"answers with HTTP status {error.code}") from None
            except TimeoutError:
                raise self._error(f"does not answer within {self.timeout:g} seconds") from None
            except (URLError, HTTPException, OSError) as error:
                reason = getattr(error, "reason", error)
                if isinstance(reason, TimeoutError):
                    what = f"does not answer within {self.timeout:g} seconds"
                    raise self._error(what) from None
                if not left:
                    told = printable(str(reason) or type(reason).__name__)
                    raise self._error(f"cannot be reached: {told}") from None
            time.sleep(min(wait, _LONGEST_WAIT))
            wait *= 2
        raise self._error("does not answer")

    def _sent(self, request: dict[str, Any]) -> bytes:
        headers = {"Content-Type": "application/json", "User-Agent": "argmap"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        ask = Request(self.chat_url, json.dumps(request).encode(), headers, method="POST")  # noqa: S310  # the scheme was looked at
        until = time.monotonic() + self.timeout
        pieces: list[bytes] = []
        with build_opener(_StayHere).open(ask, timeout=self.timeout) as answer:
            while piece := answer.read1(_PIECE):
                pieces.append(piece)
                if time.monotonic() > until:
                    raise TimeoutError
                if sum(map(len, pieces)) > MAX_ANSWER:
                    raise self._error(f"answers with more than {MAX_ANSWER:,} bytes")
        return b"".join(pieces)

    def _said(self, answer: bytes) -> str:
        try:
            told = json.loads(answer)
            message = told["message"] if self.is_ollama else told["choices"][0]["message"]
            content = message["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            return ""
        return content if isinstance(content, str) else ""

    def _error(self, what: str) -> EndpointError:
        parts = urlsplit(self.chat_url)
        return EndpointError(f"The model at {parts.scheme}://{parts.netloc} {what}.")


class _RefusedError(Exception):
    """The server does not take the request in this form."""
