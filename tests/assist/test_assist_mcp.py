"""A client of the official SDK starts `claimkb mcp`, lists every tool and calls each."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from mcp import ClientSession, StdioServerParameters, stdio_client

from claimkb.assistant import TOOLS

FIRST = "The Varna mill lost 300 jobs in 2021. The Lund bridge cost $4 million."
SECOND = "The Varna mill lost 1,200 jobs in 2021. The Lund bridge cost $4 million."

Talk = Callable[[ClientSession], Awaitable[Any]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(tmp_path_factory.mktemp("mcp"))
    (desk.folder / "first.txt").write_text(FIRST)
    (desk.folder / "second.txt").write_text(SECOND)
    done = desk.run("ingest", "first.txt", "second.txt", "-q")
    assert done.returncode == 0, done.stderr
    return desk.db


def talk(base: Path, what: Talk) -> Any:  # noqa: ANN401 - whatever the talk is about
    async def session() -> Any:  # noqa: ANN401
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "claimkb", "--db", str(base), "mcp"]
        )
        async with stdio_client(command) as (read, write), ClientSession(read, write) as client:
            await client.initialize()
            return await what(client)

    return asyncio.run(session())


def call(base: Path, tool: str, **arguments: object) -> Any:  # noqa: ANN401
    async def one(client: ClientSession) -> Any:  # noqa: ANN401
        return await client.call_tool(tool, arguments)

    return talk(base, one)


def records(result: Any) -> Any:  # noqa: ANN401
    assert not result.is_error, result.content
    return [json.loads(part.text) for part in result.content]


def test_every_tool_is_listed_with_what_it_does(base: Path) -> None:
    async def listing(client: ClientSession) -> Any:  # noqa: ANN401
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in talk(base, listing)}
    assert set(tools) == {tool.__name__ for tool in TOOLS}
    assert all(tool.description for tool in tools.values())
    assert "kb" not in tools["search_claims"].input_schema["properties"]


def test_a_claim_is_found_with_its_quote_and_offsets(base: Path) -> None:
    (claim,) = records(call(base, "search_claims", text="mill", source=["first"]))
    text = base.with_name("first.txt").read_text()
    assert text[claim["start"] : claim["end"]] == claim["quote"]
    (shown,) = records(call(base, "show_claim", claim_id=claim["id"][:8]))
    assert shown["claim"]["id"] == claim["id"]
    assert [relation["relation"]["kind"] for relation in shown["relations"]] == ["contradiction"]


def test_every_other_tool_answers(base: Path) -> None:
    (clash,) = records(call(base, "contradictions"))
    assert {clash["a_source"], clash["b_source"]} == {"first", "second"}
    for side in "ab":
        text = base.with_name(f"{clash[f'{side}_source']}.txt").read_text()
        assert text[clash[f"{side}_start"] : clash[f"{side}_end"]] == clash[f"{side}_quote"]
    assert len(records(call(base, "agreements", limit=1_000_000))) == 1
    assert records(call(base, "tensions")) == []
    assert {source["name"] for source in records(call(base, "list_sources"))} == {"first", "second"}
    assert records(call(base, "list_themes"))
    assert records(call(base, "list_entities", limit=3))
    assert records(call(base, "compare_sources", source_a="first", source_b="second"))


def test_a_wrong_name_is_an_error_that_says_what_is_near(base: Path) -> None:
    result = call(base, "search_claims", source=["frist"])
    assert result.is_error
    assert "first" in result.content[0].text


def test_what_cannot_be_answered_says_why_without_a_traceback(base: Path) -> None:
    async def wrong(client: ClientSession) -> Any:  # noqa: ANN401
        asked = (
            ("show_claim", {"claim_id": "ffff0000"}),
            ("search_claims", {"since": "last week"}),
            ("search_claims", {"limit": "many"}),
            ("compare_sources", {"source_a": "first"}),
        )
        return [await client.call_tool(tool, arguments) for tool, arguments in asked]

    words = []
    for result in talk(base, wrong):
        assert result.is_error
        words.append(result.content[0].text)
        assert "Traceback" not in words[-1]
    assert "ffff0000" in words[0]
    assert "Write a year, a month or a day" in words[1]
    assert "limit" in words[2]
    assert "source_b" in words[3]


def test_nothing_is_written(base: Path) -> None:
    before = base.read_bytes()
    for tool in ("search_claims", "contradictions", "list_sources"):
        call(base, tool)
    assert base.read_bytes() == before


def test_without_a_base_it_says_what_to_do(desk: Desk) -> None:
    refused = desk.run("mcp")
    assert refused.returncode == 1
    assert "claimkb ingest" in refused.stderr
