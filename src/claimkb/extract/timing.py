"""Which time of a clause holds for the clauses that are cut from it.

"A ship on Thursday stopped three boats and freed a crew": what stands before
the verbs holds for all of them. A participle or an "as" clause tells what went
on at the same time, so it shares the time of its main clause wherever that
stands. A clause with a time of its own keeps that.
"""

import re

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import is_past
from claimkb.extract.tree import Node, descend, subject_of, subtree
from claimkb.lexicon.cues import cues

_YEAR = re.compile(r"1[5-9]\d\d|20[0-4]\d")
_PREPOSITIONS = frozenset({"on", "in", "at", "during", "over", "throughout", "since"})


def times_before_verb(clause: Clause) -> tuple[Node, ...]:
    """The times between the subject and the verb of a clause."""
    subject = subject_of(clause.head)
    if subject is None:
        return ()
    return _nodes(clause, [t for t in _times(clause.head) if subject.i < t.i < clause.head.i])


def times_for(verb: Node, clause: Clause) -> tuple[Node, ...]:
    """The times of a clause for what went on with it; none where `verb` has one of its own."""
    if any(is_time(n) for n in descend(verb)) or any(is_time(n) for n in clause.front):
        return ()
    return _nodes(clause, [t for t in _times(clause.head) if t.i < verb.i])


def same_time(verb: Node, clause: Clause) -> tuple[Node, ...]:
    """The time of a clause for what an "as" or "while" clause after it tells in the past."""
    mark = verb.kid("mark")
    opener = mark or next((c for c in verb.kids("advmod") if c.lower == "when"), None)
    beside = opener is not None and opener.lower in {"as", "while", "when"} and verb.i > clause.head.i
    return times_for(verb, clause) if beside and is_past(verb) and is_past(clause.head) else ()


def _nodes(clause: Clause, times: list[Node]) -> tuple[Node, ...]:
    kept = {id(n) for n in clause.own}
    found = times[:1]  # one time is enough: two are a place in a week, or a span
    return tuple(n for t in found for n in subtree(t) if id(n) in kept and n.dep != "punct")


def _times(head: Node) -> list[Node]:
    return [c for c in head.kids("prep", "npadvmod") if is_time(c)]


def is_time(node: Node) -> bool:
    """ "on Thursday", "in April", "last week", "in 2019": a phrase that dates."""
    if node.dep == "prep":
        noun = node.kid("pobj")
        return noun is not None and node.lower in _PREPOSITIONS and _dates(noun)
    return node.dep == "npadvmod" and _dates(node)


def _dates(noun: Node) -> bool:
    if _YEAR.fullmatch(noun.text):
        return True
    lexicon = cues().clauses
    if noun.lemma.lower() in lexicon.calendar:
        return True
    pointed = any((c.lower in lexicon.pointing or c.lower in lexicon.calendar) for c in noun.children)
    return noun.lemma.lower() in lexicon.spans and pointed
