"""Whether a verb of saying or thinking is denied, and whether that denial is one of what is said or thought."""

from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues


def is_negated(head: Node) -> bool | None:
    """Whether "not" denies a verb of saying; None where "never", "hardly" or "no longer" does.

    Only "not" moves down to what is said: who no longer believes P has not said that P is false.
    """
    near = cues().polarity.near_negators
    denials = [
        c for c in head.children if c.dep == "neg" or (c.lower in near | {"longer"} and c.dep == "advmod")
    ]
    if not denials:
        return False
    return True if all(c.lower in {"not", "n't"} for c in denials) else None


def is_surprised(head: Node) -> bool:
    """ "Analysts did not expect a cut": who was surprised has not said that there will be none.

    Nor has who "did not think that it would rise", unless a report only tells so of what he does not think.
    """
    past = head.tag == "VBD" or any(a.lower in {"did", "had"} for a in head.kids("aux"))
    if not past or head.lemma in {"expect", "anticipate"}:
        return past
    told = head.dep == "ccomp" and head.head.i < head.i
    return not told and any(a.lower == "would" for c in head.kids("ccomp") for a in c.kids("aux"))


def cannot(head: Node) -> bool:
    """ "I cannot believe that P" is amazed at P, and does not say that P is false."""
    return any(a.lower in {"can", "ca", "could"} for a in head.kids("aux"))
