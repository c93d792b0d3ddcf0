"""What the tests of faults share: an ingest in a process of its own, and how long it may take.

The stand-in for extraction makes a claim of every line, so that two hundred
documents take a second or two and the faults hit the store and not the parser.
`make soak` sets CLAIMKB_SOAK and gets the long runs.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

from claimkb.store.queries import Reader
from claimkb.workflow import check
from support import PlainParts, document

SOAK = bool(os.environ.get("CLAIMKB_SOAK"))
TESTS = Path(__file__).parents[1]

INGEST = """
import resource, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/faults"]
from claimkb.errors import ClaimkbError
from claimkb.workflow import ingest
from faulty import corpus
from support import PlainParts
plain = PlainParts()
plain.documents = corpus(int(sys.argv[4]), int(sys.argv[3]))
if len(sys.argv) > 5:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[5]),) * 2)
try:
    ingest(sys.argv[2], [], parts=plain.parts, on_progress=lambda o: print(o.state, o.path, flush=True))
except ClaimkbError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""


def corpus(documents: int, seed: int = 0) -> list:
    """Short articles; each shares a sentence with the next, which some of them deny."""
    found = []
    for number in range(documents):
        chance = random.Random(f"{seed} {number}")
        lines = [f"The {word(chance)} of {word(chance)} met the {word(chance)}." for _ in range(3)]
        lines.append(f"The port of harbour {chr(97 + number // 2 % 26)} was {'not ' * (number % 2)}closed.")
        found.append(document(f"{seed}/{number:04}.txt", "\n".join(lines)))
    return found


def word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))


def start(db: Path, documents: int, seed: int = 0, *limit: int) -> "subprocess.Popen[str]":
    """An ingest of a corpus, which prints a line for each document that is stored."""
    values = (TESTS, db, seed, documents, *limit)
    return subprocess.Popen(
        [sys.executable, "-c", INGEST, *map(str, values)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stored(db: Path) -> set[str]:
    """The paths of the documents in a base."""
    with Reader(db) as reader:
        return {head.path for head in reader.articles()}


def assert_sound(db: Path, reported: set[str]) -> None:
    """Everything can be derived again, and nothing is missing that was reported as stored."""
    assert check(db, parts=PlainParts().parts) == ()
    assert reported <= stored(db)
