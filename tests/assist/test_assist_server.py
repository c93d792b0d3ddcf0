"""A model behind an OpenAI-compatible server on loopback, reached through the `llm` library's own client."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from desk import Desk

LOST = "The mill lost $4.5 million last year"
ANSWER = {"claims": [{"quote": LOST, "claim": LOST, "holder": ""}]}


class Server(ThreadingHTTPServer):
    """Answers chat completions; `refusals` are given first, each an HTTP status."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.refusals: list[int] = []
        self.asked: list[dict[str, Any]] = []


class Handler(BaseHTTPRequestHandler):
    """One request of the protocol."""

    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        if self.server.refusals:
            self._send(self.server.refusals.pop(0), {"error": {"message": "not now", "type": "busy"}})
            return
        message = {"role": "assistant", "content": json.dumps(ANSWER)}
        self._send(
            200,
            {
                "id": "1",
                "object": "chat.completion",
                "created": 0,
                "model": "tiny",
                "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
                "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366},
            },
        )

    def _send(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test's output is not its place."""


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        settings = desk.folder / "llm"
        settings.mkdir()
        (settings / "extra-openai-models.yaml").write_text(
            "- model_id: tiny\n"
            "  model_name: tiny\n"
            f"  api_base: http://127.0.0.1:{running.server_port}/v1\n"
            "  supports_schema: true\n"
            "  can_stream: false\n"
        )
        yield running
        running.shutdown()
        thread.join()


def ingest(desk: Desk) -> Any:  # noqa: ANN401
    return desk.run("ingest", "mill.txt", "--extractor", "llm", "--model", "tiny", "--pause", "0")


def test_claims_come_from_a_server_with_its_own_count_of_tokens(desk: Desk, server: Server) -> None:
    done = ingest(desk)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 claim, 0 rejected; 1 call, 366 tokens, 0 answered before" in done.stdout
    (asked,) = server.asked
    assert asked["response_format"]["type"] == "json_schema"
    assert "The Varna paper mill will close" in asked["messages"][-1]["content"]
    assert [claim["quote"] for claim in desk.claims("--extractor", "llm:tiny")] == [LOST]


def test_a_server_that_is_busy_is_asked_again(desk: Desk, server: Server) -> None:
    server.refusals = [429, 500, 503]
    done = ingest(desk)
    assert done.returncode == 0, done.stdout
    assert len(desk.claims("--extractor", "llm:tiny")) == 1


def test_a_server_that_is_gone_costs_the_model_s_claims_only(desk: Desk, server: Server) -> None:
    server.refusals = [401] * 50
    done = ingest(desk)
    assert done.returncode == 3
    assert "did not answer" in done.stdout
    assert "Traceback" not in done.stderr
    assert desk.claims()
