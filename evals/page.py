"""docs/evaluation.md: the figures of the last full evaluation, with what they mean."""

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
    bodies = (f"\n## {section.title}\n\n" + "\n".join(section.lines) + "\n" for section in sections)
    return head + "".join(bodies)
