"""What a label breaks off without: the closing phrase or the clause that a verb needs.

A headline may drop what is merely added, never what a verb says nothing
without ("come up", but with what?). A missing need costs more than any
modifier gains and more than a missing subject, so that a shorter subject, or
none, is chosen first.
"""

from claimkb.extract.label_choice import BROKEN
from claimkb.extract.label_tails import is_time
from claimkb.extract.label_verbs import is_particle
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words


def unsaid(verb: Node, *, bare: bool) -> float:
    """What it costs to leave out the clause of a verb."""
    words = label_words()
    if bare or verb.lemma in words.unfinished:
        return BROKEN
    return -3.5 if verb.lemma in words.steering else -0.8


def lacking_after(verb: Node, view: Wording, *, bare: bool) -> float:
    """What it costs to leave out the closing phrase of a verb."""
    words = label_words()
    if any(c.dep == "prt" and any(o.i < c.i for o in verb.kids("dobj")) for c in verb.children):
        return BROKEN  # "keep hands", but up or down?
    preps = [p for p in verb.kids("prep") if p.i > verb.i and view.shows(p) and not is_particle(p, verb)]
    if verb.lemma not in words.enduring:
        preps = [p for p in preps if (noun := p.kid("pobj")) is None or not is_time(noun)]
    particles = sum(is_particle(c, verb) for c in verb.children)
    near = bool(preps) and preps[0].i == verb.i + 1 + particles
    half = verb.lemma in words.thin or (bool(preps) and verb.lemma in words.light)
    if bare and half and (not particles or (near and verb.kids("prt"))):
        return BROKEN  # "come up", but with what?
    if not preps:
        return 0.0
    if verb.lemma in (words.prepositional if bare else words.placing):
        return BROKEN
    if verb.lemma in words.taking:
        return -1.5
    if verb.lemma in words.naming and any(p.lower == "as" for p in preps):
        return BROKEN
    if not bare and verb.lemma in words.light:
        part_only = any(o.lemma in words.light_objects and o.i + 1 == preps[0].i for o in verb.kids("dobj"))
        return BROKEN if part_only else -1.0
    return -1.5 if bare and near and preps[0].lower not in words.adjuncts else 0.0
