"""The words by which comparison knows what somebody wants, leaves aside or calls his own business.

From the tables `[aims]` and `[asides]` of `comparison.toml`; words are lemmas, phrases as written.
"""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class AimWords:
    """How texts say what somebody wants; `common` are phrases."""

    wanting: Words
    affording: Words
    interests: Words
    having: Words
    fitting: Words
    against: Words
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsideWords:
    """How texts leave somebody aside or call a matter their own; `setting` are phrases."""

    setting: tuple[str, ...]
    engaging: Words
    state: Words
    organs: Words
    own: Words
    matters: Words
    meddling: Words


@cache
def aim_words() -> AimWords:
    """The words of aims, read once."""
    table = load_table("comparison")["aims"]
    words = {name: frozenset(listed) for name, listed in table.items() if name != "common"}
    return AimWords(**words, common=tuple(table["common"]))


@cache
def aside_words() -> AsideWords:
    """The words of asides, read once."""
    table = load_table("comparison")["asides"]
    words = {name: frozenset(listed) for name, listed in table.items() if name != "setting"}
    return AsideWords(**words, setting=tuple(table["setting"]))
