"""The only country, state, city or body that a text has named: what "the country" means however far it is.

A description that nothing nearby explains is read as the one thing of its kind
named so far. Where a text speaks of a second country in earnest, or names a
second body that the noun fits, it is left as it stands.
"""

from collections.abc import Mapping, Sequence

from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer

_DEFINITE = frozenset({"the", "this"})
_AT = frozenset({"in", "at", "near", "outside"})
_LEAD = 4  # times that the one country of a text must be named for each time that another is


class Lone:
    """The names of one document by kind; `countries` counts its mentions of each country."""

    def __init__(self, countries: Mapping[str, int]) -> None:
        self._countries = countries
        self._named: dict[str, dict[str, Mention]] = {"country": {}, "state": {}, "city": {}, "body": {}}

    def learn(self, here: Sequence[Mention]) -> None:
        """Remember the names of a sentence."""
        for mention in here:
            kind = _kind(mention)
            if kind and mention.named and not mention.plural:
                self._named[kind].setdefault(mention.key, mention)

    def resolve(self, node: Node, determiner: Node, here: Sequence[Mention], found: Resolved) -> None:
        """Put the only name that fits, unless the sentence names it already before."""
        if determiner.lower not in _DEFINITE:
            return
        mention = self._only(node)
        if mention is None or any(m.key == mention.key for m in here) or _is_elsewhere(node, here):
            return
        words = mention.words
        found.meant[id(node)] = mention
        found.words[id(determiner)] = ""
        found.words[id(node)] = words[:1].lower() + words[1:] if words.startswith("The ") else words
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"

    def _only(self, node: Node) -> Mention | None:
        words = cues().pronouns
        if node.lemma == "state":
            return _one(self._named["state"])
        if node.lemma in words.country_nouns:
            return self._country()
        if node.lemma in words.city_nouns:
            return _one(self._named["city"]) if node.lemma != "capital" else None  # money as well
        if node.lemma in words.group_nouns:
            return _one({k: m for k, m in self._named["body"].items() if _is_called(m, node.lemma)})
        return None

    def _country(self) -> Mention | None:
        """The country a text is about: the only one it names, or the one it names far more often than others."""
        ranked = sorted(self._countries.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
            return None
        return self._named["country"].get(ranked[0][0])


def _one(named: Mapping[str, Mention]) -> Mention | None:
    return next(iter(named.values())) if len(named) == 1 else None


def _is_elsewhere(node: Node, here: Sequence[Mention]) -> bool:
    """Whether a name in the sentence may be what is meant ("in X, 200 joined the city's march")."""
    near = [m for m in here if m.named and m.node.i < node.i and m.kind in {"thing", "name", "place"}]
    return any(m.node.dep == "pobj" and m.node.head.lower in _AT for m in near)


def _kind(mention: Mention) -> str:
    if mention.key in gazetteer().states:
        return "state"
    return {"country": "country", "place": "city", "organisation": "body"}.get(mention.kind, "")


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether a name says that it is one of these ("Alder Bank"), or a firm's name ends as those of firms do."""
    *before, last = mention.key.lower().split()
    if not before:
        return False
    firm = mention.key.split()[-1] in gazetteer().words["company_heads"]
    return last == noun or (firm and noun in cues().pronouns.firm_nouns)
