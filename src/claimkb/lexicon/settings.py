"""What a user sets once for all commands: the file `claimkb.toml`, or the one that $CLAIMKB_CONFIG names.

    [rules]
    off = ["R9-accusation"]

A rule that is switched off finds nothing, and what it found before is out of
sight from then on. A name that no rule has is an error, since a typing error
would leave the rule on in silence.
"""

import os
import tomllib
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from claimkb.errors import ConfigError
from claimkb.lexicon.rulebook import rule_texts

FILE_NAME = "claimkb.toml"
VARIABLE = "CLAIMKB_CONFIG"
_KNOWN = {"rules": {"off"}}
_MEND = "Correct the file and run again; `claimkb rules` lists the rules."


def rules_off() -> frozenset[str]:
    """The rules that the user has switched off; raises `ConfigError` for a file that cannot be used."""
    named = os.environ.get(VARIABLE)
    path = Path(named or FILE_NAME)
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        if named:
            raise ConfigError(
                f"{path} cannot be read ({error.strerror}).", f"Correct ${VARIABLE}."
            ) from error
        return frozenset()
    return _read(path.absolute(), changed)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> frozenset[str]:
    """The same of a file in a state."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.", _MEND) from error
    for name, entries in table.items():
        if name not in _KNOWN or not isinstance(entries, dict) or not entries.keys() <= _KNOWN[name]:
            raise ConfigError(
                f"{path}: unknown entry in '{name}' (only [rules] with off = [...] is read).", _MEND
            )
    off = table.get("rules", {}).get("off", [])
    if not isinstance(off, list) or not all(isinstance(each, str) for each in off):
        raise ConfigError(f"{path}: off must be a list of texts in quotes.", _MEND)
    _check_names(path, off)
    return frozenset(off)


def _check_names(path: Path, off: list[str]) -> None:
    known = [row.id for row in rule_texts()]
    for name in off:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.4)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigError(f"{path}: there is no rule {name}{hint}", _MEND)
