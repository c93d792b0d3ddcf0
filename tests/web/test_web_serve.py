"""Every page over HTTP from a real server: content, links, headers, hostile text, bad requests."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from serving import Server, serving

from claimkb.model import RelationKind
from claimkb.records import RelationFilter
from claimkb.store.canned import CANNED_QUERIES
from claimkb.store.queries import Reader

pytest.importorskip("datasette", reason="the extra claimkb[web] is not installed")


@pytest.fixture(scope="module")
def server(mill: Path) -> Iterator[Server]:
    with serving(mill) as running:
        yield running


@pytest.fixture(scope="module")
def seeds_server(seeds: Path) -> Iterator[Server]:
    with serving(seeds) as running:
        yield running


CONTENT = [
    ("/", ["4", "sources", "1,200 jobs", "Economy"]),
    ("/board", ["Contradiction", "Tension", "harbour-gazette", "valley-post", "union officials", "86%", "R5"]),
    ("/board?kind=contradiction", ["Both count the jobs lost in 2021."]),
    ("/agreements", ["2 sources, 2 claims", "town-ledger"]),
    ("/themes", ["Economy", "valley-post"]),
    ("/theme/economy", ["Economy", "Contradiction", "2 sources, 2 claims", "1,200 jobs lost"]),
    ("/sources", ["harbour-gazette", "2022, inferred", "Ann"]),
    ("/source/harbour-gazette", ["mill/gazette.txt", "2 claims", "When the paper mill closed"]),
    ("/article/mill%2Fpost.txt", ["Union officials put it lower"]),
    ("/claims?q=jobs", ["1,200 jobs lost", "Around 300 jobs lost"]),
    ("/claims?modality=predicted", ["Harbour will grow"]),
    ("/claims?q=zeppelin", ["None found"]),
    ("/claim/a1", ["The paper mill's closure cost 1,200 jobs in 2021.", "What it meets", "Contradiction"]),
    ("/data", ["Who is quoted", "claims_view", "relations_view"]),
    ("/data/claims_view", ["a headline of a few words", "Narrow down", "6 rows"]),
    ("/data/relations_view", ["same-quantity", "3 rows"]),
    ("/data/search?words=harbour", ["›harbour‹"]),
    ("/data/documents/1", ["When the paper mill closed"]),
    ("/data?sql=select+count(*)+from+claims", ["6"]),
]  # fmt: skip


@pytest.mark.parametrize(("address", "expected"), CONTENT, ids=lambda value: str(value)[:40])
def test_a_page_shows_what_it_is_for(address: str, expected: list[str], server: Server) -> None:
    found = server.get(address)
    assert found.status == 200
    text = re.sub(r"\s+", " ", found.text)
    for words in expected:
        assert words in text, words


def test_every_link_of_every_page_leads_somewhere(seeds_server: Server) -> None:
    seen: dict[str, str] = {}
    todo = ["/"]
    while todo:
        address = todo.pop()
        if address in seen or len(seen) > 400:
            continue
        found = seeds_server.get(address)
        assert found.status == 200, address
        seen[address] = found.body
        if address.startswith("/data"):
            continue  # Datasette's tables lead to endless sorts and facets of themselves
        for href in re.findall(r'href="(/[^"#]*)', found.body):
            todo.append(href.replace("&amp;", "&"))
    kinds = {address.split("/")[1].partition("?")[0] for address in seen}
    assert kinds >= {
        "board",
        "agreements",
        "theme",
        "source",
        "claim",
        "finding",
        "article",
        "claims",
        "data",
    }


def test_anchors_into_articles_exist(seeds_server: Server, seeds: Path) -> None:
    with Reader(seeds) as reader:
        claims = list(reader.claims())
    pages = {
        path: seeds_server.get(f"/article/{quote(path, safe='')}").body
        for path in {c.document for c in claims}
    }
    for claim in claims:
        assert f'id="c-{claim.id}"' in pages[claim.document]


def test_the_highlighted_runs_of_a_claim_are_its_quote(seeds_server: Server, seeds: Path) -> None:
    from html import unescape

    with Reader(seeds) as reader:
        articles = [reader.article(head.path) for head in reader.articles()]
    for article in articles:
        body = seeds_server.get(f"/article/{quote(article.head.path, safe='')}").body
        runs = re.findall(r'data-claims="([^"]+)">(.*?)</(?:a|span)>', body, re.DOTALL)
        assert article.claims
        for claim in article.claims:
            shown = "".join(unescape(text) for ids, text in runs if claim.id in ids.split())
            assert shown == claim.quote


def test_the_board_shows_each_finding_once_over_its_pages(seeds_server: Server, seeds: Path) -> None:
    with Reader(seeds) as reader:
        expected = [
            each.relation.id
            for kind in (RelationKind.CONTRADICTION, RelationKind.TENSION)
            for each in reader.contradictions(RelationFilter(kinds=(kind,)))
        ]
    shown, address = [], "/board"
    while address:
        body = seeds_server.get(address).body
        shown += re.findall(r'id="f-(\w+)"', body)
        later = re.search(r'rel="next" href="([^"]+)"', body)
        address = f"/board{later[1].replace('&amp;', '&')}" if later else ""
    assert shown == expected


@pytest.mark.parametrize("query", CANNED_QUERIES, ids=lambda query: query.name)
def test_every_canned_query_runs_and_finds_something(query: object, seeds_server: Server) -> None:
    name = query.name  # type: ignore[attr-defined]
    found = seeds_server.get(f"/data/{name}?words=pakistan")
    assert found.status == 200
    assert "<td>" in found.body
    assert 'class="error"' not in found.body


REFUSED = [
    ("/nope", 404, "Not found"),
    ("/claim/zz", 404, "There is no claim"),
    ("/finding/zz", 404, "There is no finding"),
    ("/theme/econmy", 404, "There is no theme"),
    ("/source/nobody", 404, "There is no source"),
    ("/article/..%2F..%2Fetc%2Fpasswd", 404, "There is no document"),
    ("/source/%ff", 400, "cannot be read"),
    ("/claims?modality=certain", 400, "is no modality"),
    ("/claims?since=yesterday", 400, "is not a date"),
    ("/claims?page=0", 400, "There is no page"),
    ("/claims?page=99999999999999", 400, "There is no page"),
    ("/claims?sort=colour", 400, "cannot be sorted"),
    ("/board?min_confidence=much", 400, "is no confidence"),
    ("/data?sql=delete+from+claims", 400, "Statement must be a SELECT"),
    ("/data/nowhere", 404, "Not found"),
]


@pytest.mark.parametrize(("address", "status", "words"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_request_is_a_page_with_its_status(
    address: str, status: int, words: str, server: Server
) -> None:
    found = server.get(address)
    assert found.status == status
    assert words in found.text
    assert "Traceback" not in found.body


@pytest.mark.parametrize("address", [address for address, _ in CONTENT] + ["/nope", "/data/claims_view.json"])
def test_every_answer_lets_a_browser_load_our_sheet_and_nothing_else(address: str, server: Server) -> None:
    found = server.get(address)
    policy = str(found.headers["content-security-policy"])
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in found.body or address.endswith(".json")
    assert " style=" not in found.body
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', found.body)
    assert address.endswith(".json") or sheets == ["/claimkb.css"]


@pytest.mark.parametrize(
    "address",
    ["/", "/claims", "/claim/c1", "/source/blog", "/sources", "/data/claims_view", "/data/documents/3"],
)
def test_text_of_strangers_is_shown_and_does_nothing(address: str, server: Server) -> None:
    body = server.get(address).body
    assert "\x1b" not in body
    assert "\u202e" not in body
    assert "<script" not in body


def test_hostile_words_are_there_to_be_read(server: Server) -> None:
    text = server.get("/source/blog").text
    assert "<script>alert(1)</script>" in text
    assert "\\x1b[31mred alert" in text
    assert "\\u202eolleh" in text


def test_a_request_under_another_name_is_refused(server: Server) -> None:
    assert server.get("/", Host="evil.example").status == 421
    assert server.get("/", Host="localhost:80").status == 200
    assert server.get("/", Host="[::1]").status == 200


def test_the_base_is_not_changed_and_new_claims_appear(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("The old mill lost 300 jobs in 2021. The harbour grew.", encoding="utf-8")
    db = tmp_path / "odd ?#% name.db"
    ingest = [sys.executable, "-m", "claimkb", "--db", str(db), "ingest", "--quiet"]
    subprocess.run([*ingest, str(article)], check=True, capture_output=True)
    with serving(db) as running:
        assert "300 jobs" in running.get("/claims").text
        other = tmp_path / "two.txt"
        other.write_text("The new ferry carried 90 passengers in 2022.", encoding="utf-8")
        subprocess.run([*ingest, str(other)], check=True, capture_output=True)
        assert "90 passengers" in running.get("/claims").text
        assert "90 passengers" in running.get("/data/claims_view").text


def test_pages_show_what_people_decided(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("The old mill lost 300 jobs in 2021. The harbour grew in 2022.", encoding="utf-8")
    db = tmp_path / "claims.db"

    def claimkb(*arguments: str) -> str:
        command = [sys.executable, "-m", "claimkb", "--db", str(db), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    claimkb("ingest", "--quiet", str(article))
    mill, harbour = (line.split("\t")[0] for line in claimkb("claims").splitlines()[1:])
    claimkb("hide", harbour)
    claimkb("note", mill, "asked the mill")
    claimkb("rate", mill, "2")
    claimkb("rate", "one", "B")
    with serving(db) as running:
        page = running.get("/article/" + quote(str(article), safe="")).text
        assert f'id="c-{mill}"' in page
        assert f'id="c-{harbour}"' not in page
        shown = running.get(f"/claim/{mill}").text
        assert "asked the mill" in shown
        assert "<dt>rated</dt><dd>2</dd>" in shown
        assert "<dt>source rated</dt><dd>B</dd>" in shown
        assert "left it out of every list" in running.get(f"/claim/{harbour}").text


def test_an_interrupt_ends_it_cleanly(mill: Path) -> None:
    command = [sys.executable, "-m", "claimkb", "--db", str(mill), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "Ctrl-C ends it" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said == "Stopped.\n"


def fails(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "claimkb", *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_a_port_in_use_is_one_line_with_the_next_step(mill: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = fails("--db", mill, "serve", "--port", str(port))
    assert f"Port {port} is in use. Choose another" in said


def test_a_missing_base_is_one_line_with_the_next_step(tmp_path: Path) -> None:
    assert "claimkb ingest" in fails("--db", tmp_path / "none.db", "serve", "--port", "0")


def test_an_address_of_another_machine_is_one_line(mill: Path) -> None:
    assert "is no address of this machine" in fails("--db", mill, "serve", "--host", "203.0.113.9")


def test_without_datasette_it_says_what_to_install(mill: Path) -> None:
    script = (
        "import sys\nsys.modules['datasette'] = None\n"
        f"from claimkb.cli import main\nmain(['--db', {str(mill)!r}, 'serve'])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "pip install 'claimkb[web]'" in result.stderr
