"""What is not a claim in a news text: line rules, cues of biographies, and word lists, from `roles.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimkb.lexicon import load_table
from claimkb.model import SentenceRole


@dataclass(frozen=True, slots=True)
class LineRule:
    """One way to know that a line is no prose: its role, why in words, and the patterns that show it."""

    role: SentenceRole
    reason: str
    opening: re.Pattern[str] | None  # where the line begins: sought there alone, for most lines are prose
    inside: re.Pattern[str] | None  # anywhere in it
    max_words: int

    def shows_in(self, line: str) -> bool:
        """Whether a line, whatever its length, shows that it is no prose."""
        if self.opening is not None and self.opening.match(line) is not None:
            return True
        return self.inside is not None and self.inside.search(line) is not None


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The word lists; lower case unless capitals are what they are known by."""

    minor: frozenset[str]
    finite: frozenset[str]
    honorifics: tuple[str, ...]
    particles: frozenset[str]
    jobs: tuple[str, ...]
    agencies: tuple[str, ...]
    not_places: frozenset[str]
    kickers: tuple[str, ...]
    months: tuple[str, ...]
    abbreviations: frozenset[str]
    joined: tuple[str, ...]
    ordinals: tuple[str, ...]  # in their order
    last_ordinals: tuple[str, ...]
    counted: frozenset[str]


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The rules that a single line can meet, in the order in which they are tried."""
    return tuple(
        LineRule(SentenceRole(row["role"]), row["reason"], *_by_place(row["patterns"]), row["max_words"])
        for row in _table()["line"]
    )


@cache
def role_words() -> RoleWords:
    """The word lists of the rules that are code."""
    words = _table()["words"]
    return RoleWords(
        minor=frozenset(words["minor"]),
        finite=frozenset(words["finite"]),
        honorifics=tuple(words["honorifics"]),
        particles=frozenset(words["particles"]),
        jobs=tuple(words["jobs"]),
        agencies=tuple(words["agencies"]),
        not_places=frozenset(words["not_places"]),
        kickers=tuple(words["kickers"]),
        months=tuple(words["months"]),
        abbreviations=frozenset(words["abbreviations"]),
        joined=tuple(words["joined"]),
        ordinals=tuple(words["ordinals"]),
        last_ordinals=tuple(words["last_ordinals"]),
        counted=frozenset(words["counted"]),
    )


@cache
def name_pattern() -> str:
    """A personal name: two to six capitalised words, initials and particles (a pattern to be embedded)."""
    particles = "|".join(sorted(role_words().particles))
    word = r"[A-ZÀ-ÞŁŚŠŽ][\w'’‘.-]*"
    return rf"(?-i:{word}(?: (?:{particles}))*(?: (?:{word}|(?:{particles}) {word})){{1,4}})"


@cache
def honorific_pattern() -> str:
    """A title before a name with its space (a pattern to be embedded)."""
    return rf"(?-i:(?:{alternatives(role_words().honorifics)})\.? )"


@cache
def job_pattern() -> str:
    """A noun that names a position (a pattern to be embedded)."""
    return rf"(?:{alternatives(role_words().jobs)})"


@cache
def meta_pattern() -> re.Pattern[str]:
    """A sentence about the text it stands in."""
    meta = _table()["meta"]
    nouns, verbs = alternatives(meta["nouns"]), alternatives(meta["verbs"])
    subject = (
        rf"(?:this|the following|the present|our|the accompanying) (?:short |brief |longer? )?(?:{nouns})s?"
    )
    own = rf"^{subject} (?:\w+ly )?(?:{verbs})(?:s|es|ing)?\b"
    inside = rf"^in {subject},? (?:i|we)(?:['’]ll| will| shall)? (?:{verbs})\b"
    return _any_of([own, inside, *meta["patterns"]])


@cache
def biography_cues() -> re.Pattern[str]:
    """Phrases that only biographies of writers hold."""
    return _any_of([_filled(pattern) for pattern in _table()["biography"]["strong"]])


@cache
def biography_roles() -> re.Pattern[str]:
    """A person with a position: a biography where biographies stand, an introduction elsewhere."""
    return _any_of([_filled(pattern) for pattern in _table()["biography"]["role"]])


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """The words as a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _filled(pattern: str) -> str:
    """The pattern with its three placeholders replaced."""
    filled = pattern.replace("(jobs)", job_pattern()).replace("(name)", f"(?:{name_pattern()})")
    return filled.replace("(honorifics)?", f"(?:{honorific_pattern()})?")


def _by_place(patterns: list[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The patterns that stand at the beginning of a line, and the others."""
    first = [pattern for pattern in patterns if pattern.startswith("^")]
    others = [pattern for pattern in patterns if not pattern.startswith("^")]
    return _any_of(first) if first else None, _any_of(others) if others else None


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _table() -> dict[str, Any]:
    return load_table("roles")
