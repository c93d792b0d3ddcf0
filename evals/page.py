"""docs/evaluation.md: the figures of the last full evaluation, with what they mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

_HEAD = """# Evaluation

Written by `python evals/run.py --write` on {day}; figures of development data,
which the rules were written with in view. The seeds' gold is in `evals/gold/`; the
public sets are not part of this project, and each part is left out where its
set is not there.

A seeds row "3/4" is three of four. Spans off, leaks (claims made of passages
that state none), traps (pairs that must not be called contradictions) and
wrong (findings of another kind than the gold allows) should be 0. P/R/F1 are
precision, recall and F1; `evals/measures.py` says how each splitting set
counts. A tension counts as neutral on pairs. Floors are in
`evals/baseline.json`: `make eval` fails if one falls, `make test` holds those
of the seeds.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the evaluation: its title and its lines of Markdown."""

    title: str
    lines: list[str]


def page(sections: Iterable[Section]) -> str:
    """The whole page."""
    head = _HEAD.format(day=datetime.now(tz=UTC).date().isoformat())
    return head + "".join(f"\n{_body(section)}" for section in sections)


def with_section(written: str, section: Section) -> str:
    """A page with one section renewed, the rest as it stands; as it is if it has no such section."""
    parts = re.split(r"(?m)^(?=## )", written)
    at = [number for number, part in enumerate(parts) if part.startswith(f"## {section.title}\n")]
    for number in at:
        parts[number] = _body(section) + ("\n" if number < len(parts) - 1 else "")
    return "".join(parts)


def _body(section: Section) -> str:
    return f"## {section.title}\n\n" + "\n".join(section.lines) + "\n"
