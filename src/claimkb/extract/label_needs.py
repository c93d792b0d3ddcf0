"""What a label breaks off without: the phrase or the clause that a verb needs.

A headline may drop what is merely added, never what a verb says nothing
without ("come up", but with what?). A missing need costs more than any
modifier gains and more than a missing subject, so that a shorter subject, or
none, is chosen first.
"""

from claimkb.extract.label_chains import is_particle
from claimkb.extract.label_choice import BROKEN
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words

_PARTICLES = frozenset({"off", "up", "down"})
_NEAR = -2.2  # what stands right after a verb without an object belongs to it ("talked about taxes")
_PASSIVE = -1.8  # "moved to Rome" rather than "was moved"
_THIN = -7.0  # "the raid came"
_CHARGING = frozenset({"charge", "acquit", "convict", "suspect", "credit", "blame", "praise"})
_CHARGED = -3.0  # "charges Berg": with what?
_HALF = -4.5  # "took part": in what, one would like to know
_GOALS = frozenset({"against", "from", "into", "off", "onto", "out", "through", "to", "with"})
_GOAL = -1.6  # "rammed car into store" rather than "four men rammed car"


def unsaid(verb: Node, *, bare: bool) -> float:
    """What it costs to leave out the clause of a verb; what an object is told to do is half the news."""
    words = label_words()
    if bare or verb.lemma in words.unfinished or verb.lower in words.needy:
        return BROKEN
    return -6.0 if verb.lemma in words.steering or verb.lemma in words.advising else -0.8


def lost_without(prep: Node, verb: Node, view: Wording, *, bare: bool, first: bool) -> float:
    """What it costs to leave out a phrase after a verb; `first` is the first that is no mere time."""
    words = label_words()
    noun = prep.kid("pobj")
    timely = noun is not None and noun.lemma.lower() in words.periods
    if prep.lower in words.limits and verb.kids("neg"):
        return BROKEN
    if not first or (timely and verb.lemma not in words.enduring) or is_particle(prep, verb):
        return 0.0
    if prep.lower == "by" and not bare:
        return 0.0  # by whom
    particles = sum(is_particle(c, verb) for c in verb.children)
    near = prep.i == verb.i + 1 + particles
    if bare and near and any(f"{c.lower} {prep.lower}" in words.phrasal for c in verb.kids("prt", "advmod")):
        return BROKEN  # "come up", but with what?
    if bare and verb.lemma in words.thin and (not particles or near):
        return _THIN
    if bare and near and prep.lower in _PARTICLES:
        return BROKEN  # "cordoned off the square"
    if verb.lemma in (words.prepositional if bare else words.placing):
        return BROKEN
    if near and verb.lower in words.needy:
        return BROKEN
    if verb.lemma in words.naming and prep.lower == "as":
        return BROKEN
    if not bare and verb.lemma in words.light:
        half = any(o.lemma in words.light_objects and o.i + 1 == prep.i for o in verb.kids("dobj"))
        return _HALF if half else -1.0
    if verb.lemma in words.taking:
        return _CHARGED if verb.lemma in _CHARGING else -1.5
    if not bare and prep.lower in _GOALS and not timely and not verb.kids("auxpass"):
        return _GOAL
    if not near or prep.lower in words.adjuncts:
        return 0.0
    return _NEAR if bare else _PASSIVE if verb.kids("auxpass") else 0.0
