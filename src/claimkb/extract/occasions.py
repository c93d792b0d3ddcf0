"""What had happened before the main clause, or on its occasion: "resigned after losing the vote", "fled when".

In the past both are told as facts, and the second stays the time of the first.
"""

from claimkb.extract.detach import has_happened, is_past
from claimkb.extract.tree import (
    Node,
    Tree,
    comma_before,
    is_finite,
    left_edge,
    subject_of,
)
from claimkb.lexicon.cues import cues


def is_done_before(child: Node, head: Node) -> bool:
    """ "resigned after losing the vote", "won by beating X": what the subject did too, if the rest happened."""
    if child.dep != "prep" or not (child.lower == "by" or child.lower in cues().clauses.temporal):
        return False
    verb = child.kid("pcomp")
    if verb is None or head.kids("neg"):
        return False
    if verb.tag == "VBN":  # "was jailed after being found guilty": who bears the one bears the other
        undergone = any(a.lower == "being" for a in verb.kids("auxpass"))
        return undergone and child.head is head and child.i > head.i and has_happened(head)
    active = (
        verb.tag == "VBG" and not verb.kids("auxpass", "aux", "nsubj", "neg") and not head.kids("auxpass")
    )
    return child.head is head and child.i > head.i and active and has_happened(head)


def tells_before(child: Node, head: Node) -> bool:
    """ "had to leave after the dam broke": hung on the infinitive, told of what happened."""
    mark = child.kid("mark")
    temporal = mark is not None and (mark.lower in cues().clauses.temporal or mark.lower == "as")
    subject = subject_of(child)
    if not temporal or subject is None or not has_happened(head):
        return False
    now = mark is not None and mark.lower == "as" and child.tag == "VBP" and subject.is_noun
    return is_past(child) or now  # "have fanned out to help as calls come in"


def came_to_nothing(child: Node, head: Node) -> bool:
    """ "had agreed to a deal before the cabinet pulled back": what came after a past perfect, told as a fact."""
    mark, subject = child.kid("mark"), subject_of(child)
    before = mark is not None and mark.lower == "before" and subject is not None and subject.is_noun
    earlier = any(a.lower == "had" for a in head.kids("aux")) and not head.kids("neg")
    told = child.tag == "VBD" and child.i > head.i
    if told and any(c.lower in {"finally", "eventually"} for c in child.kids("advmod")):
        return is_past(head) and not head.kids("neg")  # "fled for miles before he finally stopped"
    return before and earlier and told


def is_state(child: Node, head: Node, tree: Tree) -> bool:
    """ "Aware that he had lost, Roe left", "slept in tents, unable to go home"."""
    if (
        not child.tag.startswith("JJ")
        or child.dep not in {"advcl", "acomp"}
        or child.kids("mark", "nsubj", "aux")
    ):
        return False
    if child.lower in cues().clauses.adverbial_adjectives or not child.kids("xcomp", "ccomp", "prep"):
        return False
    subject = subject_of(head)
    if subject is None or not is_finite(head) or head.kids("neg"):
        return False
    if child.i < subject.i:
        return child.dep == "advcl"
    return child.i > head.i and comma_before(tree.nodes, child) and head.kids("acomp") in ([], [child])


def is_occasion(child: Node, head: Node) -> bool:
    """ "fled when officers arrived": in the past both happened, and the second stays the time of the first."""
    opened = any(c.lower == "when" and c.i < child.i for c in child.kids("advmod"))
    elided = child.lemma == "do" and child.kid("dobj") is None  # "when the others did"
    return opened and not elided and subject_of(child) is not None and is_past(child) and is_past(head)


def is_of_date(child: Node, tree: Tree) -> bool:
    """ "since May, when jobs were lost": what happened in May is no time of what is said of it."""
    first = left_edge(child) - tree.nodes[0].i
    comma = first > 1 and tree.nodes[first - 1].text == ","
    return comma and tree.nodes[first - 2].tag in {"NNP", "CD"}
