"""The key that makes two mentions of a holder one voice: the full name of a person, the name of a body, or the words.

"Commander Inspector Dave Gaskin", "Insp Gaskin" and "Gaskin" are one voice if
the text names one person with that surname in full. Words that describe what
a person is ("witness") are no part of the name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention

_ARTICLE = re.compile(r"^(?:the|a|an|some)\s+")


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of a text by surname: each surname that only one full name has."""

    full: dict[str, str]


NOBODY = Persons({})


def persons_of(entities: Sequence[EntityMention]) -> Persons:
    """The persons named in full; names that only add a role or a title to another are that one."""
    found: dict[str, set[str]] = {}
    for mention in entities:
        words = _bare(mention.name.lower().split())
        if mention.kind == "person" and len(words) > 1:
            found.setdefault(words[-1], set()).add(" ".join(words))
    return Persons({surname: next(iter(names)) for surname, names in found.items() if len(names) == 1})


def holder_key(text: str, nodes: Sequence[Node], entities: Sequence[EntityMention], persons: Persons) -> str:
    """The key of a holder named by `text`; `nodes` are its words in the article, empty where it has none."""
    inside = {id(n) for n in nodes}
    top = next((n for n in nodes if id(n.head) not in inside or n.head is n), None)
    apposed = [a for a in top.kids("appos") if a.tag == "NNP"] if top is not None and top.tag == "NN" else []
    top = apposed[0] if apposed else top  # "the head of the service, Ann Lee, said"
    mention = next(
        (
            m
            for m in entities
            if top is not None and m.kind != "country" and m.start < top.end and top.start < m.end
        ),
        None,
    )
    if mention is None:
        words = text.split()
        named = top is not None and top.tag == "NNP" and words[-1][:1].isupper()
        full = persons.full.get(words[-1].lower()) if named and len(words) <= 3 else None
        return full or _ARTICLE.sub("", text.lower())
    words = _bare(mention.name.lower().split())
    if mention.kind == "person" and words:
        return persons.full.get(words[-1], " ".join(words))
    return mention.name.lower()


def _bare(words: list[str]) -> list[str]:
    """A name without the titles and roles before it."""
    titles = _titles()
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return words


@cache
def _titles() -> frozenset[str]:
    """The titles and roles that may stand before a name."""
    known = cues().pronouns
    short = {t.partition("=")[0] for t in known.short_titles}
    return known.person_nouns | known.respect | known.ranks | short
