"""Who says it: finds the cue that hands a clause to a holder, and the clause it hands over.

The cue inventory follows the source-cue-content scheme of PDTB attribution
and PolNeAR (Newell et al. 2018): verbs of saying and thinking with a clause,
nouns of saying with a clause, "according to", parenthetical "he said", and
impersonal passives, whose holder stays unnamed.
"""

from dataclasses import dataclass

from claimkb.extract.clauses import Voice
from claimkb.extract.tree import AUXILIARIES, Node, Tree, descend, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues

_WITH_LISTENER = frozenset(
    {
        "tell",
        "inform",
        "assure",
        "remind",
        "warn",
        "show",
        "promise",
        "advise",
        "convince",
        "persuade",
        "notify",
        "caution",
        "teach",
    }
)
_FORECASTS = frozenset(
    {"expect", "predict", "forecast", "project", "anticipate", "estimate", "believe", "consider", "find"}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The clauses handed over, their holder, and whether the handing over denies them.

    `voice` is None when the author speaks in the first person.
    """

    contents: tuple[Node, ...]
    voice: Voice | None
    negated: bool = False


def find_attribution(head: Node, tree: Tree, subject: tuple[Node, ...] | None = None) -> Attribution | None:
    """The attribution of which `head` is the verb of saying, or None; `subject` is the borrowed one, if any."""
    words = cues().attribution
    lemma = head.lemma
    if not head.is_verb or lemma not in words.verbs | words.factive | words.denying:
        return None
    contents = tuple(c for c in head.kids("ccomp", "parataxis") if _is_content(c, head))
    if not contents or (lemma == "point" and not any(c.lower == "out" for c in head.children)):
        return None
    if lemma in words.volition and not _is_forecast(head, contents):
        return None
    negated = any(c.dep == "neg" for c in head.children)
    if negated and lemma not in words.neg_raising:
        return None
    voice = _voice(head, subject)
    if voice is None and subject_of(head) is None and subject is None:
        return None
    denies = lemma in words.denying or negated
    return Attribution(contents, voice, denies)


def _is_content(child: Node, head: Node) -> bool:
    subject = subject_of(child)
    if subject is None or subject.tag in {"WDT", "WP"}:
        return False
    if head.kid("dobj") is not None and head.lemma not in _WITH_LISTENER:
        return False
    if child.dep == "parataxis":
        return is_finite(child)
    return is_finite(child) or (any(a.lower == "to" for a in child.kids("aux")) and head.lemma in _FORECASTS)


def _is_forecast(head: Node, contents: tuple[Node, ...]) -> bool:
    return head.lemma in {"expect", "anticipate"} and any(subject_of(c) is not None for c in contents)


def _voice(head: Node, borrowed: tuple[Node, ...] | None) -> Voice | None:
    """The holder of a verb of saying; None for the author's own "I"."""
    words = cues()
    lemma = head.lemma
    adverbs = {c.lower for c in head.kids("advmod")}
    factive = lemma in words.attribution.factive
    rejected = bool(adverbs & words.stance.reject_adverbs)
    endorsed = bool(adverbs & words.stance.endorse_adverbs)
    subject = subject_of(head)
    if subject is None and borrowed:
        nodes = borrowed
    elif subject is None:
        return None
    else:
        nodes = tuple(holder_nodes(subject))
    if len(nodes) == 1 and nodes[0].lower == "i":
        return None
    impersonal = (
        subject is not None
        and subject.lower in {"it", "there"}
        and (head.tag == "VBN" or subject.dep == "expl")
    )
    if impersonal:
        phrase = " ".join(["it", *(a.text for a in head.kids("auxpass", "aux")), head.text])
        return Voice((), head.lower, phrase, factive=factive, rejected=rejected, endorsed=endorsed)
    return Voice(nodes, head.lower, factive=factive, rejected=rejected, endorsed=endorsed)


def holder_nodes(noun: Node) -> list[Node]:
    """The words that name a holder, without clauses, appositions and "including ..." hung on them."""
    loose = [
        n
        for n in descend(noun)
        if n is not noun
        and (
            n.dep in {"relcl", "appos", "acl", "parataxis"}
            or (n.dep == "prep" and n.lower in {"including", "like"})
        )
    ]
    nodes = subtree(noun, loose)
    while nodes and nodes[-1].dep == "punct" and nodes[-1].text not in {'"', "'"}:
        nodes.pop()
    while nodes and nodes[0].dep in {"punct", "cc", "preconj"}:
        nodes.pop(0)
    return nodes


def noun_content(clause: Node) -> Voice | None:
    """The holder of a noun of saying with a that-clause ("the allegation by X that P"), or None.

    `clause` is the head of the that-clause.
    """
    noun = clause.head
    if clause.dep not in {"acl", "ccomp", "relcl"} or noun.lemma not in cues().attribution.nouns:
        return None
    mark = clause.kid("mark")
    if mark is None or mark.lower != "that" or subject_of(clause) is None or not is_finite(clause):
        return None
    owner = noun.kid("poss")
    if owner is not None:
        return Voice(tuple(n for n in subtree(owner) if n.dep != "case"), noun.lower)
    for child in noun.children:
        agent = (
            child.kid("agent")
            if child.dep == "acl"
            else (child if child.lower in {"by", "from", "among"} else None)
        )
        name = agent.kid("pobj") if agent is not None else None
        if name is not None:
            return Voice(tuple(holder_nodes(name)), noun.lower)
    return Voice(tuple(holder_nodes(noun)), noun.lower)


def outer_voice(head: Node) -> tuple[Voice, tuple[Node, ...]] | None:
    """A holder named beside the clause: "according to X", "as X notes", "X said" between commas.

    Returns the voice and the nodes to leave out of the claim.
    """
    for child in head.children:
        if child.dep in {"prep", "advmod"} and child.lower == "according":
            inner = child.kid("prep", "pcomp")
            name = inner.kid("pobj") if inner is not None else child.kid("pobj")
            if name is not None:
                return Voice(tuple(holder_nodes(name)), "according to"), tuple(descend(child))
        if child.dep in {"advcl", "parataxis", "ccomp"} and child is not head and _is_aside(child):
            subject = subject_of(child)
            if subject is not None and subject.lower not in {"i", "it", "that", "this"}:
                mark = child.kid("mark")
                endorsed = mark is not None and mark.lower == "as"
                return Voice(tuple(holder_nodes(subject)), child.lower, endorsed=endorsed), tuple(
                    descend(child)
                )
    return None


def _is_aside(verb: Node) -> bool:
    """A verb of saying that has a subject and no clause of its own."""
    if verb.kids("aux") and verb.dep != "advcl":
        return False  # "we wish that they would reckon with it" is no parenthesis
    if any(m.lower != "as" for m in verb.kids("mark")):
        return False
    words = cues().attribution
    if verb.lemma not in words.verbs | words.factive or verb.lemma in words.volition:
        return False
    others = [c for c in verb.children if c.dep in {"dobj", "ccomp", "xcomp"}]
    return not others and subject_of(verb) is not None and not any(a.dep == "neg" for a in verb.children)


def is_saying(node: Node) -> bool:
    """Whether a node is a verb of saying with its own subject (for quotations over several sentences)."""
    words = cues().attribution
    return node.is_verb and node.lemma in words.verbs and subject_of(node) is not None


__all__ = [
    "AUXILIARIES",
    "Attribution",
    "find_attribution",
    "holder_nodes",
    "is_saying",
    "noun_content",
    "outer_voice",
]
