"""Puts what somebody is described as into a clause: "X described Y as Z" says, in the words of X, that Y is Z.

The "as" takes the place of the copula, so that the clause is split, resolved
and handed to X like "X said that Y was Z". Nothing is done where the
description is denied, wished for, or of the speaker himself.
"""

from claimkb.extract.number import is_plural
from claimkb.extract.tree import FINITE_TAGS, Node, Tree, move, subject_of
from claimkb.lexicon.cues import cues

_OPEN = frozenset({"who", "whom", "which", "that", "what"})
_NOMINATIVE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}
_MANY = frozenset({"they", "we", "you", "these", "those"})


def described_as(tree: Tree) -> None:
    """ "Lee described Roe as a loner": "Roe was a loner" is what Lee says."""
    describing = cues().attribution.describing
    for verb in tree.nodes:
        if verb.lemma in describing and verb.is_verb:
            _mend(verb)


def _mend(verb: Node) -> None:
    thing = verb.kid("dobj")
    as_ = _as_after(verb, thing) if thing is not None else None
    if thing is None or as_ is None or not verb.i < thing.i < as_.i or not _asserts(verb):
        return
    quality = as_.kid("pobj", "amod")
    if (
        quality is None
        or quality.tag == "VBG"
        or thing.lower in _OPEN
        or thing.lower.endswith(("self", "selves"))
    ):
        return
    is_past = (verb.kid("aux") or verb).tag == "VBD"
    plural = thing.lower in {"them", *_MANY} or is_plural(thing) or bool(thing.kids("cc"))
    nominative = _NOMINATIVE.get(thing.lower)
    if nominative is not None:
        thing.text, thing.lower = nominative, nominative.lower()
    move(as_, verb, "ccomp")
    move(thing, as_, "nsubj")
    quality.dep = "attr" if quality.is_noun else "acomp"
    as_.tag, as_.lemma = ("VBD", "be") if is_past else ("VBZ", "be")
    as_.text = ("were" if plural else "was") if is_past else ("are" if plural else "is")
    as_.lower = as_.text


def _as_after(verb: Node, thing: Node) -> Node | None:
    return next((p for p in (*verb.kids("prep"), *thing.kids("prep")) if p.lower == "as"), None)


def _asserts(verb: Node) -> bool:
    """Whether the describing is told as done, by a subject of its own."""
    if verb.kids("neg", "auxpass") or verb.dep in {"relcl", "acl", "xcomp", "pcomp"} or verb.tag == "VB":
        return False
    subject = subject_of(verb)
    told = verb.tag in FINITE_TAGS or any(a.lemma in {"have", "be"} for a in verb.kids("aux"))
    return told and subject is not None and subject.lower not in _OPEN
