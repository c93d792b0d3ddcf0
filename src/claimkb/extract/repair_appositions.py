"""Slips of the parser about what stands beside a noun: appositions, distances, states go to their noun."""

from claimkb.extract.repair_garden import ends_before
from claimkb.extract.tree import (
    Node,
    Tree,
    comma_before,
    descend,
    is_finite,
    left_edge,
    move,
    right_edge,
    subject_of,
)

_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def time_of_an_apposition(tree: Tree) -> None:
    """ "The flood, the worst disaster this year, has": a time before the closing comma is the apposition's."""
    for time in tree.nodes:
        if time.dep != "npadvmod" or not time.head.is_noun:
            continue
        beside = next((a for a in time.head.kids("appos") if a.i < time.i), None)
        left = left_edge(time)
        if beside is not None and right_edge(beside) == left - 1:
            move(time, beside, "npadvmod")


def apposition_before_its_verb(tree: Tree) -> None:
    """ "In Hull, Kan., a record for rain was broken": the noun between a place and a verb without subject is that."""
    for noun in tree.nodes:
        if noun.dep != "appos" or not noun.kids("det", "poss", "nummod"):
            continue
        place = noun.head
        while place.dep == "appos":
            place = place.head
        prep = _preposition(place, tree)
        verb = prep.head if prep is not None else noun
        if prep is None or not verb.is_verb or noun.i > verb.i or not ends_before(noun, verb, tree):
            continue
        if subject_of(verb) in {None, place} and verb.dep != "conj" and is_finite(verb):
            move(noun, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")
            if place.head is verb:
                move(place, prep, "pobj")


def _preposition(place: Node, tree: Tree) -> Node | None:
    """The preposition that a noun hangs on, or one without a noun that stands right before it."""
    if place.dep == "pobj":
        return place.head if place.head.dep == "prep" else None
    left = left_edge(place) - 1 - tree.nodes[0].i
    before = tree.nodes[left] if left >= 0 else place
    bare = before.dep == "prep" and not before.children and before.head is place.head
    return before if bare else None


def place_by_distance(tree: Tree) -> None:
    """ "Whitby, 30 miles north of Hull, which": the distance tells where Whitby is, and what follows is said of it."""
    for way in tree.nodes:
        distance = way.kid("npadvmod") if way.lower in _COMPASS else None
        of = next((p for p in way.kids("prep") if p.lower == "of"), None)
        if distance is None or of is None or distance.kid("nummod") is None:
            continue
        left = min(n.i for n in (*descend(distance), *way.children)) - tree.nodes[0].i
        place = tree.nodes[left - 2] if left > 1 and tree.nodes[left - 1].text == "," else way
        if place.tag not in {"NNP", "NN"} or place in descend(way):
            continue
        for said in [n for n in descend(of) if n.dep == "relcl" and comma_before(tree.nodes, n)]:
            move(said, place, "relcl")
        move(way, place, "appos")
        way.tag = "NN"


def state_of_its_noun(tree: Tree) -> None:
    """ "as they reach areas almost under water": an adjective right behind an object is said of that."""
    for word in tree.nodes:
        if word.dep != "advcl" or not word.tag.startswith("JJ") or word.i < word.head.i:
            continue
        left = left_edge(word) - tree.nodes[0].i
        noun = tree.nodes[left - 1] if left else word
        if noun.is_noun and noun.dep in {"dobj", "pobj"} and noun.head is not word.head:
            move(word, noun, "amod")
