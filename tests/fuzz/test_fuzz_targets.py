"""Whatever the bytes, what reads them gives something sound or refuses: no other error, no hang, no broken process.

Real inputs are cut, overwritten and stuffed at random, which gets deeper into
a format than random bytes do.
"""

import json
from collections.abc import Callable

import pytest
from fuzz_targets import TARGETS, ends_soundly, holds_together, run, seeds_of
from fuzzing import FUZZED
from hypothesis import given
from hypothesis import strategies as st

from claimkb.readers import confine
from claimkb.readers.feed import TASK
from claimkb.readers.formats import READERS
from claimkb.readers.web import read_bytes

PIECES = [b"<", b">", b"&", b"\0", b"\xff", b"\r\n", b'"', b"'", b"=", b"<!--", b"]]>", b"endobj", b"%%EOF"]
PIECES += [
    b"\x1b[31m",
    b"PK\x01\x02",
    b"99999999999",
    b"-1",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"<svg>",
    b"[[",
]
PIECES += [b"&#x110000;", b"{" * 99, b"\n", b"\t", b"\xc2\x85", b"\xe2\x80\xa8"]


@st.composite
def damaged(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A seed after a few cuts, insertions and overwritings; now and then nothing but random bytes."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        data[at:to] = draw(st.one_of(st.just(b""), st.sampled_from(PIECES), st.binary(max_size=8)))
    return bytes(data)


def fuzzed(inputs: st.SearchStrategy[bytes], target: Callable[[bytes], None]) -> None:
    """Give the target as many of the inputs as are wanted."""
    FUZZED(given(inputs)(lambda data: target(data)))()


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_inputs_end_soundly(name: str) -> None:
    fuzzed(damaged(seeds_of(name)), lambda data: run(name, data))


@pytest.mark.parametrize("name", [reader.name for reader in READERS if reader.confined])
def test_readers_in_their_own_process(name: str) -> None:
    (reader,) = (reader for reader in READERS if reader.name == name)
    seeds = damaged(seeds_of(name))
    fuzzed(seeds, lambda data: ends_soundly(lambda: holds_together(read_bytes(reader, data, "a"))))


def test_feeds_in_their_own_process() -> None:
    fuzzed(
        damaged(seeds_of("feed")), lambda data: ends_soundly(lambda: confine.read_confined(TASK, data, "a"))
    )


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["[]", "{", '{"a": 1}', "[[]]", "\0", "rejected", "2024", "text", "rows", "table", "columns"]
    ),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["base64", "a"]), st.text(max_size=5), max_size=2),
)


@st.composite
def altered(draw: st.DrawFn, seed: bytes) -> bytes:
    """A dump in which a few values are others, and a few lines repeated, moved or left out."""
    lines: list[object] = [json.loads(line) for line in seed.splitlines()]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        if isinstance(line, list) and line:
            line[draw(st.integers(0, len(line) - 1))] = draw(ODD)
        elif isinstance(line, dict) and line:
            line[draw(st.sampled_from(sorted(line)))] = draw(ODD)
        elif draw(st.booleans()):
            lines.insert(draw(st.integers(0, len(lines))), line)
        else:
            lines[at] = draw(ODD)
    return "\n".join(map(json.dumps, lines)).encode()


def test_altered_dumps_end_soundly() -> None:
    fuzzed(altered(seeds_of("import")[0]), lambda data: run("import", data))
