"""`claimkb.toml`: which rules are switched off, and what is said of a file that cannot be used."""

from pathlib import Path

import pytest

from claimkb.errors import ConfigError
from claimkb.lexicon.settings import FILE_NAME, VARIABLE, rules_off


def written(folder: Path, content: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(content, encoding="utf-8")
    return path


def test_without_a_file_every_rule_is_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert rules_off() == frozenset()


def test_the_file_of_the_working_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    written(tmp_path, '[rules]\noff = ["R9-accusation", "R7-slot"]\n')
    assert rules_off() == {"R9-accusation", "R7-slot"}


def test_another_file_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(written(tmp_path, '[rules]\noff = ["R7-slot"]\n')))
    assert rules_off() == {"R7-slot"}


UNUSABLE = [
    ("[rules\n", "not valid TOML"),
    ('[rule]\noff = []\n', "unknown entry"),
    ('[rules]\non = []\n', "unknown entry"),
    ('[rules]\noff = "R7-slot"\n', "list of texts"),
    ('[rules]\noff = ["R7-slots"]\n', "did you mean R7-slot?"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "problem"), UNUSABLE)
def test_a_file_that_cannot_be_used_is_an_error(
    content: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(written(tmp_path, content)))
    with pytest.raises(ConfigError, match=r"claimkb\.toml") as raised:
        rules_off()
    assert problem in raised.value.problem


def test_a_named_file_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing.toml"))
    with pytest.raises(ConfigError):
        rules_off()
