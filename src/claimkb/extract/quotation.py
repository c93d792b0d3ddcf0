"""Who speaks in a quotation that runs over several sentences.

Only one sentence of a quotation names its speaker, the first or the last; the
others inherit it. Straight and typographic marks are both counted.
"""

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, replace

from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.tree import Node, Tree

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_MARKS = re.compile(r"[“”„«»\"\n]|''|``|‘‘|’’")


@dataclass(slots=True)
class QuotedSentence:
    """A sentence with its clauses and whether it stands wholly inside a quotation."""

    tree: Tree
    clauses: list[Clause]
    inside: bool
    opens: bool = False
    closes: bool = False


def stands_inside(text: str, tree: Tree, is_quoted: Callable[[int], bool]) -> bool:
    """Whether every word of a sentence stands inside a quotation."""
    return all(
        is_quoted(n.start) for n in tree.nodes if n.text[:1].isalnum() and text[n.start : n.end].strip()
    )


def quoted_places(text: str) -> Callable[[int], bool]:
    """A test whether a place of the text stands inside a quotation (which no paragraph break survives)."""
    edges: list[int] = []
    state = False
    for match in _MARKS.finditer(text):
        mark = match.group()
        wanted = mark in _OPENING or (mark not in _CLOSING and mark != "\n" and not state)
        if wanted is not state:
            state = wanted
            edges.append(match.start())
    return lambda place: bisect(edges, place) % 2 == 1


def spread_speakers(sentences: list[QuotedSentence]) -> None:
    """Give the sentences of each quotation the speaker that one of them names (changes the clauses in place)."""
    speaker: Voice | None = None
    waiting: list[QuotedSentence] = []
    for sentence in sentences:
        voice = next((c.voice for c in sentence.clauses if c.voice is not None and c.voice.nodes), None)
        if not sentence.inside:
            if voice is not None:
                for earlier in waiting:
                    _give(earlier, voice)
            waiting = []
            speaker = voice if voice is not None and _has_quotation(sentence.tree) else None
        elif voice is None and speaker is not None:
            _give(sentence, speaker)
        elif voice is None:
            waiting.append(sentence)


def _has_quotation(tree: Tree) -> bool:
    return any(n.text in {'"', "''", "``"} for n in tree.nodes)


def _give(sentence: QuotedSentence, voice: Voice) -> None:
    for clause in sentence.clauses:
        if clause.voice is None:
            clause.voice = replace(voice)


def speaker_nodes(sentence: QuotedSentence) -> tuple[Node, ...]:
    """The nodes that name the speaker of a sentence, empty for the author."""
    return next((c.voice.nodes for c in sentence.clauses if c.voice is not None and c.voice.nodes), ())
