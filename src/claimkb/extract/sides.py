"""Whom a speaker means by "we": the country he stands for, or the body whose office he holds.

"MWEB's chief executive", "a spokesman for Alder Bank", "the French foreign
minister" say "we" of MWEB, the bank and France. Only an office makes a
spokesman: a professor at a university speaks for himself. Who holds which
office is read off the whole text before, since it is told once and the bare
name or title says it from then on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimkb.extract.annotations import Annotations
from claimkb.extract.resolution import Side
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention

_TELLING = frozenset({"compound", "nmod", "poss", "prep", "pobj", "appos", "amod", "conj", "det", "case"})
_OF = frozenset({"of", "for", "at", "with"})
_OF_WORKS = frozenset({"director", "owner", "leader", "head", "chief"})  # of a film or a mountain hut as well
_SHORT = {"minister": "pm"}


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of one document: of a title alone, and of persons by their keys."""

    by_title: Mapping[str, str]
    by_person: Mapping[str, Side]
    found: Annotations = field(repr=False)

    def of(self, nodes: Sequence[Node], mentions: Sequence[EntityMention]) -> Side:
        """The side of a holder by his words and the names in them."""
        top = top_of(nodes)
        told = _body_of(top, self.found)
        if told is None:
            told = next((self.by_person[m.name] for m in mentions if m.name in self.by_person), None)
        if told is not None:
            return told
        countries = {m.name for m in mentions if m.kind == "country"}
        if countries:
            name = next(iter(countries)) if len(countries) == 1 else ""
            return Side(name, name)
        name = self.by_title.get(nodes[-1].lower, "")
        return Side(name, name)


def top_of(nodes: Sequence[Node]) -> Node:
    """The head of a phrase."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside), nodes[-1])


def sides_of(read: Sequence[ReadSentence], found: Annotations) -> Sides:
    """The sides that a text tells of."""
    countries: dict[str, set[str]] = {}
    bodies: dict[str, set[Side]] = {}
    words = cues().pronouns
    for node in (n for item in read for n in item.tree.nodes):
        if node.lemma in words.person_nouns:
            for near in subtree(node):
                mention = found.entity_at(near.start, near.end)
                if near is not node and mention is not None and mention.kind == "country":
                    countries.setdefault(node.lemma, set()).add(mention.name)
        if node.lemma.lower() in words.offices:
            person, side = _bearer_of(node, found), _body_of(_bearer_node(node), found)
            if person is not None and side is not None:
                bodies.setdefault(person.name, set()).add(side)
    named = {title: next(iter(names)) for title, names in countries.items() if len(names) == 1}
    named |= {_SHORT[t]: c for t, c in named.items() if t in _SHORT}
    return Sides(named, {n: next(iter(s)) for n, s in bodies.items() if len(s) == 1}, found)


def _bearer_node(office: Node) -> Node:
    """The noun that an office is told of: the name it stands before or beside."""
    while office.dep in {"compound", "nmod", "appos", "conj"} and office.head.is_noun:
        office = office.head
    return office


def _bearer_of(office: Node, found: Annotations) -> EntityMention | None:
    """The person who bears an office: "chief Ann Roe", "Ann Roe, the chief", "the chief, Ann Roe"."""
    near = [_bearer_node(office), *office.kids("appos")]
    named = (found.entity_at(n.start, n.end) for n in near)
    return next((m for m in named if m is not None and m.kind == "person"), None)


def _body_of(top: Node, found: Annotations) -> Side | None:
    """The one body whose office a phrase tells; None where it tells no office, or two bodies."""
    nodes = _titles(top)
    offices = {n.lemma.lower() for n in nodes} & cues().pronouns.offices
    if not offices:
        return None
    told: dict[str, Side] = {}
    for node in nodes:
        mention = found.entity_at(node.start, node.end)
        if mention is None or node is top:
            continue
        if mention.kind == "organisation" or (
            mention.kind == "other" and (node.dep == "poss" or not offices & _OF_WORKS)
        ):
            told.setdefault(mention.name, Side(_articled(mention.text), mention.name))
    return next(iter(told.values())) if len(told) == 1 else None


def _titles(top: Node) -> list[Node]:
    """The words that tell what somebody is: those before his name, and those of appositions."""
    found = [top]
    for node in found:  # the list grows while it is read
        found += [c for c in node.children if c.dep in _TELLING and (c.dep not in {"prep"} or c.lower in _OF)]
    return found


def _articled(name: str) -> str:
    """A body's name as a subject: "the Justice Department", but "Alder Bank"."""
    last = name.split()[-1].lower()
    return f"the {name}" if " " in name and last in cues().pronouns.articled_bodies else name
