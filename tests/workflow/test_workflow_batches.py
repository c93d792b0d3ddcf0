"""Manifests and watched folders: only what is new costs anything."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import ConfigError
from claimkb.model import Refusal
from claimkb.readers import Access, SourceOptions
from claimkb.readers.manifest import read_manifest
from claimkb.workflow import IngestReport, check, for_manifests, ingest, watch
from claimkb.workflow.folders import changes_in
from claimkb.workflow.parts import read_inputs
from support import PlainParts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles, and one outside it."""
    inside = tmp_path / "inbox"
    (inside / "deep").mkdir(parents=True)
    (inside / "a.txt").write_text("The quota was cut.")
    (inside / "deep" / "b.txt").write_text("Rain fell on Bergen.")
    (tmp_path / "outside.txt").write_text("Nobody may read this.")
    (inside / "link.txt").symlink_to(tmp_path / "outside.txt")
    return inside


def listed(folder: Path, text: str, name: str = "list.csv") -> list[str]:
    """What a manifest with this text leads to, in words."""
    (folder / name).write_text(text, encoding="utf-8")
    found = read_manifest(folder / name, SourceOptions(), Access())
    return [
        item.reason if isinstance(item, Refusal) else f"{item.source.name} {item.source.published}"
        for item in found
    ]


MANIFESTS = [
    ("path,name,published\na.txt,Post,2024\ndeep/b.txt,Sun,2024-05\n", ["Post 2024", "Sun 2024-05"]),
    ("File,Name\na.txt,\n\n", ["a None"]),
    ("path,my notes\na.txt,keep\n", ["a None"]),
    ("path,published\na.txt,May\ndeep/b.txt,2020\n", ["published must be an ISO date such as", "b 2020"]),
    ("path\nnone.txt\n", ["There is no such file or folder."]),
    ("path\n../outside.txt\n", ["'../outside.txt' is not below the folder"]),
    ("path\nlink.txt\n", ["'link.txt' is not below the folder"]),
    ("path\n/etc/hostname\n", ["'/etc/hostname' is not below the folder"]),
    ("path\ndeep\n", ["'deep' is a folder"]),
    ("path,name\n,Post\na.txt,x\n", ["It names no document", "x None"]),
    ("path\na.txt\na.txt\n", ["a None", "a.txt is listed twice."]),
    ("path\na\0.txt\n", ["The path is not a name"]),
]


@pytest.mark.parametrize(("text", "expected"), MANIFESTS)
def test_a_manifest_leads_to_its_documents(text: str, expected: list[str], folder: Path) -> None:
    found = listed(folder, text)
    assert len(found) == len(expected)
    for words, begins in zip(found, expected, strict=True):
        assert begins in words


def test_a_manifest_in_toml(folder: Path) -> None:
    text = '[[document]]\npath = "a.txt"\nname = "Post"\npublished = 2024-05-01\nthemes = ["fishing"]\n'
    assert listed(folder, text, "list.toml") == ["Post 2024-05-01"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column says where"),
        ("name,title\na,b\n", "no column says where"),
        ("path,publised\na.txt,2024\n", "Did you mean 'published'"),
        ('path\n"a.txt\n', "not CSV"),
    ],
)
def test_what_is_no_manifest_is_said_to_be_none(text: str, words: str, folder: Path) -> None:
    with pytest.raises(ConfigError, match=words):
        listed(folder, text)


def test_a_list_that_is_no_manifest_does_not_stop_the_others(folder: Path, db: Path) -> None:
    (folder / "bad.csv").write_text('path\na.txt\n"deep\n')
    (folder / "list.csv").write_text("path\ndeep/b.txt\n")
    plain = PlainParts()
    lists = [str(folder / name) for name in ("bad.csv", "none.csv", "list.csv")]
    report = ingest(db, lists, parts=for_manifests(plain.parts))
    assert [(o.path, o.state) for o in report.documents] == [
        (str(folder / "a.txt"), "added"),
        (lists[0], "refused"),
        (lists[1], "refused"),
        (str(folder / "deep" / "b.txt"), "added"),
    ]


def test_a_manifest_given_again_costs_no_parsing(folder: Path, db: Path) -> None:
    (folder / "list.csv").write_text("path,name\na.txt,Post\ndeep/b.txt,Sun\n")
    plain = PlainParts()
    parts = for_manifests(plain.parts)
    assert ingest(db, [str(folder / "list.csv")], parts=parts).counts == {"added": 2}
    (folder / "a.txt").write_text("The quota was not cut.")
    assert ingest(db, [str(folder / "list.csv")], parts=parts).counts == {"changed": 1, "unchanged": 1}
    assert len(plain.extractor.parsed) == 3
    assert check(db, parts=plain.parts) == ()


def test_watching_takes_in_what_changed_and_nothing_else(folder: Path, db: Path) -> None:
    plain = PlainParts()
    parts = replace(plain.parts, read=read_inputs)
    reports: list[IngestReport] = []

    def changes() -> Iterator[frozenset[Path]]:
        (folder / "c.txt").write_text("Snow fell.")
        (folder / "picture.png").write_bytes(b"x")
        yield frozenset({folder / "c.txt", folder / "picture.png"})
        (folder / "a.txt").write_text("The quota was not cut.")
        yield frozenset({folder / "a.txt"})
        (folder / "sources.toml").write_text('[[source]]\nfile = "deep/b.txt"\nname = "The Sun"\n')
        yield frozenset({folder / "sources.toml"})

    watch(db, str(folder), changes=changes(), on_report=reports.append, parts=parts)
    assert [dict(report.counts) for report in reports] == [
        {"added": 2},
        {"added": 1},
        {"changed": 1},
        {"unchanged": 2, "changed": 1},
    ]
    assert check(db, parts=plain.parts) == ()


@pytest.mark.parametrize("every", [None, 0.1])
def test_what_is_added_while_the_folder_is_first_read_is_seen(every: float | None, folder: Path) -> None:
    changes = changes_in(folder, every=every)
    (folder / "new.txt").write_text("Snow fell.")
    assert {path.name for path in next(changes)} == {"new.txt"}
    (folder / "a.txt").write_text("Rain fell.")
    assert {path.name for path in next(changes)} == {"a.txt"}


def test_watch_runs_until_it_is_interrupted(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimkb", "--db", str(tmp_path / "w.db"), "watch", str(folder)]
    with subprocess.Popen(
        [*command, "--poll", "0.1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert "a.txt" in child.stdout.readline()
        (folder / "new.txt").write_text("The mayor resigned in June.")
        assert any("new.txt" in line for line in child.stdout)
        child.send_signal(signal.SIGINT)
        assert "Stopped." in child.communicate()[1]
        assert child.returncode == 0
