"""Without the extras: each command that needs one says what to install, and no other command asks for it."""

import pytest
from desk import Desk

# Put where Python looks for it at start-up: as if these packages were not installed.
BARE = """
import sys
from importlib.machinery import PathFinder

MISSING = {"llm", "snowballstemmer", "tenacity", "onnxruntime", "sentence_transformers", "wordllama", "mcp"}


class Without(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in MISSING else PathFinder.find_spec(name, path, target)


sys.meta_path[sys.meta_path.index(PathFinder)] = Without
"""
MODEL = ("--model", "any")
NEEDS = [
    (("ingest", "mill.txt", "--extractor", "llm", *MODEL), "llm"),
    (("ingest", "mill.txt", "--extractor", "llm", *MODEL, "--dry-run"), "llm"),
    (("rejudge", "--judge", "llm", *MODEL), "llm"),
    (("rejudge", "--judge", "nli", *MODEL), "nli"),
    (("propose",), "embeddings"),
    (("mcp",), "mcp"),
]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("bare"))
    (desk.folder / "plugins" / "sitecustomize.py").write_text(BARE)
    done = desk.run("ingest", "mill.txt")
    assert done.returncode == 0, done.stderr
    return desk


@pytest.mark.parametrize(("arguments", "extra"), NEEDS, ids=str)
def test_a_command_says_which_extra_it_needs(bare: Desk, arguments: tuple[str, ...], extra: str) -> None:
    refused = bare.run(*arguments)
    assert refused.returncode == 2, refused.stderr
    assert f'pip install "claimkb[{extra}]"' in refused.stderr
    assert "Traceback" not in refused.stderr


def test_everything_else_goes_on(bare: Desk) -> None:
    for command in ("claims", "contradictions", "agreements", "compare-extractors"):
        assert "pip install" not in bare.run(command).stderr
    assert bare.run("check").returncode == 0
    assert bare.run("propose", "--clear").returncode == 0
