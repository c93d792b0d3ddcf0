""" "It" that stands for nothing: "it rains", "it is clear that P", "as the report puts it"."""

from claimkb.extract.tree import Node, descend
from claimkb.lexicon.cues import cues

_LINKING = frozenset({"be", "remain", "become", "look", "sound", "prove"})


def is_pleonastic(node: Node) -> bool:
    """ "It is clear that P", "it is X that does", "it rains", "when it comes to", "as it stands"."""
    if node.lower != "it":
        return False
    verb = node.head
    if node.dep == "expl" or (verb.lemma in cues().pronouns.pleonastic_predicates and node.dep == "nsubj"):
        return True
    if verb.lemma == "be" and any(c.lower == "about" and _is_time(c.kid("pobj")) for c in verb.kids("prep")):
        return True  # "it is about time"
    if verb.lemma == "come" and any(c.lower in {"to", "down"} for c in verb.children):
        return True
    if verb.lemma in {"stand", "be"} and any(c.lower == "as" and c.dep == "mark" for c in verb.children):
        return verb.kid("attr", "acomp") is None
    if _is_judged(node) or _is_put(node) or _seems_like(node):
        return True
    if verb.lemma in _LINKING:
        return _has_clause_after(node, verb)
    return verb.tag == "VBN" and any(c.dep == "ccomp" for c in verb.children)


def _is_time(noun: Node | None) -> bool:
    return noun is not None and noun.lower == "time"


def _seems_like(node: Node) -> bool:
    """ "It looked like the threat was over", "it feels as if nobody cares"."""
    verb = node.head
    clauses = [c for p in (verb, *verb.kids("prep")) for c in p.kids("advcl", "ccomp", "pcomp")]
    marked = any(
        n.lower in {"like", "as"} for n in [*verb.children, *(n for c in clauses for n in c.children)]
    )
    return verb.lemma in {"look", "feel", "sound"} and node.dep == "nsubj" and bool(clauses) and marked


def _is_put(node: Node) -> bool:
    """ "As the report puts it": the words that were just said."""
    verb = node.head
    return verb.lemma == "put" and node.dep == "dobj" and any(c.lower == "as" for c in verb.children)


def _is_judged(node: Node) -> bool:
    """ "make it clear that", "finds it hard to": the object that a clause later fills."""
    verb = node.head if node.dep == "dobj" else node.head.head
    if verb.lemma not in cues().pronouns.judging_verbs or node.i < verb.i:
        return False
    below = [c for c in descend(verb) if c.i > node.i]
    told = any(
        c.tag.startswith("JJ") or c.is_noun
        for c in below
        if c.dep in {"ccomp", "oprd", "acomp", "dobj", "xcomp"}
    )
    return told and any(c.lower in {"to", "that"} and c.dep in {"aux", "mark"} for c in below)


def _has_clause_after(node: Node, verb: Node) -> bool:
    after = [
        c for c in descend(verb) if c.dep in {"ccomp", "xcomp", "csubj", "advcl", "acl"} and c.i > node.i
    ]
    complement = verb.kid("acomp", "attr") or _too_soon(verb)
    if complement is None:
        return False
    if complement.is_noun and complement.lemma not in cues().pronouns.judged_nouns:
        return _is_cleft(complement)
    inside = complement.kids("relcl", "ccomp", "xcomp", "acl", "advcl")
    return bool(inside) or any(c.head is verb and c.dep in {"ccomp", "xcomp", "advcl"} for c in after)


def _too_soon(verb: Node) -> Node | None:
    """The adverb of "it is too soon to say", the preposition of "it was in May that prices rose"."""
    clauses = {"xcomp", "ccomp", "advcl"}
    soon = next((c for c in verb.kids("advmod") if c.i > verb.i and c.kids(*clauses)), None)
    cleft = any(n.lower == "that" for c in verb.kids("ccomp", "advcl") for n in c.kids("mark", "nsubj"))
    return soon or (next((c for c in verb.kids("prep") if c.i > verb.i), None) if cleft else None)


def _is_cleft(complement: Node) -> bool:
    """ "It was X that did", "it is a scandal that P": a clause with "that" or "who", hung on the noun or the verb."""
    clauses = [*complement.kids("relcl", "acl", "ccomp"), *complement.head.kids("ccomp", "relcl", "advcl")]
    return any(
        c.i > complement.i and any(w.lower in {"that", "who"} and w.i < c.i for w in c.children)
        for c in clauses
    )
